"""The commands on what the participant has told."""

from django.utils.translation import gettext_lazy as _

from fotfeste.fag.endring.enums import Meldingsstatus
from fotfeste.grunnmur.tilgang import Handling
from fotfeste.grunnmur.tilstand import Overgang, Overgangstabell

_S = Meldingsstatus
_NY = frozenset({_S.NY})

MELDING = Overgangstabell(
    "endringsmelding",
    (
        Overgang("bruk", _NY, _S.BRUKT, Handling.ENDRING_SVAR, _("Legg inn")),
        Overgang("les", _NY, _S.LEST, Handling.ENDRING_SVAR, _("Svar uten å endre noe")),
        Overgang("trekk", _NY, _S.TRUKKET, Handling.ENDRING_EGEN, _("Trekk meldingen")),
    ),
)
