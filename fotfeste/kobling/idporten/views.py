"""Out to the provider, and back in."""

from __future__ import annotations

import logging
from dataclasses import asdict
from typing import Any

from django.contrib.auth import login
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse

from fotfeste.grunnmur.organisasjon.models import Bruker
from fotfeste.kobling.idporten import klient
from fotfeste.kobling.idporten.oppsett import Oppsett, oppsett

SESJONSNOKKEL = "idporten"
logg = logging.getLogger("fotfeste.innlogging")


def ut(request: HttpRequest) -> HttpResponse:
    """Send the user to the provider."""
    valgt = _oppsett()
    forsok = klient.nytt_forsok()
    try:
        adresse = klient.utadresse(valgt, forsok, _tilbake(request))
    except (klient.InnloggingStoppet, OSError, ValueError, KeyError) as feil:
        return _stoppet(request, feil)
    request.session[SESJONSNOKKEL] = asdict(forsok)
    return HttpResponseRedirect(adresse)


def inn(request: HttpRequest) -> HttpResponse:
    """Take the user in when the provider says who they are and we know them."""
    valgt = _oppsett()
    husket = request.session.pop(SESJONSNOKKEL, None)
    try:
        if husket is None:
            raise klient.InnloggingStoppet("no login was begun in this browser")
        pastander = klient.hvem_kom(
            valgt,
            klient.Forsok(**husket),
            tilstand=request.GET.get("state", ""),
            kode=request.GET.get("code", ""),
            tilbake=_tilbake(request),
        )
    except klient.InnloggingStoppet as feil:
        return _stoppet(request, feil)
    bruker = bruker_for(pastander)
    if bruker is None:
        return render(request, "felles/innlogging_stoppet.html", {"ukjent": True}, status=403)
    login(request, bruker, backend="django.contrib.auth.backends.ModelBackend")
    return redirect("felles:start")


def _stoppet(request: HttpRequest, feil: Exception) -> HttpResponse:
    logg.warning("innlogging stoppet: %s", feil)
    return render(request, "felles/innlogging_stoppet.html", {"ukjent": False}, status=400)


def bruker_for(pastander: dict[str, Any]) -> Bruker | None:
    """The active user the claims name: a participant by fødselsnummer (`pid`), else an employee by user name."""
    pid = str(pastander.get("pid") or "")
    if pid:
        return Bruker.objects.filter(person__fodselsnummer=pid, is_active=True).first()
    navn = str(pastander.get("preferred_username") or "")
    return Bruker.objects.filter(brukernavn=navn, is_active=True, er_demo=False).first() if navn else None


def _oppsett() -> Oppsett:
    valgt = oppsett()
    if valgt is None:
        raise Http404
    return valgt


def _tilbake(request: HttpRequest) -> str:
    return request.build_absolute_uri(reverse("felles:idporten:inn"))


for _side in (ut, inn):
    _side.tilgang = "apen"  # type: ignore[attr-defined]
