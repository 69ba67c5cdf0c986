"""Økonomi's pages when a number of the law came late: what is left, one regulation, and a month somebody looks at."""

from __future__ import annotations

import csv
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from fotfeste.fag.regulering import selectors, services
from fotfeste.fag.regulering.enums import NESTE_STEG, Grunn, Reguleringsstatus, Utfall
from fotfeste.fag.regulering.jobber import gjennomfor_i_bakgrunnen, prov_i_bakgrunnen
from fotfeste.fag.regulering.models import Regulering
from fotfeste.fag.regulering.overganger import REGULERING
from fotfeste.fag.sak.selectors import sakslenke
from fotfeste.fag.utbetaling.selectors import kommuner_for_okonomi
from fotfeste.flater.felles.skjema import Skjema
from fotfeste.flater.felles.visning import aktor_av, kontorside, utfor
from fotfeste.flater.kontor.regulering_forms import NyReguleringSkjema, TaMedSkjema
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.tilgang import Handling, krev, krev_rolle
from fotfeste.regelverk.penger import desimaltekst

LINJER_PER_SIDE = 100
UNDER_ARBEID = frozenset({Reguleringsstatus.FORBEREDES, Reguleringsstatus.GJENNOMFORES})
KVITTERING = {
    "gjennomfor": _("Reguleringen er godkjent og gjennomføres nå."),
    "varsle": _("Brevene sendes nå."),
    "forkast": _("Reguleringen er lagt bort."),
}
TATT_MED = _("Måneden tas med. En annen gjennomfører reguleringen.")


@kontorside
@require_http_methods(["GET", "POST"])
def reguleringer(request: HttpRequest) -> HttpResponse:
    """What is left to regulate, the form that begins it, and every run."""
    aktor = aktor_av(request)
    krev_rolle(aktor, Handling.REGULERING_LES)
    kommuner = list(kommuner_for_okonomi(aktor, Handling.REGULERING_FORBERED))
    igjen = selectors.sene_som_gjenstar(aktor)
    skjema = (
        NyReguleringSkjema(request.POST or None, kommuner=kommuner, endringer=igjen) if kommuner and igjen else None
    )
    if request.method == "POST":
        krev_rolle(aktor, Handling.REGULERING_FORBERED)
        if skjema is None:
            return redirect("kontor:reguleringer")  # somebody has regulated it meanwhile
        svar = utfor(request, skjema, lambda verdier: _begynn(request, **verdier))
        if svar:
            return svar
    return render(
        request,
        "kontor/regulering/reguleringer.html",
        {
            "igjen": [(selectors.navn_pa(ett.endring), selectors.setning(ett), ett.endring) for ett in igjen],
            "reguleringer": [(ett, selectors.navn_pa(ett.endring)) for ett in selectors.reguleringer(aktor)],
            "skjema": skjema,
        },
    )


def _begynn(request: HttpRequest, **verdier: Any) -> str:
    aktor = aktor_av(request)
    regulering = services.regulering_opprett(aktor, **verdier)
    if regulering.status == Reguleringsstatus.FORBEREDES:
        prov_i_bakgrunnen(aktor, regulering)
    return reverse("kontor:regulering", args=[regulering.pk])


@kontorside
@require_GET
def regulering(request: HttpRequest, regulering_id: UUID) -> HttpResponse:
    """One regulation: the answer from above, those who need a person first, then who gets what, the largest first."""
    aktor = aktor_av(request)
    regulering = selectors.regulering_hent(aktor, regulering_id)
    er_i_gang = regulering.status in UNDER_ARBEID
    if er_i_gang and request.htmx:  # type: ignore[attr-defined]
        return render(request, "kontor/regulering/framdrift.html", _framdrift(regulering))
    svar = render(request, "kontor/regulering/regulering.html", _side(request, regulering))
    if request.htmx:  # type: ignore[attr-defined]
        # The work finished while the page watched: show the whole page anew.
        svar.headers["HX-Redirect"] = request.path
    return svar


def _framdrift(regulering: Regulering) -> dict[str, Any]:
    if regulering.status == Reguleringsstatus.FORBEREDES:
        return {"regulering": regulering, "ferdig": regulering.antall_ferdig, "alle": regulering.antall_i_alt}
    svar = selectors.sammendrag(regulering)
    return {"regulering": regulering, "ferdig": svar.gjort, "alle": svar.i_alt}


def _side(request: HttpRequest, regulering: Regulering) -> dict[str, Any]:
    aktor = aktor_av(request)
    venter = Paginator(selectors.ventende(regulering), LINJER_PER_SIDE).get_page(request.GET.get("venter"))
    rader = Paginator(selectors.saker_med_belop(regulering), LINJER_PER_SIDE).get_page(request.GET.get("side"))
    return {
        **_framdrift(regulering),
        "navn": selectors.navn_pa(regulering.endring),
        "gammel": desimaltekst(regulering.endring.tidligere.verdi),
        "ny": desimaltekst(regulering.endring.verdi.verdi),
        "enhet": regulering.endring.parameter.enhet,
        "er_i_gang": regulering.status in UNDER_ARBEID,
        "svar": selectors.sammendrag(regulering),
        "venter": venter,
        "ventende": selectors.ventenderader(aktor, regulering, list(venter)),
        "sider": rader,
        "deltakere": selectors.deltakerrader(aktor, regulering, list(rader)),
        "kommandoer": selectors.kommandoer_for(aktor, regulering),
        "forberedt_av_meg": regulering.forberedt_av_id == aktor.bruker_id,
        "gamle_kjoringer": selectors.kjoringer_regnet_for(regulering),
    }


@kontorside
@require_POST
def regulering_kommando(request: HttpRequest, regulering_id: UUID, kommando: str) -> HttpResponse:
    """Carry out one of the regulation's commands, once."""
    aktor = aktor_av(request)
    regulering = selectors.regulering_hent(aktor, regulering_id)
    adresse = reverse("kontor:regulering", args=[regulering.pk])

    def utfor_kommando(_verdier: dict[str, Any]) -> str:
        match kommando:
            case "prov":
                REGULERING.krev("prov", regulering)
                prov_i_bakgrunnen(aktor, regulering)
            case "gjennomfor":
                services.regulering_gjennomfor(aktor, regulering)
                gjennomfor_i_bakgrunnen(aktor, regulering)
            case "fullfor" | "varsle":
                REGULERING.krev(kommando, regulering)
                gjennomfor_i_bakgrunnen(aktor, regulering)
            case "forkast":
                services.regulering_forkast(aktor, regulering)
            case _:
                raise Http404
        return adresse if kommando != "forkast" else reverse("kontor:reguleringer")

    overgang = next((o for o in REGULERING.overganger if o.kommando == kommando), None)
    if overgang is None:
        raise Http404
    krev(aktor, overgang.handling, regulering)
    skjema = Skjema(request.POST)
    svar = utfor(request, skjema, utfor_kommando, kvittering=str(KVITTERING.get(kommando, "")))
    if svar is None:
        for feil in skjema.non_field_errors():
            messages.error(request, str(feil))
        return redirect(adresse)
    return svar


@kontorside
@require_http_methods(["GET", "POST"])
def reguleringslinje(request: HttpRequest, linje_id: UUID) -> HttpResponse:
    """A month somebody has to look at: why, what to do, and taking it along with a reason."""
    aktor = aktor_av(request)
    linje = selectors.linje_hent(aktor, linje_id)
    ser_alt = selectors.ser_reguleringen(aktor, linje)
    tilbake = reverse("kontor:regulering", args=[linje.regulering_id]) if ser_alt else reverse("kontor:min_dag")
    skjema = TaMedSkjema(request.POST or None)
    if request.method == "POST":

        def ta_med(verdier: dict[str, Any]) -> str:
            services.reguleringslinje_ta_med(aktor, linje, **verdier)
            return tilbake

        svar = utfor(request, skjema, ta_med, kvittering=str(TATT_MED))
        if svar:
            return svar
    grunn = Grunn(linje.grunn) if linje.utfall == Utfall.TRENGER_PERSON else None
    return render(
        request,
        "kontor/regulering/linje.html",
        {
            "linje": linje,
            "sak": sakslenke(aktor, linje.sak, Handling.STONAD_LES),
            "neste_steg": NESTE_STEG[grunn] if grunn else "",
            "kan_tas_med": selectors.kan_tas_med(linje),
            "ser_alt": ser_alt,
            "skjema": skjema,
            "tilbake": tilbake,
        },
    )


@kontorside
@require_GET
def regulering_csv(request: HttpRequest, regulering_id: UUID) -> HttpResponse:
    """Every month of the regulation for a spreadsheet, by case number: no names."""
    regulering = selectors.regulering_hent(aktor_av(request), regulering_id)
    navn = f"regulering-{regulering.gjelder_fra:%Y-%m-%d}-{klokke.i_dag():%Y-%m-%d}.csv"
    svar = HttpResponse(
        "\N{ZERO WIDTH NO-BREAK SPACE}",
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{navn}"'},
    )
    skriver = csv.writer(svar, delimiter=";", lineterminator="\r\n")
    for rad in selectors.regulering_csv(regulering):
        skriver.writerow(rad)
    return svar
