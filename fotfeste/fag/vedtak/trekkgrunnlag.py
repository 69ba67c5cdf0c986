"""Which days of absence may be deducted without a decision of their own (sotjl § 36).

The reduction carries the grant out where the grant reserved it. Where it did not, a decision must be taken first, for
every absence that does not keep the stønad and not only for one without a reason (docs/beslutninger/0007).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q

from fotfeste.fag.klage.enums import TIL_GUNST
from fotfeste.fag.vedtak.enums import GIR_PERIODE, Vedtaksstatus, Vedtakstype
from fotfeste.fag.vedtak.models import Vedtak
from fotfeste.regelverk.tid import Periode


@dataclass(frozen=True, slots=True)
class Trekkgrunnlag:
    """The granted periods without the reservation, and the days a decision to deduct covers."""

    uten_forbehold: tuple[Periode, ...] = ()
    vedtatt: tuple[Periode, ...] = ()

    def kan_trekkes(self, dag: date) -> bool:
        """Whether absence on the day is deducted: reserved in the grant, or decided since."""
        return not any(p.inneholder(dag) for p in self.uten_forbehold) or any(p.inneholder(dag) for p in self.vedtatt)


def trekkgrunnlag_for(sak_ids: Collection[UUID]) -> dict[UUID, Trekkgrunnlag]:
    """The days of each case; one whose grants all made the reservation is left out. One query.

    A decision to deduct covers the days it counted when it was taken; one read in from elsewhere all of its period. It
    covers nothing any more when it did not stand after a complaint, or is made anew.
    """
    uten, vedtatt = defaultdict[UUID, list[Periode]](list), defaultdict[UUID, list[Periode]](list)
    rader = Vedtak.objects.filter(
        Q(type__in=GIR_PERIODE, forbehold_fravaer=False) | Q(type=Vedtakstype.FRAVAERSTREKK),
        sak_id__in=sak_ids,
        status=Vedtaksstatus.FATTET,
        fra__isnull=False,
    ).exclude(
        Q(klager__utfall__in=TIL_GUNST) | Q(omgjoringer__nytt_vedtak__status=Vedtaksstatus.FATTET),
        type=Vedtakstype.FRAVAERSTREKK,
    )
    for sak_id, type_, fra, til, dager in rader.values_list("sak_id", "type", "fra", "til", "frosset__trukket"):
        if fra is None:
            continue
        if type_ != Vedtakstype.FRAVAERSTREKK:
            uten[sak_id].append(Periode(fra, til))
        elif dager is None:
            vedtatt[sak_id].append(Periode(fra, til))
        else:
            vedtatt[sak_id] += [Periode(dag, dag) for dag in map(date.fromisoformat, dager)]
    return {sak_id: Trekkgrunnlag(tuple(perioder), tuple(vedtatt[sak_id])) for sak_id, perioder in uten.items()}


def mangler_forbehold(vedtak: Iterable[Vedtak]) -> bool:
    """Whether a taken grant among these let the reservation be."""
    return any(v.type in GIR_PERIODE and not v.forbehold_fravaer for v in vedtak)
