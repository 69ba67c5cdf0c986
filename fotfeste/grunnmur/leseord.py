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
_MANEDER = {
    "en": _MONTHS,
    "uk": (
        "січень", "лютий", "березень", "квітень", "травень", "червень",
        "липень", "серпень", "вересень", "жовтень", "листопад", "грудень",
    ),
    "ar": (
        "يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو",
        "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر",
    ),
    "so": (
        "Jannaayo", "Febraayo", "Maarso", "Abriil", "Maajo", "Juun",
        "Luuliyo", "Ogosto", "Sebteembar", "Oktoobar", "Nofeembar", "Desembar",
    ),
    # The same names are months of the Ethiopian calendar to some: the number says which one is meant.
    "ti": (
        "ጥሪ (1)", "ለካቲት (2)", "መጋቢት (3)", "ሚያዝያ (4)", "ግንቦት (5)", "ሰነ (6)",
        "ሓምለ (7)", "ነሓሰ (8)", "መስከረም (9)", "ጥቅምቲ (10)", "ሕዳር (11)", "ታሕሳስ (12)",
    ),
}  # fmt: skip
_MANEDER_I_DATO = {
    **_MANEDER,
    "uk": (
        "січня", "лютого", "березня", "квітня", "травня", "червня",
        "липня", "серпня", "вересня", "жовтня", "листопада", "грудня",
    ),
}  # fmt: skip
_TIMER = {"en": "h", "uk": "год", "ar": "ساعة", "so": "saac", "ti": "ሰዓት"}
_UKEDAGER = {
    "nn": ("måndag", "tysdag", "onsdag", "torsdag", "fredag", "laurdag", "sundag"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    "uk": ("понеділок", "вівторок", "середа", "четвер", "п'ятниця", "субота", "неділя"),
    "ar": ("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"),
    "so": ("Isniin", "Talaado", "Arbaco", "Khamiis", "Jimce", "Sabti", "Axad"),
    "ti": ("ሰኑይ", "ሰሉስ", "ረቡዕ", "ሓሙስ", "ዓርቢ", "ቀዳም", "ሰንበት"),
}
_TALLORD = {
    "nb": ("ingen", "én", "to", "tre", "fire", "fem", "seks", "sju", "åtte", "ni", "ti", "elleve", "tolv"),
    "nn": ("ingen", "éin", "to", "tre", "fire", "fem", "seks", "sju", "åtte", "ni", "ti", "elleve", "tolv"),
    "en": ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
}


def _spraket() -> str:
    return translation.get_language() or ""


def _pa_engelsk() -> bool:
    return _spraket() == "en"


def manedsnavn(dag: date) -> str:
    """«mai», «May»."""
    return _MANEDER.get(_spraket(), MANEDER)[dag.month - 1]


def ukedagsnavn(dag: date) -> str:
    """«tirsdag», «tysdag», «Tuesday»."""
    return _UKEDAGER.get(_spraket(), UKEDAGER)[dag.weekday()]


def dag_ord(dag: date) -> str:
    """«3. juni», «3 June»: without the year."""
    navn = _MANEDER_I_DATO.get(_spraket())
    return f"{dag.day} {navn[dag.month - 1]}" if navn else f"{dag.day}. {manedsnavn(dag)}"


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
    return f"{tall if _pa_engelsk() else tall.replace('.', ',')}{HARDT_MELLOMROM}{_TIMER.get(_spraket(), 't')}"


def isolert(tekst: str) -> str:
    """The text kept together where the page is read from the right: «17 492 kr» must not become «kr 17 492»."""
    return f"\N{FIRST STRONG ISOLATE}{tekst}\N{POP DIRECTIONAL ISOLATE}" if translation.get_language_bidi() else tekst


def timetall_ord(timer: Fraction) -> str:
    """«37,5», «37.5»: hours without the unit."""
    tall = timer_i_ord(timer)
    return tall.replace(",", ".") if _pa_engelsk() else tall


def tallord(antall: int) -> str:
    """A number up to twelve in words, a larger one in figures."""
    tallene = _TALLORD.get(_spraket(), _TALLORD["nb"])
    return tallene[antall] if 0 <= antall < len(tallene) else str(antall)
