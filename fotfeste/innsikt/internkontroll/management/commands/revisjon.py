"""`fotfeste revisjon`: which cases break the criteria, from the database or straight from a file."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from fotfeste.fag.sak.models import Sak
from fotfeste.innsikt.internkontroll.kommando import legg_til_valg, revider_fil, skriv
from fotfeste.innsikt.internkontroll.selectors import revider_saker


class Command(BaseCommand):
    """Answer for every criterion. Exit status 0; 1 when a line of the file could not be read; 2 for wrong usage."""

    help = "Sier for hvert kriterium hvor mange saker det er kontrollert på, og hvilke som bryter det."

    def add_arguments(self, parser: ArgumentParser) -> None:
        legg_til_valg(parser)

    def handle(self, *args: Any, **valg: Any) -> None:
        if valg["fil"] is not None:
            sys.exit(revider_fil(valg["fil"], valg["dato"], som_json=valg["json"], ut=self.stdout, feil=self.stderr))
        skriv(revider_saker(Sak.objects.all(), valg["dato"]), som_json=valg["json"], ut=self.stdout)
