from django.db import models
from django.utils.translation import gettext_lazy as _


class Meldingsslag(models.TextChoices):
    """What the participant tells of."""

    BARN_FODT = "barn_fodt", _("Jeg har fått barn")
    BARN_FLYTTET = "barn_flyttet", _("Et barn har flyttet")
    BARN_UTLAND = "barn_utland", _("Et barn reiser til utlandet")
    BARN_ANNET = "barn_annet", _("Noe annet om barn og familie")
    YTELSE = "ytelse", _("Jeg har fått andre penger")


OM_BARN = (
    Meldingsslag.BARN_FODT,
    Meldingsslag.BARN_FLYTTET,
    Meldingsslag.BARN_UTLAND,
    Meldingsslag.BARN_ANNET,
)
"""What is told from the page about the family, in the order of the page."""

OM_ET_BARN = frozenset({Meldingsslag.BARN_FLYTTET, Meldingsslag.BARN_UTLAND})
"""These are about one child that is registered."""


class Meldingsstatus(models.TextChoices):
    """What came of it."""

    NY = "ny", _("Ikke lest ennå")
    BRUKT = "brukt", _("Lagt inn")
    LEST = "lest", _("Lest, ingenting er endret")
    TRUKKET = "trukket", _("Trukket tilbake")


class Belopsenhet(models.TextChoices):
    """What the amount in the letter is for."""

    DAG = "dag", _("per dag, fem dager i uken")
    UKE = "uke", _("per uke")
    FJORTEN_DAGER = "fjorten_dager", _("per 14 dager (meldekort)")
    MANED = "maned", _("per måned")
    AR = "ar", _("per år")
