"""Two working days to answer an enquiry, by the date or by the clock."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fotfeste.regelverk import tid
from fotfeste.regelverk.henvendelse import Svarmal, er_brudd, maal, siste_dag, svarfrist

ONSDAG_10 = datetime(2026, 5, 6, 10)  # noqa: DTZ001 - the rule knows of no zone
FREDAG_10 = datetime(2026, 5, 8, 10)  # noqa: DTZ001


@pytest.mark.parametrize(
    ("til_klokkeslettet", "besvart", "brudd"),
    [
        (True, FREDAG_10, False),
        (True, FREDAG_10 + timedelta(minutes=1), True),
        (False, FREDAG_10 + timedelta(hours=13), False),
        (False, FREDAG_10 + timedelta(hours=14), True),
    ],
)
def test_v05_to_dager(til_klokkeslettet: bool, besvart: datetime, brudd: bool) -> None:
    """The examples of Bergen (to the clock) and of the control (the date) on the same enquiry."""
    assert er_brudd(ONSDAG_10, besvart, besvart, til_klokkeslettet=til_klokkeslettet) is brudd


def test_den_som_ikke_er_besvart_er_brudd_straks_fristen_er_over() -> None:
    frist = svarfrist(ONSDAG_10, til_klokkeslettet=True)
    assert not er_brudd(ONSDAG_10, None, frist, til_klokkeslettet=True)
    assert er_brudd(ONSDAG_10, None, frist + timedelta(seconds=1), til_klokkeslettet=True)


@pytest.mark.parametrize(
    ("kom", "siste"),
    [
        (date(2026, 6, 5), date(2026, 6, 9)),  # Friday: Tuesday
        (date(2026, 6, 6), date(2026, 6, 9)),  # Saturday: Tuesday too
        (date(2026, 4, 1), date(2026, 4, 8)),  # the Wednesday before Easter
    ],
)
def test_helg_og_hellig_teller_ikke(kom: date, siste: date) -> None:
    assert siste_dag(kom) == siste


_TIDER = st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1))  # noqa: DTZ001


@given(mottatt=_TIDER, brukt=st.timedeltas(timedelta(0), timedelta(days=20)))
def test_klokkeslettet_er_aldri_snillere_enn_dagen(mottatt: datetime, brukt: timedelta) -> None:
    besvart = mottatt + brukt
    if er_brudd(mottatt, besvart, besvart, til_klokkeslettet=False):
        assert er_brudd(mottatt, besvart, besvart, til_klokkeslettet=True)
    assert tid.er_virkedag(siste_dag(mottatt.date()))


def test_maalet_teller_den_ubesvarte_over_fristen_og_holder_den_som_venter_utenfor() -> None:
    naa = datetime(2026, 5, 20, 12)  # noqa: DTZ001
    alle = [
        Svarmal(ONSDAG_10, ONSDAG_10 + timedelta(hours=2)),
        Svarmal(ONSDAG_10, ONSDAG_10 + timedelta(days=6)),
        Svarmal(ONSDAG_10, None),
        Svarmal(naa - timedelta(hours=1), None),
    ]
    svar = maal(alle, naa, til_klokkeslettet=False)
    assert (svar.antall, svar.besvart, svar.i_tide, svar.for_sent, svar.venter) == (4, 2, 1, 2, 1)
    assert svar.andel == 33
    assert svar.median == timedelta(days=3, hours=1)
    assert maal([], naa, til_klokkeslettet=False).andel is None
