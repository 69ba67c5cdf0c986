"""`fotfeste kostra`: the year's 11CF file of a municipality, made from the case data."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import Fagfeil
from fotfeste.grunnmur.organisasjon.models import Kommune
from fotfeste.grunnmur.tilgang import SYSTEM
from fotfeste.kobling.kostra.selectors import aar_na
from fotfeste.kobling.kostra.services import Rapport, kostra_kontroll


class Command(BaseCommand):
    """Write the file and say on standard error what the controls find.

    Exit status as SSB's program: 0 nothing found, 1 warnings only, 2 something that stops the file.
    """

    help = "Lager årets KOSTRA-fil (11CF) av saksdataene og sier hva kontrollene finner."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--aar", type=int, default=None, help="rapporteringsår, ellers det siste")
        parser.add_argument("--kommune", required=True, help="kommunenummer, i Oslo med bydel: 030105")
        parser.add_argument("--fil", type=Path, default=None, help="hvor filen skal ligge, ellers standard ut")

    def handle(self, *args: Any, **valg: Any) -> None:
        aar = valg["aar"] or aar_na(klokke.i_dag())
        try:
            rapport = kostra_kontroll(SYSTEM, _kommune(valg["kommune"]), aar)
        except Fagfeil as feil:
            raise CommandError(feil.melding, returncode=2) from feil
        self._skriv(rapport, valg["fil"])
        self.stderr.write(f"KOSTRA 11CF for {aar}, {rapport.kommune}: {rapport.setning}")
        for funn in rapport.funn:
            saker = ", ".join(sak.saksnummer for sak in funn.saker)
            self.stderr.write(f"  {funn.alvorlighet.name} {funn.kode} {saker}: {funn.melding}")
        verste = max((funn.alvorlighet for funn in rapport.funn if funn.offisiell or funn.hindrer), default=0)
        if verste:
            sys.exit(min(int(verste), 2))

    def _skriv(self, rapport: Rapport, fil: Path | None) -> None:
        if fil is None:
            self.stdout.write(rapport.innhold, ending="")
            return
        try:
            fil.write_text(rapport.innhold, encoding="utf-8", newline="\n")
        except OSError as feil:
            raise CommandError(f"Vi får ikke skrevet {fil}: {feil.strerror}.", returncode=2) from feil


def _kommune(tekst: str) -> Kommune:
    kommune = Kommune.objects.filter(nummer=tekst[:4], bydel=tekst[4:].replace("00", "")).first()
    if kommune is None:
        raise CommandError(f"Vi kjenner ikke kommunen {tekst}. Skriv fire sifre, for eksempel 4204.", returncode=2)
    return kommune
