"""The person and the children."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from fotfeste.fag.mappe.deler.felles import dag, uten_tomme
from fotfeste.fag.person.models import Barn
from fotfeste.fag.sak.models import Sak


def hent(saker: Sequence[Sak], _unntatt: frozenset[UUID]) -> dict[UUID, Any]:
    barn: defaultdict[UUID, list[dict[str, Any]]] = defaultdict(list)
    for ett in barna([sak.person_id for sak in saker]):
        barn[ett.person_id].append(
            uten_tomme(
                {
                    "fodselsdato": dag(ett.fodselsdato),
                    "fra": dag(ett.fra),
                    "til": dag(ett.til),
                    "kronisk_syk": ett.kronisk_syk,
                }
            )
        )
    return {sak.pk: _person(sak, barn[sak.person_id]) for sak in saker}


def barna(person_ider: Sequence[UUID]) -> list[Barn]:
    """The children of the persons, in the order an absence counts them by."""
    return list(Barn.objects.filter(person__in=person_ider).order_by("fodselsdato", "opprettet"))


def _person(sak: Sak, barn: list[dict[str, Any]]) -> dict[str, Any]:
    person = sak.person
    return uten_tomme(
        {
            "fodselsnummer": person.fodselsnummer,
            "fodselsdato": dag(person.fodselsdato),
            "navn": person.navn,
            "kjonn": person.kjonn,
            "sivilstand": person.sivilstand,
            "sprak": person.sprak,
            "tolkebehov": person.tolkebehov,
            "alene_om_omsorg": person.alene_om_omsorg,
            "barn": barn,
        }
    )
