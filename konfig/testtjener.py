"""pytest plugin: one PostgreSQL for the whole run, DATABASE_URL or an embedded server in a folder of its own.

A plugin and not a conftest, because pytest-django imports the settings before any conftest is read.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from konfig.database import start_innebygd

start_innebygd(Path(tempfile.gettempdir()) / f"fotfeste-test-{os.getuid()}" / "postgres")
