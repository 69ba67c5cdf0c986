"""Reading complaints: the list, a case's, one of them, the participant's own, and the case file's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from fotfeste.fag.klage.models import Klage
from fotfeste.fag.sak.models import Sak


def klager_til_mappe(saker: Iterable[Sak]) -> dict[UUID, list[dict[str, Any]]]:
    """Each case's complaints as the case file says them, oldest first. One query; the caller has asked the gate."""
    ut: defaultdict[UUID, list[dict[str, Any]]] = defaultdict(list)
    for klage in Klage.objects.filter(sak__in=[sak.pk for sak in saker]).order_by("mottatt", "opprettet"):
        ut[klage.sak_id].append(
            {
                "vedtak": str(klage.vedtak_id),
                "mottatt": klage.mottatt.isoformat(),
                "oversendt": klage.oversendt.isoformat() if klage.oversendt else None,
                "avgjort": klage.avgjort.isoformat() if klage.avgjort else None,
                "utfall": klage.utfall or None,
            }
        )
    return dict(ut)
