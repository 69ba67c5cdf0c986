"""What each room adds to the overview: its facts, the tasks they make, and its dates. One module a room.

A room's module has a `BIDRAG`. Its facts are fetched for all cases at once, in a constant number of queries, and are
kept in `Fakta.bidrag` under its name. What waits for someone and is in no case comes from a function in `LOSE`.
"""

from __future__ import annotations

from fotfeste.fag.oversikt.bidrag import mappe
from fotfeste.fag.oversikt.bidrag.typer import Bidrag

ALLE: tuple[Bidrag, ...] = (mappe.BIDRAG,)
from collections.abc import Callable, Iterable

from fotfeste.fag.oversikt.bidrag.overlevering import BIDRAG as OVERLEVERING
from fotfeste.fag.oversikt.typer import LostGjoremal
from fotfeste.grunnmur.tilgang import Aktor

ALLE: tuple[Bidrag, ...] = (OVERLEVERING,)
from fotfeste.fag.oversikt.bidrag import klage

ALLE: tuple[Bidrag, ...] = (klage.BIDRAG,)
from fotfeste.fag.oversikt.bidrag import livslop

ALLE: tuple[Bidrag, ...] = (livslop.BIDRAG,)
from fotfeste.fag.oversikt.bidrag import plan, program

ALLE: tuple[Bidrag, ...] = (
    program.BIDRAG,
    plan.BIDRAG,
)
from fotfeste.fag.oversikt.bidrag import evaluering, mote

ALLE: tuple[Bidrag, ...] = (mote.BIDRAG, evaluering.BIDRAG)
from fotfeste.fag.oversikt.bidrag import henvendelse
from fotfeste.fag.oversikt.bidrag.typer import Bidrag

ALLE: tuple[Bidrag, ...] = (henvendelse.BIDRAG,)
from fotfeste.fag.oversikt.bidrag.kartlegging import BIDRAG as KARTLEGGING
from fotfeste.fag.oversikt.bidrag.typer import Bidrag

ALLE: tuple[Bidrag, ...] = (KARTLEGGING,)
"""In the order of the work."""

LOSE: tuple[Callable[[Aktor], Iterable[LostGjoremal]], ...] = ()
"""What waits for the actor outside the cases. Each gives its rows in a constant number of queries."""
