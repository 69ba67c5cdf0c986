"""The leader's pages: caseloads, moving with a look at what will happen, handing over, and substitutes."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from fotfeste.fag.sak.models import Overlevering, Sak
from fotfeste.fag.sak.services import fast_kontakt_sett
from fotfeste.grunnmur.organisasjon.enums import Rolle
from fotfeste.grunnmur.organisasjon.models import Kontor, Stedfortreder
from fotfeste.grunnmur.tilgang import SYSTEM, Aktor
from tests import grunnlag

pytestmark = pytest.mark.django_db
SIDEN, FLYTT = reverse("kontor:portefolje"), reverse("kontor:fordel")


def _tekst(svar) -> str:  # type: ignore[no-untyped-def]
    return " ".join(svar.content.decode().replace("\N{NO-BREAK SPACE}", " ").split())


@pytest.fixture
def kari(kontor: Kontor) -> Aktor:
    return grunnlag.lag_aktor(Rolle.VEILEDER, kontor, navn="Kari Borte")


@pytest.fixture
def inne(client: Client, leder: Aktor) -> Client:
    client.force_login(leder.krev_bruker())
    return client


@pytest.fixture
def saker(kontor: Kontor, kari: Aktor) -> list[Sak]:
    alle = [grunnlag.lag_sak(kontor, grunnlag.lag_person(fornavn=navn)) for navn in ("Ane", "Bo", "Cay")]
    for sak in alle:
        fast_kontakt_sett(SYSTEM, sak, bruker=kari.krev_bruker())
    return alle


def _data(saker: list[Sak], *til: Aktor) -> dict[str, object]:
    return {
        "saker": [str(s.pk) for s in saker],
        "mottakere": [str(a.bruker_id) for a in til],
        "grunn": "Kari har permisjon",
    }


def test_lederen_ser_hva_som_skjer_flytter_og_angrer(
    inne: Client, saker: list[Sak], kari: Aktor, veileder: Aktor
) -> None:
    assert "Kari Borte" in _tekst(inne.get(SIDEN))
    valg = _tekst(inne.get(FLYTT, {"fra": str(kari.bruker_id)}))
    assert "Cay Testdal (Kari Borte)" in valg
    data = _data(saker, veileder)
    vist = _tekst(inne.post(FLYTT, data))
    assert "3 saker flyttes" in vist
    assert "første oppgave er å gå gjennom hele programmet" in vist
    assert not Overlevering.objects.exists()
    assert "Flytt saker" in _tekst(inne.post(FLYTT, {**data, "endre": "ja"}))
    assert inne.post(FLYTT, {**data, "bekreftet": "ja"}).headers["Location"] == SIDEN
    side = _tekst(inne.get(SIDEN))
    assert "3 saker er flyttet." in side
    assert "Flytt tilbake" in side
    bunke = Overlevering.objects.first().bunke  # type: ignore[union-attr]
    inne.post(reverse("kontor:fordel_angre", args=[bunke]))
    assert "3 saker er flyttet tilbake." in _tekst(inne.get(SIDEN))
    assert {s.faste_kontakter.get().bruker for s in saker} == {kari.bruker}


def test_det_som_mangler_sies_ved_feltet(inne: Client, saker: list[Sak], veileder: Aktor) -> None:
    side = _tekst(inne.post(FLYTT, {**_data(saker, veileder), "grunn": "", "mottakere": []}))
    assert "Fyll ut «Hvem skal ha dem?»" in side
    assert "Fyll ut «Hvorfor flyttes de?»" in side
    assert "Ingen saker er valgt" in _tekst(inne.get(FLYTT, {"sak": "tull", "fra": "tull"}))


def test_den_nye_leser_og_kvitterer(inne: Client, saker: list[Sak], veileder: Aktor, client: Client) -> None:
    notat = {
        "nytte": "Trygg på lageret",
        "maloppnaelse": "Mangler norsk",
        "neste_evaluering": "1.9.26",
        "bekreftet": "ja",
    }
    inne.post(FLYTT, {**_data(saker[:1], veileder), **notat})
    client.force_login(veileder.krev_bruker())
    adresse = reverse("kontor:overlevering", args=[saker[0].pk])
    side = _tekst(client.get(adresse))
    for ord_ in ("Trygg på lageret", "Mangler norsk", "1. september 2026", "Jeg har lest", "Kari har permisjon"):
        assert ord_ in side
    client.post(reverse("kontor:overlevering_lest", args=[saker[0].pk]), {"versjon": "tull"})
    assert Overlevering.objects.get().lest is None
    client.post(reverse("kontor:overlevering_lest", args=[saker[0].pk]), {"versjon": "1"})
    assert Overlevering.objects.get().lest is not None
    assert "Jeg har lest" not in _tekst(client.get(adresse))


def test_begge_tekstene_vises_nar_to_skriver_overleveringen(
    inne: Client, saker: list[Sak], kari: Aktor, veileder: Aktor, client: Client
) -> None:
    inne.post(FLYTT, {**_data(saker[:1], veileder), "bekreftet": "ja"})
    client.force_login(kari.krev_bruker())
    adresse = reverse("kontor:overlevering", args=[saker[0].pk])
    felter = {"maloppnaelse": "Mangler norsk", "neste_evaluering": "1.9.26", "versjon": "1"}
    assert client.post(adresse, {**felter, "nytte": "Karis tekst"}).status_code == 302
    side = _tekst(client.post(adresse, {**felter, "nytte": "Min egen tekst"}))
    assert "Noen andre har lagret mens du skrev" in side
    assert "Karis tekst" in side
    assert "Min egen tekst" in side


def test_en_stedfortreder_settes_og_avsluttes(inne: Client, kontor: Kontor, kari: Aktor, veileder: Aktor) -> None:
    adresse = f"{reverse('kontor:stedfortreder', args=[kontor.pk])}?hvem={kari.bruker_id}&fra=portefolje"
    assert f'<option value="{kari.bruker_id}" selected>' in _tekst(inne.get(adresse))
    felter = {"bruker": str(kari.bruker_id), "vikar": str(veileder.bruker_id), "fra": "3.6.26"}
    assert inne.post(adresse, felter).headers["Location"] == SIDEN
    side = _tekst(inne.get(SIDEN))
    assert "er stedfortreder" in side
    inne.post(reverse("kontor:stedfortreder_avslutt", args=[Stedfortreder.objects.get().pk]))
    assert not Stedfortreder.objects.exists()


def test_deltakeren_svarer_pa_sin_egen_side(
    inne: Client, saker: list[Sak], kontor: Kontor, veileder: Aktor, client: Client
) -> None:
    deltaker = grunnlag.lag_deltaker(saker[0].person, kontor)
    adresse = reverse("deltaker:ny_kontakt")
    client.force_login(deltaker.krev_bruker())
    assert client.get(adresse).status_code == 302
    client.force_login(grunnlag.lag_aktor(Rolle.LEDER, kontor).krev_bruker())
    client.post(FLYTT, {**_data(saker[:1], veileder), "bekreftet": "ja"})
    client.force_login(deltaker.krev_bruker())
    assert "er din nye faste kontakt" in _tekst(client.get(adresse))
    client.post(adresse, {"syn": "Jeg liker å bli ringt opp"})
    assert Overlevering.objects.get().deltakers_syn == "Jeg liker å bli ringt opp"
