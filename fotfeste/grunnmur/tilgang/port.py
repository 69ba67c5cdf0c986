"""The gate itself: `vurder` answers, `krev` refuses, `kontorer_for` narrows a list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from django.db import models
from django.utils.translation import gettext_lazy as _

from fotfeste.grunnmur.feil import IkkeTilgang
from fotfeste.grunnmur.organisasjon.enums import KOMMUNEROLLER, Rolle
from fotfeste.grunnmur.tilgang.aktor import Aktor, Rolletildeling
from fotfeste.grunnmur.tilgang.handlinger import HANDLINGER, Handling


class Gradering(models.TextChoices):
    """Protection of a person's address (folkeregisterloven § 10-4)."""

    UGRADERT = "ugradert", _("Ugradert")
    FORTROLIG = "fortrolig", _("Fortrolig adresse")
    STRENGT_FORTROLIG = "strengt_fortrolig", _("Strengt fortrolig adresse")


@dataclass(frozen=True, slots=True)
class Eier:
    """Where a record belongs: stamped when it is made, never derived later."""

    kommune_id: UUID
    kontor_id: UUID | None
    person_bruker_id: UUID | None = None
    gradering: str = Gradering.UGRADERT


class HarEier(Protocol):
    """A record the gate can judge."""

    def tilgang_eier(self) -> Eier: ...


@dataclass(frozen=True, slots=True)
class Avgjorelse:
    """The gate's answer, with the reason in words for the log."""

    tillatt: bool
    grunn: str


def vurder(aktor: Aktor, handling: Handling, objekt: HarEier) -> Avgjorelse:
    """May `aktor` do `handling` to `objekt`, and why (not)? The rules in the order they are tried."""
    if aktor.er_system:
        return Avgjorelse(tillatt=True, grunn="system")
    eier = objekt.tilgang_eier()
    egen = eier.person_bruker_id is not None and eier.person_bruker_id == aktor.bruker_id
    if egen:
        return _egen_sak(handling)
    if not ser_gradering(aktor, eier.gradering):
        return Avgjorelse(tillatt=False, grunn="strengt fortrolig adresse: bare fagansvarlig")
    return _rolle_der_saken_er(aktor, handling, eier)


def ser_gradering(aktor: Aktor, gradering: str) -> bool:
    """Whether the actor may know of someone so protected at all: a strictly protected person only fagansvarlig."""
    return aktor.er_system or gradering != Gradering.STRENGT_FORTROLIG or Rolle.FAGANSVARLIG in aktor.roller


def _egen_sak(handling: Handling) -> Avgjorelse:
    """One's own case: what a participant may do, and nothing as an employee (forvaltningsloven § 6)."""
    if Rolle.DELTAKER in HANDLINGER[handling]:
        return Avgjorelse(tillatt=True, grunn="egen sak")
    return Avgjorelse(tillatt=False, grunn="inhabil: egen sak (fvl § 6)")


def _rolle_der_saken_er(aktor: Aktor, handling: Handling, eier: Eier) -> Avgjorelse:
    roller = HANDLINGER[handling] - {Rolle.DELTAKER}
    aktuelle = [t for t in aktor.tildelinger if t.rolle in roller]
    if not aktuelle:
        return Avgjorelse(tillatt=False, grunn=f"ingen rolle gir {handling}")
    if any(_dekker(tildeling, eier) for tildeling in aktuelle):
        return Avgjorelse(tillatt=True, grunn="rolle ved kontoret")
    return Avgjorelse(tillatt=False, grunn="saken hører til et annet kontor")


def _dekker(tildeling: Rolletildeling, eier: Eier) -> bool:
    if tildeling.rolle in KOMMUNEROLLER:
        return tildeling.kommune_id == eier.kommune_id
    return tildeling.kontor_id is not None and tildeling.kontor_id == eier.kontor_id


def krev(aktor: Aktor, handling: Handling, objekt: HarEier) -> None:
    """Raise IkkeTilgang, with the reason, unless `vurder` allows it."""
    avgjorelse = vurder(aktor, handling, objekt)
    if not avgjorelse.tillatt:
        raise IkkeTilgang(avgjorelse.grunn)


def krev_rolle(aktor: Aktor, handling: Handling) -> None:
    """Raise IkkeTilgang unless the actor holds a role for the action somewhere (for pages without one record)."""
    if not aktor.er_system and not (aktor.roller & HANDLINGER[handling]):
        raise IkkeTilgang(f"ingen rolle gir {handling}")


@dataclass(frozen=True, slots=True)
class Rekkevidde:
    """Which offices and whole municipalities an action reaches; for `filter(kontor__in=…) | filter(kommune__in=…)`."""

    kontorer: frozenset[UUID]
    kommuner: frozenset[UUID]


def kontorer_for(aktor: Aktor, handling: Handling) -> Rekkevidde:
    """Where the actor may do `handling`, for narrowing a queryset before anything is read."""
    roller = HANDLINGER[handling] - {Rolle.DELTAKER}
    aktuelle = [t for t in aktor.tildelinger if t.rolle in roller]
    return Rekkevidde(
        kontorer=frozenset(t.kontor_id for t in aktuelle if t.rolle not in KOMMUNEROLLER and t.kontor_id),
        kommuner=frozenset(t.kommune_id for t in aktuelle if t.rolle in KOMMUNEROLLER),
    )
