"""Every month with a right has a sheet, and every sheet is somebody's task until it is approved (sotjl § 39)."""

from __future__ import annotations

from datetime import date

import pytest

from fotfeste.fag.oppmote.enums import Timelistestatus
from fotfeste.fag.oversikt.dag import min_dag
from fotfeste.fag.oversikt.deltaker import forside
from fotfeste.fag.oversikt.selectors import oversikt_en
from fotfeste.fag.oversikt.typer import Part
from fotfeste.fag.sak.enums import Saksstatus
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.sak.services import fast_kontakt_sett
from fotfeste.fag.vedtak.enums import Vedtakstype
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.organisasjon.models import Kontor
from fotfeste.grunnmur.tilgang import SYSTEM, Aktor
from tests import grunnlag
from tests.fag.oversikt.fortelling import fattet, liste, pause, slutt

pytestmark = pytest.mark.django_db
APRIL, MAI, JUNI = (date(2026, maned, 1) for maned in (4, 5, 6))


@pytest.fixture
def deltar(kontor: Kontor, veileder: Aktor) -> Sak:
    """In the programme since January, May's sheet approved, followed by the veileder."""
    sak = grunnlag.lag_sak_i_program(kontor)
    fast_kontakt_sett(SYSTEM, sak, bruker=veileder.krev_bruker())
    grunnlag.lag_timeliste(sak, MAI, godkjent_av=veileder)
    return sak


def _mangler(sak: Sak) -> list[str]:
    return [o.hva for o in oversikt_en(sak).oppgaver if o.slag == "timeliste_mangler"]


def _steg(sak: Sak) -> list[str]:
    return [str(steg.tekst) for steg in forside(sak).steg]


def test_den_siste_timelisten_er_deltakerens_steg_etter_at_programmet_er_slutt(deltar: Sak) -> None:
    slutt(deltar, date(2026, 6, 30), dato=date(2026, 6, 3))
    with klokke.still_til(date(2026, 7, 1)):
        assert _mangler(deltar) == ["Timelisten for juni er ikke levert"]
        assert oversikt_en(deltar).neste.part == Part.DELTAKER  # type: ignore[union-attr]
        assert _steg(deltar) == ["Send timelisten for juni innen 5. juli 2026. Da kommer pengene i tide."]


def test_den_siste_timelisten_er_veilederens_oppgave_nar_den_er_levert(deltar: Sak, veileder: Aktor) -> None:
    slutt(deltar, date(2026, 6, 30), dato=date(2026, 6, 3))
    with klokke.still_til(date(2026, 7, 2)):
        grunnlag.lag_timeliste(deltar, JUNI, godkjent_av=None)
        linjer = min_dag(veileder)
        assert [(g.oppgave.hva, g.oppgave.steg.knapp) for g in linjer] == [
            ("Timelisten for juni er levert", "Se og godkjenn timelisten")
        ]


def test_den_siste_timelisten_blir_veilederens_nar_fristen_er_ute(deltar: Sak, veileder: Aktor) -> None:
    slutt(deltar, date(2026, 6, 30), dato=date(2026, 6, 3))
    with klokke.still_til(date(2026, 7, 6)):
        assert [g.oppgave.slag for g in min_dag(veileder)] == ["timeliste_mangler"]
        assert _steg(deltar) == ["Send timelisten for juni. Pengene kommer når den er godkjent."]


def test_en_lukket_sak_uten_mer_aa_gjore_er_stille(deltar: Sak, veileder: Aktor) -> None:
    slutt(deltar, date(2026, 5, 31), dato=date(2026, 5, 20))
    assert oversikt_en(deltar).oppgaver == []
    assert min_dag(veileder) == []
    assert forside(deltar).hos_oss == "Saken din er avsluttet. Du kan fortsatt lese alt her."


def test_et_ar_etter_slutten_sporres_det_ikke_mer_etter_en_liste_som_aldri_kom(deltar: Sak, veileder: Aktor) -> None:
    slutt(deltar, date(2026, 6, 30), dato=date(2026, 6, 3))
    with klokke.still_til(date(2027, 7, 1)):
        assert oversikt_en(deltar).oppgaver == []
        assert min_dag(veileder) == []


def test_programmet_varer_ut_selv_om_slutten_er_bestemt(deltar: Sak) -> None:
    slutt(deltar, date(2026, 6, 30), dato=date(2026, 6, 3))
    assert forside(deltar).hos_oss == "Programmet ditt varer til 30. juni 2026."


def test_en_pause_som_kommer_skjuler_ikke_timelisten_for_maneden_for(deltar: Sak) -> None:
    pause(deltar, date(2026, 7, 1), dato=date(2026, 6, 3))
    assert forside(deltar).hos_oss.startswith("Programmet ditt har pause fra 1. juli 2026.")
    with klokke.still_til(date(2026, 7, 1)):
        assert _mangler(deltar) == ["Timelisten for juni er ikke levert"]
        assert len(_steg(deltar)) == 1
        assert forside(deltar).hos_oss.startswith("Programmet ditt har pause. ")


def test_en_liste_som_ble_sendt_tilbake_glemmes_ikke_nar_neste_er_levert(deltar: Sak) -> None:
    liste(deltar, APRIL, Timelistestatus.RETURNERT)
    assert _mangler(deltar) == ["Timelisten for april er sendt tilbake, og ikke levert igjen"]
    assert _steg(deltar) == ["Se på timelisten for april igjen, og send den på nytt. Vi har skrevet hva som må rettes."]


def test_ingen_sporres_om_en_maned_som_var_bare_pause(deltar: Sak) -> None:
    pause(deltar, JUNI, dato=date(2026, 5, 20))
    fattet(deltar, Vedtakstype.GJENOPPTAK, fra=date(2026, 7, 1), dato=date(2026, 6, 25), status=Saksstatus.I_PROGRAM)
    with klokke.still_til(date(2026, 7, 2)):
        assert _mangler(deltar) == []
        assert _steg(deltar) == []


def test_hver_maned_som_mangler_star_der_den_eldste_forst(kontor: Kontor) -> None:
    with klokke.still_til(date(2025, 11, 3)):
        sak = grunnlag.lag_sak_i_program(kontor, fra=date(2025, 11, 3), til=date(2026, 11, 2))
    with klokke.still_til(date(2026, 2, 3)):
        assert _mangler(sak) == [
            "Timelisten for november 2025 er ikke levert",
            "Timelisten for desember er ikke levert",
            "Timelisten for januar er ikke levert",
        ]
        assert [steg.maned for steg in forside(sak).steg] == [
            date(2025, 11, 1), date(2025, 12, 1), date(2026, 1, 1)
        ]  # fmt: skip


def test_det_som_ble_betalt_for_saken_kom_hit_sporres_det_ikke_etter(kontor: Kontor) -> None:
    sak = grunnlag.lag_sak_i_program(kontor, fra=date(2025, 9, 1), til=date(2026, 8, 31))
    assert _mangler(sak) == ["Timelisten for mai er ikke levert"]


def test_en_ny_soknad_tar_ikke_fra_deltakeren_den_gamle_sakens_timeliste(deltar: Sak, kontor: Kontor) -> None:
    slutt(deltar, date(2026, 6, 30), dato=date(2026, 6, 3))
    with klokke.still_til(date(2026, 7, 2)):
        ny = grunnlag.lag_sak(kontor, deltar.person)
        side = forside(ny, [deltar])
    assert [(steg.side, steg.maned, steg.saksnummer) for steg in side.steg] == [
        ("timeliste", JUNI, deltar.saksnummer),
        ("soknad", None, ""),
    ]
    assert side.har_maneder
