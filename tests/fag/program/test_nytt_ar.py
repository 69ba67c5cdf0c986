"""A decision is extended: the week that ran out is told apart from one in force, and a new one is asked for."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from fotfeste.fag.oversikt.deltaker import forside
from fotfeste.fag.oversikt.selectors import oversikt_en
from fotfeste.fag.oversikt.typer import Part
from fotfeste.fag.program import services as program
from fotfeste.fag.program.enums import Programstatus
from fotfeste.fag.program.models import Programversjon
from fotfeste.fag.program.selectors import gjeldende_av, gjeldende_versjon
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.vedtak.enums import Vedtakstype
from fotfeste.fag.vedtak.vedtaksbrev import _uke
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.logg.services import kommando
from fotfeste.grunnmur.tilgang import SYSTEM, Aktor
from tests.fag.program.fortellinger import avtalt_program, gi_vedtak

pytestmark = pytest.mark.django_db
START, FORSTE_SLUTT, ANDRE_SLUTT = date(2025, 10, 1), date(2026, 9, 30), date(2027, 9, 30)
SNART, ETTER = date(2026, 9, 10), date(2026, 10, 5)


def _ende(versjon: Programversjon, til: date) -> Programversjon:
    with kommando(SYSTEM, "test"):
        return versjon.lagre_endring(til=til)


@pytest.fixture
def forlenget(sak: Sak, veileder: Aktor) -> Sak:
    """The first year's week ends on 30 September 2026; a decision for another year stands."""
    gi_vedtak(sak, veileder, fra=START, til=FORSTE_SLUTT)
    _ende(avtalt_program(sak, veileder, fra=START), FORSTE_SLUTT)
    gi_vedtak(sak, veileder, type_=Vedtakstype.FORLENGELSE, fra=FORSTE_SLUTT + timedelta(days=1), til=ANDRE_SLUTT)
    return sak


def _avtal(veileder: Aktor, ny: Programversjon) -> None:
    program.evalueringsdatoer_sett(veileder, program=ny, datoer=[date(2027, 1, 5)])
    program.programversjon_foresla(veileder, program=ny)
    program.programversjon_avtal_i_mote(veileder, program=ny, dato=klokke.i_dag(), hvordan="i møte")


def _gjelder(sak: Sak) -> int | None:
    versjon = gjeldende_versjon(sak)
    return versjon and versjon.nummer


def _oppgave(sak: Sak) -> tuple[str, str, date | None] | None:
    sak.refresh_from_db()
    alle = [o for o in oversikt_en(sak).oppgaver if o.slag == "program_gar_ut"]
    assert all(o.part == Part.VEILEDER for o in alle)
    return (str(alle[0].hva), str(alle[0].mer), alle[0].frist) if alle else None


def test_ukeplanen_loftes_fram_for_og_etter_at_den_gar_ut(forlenget: Sak) -> None:
    with klokke.still_til(SNART):
        assert _oppgave(forlenget) == (
            "Ukeplanen går ut 30. september 2026",
            "Vedtaket varer til 30. september 2027",
            FORSTE_SLUTT,
        )
    with klokke.still_til(ETTER):
        assert _oppgave(forlenget) == (
            "Ukeplanen gikk ut 30. september 2026",
            "Vedtaket varer til 30. september 2027",
            FORSTE_SLUTT,
        )


def test_ingenting_a_gjore_nar_uken_varer_like_lenge_som_vedtaket(sak: Sak, veileder: Aktor) -> None:
    gi_vedtak(sak, veileder, fra=START, til=FORSTE_SLUTT)
    avtalt_program(sak, veileder, fra=START)
    assert _oppgave(sak) is None


def test_den_nye_versjonen_begynner_dagen_etter_og_oppgaven_er_borte(forlenget: Sak, veileder: Aktor) -> None:
    with klokke.still_til(SNART):
        ny = program.programversjon_start(veileder, sak=forlenget)
        assert (ny.fra, ny.til, ny.aktiviteter.count()) == (date(2026, 10, 1), ANDRE_SLUTT, 3)
        assert _oppgave(forlenget) is None  # it is being made, which is a task of its own
        _avtal(veileder, ny)
        assert _oppgave(forlenget) is None
        assert _gjelder(forlenget) == 1
    with klokke.still_til(date(2026, 10, 1)):
        assert _gjelder(forlenget) == 2


def test_lenge_for_planen_gar_ut_begynner_en_ny_versjon_i_dag(forlenget: Sak, veileder: Aktor) -> None:
    with klokke.still_til(date(2026, 2, 2)):
        assert program.programversjon_start(veileder, sak=forlenget).fra == date(2026, 2, 2)


def test_deltakeren_ser_ikke_en_uke_som_er_over_som_sin_uke(forlenget: Sak) -> None:
    assert forside(forlenget).program is not None
    with klokke.still_til(ETTER):
        side = forside(forlenget)
        assert side.program is None
        assert side.hos_oss == "Ukeplanen din varte til 30. september 2026. NAV-kontoret lager en ny sammen med deg."
        utgatt = gjeldende_versjon(forlenget)
        assert utgatt is not None
        assert utgatt.har_gatt_ut


def test_den_som_gjelder_gar_foran_den_som_kommer_og_den_foran_den_som_var() -> None:
    def versjon(nummer: int, fra: date, til: date | None, status: str = Programstatus.AVTALT) -> Programversjon:
        return Programversjon(nummer=nummer, fra=fra, til=til, status=status)

    var = versjon(1, date(2026, 1, 1), date(2026, 1, 31))
    er = versjon(2, date(2026, 2, 1), date(2026, 2, 28))
    kommer = versjon(3, date(2026, 3, 15), None)
    utkast = versjon(4, date(2026, 2, 1), None, Programstatus.UTKAST)
    alle = [kommer, utkast, er, var]
    assert gjeldende_av(alle, date(2026, 2, 28)) is er
    assert gjeldende_av(alle, date(2026, 3, 1)) is kommer
    assert gjeldende_av([var, utkast], date(2026, 3, 1)) is var
    assert gjeldende_av([utkast], date(2026, 3, 1)) is None


def test_brevet_viser_en_uke_ogsa_nar_saken_har_hatt_to(forlenget: Sak, veileder: Aktor) -> None:
    with klokke.still_til(SNART):
        _avtal(veileder, program.programversjon_start(veileder, sak=forlenget))
    siste = forlenget.vedtak.order_by("-fra").first()
    assert siste is not None
    assert len(_uke(siste)) == 15  # three blocks a day, five days
