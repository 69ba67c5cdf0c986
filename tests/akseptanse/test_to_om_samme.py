"""Two people in one form, one person in two tabs, and a lost line: nobody's text is lost, and both texts are shown."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.urls import reverse

from tests.akseptanse import folk, saker
from tests.akseptanse.sider import SVARTID, Bruker

pytestmark = [pytest.mark.nettleser, pytest.mark.django_db(transaction=True)]
Inn = Callable[..., Bruker]


@pytest.fixture
def alt() -> saker.Alt:
    return saker.en_av_hver()


def _to_skriver(en: Bruker, annen: Bruker, adresse: str, felt: str, knapp: str) -> None:
    """Both open the form; the second to save sees both texts, and what they wrote is still in the field."""
    for bruker in (en, annen):
        bruker.ga_til(adresse)
    en.side.locator(f"[name={felt}]").first.fill("Tekst fra den første")
    annen.side.locator(f"[name={felt}]").first.fill("Tekst fra den andre")
    en.trykk(knapp)
    en.side.wait_for_load_state()
    annen.trykk(knapp)
    annen.ser("Noen andre har lagret mens du skrev", "Tekst fra den første", "Tekst fra den andre")
    assert annen.side.locator(f"[name={felt}]").first.input_value() == "Tekst fra den andre"


@pytest.mark.parametrize("hvilket", ["program", "person", "rutine"])
def test_to_i_samme_skjema(inn: Inn, alt: saker.Alt, hvilket: str) -> None:
    sak = alt.i_program
    skjemaer = {
        "program": (
            reverse("kontor:program", args=[alt.program_utkast.sak_id]),
            "mal",
            "Lagre mål og periode",
            folk.VEILEDER,
        ),
        "person": (reverse("kontor:person", args=[sak.person_id]), "adresse", "Lagre endringene", folk.VEILEDER),
        "rutine": (
            reverse("kontor:rutine_skriv", args=[alt.huset.kommune.pk, "kontakt.samtale"]),
            "tekst",
            "Lagre rutinen",
            folk.LEDER,
        ),
    }
    adresse, felt, knapp, hvem = skjemaer[hvilket]
    _to_skriver(inn(hvem), inn(hvem), adresse, felt, knapp)


def test_teksten_star_igjen_nar_nettet_er_borte(inn: Inn, alt: saker.Alt) -> None:
    veileder = inn(folk.VEILEDER)
    adresse = reverse("kontor:kontakt_logg", args=[alt.i_program.pk])
    veileder.ga_til(adresse)
    veileder.side.context.set_offline(True)
    veileder.side.locator("[name=notat]").fill("Skrevet i kjelleren")
    veileder.side.get_by_text("Ingen forbindelse").wait_for(timeout=SVARTID)
    veileder.side.context.set_offline(False)
    veileder.side.close()
    fane = veileder.ny_fane(adresse)
    fane.get_by_text("Vi fant noe du ikke sendte").wait_for(timeout=SVARTID)
    assert fane.locator("[name=notat]").input_value() == "Skrevet i kjelleren"
