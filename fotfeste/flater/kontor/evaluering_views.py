"""Evaluations in the office: all of a case, and the screen where the two look at the whole programme."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from fotfeste.fag.oppfolging import selectors, services
from fotfeste.fag.oppfolging.enums import Konklusjon
from fotfeste.fag.oppfolging.evalueringsplan import evalueringsplan
from fotfeste.fag.oppfolging.models import Evaluering
from fotfeste.fag.program.enums import Evalueringstype
from fotfeste.fag.program.selectors import gjeldende_versjon
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.sak.selectors import sak_hent
from fotfeste.flater.felles.visning import aktor_av, kontorside, utfor
from fotfeste.flater.kontor.evaluering_forms import Evalueringskjema
from fotfeste.grunnmur.tilgang import Handling, vurder

_SKRIV = Handling.OPPFOLGING_SKRIV


@kontorside
@require_GET
def evalueringer(request: HttpRequest, sak_id: UUID) -> HttpResponse:
    """The dates, which are answered, and every evaluation that has been."""
    aktor = aktor_av(request)
    sak = sak_hent(aktor, sak_id, Handling.OPPFOLGING_LES)
    alle = selectors.evalueringer_i_saken(aktor, sak)
    return render(
        request,
        "kontor/evaluering/evalueringer.html",
        {
            "sak": sak,
            "kan_skrive": vurder(aktor, _SKRIV, sak).tillatt,
            "plan": evalueringsplan(sak),
            "holdte": [en for en in alle if en.holdt],
            "apen": next((en for en in alle if not en.holdt), None),
        },
    )


@kontorside
def evaluering_hold(request: HttpRequest, sak_id: UUID) -> HttpResponse:
    """Look at the whole programme, and end the evaluation."""
    aktor = aktor_av(request)
    sak = sak_hent(aktor, sak_id, _SKRIV)
    apen = selectors.apen_evaluering(sak)
    skjema = _skjema(request, sak, apen)
    if request.method == "POST":

        def hold(verdier: dict[str, Any]) -> str:
            versjon = skjema.cleaned_data["versjon"]
            inn = skjema.som_inn(verdier)
            holdt = services.evaluering_hold(aktor, sak=sak, inn=inn, evaluering=apen, versjon=versjon)
            videre = {Konklusjon.ENDRE: "program", Konklusjon.AVSLUTTE: "vedtak"}
            return reverse(f"kontor:{videre.get(Konklusjon(holdt.konklusjon), 'evalueringer')}", args=[sak.pk])

        if svar := utfor(request, skjema, hold, kvittering=_("Evalueringen er avsluttet.")):
            return svar
    return _side(request, sak, skjema)


@kontorside
@require_POST
def evaluering_lagre(request: HttpRequest, sak_id: UUID) -> HttpResponse:
    """Keep what is written so far."""
    aktor = aktor_av(request)
    sak = sak_hent(aktor, sak_id, _SKRIV)
    apen = selectors.apen_evaluering(sak)
    skjema = _skjema(request, sak, apen)

    def lagre(verdier: dict[str, Any]) -> str:
        versjon = skjema.cleaned_data["versjon"]
        services.evaluering_lagre(aktor, sak=sak, inn=skjema.som_inn(verdier), evaluering=apen, versjon=versjon)
        return reverse("kontor:evaluering_hold", args=[sak.pk])

    return utfor(request, skjema, lagre, kvittering=_("Lagret. Avslutt når dere er ferdige.")) or _side(
        request, sak, skjema
    )


def _skjema(request: HttpRequest, sak: Sak, apen: Evaluering | None) -> Evalueringskjema:
    plan = evalueringsplan(sak)
    kjent = {} if apen else {"initial": {"type": plan.neste.type if plan.neste else Evalueringstype.UNDERVEIS}}
    return Evalueringskjema(
        request.POST or None,
        aktiviteter=plan.aktiviteter,
        evaluering=apen,
        versjon=apen.versjon if apen else None,
        **kjent,
    )


def _side(request: HttpRequest, sak: Sak, skjema: Evalueringskjema) -> HttpResponse:
    program = gjeldende_versjon(sak)
    return render(
        request,
        "kontor/evaluering/hold.html",
        {
            "sak": sak,
            "skjema": skjema,
            "mal": program.mal if program else "",
            "apen": selectors.apen_evaluering(sak),
            "plan": evalueringsplan(sak),
            "avtaler": selectors.avtaler_siden_sist(sak),
        },
    )
