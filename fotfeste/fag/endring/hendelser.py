"""The sentences of what changed: told by the participant, made so by the office."""

from django.utils.translation import gettext_lazy as _

from fotfeste.grunnmur.logg.setninger import registrer

registrer(
    {
        "endring.meldt": _("{navn} meldte fra: «{hva}»."),
        "endring.brukt": _("{hvem} la inn det {navn} meldte fra om: «{hva}»."),
        "endring.lest": _("{hvem} svarte {navn} uten å endre noe: {svar}"),
        "endring.trukket": _("{navn} trakk meldingen: «{hva}»."),
        "ytelse.registrert": _("{hvem} registrerte {ytelse} fra {fra:dato}: {belop:kr} per stønadsdag."),
        "ytelse.rettet": _("{hvem} rettet {ytelse} fra {fra:dato}: {belop:kr} per stønadsdag."),
        "ytelse.avsluttet": _("{hvem} registrerte at {ytelse} varer til og med {til:dato}."),
        "ytelse.fjernet": _("{hvem} tok bort {ytelse} fra {fra:dato}: {grunn}"),
    }
)
