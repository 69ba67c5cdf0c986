"""The organisation's page: seen by three roles, changed by one."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from fotfeste.grunnmur.organisasjon.enums import Rolle
from fotfeste.grunnmur.organisasjon.models import Kommune, Kontor, Medlemskap
from fotfeste.grunnmur.organisasjon.valg import VALG, verdi
from fotfeste.grunnmur.tilgang import Aktor
from tests.grunnlag import I_DAG, lag_aktor


def _som(aktor: Aktor) -> Client:
    klient = Client()
    klient.force_login(aktor.krev_bruker())
    return klient


@pytest.mark.parametrize("rolle", [Rolle.LEDER, Rolle.REVISOR, Rolle.SYSTEMANSVARLIG])
def test_siden_viser_roller_og_valg_men_bare_en_endrer(kontor: Kontor, veileder: Aktor, rolle: Rolle) -> None:
    side = _som(lag_aktor(rolle, kontor)).get(reverse("kontor:organisasjon")).content.decode()
    assert veileder.navn in side
    assert all(str(valg.hva) in side for valg in VALG.values())
    assert ("Sett valget" in side) == ("Gi en rolle" in side) == (rolle == Rolle.SYSTEMANSVARLIG)


@pytest.mark.parametrize("rolle", [Rolle.VEILEDER, Rolle.BESLUTTER, Rolle.OKONOMI, Rolle.STATLIG_VEILEDER])
def test_siden_finnes_ikke_for_andre(kontor: Kontor, rolle: Rolle) -> None:
    assert _som(lag_aktor(rolle, kontor)).get(reverse("kontor:organisasjon")).status_code == 404


def test_en_rolle_gis_og_avsluttes_fra_siden(kontor: Kontor, systemansvarlig: Aktor) -> None:
    klient = _som(systemansvarlig)
    adresse = reverse("kontor:rolle_gi", args=[kontor.kommune_id])
    felter = {"brukernavn": "ny", "navn": "Ny Ansatt", "rolle": "veileder", "kontor": kontor.pk, "fra": "i dag"}
    assert "Velg hvilket kontor" in klient.post(adresse, {**felter, "kontor": ""}).content.decode()
    assert klient.post(adresse, {**felter, "innsending": uuid4()}).status_code == 302
    rolle = Medlemskap.objects.get(bruker__brukernavn="ny")
    adresse = reverse("kontor:rolle_avslutt", args=[rolle.pk])
    assert "Ny Ansatt, Veileder" in klient.get(adresse).content.decode()
    assert klient.post(adresse, {"til": "30.6.2026", "versjon": rolle.versjon}).status_code == 302
    rolle.refresh_from_db()
    assert rolle.til == date(2026, 6, 30)


def test_valg_settes_fra_siden(kommune: Kommune, systemansvarlig: Aktor) -> None:
    klient = _som(systemansvarlig)
    svar = {"fra": "i dag", "begrunnelse": "Vedtatt i kommunestyret"}
    adresse = reverse("kontor:valg_sett", args=[kommune.pk, "fravaer_reduserer_barnetillegg"])
    assert klient.post(adresse, {**svar, "verdi": "ja"}).status_code == 302
    assert verdi(kommune.pk, "fravaer_reduserer_barnetillegg", I_DAG) is True
    assert 'value="ja"' in klient.get(adresse).content.decode().partition("checked")[0].rpartition("<input")[2]
    adresse = reverse("kontor:valg_sett", args=[kommune.pk, "timelistefrist"])
    assert 'value="5"' in klient.get(adresse).content.decode()
    assert "Skriv et helt tall fra 1 til 28" in klient.post(adresse, {**svar, "verdi": "40"}).content.decode()
    assert klient.post(adresse, {**svar, "verdi": "7"}).status_code == 302
    side = klient.get(reverse("kontor:organisasjon")).content.decode()
    assert "Fra 3. juni 2026" in side
    assert "Vedtatt i kommunestyret" in side
    assert klient.get(reverse("kontor:valg_sett", args=[kommune.pk, "finnes-ikke"])).status_code == 404


def test_lederen_kan_ikke_sette_valg(kommune: Kommune, leder: Aktor) -> None:
    assert _som(leder).get(reverse("kontor:valg_sett", args=[kommune.pk, "timelistefrist"])).status_code == 404
