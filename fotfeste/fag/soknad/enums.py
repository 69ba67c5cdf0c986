from django.db import models
from django.utils.translation import gettext_lazy as _


class Kanal(models.TextChoices):
    """How the application came."""

    PAPIR = "papir", _("På papir")
    MUNTLIG = "muntlig", _("Muntlig")
    DIGITAL = "digital", _("På nett")


class Soknadsstatus(models.TextChoices):
    """Where the application stands. Waiting for information does not move the received date."""

    MOTTATT = "mottatt", _("Mottatt")
    VENTER_PA_OPPLYSNINGER = "venter", _("Venter på opplysninger")
    KLAR = "klar", _("Klar til vurdering")
    AVGJORT = "avgjort", _("Avgjort")
    TRUKKET = "trukket", _("Trukket")


APNE = frozenset({Soknadsstatus.MOTTATT, Soknadsstatus.VENTER_PA_OPPLYSNINGER, Soknadsstatus.KLAR})
