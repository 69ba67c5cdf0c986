"""How each section of a case file is built from our own tables. One module a section, all cases at once.

To add one: a module with `hent`, and its line here. `hent` gets the cases (with `person`, `kommune` and `kontor`
loaded) and the rows to leave out, which a read-in file says already; it gives the section of each case by id, in a
constant number of queries. A case left out has nothing to say there.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any
from uuid import UUID

from fotfeste.fag.mappe.deler import (
    arbeidsevnevurderinger,
    avslutning,
    bakgrunn,
    etter,
    evalueringer,
    fast_kontakt,
    henvendelser,
    individuell_plan,
    klager,
    kontakter,
    permisjoner,
    person,
    programversjoner,
    soknader,
    timelister,
    utbetalinger,
    vedtak,
)
from fotfeste.fag.sak.models import Sak

Hent = Callable[[Sequence[Sak], frozenset[UUID]], Mapping[UUID, Any]]

DELER: dict[str, Hent] = {
    "fast_kontakt": fast_kontakt.hent,
    "person": person.hent,
    "bakgrunn": bakgrunn.hent,
    "soknader": soknader.hent,
    "arbeidsevnevurderinger": arbeidsevnevurderinger.hent,
    "vedtak": vedtak.hent,
    "programversjoner": programversjoner.hent,
    "permisjoner": permisjoner.hent,
    "individuell_plan": individuell_plan.hent,
    "evalueringer": evalueringer.hent,
    "kontakter": kontakter.hent,
    "henvendelser": henvendelser.hent,
    "timelister": timelister.hent,
    "utbetalinger": utbetalinger.hent,
    "klager": klager.hent,
    "avslutning": avslutning.hent,
    "etter": etter.hent,
}
"""By the section's name in the schema."""
