"""The participant's letters, read as they were sent."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from fotfeste.fag.brev.apning import brev_apne
from fotfeste.fag.brev.html import som_html
from fotfeste.fag.brev.lagring import fra_json
from fotfeste.fag.brev.models import Brev
from fotfeste.fag.brev.selectors import brev_hent, egne_brev
from fotfeste.fag.klage.selectors import klagbar_i_brevet
from fotfeste.fag.vedtak.selectors import vedtak_for_brev
from fotfeste.fag.vedtak.services import brev_lest
from fotfeste.flater.felles.filer import som_nedlasting
from fotfeste.flater.felles.visning import aktor_av, deltakerside
from fotfeste.grunnmur.feil import IkkeTilgang


@deltakerside
@require_GET
def brev_liste(request: HttpRequest) -> HttpResponse:
    """All letters, newest first; unread ones say so."""
    return render(request, "deltaker/brev/liste.html", {"brevene": egne_brev(aktor_av(request))})


@deltakerside
@require_GET
def brev_les(request: HttpRequest, brev_id: UUID) -> HttpResponse:
    """One letter as a page. Reading it is what tells the office that it was opened."""
    brevet = _apnet(request, brev_id)
    return render(
        request,
        "deltaker/brev/brev.html",
        {
            "brevet": brevet,
            "innhold": som_html(fra_json(brevet.innhold), niva=1),
            "kan_klages_pa": klagbar_i_brevet(brevet),
        },
    )


@deltakerside
@require_GET
def brev_pdf(request: HttpRequest, brev_id: UUID) -> HttpResponse:
    """The letter as it was archived, byte for byte."""
    return som_nedlasting(_apnet(request, brev_id).dokument)


def _apnet(request: HttpRequest, brev_id: UUID) -> Brev:
    aktor = aktor_av(request)
    brevet = brev_hent(aktor, brev_id)
    if brevet.sak.person.bruker_id != aktor.bruker_id:
        raise IkkeTilgang("brevet er ikke deltakerens eget")
    brev_apne(aktor, brev=brevet)
    if vedtak := vedtak_for_brev(brevet):
        brev_lest(aktor, vedtak=vedtak)
    return brevet
