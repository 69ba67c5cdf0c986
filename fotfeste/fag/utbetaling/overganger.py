"""The commands on a payment run, and on a payment. Who prepares never releases."""

from django.utils.translation import gettext_lazy as _

from fotfeste.fag.utbetaling.enums import IKKE_KOMMET_FRAM, Kjoringsstatus, Utbetalingsstatus
from fotfeste.grunnmur.tilgang import Handling
from fotfeste.grunnmur.tilstand import Overgang, Overgangstabell

_S = Kjoringsstatus

KJORING = Overgangstabell(
    "kjoring",
    (
        Overgang(
            "forbered", frozenset({_S.FORBEREDES, _S.KLAR}), _S.KLAR, Handling.KJORING_FORBERED, _("Beregn på nytt")
        ),
        Overgang(
            "frigi", frozenset({_S.KLAR}), _S.FRIGITT, Handling.KJORING_FRIGI, _("Frigi utbetalingen"), "sotjl § 39"
        ),
        Overgang("send", frozenset({_S.FRIGITT}), _S.SENDT, Handling.KJORING_FRIGI, _("Lag filen til banken")),
        Overgang(
            "forkast",
            frozenset({_S.FORBEREDES, _S.KLAR}),
            _S.FORKASTET,
            Handling.KJORING_FORBERED,
            _("Legg bort kjøringen"),
        ),
    ),
)

_U = Utbetalingsstatus

UTBETALING = Overgangstabell(
    "utbetaling",
    (
        Overgang(
            "feilsendt",
            frozenset({_U.SENDT, _U.UTBETALT}),
            _U.FEILSENDT,
            Handling.KJORING_FORBERED,
            _("Pengene gikk til feil konto"),
        ),
        Overgang(
            "prov_igjen", IKKE_KOMMET_FRAM, None, Handling.KJORING_FORBERED, _("Betal til den samme kontoen på nytt")
        ),
    ),
)
"""What a person may say of a payment. Released, sent and put aside with its run; the rest is the bank's word."""
