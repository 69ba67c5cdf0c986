"""Who is let in when the provider has said who they are."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from fotfeste.fag.sak.models import Sak
from fotfeste.grunnmur.organisasjon.models import Bruker
from fotfeste.grunnmur.tilgang import Aktor
from fotfeste.kobling.idporten import klient, views
from fotfeste.kobling.idporten.oppsett import Oppsett

pytestmark = pytest.mark.django_db


@pytest.fixture
def satt_opp(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """A provider that vouches for whatever the test puts in the answer."""
    svar: dict[str, Any] = {}
    monkeypatch.setattr(views, "oppsett", lambda: Oppsett("https://id.example", "fotfeste", "", "var"))
    monkeypatch.setattr(klient, "utadresse", lambda *_: "https://id.example/ut")
    monkeypatch.setattr(klient, "hvem_kom", lambda *_, **__: svar)
    return svar


def _logg_inn(client: Client) -> Any:
    assert client.get("/idporten/ut/").headers["Location"] == "https://id.example/ut"
    return client.get("/idporten/inn/?state=s&code=k")


def test_uten_oppsett_finnes_ikke_adressene(client: Client) -> None:
    assert client.get("/idporten/ut/").status_code == 404
    assert client.get("/idporten/inn/").status_code == 404


def test_deltakeren_kommer_inn_med_fodselsnummeret(
    client: Client, satt_opp: dict[str, Any], sak: Sak, deltaker: Aktor
) -> None:
    satt_opp["pid"] = sak.person.fodselsnummer
    assert _logg_inn(client).headers["Location"] == "/"
    assert client.get("/min-side/").status_code == 200


def test_den_ansatte_kommer_inn_med_brukernavnet_men_ikke_som_demobruker(
    client: Client, satt_opp: dict[str, Any], veileder: Aktor
) -> None:
    bruker = veileder.krev_bruker()
    satt_opp["preferred_username"] = bruker.brukernavn
    assert _logg_inn(client).status_code == 302
    Bruker.objects.filter(pk=bruker.pk).update(er_demo=True)
    assert _logg_inn(Client()).status_code == 403


def test_den_vi_ikke_kjenner_far_vite_hva_som_kan_gjores(client: Client, satt_opp: dict[str, Any]) -> None:
    satt_opp["pid"] = "00000000000"
    svar = _logg_inn(client)
    assert svar.status_code == 403
    assert "Ring NAV-kontoret ditt" in svar.content.decode()


def test_et_svar_ingen_har_bedt_om_stoppes(client: Client, satt_opp: dict[str, Any]) -> None:
    assert client.get("/idporten/inn/?state=s&code=k").status_code == 400
