"""The figures of the cases an actor may count."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from fotfeste.fag.mappe.form import Mappe
from fotfeste.fag.mappe.selectors import mapper_i, som_type
from fotfeste.fag.oppfolging.selectors import udekket_tolk
from fotfeste.fag.program.selectors import avbrutt_uten_varsel
from fotfeste.fag.sak.selectors import Sakslenke, saker_for, sakslenke
from fotfeste.fag.vedtak.selectors import avslag_som_nevner_plass
from fotfeste.grunnmur.tilgang import Aktor, Handling, krev_rolle
from fotfeste.innsikt.styring.tidsbruk import (
    Forlengelse,
    Lengder,
    Restanse,
    Tidsbruk,
    forlengelser_i,
    lengder,
    lop_i,
    restanse,
    tidsbruk,
    ulike_saker,
)
from fotfeste.innsikt.styring.utfall import Utfallstabell, utfallstabell
from fotfeste.regelverk.tid import Periode

_DELER = frozenset({"person", "soknader", "vedtak", "avslutning"})


@dataclass(frozen=True, slots=True)
class Svikt:
    """What went wrong around the participants in the period, and nobody in the case can mend alone.

    `uten_varsel`: activities providers ended without notice. `uten_tolk`: meetings no interpreter could be had for, by
    language. `avslag`: refusals whose reasons name money or places, each with the remark.
    """

    uten_varsel: int
    uten_tolk: list[tuple[str, int]]
    avslag: list[tuple[Sakslenke, str]]

    @property
    def noe(self) -> bool:
        return bool(self.uten_varsel or self.uten_tolk or self.avslag)


@dataclass(frozen=True, slots=True)
class Tallene:
    """The office's figures for a period. `restanser`: what waited the day before it, and on its last day."""

    periode: Periode
    antall_saker: int
    utfall: Utfallstabell
    tid: Tidsbruk
    forlengelser: tuple[Forlengelse, ...]
    restanser: tuple[Restanse, Restanse]
    ulike_saker: int
    lengder: Lengder
    svikt: Svikt


def tallene(aktor: Aktor, fra: date, til: date) -> Tallene:
    """The figures from `fra` to `til`, both included. Raises IkkeTilgang for one who may not see a portfolio."""
    krev_rolle(aktor, Handling.PORTEFOLJE_LES)
    mapper, periode = list(_mapper(aktor)), Periode(fra, til)
    lop = list(lop_i(mapper))
    restanser = restanse(lop, dagen_for(fra)), restanse(lop, til)
    return Tallene(
        periode=periode,
        antall_saker=len(mapper),
        utfall=utfallstabell(mapper, periode),
        tid=tidsbruk(lop, periode),
        forlengelser=tuple(forlengelser_i(mapper, periode)),
        restanser=restanser,
        ulike_saker=ulike_saker(restanser),
        lengder=lengder(mapper, periode),
        svikt=_svikt(aktor, fra, til),
    )


def _svikt(aktor: Aktor, fra: date, til: date) -> Svikt:
    avslag = avslag_som_nevner_plass(aktor, fra, til)
    return Svikt(
        uten_varsel=avbrutt_uten_varsel(aktor, fra, til),
        uten_tolk=udekket_tolk(aktor, fra, til),
        avslag=[(sakslenke(aktor, sak, Handling.PORTEFOLJE_LES), merknad) for sak, merknad in avslag],
    )


def _mapper(aktor: Aktor) -> Iterator[Mappe]:
    saker = saker_for(aktor, Handling.PORTEFOLJE_LES)
    return (som_type(linje) for _, linje in mapper_i(saker, bare=_DELER))


def dagen_for(dag: date) -> date:
    """The day before."""
    return date.fromordinal(dag.toordinal() - 1)
