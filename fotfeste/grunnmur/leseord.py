"""Dates and hours in the language the reader has chosen, for pages and refusals.

What is kept (letters, the timeline, the explanation of a reckoning) is bokmål whoever asks: fotfeste.grunnmur.ord.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import groupby

from django.utils import translation

from fotfeste.grunnmur.ord import HARDT_MELLOMROM, MANEDER, UKEDAGER
from fotfeste.regelverk.program import timer_i_ord

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_UKEDAGER = {
    "nn": ("måndag", "tysdag", "onsdag", "torsdag", "fredag", "laurdag", "sundag"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
_TALLORD = {
    "nb": ("ingen", "én", "to", "tre", "fire", "fem", "seks", "sju", "åtte", "ni", "ti", "elleve", "tolv"),
    "nn": ("ingen", "éin", "to", "tre", "fire", "fem", "seks", "sju", "åtte", "ni", "ti", "elleve", "tolv"),
    "en": ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
}


def _pa_engelsk() -> bool:
    return translation.get_language() == "en"


def manedsnavn(dag: date) -> str:
    """«mai», «May»."""
    return (_MONTHS if _pa_engelsk() else MANEDER)[dag.month - 1]


def ukedagsnavn(dag: date) -> str:
    """«tirsdag», «tysdag», «Tuesday»."""
    return _UKEDAGER.get(translation.get_language() or "", UKEDAGER)[dag.weekday()]


def dag_ord(dag: date) -> str:
    """«3. juni», «3 June»: without the year."""
    return f"{dag.day}{'' if _pa_engelsk() else '.'} {manedsnavn(dag)}"


def dager_ord(dager: Iterable[date]) -> str:
    """«4., 5. og 6. mai, 2. juni», «4, 5 and 6 May, 2 June»: days of the same month together, without the year."""
    og, prikk = ("and", "") if _pa_engelsk() else ("og", ".")
    ut = []
    for _maned, rekke in groupby(sorted(dager), key=lambda dag: (dag.year, dag.month)):
        egne = list(rekke)
        foran = ", ".join(f"{dag.day}{prikk}" for dag in egne[:-1])
        ut.append(f"{foran} {og} {dag_ord(egne[-1])}" if foran else dag_ord(egne[-1]))
    return ", ".join(ut)


def dato_ord(dag: date) -> str:
    """«3. juni 2026», «3 June 2026»."""
    return f"{dag_ord(dag)} {dag.year}"


def dato_ukedag(dag: date) -> str:
    """«onsdag 3. juni 2026», «Wednesday 3 June 2026»."""
    return f"{ukedagsnavn(dag)} {dato_ord(dag)}"


def maned_ord(dag: date) -> str:
    """«mai 2026», «May 2026»."""
    return f"{manedsnavn(dag)} {dag.year}"


def timer_ord(timer: Decimal | int) -> str:
    """«37,5 t», «37.5 h»: no needless zeros, and a space that does not break."""
    tall = f"{Decimal(timer).normalize():f}"
    return f"{tall}{HARDT_MELLOMROM}h" if _pa_engelsk() else f"{tall.replace('.', ',')}{HARDT_MELLOMROM}t"


def timetall_ord(timer: Fraction) -> str:
    """«37,5», «37.5»: hours without the unit."""
    tall = timer_i_ord(timer)
    return tall.replace(",", ".") if _pa_engelsk() else tall


def tallord(antall: int) -> str:
    """A number up to twelve in words, a larger one in figures."""
    tallene = _TALLORD.get(translation.get_language() or "", _TALLORD["nb"])
    return tallene[antall] if 0 <= antall < len(tallene) else str(antall)
