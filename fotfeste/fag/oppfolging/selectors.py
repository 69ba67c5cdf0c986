"""Reading what has been noted about contact."""

from __future__ import annotations

from fotfeste.fag.oppfolging.models import Kontakt
from fotfeste.fag.sak.models import Sak
from fotfeste.grunnmur.tilgang import Aktor, Handling, vurder


def siste_kontakter(aktor: Aktor, sak: Sak, antall: int = 3) -> list[Kontakt]:
    """The newest contacts with their notes, for those who may read the programme; else an empty list."""
    if not vurder(aktor, Handling.PROGRAM_LES, sak).tillatt:
        return []
    return list(Kontakt.objects.filter(sak=sak).select_related("av")[:antall])
