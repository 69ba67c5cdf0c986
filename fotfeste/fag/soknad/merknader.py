"""What the office should know when it takes an application. Notes, never obstacles: it is taken and decided."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from fotfeste.fag.person.models import Person
from fotfeste.regelverk.vilkar import FRA_ALDER, TIL_ALDER, er_innen_alder


def aldersmerknad(person: Person, dag: date) -> str:
    """A sentence when the person is outside the ages of § 29 on `dag`; empty otherwise."""
    if er_innen_alder(person.fodselsdato, dag):
        return ""
    return _(
        "{navn} er {alder} år. Programmet er for personer mellom {fra} og {til} år ({hjemmel}). "
        "Søknaden skal likevel tas imot og avgjøres med et vedtak."
    ).format(
        navn=person.fornavn,
        alder=person.alder(dag),
        fra=int(FRA_ALDER.verdi),
        til=int(TIL_ALDER.verdi),
        hjemmel=FRA_ALDER.hjemmel,
    )


def aldersmerknad_til_soker(person: Person, dag: date) -> str:
    """The same, said to the applicant."""
    if er_innen_alder(person.fodselsdato, dag):
        return ""
    return _(
        "Du er {alder} år. Programmet er for personer mellom {fra} og {til} år. "
        "Du får likevel et skriftlig svar på søknaden, og vi snakker med deg om annen hjelp."
    ).format(alder=person.alder(dag), fra=int(FRA_ALDER.verdi), til=int(TIL_ALDER.verdi))
