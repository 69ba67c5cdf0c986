"""Which days a case has a right to the programme, and which of them the agreed week fills with hours.

Everything is read for many cases at once, with the same number of queries for one case as for all.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from uuid import UUID

from django.db.models import Min, Q

from fotfeste.fag.program.enums import Programstatus
from fotfeste.fag.program.models import Permisjon, Programversjon
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.vedtak.enums import GIR_PERIODE, Vedtaksstatus, Vedtakstype
from fotfeste.fag.vedtak.models import Vedtak
from fotfeste.regelverk import tid
from fotfeste.regelverk.parametre import TIMER_I_UKEN
from fotfeste.regelverk.program import Gruppe
from fotfeste.regelverk.tid import Periode, Tidslinje

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

    perioder: list[Periode] = field(default_factory=list)
    permisjoner: list[Periode] = field(default_factory=list)
    uker: list[tuple[Periode, dict[int, Dagsplan]]] = field(default_factory=list)

    def gjelder(self, dag: date) -> bool:
        """Whether the day lies in a granted period, outside pauses and after no ending."""
        return any(periode.inneholder(dag) for periode in self.perioder)

    def plan(self, dag: date) -> Dagsplan:
        """The hours planned on the day; none on free days (forskriften § 16), on leave and outside the decisions.

        The programme may say otherwise of Saturdays and Sundays, by having a block there; not of public holidays.
        """
        fri = dag in tid.fridager(dag.year) or any(periode.inneholder(dag) for periode in self.permisjoner)
        if fri or not self.gjelder(dag):
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
    """The programme time of each case in the month. Four queries, however many cases."""
    ut = {sak_id: Programtid() for sak_id in sak_ids}
    for sak_id, perioder in _vedtaksperioder(sak_ids, maned).items():
        ut[sak_id].perioder = perioder
    for sak_id, fra, til in Permisjon.objects.filter(
        sak_id__in=sak_ids, fra__lte=maned.slutt, til__gte=maned.fra
    ).values_list("sak_id", "fra", "til"):
        ut[sak_id].permisjoner.append(Periode(fra, til))
    versjoner = (
        Programversjon.objects.filter(
            Q(til__isnull=True) | Q(til__gte=maned.fra),
            sak_id__in=sak_ids,
            status=Programstatus.AVTALT,
            fra__lte=maned.slutt,
        )
        .order_by("fra")
        .prefetch_related("aktiviteter__blokker")
    )
    for versjon in versjoner:
        ut[versjon.sak_id].uker.append((Periode(versjon.fra, versjon.til), ukeplan(versjon)))
    return ut


def ukeplan(versjon: Programversjon) -> dict[int, Dagsplan]:
    """Planned hours by weekday (0 is Monday)."""
    uke: dict[int, Dagsplan] = defaultdict(Dagsplan)
    for aktivitet in versjon.aktiviteter.all():
        lonnet = aktivitet.gruppe == Gruppe.LONNET_ARBEID
        for blokk in aktivitet.blokker.all():
            for_na = uke[blokk.ukedag]
            uke[blokk.ukedag] = Dagsplan(
                program=for_na.program + (INGEN_TIMER if lonnet else blokk.timer),
                arbeid=for_na.arbeid + (blokk.timer if lonnet else INGEN_TIMER),
            )
    return dict(uke)


def _vedtaksperioder(sak_ids: Collection[UUID], maned: Periode) -> dict[UUID, list[Periode]]:
    per_sak: dict[UUID, list[tuple[str, date, date | None]]] = defaultdict(list)
    rader = (
        Vedtak.objects.filter(sak_id__in=sak_ids, status=Vedtaksstatus.FATTET, fra__isnull=False, fra__lte=maned.slutt)
        .order_by("fra", "dato", "opprettet")
        .values_list("sak_id", "type", "fra", "til")
    )
    for sak_id, type_, fra, til in rader:
        if fra is not None:
            per_sak[sak_id].append((type_, fra, til))
    return {sak_id: _aktive(vedtak) for sak_id, vedtak in per_sak.items()}


def _aktive(vedtak: Iterable[tuple[str, date, date | None]]) -> list[Periode]:
    """Granted days less the pauses, up to the ending. Decisions come in order of their first day.

    A pause lasts to its own end or the day before the programme is taken up again (§ 34); an ending's `fra` is the
    programme's last day.
    """
    gitt: list[Periode] = []
    pauser: list[Periode] = []
    for type_, fra, til in vedtak:
        if type_ in GIR_PERIODE:
            gitt.append(Periode(fra, til))
        elif type_ == Vedtakstype.AVBRUDD:
            pauser.append(Periode(fra, til))
        elif type_ == Vedtakstype.GJENOPPTAK:
            pauser = [kuttet for pause in pauser if (kuttet := _kutt(pause, fra - tid.EN_DAG))]
        elif type_ == Vedtakstype.AVSLUTNING:
            gitt = [kuttet for periode in gitt if (kuttet := _kutt(periode, fra))]
    return [del_ for periode in gitt for del_ in _uten(periode, pauser)]


def _kutt(periode: Periode, siste: date) -> Periode | None:
    return periode.snitt(Periode(date.min, siste))


def _uten(periode: Periode, pauser: list[Periode]) -> list[Periode]:
    rester = [periode]
    for pause in pauser:
        rester = [hull for rest in rester for hull in Tidslinje([(pause, None)]).hull(rest)]
    return rester


def programstart_for(sak_ids: Collection[UUID]) -> dict[UUID, date]:
    """The first day of each case's programme: the grant's first day, or the agreed version's when that is later.

    A case without a grant is left out. Two queries.
    """
    vedtak = dict(
        Vedtak.objects.filter(
            sak_id__in=sak_ids, status=Vedtaksstatus.FATTET, type=Vedtakstype.INNVILGELSE, fra__isnull=False
        )
        .values_list("sak_id")
        .annotate(start=Min("fra"))
    )
    avtalt = dict(
        Programversjon.objects.filter(sak_id__in=sak_ids, status=Programstatus.AVTALT)
        .values_list("sak_id")
        .annotate(start=Min("fra"))
    )
    return {sak_id: max(start, avtalt.get(sak_id, start)) for sak_id, start in vedtak.items()}


def programstart(sak: Sak) -> date | None:
    """The first day of the case's programme; None before a grant."""
    return programstart_for([sak.pk]).get(sak.pk)


def programslutt(sak: Sak) -> date | None:
    """The last day the decisions give a right to; None without a grant."""
    slutter = Vedtak.objects.filter(sak=sak, status=Vedtaksstatus.FATTET, type__in=GIR_PERIODE).values_list(
        "til", flat=True
    )
    return max((til for til in slutter if til), default=None)
