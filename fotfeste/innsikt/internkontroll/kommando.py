"""`fotfeste revisjon --fil FIL`: the audit straight from a file of case files, without a database.

Without `--fil` the same is asked of the database (management/commands/revisjon.py); both print through `skriv`.
"""

from __future__ import annotations

import io
import json
import sys
from argparse import ArgumentParser, ArgumentTypeError
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import BinaryIO, Protocol

from fotfeste.fag.mappe.form import Mappe
from fotfeste.fag.mappe.lesing import les_fil
from fotfeste.innsikt.internkontroll.revisjon import Revisjon, revider
from fotfeste.innsikt.internkontroll.typer import STANDARD, Intervaller
from fotfeste.regelverk.kontrakt.felles import les_dato
from fotfeste.regelverk.ord import dato_i_ord


class Skriver(Protocol):
    """Where text is written: a stream, or a management command's own."""

    def write(self, tekst: str, /) -> object: ...


def main(argumenter: Sequence[str]) -> int:
    """Audit the file. Exit status 0, 1 when a line could not be read, 2 for wrong usage."""
    leser = ArgumentParser(
        prog="fotfeste revisjon", description="Hvilke saker bryter kriteriene for internkontroll?", allow_abbrev=False
    )
    legg_til_valg(leser)
    valg = leser.parse_args(argumenter)
    for strom in (sys.stdout, sys.stderr):
        if isinstance(strom, io.TextIOWrapper):
            strom.reconfigure(encoding="utf-8")
    return revider_fil(valg.fil, valg.dato, som_json=valg.json, ut=sys.stdout, feil=sys.stderr)


def legg_til_valg(leser: ArgumentParser) -> None:
    """The options of the command, with and without a database."""
    leser.add_argument("--dato", type=les_dag, required=True, metavar="ÅÅÅÅ-MM-DD", help="dagen det spørres for")
    leser.add_argument("--json", action="store_true", help="svar med JSON i stedet for en tabell")
    leser.add_argument("--fil", type=Path, help="en fil med en saksmappe på hver linje, ellers databasen")


def les_dag(tekst: str) -> date:
    """A date on the command line."""
    dag = les_dato(tekst)
    if dag is None:
        raise ArgumentTypeError(f"«{tekst}» er ikke en dato. Skriv den som ÅÅÅÅ-MM-DD.")
    return dag


def revider_fil(fil: Path, dag: date, *, som_json: bool, ut: Skriver, feil: Skriver) -> int:
    """Audit the file and print the answer on `ut`, and the lines that could not be read on `feil`."""
    avviste: list[int] = []
    try:
        with fil.open("rb") as innhold:
            revisjon = revider(_mapper(innhold, feil, avviste), dag)
    except OSError as unntak:
        feil.write(f"Vi får ikke lest {fil}: {unntak.strerror}.\n")
        return 2
    skriv(revisjon, som_json=som_json, ut=ut)
    return 1 if avviste else 0


def _mapper(innhold: BinaryIO, feil: Skriver, avviste: list[int]) -> Iterator[tuple[Mappe, Intervaller]]:
    for linje in les_fil(innhold):
        if linje.mappe is not None:
            yield linje.mappe, STANDARD
        else:
            avviste.append(linje.nummer)
            for setning in linje.i_ord():
                feil.write(f"{setning}\n")


def skriv(revisjon: Revisjon, *, som_json: bool, ut: Skriver) -> None:
    """Print the answer: JSON on one line, or a table in words."""
    if som_json:
        ut.write(json.dumps(revisjon.som_json(), ensure_ascii=False) + "\n")
        return
    antall = len(revisjon.svar)
    ut.write(f"Internkontroll {dato_i_ord(revisjon.dato)}: {revisjon.antall} saker.\n")
    ut.write(f"{revisjon.brutte} av {antall} kriterier er brutt i noen sak.\n\n")
    ut.write("Kode  Sjekket  Brudd  Kriterium\n")
    for ett in revisjon.svar:
        kriterium = ett.kriterium
        ut.write(f"{kriterium.kode:<4}  {ett.kontrollert:>7}  {len(ett.brudd):>5}  {kriterium.tekst}\n")
        if ett.brudd:
            grunnlag = ". ".join(del_ for del_ in (kriterium.hjemmel, kriterium.kilde) if del_)
            ut.write(f"{'':>21}{kriterium.brudd}{f' ({grunnlag})' if grunnlag else ''}\n")
            ut.write(f"{'':>21}{', '.join(ett.brudd)}\n")
