"""Egenmelding in the office: what is counted, the question from first thought to new assessment, and § 7."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_POST

from fotfeste.fag.egenmelding import selectors, services
from fotfeste.fag.egenmelding.selectors import Egenmeldingsside, Kravvisning, Stoppvisning
from fotfeste.fag.oppmote.selectors import fravaer_hent
from fotfeste.fag.vedtak.forslag import foreslatt_uttalefrist
from fotfeste.flater.felles.skjema import Skjema
from fotfeste.flater.felles.visning import aktor_av, kontorside, utfor
from fotfeste.flater.kontor import egenmelding_forms as skjemaer
from fotfeste.flater.kontor.vedtak_forms import Uttalelseskjema, Varselskjema
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.tilgang import Handling, krev


def _adresse(sak_id: UUID) -> str:
    return reverse("kontor:egenmelding", args=[sak_id])


@kontorside
@require_GET
def egenmelding(request: HttpRequest, sak_id: UUID) -> HttpResponse:
    """What is counted, what is considered or stands, and what has been."""
    return _vis(request, selectors.egenmelding_side(aktor_av(request), sak_id))


@kontorside
@require_POST
def egenmelding_start(request: HttpRequest, sak_id: UUID) -> HttpResponse:
    """Begin to consider whether egenmelding can still be used."""
    aktor = aktor_av(request)
    side = selectors.egenmelding_side(aktor, sak_id)
    krev(aktor, Handling.VEDTAK_FORBERED, side.sak)
    skjema = skjemaer.Startskjema(request.POST, mulige=side.kan_starte, auto_id="start_%s")

    def gjor(verdier: dict[str, Any]) -> str:
        services.stopp_start(aktor, sak=side.sak, **verdier)
        return _adresse(sak_id)

    kvittering = _("Lagret. Se over fakta, og send varselet når det er klart.")
    return utfor(request, skjema, gjor, kvittering=kvittering) or _vis(request, side, {"start": skjema})


class _Kommando(NamedTuple):
    """A command of the page: its service, its form (None: one press), and what is said afterwards."""

    service: Callable[..., object]
    skjema: Callable[..., Skjema] | None
    kvittering: Any


_STOPP: Mapping[str, _Kommando] = {
    "lagre": _Kommando(services.stopp_lagre, skjemaer.Utkastskjema, gettext_lazy("Lagret.")),
    "varsle": _Kommando(services.stopp_varsle, Varselskjema, gettext_lazy("Forhåndsvarselet er sendt.")),
    "uttalelse": _Kommando(services.stopp_uttalelse, Uttalelseskjema, gettext_lazy("Svaret er registrert.")),
    "send_til_beslutter": _Kommando(
        services.stopp_send_til_beslutter, None, gettext_lazy("Spørsmålet er sendt til beslutter.")
    ),
    "returner": _Kommando(services.stopp_returner, skjemaer.Returskjema, gettext_lazy("Sendt tilbake.")),
    "bestem": _Kommando(services.stopp_bestem, None, gettext_lazy("Bestemt, og brevet er sendt.")),
    "revurder": _Kommando(services.stopp_revurder, skjemaer.Revurderingsskjema, gettext_lazy("Lagret.")),
    "oppretthold": _Kommando(services.stopp_oppretthold, None, gettext_lazy("Opprettholdt, og brevet er sendt.")),
    "opphev": _Kommando(services.stopp_opphev, skjemaer.Opphevskjema, gettext_lazy("Retten er gitt tilbake.")),
    "frafall": _Kommando(services.stopp_frafall, skjemaer.Frafallskjema, gettext_lazy("Lagt bort.")),
}
_MED_VERSJON = frozenset({"send_til_beslutter", "bestem"})


def _skjema(kommando: str, visning: Stoppvisning, data: Any = None) -> Skjema:
    """The command's form, filled with what is known; without one, the frame's own."""
    lag = _STOPP[kommando].skjema
    auto_id = f"{kommando}_{visning.stopp.gjelder}_%s"
    if lag is None:
        return Skjema(data)
    if lag is skjemaer.Utkastskjema:
        return lag(data, stopp=visning.stopp, auto_id=auto_id)
    return lag(data, auto_id=auto_id, initial=_forslag(kommando, visning) if data is None else None)


def _forslag(kommando: str, visning: Stoppvisning) -> dict[str, Any]:
    """What the command's form begins with."""
    if kommando == "varsle":
        return {"uttalefrist": foreslatt_uttalefrist(visning.stopp.sak)}
    if kommando == "uttalelse":
        return {"dato": klokke.i_dag()}
    if kommando == "revurder" and visning.er_revurdert:
        return {"vurdering": visning.stopp.revurdering}
    return {}


@kontorside
@require_POST
def egenmelding_kommando(request: HttpRequest, stopp_id: UUID, kommando: str) -> HttpResponse:
    """One command on the question."""
    aktor = aktor_av(request)
    if kommando not in _STOPP:
        raise Http404
    funnet = selectors.stopp_hent(aktor, stopp_id)
    side = selectors.egenmelding_side(aktor, funnet.sak_id)
    visning = next(ett for ett in (*side.apne, *side.tidligere) if ett.stopp.pk == stopp_id)
    krev(aktor, services.handling_for(kommando), funnet)
    skjema = _skjema(kommando, visning, request.POST)

    def gjor(verdier: dict[str, Any]) -> str:
        if kommando in _MED_VERSJON:
            verdier["versjon"] = skjema.cleaned_data["versjon"]
        _STOPP[kommando].service(aktor, stopp=funnet, **verdier)
        return _adresse(funnet.sak_id)

    svar = utfor(request, skjema, gjor, kvittering=str(_STOPP[kommando].kvittering))
    return svar or _vis(request, side, {f"{kommando}:{stopp_id}": skjema})


@kontorside
def egenmelding_bekreftelse(request: HttpRequest, fravaer_id: UUID) -> HttpResponse:
    """Ask for an oral egenmelding in writing."""
    aktor = aktor_av(request)
    fravaer = fravaer_hent(aktor, fravaer_id)
    krev(aktor, Handling.TIMELISTE_GODKJENN, fravaer)
    frist = {"frist": foreslatt_uttalefrist(fravaer.sak)}
    skjema = skjemaer.Bekreftelseskjema(request.POST or None, initial=frist)

    def gjor(verdier: dict[str, Any]) -> str:
        services.egenmelding_be_om_bekreftelse(aktor, fravaer=fravaer, **verdier)
        return _adresse(fravaer.sak_id)

    if request.method == "POST":
        svar = utfor(request, skjema, gjor, kvittering=_("Brevet er sendt."))
        if svar:
            return svar
    maned = fravaer.timeliste.maned
    tilbake = reverse("kontor:timeliste", args=[fravaer.sak_id, maned.year, maned.month])
    return render(
        request,
        "kontor/egenmelding/bekreftelse.html",
        {"sak": fravaer.sak, "fravaer": fravaer, "skjema": skjema, "tilbake": tilbake},
    )


_KRAV: Mapping[str, _Kommando] = {
    "bekreft": _Kommando(services.egenmelding_bekreft, skjemaer.Papirskjema, gettext_lazy("Bekreftelsen er lagret.")),
    "frafall_krav": _Kommando(services.egenmelding_frafall_krav, None, gettext_lazy("Lagret.")),
    "la_falle_bort": _Kommando(
        services.egenmelding_la_falle_bort, skjemaer.Bortfallskjema, gettext_lazy("Bestemt, og brevet er sendt.")
    ),
    "la_gjelde": _Kommando(services.egenmelding_la_gjelde, skjemaer.Gjelderskjema, gettext_lazy("Lagret.")),
}


@kontorside
@require_POST
def egenmelding_krav(request: HttpRequest, krav_id: UUID, kommando: str) -> HttpResponse:
    """One command on an egenmelding asked for in writing."""
    aktor = aktor_av(request)
    if kommando not in _KRAV:
        raise Http404
    krav = selectors.krav_hent(aktor, krav_id)
    krev(aktor, services.handling_for_krav(kommando), krav)
    side = selectors.egenmelding_side(aktor, krav.sak_id)
    lag = _KRAV[kommando].skjema or Skjema
    skjema = lag(request.POST, auto_id=f"{kommando}_{krav_id}_%s")

    def gjor(verdier: dict[str, Any]) -> str:
        _KRAV[kommando].service(aktor, krav=krav, **verdier)
        return _adresse(krav.sak_id)

    svar = utfor(request, skjema, gjor, kvittering=str(_KRAV[kommando].kvittering))
    return svar or _vis(request, side, {f"{kommando}:{krav_id}": skjema})


class _Stopprad(NamedTuple):
    """A question with its forms, by command."""

    visning: Stoppvisning
    skjemaer: dict[str, Skjema]


class _Kravrad(NamedTuple):
    visning: Kravvisning
    skjemaer: dict[str, Skjema]


def _vis(request: HttpRequest, side: Egenmeldingsside, sendte: Mapping[str, Skjema] | None = None) -> HttpResponse:
    sendte = sendte or {}

    def stoppskjemaer(visning: Stoppvisning) -> dict[str, Skjema]:
        return {
            k: sendte.get(f"{k}:{visning.stopp.pk}") or _skjema(k, visning) for k in _STOPP if k in visning.kommandoer
        }

    def kravskjemaer(visning: Kravvisning) -> dict[str, Skjema]:
        nokkel = visning.krav.pk
        return {
            k: sendte.get(f"{k}:{nokkel}") or (rad.skjema or Skjema)(auto_id=f"{k}_{nokkel}_%s")
            for k, rad in _KRAV.items()
            if k in visning.kommandoer
        }

    return render(
        request,
        "kontor/egenmelding/egenmelding.html",
        {
            "sak": side.sak,
            "side": side,
            "apne": [_Stopprad(ett, stoppskjemaer(ett)) for ett in side.apne],
            "krav": [_Kravrad(ett, kravskjemaer(ett)) for ett in side.krav],
            "startskjema": sendte.get("start") or skjemaer.Startskjema(mulige=side.kan_starte, auto_id="start_%s"),
        },
    )
