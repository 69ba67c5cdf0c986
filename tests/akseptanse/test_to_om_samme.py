"""Two people in one form, one person in two tabs, and a lost line: nobody's text is lost, and both texts are shown.

One story each, told in small: the whole file takes seconds.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from fotfeste.fag.sak.models import Sak
from tests import grunnlag
from tests.akseptanse import folk
from tests.akseptanse.sider import SVARTID, Bruker

pytestmark = [pytest.mark.nettleser, pytest.mark.django_db(transaction=True)]
Inn = Callable[..., Bruker]
SAMTIDIG = "Noen andre har lagret mens du skrev"


@pytest.fixture
def sak() -> Sak:
    """A case in programme at an office with its people."""
    huset = folk.bemann()
    return grunnlag.lag_sak_i_program(huset.kontor)


def _send(side: Page, felt: str, knapp: str) -> None:
    """Press the form's own button and wait for what comes of it."""
    skjema = side.locator(f"main form:has([name={felt}])").first
    with side.expect_navigation():
        skjema.get_by_role("button", name=knapp, exact=True).first.click()


def _begge_tekstene(side: Page, felt: str) -> None:
    for tekst in (SAMTIDIG, "Tekst fra den første", "Tekst fra den andre"):
        expect(side.locator("body")).to_contain_text(tekst, timeout=SVARTID)
    expect(side.locator(f"main [name={felt}]").first).to_have_value("Tekst fra den andre")


def _to_skriver(en: Page, annen: Page, felt: str, knapp: str) -> None:
    """Both have the form open; the second to save sees both texts, and may send again when they have chosen."""
    en.locator(f"main [name={felt}]").first.fill("Tekst fra den første")
    annen.locator(f"main [name={felt}]").first.fill("Tekst fra den andre")
    _send(en, felt, knapp)
    _send(annen, felt, knapp)
    _begge_tekstene(annen, felt)
    _send(annen, felt, knapp)
    expect(annen.locator("body")).not_to_contain_text(SAMTIDIG)


def test_to_i_samme_skjema(inn: Inn, sak: Sak) -> None:
    rutine = reverse("kontor:rutine_skriv", args=[sak.kommune_id, "kontakt.samtale"])
    leder = inn(folk.LEDER)
    leder.ga_til(rutine)
    leder.side.locator("main [name=tekst]").fill("Ring mandag.")
    _send(leder.side, "tekst", "Lagre rutinen")
    for adresse, felt, knapp, hvem in (
        (reverse("kontor:person", args=[sak.person_id]), "adresse", "Lagre endringene", folk.VEILEDER),
        (rutine, "tekst", "Lagre rutinen", folk.LEDER),
    ):
        en, annen = inn(hvem), inn(hvem)
        en.ga_til(adresse)
        annen.ga_til(adresse)
        _to_skriver(en.side, annen.side, felt, knapp)


def test_en_i_to_faner(inn: Inn, sak: Sak) -> None:
    """One person forgot the other tab: it says so, and keeps both texts, as if they were two."""
    veileder = inn(folk.VEILEDER)
    adresse = reverse("kontor:person", args=[sak.person_id])
    veileder.ga_til(adresse)
    fane = veileder.ny_fane(adresse)
    _to_skriver(veileder.side, fane, "adresse", "Lagre endringene")


def test_teksten_star_igjen_nar_nettet_er_borte(inn: Inn, sak: Sak) -> None:
    veileder = inn(folk.VEILEDER)
    adresse = reverse("kontor:kontakt_logg", args=[sak.pk])
    veileder.ga_til(adresse)
    veileder.side.context.set_offline(True)
    veileder.side.locator("main [name=notat]").fill("Skrevet i kjelleren")
    veileder.side.get_by_text("Ingen forbindelse").first.wait_for(timeout=SVARTID)
    veileder.side.context.set_offline(False)
    fane = veileder.ny_fane(adresse)
    veileder.side.close()
    fane.get_by_text("Vi fant noe du ikke sendte").first.wait_for(timeout=SVARTID)
    expect(fane.locator("main [name=notat]").first).to_have_value("Skrevet i kjelleren")
