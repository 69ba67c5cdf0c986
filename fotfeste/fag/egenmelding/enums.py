from django.db import models
from django.utils.translation import gettext_lazy as _


class Gjelder(models.TextChoices):
    """Whose illness the egenmelding is for."""

    EGEN = "egen", _("Når deltakeren er syk")
    BARN = "barn", _("Når barnet eller barnepasseren er syk")


class Stoppgrunn(models.TextChoices):
    """The two grounds of § 8 first paragraph. For a child's illness only the second (§ 10)."""

    ANTALL = "antall", _("Minst fire fravær med egenmelding de siste tolv månedene")
    RIMELIG_GRUNN = "rimelig_grunn", _("Rimelig grunn til å tro at fraværet ikke skyldes sykdom eller skade")


class Stoppstatus(models.TextChoices):
    VURDERES = "vurderes", _("Vurderes")
    VARSLET = "varslet", _("Deltakeren kan svare")
    TIL_BESLUTNING = "til_beslutning", _("Hos beslutter")
    BESTEMT = "bestemt", _("Legeerklæring fra første dag")
    OPPRETTHOLDT = "opprettholdt", _("Legeerklæring fra første dag, vurdert på nytt")
    OPPHEVET = "opphevet", _("Kan bruke egenmelding igjen")
    FRAFALT = "frafalt", _("Lagt bort")


APNE = frozenset(
    {
        Stoppstatus.VURDERES,
        Stoppstatus.VARSLET,
        Stoppstatus.TIL_BESLUTNING,
        Stoppstatus.BESTEMT,
        Stoppstatus.OPPRETTHOLDT,
    }
)
"""Not finished: one at a time in a case for each kind of illness."""

I_KRAFT = frozenset({Stoppstatus.BESTEMT, Stoppstatus.OPPRETTHOLDT})
UNDER_ARBEID = APNE - I_KRAFT


class Beslutningsslag(models.TextChoices):
    BESTEMT = "bestemt", _("Retten falt bort")
    OPPRETTHOLDT = "opprettholdt", _("Opprettholdt")
    OPPHEVET = "opphevet", _("Opphevet")


class Bekreftelsesstatus(models.TextChoices):
    """An oral egenmelding the office has asked to have in writing (§ 7)."""

    BEDT = "bedt", _("Venter på deltakeren")
    BEKREFTET = "bekreftet", _("Bekreftet")
    FRAFALT = "frafalt", _("Trengs ikke lenger")
    BORTFALT = "bortfalt", _("Kom ikke: ingen stønad for dagene")
