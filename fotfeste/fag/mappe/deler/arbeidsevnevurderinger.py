"""The completed assessments. A draft is nobody's assessment yet."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from fotfeste.fag.kartlegging.enums import AevStatus
from fotfeste.fag.kartlegging.models import Arbeidsevnevurdering
from fotfeste.fag.mappe.deler.felles import dag, i_sakene, per_sak
from fotfeste.fag.sak.models import Sak


def hent(saker: Sequence[Sak], unntatt: frozenset[UUID]) -> dict[UUID, Any]:
    fullforte = Arbeidsevnevurdering.objects.filter(status=AevStatus.FULLFORT).exclude(innsatsgruppe="")
    return per_sak(
        (
            rad.sak_id,
            {
                "id": str(rad.pk),
                "ferdigstilt": dag(rad.ferdigstilt),
                "utfort_av": rad.utfort_av,
                "innsatsgruppe": rad.innsatsgruppe,
                "punkter": {punkt: getattr(rad, f"punkt_{punkt}") or None for punkt in "abcde"},
                "motivasjon": rad.motivasjon or None,
                "brukers_syn": rad.brukers_syn or None,
            },
        )
        for rad in i_sakene(fullforte.order_by("nummer"), saker, unntatt)
    )
