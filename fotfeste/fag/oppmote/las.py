"""One command at a time on a sheet."""

from __future__ import annotations

from fotfeste.fag.oppmote.models import Timeliste
from fotfeste.fag.oppmote.overganger import TIMELISTE
from fotfeste.fag.sak.services import sak_las


def timeliste_las(timeliste: Timeliste, *, kommando: str, versjon: int | None = None) -> Timeliste:
    """The sheet, locked behind its case and read again, in a state for the command."""
    sak = sak_las(timeliste.sak)
    last = Timeliste.alle.select_for_update(of=("self",)).get(pk=timeliste.pk)
    last.sak = sak
    TIMELISTE.krev(kommando, last)
    last.krev_versjon(versjon)
    return last
