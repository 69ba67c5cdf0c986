"""The payments that have been released."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from fotfeste.fag.mappe.deler.felles import ansatt, dag, i_sakene, maned
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.utbetaling.enums import Utbetalingsstatus
from fotfeste.fag.utbetaling.models import Utbetaling

_FRIGITT = (Utbetalingsstatus.FRIGITT, Utbetalingsstatus.SENDT, Utbetalingsstatus.UTBETALT)


def hent(saker: Sequence[Sak], unntatt: frozenset[UUID]) -> dict[UUID, Any]:
    frigitte = Utbetaling.objects.filter(status__in=_FRIGITT).select_related(
        "kjoring__forberedt_av", "kjoring__frigitt_av"
    )
    ut: dict[UUID, list[dict[str, Any]]] = {}
    for rad in i_sakene(frigitte.order_by("maned"), saker, unntatt):
        ut.setdefault(rad.sak_id, []).append(
            {
                "maned": maned(rad.maned),
                "dato": dag(rad.kjoring.utbetalingsdato),
                "netto": rad.netto,
                "klargjort_av": ansatt(rad.kjoring.forberedt_av),
                "frigitt_av": ansatt(rad.kjoring.frigitt_av),
            }
        )
    return ut
