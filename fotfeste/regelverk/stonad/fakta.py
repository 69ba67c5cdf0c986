"""What one month's kvalifiseringsstønad is reckoned from. Hours and kroner are exact fractions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from fotfeste.regelverk.tid import Periode

TIMER_I_DOGNET = 24


class Ytelsestype(StrEnum):
    """The benefits that reduce the stønad krone for krone (sotjl § 38 first paragraph)."""

    DAGPENGER = "dagpenger"
    SYKEPENGER = "sykepenger"
    FORELDREPENGER = "foreldrepenger"


@dataclass(frozen=True, slots=True)
class Barn:
    """A child the participant supports, and the period the barnetillegg is granted for."""

    fodselsdato: date
    periode: Periode


@dataclass(frozen=True, slots=True)
class Timer:
    """Hours on one date, from 0 to 24 (ValueError outside). Several rows on a date are added up."""

    dato: date
    timer: Fraction

    def __post_init__(self) -> None:
        if not 0 <= self.timer.numerator <= TIMER_I_DOGNET * self.timer.denominator:
            raise ValueError(f"{self.timer} timer {self.dato}: et døgn har fra 0 til {TIMER_I_DOGNET} timer")


@dataclass(frozen=True, slots=True)
class AnnenYtelse:
    """A benefit of § 38 the participant has a right to, in kroner per stønadsdag (ValueError below 0)."""

    type: Ytelsestype
    periode: Periode
    belop_per_dag: Fraction

    def __post_init__(self) -> None:
        if self.belop_per_dag < 0:
            raise ValueError(f"{self.belop_per_dag} kr per dag er mindre enn null")


@dataclass(frozen=True, slots=True)
class Trekk:
    """Too much paid earlier, taken back now (sotjl § 40), in kroner (not negative: ValueError)."""

    belop: Fraction
    hjemmel: str

    def __post_init__(self) -> None:
        if self.belop < 0:
            raise ValueError(f"{self.belop} kr i trekk er mindre enn null")


@dataclass(frozen=True, slots=True)
class KommunaleValg:
    """What the municipality has settled where the law is silent.

    `fravaer_reduserer_barnetillegg`: § 37 names the barnetillegg, § 36 does not; default is that it stays.
    """

    fravaer_reduserer_barnetillegg: bool = False


STANDARDVALG = KommunaleValg()


@dataclass(frozen=True, slots=True)
class Stonadsfakta:
    """The facts of one person's month (`mnd` 1-12).

    `vedtak` are the periods stønad is granted for (more than one when a new decision follows within the
    month; a day in two of them counts once), `avbrudd` the pauses of § 34 first paragraph, `permisjon_uten_stonad`
    the leave that no provision lets keep its stønad (§ 36 first paragraph). `kjent_dato` asks for the reckoning as
    the grunnbeløp was known that day; None: everything is known. Dates outside the month are allowed everywhere and
    count for nothing.
    """

    ar: int
    mnd: int
    fodselsdato: date
    vedtak: tuple[Periode, ...]
    kjent_dato: date | None = None
    barn: tuple[Barn, ...] = ()
    avbrudd: tuple[Periode, ...] = ()
    arbeid: tuple[Timer, ...] = ()
    ugyldig_fravaer: tuple[Timer, ...] = ()
    andre_ytelser: tuple[AnnenYtelse, ...] = ()
    trekk: tuple[Trekk, ...] = ()
    kommunale_valg: KommunaleValg = STANDARDVALG
    permisjon_uten_stonad: tuple[Periode, ...] = ()
