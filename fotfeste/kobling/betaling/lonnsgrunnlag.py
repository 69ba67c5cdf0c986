"""The payroll basis: what the municipality's wage system needs to withhold tax and report to the A-ordning, as CSV.

Fotfeste does not withhold tax or send the a-melding itself. Kvalifiseringsstønad is reported as `pensjonEllerTrygd` /
`kvalifiseringstoenad` (that spelling), is taxed as wages (skatteloven §§ 5-42 and 12-2) and bears no
arbeidsgiveravgift (folketrygdloven § 23-2).

The file is UTF-8 with a byte order mark, semicolons and CRLF: the spreadsheet programs of Norwegian offices open that
with æ, ø and å right and each value in its column, and wage systems take it too. A text that a spreadsheet would run
as a formula gets an apostrophe in front.
"""

import csv
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from fotfeste.grunnmur.regneark import ufarlig

BESKRIVELSE = "kvalifiseringstoenad"
INNTEKTSTYPE = "pensjonEllerTrygd"
KOLONNER = (
    "fodselsnummer", "navn", "maned", "utbetalt", "brutto", "herav_barnetillegg", "forskuddstrekk",
    "inntektstype", "beskrivelse", "fordel", "arbeidsgiveravgift",
)  # fmt: skip
_JUNI, _NOVEMBER, _DESEMBER = 6, 11, 12


class Lonnsgrunnlagsfeil(ValueError):  # noqa: N818 - the field's word
    """The payroll basis cannot be made; the message says which line and why."""


class Forskuddstrekk(StrEnum):
    """How much of the month's ordinary tax the wage system withholds."""

    HELT = "helt"
    HALVT = "halvt"
    INGEN = "ingen"


class Juletrekk(StrEnum):
    """When the municipality withholds half tax before Christmas (skattebetalingsforskriften § 5-7-2 (1))."""

    DESEMBER = "desember"
    NOVEMBER = "november"


@dataclass(frozen=True, slots=True)
class Lonnslinje:
    """One person's month. `maned` is the first day of the month the stønad is for; amounts are whole øre.

    `brutto` includes `barnetillegg` and is never below zero. `fodselsnummer` may be a D-number.
    """

    fodselsnummer: str
    navn: str
    maned: date
    utbetalt: date
    brutto: int
    barnetillegg: int

    def __post_init__(self) -> None:
        if not re.fullmatch(r"[0-9]{11}", self.fodselsnummer):
            raise Lonnsgrunnlagsfeil(f"{self.navn}: fødselsnummeret skal ha 11 sifre.")
        if self.brutto < 0 or self.barnetillegg < 0:
            raise Lonnsgrunnlagsfeil(f"{self.navn}: beløpene kan ikke være under null.")


def forskuddstrekk(maned: date, *, juletrekk: Juletrekk = Juletrekk.DESEMBER) -> Forskuddstrekk:
    """Return how much tax is withheld from the stønad for the month.

    Nothing from the stønad for June (skattebetalingsforskriften § 5-7-1 third paragraph). For a monthly benefit the
    first half of December or the second half of November is free, so half of that month's tax is withheld; December
    is the default. Which month counts is chosen as the one the stønad is for (see docs/algoritmer/betaling.md).
    """
    if maned.month == _JUNI:
        return Forskuddstrekk.INGEN
    fri = _DESEMBER if juletrekk is Juletrekk.DESEMBER else _NOVEMBER
    return Forskuddstrekk.HALVT if maned.month == fri else Forskuddstrekk.HELT


def skriv(linjer: Sequence[Lonnslinje], *, juletrekk: Juletrekk = Juletrekk.DESEMBER) -> bytes:
    """Return the CSV file, lines ordered by name and number so that the same run gives the same bytes.

    A person has one line a month and day of payment, the sum of what was given; see `samlet`.
    """
    ut = io.StringIO(newline="")
    skriver = csv.writer(ut, delimiter=";", lineterminator="\r\n")
    skriver.writerow(KOLONNER)
    for linje in samlet(linjer):
        skriver.writerow(_rad(linje, juletrekk))
    return ut.getvalue().encode("utf-8-sig")


def samlet(linjer: Sequence[Lonnslinje]) -> list[Lonnslinje]:
    """Return one line for each person, month and day of payment, in the order of the file. Amounts are added.

    Who ends one programme and begins another in the same month has two cases and two payments in it; tax is withheld
    and reported for the person, whose month is one. That a case is paid once is held by the run, not here.
    """
    ut: dict[tuple[str, date, date], Lonnslinje] = {}
    for linje in sorted(linjer, key=lambda linje: (linje.navn, linje.fodselsnummer, linje.maned, linje.utbetalt)):
        nokkel = (linje.fodselsnummer, linje.maned, linje.utbetalt)
        tidligere = ut.get(nokkel)
        ut[nokkel] = linje if tidligere is None else _lagt_til(tidligere, linje)
    return list(ut.values())


def _lagt_til(linje: Lonnslinje, annen: Lonnslinje) -> Lonnslinje:
    return replace(linje, brutto=linje.brutto + annen.brutto, barnetillegg=linje.barnetillegg + annen.barnetillegg)


def _rad(linje: Lonnslinje, juletrekk: Juletrekk) -> tuple[str, ...]:
    return (
        linje.fodselsnummer,
        ufarlig(linje.navn),
        f"{linje.maned:%Y-%m}",
        linje.utbetalt.isoformat(),
        _belop(linje.brutto),
        _belop(linje.barnetillegg),
        forskuddstrekk(linje.maned, juletrekk=juletrekk),
        INNTEKTSTYPE,
        BESKRIVELSE,
        "kontantytelse",
        "nei",
    )


def _belop(ore: int) -> str:
    return f"{ore // 100},{ore % 100:02d}"
