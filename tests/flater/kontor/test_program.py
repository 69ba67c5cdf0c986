"""The veileder builds a week in the browser, sends it, and writes down what was agreed."""

from __future__ import annotations

import uuid
from datetime import date, time
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from fotfeste.fag.program import services
from fotfeste.fag.program.enums import Programstatus
from fotfeste.fag.program.models import Aktivitet, Permisjon, Programversjon
from fotfeste.fag.sak.models import Sak
from fotfeste.grunnmur.organisasjon.enums import Rolle
from fotfeste.grunnmur.tilgang import Aktor
from tests import grunnlag
from tests.fag.program.fortellinger import avtalt_program, fyll_uken, gi_vedtak


def logg_inn(aktor: Aktor) -> Client:
    klient = Client()
    klient.force_login(aktor.krev_bruker(), backend="django.contrib.auth.backends.ModelBackend")
    return klient


@pytest.fixture
def nettleser(veileder: Aktor) -> Client:
    return logg_inn(veileder)


@pytest.fixture
def utkast(sak: Sak, veileder: Aktor) -> Programversjon:
    gi_vedtak(sak, veileder)
    return services.programversjon_start(veileder, sak=sak)


def side(nettleser: Client, sak: Sak) -> str:
    svar = nettleser.get(reverse("kontor:program", args=[sak.pk]))
    assert svar.status_code == 200
    return svar.content.decode()


def test_fra_tom_plan_til_avtalt_i_mote(nettleser: Client, sak: Sak, veileder: Aktor) -> None:
    gi_vedtak(sak, veileder)
    assert "Begynn på programmet" in side(nettleser, sak)
    nettleser.post(reverse("kontor:program_ny", args=[sak.pk]), {"innsending": str(uuid.uuid4())})
    versjon = Programversjon.objects.get()
    nettleser.post(
        reverse("kontor:program_aktivitet_ny", args=[versjon.pk]),
        {
            "navn": "Praksis",
            "gruppe": "arbeidsrettet",
            "hverdager": "8.30-12",
            "dag_4": "fri",
            "dag_5": "10–12 og 13-14",
        },
    )
    aktivitet = Aktivitet.objects.get()
    assert [str(blokk) for blokk in aktivitet.blokker.all()] == [
        "mandag 08.30–12.00",
        "tirsdag 08.30–12.00",
        "onsdag 08.30–12.00",
        "torsdag 08.30–12.00",
        "lørdag 10.00–12.00",
        "lørdag 13.00–14.00",
    ]
    alt = side(nettleser, sak)
    assert "Mangler 20,5 timer" in alt
    assert "Programmet må si når det skal evalueres" in alt
    assert "03.09.2026" in alt, "the municipality's interval proposes dates"
    services.aktivitet_fjern(veileder, aktivitet=aktivitet)
    fyll_uken(veileder, versjon)
    svar = nettleser.post(reverse("kontor:program_foresla", args=[versjon.pk]), {})
    assert svar.status_code == 302
    svar = nettleser.post(
        reverse("kontor:program_avtal_i_mote", args=[versjon.pk]), {"dato": "i dag", "hvordan": "i møte, med tolk"}
    )
    assert svar.status_code == 302
    versjon.refresh_from_db()
    assert versjon.status == Programstatus.AVTALT
    assert "i møte, med tolk" in side(nettleser, sak)


def test_feil_star_ved_feltet_og_det_skrevne_star_igjen(nettleser: Client, utkast: Programversjon) -> None:
    svar = nettleser.post(
        reverse("kontor:program_aktivitet_ny", args=[utkast.pk]),
        {"navn": "Kurs på torget", "gruppe": "opplaering", "dag_0": "ni til tolv", "dag_1": "12-9"},
    )
    tekst = svar.content.decode()
    assert "«ni til tolv» er ikke et tidsrom. Skriv for eksempel 9–12 eller 8.30–15." in tekst
    assert "Kurs på torget" in tekst
    svar = nettleser.post(
        reverse("kontor:program_aktivitet_ny", args=[utkast.pk]),
        {"navn": "Kurs", "gruppe": "opplaering", "dag_1": "12-9", "dag_2": "9-25"},
    )
    assert "«9-25» finnes ikke på klokken" in svar.content.decode()
    assert not Aktivitet.objects.exists()


def test_det_loven_krever_stopper_sendingen_i_ord(nettleser: Client, utkast: Programversjon) -> None:
    svar = nettleser.post(reverse("kontor:program_foresla", args=[utkast.pk]), {})
    assert svar.status_code == 200
    assert "Uken har 0 timer. Programmet er på full tid" in svar.content.decode()


def test_mal_periode_og_evaluering_lagres(nettleser: Client, utkast: Programversjon) -> None:
    nettleser.post(
        reverse("kontor:program_lagre", args=[utkast.pk]), {"mal": "Jeg vil bli kokk", "fra": "8.6.26", "til": "1.2.27"}
    )
    nettleser.post(reverse("kontor:program_evaluering", args=[utkast.pk]), {"datoer": "2.9.2026, 30.1.27\n1.12.26"})
    utkast.refresh_from_db()
    assert utkast.mal == "Jeg vil bli kokk"
    assert [f"{ett.dato:%d.%m.%y} {ett.type}" for ett in utkast.evalueringsdatoer.all()] == [
        "02.09.26 underveis",
        "01.12.26 underveis",
        "30.01.27 slutt",
    ]
    svar = nettleser.post(reverse("kontor:program_evaluering", args=[utkast.pk]), {"datoer": "30.2.2027"})
    assert "«30.2.2027» er ikke en dato" in svar.content.decode()


def test_to_faner_ser_begge_tekstene(nettleser: Client, utkast: Programversjon) -> None:
    felter = {"fra": "8.6.26", "til": "", "versjon": utkast.versjon}
    nettleser.post(reverse("kontor:program_lagre", args=[utkast.pk]), {"mal": "Kokk på skip", **felter})
    svar = nettleser.post(reverse("kontor:program_lagre", args=[utkast.pk]), {"mal": "Kokk på hotell", **felter})
    tekst = svar.content.decode()
    assert "Noen andre har lagret mens du skrev" in tekst
    assert "Kokk på skip" in tekst
    assert "Kokk på hotell" in tekst


def test_dobbeltklikk_gir_en_aktivitet(nettleser: Client, utkast: Programversjon) -> None:
    felter = {"navn": "Kurs", "gruppe": "opplaering", "hverdager": "9-10", "innsending": str(uuid.uuid4())}
    for _ in range(2):
        svar = nettleser.post(reverse("kontor:program_aktivitet_ny", args=[utkast.pk]), felter)
        assert svar.status_code == 302
    assert Aktivitet.objects.count() == 1


def test_aktiviteten_endres_fra_det_som_star(nettleser: Client, utkast: Programversjon, veileder: Aktor) -> None:
    fyll_uken(veileder, utkast)
    aktivitet = utkast.aktiviteter.get(navn="Norskkurs")
    adresse = reverse("kontor:program_aktivitet", args=[aktivitet.pk])
    assert 'value="12.30–14.30"' in nettleser.get(adresse).content.decode()
    nettleser.post(adresse, {"navn": "Norskkurs B1", "gruppe": "opplaering", "dag_0": "12.30–14.30"})
    aktivitet.refresh_from_db()
    assert (aktivitet.navn, aktivitet.blokker.count()) == ("Norskkurs B1", 1)
    nettleser.post(reverse("kontor:program_aktivitet_fjern", args=[aktivitet.pk]), {})
    assert not Aktivitet.objects.filter(pk=aktivitet.pk).exists()
    # In another tab the week has gone to the participant meanwhile: the press says so, and does nothing.
    rest = utkast.aktiviteter.first()
    assert rest is not None
    Programversjon.objects.filter(pk=utkast.pk).update(status=Programstatus.FORESLATT)
    svar = nettleser.post(reverse("kontor:program_aktivitet_fjern", args=[rest.pk]), {}, follow=True)
    assert "kan ikke" in " ".join(str(melding).lower() for melding in svar.context["messages"])
    assert Aktivitet.objects.filter(pk=rest.pk).exists()


def test_forslaget_tas_tilbake_og_permisjon_fores(nettleser: Client, utkast: Programversjon, veileder: Aktor) -> None:
    fyll_uken(veileder, utkast)
    services.programversjon_foresla(veileder, program=utkast)
    nettleser.post(reverse("kontor:program_trekk_tilbake", args=[utkast.pk]), {})
    utkast.refresh_from_db()
    assert utkast.status == Programstatus.UTKAST
    adresse = reverse("kontor:program_permisjon", args=[utkast.sak_id])
    svar = nettleser.post(adresse, {"fra": "1.7.26", "til": "30.6.26", "grunn": "Fødsel", "kode": "annen"})
    assert "Permisjonen slutter før den begynner" in svar.content.decode()
    svar = nettleser.post(adresse, {"fra": "1.7.26", "til": "31.7.26", "grunn": "Fødsel"})
    assert "Fyll ut «Hva slags permisjon»" in svar.content.decode()
    nettleser.post(adresse, {"fra": "1.7.26", "til": "31.7.26", "grunn": "Fødsel", "kode": "annen"})
    permisjon = Permisjon.objects.get()
    assert (permisjon.grunn, permisjon.med_stonad) == ("Fødsel", False)
    endre = reverse("kontor:program_permisjon_endre", args=[permisjon.pk])
    svar = nettleser.post(endre, {"hva": "avkort", "grunn": "Vil begynne igjen"})
    assert "Velg en siste dag fra 1. juli 2026 og før 31. juli 2026" in svar.content.decode()
    nettleser.post(endre, {"hva": "avkort", "siste_dag": "10.7.26", "grunn": "Vil begynne igjen"})
    permisjon.refresh_from_db()
    assert permisjon.til == date(2026, 7, 10)
    nettleser.post(endre, {"hva": "trekk", "grunn": "Ble ikke noe av"})
    assert not Permisjon.objects.exists()


def test_ny_versjon_viser_hva_som_er_nytt(nettleser: Client, sak: Sak, veileder: Aktor) -> None:
    gi_vedtak(sak, veileder)
    avtalt_program(sak, veileder)
    ny = services.programversjon_start(veileder, sak=sak)
    services.aktivitet_fjern(veileder, aktivitet=ny.aktiviteter.get(navn="Norskkurs"))
    assert "Tatt bort: Norskkurs." in side(nettleser, sak)


@pytest.mark.parametrize("rolle", [Rolle.OKONOMI, Rolle.SYSTEMANSVARLIG, Rolle.STATLIG_VEILEDER])
def test_andre_roller_finner_ikke_siden(sak: Sak, kontor: Any, rolle: Rolle) -> None:
    klient = logg_inn(grunnlag.lag_aktor(rolle, kontor))
    assert klient.get(reverse("kontor:program", args=[sak.pk])).status_code == 404


def test_et_annet_kontor_finner_ikke_siden(sak: Sak, kommune: Any, utkast: Programversjon) -> None:
    klient = logg_inn(grunnlag.lag_aktor(Rolle.VEILEDER, grunnlag.lag_kontor(kommune, "NAV Fjordvik nord")))
    for adresse in (
        reverse("kontor:program", args=[sak.pk]),
        reverse("kontor:program_aktivitet_ny", args=[utkast.pk]),
    ):
        assert klient.get(adresse).status_code == 404
    assert klient.post(reverse("kontor:program_foresla", args=[utkast.pk]), {}).status_code == 404


def test_revisor_leser_uten_knapper(sak: Sak, utkast: Programversjon, revisor: Aktor) -> None:
    tekst = side(logg_inn(revisor), sak)
    assert "Send til deltakeren" not in tekst
    assert "Legg til aktivitet" not in tekst


def test_like_mange_sporringer_for_tre_som_for_tolv_aktiviteter(
    nettleser: Client, sak: Sak, utkast: Programversjon, veileder: Aktor
) -> None:
    fyll_uken(veileder, utkast)
    side(nettleser, sak)
    with CaptureQueriesContext(connection) as faa:
        side(nettleser, sak)
    for nummer in range(9):
        services.aktivitet_lagre(
            veileder, program=utkast, navn=f"Kurs {nummer}", gruppe="helse",
            blokker=[services.Blokkinn(5, grunnklokke(nummer), grunnklokke(nummer + 1))],
        )  # fmt: skip
    with CaptureQueriesContext(connection) as mange:
        side(nettleser, sak)
    assert len(faa) == len(mange)


def grunnklokke(time_: int) -> Any:
    return time(8 + time_)
