"""The participant's money: kroner on a date first, then how it was reckoned."""

from __future__ import annotations

from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from fotfeste.fag.krav.selectors import har_egne_krav
from fotfeste.fag.oversikt.egne import egne_utbetalinger, sak_i_maned
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.sak.selectors import egne_saker
from fotfeste.fag.utbetaling import selectors, services
from fotfeste.fag.utbetaling.models import Beregning
from fotfeste.flater.felles.manedsbrev import brev_om_maneden
from fotfeste.flater.felles.tilgode import med_ord
from fotfeste.flater.felles.visning import aktor_av, deltakerside, flere_sprak, maned_av
from fotfeste.grunnmur import klokke
from fotfeste.regelverk.parametre import UkjentParameter


@flere_sprak
@deltakerside
@require_GET
def penger(request: HttpRequest) -> HttpResponse:
    """What has been paid and what comes next."""
    saker = egne_saker(aktor_av(request))
    if not saker:
        raise Http404
    kontekst = {"utbetalinger": egne_utbetalinger(saker), "har_krav": har_egne_krav(aktor_av(request))}
    return render(request, "deltaker/penger/oversikt.html", kontekst)


@flere_sprak
@deltakerside
@require_GET
def maned(request: HttpRequest, aar: int, mnd: int) -> HttpResponse:
    """One month, row by row, the same rows the office sees, and what has become of it since."""
    sak, forste = _egen_maned(request, aar, mnd)
    endelig = selectors.beregning_hent(sak, forste)
    beregning = endelig or _forelopig(sak, forste)
    til_andre = selectors.til_andre(sak, beregning)
    return render(
        request,
        "deltaker/penger/maned.html",
        {
            "sak": sak,
            "maned": forste,
            "beregning": beregning,
            "til_andre": til_andre,
            "er_endelig": endelig is not None,
            "ingenting": beregning is not None and beregning.netto + til_andre == 0,
            "full_sats_fra": selectors.full_sats_fra(sak, forste),
            "differanser": med_ord(
                [rad for rad in selectors.differanser(sak, forste) if rad.belop], til_deltakeren=True
            ),
            "betaling": selectors.manedsutbetaling(sak, forste),
        },
    )


@deltakerside
@require_GET
def maned_brev(request: HttpRequest, aar: int, mnd: int) -> HttpResponse:
    """The month as a letter to keep."""
    return brev_om_maneden(*_egen_maned(request, aar, mnd))


def _egen_maned(request: HttpRequest, aar: int, mnd: int) -> tuple[Sak, date]:
    """The one of one's own cases the month is about, and its first day. 404 without either."""
    forste = maned_av(aar, mnd)
    sak = sak_i_maned(egne_saker(aktor_av(request)), forste, request.GET.get("sak", ""))
    if sak is None:
        raise Http404
    return sak, forste


def _forelopig(sak: Sak, maned: date) -> Beregning | None:
    """The month as it would be now; None for one the rates are not known for."""
    if maned > klokke.i_dag():
        return None
    try:
        return services.beregning_forhandsvis(sak, maned=maned)
    except UkjentParameter:
        return None
