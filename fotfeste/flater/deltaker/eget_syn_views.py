"""The participant's own words on the five questions of the work-ability assessment."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from fotfeste.fag.kartlegging.selectors import eget_utkast
from fotfeste.fag.kartlegging.services import aev_lever_eget_syn
from fotfeste.flater.deltaker.eget_syn_forms import EgetSynSkjema
from fotfeste.flater.felles.visning import aktor_av, deltakerside, utfor


@deltakerside
@require_http_methods(["GET", "POST"])
def eget_syn(request: HttpRequest) -> HttpResponse:
    """Write, change and send one's own view, as long as the assessment is open."""
    aktor = aktor_av(request)
    vurdering = eget_utkast(aktor)
    if vurdering is None:
        return render(request, "deltaker/eget_syn/lukket.html")
    skjema = EgetSynSkjema(request.POST or None, vurdering=vurdering)
    if request.method == "POST":

        def gjor(verdier: dict[str, Any]) -> str:
            aev_lever_eget_syn(aktor, vurdering=vurdering, **verdier)
            return reverse("deltaker:eget_syn")

        svar = utfor(request, skjema, gjor, kvittering=_("Takk. Veilederen din ser det du har skrevet."))
        if svar:
            return svar
    return render(request, "deltaker/eget_syn/eget_syn.html", {"skjema": skjema, "vurdering": vurdering})
