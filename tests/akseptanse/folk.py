"""The office and the people of the stories, as someone who may be chosen on the demo's way in."""

from __future__ import annotations

from dataclasses import dataclass

from fotfeste.fag.person.models import Person
from fotfeste.grunnmur.organisasjon.enums import Rolle
from fotfeste.grunnmur.organisasjon.models import Bruker, Kommune, Kontor
from fotfeste.grunnmur.tilgang import Aktor
from tests import grunnlag

VEILEDER, BESLUTTER, LEDER, SYSTEM = "Vera Veileder", "Bjarne Beslutter", "Liv Leder", "Sunniva System"
OKONOMI, OKONOMI2 = "Oda Økonomi", "Olav Økonomi"
ARRANGOR = "Lars Lager"
ROLLER = {
    VEILEDER: Rolle.VEILEDER,
    BESLUTTER: Rolle.BESLUTTER,
    LEDER: Rolle.LEDER,
    SYSTEM: Rolle.SYSTEMANSVARLIG,
    OKONOMI: Rolle.OKONOMI,
    OKONOMI2: Rolle.OKONOMI,
}


@dataclass(frozen=True, slots=True)
class Huset:
    """An office with one of each."""

    kommune: Kommune
    kontor: Kontor
    folk: dict[str, Aktor]


def bemann() -> Huset:
    """A municipality with one office and the people who carry a case from application to KOSTRA."""
    kommune = grunnlag.lag_kommune()
    kontor = grunnlag.lag_kontor(kommune)
    folk = {navn: grunnlag.lag_aktor(rolle, kontor, navn=navn) for navn, rolle in ROLLER.items()}
    kan_velges()
    return Huset(kommune, kontor, folk)


def ansett(huset: Huset, rolle: Rolle, navn: str) -> Aktor:
    """One more who works at the office."""
    aktor = grunnlag.lag_aktor(rolle, huset.kontor, navn=navn)
    kan_velges()
    return aktor


def gi_innlogging(person: Person, kontor: Kontor) -> Aktor:
    """The person may log in as themselves, as ID-porten lets anyone."""
    aktor = grunnlag.lag_deltaker(person, kontor)
    kan_velges()
    return aktor


def kan_velges() -> None:
    """Let everybody be chosen on the demo's way in."""
    Bruker.objects.update(er_demo=True)
