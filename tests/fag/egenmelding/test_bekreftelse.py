"""An oral egenmelding confirmed in writing, or not (forskriften § 7)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from fotfeste.fag.brev.lagring import fra_json
from fotfeste.fag.egenmelding import services
from fotfeste.fag.egenmelding.enums import Bekreftelsesstatus, Gjelder
from fotfeste.fag.egenmelding.selectors import egne_krav
from fotfeste.fag.oppmote.enums import Fravaersarsak
from fotfeste.fag.oppmote.models import Fravaer
from fotfeste.fag.oppmote.selectors import manedens_fakta
from fotfeste.fag.oppmote.services import legeerklaering_legg_til, timeliste_apne, timeliste_lever
from fotfeste.fag.oversikt.selectors import oversikt_en
from fotfeste.fag.person.services import barn_registrer
from fotfeste.fag.sak.models import Sak
from fotfeste.flater.kontor.fravaerskort import fravaerskort
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import Fagfeil
from fotfeste.grunnmur.logg.services import kommando
from fotfeste.grunnmur.tilgang import SYSTEM, Aktor
from tests.fag.egenmelding.fortelling import borte, i_program_siden

pytestmark = pytest.mark.django_db
FRIST, MAI = date(2026, 6, 17), date(2026, 5, 1)


@pytest.fixture
def fravaeret(sak: Sak, veileder: Aktor, deltaker: Aktor) -> Fravaer:
    return borte(i_program_siden(sak, veileder), date(2026, 5, 12), date(2026, 5, 13))


def slag(sak: Sak) -> set[str]:
    return {o.slag for o in oversikt_en(sak).oppgaver if o.slag.startswith("egenmelding")}


def test_deltakeren_bekrefter_pa_min_side(fravaeret: Fravaer, veileder: Aktor, deltaker: Aktor) -> None:
    services.egenmelding_be_om_bekreftelse(veileder, fravaer=fravaeret, frist=FRIST)
    assert slag(fravaeret.sak) == {"egenmelding_bekreft"}
    (krav,) = egne_krav(deltaker)
    assert services.egenmelding_bekreft(deltaker, krav=krav, tekst="Feber").status == Bekreftelsesstatus.BEKREFTET
    assert slag(fravaeret.sak) == set()
    assert manedens_fakta(fravaeret.sak, MAI).ugyldig_fravaer == {}


def test_kommer_det_ikke_kan_kontoret_bestemme_at_dagene_er_tapt(fravaeret: Fravaer, veileder: Aktor) -> None:
    sak = fravaeret.sak
    krav = services.egenmelding_be_om_bekreftelse(veileder, fravaer=fravaeret, frist=FRIST)
    with pytest.raises(Fagfeil, match=r"frist til og med 17\. juni 2026"):
        services.egenmelding_la_falle_bort(veileder, krav=krav, begrunnelse="Kom ikke.")
    with klokke.still_til(date(2026, 6, 18)):
        da = replace(veileder, dag=klokke.i_dag())
        assert slag(sak) == {"egenmelding_ubekreftet"}
        with pytest.raises(Fagfeil, match="Skriv hvorfor"):
            services.egenmelding_la_falle_bort(da, krav=krav, begrunnelse="")
        services.egenmelding_la_falle_bort(da, krav=krav, begrunnelse="Du har ikke svart på brev eller telefon.")
    assert set(manedens_fakta(sak, MAI).ugyldig_fravaer) == {date(2026, 5, 12), date(2026, 5, 13)}
    brev = str(fra_json(sak.brev.order_by("-sendt")[0].innhold))
    assert "Du har ikke svart på brev eller telefon." in brev
    assert "Du kan klage" in brev


def test_vedtaket_om_at_dagene_er_tapt_er_grunnlag_for_trekket(sak: Sak, veileder: Aktor) -> None:
    """The grant made no reservation; but these days are decided, with the right to complain."""
    fravaeret = borte(i_program_siden(sak, veileder, forbehold=False), date(2026, 5, 12))
    tapt_uten_vedtak = borte(sak, date(2026, 5, 20), arsak=Fravaersarsak.ULEGITIMERT)
    krav = services.egenmelding_be_om_bekreftelse(veileder, fravaer=fravaeret, frist=FRIST)
    with klokke.still_til(date(2026, 6, 18)):
        da = replace(veileder, dag=klokke.i_dag())
        services.egenmelding_la_falle_bort(da, krav=krav, begrunnelse="Du har ikke svart.")
    fakta = manedens_fakta(sak, MAI)
    assert set(fakta.ugyldig_fravaer) == {date(2026, 5, 12)}
    assert set(fakta.uten_grunnlag) == {tapt_uten_vedtak.fra}


def test_sykt_barn_bekreftes_som_sykt_barn(sak: Sak, veileder: Aktor, deltaker: Aktor) -> None:
    lea = barn_registrer(SYSTEM, sak.person, navn="Lea", fodselsdato=date(2019, 5, 3))
    fravaeret = borte(i_program_siden(sak, veileder), date(2026, 5, 12), arsak=Fravaersarsak.BARNS_SYKDOM, barn=lea)
    assert fravaerskort(veileder, sak, fravaeret.timeliste).muntlige == [fravaeret]
    krav = services.egenmelding_be_om_bekreftelse(veileder, fravaer=fravaeret, frist=FRIST)
    assert krav.gjelder == Gjelder.BARN
    brev = str(fra_json(sak.brev.get().innhold))
    assert "Bekreft at barnet ditt var sykt" in brev
    assert "§§ 7 og 10" in brev


def test_bare_en_muntlig_egenmelding_som_er_over(fravaeret: Fravaer, veileder: Aktor, deltaker: Aktor) -> None:
    ferie = borte(fravaeret.sak, date(2026, 5, 18), arsak=Fravaersarsak.FERIE)
    with pytest.raises(Fagfeil, match="Bare en egenmelding om sykdom"):
        services.egenmelding_be_om_bekreftelse(veileder, fravaer=ferie, frist=FRIST)
    na = borte(fravaeret.sak, date(2026, 6, 3))
    with pytest.raises(Fagfeil, match="tilbake i programmet"):
        services.egenmelding_be_om_bekreftelse(veileder, fravaer=na, frist=FRIST)
    with pytest.raises(Fagfeil, match="så deltakeren får tid"):
        services.egenmelding_be_om_bekreftelse(veileder, fravaer=fravaeret, frist=date(2026, 6, 3))
    krav = services.egenmelding_be_om_bekreftelse(veileder, fravaer=fravaeret, frist=FRIST)
    with pytest.raises(Fagfeil, match="alt bedt om"):
        services.egenmelding_be_om_bekreftelse(veileder, fravaer=fravaeret, frist=FRIST)
    services.egenmelding_frafall_krav(veileder, krav=krav)
    with kommando(SYSTEM, "test"):
        fravaeret.timeliste.lagre_endring(levert_av=deltaker.krev_bruker())
    with pytest.raises(Fagfeil, match="selv ført fraværet"):
        services.egenmelding_be_om_bekreftelse(veileder, fravaer=fravaeret, frist=FRIST)


def test_det_legen_har_skrevet_er_ingen_egenmelding(fravaeret: Fravaer, veileder: Aktor, deltaker: Aktor) -> None:
    """The statement comes after the office has asked: nothing falls away, and no letter says that it does."""
    krav = services.egenmelding_be_om_bekreftelse(veileder, fravaer=fravaeret, frist=FRIST)
    legeerklaering_legg_til(deltaker, fravaer=fravaeret, filnavn="lege.pdf", innhold=b"%PDF-1.7 syk")
    with klokke.still_til(date(2026, 6, 18)):
        da = replace(veileder, dag=klokke.i_dag())
        with pytest.raises(Fagfeil, match="Legeerklæringen dekker hele fraværet"):
            services.egenmelding_la_falle_bort(da, krav=krav, begrunnelse="Kom ikke.")
        services.egenmelding_frafall_krav(da, krav=krav)
        with pytest.raises(Fagfeil, match="ingen egenmelding å bekrefte"):
            services.egenmelding_be_om_bekreftelse(da, fravaer=fravaeret, frist=date(2026, 7, 1))


def test_sender_deltakeren_listen_etterpa_er_det_bekreftet(
    fravaeret: Fravaer, veileder: Aktor, deltaker: Aktor
) -> None:
    krav = services.egenmelding_be_om_bekreftelse(veileder, fravaer=fravaeret, frist=FRIST)
    timeliste_lever(deltaker, timeliste=timeliste_apne(deltaker, sak=fravaeret.sak, maned=MAI))
    with klokke.still_til(date(2026, 6, 18)), pytest.raises(Fagfeil, match="bekreftet skriftlig"):
        services.egenmelding_la_falle_bort(replace(veileder, dag=klokke.i_dag()), krav=krav, begrunnelse="Kom ikke.")
