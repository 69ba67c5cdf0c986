"""The participant's own view: five plain questions, and words that are only theirs to write."""

from __future__ import annotations

import uuid

from django.test import Client
from django.urls import reverse

from fotfeste.fag.kartlegging import services
from fotfeste.fag.sak.models import Sak
from fotfeste.grunnmur.tilgang import Aktor
from tests.fag.vedtak.fortelling import skriv_aev


def _som(aktor: Aktor) -> Client:
    klient = Client()
    klient.force_login(aktor.krev_bruker())
    return klient


def test_ingenting_a_svare_pa_enna(deltaker: Aktor, sak: Sak) -> None:
    svar = _som(deltaker).get(reverse("deltaker:eget_syn"))
    assert "ingenting du skal svare på" in svar.content.decode()


def test_svarer_og_endrer(deltaker: Aktor, veileder: Aktor, sak: Sak) -> None:
    sak = Sak.objects.get(pk=sak.pk)
    vurdering = skriv_aev(veileder, sak)
    klient, adresse = _som(deltaker), reverse("deltaker:eget_syn")
    side = klient.get(adresse).content.decode()
    assert "Hva vil du jobbe med?" in side
    assert "Virker sliten" not in side
    assert "Svar på punkt_a" not in side
    svar = klient.post(
        adresse, {"innsending": str(uuid.uuid4()), "deltaker_b": "أريد أن أعمل طباخا"}, follow=True
    ).content.decode()
    assert "أريد أن أعمل طباخا" in svar
    assert "Du sendte dette 3. juni 2026" in svar
    vurdering.refresh_from_db()
    assert vurdering.deltaker_b == "أريد أن أعمل طباخا"
    assert vurdering.punkt_b == "Svar på punkt_b."


def test_tomt_svar_og_for_langt_svar(deltaker: Aktor, veileder: Aktor, sak: Sak) -> None:
    services.aev_start(veileder, sak=Sak.objects.get(pk=sak.pk))
    klient, adresse = _som(deltaker), reverse("deltaker:eget_syn")
    assert "minst ett av spørsmålene" in klient.post(adresse, {"deltaker_a": " "}).content.decode()
    langt = klient.post(adresse, {"deltaker_a": "x" * 20_001}).content.decode()
    assert "20001 tegn" in langt
    assert "x" * 20_001 in langt


def test_ansatte_har_ikke_siden(veileder: Aktor, sak: Sak) -> None:
    assert _som(veileder).get(reverse("deltaker:eget_syn")).status_code == 404
