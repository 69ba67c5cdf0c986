"""What the overview of a case says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from enum import StrEnum
from typing import TYPE_CHECKING
from uuid import UUID

from fotfeste.fag.sak.models import Sak
from fotfeste.grunnmur.organisasjon.models import Bruker
from fotfeste.grunnmur.tilgang import Aktor, Handling

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


class Part(StrEnum):
    """Whom a case can wait for."""

    VEILEDER = "veileder"
    BESLUTTER = "beslutter"
    DELTAKER = "deltaker"


@dataclass(frozen=True, slots=True)
class Steg:
    """A step: the page's name (`kontor:<side>`, taking the case's id), the button's words, and the right it takes."""

    side: str
    knapp: StrOrPromise
    handling: Handling


@dataclass(frozen=True, slots=True)
class Oppgave:
    """Something open in a case: what, whom it waits for since when, its deadline, and the step that moves it on.

    `slag` groups equal tasks of many cases; `eier_id` is the one person it waits for, when it is one; `utelukket_id`
    the one who may not do it (four eyes); `maned` the month of a timesheet; `klokken` when a meeting is.
    `husets_frist`: the deadline is the house's own and not the law's, so that the task may be put off past it.
    """

    slag: str
    hva: str
    part: Part
    siden: date | None
    steg: Steg
    frist: date | None = None
    mer: str = ""
    eier_id: UUID | None = None
    utelukket_id: UUID | None = None
    maned: date | None = None
    klokken: time | None = None
    husets_frist: bool = False

    @property
    def nokkel(self) -> str:
        """What the task is known by in its case: another deadline or month is another task."""
        return ":".join((self.slag, *(dag.isoformat() if dag else "" for dag in (self.maned, self.frist, self.siden))))


@dataclass(frozen=True, slots=True)
class Frist:
    """A date that matters in the case, and what it is the date of. `kode` names those the law sets."""

    dato: date
    tekst: str
    hjemmel: str = ""
    kode: str = ""


@dataclass(frozen=True, slots=True)
class Oversikt:
    """One case at a glance. `oppgaver` most urgent first; `frister` soonest first; `vedtak_til` the right's last day.

    `ansatte`: those its tasks can wait for by name, by id, with the roles they hold today.
    """

    sak: Sak
    farge: str
    periode: str
    fast_kontakt: Bruker | None
    siste_kontakt: date | None
    dager_siden_kontakt: int | None
    vedtak_til: date | None = None
    oppgaver: list[Oppgave] = field(default_factory=list)
    frister: list[Frist] = field(default_factory=list)
    ansatte: Mapping[UUID, Aktor] = field(default_factory=dict)

    @property
    def neste(self) -> Oppgave | None:
        """The most urgent open task."""
        return self.oppgaver[0] if self.oppgaver else None

    @property
    def to_frister(self) -> list[Frist]:
        return self.frister[:2]
