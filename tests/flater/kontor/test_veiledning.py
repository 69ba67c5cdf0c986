"""Guidance beside the field, the routines' pages, and saying why something was done otherwise."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from fotfeste.fag.sak.models import Sak
from fotfeste.fag.veiledning.models import Avvik, Rutine
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.organisasjon.models import Kontor
from fotfeste.grunnmur.tilgang import Aktor

pytestmark = pytest.mark.django_db
STEG = "kontakt.samtale"


def _tekst(svar) -> str:  # type: ignore[no-untyped-def]
    return " ".join(svar.content.decode().replace("\N{NO-BREAK SPACE}", " ").split())


def _skriv(client: Client, fagansvarlig: Aktor, kontor: Kontor, tekst: str, mer: str = "") -> str:
    client.force_login(fagansvarlig.krev_bruker())
    adresse = reverse("kontor:rutine_skriv", args=[kontor.kommune_id, STEG]) + mer
    data = {"tekst": tekst, "eier": str(fagansvarlig.bruker_id), "vurderes": "1.6.27", "avsnitt": "1"}
    return _tekst(client.post(adresse, data, follow=True))


def test_rutinen_star_ved_feltet_sammen_med_loven(
    client: Client, sak: Sak, kontor: Kontor, fagansvarlig: Aktor, veileder: Aktor
) -> None:
    assert "Vi ringer på mandager." in _skriv(
        client, fagansvarlig, kontor, "Vi ringer på mandager.\n\nVi skriver kort."
    )
    assert "Utdyp for NAV" in _skriv(
        client, fagansvarlig, kontor, "Hos oss: tirsdag.", f"?kontor={kontor.pk}&avsnitt=1"
    )
    client.force_login(veileder.krev_bruker())
    side = _tekst(client.get(reverse("kontor:kontakt_logg", args=[sak.pk])))
    for ord_ in ("<h3>Skal</h3>", "<h3>Bør</h3>", "<h3>Kan</h3>", "Vi ringer på mandager.", "Hos oss: tirsdag."):
        assert ord_ in side
    liste = _tekst(client.get(reverse("kontor:rutiner")))
    assert "(avsnitt 1)" in liste
    assert "Skriv ny versjon" not in _tekst(client.get(reverse("kontor:rutine", args=[kontor.kommune_id, STEG])))


def test_en_rutine_som_ikke_gjelder_lenger_tas_bort_med_det_kontoret_utdypet(
    client: Client, kontor: Kontor, fagansvarlig: Aktor, veileder: Aktor
) -> None:
    _skriv(client, fagansvarlig, kontor, "Vi ringer på mandager.")
    _skriv(client, fagansvarlig, kontor, "Hos oss: tirsdag.", f"?kontor={kontor.pk}&avsnitt=1")
    felles = Rutine.objects.get(kontor=None)
    adresse = reverse("kontor:rutine", args=[kontor.kommune_id, STEG])
    avslutt = reverse("kontor:rutine_avslutt", args=[felles.pk])
    assert avslutt in (side := _tekst(client.get(adresse)))
    assert "Tidligere versjoner" not in side
    client.force_login(veileder.krev_bruker())
    assert avslutt not in _tekst(client.get(adresse))
    assert client.post(avslutt).status_code == 404
    client.force_login(fagansvarlig.krev_bruker())
    with klokke.still_til(klokke.i_dag() + timedelta(days=30)):
        side = _tekst(client.post(avslutt, follow=True))
        assert "Rutinen gjelder ikke lenger." in side
        assert "Tidligere versjoner" in side
        assert "Skriv felles rutine" in side
        assert "alt avsluttet" in _tekst(client.post(avslutt, follow=True))
    assert not Rutine.objects.filter(til=None).exists()


def test_begge_tekstene_vises_nar_to_skriver_samme_rutine(client: Client, kontor: Kontor, fagansvarlig: Aktor) -> None:
    _skriv(client, fagansvarlig, kontor, "Den første teksten.")
    rutine = Rutine.objects.get()
    adresse = reverse("kontor:rutine_skriv", args=[kontor.kommune_id, STEG])
    data = {"eier": str(fagansvarlig.bruker_id), "vurderes": "1.6.27", "versjon": str(rutine.versjon)}
    assert client.post(adresse, {**data, "tekst": "Den andre teksten."}).status_code == 302
    side = _tekst(client.post(adresse, {**data, "tekst": "Min tekst."}))
    assert "Den andre teksten." in side
    assert "Min tekst." in side


def test_ukjente_steg_og_kontor_finnes_ikke(client: Client, sak: Sak, kontor: Kontor, fagansvarlig: Aktor) -> None:
    client.force_login(fagansvarlig.krev_bruker())
    for adresse in (
        reverse("kontor:rutine", args=[kontor.kommune_id, "tull"]),
        reverse("kontor:rutine_skriv", args=[kontor.kommune_id, STEG]) + "?kontor=tull",
        reverse("kontor:avvik_meld", args=[sak.pk, "tull"]),
    ):
        assert client.get(adresse).status_code == 404


def test_et_avvik_skrives_fra_saken_og_star_i_laerestoffet(client: Client, sak: Sak, veileder: Aktor) -> None:
    client.force_login(veileder.krev_bruker())
    adresse = reverse("kontor:avvik_meld", args=[sak.pk, STEG])
    assert "Fyll ut «Hvorfor?»" in _tekst(client.post(adresse, {"rad": "2"}))
    assert client.post(adresse, {"rad": "2", "setning": "Han ville heller skrive."}).status_code == 302
    assert Avvik.objects.get().av == veileder.bruker
    side = _tekst(client.get(reverse("kontor:avvik")))
    assert "Snakk sammen: 1 gang" in side
    assert "Han ville heller skrive." in side
