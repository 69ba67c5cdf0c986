"""How the programme ended."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from fotfeste.fag.mappe.deler.felles import dag, i_sakene, uten_tomme
from fotfeste.fag.oppfolging.models import Avslutning
from fotfeste.fag.sak.models import Sak


def hent(saker: Sequence[Sak], _unntatt: frozenset[UUID]) -> dict[UUID, Any]:
    return {
        rad.sak_id: uten_tomme(
            {
                "dato": dag(rad.dato),
                "mate": rad.mate,
                "situasjon": rad.situasjon,
                "viktigste_inntekt": rad.viktigste_inntekt or None,
                "deltakerbevis": dag(rad.deltakerbevis),
            }
        )
        for rad in i_sakene(Avslutning.objects.all(), saker)
    }
