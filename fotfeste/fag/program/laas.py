"""The lock every command on a version of the programme begins with."""

from __future__ import annotations

from fotfeste.fag.program.models import Programversjon
from fotfeste.fag.program.overganger import PROGRAM
from fotfeste.fag.sak.services import sak_las


def las_program(program: Programversjon, *, kommando: str, versjon: int | None = None) -> Programversjon:
    """The version read anew under the case's lock, in a state where `kommando` makes sense.

    Raises SamtidigEndring when it is no longer the one the user saw, UlovligOvergang when the command is too late.
    """
    sak = sak_las(program.sak)
    last = Programversjon.objects.select_for_update(of=("self",)).get(pk=program.pk)
    last.sak = sak
    PROGRAM.krev(kommando, last)
    last.krev_versjon(versjon)
    return last
