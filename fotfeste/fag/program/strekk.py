"""A version whose activities do not all last as long as it does: the stretches in which its week stays the same."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Protocol, TypeVar

from fotfeste.regelverk.tid import Periode

EN_DAG = timedelta(days=1)


class MedDager(Protocol):
    """Something with days of its own inside the version; None on either side: as long as the version."""

    fra: date | None
    til: date | None


T = TypeVar("T", bound=MedDager)


def strekk(hele: Periode, alle: Iterable[T]) -> list[tuple[Periode, list[T]]]:
    """The stretches of `hele` in order, each with what goes on in all of it. One stretch when all last throughout."""
    alle = list(alle)
    grenser = {en.fra for en in alle if en.fra} | {en.til + EN_DAG for en in alle if en.til}
    starter = sorted({hele.fra, *(dag for dag in grenser if dag > hele.fra and hele.inneholder(dag))})
    ut = []
    for start, neste in zip(starter, [*starter[1:], None], strict=True):
        gar = [en for en in alle if (not en.fra or en.fra <= start) and (not en.til or en.til >= start)]
        ut.append((Periode(start, neste - EN_DAG if neste else hele.til), gar))
    return ut
