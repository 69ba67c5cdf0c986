"""The internal control: a sentence first, what is broken and where, and what the office has decided about it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from fotfeste.flater.felles.visning import aktor_av, kontorside, utfor
from fotfeste.flater.kontor.internkontroll_forms import Kontrollvalg, Kriterieskjema, Styrkeskjema
from fotfeste.grunnmur import klokke
from fotfeste.innsikt.internkontroll import selectors, services
from fotfeste.innsikt.internkontroll.enums import Formvalg, Hvavalg, Kriteriestyrke
from fotfeste.innsikt.internkontroll.kriterier import VED_KODE

VIS_SAKER = 50


@kontorside
@require_GET
def internkontroll(request: HttpRequest) -> HttpResponse:
    """Every criterion on the cases the actor may read."""
    aktor = aktor_av(request)
    kontorer = selectors.kontorer_i_kontrollen(aktor)
    skjema = Kontrollvalg(request.GET or None, kontorer=kontorer)
    valgt = skjema.valgt()
    kontor = valgt.get("kontor") or (kontorer[0] if len(kontorer) == 1 else None)
    bilde = selectors.kontrollbilde(aktor, valgt.get("dato") or klokke.i_dag(), kontor)
    return render(
        request,
        "kontor/internkontroll/internkontroll.html",
        {"bilde": bilde, "skjema": skjema, "vis_saker": VIS_SAKER},
    )


def _tilbake(kontor_id: UUID) -> str:
    return f"{reverse('kontor:internkontroll')}?kontor={kontor_id}"


@kontorside
@require_http_methods(["GET", "POST"])
def internkontroll_styrke(request: HttpRequest, kontor_id: UUID, kode: str) -> HttpResponse:
    """Say how strongly a shipped criterion binds at the office."""
    aktor = aktor_av(request)
    kontor = selectors.kontor_aa_endre(aktor, kontor_id)
    kriterium = VED_KODE.get(kode)
    if kriterium is None:
        raise Http404
    skjema = Styrkeskjema(request.POST or None)

    def sett(verdier: dict[str, Any]) -> str:
        styrke = Kriteriestyrke(verdier.pop("styrke"))
        services.kriterium_sett_styrke(aktor, kontor=kontor, kode=kode, styrke=styrke, **verdier)
        return _tilbake(kontor.pk)

    if request.method == "POST":
        svar = utfor(request, skjema, sett, kvittering=_("Valget er lagret."))
        if svar:
            return svar
    sammenheng = {"skjema": skjema, "kontor": kontor, "kriterium": kriterium, "tilbake": _tilbake(kontor.pk)}
    return render(request, "kontor/internkontroll/styrke.html", sammenheng)


@kontorside
@require_http_methods(["GET", "POST"])
def internkontroll_nytt(request: HttpRequest, kontor_id: UUID) -> HttpResponse:
    """Add a criterion of the office's own."""
    aktor = aktor_av(request)
    kontor = selectors.kontor_aa_endre(aktor, kontor_id)
    skjema = Kriterieskjema(request.POST or None)

    def lag(verdier: dict[str, Any]) -> str:
        services.eget_kriterium_lag(
            aktor,
            kontor=kontor,
            tekst=verdier["tekst"],
            hva=Hvavalg(verdier["hva"]),
            form=Formvalg(verdier["form"]),
            dager=verdier["dager"],
            styrke=Kriteriestyrke(verdier["styrke"]),
            begrunnelse=verdier["begrunnelse"],
        )
        return _tilbake(kontor.pk)

    if request.method == "POST":
        svar = utfor(request, skjema, lag, kvittering=_("Kriteriet er lagt til."))
        if svar:
            return svar
    sammenheng = {"skjema": skjema, "kontor": kontor, "tilbake": _tilbake(kontor.pk)}
    return render(request, "kontor/internkontroll/nytt.html", sammenheng)


@kontorside
@require_POST
def internkontroll_avslutt(request: HttpRequest, kriterium_id: UUID) -> HttpResponse:
    """Stop asking a criterion of the office's own."""
    aktor = aktor_av(request)
    kriterium = services.eget_kriterium_avslutt(aktor, kriterium=selectors.eget_kriterium_aa_endre(aktor, kriterium_id))
    return redirect(_tilbake(kriterium.kontor_id))
