"""The participant's part of the mapping: own answers, yes or no to asking others, and the assessment to read."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from fotfeste.fag.kartlegging import services
from fotfeste.fag.kartlegging import sporsmal as sporsmalene
from fotfeste.fag.kartlegging.models import Arbeidsevnevurdering
from fotfeste.fag.kartlegging.punkter import PUNKTER
from fotfeste.fag.kartlegging.selectors import (
    EgenKartlegging,
    egen_kartlegging,
    egen_merknader,
    eget_utkast,
    egne_svar,
    innhenting_hent,
    vurdering_lest,
)
from fotfeste.fag.kartlegging.utsending import utgaende
from fotfeste.flater.deltaker.eget_syn_forms import EgetSynSkjema, Sporsmalskjema, StemmerIkke
from fotfeste.flater.felles.skjema import Skjema
from fotfeste.flater.felles.visning import aktor_av, deltakerside, utfor
from fotfeste.grunnmur.tilgang import Handling


@deltakerside
@require_GET
def eget_syn(request: HttpRequest) -> HttpResponse:
    """What I can tell, whom the office wants to ask, and the assessment they have made."""
    return render(request, "deltaker/eget_syn/eget_syn.html", {"side": egen_kartlegging(aktor_av(request))})


@deltakerside
@require_http_methods(["GET", "POST"])
def sporsmal(request: HttpRequest, kode: str) -> HttpResponse:
    """One question. What is answered is kept, and the next one comes; it can be left and taken up."""
    aktor = aktor_av(request)
    if kode not in sporsmalene.ETTER_KODE:
        raise Http404
    vurdering = eget_utkast(aktor)
    if vurdering is None:
        return redirect("deltaker:eget_syn")
    ett = sporsmalene.ETTER_KODE[kode]
    skjema = Sporsmalskjema(request.POST or None, sporsmal=ett, svar=egne_svar(vurdering).get(kode))
    if request.method == "POST":
        svar = utfor(request, skjema, lambda verdier: _svar(request, vurdering, kode, skjema, verdier))
        if svar:
            return svar
    return render(
        request,
        "deltaker/eget_syn/sporsmal.html",
        {
            "skjema": skjema,
            "sporsmal": ett,
            "nummer": sporsmalene.SPORSMAL.index(ett) + 1,
            "antall": len(sporsmalene.SPORSMAL),
            "forrige": sporsmalene.forrige(kode),
        },
    )


def _svar(
    request: HttpRequest, vurdering: Arbeidsevnevurdering, kode: str, skjema: Sporsmalskjema, verdier: dict[str, Any]
) -> str:
    aktor = aktor_av(request)
    services.egenvurdering_svar(aktor, vurdering=vurdering, sporsmal=kode, svar=skjema.svaret(verdier))
    if "senere" in request.POST:
        messages.success(request, _("Vi har tatt vare på svarene dine. Du kan fortsette når du vil."))
        return reverse("deltaker:eget_syn")
    neste = sporsmalene.neste(kode)
    return reverse("deltaker:eget_syn_sporsmal", args=[neste.kode]) if neste else reverse("deltaker:eget_syn_se")


@deltakerside
@require_http_methods(["GET", "POST"])
def oppsummering(request: HttpRequest) -> HttpResponse:
    """All my answers, to check and send."""
    aktor = aktor_av(request)
    side = egen_kartlegging(aktor)
    if side.utkast is None:
        return redirect("deltaker:eget_syn")
    utkast = side.utkast
    skjema = Skjema(request.POST or None)
    if request.method == "POST":

        def gjor(_verdier: dict[str, Any]) -> str:
            services.egenvurdering_send(aktor, vurdering=utkast)
            return reverse("deltaker:eget_syn")

        svar = utfor(request, skjema, gjor, kvittering=_("Takk. Veilederen din ser det du har skrevet."))
        if svar:
            return svar
    return render(request, "deltaker/eget_syn/se.html", {"skjema": skjema, "side": side, "grupper": _grupper(side)})


def _grupper(side: EgenKartlegging) -> list[tuple[str, list[dict[str, Any]]]]:
    """The questions by theme with what I have answered."""
    ut: dict[str, list[dict[str, Any]]] = {}
    for ett in sporsmalene.SPORSMAL:
        svar = side.svar.get(ett.kode)
        ord_ = [*ett.valg_i_ord(svar.valg), svar.tekst] if svar else []
        ut.setdefault(str(ett.tema.label), []).append(
            {"sporsmal": ett, "ord": [del_ for del_ in ord_ if del_], "snakk_om": bool(svar and svar.snakk_om)}
        )
    return list(ut.items())


@deltakerside
@require_http_methods(["GET", "POST"])
def kort(request: HttpRequest) -> HttpResponse:
    """Five open questions on one page, for those who would rather write."""
    aktor = aktor_av(request)
    vurdering = eget_utkast(aktor)
    if vurdering is None:
        return redirect("deltaker:eget_syn")
    skjema = EgetSynSkjema(request.POST or None, vurdering=vurdering)
    if request.method == "POST":

        def gjor(verdier: dict[str, Any]) -> str:
            services.aev_lever_eget_syn(aktor, vurdering=vurdering, **verdier)
            return reverse("deltaker:eget_syn_kort")

        svar = utfor(request, skjema, gjor, kvittering=_("Takk. Veilederen din ser det du har skrevet."))
        if svar:
            return svar
    return render(request, "deltaker/eget_syn/kort.html", {"skjema": skjema, "vurdering": vurdering})


@deltakerside
@require_GET
def vurderingen(request: HttpRequest) -> HttpResponse:
    """The assessment the office has made, in plain words, and what I have said of it."""
    side = egen_kartlegging(aktor_av(request))
    if side.fullfort is None:
        return redirect("deltaker:eget_syn")
    vurdering_lest(aktor_av(request), side.fullfort)
    merknader = egen_merknader(side.fullfort)
    ut = utgaende(side.fullfort)
    rader = [{"ut": ett, "merknader": merknader.get(ett.punkt.bokstav, [])} for ett in ut.punkter]
    return render(
        request,
        "deltaker/eget_syn/vurdering.html",
        {"vurdering": side.fullfort, "ut": ut, "rader": rader, "side": side},
    )


@deltakerside
@require_http_methods(["GET", "POST"])
def stemmer_ikke(request: HttpRequest, bokstav: str) -> HttpResponse:
    """Say that a point is not right."""
    aktor = aktor_av(request)
    punkt = next((ett for ett in PUNKTER if ett.bokstav == bokstav), None)
    vurdering = egen_kartlegging(aktor).fullfort
    if punkt is None or vurdering is None:
        raise Http404
    skjema = StemmerIkke(request.POST or None)
    if request.method == "POST":

        def gjor(verdier: dict[str, Any]) -> str:
            services.aev_si_imot(aktor, vurdering=vurdering, punkt=bokstav, **verdier)
            return f"{reverse('deltaker:eget_syn_vurdering')}#punkt-{bokstav}"

        svar = utfor(request, skjema, gjor, kvittering=_("Takk. Veilederen din svarer deg her."))
        if svar:
            return svar
    return render(
        request,
        "deltaker/eget_syn/stemmer_ikke.html",
        {"skjema": skjema, "punkt": punkt, "tekst": getattr(vurdering, punkt.felt)},
    )


_KVITTERING = {
    "samtykk": gettext_lazy("Takk. Vi spør dem."),
    "avsla": gettext_lazy("Det er greit. Vi spør dem ikke."),
    "trekk": gettext_lazy("Du har trukket det tilbake. Vi bruker ikke svaret videre."),
}


@deltakerside
@require_POST
def innhenting(request: HttpRequest, innhenting_id: UUID, kommando: str) -> HttpResponse:
    """Say yes or no to asking others, or take a yes back."""
    aktor = aktor_av(request)
    if kommando not in _KVITTERING:
        raise Http404
    rad = innhenting_hent(aktor, innhenting_id, Handling.AEV_EGET_SYN)
    skjema = Skjema(request.POST)

    def gjor(_verdier: dict[str, Any]) -> str:
        getattr(services, f"innhenting_{kommando}")(aktor, innhenting=rad)
        return reverse("deltaker:eget_syn")

    svar = utfor(request, skjema, gjor, kvittering=str(_KVITTERING[kommando]))
    if svar:
        return svar
    for meldinger in skjema.errors.values():
        for melding in meldinger:
            messages.error(request, str(melding))
    return redirect("deltaker:eget_syn")
