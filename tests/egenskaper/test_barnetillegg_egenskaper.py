"""Barnetillegg against a calendar walked day by day, and shares that never make or lose a krone."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from fotfeste.regelverk import stonad
from fotfeste.regelverk.barnetillegg import (
    GIR,
    Barnefakta,
    Fosterforhold,
    Utenlandsopphold,
    andeler,
    barnas_belop,
    forklar,
    gitte_perioder,
    innkrevingsandel,
    tidslinje,
)
from fotfeste.regelverk.samordning import GANGER_I_ARET, Enhet, Omregning
from fotfeste.regelverk.tid import Periode

FODT = date(2006, 2, 20)
FORST, SIST = date(2023, 1, 1), date(2026, 12, 31)
DAGER = st.dates(FORST, SIST)


@st.composite
def opphold(tegn: st.DrawFn) -> tuple[Utenlandsopphold, ...]:
    """Stays one after another, around the leap day of 2024 and the twelve months after; the last may be open."""
    dag = tegn(st.dates(date(2023, 1, 1), date(2024, 4, 1)))
    ut = []
    for lengde, hull, medlem in tegn(
        st.lists(st.tuples(st.integers(0, 130), st.integers(1, 300), st.booleans()), max_size=5)
    ):
        ut.append(Utenlandsopphold(dag, dag + timedelta(days=lengde), medlem))
        dag += timedelta(days=lengde + hull)
    if tegn(st.booleans()):
        ut.append(Utenlandsopphold(dag, None, tegn(st.booleans())))
    return tuple(ut)


@st.composite
def barnefakta(tegn: st.DrawFn) -> Barnefakta:
    fra = tegn(DAGER)
    til = tegn(st.none() | st.dates(fra, date(2027, 6, 1)))
    foster = tegn(st.none() | st.builds(Fosterforhold, st.dates(date(2020, 1, 1), SIST), DAGER, st.booleans()))
    bosatt = tegn(st.none() | DAGER.flatmap(lambda d: st.just((Periode(d, d + timedelta(days=700)),))))
    return Barnefakta(
        tegn(st.sampled_from([FODT, date(2023, 5, 1)])), Periode(fra, til), foster, bosatt, tegn(opphold())
    )


def _ute_den(barn: Barnefakta, dag: date, *, reisedager: bool, medlem: bool) -> bool:
    """Whether the child is abroad the whole day (or at all), read straight from the stays."""
    margin = timedelta(0) if reisedager else timedelta(days=1)
    return any(
        o.medlem is medlem and o.avreise + margin <= dag and (o.hjemkomst is None or dag <= o.hjemkomst - margin)
        for o in barn.utland
    )


def _et_ar_for(dag: date) -> date:
    return dag.replace(year=dag.year - 1, day=28) if (dag.month, dag.day) == (2, 29) else dag.replace(year=dag.year - 1)


def _gir(barn: Barnefakta, dag: date, *, reisedager: bool) -> bool:
    """§ 3 for one day, in the order of the paragraphs, knowing nothing of periods."""
    fyller_18 = date(barn.fodselsdato.year + 18, barn.fodselsdato.month, barn.fodselsdato.day)
    if not (barn.fodselsdato <= dag < fyller_18 and barn.forsorget.inneholder(dag)):
        return False
    if barn.foster:
        to_ar_for = barn.foster.krav_fram
        to_ar_for = to_ar_for.replace(
            year=to_ar_for.year - 2, day=28 if (to_ar_for.month, to_ar_for.day) == (2, 29) else to_ar_for.day
        )
        lenge_nok = barn.foster.fraveket or barn.foster.forsorget_fra <= to_ar_for
        if not lenge_nok or dag < barn.foster.krav_fram:
            return False
    if _ute_den(barn, dag, reisedager=reisedager, medlem=True):
        return True
    if barn.bosatt is not None and not any(p.inneholder(dag) for p in barn.bosatt):
        return False
    if not _ute_den(barn, dag, reisedager=reisedager, medlem=False):
        return True
    telt, d = 0, dag
    while d > _et_ar_for(dag):
        telt += _ute_den(barn, d, reisedager=reisedager, medlem=False)
        d -= timedelta(days=1)
    return telt <= 90


@given(barnefakta(), st.booleans(), st.lists(DAGER, min_size=5, max_size=5))
def test_hver_dag_er_som_nar_en_gar_gjennom_kalenderen(barn: Barnefakta, reisedager: bool, dager: list[date]) -> None:
    linje = tidslinje(barn, med_reisedager=reisedager)
    gitt = gitte_perioder(barn, med_reisedager=reisedager)
    # The days drawn, and those around each change, where a mistake of one day shows.
    kanter = [kant for p, _ in linje for kant in (p.fra, p.til) if kant and FORST <= kant <= SIST]
    for dag in {*dager, *kanter, *(kant - timedelta(days=1) for kant in kanter)}:
        fasit = _gir(barn, dag, reisedager=reisedager)
        assert (linje.verdi(dag) in GIR) is fasit, dag
        assert any(p.inneholder(dag) for p in gitt) is fasit


@given(barnefakta(), DAGER)
def test_forklaringen_dekker_hver_dag_fra_fodselen_en_gang(barn: Barnefakta, fra: date) -> None:
    innenfor = Periode(fra, fra + timedelta(days=30))
    rader = forklar(barn, innenfor)
    dekket = [dag for rad in rader for dag in Periode(rad.fra, rad.til).dager()]
    assert dekket == [dag for dag in innenfor.dager() if dag >= barn.fodselsdato]
    assert all(rad.tall["dager"] == len(list(Periode(rad.fra, rad.til).dager())) for rad in rader)


VEKTER = st.lists(st.fractions(0, 10_000, max_denominator=750), min_size=1, max_size=14).filter(any)


@given(st.integers(0, 50_000), VEKTER, st.data())
def test_andelene_er_linjen_hverken_mer_eller_mindre(linje: int, vekter: list[Fraction], data: st.DataObject) -> None:
    ut = andeler(linje, vekter)
    assert sum(ut) == linje
    for andel, vekt in zip(ut, vekter, strict=True):
        assert abs(andel - linje * vekt / sum(vekter)) < 1
        assert andel == 0 or vekt > 0
    barna = dict(enumerate(vekter))
    krevd = data.draw(st.sets(st.sampled_from(sorted(barna))))
    resten = barna.keys() - krevd
    assert innkrevingsandel(linje, barna, krevd) + innkrevingsandel(linje, barna, resten) == linje


@given(
    st.lists(st.dates(date(2008, 1, 1), date(2026, 5, 31)), min_size=1, max_size=5),
    st.lists(st.tuples(st.integers(1, 31), st.integers(0, 30)), max_size=8),
)
def test_barnas_belop_er_barnetillegget_etter_timene(fodt: list[date], timer: list[tuple[int, int]]) -> None:
    """With hours up to a full day the children's parts are exactly what is left of the month's barnetillegg."""
    per_dag = dict(timer)
    fakta = stonad.Stonadsfakta(
        2026,
        5,
        date(1990, 2, 14),
        (Periode(date(2026, 1, 1), None),),
        barn=tuple(stonad.Barn(dag, Periode(dag, None)) for dag in fodt),
        arbeid=tuple(stonad.Timer(date(2026, 5, dag), Fraction(kvarter, 4)) for dag, kvarter in per_dag.items()),
    )
    dager = [date(2026, 5, dag) for dag in range(1, 32)]
    fasit = [
        sum(
            38 * (Fraction(0 if dag.weekday() > 4 else 1) - Fraction(per_dag.get(dag.day, 0), 30))
            for dag in dager
            if dag >= en and en.replace(year=en.year + 18) > dag
        )
        if (en.month, en.day) != (2, 29)
        else None
        for en in fodt
    ]
    for belop, riktig in zip(barnas_belop(fakta), fasit, strict=True):
        if riktig is not None:
            assert belop == max(0, riktig)


@given(st.integers(0, 10_000_000), st.sampled_from(list(Enhet)))
def test_aldri_mer_per_dag_enn_det_er_rett_til(ore: int, enhet: Enhet) -> None:
    svar = Omregning(ore, enhet)
    assert 0 <= svar.eksakt - svar.kroner < 1
    assert svar.eksakt * 260 == Fraction(ore * GANGER_I_ARET[enhet], 100)
