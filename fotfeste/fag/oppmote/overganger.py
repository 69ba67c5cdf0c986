"""The commands on a timesheet."""

from django.utils.translation import gettext_lazy as _

from fotfeste.fag.oppmote.enums import Timelistestatus
from fotfeste.grunnmur.tilgang import Handling
from fotfeste.grunnmur.tilstand import Overgang, Overgangstabell

_S = Timelistestatus
_HOS_DELTAKER = frozenset({_S.APEN, _S.RETURNERT})
_HOS_KONTORET = frozenset({_S.LEVERT, _S.GODKJENT})

TIMELISTE = Overgangstabell(
    "timeliste",
    (
        Overgang("lagre", _HOS_DELTAKER, None, Handling.TIMELISTE_FYLL, _("Lagre")),
        Overgang("lever", _HOS_DELTAKER, _S.LEVERT, Handling.TIMELISTE_FYLL, _("Send timelisten"), "sotjl § 39"),
        Overgang(
            "godkjenn", frozenset({_S.LEVERT}), _S.GODKJENT, Handling.TIMELISTE_GODKJENN, _("Godkjenn"), "sotjl § 39"
        ),
        # An approved one only while it lacks days of a later decision, and is not paid: see the service.
        Overgang(
            "returner",
            frozenset({_S.LEVERT, _S.GODKJENT}),
            _S.RETURNERT,
            Handling.TIMELISTE_GODKJENN,
            _("Send tilbake"),
        ),
        # The approved sheet is replaced by a copy that can be changed; what was approved and paid stands.
        Overgang(
            "rett", frozenset({_S.GODKJENT}), _S.ERSTATTET, Handling.TIMELISTE_GODKJENN, _("Åpne listen for retting")
        ),
        # What the provider has said is filled in, when the participant cannot.
        Overgang(
            "bruk_arrangor",
            _HOS_DELTAKER,
            None,
            Handling.TIMELISTE_GODKJENN,
            _("Bruk arrangørens føring"),
        ),
        Overgang("meld_feil", _HOS_KONTORET, None, Handling.TIMELISTE_FYLL, _("Si fra at noe er feil")),
        Overgang("svar_pa_feil", _HOS_KONTORET, None, Handling.TIMELISTE_GODKJENN, _("Svar deltakeren")),
    ),
)
