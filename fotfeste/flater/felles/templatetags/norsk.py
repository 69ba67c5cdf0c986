"""Dates, amounts and hours in templates, as people write them in the language of the page."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

from django import template
from django.utils import timezone

from fotfeste.grunnmur.leseord import dato_ord, dato_ukedag, isolert, maned_ord, timer_ord
from fotfeste.grunnmur.ord import kroner_ord

register = template.Library()


@register.filter
def dato(verdi: date | datetime | None) -> str:
    """«3. juni 2026»; empty for None."""
    return dato_ord(_som_dato(verdi)) if verdi else ""


@register.filter
def ukedato(verdi: date | datetime | None) -> str:
    """«onsdag 3. juni 2026»; empty for None."""
    return dato_ukedag(_som_dato(verdi)) if verdi else ""


@register.filter
def maned(verdi: date | None) -> str:
    """«mai 2026»; empty for None."""
    return maned_ord(verdi) if verdi else ""


@register.filter
def kr(verdi: int | None) -> str:
    """«17 492 kr»; empty for None."""
    return "" if verdi is None else isolert(kroner_ord(int(verdi)))


@register.filter
def timer(verdi: Decimal | int | None) -> str:
    """«37,5 t»: hours with a comma and no needless zeros; empty for None."""
    return "" if verdi is None else timer_ord(verdi)


@register.filter
def klokke(verdi: datetime | None) -> str:
    """«14.03»; empty for None."""
    return timezone.localtime(verdi).strftime("%H.%M") if verdi else ""


def _som_dato(verdi: date | datetime) -> date:
    return timezone.localtime(verdi).date() if isinstance(verdi, datetime) else verdi
