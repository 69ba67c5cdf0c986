"""All steps with guidance, by code."""

from __future__ import annotations

from itertools import chain

from fotfeste.fag.veiledning.steg.kontakt import STEG as _KONTAKT
from fotfeste.fag.veiledning.steg.program import STEG as _PROGRAM
from fotfeste.fag.veiledning.steg.soknad import STEG as _SOKNAD
from fotfeste.fag.veiledning.steg.timeliste import STEG as _TIMELISTE
from fotfeste.fag.veiledning.steg.vedtak import STEG as _VEDTAK
from fotfeste.fag.veiledning.typer import Steg

_DELER: tuple[tuple[Steg, ...], ...] = (_SOKNAD, _VEDTAK, _PROGRAM, _TIMELISTE, _KONTAKT)
from fotfeste.fag.veiledning.steg import klage
from fotfeste.fag.veiledning.typer import Steg

_DELER: tuple[tuple[Steg, ...], ...] = (klage.STEG,)
from fotfeste.fag.veiledning.steg.livslop import LIVSLOP
from fotfeste.fag.veiledning.typer import Steg

_DELER: tuple[tuple[Steg, ...], ...] = (LIVSLOP,)
from fotfeste.fag.veiledning.steg import plan, program
from fotfeste.fag.veiledning.typer import Steg

_DELER: tuple[tuple[Steg, ...], ...] = (
    program.STEG,
    plan.STEG,
)
from fotfeste.fag.veiledning.steg.oppfolging import OPPFOLGING
from fotfeste.fag.veiledning.typer import Steg

_DELER: tuple[tuple[Steg, ...], ...] = (OPPFOLGING,)
from fotfeste.fag.veiledning.steg import henvendelse, kandidat
from fotfeste.fag.veiledning.typer import Steg

_DELER: tuple[tuple[Steg, ...], ...] = (kandidat.STEG, henvendelse.STEG)
from fotfeste.fag.veiledning.steg.kartlegging import KARTLEGGING
from fotfeste.fag.veiledning.typer import Steg

_DELER: tuple[tuple[Steg, ...], ...] = (KARTLEGGING,)

STEG: dict[str, Steg] = {steg.kode: steg for steg in chain.from_iterable(_DELER)}
