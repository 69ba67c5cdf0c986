"""Search first: a name heard on the phone, or a number."""

from __future__ import annotations

import pytest

from fotfeste.fag.person.selectors import person_sok
from fotfeste.grunnmur.feil import IkkeTilgang
from fotfeste.grunnmur.logg.models import Sporing
from fotfeste.grunnmur.tilgang import Aktor, Gradering
from tests.grunnlag import lag_person


@pytest.mark.parametrize("tekst", ["ørjan håkonsen", "Orjan Haakonsen", "Ørjan Hakonson", "håkonsen", "ØRJAN"])
def test_navn_finnes_ogsaa_feilstavet(veileder: Aktor, tekst: str) -> None:
    orjan = lag_person(fornavn="Ørjan", etternavn="Håkonsen")
    lag_person(fornavn="Olena", etternavn="Prøve")
    assert person_sok(veileder, tekst).treff == [orjan]


def test_fodselsnummer_med_mellomrom_finner_personen(veileder: Aktor) -> None:
    person = lag_person()
    nummer = person.fodselsnummer
    assert person_sok(veileder, f"{nummer[:6]} {nummer[6:]}").treff == [person]


def test_strengt_fortrolig_finnes_bare_av_fagansvarlig_paa_hele_nummeret(veileder: Aktor, fagansvarlig: Aktor) -> None:
    person = lag_person(fornavn="Skjult", etternavn="Person", gradering=Gradering.STRENGT_FORTROLIG)
    assert person_sok(fagansvarlig, "Skjult Person").treff == []
    assert person_sok(veileder, person.fodselsnummer).treff == []
    assert person_sok(fagansvarlig, person.fodselsnummer).treff == [person]


def test_fortrolig_finnes_paa_hele_nummeret(veileder: Aktor) -> None:
    person = lag_person(fornavn="Skjult", etternavn="Person", gradering=Gradering.FORTROLIG)
    assert person_sok(veileder, "Skjult Person").treff == []
    assert person_sok(veileder, person.fodselsnummer).treff == [person]


def test_soket_spores_uten_ordene(veileder: Aktor) -> None:
    lag_person(fornavn="Ørjan", etternavn="Håkonsen")
    person_sok(veileder, "ørjan")
    sporing = Sporing.objects.get(bruker=veileder.bruker)
    assert sporing.grunn == "søk, 1 treff"


def test_deltaker_kan_ikke_soke(deltaker: Aktor) -> None:
    with pytest.raises(IkkeTilgang):
        person_sok(deltaker, "hvem som helst")
