"""The commands on a withdrawal of egenmelding, and on an oral one that is to be confirmed in writing."""

from django.utils.translation import gettext_lazy as _

from fotfeste.fag.egenmelding.enums import I_KRAFT, UNDER_ARBEID, Bekreftelsesstatus, Stoppstatus
from fotfeste.grunnmur.tilgang import Handling
from fotfeste.grunnmur.tilstand import Overgang, Overgangstabell

_S = Stoppstatus
_FORBERED, _BESLUTT = Handling.VEDTAK_FORBERED, Handling.VEDTAK_BESLUTT
_HOS_SAKSBEHANDLER = frozenset({_S.VURDERES, _S.VARSLET})
_HOS_BESLUTTER = frozenset({_S.TIL_BESLUTNING})
_KAN_SVARES = frozenset({_S.VARSLET, _S.TIL_BESLUTNING})

EGENMELDINGSSTOPP = Overgangstabell(
    "egenmeldingsstopp",
    (
        Overgang("lagre", _HOS_SAKSBEHANDLER, None, _FORBERED, _("Lagre"), "forskriften § 8"),
        Overgang(
            "varsle", _HOS_SAKSBEHANDLER, _S.VARSLET, _FORBERED, _("Send forhåndsvarsel"), "forskriften § 8 tredje ledd"
        ),
        Overgang("uttalelse", _KAN_SVARES, None, _FORBERED, _("Registrer svaret"), "forskriften § 8 tredje ledd"),
        Overgang(
            "uttalelse_egen",
            _KAN_SVARES,
            None,
            Handling.VEDTAK_UTTAL,
            _("Send svaret mitt"),
            "forskriften § 8 tredje ledd",
        ),
        Overgang(
            "send_til_beslutter",
            frozenset({_S.VARSLET}),
            _S.TIL_BESLUTNING,
            _FORBERED,
            _("Send til beslutter"),
        ),
        Overgang("returner", _HOS_BESLUTTER, _S.VARSLET, _BESLUTT, _("Send tilbake")),
        Overgang("bestem", _HOS_BESLUTTER, _S.BESTEMT, _BESLUTT, _("Bestem"), "forskriften § 8 første ledd"),
        Overgang("revurder", I_KRAFT, None, _FORBERED, _("Vurder på nytt"), "forskriften § 8 tredje ledd"),
        Overgang("oppretthold", I_KRAFT, _S.OPPRETTHOLDT, _BESLUTT, _("Oppretthold"), "forskriften § 8 tredje ledd"),
        Overgang("opphev", I_KRAFT, _S.OPPHEVET, _FORBERED, _("Gi retten tilbake"), "forskriften § 8 tredje ledd"),
        Overgang("frafall", UNDER_ARBEID, _S.FRAFALT, _FORBERED, _("Legg bort")),
    ),
)
"""Who prepares never decides: asked in the service, and of the row by the database."""


_B = Bekreftelsesstatus
_BEDT = frozenset({_B.BEDT})

EGENMELDINGSBEKREFTELSE = Overgangstabell(
    "egenmeldingsbekreftelse",
    (
        Overgang("bekreft", _BEDT, _B.BEKREFTET, Handling.TIMELISTE_FYLL, _("Bekreft"), "forskriften § 7"),
        Overgang("frafall_krav", _BEDT, _B.FRAFALT, Handling.TIMELISTE_GODKJENN, _("Trengs ikke likevel")),
        Overgang(
            "la_falle_bort",
            _BEDT,
            _B.BORTFALT,
            Handling.TIMELISTE_GODKJENN,
            _("Bestem at stønaden faller bort"),
            "forskriften § 7",
        ),
        Overgang(
            "la_gjelde",
            frozenset({_B.BORTFALT}),
            _B.FRAFALT,
            Handling.TIMELISTE_GODKJENN,
            _("La egenmeldingen gjelde likevel"),
            "forskriften § 7",
        ),
    ),
)
