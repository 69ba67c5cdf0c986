"""Figures of the reconciliation: øre, and how many for how much."""

from __future__ import annotations

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from fotfeste.fag.avstemming.regnskap import Telt, ore_ord
from fotfeste.fag.utbetaling.enums import IKKE_KOMMET_FRAM, Utbetalingsstatus
from fotfeste.grunnmur.ord import kroner_ord

register = template.Library()


@register.filter
def ore(verdi: int | None) -> str:
    """«21 438,00»; empty for None."""
    return "" if verdi is None else ore_ord(verdi)


@register.filter
def valuta(kode: str) -> str:
    """«kr» for the kroner everything here is in; another currency by its code, so that it is seen."""
    return "kr" if kode == "NOK" else kode


@register.filter
def statusfarge(status: str) -> str:
    """The colour of a payment's mark."""
    if status == Utbetalingsstatus.UTBETALT:
        return "gront"
    return "rodt" if status in IKKE_KOMMET_FRAM else "gratt"


@register.simple_tag
def telt(verdi: Telt) -> SafeString:
    """How much, and in how many payments; a dash for none."""
    if not verdi.antall:
        return format_html('<span class="dempet">{}</span>', "–")
    return format_html('{}<br><span class="dempet liten">{}</span>', kroner_ord(verdi.kroner), verdi.antall)
