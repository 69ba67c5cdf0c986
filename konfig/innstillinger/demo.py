"""The demo on a developer's machine: synthetic persons only, local addresses only."""

import secrets

from konfig.database import datamappe
from konfig.innstillinger.felles import *  # noqa: F403

DEBUG = False
FOTFESTE_DEMO = True
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]"]


def _hemmelighet() -> str:
    """One secret per data folder, so that logins survive a restart of the demo."""
    fil = datamappe() / "hemmelighet"
    if not fil.exists():
        fil.parent.mkdir(parents=True, exist_ok=True)
        fil.write_text(secrets.token_urlsafe(50))
        fil.chmod(0o600)
    return fil.read_text()


SECRET_KEY = _hemmelighet()
INSTALLED_APPS = [*INSTALLED_APPS, "fotfeste.demo"]  # noqa: F405
WHITENOISE_USE_FINDERS = True
# Nothing is collected in the demo; the folder is there so that whitenoise has no reason to warn.
STATIC_ROOT.mkdir(exist_ok=True)  # noqa: F405
WHITENOISE_AUTOREFRESH = False
