from django.db import models
from django.utils.translation import gettext_lazy as _


class Kravstatus(models.TextChoices):
    """Where a claim stands. The last three are how it can end."""

    FUNNET = "funnet", _("Funnet, ikke varslet")
    VARSLET = "varslet", _("Deltakeren er varslet")
    TIL_BESLUTNING = "til_beslutning", _("Hos beslutter")
    BESTEMT = "bestemt", _("Trekkes i stønaden")
    TILBAKEBETALING = "tilbakebetaling", _("Skal betales tilbake")
    NEDBETALT = "nedbetalt", _("Gjort opp")
    FRAFALT = "frafalt", _("Kreves ikke")
    REFUSJON = "refusjon", _("Dekket av refusjon")


FOR_BESTEMT = frozenset({Kravstatus.FUNNET, Kravstatus.VARSLET, Kravstatus.TIL_BESLUTNING})
"""States in which nobody has decided."""

KREVES = frozenset({Kravstatus.BESTEMT, Kravstatus.TILBAKEBETALING})
"""States in which something is to be given back."""

APNE = FOR_BESTEMT | KREVES
"""States in which somebody has something to do."""


class Kravarsak(models.TextChoices):
    """How too much came to be paid. It decides what can be done about it."""

    IKKE_VURDERT = "", _("Ikke vurdert ennå")
    NAV = "nav", _("Vi gjorde en feil")
    GOD_TRO = "god_tro", _("Deltakeren tok feil, i god tro")
    URIKTIG = "uriktig", _("Deltakeren ga uriktige opplysninger eller holdt noe tilbake")
    UKJENT = "ukjent", _("Vi vet ikke")


class Kravsvar(models.TextChoices):
    """What the participant says to the notice."""

    ENIG = "enig", _("Enig i planen")
    ANNEN_PLAN = "annen_plan", _("Vil betale et annet beløp hver måned")
    UENIG = "uenig", _("Uenig i kravet")


class Refusjonsytelse(models.TextChoices):
    """Benefits a claim can be made in when they are paid afterwards (sotjl § 38 second paragraph)."""

    UFORETRYGD = "uforetrygd", _("Uføretrygd")
    DAGPENGER = "dagpenger", _("Dagpenger")
    SYKEPENGER = "sykepenger", _("Sykepenger")
    FORELDREPENGER = "foreldrepenger", _("Foreldrepenger")


class Refusjonsstatus(models.TextChoices):
    FREMSATT = "fremsatt", _("Krevd")
    INNFRIDD = "innfridd", _("Betalt")
    AVSLATT = "avslatt", _("Avslått")
    FRAFALT = "frafalt", _("Trukket tilbake")
