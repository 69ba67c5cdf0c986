"""pytest plugin: one PostgreSQL for the whole run, DATABASE_URL or an embedded server in a folder of its own.

Each checkout has its folder, so that two of them can be tested at once and neither finds what the other left.
A plugin and not a conftest, because pytest-django imports the settings before any conftest is read.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from pathlib import Path

import psycopg

from konfig.database import start_innebygd

UTSJEKK = hashlib.sha256(os.fsencode(Path(__file__).resolve())).hexdigest()[:8]


def _uten_venting_pa_disken() -> None:
    """A test database is made anew, and nobody needs it after a power cut."""
    with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as forbindelse:
        for valg in ("fsync", "synchronous_commit", "full_page_writes"):
            forbindelse.execute(f"ALTER SYSTEM SET {valg} = off")
        forbindelse.execute("SELECT pg_reload_conf()")


if "DATABASE_URL" not in os.environ:
    start_innebygd(Path(tempfile.gettempdir()) / f"fotfeste-test-{os.getuid()}-{UTSJEKK}" / "postgres")
    _uten_venting_pa_disken()
