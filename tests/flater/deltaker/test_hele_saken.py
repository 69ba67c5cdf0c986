"""The participant reads all of their own case, and takes it along, and nobody else's."""

from __future__ import annotations

import json

import pytest
from django.test import Client
from django.urls import reverse

from fotfeste.fag.mappe.lesing import les_linje
from fotfeste.grunnmur.organisasjon.models import Kontor
from tests import grunnlag

pytestmark = pytest.mark.django_db


@pytest.fixture
def min_side(client: Client, kontor: Kontor) -> Client:
    sak = grunnlag.lag_sak_i_program(kontor)
    client.force_login(grunnlag.lag_deltaker(sak.person, kontor).krev_bruker())
    return client


def test_det_som_star_i_saken_kan_leses(min_side: Client) -> None:
    side = min_side.get(reverse("deltaker:hele_saken")).content.decode()
    assert "<h1>Hele saken din</h1>" in side
    assert "<h2>Vedtak</h2>" in side
    assert "Her står det ingenting ennå:" in side
    assert len(side) < 100_000


def test_saken_kan_tas_med_som_fil(min_side: Client) -> None:
    svar = min_side.get(reverse("deltaker:hele_saken_fil"))
    assert svar.headers["Cache-Control"] == "private, no-store"
    assert les_linje(svar.content.decode()).mappe is not None
    assert "notat" not in json.loads(svar.content)


def test_en_annens_sak_finnes_ikke(min_side: Client, kontor: Kontor) -> None:
    annen = grunnlag.lag_sak(kontor, grunnlag.lag_person(fornavn="Birk", etternavn="Testhaug"))
    for side in ("hele_saken", "hele_saken_fil"):
        assert min_side.get(reverse(f"deltaker:{side}"), {"sak": annen.saksnummer}).status_code == 404


def test_den_uten_sak_har_ingenting_aa_lese(client: Client, kontor: Kontor) -> None:
    client.force_login(grunnlag.lag_aktor(grunnlag.Rolle.DELTAKER, kontor, navn="Ali Nydal").krev_bruker())
    assert client.get(reverse("deltaker:hele_saken")).status_code == 404
