"""Finding persons: by number, or by a name someone heard on the phone."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib.postgres.search import TrigramWordSimilarity
from django.db.models import Q, QuerySet

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

    A name finds those who have had a case in the actor's municipality, or none anywhere: that someone is known to
    another municipality is not told (sotjl § 44). The whole number finds them, for they may apply here. Persons at a
    protected address appear only to those who search the whole number, and a strictly protected one only
    to those the gate lets know of them. The search is logged.
    """
    krev_rolle(aktor, Handling.PERSON_SOK)
    siffer = "".join(tekst.split())
    treff = _paa_nummer(aktor, siffer) if siffer.isdigit() else _paa_navn(aktor, tekst)
    spor_sok(aktor, Handling.PERSON_SOK, len(treff))
    return Sokeresultat(treff[:MAKS_TREFF], flere=len(treff) > MAKS_TREFF)


def _paa_nummer(aktor: Aktor, siffer: str) -> list[Person]:
    if len(siffer) != 11:
        return []
    return [person for person in Person.objects.filter(fodselsnummer=siffer) if ser_gradering(aktor, person.gradering)]


def _paa_navn(aktor: Aktor, tekst: str) -> list[Person]:
    navn = sokenavn(tekst)
    if len(navn) < 2:
        return []
    likhet = TrigramWordSimilarity(navn, "sokenavn")
    return list(
        _kjent_her(aktor)
        .annotate(likhet=likhet)
        .filter(Q(likhet__gte=LIKHET) | Q(sokenavn__contains=navn), gradering=Gradering.UGRADERT)
        .order_by("-likhet", "etternavn", "fornavn")[: MAKS_TREFF + 1]
    )


def _kjent_her(aktor: Aktor) -> QuerySet[Person]:
    if aktor.er_system:
        return Person.objects.all()
    # The cases are reached from the person, for this room may not know of them.
    har_sak = Person.objects.filter(saker__isnull=False)
    har_sak_her = Person.objects.filter(saker__kommune_id__in={t.kommune_id for t in aktor.tildelinger})
    return Person.objects.filter(Q(pk__in=har_sak_her.values("pk")) | ~Q(pk__in=har_sak.values("pk")))
