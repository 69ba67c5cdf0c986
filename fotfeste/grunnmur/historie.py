"""Change history that code cannot forget: database triggers copy every change, and demand to know who and why."""

from __future__ import annotations

from typing import Any

import pghistory
import pgtrigger

KREV_AKTOR = pgtrigger.Trigger(
    name="krev_aktor",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
    func="""
        IF COALESCE(current_setting('pghistory.context_id', true), '') = '' THEN
            RAISE EXCEPTION 'Endring i % uten aktor og arsak', TG_TABLE_NAME;
        END IF;
        IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
        RETURN NEW;
    """,
)


def spores(*, unntatt: list[str] | None = None) -> Any:
    """Class decorator: keep every version of the record, and refuse a change outside `logg.services.kommando`."""

    def pynt(modell: type[Any]) -> type[Any]:
        pgtrigger.register(KREV_AKTOR)(modell)
        sporet: type[Any] = pghistory.track(
            pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent(), exclude=unntatt
        )(modell)
        return sporet

    return pynt
