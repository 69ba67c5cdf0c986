"""Who acts, with the roles they hold that day."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.db.models import Q

from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.organisasjon.enums import Rolle
from fotfeste.grunnmur.organisasjon.models import Bruker, Medlemskap


@dataclass(frozen=True, slots=True)
class Rolletildeling:
    """A role held on the day, where: an office, or (kontor_id None) the whole municipality."""

    rolle: Rolle
    kommune_id: UUID
    kontor_id: UUID | None


@dataclass(frozen=True, slots=True)
class Aktor:
    """A user as they are on one day. Commands and selectors take this, never a request.

    `er_system` marks work nobody ordered just now (nightly jobs, the demo's history); it passes the table of roles but
    is logged under its own name.
    """

    bruker: Bruker | None
    dag: date
    tildelinger: tuple[Rolletildeling, ...] = field(default=())
    er_system: bool = False

    @property
    def navn(self) -> str:
        return self.bruker.navn if self.bruker else "Fotfeste"

    @property
    def bruker_id(self) -> UUID | None:
        return self.bruker.pk if self.bruker else None

    @property
    def roller(self) -> frozenset[Rolle]:
        return frozenset(t.rolle for t in self.tildelinger)

    @property
    def er_deltaker(self) -> bool:
        """Whether they are here as a participant and hold no role in the office."""
        return self.roller == {Rolle.DELTAKER}

    def krev_bruker(self) -> Bruker:
        """The user. Raises ValueError for the system, which never prepares or decides anything."""
        if self.bruker is None:
            raise ValueError("The system cannot do what a named person must answer for")
        return self.bruker


def aktor_for(bruker: Bruker, dag: date | None = None) -> Aktor:
    """The user with the roles held on `dag` (today when left out). One query."""
    dag = dag or klokke.i_dag()
    rader = Medlemskap.objects.filter(Q(til__isnull=True) | Q(til__gte=dag), bruker=bruker, fra__lte=dag).values_list(
        "rolle", "kommune_id", "kontor_id"
    )
    return Aktor(bruker, dag, tuple(Rolletildeling(Rolle(rolle), komm, kont) for rolle, komm, kont in rader))


def _system() -> Aktor:
    return Aktor(bruker=None, dag=date.min, er_system=True)


SYSTEM = _system()
"""Nightly jobs. Its `dag` is not used: they take their date from the clock."""
