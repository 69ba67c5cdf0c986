"""A share: how many of how many, never one without the other."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Andel:
    """`teller` of `nevner`."""

    teller: int
    nevner: int

    @property
    def promille(self) -> int | None:
        """Tenths of a per cent, rounded half up; None of nothing."""
        return (2000 * self.teller + self.nevner) // (2 * self.nevner) if self.nevner else None

    @property
    def prosent(self) -> str:
        """«56,2 %»; «–» of nothing."""
        if self.promille is None:
            return "–"
        hele, tideler = divmod(self.promille, 10)
        return f"{hele},{tideler} %"

    def minst(self, prosent: int) -> bool:
        """Whether it is at least so many per cent, exactly."""
        return bool(self.nevner) and 100 * self.teller >= prosent * self.nevner
