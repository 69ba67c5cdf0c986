"""What each room adds to the overview: its facts, the tasks they make, and its dates. One module a room.

A room's module has a `BIDRAG`. Its facts are fetched for all cases at once, in a constant number of queries, and are
kept in `Fakta.bidrag` under its name.
"""

from __future__ import annotations

from fotfeste.fag.oversikt.bidrag import mappe
from fotfeste.fag.oversikt.bidrag.typer import Bidrag

ALLE: tuple[Bidrag, ...] = (mappe.BIDRAG,)
"""In the order of the work."""
