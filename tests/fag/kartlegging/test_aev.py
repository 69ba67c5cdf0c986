"""The arbeidsevnevurdering: five points, both voices, and a version that stands once it is complete."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import DatabaseError, connection, transaction

from fotfeste.fag.kartlegging import services
from fotfeste.fag.kartlegging.enums import AevStatus, Innsatsgruppe, Kildetype
from fotfeste.fag.kartlegging.models import Arbeidsevnevurdering, Kilde
from fotfeste.fag.kartlegging.selectors import aev_side, eget_utkast
from fotfeste.fag.sak.models import Sak
from fotfeste.grunnmur.feil import Fagfeil, FlereFeil, IkkeTilgang, SamtidigEndring, UlovligOvergang
from fotfeste.grunnmur.logg.models import Hendelse
from fotfeste.grunnmur.logg.services import kommando
from fotfeste.grunnmur.organisasjon.enums import Rolle
from fotfeste.grunnmur.tilgang import Aktor
from tests.fag.vedtak.fortelling import fullfor_aev, skriv_aev
from tests.grunnlag import I_DAG, lag_aktor, lag_kontor


def test_hvert_punkt_som_mangler_far_sin_setning(veileder: Aktor, sak: Sak) -> None:
    vurdering = services.aev_start(veileder, sak=sak)
    with pytest.raises(FlereFeil) as feil:
        services.aev_fullfor(veileder, vurdering=vurdering)
    felter = [f.felt for f in feil.value.feil]
    assert felter == [
        "punkt_a",
        "punkt_b",
        "punkt_c",
        "punkt_d",
        "nedsatt",
        "punkt_e",
        "motivasjon",
        "mal",
        "innsatsgruppe",
        "brukers_syn",
        "kilder",
    ]
    assert feil.value.feil[2].hjemmel == "NAV-loven § 14 a første ledd bokstav c"
    assert "Behov for bistand" in feil.value.feil[2].melding


def test_fullfort_vurdering_star_fast(veileder: Aktor, sak: Sak) -> None:
    vurdering = fullfor_aev(veileder, sak)
    assert vurdering.status == AevStatus.FULLFORT
    assert vurdering.ferdigstilt == I_DAG
    with pytest.raises(UlovligOvergang):
        services.aev_lagre(veileder, vurdering=vurdering, punkt_a="Noe annet.")
    with pytest.raises(DatabaseError), kommando(veileder, "snik"), connection.cursor() as sql:
        sql.execute("UPDATE kartlegging_arbeidsevnevurdering SET punkt_a = 'x' WHERE id = %s", [vurdering.pk])
    with pytest.raises(UlovligOvergang):
        services.kilde_legg_til(veileder, vurdering=vurdering, type=Kildetype.LEGE, beskrivelse="Attest", dato=I_DAG)


def test_ny_versjon_bygger_pa_den_forrige_og_viser_hva_som_er_gjenbrukt(veileder: Aktor, sak: Sak) -> None:
    fullfor_aev(veileder, sak)
    ny = services.aev_start(veileder, sak=sak)
    assert (ny.nummer, ny.punkt_a) == (2, "Svar på punkt_a.")
    assert "punkt_a" in ny.gjenbrukt
    assert not ny.kilder.exists()
    ny = services.aev_lagre(veileder, vurdering=ny, punkt_a="Har nå fagbrev.", punkt_b="Svar på punkt_b.")
    assert "punkt_a" not in ny.gjenbrukt
    assert "punkt_b" in ny.gjenbrukt
    side = aev_side(veileder, sak.pk)
    assert side.vist == ny
    assert [versjon.nummer for versjon in side.versjoner] == [2, 1]
    gammel = aev_side(veileder, sak.pk, nummer=1).vist
    assert gammel is not None
    assert gammel.status == AevStatus.FULLFORT


def test_bare_ett_utkast_om_gangen(veileder: Aktor, sak: Sak) -> None:
    services.aev_start(veileder, sak=sak)
    with pytest.raises(Fagfeil, match="allerede et utkast"):
        services.aev_start(veileder, sak=sak)


def test_to_saksbehandlere_pa_ett_utkast(veileder: Aktor, fagansvarlig: Aktor, sak: Sak) -> None:
    vurdering = services.aev_start(veileder, sak=sak)
    apnet = vurdering.versjon
    services.aev_lagre(veileder, vurdering=vurdering, versjon=apnet, punkt_a="Veilederens tekst")
    with pytest.raises(SamtidigEndring) as feil:
        services.aev_lagre(fagansvarlig, vurdering=vurdering, versjon=apnet, punkt_a="En annen tekst")
    assert feil.value.gjeldende.punkt_a == "Veilederens tekst"


def test_deltakerens_egne_ord_forstyrrer_ikke_veilederen(veileder: Aktor, deltaker: Aktor, sak: Sak) -> None:
    sak.refresh_from_db()
    vurdering = services.aev_start(veileder, sak=sak)
    utkast = eget_utkast(deltaker)
    assert utkast == vurdering
    services.aev_lever_eget_syn(deltaker, vurdering=vurdering, deltaker_b="Jeg vil bli kokk.")
    lagret = services.aev_lagre(veileder, vurdering=vurdering, versjon=vurdering.versjon, punkt_b="Kokk.")
    assert lagret.deltaker_b == "Jeg vil bli kokk."
    assert lagret.deltaker_levert == I_DAG
    assert Hendelse.objects.filter(sak_id=sak.pk, kode="aev.eget_syn").exists()


def test_eget_syn_er_bare_deltakerens(veileder: Aktor, deltaker: Aktor, kontor: object, sak: Sak) -> None:
    vurdering = services.aev_start(veileder, sak=sak)
    vurdering.sak.person.refresh_from_db()
    with pytest.raises(IkkeTilgang):
        services.aev_lever_eget_syn(veileder, vurdering=vurdering, deltaker_a="Noe")
    with pytest.raises(Fagfeil, match="minst ett"):
        services.aev_lever_eget_syn(deltaker, vurdering=vurdering)
    with pytest.raises(IkkeTilgang):
        services.aev_lagre(deltaker, vurdering=vurdering, punkt_a="Mitt")
    with pytest.raises(TypeError):
        services.aev_lagre(veileder, vurdering=vurdering, deltaker_a="Lagt i munnen")


def test_okonomi_og_andre_kontor_ser_ikke_vurderingen(
    okonomi: Aktor, revisor: Aktor, kommune: object, veileder: Aktor, sak: Sak
) -> None:
    services.aev_start(veileder, sak=sak)
    annet = lag_aktor(Rolle.VEILEDER, lag_kontor(kommune, "NAV Fjordvik nord"))  # type: ignore[arg-type]
    for aktor in (okonomi, annet):
        with pytest.raises(IkkeTilgang):
            aev_side(aktor, sak.pk)
    assert aev_side(revisor, sak.pk).vist


@pytest.mark.parametrize(
    ("dag", "beskrivelse", "felt"),
    [("2026-06-04", "Samtale", "dato"), ("1900-01-01", "Samtale", "dato"), ("2026-06-03", " ", "beskrivelse")],
)
def test_kilden_ma_finnes(veileder: Aktor, sak: Sak, dag: str, beskrivelse: str, felt: str) -> None:
    vurdering = services.aev_start(veileder, sak=sak)
    with pytest.raises(Fagfeil) as feil:
        services.kilde_legg_til(
            veileder,
            vurdering=vurdering,
            type=Kildetype.SAMTALE,
            beskrivelse=beskrivelse,
            dato=date.fromisoformat(dag),
        )
    assert feil.value.felt == felt


def test_kilde_kan_tas_bort_mens_det_er_utkast(veileder: Aktor, sak: Sak) -> None:
    vurdering = skriv_aev(veileder, sak)
    services.kilde_fjern(veileder, kilde=vurdering.kilder.get())
    assert not Kilde.objects.exists()


def test_forkastet_utkast_teller_ikke(veileder: Aktor, sak: Sak) -> None:
    vurdering = services.aev_start(veileder, sak=sak)
    services.aev_forkast(veileder, vurdering=vurdering)
    assert aev_side(veileder, sak.pk).vist is None
    assert services.aev_start(veileder, sak=sak).nummer == 2


def test_databasen_tillater_ikke_to_utkast(veileder: Aktor, sak: Sak) -> None:
    services.aev_start(veileder, sak=sak)
    with pytest.raises(DatabaseError), kommando(veileder, "snik"), transaction.atomic():
        Arbeidsevnevurdering.objects.create(sak=sak, nummer=9, innsatsgruppe=Innsatsgruppe.STANDARD)
