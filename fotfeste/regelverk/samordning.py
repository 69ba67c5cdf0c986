"""Other benefits beside the stønad (sotjl § 38 first paragraph): what a letter from NAV says, per stønadsdag.

The year has 260 stønadsdager (§ 35), so five a week and ten a fortnight, and a month's amount is twelve of them over
260. The stønad is never reduced by more than there is a right to: what is kept in whole kroner is rounded down.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from fotfeste.regelverk.parametre import STONADSDAGER_I_ARET
from fotfeste.regelverk.penger import desimaltekst, ore_tekst

ORE = 100


class Enhet(StrEnum):
    """What the amount in the letter is for. A day is one of the week's five."""

    DAG = "dag"
    UKE = "uke"
    FJORTEN_DAGER = "fjorten_dager"
    MANED = "maned"
    AR = "ar"


GANGER_I_ARET: dict[Enhet, int] = {
    Enhet.DAG: int(STONADSDAGER_I_ARET.verdi),
    Enhet.UKE: 52,
    Enhet.FJORTEN_DAGER: 26,
    Enhet.MANED: 12,
    Enhet.AR: 1,
}


@dataclass(frozen=True, slots=True)
class Omregning:
    """The amount as the letter says it (in øre), and what it is per stønadsdag: exactly, and in whole kroner."""

    ore: int
    enhet: Enhet

    def __post_init__(self) -> None:
        if self.ore < 0:
            raise ValueError(f"{self.ore} øre er mindre enn null")

    @property
    def eksakt(self) -> Fraction:
        """Kroner per stønadsdag without rounding."""
        return Fraction(self.ore * GANGER_I_ARET[self.enhet], ORE) / STONADSDAGER_I_ARET.verdi

    @property
    def kroner(self) -> int:
        """Whole kroner per stønadsdag, rounded down: never more than the right."""
        return self.eksakt.numerator // self.eksakt.denominator

    @property
    def regnestykke(self) -> str:
        """The sum as one writes it: «12 000 kr × 12 ÷ 260 = 553,85 kr»; only the amount where nothing is reckoned."""
        belop = ore_tekst(self.ore, ORE)
        if self.enhet is Enhet.DAG:
            return belop
        # 52/260 and 26/260 are a fifth and a tenth, which are easier to follow by hand.
        ganger, deles = GANGER_I_ARET[self.enhet], int(STONADSDAGER_I_ARET.verdi)
        if deles % ganger == 0:
            uttrykk = f"{belop} ÷ {desimaltekst(deles // ganger)}"
        else:
            uttrykk = f"{belop} × {ganger} ÷ {deles}"
        return f"{uttrykk} = {ore_tekst(self.eksakt.numerator, self.eksakt.denominator)}"
