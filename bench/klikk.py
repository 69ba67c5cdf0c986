"""How many clicks, keys and seconds a task takes, counted in a real browser on a demo that is running.

    make demo      # in one window
    make klikk     # in another: prints the table, and puts it in docs/maling.md

A task is a function in `OPPGAVER`. It begins on Min dag, as someone who is logged in, and uses `Hand` for everything a
person would do with theirs. One that cannot be done in this demo now says so in the table.
"""

from __future__ import annotations

import argparse
import re
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime

from playwright.sync_api import Browser, Error, Locator, Page, sync_playwright

from bench.maling import ROT, maskin
from konfig.kontroll import finn_nettleser

TRYKK, TAST = 1.1, 0.28
"""Seconds a trained person takes to point and click, and to type a key (the keystroke-level model)."""

SETNING = "Avtalt i samtalen i dag"

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

    def fyll(self, skjema: str, tekst: str) -> None:
        """Answer what the form has left empty: a short sentence in each text, today as a day, the first choice."""
        for felt in self.side.locator(f"{skjema} :is(textarea, input[type=text], select):visible").all():
            if felt.input_value():
                continue
            if felt.evaluate("e => e.tagName") == "SELECT":
                felt.select_option(index=1)
                self.trykk += 2
                continue
            ord_ = "i dag" if "dato" in (felt.get_attribute("class") or "") else tekst
            felt.fill(ord_)
            self.trykk += 1
            self.taster += len(ord_)

    def velg(self, navn: str, verdi: str) -> None:
        """Choose in a select: one click to open it, one on the line."""
        self.side.locator(f"main select[name={navn}]").select_option(verdi)
        self.trykk += 2

    def kryss_av(self, skjema: str) -> None:
        """Choose the first of each question that has no answer, of radios and boxes alike."""
        valg = self.side.locator(f"{skjema} :is(input[type=radio], fieldset input[type=checkbox])")
        for navn in valg.evaluate_all("alle => [...new Set(alle.map(en => en.name))]"):
            gruppe = self.side.locator(f"{skjema} input[name={navn}]")
            if not gruppe.evaluate_all("alle => alle.some(e => e.checked)"):
                gruppe.first.check()
                self.trykk += 1

    def ser(self, tekst: str) -> None:
        """The receipt; without it the task is not done, and the table says what the page said."""
        if self.side.get_by_text(tekst).count():
            return
        feil = self.side.locator(".felt-feil, .feilsum li, .mangler li").all_inner_texts()
        raise IkkeNa(f"fikk ikke «{tekst}»: {'; '.join(feil)[:200]}")

    @property
    def sekunder(self) -> float:
        """What a trained person's hand needs by the model, without what the machine took and without thinking."""
        return self.trykk * TRYKK + self.taster * TAST


def _sak(hand: Hand, hvilke: str, *, side: str = "", der: str = "main") -> None:
    """The first case in a list where the page `side` has `der`: where a task begins; the way there is not counted."""
    hand.side.goto(f"/kontor/saker/?{hvilke}")
    saker = hand.side.locator("[data-rad] a[href*='/sak/']")
    for adresse in saker.evaluate_all("alle => alle.map(en => en.getAttribute('href'))"):
        hand.side.goto(f"{adresse}{side}")
        if hand.side.locator(der).count():
            hand.side.goto(adresse)
            return
    raise IkkeNa("ingen slik sak i demoen nå")


def logg_samtale(hand: Hand) -> None:
    """From Min dag to the case, and the call noted with a sentence."""
    hand.klikk_pa("[data-rad] a.navn[href*='/sak/']")
    hand.tast("l")
    hand.skriv("textarea[name=notat]", "Enige om praksis fra mandag")
    hand.klikk("Lagre samtalen")


def godkjenn_timeliste(hand: Hand) -> None:
    hand.klikk("Se og godkjenn timelisten")
    hand.klikk("Godkjenn")


def mote(hand: Hand) -> None:
    """Call in from the case; hold the meeting, and close it with one agreement."""
    _sak(hand, "status=i_program&hvem=mine")
    hand.klikk("Kall inn til møte")
    hand.skriv("input[name=dag]", "i dag")
    hand.skriv("input[name=klokkeslett]", "8")
    hand.klikk("Avtal møtet")
    hand.skriv("textarea[name=referat]", "Praksis fra mandag")
    hand.skriv("input[name=hva_1]", "Ringe butikken")
    hand.klikk("Lukk møtet og send avtalen")
    hand.ser("Møtet er lukket")


def meld_kandidat(hand: Hand) -> None:
    """A tip with name, telephone, year of birth and one tick."""
    hand.klikk_pa("nav summary")
    hand.klikk_pa("nav a[href$='/kandidater/meld/']")
    hand.skriv("input[name=navn]", "Ronja Testlien")
    hand.skriv("input[name=telefon]", "99887766")
    hand.skriv("input[name=fodselsar]", "1999")
    hand.klikk_pa("main input[name=grunner]")
    hand.skriv("main textarea", SETNING)
    hand.klikk("Meld kandidaten")
    hand.ser("Takk. Kandidaten står på listen")


def endre_aktivitet(hand: Hand) -> None:
    """A participant's week becomes a new version, with one activity at another place."""
    _sak(hand, "status=i_program&hvem=mine", side="program/", der="main button:has-text('Lag ny versjon')")
    hand.klikk_pa("main a[href$='/program/']")
    hand.klikk("Lag ny versjon")
    hand.klikk_pa("main a[href*='/aktivitet/']:text-is('Endre')")
    hand.skriv("input[name=sted]", "Storgata 2")
    hand.klikk("Lagre aktiviteten")


def send_til_beslutning(hand: Hand) -> None:
    """From the case; the extension was written earlier, and that is not counted."""
    _skriv_forlengelse(Hand(hand.side))
    hand.side.goto(hand.side.url.partition("vedtak/")[0])
    hand.klikk("Skriv ferdig vedtaket")
    hand.klikk("Send til beslutter")
    hand.ser("Vedtaket er sendt til beslutter")


def beslutt(hand: Hand) -> None:
    hand.klikk("Les og beslutt")
    hand.klikk("Fatt vedtaket")


def _begynn(hand: Hand, type_: str, **valg: str) -> None:
    """From the case to a new decision, with the three parts of the reasons and what it asks, in a sentence each."""
    knapp = f"main form:has(input[name=type][value={type_}]) button[type=submit]"
    _sak(hand, "status=i_program&hvem=mine", side="livslop/", der=knapp)
    hand.klikk("Start, pause og slutt")
    hand.klikk_pa(knapp)
    for navn, verdi in valg.items():
        hand.velg(navn, verdi)
    hand.kryss_av("#vedtakskjema")
    hand.fyll("#vedtakskjema", SETNING)


def _varsle(hand: Hand) -> None:
    hand.klikk_pa("#vedtakskjema button[type=submit]")
    hand.klikk("Send forhåndsvarsel")
    hand.ser("Forhåndsvarselet er sendt")


def pause(hand: Hand) -> None:
    """Until the participant has the notice: the decision itself is taken when they have answered."""
    _begynn(hand, "avbrudd")
    _varsle(hand)


def _skriv_forlengelse(hand: Hand) -> None:
    _begynn(hand, "forlengelse")
    hand.klikk("Lagre")
    hand.kryss_av(_SPORSMALENE)
    hand.fyll(_SPORSMALENE, SETNING)
    hand.klikk("Lagre svarene")


_SPORSMALENE = "main form:has([name$=_ja])"


def forleng(hand: Hand) -> None:
    """Until it is with the beslutter. The days stand there already."""
    _skriv_forlengelse(hand)
    hand.klikk("Send til beslutter")
    hand.ser("Vedtaket er sendt til beslutter")


def avslutt(hand: Hand) -> None:
    """Until the participant has the notice."""
    _begynn(hand, "avslutning", grunn="malet_nadd")
    _varsle(hand)


@dataclass(frozen=True, slots=True)
class Oppgave:
    """A task by name: who does it, and how."""

    navn: str
    hvem: str
    hvordan: Callable[[Hand], None]


OPPGAVER = (
    Oppgave("logge en samtale", VEILEDER, logg_samtale),
    Oppgave("godkjenne en timeliste", VEILEDER, godkjenn_timeliste),
    Oppgave("avtale og avslutte et møte", VEILEDER, mote),
    Oppgave("melde en kandidat", VEILEDER, meld_kandidat),
    Oppgave("endre en aktivitet", VEILEDER, endre_aktivitet),
    Oppgave("sende et vedtak til beslutning", VEILEDER, send_til_beslutning),
    Oppgave("beslutte et vedtak", BESLUTTER, beslutt),
    Oppgave("sette programmet på pause (til varselet er sendt)", VEILEDER, pause),
    Oppgave("forlenge programmet (til beslutter)", VEILEDER, forleng),
    Oppgave("avslutte programmet (til varselet er sendt)", VEILEDER, avslutt),
)


def _rad(nettleser: Browser, adresse: str, oppgave: Oppgave) -> str:
    kontekst = nettleser.new_context(base_url=adresse, locale="nb-NO", viewport={"width": 1280, "height": 900})
    kontekst.set_default_timeout(20_000)
    hand = Hand(kontekst.new_page())
    try:
        hand.side.goto(f"/logg-inn/?bruker={oppgave.hvem}")
        hand.side.locator("main form:has(input[name=bruker]) button, main button[name=bruker]").first.click()
        hand.side.goto("/kontor/?alle=1")
        oppgave.hvordan(hand)
    except (IkkeNa, Error) as feil:
        return f"| {oppgave.navn} | – | – | – | – | {str(feil).splitlines()[0]} |"
    finally:
        kontekst.close()
    return f"| {oppgave.navn} | {hand.trykk} | {hand.taster} | {hand.ventet:.1f} s | {hand.sekunder:.0f} s | |"


def tabell(adresse: str) -> str:
    """The table, a row a task."""
    hode = "| oppgave | trykk | taster | maskin | hånd | |\n|---|---|---|---|---|---|"
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
    hvor = f"{maskin()}. Målt {datetime.now(tz=UTC):%d.%m.%Y}."
    print(hvor, tegnet, sep="\n\n")
    if valg.skriv:
        fil = ROT / "docs" / "maling.md"
        for_, _, resten = fil.read_text(encoding="utf-8").partition(_MERKE[0])
        etter = resten.partition(_MERKE[1])[2]
        fil.write_text(f"{for_}{_MERKE[0]}\n{hvor}\n\n{tegnet}\n{_MERKE[1]}{etter}", encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
