"""Letters that were sent: the participant's own, and when they were opened."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.db.models import QuerySet

from fotfeste.fag.brev.models import Brev
from fotfeste.grunnmur.feil import IkkeTilgang
from fotfeste.grunnmur.logg.services import spor
from fotfeste.grunnmur.tilgang import Aktor, Handling


def egne_brev(aktor: Aktor) -> QuerySet[Brev]:
    """The participant's letters, newest first, without their content."""
    return (
        Brev.objects.filter(sak__person__bruker=aktor.krev_bruker())
        .defer("innhold", "dokument__innhold")
        .order_by("-sendt")
    )


def brev_hent(aktor: Aktor, brev_id: UUID) -> Brev:
    """One letter, with its PDF. Raises IkkeTilgang, also when there is no such letter."""
    brev = (
        Brev.objects.select_related("sak__person", "sak__kontor", "sak__kommune", "dokument").filter(pk=brev_id).first()
    )
    if brev is None:
        raise IkkeTilgang("brevet finnes ikke")
    spor(aktor, Handling.BREV_LES, brev, person_id=brev.sak.person_id, sak_id=brev.sak_id)
    return brev


def brev_av(dokumenter: Iterable[UUID | None]) -> dict[UUID, Brev]:
    """The letters by the document each was archived as, without their content. One query."""
    rader = Brev.objects.filter(dokument_id__in=[en for en in dokumenter if en]).defer("innhold")
    return {rad.dokument_id: rad for rad in rader}
