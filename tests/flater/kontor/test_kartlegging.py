"""The mapping in the browser's eyes: written once, put where it belongs, and nothing internal on its way out."""

from __future__ import annotations

import uuid
from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from fotfeste.fag.kartlegging import services
from fotfeste.fag.kartlegging.enums import Funnslag, Innhentingsstatus, Innsatsgruppe, Tema
from fotfeste.fag.kartlegging.models import Innhenting, Kartleggingssamtale
from fotfeste.fag.kartlegging.samtaler import Funninn
from fotfeste.fag.oversikt.selectors import oversikt_for
from fotfeste.fag.sak.models import Sak
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.tilgang import Aktor
from tests.fag.vedtak.fortelling import fullfor_aev, skriv_aev
from tests.grunnlag import I_DAG


def _som(aktor: Aktor) -> Client:
    klient = Client()
    klient.force_login(aktor.krev_bruker())
    return klient


def _send(klient: Client, navn: str, *deler: Any, **felter: Any) -> str:
    svar = klient.post(reverse(f"kontor:{navn}", args=deler), {"innsending": str(uuid.uuid4()), **felter}, follow=True)
    return svar.content.decode()


def _les(klient: Client, navn: str, *deler: Any) -> str:
    return klient.get(reverse(f"kontor:{navn}", args=deler)).content.decode()


def _oppgaver(sak: Sak) -> dict[str, str]:
    oversikt = oversikt_for([Sak.objects.get(pk=sak.pk)])[sak.pk]
    return {oppgave.slag: oppgave.hva for oppgave in oversikt.oppgaver}


def test_samtalen_star_ved_punktet_og_tas_inn_med_ett_trykk(veileder: Aktor, sak: Sak) -> None:
    klient = _som(veileder)
    side = _send(
        klient, "aev_samtale", sak.pk, dato="i dag", sted="kontoret", tekst_arbeidserfaring="Drev kjøkken.",
        slag_arbeidserfaring="ressurs", tekst_helse="Vond rygg.", slag_helse="hindring", til_stede="Samira",
    )  # fmt: skip
    assert "Drev kjøkken." in side
    samtale = Kartleggingssamtale.objects.get()
    vurdering = services.aev_start(veileder, sak=sak)
    assert "Vond rygg." in _les(klient, "aev", sak.pk)
    funn = samtale.funn.get(slag="ressurs")
    _send(
        klient, "aev", sak.pk, utfort_av="nav", versjon=vurdering.versjon, punkt_a="Skrevet selv.", ta_inn=str(funn.pk)
    )
    vurdering.refresh_from_db()
    assert vurdering.punkt_a == "Skrevet selv.\n\nDrev kjøkken."
    assert vurdering.kilder.get().samtale == samtale


def test_tom_samtale_beholder_skjemaet(veileder: Aktor, sak: Sak) -> None:
    side = _send(_som(veileder), "aev_samtale", sak.pk, dato="i dag", sted="kontoret", til_stede="Samira og søsteren")
    assert "minst ett tema" in side
    assert "Samira og søsteren" in side


def test_innhenting_fra_forslag_til_svar(veileder: Aktor, sak: Sak) -> None:
    klient = _som(veileder)
    side = _send(
        klient, "aev_innhenting_ny", sak.pk, fra_type="lege", fra_navn="Fastlegen", hva="Timer?", formal="Vurdere",
        grunnlag="samtykke",
    )  # fmt: skip
    rad = Innhenting.objects.get()
    assert "Deltakeren sa ja" in side
    assert _oppgaver(sak)["aev_samtykke"] == "Venter på om vi kan spørre Fastlegen"
    _send(klient, "aev_innhenting_kommando", rad.pk, "registrer_ja", dato="i dag", mate="muntlig")
    assert "aev_spor" in _oppgaver(sak)
    _send(klient, "aev_innhenting_kommando", rad.pk, "be_om", dato="i dag", svarfrist="17.6.26")
    with klokke.still_til(date(2026, 6, 18)):
        assert "aev_purr" in _oppgaver(sak)
    side = _send(
        klient, "aev_innhenting_kommando", rad.pk, "motta", dato="i dag", tekst="Fire timer.", slag="hindring",
        tema="helse",
    )  # fmt: skip
    rad.refresh_from_db()
    assert rad.status == Innhentingsstatus.MOTTATT
    assert "Fire timer." in side
    adresse = reverse("kontor:aev_innhenting_kommando", args=[rad.pk, "samtykk"])
    assert klient.get(adresse).status_code == 404


def test_egenvurdering_i_mote_krever_at_den_er_lest_opp(veileder: Aktor, sak: Sak) -> None:
    vurdering = services.aev_start(veileder, sak=sak)
    klient = _som(veileder)
    felter = {"mate": "i_samtale", "hjelper": "Vera", "tekst_stolt": "Barna mine.", "valg_helse": ["sovn"]}
    side = _send(klient, "aev_egenvurdering", sak.pk, **felter)
    assert "Les svarene høyt" in side
    assert "Barna mine." in side
    side = _send(klient, "aev_egenvurdering", sak.pk, **felter, lest_opp="on")
    assert "Lest høyt og godkjent" in side
    vurdering.refresh_from_db()
    assert "Søvn" in vurdering.deltaker_d
    assert "Hva er du stolt av" in _les(klient, "aev_papir", sak.pk)


def test_per_leser_ikke_bekymringen(veileder: Aktor, sak: Sak) -> None:
    """V3: what the office keeps is one press from the text that goes out, and never in it."""
    skriv_aev(veileder, sak)
    klient = _som(veileder)
    assert "holdes utenfor" in _send(
        klient, "aev_internt", sak.pk, tekst="Lukter alkohol", punkt="d", holdt_tilbake="on"
    )
    _send(klient, "aev_internt", sak.pk, tekst="Lukter alkohol", punkt="d", holdt_tilbake="on", grunn="For tidlig")
    assert 'accesskey="f"' in _les(klient, "aev", sak.pk)
    ut = _les(klient, "aev_forhandsvis", sak.pk)
    assert "Svar på punkt_d." in ut
    for internt in ("alkohol", "For tidlig", "Virker sliten"):
        assert internt not in ut
    assert _oppgaver(sak)["aev_bekymring"]
    notat = sak.arbeidsevnevurderinger.get().internnotater.get()
    _send(klient, "aev_tatt_opp", sak.pk, notat.pk, dato="i dag", hva="Han fortalte selv.")
    assert "aev_bekymring" not in _oppgaver(sak)


def test_brevet_sendes_og_oppgaven_blir_borte(veileder: Aktor, sak: Sak) -> None:
    fullfor_aev(veileder, sak)
    klient = _som(veileder)
    assert "aev_brev" in _oppgaver(sak)
    assert "Sendt til deltakeren 3. juni 2026" in _send(klient, "aev_brev", sak.pk)
    assert "aev_brev" not in _oppgaver(sak)
    assert "alkohol" not in str(sak.brev.get().innhold)


def test_deltakeren_sier_imot_og_far_svar(veileder: Aktor, deltaker: Aktor, sak: Sak) -> None:
    egen = Sak.objects.get(pk=sak.pk)
    vurdering = fullfor_aev(veileder, egen)
    merknad = services.aev_si_imot(deltaker, vurdering=vurdering, punkt="b", tekst="Ikke kokk.")
    assert _oppgaver(sak)["aev_merknad"].endswith("(punkt b)")
    klient = _som(veileder)
    assert "Ikke kokk." in _les(klient, "aev", sak.pk)
    assert "Vi snakker om det." in _send(klient, "aev_merknad", sak.pk, merknad.pk, svar="Vi snakker om det.")
    assert "aev_merknad" not in _oppgaver(sak)


def test_det_som_er_endret_siden_sist_vises(veileder: Aktor, sak: Sak) -> None:
    fullfor_aev(veileder, sak)
    ny = services.aev_start(veileder, sak=sak)
    services.aev_lagre(veileder, vurdering=ny, punkt_a="Svar på noe nytt.")
    side = _les(_som(veileder), "aev_versjon", sak.pk, 2)
    assert "<ins>noe nytt.</ins>" in side
    assert "<del>punkt_a.</del>" in side
    assert "Som i versjon 1." in side


def test_gammel_tekst_bekreftes_med_ett_trykk(veileder: Aktor, sak: Sak) -> None:
    fullfor_aev(veileder, sak)
    with klokke.still_til(date(2027, 1, 4)):
        ny = services.aev_start(veileder, sak=sak)
        klient = _som(veileder)
        assert "Teksten er fra 3. juni 2026" in _les(klient, "aev", sak.pk)
        tekster = {f"punkt_{b}": f"Svar på punkt_{b}." for b in "abcde"}
        _send(klient, "aev", sak.pk, utfort_av="nav", versjon=ny.versjon, **tekster, bekreft="punkt_b")
    ny.refresh_from_db()
    assert ny.tekstdatoer["punkt_b"] == "2027-01-04"
    assert "punkt_b" in ny.gjenbrukt


def test_forenklet_viser_faerre_felt_men_alle_fem_punktene(veileder: Aktor, sak: Sak) -> None:
    services.aev_start(veileder, sak=sak)
    klient = _som(veileder)
    valg = {"variant": "forenklet", "grunn": "klare_utsikter"}
    assert "Skriv en setning" in _send(klient, "aev_variant", sak.pk, **valg)
    side = _send(klient, "aev_variant", sak.pk, **valg, begrunnelse="Har jobb i vente")
    assert 'name="ressurser"' not in side
    assert all(f'name="punkt_{bokstav}"' in side for bokstav in "abcde")
    assert "Har jobb i vente" in side


def test_kollegablikk_pa_min_dag_for_en_annen(veileder: Aktor, fagansvarlig: Aktor, kontor: Any, sak: Sak) -> None:
    services.kompetanse_gi(fagansvarlig, kontor=kontor, bruker=fagansvarlig.krev_bruker(), fra=date(2025, 1, 1))
    skriv_aev(veileder, sak)
    klient = _som(veileder)
    assert "Trenger kollegablikk" in _les(klient, "aev", sak.pk)
    _send(klient, "aev_kollegablikk_be", sak.pk)
    assert "aev_blikk" in _oppgaver(sak)
    side = _send(_som(fagansvarlig), "aev_kollegablikk", sak.pk, utfall="se_pa", kommentar="Hvor ofte i c?")
    assert "Hvor ofte i c?" in side


def test_registeret(veileder: Aktor, fagansvarlig: Aktor, kontor: Any) -> None:
    klient = _som(fagansvarlig)
    assert "Ingen står i registeret" in _les(klient, "aev_kompetanse")
    bruker = str(veileder.bruker_id)
    side = _send(klient, "aev_kompetanse", kontor=str(kontor.pk), bruker=bruker, fra="1.1.26", til="1.1.25")
    assert "før den første" in side
    side = _send(klient, "aev_kompetanse", kontor=str(kontor.pk), bruker=bruker, fra="1.1.26")
    assert "fra 1. januar 2026" in side


@pytest.mark.parametrize("gruppe", [Innsatsgruppe.SITUASJONSBESTEMT, Innsatsgruppe.VARIG])
def test_en_annen_konklusjon_ber_om_vurdering_etter_29(veileder: Aktor, sak: Sak, gruppe: Innsatsgruppe) -> None:
    """VM-04."""
    services.aev_fullfor(
        veileder, vurdering=services.aev_lagre(veileder, vurdering=skriv_aev(veileder, sak), innsatsgruppe=gruppe)
    )
    assert "Det avslår ikke søknaden" in _les(_som(veileder), "aev", sak.pk)


def test_observasjon_etter_fullforing_ber_om_ny_versjon(veileder: Aktor, jobbspesialist: Aktor, sak: Sak) -> None:
    fullfor_aev(veileder, sak)
    services.observasjon_registrer(
        jobbspesialist,
        sak=sak,
        fra="Datastua",
        dato=I_DAG,
        funn=Funninn(Tema.KVALIFIKASJONER, Funnslag.RESSURS, "Racer"),
    )
    assert _oppgaver(sak)["aev_funn"] == "Noe nytt fra Datastua kan endre vurderingen"
    _send(_som(veileder), "aev_funn_legg_bort", sak.funn.get().pk)
    assert "aev_funn" not in _oppgaver(sak)
