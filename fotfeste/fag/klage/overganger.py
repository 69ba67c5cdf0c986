"""The commands on a complaint and on a claim for costs. Who prepares the answer never decides it."""

from django.utils.translation import gettext_lazy as _

from fotfeste.fag.klage.enums import HOS_OSS, LOPENDE, Klagestatus, Kravstatus
from fotfeste.grunnmur.tilgang import Handling
from fotfeste.grunnmur.tilstand import Overgang, Overgangstabell

_S, _B, _V = Klagestatus, Handling.KLAGE_BEHANDLE, Handling.KLAGE_BESLUTT
_NY = frozenset({_S.MOTTATT, _S.VENTER_RETTING})
_SKRIVES = frozenset({_S.UNDER_VURDERING})
_HOS_BESLUTTER = frozenset({_S.HOS_BESLUTTER})
_FOR_OVERSENDELSE = frozenset({_S.UNDER_VURDERING, _S.HOS_BESLUTTER, _S.TIL_OVERSENDELSE})
_ENDRET = frozenset({_S.OMGJORT, _S.TIL_OVERSENDELSE, _S.OVERSENDT, _S.AVGJORT})
_UTFALT = frozenset({_S.OMGJORT, _S.AVGJORT})

KLAGE = Overgangstabell(
    "klage",
    (
        Overgang("ta_til_vurdering", _NY, _S.UNDER_VURDERING, _B, _("Vurder klagen"), "fvl § 33"),
        Overgang("be_om_retting", _NY | _SKRIVES, _S.VENTER_RETTING, _B, _("Be om retting"), "fvl § 32"),
        Overgang("motta_retting", frozenset({_S.VENTER_RETTING}), _S.UNDER_VURDERING, _B, _("Registrer rettingen")),
        Overgang("vurder_frist", _SKRIVES, None, _B, _("Lagre vurderingen av fristen"), "fvl § 31"),
        Overgang("lagre", _SKRIVES, None, _B, _("Lagre"), "fvl § 33"),
        Overgang("svar_pa_punkt", _SKRIVES, None, _B, _("Lagre punktet"), "fvl § 33"),
        Overgang("fjern_punkt", _SKRIVES, None, _B, _("Ta bort punktet")),
        Overgang("legg_ved", LOPENDE, None, _B, _("Legg ved papirer"), "fvl § 17"),
        Overgang("gi_forelopig_svar", HOS_OSS, None, _B, _("Send foreløpig svar"), "fvl § 11 a"),
        Overgang("varsle_motpart", HOS_OSS, None, _B, _("Registrer varsel til motpart"), "fvl § 33"),
        Overgang("send_til_beslutter", _SKRIVES, _S.HOS_BESLUTTER, _B, _("Send til beslutter")),
        Overgang("hent_tilbake", _HOS_BESLUTTER, _S.UNDER_VURDERING, _B, _("Hent tilbake")),
        Overgang("returner", _HOS_BESLUTTER, _S.UNDER_VURDERING, _V, _("Send tilbake")),
        # To «omgjort», «til oversendelse» or «avvist», as the prepared answer says.
        Overgang("beslutt", _HOS_BESLUTTER, None, _V, _("Bestem"), "fvl § 33"),
        Overgang("utelat_papir", _FOR_OVERSENDELSE, None, _B, _("Lagre"), "fvl § 33"),
        Overgang("oversend", frozenset({_S.TIL_OVERSENDELSE}), _S.OVERSENDT, _B, _("Send klagen videre"), "fvl § 33"),
        Overgang("ettersend", frozenset({_S.OVERSENDT}), None, _B, _("Sendt videre"), "fvl § 33"),
        Overgang("be_om_utsetting", LOPENDE, None, _B, _("Registrer at klageren ber om utsetting"), "fvl § 42"),
        Overgang("svar_pa_utsetting", LOPENDE, None, _V, _("Svar på utsetting"), "fvl § 42"),
        Overgang("registrer_utfall", frozenset({_S.OVERSENDT}), _S.AVGJORT, _B, _("Registrer utfallet"), "fvl § 34"),
        Overgang("start_nytt_vedtak", _ENDRET, None, _B, _("Begynn på det nye vedtaket")),
        Overgang("gjennomfor", _ENDRET, None, _B, _("Gjennomfør utfallet")),
        Overgang("folg_opp", _UTFALT, _S.FULGT_OPP, _B, _("Ferdig fulgt opp")),
        Overgang("trekk", LOPENDE, _S.TRUKKET, _B, _("Klageren trekker klagen")),
        Overgang("tilfoy", LOPENDE, None, Handling.KLAGE_EGEN, _("Legg til noe")),
        Overgang("trekk_selv", LOPENDE, _S.TRUKKET, Handling.KLAGE_EGEN, _("Trekk klagen")),
    ),
)

KOSTNADSKRAV = Overgangstabell(
    "kostnadskrav",
    (
        Overgang("avgjor", frozenset({Kravstatus.MOTTATT}), None, _V, _("Avgjør kravet"), "fvl § 36"),
        Overgang(
            "oversend", frozenset({Kravstatus.MOTTATT}), Kravstatus.OVERSENDT, _B, _("Send kravet videre"), "fvl § 36"
        ),
    ),
)
