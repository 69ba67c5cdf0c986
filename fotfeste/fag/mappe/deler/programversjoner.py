"""The versions of the programme that have been agreed to, with hours a week added up from the week plan."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any
from uuid import UUID

from fotfeste.fag.mappe.deler.felles import dag, i_sakene, tall, uten_tomme
from fotfeste.fag.program.enums import Programstatus
from fotfeste.fag.program.models import Aktivitet, Programversjon
from fotfeste.fag.sak.models import Sak


def hent(saker: Sequence[Sak], unntatt: frozenset[UUID]) -> dict[UUID, Any]:
    avtalte = (
        Programversjon.objects.filter(status__in=[Programstatus.AVTALT, Programstatus.ERSTATTET])
        .exclude(avtalt_med_deltaker=None)
        .prefetch_related("aktiviteter__blokker", "evalueringsdatoer")
    )
    ut: dict[UUID, list[dict[str, Any]]] = {}
    for rad in i_sakene(avtalte.order_by("nummer"), saker, unntatt):
        ut.setdefault(rad.sak_id, []).append(_versjon(rad))
    return ut


def _versjon(rad: Programversjon) -> dict[str, Any]:
    return {
        "versjon": rad.nummer,
        "fra": dag(rad.fra),
        "til": dag(rad.til),
        "avtalt_med_deltaker": dag(rad.avtalt_med_deltaker),
        "evalueringsdatoer": [dag(en.dato) for en in rad.evalueringsdatoer.all()],
        "aktiviteter": [_aktivitet(en) for en in rad.aktiviteter.all()],
    }


def _aktivitet(rad: Aktivitet) -> dict[str, Any]:
    timer = sum((blokk.timer for blokk in rad.blokker.all()), Decimal(0))
    return {
        **uten_tomme({"navn": rad.navn, "gruppe": rad.gruppe, "arrangor": rad.arrangor or None}),
        "timer_per_uke": tall(timer),
    }
