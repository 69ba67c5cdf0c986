"""The commands on a payment run. Who prepares never releases."""

from django.utils.translation import gettext_lazy as _

from fotfeste.fag.utbetaling.enums import Kjoringsstatus
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
