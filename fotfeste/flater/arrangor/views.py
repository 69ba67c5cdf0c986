"""A provider's two pages: its participants this month, and one of them day by day."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from fotfeste.fag.oppmote import services
from fotfeste.fag.oppmote.arrangor_selectors import (
    arrangordeltakere,
    arrangormaned,
    egen_arrangor,
    maneder_a_fore,
)
from fotfeste.flater.arrangor.forms import Oppmoteskjema
from fotfeste.flater.felles.visning import aktor_av, arrangorside, maned_av, utfor


@arrangorside
@require_GET
def deltakere(request: HttpRequest, aar: int | None = None, mnd: int | None = None) -> HttpResponse:
    """Those who have the provider's activity, and how many days are left to tell of."""
    aktor = aktor_av(request)
    valgt = maned_av(aar, mnd) if aar is not None and mnd is not None else maneder_a_fore()[0]
    return render(
        request,
        "arrangor/deltakere.html",
        {
            "arrangor": egen_arrangor(aktor),
            "maned": valgt,
            "maneder": maneder_a_fore(),
            "deltakere": arrangordeltakere(aktor, valgt),
        },
    )


@arrangorside
def maned(request: HttpRequest, aar: int, mnd: int, sak_id: UUID) -> HttpResponse:
    """One participant's days at the provider."""
    en = arrangormaned(aktor_av(request), sak_id, maned_av(aar, mnd))
    if en.er_godkjent:
        return render(request, "arrangor/godkjent.html", {"en": en, "maned": en.maned})
    skjema = Oppmoteskjema(request.POST or None, maned=en)

    def gjor(_verdier: dict[str, Any]) -> str:
        services.arrangorforing_lagre(aktor_av(request), maned=en, dager=skjema.dager())
        return reverse("arrangor:deltakere_maned", args=[aar, mnd])

    if request.method == "POST":
        svar = utfor(request, skjema, gjor, kvittering=_("Oppmøtet for %s er lagret.") % en.navn)
        if svar:
            return svar
    return render(request, "arrangor/maned.html", {"en": en, "maned": en.maned, "skjema": skjema})
