"""The same month for many cases at once: the rules of `stonad`, exact, in int64 vectors instead of Python integers.

Use it to reckon a whole municipality, or a proposal for new rates, in milliseconds; it gives no trace. Arrays of
days have shape (days of the month, cases), so that one day of all cases lies together in memory. The result is
equal to `stonad.beregn` to the krone, which the tests hold it to. A `Satsvalg` puts other numbers in the place of the
law's, for one call and nothing else: a proposal worked out, never what anybody has a right to. Should the numbers be
so odd that an int64 could overflow, `beregn_mange` raises OverflowError instead of answering wrongly.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from math import lcm

import numpy as np
from numpy.typing import NDArray

from fotfeste.regelverk.parametre import (
    AR_FOR_FULL_SATS,
    BARN_TIL_AR,
    BARNETILLEGG,
    FAKTOR,
    GRUNNBELOP,
    SATS_FOR_UNGE,
    STONADSDAGER_I_ARET,
    Parameter,
    UkjentParameter,
)
from fotfeste.regelverk.penger import avrund_kroner
from fotfeste.regelverk.stonad.fakta import Stonadsfakta
from fotfeste.regelverk.stonad.regning import NEVNER, TIMER_NEVNER, TIMER_TELLER
from fotfeste.regelverk.tid import Periode, er_hverdag, fyller, maned

Heltall = NDArray[np.int64]
AR_FULL_SATS = int(AR_FOR_FULL_SATS.verdi)


@dataclass(frozen=True, slots=True)
class Bunke:
    """One month of n cases; d is the number of days in the month.

    `dager_under_25` (n): how many of the month's days come before the 25th birthday. `aktiv` (d, n): inside
    vedtak and outside avbrudd and leave without stønad. `barn` (d, n): children with barnetillegg that day.
    `arbeid`, `fravaer` (d, n): hours in units of 1/`timenevner`, an even number. `ytelser` (d, n): other benefits
    that day in units of 1/`belopsnevner` kroner. `trekk` (n): whole kroner, 0 or more.
    `fravaer_reduserer_barnetillegg` (n).
    """

    ar: int
    mnd: int
    kjent_dato: date | None
    timenevner: int
    belopsnevner: int
    dager_under_25: Heltall
    aktiv: NDArray[np.bool_]
    barn: Heltall
    arbeid: Heltall
    fravaer: Heltall
    ytelser: Heltall
    trekk: Heltall
    fravaer_reduserer_barnetillegg: NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Resultat:
    """The lines of n cases in whole kroner, named and signed as in `stonad.Beregning`."""

    stonadsdager: Heltall
    stonad: Heltall
    barnetillegg: Heltall
    reduksjon_arbeid: Heltall
    reduksjon_fravaer: Heltall
    samordning: Heltall
    brutto: Heltall
    trekk: Heltall
    netto: Heltall


@dataclass(frozen=True, slots=True)
class Satsvalg:
    """Numbers to reckon with instead of the law's, on every day; None: the law's own. ValueError for one below zero.

    `faktor` times `grunnbelop` is the stønad of a year, `sats_for_unge` the share of it before the age of the full
    rate, `barnetillegg` kroner a stønadsdag for each child. The age itself lies in the Bunke (`dager_under_25`).
    """

    faktor: Fraction | None = None
    grunnbelop: Fraction | None = None
    barnetillegg: Fraction | None = None
    sats_for_unge: Fraction | None = None

    def __post_init__(self) -> None:
        for tall in (self.faktor, self.grunnbelop, self.barnetillegg, self.sats_for_unge):
            if tall is not None and tall < 0:
                raise ValueError(f"{tall} er mindre enn null")

    @property
    def nevner(self) -> int:
        """Every day rate and every barnetillegg is a whole number of 1/`nevner` kroner."""
        rekker = ((self.faktor, FAKTOR), (self.grunnbelop, GRUNNBELOP), (self.barnetillegg, BARNETILLEGG))
        faktor, grunnbelop, barnetillegg = (
            lcm(*(v.verdi.denominator for v in rekke.verdier)) if tall is None else tall.denominator
            for tall, rekke in rekker
        )
        andel = SATS_FOR_UNGE.verdi if self.sats_for_unge is None else self.sats_for_unge
        arsdager = int(STONADSDAGER_I_ARET.verdi)
        return lcm(NEVNER, arsdager * faktor * grunnbelop * andel.denominator, barnetillegg)


LOVENS = Satsvalg()


@dataclass(slots=True)
class _Summer:
    """Sums over the month as the days are gone through; money in units that `_linjer` brings together."""

    dager: Heltall
    stonad: Heltall
    tillegg: Heltall
    arbeid_stonad: Heltall
    arbeid_tillegg: Heltall
    fravaer_stonad: Heltall
    fravaer_tillegg: Heltall
    ytelser: Heltall


def beregn_mange(bunke: Bunke, satsvalg: Satsvalg = LOVENS) -> Resultat:
    """Reckon the month of every case (sotjl §§ 35-40), exactly. ValueError for an odd `timenevner`.

    UkjentParameter when a day that counts for some case has no grunnbeløp known on `kjent_dato`; OverflowError
    when int64 cannot be sure to hold the sums.
    """
    if bunke.timenevner % TIMER_NEVNER:
        raise ValueError(f"timenevner {bunke.timenevner} må kunne deles på {TIMER_NEVNER}")
    nevner = satsvalg.nevner
    _krev_plass(bunke, satsvalg, nevner)
    return _linjer(bunke, _summer(bunke, satsvalg, nevner), nevner)


def _summer(bunke: Bunke, satsvalg: Satsvalg, nevner: int) -> _Summer:
    antall = bunke.aktiv.shape[1]
    s = _Summer(*(np.zeros(antall, np.int64) for _ in range(8)))
    full_dag = TIMER_TELLER * bunke.timenevner // TIMER_NEVNER
    for plass, dag in enumerate(maned(bunke.ar, bunke.mnd).dager()):
        aktiv = bunke.aktiv[plass]
        arbeid = bunke.arbeid[plass] * aktiv
        hverdag = er_hverdag(dag)
        try:
            full, ung, tillegg_per_barn = _satser(dag, bunke.kjent_dato, satsvalg, nevner)
        except UkjentParameter:
            if arbeid.any() or (hverdag and aktiv.any()):
                raise
            continue
        sats = np.where(bunke.dager_under_25 > plass, ung, full)
        tillegg = bunke.barn[plass] * tillegg_per_barn
        s.arbeid_stonad += sats * arbeid
        s.arbeid_tillegg += tillegg * arbeid
        if hverdag:
            sats *= aktiv
            tillegg *= aktiv
            fravaer = np.maximum(np.minimum(bunke.fravaer[plass], full_dag - arbeid), 0)
            s.dager += aktiv
            s.stonad += sats
            s.tillegg += tillegg
            s.fravaer_stonad += sats * fravaer
            s.fravaer_tillegg += tillegg * fravaer
            s.ytelser += bunke.ytelser[plass] * aktiv
    return s


def _linjer(bunke: Bunke, s: _Summer, satsnevner: int) -> Resultat:
    """Bring the sums to one denominator, cap each reduction by what is left, round each line once."""
    per_dag = TIMER_TELLER * bunke.timenevner * bunke.belopsnevner
    per_time = TIMER_NEVNER * bunke.belopsnevner
    nevner = satsnevner * per_dag
    stonad, tillegg = s.stonad * per_dag, s.tillegg * per_dag
    arbeid_stonad = np.minimum(s.arbeid_stonad * per_time, stonad)
    arbeid_tillegg = np.minimum(s.arbeid_tillegg * per_time, tillegg)
    fravaer_stonad = np.minimum(s.fravaer_stonad * per_time, stonad - arbeid_stonad)
    fravaer_tillegg = np.minimum(s.fravaer_tillegg * per_time, tillegg - arbeid_tillegg)
    fravaer_tillegg *= bunke.fravaer_reduserer_barnetillegg
    ytelser = s.ytelser * (nevner // bunke.belopsnevner)
    samordning = np.minimum(ytelser, stonad - arbeid_stonad - fravaer_stonad)

    linje_stonad = _avrund(stonad, nevner)
    linje_tillegg = _avrund(tillegg, nevner)
    reduksjon_arbeid = -_avrund(arbeid_stonad + arbeid_tillegg, nevner)
    reduksjon_fravaer = -_avrund(fravaer_stonad + fravaer_tillegg, nevner)
    linje_samordning = -_avrund(samordning, nevner)
    sum_linjer = linje_stonad + linje_tillegg + reduksjon_arbeid + reduksjon_fravaer + linje_samordning
    brutto = np.maximum(sum_linjer, 0)
    trekk = -np.minimum(bunke.trekk, brutto)
    return Resultat(
        s.dager,
        linje_stonad,
        linje_tillegg,
        reduksjon_arbeid,
        reduksjon_fravaer,
        linje_samordning,
        brutto,
        trekk,
        brutto + trekk,
    )


def _avrund(teller: Heltall, nevner: int) -> Heltall:
    """Half away from zero, for amounts that are 0 or more."""
    return (2 * teller + nevner) // (2 * nevner)


def _satser(dag: date, kjent: date | None, valg: Satsvalg, nevner: int) -> tuple[int, int, int]:
    """Day rate from 25 on, day rate before, and barnetillegg per child, in units of 1/`nevner` kroner."""
    faktor = FAKTOR.pa(dag).verdi if valg.faktor is None else valg.faktor
    grunnbelop = GRUNNBELOP.pa(dag, kjent).verdi if valg.grunnbelop is None else valg.grunnbelop
    andel = SATS_FOR_UNGE.verdi if valg.sats_for_unge is None else valg.sats_for_unge
    tillegg = BARNETILLEGG.pa(dag).verdi if valg.barnetillegg is None else valg.barnetillegg
    full = faktor * grunnbelop / STONADSDAGER_I_ARET.verdi * nevner
    return int(full), int(full * andel), int(tillegg * nevner)


def _krev_plass(bunke: Bunke, valg: Satsvalg, satsnevner: int) -> None:
    """Bound every sum before any is taken: no reduction or line may come near 2**63."""
    dager = bunke.aktiv.shape[0]
    dagsats = _hoyest(GRUNNBELOP, valg.grunnbelop) * _hoyest(FAKTOR, valg.faktor) * max(1, valg.sats_for_unge or 0)
    per_dag = dagsats / STONADSDAGER_I_ARET.verdi + _storst(bunke.barn) * _hoyest(BARNETILLEGG, valg.barnetillegg)
    timer = max(_storst(bunke.arbeid), _storst(bunke.fravaer), TIMER_TELLER * bunke.timenevner)
    kroner = max(
        per_dag * timer * TIMER_NEVNER / (TIMER_TELLER * bunke.timenevner),
        Fraction(_storst(bunke.ytelser), bunke.belopsnevner),
    )
    nevner = satsnevner * TIMER_TELLER * bunke.timenevner * bunke.belopsnevner
    if 4 * dager * kroner * nevner >= 2**63:
        raise OverflowError("tallene er for store eller har for mange desimaler til å regnes i 64 biter")


def _hoyest(rekke: Parameter, valgt: Fraction | None) -> Fraction:
    return max(v.verdi for v in rekke.verdier) if valgt is None else valgt


def _storst(tabell: Heltall) -> int:
    return int(tabell.max(initial=0))


def bunke_av(fakta: Sequence[Stonadsfakta]) -> Bunke:
    """Lay the facts of many cases, all of one month and one `kjent_dato`, out as a Bunke. ValueError otherwise."""
    if not fakta or len({(f.ar, f.mnd, f.kjent_dato) for f in fakta}) != 1:
        raise ValueError("en bunke må ha minst én sak, og alle må gjelde samme måned og samme kjente dato")
    forste = fakta[0]
    mnd = maned(forste.ar, forste.mnd)
    form = (sum(1 for _ in mnd.dager()), len(fakta))
    timenevner = lcm(TIMER_NEVNER, *(rad.timer.denominator for f in fakta for rad in f.arbeid + f.ugyldig_fravaer))
    belopsnevner = lcm(*(y.belop_per_dag.denominator for f in fakta for y in f.andre_ytelser))
    bunke = Bunke(
        ar=forste.ar,
        mnd=forste.mnd,
        kjent_dato=forste.kjent_dato,
        timenevner=timenevner,
        belopsnevner=belopsnevner,
        dager_under_25=np.array([dager_under(f.fodselsdato, mnd, AR_FULL_SATS) for f in fakta], np.int64),
        aktiv=np.zeros(form, np.bool_),
        barn=np.zeros(form, np.int64),
        arbeid=np.zeros(form, np.int64),
        fravaer=np.zeros(form, np.int64),
        ytelser=np.zeros(form, np.int64),
        trekk=np.array([avrund_kroner(sum(t.belop for t in f.trekk)) for f in fakta], np.int64),
        fravaer_reduserer_barnetillegg=np.array(
            [f.kommunale_valg.fravaer_reduserer_barnetillegg for f in fakta], np.bool_
        ),
    )
    for sak, en in enumerate(fakta):
        _fyll(bunke, sak, en, mnd)
    return bunke


def _fyll(bunke: Bunke, sak: int, fakta: Stonadsfakta, mnd: Periode) -> None:
    for periode in fakta.vedtak:
        bunke.aktiv[_utsnitt(periode, mnd), sak] = True
    for periode in (*fakta.avbrudd, *fakta.permisjon_uten_stonad):
        bunke.aktiv[_utsnitt(periode, mnd), sak] = False
    for barn in fakta.barn:
        if med_tillegg := barn.periode.snitt(barnetid(barn.fodselsdato)):
            bunke.barn[_utsnitt(med_tillegg, mnd), sak] += 1
    for tabell, rader in ((bunke.arbeid, fakta.arbeid), (bunke.fravaer, fakta.ugyldig_fravaer)):
        for rad in rader:
            if mnd.inneholder(rad.dato):
                tabell[rad.dato.day - 1, sak] += int(rad.timer * bunke.timenevner)
    for ytelse in fakta.andre_ytelser:
        belop = int(ytelse.belop_per_dag * bunke.belopsnevner)
        bunke.ytelser[_utsnitt(ytelse.periode, mnd), sak] += belop


def barnetid(fodt: date) -> Periode:
    """The days a child born on the date gives barnetillegg, by age alone."""
    return Periode(fodt, fyller(fodt, int(BARN_TIL_AR.verdi)) - timedelta(days=1))


def _utsnitt(periode: Periode, mnd: Periode) -> slice:
    """The places of the period's days in the month."""
    felles = periode.snitt(mnd)
    return slice(0) if felles is None else slice(felles.fra.day - 1, felles.slutt.day)


def dager_under(fodt: date, mnd: Periode, ar: int) -> int:
    """How many days of the month come before the person turns `ar`."""
    dager = (fyller(fodt, ar) - mnd.fra).days
    return max(0, min(dager, (mnd.slutt - mnd.fra).days + 1))
