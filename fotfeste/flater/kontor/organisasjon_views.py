"""The organisation's page: who holds which role, and what the municipality has chosen where the law is silent."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from fotfeste.fag.oppmote import arrangor as tilgang
from fotfeste.fag.oppmote.arrangor_selectors import arrangor_aa_endre, arrangorbruker_aa_avslutte, arrangorer_i
from fotfeste.flater.felles.visning import aktor_av, kontorside, utfor
from fotfeste.flater.kontor.organisasjon_forms import (
    Arrangorbrukerskjema,
    Arrangorskjema,
    Avslutningsskjema,
    Rolleskjema,
    Valgskjema,
)
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.organisasjon import selectors, services
from fotfeste.grunnmur.organisasjon.enums import Rolle
from fotfeste.grunnmur.organisasjon.valg import VALG, verdi


@kontorside
@require_GET
def organisasjon(request: HttpRequest) -> HttpResponse:
    """Offices, roles and choices of the municipalities the actor may see."""
    return render(
        request, "kontor/organisasjon/organisasjon.html", {"kommuner": selectors.organisasjon(aktor_av(request))}
    )


@kontorside
@require_http_methods(["GET", "POST"])
def rolle_gi(request: HttpRequest, kommune_id: UUID) -> HttpResponse:
    """Give someone a role."""
    aktor = aktor_av(request)
    kommune = selectors.kommune_aa_endre(aktor, kommune_id)
    skjema = Rolleskjema(request.POST or None, kommune=kommune)

    def gi(verdier: dict[str, Any]) -> str:
        services.medlemskap_gi(aktor, kommune=kommune, **{**verdier, "rolle": Rolle(verdier["rolle"])})
        return reverse("kontor:organisasjon")

    if request.method == "POST":
        svar = utfor(request, skjema, gi, kvittering=_("Rollen er gitt."))
        if svar:
            return svar
    return render(
        request,
        "kontor/organisasjon/skjema.html",
        {"tittel": _("Gi en rolle"), "under": kommune.navn, "skjema": skjema, "knapp": _("Gi rollen")},
    )


@kontorside
@require_http_methods(["GET", "POST"])
def rolle_avslutt(request: HttpRequest, medlemskap_id: UUID) -> HttpResponse:
    """Say which day is a role's last."""
    aktor = aktor_av(request)
    rolle = selectors.medlemskap_aa_endre(aktor, medlemskap_id)
    skjema = Avslutningsskjema(request.POST or None, versjon=rolle.versjon)

    def avslutt(verdier: dict[str, Any]) -> str:
        versjon = skjema.cleaned_data.get("versjon")
        services.medlemskap_avslutt(aktor, medlemskap=rolle, til=verdier["til"], versjon=versjon)
        return reverse("kontor:organisasjon")

    if request.method == "POST":
        svar = utfor(request, skjema, avslutt, kvittering=_("Siste dag er satt."))
        if svar:
            return svar
    hvem = f"{rolle.bruker.navn}, {rolle.get_rolle_display()}, {rolle.kontor or rolle.kommune}"
    return render(
        request,
        "kontor/organisasjon/skjema.html",
        {"tittel": _("Avslutt rollen"), "under": hvem, "skjema": skjema, "knapp": _("Avslutt rollen")},
    )


@kontorside
@require_http_methods(["GET", "POST"])
def arrangorer(request: HttpRequest, kommune_id: UUID) -> HttpResponse:
    """The providers that say who came, who works for them, and a new one."""
    aktor = aktor_av(request)
    kommune = selectors.kommune_aa_endre(aktor, kommune_id)
    skjema = Arrangorskjema(request.POST or None)

    def registrer(verdier: dict[str, Any]) -> str:
        tilgang.arrangor_registrer(aktor, kommune=kommune, **verdier)
        return reverse("kontor:arrangorer", args=[kommune.pk])

    if request.method == "POST":
        svar = utfor(request, skjema, registrer, kvittering=_("Arrangøren er registrert."))
        if svar:
            return svar
    return render(
        request,
        "kontor/organisasjon/arrangorer.html",
        {"kommune": kommune, "arrangorer": arrangorer_i(kommune), "skjema": skjema},
    )


@kontorside
@require_http_methods(["GET", "POST"])
def arrangorbruker(request: HttpRequest, arrangor_id: UUID) -> HttpResponse:
    """Let somebody who works for a provider in."""
    aktor = aktor_av(request)
    arrangor = arrangor_aa_endre(aktor, arrangor_id)
    skjema = Arrangorbrukerskjema(request.POST or None)

    def gi(verdier: dict[str, Any]) -> str:
        tilgang.arrangorbruker_gi(aktor, arrangor=arrangor, **verdier)
        return reverse("kontor:arrangorer", args=[arrangor.kommune_id])

    if request.method == "POST":
        svar = utfor(request, skjema, gi, kvittering=_("Tilgangen er gitt."))
        if svar:
            return svar
    return render(
        request,
        "kontor/organisasjon/skjema.html",
        {"tittel": _("Gi tilgang til en ansatt"), "under": arrangor.navn, "skjema": skjema, "knapp": _("Gi tilgangen")},
    )


@kontorside
@require_http_methods(["GET", "POST"])
def arrangorbruker_avslutt(request: HttpRequest, plass_id: UUID) -> HttpResponse:
    """Say which day is somebody's last at a provider."""
    aktor = aktor_av(request)
    plass = arrangorbruker_aa_avslutte(aktor, plass_id)
    skjema = Avslutningsskjema(request.POST or None, versjon=plass.versjon)

    def avslutt(verdier: dict[str, Any]) -> str:
        tilgang.arrangorbruker_avslutt(aktor, plass=plass, versjon=skjema.cleaned_data["versjon"], **verdier)
        return reverse("kontor:arrangorer", args=[plass.arrangor.kommune_id])

    if request.method == "POST":
        svar = utfor(request, skjema, avslutt, kvittering=_("Siste dag er satt."))
        if svar:
            return svar
    hvem = f"{plass.bruker.navn}, {plass.arrangor.navn}"
    return render(
        request,
        "kontor/organisasjon/skjema.html",
        {"tittel": _("Avslutt tilgangen"), "under": hvem, "skjema": skjema, "knapp": _("Avslutt tilgangen")},
    )


@kontorside
@require_http_methods(["GET", "POST"])
def valg_sett(request: HttpRequest, kommune_id: UUID, nokkel: str) -> HttpResponse:
    """Set what the municipality chooses, from a day and with the reason."""
    aktor = aktor_av(request)
    kommune = selectors.kommune_aa_endre(aktor, kommune_id)
    valg = VALG.get(nokkel)
    if valg is None:
        raise Http404
    siste = selectors.siste_valg(kommune, nokkel)
    na = verdi(kommune.pk, nokkel, klokke.i_dag())
    skjema = Valgskjema(request.POST or None, valg=valg, na=na, versjon=siste.versjon if siste else 0)

    def sett(verdier: dict[str, Any]) -> str:
        versjon = skjema.cleaned_data["versjon"]
        services.kommunalt_valg_sett(aktor, kommune=kommune, nokkel=nokkel, versjon=versjon, **verdier)
        return reverse("kontor:organisasjon")

    if request.method == "POST":
        svar = utfor(request, skjema, sett, kvittering=_("Valget er satt."))
        if svar:
            return svar
    return render(
        request,
        "kontor/organisasjon/skjema.html",
        {"tittel": valg.hva, "under": valg.hvorfor, "skjema": skjema, "knapp": _("Sett valget")},
    )
