"""The participant writes to the office, and sees when the answer comes."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from fotfeste.fag.henvendelse.models import Henvendelse
from fotfeste.fag.henvendelse.services import henvendelse_besvar
from fotfeste.grunnmur.tilgang import Aktor

pytestmark = pytest.mark.django_db
ADRESSE = "deltaker:henvendelser"


def test_skriv_og_se_nar_svaret_kommer(client: Client, deltaker: Aktor, veileder: Aktor) -> None:
    client.force_login(deltaker.krev_bruker())
    assert "Skriv til oss" in client.get(reverse("deltaker:forside")).content.decode()
    svar = client.post(reverse(ADRESSE), {"tema": "timeliste", "tekst": "Jeg førte feil dag."}, follow=True)
    assert "Vi svarer senest fredag 5. juni 2026." in svar.content.decode()
    henvendelse = Henvendelse.objects.get()
    assert henvendelse.kanal == "portal"
    henvendelse_besvar(veileder, henvendelse=henvendelse, svar="Jeg har rettet den.", svar_kanal="digital")
    tekst = client.get(reverse(ADRESSE)).content.decode()
    assert "Jeg har rettet den." in tekst
    assert veileder.navn in tekst


def test_den_som_ikke_skrev_noe_far_vite_hva_som_mangler(client: Client, deltaker: Aktor) -> None:
    client.force_login(deltaker.krev_bruker())
    tekst = client.post(reverse(ADRESSE), {"tema": "penger", "tekst": ""}).content.decode()
    assert "Fyll ut «Skriv til oss»." in tekst
    assert not Henvendelse.objects.exists()


def test_uten_innlogging_er_det_ingenting(client: Client) -> None:
    assert client.get(reverse(ADRESSE)).status_code == 302


def test_den_som_ikke_er_deltaker_har_ingen_side(client: Client, veileder: Aktor) -> None:
    client.force_login(veileder.krev_bruker())
    assert client.get(reverse(ADRESSE)).status_code == 404
