"""All steps with guidance, by code."""

from __future__ import annotations

from itertools import chain

from fotfeste.fag.veiledning.steg import (
    henvendelse,
    kandidat,
    kartlegging,
    klage,
    kontakt,
    livslop,
    oppfolging,
    plan,
    program,
    soknad,
    timeliste,
    vedtak,
)
from fotfeste.fag.veiledning.typer import Steg

_DELER: tuple[tuple[Steg, ...], ...] = (
    henvendelse.STEG,
    kandidat.STEG,
    soknad.STEG,
    kartlegging.STEG,
    vedtak.STEG,
    program.STEG,
    plan.STEG,
    timeliste.STEG,
    kontakt.STEG,
    oppfolging.STEG,
    livslop.STEG,
    klage.STEG,
)

STEG: dict[str, Steg] = {steg.kode: steg for steg in chain.from_iterable(_DELER)}
