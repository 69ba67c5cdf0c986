"""What deductions take from a month that is not large enough for them all (sotjl § 40; § 39 for an advance)."""

from __future__ import annotations

from collections.abc import Sequence


def fordel(rom: int, krav: Sequence[int]) -> list[int]:
    """What each claim gets of `rom` kroner, in the order given: the first is satisfied before the next gets anything.

    The answer has one amount for each claim and never sums to more than `rom`. ValueError for a negative number.
    """
    if rom < 0 or any(ett < 0 for ett in krav):
        raise ValueError("det som fordeles og kreves, kan ikke være mindre enn null")
    ut = []
    for ett in krav:
        far = min(rom, ett)
        ut.append(far)
        rom -= far
    return ut
