"""What providers have said of a month, beside what the sheet says."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from fotfeste.fag.oppmote.ark import Ark
from fotfeste.fag.oppmote.models import Arrangorforing

INGEN = Decimal(0)
Foringer = dict[date, list[Arrangorforing]]


@dataclass(frozen=True, slots=True)
class Foringsdag:
    """A day somebody else has told of; `uenig` when the sheet cannot be right if the provider is."""

    dato: date
    foringer: list[Arrangorforing]
    uenig: bool


def foringer_for(sak_ids: Collection[UUID], maned: date) -> dict[UUID, Foringer]:
    """What providers have said of the month, by case and day. One query."""
    ut: dict[UUID, Foringer] = {}
    rader = Arrangorforing.objects.filter(sak_id__in=sak_ids, dato__year=maned.year, dato__month=maned.month)
    for rad in rader.select_related("arrangor"):
        ut.setdefault(rad.sak_id, {}).setdefault(rad.dato, []).append(rad)
    return ut


def ventede_timer(program: Decimal, foringer: Iterable[Arrangorforing]) -> Decimal:
    """Hours in the programme on a day when the providers are right: the plan, with their part as they say."""
    foringer = list(foringer)
    resten = max(program - sum((rad.planlagt for rad in foringer), INGEN), INGEN)
    return resten + sum((rad.timer for rad in foringer), INGEN)


def foringsdager(ark: Ark, foringer: Foringer) -> list[Foringsdag]:
    """Each day of the sheet a provider has told of, in order."""
    return [
        Foringsdag(dag.dato, sagt, _er_uenig(dag.program, dag.planlagt - dag.plan_arbeid, sagt))
        for dag in ark.dager
        if (sagt := foringer.get(dag.dato))
    ]


def _er_uenig(fort: Decimal, plan: Decimal, foringer: list[Arrangorforing]) -> bool:
    """More hours on the sheet than there can have been, or fewer than the provider alone has seen."""
    return fort > ventede_timer(plan, foringer) or fort < sum((rad.timer for rad in foringer), INGEN)
