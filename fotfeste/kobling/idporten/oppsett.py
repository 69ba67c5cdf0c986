"""Where the provider is and who we are to it, from the environment."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Oppsett:
    """One provider. `nokkel` is our private key as JWK or PEM; `nokkel_id` the name the provider knows it by."""

    utsteder: str
    klient_id: str
    nokkel: str
    nokkel_id: str
    omfang: str = "openid profile"


def oppsett() -> Oppsett | None:
    """The provider set up by FOTFESTE_OIDC_UTSTEDER, _KLIENT, _NOKKELFIL and _NOKKEL_ID; None when one is missing."""
    verdier = [os.environ.get(f"FOTFESTE_OIDC_{navn}", "") for navn in ("UTSTEDER", "KLIENT", "NOKKELFIL", "NOKKEL_ID")]
    if not all(verdier):
        return None
    utsteder, klient, nokkelfil, nokkel_id = verdier
    return Oppsett(utsteder.rstrip("/"), klient, Path(nokkelfil).read_text(), nokkel_id)
