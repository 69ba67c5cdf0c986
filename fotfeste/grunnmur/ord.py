"""Dates, amounts and choices in bokmål, for what is kept whoever reads it: letters, the timeline, a reckoning."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.utils import translation

if TYPE_CHECKING:
    from django.db.models import Choices

MANEDER = (
    "januar", "februar", "mars", "april", "mai", "juni",
    "juli", "august", "september", "oktober", "november", "desember",
)  # fmt: skip
UKEDAGER = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")
HARDT_MELLOMROM = "\N{NO-BREAK SPACE}"


def dato_ord(dag: date) -> str:
    """«3. juni 2026»."""
    return f"{dag.day}. {MANEDER[dag.month - 1]} {dag.year}"


def dato_ukedag(dag: date) -> str:
    """«onsdag 3. juni 2026»."""
    return f"{UKEDAGER[dag.weekday()]} {dato_ord(dag)}"


def maned_ord(dag: date) -> str:
    """«mai 2026»."""
    return f"{MANEDER[dag.month - 1]} {dag.year}"


def kroner_ord(kroner: int) -> str:
    """«17 492 kr», with hard spaces so that an amount never breaks over two lines; a minus stands before the figure."""
    tall = f"{abs(kroner):,}".replace(",", HARDT_MELLOMROM)
    minus = "\N{MINUS SIGN}" if kroner < 0 else ""
    return f"{minus}{tall}{HARDT_MELLOMROM}kr"


def valg_ord(valg: Choices) -> str:
    """The label of a choice in bokmål, also when the one who chose reads the pages in another language."""
    with translation.override("nb"):
        return str(valg.label)
