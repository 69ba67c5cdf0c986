"""The participant complains, sees where the complaint stands, adds to it, or withdraws."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from fotfeste.fag.klage import selectors, services
from fotfeste.fag.klage.enums import HOS_OSS, LOPENDE, Klagestatus
from fotfeste.fag.klage.inn import Fil
from fotfeste.fag.klage.models import Klage
from fotfeste.fag.klage.overganger import KLAGE
from fotfeste.fag.klage.vurderinger import svarfrist
from fotfeste.fag.person.enums import Sprak
from fotfeste.flater.deltaker.klage_forms import EgenKlage, Tillegg
from fotfeste.flater.felles.filer import som_nedlasting
from fotfeste.flater.felles.skjema import Skjema
from fotfeste.flater.felles.visning import aktor_av, deltakerside, utfor


@deltakerside
@require_GET
def klager(request: HttpRequest) -> HttpResponse:
    """My complaints, and the decisions I can complain of."""
    aktor = aktor_av(request)
    kontekst = {"klagene": selectors.egne_klager(aktor), "klagbare": selectors.egne_klagbare(aktor)}
    return render(request, "deltaker/klage/klager.html", kontekst)


@deltakerside
@require_http_methods(["GET", "POST"])
def klage_ny(request: HttpRequest, avgjorelse_id: UUID) -> HttpResponse:
    """Complain of one decision. Late too: the time limit is told, and why it may still be worth it."""
    aktor = aktor_av(request)
    ett = selectors.eget_klagbart(aktor, avgjorelse_id)
    skjema = EgenKlage(request.POST or None, request.FILES or None)

    def gjor(verdier: dict[str, Any]) -> str:
        klagen = services.klage_send(
            aktor,
            gjelder=ett.gjelder.post,
            onsket_endring=verdier["onsket_endring"],
            grunner=verdier["grunner"],
            vedlegg=_filer(verdier["vedlegg"]),
            ber_om_utsetting=verdier["ber_om_utsetting"],
            sprak=Sprak(ett.gjelder.sak.person.sprak),
        )
        return reverse("deltaker:klage_kvittering", args=[klagen.pk])

    if request.method == "POST":
        svar = utfor(request, skjema, gjor)
        if svar:
            return svar
    elif ett.klage:
        return redirect("deltaker:klage", ett.klage.pk)
    return render(
        request,
        "deltaker/klage/ny.html",
        {"ett": ett, "gjelder": ett.gjelder, "skjema": skjema, "hadde_filer": bool(request.FILES)},
    )


def _filer(par: list[tuple[str, bytes]]) -> list[Fil]:
    return [Fil(navn, innhold) for navn, innhold in par]


@deltakerside
@require_http_methods(["GET", "POST"])
def klage(request: HttpRequest, klage_id: UUID) -> HttpResponse:
    """Where my complaint stands, in words; and room to add to it."""
    aktor = aktor_av(request)
    klagen = selectors.egen_klage(aktor, klage_id)
    skjema = Tillegg(request.POST or None, request.FILES or None)

    def gjor(verdier: dict[str, Any]) -> str:
        vedlegg = _filer(verdier["vedlegg"])
        services.klage_tilfoy(aktor, klage=klagen, tillegg=verdier["tillegg"], vedlegg=vedlegg)
        return reverse("deltaker:klage", args=[klage_id])

    if request.method == "POST" and (svar := utfor(request, skjema, gjor, kvittering=_("Takk, vi har fått det."))):
        return svar
    kommandoer = {overgang.kommando for overgang in KLAGE.mulige(aktor, klagen)}
    return render(
        request,
        "deltaker/klage/klage.html",
        {
            "klage": klagen,
            "skjema": skjema,
            "svar_innen": svarfrist(klagen) if klagen.status in HOS_OSS else None,
            "kan_legge_til": "tilfoy" in kommandoer,
            "kan_trekke": "trekk_selv" in kommandoer,
            "venter_pa_meg": klagen.status == Klagestatus.VENTER_RETTING,
            "vedlegg": klagen.vedlegg.only("navn").order_by("opprettet"),
            "hadde_filer": bool(request.FILES),
        },
    )


@deltakerside
@require_GET
def klage_kvittering(request: HttpRequest, klage_id: UUID) -> HttpResponse:
    """We have it: what happens now, and by when."""
    klagen: Klage = selectors.egen_klage(aktor_av(request), klage_id)
    return render(request, "deltaker/klage/kvittering.html", {"klage": klagen, "svar_innen": svarfrist(klagen)})


@deltakerside
@require_http_methods(["GET", "POST"])
def klage_trekk(request: HttpRequest, klage_id: UUID) -> HttpResponse:
    """Withdraw, after reading what that means."""
    aktor = aktor_av(request)
    klagen = selectors.egen_klage(aktor, klage_id)
    if request.method == "GET" and klagen.status not in LOPENDE:
        return redirect("deltaker:klage", klage_id)
    skjema = Skjema(request.POST or None)

    def gjor(_verdier: dict[str, Any]) -> str:
        services.klage_trekk_selv(aktor, klage=klagen)
        return reverse("deltaker:klage", args=[klage_id])

    if request.method == "POST" and (svar := utfor(request, skjema, gjor, kvittering=_("Klagen er trukket."))):
        return svar
    return render(request, "deltaker/klage/trekk.html", {"klage": klagen, "skjema": skjema})


@deltakerside
@require_GET
def klage_papir(request: HttpRequest, klage_id: UUID, dokument_id: UUID) -> HttpResponse:
    """A paper I have sent with my complaint."""
    return som_nedlasting(selectors.eget_klagepapir(aktor_av(request), klage_id, dokument_id))
