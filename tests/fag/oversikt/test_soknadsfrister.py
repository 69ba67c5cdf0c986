"""The deadlines of an application stand on Min dag, whoever it waits for, until it is decided (fvl § 11 a, § 31)."""

from __future__ import annotations

from datetime import date

import pytest

from fotfeste.fag.oversikt.dag import min_dag
from fotfeste.fag.oversikt.deltaker import forside
from fotfeste.fag.oversikt.selectors import oversikt_en
from fotfeste.fag.oversikt.typer import Part
from fotfeste.fag.sak.enums import Saksstatus
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.sak.services import fast_kontakt_sett
from fotfeste.fag.soknad.models import Opplysningskrav, Soknad
from fotfeste.fag.vedtak.models import Vedtak
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.logg.services import kommando
from fotfeste.grunnmur.organisasjon.models import Kontor
from fotfeste.grunnmur.tilgang import SYSTEM, Aktor
from tests import grunnlag
from tests.fag.oversikt.fortelling import lag, oppgaver

pytestmark = pytest.mark.django_db
MOTTATT, SVARFRIST, PAR_11_A, PAR_31 = date(2026, 5, 14), date(2026, 6, 20), date(2026, 6, 14), date(2026, 11, 14)


@pytest.fixture
def fulgt(sak: Sak, veileder: Aktor) -> Sak:
    fast_kontakt_sett(SYSTEM, sak, bruker=veileder.krev_bruker())
    return sak


def _soknad(sak: Sak, status: str) -> Soknad:
    """An application for which the latest payslip was asked for, and has not come."""
    ny: Soknad = lag(Soknad, sak=sak, mottatt=MOTTATT, kanal="papir", status=status)
    lag(Opplysningskrav, sak=sak, soknad=ny, hva="Lønnsslipp", bedt=date(2026, 5, 25), frist=SVARFRIST)
    return ny


def _endre(rad: Soknad | Sak, **felter: object) -> None:
    with kommando(SYSTEM, "test"):
        rad.lagre_endring(**felter)


def test_mens_vi_venter_pa_sokeren_star_lovens_frist_i_saken(fulgt: Sak, veileder: Aktor) -> None:
    _soknad(fulgt, "venter")
    neste = oversikt_en(fulgt).neste
    assert neste is not None
    assert (neste.part, neste.frist) == (Part.DELTAKER, PAR_11_A)
    assert min_dag(veileder) == []


def test_foerste_svar_loftes_fram_mens_vi_venter_pa_sokeren(fulgt: Sak, veileder: Aktor) -> None:
    soknad = _soknad(fulgt, "venter")
    with klokke.still_til(date(2026, 6, 7)):
        [linje] = min_dag(veileder)
        assert (linje.oppgave.slag, linje.oppgave.steg.knapp) == ("forelopig_svar", "Send foreløpig svar")
        assert linje.oppgave.frist == PAR_11_A
    with klokke.still_til(date(2026, 6, 15)):
        [linje] = min_dag(veileder)
        assert linje.haster
        assert linje.oppgave.hva == "Søkeren har ikke fått svar innen en måned"
        _endre(soknad, forelopig_svar=date(2026, 6, 15))
        assert min_dag(veileder) == []


def test_kommunen_velger_nar_foerste_svar_loftes_fram(fulgt: Sak, kontor: Kontor) -> None:
    _soknad(fulgt, "mottatt")
    assert "forelopig_svar" not in oppgaver(fulgt)
    grunnlag.lag_valg(kontor.kommune, "forelopig_svar_varsles_dager", 14)
    assert "forelopig_svar" in oppgaver(fulgt)


def test_fristen_som_gikk_ut_er_veilederens_med_lovens_frist(fulgt: Sak) -> None:
    soknad = _soknad(fulgt, "venter")
    _endre(soknad, forelopig_svar=date(2026, 6, 12))
    with klokke.still_til(date(2026, 6, 21)):
        mangler = oppgaver(fulgt)["mangler"]
    assert (mangler.part, mangler.frist) == (Part.VEILEDER, SVARFRIST)


def test_en_soknad_som_er_klar_uten_det_vi_ba_om_skal_vurderes(fulgt: Sak, veileder: Aktor) -> None:
    _soknad(fulgt, "klar")
    [linje] = min_dag(veileder)
    assert (linje.oppgave.steg.knapp, linje.oppgave.frist) == ("Begynn vurderingen", PAR_11_A)
    assert not [steg for steg in forside(fulgt).steg if steg.side == "soknad"]
    assert not [f for f in oversikt_en(fulgt).frister if f.dato == SVARFRIST]


@pytest.mark.parametrize("status", ["utkast", "til_beslutning"])
def test_vedtaket_som_skrives_har_soknadens_frist(fulgt: Sak, veileder: Aktor, status: str) -> None:
    soknad = _soknad(fulgt, "klar")
    lag(Vedtak, sak=fulgt, type="avslag", status=status, saksbehandler=veileder.krev_bruker())
    slag = "vedtak" if status == "utkast" else "beslutt"
    assert oppgaver(fulgt)[slag].frist == PAR_11_A
    _endre(soknad, forelopig_svar=date(2026, 6, 3))
    assert oppgaver(fulgt)[slag].frist == PAR_31


def test_utkastet_skjuler_ikke_at_sokeren_venter_pa_svar(fulgt: Sak, veileder: Aktor) -> None:
    _soknad(fulgt, "klar")
    lag(Vedtak, sak=fulgt, type="avslag", status="utkast", saksbehandler=veileder.krev_bruker())
    with klokke.still_til(date(2026, 6, 10)):
        assert [g.oppgave.slag for g in min_dag(veileder)] == ["forelopig_svar"]
        assert "vedtak" in oppgaver(fulgt)


def test_det_vi_ba_om_sporres_det_ikke_etter_nar_soknaden_er_avgjort(fulgt: Sak) -> None:
    soknad = _soknad(fulgt, "venter")
    _endre(soknad, status="avgjort")
    _endre(fulgt, status=Saksstatus.INNVILGET)
    assert not [steg for steg in forside(fulgt).steg if "Lønnsslipp" in str(steg.tekst)]
    assert not [f for f in oversikt_en(fulgt).frister if "Lønnsslipp" in f.tekst]


def test_utkast_til_forlengelse_har_vedtakets_siste_dag_som_frist(kontor: Kontor, veileder: Aktor) -> None:
    sak = grunnlag.lag_sak_i_program(kontor, til=date(2026, 6, 30))
    lag(Vedtak, sak=sak, type="forlengelse", status="utkast", saksbehandler=veileder.krev_bruker())
    assert oppgaver(sak)["vedtak"].frist == date(2026, 6, 30)
