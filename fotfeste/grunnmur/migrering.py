"""Building the database from nothing in a fraction of the time.

Each time a migration makes a model, changes a field, or adds a trigger, an index or a constraint, Django makes the
classes of every related model again, and here nearly all are related. A new model has nothing pointing at it yet, and
one with a changed field is asked for its own table alone, so only its own class is made; the others change no field.
Where a migration runs code of its own, all classes are made anew for it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any
from unittest.mock import patch

from django.apps import apps
from django.db import connection
from django.db.migrations import operations
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.state import ModelState, ProjectState
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
    """Migrations run inside this keep the rendered models, but for those an operation changes."""
    with ExitStack() as stabel:
        stabel.enter_context(patch.object(ProjectState, "add_model", _ny_modell))
        stabel.enter_context(patch.object(ProjectState, "reload_model", _bare_den))
        stabel.enter_context(patch.object(operations.RunPython, "state_forwards", _alle_pa_nytt))
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


def _ny_modell(tilstand: ProjectState, modell: ModelState) -> None:
    """Take in a new model. Only its own class is made: no other model can point at one that did not exist."""
    nokkel = modell.app_label, modell.name_lower
    tilstand.models[nokkel] = modell
    if getattr(tilstand, "_relations", None) is not None:
        tilstand.resolve_model_relations(nokkel)
    if "apps" in tilstand.__dict__:
        tilstand.apps.render_multiple([modell])
        tilstand.apps.clear_cache()


def _bare_den(tilstand: ProjectState, app_label: str, model_name: str, delay: bool = False) -> None:  # noqa: FBT001, FBT002 - Django's own signature
    """Make the class of a model whose fields have changed. The others keep pointing at its table by name."""
    if "apps" in tilstand.__dict__:
        tilstand._reload({(app_label, model_name)})  # type: ignore[attr-defined]


def _alle_pa_nytt(_selv: object, _app_label: str, tilstand: ProjectState) -> None:
    """Let the code of a migration find every class as it is, with what points at it."""
    tilstand.__dict__.pop("apps", None)


def fra_en_eldre_utgave() -> list[str]:
    """Our migrations the database has had that are no longer among the files, as `app.name`; empty for a new one."""
    laster = MigrationLoader(connection)
    vare = {app.label for app in apps.get_app_configs() if app.name.startswith("fotfeste.")}
    borte = (nokkel for nokkel in laster.applied_migrations if nokkel not in laster.disk_migrations)
    return sorted(f"{app}.{navn}" for app, navn in borte if app in vare)
