"""The office's routines, and what is learnt from doing otherwise."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from fotfeste.fag.sak.selectors import sak_hent
from fotfeste.fag.veiledning import selectors, services
from fotfeste.fag.veiledning.models import Rutine
from fotfeste.fag.veiledning.steg import STEG
from fotfeste.flater.felles.ett_trykk import ett_trykk
from fotfeste.flater.felles.visning import aktor_av, kontorside, utfor
from fotfeste.flater.kontor.veiledning_forms import Avviksskjema, Rutinesjekkskjema, Rutineskjema
from fotfeste.grunnmur.organisasjon.models import Kontor
from fotfeste.grunnmur.organisasjon.selectors import egne_kontorer
from fotfeste.grunnmur.tilgang import Handling


@kontorside
@require_GET
def rutiner(request: HttpRequest) -> HttpResponse:
    """Every step, with the municipality's routine and where the offices say more."""
    return render(request, "kontor/veiledning/rutiner.html", {"kommuner": selectors.rutiner(aktor_av(request))})


@kontorside
@require_http_methods(["GET", "POST"])
def rutine(request: HttpRequest, kommune_id: UUID, steg: str) -> HttpResponse:
    """One step: the guidance, the routine with the offices' refinements, its versions, and whether it is followed."""
    aktor = aktor_av(request)
    kommune = selectors.kommune_for_rutiner(aktor, kommune_id)
    if steg not in STEG:
        raise Http404
    alt = next(k for k in selectors.rutiner(aktor) if k.kommune.pk == kommune.pk)
    bilde = next(b for b in alt.steg if b.steg.kode == steg)
    historie = [rutine for rutine in selectors.rutine_historie(kommune, steg) if rutine.til]
    skjema = Rutinesjekkskjema(request.POST or None)
    felles = bilde.felles

    def sjekk(verdier: dict[str, Any]) -> str:
        if felles is None:
            raise Http404
        services.rutine_sjekk(aktor, rutine=felles, **verdier)
        return request.path

    if request.method == "POST" and (svar := utfor(request, skjema, sjekk, kvittering=_("Lagret."))):
        return svar
    stand = next((e for e in selectors.etterlevelse([kommune.pk]) if felles and e.rutine.pk == felles.pk), None)
    return render(
        request,
        "kontor/veiledning/rutine.html",
        {
            "kommune": kommune,
            "alt": alt,
            "bilde": bilde,
            "historie": historie,
            "sjekkskjema": skjema,
            "stand": stand,
            "sjekker": selectors.sjekker_av(felles) if felles else [],
        },
    )


@kontorside
@require_http_methods(["GET", "POST"])
def rutine_skriv(request: HttpRequest, kommune_id: UUID, steg: str) -> HttpResponse:
    """Write the municipality's routine, or with `?kontor=` what an office says more about a paragraph of it."""
    aktor = aktor_av(request)
    kommune = selectors.kommune_for_rutiner(aktor, kommune_id)
    if steg not in STEG:
        raise Http404
    kontor = _kontoret(request)
    selectors.krev_kan_skrive(aktor, kommune, kontor)
    felles = selectors.felles_rutine(kommune, steg)
    na = _na(kommune.pk, steg, kontor, request.GET.get("avsnitt", "")) if kontor else felles
    skjema = Rutineskjema(
        request.POST or None,
        kommune=kommune,
        kontor=kontor,
        felles=felles,
        versjon=na.versjon if na else None,
        initial=_start(na) if na else {"eier": aktor.bruker_id, "avsnitt": request.GET.get("avsnitt", "")},
    )

    def lagre(verdier: dict[str, Any]) -> str:
        verdier["avsnitt"] = verdier.get("avsnitt") or None
        versjon = skjema.cleaned_data.get("versjon")
        services.rutine_lagre(aktor, kommune=kommune, steg=steg, kontor=kontor, versjon=versjon, **verdier)
        return reverse("kontor:rutine", args=[kommune.pk, steg])

    if request.method == "POST":
        svar = utfor(request, skjema, lagre, kvittering=_("Rutinen er lagret."))
        if svar:
            return svar
    return render(
        request,
        "kontor/veiledning/rutine_skriv.html",
        {
            "skjema": skjema,
            "steg": STEG[steg],
            "kommune": kommune,
            "kontor": kontor,
            "felles": felles,
            "tilbake": reverse("kontor:rutine", args=[kommune.pk, steg]),
            "adresse": request.get_full_path(),
        },
    )


@kontorside
@require_POST
def rutine_avslutt(request: HttpRequest, rutine_id: UUID) -> HttpResponse:
    """The municipality's routine, or what an office says more, no longer holds."""
    aktor = aktor_av(request)
    rutine = selectors.rutine_for_skriving(aktor, rutine_id)
    return ett_trykk(
        request,
        lambda: services.rutine_avslutt(aktor, rutine=rutine),
        til=reverse("kontor:rutine", args=[rutine.kommune_id, rutine.steg]),
        kvittering=_("Rutinen gjelder ikke lenger."),
    )


def _kontoret(request: HttpRequest) -> Kontor | None:
    if "kontor" not in request.GET:
        return None
    try:
        kontor = egne_kontorer(aktor_av(request)).filter(pk=UUID(request.GET["kontor"])).first()
    except ValueError:
        kontor = None
    if kontor is None:
        raise Http404
    return kontor


def _na(kommune_id: UUID, steg: str, kontor: Kontor, avsnitt: str) -> Rutine | None:
    return selectors.kontorets_rutine(kommune_id, steg, kontor, int(avsnitt) if avsnitt.isdecimal() else 0)


def _start(na: Rutine) -> dict[str, Any]:
    return {"tekst": na.tekst, "eier": na.eier_id, "avsnitt": na.avsnitt}


@kontorside
@require_GET
def avvik(request: HttpRequest) -> HttpResponse:
    """What was done otherwise and why: something to learn from."""
    return render(request, "kontor/veiledning/avvik.html", {"bilder": selectors.avvik_i_kommunen(aktor_av(request))})


@kontorside
@require_http_methods(["GET", "POST"])
def avvik_meld(request: HttpRequest, sak_id: UUID, steg: str) -> HttpResponse:
    """Say why a step was done otherwise in a case."""
    aktor = aktor_av(request)
    sak = sak_hent(aktor, sak_id, Handling.OPPFOLGING_SKRIV)
    if steg not in STEG:
        raise Http404
    skjema = Avviksskjema(request.POST or None, steg=STEG[steg])
    tilbake = reverse("kontor:sak", args=[sak.pk])

    def meld(verdier: dict[str, Any]) -> str:
        services.avvik_meld(aktor, sak=sak, steg=steg, **verdier)
        return tilbake

    if request.method == "POST":
        svar = utfor(request, skjema, meld, kvittering=_("Takk. Det er noe å lære av."))
        if svar:
            return svar
    context = {"sak": sak, "skjema": skjema, "steg": STEG[steg], "tilbake": tilbake}
    return render(request, "kontor/veiledning/avvik_meld.html", context)
