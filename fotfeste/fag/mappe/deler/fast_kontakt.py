"""Who the participant could always turn to, and when."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from fotfeste.fag.mappe.deler.felles import ansatt, dag, i_sakene, per_sak
from fotfeste.fag.sak.models import FastKontakt, Sak


def hent(saker: Sequence[Sak], unntatt: frozenset[UUID]) -> dict[UUID, Any]:
    rader = i_sakene(FastKontakt.objects.select_related("bruker").order_by("fra"), saker, unntatt)
    return per_sak((r.sak_id, {"ansatt": ansatt(r.bruker), "fra": dag(r.fra), "til": dag(r.til)}) for r in rader)
