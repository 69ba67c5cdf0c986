"""The sentences of an enquiry: in its case's timeline when it has one, else in its own thread."""

from django.utils.translation import gettext_lazy as _

from fotfeste.grunnmur.logg.setninger import registrer

registrer(
    {
        "henvendelse.mottatt": _("Henvendelse fra {navn}: {tema}. Kanal: {kanal}."),
        "henvendelse.fordelt": _("{til} fikk henvendelsen: {grunn}."),
        "henvendelse.uten_mottaker": _("Henvendelsen har ingen mottaker ennå."),
        "henvendelse.forsok": _("{hvem} prøvde å få tak i {navn}, uten svar: {kanal}."),
        "henvendelse.videresendt": _("{hvem} sendte henvendelsen videre til {til}."),
        "henvendelse.besvart": _("{hvem} svarte {navn}: {kanal}."),
        "henvendelse.slettet": _("Hvem det var og hva som ble sagt, er slettet."),
    }
)
