"""(c) A month's payment run in the database: prepared, controlled, released by another and made into files.

The database is an embedded server of the bench's own, in a folder that is gone afterwards. Participants are loaded
directly (they have decisions, approved sheets with a row a day, children, absences, other benefits); what is timed
are the services the pages call. Each size is loaded in one process and run in another, so that what is measured is the
memory of the run and not of the loading.
"""

from __future__ import annotations

import multiprocessing
import os
import random
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from uuid import UUID

from bench.maling import Rad, minne_mib, tid

MAL = 60.0
MAL_ANTALL = 12_000
MINNE_MIB = 500
SIDE = 100  # payments on a page
LINEAR = 1.5  # how much dearer a participant may be in the largest run than in the smallest


def mal(storrelser: tuple[int, ...]) -> list[Rad]:
    with egen_database():
        maalt = [(antall, *_mal_en(antall)) for antall in storrelser]
    (minst, _, forste, _), (flest, _, siste, _) = maalt[0], maalt[-1]
    vekst = (siste / flest) / (forste / minst)
    hva = f"— prosessortid per deltaker, {flest:,} mot {minst:,}"
    rader = [rad for en in maalt for rad in _rader(*en)]
    return [*rader, Rad("c", hva, f"{vekst:.2f}", f"≤ {LINEAR}", vekst <= LINEAR)]


def _mal_en(antall: int) -> tuple[dict[str, float], float, int]:
    """Seconds of each step, seconds of processor and MiB of the process, for a run over `antall`."""
    hvem = i_egen_prosess(last_inn, antall)
    maalt: tuple[dict[str, float], float, int] = i_egen_prosess(_kjor_fra_nokler, *hvem, antall)
    return maalt


def i_egen_prosess(arbeid: Callable[..., Any], *argumenter: Any) -> Any:
    """What `arbeid` answers, called in a process that is forked from this one and gone afterwards."""
    from django.db import connection

    connection.close()
    with multiprocessing.get_context("fork").Pool(1) as en:
        return en.apply(arbeid, argumenter)


def last_inn(antall: int) -> tuple[UUID, UUID, UUID]:
    """A run over `antall` new participants. Loading has a connection of its own, so that only the run's is measured.

    Where `pgtrigger.ignore` is not set, every trigger asks for it in vain, and PostgreSQL then looks through all the
    foreign keys the transaction has not checked yet: a quarter of a million rows would take ten minutes.
    """
    from django.db import connection

    from bench.deltakere import lag_kjoring

    connection.close()
    os.environ["PGOPTIONS"] = "-c pgtrigger.ignore={}"
    try:
        tall = random.Random(antall)  # noqa: S311 - invented persons, not secrets
        kjoring, okonomi, okonomi2 = lag_kjoring(antall, tall)
        return kjoring.pk, okonomi.krev_bruker().pk, okonomi2.krev_bruker().pk
    finally:
        del os.environ["PGOPTIONS"]
        connection.close()


def _kjor_fra_nokler(
    kjoring_id: UUID, okonomi_id: UUID, okonomi2_id: UUID, antall: int
) -> tuple[dict[str, float], float, int]:
    kjoring, *aktorer = kjoring_og_aktorer(kjoring_id, okonomi_id, okonomi2_id)
    start = _prosessortid()
    steg = _kjor(kjoring, *aktorer, antall=antall)
    return steg, _prosessortid() - start, minne_mib()


def kjoring_og_aktorer(kjoring_id: UUID, okonomi_id: UUID, okonomi2_id: UUID) -> tuple[Any, Any, Any]:
    """The run, who prepares it and who releases it, in this process."""
    from fotfeste.fag.utbetaling.models import Kjoring
    from fotfeste.grunnmur.organisasjon.models import Bruker
    from fotfeste.grunnmur.tilgang import aktor_for

    okonomi, okonomi2 = (aktor_for(Bruker.objects.get(pk=nokkel)) for nokkel in (okonomi_id, okonomi2_id))
    return Kjoring.objects.select_related("kommune").get(pk=kjoring_id), okonomi, okonomi2


def _prosessortid() -> float:
    """Seconds of processor this process and its backend have used: other people's work adds little to them."""
    from django.db import connection

    connection.ensure_connection()
    felter = Path(f"/proc/{connection.connection.info.backend_pid}/stat").read_text().rsplit(")", 1)[1].split()
    return time.process_time() + (int(felter[11]) + int(felter[12])) / os.sysconf("SC_CLK_TCK")


def _kjor(kjoring, okonomi, okonomi2, *, antall: int) -> dict[str, float]:  # type: ignore[no-untyped-def]
    """Seconds of each step. Raises AssertionError unless everyone was paid and the files were made."""
    from fotfeste.fag.utbetaling import selectors, services
    from fotfeste.kobling.betaling.services import filer_lag

    tider = {
        "beregnet": tid(lambda: services.kjoring_forbered(okonomi, kjoring)),
        "kontrollert": tid(lambda: list(selectors.kjoringslinjer(okonomi2, kjoring)[:SIDE])),
        "frigitt": tid(lambda: services.kjoring_frigi(okonomi2, kjoring)),
        "filer": tid(lambda: filer_lag(okonomi2, kjoring)),
    }
    sendt = kjoring.utbetalinger.filter(status="sendt").count()
    if (sendt, kjoring.filer.count()) != (antall, 2):
        raise AssertionError(f"{sendt} of {antall} were paid, {kjoring.filer.count()} files")
    return tider


def _rader(antall: int, steg: dict[str, float], prosessor: float, minne: int) -> list[Rad]:
    sum_ = sum(steg.values())
    deler = ", ".join(f"{navn} {sekunder:.1f}" for navn, sekunder in steg.items())
    krav = antall == MAL_ANTALL
    return [
        Rad(
            "c",
            f"månedskjøring, {antall:,} deltakere",
            f"{sum_:.1f} s ({deler})",
            f"< {MAL:.0f} s" if krav else "",
            sum_ < MAL if krav else None,
        ),
        Rad(
            "c", "— prosessortid, databasens medregnet", f"{prosessor:.1f} s: {1000 * prosessor / antall:.2f} per 1,000"
        ),
        Rad("c", "— minne (uten databasen)", f"{minne} MiB", f"< {MINNE_MIB} MiB", minne < MINNE_MIB),
    ]


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
