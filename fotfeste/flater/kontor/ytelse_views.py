"""Other benefits beside the stønad: registered as the letter says, with what it does to the money seen first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from fotfeste.fag.sak.models import Sak
from fotfeste.fag.sak.selectors import sak_hent
from fotfeste.fag.utbetaling import ytelser as tjeneste
from fotfeste.fag.utbetaling.models import AnnenYtelse
from fotfeste.flater.felles.filer import som_nedlasting
from fotfeste.flater.felles.skjema import Skjema
from fotfeste.flater.felles.visning import aktor_av, kontorside, utfor
from fotfeste.flater.kontor import ytelse_forms as skjemaer
from fotfeste.flater.kontor.barn_forms import Fjernskjema
from fotfeste.flater.kontor.virkning import er_prove, lagre, prov
from fotfeste.grunnmur.tilgang import Handling, vurder


@kontorside
@require_http_methods(["GET", "POST"])
def ytelser(request: HttpRequest, sak_id: UUID) -> HttpResponse:
    """What is registered, what reduces the stønad and what does not, and the form for a new one."""
    aktor = aktor_av(request)
    handling = Handling.STONAD_LES if request.method == "GET" else Handling.YTELSE_SKRIV
    sak = sak_hent(aktor, sak_id, handling)
    skjema = skjemaer.Ytelsesskjema(request.POST or None, request.FILES or None)

    def gjor(verdier: dict[str, Any]) -> object:
        return tjeneste.ytelse_registrer(aktor, sak=sak, **verdier)

    return _vis(
        request,
        sak,
        skjema,
        gjor,
        "kontor/ytelse/ytelser.html",
        ytelser=tjeneste.ytelser_i(sak),
        kan_skrive=vurder(aktor, Handling.YTELSE_SKRIV, sak).tillatt,
    )


def _vis(
    request: HttpRequest,
    sak: Sak,
    skjema: Skjema,
    kommando: Callable[[dict[str, Any]], object],
    mal: str,
    **mer: Any,
) -> HttpResponse:
    """Show the form; try it when that is asked; else carry it out once and go back to the benefits."""
    virkning = None
    tilbake = reverse("kontor:ytelser", args=[sak.pk])

    def utfor_kommando(verdier: dict[str, Any]) -> str:
        lagre(request, sak, lambda: kommando(verdier))
        return tilbake

    if er_prove(request):
        virkning = prov(skjema, sak, lambda verdier: kommando(_uten_papir(verdier)))
    elif request.method == "POST":
        svar = utfor(request, skjema, utfor_kommando, kvittering=_("Lagret."))
        if svar:
            return svar
    omregning = _omregning(skjema) if virkning else None
    sammenheng = {"sak": sak, "skjema": skjema, "virkning": virkning, "omregning": omregning, "tilbake": tilbake}
    return render(request, mal, {**sammenheng, **mer})


def _uten_papir(verdier: dict[str, Any]) -> dict[str, Any]:
    brevet = verdier.get("brevet")
    return {**verdier, "brevet": replace(brevet, papir=None)} if brevet else verdier


def _omregning(skjema: Skjema) -> Any:
    brevet = skjema.faglig().get("brevet")
    return brevet.omregning if brevet else None


@kontorside
@require_http_methods(["GET", "POST"])
def ytelse(request: HttpRequest, ytelse_id: UUID) -> HttpResponse:
    """Correct the days or the amount."""
    rad = tjeneste.ytelse_hent(aktor_av(request), ytelse_id)
    skjema = skjemaer.Rettskjema(
        request.POST or None, request.FILES or None, initial=skjemaer.fra_ytelse(rad), versjon=rad.versjon
    )

    def gjor(verdier: dict[str, Any]) -> object:
        return tjeneste.ytelse_rett(aktor_av(request), ytelse=rad, versjon=skjema.cleaned_data["versjon"], **verdier)

    tittel = _("Rett %(ytelse)s") % {"ytelse": rad.get_type_display().lower()}
    return _vis(request, rad.sak, skjema, gjor, "kontor/ytelse/skjema.html", ytelse=rad, tittel=tittel, er_rett=True)


@kontorside
@require_http_methods(["GET", "POST"])
def ytelse_slutt(request: HttpRequest, ytelse_id: UUID) -> HttpResponse:
    """The right ends."""
    rad = tjeneste.ytelse_hent(aktor_av(request), ytelse_id)
    skjema = skjemaer.Sluttskjema(request.POST or None, initial={"til": rad.til}, versjon=rad.versjon)

    def gjor(verdier: dict[str, Any]) -> object:
        return tjeneste.ytelse_avslutt(aktor_av(request), ytelse=rad, versjon=skjema.cleaned_data["versjon"], **verdier)

    tittel = _("Når slutter %(ytelse)s?") % {"ytelse": rad.get_type_display().lower()}
    return _vis(request, rad.sak, skjema, gjor, "kontor/ytelse/skjema.html", ytelse=rad, tittel=tittel)


@kontorside
@require_http_methods(["GET", "POST"])
def ytelse_fjern(request: HttpRequest, ytelse_id: UUID) -> HttpResponse:
    """Take away one that never was."""
    rad = tjeneste.ytelse_hent(aktor_av(request), ytelse_id)
    skjema = Fjernskjema(request.POST or None)

    def gjor(verdier: dict[str, Any]) -> None:
        tjeneste.ytelse_fjern(aktor_av(request), ytelse=rad, **verdier)

    tittel = _("Ta bort %(ytelse)s") % {"ytelse": rad.get_type_display().lower()}
    return _vis(request, rad.sak, skjema, gjor, "kontor/ytelse/skjema.html", ytelse=rad, tittel=tittel)


@kontorside
@require_GET
def ytelse_papir(request: HttpRequest, ytelse_id: UUID) -> HttpResponse:
    """The letter behind a benefit."""
    return som_nedlasting(_brevet(tjeneste.ytelse_hent(aktor_av(request), ytelse_id)))


def _brevet(rad: AnnenYtelse) -> Any:
    grunnlag = getattr(rad, "grunnlag", None)
    if grunnlag is None or grunnlag.dokument is None:
        raise Http404
    return grunnlag.dokument
