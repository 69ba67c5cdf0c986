"""No task falls between two chairs: one whose owner has left, or may not take it, waits for those who may."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from fotfeste.fag.oversikt.dag import min_dag
from fotfeste.fag.oversikt.deltaker import forside
from fotfeste.fag.oversikt.sakliste import mulige_kontakter, sakliste
from fotfeste.fag.oversikt.selectors import oversikt_en
from fotfeste.fag.person.models import Person
from fotfeste.fag.program.models import Evalueringsdato, Programversjon
from fotfeste.fag.sak.enums import Saksstatus
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.sak.services import fast_kontakt_sett
from fotfeste.fag.soknad.models import Soknad
from fotfeste.fag.vedtak.enums import Vedtakstype
from fotfeste.fag.vedtak.models import Vedtak
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.dokument.services import dokument_arkiver
from fotfeste.grunnmur.logg.services import kommando
from fotfeste.grunnmur.organisasjon.enums import Rolle
from fotfeste.grunnmur.organisasjon.models import Kontor, Medlemskap
from fotfeste.grunnmur.tilgang import SYSTEM, Aktor, aktor_for
from fotfeste.regelverk.vilkar import Avslagsgrunn
from tests import grunnlag
from tests.fag.oversikt.fortelling import fattet, lag, oppgaver

pytestmark = pytest.mark.django_db


def _slutt_i_jobben(aktor: Aktor) -> None:
    i_gar = klokke.i_dag() - timedelta(days=1)
    Medlemskap.objects.filter(bruker=aktor.krev_bruker()).update(til=i_gar)


@pytest.fixture
def kari(kontor: Kontor) -> Aktor:
    return grunnlag.lag_aktor(Rolle.VEILEDER, kontor, navn="Kari Flyttdal")


@pytest.fixture
def fulgt(sak: Sak, kari: Aktor) -> Sak:
    """A case with an application, followed by Kari."""
    fast_kontakt_sett(SYSTEM, sak, bruker=kari.krev_bruker())
    lag(Soknad, sak=sak, mottatt=date(2026, 5, 14), kanal="papir")
    return sak


def test_oppgavene_til_den_som_har_sluttet_nar_kontoret(
    fulgt: Sak, kari: Aktor, veileder: Aktor, fagansvarlig: Aktor, leder: Aktor
) -> None:
    assert min_dag(veileder) == min_dag(leder) == []
    _slutt_i_jobben(kari)
    assert [g.oppgave.slag for g in min_dag(veileder)] == ["soknad"]
    assert [g.oppgave.slag for g in min_dag(fagansvarlig)] == ["soknad"]
    [linje] = min_dag(leder)
    assert linje.oppgave.hva == "Kari Flyttdal arbeider ikke her lenger: velg fast kontakt"
    assert linje.oppgave.steg.side == "fast_kontakt"


def test_den_som_har_sluttet_er_ikke_lenger_noens_veileder(fulgt: Sak, kari: Aktor, veileder: Aktor) -> None:
    assert forside(fulgt).fast_kontakt == kari.bruker
    assert sakliste(veileder, hvem="ingen").antall == 0
    _slutt_i_jobben(kari)
    assert oversikt_en(fulgt).fast_kontakt is None
    assert forside(fulgt).fast_kontakt is None
    assert "Kari" not in forside(fulgt).hos_oss
    assert sakliste(veileder, hvem="ingen").antall == 1


def test_den_som_ikke_kan_logge_inn_mer_har_ingen_oppgaver(fulgt: Sak, kari: Aktor, veileder: Aktor) -> None:
    bruker = kari.krev_bruker()
    bruker.is_active = False
    bruker.save()
    assert [g.oppgave.slag for g in min_dag(veileder)] == ["soknad"]


def test_et_returnert_vedtak_gar_til_fast_kontakt_nar_den_som_skrev_det_har_sluttet(
    fulgt: Sak, kari: Aktor, kontor: Kontor, veileder: Aktor
) -> None:
    skrev = grunnlag.lag_aktor(Rolle.VEILEDER, kontor)
    lag(Vedtak, sak=fulgt, type="avslag", status="returnert", saksbehandler=skrev.krev_bruker())
    assert [g.oppgave.slag for g in min_dag(skrev)] == ["vedtak"]
    assert min_dag(kari) == []
    _slutt_i_jobben(skrev)
    assert [g.oppgave.slag for g in min_dag(kari)] == ["vedtak"]
    assert min_dag(veileder) == []
    _slutt_i_jobben(kari)
    assert [g.oppgave.slag for g in min_dag(veileder)] == ["vedtak"]


def test_det_jobbspesialisten_ikke_kan_gjore_nar_en_veileder(sak: Sak, kontor: Kontor, veileder: Aktor) -> None:
    jobb = grunnlag.lag_aktor(Rolle.JOBBSPESIALIST, kontor)
    fast_kontakt_sett(SYSTEM, sak, bruker=jobb.krev_bruker())
    lag(Soknad, sak=sak, mottatt=date(2026, 5, 14), kanal="papir")
    assert min_dag(jobb) == []
    assert [g.oppgave.slag for g in min_dag(veileder)] == ["soknad"]
    assert "uten_kontakt" not in oppgaver(sak)


def test_en_sak_som_ble_strengt_fortrolig_nar_fagansvarlig(fulgt: Sak, veileder: Aktor, fagansvarlig: Aktor) -> None:
    with kommando(SYSTEM, "test"):
        Person.objects.get(pk=fulgt.person_id).lagre_endring(gradering="strengt_fortrolig")
    assert min_dag(veileder) == []
    assert [g.oppgave.slag for g in min_dag(fagansvarlig)] == ["soknad"]
    assert oppgaver(fulgt)["uten_kontakt"].hva == "Kari Flyttdal kan ikke følge opp saken: velg fast kontakt"
    assert list(mulige_kontakter(Sak.objects.get(pk=fulgt.pk))) == [fagansvarlig.bruker]


def test_avslaget_skal_forklares_med_tolk_selv_om_saken_er_lukket(
    kontor: Kontor, veileder: Aktor, beslutter: Aktor
) -> None:
    sak = grunnlag.lag_sak(kontor, grunnlag.lag_person(tolkebehov=True, sprak="ar"))
    fast_kontakt_sett(SYSTEM, sak, bruker=veileder.krev_bruker())
    fattet(
        sak,
        Vedtakstype.AVSLAG,
        fra=None,
        dato=date(2026, 6, 1),
        status=Saksstatus.AVSLATT,
        saksbehandler=veileder.krev_bruker(),
        beslutter=beslutter.krev_bruker(),
        avslagsgrunn=Avslagsgrunn.ARBEIDSEVNE,
        brev=dokument_arkiver(navn="avslag.pdf", mime="application/pdf", innhold=b"%PDF-1.7"),
        frosset={},
        innlest=False,
    )
    assert [g.oppgave.steg.knapp for g in min_dag(veileder)] == ["Forklar vedtaket med tolk"]
    with klokke.still_til(date(2026, 8, 31)):
        assert min_dag(aktor_for(veileder.krev_bruker())) == []


def test_en_evaluering_som_er_flyttet_star_bare_den_nye_dagen(kontor: Kontor) -> None:
    sak = grunnlag.lag_sak_i_program(kontor)
    ny_fra = date(2026, 8, 31)
    felter = {"sak": sak, "status": "avtalt", "avtalt_med_deltaker": date(2026, 1, 12)}
    forste = lag(Programversjon, nummer=1, fra=date(2026, 1, 12), til=ny_fra - timedelta(days=1), **felter)
    andre = lag(Programversjon, nummer=2, fra=ny_fra, **felter)
    lag(Evalueringsdato, sak=sak, programversjon=forste, dato=date(2026, 7, 1))
    lag(Evalueringsdato, sak=sak, programversjon=forste, dato=date(2026, 9, 2))
    lag(Evalueringsdato, sak=sak, programversjon=andre, dato=date(2026, 9, 9))
    datoer = [f.dato for f in oversikt_en(sak).frister if f.tekst == "Evaluering av programmet"]
    assert datoer == [date(2026, 7, 1), date(2026, 9, 9)]
