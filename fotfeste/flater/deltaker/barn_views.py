"""The participant's family and other money: what is registered, what it does, and a way to tell what has changed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from fotfeste.fag.endring import selectors, services
from fotfeste.fag.endring.enums import OM_BARN, OM_ET_BARN, Meldingsslag
from fotfeste.fag.endring.models import Endringsmelding
from fotfeste.fag.person.barnetillegg import barnetillegg_forklart
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.sak.selectors import egen_sak
from fotfeste.fag.utbetaling.ytelser import ytelser_i
from fotfeste.flater.deltaker.barn_forms import SKJEMAER, Pengeskjema
from fotfeste.flater.felles.ett_trykk import ett_trykk
from fotfeste.flater.felles.filer import som_nedlasting
from fotfeste.flater.felles.skjema import Skjema
from fotfeste.flater.felles.visning import aktor_av, deltakerside, utfor
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.tilgang import Handling


def _sak(request: HttpRequest) -> Sak:
    sak = egen_sak(aktor_av(request))
    if sak is None:
        raise Http404
    return sak


@deltakerside
@require_GET
def barn_familie(request: HttpRequest) -> HttpResponse:
    """The children, whether each gives barnetillegg this month and why, and what one can tell."""
    sak = _sak(request)
    maned = klokke.i_dag().replace(day=1)
    barna = barnetillegg_forklart(sak, maned)
    slag = [s for s in OM_BARN if barna or s not in OM_ET_BARN]
    return render(
        request,
        "deltaker/barn/familie.html",
        {"maned": maned, "barna": barna, "slag": slag, "meldinger": selectors.egne_meldinger(sak, OM_BARN)},
    )


@deltakerside
@require_http_methods(["GET", "POST"])
def barn_meld(request: HttpRequest, slag: str) -> HttpResponse:
    """Tell of one thing about the family. Nothing changes until the office has read it."""
    sak = _sak(request)
    if slag not in OM_BARN:
        raise Http404
    klasse = SKJEMAER[Meldingsslag(slag)]
    skjema = klasse(request.POST or None, request.FILES or None, barn=selectors.barn_i_saken(sak))

    def send(verdier: dict[str, Any]) -> None:
        services.meldinger_send(aktor_av(request), sak=sak, slag=slag, **verdier)

    return _meld(request, skjema, send, "deltaker:barn_familie", Meldingsslag(slag))


@deltakerside
@require_GET
def andre_penger(request: HttpRequest) -> HttpResponse:
    """Other money that is registered, what it does to the stønad, and what does nothing."""
    sak = _sak(request)
    return render(
        request,
        "deltaker/barn/penger.html",
        {"ytelser": ytelser_i(sak), "meldinger": selectors.egne_meldinger(sak, [Meldingsslag.YTELSE])},
    )


@deltakerside
@require_http_methods(["GET", "POST"])
def penger_meld(request: HttpRequest) -> HttpResponse:
    """Tell of other money."""
    sak = _sak(request)
    skjema = Pengeskjema(request.POST or None, request.FILES or None)

    def send(verdier: dict[str, Any]) -> object:
        return services.melding_send(aktor_av(request), sak=sak, slag=Meldingsslag.YTELSE, **verdier)

    return _meld(request, skjema, send, "deltaker:andre_penger", Meldingsslag.YTELSE)


def _meld(
    request: HttpRequest,
    skjema: Skjema,
    send: Callable[[dict[str, Any]], object],
    tilbake: str,
    slag: Meldingsslag,
) -> HttpResponse:
    def gjor(verdier: dict[str, Any]) -> str:
        send(verdier)
        return reverse(tilbake)

    if request.method == "POST":
        svar = utfor(request, skjema, gjor, kvittering=_("Takk. Veilederen din leser det og legger det inn."))
        if svar:
            return svar
    return render(
        request,
        "deltaker/barn/meld.html",
        {"skjema": skjema, "tilbake": reverse(tilbake), "slag": slag, "er_reise": slag == Meldingsslag.BARN_UTLAND},
    )


@deltakerside
@require_POST
def melding_trekk(request: HttpRequest, melding_id: UUID) -> HttpResponse:
    """Take back what nobody has read."""
    aktor = aktor_av(request)
    melding = selectors.melding_hent(aktor, melding_id, Handling.ENDRING_EGEN)
    return ett_trykk(
        request,
        lambda: services.melding_trekk(aktor, melding=melding),
        til=reverse(_siden_til(melding)),
        kvittering=_("Meldingen er trukket tilbake."),
    )


def _siden_til(melding: Endringsmelding) -> str:
    return "deltaker:andre_penger" if melding.slag == Meldingsslag.YTELSE else "deltaker:barn_familie"


@deltakerside
@require_GET
def melding_papir(request: HttpRequest, melding_id: UUID) -> HttpResponse:
    """The paper I sent."""
    melding = selectors.melding_hent(aktor_av(request), melding_id, Handling.ENDRING_EGEN)
    if melding.dokument is None:
        raise Http404
    return som_nedlasting(melding.dokument)
