"""From decisions to days: one reading for timesheet, reckoning and statistics."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from fotfeste.fag.vedtak.enums import Vedtakstype
from fotfeste.fag.vedtak.perioder import Vedtaksrad, avbruddsperioder, les
from fotfeste.regelverk.tid import Periode

JAN, FEB, MARS, APRIL = (date(2026, m, 1) for m in (1, 2, 3, 4))
ETT_AR = Vedtaksrad(Vedtakstype.INNVILGELSE, JAN, date(2026, 12, 31))


def _avbrudd(fra: date, til: date | None = None) -> Vedtaksrad:
    return Vedtaksrad(Vedtakstype.AVBRUDD, fra, til)


def _gjenopptak(fra: date) -> Vedtaksrad:
    return Vedtaksrad(Vedtakstype.GJENOPPTAK, fra, None)


def test_en_pause_varer_til_dagen_for_gjenopptaket() -> None:
    assert avbruddsperioder([_avbrudd(FEB), _gjenopptak(MARS)]) == (Periode(FEB, date(2026, 2, 28)),)


def test_en_pause_med_egen_slutt_varer_ikke_lenger() -> None:
    assert avbruddsperioder([_avbrudd(FEB, date(2026, 2, 10)), _gjenopptak(MARS)]) == (Periode(FEB, date(2026, 2, 10)),)


def test_en_pause_som_ikke_er_tatt_opp_igjen_er_apen() -> None:
    perioder = les([ETT_AR, _avbrudd(MARS)], None)
    assert perioder.gjelder(date(2026, 2, 28))
    assert not perioder.gjelder(date(2026, 12, 1))


def test_en_pause_tatt_opp_igjen_samme_dag_har_aldri_vaert() -> None:
    assert avbruddsperioder([_avbrudd(FEB), _gjenopptak(FEB)]) == ()


def test_avslutningen_kutter_retten_enten_den_er_vedtatt_eller_registrert() -> None:
    vedtatt = les([ETT_AR, Vedtaksrad(Vedtakstype.AVSLUTNING, MARS, None)], None)
    registrert = les([ETT_AR], MARS)
    assert vedtatt == registrert
    assert vedtatt.gjelder(MARS)
    assert not vedtatt.gjelder(MARS + timedelta(days=1))


def test_en_innvilgelse_etter_slutten_gir_ingenting() -> None:
    assert les([Vedtaksrad(Vedtakstype.FORLENGELSE, APRIL, None)], MARS).rett == ()


_DAGER = st.dates(JAN, date(2026, 12, 31))


@given(st.lists(_DAGER, max_size=4), st.lists(_DAGER, max_size=4), _DAGER)
def test_stonadsdager_er_hverdagene_som_gjelder(pauser: list[date], igjen: list[date], slutt: date) -> None:
    perioder = les([ETT_AR, *map(_avbrudd, pauser), *map(_gjenopptak, igjen)], slutt)
    aaret = Periode(JAN, date(2026, 12, 31))
    assert perioder.stonadsdager(aaret) == sum(perioder.gjelder(d) and d.weekday() < 5 for d in aaret.dager())
    assert all(not perioder.gjelder(dag) for dag in pauser if dag not in igjen)
    assert not any(perioder.gjelder(dag) for dag in aaret.dager() if dag > slutt)
