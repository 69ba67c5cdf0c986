"""Guidance on meetings, the contact log, a concern and evaluations."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from fotfeste.fag.veiledning.typer import Rad, Steg
from fotfeste.regelverk.styrke import Styrke

STEG = (
    Steg(
        "mote.booking",
        _("Om å kalle inn"),
        (
            Rad(Styrke.SKAL, _("Den som trenger tolk, skal ha tolk når dere legger planer."), "tolkeloven § 6"),
            Rad(Styrke.SKAL, _("Barn skal ikke tolke. Heller ikke når de tilbyr seg."), "tolkeloven § 4"),
            Rad(Styrke.SKAL, _("Ber deltakeren eller tiltaket om et møte, sier vi ja. Vi kan bare flytte på tiden.")),
            Rad(Styrke.BOR, _("Si hva møtet handler om, og spør hva deltakeren selv vil snakke om."), "sotjl § 42"),
            Rad(Styrke.KAN, _("Møt deltakeren der det passer: hjemme, på arbeidsplassen eller på telefon.")),
        ),
        _("Vi snakker om hvordan det går i praksisen, og om du vil ta truckførerkurset."),
    ),
    Steg(
        "mote.utenfra",
        _("Når andre er med"),
        (
            Rad(
                Styrke.SKAL,
                _("Deltakeren sier ja først, til hver enkelt. De får høre det de trenger, og ikke mer."),
                "sotjl §§ 43 og 44",
            ),
            Rad(Styrke.BOR, _("Avtal et nytt møte etter en måned når tre parter har møttes.")),
        ),
        _("Arbeidsgiveren trenger å vite hvilke dager du kan jobbe, men ikke hvorfor."),
    ),
    Steg(
        "mote.notat",
        _("Om notatene"),
        (
            Rad(
                Styrke.SKAL,
                _("Deltakeren har rett til å se saken sin. Skriv slik at du kan stå for det."),
                "fvl § 18",
            ),
            Rad(Styrke.SKAL, _("Skriv bare det som trengs for oppfølgingen."), "sotjl § 43"),
            Rad(Styrke.BOR, _("Skriv hva som ble sagt og gjort, ikke hva slags menneske du møtte.")),
        ),
        _("Samira forteller at bussen ikke rekker fram til klokken åtte. Vi leter etter en praksisplass nærmere."),
    ),
    Steg(
        "mote.avtale",
        _("Om avtalene"),
        (
            Rad(Styrke.SKAL, _("Lag planene sammen med deltakeren, og legg stor vekt på det de mener."), "sotjl § 42"),
            Rad(Styrke.BOR, _("Hver avtale sier hvem som gjør hva, og når. Skriv også det NAV har lovet.")),
            Rad(Styrke.KAN, _("La deltakeren ha færre punkter enn dere. Ett er ofte nok.")),
        ),
        _("NAV ringer Testverk om en prøveuke innen fredag. Du leverer tannlegeregningen på mandag."),
    ),
    Steg(
        "mote.ikke_mott",
        _("Når noen ikke kommer"),
        (
            Rad(
                Styrke.SKAL,
                _("Spør før dere trekker. Fravær er ikke ugyldig før noen har prøvd å få tak i deltakeren."),
                "sotjl § 36",
            ),
            Rad(Styrke.BOR, _("Ring samme dag. De fleste som ikke kommer, har en grunn dere kan gjøre noe med.")),
            Rad(Styrke.KAN, _("Hent deltakeren, møtes nærmere, eller dra hjem til dem.")),
        ),
    ),
    Steg(
        "bekymring.meld",
        _("Når du er bekymret"),
        (
            Rad(Styrke.SKAL, _("Er det fare for liv, ring 113 eller 112 først. Skriv etterpå."), ""),
            Rad(Styrke.SKAL, _("En har ansvaret, og skriver hva som er gjort.")),
            Rad(Styrke.BOR, _("Si fra til lederen når du ikke har nådd fram samme dag.")),
            Rad(Styrke.SKAL, _("Ikke før fraværet som ugyldig mens bekymringen følges opp."), "sotjl § 36"),
        ),
        _("Kurslederen ringte kl. 10: Samira kom ikke, og tar ikke telefonen. Hun virket langt nede i går."),
    ),
    Steg(
        "evaluering.hold",
        _("Om evalueringen"),
        (
            Rad(
                Styrke.SKAL,
                _("Vurder hele programmet: hver aktivitet, og hvor langt deltakeren er kommet."),
                "forskriften § 1 tredje ledd",
            ),
            Rad(
                Styrke.SKAL,
                _("Er noe ikke egnet lenger, endrer dere programmet."),
                "forskriften § 1 tredje ledd",
            ),
            Rad(Styrke.SKAL, _("Deltakeren er med, og forbereder seg også."), "sotjl § 42"),
            Rad(Styrke.BOR, _("Se ekstra tidlig på programmet når kartleggingen gikk fort.")),
            Rad(Styrke.KAN, _("Evaluer når som helst, også utenom datoene i programmet.")),
        ),
        _("Norskkurset hjelper, butikken gjør ikke det. Samira vil heller prøve kjøkken. Vi bytter fra mai."),
    ),
)
