"""Guidance on finding those who may need the programme, and leaving the choice to them."""

from django.utils.translation import gettext_lazy as _

from fotfeste.fag.veiledning.typer import Rad, Steg
from fotfeste.regelverk.styrke import Styrke

STEG = (
    Steg(
        "kandidat.meld",
        _("Hvem bør du tenke på?"),
        (
            Rad(
                Styrke.SKAL,
                _("Tilbudet skal nå alle som har rett til programmet. Økonomi og antall plasser er aldri grunner."),
                "sotjl § 29",
            ),
            Rad(
                Styrke.SKAL,
                _("Det noen utenfor kontoret forteller, tar dere imot når personen har samtykket."),
                "sotjl § 44",
            ),
            Rad(
                Styrke.BOR,
                _(
                    "Tenk særlig på unge uten arbeid eller skole, den som lenge har levd av sosialhjelp, "
                    "og den som aldri har vært i kontakt med NAV."
                ),
            ),
            Rad(Styrke.KAN, _("Du trenger ikke å vite om vilkårene er oppfylt. Det finner dere ut sammen etterpå.")),
        ),
        _("Hun er 24, har ikke hatt jobb siden ungdomsskolen, og sier hun vil ut av huset."),
    ),
    Steg(
        "kandidat.samtale",
        _("Fortell om programmet, og la valget være personens"),
        (
            Rad(Styrke.SKAL, _("Fortell hva programmet er, hva det krever, og hva det gir."), "sotjl § 17"),
            Rad(Styrke.SKAL, _("Si at det er frivillig å søke. Et nei får ingen følger her."), "sotjl § 29"),
            Rad(Styrke.SKAL, _("Bruk tolk når dere trenger det for å forstå hverandre."), "fvl § 11 e"),
            Rad(Styrke.BOR, _("Skriv svaret med personens egne ord, også når svaret er nei.")),
        ),
        _("«Jeg vil gjerne, men først når barnet har fått plass i barnehagen.»"),
    ),
    Steg(
        "kandidat.utfall",
        _("Når dere legger bort en kandidat"),
        (
            Rad(
                Styrke.SKAL,
                _("Den som vil søke, skal få søke og få vedtak, uansett hva dere mener om målgruppen."),
                "sotjl § 29",
            ),
            Rad(Styrke.BOR, _("Er det bare ikke riktig nå, velger dere en dag dere ser igjen, og skriver hvorfor.")),
        ),
        _("Begynner på skole i august. Vi ser igjen i oktober."),
    ),
)
