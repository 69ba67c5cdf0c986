"""`migrate` as Django has it, without making the models' classes again where no field changes."""

from __future__ import annotations

from typing import Any

from django.core.management.commands import migrate

from fotfeste.grunnmur.migrering import uten_omlasting


class Command(migrate.Command):
    """The same command, in a tenth of the time from nothing."""

    def handle(self, *args: Any, **valg: Any) -> None:
        """Run the migrations."""
        with uten_omlasting():
            super().handle(*args, **valg)
