"""Drafts: what is typed is kept for the one who typed it, and for nobody else."""

from __future__ import annotations

import json

import pytest
from django.test import Client

from fotfeste.grunnmur.tilgang import Aktor

pytestmark = pytest.mark.django_db
NOKKEL = "/kontor/sak/1/samtale/"


def _lagre(client: Client, felter: object, nokkel: object = NOKKEL):  # type: ignore[no-untyped-def]
    return client.post("/utkast/", json.dumps({"nokkel": nokkel, "felter": felter}), content_type="application/json")


def test_utkastet_kommer_tilbake_til_den_som_skrev_det(client: Client, veileder: Aktor, beslutter: Aktor) -> None:
    client.force_login(veileder.krev_bruker())
    svar = _lagre(client, {"notat": "Enige om praksis", "versjon": "2"})
    assert svar.status_code == 200
    assert "." in svar.json()["lagret"]
    _lagre(client, {"notat": "Enige om praksis fra mandag", "versjon": "2"})
    assert client.get("/utkast/", {"nokkel": NOKKEL}).json()["felter"]["notat"] == "Enige om praksis fra mandag"

    annen = Client()
    annen.force_login(beslutter.krev_bruker())
    assert annen.get("/utkast/", {"nokkel": NOKKEL}).json()["felter"] is None

    client.delete(f"/utkast/?nokkel={NOKKEL}")
    assert client.get("/utkast/", {"nokkel": NOKKEL}).json()["felter"] is None


@pytest.mark.parametrize("felter", [["liste"], {"notat": 3}, {"notat": "a\x00b"}, None])
def test_et_utkast_som_ikke_er_tekst_nektes(client: Client, veileder: Aktor, felter: object) -> None:
    client.force_login(veileder.krev_bruker())
    assert _lagre(client, felter).status_code == 400


def test_for_lang_tekst_nektes_med_ord(client: Client, veileder: Aktor) -> None:
    client.force_login(veileder.krev_bruker())
    svar = _lagre(client, {"notat": "x" * 500_000})
    assert svar.status_code == 413
    assert "for lang" in svar.json()["feil"]


def test_uten_innlogging_lagres_ingenting(client: Client) -> None:
    assert _lagre(client, {"notat": "x"}).status_code == 302
