"""When a month's sheet is due, and whose sheet it is."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from fotfeste.fag.sak.models import Sak
from fotfeste.fag.vedtak.enums import GIR_PERIODE, Vedtaksstatus
from fotfeste.regelverk import tid
from fotfeste.regelverk.tid import Periode


def frist_av(valg: Mapping[str, Any], maned: Periode) -> date:
    """The day the month's sheet should be sent, by the municipality's choices."""
    return (maned.slutt + tid.EN_DAG).replace(day=min(int(valg["timelistefrist"]), 28))


def med_rett(saker: QuerySet[Sak], maned: Periode) -> QuerySet[Sak]:
    """The cases with a decision that gives a right to the programme in the month."""
    return saker.filter(
        Q(vedtak__til__isnull=True) | Q(vedtak__til__gte=maned.fra),
        vedtak__status=Vedtaksstatus.FATTET,
        vedtak__type__in=GIR_PERIODE,
        vedtak__fra__lte=maned.slutt,
    ).distinct()
