"""`fotfeste stedfortredere`: give what is unanswered to the substitutes of those away today. Run each morning."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from fotfeste.fag.henvendelse.services import henvendelser_gi_videre
from fotfeste.grunnmur.tilgang import SYSTEM


class Command(BaseCommand):
    """An absence that begins today was entered before; what came meanwhile must not wait for the one who is away."""

    help = "Gir ubesvarte henvendelser videre til stedfortrederne for dem som er borte i dag."

    def handle(self, *args: Any, **valg: Any) -> None:
        self.stdout.write(f"{henvendelser_gi_videre(SYSTEM)} henvendelser er gitt videre.")
