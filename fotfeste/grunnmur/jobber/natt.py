"""What a night does besides moving cases: each room adds its own, and `fotfeste nattjobb` does them in order."""

from __future__ import annotations

from collections.abc import Callable

NATTLIG: list[Callable[[], str]] = []
"""Each does its work, which may be done again without harm, and says in a sentence what came of it."""
