"""Who talked with whom, and how it went."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from fotfeste.fag.mappe.deler.felles import dag, i_sakene, per_sak
from fotfeste.fag.oppfolging.models import Kontakt
from fotfeste.fag.sak.models import Sak


def hent(saker: Sequence[Sak], unntatt: frozenset[UUID]) -> dict[UUID, Any]:
    return per_sak(
        (
            rad.sak_id,
            {"dato": dag(rad.dato), "kanal": rad.kanal, "initiativ": rad.initiativ, "resultat": rad.resultat},
        )
        for rad in i_sakene(Kontakt.objects.order_by("dato", "opprettet"), saker, unntatt)
    )
