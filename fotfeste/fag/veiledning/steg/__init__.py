"""All steps with guidance, by code."""

from __future__ import annotations

from itertools import chain

from fotfeste.fag.veiledning.typer import Steg

_DELER: tuple[tuple[Steg, ...], ...] = ()

STEG: dict[str, Steg] = {steg.kode: steg for steg in chain.from_iterable(_DELER)}
