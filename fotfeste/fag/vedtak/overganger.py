"""The commands on a decision. Who prepares never decides; that is checked in the service and by the database too."""

from django.utils.translation import gettext_lazy as _

from fotfeste.fag.vedtak.enums import HOS_SAKSBEHANDLER, Vedtaksstatus
from fotfeste.grunnmur.tilgang import Handling
from fotfeste.grunnmur.tilstand import Overgang, Overgangstabell

_S = Vedtaksstatus
_HOS_SAKSBEHANDLER = HOS_SAKSBEHANDLER
_HOS_BESLUTTER = frozenset({_S.TIL_BESLUTNING})
_APENT = _HOS_SAKSBEHANDLER | _HOS_BESLUTTER
_FATTET = frozenset({_S.FATTET})

VEDTAK = Overgangstabell(
    "vedtak",
    (
        Overgang("lagre", _HOS_SAKSBEHANDLER, None, Handling.VEDTAK_FORBERED, _("Lagre")),
        Overgang(
            "vurder_vilkar", _HOS_SAKSBEHANDLER, None, Handling.VEDTAK_FORBERED, _("Lagre vurderingen"), "sotjl § 29"
        ),
        Overgang(
            "svar_punkter", _HOS_SAKSBEHANDLER, None, Handling.VEDTAK_FORBERED, _("Lagre svarene"), "forskriften § 2"
        ),
        Overgang("bruk_eldre_aev", _HOS_SAKSBEHANDLER, None, Handling.VEDTAK_FORBERED, _("Bygg på den likevel")),
        Overgang("varsle", _HOS_SAKSBEHANDLER, None, Handling.VEDTAK_FORBERED, _("Send forhåndsvarsel"), "fvl § 16"),
        Overgang("uttalelse", _APENT, None, Handling.VEDTAK_FORBERED, _("Registrer svaret"), "fvl § 16"),
        Overgang("uttalelse_egen", _APENT, None, Handling.VEDTAK_UTTAL, _("Send svaret mitt"), "fvl § 16"),
        Overgang("be_om_mer_tid", _APENT, None, Handling.VEDTAK_UTTAL, _("Be om mer tid"), "fvl § 16"),
        Overgang("forleng_svarfrist", _APENT, None, Handling.VEDTAK_FORBERED, _("Gi mer tid"), "fvl § 16"),
        Overgang(
            "send_til_beslutter",
            _HOS_SAKSBEHANDLER,
            _S.TIL_BESLUTNING,
            Handling.VEDTAK_FORBERED,
            _("Send til beslutter"),
        ),
        Overgang("hent_tilbake", _HOS_BESLUTTER, _S.UTKAST, Handling.VEDTAK_FORBERED, _("Hent tilbake")),
        Overgang("returner", _HOS_BESLUTTER, _S.RETURNERT, Handling.VEDTAK_BESLUTT, _("Send tilbake")),
        Overgang("fatt", _HOS_BESLUTTER, _S.FATTET, Handling.VEDTAK_BESLUTT, _("Fatt vedtaket"), "fvl § 23"),
        Overgang("forkast", _HOS_SAKSBEHANDLER, _S.FORKASTET, Handling.VEDTAK_FORBERED, _("Legg bort utkastet")),
        Overgang("underrett", _FATTET, None, Handling.VEDTAK_FORBERED, _("Registrer at deltakeren vet"), "fvl § 27"),
        Overgang("forklar_muntlig", _FATTET, None, Handling.VEDTAK_FORBERED, _("Forklart muntlig")),
    ),
)
