"""What must hold for the answers to every line of absences."""

from collections import Counter
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from fotfeste.regelverk import tid
from fotfeste.regelverk.fravaer import Arsak, Barn, Deltaker, Fravaer, vurder
from fotfeste.regelverk.tid import Periode

START = date(2025, 1, 6)
ARSAKER = st.sampled_from(Arsak)
DAGER = st.integers(-20, 500).map(lambda antall: START + timedelta(days=antall))


@st.composite
def perioder(tegn: st.DrawFn, lengst: int = 60) -> Periode:
    fra = tegn(DAGER)
    return Periode(fra, fra + timedelta(days=tegn(st.integers(0, lengst))))


@st.composite
def fravaer(tegn: st.DrawFn, arsaker: st.SearchStrategy[Arsak] = ARSAKER) -> Fravaer:
    return Fravaer(
        id="x",
        periode=tegn(perioder()),
        arsak=tegn(arsaker),
        legeerklaering=tuple(tegn(st.lists(perioder(), max_size=2))),
        barn=tegn(st.integers(0, 2)),
        termin=tegn(DAGER),
        fodt=tegn(DAGER),
    )


DELTAKERE = st.builds(
    Deltaker,
    programstart=st.just(START),
    fodselsdato=st.dates(date(1960, 1, 1), date(2006, 12, 31)),
    barn=st.tuples(*[st.builds(Barn, st.dates(date(2006, 1, 1), date(2026, 12, 31)), st.booleans()) for _ in range(3)]),
    alene_om_omsorg=st.booleans(),
)


@given(DELTAKERE, st.lists(fravaer(), max_size=6))
def test_hver_programdag_far_ett_svar_og_ingen_andre_dager(deltaker: Deltaker, alle: list[Fravaer]) -> None:
    svar = vurder(deltaker, alle)
    assert [ett.fravaer for ett in svar] == alle
    for ett in svar:
        assert list(ett.dager) == [dag for dag in ett.fravaer.periode.dager() if tid.er_programdag(dag)]


@given(DELTAKERE, st.lists(fravaer(), max_size=6))
def test_sporet_dekker_dagene_og_sier_det_samme(deltaker: Deltaker, alle: list[Fravaer]) -> None:
    for ett in vurder(deltaker, alle):
        rader = ett.spor()
        fra_rader = [
            (dag, rad.kode) for rad in rader for dag in Periode(rad.fra, rad.til).dager() if tid.er_programdag(dag)
        ]
        assert fra_rader == [(dag, str(dagsvar)) for dag, dagsvar in ett.dager.items()]
        assert sum(int(str(rad.tall["dager"])) for rad in rader) == len(ett.dager)


@given(DELTAKERE, st.lists(fravaer(), max_size=8))
def test_arskvotene_holder(deltaker: Deltaker, alle: list[Fravaer]) -> None:
    brukt = Counter(
        (ett.fravaer.arsak, dag.year)
        for ett in vurder(deltaker, alle)
        for dag, dagsvar in ett.dager.items()
        if dagsvar.gyldig
    )
    for (arsak, _), antall in brukt.items():
        hoyst = {Arsak.VELFERD: 10, Arsak.RELIGIOS_HOYTID: 2, Arsak.FERIE: 30}.get(arsak)
        assert hoyst is None or antall <= hoyst


@given(DELTAKERE, st.lists(fravaer(st.just(Arsak.EGEN_SYKDOM)), max_size=5))
def test_legeerklaering_gir_alltid_stonad_og_bare_den_gir_den_uten_grense(
    deltaker: Deltaker, alle: list[Fravaer]
) -> None:
    for ett in vurder(deltaker, alle):
        uten_lege = [dag for dag, dagsvar in ett.dager.items() if dagsvar.gyldig and dagsvar.hjemmel.kode == "fk-6"]
        for dag, dagsvar in ett.dager.items():
            assert (dagsvar.hjemmel.kode == "fk-5") is ett.fravaer.har_legeerklaering_for(dag)
        assert len(uten_lege) <= 3


@given(DELTAKERE, st.lists(fravaer(st.just(Arsak.EGEN_SYKDOM)), max_size=4))
def test_mer_legeerklaering_gir_aldri_faerre_dager(deltaker: Deltaker, alle: list[Fravaer]) -> None:
    def gyldige(fravaer: list[Fravaer]) -> int:
        return sum(dagsvar.gyldig for ett in vurder(deltaker, fravaer) for dagsvar in ett.dager.values())

    dekket = [Fravaer(ett.id, ett.periode, ett.arsak, legeerklaering=(ett.periode,), barn=ett.barn) for ett in alle]
    assert gyldige(dekket) >= gyldige(alle)
