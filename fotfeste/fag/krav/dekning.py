"""What has been given back of a claim, and by what: deductions, money paid in, offsets and refusjon. Always counted.

Money that is not paid twice any more, because the bank has fetched it back, is owed no longer: what nobody has given
back of it is written off by that alone.

A deduction counts from the run's release on. One that only lies in a prepared run is `planlagt`: it may still be put
aside, but nothing else may take the same kroner meanwhile. A payment the bank sent back keeps its deduction, for it is
paid again as it was.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet, Sum

from fotfeste.fag.krav.models import (
    LINJENES_REKKEFOLGE,
    Innbetaling,
    Krav,
    Kravlinje,
    Kravtilbakeforing,
    Motregning,
    Refusjonsdekning,
)
from fotfeste.fag.utbetaling.enums import IKKE_KOMMET_FRAM, Utbetalingsart, Utbetalingsstatus
from fotfeste.fag.utbetaling.kvittering import ikke_betalt_pa_nytt
from fotfeste.fag.utbetaling.models import Trekklinje, Utbetaling
from fotfeste.regelverk.krav import fordel_dekning


@dataclass(frozen=True, slots=True)
class Dekning:
    """Whole kroner of one claim: what it was, what has been written off it by each way, and what was given back."""

    belop: int = 0
    trukket: int = 0
    planlagt: int = 0
    innbetalt: int = 0
    motregnet: int = 0
    refundert: int = 0
    tilbakefort: int = 0
    falt: int = 0

    @property
    def rest(self) -> int:
        """What is left, as it stands: what lies in a run nobody has released is not taken yet."""
        return self._ikke_gitt - self.falt_bort

    @property
    def fra_deltakeren(self) -> int:
        """What the participant has given of it and not got back."""
        return self.trukket + self.innbetalt - self.tilbakefort

    @property
    def _ikke_gitt(self) -> int:
        """What nobody has given back, whether or not it is still paid twice."""
        return self.belop - self.fra_deltakeren - self.motregnet - self.refundert

    @property
    def falt_bort(self) -> int:
        """What was left of what is not paid twice any more (`falt` is all of that)."""
        return min(self.falt, self._ikke_gitt)

    @property
    def gitt_for_mye(self) -> int:
        """What has been given back of what is not paid twice any more: it is the participant's."""
        return self.falt - self.falt_bort

    @property
    def ledig(self) -> int:
        """What is left that nothing else is about to take.

        Money may come in while a run is being prepared. The run is then about to take more than is left, and is stopped
        at its release.
        """
        return max(0, self.rest - self.planlagt)

    @property
    def gitt_tilbake(self) -> int:
        return self.belop - self.rest


def trekklinjer(krav_ids: Collection[UUID]) -> QuerySet[Trekklinje]:
    """What payments have taken for the claims, planned ones too; each krone once however often it was sent.

    What a returned payment took is taken all the while: the one it is paid again by stands for it from its release on.
    """
    skyldes = ikke_betalt_pa_nytt(av_frigitte=True, pk=OuterRef("utbetaling"))
    return (
        Trekklinje.objects.filter(trekk__kravtrekk__krav_id__in=krav_ids)
        .exclude(utbetaling__status=Utbetalingsstatus.FORKASTET)
        .exclude(utbetaling__status=Utbetalingsstatus.PLANLAGT, utbetaling__erstatter__isnull=False)
        .exclude(Q(utbetaling__status__in=IKKE_KOMMET_FRAM) & ~Exists(skyldes))
    )


def dekning_for(krav_ids: Collection[UUID]) -> dict[UUID, Dekning]:
    """The cover of each claim. Six queries, however many there are."""
    tall: defaultdict[UUID, dict[str, int]] = defaultdict(dict)
    falt = Sum("belop", filter=Q(dobbeltbetaling__falt__isnull=False), default=0)
    linjer = Kravlinje.objects.filter(krav_id__in=krav_ids).order_by().values_list("krav_id")
    for krav, belop, ikke_lenger in linjer.annotate(Sum("belop"), falt=falt):
        tall[krav].update(belop=belop, falt=ikke_lenger)
    for krav, status, belop in trekklinjer(krav_ids).values_list(
        "trekk__kravtrekk__krav_id", "utbetaling__status", "belop"
    ):
        felt = "planlagt" if status == Utbetalingsstatus.PLANLAGT else "trukket"
        tall[krav][felt] = tall[krav].get(felt, 0) + belop
    for krav, belop in Innbetaling.objects.filter(krav_id__in=krav_ids).values_list("krav_id").annotate(Sum("belop")):
        tall[krav]["innbetalt"] = belop
    for felt, modell in (("motregnet", Motregning), ("refundert", Refusjonsdekning)):
        rader = modell._default_manager.filter(linje__krav_id__in=krav_ids).values_list("linje__krav_id")
        for krav, belop in rader.annotate(Sum("belop")):
            tall[krav][felt] = belop
    gitt = Kravtilbakeforing.objects.filter(krav_id__in=krav_ids, tilbakeforing__trukket_tilbake=False)
    for krav, belop in gitt.values_list("krav_id").annotate(Sum("tilbakeforing__belop")):
        tall[krav]["tilbakefort"] = belop
    return {krav: Dekning(**tall[krav]) for krav in krav_ids}


def dekning(krav: Krav) -> Dekning:
    """The cover of one claim."""
    return dekning_for([krav.pk])[krav.pk]


@dataclass(frozen=True, slots=True)
class Linjerest:
    """One month of a claim: what is left of it, and what has been given back of it by deductions and payments."""

    linje: Kravlinje
    rest: int
    tatt: int

    @property
    def maned(self) -> date:
        return self.linje.maned


def linjerester(krav: Krav) -> list[Linjerest]:
    """The months of the claim in order. What came in without a month is counted on the earliest first."""
    linjer = list(
        krav.linjer.select_related("differanse", "dobbeltbetaling__utbetaling", "dobbeltbetaling__ny__kjoring")
        .annotate(motregnet=Sum("motregninger__belop", default=0))
        .order_by(*LINJENES_REKKEFOLGE)
    )
    refundert = dict(Refusjonsdekning.objects.filter(linje__krav=krav).values_list("linje_id").annotate(Sum("belop")))
    rom = [linje.belop - linje.motregnet - refundert.get(linje.pk, 0) for linje in linjer]
    d = dekning(krav)
    _ta_det_som_falt_bort(linjer, rom, d.falt_bort)
    rester = fordel_dekning(rom, d.fra_deltakeren + min(d.planlagt, d.rest))
    return [Linjerest(linje, rest, mest - rest) for linje, mest, rest in zip(linjer, rom, rester, strict=True)]


def _ta_det_som_falt_bort(linjer: Sequence[Kravlinje], rom: list[int], belop: int) -> None:
    """Take what is not paid twice any more off the lines that were."""
    for nummer, linje in enumerate(linjer):
        tatt = min(belop, rom[nummer]) if linje.har_falt else 0
        rom[nummer] -= tatt
        belop -= tatt


def maneder_med_rest(krav: Krav) -> tuple[tuple[date, int], ...]:
    """The months with what is left in each, months of more than one line together."""
    ut: defaultdict[date, int] = defaultdict(int)
    for ett in linjerester(krav):
        if ett.rest:
            ut[ett.maned] += ett.rest
    return tuple(sorted(ut.items()))


def siste_lukkede(sak_id: UUID) -> date | None:
    """The last month of the case that lies in a run or has been paid: no plan reaches it any more."""
    rader = Utbetaling.objects.filter(sak_id=sak_id, art=Utbetalingsart.MANED)
    rader = rader.exclude(status=Utbetalingsstatus.FORKASTET)
    return rader.order_by("-maned").values_list("maned", flat=True).first()
