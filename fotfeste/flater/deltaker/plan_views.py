"""The participant's individual plan: my answer, my goals and words, who may know what, and that I agree."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from fotfeste.fag.plan import selectors, services
from fotfeste.fag.plan.enums import APNE, SKRIVES
from fotfeste.fag.plan.selectors import planbilde
from fotfeste.fag.program.services import delmal_opprett
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.sak.selectors import egen_sak
from fotfeste.flater.deltaker.plan_forms import Delingskjema, Kommentarskjema, Malskjema, Svarskjema
from fotfeste.flater.felles.skjema import Skjema
from fotfeste.flater.felles.visning import aktor_av, deltakerside, utfor
from fotfeste.grunnmur.tilgang import Handling


def _tilbake() -> str:
    return reverse("deltaker:individuell_plan")


@deltakerside
@require_GET
def individuell_plan(request: HttpRequest) -> HttpResponse:
    """My plan, or the question whether I want one."""
    return _side(request)


def _side(request: HttpRequest, **skjemaer: Skjema) -> HttpResponse:
    sak = egen_sak(aktor_av(request))
    plan = selectors.egen_plan(sak) if sak else None
    bilde = planbilde(plan) if plan and plan.status in APNE else None
    return render(
        request,
        "deltaker/plan/plan.html",
        {
            "sak": sak,
            "svar": selectors.tilbudsbilde(sak).siste_svar if sak else None,
            "plan": plan,
            "bilde": bilde,
            "skrives": plan is not None and plan.status in SKRIVES,
            "kommentarer": list(plan.kommentarer.all()) if plan else [],
            "svarskjema": skjemaer.get("svarskjema", Svarskjema()),
            "malskjema": skjemaer.get("malskjema", Malskjema()),
            "kommentarskjema": skjemaer.get(
                "kommentarskjema", Kommentarskjema(tjenester=[t.navn for t in bilde.tjenester] if bilde else ())
            ),
            "sideskjema": skjemaer.get("sideskjema"),
        },
    )


def _saken(request: HttpRequest) -> Sak:
    sak = egen_sak(aktor_av(request))
    if sak is None:
        raise Http404
    return sak


def _gjor(
    request: HttpRequest, navn: str, skjema: Skjema, gjor: Callable[[dict[str, Any]], Any], kvittering: str
) -> HttpResponse:
    svar = utfor(request, skjema, lambda verdier: (gjor(verdier), _tilbake())[1], kvittering=kvittering)
    return svar or _side(request, **{navn: skjema})


@deltakerside
@require_POST
def plan_svar(request: HttpRequest) -> HttpResponse:
    """Say yes or no, today or another day."""
    sak = _saken(request)
    return _gjor(
        request,
        "svarskjema",
        Svarskjema(request.POST),
        lambda verdier: services.plansvar_registrer(aktor_av(request), sak=sak, **verdier),
        _("Takk for svaret. Du kan ombestemme deg når som helst."),
    )


@deltakerside
@require_POST
def plan_mal(request: HttpRequest) -> HttpResponse:
    """Write a goal of my own."""
    sak = _saken(request)
    return _gjor(
        request,
        "malskjema",
        Malskjema(request.POST),
        lambda verdier: delmal_opprett(aktor_av(request), sak=sak, **verdier),
        _("Målet ditt er skrevet ned."),
    )


@deltakerside
@require_POST
def plan_kommentar(request: HttpRequest, plan_id: UUID) -> HttpResponse:
    """Write in my plan."""
    plan = selectors.plan_hent(aktor_av(request), plan_id, Handling.PLAN_EGEN)
    return _gjor(
        request,
        "kommentarskjema",
        Kommentarskjema(request.POST, tjenester=[tjeneste.navn for tjeneste in planbilde(plan).tjenester]),
        lambda verdier: services.plan_kommenter(aktor_av(request), plan=plan, **verdier),
        _("Takk. Det du skrev, står i planen."),
    )


@deltakerside
@require_POST
def plan_enig(request: HttpRequest, plan_id: UUID) -> HttpResponse:
    """Say that I agree with the plan as it reads now."""
    plan = selectors.plan_hent(aktor_av(request), plan_id, Handling.PLAN_EGEN)
    skjema = Skjema(request.POST)
    return _gjor(
        request,
        "sideskjema",
        skjema,
        lambda _v: services.plan_godta(aktor_av(request), plan=plan, versjon=skjema.cleaned_data["versjon"]),
        _("Takk. Da vet vi at du er enig."),
    )


@deltakerside
@require_POST
def plan_samtykke(request: HttpRequest, plan_id: UUID) -> HttpResponse:
    """Consent to the plan being made."""
    plan = selectors.plan_hent(aktor_av(request), plan_id, Handling.PLAN_EGEN)
    return _gjor(
        request,
        "sideskjema",
        Skjema(request.POST),
        lambda _v: services.plan_samtykk(aktor_av(request), plan=plan),
        _("Takk. Du kan trekke samtykket når du vil."),
    )


@deltakerside
def plan_deling(request: HttpRequest, part_id: UUID) -> HttpResponse:
    """Say what one of those who help me may be told."""
    part = selectors.planpart_hent(aktor_av(request), part_id, Handling.PLAN_EGEN)
    skjema = Delingskjema(request.POST or None)
    if request.method == "POST":
        svar = utfor(
            request,
            skjema,
            lambda verdier: (
                services.plan_samtykk(aktor_av(request), plan=part.plan, part=part, **verdier),
                _tilbake(),
            )[1],
            kvittering=_("Takk. Du kan trekke samtykket når du vil."),
        )
        if svar:
            return svar
    return render(request, "deltaker/plan/deling.html", {"part": part, "skjema": skjema, "tilbake": _tilbake()})


@deltakerside
@require_POST
def plan_samtykke_trekk(request: HttpRequest, samtykke_id: UUID) -> HttpResponse:
    """Take a consent back."""
    samtykke = selectors.plansamtykke_hent(aktor_av(request), samtykke_id, Handling.PLAN_EGEN)
    return _gjor(
        request,
        "sideskjema",
        Skjema(request.POST),
        lambda _v: services.plan_trekk_samtykke(aktor_av(request), samtykke=samtykke),
        _("Samtykket er trukket."),
    )
