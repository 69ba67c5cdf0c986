"""The participant's first page, and who has seen the case."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from fotfeste.fag.oversikt.deltaker import forside as lag_forside
from fotfeste.fag.oversikt.innsyn import hvem_har_sett
from fotfeste.fag.sak.overlevering import bytte_for, overlevering_syn
from fotfeste.fag.sak.selectors import egen_sak, egen_tidslinje, egne_saker
from fotfeste.flater.deltaker.ramme_forms import Kontaktbytteskjema
from fotfeste.flater.felles.visning import aktor_av, deltakerside, utfor


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


@deltakerside
@require_http_methods(["GET", "POST"])
def ny_kontakt(request: HttpRequest) -> HttpResponse:
    """My contact is another one: who it is, and what I want them to know."""
    aktor = aktor_av(request)
    sak = egen_sak(aktor)
    bytte = bytte_for(sak) if sak else None
    if bytte is None:
        return redirect("deltaker:forside")
    skjema = Kontaktbytteskjema(request.POST or None)

    def svar_pa(verdier: dict[str, str]) -> str:
        overlevering_syn(aktor, bytte, syn=verdier["syn"])
        return reverse("deltaker:forside")

    if request.method == "POST":
        svar = utfor(
            request, skjema, svar_pa, kvittering=_("Takk. %(navn)s kan lese det du skrev.") % {"navn": bytte.til.navn}
        )
        if svar:
            return svar
    return render(request, "deltaker/ny_kontakt.html", {"bytte": bytte, "skjema": skjema})
