"""`fotfeste bankfiler`: read what the bank has sent. The night does it too; run it as often as the bank sends."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from fotfeste.kobling.betaling.innboks import innboks_les


class Command(BaseCommand):
    """Read the files of a folder. Exit status 1 when a file could not be read; the others are."""

    help = "Leser filene banken har lagt i mappen, og flytter dem til lest eller feil."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("mappe", nargs="?", default=settings.BANK_INN, help="mappen; ellers FOTFESTE_BANK_INN")

    def handle(self, *args: Any, **valg: Any) -> None:
        if not valg["mappe"]:
            raise CommandError("Si hvilken mappe filene ligger i, eller sett FOTFESTE_BANK_INN.")
        mappe = Path(valg["mappe"])
        if not mappe.is_dir():
            raise CommandError(f"Mappen {mappe} finnes ikke.")
        svar = innboks_les(mappe)
        self.stdout.write(str(svar))
        if svar.feil:
            raise CommandError(
                f"{svar.feil} filer kunne ikke leses. De ligger i {mappe / 'feil'}, med grunnen ved siden av."
            )
