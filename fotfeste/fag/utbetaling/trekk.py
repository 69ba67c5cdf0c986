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
    """The month's deductions by case, in the order they are taken.

    An advance counts only when it has been paid. What its own month had no room for is taken from the others, once.
    """
    forskudd_er_ute = Utbetaling.objects.filter(
        LEVENDE_UTBETALING, forskudd__trekk=OuterRef("pk"), art=Utbetalingsart.FORSKUDD
    ).exclude(status=Utbetalingsstatus.PLANLAGT)
    er_regnet = Utbetaling.objects.filter(sak=OuterRef("sak"), maned=OuterRef("maned"), art=Utbetalingsart.MANED)
    er_regnet = er_regnet.exclude(status=Utbetalingsstatus.FORKASTET)
    rader = (
        Trekk.objects.filter(sak_id__in=sak_ids, belop__gt=0)
        .filter(Q(maned=forste) | Q(Exists(er_regnet), art=Trekkart.FORSKUDD, maned__lt=forste))
        .filter(~Q(art=Trekkart.FORSKUDD) | Exists(forskudd_er_ute))
        .order_by(_REKKEFOLGE, "opprettet", "pk")
    )
    alle = list(rader.values_list("sak_id", "pk", "art", "belop", "hjemmel"))
    tatt = trukket_av([pk for _sak, pk, art, *_resten in alle if art == Trekkart.FORSKUDD], utenom=forste)
    ut: defaultdict[UUID, list[Trekkrad]] = defaultdict(list)
    for sak_id, pk, _art, belop, hjemmel in alle:
        if igjen := belop - tatt.get(pk, 0):
            ut[sak_id].append(Trekkrad(pk, igjen, hjemmel))
    return ut


def trukket_av(trekk_ids: Collection[UUID], *, utenom: date | None = None) -> dict[UUID, int]:
    """What each deduction has taken, or is about to take, from the months; `utenom` is left out.

    A month that did not arrive and is paid again counts once.
    """
    if not trekk_ids:
        return {}
    linjer = Trekklinje.objects.filter(trekk_id__in=trekk_ids).exclude(utbetaling__status=Utbetalingsstatus.FORKASTET)
    rader = linjer.exclude(utbetaling__maned=utenom) if utenom else linjer
    ut: defaultdict[UUID, int] = defaultdict(int)
    for trekk_id, _maned, belop in rader.order_by().values_list("trekk_id", "utbetaling__maned", "belop").distinct():
        ut[trekk_id] += belop
    return ut


def forskudd_igjen(sak_id: UUID) -> int:
    """Kroner paid in advance that the months they were for had no room for, and that no other month has taken."""
    ingen_maned = date.max.replace(day=1)
    return sum(rad.belop for rad in trekk_for([sak_id], ingen_maned)[sak_id])


def maneden_betales_hel(kjoring: Kjoring | None = None) -> Exists:
    """That an advance's month is paid without the advance taken off it (§ 39): on top of that it is never deducted.

    Counts what has been released, whether or not it arrived, as what did not is paid again as it was; and what lies in
    `kjoring` itself. One that a later month has been made smaller for is deducted.
    """
    trukket = Trekklinje.objects.filter(trekk=OuterRef(OuterRef("trekk")))
    trukket = trukket.exclude(utbetaling__status=Utbetalingsstatus.FORKASTET)
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
