"""Typed references to the law: a provision is written the same way in code, on the screen and in a letter.

`str()` of a reference is for reading («sotjl § 35 andre ledd»); `kode` is stable, for files («sotjl-35-2»).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

_LEDD = (
    "",
    "første",
    "andre",
    "tredje",
    "fjerde",
    "femte",
    "sjette",
    "sjuende",
    "åttende",
    "niende",
    "tiende",
)


class Rettsgrunnlag(Enum):
    """The acts and regulations the rules come from: code, short name in text, full name, identifier."""

    SOTJL = (
        "sotjl",
        "sotjl",
        "Lov om sosiale tjenester i arbeids- og velferdsforvaltningen",
        "LOV-2009-12-18-131",
    )
    FK = (
        "fk",
        "forskriften",
        "Forskrift om kvalifiseringsprogram og kvalifiseringsstønad",
        "FOR-2011-12-21-1471",
    )
    AAPF = ("aapf", "AAP-forskriften", "Forskrift om arbeidsavklaringspenger", "FOR-2017-12-13-2100")
    FTL = ("ftl", "ftl", "Lov om folketrygd", "LOV-1997-02-28-19")
    FVL = ("fvl", "fvl", "Lov om behandlingsmåten i forvaltningssaker", "LOV-1967-02-10")
    TOLKEL = (
        "tolkel",
        "tolkeloven",
        "Lov om offentlige organers ansvar for bruk av tolk mv.",
        "LOV-2021-06-11-79",
    )
    IPF = (
        "ipf",
        "IP-forskriften",
        "Forskrift om individuell plan ved ytelse av velferdstjenester",
        "FOR-2022-06-22-1110",
    )
    NAVL = ("navl", "NAV-loven", "Lov om arbeids- og velferdsforvaltningen", "LOV-2006-06-16-20")

    def __init__(self, kode: str, kortnavn: str, navn: str, identifikator: str) -> None:
        self.kode = kode
        self.kortnavn = kortnavn
        self.navn = navn
        self.identifikator = identifikator


@dataclass(frozen=True, slots=True)
class Rettskilde:
    """One provision. `paragraf` is as printed («35», «11 a», «1-4»); `ledd` and `punktum` count from 1."""

    grunnlag: Rettsgrunnlag
    paragraf: str
    ledd: int | None = None
    punktum: int | None = None
    bokstav: str | None = None

    @property
    def kode(self) -> str:
        """Stable code for files and contracts: «sotjl-36», «fk-6-2», «fvl-11a»."""
        deler = [self.grunnlag.kode, self.paragraf.replace(" ", "")]
        deler += [str(nummer) for nummer in (self.ledd, self.punktum) if nummer is not None]
        if self.bokstav:
            deler.append(self.bokstav)
        return "-".join(deler)

    def __str__(self) -> str:
        tekst = f"{self.grunnlag.kortnavn} § {self.paragraf}"
        if self.ledd is not None:
            tekst += f" {_LEDD[self.ledd]} ledd"
        if self.punktum is not None:
            tekst += f" {_LEDD[self.punktum]} punktum"
        if self.bokstav:
            tekst += f" bokstav {self.bokstav}"
        return tekst


def sotjl(paragraf: int | str, ledd: int | None = None, punktum: int | None = None) -> Rettskilde:
    """A provision of the social services act (sosialtjenesteloven)."""
    return Rettskilde(Rettsgrunnlag.SOTJL, str(paragraf), ledd, punktum)


def fk(paragraf: int | str, ledd: int | None = None, punktum: int | None = None) -> Rettskilde:
    """A provision of the regulation on kvalifiseringsprogram and kvalifiseringsstønad."""
    return Rettskilde(Rettsgrunnlag.FK, str(paragraf), ledd, punktum)


def fvl(paragraf: int | str, ledd: int | None = None, punktum: int | None = None) -> Rettskilde:
    """A provision of the public administration act of 1967 (forvaltningsloven)."""
    return Rettskilde(Rettsgrunnlag.FVL, str(paragraf), ledd, punktum)


def tolkel(paragraf: int | str, ledd: int | None = None) -> Rettskilde:
    """A provision of the interpreting act (tolkeloven)."""
    return Rettskilde(Rettsgrunnlag.TOLKEL, str(paragraf), ledd)
