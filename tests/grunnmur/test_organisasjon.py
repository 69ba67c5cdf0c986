"""Roles and municipal choices: given, ended and set from a day, by someone else than the one concerned."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import DatabaseError, transaction

from fotfeste.grunnmur.feil import Fagfeil, IkkeTilgang, SamtidigEndring
from fotfeste.grunnmur.organisasjon.enums import Rolle
from fotfeste.grunnmur.organisasjon.models import Bruker, KommunaltValg, Kommune, Kontor, Medlemskap
from fotfeste.grunnmur.organisasjon.selectors import organisasjon
from fotfeste.grunnmur.organisasjon.services import kommunalt_valg_sett, medlemskap_avslutt, medlemskap_gi
from fotfeste.grunnmur.organisasjon.valg import verdi
from fotfeste.grunnmur.tilgang import Aktor, aktor_for
from tests.grunnlag import I_DAG, lag_aktor, lag_kommune, lag_kontor

I_GAR, I_MORGEN = I_DAG - timedelta(days=1), I_DAG + timedelta(days=1)


def _gi(aktor: Aktor, hos: Kontor, **felter: Any) -> Medlemskap:
    felt: dict[str, Any] = {
        "kommune": hos.kommune,
        "kontor": hos,
        "brukernavn": "ny.ansatt",
        "navn": "Ny Ansatt",
        "rolle": Rolle.VEILEDER,
        "fra": I_DAG,
        **felter,
    }
    return medlemskap_gi(aktor, **felt)


def test_en_ny_ansatt_faar_en_rolle_fra_en_dag(kontor: Kontor, systemansvarlig: Aktor) -> None:
    medlemskap = _gi(systemansvarlig, kontor, fra=I_MORGEN)
    assert aktor_for(medlemskap.bruker, I_DAG).roller == set()
    assert aktor_for(medlemskap.bruker, I_MORGEN).roller == {Rolle.VEILEDER}
    historie = Medlemskap.pgh_event_model.objects.get(pgh_obj=medlemskap)  # type: ignore[attr-defined]
    assert historie.pgh_context.metadata == {
        "bruker": str(systemansvarlig.bruker_id),
        "kommando": "organisasjon.gi_rolle",
    }


def test_en_kommunerolle_gjelder_hele_kommunen(kontor: Kontor, systemansvarlig: Aktor) -> None:
    assert _gi(systemansvarlig, kontor, rolle=Rolle.OKONOMI).kontor is None


@pytest.mark.parametrize(
    ("felter", "felt"),
    [
        ({"kontor": None}, "kontor"),
        ({"rolle": Rolle.DELTAKER}, "rolle"),
        ({"til": I_GAR}, "til"),
        ({"navn": ""}, "navn"),
    ],
)
def test_det_som_ikke_gaar_sies_ved_feltet(
    kontor: Kontor, systemansvarlig: Aktor, felter: dict[str, Any], felt: str
) -> None:
    with pytest.raises(Fagfeil) as feil:
        _gi(systemansvarlig, kontor, **felter)
    assert feil.value.felt == felt
    assert not Bruker.objects.filter(brukernavn="ny.ansatt").exists()


def test_en_annen_kommunes_kontor_avvises(kontor: Kontor, systemansvarlig: Aktor) -> None:
    fremmed = lag_kontor(lag_kommune("Annenvik", "4205"))
    with pytest.raises(Fagfeil, match="Velg hvilket kontor"):
        _gi(systemansvarlig, kontor, kontor=fremmed)
    with pytest.raises(IkkeTilgang):
        _gi(systemansvarlig, fremmed)


def test_samme_rolle_to_ganger_i_samme_tid_faar_en_setning(kontor: Kontor, systemansvarlig: Aktor) -> None:
    _gi(systemansvarlig, kontor)
    with pytest.raises(Fagfeil, match="Ny Ansatt har alt denne rollen"):
        _gi(systemansvarlig, kontor, fra=I_MORGEN)


def test_ingen_gir_eller_avslutter_sin_egen_rolle(kontor: Kontor, systemansvarlig: Aktor) -> None:
    bruker = systemansvarlig.krev_bruker()
    with pytest.raises(Fagfeil, match="dine egne roller"):
        _gi(systemansvarlig, kontor, brukernavn=bruker.brukernavn, rolle=Rolle.BESLUTTER)
    egen = Medlemskap.objects.get(bruker=bruker)
    with pytest.raises(Fagfeil, match="dine egne roller"):
        medlemskap_avslutt(systemansvarlig, medlemskap=egen, til=I_DAG)


def test_en_rolle_avsluttes_paa_en_dag(kontor: Kontor, systemansvarlig: Aktor) -> None:
    veileder = lag_aktor(Rolle.VEILEDER, kontor)
    medlemskap = Medlemskap.objects.get(bruker=veileder.bruker)
    with pytest.raises(Fagfeil, match="tidligst være 2"):
        medlemskap_avslutt(systemansvarlig, medlemskap=medlemskap, til=date(2026, 1, 1))
    medlemskap_avslutt(systemansvarlig, medlemskap=medlemskap, til=I_DAG, versjon=1)
    with pytest.raises(SamtidigEndring):
        medlemskap_avslutt(systemansvarlig, medlemskap=medlemskap, til=I_MORGEN, versjon=1)
    assert aktor_for(veileder.krev_bruker(), I_MORGEN).roller == set()


def test_databasen_avviser_en_rolle_endret_uten_navn(kontor: Kontor, veileder: Aktor) -> None:
    with pytest.raises(DatabaseError, match="uten aktor"), transaction.atomic():
        Medlemskap.objects.filter(bruker=veileder.bruker).update(rolle=Rolle.BESLUTTER)


def _sett(
    aktor: Aktor, kommune: Kommune, tall: Any, fra: date, begrunnelse: str = "Kommunestyret 4/26"
) -> KommunaltValg:
    return kommunalt_valg_sett(
        aktor, kommune=kommune, nokkel="utbetalingsdag", verdi=tall, fra=fra, begrunnelse=begrunnelse
    )


def test_et_nytt_valg_avslutter_det_forrige_dagen_for(kommune: Kommune, systemansvarlig: Aktor) -> None:
    _sett(systemansvarlig, kommune, 15, I_DAG)
    _sett(systemansvarlig, kommune, 20, date(2026, 7, 1))
    assert [
        verdi(kommune.pk, "utbetalingsdag", dag) for dag in (I_GAR, I_DAG, date(2026, 6, 30), date(2026, 7, 1))
    ] == [
        12,
        15,
        15,
        20,
    ]
    _sett(systemansvarlig, kommune, 21, date(2026, 7, 1))
    assert KommunaltValg.objects.count() == 2


@pytest.mark.parametrize(
    ("tall", "fra", "begrunnelse", "felt"),
    [
        (29, I_DAG, "Vedtatt", "verdi"),
        (True, I_DAG, "Vedtatt", "verdi"),
        (15, I_GAR, "Vedtatt", "fra"),
        (15, I_DAG, "  ", "begrunnelse"),
    ],
)
def test_valg_som_ikke_gaar(
    kommune: Kommune, systemansvarlig: Aktor, tall: Any, fra: date, begrunnelse: str, felt: str
) -> None:
    with pytest.raises(Fagfeil) as feil:
        _sett(systemansvarlig, kommune, tall, fra, begrunnelse)
    assert feil.value.felt == felt


def test_et_valg_foran_et_som_er_bestemt_avvises(kommune: Kommune, systemansvarlig: Aktor) -> None:
    _sett(systemansvarlig, kommune, 20, date(2026, 7, 1))
    with pytest.raises(Fagfeil, match="alt bestemt et valg"):
        _sett(systemansvarlig, kommune, 15, I_DAG)


def test_lederen_ser_sitt_kontor_og_revisor_hele_kommunen(
    kontor: Kontor, leder: Aktor, revisor: Aktor, veileder: Aktor, systemansvarlig: Aktor
) -> None:
    nabo = lag_aktor(Rolle.VEILEDER, lag_kontor(kontor.kommune, "NAV Fjordvik nord"), navn="Nabo Nabosen")
    (sett_av_leder,) = organisasjon(leder)
    (sett_av_revisor,) = organisasjon(revisor)
    assert {m.bruker for m in sett_av_leder.roller} == {leder.bruker, veileder.bruker}
    assert nabo.bruker in {m.bruker for m in sett_av_revisor.roller}
    assert [b.kan_endre for b in (sett_av_leder, sett_av_revisor, *organisasjon(systemansvarlig))] == [
        False,
        False,
        True,
    ]
    with pytest.raises(IkkeTilgang):
        organisasjon(veileder)
    with pytest.raises(IkkeTilgang):
        _gi(leder, kontor)
