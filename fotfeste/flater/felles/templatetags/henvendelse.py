"""Response times in words."""

from __future__ import annotations

from datetime import timedelta

from django import template

from fotfeste.fag.henvendelse.selectors import varighet_ord

register = template.Library()


@register.filter
def varighet(tid: timedelta | None) -> str:
    """«1 dag og 3 timer»; a dash when nothing has been answered."""
    return varighet_ord(tid) if tid is not None else "–"
