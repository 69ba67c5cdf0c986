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
    FORKASTET = "forkastet", _("Lagt bort")


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
    NAVN_KAN_IKKE_SKRIVES = "navn_kan_ikke_skrives", _("Navnet må skrives med norske bokstaver, slik det står i banken")
    DAGER_MANGLER = "dager_mangler", _("Timelisten mangler dager som et senere vedtak gjelder for. Send den tilbake")
