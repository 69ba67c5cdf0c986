"""Leave that does not count in the programme's length."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from fotfeste.fag.mappe.deler.felles import dag, i_sakene, per_sak
from fotfeste.fag.program.models import Permisjon
from fotfeste.fag.sak.models import Sak


def hent(saker: Sequence[Sak], unntatt: frozenset[UUID]) -> dict[UUID, Any]:
    rader = i_sakene(Permisjon.objects.order_by("fra"), saker, unntatt)
    return per_sak((r.sak_id, {"fra": dag(r.fra), "til": dag(r.til), "grunn": r.grunn}) for r in rader)
