"""The terms of the criteria, reckoned once for a case: start, siste til, slutt, pauses, the assessment relied on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from fotfeste.fag.mappe import form
from fotfeste.innsikt.internkontroll.typer import STANDARD, Intervaller
from fotfeste.regelverk import tid

GIR_PERIODE = frozenset({"innvilgelse", "forlengelse", "saerlig_forlengelse"})
EN_DAG = timedelta(days=1)


class Pause(NamedTuple):
    """A pause's first and last day; `til` None: nothing has ended it yet."""

    fra: date
    til: date | None


class Sak:
    """One case file on the audit date `dag`, with what many criteria ask of it."""

    def __init__(self, mappe: form.Mappe, dag: date, valg: Intervaller = STANDARD) -> None:
        self.mappe = mappe
        self.dag = dag
        self.valg = valg
        self.vedtak = mappe.vedtak
        self.slutt = mappe.avslutning.dato if mappe.avslutning else None

    def av_type(self, *typer: str) -> list[form.Vedtak]:
        """The decisions of these types, as they stand in the file."""
        return [v for v in self.vedtak if v.type in typer]

    @cached_property
    def innvilgelser(self) -> list[form.Vedtak]:
        return self.av_type("innvilgelse")

    @cached_property
    def start(self) -> date | None:
        """The `fra` of the innvilgelse with the earliest `dato`."""
        forste = min(self.innvilgelser, key=lambda v: v.dato, default=None)
        return forste.fra if forste else None

    @cached_property
    def siste_til(self) -> date | None:
        """The latest `til` of the decisions that give a period."""
        return max((v.til for v in self.vedtak if v.til and v.type in GIR_PERIODE), default=None)

    @cached_property
    def gjenopptak(self) -> list[date]:
        return sorted(v.fra for v in self.vedtak if v.type == "gjenopptak" and v.fra)

    def gjenopptatt(self, fra: date) -> date | None:
        """The first day the programme is taken up again on or after `fra`."""
        return next((dag for dag in self.gjenopptak if dag >= fra), None)

    @cached_property
    def pauser(self) -> list[Pause]:
        """Each avbrudd to the day before it is taken up again, else to slutt, else open. Without a day: no pause."""
        pauser = []
        for vedtak in self.vedtak:
            if vedtak.type == "avbrudd" and vedtak.fra:
                igjen = self.gjenopptatt(vedtak.fra)
                til = minus_en(igjen) if igjen else self.slutt
                if til is None or til >= vedtak.fra:
                    pauser.append(Pause(vedtak.fra, til))
        return pauser

    @cached_property
    def pauser_til_dag(self) -> list[tid.Periode]:
        """The pauses, one that is open reckoned to the audit date."""
        return perioder((fra, til or self.dag) for fra, til in self.pauser)

    @cached_property
    def permisjoner(self) -> list[tid.Periode]:
        return perioder((p.fra, p.til) for p in self.mappe.permisjoner)

    @cached_property
    def slutt_eller_dag(self) -> date:
        """The earlier of the audit date and slutt."""
        return min(self.dag, self.slutt) if self.slutt else self.dag

    def aev_for(self, innvilgelse: form.Vedtak) -> form.Arbeidsevnevurdering | None:
        """The assessment relied on: the newest completed on or before the decision's date; of two, the later listed."""
        valgt, nyest = None, date.min
        for aev in self.mappe.arbeidsevnevurderinger:
            if aev.ferdigstilt and nyest <= aev.ferdigstilt <= innvilgelse.dato:
                valgt, nyest = aev, aev.ferdigstilt
        return valgt

    @cached_property
    def grunnlag(self) -> list[tuple[form.Vedtak, form.Arbeidsevnevurdering]]:
        """Each innvilgelse with the assessment it relies on; those that have none are left out."""
        return [(v, aev) for v in self.innvilgelser if (aev := self.aev_for(v))]

    @cached_property
    def soknader(self) -> dict[str, form.Soknad]:
        return {soknad.id: soknad for soknad in self.mappe.soknader}


def perioder(par: Iterable[tuple[date, date]]) -> list[tid.Periode]:
    """The pairs that are periods: one that ends before it begins holds no day."""
    return [tid.Periode(fra, til) for fra, til in par if fra <= til]


def er_blank(tekst: str | None) -> bool:
    """Null, missing or only white space."""
    return tekst is None or not tekst.strip()


def om_dager(dag: date, antall: int) -> date:
    """So many days on (or back); the calendar's own end where it does not reach."""
    try:
        return dag + timedelta(days=antall)
    except OverflowError:
        return date.max if antall > 0 else date.min


def om_maneder(dag: date, antall: int) -> date:
    """So many months on (or back), as `frister` reckons; the calendar's own end where it does not reach."""
    try:
        return tid.legg_til_maneder(dag, antall)
    except OverflowError:
        return date.max if antall > 0 else date.min


def minus_en(dag: date) -> date:
    """The day before."""
    return om_dager(dag, -1)


def dager_utenom(etter: date, til: date, utenom: Iterable[tid.Periode]) -> int:
    """The days x, `etter` < x <= `til`, that lie in none of the periods."""
    telt = (til - etter).days
    forrige = etter
    for periode in sorted(utenom, key=lambda p: p.fra):
        fra = max(periode.fra, forrige + EN_DAG) if forrige < date.max else date.max
        slutt = min(periode.slutt, til)
        if fra <= slutt:
            telt -= (slutt - fra).days + 1
            forrige = slutt
    return telt


def programdager(fra: date, til: date) -> Iterator[date]:
    """The programme days from `fra` to `til`, both included."""
    if fra <= til:
        yield from (dag for dag in tid.Periode(fra, til).dager() if tid.er_programdag(dag))


def lange_opphold(sak: Sak, dager: Iterable[date], grense: int) -> Iterator[tuple[bool, date]]:
    """From the start to the end (the earlier of slutt and the audit date): is there too long between two neighbours?

    The neighbours are the start, those of the days that lie between, and the end; a day in a pause or on leave does
    not count. Nothing before the programme has begun.
    """
    start, slutt = sak.start, sak.slutt_eller_dag
    if start is None or start >= slutt:
        return
    utenom = [*sak.pauser_til_dag, *sak.permisjoner]
    naboer = sorted({start, slutt} | {dag for dag in dager if start <= dag <= slutt})
    for forrige, neste in pairwise(naboer):
        yield (neste - forrige).days > grense and dager_utenom(forrige, neste, utenom) > grense, forrige
