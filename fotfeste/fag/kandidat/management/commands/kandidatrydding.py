"""`fotfeste kandidatrydding`: forget the candidates nobody has looked at. Run once a night; again does no harm."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from fotfeste.fag.kandidat.services import kandidater_rydd


class Command(BaseCommand):
    """Delete what says who they are when the municipality's months have gone."""

    help = "Sletter opplysningene om kandidater ingen har sett på så lenge som kommunen har bestemt."

    def handle(self, *args: Any, **valg: Any) -> None:
        self.stdout.write(f"{kandidater_rydd()} kandidater er slettet.")
