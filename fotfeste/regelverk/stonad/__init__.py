"""Kvalifiseringsstønad for one month (sotjl §§ 35-40, forskriften § 3): facts in, amounts and trace out.

`beregn(Stonadsfakta(...))` gives a `Beregning`: five rounded lines, brutto, trekk, netto and `spor`, the rows
that explain them. Everything is exact; docs/algoritmer/stonad.md tells it in prose with a worked example.
`fakta` holds the input types, `regning` the arithmetic, `forklaring` the words.
"""

from __future__ import annotations

from dataclasses import dataclass

from fotfeste.regelverk.penger import avrund
from fotfeste.regelverk.spor import Sporrad
from fotfeste.regelverk.stonad.fakta import (
    AnnenYtelse,
    Barn,
    KommunaleValg,
    Stonadsfakta,
    Timer,
    Trekk,
    Ytelsestype,
)
from fotfeste.regelverk.stonad.forklaring import Linjer, forklar, sum_trekk
from fotfeste.regelverk.stonad.regning import Regnskap, regn

__all__ = (
    "AnnenYtelse",
    "Barn",
    "Beregning",
    "KommunaleValg",
    "Linjer",
    "Stonadsfakta",
    "Timer",
    "Trekk",
    "Ytelsestype",
    "beregn",
)


@dataclass(frozen=True, slots=True)
class Beregning:
    """A month's stønad in whole kroner. `trekk` is 0 or less; `netto` = `brutto` + `trekk`."""

    stonadsdager: int
    linjer: Linjer
    brutto: int
    trekk: int
    netto: int
    spor: tuple[Sporrad, ...]


def beregn(fakta: Stonadsfakta, *, med_spor: bool = True) -> Beregning:
    """Reckon one month. UkjentParameter when a day that counts has no grunnbeløp known on `kjent_dato`."""
    regnskap = regn(fakta)
    linjer = _avrundede_linjer(regnskap)
    brutto = max(0, sum(linjer))
    trekk = -min(brutto, avrund(*sum_trekk(fakta.trekk))) if fakta.trekk else 0
    spor = forklar(regnskap, linjer, brutto=brutto, trekk=trekk) if med_spor else ()
    return Beregning(regnskap.stonadsdager.bit_count(), linjer, brutto, trekk, brutto + trekk, spor)


def _avrundede_linjer(r: Regnskap) -> Linjer:
    """Each line is added up exactly, stønad and barnetillegg parts together, and rounded once."""
    b, n = r.belop, r.nevner
    return Linjer(
        stonad=avrund(b.stonad, n),
        barnetillegg=avrund(b.barnetillegg, n),
        reduksjon_arbeid=-avrund(b.arbeid_stonad + b.arbeid_barnetillegg, n),
        reduksjon_fravaer=-avrund(b.fravaer_stonad + b.fravaer_barnetillegg, n),
        samordning=-avrund(b.samordning, n),
    )
