"""Change history that code cannot forget: database triggers copy every change, and demand to know who and why."""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

import pghistory
import pgtrigger
from django.db import connection


def _krev_aktor(operasjon: Any) -> pgtrigger.Trigger:
    return pgtrigger.Trigger(
        name="krev_aktor",
        when=pgtrigger.Before,
        operation=operasjon,
        func="""
        IF COALESCE(current_setting('pghistory.context_id', true), '') = '' THEN
            RAISE EXCEPTION 'Endring i % uten aktor og arsak', TG_TABLE_NAME;
        END IF;
        IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
        RETURN NEW;
    """,
    )


_i_ramme: ContextVar[bool] = ContextVar("i_ramme", default=False)


@contextmanager
def aktor_og_arsak(**metadata: str) -> Iterator[None]:
    """Give the running transaction its actor and reason; a frame inside another keeps the outer one's.

    Told to the database once. pghistory's own context puts it before every statement; the triggers read the same
    two settings.
    """
    if _i_ramme.get():
        yield
        return
    merke = _i_ramme.set(True)
    try:
        with connection.cursor() as peker:
            peker.execute(
                "SELECT set_config('pghistory.context_id', %s, true),"
                " set_config('pghistory.context_metadata', %s, true)",
                [str(uuid.uuid4()), json.dumps(metadata)],
            )
        yield
    finally:
        _i_ramme.reset(merke)


def spores(*, unntatt: list[str] | None = None, ny_uten_aktor: bool = False, med_forelder: bool = False) -> Any:
    """Class decorator: keep every version of the record, and refuse a change outside `logg.services.kommando`.

    `ny_uten_aktor`: a first row may come before there is anyone to act (the roles of a new installation).
    `med_forelder`: rows are made many at a time with a record that is itself tracked, so that who made them is known
    from it; then the version kept is the one that was changed or deleted, and the newest stands in the table.
    """
    endringer = pgtrigger.Update | pgtrigger.Delete

    def pynt(modell: type[Any]) -> type[Any]:
        pgtrigger.register(_krev_aktor(endringer if ny_uten_aktor else pgtrigger.Insert | endringer))(modell)
        hendelser = (
            (pghistory.UpdateEvent(row=pghistory.Old), pghistory.DeleteEvent())
            if med_forelder
            else (pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
        )
        sporet: type[Any] = pghistory.track(*hendelser, exclude=unntatt)(modell)
        return sporet

    return pynt
