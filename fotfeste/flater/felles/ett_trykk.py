"""Commands that are one press of a button: carried out once, and a refusal said on the page they lead back to."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from fotfeste.flater.felles.skjema import Skjema
from fotfeste.flater.felles.visning import utfor


def ett_trykk(request: HttpRequest, kommando: Callable[[], object], *, til: str, kvittering: str = "") -> HttpResponse:
    """Carry out `kommando` once and go to `til`; every refusal becomes a notice there."""
    skjema = Skjema(request.POST)

    def gjor(_verdier: object) -> str:
        kommando()
        return til

    svar = utfor(request, skjema, gjor, kvittering=kvittering)
    if svar:
        return svar
    for meldinger in skjema.errors.values():
        for melding in meldinger:
            messages.error(request, str(melding))
    return redirect(til)
