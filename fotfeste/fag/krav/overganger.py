"""The commands on a claim, and on a claim on NAV. Who prepares a deduction never decides it."""

from django.utils.translation import gettext_lazy as _

from fotfeste.fag.krav.enums import APNE, KREVES, Kravstatus, Refusjonsstatus
from fotfeste.grunnmur.tilgang import Handling
from fotfeste.grunnmur.tilstand import Overgang, Overgangstabell

_S, _R, _H = Kravstatus, Refusjonsstatus, Handling
_UVARSLET = frozenset({_S.FUNNET, _S.VARSLET})
_VARSLET = frozenset({_S.VARSLET})
_HOS_BESLUTTER = frozenset({_S.TIL_BESLUTNING})
_FREMSATT = frozenset({_R.FREMSATT})

KRAV = Overgangstabell(
    "krav",
    (
        Overgang(
            "vurder_arsak", _UVARSLET | {_S.BESTEMT}, None, _H.KRAV_BEHANDLE, _("Lagre vurderingen"), "sotjl § 40"
        ),
        Overgang("varsle", _UVARSLET, _S.VARSLET, _H.KRAV_BEHANDLE, _("Send varselet"), "fvl § 16"),
        Overgang("svar", _VARSLET, None, _H.KRAV_EGEN, _("Send svaret mitt"), "fvl § 16"),
        Overgang("registrer_svar", _VARSLET, None, _H.KRAV_BEHANDLE, _("Registrer svaret"), "fvl § 16"),
        Overgang("send_til_beslutter", _VARSLET, _S.TIL_BESLUTNING, _H.KRAV_BEHANDLE, _("Send til beslutter")),
        Overgang("hent_tilbake", _HOS_BESLUTTER, _S.VARSLET, _H.KRAV_BEHANDLE, _("Hent tilbake")),
        Overgang("returner", _HOS_BESLUTTER, _S.VARSLET, _H.KRAV_BESTEM, _("Send tilbake")),
        Overgang("bestem", _HOS_BESLUTTER, _S.BESTEMT, _H.KRAV_BESTEM, _("Bestem trekket"), "sotjl § 40"),
        Overgang("endre_plan", KREVES, None, _H.KRAV_BEHANDLE, _("Endre planen")),
        Overgang("gi_trekkfri", KREVES, None, _H.KRAV_BEHANDLE, _("Gi en måned uten trekk")),
        Overgang("be_om_hjelp", KREVES, None, _H.KRAV_EGEN, _("Si fra at det blir for lite"), "sotjl § 18"),
        Overgang("svar_pa_hjelp", KREVES, None, _H.KRAV_BEHANDLE, _("Registrer hva dere fant ut av")),
        Overgang("registrer_innbetaling", APNE, None, _H.KRAV_INNBETALING, _("Registrer innbetalingen")),
        Overgang("rett_innbetaling", frozenset(_S), None, _H.KRAV_INNBETALING, _("Ta innbetalingen tilbake")),
        Overgang(
            "start_tilbakebetaling",
            frozenset({_S.FUNNET, _S.VARSLET, _S.BESTEMT}),
            None,
            _H.KRAV_BEHANDLE,
            _("Begynn på et vedtak om tilbakebetaling"),
            "sotjl § 23",
        ),
        Overgang("frafall", APNE, _S.FRAFALT, _H.KRAV_BEHANDLE, _("La være å kreve"), "sotjl § 40"),
        Overgang(
            "gi_tilbake",
            frozenset({_S.NEDBETALT, _S.FRAFALT}),
            _S.FRAFALT,
            _H.KRAV_BEHANDLE,
            _("Betal det tilbake"),
            "sotjl § 40",
        ),
        Overgang(
            "angre_tilbakeforing",
            frozenset({_S.FRAFALT}),
            None,
            _H.KRAV_BEHANDLE,
            _("Betal det ikke tilbake likevel"),
        ),
    ),
)

REFUSJONSKRAV = Overgangstabell(
    "refusjonskrav",
    (
        Overgang("innfri", _FREMSATT, _R.INNFRIDD, _H.KRAV_INNBETALING, _("Registrer pengene fra NAV"), "sotjl § 38"),
        Overgang("registrer_avslag", _FREMSATT, _R.AVSLATT, _H.KRAV_BEHANDLE, _("NAV dekker det ikke")),
        Overgang("trekk_tilbake", _FREMSATT, _R.FRAFALT, _H.KRAV_BEHANDLE, _("Trekk kravet tilbake")),
    ),
)
