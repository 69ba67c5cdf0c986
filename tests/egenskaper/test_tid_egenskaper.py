"""What must hold for every period, time line and date, whatever the days."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from fotfeste.regelverk import tid
from fotfeste.regelverk.tid import Periode, Tidslinje

DAGER = st.dates(date(1900, 1, 1), date(2200, 12, 31))
NAERE_DAGER = st.dates(date(2026, 1, 1), date(2026, 3, 31))


@st.composite
def perioder(tegn: st.DrawFn) -> Periode:
    fra = tegn(NAERE_DAGER)
    til = tegn(st.none() | st.integers(0, 40).map(lambda antall: fra + timedelta(days=antall)))
    return Periode(fra, til)


@st.composite
def tidslinjer(tegn: st.DrawFn) -> Tidslinje[int]:
    """Stretches laid after one another with gaps of 0-5 days; the last may be open."""
    dag = tegn(NAERE_DAGER)
    biter = []
    for lengde, hull, verdi in tegn(
        st.lists(st.tuples(st.integers(0, 10), st.integers(0, 5), st.integers(0, 2)), max_size=6)
    ):
        biter.append((Periode(dag, dag + timedelta(days=lengde)), verdi))
        dag += timedelta(days=lengde + hull + 1)
    if tegn(st.booleans()):
        biter.append((Periode(dag, None), tegn(st.integers(0, 2))))
    return Tidslinje(biter)


@given(perioder(), perioder(), NAERE_DAGER)
def test_snittet_er_dagene_i_begge(en: Periode, annen: Periode, dag: date) -> None:
    snitt = en.snitt(annen)
    i_begge = en.inneholder(dag) and annen.inneholder(dag)
    assert (snitt is not None and snitt.inneholder(dag)) is i_begge
    assert snitt == annen.snitt(en)
    assert en.overlapper(annen) is (snitt is not None)


@given(NAERE_DAGER, st.integers(0, 400))
def test_dagene_er_sa_mange_som_perioden_sier(fra: date, antall: int) -> None:
    periode = Periode(fra, fra + timedelta(days=antall))
    dager = list(periode.dager())
    assert len(dager) == periode.antall_dager == antall + 1
    assert all(periode.inneholder(dag) for dag in dager)


@given(tidslinjer(), NAERE_DAGER)
def test_en_linje_har_verdi_akkurat_i_bitene_sine(linje: Tidslinje[int], dag: date) -> None:
    holdt = [verdi for periode, verdi in linje if periode.inneholder(dag)]
    assert linje.verdi(dag) == (holdt[0] if holdt else None)
    assert len(holdt) <= 1


@given(tidslinjer())
def test_ingen_like_naboer_star_igjen(linje: Tidslinje[int]) -> None:
    biter = list(linje)
    for (tidlig, en), (sen, annen) in pairwise(biter):
        assert tidlig.slutt < sen.fra
        assert en != annen or tidlig.slutt + tid.EN_DAG < sen.fra


@given(tidslinjer(), tidslinjer(), NAERE_DAGER)
def test_kombinasjonen_er_dag_for_dag(en: Tidslinje[int], annen: Tidslinje[int], dag: date) -> None:
    a, b = en.verdi(dag), annen.verdi(dag)
    ventet = None if a is None or b is None else (a, b)
    assert en.kombiner(annen, lambda x, y: (x, y)).verdi(dag) == ventet


@given(tidslinjer(), perioder(), NAERE_DAGER)
def test_hull_og_biter_deler_perioden(linje: Tidslinje[int], innenfor: Periode, dag: date) -> None:
    i_hull = sum(hull.inneholder(dag) for hull in linje.hull(innenfor))
    ventet = innenfor.inneholder(dag) and linje.verdi(dag) is None
    assert i_hull == ventet


@given(DAGER, st.integers(-600, 600))
def test_maneder_gar_til_riktig_maned_og_aldri_lenger_i_maneden(dag: date, antall: int) -> None:
    ny = tid.legg_til_maneder(dag, antall)
    assert (ny.year * 12 + ny.month) - (dag.year * 12 + dag.month) == antall
    assert ny.day == dag.day or (ny.day < dag.day and (ny + tid.EN_DAG).day == 1)


@given(DAGER, st.integers(0, 110))
def test_alderen_skifter_pa_bursdagen(fodt: date, ar: int) -> None:
    bursdag = tid.fyller(fodt, ar)
    assert tid.alder(fodt, bursdag) == ar
    assert tid.alder(fodt, bursdag - tid.EN_DAG) == ar - 1


@given(DAGER)
def test_neste_virkedag_er_den_forste_som_er_en(dag: date) -> None:
    neste = tid.neste_virkedag(dag)
    assert tid.er_virkedag(neste)
    assert not any(tid.er_virkedag(dag + timedelta(days=antall)) for antall in range((neste - dag).days))


@given(DAGER, st.integers(1, 30))
def test_virkedager_etter_teller_virkedager(dag: date, antall: int) -> None:
    frist = tid.virkedager_etter(dag, antall)
    mellom = Periode(dag + tid.EN_DAG, frist).dager()
    assert sum(map(tid.er_virkedag, mellom)) == antall


@given(st.integers(1900, 2200))
def test_paskedag_er_en_sondag_mellom_22_mars_og_25_april(ar: int) -> None:
    var = Periode(date(ar, 3, 22), date(ar, 4, 25))
    (paskedag,) = [dag for dag in tid.helligdager(ar) - tid.fridager(ar) if var.inneholder(dag)]
    assert paskedag.weekday() == 6
    assert {paskedag + timedelta(days=antall) for antall in (-3, -2, 1, 39, 50)} <= tid.fridager(ar)
    assert paskedag + timedelta(days=49) in tid.helligdager(ar)
