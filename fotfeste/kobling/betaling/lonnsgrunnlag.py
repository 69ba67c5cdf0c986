"""The payroll basis: what the municipality's wage system needs to withhold tax and report to the A-ordning, as CSV.

Fotfeste does not withhold tax or send the a-melding itself. Kvalifiseringsstønad is reported as `pensjonEllerTrygd` /
`kvalifiseringstoenad` (that spelling), is taxed as wages (skatteloven §§ 5-42 and 12-2) and bears no
arbeidsgiveravgift (folketrygdloven § 23-2). The tax card is for the wage system to fetch; it withholds half of what
someone without one is given (skattebetalingsloven § 5-5).

A deduction that is given back is no income: a line with nothing but the deduction, below zero (`trekk_tilbake`).

A payment that never arrived was income in the basis it stood in, and is not: a line with the same amounts below zero
takes it out again (`korreksjon`). When it is paid again it has a line of its own like any other; when it turns out to
have arrived all the same, a line with the day it came puts it in again.

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
    "fodselsnummer", "navn", "maned", "utbetalt", "brutto", "herav_barnetillegg", "trekk", "til_andre", "netto",
    "korreksjon", "forskuddstrekk", "inntektstype", "beskrivelse", "fordel", "arbeidsgiveravgift",
)  # fmt: skip
_JUNI, _NOVEMBER, _DESEMBER = 6, 11, 12


class Lonnsgrunnlagsfeil(ValueError):  # noqa: N818 - the field's word
    """The payroll basis cannot be made; the message says which line and why."""


class Forskuddstrekk(StrEnum):
    """How much of the month's ordinary tax the wage system withholds."""

    HELT = "helt"
    HALVT = "halvt"
    INGEN = "ingen"


class Korreksjon(StrEnum):
    """Why a line changes an earlier basis; empty for what is given now."""

    INGEN = ""
    KOM_IKKE_FRAM = "kom_ikke_fram"
    KOM_FRAM_LIKEVEL = "kom_fram_likevel"
    TREKK_TILBAKE = "trekk_tilbake"


class Juletrekk(StrEnum):
    """When the municipality withholds half tax before Christmas (skattebetalingsforskriften § 5-7-2 (1))."""

    DESEMBER = "desember"
    NOVEMBER = "november"


@dataclass(frozen=True, slots=True)
class Lonnslinje:
    """One person's month. `maned` is the first day of the month the stønad is for; amounts are whole øre.

    `brutto` includes `barnetillegg`. `trekk` is what is taken for too much paid earlier, `til_andre` what of it goes to
    NAV Innkreving; what is left is `netto`, which the bank is sent. A line that takes a payment that never arrived out
    again has no amount above zero; others have none below, but for a `trekk` that is given back. `fodselsnummer` may be
    a D-number.
    """

    fodselsnummer: str
    navn: str
    maned: date
    utbetalt: date
    brutto: int
    barnetillegg: int
    trekk: int = 0
    til_andre: int = 0
    korreksjon: Korreksjon = Korreksjon.INGEN

    def __post_init__(self) -> None:
        if not re.fullmatch(r"[0-9]{11}", self.fodselsnummer):
            raise Lonnsgrunnlagsfeil(f"{self.navn}: fødselsnummeret skal ha 11 sifre.")
        fortegn = -1 if self.korreksjon == Korreksjon.KOM_IKKE_FRAM else 1
        if any(belop * fortegn < 0 for belop in (self.brutto, self.barnetillegg, self.til_andre, self.netto)):
            raise Lonnsgrunnlagsfeil(f"{self.navn}: beløpene kan ikke være under null.")

    @property
    def netto(self) -> int:
        return self.brutto - self.trekk - self.til_andre

    def tilbakefort(self) -> "Lonnslinje":
        """The line that takes this one out again."""
        return replace(
            self,
            brutto=-self.brutto,
            barnetillegg=-self.barnetillegg,
            trekk=-self.trekk,
            til_andre=-self.til_andre,
            korreksjon=Korreksjon.KOM_IKKE_FRAM,
        )

    def gjeninnfort(self) -> "Lonnslinje":
        """The line that puts this one in again after it was taken out."""
        return replace(self, korreksjon=Korreksjon.KOM_FRAM_LIKEVEL)


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

    What is taken out or put in again has lines of its own.

    Who ends one programme and begins another in the same month has two cases and two payments in it; tax is withheld
    and reported for the person, whose month is one. That a case is paid once is held by the run, not here.
    """
    ut: dict[tuple[str, date, date, Korreksjon], Lonnslinje] = {}
    for linje in sorted(linjer, key=lambda rad: (rad.navn, rad.fodselsnummer, rad.maned, rad.utbetalt, rad.korreksjon)):
        nokkel = (linje.fodselsnummer, linje.maned, linje.utbetalt, linje.korreksjon)
        tidligere = ut.get(nokkel)
        ut[nokkel] = linje if tidligere is None else _lagt_til(tidligere, linje)
    return list(ut.values())


def _lagt_til(linje: Lonnslinje, annen: Lonnslinje) -> Lonnslinje:
    return replace(
        linje,
        brutto=linje.brutto + annen.brutto,
        barnetillegg=linje.barnetillegg + annen.barnetillegg,
        trekk=linje.trekk + annen.trekk,
        til_andre=linje.til_andre + annen.til_andre,
    )


def _rad(linje: Lonnslinje, juletrekk: Juletrekk) -> tuple[str, ...]:
    return (
        linje.fodselsnummer,
        ufarlig(linje.navn),
        f"{linje.maned:%Y-%m}",
        linje.utbetalt.isoformat(),
        _belop(linje.brutto),
        _belop(linje.barnetillegg),
        _belop(linje.trekk),
        _belop(linje.til_andre),
        _belop(linje.netto),
        linje.korreksjon,
        forskuddstrekk(linje.maned, juletrekk=juletrekk),
        INNTEKTSTYPE,
        BESKRIVELSE,
        "kontantytelse",
        "nei",
    )


def _belop(ore: int) -> str:
    kroner, rest = divmod(abs(ore), 100)
    return f"{'-' if ore < 0 else ''}{kroner},{rest:02d}"
