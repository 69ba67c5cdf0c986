"""The dates the law sets for a case (sotjl §§ 31, 32, 34; fvl §§ 11 a, 29-31).

Months and weeks end on the same day of the month or week, the last of the month where there is none
(domstolloven §§ 148-149 through fvl § 30). A date whose facts are missing is left out.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from fotfeste.regelverk import tid
from fotfeste.regelverk.ord import dato_i_ord
from fotfeste.regelverk.parametre import Verdi
from fotfeste.regelverk.rettskilde import fvl, sotjl
from fotfeste.regelverk.spor import Sporrad
from fotfeste.regelverk.tid import Periode

# The rules as they read now: § 32 since lov 20 December 2018 nr. 98 (before, a year at a time), fvl § 11 a third
# paragraph as last changed by lov 12 January 1995 nr. 4, fvl § 31 by lov 27 May 1977 nr. 40.
# Months, except the weeks of the time limit for complaints.
START_SENEST = Verdi(
    "maneder_til_senest_start",
    Fraction(6),
    date(2010, 1, 1),
    date(2009, 12, 18),
    "LOV-2009-12-18-131",
    sotjl(31),
)
FORELOPIG_SVAR = Verdi(
    "maneder_til_forelopig_svar",
    Fraction(1),
    date(1995, 4, 1),
    date(1995, 1, 12),
    "LOV-1995-01-12-4",
    fvl("11 a", 3),
)
KLAGEFRIST = Verdi("uker_klagefrist", Fraction(3), date(1970, 1, 1), date(1967, 2, 10), "LOV-1967-02-10", fvl(29, 1))
KLAGE_ABSOLUTT = Verdi(
    "maneder_til_klagen_er_for_sen",
    Fraction(12),
    date(1978, 1, 1),
    date(1977, 5, 27),
    "LOV-1977-05-27-40",
    fvl(31, 3),
)
VARIGHET = Verdi(
    "maneder_varighet",
    Fraction(24),
    date(2019, 1, 1),
    date(2018, 12, 20),
    "LOV-2018-12-20-98",
    sotjl(32, 1, 1),
)
VARIGHET_SAERLIG = Verdi(
    "maneder_varighet_saerlige_grunner",
    Fraction(36),
    date(2019, 1, 1),
    date(2018, 12, 20),
    "LOV-2018-12-20-98",
    sotjl(32, 1, 2),
)
AVBRUDD_HOYST = Verdi(
    "maneder_avbrudd_hoyst",
    Fraction(12),
    date(2010, 1, 1),
    date(2009, 12, 18),
    "LOV-2009-12-18-131",
    sotjl(34, 1, 3),
)


@dataclass(frozen=True, slots=True)
class Hendelser:
    """The facts the dates are reckoned from; what is not known is None.

    `avbrudd` are decided pauses with their ends; `avbrudd_fra` is the day a pause still running began.
    """

    soknad_mottatt: date | None = None
    vedtak_underrettet: date | None = None
    vedtak_dato: date | None = None
    programstart: date | None = None
    permisjon: tuple[Periode, ...] = ()
    avbrudd: tuple[Periode, ...] = ()
    avbrudd_fra: date | None = None


def vurder(hendelser: Hendelser) -> list[Sporrad]:
    """One row for each date that can be reckoned, in the contract's order: `kode` is its key, `til` the date.

    OverflowError when a date would fall past the calendar.
    """
    rader: list[Sporrad] = []
    if hendelser.soknad_mottatt is not None:
        rader += _fra_soknad(hendelser.soknad_mottatt)
    if hendelser.vedtak_underrettet is not None:
        rader.append(_klagefrist(hendelser.vedtak_underrettet))
    if hendelser.vedtak_dato is not None:
        rader.append(_klage_absolutt(hendelser.vedtak_dato))
    if hendelser.programstart is not None:
        rader += _varigheter(hendelser.programstart, [*hendelser.permisjon, *hendelser.avbrudd])
    if hendelser.avbrudd_fra is not None:
        rader.append(_avbrudd_ma_avsluttes(hendelser.avbrudd_fra))
    return rader


def frister(hendelser: Hendelser) -> dict[str, date]:
    """The dates by their key: senest_start, forelopig_svar, klagefrist, klage_absolutt, maks_ordinaer,
    maks_forlenget, avbrudd_ma_avsluttes. OverflowError as for `vurder`."""
    return {rad.kode: rad.til for rad in vurder(hendelser)}


def _fra_soknad(mottatt: date) -> list[Sporrad]:
    start, svar = _om_maneder(mottatt, START_SENEST), _om_maneder(mottatt, FORELOPIG_SVAR)
    kom = f"Vi fikk søknaden {dato_i_ord(mottatt)}."
    return [
        _rad(
            "senest_start",
            mottatt,
            start,
            START_SENEST,
            f"{kom} Programmet må begynne senest {dato_i_ord(start)}.",
        ),
        _rad(
            "forelopig_svar",
            mottatt,
            svar,
            FORELOPIG_SVAR,
            f"{kom} Er den ikke avgjort {dato_i_ord(svar)}, skal du ha et foreløpig svar innen den dagen.",
        ),
    ]


def _klagefrist(underrettet: date) -> Sporrad:
    uker = tid.legg_til_uker(underrettet, int(KLAGEFRIST.verdi))
    frist = tid.neste_virkedag(uker)
    tekst = f"Du fikk vite om vedtaket {dato_i_ord(underrettet)}. Du kan klage til og med {dato_i_ord(frist)}."
    if frist != uker:
        tekst += f" De tre ukene slutter {dato_i_ord(uker)}, som ikke er en virkedag. Derfor er fristen flyttet."
    return _rad("klagefrist", underrettet, frist, KLAGEFRIST, tekst, flyttet=(frist - uker).days)


def _klage_absolutt(vedtak: date) -> Sporrad:
    frist = _om_maneder(vedtak, KLAGE_ABSOLUTT)
    tekst = (
        f"Vedtaket er fra {dato_i_ord(vedtak)}. En klage som kommer for sent, kan vi bare behandle fram til "
        f"og med {dato_i_ord(frist)}."
    )
    return _rad("klage_absolutt", vedtak, frist, KLAGE_ABSOLUTT, tekst)


def _avbrudd_ma_avsluttes(fra: date) -> Sporrad:
    frist = _om_maneder(fra, AVBRUDD_HOYST)
    tekst = (
        f"Programmet har vært avbrutt siden {dato_i_ord(fra)}. Er det ikke tatt opp igjen "
        f"{dato_i_ord(frist)}, må det avsluttes."
    )
    return _rad("avbrudd_ma_avsluttes", fra, frist, AVBRUDD_HOYST, tekst)


def _varigheter(start: date, utenom: Iterable[Periode]) -> list[Sporrad]:
    sammen = _uten_overlapp(start, utenom)
    rader = []
    for kode, varighet, hva in (
        ("maks_ordinaer", VARIGHET, "Programmet kan vare i to år"),
        ("maks_forlenget", VARIGHET_SAERLIG, "Med særlige grunner kan programmet vare i tre år"),
    ):
        grunnlag = _om_maneder(start, varighet) - tid.EN_DAG
        slutt = _flyttet_slutt(grunnlag, sammen)
        if slutt is None:
            continue
        dager = (slutt - grunnlag).days
        tekst = f"{hva}. Det begynte {dato_i_ord(start)} og kan vare til og med {dato_i_ord(slutt)}."
        if dager:
            tekst += f" {dager} dager med permisjon eller avbrudd teller ikke med."
        rader.append(_rad(kode, start, slutt, varighet, tekst, flyttet=dager))
    return rader


def _uten_overlapp(start: date, perioder: Iterable[Periode]) -> list[Periode]:
    """The days from `start` on that lie in any of the periods, as periods in order; each day counts once."""
    ut: list[Periode] = []
    for periode in sorted(perioder, key=lambda en: en.fra):
        del_av = periode.snitt(Periode(start, None))
        if del_av is None:
            continue
        if ut and del_av.fra <= ut[-1].slutt:
            if del_av.slutt > ut[-1].slutt:
                ut[-1] = Periode(ut[-1].fra, del_av.til)
        else:
            ut.append(del_av)
    return ut


def _flyttet_slutt(slutt: date, utenom: Iterable[Periode]) -> date | None:
    """The last day of the programme, moved on a day for each day outside that falls before or on it.

    A day that falls in what was added counts too; one after the end is no day of the programme and moves
    nothing.
    None when a period outside is open: as long as it runs the end is not known.
    """
    for periode in utenom:
        if periode.fra > slutt:
            break
        if periode.til is None:
            return None
        slutt += timedelta(days=periode.antall_dager)
    return slutt


def _om_maneder(dag: date, maneder: Verdi) -> date:
    return tid.legg_til_maneder(dag, int(maneder.verdi))


def _rad(kode: str, fra: date, til: date, parameter: Verdi, tekst: str, flyttet: int = 0) -> Sporrad:
    tall = {"flyttet_dager": flyttet} if flyttet else {}
    return Sporrad(kode, fra, til, {**tall}, (parameter,), parameter.hjemmel, tekst)
