"""Money to come set against too much paid for the same month (docs/beslutninger/0008).

Without it a fact that is put right twice would be paid once and collected once, and the participant would have lent the
municipality money meanwhile. Only what neither has been paid nor been given back is set off.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Sum

from fotfeste.fag.krav.dekning import linjerester
from fotfeste.fag.krav.enums import Kravstatus, Refusjonsstatus
from fotfeste.fag.krav.models import Krav, Kravlinje, Motregning, Refusjonskrav
from fotfeste.fag.krav.trekkplan import gjelder, krav_rull_videre
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.sak.services import sak_las
from fotfeste.fag.utbetaling.enums import Utbetalingsart
from fotfeste.fag.utbetaling.models import LEVENDE_UTBETALING, Differanse, Utbetaling
from fotfeste.grunnmur.logg.services import kommando, skriv_hendelse
from fotfeste.grunnmur.tilgang import SYSTEM

_R = Refusjonsstatus


def motregn(differanser: Collection[Differanse]) -> Mapping[UUID, int]:
    """Set unpaid differences in the participant's favour off, and say what of each is not to be paid.

    Inside the caller's frame. Asked again, nothing more is set off, and the answer is the same.
    """
    mot = _for_mye({rad.sak_id for rad in differanser})
    for sak_id in sorted({rad.sak_id for rad in differanser if (rad.sak_id, rad.maned) in mot}):
        _motregn_saken(sak_id, [rad for rad in differanser if rad.sak_id == sak_id])
    return dict(
        Motregning.objects.filter(differanse__in=[rad.pk for rad in differanser])
        .values_list("differanse_id")
        .annotate(Sum("belop"))
    )


def _for_mye(sak_ids: Collection[UUID]) -> set[tuple[UUID, date]]:
    rader = Differanse.objects.filter(sak_id__in=sak_ids, belop__lt=0)
    return set(rader.values_list("sak_id", "maned"))


def _motregn_saken(sak_id: UUID, gunstige: Iterable[Differanse]) -> None:
    sak_las(Sak(pk=sak_id))
    brukt = _summer("differanse", [rad.pk for rad in gunstige])
    rom = _rom(sak_id)
    beroerte: set[UUID] = set()
    for rad in sorted(gunstige, key=lambda rad: (rad.maned, rad.opprettet)):
        igjen = rad.belop - brukt[rad.pk]
        for mot in rom[rad.maned]:
            belop = min(igjen, mot.rest)
            if not belop:
                continue
            Motregning.objects.create(sak_id=sak_id, differanse=rad, mot=mot.differanse, linje=mot.linje, belop=belop)
            mot.rest -= belop
            igjen -= belop
            if mot.linje:
                beroerte.add(mot.linje.krav_id)
            skriv_hendelse(SYSTEM, "krav.motregnet", sak_id=sak_id, objekt_id=rad.pk, maned=rad.maned, belop=belop)
    for krav in Krav.objects.filter(pk__in=beroerte).select_related("vedtak"):
        krav.sak = Sak.objects.select_related("person", "kontor", "kommune").get(pk=sak_id)
        krav_rull_videre(krav)


class _Rom:
    """Too much paid for a month, and what of it nobody has given back."""

    __slots__ = ("differanse", "linje", "rest")

    def __init__(self, differanse: Differanse, linje: Kravlinje | None, rest: int) -> None:
        self.differanse, self.linje, self.rest = differanse, linje, rest


def _rom(sak_id: UUID) -> defaultdict[date, list[_Rom]]:
    """What can be set off in each month of the case.

    A claim that was waived is settled, and asks for nothing. What NAV may cover, or has covered without a claim being
    opened yet, is not the participant's to give back: set off, it would be taken twice (§ 38).
    """
    ut: defaultdict[date, list[_Rom]] = defaultdict(list)
    levende = list(Refusjonskrav.objects.filter(sak_id=sak_id, status__in=[_R.FREMSATT, _R.INNFRIDD]))
    venter = [rad for rad in levende if rad.status == _R.FREMSATT]
    i_krav: set[UUID] = set()
    for krav in Krav.objects.filter(sak_id=sak_id):
        for rad in linjerester(krav):
            differanse = rad.linje.differanse
            if differanse is None:  # paid twice: the month itself was reckoned right
                continue
            i_krav.add(differanse.pk)
            hos_nav = any(gjelder(ett, differanse) for ett in venter)
            if krav.status != Kravstatus.FRAFALT and not hos_nav:
                ut[rad.maned].append(_Rom(differanse, rad.linje, rad.rest))
    lose = list(Differanse.objects.filter(sak_id=sak_id, belop__lt=0).exclude(pk__in=i_krav).order_by("opprettet"))
    brukt = _summer("mot", [rad.pk for rad in lose])
    for los in lose:
        if not any(gjelder(ett, los) for ett in levende):
            ut[los.maned].append(_Rom(los, None, -los.belop - brukt[los.pk]))
    return ut


def _summer(felt: str, ider: Collection[UUID]) -> defaultdict[UUID, int]:
    rader = Motregning.objects.filter(**{f"{felt}__in": ider}).values_list(f"{felt}_id").annotate(Sum("belop"))
    return defaultdict(int, dict(rader))


def ubetalte() -> list[Differanse]:
    """Differences in a participant's favour that no living payment carries, where the month has too much paid too.

    `brukt`: what of each is set off already.
    """
    betales = Utbetaling.objects.filter(LEVENDE_UTBETALING, differanse=OuterRef("pk"), art=Utbetalingsart.ETTERBETALING)
    for_mye = Differanse.objects.filter(sak=OuterRef("sak"), maned=OuterRef("maned"), belop__lt=0)
    rader = Differanse.objects.filter(~Exists(betales), Exists(for_mye), belop__gt=0)
    rader = rader.annotate(brukt=Sum("motregninger__belop", default=0)).filter(brukt__lt=F("belop"))
    return list(rader.order_by("sak_id", "maned"))


def natt_motregn() -> str:
    """Set off what a run has not asked about yet, so that a claim shows what is left of it the morning after."""
    with kommando(SYSTEM, "krav.motregn"):
        rader = ubetalte()
        belop = sum(motregn(rader).values()) - sum(rad.brukt for rad in rader)  # type: ignore[attr-defined]
    return f"{belop} kr til gode er satt opp mot for mye utbetalt for samme måned."
