"""Who a person is: entered once, corrected by those who may, never by those who may not."""

from __future__ import annotations

from datetime import date

import pytest

from fotfeste.fag.person import services
from fotfeste.grunnmur.feil import Fagfeil, IkkeTilgang, SamtidigEndring
from fotfeste.grunnmur.organisasjon.enums import Rolle
from fotfeste.grunnmur.organisasjon.models import Kontor
from fotfeste.grunnmur.tilgang import SYSTEM, Aktor, Gradering
from tests.grunnlag import I_DAG, lag_aktor, lag_deltaker, lag_fnr, lag_person


def test_fodselsdato_og_kjonn_leses_av_nummeret(veileder: Aktor) -> None:
    person = services.person_registrer(
        veileder, fnr=lag_fnr(date(2000, 2, 29)), fornavn=" Ivan ", etternavn="Prøve", sprak="uk"
    )
    assert (person.fodselsdato, person.fornavn, person.alder(date(2026, 2, 28))) == (date(2000, 2, 29), "Ivan", 25)


def test_samme_nummer_registreres_en_gang(veileder: Aktor) -> None:
    person = lag_person()
    with pytest.raises(Fagfeil, match="finnes allerede") as feil:
        services.person_registrer(veileder, fnr=person.fodselsnummer, fornavn="A", etternavn="B")
    assert feil.value.felt == "fnr"


def test_deltakeren_endrer_bare_sitt_eget(kontor: Kontor) -> None:
    person, annen = lag_person(), lag_person()
    deltaker = lag_deltaker(person, kontor)
    person.refresh_from_db()
    assert services.person_endre(deltaker, person, telefon="99 88 77 66").telefon == "99 88 77 66"
    with pytest.raises(IkkeTilgang):
        services.person_endre(deltaker, person, etternavn="Nytt")
    with pytest.raises(IkkeTilgang):
        services.person_endre(deltaker, annen, telefon="11 22 33 44")
    with pytest.raises(IkkeTilgang):
        services.barn_registrer(deltaker, person, fodselsdato=date(2020, 1, 1))


def test_strengt_fortrolig_bare_for_fagansvarlig(veileder: Aktor, fagansvarlig: Aktor) -> None:
    person = lag_person(gradering=Gradering.STRENGT_FORTROLIG)
    with pytest.raises(IkkeTilgang):
        services.person_endre(veileder, person, telefon="99 88 77 66")
    assert services.person_endre(fagansvarlig, person, telefon="99 88 77 66").telefon


def test_ingen_endrer_seg_selv_som_ansatt(veileder: Aktor) -> None:
    person = services.person_knytt_bruker(SYSTEM, lag_person(), veileder.krev_bruker())
    with pytest.raises(IkkeTilgang):
        services.barn_registrer(veileder, person, fodselsdato=date(2020, 1, 1))


@pytest.mark.parametrize("rolle", [Rolle.OKONOMI, Rolle.BESLUTTER, Rolle.REVISOR, Rolle.DELTAKER])
def test_andre_roller_endrer_ikke(kontor: Kontor, rolle: Rolle) -> None:
    aktor = lag_aktor(rolle, kontor)
    with pytest.raises(IkkeTilgang):
        services.person_endre(aktor, lag_person(), telefon="99 88 77 66")
    with pytest.raises(IkkeTilgang):
        services.person_knytt_bruker(aktor, lag_person(), aktor.krev_bruker())


@pytest.mark.parametrize(
    ("felter", "felt"),
    [
        ({"fodselsdato": date(2026, 6, 4)}, "fodselsdato"),
        ({"fodselsdato": date(2020, 2, 29), "fra": date(2020, 2, 28)}, "fra"),
        ({"fodselsdato": date(2020, 2, 29), "til": date(2020, 2, 28)}, "til"),
    ],
)
def test_barnets_datoer_maa_henge_sammen(veileder: Aktor, felter: dict[str, date], felt: str) -> None:
    with pytest.raises(Fagfeil) as feil:
        services.barn_registrer(veileder, lag_person(), **felter)  # type: ignore[arg-type]
    assert feil.value.felt == felt


def test_barn_rettes_og_to_som_retter_ser_hverandre(veileder: Aktor) -> None:
    barn = services.barn_registrer(veileder, lag_person(), fodselsdato=date(2020, 1, 1))
    services.barn_endre(veileder, barn, versjon=1, til=I_DAG)
    with pytest.raises(SamtidigEndring):
        services.barn_endre(veileder, barn, versjon=1, kronisk_syk=True)
    with pytest.raises(Fagfeil):
        services.barn_endre(veileder, barn, fra=date(2026, 6, 4))


def test_ikke_flere_barn_enn_noen_har(veileder: Aktor) -> None:
    person = lag_person()
    for _ in range(services.MAKS_BARN):
        services.barn_registrer(veileder, person, fodselsdato=date(2020, 1, 1))
    with pytest.raises(Fagfeil, match="ført to ganger"):
        services.barn_registrer(veileder, person, fodselsdato=date(2020, 1, 1))
