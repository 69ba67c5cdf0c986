"""The people and offices the stories of the tests begin with. Everything is made by the services, as in real life."""

from __future__ import annotations

from datetime import date
from itertools import count
from typing import Any

from fotfeste.fag.person import services as personer
from fotfeste.fag.person.fodselsnummer import lag_syntetisk
from fotfeste.fag.person.models import Person
from fotfeste.fag.sak import services as saker
from fotfeste.fag.sak.models import Sak
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.organisasjon.enums import KOMMUNEROLLER, Rolle
from fotfeste.grunnmur.organisasjon.models import Bruker, Kommune, Kontor, Medlemskap
from fotfeste.grunnmur.tilgang import SYSTEM, Aktor, aktor_for

I_DAG = date(2026, 6, 3)
"""The day the stories happen, unless they say another."""

_teller = count(1)


def lag_kommune(navn: str = "Fjordvik", nummer: str = "4204") -> Kommune:
    """A municipality with a bank account."""
    return Kommune.objects.create(
        navn=navn, nummer=nummer, organisasjonsnummer="910000004", utbetalingskonto="15032080119"
    )


def lag_kontor(kommune: Kommune, navn: str = "NAV Fjordvik sør", nummer: str | None = None) -> Kontor:
    """An office of the municipality."""
    return Kontor.objects.create(
        kommune=kommune, navn=navn, nummer=nummer or f"{next(_teller):04d}", telefon="55 55 33 33"
    )


def lag_aktor(rolle: Rolle, kontor: Kontor, *, navn: str | None = None, fra: date = date(2020, 1, 1)) -> Aktor:
    """Someone who holds `rolle` at the office (or the whole municipality, for the roles that do)."""
    nummer = next(_teller)
    bruker = Bruker.objects.opprett(brukernavn=f"{rolle}-{nummer}", navn=navn or f"{rolle.label} {nummer}")
    Medlemskap.objects.create(
        bruker=bruker,
        rolle=rolle,
        kommune=kontor.kommune,
        kontor=None if rolle in KOMMUNEROLLER else kontor,
        fra=fra,
    )
    return aktor_for(bruker, klokke.i_dag())


def lag_fnr(fodselsdato: date = date(1990, 2, 14)) -> str:
    """A synthetic fødselsnummer nobody in the test has yet."""
    while True:
        nummer = lag_syntetisk(fodselsdato, next(_teller) % 500)
        if nummer and not Person.objects.filter(fodselsnummer=nummer).exists():
            return nummer


def lag_person(
    *, fodselsdato: date = date(1990, 2, 14), fornavn: str = "Samira", etternavn: str = "Testdal", **felter: Any
) -> Person:
    """A person with a valid account number."""
    felter.setdefault("kontonummer", "15032080119")
    return personer.person_registrer(SYSTEM, fnr=lag_fnr(fodselsdato), fornavn=fornavn, etternavn=etternavn, **felter)


def lag_deltaker(person: Person, kontor: Kontor) -> Aktor:
    """The person logged in as themselves."""
    aktor = lag_aktor(Rolle.DELTAKER, kontor, navn=person.navn)
    personer.person_knytt_bruker(SYSTEM, person, aktor.krev_bruker())
    return aktor


def lag_sak(kontor: Kontor, person: Person | None = None) -> Sak:
    """An open case at the office."""
    return saker.sak_opprett(SYSTEM, person=person or lag_person(), kontor=kontor)
