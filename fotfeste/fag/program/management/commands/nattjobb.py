"""`fotfeste nattjobb`: what follows from a new day alone. Run once a night, after midnight; again does no harm."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from fotfeste.fag.program.services import saker_ta_i_program
from fotfeste.fag.vedtak.virkning import saker_folg_dagen
from fotfeste.grunnmur.jobber.natt import NATTLIG


class Command(BaseCommand):
    """Move the cases whose day has come (into programme, a pause, their end), then do what the rooms have added."""

    help = "Flytter saker når dagen er kommet: første dag, pausens første og siste, og dagen etter den siste."

    def handle(self, *args: Any, **valg: Any) -> None:
        self.stdout.write(f"{saker_ta_i_program()} saker er tatt inn i programmet.")
        self.stdout.write(f"{saker_folg_dagen()} saker har begynt eller sluttet en pause, eller er avsluttet.")
        for jobb in NATTLIG:
            self.stdout.write(jobb())
