"""What every page's frame needs."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from fotfeste.flater.felles.mellomvare import TIDSMASKIN_NOKKEL
from fotfeste.grunnmur import klokke


def ramme(request: HttpRequest) -> dict[str, Any]:
    """Today's date, the actor, and whether this is the demo."""
    return {
        "aktor": getattr(request, "aktor", None),
        "i_dag": klokke.i_dag(),
        "er_demo": settings.FOTFESTE_DEMO,
        "tidsmaskin_er_stilt": bool(getattr(request, "session", {}).get(TIDSMASKIN_NOKKEL)),
    }
