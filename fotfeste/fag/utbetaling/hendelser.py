"""The sentences this subject adds to a case's timeline."""

from django.utils.translation import gettext_lazy as _

from fotfeste.grunnmur.logg.setninger import registrer

registrer(
    {
        "utbetaling.frigitt": _("{belop:kr} for {maned:maned} ble frigitt av {hvem} og kommer {dato:dato}."),
        "utbetaling.ingenting": _("{hvem} frigav utbetalingen for {maned:maned}. Det er ingenting å utbetale."),
        "utbetaling.flyttet": _("Utbetalingen for {maned:maned} er flyttet, og kommer {dato:dato}."),
    }
)
