"""Assessing and deciding, side by side: facts, text, provision; then another pair of eyes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from fotfeste.fag.brev.html import som_html
from fotfeste.fag.kartlegging.punkter import PUNKTER
from fotfeste.fag.vedtak import selectors, services
from fotfeste.fag.vedtak.enums import KREVER_FORHANDSVARSEL, Vedtakstype
from fotfeste.fag.vedtak.forslag import foreslatt_uttalefrist
from fotfeste.fag.vedtak.hjemler import hjemler_for
from fotfeste.fag.vedtak.models import Vedtak
from fotfeste.fag.vedtak.selectors import Vedtaksside
from fotfeste.flater.felles.ett_trykk import ett_trykk
from fotfeste.flater.felles.filer import som_nedlasting
from fotfeste.flater.felles.skjema import Skjema
from fotfeste.flater.felles.visning import aktor_av, kontorside, utfor
from fotfeste.flater.kontor import vedtak_forms as skjemaer
from fotfeste.flater.kontor.ulagret import ulagret
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import Fagfeil, IkkeTilgang
from fotfeste.grunnmur.tilgang import HANDLINGER, Aktor, Handling, krev
from fotfeste.regelverk.vilkar import Utfall, Vilkarskode


@kontorside
@require_GET
def vedtak_liste(request: HttpRequest) -> HttpResponse:
    """What waits for me as beslutter, and what I am preparing."""
    aktor = aktor_av(request)
    er_beslutter = bool(aktor.roller & HANDLINGER[Handling.VEDTAK_BESLUTT])
    if not aktor.roller & HANDLINGER[Handling.VEDTAK_LES]:
        raise IkkeTilgang("ingen rolle gir vedtak.les")
    venter = selectors.til_beslutning(aktor) if er_beslutter else []
    i_dag = klokke.i_dag()
    return render(
        request,
        "kontor/vedtak/liste.html",
        {
            "er_beslutter": er_beslutter,
            "venter": [(v, (i_dag - klokke.dagen(v.sendt)).days if v.sendt else 0) for v in venter],
            "egne": selectors.egne_apne(aktor),
        },
    )


@kontorside
@require_http_methods(["GET", "POST"])
def vedtak(request: HttpRequest, sak_id: UUID) -> HttpResponse:
    """The open decision of the case, to write or to decide; or what can be begun."""
    aktor = aktor_av(request)
    side = selectors.vedtak_side(aktor, sak_id)
    if request.method == "GET" or side.vedtak is None:
        return _vis(request, side)
    gjeldende = side.vedtak
    skjema = skjemaer.Vedtaksskjema(request.POST, vedtak=gjeldende)
    send = request.POST.get("gjor") == "send"

    def gjor(verdier: dict[str, Any]) -> str:
        versjon = skjema.cleaned_data["versjon"]
        lagret = services.vedtak_lagre(aktor, vedtak=gjeldende, versjon=versjon, **verdier)
        if send:
            services.vedtak_send_til_beslutter(aktor, vedtak=lagret)
        return reverse("kontor:vedtak", args=[sak_id])

    svar = utfor(request, skjema, gjor, kvittering=_("Vedtaket er sendt til beslutter.") if send else _("Lagret."))
    return svar or _vis(request, side, vedtaksskjema=skjema)


@kontorside
@require_GET
def vedtak_vis(request: HttpRequest, sak_id: UUID, vedtak_id: UUID) -> HttpResponse:
    """One decision, to read."""
    return _vis(request, selectors.vedtak_side(aktor_av(request), sak_id, vedtak_id=vedtak_id))


@kontorside
@require_POST
def vedtak_start(request: HttpRequest, sak_id: UUID) -> HttpResponse:
    """Begin a decision. Refused in words when a grant has no completed assessment to rest on."""
    aktor = aktor_av(request)
    side = selectors.vedtak_side(aktor, sak_id)
    valg = skjemaer.Startskjema(request.POST)
    if not valg.is_valid():
        raise Http404
    type_ = Vedtakstype(valg.cleaned_data["type"])
    return ett_trykk(request, lambda: services.vedtak_start(aktor, sak=side.sak, type=type_), til=_tilbake(sak_id))


@kontorside
@require_POST
def vedtak_vilkar(request: HttpRequest, sak_id: UUID, vedtak_id: UUID, kode: str) -> HttpResponse:
    """Assess one condition."""
    aktor = aktor_av(request)
    side = selectors.vedtak_side(aktor, sak_id, vedtak_id=vedtak_id)
    rad = next((rad for rad in side.vilkar if rad.regel.kode == kode), None)
    if rad is None or side.vedtak is None:
        raise Http404
    skjema = skjemaer.Vilkarsskjema(request.POST, rad=rad.vurdering)
    gjeldende = side.vedtak

    def gjor(verdier: dict[str, Any]) -> str:
        services.vedtak_vurder_vilkar(
            aktor,
            vedtak=gjeldende,
            kode=Vilkarskode(kode),
            utfall=Utfall(verdier["utfall"]),
            fakta=verdier["fakta"],
            begrunnelse=verdier["begrunnelse"],
            versjon=skjema.cleaned_data["versjon"],
        )
        return f"{_tilbake(sak_id)}#vilkar-{kode}"

    svar = utfor(request, skjema, gjor, kvittering=_("Vurderingen er lagret."))
    return svar or _vis(request, side, **{f"vilkar_{kode}": skjema})


@kontorside
@require_POST
def vedtak_varsle(request: HttpRequest, sak_id: UUID, vedtak_id: UUID) -> HttpResponse:
    """Send the advance notice."""
    return _med_skjema(
        request,
        sak_id,
        vedtak_id,
        skjemaer.Varselskjema(request.POST),
        "varselskjema",
        lambda aktor, vedtaket, verdier: services.vedtak_varsle(aktor, vedtak=vedtaket, **verdier),
        _("Forhåndsvarselet er sendt."),
    )


@kontorside
@require_POST
def vedtak_mer_tid(request: HttpRequest, sak_id: UUID, vedtak_id: UUID) -> HttpResponse:
    """Give more time to answer the notice."""
    return _med_skjema(
        request,
        sak_id,
        vedtak_id,
        skjemaer.Svarfristskjema(request.POST, auto_id="svarfrist_%s"),
        "svarfristskjema",
        lambda aktor, vedtaket, verdier: services.vedtak_forleng_svarfrist(aktor, vedtak=vedtaket, **verdier),
        _("Fristen er flyttet."),
    )


@kontorside
@require_POST
def vedtak_punkter(request: HttpRequest, sak_id: UUID, vedtak_id: UUID) -> HttpResponse:
    """Save the answers to the decision's questions."""
    side = selectors.vedtak_side(aktor_av(request), sak_id, vedtak_id=vedtak_id)
    skjema = skjemaer.Punktskjema(request.POST, rader=side.punkter, auto_id="punkt_%s")
    return _med_skjema(
        request,
        sak_id,
        vedtak_id,
        skjema,
        "punktskjema",
        lambda aktor, vedtaket, verdier: services.vedtak_svar_punkter(
            aktor, vedtak=vedtaket, versjon=skjema.cleaned_data["versjon"], **verdier
        ),
        _("Svarene er lagret."),
    )


@kontorside
@require_POST
def vedtak_uttalelse(request: HttpRequest, sak_id: UUID, vedtak_id: UUID) -> HttpResponse:
    """Record what the participant answered to the notice."""
    return _med_skjema(
        request,
        sak_id,
        vedtak_id,
        skjemaer.Uttalelseskjema(request.POST, auto_id="uttalelse_%s"),
        "uttalelseskjema",
        lambda aktor, vedtaket, verdier: services.vedtak_uttalelse(aktor, vedtak=vedtaket, **verdier),
        _("Svaret er registrert."),
    )


@kontorside
@require_POST
def vedtak_returner(request: HttpRequest, sak_id: UUID, vedtak_id: UUID) -> HttpResponse:
    """Send the decision back with reason and words."""
    return _med_skjema(
        request,
        sak_id,
        vedtak_id,
        skjemaer.Returskjema(request.POST),
        "returskjema",
        lambda aktor, vedtaket, verdier: services.vedtak_returner(aktor, vedtak=vedtaket, **verdier),
        _("Vedtaket er sendt tilbake."),
    )


@kontorside
@require_POST
def vedtak_melding(request: HttpRequest, sak_id: UUID, vedtak_id: UUID) -> HttpResponse:
    """Say something in the conversation."""
    return _med_skjema(
        request,
        sak_id,
        vedtak_id,
        skjemaer.Meldingsskjema(request.POST),
        "meldingsskjema",
        lambda aktor, vedtaket, verdier: services.vedtak_skriv_melding(aktor, vedtak=vedtaket, **verdier),
        "",
    )


def _med_skjema(
    request: HttpRequest,
    sak_id: UUID,
    vedtak_id: UUID,
    skjema: Skjema,
    navn: str,
    kommando: Callable[[Aktor, Vedtak, dict[str, Any]], object],
    kvittering: str,
    *,
    til: str = "",
) -> HttpResponse:
    aktor = aktor_av(request)
    side = selectors.vedtak_side(aktor, sak_id, vedtak_id=vedtak_id)
    vedtaket = side.vedtak
    if vedtaket is None:
        raise Http404

    def gjor(verdier: dict[str, Any]) -> str:
        kommando(aktor, vedtaket, verdier)
        return til or _tilbake(sak_id)

    return utfor(request, skjema, gjor, kvittering=kvittering) or _vis(request, side, **{navn: skjema})


@kontorside
@require_POST
def vedtak_fatt(request: HttpRequest, sak_id: UUID, vedtak_id: UUID) -> HttpResponse:
    """Take the decision as it was read: a newer version is refused and shown instead."""
    side = selectors.vedtak_side(aktor_av(request), sak_id, vedtak_id=vedtak_id)
    krev(aktor_av(request), Handling.VEDTAK_BESLUTT, side.sak)
    skjema = skjemaer.Sjekkskjema(request.POST, punkter=side.sjekkliste, auto_id="sjekk_%s")
    return _med_skjema(
        request,
        sak_id,
        vedtak_id,
        skjema,
        "sjekkskjema",
        lambda aktor, vedtaket, verdier: services.vedtak_fatt(
            aktor, vedtak=vedtaket, versjon=skjema.cleaned_data["versjon"] or 0, **verdier
        ),
        _("Vedtaket er fattet, og brevet er sendt."),
        til=reverse("kontor:vedtak_vis", args=[sak_id, vedtak_id]),
    )


@kontorside
@require_POST
def vedtak_eldre_aev(request: HttpRequest, sak_id: UUID, vedtak_id: UUID) -> HttpResponse:
    """Lean on an old assessment, and say why."""
    return _med_skjema(
        request,
        sak_id,
        vedtak_id,
        skjemaer.EldreAevskjema(request.POST, auto_id="eldre_%s"),
        "eldreskjema",
        lambda aktor, vedtaket, verdier: services.vedtak_bruk_eldre_aev(aktor, vedtak=vedtaket, **verdier),
        _("Lagret. Beslutteren ser setningen og må godta den."),
    )


_KOMMANDOER: Mapping[str, tuple[Callable[..., object], str, Any]] = {
    "hent-tilbake": (services.vedtak_hent_tilbake, "", gettext_lazy("Vedtaket er hentet tilbake.")),
    "legg-bort": (services.vedtak_forkast, "", gettext_lazy("Utkastet er lagt bort.")),
    "underrett": (services.vedtak_underrett, "dato", gettext_lazy("Lagret.")),
    "forklar": (services.vedtak_forklar_muntlig, "dato", gettext_lazy("Lagret.")),
}


@kontorside
@require_POST
def vedtak_kommando(request: HttpRequest, sak_id: UUID, vedtak_id: UUID, kommando: str) -> HttpResponse:
    """The commands that are one button; those that record a day record today."""
    if kommando not in _KOMMANDOER:
        raise Http404
    aktor = aktor_av(request)
    vedtaket = selectors.vedtak_hent(aktor, sak_id, vedtak_id)
    service, felt, kvittering = _KOMMANDOER[kommando]
    verdier = {felt: klokke.i_dag()} if felt else {}
    return ett_trykk(
        request,
        lambda: service(aktor, vedtak=vedtaket, **verdier),
        til=reverse("kontor:vedtak_vis", args=[sak_id, vedtak_id]) if felt else _tilbake(sak_id),
        kvittering=str(kvittering),
    )


@kontorside
@require_GET
def vedtak_brev(request: HttpRequest, sak_id: UUID, vedtak_id: UUID) -> HttpResponse:
    """The letter as it will be read, or was."""
    aktor = aktor_av(request)
    vedtaket = selectors.vedtak_hent(aktor, sak_id, vedtak_id)
    return render(
        request,
        "kontor/vedtak/brev.html",
        {"sak": vedtaket.sak, "vedtak": vedtaket, **_brevet(aktor, vedtaket, niva=2)},
    )


def _brevet(aktor: Aktor, vedtaket: Vedtak, *, niva: int) -> dict[str, Any]:
    try:
        return {"brev": som_html(selectors.brev_for_visning(aktor, vedtaket), niva=niva), "brevhindring": ""}
    except Fagfeil as feil:
        return {"brev": "", "brevhindring": feil.melding}


@kontorside
@require_GET
def vedtak_pdf(request: HttpRequest, sak_id: UUID, vedtak_id: UUID) -> HttpResponse:
    """The archived letter, byte for byte."""
    dokument = selectors.vedtak_hent(aktor_av(request), sak_id, vedtak_id).brev
    if dokument is None:
        raise Http404
    return som_nedlasting(dokument)


def _tilbake(sak_id: UUID) -> str:
    return reverse("kontor:vedtak", args=[sak_id])


def _varselskjema(vedtak: Vedtak) -> Skjema:
    start = {"uttalefrist": foreslatt_uttalefrist(vedtak.sak)} if vedtak.type in KREVER_FORHANDSVARSEL else None
    return skjemaer.Varselskjema(auto_id="varsel_%s", initial=start)


def _vis(request: HttpRequest, side: Vedtaksside, **skjemaene: Skjema) -> HttpResponse:
    vedtaket = side.vedtak
    kontekst: dict[str, Any] = {"sak": side.sak, "side": side, "vedtak": vedtaket}
    if vedtaket is None:
        return render(request, "kontor/vedtak/start.html", kontekst)
    vedtaksskjema = skjemaene.get("vedtaksskjema") or skjemaer.Vedtaksskjema(vedtak=vedtaket)
    kontekst |= {
        "skjema": vedtaksskjema,
        "felter": [(felt, side.returer.get(felt.name, [])) for felt in vedtaksskjema.visible_fields()],
        "hele": side.returer.get("", []),
        "vilkar": [
            (rad, skjemaene.get(f"vilkar_{rad.regel.kode}") or skjemaer.Vilkarsskjema(rad=rad.vurdering))
            for rad in side.vilkar
        ],
        "utfall": dict(skjemaer.UTFALL),
        "hjemler": hjemler_for(vedtaket),
        "egne_ord": _egne_ord(vedtaket),
        "returskjema": skjemaene.get("returskjema") or skjemaer.Returskjema(auto_id="retur_%s"),
        "meldingsskjema": skjemaene.get("meldingsskjema") or skjemaer.Meldingsskjema(auto_id="melding_%s"),
        "varselskjema": skjemaene.get("varselskjema") or _varselskjema(vedtaket),
        "uttalelseskjema": skjemaene.get("uttalelseskjema")
        or skjemaer.Uttalelseskjema(auto_id="uttalelse_%s", initial={"dato": klokke.i_dag()}),
        "svarfristskjema": skjemaene.get("svarfristskjema") or skjemaer.Svarfristskjema(auto_id="svarfrist_%s"),
        "punktskjema": skjemaene.get("punktskjema")
        or (
            skjemaer.Punktskjema(rader=side.punkter, versjon=vedtaket.versjon, auto_id="punkt_%s")
            if side.punkter
            else None
        ),
        "sjekkskjema": skjemaene.get("sjekkskjema")
        or skjemaer.Sjekkskjema(punkter=side.sjekkliste, versjon=vedtaket.versjon, auto_id="sjekk_%s"),
        "eldreskjema": skjemaene.get("eldreskjema") or skjemaer.EldreAevskjema(auto_id="eldre_%s"),
        "trenger_varsel": vedtaket.type in KREVER_FORHANDSVARSEL,
    }
    if side.kan_skrive:
        return render(request, "kontor/vedtak/skriv.html", kontekst)
    kontekst["ulagret"] = ulagret(*skjemaene.values())
    return render(request, "kontor/vedtak/les.html", kontekst | _brevet(aktor_av(request), vedtaket, niva=3))


def _egne_ord(vedtaket: Vedtak) -> list[tuple[str, str]]:
    """The participant's own words, from the application and the assessment, with what they answer."""
    ord_ = []
    if vedtaket.har_svart:
        ord_.append((_("Svaret på forhåndsvarselet"), vedtaket.uttalelse or _("Vil ikke uttale seg.")))
    if vedtaket.soknad:
        ord_ += [
            (_("I søknaden: ønsker"), vedtaket.soknad.onsker),
            (_("I søknaden: situasjonen"), vedtaket.soknad.situasjon),
        ]
    if vedtaket.aev:
        ord_ += [(str(punkt.spor_deltaker), getattr(vedtaket.aev, punkt.deltakerfelt)) for punkt in PUNKTER]
    return [(hva, tekst) for hva, tekst in ord_ if tekst]
