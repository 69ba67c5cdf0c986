"""Too much paid, taken back in parts (sotjl § 40): a plan that sums to the claim, and what a short month moves on.

The law says that what is too much can be deducted from later stønad. It names no ceiling and no number of months: how
much a month is the office's to decide, and what there was no room for is taken later, never more than the claim.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from fotfeste.regelverk.rettskilde import sotjl

TREKK = sotjl(40, 1)
TILBAKEBETALING = sotjl(23)
REFUSJON = sotjl(38, 2)


@dataclass(frozen=True, slots=True)
class Avdrag:
    """What is to be taken in one month, in whole kroner."""

    maned: date
    belop: int


def neste_maned(maned: date) -> date:
    """The first day of the month after."""
    return date(maned.year + maned.month // 12, maned.month % 12 + 1, 1)


def plan(belop: int, per_maned: int, fra: date) -> tuple[Avdrag, ...]:
    """`per_maned` kroner each month from `fra`, the last one what is left: together exactly `belop`.

    ValueError when nothing is taken each month, or the claim is less than zero.
    """
    return tuple(Avdrag(maned, kroner) for maned, kroner in tilpass({}, belop, per_maned, fra).items())


def rad_per_maned(brutto: int, prosent: int, belop: int) -> int:
    """Advice: at most `prosent` per cent of the month's stønad, at least one krone, never more than the claim."""
    return max(1, min(belop, brutto * prosent // 100))


def tilpass(apne: Mapping[date, int], rest: int, per_maned: int, neste: date) -> dict[date, int]:
    """What the months still to come shall take, so that together they take exactly `rest`.

    `apne` are those months as planned so far. With too much in them, the last are made smaller or fall away. With too
    little, the last is filled up to `per_maned`, and months are added from `neste`. ValueError for a rest below zero.
    """
    if rest < 0 or per_maned < 1:
        raise ValueError("resten kan ikke være mindre enn null, og hver måned må ta minst én krone")
    ut: dict[date, int] = {}
    for maned, kroner in sorted(apne.items()):
        if tatt := min(kroner, rest):
            ut[maned] = tatt
            rest -= tatt
    if rest and ut:
        siste = max(ut)
        mer = min(rest, max(0, per_maned - ut[siste]))
        ut[siste] += mer
        rest -= mer
    while rest:
        ut[neste] = min(rest, per_maned)
        rest -= ut[neste]
        neste = neste_maned(neste)
    return ut


def fordel_dekning(krav: Sequence[int], dekket: int) -> list[int]:
    """What is left of each part of a claim when `dekket` kroner have been taken, the first part first.

    ValueError when more is taken than was claimed.
    """
    if not 0 <= dekket <= sum(krav):
        raise ValueError("det kan ikke tas mer enn kravet")
    ut = []
    for ett in krav:
        tatt = min(ett, dekket)
        ut.append(ett - tatt)
        dekket -= tatt
    return ut
