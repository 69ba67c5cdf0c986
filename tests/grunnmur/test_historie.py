"""History that code cannot forget."""

from __future__ import annotations

import pghistory.models
import pytest
from django.db import ProgrammingError, transaction

from fotfeste.fag.person.models import Person
from fotfeste.fag.person.services import person_endre
from fotfeste.grunnmur.feil import SamtidigEndring
from fotfeste.grunnmur.logg.models import Hendelse
from fotfeste.grunnmur.logg.services import skriv_hendelse
from fotfeste.grunnmur.organisasjon.enums import Rolle
from fotfeste.grunnmur.tilgang import SYSTEM, Aktor
from tests.grunnlag import lag_aktor, lag_kommune, lag_kontor, lag_person


@pytest.mark.django_db(transaction=True)
def test_endring_uten_aktor_og_arsak_nektes_av_databasen() -> None:
    person = lag_person()
    with pytest.raises(Exception, match="uten aktor og arsak"):
        Person.objects.filter(pk=person.pk).update(telefon="99 99 99 99")
    with pytest.raises(Exception, match="uten aktor og arsak"):
        person.delete()


@pytest.mark.django_db(transaction=True)
def test_hver_versjon_staar_med_hvem_og_hvorfor() -> None:
    aktor = lag_aktor(Rolle.VEILEDER, lag_kontor(lag_kommune()))
    person = lag_person()
    person_endre(aktor, person, telefon="40 00 00 00")
    endringer = pghistory.models.Events.objects.tracks(person).order_by("pgh_created_at")
    assert [e.pgh_label for e in endringer] == ["insert", "update"]
    siste = endringer.last()
    assert siste is not None
    assert siste.pgh_context == {"bruker": str(aktor.bruker_id), "kommando": "person.endre"}


def test_to_som_lagrer_samtidig(veileder: Aktor, fagansvarlig: Aktor) -> None:
    person = lag_person()
    person_endre(fagansvarlig, person, versjon=person.versjon, telefon="40 00 00 00")
    with pytest.raises(SamtidigEndring) as feil:
        person_endre(veileder, person, versjon=person.versjon, telefon="90 00 00 00")
    assert feil.value.gjeldende.telefon == "40 00 00 00"


@pytest.mark.django_db
def test_hendelsesloggen_vokser_bare() -> None:
    hendelse = skriv_hendelse(SYSTEM, "sak.opprettet", sak_id=None, kontor="NAV Fjordvik")
    with pytest.raises(ProgrammingError, match="Cannot update or delete"), transaction.atomic():
        Hendelse.objects.filter(pk=hendelse.pk).update(kode="annet")
    with pytest.raises(ProgrammingError, match="Cannot update or delete"), transaction.atomic():
        hendelse.delete()


@pytest.mark.django_db
def test_en_hendelse_uten_setning_finnes_ikke() -> None:
    with pytest.raises(KeyError):
        skriv_hendelse(SYSTEM, "noe.ukjent", sak_id=None)
