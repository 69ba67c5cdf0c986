"""The office in which every record is tried, and what a subject gives the walk: its records and how it is called."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from fotfeste.fag.sak.models import Sak
from fotfeste.grunnmur.organisasjon.enums import Rolle
from fotfeste.grunnmur.organisasjon.models import Kontor
from fotfeste.grunnmur.tilgang import Aktor
from tests import grunnlag


@dataclass(frozen=True)
class Scene:
    """One office with one person in each role; the participant is the one the case is about."""

    kontor: Kontor
    sak: Sak
    folk: dict[Rolle, Aktor] = field(default_factory=dict)

    def __getitem__(self, rolle: Rolle) -> Aktor:
        return self.folk[rolle]


def sett_scenen() -> Scene:
    """The office, its people and an open case."""
    kontor = grunnlag.lag_kontor(grunnlag.lag_kommune())
    sak = grunnlag.lag_sak(kontor)
    folk = {rolle: grunnlag.lag_aktor(rolle, kontor) for rolle in Rolle if rolle is not Rolle.DELTAKER}
    folk[Rolle.DELTAKER] = grunnlag.lag_deltaker(sak.person, kontor)
    sak.refresh_from_db()
    return Scene(kontor, sak, folk)


@dataclass(frozen=True)
class Fag:
    """One kind of record: its table's name, a record in each state, and each command called with what it needs."""

    tabell: str
    poster: Mapping[Any, Callable[[Scene], Any]]
    kall: Mapping[str, Callable[[Aktor, Any], object]]
