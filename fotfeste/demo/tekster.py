"""What the synthetic people and their caseworkers wrote. Short, in plain words, and about nobody."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time

from fotfeste.fag.program.enums import Aktivitetsgruppe as G
from fotfeste.fag.program.innhold import Blokkinn

ONSKER = (
    "Jeg vil jobbe fast med barn, og ta fagbrev når norsken er god nok.",
    "Jeg vil tilbake til butikk. Jeg liker å ha folk rundt meg.",
    "Jeg vil kjøre lastebil. Jeg har kjørt før, men mangler norsk førerkort.",
    "Jeg vil jobbe på kjøkken og forsørge familien min selv.",
    "Jeg vet ikke helt ennå. Jeg vil ha noe å gå til, og klare meg uten sosialhjelp.",
    "Jeg vil jobbe med data. Jeg har lært meg mye hjemme, men har ingen papirer.",
)
SITUASJON = (
    "Jeg har ikke jobbet på fire år. Jeg har vondt i ryggen og sover dårlig, men jeg kan jobbe med noe lett.",
    "Jeg kom til Norge for tre år siden. Jeg var ferdig med introduksjonsprogrammet i fjor og får sosialhjelp.",
    "Jeg har hatt småjobber, men ingen fast. Jeg har to barn og bor trangt.",
    "Jeg sluttet på videregående. Jeg har slitt med angst, og det går bedre nå.",
)


SAMTALER = (
    "Praksisen går bra. Vi avtalte å spørre om flere oppgaver.",
    "Fornøyd med kurset. Trenger hjelp til å søke barnehageplass.",
    "Litt slitsomt nå. Vi ser på uken på nytt neste gang.",
    "Har vært på intervju og venter på svar.",
)


@dataclass(frozen=True, slots=True)
class Aev:
    """The texts of an assessment."""

    ressurser: str
    hindringer: str
    punkter: tuple[str, str, str, str, str]
    deltaker: str
    grad: str
    mal: str


AEV = (
    Aev(
        "Har ti års erfaring fra butikk i hjemlandet, møter alltid til avtalt tid og har gode attester.",
        "Norsk på A2, og smerter i ryggen ved tunge løft.",
        (
            "Gode muligheter i butikk og lager på sikt. Trenger praksis for å vise hva hun kan.",
            "Butikk med varierte oppgaver og lite løfting. Ønsker selv å jobbe med kunder.",
            "Trenger norsk på arbeidsplassen, praksis med fadder og hjelp til å søke jobb.",
            "Arbeidsevnen er nedsatt med om lag halvparten, fordi språk og rygg begrenser hvilke oppgaver hun kan ta.",
            "Kvalifiseringsprogram med praksis fire dager, norsk én dag og tett oppfølging av jobbspesialist.",
        ),
        "Jeg vil jobbe med folk. Jeg er redd for at norsken min ikke holder.",
        "om lag halvparten",
        "Fast deltidsjobb i butikk, og norsk på B1.",
    ),
    Aev(
        "Er praktisk, lærer fort når noen viser ham, og har førerkort klasse B.",
        "Sluttet på skolen, har hatt angst i flere år og lite arbeidserfaring.",
        (
            "Muligheter i arbeid med hendene, når dagene er forutsigbare.",
            "Verksted, vaktmester eller lager. Ønsker faste oppgaver og få folk i starten.",
            "Trenger gradvis opptrapping, en fast kontakt og behandling ved siden av.",
            "Arbeidsevnen er vesentlig nedsatt. Han kan jobbe tre til fire timer om dagen nå.",
            "Kvalifiseringsprogram med arbeidstrening, egentid til behandling og jobbsøking fra andre halvår.",
        ),
        "Jeg klarer mer enn folk tror, men jeg må få begynne rolig.",
        "til tre til fire timer om dagen nå",
        "Arbeid på verksted eller lager i hele dager.",
    ),
    Aev(
        "Snakker fire språk, har oppdratt tre barn og hjulpet mange med tolking på frivillig basis.",
        "Har aldri hatt lønnet arbeid, og har ansvar for barna alene.",
        (
            "Gode muligheter innen barnehage, renhold og service.",
            "Barnehage er målet. Språkene er en ressurs der.",
            "Trenger barnepass som passer med arbeidstiden, praksis og fagkurs.",
            "Arbeidsevnen er nedsatt fordi hun mangler erfaring og nettverk i arbeidslivet.",
            "Kvalifiseringsprogram med praksis i barnehage og fagkurs for assistenter.",
        ),
        "Jeg vil at barna skal se at jeg går på jobb.",
        "om lag en tredel, til hun har fått erfaring",
        "Fast arbeid som assistent i barnehage.",
    ),
)


@dataclass(frozen=True, slots=True)
class Aktivitetsmal:
    """An activity of a template week."""

    navn: str
    gruppe: G
    formal: str
    arrangor: str
    sted: str
    blokker: tuple[Blokkinn, ...]


def _b(dager: str, start: str, slutt: str) -> tuple[Blokkinn, ...]:
    """Blocks on the weekdays numbered in `dager`."""
    return tuple(Blokkinn(int(d), time.fromisoformat(start), time.fromisoformat(slutt)) for d in dager)


UKER: tuple[tuple[Aktivitetsmal, ...], ...] = (
    (
        Aktivitetsmal("Praksis", G.ARBEIDSRETTET, "Bli kjent med arbeidet i barnehage", "Fjordvik barnehage",
                      "Strandgata 3", _b("013", "08:30", "16:00")),
        Aktivitetsmal("Norsk B1", G.OPPLAERING, "Bestå norskprøven", "Ny Vei", "Rom 4", _b("2", "08:30", "12:00")),
        Aktivitetsmal("Fysioterapi og egentid", G.HELSE, "Styrke ryggen", "", "Fjordvik fysioterapi",
                      _b("2", "12:00", "16:00")),
        Aktivitetsmal("Jobbsøking", G.ARBEIDSSOKING, "Finne ledige stillinger", "NAV", "Jobbrommet",
                      _b("4", "08:30", "12:00")),
        Aktivitetsmal("Egen aktivitet", G.EGENAKTIVITET, "Kjøreprøve og trening", "", "", _b("4", "12:00", "16:00")),
    ),
    (
        Aktivitetsmal("Arbeidstrening", G.ARBEIDSRETTET, "Komme i gang med faste dager", "Verkstedet Fjordvik",
                      "Havna 12", _b("0123", "08:00", "14:30")),
        Aktivitetsmal("Samtale med jobbspesialist", G.STOTTE, "Fast oppfølging", "NAV", "", _b("4", "09:00", "11:00")),
        Aktivitetsmal("Behandling", G.HELSE, "Time hos psykolog og egentid", "", "", _b("0123", "14:30", "16:00")),
        Aktivitetsmal("Jobbsøking", G.ARBEIDSSOKING, "Søknader og intervjutrening", "NAV", "Jobbrommet",
                      _b("4", "11:00", "14:30")),
    ),
    (
        Aktivitetsmal("Praksis", G.ARBEIDSRETTET, "Lære kasse og vareplassering", "Matkroken", "Torget 1",
                      _b("01", "08:00", "15:30")),
        Aktivitetsmal("Deltidsjobb", G.LONNET_ARBEID, "Lønnet jobb i butikk", "Matkroken", "Torget 1",
                      _b("3", "08:00", "15:30")),
        Aktivitetsmal("Fagkurs", G.OPPLAERING, "Kurs i salg og service", "Ny Vei", "Rom 2", _b("2", "08:00", "15:30")),
        Aktivitetsmal("Jobbsøking", G.ARBEIDSSOKING, "Flere timer i fast jobb", "NAV", "", _b("4", "08:00", "15:30")),
    ),
)  # fmt: skip
"""Three weeks of 37.5 hours. The last has a paid job in it."""

NYTT_AR = "Vi begynner det nye året med den samme uken, og legger inn mer jobbsøking når praksisen er over."

MED_LONNET_JOBB = 2

SVAR_PA_VARSEL = (
    "Jeg er enig. Vi har snakket om det, og det passer for meg nå.",
    "Jeg skulle gjerne hatt litt mer tid, men jeg skjønner hvorfor dere gjør det.",
    "",
)
"""What participants answer to an advance notice; an empty one would say nothing."""
