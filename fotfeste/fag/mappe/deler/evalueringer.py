"""The evaluations that were held."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from fotfeste.fag.oppfolging.selectors import evalueringer_til_mappe
from fotfeste.fag.sak.models import Sak


def hent(saker: Sequence[Sak], unntatt: frozenset[UUID]) -> dict[UUID, Any]:
    return evalueringer_til_mappe([sak.pk for sak in saker])
