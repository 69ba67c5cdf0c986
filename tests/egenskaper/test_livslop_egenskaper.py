"""What holds for every programme, whatever paused it: no day is lost, and none counts twice."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from fotfeste.regelverk.livslop import tell_dager
from fotfeste.regelverk.tid import Periode

START = date(2026, 1, 12)
dager = st.integers(0, 900).map(lambda n: START + timedelta(days=n))


@st.composite
def utenom(draw: st.DrawFn) -> list[Periode]:
    return [Periode(fra, fra + timedelta(days=draw(st.integers(0, 120)))) for fra in draw(st.lists(dager, max_size=4))]


@given(utenom(), dager)
def test_dagene_som_teller_og_ikke_teller_er_alle_dagene(borte: list[Periode], dag: date) -> None:
    t = tell_dager(START, borte, dag)
    assert t.nummer + t.teller_ikke == (dag - START).days + 1
    assert 0 <= t.nummer <= (dag - START).days + 1


@given(utenom(), dager)
def test_neste_dag_er_en_til_eller_den_samme(borte: list[Periode], dag: date) -> None:
    na, neste = tell_dager(START, borte, dag), tell_dager(START, borte, dag + timedelta(days=1))
    ute = any(p.inneholder(dag + timedelta(days=1)) for p in borte)
    assert neste.nummer - na.nummer == (0 if ute else 1)


@given(utenom())
def test_pa_den_siste_dagen_er_alle_dagene_brukt(borte: list[Periode]) -> None:
    siste = tell_dager(START, borte, START).siste_dag
    assert siste is not None
    assert tell_dager(START, borte, siste).nummer == tell_dager(START, borte, siste).hoyst
