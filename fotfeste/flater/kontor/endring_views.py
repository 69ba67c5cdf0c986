"""What the participant has told of: read, tried on the money, made so, or answered."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from fotfeste.fag.endring import selectors, services
from fotfeste.fag.endring.enums import Meldingsslag
from fotfeste.fag.endring.models import Endringsmelding
from fotfeste.fag.sak.selectors import sak_hent
from fotfeste.flater.felles.filer import som_nedlasting
from fotfeste.flater.felles.skjema import Skjema
from fotfeste.flater.felles.visning import aktor_av, kontorside, utfor
from fotfeste.flater.kontor.endring_forms import Leseskjema, brukskjema
from fotfeste.flater.kontor.virkning import er_prove, lagre, prov
from fotfeste.grunnmur.tilgang import Handling


@kontorside
@require_GET
def endringsmeldinger(request: HttpRequest, sak_id: UUID) -> HttpResponse:
    """The case's messages, those that wait first. With one that waits, its page at once."""
    sak = sak_hent(aktor_av(request), sak_id, Handling.ENDRING_SVAR)
    meldinger = selectors.meldinger_i(sak)
    nye = [melding for melding in meldinger if melding.er_ny]
    if len(nye) == 1 and "alle" not in request.GET:
        return redirect("kontor:endringsmelding", nye[0].pk)
    return render(request, "kontor/endring/meldinger.html", {"sak": sak, "meldinger": meldinger})


@kontorside
@require_http_methods(["GET", "POST"])
def endringsmelding(request: HttpRequest, melding_id: UUID) -> HttpResponse:
    """What was told beside the form that makes it so."""
    aktor = aktor_av(request)
    melding = selectors.melding_hent(aktor, melding_id)
    skjema = brukskjema(melding, request.POST or None)

    def bruk(verdier: dict[str, Any]) -> object:
        versjon = skjema.cleaned_data["versjon"]
        return services.melding_bruk(aktor, melding=melding, versjon=versjon, **_fra_skjemaet(melding, verdier))

    def gjor(verdier: dict[str, Any]) -> str:
        lagre(request, melding.sak, lambda: bruk(verdier))
        return _tilbake(melding)

    virkning = None
    if er_prove(request):
        virkning = prov(skjema, melding.sak, bruk)
    elif request.method == "POST":
        svar = utfor(request, skjema, gjor, kvittering=_("Det er lagt inn, og deltakeren ser det."))
        if svar:
            return svar
    return _vis(request, melding, skjema, _leseskjema(melding), virkning)


@kontorside
@require_http_methods(["GET", "POST"])
def endringsmelding_les(request: HttpRequest, melding_id: UUID) -> HttpResponse:
    """Answer without changing anything."""
    aktor = aktor_av(request)
    melding = selectors.melding_hent(aktor, melding_id)
    skjema = _leseskjema(melding, request.POST or None)

    def gjor(verdier: dict[str, Any]) -> str:
        services.melding_les(aktor, melding=melding, versjon=skjema.cleaned_data["versjon"], **verdier)
        return _tilbake(melding)

    if request.method == "POST":
        svar = utfor(request, skjema, gjor, kvittering=_("Svaret er sendt."))
        if svar:
            return svar
    return _vis(request, melding, brukskjema(melding), skjema)


def _leseskjema(melding: Endringsmelding, data: Any = None) -> Leseskjema:
    return Leseskjema(data, versjon=melding.versjon, auto_id="les_%s")


def _fra_skjemaet(melding: Endringsmelding, verdier: dict[str, Any]) -> dict[str, Any]:
    """The form's values for the command: the paper is the one that came with the message."""
    verdier = {navn: verdi for navn, verdi in verdier.items() if navn != "papir"}
    if "brevet" in verdier:
        verdier["brevet"] = replace(verdier["brevet"], papir=melding.dokument)
    return verdier


def _vis(
    request: HttpRequest, melding: Endringsmelding, skjema: Skjema, leseskjema: Skjema, virkning: Any = None
) -> HttpResponse:
    brevet = skjema.faglig().get("brevet") if virkning else None
    return render(
        request,
        "kontor/endring/melding.html",
        {
            "sak": melding.sak,
            "melding": melding,
            "skjema": skjema,
            "leseskjema": leseskjema,
            "virkning": virkning,
            "omregning": brevet.omregning if brevet else None,
            "er_penger": melding.slag == Meldingsslag.YTELSE,
            "er_annet": melding.slag == Meldingsslag.BARN_ANNET,
        },
    )


def _tilbake(melding: Endringsmelding) -> str:
    """On to the next message that waits, else to what was changed."""
    if selectors.venter(melding.sak):
        return reverse("kontor:endringsmeldinger", args=[melding.sak_id])
    side = "ytelser" if melding.slag == Meldingsslag.YTELSE else "barn_oversikt"
    return reverse(f"kontor:{side}", args=[melding.sak_id])


@kontorside
@require_GET
def endringsmelding_papir(request: HttpRequest, melding_id: UUID) -> HttpResponse:
    """The paper sent with a message."""
    return som_nedlasting(selectors.melding_dokument(aktor_av(request), melding_id))
