"""Guidance on taking an application and making it ready."""

from django.utils.translation import gettext_lazy as _

from fotfeste.fag.veiledning.typer import Rad, Steg
from fotfeste.regelverk.styrke import Styrke

STEG = (
    Steg(
        "soknad.motta",
        _("Ta imot en søknad"),
        (
            Rad(Styrke.SKAL, _("Registrer dagen søknaden kom. Den setter i gang fristene."), "fvl § 11 a, sotjl § 31"),
            Rad(Styrke.SKAL, _("Ta imot søknaden også når den er muntlig eller mangler noe."), "sotjl § 44, fvl § 11"),
            Rad(Styrke.SKAL, _("Veiled søkeren om rett, plikt og hva som skjer videre."), "fvl § 11"),
            Rad(Styrke.BOR, _("Snakk med søkeren innen en uke, og avtal hvem som er kontakt.")),
            Rad(Styrke.KAN, _("La søkeren fortelle med egne ord på sin egen side.")),
        ),
        _("Søknaden kom muntlig 14. mai. Vi skrev den ned sammen, leste den opp med tolk, og hun fikk en kopi."),
    ),
    Steg(
        "soknad.opplysninger",
        _("Be om det som mangler"),
        (
            Rad(Styrke.SKAL, _("Be bare om det som trengs for å avgjøre søknaden."), "fvl § 17"),
            Rad(Styrke.SKAL, _("Send foreløpig svar når svaret ikke kommer innen en måned."), "fvl § 11 a"),
            Rad(Styrke.BOR, _("Si hvorfor dere trenger hver ting, og tilby hjelp til å skaffe den.")),
            Rad(Styrke.BOR, _("Gå videre med det dere har når fristen er ute, og skriv hva som mangler.")),
            Rad(Styrke.KAN, _("Hent selv det kommunen alt har, når søkeren samtykker.")),
        ),
        _("Vi trenger lønnsslippen fra april for å vite hva du lever av. Har du den ikke, hjelper vi deg."),
    ),
)
