"""What every page's frame needs."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils import translation
from django.utils.functional import SimpleLazyObject

from fotfeste.flater.felles.mellomvare import TIDSMASKIN_NOKKEL
from fotfeste.flater.felles.meny import meny_for
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.organisasjon.models import Kontor
from fotfeste.grunnmur.tilgang import Aktor


def ramme(request: HttpRequest) -> dict[str, Any]:
    """Today's date, the actor, the menu, and whether this is the demo."""
    aktor = getattr(request, "aktor", None)
    return {
        "aktor": aktor,
        "i_dag": klokke.i_dag(),
        "delsprak": translation.get_language() in dict(settings.DELSPRAK),
        "er_demo": settings.FOTFESTE_DEMO,
        "tidsmaskin_er_stilt": bool(getattr(request, "session", {}).get(TIDSMASKIN_NOKKEL)),
        "meny": SimpleLazyObject(lambda: meny_for(aktor, request)),
        "aktor_rolle": SimpleLazyObject(lambda: _rolle_i_ord(aktor)),
    }


def _rolle_i_ord(aktor: Aktor | None) -> str:
    """«veileder og beslutter, NAV Fjordvik sør»: the roles held today and where."""
    if aktor is None:
        return ""
    roller = sorted({str(t.rolle.label).lower() for t in aktor.tildelinger})
    kontorer = Kontor.objects.filter(pk__in={t.kontor_id for t in aktor.tildelinger if t.kontor_id})
    return ", ".join([" og ".join(roller), *(kontor.navn for kontor in kontorer)])
