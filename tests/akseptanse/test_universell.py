"""Every page for everyone: no WCAG A or AA violation, no scrolling sideways, by keyboard, without JavaScript."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.akseptanse import folk, saker
from tests.akseptanse.sider import MOBIL, Bruker

pytestmark = [pytest.mark.nettleser, pytest.mark.django_db(transaction=True)]

KONTOR = {"width": 1280, "height": 900}
AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
OM_BREDDEN = ["target-size", "scrollable-region-focusable", "link-in-text-block"]
"""What can be right on a wide screen and wrong on a narrow one: the page is the same, and laid out anew."""
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
BILDER = os.environ.get("FOTFESTE_SKJERMBILDER")
"""A folder to leave pictures of every page in, for those who want to look too."""
Inn = Callable[..., Bruker]


HALVDELER = {"kontor, første halvdel": (0, 2), "kontor, andre halvdel": (1, 2), "deltaker": (0, 1)}
"""The office has so many pages that two can share them."""


@pytest.mark.parametrize("flate", HALVDELER)
def test_alle_sider_er_for_alle(inn: Inn, flate: str) -> None:
    alt = saker.en_av_hver()
    fra, hver = HALVDELER[flate]
    alle = saker.deltakersider(alt) if flate == "deltaker" else _ulike(saker.kontorsider(alt))
    sider = list(alle)[fra::hver]
    folkene: dict[str, Bruker] = {}
    sett: set[tuple[str, str]] = set()
    brudd: list[str] = []
    for nummer, side in enumerate(sider):
        if side.hvem not in folkene:
            folkene[side.hvem] = inn(side.hvem)
        bruker = folkene[side.hvem]
        for skjerm in (KONTOR, MOBIL):
            bruker.side.set_viewport_size(skjerm)  # type: ignore[arg-type]
            if skjerm is KONTOR:
                bruker.ga_til(side.adresse)
                bruker.side.evaluate(AXE)
            elif stikker_ut := bruker.utenfor_bredden():
                brudd.append(f"{side.navn} ({side.hvem}): må rulles sidelengs på grunn av {stikker_ut}")
            if BILDER:
                bruker.skjermbilde(Path(BILDER) / f"{flate}-{nummer:02}-{side.navn}-{skjerm['width']}.png")
            if (side.hvem, side.navn) in sett:
                continue  # the same form about another record: that it keeps within the width is enough
            feil = axe(bruker) if skjerm is KONTOR else axe(bruker, regler=OM_BREDDEN)
            brudd += [f"{side.navn} ({side.hvem}, {skjerm['width']} px): {ett}" for ett in feil]
        sett.add((side.hvem, side.navn))
    assert not brudd, "\n".join(brudd)


def _ulike(sider: Iterable[saker.Side]) -> list[saker.Side]:
    """One of each page for each person: the buttons of one kind of record all lead to one form."""
    telt: Counter[tuple[str, str]] = Counter()
    ut = []
    for side in sider:
        telt[side.hvem, side.navn] += 1
        if telt[side.hvem, side.navn] <= 1:
            ut.append(side)
    return ut


def axe(bruker: Bruker, *, regler: list[str] | None = None) -> list[str]:
    """What axe finds wrong on the page, one line each: the rule, and the element. Every rule, when none are named."""
    svar: dict[str, Any] = bruker.side.evaluate(
        "valg => axe.run(document, valg)", {"runOnly": regler or WCAG, "resultTypes": ["violations"]}
    )
    return [f"{v['id']}: {v['nodes'][0]['html'][:160]} ({len(v['nodes'])} stk.)" for v in svar["violations"]]


def test_med_tastatur_alene(inn: Inn) -> None:
    """Tab reaches the page's main action, past a link that skips the menu, and Enter does it."""
    alt = saker.en_av_hver()
    veileder = inn(folk.VEILEDER)
    for sti in (f"/kontor/sak/{alt.i_program.pk}/arbeidsevne/", f"/kontor/sak/{alt.soker.pk}/soknad/"):
        veileder.ga_til(sti)
        veileder.side.keyboard.press("Tab")
        expect(veileder.side.get_by_role("link", name="Gå til innholdet")).to_be_focused()
        veileder.side.keyboard.press("Enter")
        tab_til(veileder, "main [data-variant=primary]")

    veileder.ga_til(f"/kontor/sak/{alt.i_program.pk}/")
    veileder.side.keyboard.press("l")
    expect(veileder.side.get_by_role("heading", level=1)).to_contain_text("samtale", ignore_case=True)

    deltaker = inn(saker.FAR_FORSLAG, viewport=MOBIL)
    deltaker.ga_til("/min-side/program/")
    tab_til(deltaker, "main [data-variant=primary]")
    deltaker.side.keyboard.press("Enter")
    deltaker.ser("Vi ble enige om planen")


def tab_til(bruker: Bruker, velger: str, *, hoyst: int = 40) -> None:
    """Press Tab until something matching is in focus, seen with an outline of its own."""
    for _ in range(hoyst):
        bruker.side.keyboard.press("Tab")
        if bruker.side.evaluate("v => document.activeElement.matches(v)", velger):
            return
    pytest.fail(f"Tab kom aldri til {velger} på {bruker.side.url}")


def test_uten_javascript(inn: Inn) -> None:
    """The main forms of both surfaces are sent and answered by pages alone."""
    alt = saker.en_av_hver()
    veileder = inn(folk.VEILEDER, java_script_enabled=False)
    veileder.ga_til("/kontor/sok/")
    veileder.side.locator("main").get_by_role("searchbox").fill("samira testdal")
    veileder.trykk("Søk")
    veileder.ser("Samira Testdal")
    veileder.ga_til(f"/kontor/person/{alt.i_program.person_id}/")
    veileder.fyll_ut({"Telefon": "411 11 111"})
    veileder.trykk("Lagre endringene")
    expect(veileder.felt("Telefon")).to_have_value("411 11 111")
    veileder.ga_til(f"/kontor/sak/{alt.soker.pk}/arbeidsevne/")
    veileder.fyll_ut({"Ressurser": "Ti år på lager."})
    veileder.trykk("Lagre")
    expect(veileder.felt("Ressurser")).to_have_value("Ti år på lager.")

    deltaker = inn(saker.I_PROGRAM, java_script_enabled=False, viewport=MOBIL)
    deltaker.ga_til("/min-side/timelister/2026-06/")
    deltaker.fyll_ut({"Noe veilederen din bør vite?": "Jeg begynner en time senere på torsdager."})
    deltaker.trykk("Lagre")
    deltaker.ser("Timelisten er lagret.")

    enig = inn(saker.FAR_FORSLAG, java_script_enabled=False)
    enig.ga_til("/min-side/program/")
    enig.trykk("Ja, jeg er enig")
    enig.ser("Vi ble enige om planen")
