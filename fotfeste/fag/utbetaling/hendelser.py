"""The sentences this subject adds to a case's timeline."""

from django.utils.translation import gettext_lazy as _

from fotfeste.grunnmur.logg.setninger import registrer

registrer(
    {
        "utbetaling.frigitt": _("{belop:kr} for {maned:maned} ble frigitt av {hvem} og kommer {dato:dato}."),
        "utbetaling.etterbetaling": _(
            "Etterbetaling på {belop:kr} for {maned:maned} ble frigitt av {hvem} og kommer {dato:dato}."
        ),
        "utbetaling.forskudd": _(
            "Forskudd på {belop:kr} for {maned:maned} ble frigitt av {hvem} og kommer {dato:dato}."
        ),
        "utbetaling.innkreving": _(
            "{belop:kr} av barnetillegget for {maned:maned} sendes til NAV Innkreving {dato:dato}."
        ),
        "utbetaling.tilbakeforing": _(
            "{belop:kr} du har betalt, får du tilbake. Det ble frigitt av {hvem} og kommer {dato:dato}."
        ),
        "utbetaling.ingenting": _("{hvem} frigav utbetalingen for {maned:maned}. Det er ingenting å utbetale."),
        "utbetaling.flyttet": _("Utbetalingen for {maned:maned} er flyttet, og kommer {dato:dato}."),
        "utbetaling.betalt": _("{belop:kr} for {maned:maned} kom på konto {dato:dato}."),
        "utbetaling.avvist": _(
            "Banken kunne ikke betale {belop:kr} for {maned:maned}. {arsak} Ingenting er tapt, pengene betales på nytt."
        ),
        "utbetaling.returnert": _(
            "{belop:kr} for {maned:maned} kom i retur fra banken. {arsak} Ingenting er tapt, pengene betales på nytt."
        ),
        "utbetaling.feilsendt": _(
            "{hvem} fant ut at {belop:kr} for {maned:maned} gikk til feil konto. Pengene betales på nytt."
        ),
        "utbetaling.prov_igjen": _(
            "{hvem} bestemte at {belop:kr} for {maned:maned} betales til den samme kontoen en gang til."
        ),
        "utbetaling.innkreving_betalt": _(
            "{belop:kr} av barnetillegget for {maned:maned} kom til NAV Innkreving {dato:dato}."
        ),
        "utbetaling.innkreving_feilet": _(
            "{belop:kr} av barnetillegget for {maned:maned} kom ikke fram til NAV Innkreving. {arsak}"
        ),
        "utbetaling.grunn": _("Om betalingen for {maned:maned} skrev {hvem}: {grunn}"),
        "utbetaling.stanset": _("En ny betaling av {belop:kr} for {maned:maned} ble stanset: den første kom fram."),
        "etterregning.mer": _("{maned:maned} er regnet på nytt. Det er {belop:kr} mer enn du fikk."),
        "etterregning.mindre": _("{maned:maned} er regnet på nytt. Det er {belop:kr} mindre enn du fikk."),
        "innkreving.registrert": _("Barnetillegget for {barn} går til NAV Innkreving fra {fra:dato}."),
        "innkreving.tatt_tilbake": _(
            "{hvem} tok tilbake kravet fra NAV Innkreving om barnetillegget for {barn} fra {fra:dato}: {grunn}"
        ),
        "innkreving.avsluttet": _("Barnetillegget for {barn} går ikke lenger til NAV Innkreving etter {til:dato}."),
        "forskudd.bestemt": _("{hvem} bestemte at {belop:kr} av stønaden for {maned:maned} kan betales på forhånd."),
        "forskudd.trukket": _("Forskuddet for {maned:maned} betales ikke likevel."),
    }
)
