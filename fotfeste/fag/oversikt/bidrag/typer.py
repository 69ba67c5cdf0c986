"""The form of a room's contribution to the overview."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import Model

from fotfeste.fag.oversikt.typer import Frist, Oppgave

if TYPE_CHECKING:
    from fotfeste.fag.oversikt.fakta import Fakta


def _ingen_frister(_fakta: Fakta, _egne: Any) -> Iterable[Frist]:
    return ()


@dataclass(frozen=True, slots=True)
class Bidrag:
    """One room's part. `hent`: the cases' ids to the room's own facts of each (a case left out has none).

    `oppgaver` and `frister` get the case's facts and the room's own (None when there are none); they read nothing.
    `lukkede`: whether there can be something left to do in a closed case too. `sjeldne`: tables most cases have nothing
    in; `hent` asks them by `rader_i`, and so only when there is something.
    """

    navn: str
    hent: Callable[[Sequence[UUID]], Mapping[UUID, Any]]
    oppgaver: Callable[[Fakta, Any], Iterable[Oppgave]]
    frister: Callable[[Fakta, Any], Iterable[Frist]] = _ingen_frister
    lukkede: bool = False
    sjeldne: tuple[type[Model], ...] = ()
