"""The papers of a sheet in the office: payslips, and what shows why somebody was away."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from fotfeste.fag.oppmote import selectors, services
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.sak.selectors import sak_hent
from fotfeste.flater.deltaker.timeliste_forms import Lonnsslippskjema, Papirskjema, filer_i
from fotfeste.flater.felles.ett_trykk import ett_trykk
from fotfeste.flater.felles.filer import som_nedlasting
from fotfeste.flater.felles.skjema import Skjema
from fotfeste.flater.felles.visning import aktor_av, kontorside, maned_av, utfor
from fotfeste.grunnmur.tilgang import Handling


def _adresse(sak: Sak, maned: date) -> str:
    return reverse("kontor:timeliste", args=[sak.pk, maned.year, maned.month])


def _side(
    request: HttpRequest, sak: Sak, maned: date, skjema: Skjema, overskrift: str, under: str = ""
) -> HttpResponse:
    return render(
        request,
        "kontor/timeliste/papir.html",
        {
            "sak": sak,
            "maned": maned,
            "skjema": skjema,
            "overskrift": overskrift,
            "under": under,
            "tilbake": _adresse(sak, maned),
        },
    )


@kontorside
def lonnsslipp_ny(request: HttpRequest, sak_id: UUID, aar: int, mnd: int) -> HttpResponse:
    """Add a payslip for the participant."""
    sak = sak_hent(aktor_av(request), sak_id, Handling.TIMELISTE_FYLL)
    liste = selectors.timeliste_for(sak, maned_av(aar, mnd))
    if liste is None:
        raise Http404
    skjema = Lonnsslippskjema(request.POST or None, request.FILES or None)

    def gjor(verdier: dict[str, Any]) -> str:
        for fil in filer_i(verdier["vedlegg"]):
            services.lonnsslipp_legg_til(aktor_av(request), timeliste=liste, fil=fil, kommentar=verdier["kommentar"])
        return _adresse(sak, liste.maned)

    if request.method == "POST":
        svar = utfor(request, skjema, gjor, kvittering=_("Lønnsslippen er lagt ved."))
        if svar:
            return svar
    return _side(request, sak, liste.maned, skjema, _("Legg ved lønnsslipp"))


@kontorside
@require_GET
def lonnsslipp(request: HttpRequest, slipp_id: UUID) -> HttpResponse:
    """A payslip as it was sent."""
    return som_nedlasting(selectors.lonnsslipp_hent(aktor_av(request), slipp_id).dokument)


@kontorside
@require_POST
def lonnsslipp_fjern(request: HttpRequest, slipp_id: UUID) -> HttpResponse:
    """Take away a payslip that was added by mistake."""
    slipp = selectors.lonnsslipp_hent(aktor_av(request), slipp_id)
    return ett_trykk(
        request,
        lambda: services.lonnsslipp_fjern(aktor_av(request), lonnsslipp=slipp),
        til=_adresse(slipp.sak, slipp.timeliste.maned),
        kvittering=_("Lønnsslippen er tatt bort."),
    )


@kontorside
def fravaer_papir_ny(request: HttpRequest, fravaer_id: UUID) -> HttpResponse:
    """Add a paper that shows why the participant was away."""
    rad = selectors.fravaer_hent(aktor_av(request), fravaer_id)
    sak = sak_hent(aktor_av(request), rad.sak_id, Handling.TIMELISTE_FYLL)
    skjema = Papirskjema(request.POST or None, request.FILES or None)

    def gjor(verdier: dict[str, Any]) -> str:
        for fil in filer_i(verdier["vedlegg"]):
            services.fravaer_dokumenter(aktor_av(request), fravaer=rad, fil=fil)
        return _adresse(sak, rad.timeliste.maned)

    if request.method == "POST":
        svar = utfor(request, skjema, gjor, kvittering=_("Papiret er lagt ved."))
        if svar:
            return svar
    return _side(
        request, sak, rad.timeliste.maned, skjema, _("Legg ved papir om fraværet"), str(rad.get_arsak_display())
    )


@kontorside
@require_GET
def fravaer_papir(request: HttpRequest, papir_id: UUID) -> HttpResponse:
    """A paper about an absence as it was sent."""
    return som_nedlasting(selectors.fravaer_papir(aktor_av(request), papir_id).dokument)


@kontorside
@require_POST
def fravaer_papir_fjern(request: HttpRequest, papir_id: UUID) -> HttpResponse:
    """Take away a paper that was added by mistake."""
    papir = selectors.fravaer_papir(aktor_av(request), papir_id)
    return ett_trykk(
        request,
        lambda: services.dokumentasjon_fjern(aktor_av(request), papir=papir),
        til=_adresse(papir.sak, papir.fravaer.timeliste.maned),
        kvittering=_("Papiret er tatt bort."),
    )
