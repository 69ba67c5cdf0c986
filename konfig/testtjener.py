"""pytest plugin: one PostgreSQL for the whole run, DATABASE_URL or an embedded server in a folder of its own.

Each checkout has its folder, so that two of them can be tested at once and neither finds what the other left.
A plugin and not a conftest, because pytest-django imports the settings before any conftest is read.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from pathlib import Path

from konfig.database import start_innebygd

UTSJEKK = hashlib.sha256(os.fsencode(Path(__file__).resolve())).hexdigest()[:8]

start_innebygd(Path(tempfile.gettempdir()) / f"fotfeste-test-{os.getuid()}-{UTSJEKK}" / "postgres")
