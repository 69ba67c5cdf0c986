"""The sheets: absence, and hours of paid work."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from fotfeste.fag.mappe.deler.felles import ansatt, dag, dagen, i_sakene, maned, per_sak, tall, uten_tomme
from fotfeste.fag.mappe.deler.person import barna
from fotfeste.fag.oppmote.models import Fravaer, Timeliste, Timelistedag
from fotfeste.fag.sak.models import Sak


def hent(saker: Sequence[Sak], unntatt: frozenset[UUID]) -> dict[UUID, Any]:
    arbeid: defaultdict[UUID, list[dict[str, Any]]] = defaultdict(list)
    dager = i_sakene(Timelistedag.objects.filter(timer_arbeid__gt=0).order_by("dato"), saker)
    for liste_id, dato, timer in dager.values_list("timeliste_id", "dato", "timer_arbeid"):
        arbeid[liste_id].append({"dato": dag(dato), "timer": tall(timer)})
    barn = _barnas_plass(saker)
    lister = Timeliste.objects.select_related("godkjent_av").prefetch_related("fravaer__legeerklaeringer")
    return per_sak(
        (
            liste.sak_id,
            {
                "maned": maned(liste.maned),
                "levert": dagen(liste.levert),
                "godkjent": dagen(liste.godkjent),
                "godkjent_av": ansatt(liste.godkjent_av) or None,
                "fravaer": [_fravaer(ett, barn) for ett in liste.fravaer.all()],
                "arbeid": arbeid[liste.pk],
            },
        )
        for liste in i_sakene(lister.order_by("maned"), saker, unntatt)
    )


def _barnas_plass(saker: Sequence[Sak]) -> dict[UUID, int]:
    """Each child's 0-based place among the person's children."""
    plass: dict[UUID, int] = {}
    telt: defaultdict[UUID, int] = defaultdict(int)
    for ett in barna([sak.person_id for sak in saker]):
        plass[ett.pk] = telt[ett.person_id]
        telt[ett.person_id] += 1
    return plass


def _fravaer(ett: Fravaer, barn: Mapping[UUID, int]) -> dict[str, Any]:
    leger = [{"fra": dag(lege.fra), "til": dag(lege.til)} for lege in ett.legeerklaeringer.all()]
    rad = uten_tomme(
        {
            "id": str(ett.pk),
            "fra": dag(ett.fra),
            "til": dag(ett.til),
            "arsak": ett.arsak,
            "legeerklaering": leger,
            "termin": dag(ett.termin),
            "fodt": dag(ett.fodt),
        }
    )
    if ett.barn_id:
        rad["barn"] = barn[ett.barn_id]
    if ett.timer is not None:
        rad["timer"] = tall(ett.timer)
    return rad
