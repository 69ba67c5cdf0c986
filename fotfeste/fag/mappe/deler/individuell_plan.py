"""Whether an individual plan was offered, what was answered, and since when there is one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from fotfeste.fag.plan.selectors import til_mappe
from fotfeste.fag.sak.models import Sak


def hent(saker: Sequence[Sak], unntatt: frozenset[UUID]) -> dict[UUID, Any]:
    return {pk: del_ for pk, del_ in til_mappe(saker).items() if any(del_.values())}
