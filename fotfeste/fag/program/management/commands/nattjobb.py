"""`fotfeste nattjobb`: what follows from a new day alone. Run once a night, after midnight; again does no harm."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from fotfeste.fag.program.services import saker_ta_i_program
from fotfeste.fag.vedtak.virkning import saker_folg_dagen
from fotfeste.grunnmur.jobber.natt import natten


def i_program() -> str:
    """Take in the cases whose first day it is."""
    return f"{saker_ta_i_program()} saker er tatt inn i programmet."


def folg_dagen() -> str:
    """Begin and end pauses, and end cases, whose day has come."""
    return f"{saker_folg_dagen()} saker har begynt eller sluttet en pause, eller er avsluttet."


class Command(BaseCommand):
    """Move the cases whose day has come (into programme, a pause, their end), then do what the rooms have added."""

    help = "Flytter saker når dagen er kommet, gir videre, teller og sletter. Feiler noe, gjøres resten likevel."

    def handle(self, *args: Any, **valg: Any) -> None:
        feilet = 0
        for setning, gikk in natten(i_program, folg_dagen):
            self.stdout.write(setning)
            feilet += not gikk
        if feilet:
            raise CommandError(f"{feilet} av nattens jobber feilet. Resten er gjort.")
