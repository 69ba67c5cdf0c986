"""Which days a case has a right to the programme, and which of them the agreed week fills with hours.

Everything is read for many cases at once, with the same number of queries for one case as for all.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from uuid import UUID

from django.db.models import Min, Q

from fotfeste.fag.program.enums import Programstatus
from fotfeste.fag.program.models import Permisjon, Programversjon, Ukeblokk, blokktimer
from fotfeste.fag.program.strekk import strekk
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.vedtak.enums import Vedtaksstatus, Vedtakstype
from fotfeste.fag.vedtak.models import Vedtak
from fotfeste.fag.vedtak.perioder import Vedtaksperioder, vedtaksperioder_for
from fotfeste.regelverk import tid
from fotfeste.regelverk.parametre import TIMER_I_UKEN
from fotfeste.regelverk.program import Gruppe
from fotfeste.regelverk.tid import Periode

DAG_UTEN_PLAN = Decimal(int(TIMER_I_UKEN.verdi * 2)) / 10
"""Hours of a day without an agreed week: a fifth of the full week (§ 30 second paragraph)."""

INGEN_TIMER = Decimal(0)


@dataclass(frozen=True, slots=True)
class Dagsplan:
    """What the agreed week holds on a day: hours of the programme, and hours of paid work in it (§ 30)."""

    program: Decimal = INGEN_TIMER
    arbeid: Decimal = INGEN_TIMER

    @property
    def sum(self) -> Decimal:
        return self.program + self.arbeid


@dataclass(slots=True)
class Programtid:
    """One case's days with a right to the programme, its leave, and its agreed weeks by weekday."""

    vedtak: Vedtaksperioder = field(default_factory=Vedtaksperioder)
    permisjoner: list[Periode] = field(default_factory=list)
    uker: list[tuple[Periode, dict[int, Dagsplan]]] = field(default_factory=list)

    def gjelder(self, dag: date) -> bool:
        """Whether the day lies in a granted period, outside pauses and after no ending."""
        return self.vedtak.gjelder(dag)

    def plan(self, dag: date) -> Dagsplan:
        """The hours planned on the day; none on free days (forskriften § 16), on leave and outside the decisions.

        The programme may say otherwise of Saturdays and Sundays, by having a block there; not of public holidays.
        """
        return Dagsplan() if self.er_tatt_bort(dag) else self.uken(dag)

    def er_tatt_bort(self, dag: date) -> bool:
        """Whether nothing is planned whatever the week says: on leave, in a pause, outside the decisions."""
        return not self.gjelder(dag) or any(periode.inneholder(dag) for periode in self.permisjoner)

    def uken(self, dag: date) -> Dagsplan:
        """What the agreed week holds on the day, whether or not there is a right to it; none on free days."""
        if dag in tid.fridager(dag.year):
            return Dagsplan()
        for periode, uke in self.uker:
            if periode.inneholder(dag):
                return uke.get(dag.weekday(), Dagsplan())
        return Dagsplan(program=DAG_UTEN_PLAN) if tid.er_programdag(dag) else Dagsplan()

    def dager(self, maned: Periode) -> list[date]:
        """The days of the month with a right to the programme, free days included."""
        return [dag for dag in maned.dager() if self.gjelder(dag)]

    def siste_programdag(self, maned: Periode) -> date | None:
        """The month's last day with planned hours; None when there is none."""
        return max((dag for dag in maned.dager() if self.plan(dag).sum), default=None)


def programtid_for(sak_ids: Collection[UUID], maned: Periode) -> dict[UUID, Programtid]:
    """The programme time of each case in the month. Five queries, however many cases."""
    ut = {sak_id: Programtid(vedtak) for sak_id, vedtak in vedtaksperioder_for(sak_ids).items()}
    for sak_id, fra, til in Permisjon.objects.filter(
        sak_id__in=sak_ids, fra__lte=maned.slutt, til__gte=maned.fra
    ).values_list("sak_id", "fra", "til"):
        ut[sak_id].permisjoner.append(Periode(fra, til))
    versjoner = Programversjon.objects.filter(
        Q(til__isnull=True) | Q(til__gte=maned.fra),
        sak_id__in=sak_ids,
        status=Programstatus.AVTALT,
        fra__lte=maned.slutt,
    )
    rader = list(versjoner.order_by("fra").values_list("pk", "sak_id", "fra", "til"))
    blokker = _blokker([pk for pk, _sak, _fra, _til in rader])
    for versjon, sak_id, gjelder_fra, gjelder_til in rader:
        for periode, egne in strekk(Periode(gjelder_fra, gjelder_til), blokker[versjon]):
            ut[sak_id].uker.append((periode, _ukeplan(egne)))
    return ut


def permisjon_uten_stonad_for(sak_ids: Collection[UUID], maned: Periode) -> defaultdict[UUID, tuple[Periode, ...]]:
    """The leave in the month that gives no stønad (sotjl § 36), of each case. One query."""
    ut: defaultdict[UUID, tuple[Periode, ...]] = defaultdict(tuple)
    rader = Permisjon.objects.filter(
        sak_id__in=sak_ids, med_stonad=False, fra__lte=maned.slutt, til__gte=maned.fra
    ).order_by("fra")
    for sak_id, fra, til in rader.values_list("sak_id", "fra", "til"):
        ut[sak_id] += (Periode(fra, til),)
    return ut


@dataclass(slots=True)
class _Planblokk:
    """A block of the week with the days its activity lasts."""

    fra: date | None
    til: date | None
    gruppe: str
    ukedag: int
    timer: Decimal


def _blokker(versjoner: Collection[UUID]) -> defaultdict[UUID, list[_Planblokk]]:
    """The blocks of each version. Rows, not models: the month's run asks for thousands."""
    ut: defaultdict[UUID, list[_Planblokk]] = defaultdict(list)
    blokker = Ukeblokk.objects.filter(aktivitet__programversjon_id__in=versjoner)
    for versjon, fra, til, gruppe, ukedag, start, slutt in blokker.values_list(
        "aktivitet__programversjon_id",
        "aktivitet__fra",
        "aktivitet__til",
        "aktivitet__gruppe",
        "ukedag",
        "start",
        "slutt",
    ):
        ut[versjon].append(_Planblokk(fra, til, gruppe, ukedag, blokktimer(start, slutt)))
    return ut


def _ukeplan(blokker: Collection[_Planblokk]) -> dict[int, Dagsplan]:
    """Planned hours by weekday (0 is Monday)."""
    uke: dict[int, Dagsplan] = {}
    for blokk in blokker:
        plan = uke.get(blokk.ukedag, Dagsplan())
        if blokk.gruppe == Gruppe.LONNET_ARBEID:
            uke[blokk.ukedag] = Dagsplan(plan.program, plan.arbeid + blokk.timer)
        else:
            uke[blokk.ukedag] = Dagsplan(plan.program + blokk.timer, plan.arbeid)
    return uke


def programstart_for(sak_ids: Collection[UUID]) -> dict[UUID, date]:
    """The first day of each case's programme (docs/algoritmer/program.md). A case without a grant is left out.

    The grant's first day, or a later one that was agreed before anything had begun. Once it has come it stays: a week
    agreed afterwards says what the days hold, not when they began. Two queries.
    """
    vedtak = dict(
        Vedtak.objects.filter(
            sak_id__in=sak_ids, status=Vedtaksstatus.FATTET, type=Vedtakstype.INNVILGELSE, fra__isnull=False
        )
        .values_list("sak_id")
        .annotate(start=Min("fra"))
    )
    avtaler: defaultdict[UUID, list[tuple[date, date]]] = defaultdict(list)
    versjoner = Programversjon.objects.filter(sak_id__in=list(vedtak), avtalt_med_deltaker__isnull=False)
    for sak_id, avtalt, fra in versjoner.order_by("nummer").values_list("sak_id", "avtalt_med_deltaker", "fra"):
        if avtalt:
            avtaler[sak_id].append((avtalt, fra))
    return {sak_id: _start(fra, avtaler[sak_id]) for sak_id, fra in vedtak.items()}


def _start(innvilget_fra: date, avtaler: Collection[tuple[date, date]]) -> date:
    """The start when the agreements (day agreed, first day) came in this order; replaced ones count as they did."""
    start, er_flyttet = innvilget_fra, False
    for avtalt, fra in avtaler:
        if avtalt < start:
            fra = max(innvilget_fra, fra)
            start, er_flyttet = min(start, fra) if er_flyttet else fra, True
    return start


def programstart(sak: Sak) -> date | None:
    """The first day of the case's programme; None before a grant."""
    return programstart_for([sak.pk]).get(sak.pk)


def forste_vedtaksdag(sak: Sak) -> date | None:
    """The first day the decisions give a right to; None without a grant."""
    return min((periode.fra for periode in vedtaksperioder_for([sak.pk])[sak.pk].rett), default=None)


def programslutt(sak: Sak) -> date | None:
    """The last day the decisions give a right to, an ending decided for later included; None without a grant."""
    rett = vedtaksperioder_for([sak.pk])[sak.pk].rett
    return max((periode.til for periode in rett if periode.til), default=None)
