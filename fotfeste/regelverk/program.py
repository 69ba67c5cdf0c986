"""The programme of sotjl § 30: full time, a paid job of at most half a position, and what it must lead to.

(The codes are used by fag/program's tables: keep their names and values.)

`kontroller` reads one version of the programme and says what must and what should be mended. Hours are exact.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from fractions import Fraction

from fotfeste.regelverk import tid
from fotfeste.regelverk.ord import dato_i_ord
from fotfeste.regelverk.parametre import TIMER_I_UKEN, Verdi
from fotfeste.regelverk.rettskilde import Rettskilde, fk, sotjl
from fotfeste.regelverk.styrke import Styrke
from fotfeste.regelverk.tid import Periode


class Gruppe(StrEnum):
    """What kind of activity it is, by the codes of the saksmappe."""

    ARBEIDSRETTET = "arbeidsrettet"
    ARBEIDSSOKING = "arbeidssoking"
    LONNET_ARBEID = "lonnet_arbeid"
    OPPLAERING = "opplaering"
    STOTTE = "stotte"
    HELSE = "helse"
    EGENAKTIVITET = "egenaktivitet"


# What directly strengthens the way to work (§ 30 first paragraph): the essential part is made of these.
RETTET_MOT_ARBEID = frozenset({Gruppe.ARBEIDSRETTET, Gruppe.ARBEIDSSOKING, Gruppe.LONNET_ARBEID})

# Up to a 50 per cent position since 1 January 2019 (lov 20 December 2018 nr. 98).
STILLING_HOYST = Verdi(
    "stillingsandel_hoyst", Fraction(1, 2), date(2019, 1, 1), date(2018, 12, 20), "LOV-2018-12-20-98", sotjl(30, 2)
)
# The law says «den vesentlige delen» and «den avsluttende delen» without numbers: these two are our choices.
VESENTLIG_DEL = Verdi(
    "vesentlig_del", Fraction(1, 2), date(2019, 1, 1), date(2026, 1, 1), "valg i Fotfeste", sotjl(30, 1)
)
AVSLUTTENDE_MANEDER = Verdi(
    "avsluttende_maneder", Fraction(3), date(2012, 1, 1), date(2026, 1, 1), "kommunalt valg", fk(1, 1)
)

UKEDAGER = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")


@dataclass(frozen=True, slots=True)
class Aktivitet:
    """One activity and its hours a week. ValueError for negative hours or more than a week holds."""

    navn: str
    gruppe: Gruppe
    timer_per_uke: Fraction

    def __post_init__(self) -> None:
        if not 0 <= self.timer_per_uke <= 7 * 24:
            raise ValueError(f"{self.timer_per_uke} timer i uken finnes ikke")


@dataclass(frozen=True, slots=True)
class Blokk:
    """A stretch of a weekday (0 is Monday) given to an activity. ValueError when it ends before it begins."""

    ukedag: int
    fra: time
    til: time
    aktivitet: str

    def __post_init__(self) -> None:
        if not 0 <= self.ukedag < len(UKEDAGER):
            raise ValueError(f"ukedag {self.ukedag} finnes ikke")
        if self.til <= self.fra:
            raise ValueError(f"blokken slutter {self.til} og begynner {self.fra}")

    @property
    def timer(self) -> Fraction:
        """Its length in hours."""
        minutter = (self.til.hour - self.fra.hour) * 60 + self.til.minute - self.fra.minute
        return Fraction(minutter, 60)


@dataclass(frozen=True, slots=True)
class Program:
    """One version of a programme.

    `periode` is the days the version is in force; `programslutt` the last day of the whole programme (of the last
    decision period when it is extended); None: the end of `periode`. `blokker` may be left out.
    """

    periode: Periode
    aktiviteter: tuple[Aktivitet, ...]
    evalueringsdatoer: tuple[date, ...] = ()
    blokker: tuple[Blokk, ...] = ()
    programslutt: date | None = None

    @property
    def slutt(self) -> date | None:
        """The last day of the programme, where one is set."""
        return self.periode.til if self.programslutt is None else self.programslutt

    def timer(self, grupper: Iterable[Gruppe] = tuple(Gruppe)) -> Fraction:
        """Hours a week in the groups."""
        med = frozenset(grupper)
        return sum((en.timer_per_uke for en in self.aktiviteter if en.gruppe in med), Fraction(0))


@dataclass(frozen=True, slots=True)
class Funn:
    """Something to mend: how strongly, a stable code, the provision and words."""

    styrke: Styrke
    kode: str
    hjemmel: Rettskilde
    tekst: str


def kontroller(program: Program, *, avsluttende_maneder: int = int(AVSLUTTENDE_MANEDER.verdi)) -> list[Funn]:
    """Everything that must or should be mended in the version; empty when all is well.

    `avsluttende_maneder`: how long the concluding part is, as the municipality has chosen.
    """
    return [
        *_full_tid(program),
        *_stillingsandel(program),
        *_vesentlig_del(program),
        *_arbeidssoking(program, avsluttende_maneder),
        *kontroller_evaluering(program),
        *_blokker(program),
    ]


def er_over_halv_stilling(prosent: int, *, laerling: bool = False) -> bool:
    """Whether a job takes more than the programme can be combined with. An apprenticeship has no such limit."""
    return not laerling and Fraction(prosent, 100) > STILLING_HOYST.verdi


def kontroller_mal(aktiviteter_uten_mal: Iterable[str], mal_uten_aktivitet: Iterable[str]) -> list[Funn]:
    """Advice: an activity nobody knows the goal of, and a goal nothing leads to (§ 30 first paragraph)."""
    funn = [
        Funn(
            Styrke.KAN,
            "aktivitet_uten_mal",
            sotjl(30, 1),
            f"«{navn}» er ikke knyttet til noe mål. Hva skal den føre til?",
        )
        for navn in aktiviteter_uten_mal
    ]
    return funn + [
        Funn(Styrke.KAN, "mal_uten_aktivitet", sotjl(30, 1), f"Målet «{tekst}» har ingen aktivitet som fører dit ennå.")
        for tekst in mal_uten_aktivitet
    ]


def kontroller_grunner(valgt_etter_kostnad: Iterable[str]) -> list[Funn]:
    """What something costs is no reason to withhold it: the programme is a right, fitted to the person."""
    return [
        Funn(
            Styrke.BOR,
            "kostnad_som_grunn",
            sotjl(30, 1),
            f"«{hva}» ble valgt etter hva det koster. Penger er aldri en grunn til å holde noe tilbake.",
        )
        for hva in valgt_etter_kostnad
    ]


def kontroller_gjentakelse(gjentatte: Iterable[tuple[str, str]]) -> list[Funn]:
    """Something the participant has been through before, by name and what it was, and nobody has said why again."""
    return [
        Funn(
            Styrke.BOR,
            "gjentatt_aktivitet",
            sotjl(30, 1),
            f"Deltakeren har vært gjennom noe som ligner «{navn}» før: {tidligere}. Skriv på aktiviteten hvorfor den "
            "likevel er rett nå.",
        )
        for navn, tidligere in gjentatte
    ]


def timer_i_ord(timer: Fraction) -> str:
    """Hours as one writes them: «37,5», «18,75»; hours that do not end are rounded to two decimals for the eye."""
    hundredeler = round(timer * 100)
    hele, rest = divmod(hundredeler, 100)
    return f"{hele},{rest:02d}".rstrip("0").rstrip(",") if rest else str(hele)


def _full_tid(program: Program) -> list[Funn]:
    timer, full = program.timer(), TIMER_I_UKEN.verdi
    if timer < full:
        tekst = (
            f"Uken har {timer_i_ord(timer)} timer. Programmet er på full tid: legg til "
            f"{timer_i_ord(full - timer)} timer, så blir det {timer_i_ord(full)}."
        )
        return [Funn(Styrke.SKAL, "mindre_enn_full_tid", sotjl(30, 2), tekst)]
    if timer > full:
        tekst = (
            f"Uken har {timer_i_ord(timer)} timer, {timer_i_ord(timer - full)} mer enn deltakeren skal sette av. "
            "Ta bort noe, eller avtal det særskilt."
        )
        return [Funn(Styrke.BOR, "mer_enn_full_tid", fk(1, 2), tekst)]
    return []


def _stillingsandel(program: Program) -> list[Funn]:
    hoyst = TIMER_I_UKEN.verdi * STILLING_HOYST.verdi
    timer = program.timer((Gruppe.LONNET_ARBEID,))
    if timer <= hoyst:
        return []
    tekst = (
        f"Lønnet arbeid er {timer_i_ord(timer)} timer i uken. Det kan være høyst {timer_i_ord(hoyst)}, som er en "
        "halv stilling."
    )
    return [Funn(Styrke.SKAL, "for_stor_stilling", sotjl(30, 2), tekst)]


def _vesentlig_del(program: Program) -> list[Funn]:
    alt, arbeid = program.timer(), program.timer(RETTET_MOT_ARBEID)
    if alt == 0 or arbeid > alt * VESENTLIG_DEL.verdi:
        return []
    tekst = (
        f"{timer_i_ord(arbeid)} av {timer_i_ord(alt)} timer er rettet direkte mot arbeid. Det må være mer enn "
        "halvparten."
    )
    return [Funn(Styrke.SKAL, "for_lite_rettet_mot_arbeid", sotjl(30, 1), tekst)]


def _arbeidssoking(program: Program, avsluttende_maneder: int) -> list[Funn]:
    if program.slutt is None or program.timer((Gruppe.ARBEIDSSOKING,)) > 0:
        return []
    fra = tid.legg_til_maneder(program.slutt, -avsluttende_maneder) + tid.EN_DAG
    if not program.periode.overlapper(Periode(fra, program.slutt)):
        return []
    tekst = f"Programmet slutter {dato_i_ord(program.slutt)}. Legg inn arbeidssøking senest fra {dato_i_ord(fra)}."
    return [Funn(Styrke.SKAL, "mangler_arbeidssoking", fk(1, 1), tekst)]


OM_EVALUERING = frozenset({"mangler_evalueringsdato", "evaluering_utenfor_programmet"})


def kontroller_evaluering(program: Program) -> list[Funn]:
    """Whether the programme says when it is evaluated, on days inside it. These are the findings of OM_EVALUERING."""
    if not program.evalueringsdatoer:
        tekst = "Programmet må si når det skal evalueres. Legg inn minst én dato."
        return [Funn(Styrke.SKAL, "mangler_evalueringsdato", fk(1, 3), tekst)]
    helhet = Periode(program.periode.fra, program.slutt)
    return [
        Funn(
            Styrke.SKAL,
            "evaluering_utenfor_programmet",
            fk(1, 3),
            f"Evalueringen {dato_i_ord(dag)} ligger utenfor programmet. Velg en dag i programperioden.",
        )
        for dag in program.evalueringsdatoer
        if not helhet.inneholder(dag)
    ]


def _blokker(program: Program) -> list[Funn]:
    if not program.blokker:
        return []
    return [*_overlapp(program.blokker), *_fridager(program.blokker), *_timer_mot_blokker(program)]


def _overlapp(blokker: Iterable[Blokk]) -> list[Funn]:
    funn = []
    ordnet = sorted(blokker, key=lambda blokk: (blokk.ukedag, blokk.fra, blokk.til))
    lengst: Blokk | None = None
    for blokk in ordnet:
        if lengst is not None and lengst.ukedag == blokk.ukedag and blokk.fra < lengst.til:
            tekst = (
                f"På {UKEDAGER[blokk.ukedag]} overlapper «{lengst.aktivitet}» og «{blokk.aktivitet}» fra "
                f"{blokk.fra:%H.%M}. Flytt en av dem."
            )
            funn.append(Funn(Styrke.SKAL, "overlappende_blokker", sotjl(30, 2), tekst))
        if lengst is None or lengst.ukedag != blokk.ukedag or blokk.til > lengst.til:
            lengst = blokk
    return funn


def _fridager(blokker: Iterable[Blokk]) -> list[Funn]:
    dager = sorted({blokk.ukedag for blokk in blokker if blokk.ukedag >= UKEDAGER.index("lørdag")})
    return [
        Funn(
            Styrke.BOR,
            "aktivitet_pa_fridag",
            fk(16, 1),
            f"{UKEDAGER[dag].capitalize()} er fridag når programmet ikke sier noe annet. Skriv i så fall hvorfor.",
        )
        for dag in dager
    ]


def _timer_mot_blokker(program: Program) -> list[Funn]:
    """An activity whose blocks do not add up to its hours a week, or a block of no activity."""
    i_blokker: dict[str, Fraction] = {}
    for blokk in program.blokker:
        i_blokker[blokk.aktivitet] = i_blokker.get(blokk.aktivitet, Fraction(0)) + blokk.timer
    avtalt: dict[str, Fraction] = {}
    for aktivitet in program.aktiviteter:
        avtalt[aktivitet.navn] = avtalt.get(aktivitet.navn, Fraction(0)) + aktivitet.timer_per_uke
    funn = []
    for navn in dict.fromkeys([*avtalt, *i_blokker]):
        lagt, sagt = i_blokker.get(navn, Fraction(0)), avtalt.get(navn, Fraction(0))
        if lagt != sagt:
            tekst = f"«{navn}» er {timer_i_ord(sagt)} timer i uken, men {timer_i_ord(lagt)} i ukeplanen. Gjør dem like."
            funn.append(Funn(Styrke.BOR, "timer_og_ukeplan_ulike", fk(1, 2), tekst))
    return funn
