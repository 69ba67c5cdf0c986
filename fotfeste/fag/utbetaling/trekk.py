"""Deductions of a month: which count, in which order, and what each took from a payment."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import NamedTuple
from uuid import UUID

from django.db.models import Case, Exists, OuterRef, Q, Value, When

from fotfeste.fag.utbetaling.enums import Trekkart, Utbetalingsart, Utbetalingsstatus
from fotfeste.fag.utbetaling.models import LEVENDE_UTBETALING, Kjoring, Trekk, Trekklinje, Utbetaling
from fotfeste.regelverk.trekk import fordel


class Trekkrad(NamedTuple):
    """One deduction of the month: whole kroner, and its ground."""

    id: UUID
    belop: int
    hjemmel: str


_REKKEFOLGE = Case(*[When(art=art, then=Value(nr)) for nr, art in enumerate(Trekkart)])


def trekk_for(sak_ids: Collection[UUID], forste: date) -> defaultdict[UUID, list[Trekkrad]]:
    """The month's deductions by case, in the order they are taken. An advance counts only when it has been paid."""
    forskudd_er_ute = Utbetaling.objects.filter(
        LEVENDE_UTBETALING, forskudd__trekk=OuterRef("pk"), art=Utbetalingsart.FORSKUDD
    ).exclude(status=Utbetalingsstatus.PLANLAGT)
    rader = (
        Trekk.objects.filter(sak_id__in=sak_ids, maned=forste, belop__gt=0)
        .filter(~Q(art=Trekkart.FORSKUDD) | Exists(forskudd_er_ute))
        .order_by(_REKKEFOLGE, "opprettet", "pk")
    )
    ut: defaultdict[UUID, list[Trekkrad]] = defaultdict(list)
    for sak_id, pk, belop, hjemmel in rader.values_list("sak_id", "pk", "belop", "hjemmel"):
        ut[sak_id].append(Trekkrad(pk, belop, hjemmel))
    return ut


def maneden_betales_hel(kjoring: Kjoring | None = None) -> Exists:
    """That an advance's month is paid without the advance taken off it (§ 39): on top of that it is never deducted.

    Counts what has been released, whether or not it arrived, as what did not is paid again as it was; and what lies in
    `kjoring` itself.
    """
    trukket = Trekklinje.objects.filter(utbetaling=OuterRef("pk"), trekk=OuterRef(OuterRef("trekk")))
    maned = Utbetaling.objects.filter(
        ~Exists(trukket), sak=OuterRef("sak"), maned=OuterRef("maned"), art=Utbetalingsart.MANED
    ).exclude(status=Utbetalingsstatus.FORKASTET)
    return Exists(maned.filter(~Q(status=Utbetalingsstatus.PLANLAGT) | Q(kjoring=kjoring)))


def trekklinjer_for(
    utbetalinger: Iterable[Utbetaling], trekk: Mapping[UUID, Collection[Trekkrad]]
) -> Iterable[Trekklinje]:
    """Unsaved rows that say what each deduction took from each payment: together what the payment's `trekk` says."""
    for utbetaling in utbetalinger:
        rader = list(trekk.get(utbetaling.sak_id, ()))
        for rad, tatt in zip(rader, fordel(utbetaling.brutto, [rad.belop for rad in rader]), strict=True):
            if tatt:
                yield Trekklinje(sak_id=utbetaling.sak_id, utbetaling=utbetaling, trekk_id=rad.id, belop=tatt)
