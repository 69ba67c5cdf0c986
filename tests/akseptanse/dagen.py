"""Which day it is, for the server's threads as well as the test's own."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date

from fotfeste.grunnmur import klokke
from tests.grunnlag import I_DAG


def still(dag: date) -> None:
    """Let it be `dag` everywhere in this process. A context variable's value is one thread's; its default is all's."""
    klokke._stilt = ContextVar("stilt_dato", default=dag)


@contextmanager
def til_vanlig() -> Iterator[None]:
    """The usual day of the stories; the clock is put back afterwards."""
    vanlig = klokke._stilt
    still(I_DAG)
    yield
    klokke._stilt = vanlig
