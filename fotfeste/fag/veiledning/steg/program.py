"""Guidance for making the programme with the participant."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from fotfeste.fag.veiledning.typer import Rad, Steg
from fotfeste.regelverk.styrke import Styrke

STEG = (
    Steg(
        "program",
        _("Lag programmet"),
        (
            Rad(Styrke.SKAL, _("Lag programmet sammen med deltakeren."), "sotjl § 42"),
            Rad(Styrke.SKAL, _("Ta med arbeidsrettede tiltak, og jobbsøking i avslutningsdelen."), "forskriften § 1"),
            Rad(Styrke.SKAL, _("Bestem når programmet skal evalueres."), "forskriften § 1"),
            Rad(Styrke.BOR, _("Begynn med deltakerens eget mål, med deltakerens egne ord.")),
            Rad(Styrke.BOR, _("Fyll uken: programmet er helårig og på full tid."), "sotjl § 30"),
            Rad(Styrke.KAN, _("La opplæring, helsehjelp og egentid være en del av uken."), "sotjl § 30"),
        ),
    ),
    Steg(
        "program.mal",
        _("Slik skriver dere mål"),
        (
            Rad(Styrke.SKAL, _("Programmet skal støtte og forberede overgangen til arbeid."), "sotjl § 30"),
            Rad(Styrke.SKAL, _("Programmet utformes sammen med deltakeren. Bruk deltakerens egne ord."), "sotjl § 42"),
            Rad(Styrke.BOR, _("Skriv mål dere kan se om er nådd, med en dato.")),
            Rad(Styrke.KAN, _("Ta med det som står i veien utenfor jobben: bolig, tenner, økonomi, språk, familie.")),
        ),
        _("Jeg vil jobbe på lager. Først tar jeg truckførerbevis, innen påske."),
    ),
    Steg(
        "program.aktivitet",
        _("Slik velger dere aktiviteter"),
        (
            Rad(
                Styrke.SKAL,
                _("Programmet er på full tid, og den vesentlige delen er rettet mot arbeid."),
                "sotjl § 30",
            ),
            Rad(Styrke.SKAL, _("Jobbsøking er med senest i avslutningsdelen."), "fk § 1"),
            Rad(Styrke.BOR, _("Si hvem som følger opp i hver aktivitet, hos oss og hos arrangøren.")),
            Rad(Styrke.KAN, _("Behandling og opptrening kan gå samtidig med jobb eller praksis."), "fk § 1"),
        ),
        _("Praksis på lager fire dager. Ola hos arrangøren ringer jobbspesialisten hver fredag."),
    ),
    Steg(
        "program.valg",
        _("Slik viser dere et reelt valg"),
        (
            Rad(Styrke.SKAL, _("Legg stor vekt på hva deltakeren mener."), "sotjl § 42"),
            Rad(Styrke.BOR, _("Vis minst to veier, og hva hver av dem fører med seg.")),
            Rad(Styrke.BOR, _("Er ønsket langt unna, skriv det ned og hva dere snakket om. Det er ikke borte.")),
            Rad(Styrke.SKAL, _("Penger er aldri en grunn til å holde noe tilbake."), "sotjl § 29"),
        ),
        _("Vi så på truckkurs og på praksis i butikk. Hun valgte kurset fordi hun vil ha bevis."),
    ),
    Steg(
        "program.evaluering",
        _("Når programmet skal ses på sammen"),
        (
            Rad(Styrke.SKAL, _("Programmet sier når det skal evalueres. «Etter behov» er ikke en tid."), "fk § 1"),
            Rad(Styrke.BOR, _("Se på det underveis, halvveis og ved slutten.")),
        ),
        _("2. september, 1. desember (halvveis) og 20. mai (ved slutten)."),
    ),
)
