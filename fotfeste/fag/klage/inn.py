"""What comes in with a complaint: its words, and the files someone chose."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from fotfeste.fag.klage.enums import Klagekanal, Klagerrolle
from fotfeste.fag.person.enums import Sprak

MAKS_VEDLEGG = 10


class Fil(NamedTuple):
    """A file as someone chose it: its name and its bytes."""

    navn: str
    innhold: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Klageinn:
    """A complaint as it came to the office. The decision is chosen; what it lacks besides is judged by the rules."""

    mottatt: date
    kanal: Klagekanal
    avgitt: date | None = None
    sprak: Sprak = Sprak.BOKMAL
    klager: Klagerrolle = Klagerrolle.PART
    klager_navn: str = ""
    har_fullmakt: bool = False
    har_klageinteresse: bool = True
    underskrevet: bool = True
    gjelder_del: str = ""
    onsket_endring: str = ""
    grunner: str = ""
