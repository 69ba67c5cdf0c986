"""What must hold for the dates of every case."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from fotfeste.regelverk import tid
from fotfeste.regelverk.frister import Hendelser, frister
from fotfeste.regelverk.tid import Periode

START = date(2026, 1, 5)
DAGER = st.dates(date(2010, 1, 1), date(2100, 12, 31))
PERIODER = st.lists(
    st.tuples(st.integers(-100, 1500), st.integers(0, 200)).map(
        lambda par: Periode(START + timedelta(days=par[0]), START + timedelta(days=par[0] + par[1]))
    ),
    max_size=5,
)


def _dag_for_dag(utenom: list[Periode], maneder: int) -> date:
    """The slow way: go through the calendar and count the days that are programme days."""
    slutt = tid.legg_til_maneder(START, maneder) - tid.EN_DAG
    dag = START
    while dag <= slutt:
        slutt += timedelta(days=any(periode.inneholder(dag) for periode in utenom))
        dag += tid.EN_DAG
    return slutt


@given(PERIODER, PERIODER)
def test_varigheten_er_som_a_telle_dag_for_dag(permisjon: list[Periode], avbrudd: list[Periode]) -> None:
    datoer = frister(Hendelser(programstart=START, permisjon=tuple(permisjon), avbrudd=tuple(avbrudd)))
    assert datoer["maks_ordinaer"] == _dag_for_dag(permisjon + avbrudd, 24)
    assert datoer["maks_forlenget"] == _dag_for_dag(permisjon + avbrudd, 36)


@given(PERIODER, st.randoms(use_true_random=False))
def test_rekkefolge_og_slag_har_ingenting_a_si(perioder: list[Periode], tilfeldig: object) -> None:
    stokket = list(perioder)
    tilfeldig.shuffle(stokket)  # type: ignore[attr-defined]
    som_permisjon = frister(Hendelser(programstart=START, permisjon=tuple(perioder)))
    som_avbrudd = frister(Hendelser(programstart=START, avbrudd=tuple(stokket)))
    assert som_permisjon == som_avbrudd


@given(DAGER)
def test_klagefristen_er_en_virkedag_minst_tre_uker_etter(underrettet: date) -> None:
    frist = frister(Hendelser(vedtak_underrettet=underrettet))["klagefrist"]
    assert tid.er_virkedag(frist)
    assert frist - underrettet >= timedelta(weeks=3)
    # Easter is the longest closed stretch: five days, from skjærtorsdag to 2. påskedag.
    assert frist - underrettet <= timedelta(weeks=3, days=5)


@given(DAGER, DAGER)
def test_senere_hendelse_gir_aldri_tidligere_frist(en: date, annen: date) -> None:
    tidlig, sen = sorted((en, annen))
    forst = frister(Hendelser(tidlig, tidlig, tidlig, tidlig, avbrudd_fra=tidlig))
    sist = frister(Hendelser(sen, sen, sen, sen, avbrudd_fra=sen))
    assert all(forst[kode] <= sist[kode] for kode in forst)
