"""How long it took from application to answer and to start, and which applications wait (sotjl § 31, fvl § 11 a).

A first programme and an extension are told apart: an extension answers no application, and is late in another way,
when it is decided after the period before it was over (Moss's case 1).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median

from fotfeste.fag.mappe.form import Mappe, Soknad, Vedtak
from fotfeste.innsikt.styring.andel import Andel
from fotfeste.regelverk.frister import START_SENEST
from fotfeste.regelverk.tid import Periode, legg_til_maneder

START_SENEST_MANEDER = int(START_SENEST.verdi)


@dataclass(frozen=True, slots=True)
class Lop:
    """One application's way. `start`: the first day of the programme it led to."""

    sak_id: str
    kontor: str
    mottatt: date
    avgjort: date | None
    start: date | None
    trukket: date | None

    @property
    def dager_til_svar(self) -> int | None:
        return (self.avgjort - self.mottatt).days if self.avgjort else None

    @property
    def dager_til_start(self) -> int | None:
        return (self.start - self.mottatt).days if self.start else None

    @property
    def for_sent(self) -> bool:
        """Whether the programme began later than six months after the application came (§ 31)."""
        return self.start is not None and self.start > legg_til_maneder(self.mottatt, START_SENEST_MANEDER)

    @property
    def maneder_og_dager(self) -> tuple[int, int] | None:
        """Whole months and days from the application to the start, as a person counts them on a calendar."""
        return maneder_og_dager(self.mottatt, self.start) if self.start else None

    def venter(self, dag: date) -> bool:
        """Whether it had come and had no answer on the day."""
        ferdig = min((d for d in (self.avgjort, self.trukket) if d), default=None)
        return self.mottatt <= dag and (ferdig is None or ferdig > dag)


def maneder_og_dager(fra: date, til: date) -> tuple[int, int]:
    """Whole months from `fra`, and the days left until `til`. Raises ValueError when `til` is before `fra`."""
    if til < fra:
        raise ValueError("til is before fra")
    maneder = (til.year - fra.year) * 12 + til.month - fra.month
    if legg_til_maneder(fra, maneder) > til:
        maneder -= 1
    return maneder, (til - legg_til_maneder(fra, maneder)).days


def lop_i(mapper: Iterable[Mappe]) -> Iterator[Lop]:
    """Every application of the cases with what came of it."""
    for mappe in mapper:
        for soknad in mappe.soknader:
            yield _lop(mappe, soknad)


def _lop(mappe: Mappe, soknad: Soknad) -> Lop:
    svar = [v for v in mappe.vedtak if v.soknad == soknad.id and v.type in {"innvilgelse", "avslag"}]
    forste = min(svar, key=lambda v: v.dato, default=None)
    start = min((v.fra for v in svar if v.type == "innvilgelse" and v.fra), default=None)
    avgjort = forste.dato if forste else None
    return Lop(mappe.sak_id, mappe.kontor, soknad.mottatt, avgjort, start, soknad.trukket)


@dataclass(frozen=True, slots=True)
class Tidsbruk:
    """The times of the applications answered in a period: medians in days, and those that began too late."""

    antall: int
    til_svar: float | None
    til_start: float | None
    i_tide: Andel
    for_sent: tuple[Lop, ...]
    ubesvart: tuple[Lop, ...]


def tidsbruk(lop: Iterable[Lop], periode: Periode) -> Tidsbruk:
    """The applications answered in the period. `ubesvart`: still without an answer when six months are past."""
    alle = list(lop)
    svart = [ett for ett in alle if ett.avgjort and periode.inneholder(ett.avgjort)]
    begynt = [ett for ett in svart if ett.start]
    sene = sorted((ett for ett in begynt if ett.for_sent), key=lambda ett: ett.mottatt)
    return Tidsbruk(
        antall=len(svart),
        til_svar=_median([d for ett in svart if (d := ett.dager_til_svar) is not None]),
        til_start=_median([d for ett in begynt if (d := ett.dager_til_start) is not None]),
        i_tide=Andel(len(begynt) - len(sene), len(begynt)),
        for_sent=tuple(sene),
        ubesvart=tuple(ett for ett in alle if _er_glemt(ett, periode.slutt)),
    )


def _er_glemt(lop: Lop, dag: date) -> bool:
    return lop.venter(dag) and legg_til_maneder(lop.mottatt, START_SENEST_MANEDER) < dag


def _median(tall: Sequence[int]) -> float | None:
    return median(tall) if tall else None


@dataclass(frozen=True, slots=True)
class Forlengelse:
    """An extension, and the day the period before it was over. `for_sent`: it was decided after that day."""

    sak_id: str
    kontor: str
    dato: date
    fra: date
    til: date
    forrige_slutt: date | None

    @property
    def for_sent(self) -> bool:
        return self.forrige_slutt is not None and self.dato > self.forrige_slutt


def forlengelser_i(mapper: Iterable[Mappe], periode: Periode) -> Iterator[Forlengelse]:
    """The extensions decided in the period."""
    for mappe in mapper:
        perioder = [v for v in mappe.vedtak if v.fra and v.til and v.type in _GIR_PERIODE]
        for vedtak in perioder:
            if vedtak.type != "innvilgelse" and periode.inneholder(vedtak.dato) and vedtak.fra and vedtak.til:
                forrige = max((v.til for v in perioder if v.til and v.til < vedtak.fra), default=None)
                yield Forlengelse(mappe.sak_id, mappe.kontor, vedtak.dato, vedtak.fra, vedtak.til, forrige)


_GIR_PERIODE = frozenset({"innvilgelse", "forlengelse", "saerlig_forlengelse"})


@dataclass(frozen=True, slots=True)
class Restanse:
    """The applications without an answer on a day, oldest first."""

    dag: date
    lop: tuple[Lop, ...]

    def eldre_enn(self, dager: int) -> int:
        """How many have waited longer than so many days."""
        return sum((self.dag - ett.mottatt).days > dager for ett in self.lop)


def restanse(lop: Iterable[Lop], dag: date) -> Restanse:
    """What waited on the day."""
    return Restanse(dag, tuple(sorted((ett for ett in lop if ett.venter(dag)), key=lambda ett: ett.mottatt)))


def ulike_saker(restanser: Iterable[Restanse]) -> int:
    """How many applications stand in any of the lists: one that waited on two days is one, so lists are not added."""
    return len({(ett.sak_id, ett.mottatt) for liste in restanser for ett in liste.lop})


@dataclass(frozen=True, slots=True)
class Lengder:
    """How long the decided periods are. The length follows from what the person needs (forskriften § 2)."""

    antall: int
    tolv_maneder: Andel
    like_tekster: tuple[tuple[str, int], ...]


def lengder(mapper: Iterable[Mappe], periode: Periode, *, minst_like: int = 3) -> Lengder:
    """The periods decided in `periode`, how many are exactly a year, and reasons many cases have word for word."""
    vedtak = [
        (mappe.sak_id, v) for mappe in mapper for v in mappe.vedtak if v.fra and v.til and periode.inneholder(v.dato)
    ]
    perioder = [v for _, v in vedtak if v.type in _GIR_PERIODE]
    return Lengder(
        antall=len(perioder),
        tolv_maneder=Andel(sum(_er_et_ar(v) for v in perioder), len(perioder)),
        like_tekster=tuple(_like(vedtak, minst_like)),
    )


def _er_et_ar(vedtak: Vedtak) -> bool:
    if vedtak.fra is None or vedtak.til is None:
        return False
    return vedtak.til == legg_til_maneder(vedtak.fra, 12) - timedelta(days=1)


def _like(vedtak: Iterable[tuple[str, Vedtak]], minst: int) -> Iterator[tuple[str, int]]:
    saker: dict[str, set[str]] = {}
    for sak_id, ett in vedtak:
        if tekst := " ".join((ett.begrunnelse.hensyn or "").split()):
            saker.setdefault(tekst, set()).add(sak_id)
    flest = sorted(saker.items(), key=lambda par: (-len(par[1]), par[0]))
    return ((tekst, len(hvilke)) for tekst, hvilke in flest if len(hvilke) >= minst)
