"""The months that have been paid.

The form has one amount a month and no field for what is taken off it, so the amount is what the month came to: what was
advanced of it, deducted (§ 40) or sent to NAV Innkreving (forskriften § 4) is part of it. What came later is no month.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from fotfeste.fag.mappe.deler.felles import ansatt, dag, i_sakene, maned
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.utbetaling.enums import Utbetalingsart, Utbetalingsstatus
from fotfeste.fag.utbetaling.models import Utbetaling

_FRIGITT = (Utbetalingsstatus.FRIGITT, Utbetalingsstatus.SENDT, Utbetalingsstatus.UTBETALT)


def hent(saker: Sequence[Sak], unntatt: frozenset[UUID]) -> dict[UUID, Any]:
    frigitte = Utbetaling.objects.filter(status__in=_FRIGITT, art=Utbetalingsart.MANED).select_related(
        "kjoring__forberedt_av", "kjoring__frigitt_av"
    )
    ut: dict[UUID, list[dict[str, Any]]] = {}
    for rad in i_sakene(frigitte.order_by("maned"), saker, unntatt):
        ut.setdefault(rad.sak_id, []).append(
            {
                "maned": maned(rad.maned),
                "dato": dag(rad.kjoring.utbetalingsdato),
                "netto": rad.brutto,
                "klargjort_av": ansatt(rad.kjoring.forberedt_av),
                "frigitt_av": ansatt(rad.kjoring.frigitt_av),
            }
        )
    return ut
