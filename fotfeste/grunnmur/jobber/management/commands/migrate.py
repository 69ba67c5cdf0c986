"""`migrate` as Django has it, without making the models' classes again where nothing in them changes."""

from __future__ import annotations

from typing import Any

from django.core.management.base import CommandError
from django.core.management.commands import migrate

from fotfeste.grunnmur.migrering import fra_en_eldre_utgave, uten_omlasting


class Command(migrate.Command):
    """The same command, in a fraction of the time from nothing."""

    def handle(self, *args: Any, **valg: Any) -> None:
        """Run the migrations. Raises CommandError for a database whose migrations were since written anew."""
        if eldre := fra_en_eldre_utgave():
            raise CommandError(
                f"Databasen er fra en eldre utgave ({eldre[0]} finnes ikke lenger). Skriv sakene ut med den utgaven "
                "(fotfeste eksport), og les dem inn i en ny database (fotfeste innlesing)."
            )
        with uten_omlasting():
            super().handle(*args, **valg)
