"""From request to actor, from refusal to page, and the locks on what a browser may load."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import date

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.utils.cache import patch_vary_headers

from fotfeste.fag.person.models import Person
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import IkkeTilgang
from fotfeste.grunnmur.tilgang import Aktor, aktor_for

Neste = Callable[[HttpRequest], HttpResponse]
Side = Callable[..., HttpResponse]
logg = logging.getLogger("fotfeste.tilgang")

INNHOLDSVERN = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; "
    "connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
TIDSMASKIN_NOKKEL = "tidsmaskin"


class Foresporsel(HttpRequest):
    """A request after the middleware: it knows who acts."""

    aktor: Aktor


class Innholdsvern:
    """Let the browser load only what Fotfeste itself serves (Content-Security-Policy)."""

    def __init__(self, neste: Neste) -> None:
        self.neste = neste

    def __call__(self, request: HttpRequest) -> HttpResponse:
        svar = self.neste(request)
        svar.headers.setdefault("Content-Security-Policy", INNHOLDSVERN)
        svar.headers.setdefault("Permissions-Policy", "geolocation=(), microphone=(), camera=()")
        return svar


class Sprakvalg:
    """Show the pages in the language the visitor has chosen; until then in bokmål, whatever the browser prefers.

    Who is logged in has chosen where they chose last, on whatever device. A participant who never has gets the language
    they read best on the pages that are in it (`flere_sprak`); those are the only pages a DELSPRAK is used on.
    """

    def __init__(self, neste: Neste) -> None:
        self.neste = neste

    def __call__(self, request: HttpRequest) -> HttpResponse:
        valgt = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
        with translation.override(valgt if valgt in dict(settings.HELE_SPRAK) else settings.LANGUAGE_CODE):
            svar = self.neste(request)
            svar.headers.setdefault("Content-Language", translation.get_language() or settings.LANGUAGE_CODE)
        patch_vary_headers(svar, ["Cookie"])
        return svar

    def process_view(self, request: HttpRequest, side: Side, _args: object, _kwargs: object) -> None:
        """Now it is known who asks, and for which page."""
        flere = getattr(side, "flere_sprak", False)
        onsket = _valgt_sprak(request) or (_leser_best(request) if flere else "")
        request.onsket_sprak = onsket  # type: ignore[attr-defined]
        if onsket in dict(settings.LANGUAGES if flere else settings.HELE_SPRAK):
            translation.activate(onsket)
        elif onsket:
            translation.activate(settings.LANGUAGE_CODE)


def _valgt_sprak(request: HttpRequest) -> str:
    """The language chosen on this device, else the one chosen last on another."""
    valgt = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "") or getattr(request.user, "sprak", "")
    return valgt if valgt in dict(settings.LANGUAGES) else ""


def _leser_best(request: HttpRequest) -> str:
    """The language a participant reads best, as it stands in the case; empty for everybody else."""
    if not request.user.is_authenticated:
        return ""
    sprak = Person.objects.filter(bruker=request.user).values_list("sprak", flat=True).first() or ""
    return sprak if sprak in dict(settings.DELSPRAK) else ""


class Tidsmaskin:
    """In the demo, let the visitor's chosen date be today for this request."""

    def __init__(self, neste: Neste) -> None:
        self.neste = neste

    def __call__(self, request: HttpRequest) -> HttpResponse:
        valgt = request.session.get(TIDSMASKIN_NOKKEL) if settings.FOTFESTE_DEMO else None
        if not valgt:
            return self.neste(request)
        with klokke.still_til(date.fromisoformat(valgt)):
            return self.neste(request)


class AktorPaForesporsel:
    """Put the actor, with the roles held today, on the request of someone who is logged in."""

    def __init__(self, neste: Neste) -> None:
        self.neste = neste

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated:
            request.aktor = aktor_for(request.user)  # type: ignore[attr-defined]
        return self.neste(request)


class Feiloversetter:
    """Turn a refusal into a 404 outward (the reason goes to the log), and an oversized form into a sentence."""

    def __init__(self, neste: Neste) -> None:
        self.neste = neste

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.neste(request)

    def process_exception(self, request: HttpRequest, feil: Exception) -> HttpResponse | None:
        if translation.get_language() in dict(settings.DELSPRAK):
            translation.activate(settings.LANGUAGE_CODE)  # the pages that say no are not in those languages
        if isinstance(feil, IkkeTilgang):
            logg.info("nektet %s %s: %s", request.method, request.resolver_match, feil.grunn)
            return render(request, "404.html", status=404)
        if isinstance(feil, RequestDataTooBig):
            return render(request, "413.html", status=413)
        return None
