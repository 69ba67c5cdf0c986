"""Writing the logs, and the frame every command runs in."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import IkkeTilgang
from fotfeste.grunnmur.historie import aktor_og_arsak
from fotfeste.grunnmur.logg.models import Hendelse, Sporing
from fotfeste.grunnmur.logg.setninger import SETNINGER
from fotfeste.grunnmur.tilgang import Aktor, Handling, krev
from fotfeste.grunnmur.tilgang.port import HarEier


@contextmanager
def kommando(aktor: Aktor, kode: str) -> Iterator[None]:
    """One transaction with the actor and the reason (`kode`) on every row of change history it makes.

    The database refuses changes to tracked records outside such a frame (historie.spores).
    """
    with transaction.atomic(), aktor_og_arsak(bruker=str(aktor.bruker_id or ""), kommando=kode):
        yield


def skriv_hendelse(
    aktor: Aktor,
    kode: str,
    *,
    sak_id: UUID | None,
    objekt_id: UUID | None = None,
    milepel: bool = False,
    for_deltaker: bool = True,
    tid: datetime | None = None,
    **data: Any,
) -> Hendelse:
    """Add a line to the case's timeline. `data` fills the sentence of `kode`; dates are stored as ISO text.

    Raises KeyError for a code without a sentence.
    """
    SETNINGER[kode]
    return Hendelse.objects.create(
        tid=tid or klokke.na(),
        kode=kode,
        sak_id=sak_id,
        objekt_id=objekt_id,
        bruker=aktor.bruker,
        data={nokkel: _lagres(verdi) for nokkel, verdi in data.items()},
        milepel=milepel,
        for_deltaker=for_deltaker,
    )


def _lagres(verdi: Any) -> Any:
    return verdi.isoformat() if isinstance(verdi, date) else verdi if isinstance(verdi, int | bool) else str(verdi)


def spor(
    aktor: Aktor,
    handling: Handling,
    objekt: HarEier,
    *,
    person_id: UUID | None = None,
    sak_id: UUID | None = None,
) -> None:
    """Ask the gate and write the answer in the sporingslogg before anything is shown.

    Raises IkkeTilgang when refused, and logs that as well. A participant's look at their own case is not logged.
    """
    try:
        krev(aktor, handling, objekt)
    except IkkeTilgang as feil:
        _skriv_sporing(aktor, handling, person_id, sak_id, "nektet", feil.grunn)
        raise
    eier = objekt.tilgang_eier()
    if not aktor.er_system and eier.person_bruker_id != aktor.bruker_id:
        _skriv_sporing(aktor, handling, person_id, sak_id, "vist", "rolle ved kontoret")


def spor_sok(aktor: Aktor, handling: Handling, antall: int) -> None:
    """Log a search: how many persons it showed, never the words searched for."""
    _skriv_sporing(aktor, handling, None, None, "vist", f"søk, {antall} treff")


def _skriv_sporing(
    aktor: Aktor, handling: Handling, person_id: UUID | None, sak_id: UUID | None, utfall: str, grunn: str
) -> None:
    Sporing.objects.create(
        bruker=aktor.bruker, handling=handling, person_id=person_id, sak_id=sak_id, utfall=utfall, grunn=grunn[:200]
    )
