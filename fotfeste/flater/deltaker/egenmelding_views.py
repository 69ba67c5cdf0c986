"""The participant answers a notice about egenmelding, confirms one, and sees what stands and until when."""

from __future__ import annotations

from typing import Any, NamedTuple
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_POST

from fotfeste.fag.egenmelding.brevene import regel_i_ord
from fotfeste.fag.egenmelding.enums import I_KRAFT, Gjelder
from fotfeste.fag.egenmelding.models import Egenmeldingsbekreftelse, Egenmeldingsstopp
from fotfeste.fag.egenmelding.selectors import egne_krav, egne_stopp
from fotfeste.fag.egenmelding.services import egenmelding_bekreft as bekreft_egenmelding
from fotfeste.fag.egenmelding.services import stopp_uttalelse_egen
from fotfeste.flater.deltaker.livslop_forms import Varselsvar
from fotfeste.flater.felles.skjema import Skjema, Tekstfelt
from fotfeste.flater.felles.visning import aktor_av, deltakerside, utfor
from fotfeste.grunnmur import klokke


class Bekreftelseskjema(Skjema):
    """That I was ill, in my own words if I wish."""

    tekst = Tekstfelt(
        label=gettext_lazy("Vil du si mer?"),
        help_text=gettext_lazy("Du trenger ikke å fortelle hva som feilte deg."),
        required=False,
        max_length=2000,
    )


class _Sporsmal(NamedTuple):
    """What I can answer, with the rule in words and my answer so far."""

    stopp: Egenmeldingsstopp
    regel: str
    hjemmel: str
    skjema: Skjema


class _Krav(NamedTuple):
    krav: Egenmeldingsbekreftelse
    skjema: Skjema


@deltakerside
@require_GET
def egenmelding(request: HttpRequest) -> HttpResponse:
    """What is considered, what stands, and what I am asked to confirm."""
    return _vis(request)


@deltakerside
@require_POST
def egenmelding_svar(request: HttpRequest, stopp_id: UUID) -> HttpResponse:
    """My answer to the notice."""
    aktor = aktor_av(request)
    stopp = next((ett for ett in egne_stopp(aktor) if ett.pk == stopp_id and ett.status not in I_KRAFT), None)
    if stopp is None:
        raise Http404
    skjema = Varselsvar(request.POST, auto_id=f"svar_{stopp.gjelder}_%s")

    def gjor(verdier: dict[str, Any]) -> str:
        stopp_uttalelse_egen(aktor, stopp=stopp, **verdier)
        return reverse("deltaker:egenmelding")

    svar = utfor(request, skjema, gjor, kvittering=_("Takk. Vi leser det du har skrevet, før vi bestemmer oss."))
    return svar or _vis(request, {stopp_id: skjema})


@deltakerside
@require_POST
def egenmelding_bekreft(request: HttpRequest, krav_id: UUID) -> HttpResponse:
    """Confirm that I was ill."""
    aktor = aktor_av(request)
    krav = next((ett for ett in egne_krav(aktor) if ett.pk == krav_id), None)
    if krav is None:
        raise Http404
    skjema = Bekreftelseskjema(request.POST, auto_id=f"bekreft_{krav_id}_%s")

    def gjor(verdier: dict[str, Any]) -> str:
        bekreft_egenmelding(aktor, krav=krav, **verdier)
        return reverse("deltaker:egenmelding")

    return utfor(request, skjema, gjor, kvittering=_("Takk. Det er bekreftet.")) or _vis(request, {krav_id: skjema})


def _vis(request: HttpRequest, sendte: dict[UUID, Skjema] | None = None) -> HttpResponse:
    aktor, sendte = aktor_av(request), sendte or {}
    stopp = egne_stopp(aktor)
    return render(
        request,
        "deltaker/egenmelding/egenmelding.html",
        {
            "sporsmal": [
                _sporsmal(ett, sendte.get(ett.pk)) for ett in stopp if ett.status not in I_KRAFT and ett.uttalefrist
            ],
            "i_kraft": [
                (ett, ett.gjelder == Gjelder.BARN)
                for ett in stopp
                if ett.status in I_KRAFT and ett.vurderes_senest and ett.vurderes_senest >= klokke.i_dag()
            ],
            "krav": [
                _Krav(ett, sendte.get(ett.pk) or Bekreftelseskjema(auto_id=f"bekreft_{ett.pk}_%s"))
                for ett in egne_krav(aktor)
            ],
        },
    )


def _sporsmal(stopp: Egenmeldingsstopp, sendt: Skjema | None) -> _Sporsmal:
    regel = regel_i_ord(stopp)
    skjema = sendt or Varselsvar(initial={"uttalelse": stopp.uttalelse}, auto_id=f"svar_{stopp.gjelder}_%s")
    return _Sporsmal(stopp, regel.innhold, regel.hjemmel, skjema)
