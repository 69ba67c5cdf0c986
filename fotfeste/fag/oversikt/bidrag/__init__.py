"""What each room adds to the overview: its facts, the tasks they make, and its dates. One module a room.

A room's module has a `BIDRAG`. Its facts are fetched for all cases at once, in a constant number of queries, and are
kept in `Fakta.bidrag` under its name. What waits for someone and is in no case comes from a function in `LOSE`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from fotfeste.fag.avstemming.selectors import avstemmingsgjoremal
from fotfeste.fag.henvendelse.selectors import henvendelsegjoremal
from fotfeste.fag.kandidat.selectors import kandidatgjoremal
from fotfeste.fag.oversikt.bidrag import (
    egenmelding,
    endring,
    evaluering,
    henvendelse,
    kartlegging,
    klage,
    krav,
    livslop,
    mappe,
    mote,
    overlevering,
    plan,
    program,
    utbetaling,
)
from fotfeste.fag.oversikt.bidrag.typer import Bidrag
from fotfeste.fag.regulering.selectors import reguleringsgjoremal
from fotfeste.fag.veiledning.selectors import rutinegjoremal
from fotfeste.grunnmur.gjoremal import Gjoremalrad
from fotfeste.grunnmur.tilgang import Aktor

ALLE: tuple[Bidrag, ...] = (
    mappe.BIDRAG,
    overlevering.BIDRAG,
    henvendelse.BIDRAG,
    kartlegging.BIDRAG,
    program.BIDRAG,
    plan.BIDRAG,
    mote.BIDRAG,
    evaluering.BIDRAG,
    livslop.BIDRAG,
    egenmelding.BIDRAG,
    klage.BIDRAG,
    endring.BIDRAG,
    krav.BIDRAG,
    utbetaling.BIDRAG,
)
"""In the order of the work."""

LOSE: tuple[Callable[[Aktor], Iterable[Gjoremalrad]], ...] = (
    partial(henvendelsegjoremal, uten_sak=True),
    kandidatgjoremal,
    rutinegjoremal,
    avstemmingsgjoremal,
    reguleringsgjoremal,
)
"""What waits for the actor outside the cases. Each gives its rows in a constant number of queries."""
