"""The life of a programme: why it may pause or end (§ 34), what extends it (§ 32, forskriften § 2), and what counts.

The law gives a pause and an ending one ground each time: something «saklig begrunnet i forhold ved deltakeren». What
the ground can be is coded here, with the provision that carries it, so that reasons can be read, counted and checked.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from fotfeste.regelverk import tid
from fotfeste.regelverk.frister import Hendelser, frister
from fotfeste.regelverk.ord import dato_i_ord
from fotfeste.regelverk.parametre import Verdi
from fotfeste.regelverk.rettskilde import Rettskilde, fk, sotjl
from fotfeste.regelverk.tid import EN_DAG, Periode

# The participant's job or child does not cost them the programme in the first year (lov 20 December 2018 nr. 98).
VERNET_I = Verdi(
    "maneder_vernet_fravaer", Fraction(12), date(2019, 1, 1), date(2018, 12, 20), "LOV-2018-12-20-98", sotjl(34, 2)
)


class Grunn(StrEnum):
    """Why a programme is paused or ended."""

    ORDINAERT_ARBEID = "ordinaert_arbeid"
    FODSEL = "fodsel"
    ADOPSJON = "adopsjon"
    SYKDOM = "sykdom"
    OMSORG = "omsorg"
    SONING = "soning"
    UTEBLIVELSE = "uteblivelse"
    EGET_ONSKE = "eget_onske"
    MALET_NADD = "malet_nadd"
    PERIODEN_UTE = "perioden_ute"
    KOMMER_IKKE_TILBAKE = "kommer_ikke_tilbake"
    PAUSE_I_ETT_AR = "pause_i_ett_ar"
    VILKAR_IKKE_OPPFYLT = "vilkar_ikke_oppfylt"
    ANNEN_YTELSE = "annen_ytelse"
    FLYTTING = "flytting"
    ANNET = "annet"


@dataclass(frozen=True, slots=True)
class Grunnregel:
    """A ground: its words, the provision, whether it can carry a pause and an ending, and what proves it.

    `vernet`: absence for it does not end the programme in its first year. `fravaer`: the ending rests on absence, so
    that its first day must be known. `bevis` is what one usually asks for; `skal_skrives`: say what it is in words.
    """

    navn: str
    hjemmel: Rettskilde
    pause: bool
    slutt: bool
    bevis: str
    vernet: bool = False
    fravaer: bool = False
    skal_skrives: bool = False


_FORHOLD = sotjl(34, 1, 1)
GRUNNER: dict[Grunn, Grunnregel] = {
    Grunn.ORDINAERT_ARBEID: Grunnregel(
        "Ordinært arbeid", _FORHOLD, pause=True, slutt=True, bevis="arbeidsavtale", vernet=True, fravaer=True
    ),
    Grunn.FODSEL: Grunnregel(
        "Fødsel",
        _FORHOLD,
        pause=True,
        slutt=True,
        bevis="terminbekreftelse eller fødselsmelding",
        vernet=True,
        fravaer=True,
    ),
    Grunn.ADOPSJON: Grunnregel(
        "Adopsjon", _FORHOLD, pause=True, slutt=True, bevis="bekreftelse på adopsjon", vernet=True, fravaer=True
    ),
    Grunn.SYKDOM: Grunnregel(
        "Sykdom eller behandling", _FORHOLD, pause=True, slutt=True, bevis="legeerklæring eller innkalling"
    ),
    Grunn.OMSORG: Grunnregel(
        "Omsorg for barn eller nær familie", _FORHOLD, pause=True, slutt=True, bevis="samtale eller attest"
    ),
    Grunn.SONING: Grunnregel("Soning", _FORHOLD, pause=True, slutt=True, bevis="innkalling"),
    Grunn.UTEBLIVELSE: Grunnregel(
        "Uteblir over tid", _FORHOLD, pause=True, slutt=True, bevis="timelister og forsøk på kontakt", fravaer=True
    ),
    Grunn.EGET_ONSKE: Grunnregel(
        "Deltakeren ønsker det selv", _FORHOLD, pause=True, slutt=True, bevis="det deltakeren har sagt eller skrevet"
    ),
    Grunn.MALET_NADD: Grunnregel(
        "Målet med programmet er nådd",
        _FORHOLD,
        pause=False,
        slutt=True,
        bevis="arbeidsavtale, opptak eller evaluering",
    ),
    Grunn.PERIODEN_UTE: Grunnregel(
        "Perioden er ute, og programmet forlenges ikke", fk(2, 1, 3), pause=False, slutt=True, bevis="siste evaluering"
    ),
    Grunn.KOMMER_IKKE_TILBAKE: Grunnregel(
        "Deltakeren kommer trolig ikke tilbake",
        sotjl(34, 1, 2),
        pause=False,
        slutt=True,
        bevis="forsøk på kontakt",
        fravaer=True,
    ),
    Grunn.PAUSE_I_ETT_AR: Grunnregel(
        "Pausen har vart i ett år", sotjl(34, 1, 3), pause=False, slutt=True, bevis="vedtaket om pause"
    ),
    Grunn.VILKAR_IKKE_OPPFYLT: Grunnregel(
        "Vilkårene for programmet er ikke lenger oppfylt",
        sotjl(32, 1, 1),
        pause=False,
        slutt=True,
        bevis="ny vurdering av vilkårene",
        skal_skrives=True,
    ),
    Grunn.ANNEN_YTELSE: Grunnregel(
        "Har fått en annen ytelse å leve av", sotjl(32, 1, 1), pause=False, slutt=True, bevis="vedtaket om ytelsen"
    ),
    Grunn.FLYTTING: Grunnregel(
        "Flytter til en annen kommune eller bydel", _FORHOLD, pause=False, slutt=True, bevis="ny adresse"
    ),
    Grunn.ANNET: Grunnregel(
        "Annet forhold hos deltakeren", _FORHOLD, pause=True, slutt=True, bevis="det som viser det", skal_skrives=True
    ),
}


@dataclass(frozen=True, slots=True)
class VernetFravaer:
    """Absence for ordinary work, birth or adoption, and the day it began."""

    grunn: Grunn
    fra: date

    @property
    def til(self) -> date:
        """The last day of the first year (§ 34 second paragraph)."""
        return tid.legg_til_maneder(self.fra, int(VERNET_I.verdi)) - EN_DAG


def vern_mot_slutt(
    grunn: Grunn, fravaer: Iterable[VernetFravaer], siste_dag: date, *, deltakeren_har_sagt_det: bool = False
) -> str:
    """Why the programme cannot end on `siste_dag` for the ground: the first year of a protected absence; else empty.

    Only an ending because of the absence is barred: who wants to stop, has reached the aim or moves away may. That one
    will not come back is for the participant to say, as long as the year runs.
    """
    if not GRUNNER[grunn].fravaer or (grunn is Grunn.KOMMER_IKKE_TILBAKE and deltakeren_har_sagt_det):
        return ""
    for ett in fravaer:
        if ett.fra <= siste_dag < ett.til:
            return (
                f"Fraværet begynte {dato_i_ord(ett.fra)} og gjelder {GRUNNER[ett.grunn].navn.lower()}. Programmet kan "
                f"ikke avsluttes på grunn av det før {dato_i_ord(ett.til + EN_DAG)}. Velg en pause, så kan deltakeren "
                "komme tilbake."
            )
    return ""


class Punkt(StrEnum):
    """One question that must be thought through before a decision, answered by itself."""

    VILKAR_FORTSATT = "vilkar_fortsatt"
    OPPNADD = "oppnadd"
    GJENSTAR = "gjenstar"
    PLAN_VIDERE = "plan_videre"
    NODVENDIG = "nodvendig"
    PROGRESJON = "progresjon"
    MOTIVASJON = "motivasjon"
    SANNSYNLIG_ARBEID = "sannsynlig_arbeid"
    ARBEIDSMARKED = "arbeidsmarked"
    NY_HELSE = "ny_helse"
    NY_MOTIVASJON = "ny_motivasjon"
    NYTT_ARBEIDSMARKED = "nytt_arbeidsmarked"
    UNDER_UTDANNING = "under_utdanning"


@dataclass(frozen=True, slots=True)
class Punktregel:
    """A question, its provision, and whether the answer must be yes (`ma_vaere_ja`) for the decision to stand.

    `valgfri`: asked of everybody, and only one who answers yes has to say more.
    """

    sporsmal: str
    hjemmel: Rettskilde
    hjelp: str
    ja_nei: bool = False
    ma_vaere_ja: bool = False
    valgfri: bool = False


_OGSA_DA = "Skriv også hvis ingenting er nytt."
PUNKTER: dict[Punkt, Punktregel] = {
    Punkt.VILKAR_FORTSATT: Punktregel(
        "Fyller deltakeren fortsatt vilkårene i § 29?",
        sotjl(32, 1, 1),
        "Programmet gis så lenge vilkårene er oppfylt. Skriv hva som er nytt siden forrige vedtak.",
        ja_nei=True,
        ma_vaere_ja=True,
    ),
    Punkt.OPPNADD: Punktregel(
        "Hva er oppnådd?", fk(1, 3), "Hva deltakeren kan, gjør eller har fått til som hun eller han ikke gjorde før."
    ),
    Punkt.GJENSTAR: Punktregel("Hva gjenstår?", fk(2, 1), "Hva som må til for å nå målet, og hvor lang tid det tar."),
    Punkt.PLAN_VIDERE: Punktregel(
        "Hva er planen videre?", sotjl(30, 1), "Hva som blir annerledes i neste periode, og når planen er gått gjennom."
    ),
    Punkt.NODVENDIG: Punktregel(
        "Er forlengelsen nødvendig for å nå målet om arbeid?",
        fk(2, 2, 1),
        "Hvorfor målet ikke kan nås med andre tiltak etter at de to årene er ute.",
        ja_nei=True,
        ma_vaere_ja=True,
    ),
    Punkt.PROGRESJON: Punktregel(
        "Har deltakeren hatt framgang mot arbeid?",
        fk(2, 2, 2),
        "Vis til evalueringer, praksis, språk og helse.",
        ja_nei=True,
        ma_vaere_ja=True,
    ),
    Punkt.MOTIVASJON: Punktregel(
        "Hva er deltakerens motivasjon?", fk(2, 2, 2), "Det skal legges vekt på den. Bruk deltakerens egne ord."
    ),
    Punkt.SANNSYNLIG_ARBEID: Punktregel(
        "Er det sannsynlig at deltakeren er i arbeid når det forlengede programmet er ute?",
        fk(2, 2, 3),
        "Hvilket arbeid, hos hvem, og hva som gjør det sannsynlig.",
        ja_nei=True,
        ma_vaere_ja=True,
    ),
    Punkt.ARBEIDSMARKED: Punktregel(
        "Hvordan er arbeidsmarkedet for deltakeren?", fk(2, 2, 4), "Det har betydning for hva som er sannsynlig."
    ),
    Punkt.NY_HELSE: Punktregel("Hva er nytt med helsen siden sist?", sotjl(29, 2), _OGSA_DA),
    Punkt.NY_MOTIVASJON: Punktregel("Hva er nytt med motivasjonen siden sist?", sotjl(29, 2), _OGSA_DA),
    Punkt.NYTT_ARBEIDSMARKED: Punktregel("Hva er nytt på arbeidsmarkedet siden sist?", sotjl(29, 2), _OGSA_DA),
    Punkt.UNDER_UTDANNING: Punktregel(
        "Skal søkeren gjøre ferdig en utdanning i programmet?",
        sotjl(29, 2),
        "Er svaret ja, drøfter du det: hva taler for, hva taler mot, hvor lenge er det igjen, og hvorfor er ikke en "
        "annen støtte riktigere? Beslutteren avgjør.",
        ja_nei=True,
        valgfri=True,
    ),
}

FORLENGELSESPUNKTER = (Punkt.VILKAR_FORTSATT, Punkt.OPPNADD, Punkt.GJENSTAR, Punkt.PLAN_VIDERE)
SAERLIGE_PUNKTER = (
    Punkt.NODVENDIG,
    Punkt.PROGRESJON,
    Punkt.MOTIVASJON,
    Punkt.SANNSYNLIG_ARBEID,
    Punkt.ARBEIDSMARKED,
)
GJENINNTAKSPUNKTER = (Punkt.NY_HELSE, Punkt.NY_MOTIVASJON, Punkt.NYTT_ARBEIDSMARKED)
"""Somebody who has been in the programme before has the same right as others, as often as the conditions are met."""
INNVILGELSESPUNKTER = (Punkt.UNDER_UTDANNING,)
"""Asked at every grant, and answered when it concerns the applicant."""


def mangler_ved_punkt(punkt: Punkt, *, ja: bool | None, tekst: str) -> str:
    """What is missing in the answer to one question; empty when nothing is."""
    regel = PUNKTER[punkt]
    if regel.valgfri and not ja:
        return ""
    if regel.ja_nei and ja is None:
        return f"«{regel.sporsmal}» er ikke besvart."
    if not tekst.strip():
        return f"Skriv noen ord under «{regel.sporsmal}»"
    if regel.ma_vaere_ja and not ja:
        return f"«{regel.sporsmal}» er besvart med nei. Da kan programmet ikke forlenges."
    return ""


class Permisjonsgrunn(StrEnum):
    """What approved leave is for."""

    FOR_TERMIN = "for_termin"
    FODSEL = "fodsel"
    FARS_OMSORG = "fars_omsorg"
    VELFERD = "velferd"
    FORELDRE_UTEN_STONAD = "foreldre_uten_stonad"
    ADOPSJON = "adopsjon"
    ANNEN = "annen"


@dataclass(frozen=True, slots=True)
class Permisjonsregel:
    """Leave of one kind: provision, whether the stønad goes on, how long it can be and what shows it.

    `virkedager`: at most so many for each time, or for each calendar year when `i_aret`; `uker`: at most so many.
    `varsel_dager`: how long before it must be told. `vern`: the protected absence it is part of.
    """

    navn: str
    hjemmel: Rettskilde
    med_stonad: bool
    bevis: str
    virkedager: int = 0
    i_aret: bool = False
    uker: int = 0
    varsel_dager: int = 0
    vern: Grunn | None = None


PERMISJONER: dict[Permisjonsgrunn, Permisjonsregel] = {
    Permisjonsgrunn.FOR_TERMIN: Permisjonsregel(
        "Rett før termin",
        fk(12, 2),
        med_stonad=True,
        bevis="terminbekreftelse",
        virkedager=10,
        varsel_dager=7,
        vern=Grunn.FODSEL,
    ),
    Permisjonsgrunn.FODSEL: Permisjonsregel(
        "De første seks ukene etter fødselen",
        fk(13, 1),
        med_stonad=True,
        bevis="fødselsmelding",
        uker=6,
        vern=Grunn.FODSEL,
    ),
    Permisjonsgrunn.FARS_OMSORG: Permisjonsregel(
        "Fars omsorg ved fødselen, eller en annen som hjelper moren",
        fk(13, 2),
        med_stonad=True,
        bevis="fødselsmelding",
        virkedager=10,
        vern=Grunn.FODSEL,
    ),
    Permisjonsgrunn.VELFERD: Permisjonsregel(
        "Viktige velferdsgrunner", fk(15), med_stonad=True, bevis="det som viser grunnen", virkedager=10, i_aret=True
    ),
    Permisjonsgrunn.FORELDRE_UTEN_STONAD: Permisjonsregel(
        "Foreldrepermisjon ut over de seks ukene",
        sotjl(32, 1, 3),
        med_stonad=False,
        bevis="fødselsmelding",
        vern=Grunn.FODSEL,
    ),
    Permisjonsgrunn.ADOPSJON: Permisjonsregel(
        "Adopsjon", sotjl(32, 1, 3), med_stonad=False, bevis="bekreftelse på adopsjon", vern=Grunn.ADOPSJON
    ),
    Permisjonsgrunn.ANNEN: Permisjonsregel(
        "Annen godkjent permisjon", sotjl(32, 1, 3), med_stonad=False, bevis="det som viser grunnen"
    ),
}


def virkedager_i(periode: Periode) -> int:
    """Working days in a closed period: Monday to Friday without the free days of forskriften § 16."""
    return sum(1 for dag in periode.dager() if tid.er_programdag(dag))


def for_lang_permisjon(grunn: Permisjonsgrunn, periode: Periode, tidligere: Iterable[Periode] = ()) -> str:
    """Why leave of the kind cannot last so long; empty when it can. `tidligere`: earlier leave of the same kind."""
    regel = PERMISJONER[grunn]
    if regel.uker and periode.slutt > tid.legg_til_uker(periode.fra, regel.uker) - EN_DAG:
        return f"Permisjonen kan vare i høyst {regel.uker} uker. Registrer resten som foreldrepermisjon uten stønad."
    if not regel.virkedager:
        return ""
    if not regel.i_aret:
        antall = virkedager_i(periode)
        if antall > regel.virkedager:
            return f"Permisjonen er {antall} virkedager. Den kan være høyst {regel.virkedager}."
        return ""
    alle = (*tidligere, periode)
    for ar in range(periode.fra.year, periode.slutt.year + 1):
        aret = Periode(date(ar, 1, 1), date(ar, 12, 31))
        antall = sum(virkedager_i(del_) for en in alle if (del_ := en.snitt(aret)))
        if antall > regel.virkedager:
            return f"Det blir {antall} virkedager i {ar}. Det kan være høyst {regel.virkedager} i et kalenderår."
    return ""


@dataclass(frozen=True, slots=True)
class Dagtelling:
    """Where in the programme a day is: the day's number of `hoyst`, and the days before it that did not count."""

    nummer: int
    hoyst: int
    siste_dag: date | None
    siste_dag_saerlig: date | None
    teller_ikke: int

    @property
    def igjen(self) -> int:
        """Days left of the ordinary two years, the day itself not counted; none once they are used up."""
        return max(self.hoyst - self.nummer, 0)


def tell_dager(start: date, utenom: Sequence[Periode], dag: date) -> Dagtelling:
    """The day's number in the programme (§ 32): calendar days from the start, leave and pauses not counted.

    Before the start it is 0; on a day outside it is the number of the last day that counted.
    """
    hoyst = (tid.legg_til_maneder(start, 24) - start).days
    lukket = tuple(Periode(p.fra, p.til if p.til else max(p.fra, dag)) for p in utenom)
    grenser = frister(Hendelser(programstart=start, permisjon=lukket))
    if dag < start:
        return Dagtelling(0, hoyst, grenser.get("maks_ordinaer"), grenser.get("maks_forlenget"), 0)
    borte = sum(1 for d in Periode(start, dag).dager() if any(p.inneholder(d) for p in lukket))
    nummer = (dag - start).days + 1 - borte
    return Dagtelling(nummer, hoyst, grenser.get("maks_ordinaer"), grenser.get("maks_forlenget"), borte)
