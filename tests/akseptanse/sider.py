"""What people do on the pages, in the words of the field."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from django.conf import settings
from django.test import Client
from playwright.sync_api import BrowserContext, Locator, Page, Request, Response, expect

from fotfeste.grunnmur.organisasjon.models import Bruker as Innlogging

MOBIL = {"width": 320, "height": 640}
SVARTID = 10_000
"""Milliseconds a page may take on a busy machine before the test says it never came."""


class Bruker:
    """Someone at their own machine. Collects what went wrong out of their sight, in `feil`."""

    def __init__(self, kontekst: BrowserContext) -> None:
        self.feil: list[str] = []
        self.navn = ""
        kontekst.set_default_timeout(SVARTID)
        self.side: Page = self._lytt(kontekst.new_page())

    def _lytt(self, side: Page) -> Page:
        side.on("pageerror", lambda feil: self.feil.append(f"{side.url}: {feil}"))
        side.on("console", lambda m: "Content Security" in m.text and self.feil.append(f"{side.url}: {m.text}"))
        side.on("response", self._svar)
        return side

    def _svar(self, svar: Response) -> None:
        if svar.status >= 500:
            self.feil.append(f"{svar.status} {svar.request.method} {svar.url}")

    # Getting about

    def er_inne(self, navn: str, adresse: str) -> None:
        """Be logged in already, as on most mornings."""
        self.navn = navn
        klient = Client()
        klient.force_login(Innlogging.objects.get(navn=navn, er_demo=True))
        informasjonskapsel = klient.cookies[settings.SESSION_COOKIE_NAME].value
        self.side.context.add_cookies(
            [{"name": settings.SESSION_COOKIE_NAME, "value": informasjonskapsel, "url": adresse}]
        )

    def logg_inn(self, navn: str) -> None:
        """Choose who to be on the demo's way in."""
        self.navn = navn
        self.side.goto("/logg-inn/")
        self.side.get_by_role("button", name=re.compile(f"^{re.escape(navn)}")).first.click()

    def ga_til(self, sti: str) -> None:
        svar = self.side.goto(sti)
        assert svar is None or svar.status < 400, f"{svar.status} på {sti}"

    def ny_fane(self, sti: str) -> Page:
        """A second tab in the same browser."""
        fane = self._lytt(self.side.context.new_page())
        fane.goto(sti)
        return fane

    def trykk(self, tekst: str, *, i: str = "main") -> None:
        """Press the button or follow the link that says exactly this, and let the page that comes come whole."""
        rot = self.side.locator(i)
        rot.get_by_role("button", name=tekst, exact=True).or_(
            rot.get_by_role("link", name=tekst, exact=True)
        ).first.click()
        # A list read while its page is still arriving lacks its last rows, and reading does not wait for them.
        self.side.wait_for_load_state()

    def fold_ut(self, tekst: str) -> None:
        """Open the folded part with this heading, unless it is open."""
        del_ = self.side.locator("main details").filter(has=self.side.locator("summary", has_text=tekst)).last
        if del_.get_attribute("open") is None:
            del_.locator("summary").first.click()

    # Writing

    def felt(self, ledetekst: str, *, i: str | Locator = "main") -> Locator:
        """The field whose label begins with these words."""
        rot = self.side.locator(i) if isinstance(i, str) else i
        return rot.get_by_label(re.compile(rf"^\s*{re.escape(ledetekst)}")).first

    def fyll_ut(self, verdier: Mapping[str, str], *, i: str | Locator = "main") -> None:
        """Write or choose in the fields, by their labels."""
        for ledetekst, verdi in verdier.items():
            felt = self.felt(ledetekst, i=i)
            if felt.evaluate("el => el.tagName") == "SELECT":
                felt.select_option(label=verdi)
            else:
                felt.fill(verdi)

    def kryss_av(self, *valg: str, i: str | Locator = "main") -> None:
        for ett in valg:
            self.felt(ett, i=i).check()

    def legg_ved(self, ledetekst: str, fil: str, innhold: bytes, mime: str = "application/pdf") -> None:
        self.felt(ledetekst).set_input_files({"name": fil, "mimeType": mime, "buffer": innhold})

    # Seeing

    def ser(self, *tekster: str, i: str = "body") -> None:
        """Each of the texts stands somewhere on the page."""
        for tekst in tekster:
            expect(self.side.locator(i).first).to_contain_text(tekst, timeout=SVARTID)

    def ser_ikke(self, *tekster: str, i: str = "body") -> None:
        for tekst in tekster:
            expect(self.side.locator(i).first).not_to_contain_text(tekst)

    def feil_ved(self, ledetekst: str) -> str:
        """The sentence at the field."""
        boks = self.felt(ledetekst).locator("xpath=ancestor::*[contains(@class, 'felt-har-feil')][1]")
        return boks.locator(".felt-feil").first.inner_text()

    def tidslinje(self) -> list[str]:
        """The case's timeline as it reads, newest first. Stands on the case page."""
        if "trad=alt" not in self.side.url:
            self.trykk("Alt")
            self.side.wait_for_url(re.compile("trad=alt"))
        return [s.strip() for s in self.side.locator(".tidslinje li span").all_inner_texts()]

    def tall(self, navn: str) -> str:
        """The value of one of the page's key figures."""
        return self.side.locator(f'dl div:has(> dt:text-is("{navn}")) > dd').inner_text().strip()

    def det_som_vises(self) -> str:
        """The address and the words of the page, for the report of a failed test."""
        return f"{self.side.url}\n{self.side.locator('body').inner_text()[:3000]}"

    def last_ned(self, tekst: str) -> bytes:
        """The file behind the link."""
        with self.side.expect_download() as ventet:
            self.trykk(tekst)
        return Path(ventet.value.path()).read_bytes()

    def utenfor_bredden(self) -> str:
        """The first element that sticks out of the screen when the page must be scrolled sideways, else nothing."""
        return str(
            self.side.evaluate(
                """() => document.documentElement.scrollWidth <= innerWidth ? "" :
                  [...document.querySelectorAll("main *, header *, footer *")]
                    .find(el => el.getBoundingClientRect().right > innerWidth + 1 && !el.closest(".tabell"))
                    ?.outerHTML.slice(0, 160) ?? "noe" """
            )
        )

    def skjermbilde(self, sti: Path) -> None:
        self.side.screenshot(path=sti, full_page=True)


def sendinger(side: Page, del_av_sti: str) -> list[Request]:
    """A list that grows with every POST the page makes to an address containing `del_av_sti`."""
    ut: list[Request] = []
    side.on("request", lambda r: r.method == "POST" and del_av_sti in r.url and ut.append(r))
    return ut
