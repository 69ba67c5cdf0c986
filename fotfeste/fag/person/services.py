"""Registering and changing who a person is. Facts are entered here once."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from fotfeste.fag.person import fodselsnummer
from fotfeste.fag.person.models import Barn, Person
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import Fagfeil, IkkeTilgang
from fotfeste.grunnmur.logg.services import kommando, skriv_hendelse
from fotfeste.grunnmur.organisasjon.enums import Rolle
from fotfeste.grunnmur.organisasjon.models import Bruker
from fotfeste.grunnmur.tilgang import HANDLINGER, Aktor, Handling, krev, krev_rolle, ser_gradering

ENDRES_AV_PERSONEN = frozenset({"telefon", "epost", "kontonummer", "sprak", "tolkebehov"})
"""What participants keep right themselves on their own page."""

MAKS_BARN = 30


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
        _krev_ansatt(aktor, person)
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
    _krev_ansatt(aktor, person, Handling.PERSON_REGISTRER)
    with kommando(aktor, "person.knytt_bruker"):
        return person.lagre_endring(bruker=bruker)


def barn_registrer(
    aktor: Aktor, person: Person, *, fodselsdato: date, fra: date | None = None, navn: str = "", **felter: Any
) -> Barn:
    """Register a child the person supports, from `fra` (its birth when left out).

    Raises Fagfeil for a birth date that has not been, or a support that begins before birth.
    """
    _krev_ansatt(aktor, person)
    fra = fra or fodselsdato
    _krev_barnedatoer(person, fodselsdato, fra, felter.get("til"))
    if person.barn.count() >= MAKS_BARN:
        raise Fagfeil(
            _("Det er registrert %(antall)s barn. Sjekk om noen er ført to ganger.") % {"antall": MAKS_BARN},
            felt="fodselsdato",
        )
    with kommando(aktor, "person.barn"):
        barn = Barn(person=person, fodselsdato=fodselsdato, fra=fra, navn=navn, **felter)
        barn.full_clean()
        barn.save()
        return barn


def barn_endre(aktor: Aktor, barn: Barn, *, versjon: int | None = None, **felter: Any) -> Barn:
    """Correct a child, or end the support with `til`; the child is kept, for earlier months were paid by it.

    Raises SamtidigEndring when someone else saved first, Fagfeil when the support ends before it begins.
    """
    _krev_ansatt(aktor, barn.person)
    with kommando(aktor, "person.barn_endre"):
        barn = Barn.objects.select_for_update(of=("self",)).select_related("person").get(pk=barn.pk)
        barn.krev_versjon(versjon)
        _krev_barnedatoer(
            barn.person,
            felter.get("fodselsdato", barn.fodselsdato),
            felter.get("fra", barn.fra),
            felter.get("til", barn.til),
        )
        return barn.lagre_endring(**felter)


def _krev_barnedatoer(person: Person, fodselsdato: date, fra: date, til: date | None) -> None:
    if fodselsdato <= person.fodselsdato:
        raise Fagfeil(_("Barnet kan ikke være eldre enn den som forsørger det. Sjekk datoen."), felt="fodselsdato")
    if fodselsdato > klokke.i_dag():
        raise Fagfeil(_("Barnet kan ikke være født etter i dag. Sjekk datoen."), felt="fodselsdato")
    if fra < fodselsdato:
        raise Fagfeil(_("Forsørgelsen kan ikke begynne før barnet er født."), felt="fra")
    if til is not None and til < fra:
        raise Fagfeil(_("Forsørgelsen kan ikke slutte før den begynner. Sjekk datoene."), felt="til")


def _krev_ansatt(aktor: Aktor, person: Person, handling: Handling = Handling.PERSON_ENDRE) -> None:
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
