"""Barnetillegg and months in templates."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import zip_longest
from typing import Any

from django import template
from django.utils.translation import gettext as _

from fotfeste.fag.person import barnetillegg as selectors
from fotfeste.fag.sak.models import Sak
from fotfeste.grunnmur.leseord import maned_ord, manedsnavn
from fotfeste.regelverk.penger import ore_tekst
from fotfeste.regelverk.samordning import ORE, Enhet, Omregning

register = template.Library()


@register.simple_tag
def barnetillegg_forklart(sak: Sak, maned: date) -> list[selectors.Barneforklaring]:
    """Why each child gives barnetillegg in the month, or not."""
    return selectors.barnetillegg_forklart(sak, maned)


@register.filter
def manedsliste(maneder: Sequence[date]) -> str:
    """«april og mai 2026», «desember 2025, januar og februar 2026»: each year is said once, after its last month."""
    deler = [
        manedsnavn(m) if neste is not None and neste.year == m.year else maned_ord(m)
        for m, neste in zip_longest(maneder, maneder[1:])
    ]
    if len(deler) < 2:
        return "".join(deler)
    return _("%(forste)s og %(siste)s") % {"forste": ", ".join(deler[:-1]), "siste": deler[-1]}


@register.filter
def regnestykke(grunnlag: Any) -> str:
    """How what the letter says became kroner per stønadsdag: «12 000 kr × 12 ÷ 260 = 553,85 kr»."""
    return Omregning(grunnlag.belop_ore, Enhet(grunnlag.enhet)).regnestykke


@register.filter
def ore(belop: int | None) -> str:
    """An amount in øre as kroner: «553,50 kr»; empty for None."""
    return "" if belop is None else ore_tekst(belop, ORE)
