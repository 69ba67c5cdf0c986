"""Building the database from nothing in half the time.

Each time a migration adds a trigger, an index or a constraint, Django makes the classes of every related model again,
and here nearly all are related. None of these changes a field, and in the database they ask only for the table.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any
from unittest.mock import patch

from django.db.migrations import operations
from django.db.migrations.state import ProjectState
from pgtrigger.migrations import AddTrigger, RemoveTrigger

UTEN_FELT: tuple[type[Any], ...] = (
    operations.AddConstraint,
    operations.AddIndex,
    operations.RemoveConstraint,
    operations.RemoveIndex,
    AddTrigger,
    RemoveTrigger,
)


@contextmanager
def uten_omlasting() -> Iterator[None]:
    """Migrations run inside this keep the rendered models when an operation touches no field."""
    with ExitStack() as stabel:
        for operasjon in UTEN_FELT:
            stabel.enter_context(patch.object(operasjon, "state_forwards", _beholder(operasjon.state_forwards)))
        yield


def _beholder(state_forwards: Callable[..., None]) -> Callable[..., None]:
    """The same change of the state, with its rendered models out of sight meanwhile."""

    def endre(selv: object, app_label: str, tilstand: ProjectState) -> None:
        klasser = tilstand.__dict__.pop("apps", None)
        state_forwards(selv, app_label, tilstand)
        if klasser is not None:
            tilstand.__dict__["apps"] = klasser

    return endre
