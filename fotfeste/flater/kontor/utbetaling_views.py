"""Økonomi's pages: the runs, one run from reckoned to sent, and a case's money row by row."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_POST

from fotfeste.fag.sak.models import Sak
from fotfeste.fag.sak.selectors import sak_hent
from fotfeste.fag.utbetaling import selectors, services
from fotfeste.fag.utbetaling.enums import Kjoringsstatus
from fotfeste.fag.utbetaling.forskjell import grunner_for
from fotfeste.fag.utbetaling.jobber import forbered_i_bakgrunnen
from fotfeste.fag.utbetaling.models import Beregning, Kjoring
from fotfeste.fag.utbetaling.overganger import KJORING
from fotfeste.flater.felles.manedsbrev import brev_om_maneden
from fotfeste.flater.felles.skjema import Skjema
from fotfeste.flater.felles.tilgode import med_ord
from fotfeste.flater.felles.visning import aktor_av, kontorside, maned_av, utfor
from fotfeste.flater.kontor.utbetaling_forms import NyKjoringSkjema, maneder_som_er_over
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.tilgang import Handling, krev_rolle, vurder
from fotfeste.kobling.betaling.services import filer_lag
from fotfeste.regelverk.parametre import UkjentParameter

LINJER_PER_SIDE = 100
KVITTERING = {"frigi": _("Utbetalingen er frigitt."), "forkast": _("Kjøringen er lagt bort.")}


@kontorside
def kjoringer(request: HttpRequest) -> HttpResponse:
    """All runs, and the form that begins the next one."""
    aktor = aktor_av(request)
    krev_rolle(aktor, Handling.KJORING_LES)
    kommuner = list(selectors.kommuner_for_okonomi(aktor, Handling.KJORING_FORBERED))
    # Min dag leads here with what to begin; a choice that is none of the form's is left as it opens.
    skjema = NyKjoringSkjema(request.POST or None, kommuner=kommuner, initial={"maned": request.GET.get("hva")})
    if request.method == "POST":
        krev_rolle(aktor, Handling.KJORING_FORBERED)
        svar = utfor(request, skjema, lambda verdier: _begynn(request, **verdier))
        if svar:
            return svar
    return render(
        request,
        "kontor/utbetaling/kjoringer.html",
        {
            "kjoringer": selectors.kjoringer(aktor),
            "skjema": skjema,
            "kan_begynne": bool(kommuner),
        },
    )


def _begynn(request: HttpRequest, **valg: Any) -> str:
    aktor = aktor_av(request)
    kjoring = services.kjoring_opprett(aktor, **valg)
    if kjoring.status == Kjoringsstatus.FORBEREDES:
        forbered_i_bakgrunnen(aktor, kjoring)
    return reverse("kontor:kjoring", args=[kjoring.pk])


@kontorside
@require_GET
def kjoring(request: HttpRequest, kjoring_id: UUID) -> HttpResponse:
    """One run: where it stands, what differs from last month first, who is left out and why."""
    aktor = aktor_av(request)
    kjoring = selectors.kjoring_hent(aktor, kjoring_id)
    if kjoring.status == Kjoringsstatus.FORBEREDES and request.htmx:  # type: ignore[attr-defined]
        return render(request, "kontor/utbetaling/framdrift.html", {"kjoring": kjoring})
    svar = render(request, "kontor/utbetaling/kjoring.html", _kjoringsside(request, kjoring))
    if request.htmx:  # type: ignore[attr-defined]
        # The preparation finished while the page watched: show the whole page anew.
        svar.headers["HX-Redirect"] = request.path
    return svar


def _kjoringsside(request: HttpRequest, kjoring: Kjoring) -> dict[str, Any]:
    aktor = aktor_av(request)
    linjer = Paginator(selectors.kjoringslinjer(aktor, kjoring), LINJER_PER_SIDE).get_page(request.GET.get("side"))
    utelatt = Paginator(selectors.utelatte_i(kjoring), LINJER_PER_SIDE).get_page(request.GET.get("utelatt"))
    hvorfor = grunner_for([linje.utbetaling for linje in linjer])
    return {
        "kjoring": kjoring,
        "linjer": linjer,
        "linjer_med_grunn": [(linje, hvorfor.get(linje.utbetaling.pk, ())) for linje in linjer],
        "utelatte": selectors.utelatte(aktor, utelatt),
        "utelatt": utelatt,
        "kommandoer": selectors.kommandoer_for(aktor, kjoring),
        "er_tom": selectors.er_tom(kjoring),
        "forberedt_av_meg": kjoring.forberedt_av_id == aktor.bruker_id,
        "filer": kjoring.filer.select_related("dokument").order_by("type"),
        "skjema": Skjema(),
    }


@kontorside
@require_POST
def kjoring_kommando(request: HttpRequest, kjoring_id: UUID, kommando: str) -> HttpResponse:
    """Carry out one of the run's commands, once."""
    aktor = aktor_av(request)
    kjoring = selectors.kjoring_hent(aktor, kjoring_id)
    adresse = reverse("kontor:kjoring", args=[kjoring.pk])

    def utfor_kommando(_verdier: dict[str, Any]) -> str:
        match kommando:
            case "forbered":
                KJORING.krev("forbered", kjoring)
                forbered_i_bakgrunnen(aktor, kjoring)
            case "frigi":
                services.kjoring_frigi(aktor, kjoring)
            case "send":
                filer_lag(aktor, kjoring)
            case "forkast":
                services.kjoring_forkast(aktor, kjoring)
            case _:
                raise Http404
        return adresse if kommando != "forkast" else reverse("kontor:kjoringer")

    skjema = Skjema(request.POST)
    svar = utfor(request, skjema, utfor_kommando, kvittering=str(KVITTERING.get(kommando, "")))
    if svar is None:
        for feil in skjema.non_field_errors():
            messages.error(request, str(feil))
        return redirect(adresse)
    return svar


@kontorside
@require_GET
def betalingsfil(request: HttpRequest, kjoring_id: UUID, type_: str) -> HttpResponse:
    """Download a run's file, byte for byte as it was made."""
    kjoring = selectors.kjoring_hent(aktor_av(request), kjoring_id, Handling.KJORING_FRIGI)
    fil = kjoring.filer.select_related("dokument").filter(type=type_).first()
    if fil is None:
        raise Http404
    return HttpResponse(
        bytes(fil.dokument.innhold),
        content_type=fil.dokument.mime,
        headers={"Content-Disposition": f'attachment; filename="{fil.dokument.navn}"'},
    )


@kontorside
@require_GET
def stonad(request: HttpRequest, sak_id: UUID) -> HttpResponse:
    """A case's money: what each month came to, and why, row by row."""
    aktor = aktor_av(request)
    sak = sak_hent(aktor, sak_id, Handling.STONAD_LES)
    maned = les_maned(request.GET.get("maned"))
    betalte = list(selectors.utbetalinger(sak))
    endelig = selectors.beregning_hent(sak, maned)
    beregning = endelig or _forhandsvis(sak, maned)
    return render(
        request,
        "kontor/utbetaling/stonad.html",
        {
            "sak": sak,
            "maned": maned,
            "maneder": maneder_som_er_over(klokke.i_dag()),
            "beregning": beregning,
            "til_andre": selectors.til_andre(sak, beregning),
            "er_endelig": endelig is not None,
            "full_sats_fra": selectors.full_sats_fra(sak, maned),
            "differanser": med_ord(selectors.differanser(sak, maned), til_deltakeren=False),
            "kan_regne_om": bool(betalte) and vurder(aktor, Handling.STONAD_ETTERREGN, sak).tillatt,
            "kan_gi_forskudd": vurder(aktor, Handling.FORSKUDD_BESTEM, sak).tillatt,
            "utbetalinger": betalte,
        },
    )


@kontorside
@require_GET
def stonad_brev(request: HttpRequest, sak_id: UUID, aar: int, mnd: int) -> HttpResponse:
    """A paid month as the letter the participant can take out."""
    sak = sak_hent(aktor_av(request), sak_id, Handling.STONAD_LES)
    return brev_om_maneden(sak, maned_av(aar, mnd))


def les_maned(tekst: str | None) -> date:
    """The month in the address («2026-05»); last month when it is missing or is none."""
    try:
        return date.fromisoformat(f"{tekst}-01")
    except ValueError:
        return maneder_som_er_over(klokke.i_dag())[0]


def _forhandsvis(sak: Sak, maned: date) -> Beregning | None:
    """The month as it would be now; None for one the rates are not known for."""
    try:
        return services.beregning_forhandsvis(sak, maned=maned)
    except UkjentParameter:
        return None
