"""A folder the bank's files come to: each is read once for each municipality it is for, and moved to `lest` or `feil`.

A file is moved after what it says is stored. Killed between the two, the next time finds it read before, and moves it:
nothing is lost and nothing is done twice. One that is still being written is left until it has rested a minute.
"""

from __future__ import annotations

import hashlib
import logging
import os
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from fotfeste.grunnmur.feil import Fagfeil
from fotfeste.grunnmur.tilgang import SYSTEM
from fotfeste.kobling.betaling.bankfil import MAKS_BYTES, Bankfilfeil
from fotfeste.kobling.betaling.bankfiler import bankfil_les, kommuner_for

logg = logging.getLogger("fotfeste.bank")
HVILER_SEKUNDER = 60.0
_UFERDIG = (".tmp", ".part", ".filepart", ".crdownload")


@dataclass(slots=True)
class Innlest:
    """How many files were read, had been read before, or could not be read."""

    lest: int = 0
    lest_for: int = 0
    feil: int = 0

    def __str__(self) -> str:
        if not self.lest + self.lest_for + self.feil:
            return "Ingen nye filer fra banken."
        return f"{self.lest} filer fra banken er lest, {self.lest_for} var lest før, {self.feil} kunne ikke leses."


def natt_les_banken() -> str:
    """Read what has come to the folder of the setting BANK_INN; nothing where it is not set."""
    if not settings.BANK_INN:
        return "Ingen mappe for filer fra banken er satt."
    return str(innboks_les(Path(settings.BANK_INN)))


def innboks_les(mappe: Path) -> Innlest:
    """Read every file that has come. One that cannot be read lies in `feil`, with the reason beside it.

    Raises RuntimeError, after the others are read, when something else than a file was wrong: they lie where they lay.
    """
    svar, stoppet = Innlest(), 0
    for fil in _nye(mappe):
        try:
            try:
                _les(mappe, fil, svar)
            except (Fagfeil, Bankfilfeil) as feil:
                svar.feil += 1
                logg.warning("bank: %s kunne ikke leses: %s", _lesbart(fil.name), feil)
                _legg_til_side(mappe, fil, str(feil))
        except Exception:  # whatever it is, the other files must be read
            stoppet += 1
            logg.exception("bank: %s stoppet", _lesbart(fil.name))
    if stoppet:
        raise RuntimeError(f"{stoppet} files from the bank lie where they lay. {svar}")
    return svar


def _nye(mappe: Path) -> Iterator[Path]:
    """The files that have rested, by name. No folders, no links, nothing half written."""
    grense = time.time() - HVILER_SEKUNDER
    for fil in sorted(mappe.iterdir()):
        vanlig = fil.is_file() and not fil.is_symlink()
        if vanlig and not fil.name.startswith(".") and fil.suffix not in _UFERDIG and fil.stat().st_mtime <= grense:
            yield fil


def _les(mappe: Path, fil: Path, svar: Innlest) -> None:
    if fil.stat().st_size > MAKS_BYTES:
        raise Bankfilfeil("Filen er større enn 25 MB. Be banken dele den opp.")
    innhold = fil.read_bytes()
    kommuner = kommuner_for(innhold)
    if not kommuner:
        raise Bankfilfeil("Filen gjelder ingen kommune her: verken kontoen eller betalingsfilen er kjent.")
    lest_for, feil = True, []
    for kommune in kommuner:
        try:
            lest_for &= bankfil_les(SYSTEM, kommune=kommune, navn=fil.name, innhold=innhold).lest_for
        except Fagfeil as grunn:  # what one of them cannot read, the others can
            feil.append(f"{kommune.navn}: {grunn}" if len(kommuner) > 1 else str(grunn))
    if feil:
        raise Fagfeil("\n".join(feil))
    svar.lest_for += lest_for
    svar.lest += not lest_for
    _flytt(fil, mappe / "lest")


def _lesbart(navn: str) -> str:
    """The name with a question mark for what is no letter in our character set, which a log cannot write."""
    return navn.encode(errors="replace").decode()


def _legg_til_side(mappe: Path, fil: Path, grunn: str) -> None:
    til = _flytt(fil, mappe / "feil")
    til.with_name(f"{til.name}.grunn.txt").write_text(f"{grunn}\n", encoding="utf-8")


def _flytt(fil: Path, til: Path) -> Path:
    """Move the file; one of the same name that lies there keeps its place."""
    til.mkdir(exist_ok=True)
    mal = til / fil.name
    if mal.exists():
        mal = til / f"{fil.stem}-{hashlib.sha256(fil.read_bytes()).hexdigest()[:12]}{fil.suffix}"
    os.replace(fil, mal)
    return mal
