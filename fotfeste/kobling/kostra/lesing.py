"""How the official program reads a field: whole numbers, dates and national identity numbers.

Restated from statisticsnorway/kostra-kontrollprogram, commit c1f5848 (2026-07-16), MIT. It is more lenient
than the rest of the system on purpose: the verdict of the official controls must be the official one.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import NamedTuple

_DAGER_I_MAANED = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)

# Suffixes for people without a number: boy, girl, unknown. Only these may lack the two check digits.
_UTEN_NUMMER = ("00100", "00200", "99999")

# What is left after division by 11 when the check digits hold and each digit is 48 too high: the sum of the weights
# (46 and 42) times 48.
_REST_1 = 46 * 48 % 11
_REST_2 = 42 * 48 % 11


class Dato(NamedTuple):
    """A date as the official program holds it: years 1-9999, with 30 and 31 of shorter months moved back."""

    aar: int
    maaned: int
    dag: int


def heltall(tekst: str) -> int:
    """The whole number in the field, with or without sign; 0 when the field does not hold one."""
    if "_" in tekst:  # Python reads 1_000 as a number
        return 0
    try:
        return int(tekst)
    except ValueError:
        return 0


@lru_cache(maxsize=16384)
def romslig_dato(tekst: str) -> Dato | None:
    """The date of eight digits ddMMyyyy, or None. 30.02 and 31.04 are taken as the last day of the month."""
    if not (tekst.isdigit() and tekst.isascii()):
        return None
    dag, maaned, aar = int(tekst[:2]), int(tekst[2:4]), int(tekst[4:])
    if not (1 <= dag <= 31 and 1 <= maaned <= 12 and aar):
        return None
    if dag > 28:
        dag = min(dag, _siste_dag(aar, maaned))
    return Dato(aar, maaned, dag)


@lru_cache(maxsize=16384)
def streng_dato(tekst: str) -> date | None:
    """The date of eight digits ddMMyyyy if it is in the calendar, or None."""
    if not (tekst.isdigit() and tekst.isascii()):
        return None
    try:
        return date(int(tekst[4:]), int(tekst[2:4]), int(tekst[:2]))
    except ValueError:
        return None


def _siste_dag(aar: int, maaned: int) -> int:
    if maaned == 2 and aar % 4 == 0 and (aar % 100 != 0 or aar % 400 == 0):
        return 29
    return _DAGER_I_MAANED[maaned]


def er_sifre(tekst: str, antall: int) -> bool:
    """Whether the text is that many plain digits."""
    return len(tekst) == antall and tekst.isdigit() and tekst.isascii()


def gyldig_fodselsnummer(tekst: str) -> bool:
    """Both check digits (mod 11) hold, or a readable birth date is followed by 00100, 00200 or 99999.

    The date is not looked at when the check digits hold, so synthetic numbers (+40 or +80 on the month) pass.
    """
    if not er_sifre(tekst, 11):
        return False
    a, b, c, d, e, f, g, h, i, j, k = tekst.encode()  # 48 more than each digit
    if (3 * a + 7 * b + 6 * c + d + 8 * e + 9 * f + 4 * g + 5 * h + 2 * i + j) % 11 == _REST_1 and (
        5 * a + 4 * b + 3 * c + 2 * d + 7 * e + 6 * f + 5 * g + 4 * h + 3 * i + 2 * j + k
    ) % 11 == _REST_2:
        return True
    return tekst.endswith(_UTEN_NUMMER) and romslig_dato(tekst[:4] + "20" + tekst[4:6]) is not None


def fodselsaar(tekst: str, rapporteringsaar: int) -> int | None:
    """The birth year the official program reads out of the number, or None when it reads none.

    D-numbers (+40 on the day) and Tenor numbers (+80 on the month) are read; Dolly numbers (+40 on the
    month) are not.
    """
    if not er_sifre(tekst, 11):
        return None
    if tekst.endswith(_UTEN_NUMMER):
        fodt = romslig_dato(f"{tekst[:4]}20{tekst[4:6]}")
        if fodt is None:
            return None
        return fodt.aar - 100 if fodt.aar > rapporteringsaar + 1 else fodt.aar
    dag, maaned = int(tekst[:2]), int(tekst[2:4])
    dag -= 40 if dag >= 40 else 0
    maaned -= 80 if maaned >= 80 else 0
    if not (1 <= dag <= 31 and 1 <= maaned <= 12):
        return None
    return _aarhundre(int(tekst[6:9]), int(tekst[4:6]))


def _aarhundre(individnummer: int, aar: int) -> int:
    if individnummer >= 500 and aar <= 39:
        return 2000 + aar
    if 500 <= individnummer <= 749 and aar >= 54:
        return 1800 + aar
    if individnummer < 500 or individnummer >= 900:
        return 1900 + aar
    return 2000 + aar


def fodselsdag(tekst: str, i_aarhundre: date) -> date | None:
    """The calendar birth date in a number of any kind, Dolly numbers too, or None when there is none.

    A number that ends in 00100, 00200 or 99999 does not say the century: it is taken from `i_aarhundre`.
    """
    if not er_sifre(tekst, 11):
        return None
    aar = int(tekst[4:6])
    if tekst.endswith(_UTEN_NUMMER):
        aar += i_aarhundre.year // 100 * 100
    else:
        aar = _aarhundre(int(tekst[6:9]), aar)
    dag, maaned = int(tekst[:2]) % 40, int(tekst[2:4]) % 40
    try:
        return date(aar, maaned, dag)
    except ValueError:
        return None
