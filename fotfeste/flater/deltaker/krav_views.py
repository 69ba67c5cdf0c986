"""The participant's claims: what happened, how much, the plan, what is taken, and how to say something."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from fotfeste.fag.krav.selectors import EgetKrav, eget_krav, egne_krav
from fotfeste.fag.krav.services import krav_be_om_hjelp
from fotfeste.fag.krav.services import krav_svar as svar_pa_krav
from fotfeste.flater.deltaker.krav_forms import Hjelpskjema, Kravsvarskjema
from fotfeste.flater.felles.skjema import Skjema
from fotfeste.flater.felles.visning import aktor_av, deltakerside, utfor


@deltakerside
@require_GET
def krav(request: HttpRequest) -> HttpResponse:
    """Everything that was paid too much, in plain words."""
    return _vis(request)


@deltakerside
@require_POST
def krav_svar(request: HttpRequest, krav_id: UUID) -> HttpResponse:
    """My answer to the notice."""
    return _send(
        request,
        krav_id,
        Kravsvarskjema(request.POST, auto_id=f"svar_{krav_id}_%s"),
        "svar",
        svar_pa_krav,
        _("Takk. Vi leser svaret ditt før vi bestemmer oss."),
    )


@deltakerside
@require_POST
def krav_hjelp(request: HttpRequest, krav_id: UUID) -> HttpResponse:
    """What is left is too little."""
    return _send(
        request,
        krav_id,
        Hjelpskjema(request.POST, auto_id=f"hjelp_{krav_id}_%s"),
        "hjelp",
        krav_be_om_hjelp,
        _("Takk for at du sa fra. Vi tar kontakt med deg."),
    )


def _send(
    request: HttpRequest,
    krav_id: UUID,
    skjema: Skjema,
    navn: str,
    kommando: Callable[..., object],
    kvittering: str,
) -> HttpResponse:
    aktor = aktor_av(request)
    eget = eget_krav(aktor, krav_id)

    def gjor(verdier: dict[str, Any]) -> str:
        kommando(aktor, krav=eget, **verdier)
        return reverse("deltaker:krav")

    return utfor(request, skjema, gjor, kvittering=kvittering) or _vis(request, {(krav_id, navn): skjema})


def _vis(request: HttpRequest, sendte: dict[tuple[UUID, str], Skjema] | None = None) -> HttpResponse:
    sendte = sendte or {}
    rader = [
        (
            eget,
            sendte.get((eget.krav.pk, "svar")) or _svarskjema(eget),
            sendte.get((eget.krav.pk, "hjelp")) or Hjelpskjema(auto_id=f"hjelp_{eget.krav.pk}_%s"),
        )
        for eget in egne_krav(aktor_av(request))
    ]
    return render(request, "deltaker/krav/krav.html", {"rader": rader})


def _svarskjema(eget: EgetKrav) -> Skjema:
    start = {"svar": eget.krav.svar, "belop": eget.krav.svar_belop, "ord_": eget.krav.svar_ord}
    return Kravsvarskjema(auto_id=f"svar_{eget.krav.pk}_%s", initial=start)
