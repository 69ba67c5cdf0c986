from django.db import models
from django.utils.translation import gettext_lazy as _


class Kjoringsstatus(models.TextChoices):
    """Where a month's run stands. Prepared by one, released by another."""

    FORBEREDES = "forberedes", _("Forberedes")
    KLAR = "klar", _("Klar til frigivelse")
    FRIGITT = "frigitt", _("Frigitt")
    SENDT = "sendt", _("Sendt til banken")
    FORKASTET = "forkastet", _("Lagt bort")


class Utbetalingsstatus(models.TextChoices):
    PLANLAGT = "planlagt", _("Planlagt")
    FRIGITT = "frigitt", _("Frigitt")
    SENDT = "sendt", _("Sendt til banken")
    UTBETALT = "utbetalt", _("Utbetalt")
    AVVIST = "avvist", _("Avvist av banken")
    RETURNERT = "returnert", _("Kom i retur fra banken")
    FEILSENDT = "feilsendt", _("Gikk til feil konto")
    FORKASTET = "forkastet", _("Lagt bort")


IKKE_KOMMET_FRAM = frozenset({Utbetalingsstatus.AVVIST, Utbetalingsstatus.RETURNERT, Utbetalingsstatus.FEILSENDT})
"""The money was sent and the participant does not have it: it is still owed, and a new payment may be made."""


class Utbetalingsart(models.TextChoices):
    """What a payment is for. Each kind has its own ground, and the database its own «once only» for each."""

    MANED = "maned", _("Stønad for måneden")
    ETTERBETALING = "etterbetaling", _("Etterbetaling")
    FORSKUDD = "forskudd", _("Forskudd")
    INNKREVING = "innkreving", _("Barnetillegg til NAV Innkreving")
    TILBAKEFORING = "tilbakeforing", _("Trekk som betales tilbake")


UTEN_TIMELISTE = frozenset({Utbetalingsart.FORSKUDD, Utbetalingsart.TILBAKEFORING})
"""Payments that rest on no month's sheet: an advance comes before it, and what is given back is a decision's."""


class Kjoringsart(models.TextChoices):
    """A month's run pays a month that is over; an extra run what cannot wait for it: advances and back payments."""

    MANED = "maned", _("Månedens kjøring")
    EKSTRA = "ekstra", _("Ekstrakjøring")


class Trekkart(models.TextChoices):
    """Why an amount is taken from a month. In this order when the month is not large enough for all."""

    FORSKUDD = "forskudd", _("Forskudd du har fått")
    FEILUTBETALING = "feilutbetaling", _("For mye utbetalt tidligere")


class Ytelsestype(models.TextChoices):
    """Benefits that reduce the stønad krone for krone (§ 38)."""

    DAGPENGER = "dagpenger", _("Dagpenger")
    SYKEPENGER = "sykepenger", _("Sykepenger")
    FORELDREPENGER = "foreldrepenger", _("Foreldrepenger")


class Utelatt(models.TextChoices):
    """Why a participant is not in the run; each has a next step."""

    TIMELISTE_MANGLER = "timeliste_mangler", _("Timelisten er ikke levert")
    TIMELISTE_IKKE_GODKJENT = "timeliste_ikke_godkjent", _("Timelisten er ikke godkjent")
    KONTONUMMER_MANGLER = "kontonummer_mangler", _("Kontonummer mangler eller stemmer ikke")
    DOD = "dod", _("Deltakeren er død. Spør dødsboet om en konto")
    KONTO_AVVIST = (
        "konto_avvist",
        _("Penger kom ikke fram til kontoen. Spør om riktig kontonummer, eller betal på nytt til samme"),
    )
    NAVN_KAN_IKKE_SKRIVES = "navn_kan_ikke_skrives", _("Navnet må skrives med norske bokstaver, slik det står i banken")
    DAGER_MANGLER = "dager_mangler", _("Timelisten mangler dager som et senere vedtak gjelder for. Send den tilbake")
