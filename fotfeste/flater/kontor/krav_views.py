"""Too much was paid: what nobody has considered, one claim with its months and plan, and claims on NAV."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_POST

from fotfeste.fag.brev.selectors import brev_av
from fotfeste.fag.krav import selectors, services
from fotfeste.fag.krav.overganger import KRAV, REFUSJONSKRAV
from fotfeste.fag.krav.selectors import Kravside, Saksside
from fotfeste.fag.krav.trekkplan import forste_ledige, planlagt_framover
from fotfeste.fag.vedtak.forslag import foreslatt_uttalefrist
from fotfeste.flater.felles.filer import som_nedlasting
from fotfeste.flater.felles.skjema import Skjema
from fotfeste.flater.felles.visning import aktor_av, kontorside, utfor
from fotfeste.flater.kontor import krav_forms as skjemaer
from fotfeste.flater.kontor.ulagret import ulagret
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.tilgang import Handling, krev, krev_rolle, vurder


@kontorside
@require_GET
def krav_liste(request: HttpRequest) -> HttpResponse:
    """What is paid too much and not considered, and the claims somebody has something to do with."""
    aktor = aktor_av(request)
    krev_rolle(aktor, Handling.KRAV_LES)
    uvurdert, apne = selectors.kravliste(aktor)
    return render(request, "kontor/krav/liste.html", {"uvurdert": uvurdert, "apne": apne})


@kontorside
@require_GET
def krav_sak(request: HttpRequest, sak_id: UUID) -> HttpResponse:
    """One case's months paid too much, its claims, and its claims on NAV."""
    return _vis_sak(request, selectors.saksside(aktor_av(request), sak_id))


def _vis_sak(request: HttpRequest, side: Saksside, **egne: Skjema) -> HttpResponse:
    return render(
        request,
        "kontor/krav/sak.html",
        {
            "side": side,
            "sak": side.sak,
            "apneskjema": egne.get("apne") or skjemaer.Apneskjema(uvurderte=side.uvurderte),
            "refusjonsskjema": egne.get("refusjon") or skjemaer.Refusjonsskjema(auto_id="refusjon_%s"),
            "innfriskjema": egne.get("innfri")
            or skjemaer.Innbetalingsskjema(auto_id="innfri_%s", initial=skjemaer.i_dag()),
            "grunnskjema": egne.get("grunn") or skjemaer.Ordskjema(felt="grunn", auto_id="grunn_%s"),
            "ulagret": ulagret(*egne.values()) if not side.kan_behandle else None,
        },
    )


@kontorside
@require_POST
def krav_apne(request: HttpRequest, sak_id: UUID) -> HttpResponse:
    """Take months on as one claim."""
    aktor = aktor_av(request)
    side = selectors.saksside(aktor, sak_id)
    krev(aktor, Handling.KRAV_BEHANDLE, side.sak)
    skjema = skjemaer.Apneskjema(request.POST, uvurderte=side.uvurderte)
    svar = utfor(
        request,
        skjema,
        lambda verdier: reverse("kontor:krav", args=[services.krav_apne(aktor, sak=side.sak, **verdier).pk]),
    )
    return svar or _vis_sak(request, side, apne=skjema)


@kontorside
@require_POST
def refusjon_ny(request: HttpRequest, sak_id: UUID) -> HttpResponse:
    """Claim of NAV what we have paid for the same days."""
    aktor = aktor_av(request)
    side = selectors.saksside(aktor, sak_id)
    krev(aktor, Handling.KRAV_BEHANDLE, side.sak)
    skjema = skjemaer.Refusjonsskjema(request.POST, auto_id="refusjon_%s")
    svar = utfor(
        request,
        skjema,
        lambda verdier: (
            services.refusjonskrav_fremsett(aktor, sak=side.sak, **verdier),
            reverse("kontor:krav_sak", args=[sak_id]),
        )[1],
        kvittering=_("Kravet er laget. Send brevet til NAV. Deltakeren har fått et brev om det."),
    )
    return svar or _vis_sak(request, side, refusjon=skjema)


@kontorside
@require_GET
def refusjon_brev(request: HttpRequest, refusjonskrav_id: UUID) -> HttpResponse:
    """The letter to NAV, byte for byte."""
    return som_nedlasting(selectors.refusjonskrav_hent(aktor_av(request), refusjonskrav_id).brev)


_REFUSJON: Mapping[str, tuple[Callable[..., object], Callable[[Any], Skjema], str]] = {
    "innfri": (
        services.refusjonskrav_innfri,
        lambda data: skjemaer.Innbetalingsskjema(data, auto_id="innfri_%s"),
        "innfri",
    ),
    "registrer_avslag": (
        services.refusjonskrav_registrer_avslag,
        lambda data: skjemaer.Ordskjema(data, felt="grunn", auto_id="grunn_%s"),
        "grunn",
    ),
    "trekk_tilbake": (
        services.refusjonskrav_trekk_tilbake,
        lambda data: skjemaer.Ordskjema(data, felt="grunn", auto_id="grunn_%s"),
        "grunn",
    ),
}


@kontorside
@require_POST
def refusjon_kommando(request: HttpRequest, refusjonskrav_id: UUID, kommando: str) -> HttpResponse:
    """Carry out one of the commands on a claim on NAV."""
    aktor = aktor_av(request)
    if kommando not in _REFUSJON:
        raise Http404
    rad = selectors.refusjonskrav_hent(aktor, refusjonskrav_id, REFUSJONSKRAV.overgang(kommando).handling)
    tjeneste, lag, navn = _REFUSJON[kommando]
    skjema = lag(request.POST)
    svar = utfor(
        request,
        skjema,
        lambda verdier: (
            tjeneste(aktor, refusjonskrav=rad, **verdier),
            reverse("kontor:krav_sak", args=[rad.sak_id]),
        )[1],
        kvittering=_("Lagret."),
    )
    return svar or _vis_sak(request, selectors.saksside(aktor, rad.sak_id), **{navn: skjema})


_LAGRET = gettext_lazy("Lagret.")


@dataclass(frozen=True, slots=True)
class Kommando:
    """One form of the claim's page: how it is made of the page's claim, what it calls, and the words after."""

    skjema: Callable[[Any, Kravside], Skjema]
    gjor: Callable[..., object]
    kvittering: Any = _LAGRET


def _plan(klasse: type[skjemaer.Planskjema], navn: str) -> Callable[[Any, Kravside], Skjema]:
    def lag(data: Any, side: Kravside) -> Skjema:
        initial = {"per_maned": side.per_maned, "fra": side.fra.isoformat()}
        if klasse is skjemaer.Varselskjema:
            initial["uttalefrist"] = foreslatt_uttalefrist(side.krav.sak)
        if klasse is skjemaer.Sendeskjema:
            initial["begrunnelse"] = side.krav.begrunnelse
        versjon = side.krav.versjon if klasse is skjemaer.Sendeskjema else None
        return klasse(data, forste=forste_ledige(side.krav.sak), initial=initial, auto_id=f"{navn}_%s", versjon=versjon)

    return lag


def _ord(navn: str, felt: str, ledetekst: Any) -> Callable[[Any, Kravside], Skjema]:
    return lambda data, _side: skjemaer.Ordskjema(data, felt=felt, ledetekst=ledetekst, auto_id=f"{navn}_%s")


def _enkelt(klasse: type[Skjema], navn: str) -> Callable[[Any, Kravside], Skjema]:
    return lambda data, _side: klasse(data, auto_id=f"{navn}_%s", initial=skjemaer.i_dag())


def _bare_knapp(data: Any, side: Kravside) -> Skjema:
    return Skjema(data, versjon=side.krav.versjon, auto_id="knapp_%s")


KOMMANDOER: Mapping[str, Kommando] = {
    "vurder_arsak": Kommando(
        lambda data, side: skjemaer.Arsakskjema(
            data,
            initial={"arsak": side.krav.arsak, "arsak_ord": side.krav.arsak_ord},
            auto_id="arsak_%s",
            versjon=side.krav.versjon,
        ),
        services.krav_vurder_arsak,
    ),
    "varsle": Kommando(
        _plan(skjemaer.Varselskjema, "varsel"), services.krav_varsle, gettext_lazy("Varselet er sendt til deltakeren.")
    ),
    "registrer_svar": Kommando(
        _enkelt(skjemaer.Svarskjema, "svar"), services.krav_registrer_svar, gettext_lazy("Svaret er registrert.")
    ),
    "send_til_beslutter": Kommando(
        _plan(skjemaer.Sendeskjema, "send"),
        services.krav_send_til_beslutter,
        gettext_lazy("Trekket er sendt til beslutter."),
    ),
    "hent_tilbake": Kommando(_bare_knapp, services.krav_hent_tilbake, gettext_lazy("Kravet er hentet tilbake.")),
    "returner": Kommando(
        _ord("retur", "tekst", gettext_lazy("Hva må rettes?")),
        services.krav_returner,
        gettext_lazy("Kravet er sendt tilbake."),
    ),
    "bestem": Kommando(
        _bare_knapp, services.krav_bestem, gettext_lazy("Trekket er bestemt, og brevet er sendt til deltakeren.")
    ),
    "endre_plan": Kommando(
        _plan(skjemaer.Endreskjema, "endre"), services.krav_endre_plan, gettext_lazy("Planen er endret.")
    ),
    "gi_trekkfri": Kommando(
        lambda data, side: skjemaer.Trekkfriskjema(
            data, maneder=sorted(planlagt_framover(side.krav)), auto_id="trekkfri_%s"
        ),
        services.krav_gi_trekkfri,
        gettext_lazy("Det trekkes ingenting den måneden. Planen blir en måned lenger."),
    ),
    "svar_pa_hjelp": Kommando(_ord("hjelp", "ord_", gettext_lazy("Hva fant dere ut av?")), services.krav_svar_pa_hjelp),
    "registrer_innbetaling": Kommando(
        _enkelt(skjemaer.Innbetalingsskjema, "innbetaling"),
        services.krav_registrer_innbetaling,
        gettext_lazy("Innbetalingen er registrert."),
    ),
    "rett_innbetaling": Kommando(
        lambda data, side: skjemaer.Rettskjema(data, innbetalinger=side.innbetalinger, auto_id="rett_%s"),
        services.krav_rett_innbetaling,
        gettext_lazy("Innbetalingen er tatt tilbake."),
    ),
    "start_tilbakebetaling": Kommando(_bare_knapp, services.krav_start_tilbakebetaling, ""),
    "frafall": Kommando(
        _ord("frafall", "grunn", gettext_lazy("Hvorfor dere ikke krever det tilbake")),
        services.krav_frafall,
        gettext_lazy("Kravet er lagt bort. Deltakeren ser det på siden sin."),
    ),
    "gi_tilbake": Kommando(
        lambda data, side: skjemaer.Tilbakeforingsskjema(
            data, initial={"belop": side.dekning.gitt_for_mye or side.dekning.fra_deltakeren}, auto_id="gi_tilbake_%s"
        ),
        services.krav_gi_tilbake,
        gettext_lazy("Pengene kommer med den neste kjøringen."),
    ),
    "angre_tilbakeforing": Kommando(
        lambda data, side: skjemaer.Angreskjema(data, tilbakeforinger=side.tilbakeforinger, auto_id="angre_%s"),
        services.krav_angre_tilbakeforing,
        gettext_lazy("Det betales ikke tilbake likevel."),
    ),
}
_MED_VERSJON = frozenset({"vurder_arsak", "send_til_beslutter", "bestem"})


@kontorside
@require_GET
def krav(request: HttpRequest, krav_id: UUID) -> HttpResponse:
    """One claim: the months line against line, the plan with what is left to live on, and what can be done."""
    return _vis(request, _side(request, krav_id))


def _side(request: HttpRequest, krav_id: UUID) -> Kravside:
    belop = request.GET.get("per_maned", "").strip()
    prov = int(belop) if belop.isascii() and belop.isdigit() and len(belop) <= 7 else None
    return selectors.kravside(aktor_av(request), krav_id, per_maned=prov or None, fra=_maned(request.GET.get("fra")))


def _maned(tekst: str | None) -> date | None:
    try:
        return date.fromisoformat(tekst or "").replace(day=1)
    except ValueError:
        return None


@kontorside
@require_POST
def krav_kommando(request: HttpRequest, krav_id: UUID, kommando: str) -> HttpResponse:
    """Carry out one of the claim's commands."""
    aktor = aktor_av(request)
    if kommando not in KOMMANDOER:
        raise Http404
    selectors.krav_hent(aktor, krav_id, KRAV.overgang(kommando).handling)
    side = selectors.kravside(aktor, krav_id)
    valgt = KOMMANDOER[kommando]
    skjema = valgt.skjema(request.POST, side)

    def gjor(verdier: dict[str, Any]) -> str:
        if kommando in _MED_VERSJON:
            verdier["versjon"] = skjema.cleaned_data["versjon"]
        valgt.gjor(aktor, krav=side.krav, **verdier)
        if kommando == "start_tilbakebetaling":
            return reverse("kontor:vedtak", args=[side.krav.sak_id])
        return reverse("kontor:krav", args=[krav_id])

    svar = utfor(request, skjema, gjor, kvittering=str(valgt.kvittering))
    return svar or _vis(request, selectors.kravside(aktor, krav_id), **{kommando: skjema})


def _vis(request: HttpRequest, side: Kravside, **egne: Skjema) -> HttpResponse:
    skjemaene = {
        navn: egne.get(navn) or valgt.skjema(None, side)
        for navn, valgt in KOMMANDOER.items()
        if navn in side.kommandoer or navn in egne
    }
    return render(
        request,
        "kontor/krav/krav.html",
        {
            "side": side,
            "sak": side.krav.sak,
            "krav": side.krav,
            "brevet": brev_av([side.krav.brev_id]).get(side.krav.brev_id) if side.krav.brev_id else None,
            "kan_registrere": vurder(aktor_av(request), Handling.VEDTAK_FORBERED, side.krav).tillatt,
            "s": skjemaene,
            "maneder": skjemaer.kommende_maneder(forste_ledige(side.krav.sak)),
            "i_dag": klokke.i_dag(),
            "ulagret": ulagret(*[skjema for navn, skjema in egne.items() if navn not in side.kommandoer]),
        },
    )
