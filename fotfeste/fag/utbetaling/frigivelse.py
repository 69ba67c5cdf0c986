"""What those who make the files refuse, so that it is known before a run is released and never after.

Imports go one way, and the files lie outside the subject (`kobling/betaling`). They say here, when the process starts,
how they are asked.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from fotfeste.fag.person.models import Person
from fotfeste.fag.utbetaling.enums import Utelatt
from fotfeste.fag.utbetaling.models import Kjoring


@dataclass(frozen=True, slots=True)
class Filkontroll:
    """How the files are asked.

    `mottakerhinder`: why a person cannot be paid (that person is left out, the others are paid), or None.
    `krev_filer`: raises Fagfeil when the run's planned payments cannot be made into files.
    """

    mottakerhinder: Callable[[Person], Utelatt | None]
    krev_filer: Callable[[Kjoring], None]


_KONTROLL: list[Filkontroll] = []


def sett_filkontroll(kontroll: Filkontroll) -> None:
    """Let `kontroll` answer from now on."""
    _KONTROLL[:] = [kontroll]


def filkontroll() -> Filkontroll:
    """The one that answers. LookupError where no maker of files is installed: nothing is then released."""
    if not _KONTROLL:
        raise LookupError("No maker of payment files has registered (fotfeste.kobling.betaling is not installed)")
    return _KONTROLL[0]
