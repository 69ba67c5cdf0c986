"""The questions of the self-assessment: plain words, ticks and free text; resources and work first, health last.

Each answer belongs under one of the points a–e, so that what is told once stands beside the caseworker's text.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from fotfeste.fag.kartlegging.enums import Temagruppe

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


@dataclass(frozen=True, slots=True)
class Sporsmal:
    """One question: its theme group, the point its answer belongs under, and what can be ticked."""

    kode: str
    tema: Temagruppe
    punkt: str
    tekst: StrOrPromise
    hjelp: StrOrPromise
    valg: tuple[tuple[str, StrOrPromise], ...] = ()

    def valg_i_ord(self, koder: list[str]) -> list[str]:
        """The labels of what was ticked, in the question's order."""
        return [str(ord_) for kode, ord_ in self.valg if kode in koder]


_BRANSJER: tuple[tuple[str, StrOrPromise], ...] = (
    ("butikk", _("Butikk og service")),
    ("kjokken", _("Kjøkken og servering")),
    ("renhold", _("Renhold")),
    ("barn", _("Barnehage eller skole")),
    ("omsorg", _("Helse og omsorg")),
    ("bygg", _("Bygg, verksted eller håndverk")),
    ("lager", _("Lager og transport")),
    ("kontor", _("Kontor og data")),
    ("natur", _("Jordbruk, fiske eller ute")),
)
_T = Temagruppe

SPORSMAL = (
    Sporsmal(
        "har_jobbet",
        _T.ARBEID,
        "a",
        _("Hva har du jobbet med?"),
        _("Ta med alt: betalt arbeid, arbeid i et annet land, frivillig arbeid og arbeid hjemme."),
        (
            *_BRANSJER,
            ("eget", _("Eget firma")),
            ("frivillig", _("Frivillig arbeid")),
            ("hjemme", _("Hjemme med familien")),
            ("ingen", _("Jeg har ikke hatt jobb ennå")),
        ),
    ),
    Sporsmal(
        "vil_jobbe",
        _T.ARBEID,
        "b",
        _("Hva vil du jobbe med?"),
        _("Du kan velge flere. Det gjør ikke noe om du er usikker."),
        (*_BRANSJER, ("vet_ikke", _("Jeg vet ikke ennå"))),
    ),
    Sporsmal(
        "passer",
        _T.ARBEID,
        "b",
        _("Hva skal til for at en jobb passer for deg?"),
        _("Tenk på en dag der det gikk bra."),
        (
            ("folk", _("Sammen med andre folk")),
            ("rolig", _("Et rolig sted")),
            ("faste", _("Faste oppgaver")),
            ("variasjon", _("Ulike oppgaver")),
            ("kort", _("Korte dager i starten")),
            ("bevegelse", _("Bevege meg")),
            ("sitte", _("Kunne sitte")),
            ("nar", _("Nær hjemmet")),
        ),
    ),
    Sporsmal(
        "skole",
        _T.UTDANNING,
        "a",
        _("Hvilken skole har du gått på?"),
        _("Ta med skole i andre land, og det du ikke ble ferdig med."),
        (
            ("grunnskole", _("Grunnskole")),
            ("videregaende", _("Videregående skole")),
            ("fagbrev", _("Fagbrev")),
            ("hoyere", _("Høyskole eller universitet")),
            ("kurs", _("Kurs")),
            ("utlandet", _("Skole i et annet land")),
            ("avbrutt", _("Noe jeg ikke ble ferdig med")),
        ),
    ),
    Sporsmal(
        "god_til",
        _T.UTDANNING,
        "a",
        _("Hva er du god til?"),
        _("Også det du har lært hjemme, av venner eller på egen hånd."),
        (
            ("sprak", _("Flere språk")),
            ("data", _("Data og mobil")),
            ("kjore", _("Kjøre bil eller truck")),
            ("hender", _("Arbeide med hendene")),
            ("mat", _("Lage mat")),
            ("hjelpe", _("Hjelpe andre")),
            ("ordne", _("Ordne og planlegge")),
            ("tall", _("Tall")),
        ),
    ),
    Sporsmal(
        "vil_laere",
        _T.UTDANNING,
        "e",
        _("Hva vil du lære mer om?"),
        _("Har du tatt kurs som ikke hjalp? Skriv det også."),
        (
            ("norsk", _("Norsk")),
            ("lese", _("Lese, skrive eller regne")),
            ("data", _("Data")),
            ("forerkort", _("Førerkort eller truckbevis")),
            ("fagbrev", _("Fagbrev")),
            ("arbeidsliv", _("Hvordan det er å jobbe i Norge")),
        ),
    ),
    Sporsmal(
        "fritid",
        _T.INTERESSER,
        "a",
        _("Hva liker du å gjøre når du har fri?"),
        _("Det kan vise noe du er god til."),
    ),
    Sporsmal(
        "stolt",
        _T.PERSONLIG,
        "a",
        _("Hva er du stolt av at du har klart?"),
        _("Det kan være lite eller stort."),
    ),
    Sporsmal(
        "driver",
        _T.PERSONLIG,
        "b",
        _("Hvorfor vil du ha jobb?"),
        _("Det som er viktig for deg."),
        (
            ("penger", _("Egne penger")),
            ("noe_a_ga_til", _("Noe å gå til")),
            ("folk", _("Treffe folk")),
            ("barna", _("For barna")),
            ("laere", _("Lære og bruke det jeg kan")),
            ("frihet", _("Klare meg selv")),
        ),
    ),
    Sporsmal(
        "hjelp",
        _T.PERSONLIG,
        "e",
        _("Hva slags hjelp tror du ville virke for deg?"),
        _("Hva har hjulpet før? Hva vil du prøve nå?"),
        (
            ("praksis", _("Prøve en jobb (praksis)")),
            ("soke", _("Søke jobber")),
            ("kurs", _("Kurs eller skole")),
            ("arbeidsgiver", _("At dere snakker med arbeidsgiveren")),
            ("tett", _("En som følger meg tett")),
            ("orden", _("Få orden på andre ting først")),
        ),
    ),
    Sporsmal(
        "vanskelig",
        _T.PERSONLIG,
        "d",
        _("Hva gjør det vanskelig å jobbe nå?"),
        _("Skriv bare det du vil fortelle."),
        (
            ("sprak", _("Språket")),
            ("erfaring", _("Jeg har lite erfaring")),
            ("selvtillit", _("Jeg er usikker på meg selv")),
            ("i_gang", _("Å komme i gang om morgenen")),
            ("konsentrasjon", _("Å holde konsentrasjonen")),
            ("beskjeder", _("Å forstå beskjeder")),
            ("nei", _("Ingenting av dette")),
        ),
    ),
    Sporsmal(
        "hverdagen",
        _T.SOSIALT,
        "c",
        _("Hva må ordnes hjemme for at du kan jobbe?"),
        _("Velg det som gjelder deg."),
        (
            ("bolig", _("Bolig")),
            ("barnepass", _("Barnepass")),
            ("okonomi", _("Økonomi eller gjeld")),
            ("reise", _("Hvordan jeg skal reise")),
            ("omsorg", _("Noen jeg har omsorg for")),
            ("digitalt", _("BankID, telefon eller data")),
            ("nei", _("Ingenting av dette")),
        ),
    ),
    Sporsmal(
        "stotte",
        _T.SOSIALT,
        "a",
        _("Hvem støtter deg?"),
        _("Familie, venner, en nabo, en lege eller noen andre."),
    ),
    Sporsmal(
        "helse",
        _T.HELSE,
        "d",
        _("Er det noe med helsen vi bør vite om?"),
        _("Du bestemmer selv hva du forteller."),
        (
            ("kropp", _("Smerter eller sykdom i kroppen")),
            ("psykisk", _("Psykisk helse")),
            ("sovn", _("Søvn")),
            ("syn", _("Syn eller hørsel")),
            ("rus", _("Rus")),
            ("behandling", _("Jeg er i behandling")),
            ("nei", _("Nei")),
        ),
    ),
    Sporsmal(
        "tilpasning",
        _T.HELSE,
        "c",
        _("Hva hjelper deg på en dårlig dag?"),
        _("Så vet vi hva vi skal ordne på arbeidsplassen."),
        (
            ("pauser", _("Flere pauser")),
            ("lettere", _("Lettere arbeid")),
            ("hjelpemidler", _("Hjelpemidler")),
            ("ro", _("Ro rundt meg")),
            ("fast", _("En fast person å spørre")),
        ),
    ),
)

ETTER_KODE = {sporsmal.kode: sporsmal for sporsmal in SPORSMAL}


def neste(kode: str) -> Sporsmal | None:
    """The question after `kode`; None after the last. KeyError for a question that does not exist."""
    nummer = SPORSMAL.index(ETTER_KODE[kode])
    return SPORSMAL[nummer + 1] if nummer + 1 < len(SPORSMAL) else None


def forrige(kode: str) -> Sporsmal | None:
    """The question before `kode`; None before the first. KeyError for a question that does not exist."""
    nummer = SPORSMAL.index(ETTER_KODE[kode])
    return SPORSMAL[nummer - 1] if nummer else None
