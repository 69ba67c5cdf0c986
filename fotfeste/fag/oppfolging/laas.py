"""The lock every command on a meeting, an agreement, a concern or an evaluation begins with."""

from __future__ import annotations

from typing import TypeVar

from fotfeste.fag.oppfolging.models import Avtalepunkt, Bekymring, Evaluering, Mote
from fotfeste.fag.oppfolging.overganger import AVTALEPUNKT, BEKYMRING, EVALUERING, MOTE
from fotfeste.fag.sak.services import sak_las
from fotfeste.grunnmur.tilstand import Overgangstabell

D = TypeVar("D", Mote, Avtalepunkt, Bekymring, Evaluering)


def las(objekt: D, kommando: str, versjon: int | None = None) -> D:
    """The record read anew under the case's lock, in a state where `kommando` makes sense.

    Raises SamtidigEndring when it is no longer the one the user saw, UlovligOvergang when the command is too late.
    """
    sak = sak_las(objekt.sak)
    last = type(objekt).objects.select_for_update(of=("self",)).get(pk=objekt.pk)
    last.sak = sak
    _tabell(last).krev(kommando, last)
    last.krev_versjon(versjon)
    return last


def _tabell(objekt: Mote | Avtalepunkt | Bekymring | Evaluering) -> Overgangstabell:
    if isinstance(objekt, Mote):
        return MOTE
    if isinstance(objekt, Avtalepunkt):
        return AVTALEPUNKT
    return BEKYMRING if isinstance(objekt, Bekymring) else EVALUERING
