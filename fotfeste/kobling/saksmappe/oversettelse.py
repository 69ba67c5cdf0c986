"""From the words of a case file to the words of our own tables. Reads nothing, writes nothing."""

from __future__ import annotations

from datetime import date
from typing import Any

from fotfeste.fag.mappe import form
from fotfeste.fag.person.enums import Kjonn, Sivilstand, Sprak
from fotfeste.fag.person.models import Person
from fotfeste.fag.person.navn import sokenavn
from fotfeste.fag.sak.enums import Saksstatus, Sosialhjelp
from fotfeste.innsikt.internkontroll.sak import GIR_PERIODE, Sak

_SPRAK = {"no": Sprak.BOKMAL, **{str(kode): kode for kode in Sprak}}
_MAKS_NAVN = 80


def personfelter(person: form.Person) -> dict[str, Any]:
    """The person's facts as our own table has them; what the file leaves out has the least it can mean."""
    fornavn, etternavn = _navn(person.navn)
    return {
        "fornavn": fornavn,
        "etternavn": etternavn,
        "fodselsdato": person.fodselsdato,
        "kjonn": person.kjonn or (Kjonn.MANN if int(person.fodselsnummer[8]) % 2 else Kjonn.KVINNE),
        "sivilstand": person.sivilstand or Sivilstand.UGIFT,
        "sprak": _SPRAK.get(person.sprak or "nb", Sprak.ANNET),
        "tolkebehov": person.tolkebehov,
        "alene_om_omsorg": person.alene_om_omsorg,
    }


def ny_person(person: form.Person) -> Person:
    """The person as a record to be made many at a time, with what `save` would have kept."""
    ny = Person(fodselsnummer=person.fodselsnummer, **personfelter(person))
    ny.sokenavn = sokenavn(ny.navn)
    return ny


def _navn(navn: str | None) -> tuple[str, str]:
    deler = (navn or "").split()
    if not deler:
        return "Ukjent", "navn"
    if len(deler) == 1:
        return deler[0][:_MAKS_NAVN], "–"
    return " ".join(deler[:-1])[:_MAKS_NAVN], deler[-1][:_MAKS_NAVN]


def bakgrunnsfelter(bakgrunn: form.Bakgrunn) -> dict[str, Any]:
    """What the person lived on, as our own table has it. A municipality that is no number is left out."""
    kommune = bakgrunn.fra_kvp_i_kommune or ""
    return {
        "fra_kvp_i_kommune": kommune if len(kommune) == 4 else "",
        "sosialhjelp": bakgrunn.sosialhjelp or Sosialhjelp.INGEN,
        "introduksjonsstonad": bakgrunn.introduksjonsstonad,
        "tiltakspenger": bakgrunn.tiltakspenger,
        "folketrygd": bakgrunn.folketrygd,
        **bakgrunn.underveis._asdict(),
    }


def saksstatus(mappe: form.Mappe, dag: date) -> Saksstatus:
    """Where the case stands on `dag`, from what it holds.

    A right that has run out without an ending is still going on: someone must end it, and R16 says so.
    """
    sak = Sak(mappe, dag)
    slutter = [v.fra or v.dato for v in sak.av_type("avslutning")]
    if mappe.avslutning:
        slutter.append(mappe.avslutning.dato)
    if any(v.type in GIR_PERIODE for v in mappe.vedtak):
        if slutter and min(slutter) < dag:
            return Saksstatus.AVSLUTTET
        if any(fra <= dag and (til is None or dag <= til) for fra, til in sak.pauser):
            return Saksstatus.AVBRUTT
        return Saksstatus.INNVILGET if sak.start and sak.start > dag else Saksstatus.I_PROGRAM
    return Saksstatus.AVSLUTTET if slutter else _uten_program(mappe)


def _uten_program(mappe: form.Mappe) -> Saksstatus:
    avgjort = {v.soknad for v in mappe.vedtak if v.type == "avslag"}
    if any(soknad.trukket is None and soknad.id not in avgjort for soknad in mappe.soknader):
        return Saksstatus.SOKNAD
    if avgjort:
        return Saksstatus.AVSLATT
    return Saksstatus.TRUKKET if mappe.soknader else Saksstatus.SOKNAD
