"""The only source of today. In the demo, the time machine moves it for one visitor at a time."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime
from zoneinfo import ZoneInfo

OSLO = ZoneInfo("Europe/Oslo")
_stilt: ContextVar[date | None] = ContextVar("stilt_dato", default=None)


def na() -> datetime:
    """The moment it is, in Norwegian local time; on the time machine's date when that is set."""
    naa = datetime.now(OSLO)
    dag = _stilt.get()
    return naa if dag is None else naa.replace(year=dag.year, month=dag.month, day=dag.day)


def i_dag() -> date:
    """The date it is in Norway, or the time machine's date."""
    return _stilt.get() or datetime.now(OSLO).date()


def dagen(tid: datetime) -> date:
    """The date a stored moment falls on in Norway. The database gives moments in UTC, a day behind after midnight."""
    return tid.astimezone(OSLO).date()


@contextmanager
def still_til(dag: date | None) -> Iterator[None]:
    """Let today be `dag` inside the block (None: the real date). Used by the demo, the time machine and tests."""
    merke = _stilt.set(dag)
    try:
        yield
    finally:
        _stilt.reset(merke)
