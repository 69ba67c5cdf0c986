"""Forms that move money: what they would do can be seen before they are saved, and what they reached is said after."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.translation import gettext as _

from fotfeste.fag.sak.models import Sak
from fotfeste.fag.utbetaling.etterregning import etterregn
from fotfeste.fag.utbetaling.virkning import Virkning, lagre_og_se, virkning_av
from fotfeste.flater.felles.skjema import Skjema
from fotfeste.flater.felles.templatetags.barnetillegg import manedsliste
from fotfeste.flater.felles.visning import aktor_av, legg_pa_feil
from fotfeste.grunnmur.feil import Fagfeil

PROV = "vis"
"""The name of the button that only asks what the form would do."""

Kommando = Callable[[dict[str, Any]], object]


def er_prove(request: HttpRequest) -> bool:
    """Whether the user asked to see what it would do, and not to save it."""
    return request.method == "POST" and PROV in request.POST


def prov(skjema: Skjema, sak: Sak, kommando: Kommando) -> Virkning | None:
    """What saving the form would do to the case's money. None with the refusals on the form when it would be refused.

    The paper is left out: what a browser has sent of files it cannot be given back.
    """
    if not skjema.is_valid():
        return None
    verdier = skjema.faglig()
    if "papir" in verdier:
        verdier["papir"] = None
    try:
        return virkning_av(sak, lambda: kommando(verdier))
    except (Fagfeil, ValidationError) as feil:
        legg_pa_feil(skjema, feil)
        return None


def lagre(request: HttpRequest, sak: Sak | None, kommando: Callable[[], object]) -> None:
    """Carry it out; reckon the paid months it reached again at once, and say which they are."""
    if sak is None:
        kommando()
        return
    if betalte := lagre_og_se(sak, kommando):
        etterregn(aktor_av(request), sak)
        messages.info(
            request,
            _("Dette gjelder måneder som er betalt: %(maneder)s. De er regnet om, og forskjellen står på «Stønaden».")
            % {"maneder": manedsliste(betalte)},
        )
