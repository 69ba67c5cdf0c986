"""What must hold for every count of egenmelding and every row of decisions (forskriften § 8)."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from fotfeste.regelverk.egenmelding import Beslutning, stoppet, tell
from fotfeste.regelverk.fravaer import Arsak, Deltaker, Fravaer, vurder
from fotfeste.regelverk.tid import Periode
from tests.egenskaper.test_fravaer_egenskaper import DELTAKERE, START, fravaer, perioder

DAGER = st.integers(0, 700).map(lambda antall: START + timedelta(days=antall))


@given(DELTAKERE, st.lists(fravaer(), max_size=8), DAGER)
def test_det_som_telles_er_egen_sykdom_uten_full_erklaering(deltaker: Deltaker, alle: list[Fravaer], dag: date) -> None:
    telling = tell(deltaker, alle, dag)
    assert telling.antall <= len(alle)
    assert list(telling.fravaer) == sorted(telling.fravaer, key=lambda ett: ett.periode.fra)
    for ett in telling.fravaer:
        assert ett.arsak is Arsak.EGEN_SYKDOM
        assert dag - timedelta(days=366) <= ett.periode.fra <= dag
        assert any(not ett.har_legeerklaering_for(dato) for dato in ett.periode.dager())
    dekket = [replace(ett, legeerklaering=(ett.periode,)) for ett in alle]
    assert tell(deltaker, dekket, dag).antall == 0


@st.composite
def beslutninger(tegn: st.DrawFn) -> list[Beslutning]:
    ut, fra = [], START
    for _ in range(tegn(st.integers(0, 6))):
        fra += timedelta(days=tegn(st.integers(0, 250)))
        ut.append(Beslutning(fra, fra + timedelta(days=tegn(st.integers(0, 184))) if tegn(st.booleans()) else None))
    return ut


@given(beslutninger(), DAGER)
def test_en_dag_er_stoppet_bare_nar_en_beslutning_sier_det(alle: list[Beslutning], dag: date) -> None:
    perioder_ = stoppet(alle)
    assert all(en.slutt + timedelta(days=1) < to.fra for en, to in pairwise(perioder_))
    er_stoppet = False
    for ett in alle:  # the same, told the slow way: each decision in turn says what it says of the day
        gir_tilbake = ett.senest is None
        er_stoppet = er_stoppet and dag < ett.fra if gir_tilbake else er_stoppet or ett.fra <= dag <= ett.senest
    assert any(periode.inneholder(dag) for periode in perioder_) is er_stoppet


@given(DELTAKERE, st.lists(fravaer(), max_size=6), perioder(), perioder())
def test_et_stopp_tar_bare_dager_uten_erklaering_i_sin_tid(
    deltaker: Deltaker, alle: list[Fravaer], egen: Periode, barn: Periode
) -> None:
    stopp = replace(deltaker, egenmelding_stoppet=(egen,), egenmelding_barn_stoppet=(barn,))
    for for_, etter in zip(vurder(deltaker, alle), vurder(stopp, alle), strict=True):
        tid = {Arsak.EGEN_SYKDOM: egen, Arsak.BARNS_SYKDOM: barn}.get(etter.fravaer.arsak)
        for dag, svar in etter.dager.items():
            if svar.hjemmel.kode == "fk-8":
                assert not svar.gyldig
                assert tid is not None
                assert tid.inneholder(dag)
                assert not etter.fravaer.har_legeerklaering_for(dag)
            elif etter.fravaer.arsak is not Arsak.BARNS_SYKDOM:
                # Of a child's days more may be left of the quota afterwards; all else is answered as before.
                assert str(svar) == str(for_.dager[dag])
