"""The participant's meetings, what we agreed, and the evaluation of the programme."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from fotfeste.fag.oppfolging import selectors, services
from fotfeste.fag.oppfolging.enums import Avtalepart, Motestatus
from fotfeste.fag.oppfolging.evalueringsplan import evalueringsplan
from fotfeste.fag.oppfolging.models import Mote
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.sak.selectors import egen_sak
from fotfeste.flater.deltaker.mote_forms import Egenevaluering, Motevurdering, Onskeskjema, Svarskjema
from fotfeste.flater.felles.ett_trykk import ett_trykk
from fotfeste.flater.felles.skjema import Skjema
from fotfeste.flater.felles.visning import aktor_av, deltakerside, utfor
from fotfeste.grunnmur.tilgang import Handling

_EGEN = Handling.OPPFOLGING_EGEN


def _sak(request: HttpRequest) -> Sak:
    sak = egen_sak(aktor_av(request))
    if sak is None:
        raise Http404
    return sak


@deltakerside
def moter(request: HttpRequest) -> HttpResponse:
    """My meetings, what we agreed, and how to ask for a meeting."""
    sak = _sak(request)
    skjema = Onskeskjema(request.POST or None)
    if request.method == "POST":

        def onsk(verdier: dict[str, Any]) -> str:
            services.mote_onsk(aktor_av(request), sak=sak, **verdier)
            return reverse("deltaker:moter")

        takk = _("Takk. Vi sier alltid ja til et møte, og du får et brev med tiden.")
        if svar := utfor(request, skjema, onsk, kvittering=takk):
            return svar
    alle = selectors.egne_moter(sak)
    avtaler = selectors.avtaler_siden_sist(sak)
    return render(
        request,
        "deltaker/mote/moter.html",
        {
            "kommer": sorted((m for m in alle if m.status == Motestatus.AVTALT), key=lambda m: m.start or m.opprettet),
            "onsker": [m for m in alle if m.status == Motestatus.ONSKET],
            "holdte": [m for m in alle if m.status == Motestatus.HOLDT],
            "mine": [punkt for punkt in avtaler if punkt.hvem == Avtalepart.DELTAKER],
            "navs": [punkt for punkt in avtaler if punkt.hvem != Avtalepart.DELTAKER],
            "skjema": skjema,
        },
    )


@deltakerside
def mote(request: HttpRequest, mote_id: UUID) -> HttpResponse:
    """One meeting: answer the invitation before it, say how it was after it."""
    return _side(request, selectors.mote_hent(aktor_av(request), mote_id, _EGEN))


def _side(request: HttpRequest, ett: Mote, skjema: Skjema | None = None) -> HttpResponse:
    if skjema is None and ett.status == Motestatus.AVTALT:
        skjema = Svarskjema(
            versjon=ett.versjon, initial={"svar": ett.svar, "annen_tid": ett.annen_tid, "onske": ett.onske}
        )
    if skjema is None and ett.status == Motestatus.HOLDT:
        skjema = Motevurdering(initial={"fikk_sagt": ett.fikk_sagt, "vet_neste": ett.vet_neste})
    return render(
        request,
        "deltaker/mote/mote.html",
        {"mote": ett, "skjema": skjema, "avtaler": ett.avtalepunkter.all(), "andre": ett.deltakere.all()},
    )


@deltakerside
@require_POST
def mote_svar(request: HttpRequest, mote_id: UUID) -> HttpResponse:
    """Answer the invitation."""
    aktor = aktor_av(request)
    ett = selectors.mote_hent(aktor, mote_id, _EGEN)
    skjema = Svarskjema(request.POST)

    def send(verdier: dict[str, Any]) -> str:
        services.mote_svar(aktor, mote=ett, versjon=skjema.cleaned_data["versjon"], **verdier)
        return reverse("deltaker:moter")

    return utfor(request, skjema, send, kvittering=_("Takk. Veilederen din ser svaret ditt.")) or _side(
        request, ett, skjema
    )


@deltakerside
@require_POST
def mote_vurder(request: HttpRequest, mote_id: UUID) -> HttpResponse:
    """Say how the meeting was."""
    aktor = aktor_av(request)
    ett = selectors.mote_hent(aktor, mote_id, _EGEN)
    skjema = Motevurdering(request.POST)

    def send(verdier: dict[str, Any]) -> str:
        services.mote_vurder(aktor, mote=ett, **verdier)
        return reverse("deltaker:moter")

    return utfor(request, skjema, send, kvittering=_("Takk for svaret.")) or _side(request, ett, skjema)


@deltakerside
@require_POST
def mote_trekk(request: HttpRequest, mote_id: UUID) -> HttpResponse:
    """I no longer need the meeting I asked for."""
    aktor = aktor_av(request)
    ett = selectors.mote_hent(aktor, mote_id, _EGEN)
    return ett_trykk(
        request,
        lambda: services.mote_trekk(aktor, mote=ett),
        til=reverse("deltaker:moter"),
        kvittering=_("Det er greit. Be om et møte igjen når du vil."),
    )


@deltakerside
@require_POST
def avtale_kryss(request: HttpRequest, punkt_id: UUID) -> HttpResponse:
    """I have done what we agreed."""
    aktor = aktor_av(request)
    punkt = selectors.avtalepunkt_hent(aktor, punkt_id, _EGEN)
    return ett_trykk(
        request,
        lambda: services.avtalepunkt_kryss_av(aktor, punkt=punkt),
        til=reverse("deltaker:moter"),
        kvittering=_("Bra! Veilederen din ser at det er gjort."),
    )


@deltakerside
def evaluering(request: HttpRequest) -> HttpResponse:
    """Prepare the evaluation, and read what we came to before."""
    aktor, sak = aktor_av(request), _sak(request)
    apen = selectors.apen_evaluering(sak)
    felter = ("egen_trivsel", "egen_nytte", "egen_hjelp", "egen_endre")
    skjema = Egenevaluering(request.POST or None, initial={f: getattr(apen, f) for f in felter} if apen else None)
    if request.method == "POST":

        def send(verdier: dict[str, Any]) -> str:
            services.evaluering_forbered(aktor, sak=sak, evaluering=apen, **verdier)
            return reverse("deltaker:evaluering")

        takk = _("Takk. Veilederen din leser det før dere møtes.")
        if svar := utfor(request, skjema, send, kvittering=takk):
            return svar
    return render(
        request,
        "deltaker/evaluering/evaluering.html",
        {
            "skjema": skjema,
            "apen": apen,
            "plan": evalueringsplan(sak),
            "holdte": [en for en in selectors.evalueringer_i_saken(aktor, sak) if en.holdt],
        },
    )
