"""Dates as the rules use them: periods, time lines, ages, months, holidays and working days.

A date is always a `datetime.date`; nothing here knows what day it is today. A period includes both ends, and
an end that is None is open. The free days are those of forskriften § 16 (FOR-2011-12-21-1471), computed.
"""

from bisect import bisect_right
from calendar import isleap, monthrange
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import pairwise
from typing import Generic, TypeVar

T = TypeVar("T")
U = TypeVar("U")
V = TypeVar("V")

EN_DAG = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Periode:
    """`fra` to `til`, both included; `til` None is open. ValueError when `til` is before `fra`."""

    fra: date
    til: date | None

    def __post_init__(self) -> None:
        if self.til is not None and self.til < self.fra:
            raise ValueError(f"perioden slutter {self.til} og begynner {self.fra}")

    @property
    def slutt(self) -> date:
        """The last day; the last date there is when the period is open."""
        return date.max if self.til is None else self.til

    def inneholder(self, dag: date) -> bool:
        """Whether the day lies in the period, both ends included."""
        return self.fra <= dag and (self.til is None or dag <= self.til)

    def overlapper(self, annen: "Periode") -> bool:
        """Whether at least one day lies in both."""
        return self.fra <= annen.slutt and annen.fra <= self.slutt

    def snitt(self, annen: "Periode") -> "Periode | None":
        """The days in both; None when there are none."""
        if not self.overlapper(annen):
            return None
        tilene = [p.til for p in (self, annen) if p.til is not None]
        return Periode(max(self.fra, annen.fra), min(tilene, default=None))

    def dager(self) -> Iterator[date]:
        """Each calendar day in order. ValueError for an open period: it has no last day."""
        if self.til is None:
            raise ValueError("en åpen periode har ingen siste dag")
        return map(date.fromordinal, range(self.fra.toordinal(), self.til.toordinal() + 1))

    @property
    def antall_dager(self) -> int:
        """Calendar days, both ends counted. ValueError for an open period."""
        if self.til is None:
            raise ValueError("en åpen periode har ingen siste dag")
        return (self.til - self.fra).days + 1


class Tidslinje(Generic[T]):
    """Values over time: periods that never overlap, in order, neighbours of equal value merged.

    ValueError when two of the given periods overlap.
    """

    __slots__ = ("_biter", "_starter")

    def __init__(self, biter: Iterable[tuple[Periode, T]] = ()) -> None:
        ordnet = sorted(biter, key=lambda bit: bit[0].fra)
        for (tidlig, _), (sen, _) in pairwise(ordnet):
            if tidlig.overlapper(sen):
                raise ValueError(f"periodene overlapper {sen.fra}")
        self._biter = tuple(_slatt_sammen(ordnet))
        self._starter = [periode.fra for periode, _ in self._biter]

    def __iter__(self) -> Iterator[tuple[Periode, T]]:
        return iter(self._biter)

    def __len__(self) -> int:
        return len(self._biter)

    def __eq__(self, annen: object) -> bool:
        return isinstance(annen, Tidslinje) and self._biter == annen._biter

    def __hash__(self) -> int:
        return hash(self._biter)

    def __repr__(self) -> str:
        return f"Tidslinje({list(self._biter)!r})"

    def verdi(self, dag: date) -> T | None:
        """The value that holds on the day; None where the line has a gap."""
        plass = bisect_right(self._starter, dag) - 1
        if plass < 0:
            return None
        periode, verdi = self._biter[plass]
        return verdi if periode.inneholder(dag) else None

    def kombiner(self, annen: "Tidslinje[U]", sett: Callable[[T, U], V]) -> "Tidslinje[V]":
        """A line over the days both lines hold, with `sett(own, other)` as value."""
        return Tidslinje(
            (felles, sett(verdi, annen_verdi))
            for periode, verdi in self
            for annen_periode, annen_verdi in annen
            if (felles := periode.snitt(annen_periode)) is not None
        )

    def avgrens(self, periode: Periode) -> "Tidslinje[T]":
        """The part of the line inside the period."""
        return self.kombiner(Tidslinje([(periode, None)]), lambda verdi, _: verdi)

    def hull(self, innenfor: Periode) -> list[Periode]:
        """The stretches of the period the line says nothing about, in order."""
        funnet = []
        neste: date | None = innenfor.fra
        for periode, _ in self.avgrens(innenfor):
            if neste is not None and neste < periode.fra:
                funnet.append(Periode(neste, periode.fra - EN_DAG))
            neste = None if periode.slutt == date.max else periode.slutt + EN_DAG
        if neste is not None and neste <= innenfor.slutt:
            funnet.append(Periode(neste, innenfor.til))
        return funnet


def _slatt_sammen(ordnet: list[tuple[Periode, T]]) -> list[tuple[Periode, T]]:
    ut: list[tuple[Periode, T]] = []
    for periode, verdi in ordnet:
        if ut and ut[-1][1] == verdi and (ut[-1][0].slutt + EN_DAG) == periode.fra:
            ut[-1] = (Periode(ut[-1][0].fra, periode.til), verdi)
        else:
            ut.append((periode, verdi))
    return ut


def fyller(fodt: date, ar: int) -> date:
    """The date a person turns `ar` years; born 29 February: 1 March in a common year.

    OverflowError past year 9999.
    """
    if (fodt.month, fodt.day) == (2, 29) and not isleap(fodt.year + ar):
        return _dato(fodt.year + ar, 3, 1)
    return _dato(fodt.year + ar, fodt.month, fodt.day)


def alder(fodt: date, dag: date) -> int:
    """Whole years on the day; the birthday itself counts. Negative before the birth."""
    ar = dag.year - fodt.year
    return ar if dag >= fyller(fodt, ar) else ar - 1


def _dato(ar: int, mnd: int, dag: int) -> date:
    if not date.min.year <= ar <= date.max.year:
        raise OverflowError(f"året {ar} finnes ikke i kalenderen")
    return date(ar, mnd, dag)


@cache
def maned(ar: int, mnd: int) -> Periode:
    """The calendar month, `mnd` 1-12. ValueError for another number."""
    return Periode(date(ar, mnd, 1), date(ar, mnd, monthrange(ar, mnd)[1]))


def legg_til_maneder(dag: date, antall: int) -> date:
    """Same day of the month `antall` months on (or back), the last of the month where there is none.

    Domstolloven §§ 148-149 through fvl § 30. OverflowError past year 9999.
    """
    maneder = dag.year * 12 + dag.month - 1 + antall
    ar, mnd = divmod(maneder, 12)
    return _dato(ar, mnd + 1, min(dag.day, monthrange(ar, mnd + 1)[1]))


def legg_til_uker(dag: date, antall: int) -> date:
    """Same day of the week `antall` weeks on (or back). OverflowError past year 9999."""
    return dag + timedelta(weeks=antall)


@cache
def _forste_paskedag(ar: int) -> date:
    """Easter Sunday by the Gregorian computus (Meeus, Jones and Butcher)."""
    gyllen = ar % 19
    hundre, rest = divmod(ar, 100)
    skudd, skuddrest = divmod(hundre, 4)
    epakt = (19 * gyllen + hundre - skudd - (hundre - (hundre + 8) // 25 + 1) // 3 + 15) % 30
    ukedag = (32 + 2 * skuddrest + 2 * (rest // 4) - epakt - rest % 4) % 7
    rettet = (gyllen + 11 * epakt + 22 * ukedag) // 451
    mnd, dag = divmod(epakt + ukedag - 7 * rettet + 114, 31)
    return date(ar, mnd, dag + 1)


@cache
def fridager(ar: int) -> frozenset[date]:
    """The free days of forskriften § 16 first paragraph besides Saturdays and Sundays."""
    paske = _forste_paskedag(ar)
    faste = ((1, 1), (5, 1), (5, 17), (12, 25), (12, 26))
    # Days from Easter Sunday: skjærtorsdag, langfredag, 2. påskedag, Kristi himmelfart, 2. pinsedag.
    bevegelige = (-3, -2, 1, 39, 50)
    return frozenset(
        [date(ar, mnd, dag) for mnd, dag in faste] + [paske + timedelta(days=antall) for antall in bevegelige]
    )


@cache
def helligdager(ar: int) -> frozenset[date]:
    """The free days of § 16 and Easter Sunday and Whit Sunday: what moves the end of a time limit."""
    paske = _forste_paskedag(ar)
    return fridager(ar) | {paske, paske + timedelta(days=49)}


def er_hverdag(dag: date) -> bool:
    """Monday to Friday, public holidays included: a stønadsdag is one of these."""
    return dag.weekday() < 5


def er_programdag(dag: date) -> bool:
    """Monday to Friday and not a free day of forskriften § 16."""
    return dag.weekday() < 5 and dag not in fridager(dag.year)


def er_virkedag(dag: date) -> bool:
    """Neither Saturday, Sunday nor a public holiday (Easter and Whit Sunday are Sundays: the same days)."""
    return dag.weekday() < 5 and dag not in helligdager(dag.year)


def neste_virkedag(dag: date) -> date:
    """The day itself when it is a virkedag, else the first one after it."""
    while not er_virkedag(dag):
        dag += EN_DAG
    return dag


def utbetalingsdag(maned: date, dag: int) -> date:
    """The day the stønad of `maned` is paid: the `dag`th of the next month, moved past days off (sotjl § 39).

    `dag` is the municipality's choice, 1-28: ValueError for a day the next month does not have.
    """
    return neste_virkedag(legg_til_maneder(maned.replace(day=1), 1).replace(day=dag))


def virkedager_etter(dag: date, antall: int) -> date:
    """The `antall`th virkedag after the day; the day itself is not counted. 0 gives the day itself."""
    for _ in range(antall):
        dag = neste_virkedag(dag + EN_DAG)
    return dag
