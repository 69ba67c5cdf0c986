"""An advance that waits for økonomi's next run: the extra run has something to pay."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from fotfeste.demo.folk import Kontorstab
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.utbetaling.forskudd import forskudd_bestem
from fotfeste.fag.utbetaling.selectors import forskuddsmaneder

BELOP = 2500


def forskudd_bygg(kontor: Kontorstab, saker: Sequence[Sak], i_dag: date) -> int:
    """Decide an advance for the first of the cases with room for it. Returns how many were decided: one, or none."""
    for sak in saker:
        if rom := [maned for maned, ramme in forskuddsmaneder(sak) if ramme >= BELOP]:
            forskudd_bestem(
                replace(kontor.veiledere[0], dag=i_dag),
                sak=sak,
                maned=rom[-1],
                belop=BELOP,
                grunn="Strømregningen forfaller før utbetalingsdagen, og kontoen er tom.",
            )
            return 1
    return 0
