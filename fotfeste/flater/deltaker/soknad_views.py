"""The participant applies, sees what happens next and by when, answers what the office asks for, or withdraws."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from fotfeste.fag.person.models import Person
from fotfeste.fag.person.services import person_endre
from fotfeste.fag.soknad import selectors, services
from fotfeste.fag.soknad.merknader import aldersmerknad_til_soker
from fotfeste.fag.soknad.services import Fil
from fotfeste.flater.deltaker.soknad_forms import EgenSoknad, Svar
from fotfeste.flater.felles.filer import som_nedlasting
from fotfeste.flater.felles.skjema import Skjema
from fotfeste.flater.felles.visning import aktor_av, deltakerside, legg_pa_feil, utfor
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import Fagfeil
from fotfeste.grunnmur.tilgang import Aktor, Handling
from fotfeste.grunnmur.utkast.services import utkast_hent, utkast_lagre


@deltakerside
@require_GET
def soknad(request: HttpRequest) -> HttpResponse:
    """Where my application stands; without one, what the programme is and how to apply."""
    bilde = selectors.egen_soknad(aktor_av(request))
    return render(request, "deltaker/soknad/soknad.html", {"bilde": bilde, "kan_soke": _kan_soke(aktor_av(request))})


def _kan_soke(aktor: Aktor) -> bool:
    person = selectors.egen_person(aktor)
    return person is not None and selectors.sak_som_hindrer(person) is None


@deltakerside
@require_http_methods(["GET", "POST"])
def soknad_skriv(request: HttpRequest) -> HttpResponse:
    """Write the application. It can be put away half done and found again, without JavaScript too."""
    aktor = aktor_av(request)
    person = selectors.egen_person(aktor)
    if person is None:
        return redirect("deltaker:soknad")
    if request.method == "POST":
        skjema = EgenSoknad(request.POST, request.FILES)
        if "senere" in request.POST:
            svar = _legg_til_side(request, skjema)
        else:
            svar = utfor(request, skjema, lambda verdier: _send(aktor, person, verdier))
        if svar:
            return svar
    else:
        if selectors.sak_som_hindrer(person) is not None:
            return redirect("deltaker:soknad")
        skjema = EgenSoknad(initial=_pabegynt(request, person))
    return render(request, "deltaker/soknad/skriv.html", {"skjema": skjema, "hadde_filer": bool(request.FILES)})


def _pabegynt(request: HttpRequest, person: Person) -> dict[str, Any]:
    utkast = utkast_hent(bruker=aktor_av(request).krev_bruker(), nokkel=request.path)
    felter = utkast.felter if utkast else {}
    return {
        "onsker": felter.get("onsker", ""),
        "situasjon": felter.get("situasjon", ""),
        "telefon": felter.get("telefon", person.telefon),
        "tolkebehov": bool(felter["tolkebehov"]) if "tolkebehov" in felter else person.tolkebehov,
    }


def _legg_til_side(request: HttpRequest, skjema: EgenSoknad) -> HttpResponse | None:
    felter = {navn: request.POST.get(navn, "") for navn in ("onsker", "situasjon", "telefon", "tolkebehov")}
    try:
        utkast_lagre(bruker=aktor_av(request).krev_bruker(), nokkel=request.path, felter=felter)
    except Fagfeil as feil:
        skjema.is_valid()
        legg_pa_feil(skjema, feil)
        return None
    messages.success(request, _("Vi har tatt vare på det du skrev. Du finner det igjen her. Det er ikke sendt ennå."))
    return redirect("deltaker:soknad")


def _send(aktor: Aktor, person: Person, verdier: dict[str, Any]) -> str:
    services.soknad_send(
        aktor, onsker=verdier["onsker"], situasjon=verdier["situasjon"], vedlegg=_filer(verdier["vedlegg"])
    )
    kontakt = {"tolkebehov": verdier["tolkebehov"], "telefon": verdier["telefon"] or person.telefon}
    if any(getattr(person, felt) != verdi for felt, verdi in kontakt.items()):
        person_endre(aktor, person, **kontakt)
    return reverse("deltaker:soknad_kvittering")


def _filer(par: list[tuple[str, bytes]]) -> list[Fil]:
    return [Fil(navn, innhold) for navn, innhold in par]


@deltakerside
@require_GET
def soknad_kvittering(request: HttpRequest) -> HttpResponse:
    """We have it: what happens next, who does what, and by when."""
    bilde = selectors.egen_soknad(aktor_av(request))
    if bilde is None:
        return redirect("deltaker:soknad")
    merknad = aldersmerknad_til_soker(bilde.sak.person, klokke.i_dag())
    return render(request, "deltaker/soknad/kvittering.html", {"bilde": bilde, "merknad": merknad})


@deltakerside
@require_http_methods(["GET", "POST"])
def soknad_svar(request: HttpRequest, krav_id: UUID) -> HttpResponse:
    """Answer one thing the office has asked for."""
    aktor = aktor_av(request)
    krav = selectors.krav_hent(aktor, krav_id, Handling.SOKNAD_SEND)
    if request.method == "POST":
        skjema = Svar(request.POST, request.FILES, versjon=krav.versjon)

        def gjor(verdier: dict[str, Any]) -> str:
            versjon = skjema.cleaned_data.get("versjon")
            services.soknad_svar(
                aktor, krav=krav, svar=verdier["svar"], vedlegg=_filer(verdier["vedlegg"]), versjon=versjon
            )
            return reverse("deltaker:soknad")

        svar = utfor(request, skjema, gjor, kvittering=_("Takk, vi har fått svaret ditt."))
        if svar:
            return svar
    else:
        if not krav.venter:
            ord_ = _("Dette har vi fått.") if krav.mottatt else _("Vi trenger ikke dette lenger.")
            messages.info(request, ord_)
            return redirect("deltaker:soknad")
        skjema = Svar(versjon=krav.versjon)
    return render(
        request, "deltaker/soknad/svar.html", {"krav": krav, "skjema": skjema, "hadde_filer": bool(request.FILES)}
    )


@deltakerside
@require_http_methods(["GET", "POST"])
def soknad_trekk(request: HttpRequest) -> HttpResponse:
    """Withdraw, after reading what that means."""
    aktor = aktor_av(request)
    bilde = selectors.egen_soknad(aktor)
    if bilde is None:
        return redirect("deltaker:soknad")
    if request.method == "POST":
        skjema = Skjema(request.POST, versjon=bilde.soknad.versjon)

        def gjor(_verdier: dict[str, Any]) -> str:
            services.soknad_trekk_selv(aktor, soknad=bilde.soknad, versjon=skjema.cleaned_data.get("versjon"))
            return reverse("deltaker:soknad")

        svar = utfor(request, skjema, gjor, kvittering=_("Søknaden er trukket. Du kan søke på nytt når du vil."))
        if svar:
            return svar
    else:
        if not bilde.er_apen:
            return redirect("deltaker:soknad")
        skjema = Skjema(versjon=bilde.soknad.versjon)
    return render(request, "deltaker/soknad/trekk.html", {"bilde": bilde, "skjema": skjema})


@deltakerside
@require_GET
def soknad_papir(request: HttpRequest, soknad_id: UUID, dokument_id: UUID) -> HttpResponse:
    """A paper I have sent."""
    return som_nedlasting(selectors.vedlegg_hent(aktor_av(request), soknad_id, dokument_id))
