"""The pages that belong to no subject: the way in, the language, drafts, and the demo's time machine."""

from __future__ import annotations

import json
from itertools import groupby
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import get_user_model, login, logout
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST
from django.views.i18n import set_language

from fotfeste.flater.felles.mellomvare import TIDSMASKIN_NOKKEL
from fotfeste.flater.felles.skjema import les_dato
from fotfeste.flater.felles.visning import aktor_av, apen_side
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import Fagfeil
from fotfeste.grunnmur.organisasjon.enums import Rolle
from fotfeste.grunnmur.organisasjon.models import Medlemskap
from fotfeste.grunnmur.utkast.services import utkast_fjern, utkast_hent, utkast_lagre
from fotfeste.kobling.idporten.oppsett import oppsett

MAKS_UTKAST = 2_000_000
"""Bytes of one draft as sent; longer text is refused before it is read."""


@apen_side
def start(request: HttpRequest) -> HttpResponse:
    """The address without a path: the user's own first page, or what Fotfeste is for someone not logged in."""
    if not request.user.is_authenticated:
        return render(request, "felles/velkommen.html")
    if aktor_av(request).er_deltaker:
        return redirect("deltaker:forside")
    if aktor_av(request).roller == {Rolle.ARRANGOR}:
        return redirect("arrangor:deltakere")
    return redirect("kontor:min_dag")


@apen_side
def logg_inn(request: HttpRequest) -> HttpResponse:
    """The way in. In the demo, one button for each invented user; else through the municipality's identity provider."""
    if request.method == "POST" and settings.FOTFESTE_DEMO:
        bruker = get_object_or_404(get_user_model(), pk=request.POST.get("bruker"), er_demo=True, is_active=True)
        stilt = request.session.get(TIDSMASKIN_NOKKEL)
        login(request, bruker, backend="django.contrib.auth.backends.ModelBackend")
        if stilt:
            request.session[TIDSMASKIN_NOKKEL] = stilt
        return HttpResponseRedirect(_videre(request, request.POST.get("next", "")))
    alle = _demobrukere() if settings.FOTFESTE_DEMO else []
    # The address the demo prints names one user: then that button is the page.
    valgt = _bare(alle, request.GET.get("bruker", ""))
    idporten = reverse("felles:idporten:ut") if oppsett() else ""
    return render(
        request,
        "felles/logg_inn.html",
        {
            "grupper": valgt or alle,
            "bare_en": bool(valgt),
            "next": request.GET.get("next", ""),
            "idporten_adresse": idporten,
        },
    )


def _videre(request: HttpRequest, neste: str) -> str:
    trygg = url_has_allowed_host_and_scheme(neste, allowed_hosts={request.get_host()}, require_https=False)
    return neste if neste and trygg else reverse("felles:start")


def _demobrukere() -> list[tuple[str, list[Medlemskap]]]:
    """The invented users by role, in the order the roles are listed; each user once for each role and place."""
    rekkefolge = {rolle: nummer for nummer, rolle in enumerate(Rolle)}
    rader = sorted(
        (
            m
            for m in Medlemskap.objects.filter(bruker__er_demo=True, bruker__is_active=True).select_related(
                "bruker", "kontor", "kommune"
            )
            if m.gjelder(klokke.i_dag())
        ),
        key=lambda m: (rekkefolge[Rolle(m.rolle)], m.bruker.navn),
    )
    return [(str(Rolle(rolle).label), list(gruppe)) for rolle, gruppe in groupby(rader, key=lambda m: m.rolle)]


def _bare(grupper: list[tuple[str, list[Medlemskap]]], brukernavn: str) -> list[tuple[str, list[Medlemskap]]]:
    """The groups with the one user alone; empty when there is no such user."""
    treff = ((rolle, [m for m in rader if m.bruker.brukernavn == brukernavn]) for rolle, rader in grupper)
    return [(rolle, rader) for rolle, rader in treff if rader]


@require_POST
@apen_side
def logg_ut(request: HttpRequest) -> HttpResponse:
    """Log out; in the demo the time machine's date stays."""
    stilt = request.session.get(TIDSMASKIN_NOKKEL)
    logout(request)
    if stilt:
        request.session[TIDSMASKIN_NOKKEL] = stilt
    return redirect("felles:logg_inn" if settings.FOTFESTE_DEMO else "felles:start")


@apen_side
def sprak(request: HttpRequest) -> HttpResponse:
    """Choose the language of the pages, here and wherever the same person logs in."""
    svar = set_language(request)
    if request.method == "POST" and request.user.is_authenticated and settings.LANGUAGE_COOKIE_NAME in svar.cookies:
        request.user.sprak = svar.cookies[settings.LANGUAGE_COOKIE_NAME].value
        request.user.save(update_fields=["sprak"])
    return svar


@require_POST
@apen_side
def tidsmaskin(request: HttpRequest) -> HttpResponse:
    """In the demo: let it be another day in this session, or today again. An unreadable date changes nothing."""
    if not settings.FOTFESTE_DEMO:
        raise Http404
    try:
        if request.POST.get("nullstill"):
            request.session.pop(TIDSMASKIN_NOKKEL, None)
        else:
            request.session[TIDSMASKIN_NOKKEL] = les_dato(request.POST.get("dato", "")).isoformat()
    except ValueError:
        messages.warning(request, _("Skriv datoen for eksempel som 3.2.2026. Dagen er ikke endret."))
    return HttpResponseRedirect(_videre(request, request.POST.get("tilbake", "")))


@require_http_methods(["GET", "POST", "DELETE"])
@apen_side
@login_required
def utkast(request: HttpRequest) -> HttpResponse:
    """The draft of one form: read (GET ?nokkel=), keep (POST JSON) or forget (DELETE ?nokkel=)."""
    bruker = aktor_av(request).krev_bruker()
    nokkel = request.GET.get("nokkel", "")
    if request.method == "GET":
        lagret = utkast_hent(bruker=bruker, nokkel=nokkel)
        if lagret is None:
            return JsonResponse({"felter": None})
        return JsonResponse({"felter": lagret.felter, "lagret": _klokkeslett(lagret.lagret)})
    if request.method == "DELETE":
        utkast_fjern(bruker=bruker, nokkel=nokkel)
        return JsonResponse({"felter": None})
    return _lagre_utkast(request)


def _lagre_utkast(request: HttpRequest) -> HttpResponse:
    if int(request.headers.get("Content-Length") or 0) > MAKS_UTKAST:
        return JsonResponse({"feil": _("Teksten er for lang til å lagres underveis.")}, status=413)
    try:
        sendt: Any = json.loads(request.body)
        nokkel, felter = str(sendt["nokkel"]), {str(k): v for k, v in sendt["felter"].items()}
    except (ValueError, KeyError, TypeError, AttributeError):
        return JsonResponse({"feil": "Utkastet kunne ikke leses."}, status=400)
    if not all(isinstance(verdi, str) for verdi in felter.values()) or "\x00" in "".join(
        (nokkel, *felter, *felter.values())
    ):
        return JsonResponse({"feil": "Utkastet kunne ikke leses."}, status=400)
    try:
        lagret = utkast_lagre(bruker=aktor_av(request).krev_bruker(), nokkel=nokkel, felter=felter)
    except Fagfeil as feil:
        return JsonResponse({"feil": feil.melding}, status=413)
    return JsonResponse({"lagret": _klokkeslett(lagret.lagret)})


def _klokkeslett(tid: Any) -> str:
    return str(tid.astimezone(klokke.OSLO).strftime("%H.%M"))
