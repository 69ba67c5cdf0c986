"""The participant's money: kroner on a date first, then how it was reckoned."""

from __future__ import annotations

from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from fotfeste.fag.oversikt.egne import egne_utbetalinger, sak_i_maned
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.sak.selectors import egne_saker
from fotfeste.fag.utbetaling import selectors, services
from fotfeste.fag.utbetaling.models import Beregning
from fotfeste.flater.felles.visning import aktor_av, deltakerside, flere_sprak
from fotfeste.grunnmur import klokke
from fotfeste.regelverk.parametre import UkjentParameter


@deltakerside
@require_GET
def penger(request: HttpRequest) -> HttpResponse:
    """What has been paid and what comes next."""
    saker = egne_saker(aktor_av(request))
    if not saker:
        raise Http404
    return render(request, "deltaker/penger/oversikt.html", {"utbetalinger": egne_utbetalinger(saker)})


@flere_sprak
@deltakerside
@require_GET
def maned(request: HttpRequest, aar: int, mnd: int) -> HttpResponse:
    """One month, row by row, the same rows the office sees."""
    try:
        forste = date(aar, mnd, 1)
    except ValueError:
        raise Http404 from None
    sak = sak_i_maned(egne_saker(aktor_av(request)), forste, request.GET.get("sak", ""))
    if sak is None:
        raise Http404
    beregning = selectors.beregning_hent(sak, forste)
    return render(
        request,
        "deltaker/penger/maned.html",
        {
            "sak": sak,
            "maned": forste,
            "beregning": beregning or _forelopig(sak, forste),
            "er_endelig": beregning is not None,
            "full_sats_fra": selectors.full_sats_fra(sak, forste),
        },
    )


def _forelopig(sak: Sak, maned: date) -> Beregning | None:
    """The month as it would be now; None for one the rates are not known for."""
    if maned > klokke.i_dag():
        return None
    try:
        return services.beregning_forhandsvis(sak, maned=maned)
    except UkjentParameter:
        return None
