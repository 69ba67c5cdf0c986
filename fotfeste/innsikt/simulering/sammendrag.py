"""What of the reckoned cases may be shown: sums of groups, none of them so small that it tells of a person."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from fotfeste.innsikt.simulering.regning import Saker

MINST = 5
"""What is about fewer is not shown. Who knows the municipality would know whom it is about."""

_NEDOVER: tuple[tuple[int | None, int | None], ...] = ((None, -2000), (-2000, -1000), (-1000, -500), (-500, 0))
_OPPOVER: tuple[tuple[int | None, int | None], ...] = ((0, 500), (500, 1000), (1000, 2000), (2000, None))
"""The steps of the distribution: kroner a month, on average of the case's months."""


@dataclass(frozen=True, slots=True)
class Gruppe:
    """Some of the cases. `antall` None: they, or those of them the change is about, are so few that nothing is told."""

    kode: Hashable
    antall: int | None
    foer: int = 0
    etter: int = 0

    @property
    def endring(self) -> int:
        return self.etter - self.foer

    @property
    def skjult(self) -> bool:
        return self.antall is None


@dataclass(frozen=True, slots=True)
class Trinn:
    """A step of the distribution: from and to kroner a month (None: no end), and how many. Both None: no change."""

    fra: int | None
    til: int | None
    gruppe: Gruppe

    @property
    def retning(self) -> int:
        """-1 for those who would get less, 1 for more, 0 for the same."""
        if self.fra is None and self.til is None:
            return 0
        return -1 if self.til is not None and self.til <= 0 else 1


@dataclass(frozen=True, slots=True)
class Sammendrag:
    """The municipality's sums, and the same cases divided in several ways. `alle.skjult`: too few to show anything."""

    alle: Gruppe
    utfall: tuple[Gruppe, ...]
    alder: tuple[Gruppe, ...]
    barn: tuple[Gruppe, ...]
    kontor: tuple[Gruppe, ...]
    trinn: tuple[Trinn, ...]
    saksmaneder: int
    utenfor: int


def sammendrag(saker: Saker) -> Sammendrag:
    """Sum up. `utfall` are those who get less, the same and more (kode -1, 0, 1)."""
    endring = saker.endring
    (hele,) = inndeling(saker, [("alle", np.ones(len(endring), np.bool_))])
    utfall = inndeling(saker, [(-1, endring < 0), (0, endring == 0), (1, endring > 0)])
    mindre, likt, mer = utfall
    kontorer = np.array([str(kontor) for kontor in saker.kontor])
    return Sammendrag(
        alle=hele,
        utfall=utfall,
        alder=inndeling(saker, [("under", saker.under_25), ("over", ~saker.under_25)]),
        barn=inndeling(saker, [("med", saker.med_barn), ("uten", ~saker.med_barn)]),
        kontor=inndeling(saker, [(kode, kontorer == str(kode)) for kode in sorted(set(saker.kontor), key=str)]),
        trinn=(
            *_fordeling(saker, mindre, _NEDOVER),
            Trinn(None, None, likt),
            *_fordeling(saker, mer, _OPPOVER),
        ),
        saksmaneder=int(saker.maneder.sum()),
        utenfor=saker.utenfor,
    )


def inndeling(saker: Saker, deler: Sequence[tuple[Hashable, NDArray[np.bool_]]]) -> tuple[Gruppe, ...]:
    """The cases divided in parts that together are all of them. Small parts are hidden, and never one alone."""
    grupper = [
        Gruppe(kode, int(hvem.sum()), int(saker.foer[hvem].sum()), int(saker.etter[hvem].sum())) for kode, hvem in deler
    ]
    storrelser = [(int(hvem.sum()), int((saker.endring[hvem] != 0).sum())) for _, hvem in deler]
    skjules = _skjules(storrelser)
    return tuple(Gruppe(g.kode, None) if nr in skjules else g for nr, g in enumerate(grupper))


def _skjules(storrelser: Sequence[tuple[int, int]]) -> set[int]:
    """Which parts are hidden, by how many are in each and how many of them the change is about.

    Those where either is 1 to 4; and the smallest of the others for as long as what is hidden is one part alone, or
    fewer than five together: whoever knows the whole takes the parts that are shown from it, and has the rest.
    """
    skjules = {nr for nr, par in enumerate(storrelser) if any(0 < n < MINST for n in par)}
    resten = sorted((par, nr) for nr, par in enumerate(storrelser) if nr not in skjules and par[0])
    while skjules and resten:
        sammen = [sum(storrelser[nr][del_] for nr in skjules) for del_ in (0, 1)]
        if len(skjules) > 1 and not any(0 < n < MINST for n in sammen):
            break
        skjules.add(resten.pop(0)[1])
    return skjules


def _fordeling(saker: Saker, side: Gruppe, kanter: Sequence[tuple[int | None, int | None]]) -> tuple[Trinn, ...]:
    """One side of the distribution. Where the side is hidden, so is every step of it: they would add up to it."""
    deler = [((fra, til), _innenfor(saker, fra, til)) for fra, til in kanter]
    grupper = [Gruppe(kant, None) for kant in kanter] if side.skjult else inndeling(saker, deler)
    return tuple(Trinn(fra, til, gruppe) for (fra, til), gruppe in zip(kanter, grupper, strict=True))


def _innenfor(saker: Saker, fra: int | None, til: int | None) -> NDArray[np.bool_]:
    """The far end of a step is in the next one, on both sides of zero: 500 more and 500 less fall alike."""
    endring, maneder = saker.endring, saker.maneder
    if til is not None and til <= 0:
        nedre = endring > fra * maneder if fra is not None else np.ones_like(endring, np.bool_)
        return nedre & (endring <= til * maneder) & (endring < 0)
    ovre = endring < til * maneder if til is not None else np.ones_like(endring, np.bool_)
    return ovre & (endring >= (fra or 0) * maneder) & (endring > 0)
