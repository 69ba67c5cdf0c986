"""The participant's programme: the week as picture and words, and a yes or a wish for something else."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from fotfeste.fag.program import selectors, services
from fotfeste.fag.program.enums import Programstatus
from fotfeste.fag.program.uke import forskjeller, ukebilde
from fotfeste.fag.sak.selectors import egen_sak
from fotfeste.flater.deltaker.program_forms import Endringskjema
from fotfeste.flater.felles.skjema import Skjema
from fotfeste.flater.felles.visning import aktor_av, deltakerside, utfor
from fotfeste.grunnmur.tilgang import Handling


@deltakerside
@require_GET
def program(request: HttpRequest) -> HttpResponse:
    """The week: what is proposed first, then what is agreed."""
    return _side(request, Endringskjema())


def _side(request: HttpRequest, skjema: Skjema) -> HttpResponse:
    sak = egen_sak(aktor_av(request))
    foreslatt = avtalt = None
    if sak is not None:
        apen = selectors.apen_versjon(sak)
        foreslatt = apen if apen and apen.status == Programstatus.FORESLATT else None
        avtalt = selectors.gjeldende_versjon(sak)
    vist = foreslatt or avtalt
    return render(
        request,
        "deltaker/program/program.html",
        {
            "vist": vist,
            "foreslatt": foreslatt,
            "avtalt": avtalt,
            "uke": ukebilde(vist) if vist else None,
            "nytt": forskjeller(foreslatt, avtalt) if foreslatt and avtalt else [],
            "skjema": skjema,
        },
    )


@deltakerside
@require_POST
def program_avtal(request: HttpRequest, program_id: UUID) -> HttpResponse:
    """Agree."""
    versjon = selectors.programversjon_hent(aktor_av(request), program_id, Handling.PROGRAM_AVTAL)
    skjema = Skjema(request.POST)
    svar = utfor(
        request,
        skjema,
        lambda _v: (
            services.programversjon_avtal(aktor_av(request), program=versjon, versjon=skjema.cleaned_data["versjon"]),
            reverse("deltaker:program"),
        )[1],
        kvittering=_("Takk. Nå gjelder planen, og veilederen din får beskjed."),
    )
    return svar or _side(request, skjema)


@deltakerside
@require_POST
def program_endre(request: HttpRequest, program_id: UUID) -> HttpResponse:
    """Ask for something else, in one's own words."""
    versjon = selectors.programversjon_hent(aktor_av(request), program_id, Handling.PROGRAM_AVTAL)
    skjema = Endringskjema(request.POST)
    svar = utfor(
        request,
        skjema,
        lambda verdier: (
            services.programversjon_be_om_endring(
                aktor_av(request), program=versjon, versjon=skjema.cleaned_data["versjon"], **verdier
            ),
            reverse("deltaker:program"),
        )[1],
        kvittering=_("Takk. Veilederen din leser det du skrev, og tar kontakt med deg."),
    )
    return svar or _side(request, skjema)
