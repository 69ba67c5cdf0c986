"""Who may write what is known of a person."""

from __future__ import annotations

from fotfeste.fag.person.models import Person
from fotfeste.grunnmur.feil import IkkeTilgang
from fotfeste.grunnmur.organisasjon.enums import Rolle
from fotfeste.grunnmur.tilgang import HANDLINGER, Aktor, Handling, krev, ser_gradering


def krev_ansatt(aktor: Aktor, person: Person, handling: Handling = Handling.PERSON_ENDRE) -> None:
    """Someone who may do `handling` where the person belongs, and is not the person.

    The case says where that is (`Person.gjeldende_sak`): what one municipality knows of a person is closed to the next
    (sotjl § 44). One without a case belongs nowhere yet, and the role is enough where the address is not strictly
    protected.
    """
    if aktor.er_system:
        return
    if person.bruker_id is not None and person.bruker_id == aktor.bruker_id:
        raise IkkeTilgang("inhabil: egen sak (fvl § 6)")
    if sak := person.gjeldende_sak():
        krev(aktor, handling, sak)
        return
    if not aktor.roller & (HANDLINGER[handling] - {Rolle.DELTAKER}):
        raise IkkeTilgang(f"ingen rolle gir {handling}")
    if not ser_gradering(aktor, person.gradering):
        raise IkkeTilgang("strengt fortrolig adresse: bare fagansvarlig")
