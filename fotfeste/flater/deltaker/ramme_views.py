"""The participant's first page, and who has seen the case."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from fotfeste.fag.oversikt.deltaker import forside as lag_forside
from fotfeste.fag.oversikt.innsyn import hvem_har_sett
from fotfeste.fag.sak.selectors import egen_sak, tidslinje
from fotfeste.flater.felles.visning import aktor_av, deltakerside


@deltakerside
def forside(request: HttpRequest) -> HttpResponse:
    """The next step, the money, the week, the letters, and who helps me."""
    sak = egen_sak(aktor_av(request))
    fornavn = sak.person.fornavn if sak else aktor_av(request).navn.split()[0]
    return render(request, "deltaker/forside.html", {"sak": sak, "side": lag_forside(sak), "fornavn": fornavn})


@deltakerside
def innsyn(request: HttpRequest) -> HttpResponse:
    """Who has seen my case, and what has happened in it."""
    aktor = aktor_av(request)
    sak = egen_sak(aktor)
    if sak is None:
        raise Http404
    return render(
        request,
        "deltaker/innsyn.html",
        {"rader": hvem_har_sett(aktor, sak), "hendelser": tidslinje(sak, for_deltaker=True)[:100]},
    )
