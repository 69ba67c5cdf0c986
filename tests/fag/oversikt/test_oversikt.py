"""Where a case stands, whom it waits for, and what Min dag says of it."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from fotfeste.fag.kartlegging.models import Arbeidsevnevurdering
from fotfeste.fag.oppfolging.services import Evalueringinn, evaluering_hold, kontakt_logg
from fotfeste.fag.oversikt.dag import min_dag
from fotfeste.fag.oversikt.innsyn import hvem_har_sett
from fotfeste.fag.oversikt.sakliste import sakliste
from fotfeste.fag.oversikt.selectors import gjelder_meg, oversikt_en, oversikt_for
from fotfeste.fag.oversikt.typer import Part
from fotfeste.fag.program.models import Evalueringsdato, Programversjon
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.sak.selectors import sak_hent, saker_for
from fotfeste.fag.sak.services import fast_kontakt_sett
from fotfeste.fag.soknad.models import Opplysningskrav, Soknad
from fotfeste.fag.vedtak.models import Vedtak
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import IkkeTilgang
from fotfeste.grunnmur.logg.services import kommando
from fotfeste.grunnmur.organisasjon.enums import Rolle
from fotfeste.grunnmur.organisasjon.models import Kontor
from fotfeste.grunnmur.tilgang import SYSTEM, Aktor
from tests import grunnlag

pytestmark = pytest.mark.django_db
MAI = date(2026, 5, 1)


def _lag(modell: Any, **felter: Any) -> Any:
    with kommando(SYSTEM, "test"):
        return modell.objects.create(**felter)


@pytest.fixture
def fulgt(sak: Sak, veileder: Aktor) -> Sak:
    fast_kontakt_sett(SYSTEM, sak, bruker=veileder.krev_bruker())
    return sak


def _soknad(sak: Sak, status: str = "mottatt", mottatt: date = date(2026, 5, 14)) -> Soknad:
    ny: Soknad = _lag(Soknad, sak=sak, mottatt=mottatt, kanal="papir", status=status)
    return ny


def test_en_ny_soknad_venter_pa_veilederen_med_forelopig_svar_som_frist(fulgt: Sak, veileder: Aktor) -> None:
    _soknad(fulgt)
    oversikt = oversikt_en(fulgt)
    assert oversikt.neste is not None
    assert oversikt.neste.hva == "Søknaden er kommet"
    assert oversikt.neste.part == Part.VEILEDER
    assert oversikt.neste.siden == date(2026, 5, 14)
    assert oversikt.neste.frist == date(2026, 6, 14)
    assert [f.dato for f in oversikt.to_frister] == [date(2026, 6, 14), date(2026, 11, 14)]
    assert [g.oppgave.steg.side for g in min_dag(veileder)] == ["soknad"]


def test_nar_vi_har_bedt_om_opplysninger_venter_saken_pa_sokeren_til_fristen_er_ute(
    fulgt: Sak, veileder: Aktor
) -> None:
    soknad = _soknad(fulgt, "venter")
    frist = date(2026, 6, 8)
    _lag(Opplysningskrav, sak=fulgt, soknad=soknad, hva="Lønnsslipp", bedt=date(2026, 5, 25), frist=frist)
    neste = oversikt_en(fulgt).neste
    assert neste is not None
    assert neste.part == Part.DELTAKER
    assert neste.siden == date(2026, 5, 25)
    assert min_dag(veileder) == []
    with klokke.still_til(date(2026, 6, 9)):
        neste = oversikt_en(fulgt).neste
        assert neste is not None
        assert neste.part == Part.VEILEDER
        assert "Lønnsslipp" in neste.hva
        assert len(min_dag(veileder)) == 1


def test_veien_fra_klar_soknad_til_vedtak(fulgt: Sak) -> None:
    _soknad(fulgt, "klar")
    assert oversikt_en(fulgt).neste.steg.knapp == "Begynn vurderingen"  # type: ignore[union-attr]
    aev = _lag(Arbeidsevnevurdering, sak=fulgt, nummer=1)
    assert oversikt_en(fulgt).neste.steg.knapp == "Fullfør vurderingen"  # type: ignore[union-attr]
    with kommando(SYSTEM, "test"):
        aev.lagre_endring(status="fullfort", ferdigstilt=date(2026, 6, 2))
    assert oversikt_en(fulgt).neste.steg.knapp == "Skriv vedtaket"  # type: ignore[union-attr]


def test_et_vedtak_til_beslutning_star_hos_beslutteren_og_aldri_hos_den_som_skrev_det(
    fulgt: Sak, kontor: Kontor, veileder: Aktor, beslutter: Aktor
) -> None:
    _soknad(fulgt, "klar")
    _lag(
        Vedtak,
        sak=fulgt,
        type="avslag",
        status="til_beslutning",
        saksbehandler=veileder.krev_bruker(),
        sendt=datetime(2026, 6, 1, 9, tzinfo=klokke.OSLO),
    )
    oversikt = oversikt_en(fulgt)
    assert oversikt.neste is not None
    assert oversikt.neste.part == Part.BESLUTTER
    assert gjelder_meg(beslutter, oversikt, oversikt.neste)
    assert not gjelder_meg(veileder, oversikt, oversikt.neste)
    assert [g.oppgave.slag for g in min_dag(beslutter)] == ["beslutt"]
    assert min_dag(veileder) == []


def test_deltakeren_i_program_venter_pa_godkjent_timeliste(kontor: Kontor, veileder: Aktor) -> None:
    sak = grunnlag.lag_sak_i_program(kontor)
    fast_kontakt_sett(SYSTEM, sak, bruker=veileder.krev_bruker())
    _lag(Programversjon, sak=sak, nummer=1, status="avtalt", fra=date(2026, 1, 12), avtalt_med_deltaker=MAI)
    kontakt_logg(veileder, sak=sak, kanal="telefon", dato=date(2026, 5, 28))
    oversikt = oversikt_en(sak)
    assert oversikt.periode == "uke 21 av 52, til 11. januar 2027"
    assert oversikt.dager_siden_kontakt == 6
    assert [o.hva for o in oversikt.oppgaver] == ["Timelisten for mai er ikke levert"]
    assert oversikt.oppgaver[0].part == Part.DELTAKER
    grunnlag.lag_timeliste(sak, MAI, godkjent_av=None)
    neste = oversikt_en(sak).neste
    assert neste is not None
    assert neste.hva == "Timelisten for mai er levert"
    assert neste.frist == date(2026, 6, 5)


def test_ingen_har_snakket_sammen_pa_lenge(kontor: Kontor, veileder: Aktor) -> None:
    sak = grunnlag.lag_sak_i_program(kontor)
    fast_kontakt_sett(SYSTEM, sak, bruker=veileder.krev_bruker())
    kontakt_logg(veileder, sak=sak, kanal="telefon", dato=date(2026, 5, 8))
    kontakt_logg(veileder, sak=sak, kanal="telefon", dato=date(2026, 6, 2), resultat="ikke_svar")
    assert "Ingen har snakket sammen på 26 dager" in [o.hva for o in oversikt_en(sak).oppgaver]


def test_vedtaket_som_gar_ut_kommer_i_tide(kontor: Kontor) -> None:
    sak = grunnlag.lag_sak_i_program(kontor, til=date(2026, 6, 30))
    forleng = next(o for o in oversikt_en(sak).oppgaver if o.slag == "forleng")
    assert forleng.hva == "Vedtaket går ut 30. juni 2026"
    assert forleng.frist == date(2026, 6, 30)


def test_mange_timelister_blir_en_linje(kontor: Kontor, veileder: Aktor) -> None:
    for nummer in range(4):
        sak = grunnlag.lag_sak_i_program(kontor, person=grunnlag.lag_person(fornavn=f"Nr{nummer}"))
        fast_kontakt_sett(SYSTEM, sak, bruker=veileder.krev_bruker())
        kontakt_logg(veileder, sak=sak, kanal="mote")
        _lag(Programversjon, sak=sak, nummer=1, status="avtalt", fra=date(2026, 1, 12), avtalt_med_deltaker=MAI)
        grunnlag.lag_timeliste(sak, MAI, godkjent_av=None)
    linjer = min_dag(veileder)
    assert [(g.oppgave.slag, g.antall) for g in linjer] == [("timeliste", 4)]


def test_en_sak_uten_fast_kontakt_vises_for_den_som_fordeler(sak: Sak, leder: Aktor, okonomi: Aktor) -> None:
    assert [g.oppgave.slag for g in min_dag(leder)] == ["uten_kontakt"]
    assert min_dag(okonomi) == []


def test_strengt_fortrolig_og_egen_sak_star_ikke_i_listen(kontor: Kontor, veileder: Aktor, fagansvarlig: Aktor) -> None:
    skjult = grunnlag.lag_sak(kontor, grunnlag.lag_person(gradering="strengt_fortrolig"))
    egen = grunnlag.lag_sak(kontor, grunnlag.lag_person(fornavn="Selv", bruker=veileder.krev_bruker()))
    assert set(saker_for(veileder)) == set()
    assert set(saker_for(fagansvarlig)) == {skjult, egen}


def test_listen_filtreres_og_sorteres(kontor: Kontor, fulgt: Sak, veileder: Aktor) -> None:
    i_program = grunnlag.lag_sak_i_program(kontor, person=grunnlag.lag_person(fornavn="Abdi", etternavn="Aas"))
    assert sakliste(veileder).antall == 2
    assert [o.sak for o in sakliste(veileder, status="i_program").rader] == [i_program]
    assert [o.sak for o in sakliste(veileder, hvem="mine").rader] == [fulgt]
    assert [o.sak for o in sakliste(veileder, hvem="ingen").rader] == [i_program]
    assert [o.sak for o in sakliste(veileder, sorter="navn").rader] == [i_program, fulgt]
    assert sakliste(veileder, side="tull").side.number == 1


def test_antall_sporringer_er_det_samme_for_to_saker_og_tolv(kontor: Kontor) -> None:

    saker = [grunnlag.lag_sak_i_program(kontor, person=grunnlag.lag_person()) for _ in range(12)]
    for sak in saker:
        grunnlag.lag_timeliste(sak, MAI, godkjent_av=None)
    saker = list(Sak.objects.select_related("person", "kontor", "kommune"))
    with CaptureQueriesContext(connection) as fa:
        oversikt_for(saker[:2])
    with CaptureQueriesContext(connection) as mange:
        oversikt_for(saker)
    assert len(fa) == len(mange) <= 45


def test_hvem_som_har_sett_saken_sies_til_deltakeren_og_lederen_og_ingen_andre(
    sak: Sak, veileder: Aktor, leder: Aktor, deltaker: Aktor
) -> None:
    sak_hent(veileder, sak.pk)
    sak_hent(veileder, sak.pk)
    frisk = Sak.objects.select_related("person").get(pk=sak.pk)
    assert [(i.navn, i.hva) for i in hvem_har_sett(deltaker, frisk)] == [(veileder.navn, "saken")]
    assert hvem_har_sett(leder, frisk)
    with pytest.raises(IkkeTilgang):
        hvem_har_sett(veileder, frisk)


def test_jobbspesialisten_far_ikke_det_veilederen_skal_gjore(kontor: Kontor) -> None:
    jobbspesialist = grunnlag.lag_aktor(Rolle.JOBBSPESIALIST, kontor)
    sak = grunnlag.lag_sak(kontor)
    fast_kontakt_sett(SYSTEM, sak, bruker=jobbspesialist.krev_bruker())
    _soknad(sak)
    assert min_dag(jobbspesialist) == []


def test_kommunen_velger_nar_saken_loftes_fram(kontor: Kontor, veileder: Aktor) -> None:
    sak = grunnlag.lag_sak_i_program(kontor, til=date(2026, 8, 31))
    versjon = _lag(Programversjon, sak=sak, nummer=1, status="avtalt", fra=date(2026, 1, 12), avtalt_med_deltaker=MAI)
    _lag(Evalueringsdato, sak=sak, programversjon=versjon, dato=date(2026, 6, 15))
    kontakt_logg(veileder, sak=sak, kanal="telefon", dato=date(2026, 5, 20))
    paa_egne_mal = {"stille", "forleng", "evaluering"}
    assert not paa_egne_mal & {o.slag for o in oversikt_en(sak).oppgaver}
    grunnlag.lag_valg(kontor.kommune, "samtale_senest_dager", 14)
    grunnlag.lag_valg(kontor.kommune, "forlengelse_vurderes_dager", 90)
    grunnlag.lag_valg(kontor.kommune, "evaluering_forberedes_dager", 12)
    assert paa_egne_mal <= {o.slag for o in oversikt_en(sak).oppgaver}


def test_oversikten_koster_like_mye_for_flere_kommuner(kontor: Kontor) -> None:
    ute = grunnlag.lag_kontor(grunnlag.lag_kommune("Annenvik", "4205"))
    en = [grunnlag.lag_sak_i_program(kontor)]
    flere = [*en, grunnlag.lag_sak_i_program(ute), grunnlag.lag_sak_i_program(kontor)]
    antall = []
    for saker in (en, flere):
        with CaptureQueriesContext(connection) as sporringer:
            oversikt_for(saker)
        antall.append(len(sporringer))
    assert antall[0] == antall[1]


def test_en_evaluering_ingen_har_holdt_blir_staende(kontor: Kontor, veileder: Aktor) -> None:
    sak = grunnlag.lag_sak_i_program(kontor)
    versjon = _lag(Programversjon, sak=sak, nummer=1, status="avtalt", fra=date(2026, 1, 12), avtalt_med_deltaker=MAI)
    for dag in (date(2026, 5, 4), date(2026, 6, 1), date(2026, 9, 1)):
        _lag(Evalueringsdato, sak=sak, programversjon=versjon, dato=dag)

    def evalueringer() -> list[str]:
        return [str(o.hva) for o in oversikt_en(sak).oppgaver if o.slag == "evaluering"]

    with klokke.still_til(date(2026, 6, 1)):
        assert evalueringer() == ["Programmet skulle vært evaluert 4. mai 2026", "Programmet skal evalueres"]
    with klokke.still_til(date(2026, 6, 15)):
        assert evalueringer() == ["Programmet skulle vært evaluert 1. juni 2026"]
        kontakt_logg(veileder, sak=sak, kanal="mote", dato=date(2026, 6, 2))
        assert len(evalueringer()) == 1, "a conversation is no evaluation"
        inn = Evalueringinn(
            holdt=date(2026, 6, 2), framgang="narmere", konklusjon="fortsette", begrunnelse="Det går framover."
        )
        evaluering_hold(veileder, sak=sak, inn=inn)
        assert evalueringer() == []
