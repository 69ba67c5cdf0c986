"""The guidance of a step, for the component beside its field."""

from __future__ import annotations

from django import template

from fotfeste.fag.veiledning.steg import STEG
from fotfeste.fag.veiledning.typer import Steg

register = template.Library()


@register.simple_tag
def veiledning(steg: str) -> Steg:
    """The step's guidance. KeyError for a step that does not exist: a page asks only for its own."""
    return STEG[steg]
