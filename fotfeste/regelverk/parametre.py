"""The numbers of the law, each with the day of effect, the day it was made known, source and provision.

Two dates, because the grunnbeløp is set in late May with effect from 1 May: what a month was worth depends on
when it is asked. `Parameter.pa(dag, kjent)` answers «the value in force on `dag`, as known on `kjent`». Where
the day of publication is not known, the day of effect stands in for it. The table is printed in
docs/algoritmer/parametre.md and a test keeps the two equal.

Units: `G` kroner a year, `FAKTOR` times G a year, `BARNETILLEGG` kroner a stønadsdag.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from fotfeste.regelverk.rettskilde import Rettsgrunnlag, Rettskilde, fk, sotjl


class UkjentParameter(LookupError):  # noqa: N818 - the field's word, as elsewhere
    """No value of the parameter is in force on the day and known on the date asked about."""

    def __init__(self, kode: str, dag: date, kjent: date | None) -> None:
        super().__init__(f"{kode} on {dag}, as known on {kjent or 'any date'}")
        self.kode = kode
        self.dag = dag
        self.kjent = kjent


@dataclass(frozen=True, slots=True, eq=False)
class Verdi:
    """One value of a parameter: `kilde` is the document it was read in, `hjemmel` the provision behind it.

    Compared by identity: each stands once in the register below.
    """

    kode: str
    verdi: Fraction
    gjelder_fra: date
    kunngjort: date
    kilde: str
    hjemmel: Rettskilde


@dataclass(frozen=True, slots=True)
class Parameter:
    """A number that changes over time; `verdier` are ordered by `gjelder_fra`."""

    kode: str
    navn: str
    enhet: str
    verdier: tuple[Verdi, ...]

    def pa(self, dag: date, kjent: date | None = None) -> Verdi:
        """The newest value in effect on `dag` and made known on or before `kjent` (None: all is known).

        Raises UkjentParameter when there is none.
        """
        for verdi in reversed(self.verdier):
            if verdi.gjelder_fra <= dag and (kjent is None or verdi.kunngjort <= kjent):
                return verdi
        raise UkjentParameter(self.kode, dag, kjent)


@dataclass(frozen=True, slots=True, eq=False)
class Konstant:
    """A number the law has fixed without dates. Compared by identity, as Verdi."""

    kode: str
    navn: str
    enhet: str
    verdi: Fraction
    hjemmel: Rettskilde

    @property
    def kilde(self) -> str:
        """The act or regulation the number stands in."""
        return self.hjemmel.grunnlag.identifikator


_REGISTER_FRA = date(2007, 1, 1)  # the year kvalifiseringsprogrammet came; nothing here is asked about before it
_G_HJEMMEL = Rettskilde(Rettsgrunnlag.FTL, "1-4")
_G_REGISTER = "navikt/dp-grunnbelop, c788157 (MIT)"


def _g(ar: int, kroner: int, kunngjort: date | None = None, kilde: str = _G_REGISTER) -> Verdi:
    fra = date(ar, 5, 1)
    return Verdi("grunnbelop", Fraction(kroner), fra, kunngjort or fra, kilde, _G_HJEMMEL)


GRUNNBELOP = Parameter(
    "grunnbelop",
    "Grunnbeløpet i folketrygden (G)",
    "kroner i året",
    (
        _g(2007, 66_812),
        _g(2008, 70_256),
        _g(2009, 72_881),
        _g(2010, 75_641),
        _g(2011, 79_216),
        _g(2012, 82_122),
        _g(2013, 85_245),
        _g(2014, 88_370),
        _g(2015, 90_068),
        _g(2016, 92_576),
        _g(2017, 93_634),
        _g(2018, 96_883),
        _g(2019, 99_858),
        _g(2020, 101_351, date(2020, 9, 18)),
        _g(2021, 106_399),
        _g(2022, 111_477, date(2022, 5, 20)),
        _g(2023, 118_620, date(2023, 5, 26)),
        _g(2024, 124_028, date(2024, 5, 24)),
        _g(2025, 130_160, date(2025, 5, 23), "FOR-2025-05-23-837"),
        _g(2026, 136_549, date(2026, 5, 22), "FOR-2026-05-22-869"),
    ),
)

FAKTOR = Parameter(
    "faktor",
    "Kvalifiseringsstønad på årsbasis, antall ganger G",
    "ganger G",
    (
        Verdi(
            "faktor",
            Fraction(2),
            _REGISTER_FRA,
            _REGISTER_FRA,
            "LOV-2009-12-18-131 før endringen",
            sotjl(35, 2),
        ),
        Verdi(
            "faktor",
            Fraction(2041, 1000),
            date(2024, 7, 1),
            date(2023, 12, 20),
            "LOV-2023-12-20-95",
            sotjl(35, 2),
        ),
    ),
)


def _barn(fra: date, kroner: int, kunngjort: date, kilde: str) -> Verdi:
    return Verdi("barnetillegg", Fraction(kroner), fra, kunngjort, kilde, fk(3, 1))


BARNETILLEGG = Parameter(
    "barnetillegg",
    "Barnetillegg per barn",
    "kroner per stønadsdag",
    (
        _barn(_REGISTER_FRA, 27, _REGISTER_FRA, "AAP-forskriften § 8 før endringen"),
        _barn(date(2023, 2, 1), 35, date(2022, 12, 20), "FOR-2022-12-20-2376"),
        _barn(date(2024, 1, 1), 36, date(2023, 12, 19), "FOR-2023-12-19-2125"),
        _barn(date(2025, 1, 1), 37, date(2024, 12, 18), "FOR-2024-12-18-3267"),
        _barn(date(2026, 1, 1), 38, date(2025, 12, 17), "FOR-2025-12-17-2713"),
    ),
)

STONADSDAGER_I_ARET = Konstant("stonadsdager_i_aret", "Stønadsdager i året", "dager", Fraction(260), sotjl(35, 3))
AR_FOR_FULL_SATS = Konstant("ar_for_full_sats", "Alder for full stønad", "år", Fraction(25), sotjl(35, 2, 2))
SATS_FOR_UNGE = Konstant("sats_for_unge", "Andel av stønaden under 25 år", "andel", Fraction(2, 3), sotjl(35, 2, 2))
BARN_TIL_AR = Konstant(
    "barn_til_ar",
    "Barn er den som er under",
    "år",
    Fraction(18),
    Rettskilde(Rettsgrunnlag.FTL, "1-6"),
)
TIMER_I_UKEN = Konstant("timer_i_uken", "Programmets timer i uken", "timer", Fraction(75, 2), fk(1, 2))
TIMER_PER_DAG = Konstant("timer_per_dag", "Programmets timer per dag", "timer", Fraction(15, 2), fk(1, 2))

PARAMETRE = (GRUNNBELOP, FAKTOR, BARNETILLEGG)
KONSTANTER = (
    STONADSDAGER_I_ARET,
    AR_FOR_FULL_SATS,
    SATS_FOR_UNGE,
    BARN_TIL_AR,
    TIMER_I_UKEN,
    TIMER_PER_DAG,
)
