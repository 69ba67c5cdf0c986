"""(c) A month's payment run in the database: prepared, released by another and made into files.

The database is an embedded server of the bench's own, in a folder that is gone afterwards. Participants are loaded
directly (they have decisions, approved sheets with a row a day, children, absences, other benefits); what is timed
are the services the pages call.
"""

from __future__ import annotations

import os
import random
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from bench.maling import Rad, minne_mib, tid

MAL = 60.0
LINEAR = 1.5  # how much dearer a participant may be in the largest run than in the smallest


def mal(storrelser: tuple[int, ...]) -> list[Rad]:
    with egen_database():
        maalt = [(antall, _kjor(*last_inn(antall), antall=antall)) for antall in storrelser]
    (minst, forste), (flest, siste) = maalt[0], maalt[-1]
    rader = [_rad(antall, steg) for antall, steg in maalt]
    vekst = (sum(siste.values()) / flest) / (sum(forste.values()) / minst)
    return [
        *rader,
        Rad("c", f"— tid per deltaker, {flest:,} mot {minst:,}", f"{vekst:.2f}", f"≤ {LINEAR}", vekst <= LINEAR),
        Rad("c", "— minne (uten databasen)", f"{minne_mib()} MiB"),
    ]


def last_inn(antall: int) -> Any:
    """A run over `antall` new participants. Loading has a connection of its own, so that only the run's is measured.

    Where `pgtrigger.ignore` is not set, every trigger asks for it in vain, and PostgreSQL then looks through all the
    foreign keys the transaction has not checked yet: a quarter of a million rows would take ten minutes.
    """
    from django.db import connection

    from bench.deltakere import lag_kjoring

    connection.close()
    os.environ["PGOPTIONS"] = "-c pgtrigger.ignore={}"
    try:
        return lag_kjoring(antall, random.Random(5))  # noqa: S311 - invented persons, not secrets
    finally:
        del os.environ["PGOPTIONS"]
        connection.close()


def _kjor(kjoring, okonomi, okonomi2, *, antall: int) -> dict[str, float]:  # type: ignore[no-untyped-def]
    """Seconds of each step. Raises AssertionError unless everyone was paid and the files were made."""
    from fotfeste.fag.utbetaling import services
    from fotfeste.kobling.betaling.services import filer_lag

    tider = {
        "beregnet": tid(lambda: services.kjoring_forbered(okonomi, kjoring)),
        "frigitt": tid(lambda: services.kjoring_frigi(okonomi2, kjoring)),
        "filer": tid(lambda: filer_lag(okonomi2, kjoring)),
    }
    sendt = kjoring.utbetalinger.filter(status="sendt").count()
    if (sendt, kjoring.filer.count()) != (antall, 2):
        raise AssertionError(f"{sendt} of {antall} were paid, {kjoring.filer.count()} files")
    return tider


def _rad(antall: int, steg: dict[str, float]) -> Rad:
    sum_ = sum(steg.values())
    deler = ", ".join(f"{navn} {sekunder:.1f}" for navn, sekunder in steg.items())
    krav = antall >= 12_000
    hva = f"månedskjøring, {antall:,} deltakere"
    return Rad("c", hva, f"{sum_:.1f} s ({deler})", f"< {MAL:.0f} s" if krav else "", sum_ < MAL if krav else None)


@contextmanager
def egen_database() -> Iterator[None]:
    """A migrated database nobody else has, and Django set up on it. Once a process."""
    import django
    from django.core.management import call_command

    from konfig.database import start_innebygd

    # The server stops when the process ends, after the folder is gone: it may still write while that is cleared.
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as mappe:
        os.environ.pop("DATABASE_URL", None)
        os.environ["FOTFESTE_DATA"] = mappe
        os.environ["DJANGO_SETTINGS_MODULE"] = "konfig.innstillinger.test"
        start_innebygd(Path(mappe) / "postgres")
        django.setup()
        call_command("migrate", verbosity=0)
        yield
