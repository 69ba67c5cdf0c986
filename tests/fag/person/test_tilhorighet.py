"""What one municipality knows of a person is closed to the next, also when the case is closed (sotjl § 44)."""

from __future__ import annotations

from datetime import date

import pytest

from fotfeste.fag.person import services
from fotfeste.fag.person.models import Person
from fotfeste.fag.person.selectors import person_sok
from fotfeste.fag.sak.enums import Saksstatus
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.sak.services import fast_kontakt_sett, sak_opprett
from fotfeste.fag.soknad.enums import Kanal
from fotfeste.fag.soknad.selectors import kan_rette_person, soker_hent
from fotfeste.fag.soknad.services import bakgrunn_besvar, soknad_registrer
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import IkkeTilgang
from fotfeste.grunnmur.logg.services import kommando
from fotfeste.grunnmur.organisasjon.enums import Rolle
from fotfeste.grunnmur.organisasjon.models import Kontor
from fotfeste.grunnmur.tilgang import SYSTEM, Aktor, Handling
from tests import grunnlag

pytestmark = pytest.mark.django_db


@pytest.fixture
def annet_sted(db: None) -> Kontor:
    return grunnlag.lag_kontor(grunnlag.lag_kommune("Annenvik", "4205"), "NAV Annenvik")


@pytest.fixture
def fremmed(annet_sted: Kontor) -> Aktor:
    return grunnlag.lag_aktor(Rolle.VEILEDER, annet_sted)


@pytest.fixture
def lukket(sak: Sak) -> Sak:
    """A case of the office that is closed."""
    with kommando(SYSTEM, "test"):
        sak.lagre_endring(status=Saksstatus.AVSLUTTET)
    return sak


def test_en_annen_kommune_leser_ikke_personen_i_en_lukket_sak(lukket: Sak, veileder: Aktor, fremmed: Aktor) -> None:
    with pytest.raises(IkkeTilgang):
        soker_hent(fremmed, lukket.person_id, Handling.PERSON_ENDRE)
    assert soker_hent(veileder, lukket.person_id, Handling.PERSON_ENDRE) == lukket.person


def test_en_annen_kommune_endrer_ikke_kontonummeret_i_en_lukket_sak(lukket: Sak, fremmed: Aktor) -> None:
    with pytest.raises(IkkeTilgang):
        services.person_endre(fremmed, lukket.person, kontonummer="12345678903")
    assert Person.objects.get(pk=lukket.person_id).kontonummer == "15032080119"


def test_en_annen_kommune_roerer_ikke_barna_eller_innloggingen(lukket: Sak, fremmed: Aktor) -> None:
    barn = services.barn_registrer(SYSTEM, lukket.person, fodselsdato=date(2020, 1, 1))
    with pytest.raises(IkkeTilgang):
        services.barn_registrer(fremmed, lukket.person, fodselsdato=date(2021, 1, 1))
    with pytest.raises(IkkeTilgang):
        services.barn_endre(fremmed, barn, kronisk_syk=True)
    with pytest.raises(IkkeTilgang):
        services.person_knytt_bruker(fremmed, lukket.person, fremmed.krev_bruker())


def test_den_som_flytter_kan_soke_der_de_bor_og_hoerer_saa_til_der(
    lukket: Sak, veileder: Aktor, fremmed: Aktor, annet_sted: Kontor
) -> None:
    [funnet] = person_sok(fremmed, lukket.person.fodselsnummer).treff
    person = soker_hent(fremmed, funnet.pk, Handling.SOKNAD_REGISTRER)
    assert not kan_rette_person(fremmed, person)
    soknad_registrer(fremmed, person=person, kontor=annet_sted, mottatt=klokke.i_dag(), kanal=Kanal.PAPIR)
    assert services.person_endre(fremmed, person, telefon="99 88 77 66").telefon
    with pytest.raises(IkkeTilgang):
        services.person_endre(veileder, person, telefon="11 22 33 44")


def test_navnet_finner_ikke_den_som_bare_er_kjent_i_en_annen_kommune(
    lukket: Sak, veileder: Aktor, fremmed: Aktor
) -> None:
    uten_sak = grunnlag.lag_person(fornavn="Samira", etternavn="Nyvik")
    assert set(person_sok(veileder, "Samira").treff) == {lukket.person, uten_sak}
    assert person_sok(fremmed, "Samira").treff == [uten_sak]


def test_den_aapne_saken_gar_foran_en_nyere_lukket(sak: Sak, veileder: Aktor, annet_sted: Kontor) -> None:
    with kommando(SYSTEM, "test"):
        Sak.objects.create(
            saksnummer="2026-999999",
            person=sak.person,
            kommune=annet_sted.kommune,
            kontor=annet_sted,
            status=Saksstatus.TRUKKET,
        )
    assert sak.person.gjeldende_sak() == sak
    assert services.person_endre(veileder, sak.person, telefon="99 88 77 66").telefon


def test_fast_kontakt_velges_bare_av_dem_som_fordeler_ved_kontoret(
    sak: Sak, veileder: Aktor, leder: Aktor, annet_sted: Kontor
) -> None:
    with pytest.raises(IkkeTilgang):
        fast_kontakt_sett(veileder, sak, bruker=veileder.krev_bruker())
    with pytest.raises(IkkeTilgang):
        fast_kontakt_sett(grunnlag.lag_aktor(Rolle.LEDER, annet_sted), sak, bruker=veileder.krev_bruker())
    assert fast_kontakt_sett(leder, sak, bruker=veileder.krev_bruker()).bruker == veileder.bruker


def test_bakgrunnen_skrives_bare_ved_sakens_kontor(sak: Sak, veileder: Aktor, fremmed: Aktor, okonomi: Aktor) -> None:
    for aktor in (fremmed, okonomi):
        with pytest.raises(IkkeTilgang):
            bakgrunn_besvar(aktor, sak, folketrygd=True)
    assert bakgrunn_besvar(veileder, sak, folketrygd=True).folketrygd


def test_en_sak_aapnes_bare_av_den_som_tar_imot_soknader_der(
    kontor: Kontor, veileder: Aktor, fremmed: Aktor, okonomi: Aktor
) -> None:
    person = grunnlag.lag_person()
    for aktor in (fremmed, okonomi):
        with pytest.raises(IkkeTilgang):
            sak_opprett(aktor, person=person, kontor=kontor)
    assert sak_opprett(veileder, person=person, kontor=kontor).kontor == kontor
