"""Finding persons: by number, or by a name someone heard on the phone."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib.postgres.search import TrigramWordSimilarity
from django.db.models import Q

from fotfeste.fag.person.models import Person
from fotfeste.fag.person.navn import sokenavn
from fotfeste.grunnmur.logg.services import spor_sok
from fotfeste.grunnmur.tilgang import Aktor, Gradering, Handling, krev_rolle, ser_gradering

MAKS_TREFF = 20
LIKHET = 0.45


@dataclass(frozen=True, slots=True)
class Sokeresultat:
    """The persons found, best first, and whether there were more than are shown."""

    treff: list[Person]
    flere: bool


def person_sok(aktor: Aktor, tekst: str) -> Sokeresultat:
    """Persons whose number is `tekst`, or whose name is like it even misspelt. Nothing is listed without a search.

    Persons at a protected address appear only to those who search the whole number, and a strictly protected one only
    to those the gate lets know of them. The search is logged.
    """
    krev_rolle(aktor, Handling.PERSON_SOK)
    siffer = "".join(tekst.split())
    treff = _paa_nummer(aktor, siffer) if siffer.isdigit() else _paa_navn(tekst)
    spor_sok(aktor, Handling.PERSON_SOK, len(treff))
    return Sokeresultat(treff[:MAKS_TREFF], flere=len(treff) > MAKS_TREFF)


def _paa_nummer(aktor: Aktor, siffer: str) -> list[Person]:
    if len(siffer) != 11:
        return []
    return [person for person in Person.objects.filter(fodselsnummer=siffer) if ser_gradering(aktor, person.gradering)]


def _paa_navn(tekst: str) -> list[Person]:
    navn = sokenavn(tekst)
    if len(navn) < 2:
        return []
    likhet = TrigramWordSimilarity(navn, "sokenavn")
    return list(
        Person.objects.annotate(likhet=likhet)
        .filter(Q(likhet__gte=LIKHET) | Q(sokenavn__contains=navn), gradering=Gradering.UGRADERT)
        .order_by("-likhet", "etternavn", "fornavn")[: MAKS_TREFF + 1]
    )
