"""The work-ability assessment at the office: five points, the participant's own words beside each."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.forms import BoundField
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from fotfeste.fag.kartlegging import services
from fotfeste.fag.kartlegging.enums import Funnslag
from fotfeste.fag.kartlegging.gjenbruk import Bit, ordforskjell
from fotfeste.fag.kartlegging.models import Arbeidsevnevurdering
from fotfeste.fag.kartlegging.overganger import AEV
from fotfeste.fag.kartlegging.punkter import PUNKT_FOR, PUNKTER, PUNKTFELTER
from fotfeste.fag.kartlegging.selectors import AevSide, aev_side
from fotfeste.flater.felles.ett_trykk import ett_trykk
from fotfeste.flater.felles.visning import aktor_av, kontorside, utfor
from fotfeste.flater.kontor.aev_forms import AevSkjema, Kildeskjema
from fotfeste.flater.kontor.ulagret import ulagret
from fotfeste.grunnmur.feil import IkkeTilgang
from fotfeste.grunnmur.tilgang import Aktor, Handling, vurder


@kontorside
@require_http_methods(["GET", "POST"])
def aev(request: HttpRequest, sak_id: UUID) -> HttpResponse:
    """The draft to write in, or the newest completed version to read."""
    aktor = aktor_av(request)
    side = aev_side(aktor, sak_id)
    if side.vist is None or (request.method == "GET" and "lagre" not in _kommandoer(aktor, side.vist)):
        return _vis(request, side)
    vurdering = side.vist
    skjema = AevSkjema(request.POST or None, vurdering=vurdering)
    if request.method == "POST":
        fullfor = request.POST.get("gjor") == "fullfor"
        kvittering = _("Vurderingen er fullført og står fast.") if fullfor else _("Lagret.")
        svar = utfor(request, skjema, _lagring(request, side, skjema, fullfor=fullfor), kvittering=kvittering)
        if svar:
            return svar
    return _vis(request, side, skjema=skjema)


def _lagring(
    request: HttpRequest, side: AevSide, skjema: AevSkjema, *, fullfor: bool
) -> Callable[[dict[str, Any]], str]:
    """Save what is written, and then what the pressed button says: take a finding in, confirm old text, complete."""
    aktor, vurdering = aktor_av(request), _vist(side)
    adresse = reverse("kontor:aev", args=[vurdering.sak_id])

    def gjor(verdier: dict[str, Any]) -> str:
        lagret = services.aev_lagre(aktor, vurdering=vurdering, versjon=skjema.cleaned_data["versjon"], **verdier)
        if fullfor:
            services.aev_fullfor(aktor, vurdering=lagret)
        if funn := next((ett for ett in side.funn if str(ett.pk) == request.POST.get("ta_inn")), None):
            services.aev_ta_inn(aktor, vurdering=lagret, funn=funn)
            return f"{adresse}#punkt-{PUNKT_FOR[Funnslag(funn.slag)].bokstav}"
        if (felt := request.POST.get("bekreft", "")) in PUNKTFELTER:
            services.aev_bekreft(aktor, vurdering=lagret, felt=felt)
            return f"{adresse}#{felt.replace('_', '-')}"
        return adresse

    return gjor


@kontorside
@require_GET
def aev_versjon(request: HttpRequest, sak_id: UUID, nummer: int) -> HttpResponse:
    """One earlier version, to read."""
    side = aev_side(aktor_av(request), sak_id, nummer=nummer)
    _vist(side)
    return _vis(request, side)


@kontorside
@require_POST
def aev_start(request: HttpRequest, sak_id: UUID) -> HttpResponse:
    """Begin a version; double clicks lead to the one that was begun."""
    aktor = aktor_av(request)
    side = aev_side(aktor, sak_id)
    return ett_trykk(request, lambda: services.aev_start(aktor, sak=side.sak), til=reverse("kontor:aev", args=[sak_id]))


@kontorside
@require_POST
def aev_forkast(request: HttpRequest, sak_id: UUID) -> HttpResponse:
    """Put the draft away."""
    aktor = aktor_av(request)
    vurdering = _vist(aev_side(aktor, sak_id))
    return ett_trykk(
        request,
        lambda: services.aev_forkast(aktor, vurdering=vurdering),
        til=reverse("kontor:aev", args=[sak_id]),
        kvittering=_("Utkastet er lagt bort."),
    )


@kontorside
@require_POST
def aev_kilde(request: HttpRequest, sak_id: UUID) -> HttpResponse:
    """Add a source to the draft."""
    aktor = aktor_av(request)
    side = aev_side(aktor, sak_id)
    vurdering = _vist(side)
    skjema = Kildeskjema(request.POST)

    def gjor(verdier: dict[str, Any]) -> str:
        services.kilde_legg_til(aktor, vurdering=vurdering, **verdier)
        return f"{reverse('kontor:aev', args=[sak_id])}#kilder"

    svar = utfor(request, skjema, gjor, kvittering=_("Kilden er lagt til."))
    return svar or _vis(request, side, skjema=AevSkjema(vurdering=vurdering), kildeskjema=skjema)


@kontorside
@require_POST
def aev_kilde_fjern(request: HttpRequest, sak_id: UUID, kilde_id: UUID) -> HttpResponse:
    """Take a source out of the draft."""
    aktor = aktor_av(request)
    kilde = next((kilde for kilde in aev_side(aktor, sak_id).kilder if kilde.pk == kilde_id), None)
    if kilde is None:
        raise IkkeTilgang("kilden finnes ikke i vurderingen")
    return ett_trykk(
        request,
        lambda: services.kilde_fjern(aktor, kilde=kilde),
        til=f"{reverse('kontor:aev', args=[sak_id])}#kilder",
        kvittering=_("Kilden er tatt bort."),
    )


def _vist(side: AevSide) -> Arbeidsevnevurdering:
    """The version the page is about; without one there is no such page."""
    if side.vist is None:
        raise IkkeTilgang("vurderingen finnes ikke i saken")
    return side.vist


def _vis(
    request: HttpRequest, side: AevSide, *, skjema: AevSkjema | None = None, kildeskjema: Kildeskjema | None = None
) -> HttpResponse:
    kommandoer = _kommandoer(aktor_av(request), side.vist) if side.vist else frozenset()
    return render(
        request,
        "kontor/aev/aev.html",
        {
            "sak": side.sak,
            "side": side,
            "vist": side.vist,
            "skjema": skjema,
            "ulagret": ulagret(skjema),
            "kildeskjema": kildeskjema or Kildeskjema(),
            "punkter": _punkter(side, skjema),
            "forrige": side.forrige,
            "kan_skrive": skjema is not None and "lagre" in kommandoer,
            "kan_sende": "send_brev" in kommandoer and not side.utsending,
            "kan_svare": vurder(aktor_av(request), Handling.AEV_SKRIV, side.sak).tillatt,
            "kan_starte": not side.har_utkast and vurder(aktor_av(request), Handling.AEV_SKRIV, side.sak).tillatt,
        },
    )


def _kommandoer(aktor: Aktor, vurdering: Arbeidsevnevurdering) -> frozenset[str]:
    return frozenset(overgang.kommando for overgang in AEV.mulige(aktor, vurdering))


def _punkter(side: AevSide, skjema: AevSkjema | None) -> list[dict[str, Any]]:
    """Each point with its field, both voices, what has been learned for it, and what is new since last time."""
    vurdering, forrige = side.vist, side.forrige
    if vurdering is None:
        return []

    def felt(navn: str) -> BoundField | None:
        return skjema[navn] if skjema else None

    return [
        {
            "punkt": punkt,
            "felt": felt(punkt.felt),
            "tekst": getattr(vurdering, punkt.felt),
            "deltaker": getattr(vurdering, punkt.deltakerfelt),
            "gjenbrukt": punkt.felt in vurdering.gjenbrukt,
            "bekreftes": side.bekreftes.get(punkt.felt),
            "funn": [ett for ett in side.funn if ett.slag == punkt.slag],
            "notater": [ett for ett in side.notater if ett.punkt == punkt.bokstav],
            "merknader": [ett for ett in side.merknader if ett.punkt == punkt.bokstav],
            "endringer": _endringer(vurdering, forrige, punkt.felt) if skjema is None else [],
        }
        for punkt in PUNKTER
    ]


def _endringer(vurdering: Arbeidsevnevurdering, forrige: Arbeidsevnevurdering | None, felt: str) -> list[Bit]:
    """What is new and gone in a point since the version before; empty when nothing is."""
    if forrige is None or getattr(forrige, felt) == getattr(vurdering, felt):
        return []
    return ordforskjell(getattr(forrige, felt), getattr(vurdering, felt))
