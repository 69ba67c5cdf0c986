"""Write to the office, and see the answers and when they come."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from fotfeste.fag.henvendelse import selectors, services
from fotfeste.flater.deltaker.henvendelse_forms import SkrivTilOss
from fotfeste.flater.felles.visning import aktor_av, deltakerside, utfor


@deltakerside
@require_http_methods(["GET", "POST"])
def henvendelser(request: HttpRequest) -> HttpResponse:
    """What I have asked, and what I was answered; and a place to write."""
    aktor = aktor_av(request)
    kontor = selectors.eget_kontor(aktor)
    skjema = SkrivTilOss(request.POST or None)
    if request.method == "POST" and kontor is not None:

        def gjor(verdier: dict[str, Any]) -> str:
            services.henvendelse_send(aktor, **verdier)
            return reverse("deltaker:henvendelser")

        svar = utfor(request, skjema, gjor, kvittering=_("Takk. Vi har fått det du skrev. Her ser du når vi svarer."))
        if svar:
            return svar
    return render(
        request,
        "deltaker/henvendelse/henvendelser.html",
        {"skjema": skjema, "kontor": kontor, "rader": selectors.egne(aktor)},
    )
