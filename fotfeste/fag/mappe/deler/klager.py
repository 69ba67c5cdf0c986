"""The complaints, each on a decision by its id in the case file."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from fotfeste.fag.klage.selectors import klager_til_mappe
from fotfeste.fag.mappe.deler.felles import uten_tomme
from fotfeste.fag.mappe.models import InnlestMappe
from fotfeste.fag.sak.models import Sak


def hent(saker: Sequence[Sak], unntatt: frozenset[UUID]) -> dict[UUID, Any]:
    klager = klager_til_mappe(saker)
    i_filen = _navn_i_filen(klager) if klager else {}
    return {
        sak_id: [uten_tomme({**en, "vedtak": i_filen.get(en["vedtak"], en["vedtak"])}) for en in alle]
        for sak_id, alle in klager.items()
    }


def _navn_i_filen(klager: dict[UUID, Any]) -> dict[str, str]:
    """Our own decisions that were made from a file that was read in, and what the file calls them."""
    innleste = InnlestMappe.objects.filter(sak_id__in=list(klager)).values_list("egne", flat=True)
    return {str(pk): navn for egne in innleste for navn, pk in egne.get("vedtak", {}).items()}
