"""The leader's pages: the caseloads, moving cases, handing over, and substitutes."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from fotfeste.fag.henvendelse.services import borte_registrer
from fotfeste.fag.oversikt.portefolje import Fordelbare, bunker_i_dag, fordelbare, portefoljer
from fotfeste.fag.sak import overlevering as overleveringer
from fotfeste.fag.sak.models import Overlevering, Sak
from fotfeste.fag.sak.selectors import sak_hent
from fotfeste.flater.felles.ett_trykk import ett_trykk
from fotfeste.flater.felles.visning import aktor_av, kontorside, utfor
from fotfeste.flater.kontor.ledelse_forms import Fordelskjema, Overleveringsskjema, Stedfortrederskjema
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import Fagfeil
from fotfeste.grunnmur.organisasjon import stedfortreder as stedfortredere
from fotfeste.grunnmur.organisasjon.models import Bruker
from fotfeste.grunnmur.tilgang import Handling, vurder


@kontorside
@require_GET
def portefolje(request: HttpRequest) -> HttpResponse:
    """Who has how many cases, and what waits in them."""
    aktor = aktor_av(request)
    return render(
        request,
        "kontor/ledelse/portefolje.html",
        {"kontorer": portefoljer(aktor), "bunker": bunker_i_dag(aktor)},
    )


def _uuid(tekst: str) -> UUID | None:
    try:
        return UUID(tekst)
    except ValueError:
        return None


@kontorside
@require_http_methods(["GET", "POST"])
def fordel(request: HttpRequest) -> HttpResponse:
    """Move cases: choose, see what will happen, and do it."""
    aktor = aktor_av(request)
    kilde, felt = (request.POST, "saker") if request.method == "POST" else (request.GET, "sak")
    saker = [pk for verdi in kilde.getlist(felt) if (pk := _uuid(verdi))]
    fra = _uuid(request.GET.get("fra", ""))
    valg = fordelbare(aktor, saker=saker, fra=fra)
    start = {"saker": [str(o.sak.pk) for o in valg.saker]}
    skjema = Fordelskjema(request.POST or None, valg=valg, initial=start)
    plan: list[tuple[Sak, Bruker]] = []
    if request.method == "POST" and "endre" not in request.POST and skjema.is_valid():
        plan = _plan(skjema, valg)
        if skjema.cleaned_data["bekreftet"]:
            svar = utfor(request, skjema, lambda v: _flytt(request, skjema, plan, v["grunn"]))
            if svar:
                return svar
            plan = []
    return render(
        request,
        "kontor/ledelse/fordel.html",
        {"skjema": skjema, "valg": valg, "plan": plan, "fra": fra, "uten_notat": plan and _uten_notat(skjema)},
    )


def _plan(skjema: Fordelskjema, valg: Fordelbare) -> list[tuple[Sak, Bruker]]:
    valgte = set(skjema.cleaned_data["saker"])
    hvem = set(skjema.cleaned_data["mottakere"])
    return overleveringer.fordeling(
        [o.sak for o in valg.saker if str(o.sak.pk) in valgte],
        valg.kontakter,
        [b for b in valg.mottakere if str(b.pk) in hvem],
        valg.antall,
    )


def _uten_notat(skjema: Fordelskjema) -> bool:
    notat = skjema.notat()
    return not (notat.nytte.strip() and notat.maloppnaelse.strip())


def _flytt(request: HttpRequest, skjema: Fordelskjema, plan: list[tuple[Sak, Bruker]], grunn: str) -> str:
    overleveringer.sak_fordel(aktor_av(request), plan=plan, grunn=grunn, notat=skjema.notat())
    n = len(plan)
    messages.success(request, ngettext("%(n)s sak er flyttet.", "%(n)s saker er flyttet.", n) % {"n": n})
    return reverse("kontor:portefolje")


@kontorside
@require_POST
def fordel_angre(request: HttpRequest, bunke: UUID) -> HttpResponse:
    """Move a batch back, the same day."""
    try:
        n = overleveringer.overlevering_angre(aktor_av(request), bunke)
    except Fagfeil as feil:
        messages.warning(request, feil.melding)
    else:
        messages.success(
            request, ngettext("%(n)s sak er flyttet tilbake.", "%(n)s saker er flyttet tilbake.", n) % {"n": n}
        )
    return redirect("kontor:portefolje")


def _overleveringen(request: HttpRequest, sak: Sak) -> Overlevering:
    rad = overleveringer.overlevering_hent(aktor_av(request), sak)
    if rad is None:
        raise Http404
    return rad


@kontorside
@require_http_methods(["GET", "POST"])
def overlevering(request: HttpRequest, sak_id: UUID) -> HttpResponse:
    """Read what the contact before wrote, or write it."""
    aktor = aktor_av(request)
    handling = Handling.OPPFOLGING_SKRIV if request.method == "POST" else Handling.OPPFOLGING_LES
    sak = sak_hent(aktor, sak_id, handling)
    rad = _overleveringen(request, sak)
    skjema = Overleveringsskjema(
        request.POST or None,
        versjon=rad.versjon,
        initial={
            "nytte": rad.nytte,
            "maloppnaelse": rad.maloppnaelse,
            "neste_evaluering": rad.neste_evaluering,
        },
    )

    def lagre(_verdier: dict[str, Any]) -> str:
        versjon = skjema.cleaned_data.get("versjon")
        overleveringer.overlevering_skriv(aktor, rad, notat=skjema.notat(), versjon=versjon)
        return reverse("kontor:sak", args=[sak.pk])

    if request.method == "POST":
        svar = utfor(request, skjema, lagre, kvittering=_("Overleveringen er lagret."))
        if svar:
            return svar
    kan_skrive = not rad.lest and vurder(aktor, Handling.OPPFOLGING_SKRIV, sak).tillatt
    er_min = rad.til_id == aktor.bruker_id
    return render(
        request,
        "kontor/ledelse/overlevering.html",
        {
            "sak": sak,
            "rad": rad,
            "skjema": skjema,
            "kan_skrive": kan_skrive and (not rad.er_skrevet or not er_min or skjema.is_bound),
            "kan_lese": kan_skrive and rad.er_skrevet and er_min,
            "er_min": er_min,
        },
    )


@kontorside
@require_POST
def overlevering_lest(request: HttpRequest, sak_id: UUID) -> HttpResponse:
    """Say that it is read."""
    aktor = aktor_av(request)
    sak = sak_hent(aktor, sak_id, Handling.OPPFOLGING_SKRIV)
    try:
        versjon = int(request.POST.get("versjon") or 0) or None
        overleveringer.overlevering_les(aktor, _overleveringen(request, sak), versjon=versjon)
    except (Fagfeil, ValueError) as feil:
        messages.warning(request, feil.melding if isinstance(feil, Fagfeil) else _("Last siden på nytt."))
        return redirect("kontor:overlevering", sak.pk)
    messages.success(request, _("Da er du i gang med saken."))
    return redirect("kontor:sak", sak.pk)


@kontorside
@require_http_methods(["GET", "POST"])
def stedfortreder(request: HttpRequest, kontor_id: UUID) -> HttpResponse:
    """Say who is away, and who has their tasks and enquiries meanwhile: oneself, or a colleague."""
    aktor = aktor_av(request)
    kontor, hvem = stedfortredere.kontor_for_fravaer(aktor, kontor_id)
    ansatte = stedfortredere.ansatte_ved(kontor, klokke.i_dag())
    if len(hvem) == 1:
        ansatte = ansatte.exclude(pk__in=hvem)
    valgt = _uuid(request.GET.get("hvem", "")) or aktor.bruker_id
    skjema = Stedfortrederskjema(request.POST or None, hvem=hvem, ansatte=ansatte, initial={"bruker": valgt})
    tilbake = _fravaerslisten(request)

    def sett(verdier: dict[str, Any]) -> str:
        borte_registrer(aktor, kontor=kontor, **verdier)
        return tilbake

    if request.method == "POST":
        svar = utfor(request, skjema, sett, kvittering=_("Stedfortrederen er satt."))
        if svar:
            return svar
    return render(
        request, "kontor/ledelse/stedfortreder.html", {"skjema": skjema, "kontor": kontor, "tilbake": tilbake}
    )


@kontorside
@require_POST
def stedfortreder_avslutt(request: HttpRequest, stedfortreder_id: UUID) -> HttpResponse:
    """They are back."""
    aktor = aktor_av(request)
    borte = stedfortredere.stedfortreder_hent(aktor, stedfortreder_id)
    return ett_trykk(
        request,
        lambda: stedfortredere.stedfortreder_avslutt(aktor, stedfortreder=borte),
        til=_fravaerslisten(request),
        kvittering=_("Oppgavene går til den som har dem igjen."),
    )


def _fravaerslisten(request: HttpRequest) -> str:
    """The list one came from: the distribution of cases, or the duty list."""
    return reverse("kontor:portefolje" if request.GET.get("fra") == "portefolje" else "kontor:vaktliste")
