from django.db import models
from django.utils.translation import gettext_lazy as _


class AevStatus(models.TextChoices):
    UTKAST = "utkast", _("Under arbeid")
    FULLFORT = "fullfort", _("Fullført")
    FORKASTET = "forkastet", _("Lagt bort")


class Innsatsgruppe(models.TextChoices):
    """What kind of help the assessment concludes with (NAV's codes)."""

    STANDARD = "standard_innsats", _("Standard innsats")
    SITUASJONSBESTEMT = "situasjonsbestemt_innsats", _("Situasjonsbestemt innsats")
    SPESIELT_TILPASSET = "spesielt_tilpasset_innsats", _("Spesielt tilpasset innsats")
    GRADERT_VARIG = "gradert_varig_tilpasset_innsats", _("Gradert varig tilpasset innsats")
    VARIG = "varig_tilpasset_innsats", _("Varig tilpasset innsats")


class UtfortAv(models.TextChoices):
    NAV = "nav", _("NAV-kontoret")
    ARRANGOR = "arrangor", _("En arrangør")


class Kildetype(models.TextChoices):
    """Where a fact in the assessment comes from."""

    SAMTALE = "samtale", _("Samtale med deltakeren")
    CV = "cv", _("CV og vitnemål")
    LEGE = "lege", _("Lege eller annen behandler")
    ARBEIDSGIVER = "arbeidsgiver", _("Arbeidsgiver eller praksissted")
    TILTAK = "tiltak", _("Tidligere tiltak")
    REGISTER = "register", _("Offentlig register")
    ANNET = "annet", _("Annet")
