"""What the person lived on before, and lives on beside the programme."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from fotfeste.fag.mappe.deler.felles import i_sakene, uten_tomme
from fotfeste.fag.sak.models import Bakgrunn, Sak

_UNDERVEIS = (
    "kommunal_bostotte",
    "husbank_bostotte",
    "sosialhjelp_fast",
    "sosialhjelp_sarskilte",
    "sosialhjelp_engang",
)
_FOR = ("fra_kvp_i_kommune", "sosialhjelp", "introduksjonsstonad", "tiltakspenger", "folketrygd")


def hent(saker: Sequence[Sak], _unntatt: frozenset[UUID]) -> dict[UUID, Any]:
    return {rad.sak_id: _bakgrunn(rad) for rad in i_sakene(Bakgrunn.objects.all(), saker)}


def _bakgrunn(rad: Bakgrunn) -> dict[str, Any]:
    underveis = uten_tomme({felt: getattr(rad, felt) for felt in _UNDERVEIS})
    return uten_tomme({**{felt: getattr(rad, felt) or None for felt in _FOR}, "underveis": underveis})
