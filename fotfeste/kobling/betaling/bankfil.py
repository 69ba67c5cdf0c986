"""What the bank's answers say, whichever message they came in, and how their XML is read without trusting it.

No document type, no entities and nothing fetched from elsewhere: a file with any of them is refused before a single
element is looked at. Amounts are whole øre. What cannot be read exactly is refused with a sentence, never guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from django.utils.translation import gettext as _

from fotfeste.grunnmur import klokke

MAKS_BYTES = 25 * 1024 * 1024
"""Some 40 000 payments in one file, and then half a gigabyte of memory."""
_MAKS_DYBDE = 40
_BELOP = re.compile(r"[0-9]{1,13}(?:\.([0-9]{1,5}))?")
_MAKS_ANTALL = 2**31 - 1
_MAKS_KJENNETEGN = 35
_AR = range(2000, 2100)
"""The years a bank can mean. Others are a slip of somebody's, or no date."""


class Bankfilfeil(ValueError):  # noqa: N818 - the field's word
    """The file cannot be read; the message says what is wrong with it and what to do."""


class Filtype(StrEnum):
    """Which of the bank's messages it is."""

    PAIN002 = "pain002"
    CAMT054 = "camt054"


class Filslag(StrEnum):
    """What the bank says of a payment. `INN`: money in that is no return. `ANDRE`: a payment that is not of ours.

    `UT_SNUDD`: a booking the bank has undone. `INN_SNUDD`: money that had come in, taken back.
    """

    VENTER = "venter"
    GODTATT = "godtatt"
    AVVIST = "avvist"
    BOKFORT = "bokfort"
    RETUR = "retur"
    UT_SNUDD = "ut_snudd"
    INN_SNUDD = "inn_snudd"
    INN = "inn"
    ANDRE = "andre"


@dataclass(frozen=True, slots=True)
class Filpost:
    """One thing the bank says. `belop` is in øre, None where the message gives none.

    `ende_til_ende` is empty where the bank names no payment. With `antall` it is a batch: one movement for so many
    payments of the file `gjelder`.
    """

    slag: Filslag
    ende_til_ende: str = ""
    belop: int | None = None
    valuta: str = "NOK"
    dato: date | None = None
    arsak_kode: str = ""
    arsak_tekst: str = ""
    bankreferanse: str = ""
    motpart: str = ""
    antall: int | None = None
    gjelder: str = ""


@dataclass(frozen=True, slots=True)
class Bankfil:
    """A message as it was read.

    A pain.002 answers the file `fil_id`, which the bank says had `antall` payments of together `sum` øre; `resten`
    holds for those of its payments that `poster` does not name. A camt.054 tells of movements on accounts: `per_konto`.
    """

    type: Filtype
    melding_id: str
    opprettet: date
    poster: tuple[Filpost, ...] = ()
    fil_id: str = ""
    antall: int | None = None
    sum: int | None = None
    resten: Filpost | None = None
    per_konto: tuple[tuple[str, tuple[Filpost, ...]], ...] = ()


def les_xml(innhold: bytes) -> tuple[str, Element]:
    """The namespace of the document, and its root with tags of that namespace written without it."""
    if len(innhold) > MAKS_BYTES:
        raise Bankfilfeil(_("Filen er større enn 25 MB. Be banken dele den opp."))
    if not innhold.strip():
        raise Bankfilfeil(_("Filen er tom. Hent den fra banken en gang til."))
    bygger = _Bygger()
    leser = expat.ParserCreate(namespace_separator="}")
    leser.buffer_text = True
    leser.StartElementHandler = bygger.start
    leser.EndElementHandler = bygger.slutt
    leser.CharacterDataHandler = bygger.tekst
    leser.StartDoctypeDeclHandler = _ingen_dokumenttype
    try:
        leser.Parse(innhold, True)  # noqa: FBT003 - this is the last part
    except expat.ExpatError as feil:
        if bygger.begynt:
            raise Bankfilfeil(
                _("Filen er kuttet eller skadet i linje %(linje)s. Hent den fra banken en gang til.")
                % {"linje": feil.lineno}
            ) from feil
        raise Bankfilfeil(_("Dette er ikke et svar fra banken. Velg filen som slutter på .xml.")) from feil
    except (LookupError, ValueError) as feil:  # an encoding nobody knows
        if isinstance(feil, Bankfilfeil):
            raise
        raise Bankfilfeil(_("Filen kan ikke leses. Hent den fra banken en gang til.")) from feil
    return bygger.navnerom, bygger.rot()


def _ingen_dokumenttype(*_deler: object) -> None:
    raise Bankfilfeil(_("Filen har en dokumenttype (DOCTYPE). Det har ingen svar fra banken, og den leses ikke."))


class _Bygger:
    """Builds the tree from the parser's events."""

    def __init__(self) -> None:
        self._tre = TreeBuilder()
        self._dybde = 0
        self.navnerom = ""
        self.begynt = False

    def start(self, navn: str, egenskaper: dict[str, str]) -> None:
        self._dybde += 1
        if self._dybde > _MAKS_DYBDE:
            raise Bankfilfeil(_("Filen er bygd på en måte ingen svar fra banken er. Den leses ikke."))
        if not self.begynt:
            self.begynt = True
            self.navnerom = navn.rpartition("}")[0]
        self._tre.start(self._kort(navn), egenskaper)

    def slutt(self, navn: str) -> None:
        self._dybde -= 1
        self._tre.end(self._kort(navn))

    def tekst(self, tekst: str) -> None:
        self._tre.data(tekst)

    def rot(self) -> Element:
        return self._tre.close()

    def _kort(self, navn: str) -> str:
        navnerom, _skille, kort = navn.rpartition("}")
        return kort if navnerom == self.navnerom else navn


# Small readings


def tekst(sted: Element | None, vei: str) -> str:
    """The text at `vei` below, without space around it; empty when it is not there."""
    funnet = sted.findtext(vei) if sted is not None else None
    return (funnet or "").strip()


def krevd(sted: Element, vei: str, hva: str) -> str:
    """As `tekst`, but it must be there."""
    funnet = tekst(sted, vei)
    if not funnet:
        raise Bankfilfeil(_("Filen mangler %(hva)s. Hent den fra banken en gang til.") % {"hva": hva})
    return funnet


def kjennetegn(sted: Element | None, vei: str) -> str:
    """As `tekst`, for what something is known by: one that is too long is refused, for half of it may be another's."""
    funnet = tekst(sted, vei)
    if len(funnet) > _MAKS_KJENNETEGN:
        raise Bankfilfeil(
            _("Filen har et kjennetegn på mer enn 35 tegn, «%(tekst)s …». Spør banken.") % {"tekst": funnet[:20]}
        )
    return funnet


def meldingsnummer(sted: Element) -> str:
    """What the bank knows the message by."""
    krevd(sted, "GrpHdr/MsgId", _("meldingens nummer"))
    return kjennetegn(sted, "GrpHdr/MsgId")


def belop(verdi: str) -> int:
    """«21438.00» as øre. Exact: parts of an øre are refused."""
    treff = _BELOP.fullmatch(verdi)
    desimaler = (treff[1] or "") if treff else ""
    if treff is None or desimaler[2:].strip("0"):
        raise Bankfilfeil(_("Beløpet «%(belop)s» kan ikke leses som kroner og øre.") % {"belop": verdi[:30]})
    return int(verdi.partition(".")[0]) * 100 + int(desimaler[:2].ljust(2, "0"))


def belop_i(sted: Element | None, *veier: str) -> tuple[int | None, str]:
    """Amount and currency at the first of the ways that has one; (None, NOK) when none has."""
    for vei in veier:
        funnet = sted.find(vei) if sted is not None else None
        if funnet is not None and (funnet.text or "").strip():
            return belop((funnet.text or "").strip()), _valuta(funnet.get("Ccy", "").strip().upper() or "NOK")
    return None, "NOK"


def _valuta(kode: str) -> str:
    if not re.fullmatch(r"[A-Z]{3}", kode):
        raise Bankfilfeil(_("«%(kode)s» i filen er ikke en valuta.") % {"kode": kode[:10]})
    return kode


def dag(verdi: str) -> date:
    """A date, or the day in Norway of a time."""
    try:
        tid = datetime.fromisoformat(verdi)
    except ValueError as feil:
        raise Bankfilfeil(_("«%(dato)s» i filen er ikke en dato.") % {"dato": verdi[:30]}) from feil
    if tid.year not in _AR:
        raise Bankfilfeil(_("Datoen «%(dato)s» i filen kan ikke være riktig. Spør banken.") % {"dato": verdi[:30]})
    return tid.astimezone(klokke.OSLO).date() if tid.tzinfo else tid.date()


def heltall(verdi: str) -> int | None:
    """A count; None when it is not given."""
    if not verdi:
        return None
    if not re.fullmatch(r"[0-9]{1,15}", verdi) or int(verdi) > _MAKS_ANTALL:
        raise Bankfilfeil(_("«%(tall)s» i filen er ikke et antall.") % {"tall": verdi[:30]})
    return int(verdi)


def arsak(sted: Element | None, gren: str) -> tuple[str, str]:
    """The reason's code and words in the elements `gren` below, the first code and all the words."""
    koder: list[str] = []
    ord_: list[str] = []
    for ett in sted.iterfind(gren) if sted is not None else ():
        koder += [kode for kode in (tekst(ett, "Rsn/Cd"), tekst(ett, "Rsn/Prtry")) if kode]
        ord_ += [linje for linje in _linjer(ett, "AddtlInf") if linje]
    return (koder[0][:35] if koder else ""), " ".join(ord_)[:300]


def _linjer(sted: Element, navn: str) -> Iterator[str]:
    for ett in sted.iterfind(navn):
        yield (ett.text or "").strip()
