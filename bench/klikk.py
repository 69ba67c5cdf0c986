"""How many clicks, keys and seconds a task takes, counted in a real browser on a demo that is running.

    make demo                                     # in one window
    .venv/bin/python -m bench.klikk               # in another; --skriv puts the table in docs/maling.md

A task is a function in `OPPGAVER`. It begins on Min dag, as someone who is logged in, and uses `Hand` for everything a
person would do with theirs. One that cannot be done in this demo now says so in the table.
"""

from __future__ import annotations

import argparse
import re
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from playwright.sync_api import Browser, Error, Locator, Page, sync_playwright

from bench.maling import ROT
from konfig.kontroll import finn_nettleser

TRYKK, TAST = 1.1, 0.28
"""Seconds a trained person takes to point and click, and to type a key (the keystroke-level model)."""

VEILEDER, BESLUTTER = "mari.lund", "kari.vik"
_MERKE = ("<!-- klikk -->", "<!-- slutt på klikk -->")


class IkkeNa(Exception):  # noqa: N818 - says why, in the table
    """The task cannot be done in this demo now."""


@dataclass
class Hand:
    """The hand of someone at the page: it clicks and types, and counts."""

    side: Page
    trykk: int = 0
    taster: int = 0
    ventet: float = field(default=0.0)

    def _finn(self, navn: str) -> Locator:
        ord_ = re.compile(rf"^\s*{re.escape(navn)}(\s+\w)?\s*$")
        hoved = self.side.locator("main")
        funnet = hoved.get_by_role("button", name=ord_).or_(hoved.get_by_role("link", name=ord_)).first
        if not funnet.count():
            raise IkkeNa(f"fant ikke «{navn}»")
        return funnet

    def klikk(self, navn: str) -> None:
        """Press the button or follow the link with these words, and wait for the page."""
        self._gjor(self._finn(navn).click)
        self.trykk += 1

    def klikk_pa(self, velger: str) -> None:
        """Press what a selector finds, for boxes and radios."""
        sted = self.side.locator(velger).first
        if not sted.count():
            raise IkkeNa(f"fant ikke {velger}")
        self._gjor(sted.click)
        self.trykk += 1

    def skriv(self, velger: str, tekst: str) -> None:
        """Type in a field one has tabbed or clicked to: one click, and a key a letter."""
        sted = self.side.locator(velger).first
        if not sted.count():
            raise IkkeNa(f"fant ikke {velger}")
        sted.fill(tekst)
        self.trykk += 1
        self.taster += len(tekst)

    def tast(self, tast: str) -> None:
        """A key that goes to another page."""

        def trykk() -> None:
            with self.side.expect_navigation():
                self.side.keyboard.press(tast)

        self._gjor(trykk)
        self.taster += 1

    def _gjor(self, hva: Callable[[], object]) -> None:
        for_ = time.perf_counter()
        hva()
        self.side.wait_for_load_state("load")
        self.ventet += time.perf_counter() - for_

    @property
    def sekunder(self) -> float:
        """What a trained person needs: the hand by the model, and the machine as measured."""
        return self.trykk * TRYKK + self.taster * TAST + self.ventet


def logg_samtale(hand: Hand) -> None:
    """From Min dag to the case, and the call noted with a sentence."""
    hand.klikk_pa("[data-rad] a.navn")
    hand.tast("l")
    hand.skriv("textarea[name=notat]", "Enige om praksis fra mandag")
    hand.klikk("Lagre samtalen")


def godkjenn_timeliste(hand: Hand) -> None:
    hand.klikk("Se og godkjenn timelisten")
    hand.klikk("Godkjenn")


def endre_aktivitet(hand: Hand) -> None:
    """A participant's week becomes a new version, with one activity at another place."""
    hand.side.goto("/kontor/saker/?status=i_program&hvem=mine&sorter=eldste")
    hand.klikk_pa("[data-rad] a")
    hand.klikk_pa("a[href$='/program/']")
    hand.klikk("Lag ny versjon")
    hand.klikk_pa("a[href*='/aktivitet/']")
    hand.skriv("input[name=sted]", "Storgata 2")
    hand.klikk("Lagre")


def send_til_beslutning(hand: Hand) -> None:
    hand.klikk("Skriv ferdig vedtaket")
    hand.klikk("Send til beslutter")


def beslutt(hand: Hand) -> None:
    hand.klikk("Les og beslutt")
    hand.klikk("Fatt vedtaket")


@dataclass(frozen=True, slots=True)
class Oppgave:
    """A task by name: who does it, and how. `hvordan` None: the page is not there yet."""

    navn: str
    hvem: str
    hvordan: Callable[[Hand], None] | None = None


OPPGAVER = (
    Oppgave("logge en samtale", VEILEDER, logg_samtale),
    Oppgave("godkjenne en timeliste", VEILEDER, godkjenn_timeliste),
    Oppgave("avtale og avslutte et møte", VEILEDER),
    Oppgave("melde en kandidat", VEILEDER),
    Oppgave("endre en aktivitet", VEILEDER, endre_aktivitet),
    Oppgave("sende et vedtak til beslutning", VEILEDER, send_til_beslutning),
    Oppgave("beslutte et vedtak", BESLUTTER, beslutt),
    Oppgave("sette programmet på pause", VEILEDER),
    Oppgave("forlenge programmet", VEILEDER),
    Oppgave("avslutte programmet", VEILEDER),
)


def _rad(nettleser: Browser, adresse: str, oppgave: Oppgave) -> str:
    if oppgave.hvordan is None:
        return f"| {oppgave.navn} | – | – | – | ikke målt ennå |"
    kontekst = nettleser.new_context(base_url=adresse, locale="nb-NO", viewport={"width": 1280, "height": 900})
    kontekst.set_default_timeout(20_000)
    hand = Hand(kontekst.new_page())
    try:
        hand.side.goto(f"/logg-inn/?bruker={oppgave.hvem}")
        hand.side.locator("main form:has(input[name=bruker]) button, main button[name=bruker]").first.click()
        hand.side.goto("/kontor/?alle=1")
        oppgave.hvordan(hand)
    except (IkkeNa, Error) as feil:
        return f"| {oppgave.navn} | – | – | – | {str(feil).splitlines()[0]} |"
    finally:
        kontekst.close()
    return f"| {oppgave.navn} | {hand.trykk} | {hand.taster} | {hand.sekunder:.0f} s | |"


def tabell(adresse: str) -> str:
    """The table, a row a task."""
    hode = "| oppgave | trykk | taster | tid | |\n|---|---|---|---|---|"
    with sync_playwright() as playwright:
        nettleser = playwright.chromium.launch(executable_path=finn_nettleser(), args=["--no-sandbox"])
        rader = [_rad(nettleser, adresse, oppgave) for oppgave in OPPGAVER]
        nettleser.close()
    return "\n".join([hode, *rader])


def main() -> int:
    """Print the table, or put it between the marks in docs/maling.md."""
    tolk = argparse.ArgumentParser(prog="python -m bench.klikk", description="Tell trykk og taster i en demo som går.")
    tolk.add_argument("--adresse", default="http://localhost:8000")
    tolk.add_argument("--skriv", action="store_true", help="skriv tabellen inn i docs/maling.md")
    valg = tolk.parse_args()
    tegnet = tabell(valg.adresse)
    print(tegnet)
    if valg.skriv:
        fil = ROT / "docs" / "maling.md"
        for_, _, resten = fil.read_text(encoding="utf-8").partition(_MERKE[0])
        etter = resten.partition(_MERKE[1])[2]
        fil.write_text(f"{for_}{_MERKE[0]}\n{tegnet}\n{_MERKE[1]}{etter}", encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
