"""The histories of the synthetic participants: pure, deterministic from the seed and the day.

What happens when, not how it is done: bygg.py carries it out through the services.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from random import Random
from typing import TypeVar

from fotfeste.demo.navn import ETTERNAVN, FORNAVN, SPRAK_ANDELER
from fotfeste.fag.oppfolging.enums import Situasjon
from fotfeste.fag.person.enums import Kjonn, Sivilstand, Sprak
from fotfeste.regelverk.tid import legg_til_maneder, neste_virkedag

T = TypeVar("T")

TABELL_2: tuple[tuple[str, tuple[int, int, int, int, int]], ...] = (
    ("NAV Fjordvik sentrum", (35, 4, 4, 27, 17)),
    ("NAV Fjordvik sør", (13, 0, 0, 10, 5)),
    ("NAV Fjordvik vest", (33, 3, 3, 6, 11)),
    ("NAV Fjordvik nord", (36, 2, 2, 9, 2)),
    ("NAV Fjordvik øst", (13, 2, 2, 8, 4)),
)
"""Offices with the outcomes of completed programmes: ordinary work, school, state measures, benefits, other.
The figures are Table 2 of the audit of 2025 (five offices, 251 completions); the offices' names are invented."""

_UTFALL: tuple[tuple[Situasjon, ...], ...] = (
    (Situasjon.ORDINAERT_ARBEID,),
    (Situasjon.SKOLE,),
    (Situasjon.ARBEIDSMARKEDSTILTAK,),
    (Situasjon.AAP, Situasjon.UFORE, Situasjon.SOSIALHJELP),
    (Situasjon.ANNET, Situasjon.UKJENT),
)


class Slag(StrEnum):
    """Where the history stands today."""

    NY_SOKNAD = "ny_soknad"
    MANGLER_OPPLYSNINGER = "mangler_opplysninger"
    KARTLEGGES = "kartlegges"
    HOS_BESLUTTER = "hos_beslutter"
    RETURNERT = "returnert"
    AVSLATT = "avslatt"
    TRUKKET = "trukket"
    INNVILGET = "innvilget"
    I_PROGRAM = "i_program"
    PAUSE = "pause"
    FULLFORT = "fullfort"
    UTEBLITT = "uteblitt"


ANDELER: tuple[tuple[Slag, int], ...] = (
    (Slag.I_PROGRAM, 46),
    (Slag.FULLFORT, 23),
    (Slag.AVSLATT, 5),
    (Slag.UTEBLITT, 4),
    (Slag.PAUSE, 4),
    (Slag.KARTLEGGES, 4),
    (Slag.INNVILGET, 3),
    (Slag.NY_SOKNAD, 3),
    (Slag.MANGLER_OPPLYSNINGER, 3),
    (Slag.HOS_BESLUTTER, 2),
    (Slag.RETURNERT, 2),
    (Slag.TRUKKET, 1),
)
"""How many of a hundred stand where."""

VENTER_PA_NOEN = (
    Slag.NY_SOKNAD,
    Slag.MANGLER_OPPLYSNINGER,
    Slag.KARTLEGGES,
    Slag.HOS_BESLUTTER,
    Slag.RETURNERT,
    Slag.INNVILGET,
)
"""Dealt out to the offices in turn, so that there is something to do at each, the first before all."""


@dataclass(frozen=True, slots=True)
class Barnet:
    fodselsdato: date
    kronisk_syk: bool = False


@dataclass(frozen=True, slots=True)
class Livslop:
    """One person and the dates their case turns on. Dates after today have not happened."""

    nummer: int
    slag: Slag
    kontor: int
    fornavn: str
    etternavn: str
    kjonn: Kjonn
    sprak: Sprak
    tolk: bool
    sivilstand: Sivilstand
    fodselsdato: date
    barn: tuple[Barnet, ...]
    soknad: date
    vedtak: date
    start: date
    slutt: date | None
    situasjon: Situasjon | None
    permisjon: tuple[date, date] | None
    pause: tuple[date, date | None] | None
    lonnet_jobb: bool
    uten_konto: bool
    slurver: bool
    digital: bool
    fro: int = field(default=0)


def lag_livslop(antall: int, *, fro: int, i_dag: date) -> Iterator[Livslop]:
    """`antall` histories, the same for the same seed and day."""
    tilfeldig = Random(fro)  # noqa: S311 - invented people, no secret
    slag = fordel(antall, ANDELER)
    tilfeldig.shuffle(slag)
    situasjoner = _situasjoner(sum(s == Slag.FULLFORT for s in slag), tilfeldig)
    kontorvekt = [sum(utfall) for _navn, utfall in TABELL_2]
    rundgang = dict.fromkeys(VENTER_PA_NOEN, -1)
    for nummer, ett in enumerate(slag):
        if ett == Slag.FULLFORT:
            kontor, situasjon = situasjoner.pop()
        elif ett in rundgang:
            rundgang[ett] += 1
            kontor, situasjon = rundgang[ett] % len(TABELL_2), None
        else:
            kontor, situasjon = tilfeldig.choices(range(len(TABELL_2)), kontorvekt)[0], None
        yield _ett(nummer, ett, kontor, situasjon, tilfeldig, i_dag)


def fordel(antall: int, andeler: Sequence[tuple[T, int]]) -> list[T]:
    """`antall` shared out by the weights, with the largest remainders first, so that the shares come out right."""
    sum_vekt = sum(vekt for _, vekt in andeler)
    hele = [antall * vekt // sum_vekt for _, vekt in andeler]
    rest = sorted(range(len(andeler)), key=lambda n: (-(antall * andeler[n][1] % sum_vekt), n))
    for n in rest[: antall - sum(hele)]:
        hele[n] += 1
    return [verdi for (verdi, _), ganger in zip(andeler, hele, strict=True) for _ in range(ganger)]


def _situasjoner(antall: int, tilfeldig: Random) -> list[tuple[int, Situasjon]]:
    """Office and destination of each completed programme, in the proportions of TABELL_2."""
    andeler = [
        ((kontor, gruppe), ganger)
        for kontor, (_navn, utfall) in enumerate(TABELL_2)
        for gruppe, ganger in enumerate(utfall)
    ]
    par = [(kontor, tilfeldig.choice(_UTFALL[gruppe])) for kontor, gruppe in fordel(antall, andeler)]
    tilfeldig.shuffle(par)
    return par


def _ett(nummer: int, slag: Slag, kontor: int, situasjon: Situasjon | None, tilfeldig: Random, i_dag: date) -> Livslop:
    kjonn = tilfeldig.choice((Kjonn.KVINNE, Kjonn.KVINNE, Kjonn.MANN))
    sprak = tilfeldig.choices([s for s, _ in SPRAK_ANDELER], [vekt for _, vekt in SPRAK_ANDELER])[0]
    soknad, vedtak, start = _inngang(slag, tilfeldig, i_dag)
    fodt = soknad - timedelta(days=tilfeldig.randint(19 * 366, 62 * 365))
    slutt = _slutt(slag, start, tilfeldig, i_dag)
    barn = _barn(fodt, soknad, tilfeldig)
    permisjon, pause = _opphold(slag, start, slutt, tilfeldig, i_dag)
    return Livslop(
        nummer=nummer,
        slag=slag,
        kontor=kontor,
        fornavn=tilfeldig.choice(FORNAVN[sprak, kjonn]),
        etternavn=tilfeldig.choice(ETTERNAVN),
        kjonn=kjonn,
        sprak=sprak,
        tolk=sprak not in {Sprak.BOKMAL, Sprak.NYNORSK} and tilfeldig.random() < 0.6,
        sivilstand=tilfeldig.choice(list(Sivilstand)[:4]),
        fodselsdato=fodt,
        barn=barn,
        soknad=soknad,
        vedtak=vedtak,
        start=start,
        slutt=slutt,
        situasjon=situasjon,
        permisjon=permisjon,
        pause=pause,
        lonnet_jobb=tilfeldig.random() < 0.15,
        uten_konto=slag == Slag.I_PROGRAM and tilfeldig.random() < 0.03,
        slurver=tilfeldig.random() < 0.08,
        digital=tilfeldig.random() < 0.55,
        fro=tilfeldig.randrange(2**32),
    )


def _inngang(slag: Slag, tilfeldig: Random, i_dag: date) -> tuple[date, date, date]:
    """When they applied, when it was decided and when the programme starts."""
    match slag:
        case Slag.NY_SOKNAD:
            soknad = i_dag - timedelta(days=tilfeldig.randint(0, 9))
        case Slag.MANGLER_OPPLYSNINGER | Slag.KARTLEGGES | Slag.HOS_BESLUTTER | Slag.RETURNERT:
            soknad = i_dag - timedelta(days=tilfeldig.randint(14, 60))
        case Slag.INNVILGET:
            soknad = i_dag - timedelta(days=tilfeldig.randint(30, 70))
        case Slag.I_PROGRAM | Slag.PAUSE:
            soknad = i_dag - timedelta(days=round(tilfeldig.triangular(75, 700, 110)))
        case _:
            soknad = i_dag - timedelta(days=tilfeldig.randint(180, 880))
    soknad = neste_virkedag(soknad) if neste_virkedag(soknad) <= i_dag else soknad
    vedtak = neste_virkedag(soknad + timedelta(days=tilfeldig.randint(12, 50)))
    start = neste_virkedag(vedtak + timedelta(days=tilfeldig.randint(7, 25)))
    if slag == Slag.INNVILGET:
        vedtak = min(vedtak, i_dag)
        start = neste_virkedag(max(start, i_dag + timedelta(days=tilfeldig.randint(3, 20))))
    return soknad, vedtak, start


def _slutt(slag: Slag, start: date, tilfeldig: Random, i_dag: date) -> date | None:
    """The last day of a programme that has ended; at least three weeks ago, so that the end has been decided."""
    if slag == Slag.FULLFORT:
        onsket = start + timedelta(days=round(tilfeldig.triangular(90, 700, 150)))
    elif slag == Slag.UTEBLITT:
        onsket = start + timedelta(days=tilfeldig.randint(50, 200))
    else:
        return None
    return max(start + timedelta(days=40), min(onsket, i_dag - timedelta(days=tilfeldig.randint(21, 90))))


def _barn(fodt: date, soknad: date, tilfeldig: Random) -> tuple[Barnet, ...]:
    antall = tilfeldig.choices((0, 1, 2, 3, 4, 6), (46, 20, 18, 10, 5, 1))[0]
    tidligst = legg_til_maneder(fodt, 19 * 12)
    if (soknad - tidligst).days < 200:
        return ()
    dager = sorted(tilfeldig.randint(0, min(19 * 365, (soknad - tidligst).days)) for _ in range(antall))
    return tuple(Barnet(soknad - timedelta(days=d), kronisk_syk=tilfeldig.random() < 0.05) for d in dager)


def _opphold(
    slag: Slag, start: date, slutt: date | None, tilfeldig: Random, i_dag: date
) -> tuple[tuple[date, date] | None, tuple[date, date | None] | None]:
    """Leave that moves the end, and a pause in the programme; both inside it, never at the same time."""
    siste = (slutt or i_dag) - timedelta(days=20)
    if slag == Slag.PAUSE:
        return None, (max(start + timedelta(days=30), i_dag - timedelta(days=tilfeldig.randint(20, 120))), None)
    if (siste - start).days < 150:
        return None, None
    fra = start + timedelta(days=tilfeldig.randint(45, 90))
    til = fra + timedelta(days=tilfeldig.randint(14, 42))
    hendelse = tilfeldig.random()
    if hendelse < 0.10:
        return (fra, til), None
    if hendelse < 0.16:
        return None, (fra, til)
    return None, None
