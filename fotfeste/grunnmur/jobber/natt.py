"""What a night does: each room adds its own, and `fotfeste nattjobb` does them in order."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator

logg = logging.getLogger("fotfeste.natt")

NATTLIG: list[Callable[[], str]] = []
"""Each does its work, which may be done again without harm, and says in a sentence what came of it."""


def natten(*forst: Callable[[], str]) -> Iterator[tuple[str, bool]]:
    """Do `forst`, then what the rooms have added: what came of each, and whether it went well.

    One that fails stops none of the others; the log says which and why, and the next night tries again.
    """
    for jobb in (*forst, *NATTLIG):
        try:
            setning = jobb()
        except Exception:  # whatever it is, the rest of the night's work must be done
            logg.exception("nattjobb: %s feilet", jobb.__name__)
            yield f"{jobb.__name__} feilet. Se loggen.", False
        else:
            logg.info("nattjobb: %s", setning)
            yield setning, True
