"""Plans that sum to the claim, and what a short month moves on; what a refusjon can be."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fotfeste.regelverk.krav import Avdrag, fordel_dekning, neste_maned, plan, rad_per_maned, tilpass
from fotfeste.regelverk.refusjon import Manedsutlegg, krevd_hoyst, stonadsdager
from fotfeste.regelverk.tid import Periode, maned

JAN = date(2026, 1, 1)


def test_seks_tusen_over_seks_maneder() -> None:
    assert plan(6000, 1000, JAN) == tuple(Avdrag(date(2026, m, 1), 1000) for m in range(1, 7))
    assert [ett.belop for ett in plan(1000, 334, date(2026, 12, 1))] == [334, 334, 332]
    assert plan(0, 1000, JAN) == ()


def test_en_kort_maned_gir_en_maned_til() -> None:
    """docs/algoritmer/krav.md: March took 400 of 1 000, so 600 kr go to July."""
    apne = {date(2026, m, 1): 1000 for m in range(4, 7)}
    assert tilpass(apne, 3600, 1000, date(2026, 7, 1)) == apne | {date(2026, 7, 1): 600}
    assert tilpass(apne, 1700, 1000, date(2026, 7, 1)) == {date(2026, 4, 1): 1000, date(2026, 5, 1): 700}


def test_radet_er_en_del_av_maneden() -> None:
    assert (rad_per_maned(22_510, 20, 6000), rad_per_maned(22_510, 20, 900), rad_per_maned(3, 20, 900)) == (
        4502,
        900,
        1,
    )


@given(
    krav=st.integers(1, 60_000),
    belop=st.integers(200, 5000),
    rom=st.lists(st.integers(0, 6000), max_size=30),
    endringer=st.lists(st.integers(0, 3000), max_size=30),
)
def test_summen_er_alltid_kravet(krav: int, belop: int, rom: list[int], endringer: list[int]) -> None:
    """Whatever room each month has, and whatever is paid beside it: what is taken and what is to come is the claim."""
    tatt, neste = 0, JAN
    apne = {ett.maned: ett.belop for ett in plan(krav, belop, JAN)}
    for nr, plass in enumerate(rom):
        maned_, neste = neste, neste_maned(neste)
        tatt += min(plass, apne.pop(maned_, 0))
        if nr < len(endringer):  # paid in, set off, or covered by NAV
            tatt += min(endringer[nr], krav - tatt)
        apne = tilpass(apne, krav - tatt, belop, max([neste, *map(neste_maned, apne)]))
        assert tatt + sum(apne.values()) == krav
        assert all(0 < ett <= belop for ett in apne.values())
        assert all(m >= neste for m in apne)
    for kroner in apne.values():
        tatt += kroner
    assert tatt == krav


@given(st.lists(st.integers(0, 5000), max_size=8), st.integers(0, 50_000))
def test_dekningen_tar_den_eldste_forst(krav: list[int], dekket: int) -> None:
    if dekket > sum(krav):
        with pytest.raises(ValueError, match="mer enn kravet"):
            fordel_dekning(krav, dekket)
        return
    rester = fordel_dekning(krav, dekket)
    assert sum(krav) - sum(rester) == dekket
    forste_rest = next((nr for nr, rest in enumerate(rester) if rest), len(krav))
    assert rester[forste_rest + 1 :] == krav[forste_rest + 1 :]


def test_ugyldige_planer_sies_fra_om() -> None:
    with pytest.raises(ValueError, match="minst én krone"):
        tilpass({}, 100, 0, JAN)
    with pytest.raises(ValueError, match="flere dager"):
        Manedsutlegg(JAN, 100, 0, 20, 21)


def test_utlegget_er_dagene_i_perioden_av_manedens_dager() -> None:
    mai = maned(2026, 5)
    dager = stonadsdager(mai, [mai], [Periode(date(2026, 5, 4), date(2026, 5, 8))], [])
    assert len(dager) == 16
    rad = Manedsutlegg(mai.fra, 16_000, 500, 16, 4)
    assert (rad.utlegg, krevd_hoyst(3000, [rad]), krevd_hoyst(9000, [rad])) == (3500, 3000, 3500)
    assert Manedsutlegg(mai.fra, 100, 0, 0, 0).utlegg == 0
    assert Manedsutlegg(mai.fra, 1000, 2000, 10, 10).utlegg == 0
