"""The participant keeps telephone, language and account right; a changed account is seen, but never in full."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from fotfeste.fag.person.models import Person
from fotfeste.fag.person.services import person_endre
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.sak.selectors import tidslinje
from fotfeste.grunnmur.logg.setninger import setning
from fotfeste.grunnmur.organisasjon.enums import Rolle
from fotfeste.grunnmur.organisasjon.models import Kontor
from fotfeste.grunnmur.tilgang import SYSTEM, Aktor
from tests.grunnlag import lag_aktor

GAMMEL, NY = "15032080119", "12345678903"


def _som(aktor: Aktor) -> Client:
    klient = Client()
    klient.force_login(aktor.krev_bruker())
    return klient


def _svar(person: Person, **felter: Any) -> dict[str, Any]:
    return {
        "telefon": "+47 999 88 777",
        "epost": "samira@post.no",
        "sprak": "so",
        "tolkebehov": "on",
        "versjon": person.versjon,
        "innsending": uuid4(),
        **felter,
    }


def _linjer(sak: Sak) -> list[str]:
    return [
        setning(hendelse.kode, hendelse.data, hendelse.bruker.navn if hendelse.bruker else "Fotfeste")
        for hendelse in tidslinje(sak)
        if hendelse.kode.startswith("person.")
    ]


def test_deltakeren_endrer_alt_sitt_og_kontoen_staar_i_traaden(deltaker: Aktor, sak: Sak) -> None:
    klient, adresse = _som(deltaker), reverse("deltaker:om_meg")
    side = klient.get(adresse).content.decode()
    assert "slutter på 119" in side
    assert GAMMEL not in side
    svar = klient.post(adresse, _svar(_person(sak), nytt_kontonummer="1234 56 78903"), follow=True)
    person = _person(sak)
    assert (person.telefon, person.epost, person.sprak, person.tolkebehov, person.kontonummer) == (
        "+47 999 88 777",
        "samira@post.no",
        "so",
        True,
        NY,
    )
    assert "slutter på 903" in svar.content.decode()
    assert _linjer(sak) == [f"{deltaker.navn} endret kontonummer, fra ett som slutter på 119, til ett på 903."]


def _person(sak: Sak) -> Person:
    return Person.objects.get(pk=sak.person_id)


def test_kontoen_blir_staaende_naar_ingen_ny_er_skrevet(deltaker: Aktor, sak: Sak) -> None:
    assert _som(deltaker).post(reverse("deltaker:om_meg"), _svar(_person(sak))).status_code == 302
    assert _person(sak).kontonummer == GAMMEL
    assert _linjer(sak) == []


@pytest.mark.parametrize(
    ("felter", "setningen"),
    [
        ({"nytt_kontonummer": "12345678904"}, "Kontonummeret stemmer ikke"),
        ({"nytt_kontonummer": "1234"}, "11 sifre"),
        ({"telefon": "ring meg"}, "med bare tall"),
        ({"epost": "samira"}, "med krøllalfa og punktum"),
    ],
)
def test_det_som_er_skrevet_feil_sies_og_staar_igjen(
    deltaker: Aktor, sak: Sak, felter: dict[str, str], setningen: str
) -> None:
    side = _som(deltaker).post(reverse("deltaker:om_meg"), _svar(_person(sak), **felter)).content.decode()
    assert setningen in side
    assert next(iter(felter.values())) in side
    assert _person(sak).kontonummer == GAMMEL


def test_to_som_endrer_samtidig(deltaker: Aktor, sak: Sak, veileder: Aktor) -> None:
    svar = _svar(_person(sak))
    person_endre(veileder, _person(sak), telefon="11111111")
    assert "Noen andre har lagret" in _som(deltaker).post(reverse("deltaker:om_meg"), svar).content.decode()
    assert _person(sak).telefon == "11111111"


def test_forste_konto_og_en_som_tas_bort(sak: Sak, veileder: Aktor) -> None:
    person_endre(veileder, _person(sak), kontonummer="")
    person_endre(SYSTEM, _person(sak), kontonummer=NY)
    assert _linjer(sak) == [
        "Fotfeste la inn kontonummer. Det slutter på 903.",
        f"{veileder.navn} tok bort kontonummeret som slutter på 119.",
    ]


def test_siden_er_bare_for_den_som_er_knyttet_til_en_person(kontor: Kontor, veileder: Aktor) -> None:
    for aktor in (veileder, lag_aktor(Rolle.DELTAKER, kontor)):
        assert _som(aktor).get(reverse("deltaker:om_meg")).status_code == 404


def test_forsiden_viser_veien(deltaker: Aktor) -> None:
    assert reverse("deltaker:om_meg") in _som(deltaker).get(reverse("deltaker:forside")).content.decode()
