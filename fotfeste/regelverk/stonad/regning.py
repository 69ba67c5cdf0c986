"""The exact reckoning of a month (sotjl §§ 35-38, forskriften § 3), in integers on one common denominator.

A set of days of the month is a bit mask (bit 0 is the first), so periods are combined by `&` and counted by
`bit_count` and no day is visited one by one. A day's rate is an integer over `NEVNER`; a month's sums are
integers over `Regnskap.nevner`, which also holds the hours and other benefits of the case without remainder.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from math import lcm
from typing import NamedTuple

from fotfeste.regelverk.parametre import (
    AR_FOR_FULL_SATS,
    BARN_TIL_AR,
    BARNETILLEGG,
    FAKTOR,
    GRUNNBELOP,
    SATS_FOR_UNGE,
    STONADSDAGER_I_ARET,
    TIMER_PER_DAG,
    UkjentParameter,
    Verdi,
)
from fotfeste.regelverk.stonad.fakta import AnnenYtelse, Barn, Stonadsfakta, Timer
from fotfeste.regelverk.tid import Periode, er_hverdag, fyller, maned

_FULL_ALDER = int(AR_FOR_FULL_SATS.verdi)
_BARN_TIL = int(BARN_TIL_AR.verdi)
TIMER_TELLER, TIMER_NEVNER = TIMER_PER_DAG.verdi.as_integer_ratio()
_KUNNGJORT = sorted(verdi.kunngjort for verdi in GRUNNBELOP.verdier)

# Every day rate and every barnetillegg is a whole number of 1/NEVNER kroner.
NEVNER = (
    int(STONADSDAGER_I_ARET.verdi)
    * SATS_FOR_UNGE.verdi.denominator
    * lcm(*(v.verdi.denominator for p in (FAKTOR, GRUNNBELOP, BARNETILLEGG) for v in p.verdier))
)


class Satser(NamedTuple):
    """The parameters of a stretch of days, and what they come to per day, as integers over NEVNER."""

    dager: int
    grunnbelop: Verdi
    faktor: Verdi
    barnetillegg: Verdi
    full: int
    ung: int
    tillegg: int


class _Maned(NamedTuple):
    """A calendar month as masks. `ukjent` are the days no grunnbeløp was known for."""

    forste: date
    siste: date
    datoer: tuple[date, ...]
    hverdager: int
    satser: tuple[Satser, ...]
    ukjent: int


class Satsbit(NamedTuple):
    """Days with one day rate: the rates, which side of 25, the rate per day over NEVNER and the days."""

    satser: Satser
    ung: bool
    sats: int
    dager: int


class Timerad(NamedTuple):
    """Hours counted on one day of the month: as given, as counted, and the reduction over Regnskap.nevner."""

    dag: int
    oppgitt: int
    regnet: int
    sats: int
    tillegg: int
    av_stonad: int
    av_barnetillegg: int


class Ytelsesrad(NamedTuple):
    """Another benefit: the stønadsdager it covers and its sum over Regnskap.nevner."""

    ytelse: AnnenYtelse
    dager: int
    belop: int


class Linjebelop(NamedTuple):
    """The month's unrounded sums over Regnskap.nevner; reductions are positive here."""

    stonad: int
    barnetillegg: int
    arbeid_stonad: int
    arbeid_barnetillegg: int
    fravaer_stonad: int
    fravaer_barnetillegg: int
    samordning: int


@dataclass(slots=True)
class Regnskap:
    """The reckoned month with everything the trace needs. Masks have bit 0 for the first day."""

    fakta: Stonadsfakta
    forste: date
    siste: date
    datoer: tuple[date, ...]
    hverdager: int
    satser: tuple[Satser, ...]
    vedtak: int
    avbrutt: int
    permisjon: int
    stonadsdager: int
    satsbiter: list[Satsbit]
    barn: list[tuple[Barn, int]]
    nevner: int
    timenevner: int
    arbeid: list[Timerad]
    arbeid_utenfor: list[int]
    fravaer: list[Timerad]
    fravaer_utenfor: list[int]
    ytelser: list[Ytelsesrad]
    belop: Linjebelop


def regn(fakta: Stonadsfakta) -> Regnskap:
    """Reckon the month exactly. UkjentParameter when a day that counts has no known grunnbeløp."""
    mnd = _maned(fakta.ar, fakta.mnd, _kjent(fakta.kjent_dato))
    vedtak = _dager_i(fakta.vedtak, mnd)
    avbrutt = _dager_i(fakta.avbrudd, mnd)
    permisjon = _dager_i(fakta.permisjon_uten_stonad, mnd)
    aktive = vedtak & ~avbrutt & ~permisjon
    stonadsdager = aktive & mnd.hverdager
    satsbiter = _satsbiter(fakta.fodselsdato, mnd)
    barn = [(et, _dager_med_tillegg(et, mnd)) for et in fakta.barn]

    timenevner = lcm(TIMER_NEVNER, *[rad.timer.denominator for rad in fakta.arbeid + fakta.ugyldig_fravaer])
    belopsnevner = lcm(*[y.belop_per_dag.denominator for y in fakta.andre_ytelser])
    dagfaktor = TIMER_TELLER * timenevner * belopsnevner
    nevner = NEVNER * dagfaktor

    arbeidstimer, arbeid_utenfor = _timer_per_dag(fakta.arbeid, mnd, aktive, timenevner)
    fravaerstimer, fravaer_utenfor = _timer_per_dag(fakta.ugyldig_fravaer, mnd, stonadsdager, timenevner)
    _krev_kjent_grunnbelop(fakta, mnd, stonadsdager, arbeidstimer)

    full_dag = TIMER_TELLER * timenevner // TIMER_NEVNER
    per_time = TIMER_NEVNER * belopsnevner
    arbeid = [_timerad(dag, timer, timer, per_time, satsbiter, barn) for dag, timer in sorted(arbeidstimer.items())]
    fravaer = []
    for dag, timer in sorted(fravaerstimer.items()):
        regnet = max(0, min(timer, full_dag - arbeidstimer.get(dag, 0)))
        fravaer.append(_timerad(dag, timer, regnet, per_time, satsbiter, barn))
    ytelser = [
        Ytelsesrad(
            y,
            dager := _maske(y.periode, mnd) & stonadsdager,
            dager.bit_count() * y.belop_per_dag.numerator * (nevner // y.belop_per_dag.denominator),
        )
        for y in fakta.andre_ytelser
    ]
    stonad = dagfaktor * sum([bit.sats * (bit.dager & stonadsdager).bit_count() for bit in satsbiter])
    tillegg = dagfaktor * _sum_tillegg(barn, mnd, stonadsdager)
    return Regnskap(
        fakta=fakta,
        forste=mnd.forste,
        siste=mnd.siste,
        datoer=mnd.datoer,
        hverdager=mnd.hverdager,
        satser=mnd.satser,
        vedtak=vedtak,
        avbrutt=avbrutt,
        permisjon=permisjon,
        stonadsdager=stonadsdager,
        satsbiter=satsbiter,
        barn=barn,
        nevner=nevner,
        timenevner=timenevner,
        arbeid=arbeid,
        arbeid_utenfor=arbeid_utenfor,
        fravaer=fravaer,
        fravaer_utenfor=fravaer_utenfor,
        ytelser=ytelser,
        belop=_med_tak(
            stonad,
            tillegg,
            arbeid,
            fravaer,
            ytelser,
            fravaer_reduserer_barnetillegg=fakta.kommunale_valg.fravaer_reduserer_barnetillegg,
        ),
    )


def _med_tak(
    stonad: int,
    tillegg: int,
    arbeid: list[Timerad],
    fravaer: list[Timerad],
    ytelser: list[Ytelsesrad],
    *,
    fravaer_reduserer_barnetillegg: bool,
) -> Linjebelop:
    """Each reduction takes at most what those before it have left: first § 37, then § 36, then § 38."""
    arbeid_stonad = min(sum([rad.av_stonad for rad in arbeid]), stonad)
    arbeid_tillegg = min(sum([rad.av_barnetillegg for rad in arbeid]), tillegg)
    fravaer_stonad = min(sum([rad.av_stonad for rad in fravaer]), stonad - arbeid_stonad)
    fravaer_tillegg = 0
    if fravaer_reduserer_barnetillegg:
        fravaer_tillegg = min(sum([rad.av_barnetillegg for rad in fravaer]), tillegg - arbeid_tillegg)
    samordning = min(sum([rad.belop for rad in ytelser]), stonad - arbeid_stonad - fravaer_stonad)
    return Linjebelop(stonad, tillegg, arbeid_stonad, arbeid_tillegg, fravaer_stonad, fravaer_tillegg, samordning)


def _kjent(kjent_dato: date | None) -> date | None:
    """The last publication on or before the date: dates between two publications know the same."""
    if kjent_dato is None:
        return None
    plass = bisect_right(_KUNNGJORT, kjent_dato)
    return _KUNNGJORT[plass - 1] if plass else date.min


@lru_cache(maxsize=4096)
def _maned(ar: int, mnd: int, kjent: date | None) -> _Maned:
    datoer = tuple(maned(ar, mnd).dager())
    hverdager = ukjent = 0
    biter: dict[tuple[date, date, date], Satser] = {}
    for dag in datoer:
        bit = 1 << (dag.day - 1)
        if er_hverdag(dag):
            hverdager |= bit
        try:
            satser = _satser(bit, dag, kjent)
        except UkjentParameter:
            ukjent |= bit
            continue
        nokkel = (
            satser.grunnbelop.gjelder_fra,
            satser.faktor.gjelder_fra,
            satser.barnetillegg.gjelder_fra,
        )
        biter[nokkel] = satser._replace(dager=bit | (biter[nokkel].dager if nokkel in biter else 0))
    return _Maned(datoer[0], datoer[-1], datoer, hverdager, tuple(biter.values()), ukjent)


def _satser(bit: int, dag: date, kjent: date | None) -> Satser:
    grunnbelop, faktor, barnetillegg = GRUNNBELOP.pa(dag, kjent), FAKTOR.pa(dag), BARNETILLEGG.pa(dag)
    full = faktor.verdi * grunnbelop.verdi / STONADSDAGER_I_ARET.verdi
    return Satser(
        bit,
        grunnbelop,
        faktor,
        barnetillegg,
        full=int(full * NEVNER),
        ung=int(full * SATS_FOR_UNGE.verdi * NEVNER),
        tillegg=int(barnetillegg.verdi * NEVNER),
    )


def _maske(periode: Periode, mnd: _Maned) -> int:
    """The days of the month that lie in the period."""
    fra, til = periode.fra, periode.til
    if fra > mnd.siste:
        return 0
    slutt = mnd.siste.day
    if til is not None and til < mnd.siste:
        if til < mnd.forste:
            return 0
        slutt = til.day
    start = fra.day - 1 if fra > mnd.forste else 0
    return (1 << slutt) - (1 << start)


def _dager_i(perioder: Iterable[Periode], mnd: _Maned) -> int:
    maske = 0
    for periode in perioder:
        maske |= _maske(periode, mnd)
    return maske


def _dager_for(fodt: date, ar: int, mnd: _Maned) -> int:
    """The days of the month before the birthday the person turns `ar` years."""
    nar = fodt.year + ar
    if nar != mnd.siste.year:
        return 0 if nar < mnd.siste.year else -1
    bursdag = fyller(fodt, ar)
    if bursdag > mnd.siste:
        return -1
    return (1 << (bursdag.day - 1)) - 1 if bursdag > mnd.forste else 0


def _satsbiter(fodt: date, mnd: _Maned) -> list[Satsbit]:
    under = _dager_for(fodt, _FULL_ALDER, mnd)
    biter = []
    for satser in mnd.satser:
        ung = satser.dager & under
        if ung:
            biter.append(Satsbit(satser, True, satser.ung, ung))  # noqa: FBT003 - a named field
        if ung != satser.dager:
            biter.append(Satsbit(satser, False, satser.full, satser.dager & ~under))  # noqa: FBT003
    return biter


def _dager_med_tillegg(barn: Barn, mnd: _Maned) -> int:
    """The days the child is born, under 18 and inside its period, weekends too."""
    fodt = barn.fodselsdato
    maske = _maske(barn.periode, mnd) & _dager_for(fodt, _BARN_TIL, mnd)
    if maske and fodt > mnd.forste:
        return maske & -(1 << (fodt.day - 1)) if fodt <= mnd.siste else 0
    return maske


def _sum_tillegg(barn: list[tuple[Barn, int]], mnd: _Maned, stonadsdager: int) -> int:
    return sum(
        [
            satser.tillegg * (maske & stonadsdager & satser.dager).bit_count()
            for _, maske in barn
            for satser in mnd.satser
        ]
    )


def _timer_per_dag(
    rader: tuple[Timer, ...], mnd: _Maned, gyldige: int, timenevner: int
) -> tuple[dict[int, int], list[int]]:
    """Hours over `timenevner` by day of the month, on the valid days; and the days of the month left out."""
    if not rader:
        return {}, []
    timer: dict[int, int] = {}
    utenfor: set[int] = set()
    forste, siste = mnd.forste, mnd.siste
    for rad in rader:
        if forste <= rad.dato <= siste:
            dag = rad.dato.day
            if gyldige >> (dag - 1) & 1:
                antall = rad.timer.numerator * (timenevner // rad.timer.denominator)
                timer[dag] = timer.get(dag, 0) + antall
            else:
                utenfor.add(dag)
    return timer, sorted(utenfor)


def _krev_kjent_grunnbelop(fakta: Stonadsfakta, mnd: _Maned, stonadsdager: int, arbeidstimer: dict[int, int]) -> None:
    if mnd.ukjent:
        trengs = mnd.ukjent & (stonadsdager | sum(1 << (dag - 1) for dag in arbeidstimer))
        if trengs:
            dag = mnd.forste + timedelta(days=(trengs & -trengs).bit_length() - 1)
            raise UkjentParameter(GRUNNBELOP.kode, dag, fakta.kjent_dato)


def _timerad(
    dag: int, oppgitt: int, regnet: int, per_time: int, satsbiter: list[Satsbit], barn: list[tuple[Barn, int]]
) -> Timerad:
    plass = dag - 1
    for satsbit in satsbiter:
        if satsbit.dager >> plass & 1:
            break
    tillegg = satsbit.satser.tillegg * sum([maske >> plass & 1 for _, maske in barn])
    vekt = regnet * per_time
    return Timerad(dag, oppgitt, regnet, satsbit.sats, tillegg, satsbit.sats * vekt, tillegg * vekt)
