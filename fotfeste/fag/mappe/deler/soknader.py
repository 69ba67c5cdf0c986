"""The applications."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from fotfeste.fag.mappe.deler.felles import dag, i_sakene, per_sak
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.soknad.models import Soknad


def hent(saker: Sequence[Sak], unntatt: frozenset[UUID]) -> dict[UUID, Any]:
    return per_sak(
        (
            rad.sak_id,
            {
                "id": str(rad.pk),
                "mottatt": dag(rad.mottatt),
                "kanal": rad.kanal,
                "forelopig_svar": dag(rad.forelopig_svar),
                "trukket": dag(rad.trukket),
            },
        )
        for rad in i_sakene(Soknad.objects.order_by("mottatt", "opprettet"), saker, unntatt)
    )
