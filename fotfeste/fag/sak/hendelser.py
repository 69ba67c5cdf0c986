"""The sentences this subject adds to a case's timeline."""

from django.utils.translation import gettext_lazy as _

from fotfeste.grunnmur.logg.setninger import registrer

registrer(
    {
        "sak.opprettet": _("{hvem} opprettet saken ved {kontor}."),
        "sak.fast_kontakt": _("{kontakt} ble fast kontakt."),
        "sak.overlevert": _("{hvem} overleverte saken til {til}."),
        "sak.overlevering_skrevet": _("{hvem} skrev overleveringen."),
        "sak.overlevering_lest": _("{hvem} leste overleveringen."),
        "sak.overlevering_angret": _("{hvem} angret overleveringen. {til} er fast kontakt igjen."),
        "sak.overlevering_angret_uten": _("{hvem} angret overleveringen."),
        "sak.syn_pa_bytte": _("{hvem} fortalte hva den nye kontakten bør vite."),
    }
)
