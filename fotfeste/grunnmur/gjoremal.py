"""Something for one person to do that is in no case: a candidate, an enquiry. Min dag lists these beside the cases."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


@dataclass(frozen=True, slots=True)
class Gjoremalrad:
    """One line: whom it is about, why it is here, since when, its deadline, and the page that moves it on.

    `side` is the page's name (`kontor:<side>`), `args` what its address takes. `slag` groups it with tasks of the same
    kind; without one it is known by its page.
    """

    hvem: StrOrPromise
    tekst: StrOrPromise
    mer: StrOrPromise
    siden: date | None
    frist: date | None
    knapp: StrOrPromise
    side: str
    args: tuple[Any, ...] = ()
    slag: str = ""
    klokken: time | None = None


def etter_frist(rader: Iterable[Gjoremalrad]) -> list[Gjoremalrad]:
    """The soonest deadline first; what has none comes last."""
    return sorted(rader, key=lambda rad: (rad.frist or date.max, rad.siden or date.max))
