"""The participant answers a notice, makes the confirmations they need, and tells how it goes afterwards."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from fotfeste.fag.etter.bevis import SLAGENE, Bekreftelsesslag, bekreftelse_lag, slag_som_kan_lages
from fotfeste.fag.etter.selectors import eget_sporsmal
from fotfeste.fag.etter.services import etterobservasjon_svar
from fotfeste.fag.sak.selectors import egen_sak, egne_saker
from fotfeste.fag.vedtak.models import Vedtak
from fotfeste.fag.vedtak.perioder import vedtaksperioder_for
from fotfeste.fag.vedtak.selectors import eget_varsel
from fotfeste.fag.vedtak.services import vedtak_be_om_mer_tid, vedtak_uttalelse_egen
from fotfeste.fag.vedtak.vedtaksbrev import varselfakta, varselord
from fotfeste.flater.deltaker.livslop_forms import Bekreftelsesvalg, Ettersvar, MerTid, Varselsvar
from fotfeste.flater.felles.skjema import Skjema
from fotfeste.flater.felles.visning import aktor_av, deltakerside, utfor
from fotfeste.grunnmur import klokke


@deltakerside
@require_http_methods(["GET", "POST"])
def varsel(request: HttpRequest) -> HttpResponse:
    """What is considered, why, and until when I can answer; and my answer."""
    vedtak = eget_varsel(aktor_av(request))
    if vedtak is None:
        return render(request, "deltaker/livslop/ingen_varsel.html")
    skjema = Varselsvar(request.POST or None, initial={"uttalelse": vedtak.uttalelse})
    if request.method == "POST":
        svar = utfor(
            request,
            skjema,
            lambda verdier: (
                vedtak_uttalelse_egen(aktor_av(request), vedtak=vedtak, **verdier),
                reverse("deltaker:varsel"),
            )[1],
            kvittering=_("Takk. Vi leser det du har skrevet, før vi bestemmer oss."),
        )
        if svar:
            return svar
    return _varsel(request, vedtak, skjema, MerTid(auto_id="mer_tid_%s"))


@deltakerside
@require_POST
def varsel_mer_tid(request: HttpRequest) -> HttpResponse:
    """Ask for more time to answer."""
    vedtak = eget_varsel(aktor_av(request))
    if vedtak is None:
        raise Http404
    skjema = MerTid(request.POST, auto_id="mer_tid_%s")
    svar = utfor(
        request,
        skjema,
        lambda verdier: (
            vedtak_be_om_mer_tid(aktor_av(request), vedtak=vedtak, **verdier),
            reverse("deltaker:varsel"),
        )[1],
        kvittering=_("Vi har fått ønsket ditt, og svarer deg. Fristen gjelder til vi har gitt deg en ny."),
    )
    return svar or _varsel(request, vedtak, Varselsvar(initial={"uttalelse": vedtak.uttalelse}), skjema)


def _varsel(request: HttpRequest, vedtak: Vedtak, skjema: Skjema, mer_tid: Skjema) -> HttpResponse:
    return render(
        request,
        "deltaker/livslop/varsel.html",
        {
            "vedtak": vedtak,
            "ord": varselord(vedtak),
            "fakta": varselfakta(vedtak),
            "skjema": skjema,
            "mer_tid": mer_tid,
            "kan_be_om_tid": bool(vedtak.uttalefrist and vedtak.uttalefrist >= klokke.i_dag()),
        },
    )


@deltakerside
@require_http_methods(["GET", "POST"])
def bekreftelser(request: HttpRequest) -> HttpResponse:
    """The confirmations I can make: one press, and the letter is there to print."""
    aktor = aktor_av(request)
    sak = egen_sak(aktor)
    if sak is None:
        raise Http404
    skjema = Bekreftelsesvalg(request.POST or None)
    if request.method == "POST":
        if request.POST.get("slag") not in set(Bekreftelsesslag):
            raise Http404
        svar = utfor(
            request,
            skjema,
            lambda verdier: reverse("deltaker:brev_les", args=[bekreftelse_lag(aktor, sak=sak, **verdier).pk]),
            kvittering=_("Bekreftelsen er laget. Du kan skrive den ut eller laste den ned."),
        )
        if svar:
            return svar
    kan = slag_som_kan_lages(vedtaksperioder_for([sak.pk])[sak.pk], klokke.i_dag())
    valg = [(slag.value, SLAGENE[slag]) for slag in kan]
    return render(request, "deltaker/livslop/bekreftelser.html", {"valg": valg, "skjema": skjema})


@deltakerside
@require_http_methods(["GET", "POST"])
def etterpa(request: HttpRequest) -> HttpResponse:
    """How it goes some time after the programme: one question."""
    aktor = aktor_av(request)
    sporsmal = eget_sporsmal(egne_saker(aktor))
    if sporsmal is None:
        return render(request, "deltaker/livslop/takk.html")
    sak, tidspunkt = sporsmal
    skjema = Ettersvar(request.POST or None)
    if request.method == "POST":
        svar = utfor(
            request,
            skjema,
            lambda verdier: (
                etterobservasjon_svar(aktor, sak=sak, maned=int(tidspunkt.maned), **verdier),
                reverse("deltaker:etterpa"),
            )[1],
        )
        if svar:
            return svar
    return render(request, "deltaker/livslop/etterpa.html", {"skjema": skjema, "tidspunkt": tidspunkt, "sak": sak})
