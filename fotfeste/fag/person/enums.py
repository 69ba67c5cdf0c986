from django.db import models
from django.utils.translation import gettext_lazy as _


class Kjonn(models.TextChoices):
    """Sex, as KOSTRA 11CF field 7 asks."""

    MANN = "mann", _("Mann")
    KVINNE = "kvinne", _("Kvinne")


class Sivilstand(models.TextChoices):
    """Marital status, as KOSTRA 11CF field 8 asks."""

    UGIFT = "ugift", _("Ugift")
    GIFT = "gift", _("Gift")
    SAMBOER = "samboer", _("Samboer")
    SKILT_SEPARERT = "skilt_separert", _("Skilt eller separert")
    ENKE_ENKEMANN = "enke_enkemann", _("Enke eller enkemann")


class Sprak(models.TextChoices):
    """The language the person reads and speaks best."""

    BOKMAL = "nb", _("bokmål")
    NYNORSK = "nn", _("nynorsk")
    ENGELSK = "en", _("engelsk")
    UKRAINSK = "uk", _("ukrainsk")
    ARABISK = "ar", _("arabisk")
    SOMALI = "so", _("somali")
    TIGRINJA = "ti", _("tigrinja")
    POLSK = "pl", _("polsk")
    DARI = "fa", _("dari")
    ANNET = "und", _("et annet språk")


class Barnekilde(models.TextChoices):
    """Who told of a child, or of what changed for it."""

    DELTAKER = "deltaker", _("Deltakeren")
    FOLKEREGISTERET = "folkeregisteret", _("Folkeregisteret")
    BARNEVERNET = "barnevernet", _("Barnevernstjenesten")
    NAV = "nav", _("NAV")
    ANDRE = "andre", _("Andre")
