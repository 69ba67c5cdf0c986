"""Dates, money and free text as they are written in a letter to a reader of Norwegian."""

import unicodedata
from collections.abc import Sequence
from datetime import date

from fotfeste.regelverk.ord import MANEDSNAVN, dato_i_ord
from fotfeste.regelverk.penger import HARDT_MELLOMROM as FAST_MELLOMROM
from fotfeste.regelverk.penger import ore_tekst
from fotfeste.regelverk.rettskilde import Rettsgrunnlag, Rettskilde

TALLORD = (
    "null", "én", "to", "tre", "fire", "fem", "seks", "sju", "åtte", "ni", "ti", "elleve", "tolv",
)  # fmt: skip
_LOVNAVN = {
    Rettsgrunnlag.SOTJL: "Sosialtjenesteloven",
    Rettsgrunnlag.FK: "Forskrift om kvalifiseringsprogram",
    Rettsgrunnlag.AAPF: "Forskrift om arbeidsavklaringspenger",
    Rettsgrunnlag.FTL: "Folketrygdloven",
    Rettsgrunnlag.FVL: "Forvaltningsloven",
    Rettsgrunnlag.TOLKEL: "Tolkeloven",
    Rettsgrunnlag.NAVL: "NAV-loven",
    Rettsgrunnlag.IPF: "Forskrift om individuell plan",
}
_USYNLIGE = frozenset({"Cc", "Cs", "Co", "Cn"})
# Explicit bidirectional embeddings and overrides can make a line read as something it is not.
_RETNINGSSTYRING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def dato_tekst(dato: date) -> str:
    """Return the date as «2. februar 2026», never broken between day and month."""
    return dato_i_ord(dato).replace(" ", FAST_MELLOMROM, 1)


def maned_tekst(dato: date) -> str:
    """Return the month of the date as «februar 2026»."""
    return f"{MANEDSNAVN[dato.month - 1]} {dato.year}"


def kroner(ore: int) -> str:
    """Return an amount in øre as «17 166 kr», with øre only when there are any."""
    return ore_tekst(ore, 100)


def lovhenvisning(kilde: Rettskilde) -> str:
    """Return a provision as a reader meets it: «Sosialtjenesteloven § 29 første ledd.», with no abbreviation."""
    henvisning = str(kilde).removeprefix(kilde.grunnlag.kortnavn)
    return f"{_LOVNAVN[kilde.grunnlag]}{henvisning}."


def tallord(tall: int) -> str:
    """Return small numbers as words («tre»), larger ones as digits."""
    return TALLORD[tall] if 0 <= tall < len(TALLORD) else str(tall)


def antall(tall: int, entall: str, flertall: str) -> str:
    """Return «ett barn» (`entall`, written out) or «fire barn» (the number and `flertall`)."""
    if tall == 1:
        return entall
    return f"{tallord(tall)} {flertall}"


def oppramsing(ledd: Sequence[str]) -> str:
    """Return «a, b og c»."""
    if len(ledd) <= 1:
        return "".join(ledd)
    return f"{', '.join(ledd[:-1])} og {ledd[-1]}"


def rens(tekst: str) -> str:
    """Return the text on one line.

    Composed letters, single spaces, no control or direction-override signs.
    """
    synlig = "".join(
        " " if tegn.isspace() and tegn != FAST_MELLOMROM else tegn
        for tegn in unicodedata.normalize("NFC", tekst)
        if tegn not in _RETNINGSSTYRING and (tegn.isspace() or unicodedata.category(tegn) not in _USYNLIGE)
    )
    return " ".join(ord_ for ord_ in synlig.split(" ") if ord_)


def avsnitt_i(tekst: str) -> tuple[str, ...]:
    """Split free text, as a caseworker types it, into cleaned paragraphs at empty lines.

    Empty ones fall away.
    """
    linjer = tekst.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    avsnitt: list[list[str]] = [[]]
    for linje in linjer:
        if linje.strip():
            avsnitt[-1].append(linje)
        else:
            avsnitt.append([])
    rensede = (rens(" ".join(deler)) for deler in avsnitt)
    return tuple(tekst for tekst in rensede if tekst)
