"""The list of cases is narrowed by what stands in them and by what is reckoned, and taken out only by those who may."""

from __future__ import annotations

from datetime import date

import pytest

from fotfeste.fag.oppfolging.services import kontakt_logg
from fotfeste.fag.oversikt.sakliste import sakliste, sakliste_csv
from fotfeste.fag.person.services import barn_registrer
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.sak.services import fast_kontakt_sett
from fotfeste.fag.soknad.models import Soknad
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import IkkeTilgang
from fotfeste.grunnmur.logg.models import Sporing
from fotfeste.grunnmur.organisasjon.models import Kontor
from fotfeste.grunnmur.tilgang import SYSTEM, Aktor, aktor_for
from tests import grunnlag
from tests.fag.oversikt.fortelling import lag

pytestmark = pytest.mark.django_db


@pytest.fixture
def ung(kontor: Kontor) -> Sak:
    person = grunnlag.lag_person(fornavn="Ung", fodselsdato=date(2001, 6, 4), sprak="ar", tolkebehov=True)
    barn_registrer(SYSTEM, person, navn="Lea", fodselsdato=date(2024, 5, 3))
    return grunnlag.lag_sak_i_program(kontor, person=person, til=date(2026, 6, 30))


@pytest.fixture
def eldre(kontor: Kontor) -> Sak:
    person = grunnlag.lag_person(fornavn="Eldre", fodselsdato=date(2001, 6, 3))
    return grunnlag.lag_sak_i_program(kontor, person=person)


def _saker(aktor: Aktor, **valg: object) -> list[Sak]:
    return [o.sak for o in sakliste(aktor, **valg).rader]


@pytest.mark.parametrize(
    "valg",
    [{"alder": "25"}, {"barn": True}, {"sprak": "ar"}, {"tolk": True}, {"slutt": 30}],
    ids=lambda valg: next(iter(valg)),
)
def test_hvert_valg_snevrer_inn(ung: Sak, eldre: Sak, veileder: Aktor, valg: dict[str, object]) -> None:
    """One turns 25 today and is not under 25; the other does tomorrow."""
    assert set(_saker(veileder)) == {ung, eldre}
    assert _saker(veileder, **valg) == [ung]


def test_de_ingen_har_snakket_med_lenge(ung: Sak, eldre: Sak, veileder: Aktor) -> None:
    with klokke.still_til(date(2026, 5, 1)):
        kontakt_logg(aktor_for(veileder.krev_bruker()), sak=eldre, kanal="mote")
    kontakt_logg(veileder, sak=ung, kanal="mote")
    assert _saker(veileder, stille=33) == [eldre]
    assert _saker(veileder, stille=34) == []
    assert _saker(veileder, sorter="stille") == [eldre, ung]
    assert _saker(veileder, sorter="slutt") == [ung, eldre]


def test_de_med_en_frist_innen_dagene(sak: Sak, veileder: Aktor) -> None:
    """An answer is due a month after the application came: 14 June, eleven days from now."""
    lag(Soknad, sak=sak, mottatt=date(2026, 5, 14), kanal="papir")
    assert _saker(veileder, frist=11, sorter="frist") == [sak]
    assert _saker(veileder, frist=10) == []


def test_en_kollegas_saker(ung: Sak, eldre: Sak, veileder: Aktor) -> None:
    fast_kontakt_sett(SYSTEM, ung, bruker=veileder.krev_bruker())
    assert _saker(veileder, hvem=str(veileder.bruker_id)) == [ung]


def test_filen_er_for_lederen_og_star_i_loggen(ung: Sak, veileder: Aktor, leder: Aktor) -> None:
    with pytest.raises(IkkeTilgang):
        sakliste_csv(veileder)
    hode, rad = sakliste_csv(leder)
    assert hode[0] == "Saksnummer"
    assert rad[:2] == [ung.saksnummer, ung.person.navn]
    assert ung.person.fodselsnummer not in "".join(rad)
    assert Sporing.objects.get(bruker=leder.bruker, handling="portefolje.les").grunn == "søk, 1 treff"
