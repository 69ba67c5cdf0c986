"""`fotfeste innlesing FIL`: cases from another system, one a line."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any, BinaryIO

from django.core.management.base import BaseCommand, CommandError

from fotfeste.fag.mappe.lesing import les_fil
from fotfeste.grunnmur.tilgang import SYSTEM
from fotfeste.kobling.saksmappe.services import Innlesing, mapper_les_inn


class Command(BaseCommand):
    """Read the file in, say which lines were refused and why, and what came of the rest.

    Exit status 0; 1 when a line was refused (the others are in); 2 for wrong usage.
    """

    help = "Leser inn saksmapper fra et annet system. Filen kan leses på nytt: ingenting blir dobbelt."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("fil", type=Path, metavar="FIL", help="en saksmappe på hver linje")

    def handle(self, *args: Any, **valg: Any) -> None:
        fil: Path = valg["fil"]
        try:
            with fil.open("rb") as innhold:
                svar = self._les(innhold, fil.name)
        except OSError as feil:
            raise CommandError(f"Vi får ikke lest {fil}: {feil.strerror}.", returncode=2) from feil
        self._skriv(svar)
        if svar.avvist:
            sys.exit(1)

    def _les(self, innhold: BinaryIO, kilde: str) -> Innlesing:
        """Read, and say what is wrong with a line as soon as it is known."""
        svar, fortalt = Innlesing(), 0
        for svar in mapper_les_inn(SYSTEM, les_fil(innhold), kilde=kilde):
            for linje in svar.avvist[fortalt:]:
                for setning in linje.i_ord():
                    self.stderr.write(setning)
            fortalt = len(svar.avvist)
        return svar

    def _skriv(self, svar: Innlesing) -> None:
        self.stdout.write(
            f"{svar.nye} nye saker, {svar.endret} endret, {svar.uendret} som før, {len(svar.avvist)} linjer avvist."
        )
        if svar.egne:
            self.stdout.write(f"{svar.egne} saker er laget her i Fotfeste, og er ikke lest inn oppå seg selv.")
        for hva, navn in (
            ("Nye kommuner", svar.nye_kommuner),
            ("Nye kontorer", svar.nye_kontorer),
            ("Ansatte vi ikke kjenner", svar.nye_ansatte),
        ):
            if navn:
                self.stdout.write(f"{hva}: {', '.join(sorted(set(navn)))}.")
