"""What of a back payment is already set against too much paid for the same month, and so is not paid out.

Claims lie in a subject of their own (`fag/krav`), which knows of payments. It says here, when the process starts, how
it is asked; where it is not installed, nothing is set against anything.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from uuid import UUID

from fotfeste.fag.utbetaling.models import Differanse

Motregner = Callable[[Collection[Differanse]], Mapping[UUID, int]]
"""Differences in the participant's favour that nothing has paid, to whole kroner not to be paid, by their id."""

_MOTREGNER: list[Motregner] = []


def sett_motregner(motregner: Motregner) -> None:
    """Let `motregner` answer from now on. It is asked inside the transaction that adds the payments to a run."""
    _MOTREGNER[:] = [motregner]


def motregnet(differanser: Collection[Differanse]) -> Mapping[UUID, int]:
    """What is not to be paid of each; one that is left out is paid in full."""
    return _MOTREGNER[0](differanser) if _MOTREGNER and differanser else {}
