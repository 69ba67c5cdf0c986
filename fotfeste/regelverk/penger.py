"""Exact money: amounts are integers over a denominator, rounded once, half away from zero, to whole kroner.

Nothing here is a float. An exact amount is a `Belop` (an integer over a denominator), cheap enough to build
some twenty of them for each reckoned month; `Belop.brok` gives the same number as a `Fraction`.
The law does not say how to round (see docs/algoritmer/stonad.md); the rule chosen is in one place, `avrund`.
"""

from __future__ import annotations

from fractions import Fraction

# Amounts and dates must not break over two lines in a letter or on a phone.
HARDT_MELLOMROM = "\u00a0"
MINUS = "\u2212"


def avrund(teller: int, nevner: int = 1) -> int:
    """Round `teller`/`nevner` half away from zero to a whole number. `nevner` is positive."""
    if teller < 0:
        return -((-2 * teller + nevner) // (2 * nevner))
    return (2 * teller + nevner) // (2 * nevner)


def avrund_kroner(belop: Fraction | int) -> int:
    """Round an exact amount in kroner half away from zero to whole kroner."""
    return avrund(belop.numerator, belop.denominator)


def kroner_tekst(kroner: int) -> str:
    """Whole kroner as a reader sees them: 17492 → «17 492 kr» (with hard spaces)."""
    return _gruppert(kroner) + HARDT_MELLOMROM + "kr"


def ore_tekst(teller: int, nevner: int = 1) -> str:
    """An exact amount in kroner with two decimals, for reading only: 1021756/1000 → «1 021,76 kr».

    Whole amounts are written without decimals, so that 37 kr a day stays «37 kr».
    """
    ore = (200 * abs(teller) + nevner) // (2 * nevner)  # as `avrund`, for the sign stands apart
    kroner, rest = divmod(ore, 100)
    tekst = f"{kroner:,}".replace(",", HARDT_MELLOMROM)
    if rest:
        tekst = f"{tekst},{rest:02d}"
    return f"{MINUS if teller < 0 and ore else ''}{tekst}{HARDT_MELLOMROM}kr"


def desimaltekst(tall: Fraction | int) -> str:
    """A number for reading, with at most three decimals: 15/4 → «3,75», 2041/1000 → «2,041»."""
    teller, nevner = tall.numerator, tall.denominator
    if nevner == 1:
        return _gruppert(teller)
    tusendeler = avrund(1000 * teller, nevner)
    hele, rest = divmod(abs(tusendeler), 1000)
    fortegn = MINUS if tusendeler < 0 else ""
    desimaler = f"{rest:03d}".rstrip("0")
    return f"{fortegn}{_gruppert(hele)},{desimaler}" if desimaler else f"{fortegn}{_gruppert(hele)}"


def eksakt_tekst(tall: Fraction | int) -> str:
    """A number that loses nothing, for files: «1021.756», or «255439/375» where decimals never end."""
    teller, nevner = tall.numerator, tall.denominator
    if nevner == 1:
        return str(teller)
    rest, desimaler = nevner, 0
    while rest % 10 == 0:
        rest, desimaler = rest // 10, desimaler + 1
    while rest % 5 == 0:
        rest, desimaler = rest // 5, desimaler + 1
    while rest % 2 == 0:
        rest, desimaler = rest // 2, desimaler + 1
    if rest != 1:
        return f"{teller}/{nevner}"
    hele, brokdel = divmod(abs(teller) * (10**desimaler // nevner), 10**desimaler)
    return f"{'-' if teller < 0 else ''}{hele}.{brokdel:0{desimaler}d}"


def _gruppert(tall: int) -> str:
    tekst = f"{abs(tall):,}".replace(",", HARDT_MELLOMROM)
    return MINUS + tekst if tall < 0 else tekst


class Belop:
    """An exact amount in kroner: `teller`/`nevner`, `nevner` positive. Not reduced: building one is cheap."""

    __slots__ = ("nevner", "teller")

    def __init__(self, teller: int, nevner: int = 1) -> None:
        self.teller = teller
        self.nevner = nevner

    @property
    def brok(self) -> Fraction:
        """The same amount as a reduced fraction of kroner."""
        return Fraction(self.teller, self.nevner)

    @property
    def kroner(self) -> int:
        """Rounded half away from zero to whole kroner."""
        return avrund(self.teller, self.nevner)

    def __str__(self) -> str:
        return ore_tekst(self.teller, self.nevner)

    def __repr__(self) -> str:
        return f"Belop({self.teller}, {self.nevner})"

    def __eq__(self, annen: object) -> bool:
        if isinstance(annen, Belop):
            return self.teller * annen.nevner == annen.teller * self.nevner
        if isinstance(annen, int | Fraction):
            return self.brok == annen
        return NotImplemented

    def __hash__(self) -> int:
        return hash(self.brok)
