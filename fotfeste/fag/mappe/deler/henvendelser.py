"""The enquiries."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from fotfeste.fag.henvendelse.selectors import til_mappe
from fotfeste.fag.sak.models import Sak


def hent(saker: Sequence[Sak], unntatt: frozenset[UUID]) -> dict[UUID, Any]:
    return til_mappe(saker)
