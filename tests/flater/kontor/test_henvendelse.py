"""The pages about enquiries: taken in ten seconds, answered where they are read, and measured."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from fotfeste.fag.henvendelse.models import Henvendelse, Vakt
from fotfeste.fag.henvendelse.services import henvendelse_registrer
from fotfeste.fag.oppfolging.models import Kontakt
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.sak.services import fast_kontakt_sett
from fotfeste.flater.kontor.henvendelse_forms import Klokkefelt, tidspunkt
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.organisasjon.models import Kontor, Stedfortreder
from fotfeste.grunnmur.tilgang import Aktor
from tests import grunnlag
from tests.grunnlag import I_DAG

pytestmark = pytest.mark.django_db


@pytest.fixture
def inne(client: Client, veileder: Aktor) -> Client:
    client.force_login(veileder.krev_bruker())
    return client


def side(navn: str, *deler: Any, **sporring: Any) -> str:
    return reverse(f"kontor:{navn}", args=deler, query=sporring or None)


def spor_om(aktor: Aktor, kontor: Kontor, **felter: Any) -> Henvendelse:
    alt: dict[str, Any] = {
        "kanal": "telefon",
        "tema": "penger",
        "tekst": "Når?",
        "navn": "Ukjent",
        "telefon": "98765432",
    }
    return henvendelse_registrer(aktor, kontor=kontor, **(alt | felter))


def test_ti_sekunder(inne: Client, sak: Sak, veileder: Aktor, leder: Aktor) -> None:
    fast_kontakt_sett(leder, sak, bruker=veileder.krev_bruker())
    felter = {
        "kontor": sak.kontor_id,
        "kanal": "telefon",
        "fnr": sak.person.fodselsnummer,
        "tema": "penger",
        "tekst": "Når kommer pengene?",
    }
    svar = inne.post(side("henvendelse_ny"), felter, follow=True)
    assert f"ligger hos {veileder.navn}" in svar.content.decode()
    assert Henvendelse.objects.get().sak == sak


def test_den_ukjente_og_et_tidspunkt_for_lenge_siden(inne: Client, kontor: Kontor) -> None:
    felter = {
        "kontor": kontor.pk,
        "kanal": "epost",
        "navn": "Ukjent",
        "tema": "annet",
        "tekst": "Hei",
        "dag": "1.6.26",
        "klokkeslett": "9.30",
    }
    svar = inne.post(side("henvendelse_ny"), felter, follow=True)
    assert "Ingen har den ennå" in svar.content.decode()
    mottatt = Henvendelse.objects.get().mottatt.astimezone(klokke.OSLO)
    assert mottatt == datetime(2026, 6, 1, 9, 30, tzinfo=klokke.OSLO)
    assert (
        "Vi finner ikke personen"
        in inne.post(side("henvendelse_ny"), felter | {"fnr": grunnlag.lag_fnr()}).content.decode()
    )


def test_en_annen_dag_uten_klokkeslett_blir_aldri_snillere() -> None:
    assert tidspunkt(None, None) is None
    assert tidspunkt(I_DAG, None) is None
    assert tidspunkt(date(2026, 6, 1), None) == datetime(2026, 6, 1, 0, 0, tzinfo=klokke.OSLO)
    felt = Klokkefelt(label="Klokken")
    assert [felt.clean(t) for t in ("9", "9.30", "0930", "14:05", "")] == [
        time(9), time(9, 30), time(9, 30), time(14, 5), None,
    ]  # fmt: skip


@pytest.mark.parametrize("tekst", ["25", "9.75", "ni"])
def test_et_klokkeslett_som_ikke_finnes(inne: Client, kontor: Kontor, tekst: str) -> None:
    svar = inne.post(side("henvendelse_ny"), {"kontor": kontor.pk, "klokkeslett": tekst})
    assert "for eksempel som 9.30" in svar.content.decode()


def test_svaret_blir_en_samtale_i_saken(inne: Client, sak: Sak, veileder: Aktor) -> None:
    henvendelse = spor_om(veileder, sak.kontor, person=sak.person)
    tekst = inne.get(side("henvendelse", henvendelse.pk)).content.decode()
    assert "noter det som en samtale i saken" in tekst
    adresse = side("henvendelse_kommando", henvendelse.pk, "besvar")
    felter = {"svar_kanal": "telefon", "svar": "Den 12.", "utfall": "besvart", "som_samtale": "on"}
    svar = inne.post(adresse, felter, follow=True)
    assert "Notert som en samtale i saken." in svar.content.decode()
    assert Kontakt.objects.get(sak=sak).notat == "Den 12."
    assert "Her ser du svaret" in inne.get(adresse, follow=True).content.decode()


def test_en_beslutter_svarer_uten_a_notere_i_saken(client: Client, beslutter: Aktor, veileder: Aktor, sak: Sak) -> None:
    client.force_login(beslutter.krev_bruker())
    henvendelse = spor_om(veileder, sak.kontor, person=sak.person)
    assert "samtale i saken" not in client.get(side("henvendelse", henvendelse.pk)).content.decode()
    felter = {"svar_kanal": "telefon", "svar": "Ja", "utfall": "besvart"}
    assert client.post(side("henvendelse_kommando", henvendelse.pk, "besvar"), felter).status_code == 302
    assert not Kontakt.objects.exists()


def test_ta_gi_prov_og_send_videre(inne: Client, veileder: Aktor, leder: Aktor, kontor: Kontor) -> None:
    nord = grunnlag.lag_kontor(kontor.kommune, "NAV nord")
    henvendelse = spor_om(veileder, kontor)
    for kommando, felter in (
        ("ta", {}),
        ("forsok", {"kanal": "telefon"}),
        ("fordel", {"til": leder.bruker_id}),
        ("videresend", {"til": "Husbanken"}),
        ("videresend", {"kontor": nord.pk}),
    ):
        if kommando == "videresend" and "kontor" in felter:
            henvendelse = spor_om(veileder, kontor)
        adresse = side("henvendelse_kommando", henvendelse.pk, kommando)
        assert inne.get(adresse).status_code == 200
        assert inne.post(adresse, felter).status_code == 302, kommando
    assert inne.get(side("henvendelse_kommando", henvendelse.pk, "tull")).status_code == 404
    assert inne.get(side("henvendelse", henvendelse.pk)).status_code == 404


def test_innboksen_sier_hvem_som_har_ventet(inne: Client, veileder: Aktor, kontor: Kontor) -> None:
    spor_om(veileder, kontor, mottatt=datetime(2026, 5, 20, 10, tzinfo=klokke.OSLO))
    spor_om(veileder, kontor, haster=True, tema="nodhjelp")
    tekst = inne.get(side("henvendelser")).content.decode()
    assert "1 har ventet over fristen" in tekst
    assert tekst.index("Haster:") < tekst.rindex("over fristen")
    for vis in ("mine", "ufordelte", "over", "apne", "alle", "tull"):
        assert inne.get(side("henvendelser", vis=vis, side="x")).status_code == 200


def test_vakt_og_stedfortreder(client: Client, leder: Aktor, veileder: Aktor, kontor: Kontor) -> None:
    client.force_login(leder.krev_bruker())
    felter = {"bruker": veileder.bruker_id, "telefon": "40000000", "fra": "i dag", "til": "9.6.26"}
    assert client.get(side("vakt_sett", kontor.pk)).status_code == 200
    client.post(side("vakt_sett", kontor.pk), felter)
    assert "40000000" in client.get(side("vaktliste")).content.decode()
    assert "Vakt ved" in client.get(side("henvendelser")).content.decode()
    assert "Noen andre har vakten" in client.post(side("vakt_sett", kontor.pk), felter).content.decode()
    borte = {"bruker": veileder.bruker_id, "vikar": leder.bruker_id, "fra": "i dag", "til": "9.6.26"}
    client.post(side("stedfortreder", kontor.pk), borte)
    assert "Stedfortreder:" in client.get(side("vaktliste")).content.decode()
    client.post(side("stedfortreder_avslutt", Stedfortreder.objects.get().pk))
    assert "Alle er her." in client.get(side("vaktliste")).content.decode()
    client.post(side("vakt_fjern", Vakt.objects.get().pk))
    assert "Ingen har vakttelefonen i dag." in client.get(side("vaktliste")).content.decode()


def test_en_ansatt_setter_sin_egen_stedfortreder_og_ingen_andres(
    inne: Client, veileder: Aktor, leder: Aktor, kontor: Kontor
) -> None:
    """A veileder who goes on leave need not ask the leader; the page offers nobody else to be away."""
    adresse = side("stedfortreder", kontor.pk)
    assert "Jeg blir borte" in inne.get(side("vaktliste")).content.decode()
    assert f'<option value="{leder.bruker_id}">' not in inne.get(adresse).content.decode().split('name="vikar"')[0]
    andres = {"bruker": leder.bruker_id, "vikar": veileder.bruker_id, "fra": "i dag"}
    assert inne.post(adresse, andres).status_code == 200
    assert not Stedfortreder.objects.exists()
    mitt = {"bruker": veileder.bruker_id, "vikar": leder.bruker_id, "fra": "i dag"}
    assert inne.post(adresse, mitt).status_code == 302
    inne.post(side("stedfortreder_avslutt", Stedfortreder.objects.get().pk))
    assert not Stedfortreder.objects.exists()


def test_svartidene_sier_setningen_forst(client: Client, leder: Aktor, veileder: Aktor, kontor: Kontor) -> None:
    spor_om(veileder, kontor, mottatt=datetime(2026, 5, 20, 10, tzinfo=klokke.OSLO))
    client.force_login(leder.krev_bruker())
    assert "0 % fikk svar innen to virkedager, 0 av 1." in client.get(side("svartider")).content.decode()
    tekst = client.get(side("svartider", fra="1.1.26", til="31.1.26")).content.decode()
    assert "Ingen henvendelser er avgjort" in tekst
    assert "er ikke en dato" in client.get(side("svartider", fra="tull")).content.decode()


@pytest.mark.parametrize("navn", ["henvendelser", "svartider", "min_dag"])
def test_listene_koster_like_mye(client: Client, leder: Aktor, veileder: Aktor, kontor: Kontor, navn: str) -> None:
    client.force_login(leder.krev_bruker())

    def sporringer() -> int:
        with CaptureQueriesContext(connection) as alle:
            assert client.get(side(navn)).status_code == 200
        return len(alle)

    def legg_til(antall: int) -> None:
        for _nummer in range(antall):
            spor_om(veileder, kontor)
            spor_om(veileder, kontor, person=grunnlag.lag_sak(kontor).person)

    legg_til(2)
    sporringer()
    fa = sporringer()
    legg_til(4)
    assert sporringer() == fa
