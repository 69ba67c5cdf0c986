from django.db import models
from django.utils.translation import gettext_lazy as _


class Programstatus(models.TextChoices):
    UTKAST = "utkast", _("Under arbeid")
    FORESLATT = "foreslatt", _("Venter på deltakeren")
    AVTALT = "avtalt", _("Avtalt")
    ERSTATTET = "erstattet", _("Erstattet")


class Aktivitetsgruppe(models.TextChoices):
    """What an activity is for, in the words of the week plan (codes: regelverk/program.Gruppe)."""

    ARBEIDSRETTET = "arbeidsrettet", _("Arbeidsrettet")
    ARBEIDSSOKING = "arbeidssoking", _("Jobbsøking")
    LONNET_ARBEID = "lonnet_arbeid", _("Lønnet jobb")
    OPPLAERING = "opplaering", _("Opplæring")
    STOTTE = "stotte", _("Støtte")
    HELSE = "helse", _("Helse")
    EGENAKTIVITET = "egenaktivitet", _("Egen aktivitet")


class Evalueringstype(models.TextChoices):
    UNDERVEIS = "underveis", _("Underveis")
    MIDTVEIS = "midtveis", _("Halvveis")
    SLUTT = "slutt", _("Ved slutten")


class Ukedag(models.IntegerChoices):
    MANDAG = 0, _("mandag")
    TIRSDAG = 1, _("tirsdag")
    ONSDAG = 2, _("onsdag")
    TORSDAG = 3, _("torsdag")
    FREDAG = 4, _("fredag")
    LORDAG = 5, _("lørdag")
    SONDAG = 6, _("søndag")
