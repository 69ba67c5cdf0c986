"""From decisions to days: when a case gives a right to the programme, and when it pauses.

One reading for the reckoning, the timesheet, the statistics and the control of new decisions. Decisions are any records
with `type`, `fra` and `til`, so that rows read many at a time serve as well as the models.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple, Protocol
from uuid import UUID

from django.db.models import Q, QuerySet

from fotfeste.fag.klage.enums import FALT
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.vedtak.enums import GIR_PERIODE, OPPHOR, Vedtaksstatus, Vedtakstype
from fotfeste.fag.vedtak.models import Vedtak
from fotfeste.regelverk.tid import EN_DAG, Periode, er_hverdag


class HarPeriode(Protocol):
    """A decision, or a row of one."""

    @property
    def type(self) -> str: ...
    @property
    def fra(self) -> date | None: ...
    @property
    def til(self) -> date | None: ...


class Vedtaksrad(NamedTuple):
    """What is needed of a decision."""

    type: str
    fra: date | None
    til: date | None


@dataclass(frozen=True, slots=True)
class Vedtaksperioder:
    """A case's periods with a right, cut at its end, and its pauses."""

    rett: tuple[Periode, ...] = ()
    avbrudd: tuple[Periode, ...] = ()

    def gjelder(self, dag: date) -> bool:
        """Whether the day has a right to the programme and no pause."""
        return self.har_rett(dag) and not any(pause.inneholder(dag) for pause in self.avbrudd)

    def har_rett(self, dag: date) -> bool:
        """Whether a decision gives a right to the programme on the day, paused or not."""
        return any(rett.inneholder(dag) for rett in self.rett)

    def stonadsdager(self, periode: Periode) -> int:
        """Monday–Friday in `periode` with a right and no pause (§ 35 third paragraph)."""
        return sum(1 for dag in periode.dager() if er_hverdag(dag) and self.gjelder(dag))


def innvilget(vedtak: Iterable[HarPeriode]) -> tuple[Periode, ...]:
    """The periods granted, in order."""
    gitt = [Periode(v.fra, v.til) for v in vedtak if v.type in GIR_PERIODE and v.fra]
    return tuple(sorted(gitt, key=lambda periode: periode.fra))


def avbruddsperioder(vedtak: Iterable[HarPeriode]) -> tuple[Periode, ...]:
    """The pauses (§ 34): each to its own end or the day before the programme is taken up again, whichever is first.

    A pause with neither is open. One that is taken up again on its first day never was.
    """
    vedtak = list(vedtak)
    gjenopptatt = [v.fra for v in vedtak if v.type == Vedtakstype.GJENOPPTAK and v.fra]
    pauser = []
    for avbrudd in sorted((v for v in vedtak if v.type == Vedtakstype.AVBRUDD and v.fra), key=lambda v: str(v.fra)):
        fra = avbrudd.fra
        if fra is None:
            continue
        slutter = [dag - EN_DAG for dag in gjenopptatt if dag >= fra] + ([avbrudd.til] if avbrudd.til else [])
        slutt = min(slutter, default=None)
        if slutt is None or slutt >= fra:
            pauser.append(Periode(fra, slutt))
    return tuple(pauser)


def siste_dag(vedtak: Iterable[HarPeriode]) -> date | None:
    """The programme's last day by a decision to end it (§ 34); None where none has been taken."""
    return min((v.fra for v in vedtak if v.type == Vedtakstype.AVSLUTNING and v.fra), default=None)


def les(vedtak: Collection[HarPeriode], slutt: date | None) -> Vedtaksperioder:
    """The periods the decisions come to. `slutt` is the registered last day, None where there is none.

    A decision to end the programme has its last day as `fra`; history read in may have only the registered one.
    """
    siste = min((dag for dag in (siste_dag(vedtak), slutt) if dag), default=None)
    return Vedtaksperioder(tuple(_til_slutten(innvilget(vedtak), siste)), avbruddsperioder(vedtak))


def _til_slutten(perioder: Iterable[Periode], slutt: date | None) -> Iterable[Periode]:
    for periode in perioder:
        if slutt is None or periode.slutt <= slutt:
            yield periode
        elif periode.fra <= slutt:
            yield Periode(periode.fra, slutt)


def _siste_dager(sak_ids: Collection[UUID]) -> dict[UUID, date]:
    """The registered last day, or the day of death when that came first; cases with neither are left out."""
    rader = Sak.objects.filter(
        Q(avslutning__isnull=False) | Q(person__dodsdato__isnull=False), pk__in=sak_ids
    ).values_list("pk", "avslutning__dato", "person__dodsdato")
    return {sak_id: min(dag for dag in (slutt, dod) if dag) for sak_id, slutt, dod in rader}


def falne_opphor() -> QuerySet[Vedtak]:
    """Pauses and endings that did not stand after a complaint: they pause and end nothing."""
    return Vedtak.objects.filter(
        type__in=sorted(OPPHOR), klager__utfall__in=sorted(FALT), klager__gjelder_avvisning=None
    )


def vedtaksperioder_for(sak_ids: Collection[UUID]) -> dict[UUID, Vedtaksperioder]:
    """The periods of each case, from its decisions and its end. Two queries, however many cases.

    Who has died took part until then: the right ends with the day of death (sotjl § 35 first paragraph).
    """
    slutt = _siste_dager(sak_ids)
    vedtak: defaultdict[UUID, list[Vedtaksrad]] = defaultdict(list)
    rader = Vedtak.objects.filter(sak_id__in=sak_ids, status=Vedtaksstatus.FATTET, fra__isnull=False)
    rader = rader.exclude(pk__in=falne_opphor().values("pk"))
    for sak_id, type_, fra, til in rader.values_list("sak_id", "type", "fra", "til"):
        vedtak[sak_id].append(Vedtaksrad(type_, fra, til))
    return {sak_id: les(vedtak[sak_id], slutt.get(sak_id)) for sak_id in sak_ids}
