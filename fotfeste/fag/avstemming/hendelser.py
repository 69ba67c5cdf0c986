"""The sentences this subject adds to a case's timeline."""

from django.utils.translation import gettext_lazy as _

from fotfeste.grunnmur.logg.setninger import registrer

registrer(
    {
        "avstemming.dobbelt": _("{hvem} fant ut at {belop:kr} for {maned:maned} er betalt to ganger."),
        "avstemming.dobbelt_falt": _("{belop:kr} for {maned:maned} er ikke lenger betalt to ganger."),
    }
)
