from enum import StrEnum

from django.db import models
from django.utils.translation import gettext_lazy as _


class Tilbudskanal(models.TextChoices):
    """How the plan was offered. A letter alone is not enough: many do not understand what it offers."""

    SAMTALE = "samtale", _("I en samtale")
    BREV = "brev", _("I brev")


class Plansvar(models.TextChoices):
    """What the participant answers; the codes of the saksmappe."""

    ONSKET = "onsket", _("Ja, ønsker individuell plan")
    IKKE_ONSKET = "ikke_onsket", _("Nei, ikke nå")
    IKKE_SVART = "ikke_svart", _("Har ikke svart")


class Planstatus(models.TextChoices):
    UTKAST = "utkast", _("Under arbeid")
    I_KRAFT = "i_kraft", _("I kraft")
    UNDER_REVISJON = "under_revisjon", _("Under revisjon")
    AVSLUTTET = "avsluttet", _("Avsluttet")


APNE = (Planstatus.UTKAST, Planstatus.I_KRAFT, Planstatus.UNDER_REVISJON)
SKRIVES = (Planstatus.UTKAST, Planstatus.UNDER_REVISJON)


class Tilbudt(models.TextChoices):
    """Whether a coordinator of the health services, or a contact doctor, has been offered (forskriften § 9)."""

    IKKE_AVKLART = "", _("Ikke avklart ennå")
    IKKE_AKTUELT = "ikke_aktuelt", _("Ikke aktuelt")
    TILBUDT = "tilbudt", _("Tilbudt")
    OPPNEVNT = "oppnevnt", _("Oppnevnt")


class Samtykkegjelder(models.TextChoices):
    PLAN = "plan", _("At planen lages")
    DELING = "deling", _("At en som er med, får vite noe")


class Egetsvar(StrEnum):
    """What the participant is asked of their plan: may it be made, and is it right."""

    SAMTYKKE = "samtykke"
    ENIG = "enig"
