"""One PostgreSQL for the whole run: DATABASE_URL, or an embedded server in a folder of its own."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

# Django reads DATABASE_URL when the settings are imported, so the server is started before pytest-django gets there.
if not os.environ.get("DATABASE_URL"):
    from konfig.database import start_innebygd

    start_innebygd(Path(tempfile.gettempdir()) / f"fotfeste-test-{os.getuid()}" / "postgres")
