"""Guidance for offering and making the individual plan."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from fotfeste.fag.veiledning.typer import Rad, Steg
from fotfeste.regelverk.styrke import Styrke

STEG = (
    Steg(
        "plan.tilby",
        _("Slik tilbyr du individuell plan"),
        (
            Rad(
                Styrke.SKAL,
                _("Alle i programmet har rett til individuell plan, uansett hva du mener de trenger."),
                "sotjl § 33",
            ),
            Rad(Styrke.SKAL, _("Bruk tolk når deltakeren trenger det."), "fvl § 11"),
            Rad(Styrke.BOR, _("Fortell om planen i en samtale. Et brev alene er ofte ikke til å forstå.")),
            Rad(Styrke.KAN, _("Vis hva som allerede er på plass: mål, uke og hvem som hjelper.")),
        ),
        _(
            "Du har rett til en plan der alle som hjelper deg, avtaler hvem som gjør hva. Legen kan være med, og du "
            "bestemmer hvem som får vite hva. Én av oss passer på at det skjer. Vil du ha det? Du kan si ja senere."
        ),
    ),
    Steg(
        "plan.innhold",
        _("Hva planen må inneholde"),
        (
            Rad(Styrke.SKAL, _("De ti punktene i forskriften må være med før planen gjelder."), "IP-forskriften § 9"),
            Rad(Styrke.SKAL, _("Det er bare én individuell plan for hver person."), "IP-forskriften § 9"),
            Rad(Styrke.SKAL, _("Ta hensyn til språk og kultur."), "IP-forskriften § 9"),
            Rad(Styrke.SKAL, _("Deltakeren er med på å lage planen."), "IP-forskriften § 4"),
        ),
        _("NAV: praksis og norsk. Fastlegen: smertebehandling. Fjordvik Helse: psykolog hver uke. Koordinator: Mari."),
    ),
    Steg(
        "plan.samtykke",
        _("Samtykke"),
        (
            Rad(Styrke.SKAL, _("Planen lages ikke uten samtykke."), "IP-forskriften § 5"),
            Rad(
                Styrke.SKAL,
                _("Hver som skal få vite noe, trenger et eget samtykke som sier hva."),
                "IP-forskriften § 9",
            ),
            Rad(Styrke.SKAL, _("Et samtykke kan trekkes når som helst.")),
        ),
        _("Fastlegen kan få vite hvilke dager jeg er i praksis, og ikke noe mer."),
    ),
)
