"""Many months of many cases, each with the law's numbers and with those of the change; added up for each case."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from fotfeste.innsikt.simulering.endring import Endring
from fotfeste.innsikt.simulering.lesing import bunke_av_frosne, dager_under_alder
from fotfeste.regelverk.vektor import Bunke, Heltall, beregn_mange

RADER_OM_GANGEN = 5_000


class Frosset(NamedTuple):
    """A month as it was reckoned and paid: whose, where, what it came to before any deduction, and from what."""

    sak: Hashable
    kontor: Hashable
    brutto: int
    inn: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Saker:
    """n cases: months, kroner in all of them with the law's numbers and with the others, and what groups they are in.

    `under_25` and `med_barn` tell of the last month. `utenfor`: months the rules of today reckon to another amount
    than the one that was paid, and that therefore say nothing about the change; they are in no sum.
    """

    maneder: Heltall
    foer: Heltall
    etter: Heltall
    under_25: NDArray[np.bool_]
    med_barn: NDArray[np.bool_]
    kontor: tuple[Hashable, ...]
    utenfor: int

    @property
    def endring(self) -> Heltall:
        return self.etter - self.foer


class _Regnet(NamedTuple):
    saker: list[int]
    kontor: list[Hashable]
    foer: Heltall
    etter: Heltall
    under_25: NDArray[np.bool_]
    med_barn: NDArray[np.bool_]
    utenfor: int


def regn(rader: Iterable[Frosset], endring: Endring) -> Saker:
    """Reckon the rows, which come month by month, oldest first. Exact: with no change `etter` is `foer`."""
    nummer: dict[Hashable, int] = {}
    bunker = [
        _regn_bunke(bunke, nummer, endring) for del_ in _deler(rader) for bunke in _samme_maned_og_kjente_dato(del_)
    ]
    antall = len(nummer)
    maneder, foer, etter = (np.zeros(antall, np.int64) for _ in range(3))
    under_25, med_barn = np.zeros(antall, np.bool_), np.zeros(antall, np.bool_)
    kontor: list[Hashable] = [None] * antall
    for en in bunker:
        plass = np.array(en.saker, np.int64)
        np.add.at(maneder, plass, 1)
        np.add.at(foer, plass, en.foer)
        np.add.at(etter, plass, en.etter)
        under_25[plass], med_barn[plass] = en.under_25, en.med_barn
        for sak, ett in zip(en.saker, en.kontor, strict=True):
            kontor[sak] = ett
    return Saker(maneder, foer, etter, under_25, med_barn, tuple(kontor), sum(en.utenfor for en in bunker))


def _deler(rader: Iterable[Frosset]) -> Iterator[list[Frosset]]:
    alle = iter(rader)
    while del_ := list(islice(alle, RADER_OM_GANGEN)):
        yield del_


def _samme_maned_og_kjente_dato(rader: list[Frosset]) -> Iterable[list[Frosset]]:
    grupper: dict[tuple[str, str | None], list[Frosset]] = defaultdict(list)
    for rad in rader:
        grupper[rad.inn["maned"], rad.inn["kjent_dato"]].append(rad)
    return grupper.values()


def _regn_bunke(rader: list[Frosset], nummer: dict[Hashable, int], endring: Endring) -> _Regnet:
    frosne = [rad.inn for rad in rader]
    bunke = bunke_av_frosne(frosne)
    foer = beregn_mange(bunke).brutto
    etter = beregn_mange(_med_alder(bunke, frosne, endring), endring.satser).brutto
    lik = np.asarray(foer == np.array([rad.brutto for rad in rader], np.int64), np.bool_)
    med = [rad for rad, er_lik in zip(rader, lik, strict=True) if er_lik]
    return _Regnet(
        saker=[nummer.setdefault(rad.sak, len(nummer)) for rad in med],
        kontor=[rad.kontor for rad in med],
        foer=foer[lik],
        etter=etter[lik],
        under_25=bunke.dager_under_25[lik] > 0,
        med_barn=((bunke.barn * bunke.aktiv).sum(axis=0) > 0)[lik],
        utenfor=len(rader) - len(med),
    )


def _med_alder(bunke: Bunke, frosne: list[Mapping[str, Any]], endring: Endring) -> Bunke:
    if endring.full_sats_fra_ar is None:
        return bunke
    return replace(bunke, dager_under_25=dager_under_alder(frosne, endring.full_sats_fra_ar))
