"""The participant's programme: the week as picture and words, and a yes or a wish for something else."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from fotfeste.fag.program import selectors, services
from fotfeste.fag.program.enums import Malstatus, Programstatus
from fotfeste.fag.program.uke import forskjeller, malendringer, ukebilde, ukebilder
from fotfeste.fag.sak.selectors import egen_sak
from fotfeste.flater.deltaker.program_forms import Endringskjema, Uenigskjema, Ukeskjema
from fotfeste.flater.felles.skjema import Skjema
from fotfeste.flater.felles.visning import aktor_av, deltakerside, utfor
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.tilgang import Handling


@deltakerside
@require_GET
def program(request: HttpRequest) -> HttpResponse:
    """The week: what is proposed first, then what is agreed."""
    return _side(request, Endringskjema())


def _side(request: HttpRequest, skjema: Skjema, uenigskjema: Skjema | None = None) -> HttpResponse:
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
            "strekk": ukebilder(vist) if vist else [],
            "nytt": [*forskjeller(foreslatt, avtalt), *malendringer(avtalt.sak, avtalt.fra)]
            if foreslatt and avtalt
            else [],
            "delmal": [mal for mal in sak.delmal.all() if mal.status == Malstatus.UNDERVEIS] if sak else [],
            "nadde": [mal for mal in sak.delmal.all() if mal.status == Malstatus.NADD] if sak else [],
            "uker": selectors.egne_uker(sak, klokke.i_dag(), antall=4) if sak else [],
            "skjema": skjema,
            "uenigskjema": uenigskjema or Uenigskjema(versjon=foreslatt.versjon if foreslatt else None),
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


@deltakerside
@require_POST
def program_uenig(request: HttpRequest, program_id: UUID) -> HttpResponse:
    """Let the plan begin all the same, with what I disagree about written in it."""
    versjon = selectors.programversjon_hent(aktor_av(request), program_id, Handling.PROGRAM_AVTAL)
    skjema = Uenigskjema(request.POST)
    svar = utfor(
        request,
        skjema,
        lambda verdier: (
            services.programversjon_begynn_uenig(
                aktor_av(request), program=versjon, versjon=skjema.cleaned_data["versjon"], **verdier
            ),
            reverse("deltaker:program"),
        )[1],
        kvittering=_("Takk. Planen gjelder, og det du skrev, står i den."),
    )
    return svar or _side(request, Endringskjema(), skjema)


@deltakerside
def program_uke(request: HttpRequest, aktivitet_id: UUID, uke: str) -> HttpResponse:
    """Say what I did of my own activity in one week."""
    try:
        mandag = date.fromisoformat(uke)
    except ValueError:
        raise Http404 from None
    aktivitet = selectors.aktivitet_hent(aktor_av(request), aktivitet_id, Handling.TIMELISTE_FYLL)
    skjema = Ukeskjema(request.POST or None)
    if request.method == "POST":
        svar = utfor(
            request,
            skjema,
            lambda verdier: (
                services.egenaktivitet_bekreft(aktor_av(request), aktivitet=aktivitet, uke=mandag, **verdier),
                reverse("deltaker:program"),
            )[1],
            kvittering=_("Takk. Uken er bekreftet."),
        )
        if svar:
            return svar
    return render(
        request,
        "deltaker/program/uke.html",
        {"aktivitet": aktivitet, "skjema": skjema, "fra": mandag, "til": mandag + timedelta(days=6)},
    )
