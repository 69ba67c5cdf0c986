"""The sentences this subject adds to a case's timeline."""

from django.utils.translation import gettext_lazy as _

from fotfeste.grunnmur.logg.setninger import registrer

registrer(
    {
        "krav.apnet": _("{hvem} tar for seg {belop:kr} som er utbetalt for mye."),
        "krav.varslet": _("{hvem} varslet om mulig trekk på {belop:kr}, med svarfrist {frist:dato}."),
        "krav.svar_egen": _("{hvem} svarte på varselet om trekk: {svar}."),
        "krav.svar": _("{hvem} skrev ned svaret på varselet om trekk: {svar}."),
        "krav.til_beslutter": _("{hvem} sendte trekket til beslutter."),
        "krav.hentet_tilbake": _("{hvem} hentet trekket tilbake fra beslutter."),
        "krav.returnert": _("{hvem} sendte trekket tilbake."),
        "krav.bestemt": _("{hvem} bestemte at {belop:kr} trekkes i stønaden, {per_maned:kr} i måneden."),
        "krav.plan_endret": _("{hvem} endret planen. Vi trekker {per_maned:kr} i måneden."),
        "krav.trekkfri": _("{hvem} ga en måned uten trekk: {maned:maned}."),
        "krav.venter": _("Trekket i stønaden venter på svaret på klagen."),
        "krav.fortsetter": _("Trekket i stønaden går videre etter klagen."),
        "krav.hjelp_bedt": _("{hvem} sa fra om å ha for lite å leve av: «{ord}»"),
        "krav.hjelp_svart": _("{hvem} svarte på at det var for lite å leve av: «{ord}»"),
        "krav.motregnet": _(
            "{belop:kr} du har til gode for {maned:maned}, er satt opp mot det du fikk for mye for samme måned."
        ),
        "krav.innbetalt": _("{belop:kr} av det som ble utbetalt for mye, er betalt tilbake."),
        "krav.innbetaling_rettet": _("{hvem} rettet en innbetaling på {belop:kr}."),
        "krav.tilbakebetaling_falt": _("Vedtaket om tilbakebetaling gjelder ikke lenger. Kravet vurderes på nytt."),
        "krav.frafalt": _("{hvem} bestemte at {belop:kr} ikke kreves tilbake."),
        "krav.gis_tilbake": _("{hvem} bestemte at {belop:kr} betales tilbake til deltakeren."),
        "krav.gis_ikke_tilbake": _("{hvem} bestemte at {belop:kr} ikke betales tilbake til deltakeren likevel."),
        "krav.gjort_opp": _("{belop:kr} som ble utbetalt for mye, er gjort opp."),
        "krav.refundert": _("{belop:kr} som ble utbetalt for mye, er dekket av refusjon fra NAV."),
        "refusjon.fremsatt": _("{hvem} krevde {belop:kr} av etterbetalingen fra NAV."),
        "refusjon.innfridd": _("NAV betalte {belop:kr} av etterbetalingen til kommunen."),
        "refusjon.avslatt": _("NAV dekket ikke kravet om refusjon."),
        "refusjon.frafalt": _("{hvem} trakk tilbake kravet om refusjon."),
    }
)
