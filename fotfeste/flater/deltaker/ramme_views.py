"""The participant's first page, and who has seen the case."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from fotfeste.fag.oversikt.deltaker import forside as lag_forside
from fotfeste.fag.oversikt.innsyn import hvem_har_sett
from fotfeste.fag.sak.selectors import egen_tidslinje, egne_saker
from fotfeste.flater.felles.visning import aktor_av, deltakerside


@deltakerside
def forside(request: HttpRequest) -> HttpResponse:
    """The next step, the money, the week, the letters, and who helps me."""
    saker = egne_saker(aktor_av(request))
    sak = saker[0] if saker else None
    fornavn = sak.person.fornavn if sak else aktor_av(request).navn.split()[0]
    side = lag_forside(sak, saker[1:])
    return render(request, "deltaker/forside.html", {"sak": sak, "side": side, "fornavn": fornavn})


@deltakerside
def innsyn(request: HttpRequest) -> HttpResponse:
    """Who has seen my case, and what has happened in it, the earlier ones included."""
    aktor = aktor_av(request)
    saker = egne_saker(aktor)
    if not saker:
        raise Http404
    return render(
        request,
        "deltaker/innsyn.html",
        {"rader": hvem_har_sett(aktor, *saker), "hendelser": egen_tidslinje(saker)[:100]},
    )
