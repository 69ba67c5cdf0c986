"""`fotfeste nattjobb`: what follows from a new day alone. Run once a night, after midnight; again does no harm."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from fotfeste.fag.program.services import saker_ta_i_program


class Command(BaseCommand):
    """Take cases whose first day has come into programme."""

    help = "Tar saker inn i programmet når første dag er kommet. Kjøres én gang hver natt."

    def handle(self, *args: Any, **valg: Any) -> None:
        self.stdout.write(f"{saker_ta_i_program()} saker er tatt inn i programmet.")
