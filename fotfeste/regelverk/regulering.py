"""Changes that were made known after the day they took effect: then months have been paid by the old number.

The grunnbeløp is set in late May with effect from 1 May (ftl § 1-4; in 2020 on 18 September). sotjl § 35 second
paragraph reckons the stønad from it, so what was paid meanwhile is reckoned again. The other numbers stand in an act or
a regulation made before they take effect, and the reckoning asks only the grunnbeløp by the day it was known.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from fotfeste.regelverk.parametre import GRUNNBELOP, Parameter, Verdi


@dataclass(frozen=True, slots=True)
class Endring:
    """One number that came late, and the one it took the place of."""

    parameter: Parameter
    verdi: Verdi
    tidligere: Verdi

    @property
    def forste_maned(self) -> date:
        """The first day of the first month with days the change is for."""
        return self.verdi.gjelder_fra.replace(day=1)


def sene_endringer(i_dag: date) -> list[Endring]:
    """What had been made known by `i_dag`, later than it took effect; the newest first."""
    sene = [e for e in _endringer(GRUNNBELOP) if e.verdi.gjelder_fra < e.verdi.kunngjort <= i_dag]
    return sorted(sene, key=lambda e: e.verdi.kunngjort, reverse=True)


def finn_endring(kode: str, gjelder_fra: date) -> Endring:
    """The change of the parameter `kode` from that day. LookupError when there is none, or it is never regulated."""
    for endring in _endringer(GRUNNBELOP):
        if (endring.parameter.kode, endring.verdi.gjelder_fra) == (kode, gjelder_fra):
            return endring
    raise LookupError(f"{kode} does not change on {gjelder_fra}")


def _endringer(parameter: Parameter) -> Iterator[Endring]:
    for tidligere, verdi in zip(parameter.verdier, parameter.verdier[1:], strict=False):
        yield Endring(parameter, verdi, tidligere)
