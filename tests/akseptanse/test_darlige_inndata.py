"""What goes wrong between a person and a form: a clear sentence at the field, nothing lost, nothing done twice."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from playwright.sync_api import expect
from pytest_django.asserts import assertContains

from fotfeste.fag.oppfolging.models import Kontakt
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.soknad.models import Soknad
from tests import grunnlag
from tests.akseptanse import folk, saker
from tests.akseptanse.sider import MOBIL, Bruker
from tests.fag.vedtak.fortelling import skriv_aev

pytestmark = [pytest.mark.nettleser, pytest.mark.django_db(transaction=True)]
Inn = Callable[..., Bruker]


@pytest.fixture
def huset(transactional_db: None) -> folk.Huset:
    return folk.bemann()


@pytest.fixture
def saken(huset: folk.Huset) -> Sak:
    return grunnlag.lag_sak(huset.kontor)


@pytest.fixture
def veileder(huset: folk.Huset, inn: Inn) -> Bruker:
    return inn(folk.VEILEDER)


def test_dobbeltklikk_gjor_det_en_gang(veileder: Bruker, saken: Sak) -> None:
    veileder.ga_til(f"/kontor/sak/{saken.pk}/samtale/")
    veileder.fyll_ut({"Hva snakket dere om?": "Vi møtes torsdag."})
    veileder.side.locator("main").get_by_role("button", name="Lagre samtalen").dblclick()
    veileder.ser("Samtalen er notert.")
    assert Kontakt.objects.count() == 1


def test_tilbake_og_send_igjen(veileder: Bruker, huset: folk.Huset) -> None:
    """The same again changes nothing; another text is a new try, and the refusal keeps it."""
    person = grunnlag.lag_person(fornavn="Amina", etternavn="Testvik")
    veileder.ga_til(f"/kontor/person/{person.pk}/soknad/")
    veileder.fyll_ut({"Kom til kontoret": "1.6.26", "Situasjonen nå": "Bor hos søsteren."})
    veileder.trykk("Registrer søknaden")
    veileder.ser("Søknaden er registrert")

    veileder.side.go_back()
    veileder.fyll_ut({"Kom til kontoret": "1.6.26", "Situasjonen nå": "Bor hos søsteren, men må flytte."})
    veileder.trykk("Registrer søknaden")
    veileder.ser("har allerede en åpen sak")
    expect(veileder.felt("Situasjonen nå")).to_have_value("Bor hos søsteren, men må flytte.")
    assert Soknad.objects.count() == 1


def test_to_faner_pa_samme_skjema(veileder: Bruker, huset: folk.Huset, saken: Sak) -> None:
    """The second to save sees both texts, and decides."""
    skriv_aev(huset.folk[folk.VEILEDER], saken)
    sti = f"/kontor/sak/{saken.pk}/arbeidsevne/"
    veileder.ga_til(sti)
    fane = veileder.ny_fane(sti)
    fane.get_by_label("Ressurser").fill("Har truckførerbevis.")
    fane.get_by_role("button", name="Lagre", exact=True).click()
    expect(fane.locator("main")).to_contain_text("Lagret.")

    veileder.fyll_ut({"Ressurser": "Snakker fire språk."})
    veileder.trykk("Lagre")
    veileder.ser("Noen andre har lagret mens du skrev")
    veileder.ser("Har truckførerbevis.", "Snakker fire språk.", i=".samtidig")
    veileder.fyll_ut({"Ressurser": "Har truckførerbevis. Snakker fire språk."})
    veileder.trykk("Lagre")
    veileder.ser("Lagret.")
    expect(veileder.felt("Ressurser")).to_have_value("Har truckførerbevis. Snakker fire språk.")


def test_nettet_faller_ut_mens_du_skriver(veileder: Bruker, saken: Sak) -> None:
    veileder.ga_til(f"/kontor/sak/{saken.pk}/samtale/")
    veileder.side.context.set_offline(True)
    veileder.fyll_ut({"Hva snakket dere om?": "En lang tekst skrevet på bussen."})
    veileder.ser("Teksten er tatt vare på i denne nettleseren")

    veileder.side.context.set_offline(False)
    veileder.side.reload()
    veileder.ser("Vi fant noe du ikke sendte.")
    expect(veileder.felt("Hva snakket dere om?")).to_have_value("En lang tekst skrevet på bussen.")
    veileder.trykk("Lagre samtalen")
    veileder.ser("Samtalen er notert.")


def test_altfor_lang_tekst(veileder: Bruker, saken: Sak) -> None:
    veileder.ga_til(f"/kontor/sak/{saken.pk}/samtale/")
    veileder.fold_ut("En annen dag")
    veileder.fyll_ut({"Når?": "2.6.26"})
    veileder.felt("Hva snakket dere om?").evaluate("el => { el.value = ('lang '.repeat(200) + '\\n').repeat(300) }")
    veileder.trykk("Lagre samtalen")
    assert veileder.feil_ved("Hva snakket dere om?").startswith("Teksten er for lang: 300")
    assert veileder.felt("Hva snakket dere om?").evaluate("el => el.value.length") > 300_000
    expect(veileder.felt("Når?")).to_have_value("2.6.26")


def test_ti_megabyte_tekst(huset: folk.Huset, saken: Sak, client: Client) -> None:
    """Without the browser, which takes half a minute to lay it out: the server answers, and keeps every word."""
    client.force_login(huset.folk[folk.VEILEDER].krev_bruker())
    notat = ("lang " * 200 + "\n") * 10_000
    svar = client.post(f"/kontor/sak/{saken.pk}/samtale/", {"notat": notat, "dato": "2.6.26", "kanal": "telefon"})
    assert svar.status_code == 200
    assertContains(svar, "Teksten er for lang")
    assert len(svar.content) > len(notat)


def test_en_pdf_som_ikke_er_det(veileder: Bruker, huset: folk.Huset) -> None:
    person = grunnlag.lag_person()
    veileder.ga_til(f"/kontor/person/{person.pk}/soknad/")
    veileder.fyll_ut({"Kom til kontoret": "1.6.26", "Situasjonen nå": "Bor alene."})
    veileder.legg_ved("Papirer som fulgte med", "legeerklæring.pdf", b"Dette er bare tekst.")
    veileder.trykk("Registrer søknaden")
    assert "«legeerklæring.pdf»" in veileder.feil_ved("Papirer som fulgte med")
    expect(veileder.felt("Situasjonen nå")).to_have_value("Bor alene.")
    assert not Soknad.objects.exists()


@pytest.mark.parametrize(
    ("skrevet", "sagt"),
    [
        ("31.2.2026", "«31.2.2026» er ikke en dato. Skriv den for eksempel som 3.2.2026."),
        ("29.2.2027", "«29.2.2027» er ikke en dato. Skriv den for eksempel som 3.2.2026."),
        ("i overgår", "«i overgår» er ikke en dato. Skriv den for eksempel som 3.2.2026."),
        ("3.2.1026", "Sjekk årstallet i datoen: 1026."),
        ("1.1.2027", ""),
    ],
)
def test_umulige_datoer(veileder: Bruker, saken: Sak, skrevet: str, sagt: str) -> None:
    """A day that does not exist, and one that has not come, are said at the field with the rest still there."""
    veileder.ga_til(f"/kontor/sak/{saken.pk}/samtale/")
    veileder.fold_ut("En annen dag")
    veileder.fyll_ut({"Når?": skrevet, "Hva snakket dere om?": "Vi møtes torsdag."})
    veileder.trykk("Lagre samtalen")
    assert veileder.feil_ved("Når?") == (sagt or "Samtalen kan ikke være etter i dag. Sjekk datoen.")
    expect(veileder.felt("Når?")).to_have_value(skrevet)
    expect(veileder.felt("Hva snakket dere om?")).to_have_value("Vi møtes torsdag.")
    expect(veileder.side.locator("[data-feilsum]")).to_be_focused()


def test_timer_ingen_har(inn: Inn) -> None:
    """Negative and absurd hours on the participant's phone."""
    saker.en_av_hver()
    deltaker = inn(saker.I_PROGRAM, viewport=MOBIL)
    deltaker.ga_til("/min-side/timelister/2026-06/")
    for dag, timer in (("Mandag 1. juni", "-3"), ("Tirsdag 2. juni", "25"), ("Onsdag 3. juni", "sju")):
        deltaker.fold_ut(dag)
        deltaker.felt(f"Timer i programmet {dag.lower()}").fill(timer)
    deltaker.trykk("Lagre")
    for dag, timer, sagt in (
        ("mandag 1. juni", "-3", "En dag har mellom 0 og 24 timer."),
        ("tirsdag 2. juni", "25", "En dag har mellom 0 og 24 timer."),
        ("onsdag 3. juni", "sju", "Skriv timer som et tall, for eksempel 7,5."),
    ):
        assert deltaker.feil_ved(f"Timer i programmet {dag}") == sagt
        expect(deltaker.felt(f"Timer i programmet {dag}")).to_have_value(timer)


def test_et_nummer_med_en_skrivefeil(veileder: Bruker) -> None:
    fnr = grunnlag.lag_fnr(date(1990, 2, 14))
    feil = f"{fnr[:-1]}{(int(fnr[-1]) + 1) % 10}"
    veileder.ga_til("/kontor/person/ny/")
    veileder.fyll_ut({"Fødselsnummer": feil, "Fornavn": "Amina", "Etternavn": "Testvik", "Postnummer": "50"})
    veileder.trykk("Registrer, og gå til søknaden")
    assert veileder.feil_ved("Fødselsnummer").startswith("Fødselsnummeret stemmer ikke.")
    assert veileder.feil_ved("Postnummer") == "Et postnummer har fire tall."
    expect(veileder.felt("Fornavn")).to_have_value("Amina")
