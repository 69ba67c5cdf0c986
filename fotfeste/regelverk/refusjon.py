"""What the municipality can claim when another benefit is paid for time it has paid for itself (sotjl § 38 andre ledd).

The claim covers the municipality's outlay «til samme formål og for samme tidsrom», in the amount paid afterwards, and
no more. The outlay of a month is what was paid for it, less what the participant has given back already. A month that
lies partly in the period counts by its stønadsdager: so many of them as are in the period, of all the month's, rounded
down, since the municipality cannot claim a krone it is not sure to have laid out.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from fotfeste.regelverk.tid import Periode, er_hverdag


@dataclass(frozen=True, slots=True)
class Manedsutlegg:
    """A month the municipality paid: whole kroner, what it has got back of them, and its stønadsdager.

    ValueError for amounts below zero, or more days in the period than the month has.
    """

    maned: date
    betalt: int
    dekket: int
    stonadsdager: int
    i_perioden: int

    def __post_init__(self) -> None:
        if min(self.betalt, self.dekket, self.i_perioden) < 0 or self.i_perioden > self.stonadsdager:
            raise ValueError("et utlegg kan ikke være mindre enn null eller ha flere dager enn måneden")

    @property
    def utlegg(self) -> int:
        """The kroner of the month that can be claimed."""
        if not self.stonadsdager:
            return 0
        return max(0, self.betalt * self.i_perioden // self.stonadsdager - self.dekket)


def krevd_hoyst(etterbetalt: int, maneder: Iterable[Manedsutlegg], tatt: int = 0) -> int:
    """The most that can be claimed: the outlay of the period, within what is paid afterwards.

    `tatt`: what the participant has given back already because of the benefit. Claimed of it too, those kroner would be
    taken twice.
    """
    return min(max(0, etterbetalt - tatt), sum(ett.utlegg for ett in maneder))


def stonadsdager(
    maned: Periode, rett: Iterable[Periode], avbrudd: Iterable[Periode], permisjon: Iterable[Periode]
) -> list[date]:
    """The days of the month that gave stønad: weekdays with a right, outside pauses and leave without stønad."""
    borte = [*avbrudd, *permisjon]
    perioder = list(rett)
    return [
        dag
        for dag in maned.dager()
        if er_hverdag(dag) and any(p.inneholder(dag) for p in perioder) and not any(p.inneholder(dag) for p in borte)
    ]
