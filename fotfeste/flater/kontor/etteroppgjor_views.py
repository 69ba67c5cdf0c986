"""What comes beside a case's months: reckoning a paid one again, and paying part of one before its day."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from fotfeste.fag.sak.selectors import sak_hent
from fotfeste.fag.utbetaling import forskudd as tjeneste
from fotfeste.fag.utbetaling.etterregning import etterregn
from fotfeste.fag.utbetaling.selectors import forskudd_hent, forskudd_i_saken, forskuddsmaneder
from fotfeste.fag.utbetaling.trekk import forskudd_igjen
from fotfeste.flater.felles.skjema import Skjema
from fotfeste.flater.felles.visning import aktor_av, kontorside, utfor
from fotfeste.flater.kontor.etteroppgjor_forms import Forskuddskjema
from fotfeste.grunnmur.tilgang import Handling


@kontorside
@require_POST
def regn_om(request: HttpRequest, sak_id: UUID) -> HttpResponse:
    """Reckon every paid month of the case again."""
    aktor = aktor_av(request)
    sak = sak_hent(aktor, sak_id, Handling.STONAD_ETTERREGN)
    antall = len(etterregn(aktor, sak))
    if antall:
        tekst = ngettext("%d måned ble noe annet enn før.", "%d måneder ble noe annet enn før.", antall) % antall
    else:
        tekst = _("Alle betalte måneder er regnet på nytt. Ingen av dem ble annerledes.")
    messages.success(request, tekst)
    return redirect(f"{reverse('kontor:stonad', args=[sak.pk])}?{request.GET.urlencode()}")


@kontorside
def forskudd(request: HttpRequest, sak_id: UUID) -> HttpResponse:
    """Decide an advance, with what there is room for beside the form; and the advances there have been."""
    aktor = aktor_av(request)
    sak = sak_hent(aktor, sak_id, Handling.FORSKUDD_BESTEM)
    rammer = forskuddsmaneder(sak)
    skjema = Forskuddskjema(request.POST or None, maneder=[maned for maned, _ramme in rammer])
    if request.method == "POST":
        svar = utfor(
            request,
            skjema,
            lambda verdier: _bestem(request, sak_id, verdier),
            kvittering=_("Forskuddet er bestemt. Økonomi betaler det i neste kjøring, gjerne en ekstrakjøring i dag."),
        )
        if svar:
            return svar
    return render(
        request,
        "kontor/utbetaling/forskudd.html",
        {
            "sak": sak,
            "skjema": skjema,
            "rammer": rammer,
            "forskudd": forskudd_i_saken(sak),
            "igjen": forskudd_igjen(sak.pk),
        },
    )


def _bestem(request: HttpRequest, sak_id: UUID, verdier: dict[str, object]) -> str:
    aktor = aktor_av(request)
    tjeneste.forskudd_bestem(aktor, sak=sak_hent(aktor, sak_id, Handling.FORSKUDD_BESTEM), **verdier)  # type: ignore[arg-type]
    return reverse("kontor:forskudd", args=[sak_id])


@kontorside
@require_POST
def forskudd_tilbake(request: HttpRequest, forskudd_id: UUID) -> HttpResponse:
    """Take back an advance that lies in no run."""
    aktor = aktor_av(request)
    rad = forskudd_hent(aktor, forskudd_id)
    adresse = reverse("kontor:forskudd", args=[rad.sak_id])
    skjema = Skjema(request.POST)

    def ta_tilbake(_verdier: dict[str, object]) -> str:
        tjeneste.forskudd_trekk_tilbake(aktor, forskudd=rad)
        return adresse

    svar = utfor(request, skjema, ta_tilbake, kvittering=_("Forskuddet er tatt tilbake."))
    if svar is None:
        for feil in skjema.non_field_errors():
            messages.error(request, str(feil))
        return redirect(adresse)
    return svar
