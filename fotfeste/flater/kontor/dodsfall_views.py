"""A death, and barnetillegg that goes to NAV Innkreving: what decides where a case's money goes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from fotfeste.fag.etter import dodsfall as tjeneste
from fotfeste.fag.person.models import Person
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.sak.selectors import sak_hent
from fotfeste.fag.soknad.selectors import soker_hent
from fotfeste.fag.utbetaling.innkreving import (
    er_sendt,
    innkrevingskrav_avslutt,
    innkrevingskrav_registrer,
    innkrevingskrav_ta_tilbake,
)
from fotfeste.fag.utbetaling.models import Innkrevingskrav
from fotfeste.flater.felles.skjema import Skjema
from fotfeste.flater.felles.visning import aktor_av, kontorside, utfor
from fotfeste.flater.kontor import dodsfall_forms as skjemaer
from fotfeste.grunnmur.feil import IkkeTilgang
from fotfeste.grunnmur.tilgang import Aktor, Handling

_Gjor = Callable[[Aktor, Person, dict[str, Any]], object]
_DODSFALL: dict[str, tuple[type[Skjema], _Gjor]] = {
    "registrer": (
        skjemaer.Dodsfallskjema,
        lambda aktor, person, verdier: tjeneste.dodsfall_registrer(aktor, person=person, **verdier),
    ),
    "konto": (
        skjemaer.Dodsbokontoskjema,
        lambda aktor, person, verdier: tjeneste.dodsbo_konto_sett(aktor, person=person, **verdier),
    ),
    "angre": (
        skjemaer.Angreskjema,
        lambda aktor, person, verdier: tjeneste.dodsfall_angre(aktor, person=person, **verdier),
    ),
}


@kontorside
@require_http_methods(["GET", "POST"])
def dodsfall(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """Register a death, the estate's account, or that it was a mistake. What is sent says which by `hva`."""
    aktor = aktor_av(request)
    person = soker_hent(aktor, person_id, Handling.DODSFALL_REGISTRER)
    hva = request.POST.get("hva", "")
    bundne = {
        navn: klasse(request.POST if navn == hva else None, auto_id=f"{navn}_%s")
        for navn, (klasse, _g) in _DODSFALL.items()
    }
    if hva in _DODSFALL:
        gjor = _DODSFALL[hva][1]

        def utfor_det(verdier: dict[str, Any]) -> str:
            gjor(aktor, person, verdier)
            return request.path

        if svar := utfor(request, bundne[hva], utfor_det, kvittering=_("Lagret.")):
            return svar
    return render(request, "kontor/person/dodsfall.html", {"person": person, "sak": person.gjeldende_sak(), **bundne})


@kontorside
@require_http_methods(["GET", "POST"])
def innkreving(request: HttpRequest, sak_id: UUID) -> HttpResponse:
    """NAV Innkreving's demands in the case, and the form for a new one."""
    aktor = aktor_av(request)
    sak = sak_hent(aktor, sak_id, Handling.PERSON_ENDRE)
    barna = list(sak.person.barn.all())
    hva = _hva(request)
    bundne = {navn: request.POST if request.method == "POST" and navn == hva else None for navn in _INNKREVING}
    former: dict[str, Skjema] = {
        "ny": skjemaer.Innkrevingskjema(bundne["ny"], barna=barna),
        "slutt": skjemaer.Innkrevingsluttskjema(bundne["slutt"], auto_id="slutt_%s"),
        "tilbake": skjemaer.Innkrevingtilbakeskjema(bundne["tilbake"], auto_id="tilbake_%s"),
    }
    if request.method == "POST":
        gjor = _INNKREVING[hva]
        if svar := utfor(request, former[hva], lambda verdier: gjor(request, sak, verdier), kvittering=_("Lagret.")):
            return svar
    krav = list(sak.innkrevingskrav.select_related("barn").order_by("-fra"))
    return render(
        request,
        "kontor/utbetaling/innkreving.html",
        {
            "sak": sak,
            "krav": [(rad, not er_sendt(rad)) for rad in krav],
            "skjema": former["ny"],
            "slutt": former["slutt"],
            "tilbake": former["tilbake"],
            "gjelder": request.POST.get("krav", ""),
            "barna": barna,
        },
    )


def _hva(request: HttpRequest) -> str:
    if "krav" not in request.POST:
        return "ny"
    return "tilbake" if "grunn" in request.POST else "slutt"


def _registrer(request: HttpRequest, sak: Sak, verdier: dict[str, Any]) -> str:
    innkrevingskrav_registrer(aktor_av(request), sak=sak, **verdier)
    return reverse("kontor:innkreving", args=[sak.pk])


def _avslutt(request: HttpRequest, sak: Sak, verdier: dict[str, Any]) -> str:
    innkrevingskrav_avslutt(aktor_av(request), krav=_kravet(sak, verdier["krav"]), til=verdier["til"])
    return reverse("kontor:innkreving", args=[sak.pk])


def _ta_tilbake(request: HttpRequest, sak: Sak, verdier: dict[str, Any]) -> str:
    innkrevingskrav_ta_tilbake(aktor_av(request), krav=_kravet(sak, verdier["krav"]), grunn=verdier["grunn"])
    return reverse("kontor:innkreving", args=[sak.pk])


def _kravet(sak: Sak, krav_id: UUID) -> Innkrevingskrav:
    krav = Innkrevingskrav.objects.select_related("sak__person").filter(pk=krav_id, sak=sak).first()
    if krav is None:
        raise IkkeTilgang("kravet finnes ikke i saken")
    return krav


_INNKREVING: Mapping[str, Callable[[HttpRequest, Sak, dict[str, Any]], str]] = {
    "ny": _registrer,
    "slutt": _avslutt,
    "tilbake": _ta_tilbake,
}
