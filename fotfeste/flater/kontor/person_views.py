"""The office's pages about a person: registering, and keeping what is known right."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from fotfeste.fag.person import services
from fotfeste.fag.person.models import Person
from fotfeste.fag.sak.selectors import saker_for
from fotfeste.fag.soknad.merknader import aldersmerknad
from fotfeste.fag.soknad.selectors import soker_hent
from fotfeste.flater.felles.visning import aktor_av, kontorside, utfor
from fotfeste.flater.kontor.person_forms import (
    KONTAKTFELTER,
    Kontaktskjema,
    Personskjema,
    fra_person,
)
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.tilgang import Aktor, Handling, krev_rolle, vurder


@kontorside
@require_http_methods(["GET", "POST"])
def person_registrer(request: HttpRequest) -> HttpResponse:
    """Register someone who was searched for and not found. What was searched for is posted here as `fra_sok`."""
    aktor = aktor_av(request)
    krev_rolle(aktor, Handling.PERSON_REGISTRER)
    if request.method == "POST" and "fra_sok" not in request.POST:
        skjema = Personskjema(request.POST)
        svar = utfor(
            request,
            skjema,
            lambda verdier: _registrer(request, skjema, verdier),
            kvittering=_("Personen er registrert. Nå kan du føre inn søknaden."),
        )
        if svar:
            return svar
    else:
        skjema = Personskjema(initial=_fra_sok(request.POST.get("fra_sok", "")))
    return render(request, "kontor/soknad/person_registrer.html", {"skjema": skjema})


def _fra_sok(tekst: str) -> dict[str, str]:
    tekst = tekst.strip()[:160]
    if any(tegn.isdigit() for tegn in tekst):
        return {"fnr": tekst[:20]}
    fornavn, _mellom, etternavn = tekst.rpartition(" ")
    return {"fornavn": fornavn or etternavn, "etternavn": etternavn if fornavn else ""}


def _registrer(request: HttpRequest, skjema: Personskjema, verdier: dict[str, Any]) -> str:
    aktor = aktor_av(request)
    person = services.person_registrer(aktor, fnr=verdier["fnr"], **{felt: verdier[felt] for felt in KONTAKTFELTER})
    for navn, fodt in skjema.barn:
        services.barn_registrer(aktor, person, navn=navn, fodselsdato=fodt)
    return reverse("kontor:soknad_registrer", args=[person.pk])


def _kan_dodsfall(aktor: Aktor, person: Person) -> bool:
    sak = person.gjeldende_sak()
    return sak is not None and vurder(aktor, Handling.DODSFALL_REGISTRER, sak).tillatt


@kontorside
@require_http_methods(["GET", "POST"])
def person(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """Who the person is: contact, language, children, cases; changed on the same page."""
    aktor = aktor_av(request)
    person = soker_hent(aktor, person_id, Handling.PERSON_ENDRE)
    if request.method == "POST":
        skjema = Kontaktskjema(request.POST, versjon=person.versjon)

        def endre(verdier: dict[str, Any]) -> str:
            services.person_endre(aktor, person, versjon=skjema.cleaned_data.get("versjon"), **verdier)
            return reverse("kontor:person", args=[person.pk])

        svar = utfor(request, skjema, endre, kvittering=_("Endringene er lagret."))
        if svar:
            return svar
    else:
        skjema = Kontaktskjema(initial=fra_person(person), versjon=person.versjon)
    return render(
        request,
        "kontor/soknad/person.html",
        {
            "person": person,
            "alder": person.alder(klokke.i_dag()),
            "merknad": aldersmerknad(person, klokke.i_dag()),
            "skjema": skjema,
            "barn": list(person.barn.all()),
            "saker": list(saker_for(aktor).filter(person=person)),
            "kan_dodsfall": _kan_dodsfall(aktor, person),
        },
    )
