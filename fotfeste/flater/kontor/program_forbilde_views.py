"""Good programmes to begin from: the list, one made of an agreed programme, and a draft filled from one."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from fotfeste.fag.program import selectors, services
from fotfeste.fag.program.forbilder import innhold_av
from fotfeste.flater.felles.ett_trykk import ett_trykk
from fotfeste.flater.felles.visning import aktor_av, kontorside, utfor
from fotfeste.flater.kontor.program_forms import Forbildeskjema
from fotfeste.grunnmur.tilgang import Handling, vurder


@kontorside
@require_GET
def program_forbilder(request: HttpRequest) -> HttpResponse:
    """The shared programmes of the municipality."""
    aktor = aktor_av(request)
    rader = [(ett, vurder(aktor, Handling.RUTINE_SKRIV, ett).tillatt) for ett in selectors.egne_forbilder(aktor)]
    return render(request, "kontor/program/forbilder.html", {"rader": rader})


@kontorside
def program_forbilde_lag(request: HttpRequest, program_id: UUID) -> HttpResponse:
    """Make a shared programme of an agreed one."""
    aktor = aktor_av(request)
    versjon = selectors.programversjon_hent(aktor, program_id, Handling.RUTINE_SKRIV)
    skjema = Forbildeskjema(request.POST or None)
    if request.method == "POST":
        svar = utfor(
            request,
            skjema,
            lambda verdier: (
                services.forbilde_lag(aktor, program=versjon, **verdier),
                reverse("kontor:program_forbilder"),
            )[1],
            kvittering=_("Programmet er delt uten noe om personen."),
        )
        if svar:
            return svar
    return render(
        request,
        "kontor/program/forbilde_lag.html",
        {
            "sak": versjon.sak,
            "skjema": skjema,
            "innhold": innhold_av(versjon),
            "tilbake": reverse("kontor:program", args=[versjon.sak_id]),
        },
    )


@kontorside
@require_POST
def program_fyll_fra(request: HttpRequest, program_id: UUID, forbilde_id: UUID) -> HttpResponse:
    """Fill an empty draft from a shared programme."""
    aktor = aktor_av(request)
    versjon = selectors.programversjon_hent(aktor, program_id, Handling.PROGRAM_SKRIV)
    forbilde = selectors.forbilde_hent(aktor, forbilde_id)
    return ett_trykk(
        request,
        lambda: services.programversjon_fyll_fra(aktor, program=versjon, forbilde=forbilde),
        til=reverse("kontor:program", args=[versjon.sak_id]),
        kvittering=_("Uken er fylt. Gjør den til deltakerens egen."),
    )


@kontorside
@require_POST
def program_forbilde_trekk(request: HttpRequest, forbilde_id: UUID) -> HttpResponse:
    """Take a shared programme out of the list."""
    aktor = aktor_av(request)
    forbilde = selectors.forbilde_hent(aktor, forbilde_id)
    return ett_trykk(
        request,
        lambda: services.forbilde_trekk(aktor, forbilde=forbilde),
        til=reverse("kontor:program_forbilder"),
        kvittering=_("Eksempelet er tatt bort."),
    )
