"""Guidance on answering whoever asks."""

from django.utils.translation import gettext_lazy as _

from fotfeste.fag.veiledning.typer import Rad, Steg
from fotfeste.regelverk.styrke import Styrke

STEG = (
    Steg(
        "henvendelse.svar",
        _("Svar innen to virkedager"),
        (
            Rad(Styrke.SKAL, _("Den som spør, skal få svar uten ugrunnet opphold."), "fvl § 11 a"),
            Rad(
                Styrke.SKAL,
                _("Du skal gi den veiledningen personen trenger, også når svaret er hos andre."),
                "fvl § 11",
            ),
            Rad(Styrke.BOR, _("Ring tilbake innen to virkedager. Klokken går til personen har fått svar.")),
        ),
        _("Jeg ringte Samira. Pengene kommer fredag 12. juni, og hun fikk vite hvorfor det ble mindre."),
    ),
    Steg(
        "henvendelse.haster",
        _("Når det haster"),
        (
            Rad(
                Styrke.SKAL,
                _("Den som ikke har til mat, medisin eller et sted å sove, får hjelp med en gang."),
                "sotjl § 18",
            ),
            Rad(
                Styrke.SKAL, _("Alle har rett til et midlertidig sted å bo når de ikke klarer det selv."), "sotjl § 27"
            ),
            Rad(Styrke.BOR, _("Gi den rett til vakttelefonen. Den skal ikke vente i køen.")),
        ),
    ),
)
