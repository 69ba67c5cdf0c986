"""Registering and changing who a person is. Facts are entered here once."""

from __future__ import annotations

from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from fotfeste.fag.person import fodselsnummer
from fotfeste.fag.person.barn import (
    MAKS_BARN,
    Papir,
    barn_avslutt,
    barn_endre,
    barn_registrer,
    fosterbarn_varig,
    utenlandsopphold_fjern,
    utenlandsopphold_registrer,
    utenlandsopphold_rett,
)
from fotfeste.fag.person.models import Person
from fotfeste.fag.person.vern import krev_ansatt
from fotfeste.grunnmur.feil import Fagfeil, IkkeTilgang
from fotfeste.grunnmur.logg.services import kommando, skriv_hendelse
from fotfeste.grunnmur.organisasjon.models import Bruker
from fotfeste.grunnmur.tilgang import Aktor, Handling, krev_rolle

__all__ = (
    "MAKS_BARN",
    "Papir",
    "barn_avslutt",
    "barn_endre",
    "barn_registrer",
    "fosterbarn_varig",
    "person_endre",
    "person_knytt_bruker",
    "person_registrer",
    "utenlandsopphold_fjern",
    "utenlandsopphold_registrer",
    "utenlandsopphold_rett",
)

ENDRES_AV_PERSONEN = frozenset({"telefon", "epost", "kontonummer", "sprak", "tolkebehov"})
"""What participants keep right themselves on their own page."""


def person_registrer(aktor: Aktor, *, fnr: str, fornavn: str, etternavn: str, **felter: Any) -> Person:
    """Register a person by fødselsnummer; birth date and sex are read from it.

    Raises Fagfeil when the number does not hold or is registered already.
    """
    krev_rolle(aktor, Handling.PERSON_REGISTRER)
    nummer = fodselsnummer.les(fnr, felt="fnr")
    if Person.objects.filter(fodselsnummer=nummer.nummer).exists():
        raise Fagfeil(
            _(
                "Personen finnes allerede. Søk opp fødselsnummeret i stedet, "
                "eller spør fagansvarlig hvis den ikke vises."
            ),
            felt="fnr",
        )
    with kommando(aktor, "person.registrer"):
        person = Person(
            fodselsnummer=nummer.nummer,
            fodselsdato=nummer.fodselsdato,
            kjonn=nummer.kjonn,
            fornavn=fornavn.strip(),
            etternavn=etternavn.strip(),
            **felter,
        )
        person.full_clean(exclude=["sokenavn", "fodselsnummer"])
        try:
            with transaction.atomic():
                person.save()
        except IntegrityError as feil:
            raise Fagfeil(
                _("Noen andre registrerte personen akkurat nå. Søk opp fødselsnummeret."), felt="fnr"
            ) from feil
        return person


def person_endre(aktor: Aktor, person: Person, *, versjon: int | None = None, **felter: Any) -> Person:
    """Change facts about a person; the participant may change ENDRES_AV_PERSONEN of their own.

    Raises SamtidigEndring when someone else saved first.
    """
    if person.bruker_id is not None and person.bruker_id == aktor.bruker_id:
        if not felter.keys() <= ENDRES_AV_PERSONEN:
            raise IkkeTilgang("deltakeren endrer bare kontakt, språk og konto")
    else:
        krev_ansatt(aktor, person)
    with kommando(aktor, "person.endre"):
        person = Person.objects.select_for_update(of=("self",)).get(pk=person.pk)
        person.krev_versjon(versjon)
        gammelt = person.kontonummer
        person.lagre_endring(**felter)
        _logg_konto(aktor, person, gammelt)
    return person


def _logg_konto(aktor: Aktor, person: Person, gammelt: str) -> None:
    """Say in the person's case that the money goes elsewhere; who sees it can ask whether it is right."""
    nytt = person.kontonummer
    sak = person.gjeldende_sak() if gammelt != nytt else None
    if sak is None:
        return
    kode = "konto_ny" if not gammelt else "konto_endret" if nytt else "konto_fjernet"
    skriv_hendelse(aktor, f"person.{kode}", sak_id=sak.pk, milepel=True, gammelt=gammelt[-3:], nytt=nytt[-3:])


def person_knytt_bruker(aktor: Aktor, person: Person, bruker: Bruker) -> Person:
    """Let the person log in as `bruker` and see their own case."""
    krev_ansatt(aktor, person, Handling.PERSON_REGISTRER)
    with kommando(aktor, "person.knytt_bruker"):
        return person.lagre_endring(bruker=bruker)
