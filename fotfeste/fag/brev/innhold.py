"""The content of a letter: one structured model that both the screen and the PDF are made from.

Every text is cleaned when it enters (tekst.rens); an empty text or a placeholder somebody forgot to fill in
raises `Brevfeil`, so that an unfinished letter cannot be rendered by any path.
"""

import re
from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum
from typing import Literal

from fotfeste.fag.brev.tekst import rens

Sprakkode = Literal["nb", "nn", "en", "ar", "fa", "so", "ti", "uk"]
HOYRE_TIL_VENSTRE: frozenset[Sprakkode] = frozenset({"ar", "fa"})
_PLASSHOLDER = re.compile(r"\{[^{}]*\}|<<[^<>]*>>|\[[A-ZÆØÅa-zæøå_ ]{2,40}\]|_{4,}|\bTODO\b|\bXX+\b|^None$")


class Brevfeil(ValueError):  # noqa: N818 - a word of the field
    """The letter is not finished or contradicts itself; the message says what is wrong and where."""


class Brevart(StrEnum):
    """What a letter is, legally. A vedtak must carry reasons, next steps and how to complain."""

    VEDTAK = "vedtak"
    VARSEL = "varsel"
    SVAR = "svar"
    MELDING = "melding"


class Delslag(StrEnum):
    """What a part of a letter does for its reader."""

    TEKST = "tekst"
    VEIEN_VIDERE = "veien_videre"
    BEGRUNNELSE = "begrunnelse"
    KLAGE = "klage"


class _Renset:
    """Clean and check every text field, alone or in a tuple, when the object is made."""

    __slots__ = ()

    def __post_init__(self) -> None:
        for felt in fields(self):  # type: ignore[arg-type]
            verdi = getattr(self, felt.name)
            if isinstance(verdi, str) and not isinstance(verdi, StrEnum):
                object.__setattr__(self, felt.name, _sjekket(verdi, type(self).__name__, felt.name))
            elif isinstance(verdi, tuple) and any(isinstance(ledd, str) for ledd in verdi):
                ny = tuple(_sjekket(ledd, type(self).__name__, felt.name) for ledd in verdi)
                object.__setattr__(self, felt.name, ny)


def _sjekket(tekst: str, hvor: str, felt: str) -> str:
    renset = rens(tekst)
    if not renset:
        raise Brevfeil(f"{hvor}: feltet «{felt}» mangler tekst. Fyll det ut, eller ta det bort.")
    if funn := _PLASSHOLDER.search(renset):
        raise Brevfeil(f"{hvor}: «{funn.group()}» i feltet «{felt}» er ikke fylt ut.")
    return renset


@dataclass(frozen=True, slots=True)
class Avsender(_Renset):
    """Who writes: the municipality and its office. `adresse` is one line per element."""

    kommune: str
    kontor: str
    adresse: tuple[str, ...]
    telefon: str


@dataclass(frozen=True, slots=True)
class Mottaker(_Renset):
    """Who reads. `adresse` is one line per element and may be empty (no known address)."""

    navn: str
    adresse: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Kontakt(_Renset):
    """The person to ask: name, role in plain words («veilederen din»), phone and when it is answered."""

    navn: str
    rolle: str
    telefon: str
    apningstid: str | None = None


@dataclass(frozen=True, slots=True)
class Avsnitt(_Renset):
    """A paragraph."""

    tekst: str


@dataclass(frozen=True, slots=True)
class Punktliste(_Renset):
    """A list of points; numbered when the order matters."""

    punkter: tuple[str, ...]
    nummerert: bool = False


@dataclass(frozen=True, slots=True)
class Regel(_Renset):
    """A rule told in our own words, with the provision it comes from."""

    innhold: str
    hjemmel: str


@dataclass(frozen=True, slots=True)
class Nokkeltall(_Renset):
    """A label and its value, the thing a reader looks for («Du begynner» «2. mars 2026»)."""

    navn: str
    verdi: str


@dataclass(frozen=True, slots=True)
class Nokkelliste:
    """A short list of labels and values."""

    rader: tuple[Nokkeltall, ...]


@dataclass(frozen=True, slots=True)
class Kolonne(_Renset):
    """A column of a table; numbers are set to the right with figures of equal width."""

    navn: str
    tall: bool = False


@dataclass(frozen=True, slots=True)
class Tabell(_Renset):
    """A table with caption; each row has one text per column (empty allowed), the last row may be the sum."""

    tittel: str
    kolonner: tuple[Kolonne, ...]
    rader: tuple[tuple[str, ...], ...]
    sumrad: bool = False

    def __post_init__(self) -> None:
        _Renset.__post_init__(self)
        bredde = len(self.kolonner)
        for nr, rad in enumerate(self.rader, start=1):
            if len(rad) != bredde:
                raise Brevfeil(f"Tabellen «{self.tittel}»: rad {nr} har {len(rad)} felt, men {bredde} kolonner.")
        rensede = tuple(tuple(self._celle(celle) for celle in rad) for rad in self.rader)
        object.__setattr__(self, "rader", rensede)

    @staticmethod
    def _celle(tekst: str) -> str:
        return _sjekket(tekst, "Tabell", "celle") if rens(tekst) else ""


@dataclass(frozen=True, slots=True)
class Oppgaver(_Renset):
    """What the reader does and what NAV does, kept apart (two columns in print)."""

    du: tuple[str, ...]
    nav: tuple[str, ...]


Blokk = Avsnitt | Punktliste | Regel | Nokkelliste | Tabell | Oppgaver


@dataclass(frozen=True, slots=True)
class Del(_Renset):
    """A part under a heading. `underdeler` are one level down, and no further."""

    overskrift: str
    blokker: tuple[Blokk, ...] = ()
    underdeler: tuple["Del", ...] = ()
    slag: Delslag = Delslag.TEKST


@dataclass(frozen=True, slots=True)
class Frist(_Renset):
    """The one date the reader must not miss, and what it is for («Svar oss innen»)."""

    hva: str
    dato: date


@dataclass(frozen=True, slots=True)
class Klageopplysninger(_Renset):
    """How to complain: the facts, and the parts that say it (fvl § 27 third paragraph)."""

    frist_uker: int
    sendes_til: str
    avgjores_av: str
    deler: tuple[Del, ...]


@dataclass(frozen=True, slots=True)
class Sammendrag(_Renset):
    """A courtesy summary in the reader's own language. It is marked as help, not as the decision."""

    sprak: Sprakkode
    overskrift: str
    avsnitt: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Brev(_Renset):
    """A whole letter. The title is the result in the reader's words; the short version comes first.

    Raises Brevfeil when a text is empty or unfinished, and when a vedtak lacks reasons, next steps or the
    right to complain (fvl §§ 24, 25 and 27).
    """

    art: Brevart
    avsender: Avsender
    mottaker: Mottaker
    dato: date
    saksnummer: str
    tittel: str
    kortversjon: tuple[str, ...]
    deler: tuple[Del, ...]
    kontakt: Kontakt
    underskrift: tuple[str, ...]
    frist: Frist | None = None
    klage: Klageopplysninger | None = None
    sammendrag: Sammendrag | None = None
    vedlegg: tuple[str, ...] = ()
    sprak: Sprakkode = "nb"

    def __post_init__(self) -> None:
        _Renset.__post_init__(self)
        if not self.kortversjon:
            raise Brevfeil("Brevet mangler en kortversjon. Si det viktigste først, i én til tre setninger.")
        if self.art is Brevart.VEDTAK:
            self._krev_vedtakets_deler()

    def _krev_vedtakets_deler(self) -> None:
        slag = {del_.slag for del_ in self.deler}
        mangler = [
            navn
            for navn, finnes in (
                ("begrunnelsen", Delslag.BEGRUNNELSE in slag),
                ("hva som skjer videre", self._sier_hvem_som_gjor_hva()),
                ("hvordan man klager", self.klage is not None),
            )
            if not finnes
        ]
        if mangler:
            raise Brevfeil(f"Vedtaksbrevet mangler {', '.join(mangler)}.")

    def _sier_hvem_som_gjor_hva(self) -> bool:
        """Whether the part on what happens next says what the reader does and what NAV does, neither empty."""
        return any(
            isinstance(blokk, Oppgaver) and blokk.du and blokk.nav
            for del_ in self.deler
            if del_.slag is Delslag.VEIEN_VIDERE
            for blokk in del_.blokker
        )

    @property
    def alle_deler(self) -> tuple[Del, ...]:
        """Every part in the order it is read, the right to complain included."""
        return self.deler + (self.klage.deler if self.klage else ())

    @property
    def tolketekst(self) -> str:
        """The words on interpreter and help that end every letter."""
        return (
            f"Trenger du tolk eller hjelp til å forstå brevet? Ring {self.avsender.telefon}. "
            "Tolken er gratis for deg. Barn skal ikke tolke."
        )


def retning(sprak: Sprakkode) -> Literal["ltr", "rtl"]:
    """Return the writing direction of a language."""
    return "rtl" if sprak in HOYRE_TIL_VENSTRE else "ltr"
