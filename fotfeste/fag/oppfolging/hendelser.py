"""The sentences this subject adds to a case's timeline."""

from django.utils.translation import gettext_lazy as _

from fotfeste.grunnmur.logg.setninger import registrer

registrer(
    {
        "kontakt.gjennomfort": _("{hvem} og {navn} snakket sammen: {kanal}."),
        "kontakt.gjennomfort_tolk": _("{hvem} og {navn} snakket sammen med tolk: {kanal}."),
        "kontakt.ikke_mott": _("{navn} kom ikke til avtalen med {hvem}."),
        "kontakt.ikke_svar": _("{hvem} prøvde å få tak i {navn}, uten svar: {kanal}."),
    }
)
