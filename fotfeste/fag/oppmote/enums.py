from django.db import models
from django.utils.translation import gettext_lazy as _


class Timelistestatus(models.TextChoices):
    APEN = "apen", _("Ikke levert")
    LEVERT = "levert", _("Levert")
    RETURNERT = "returnert", _("Sendt tilbake")
    GODKJENT = "godkjent", _("Godkjent")
    # A later sheet of the same month has taken its place; it stands as it was approved, for ever.
    ERSTATTET = "erstattet", _("Rettet med ny liste")


class Fravaersarsak(models.TextChoices):
    """Why someone was away, in everyday words (codes: regelverk/fravaer.Arsak)."""

    EGEN_SYKDOM = "egen_sykdom", _("Jeg var syk")
    BARNS_SYKDOM = "barns_sykdom", _("Barnet mitt var sykt")
    VELFERD = "velferd", _("Viktig avtale eller hendelse i familien")
    FERIE = "ferie", _("Ferie")
    RELIGIOS_HOYTID = "religios_hoytid", _("Religiøs høytid")
    FOR_TERMIN = "for_termin", _("Gravid, rett før termin")
    FODSEL = "fodsel", _("Fødsel, for mor")
    FARS_OMSORG = "fars_omsorg", _("Fødsel, for far eller annen omsorgsperson")
    ULEGITIMERT = "ulegitimert", _("Annet, uten avtale")


SYKDOM = frozenset({Fravaersarsak.EGEN_SYKDOM, Fravaersarsak.BARNS_SYKDOM})
"""What egenmelding is for, and where the regulation asks for a doctor's statement beyond it (§§ 6 and 10)."""


class Oppmotesvar(models.TextChoices):
    """All a provider says of a day. Why somebody did not come is between the participant and the office."""

    KOM = "kom", _("Kom")
    KOM_IKKE = "kom_ikke", _("Kom ikke")
    MELDT_FRA = "meldt_fra", _("Kom ikke, men hadde meldt fra")


class Listegruppe(models.TextChoices):
    """What somebody has to do with a month's sheet, in the order it is shown."""

    UNNTAK = "unntak", _("Se på")
    FOR_SENT = "for_sent", _("For sent")
    UTEN_UNNTAK = "uten_unntak", _("Uten unntak")
    MANGLER = "mangler", _("Mangler før fristen")
    GODKJENT = "godkjent", _("Godkjent")
