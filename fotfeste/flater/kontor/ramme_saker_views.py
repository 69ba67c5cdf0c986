"""The list of cases, and the same as a file."""

from __future__ import annotations

import csv

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from fotfeste.fag.oversikt.models import Liste
from fotfeste.fag.oversikt.sakliste import kontakter_i_listen, kontorer_i_listen, sakliste, sakliste_csv
from fotfeste.flater.felles.visning import aktor_av, kontorside
from fotfeste.flater.kontor.ramme_dag_views import sporring_av, standardvisning, visningene, visningsskjema
from fotfeste.flater.kontor.ramme_forms import Saksfilter
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.regneark import ufarlig
from fotfeste.grunnmur.tilgang import HANDLINGER, Aktor, Handling


def _filter(request: HttpRequest, aktor: Aktor) -> Saksfilter:
    kontakter = kontakter_i_listen(aktor).order_by("navn")
    return Saksfilter(request.GET or None, kontorer=kontorer_i_listen(aktor), kontakter=kontakter)


@kontorside
@require_GET
def saker(request: HttpRequest) -> HttpResponse:
    """The cases, with what each waits for."""
    aktor = aktor_av(request)
    visninger = visningene(request, Liste.SAKER)
    videre = standardvisning(request, visninger)
    if videre:
        return videre
    filter_ = _filter(request, aktor)
    sporring = sporring_av(request)
    return render(
        request,
        "kontor/ramme/saker.html",
        {
            "filter": filter_,
            "liste": sakliste(aktor, **filter_.valg(), side=request.GET.get("side", 1)),
            "sporring": sporring,
            "visninger": visninger,
            "visningsskjema": visningsskjema(aktor, sporring),
            "kan_hente": bool(aktor.roller & HANDLINGER[Handling.PORTEFOLJE_LES]),
            "kan_fordele": bool(aktor.roller & HANDLINGER[Handling.SAK_FORDEL]),
        },
    )


@kontorside
@require_GET
def saker_csv(request: HttpRequest) -> HttpResponse:
    """The list as a file for a spreadsheet: no fødselsnummer, and in the log."""
    aktor = aktor_av(request)
    rader = sakliste_csv(aktor, **_filter(request, aktor).valg())
    svar = HttpResponse(
        "\N{ZERO WIDTH NO-BREAK SPACE}",
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="saker-{klokke.i_dag():%Y-%m-%d}.csv"'},
    )
    skriver = csv.writer(svar, delimiter=";", lineterminator="\r\n")
    for rad in rader:
        skriver.writerow([ufarlig(celle) for celle in rad])
    return svar
