"""Evaluation of the programme (forskriften § 1 third paragraph): which dates are answered, and which are not.

«Det skal fremgå av programmet på hvilke tidspunkt det skal foretas evalueringer.» Only one that looks at the whole
programme answers a date.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from fotfeste.regelverk.rettskilde import fk

HJEMMEL = fk(1, 3)


@dataclass(frozen=True, slots=True)
class Holdt:
    """An evaluation that has been held, and the date of the programme it was for (None: an extra one)."""

    dag: date
    for_dato: date | None
    hele_programmet: bool

    def svarer_pa(self, dato: date, vindu: timedelta) -> bool:
        """Whether it answers the date: it was for it, or was held at most `vindu` before it, or after."""
        return self.hele_programmet and (self.for_dato == dato or self.dag >= dato - vindu)


def ubesvarte(datoer: Iterable[date], holdte: Collection[Holdt], vindu: timedelta) -> list[date]:
    """The dates nobody has evaluated the programme for, oldest first."""
    return [dato for dato in sorted(set(datoer)) if not any(en.svarer_pa(dato, vindu) for en in holdte)]


def skal_holdes(ubesvart: Collection[date], dag: date, vindu: timedelta) -> tuple[date | None, list[date]]:
    """The one that is overdue (the newest: it covers those before it), and those to prepare now."""
    forbi = [dato for dato in ubesvart if dato < dag]
    return (forbi[-1] if forbi else None), [dato for dato in ubesvart if dag <= dato <= dag + vindu]


def tidlig(*, soknad: date | None, vedtak: date, start: date, rask_dager: int, uker: int) -> date | None:
    """The day to look at a programme whose way in was hasty; None when there was time for a proper mapping."""
    if soknad is None or (vedtak - soknad).days >= rask_dager:
        return None
    return start + timedelta(weeks=uker)
