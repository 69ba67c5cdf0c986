"""All of my own case: what stands in it, to read and to take along."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from fotfeste.fag.mappe.pengene import pengene_i
from fotfeste.fag.mappe.selectors import mappe_linje_for, typet_mappe_for
from fotfeste.fag.oversikt.egne import saksnummer_i_adresse
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.sak.selectors import egne_saker
from fotfeste.flater.felles.mappe_pengene import avsnitt_om_pengene
from fotfeste.flater.felles.mappe_visning import avsnitt_i
from fotfeste.flater.felles.mappefil import som_mappefil
from fotfeste.flater.felles.visning import aktor_av, deltakerside


@deltakerside
@require_GET
def hele_saken(request: HttpRequest) -> HttpResponse:
    """The case file in words: what there is, folded section by section, and what there is not yet."""
    saker, sak = _valgt(request)
    aktor = aktor_av(request)
    avsnitt = [*avsnitt_i(typet_mappe_for(aktor, sak)), *avsnitt_om_pengene(pengene_i(aktor, sak))]
    return render(
        request,
        "deltaker/mappe/hele_saken.html",
        {
            "sak": sak,
            "sporring": _sporring(saker, sak),
            "andre": [(en, _sporring(saker, en)) for en in saker if en != sak],
            "avsnitt": [ett for ett in avsnitt if ett.verdier],
            "tomme": [ett.tittel for ett in avsnitt if not ett.verdier],
        },
    )


@deltakerside
@require_GET
def hele_saken_fil(request: HttpRequest) -> HttpResponse:
    """The same as a file another office or system can read."""
    _saker, sak = _valgt(request)
    return som_mappefil(sak, mappe_linje_for(aktor_av(request), sak))


def _valgt(request: HttpRequest) -> tuple[list[Sak], Sak]:
    """One's own cases, newest first, and the one named in the address, else the newest."""
    saker = egne_saker(aktor_av(request))
    nummer = request.GET.get("sak", "")
    sak = next((en for en in saker if nummer in {"", en.saksnummer}), None)
    if sak is None:
        raise Http404
    return saker, sak


def _sporring(saker: list[Sak], sak: Sak) -> str:
    nummer = saksnummer_i_adresse(saker, sak)
    return f"?sak={nummer}" if nummer else ""
