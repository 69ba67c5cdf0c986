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
        "utbetaling.ingenting": _("{hvem} frigav utbetalingen for {maned:maned}. Det er ingenting å utbetale."),
        "utbetaling.flyttet": _("Utbetalingen for {maned:maned} er flyttet, og kommer {dato:dato}."),
        "etterregning.mer": _("{maned:maned} er regnet på nytt. Det er {belop:kr} mer enn du fikk."),
        "etterregning.mindre": _("{maned:maned} er regnet på nytt. Det er {belop:kr} mindre enn du fikk."),
        "innkreving.registrert": _("Barnetillegget for {barn} går til NAV Innkreving fra {fra:dato}."),
        "innkreving.avsluttet": _("Barnetillegget for {barn} går ikke lenger til NAV Innkreving etter {til:dato}."),
        "forskudd.bestemt": _("{hvem} bestemte at {belop:kr} av stønaden for {maned:maned} kan betales på forhånd."),
        "forskudd.trukket": _("Forskuddet for {maned:maned} betales ikke likevel."),
    }
)
