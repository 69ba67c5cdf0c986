"""«Hva om …?»: what a leader and økonomi are shown of a change, and what nobody is."""

from __future__ import annotations

import csv
import io
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from fotfeste.fag.person.services import barn_registrer
from fotfeste.fag.utbetaling import services
from fotfeste.fag.utbetaling.models import Utbetaling
from fotfeste.grunnmur.feil import IkkeTilgang
from fotfeste.grunnmur.organisasjon.enums import Rolle
from fotfeste.grunnmur.organisasjon.models import Kommune, Kontor
from fotfeste.grunnmur.tilgang import SYSTEM, Aktor
from fotfeste.innsikt.simulering.endring import Endring
from fotfeste.innsikt.simulering.selectors import simuler
from fotfeste.kobling.betaling.services import filer_lag
from tests.grunnlag import lag_aktor, lag_kommune, lag_kontor, lag_person, lag_sak_i_program, lag_timeliste

pytestmark = pytest.mark.django_db
MAI = date(2026, 5, 1)
DAGSATS = 22_510  # 21 stønadsdager in May 2026


@pytest.fixture
def nord(kommune: Kommune) -> Kontor:
    return lag_kontor(kommune, "NAV Fjordvik nord")


@pytest.fixture
def betalt(kontor: Kontor, nord: Kontor, veileder: Aktor, okonomi: Aktor, okonomi2: Aktor) -> list[Utbetaling]:
    """May, paid: five grown-ups in the south, six of 23 in the north, two of them with a child."""
    for nr in range(11):
        ung = nr >= 5
        person = lag_person(fodselsdato=date(2003, 1, 20) if ung else date(1990, 2, 14), etternavn=f"Prøve {nr}")
        if nr in {9, 10}:
            barn_registrer(SYSTEM, person, fodselsdato=date(2024, 3, 1))
        lag_timeliste(lag_sak_i_program(nord if ung else kontor, person=person), MAI, godkjent_av=veileder)
    kjoring = services.kjoring_opprett(okonomi, kommune=kontor.kommune, maned=MAI)
    filer_lag(okonomi2, services.kjoring_frigi(okonomi2, services.kjoring_forbered(okonomi, kjoring)))
    return list(kjoring.utbetalinger.all())


def les(client: Client, aktor: Aktor, **valg: str) -> str:
    client.force_login(aktor.krev_bruker())
    svar = client.get(reverse("kontor:simulering"), valg)
    assert svar.status_code == 200
    return " ".join(svar.content.decode().replace("\N{NO-BREAK SPACE}", " ").split())


def test_full_stonad_fra_23_i_ord_bilde_og_tabell(client: Client, betalt: list[Utbetaling], okonomi: Aktor) -> None:
    side = les(client, okonomi, alder="23")
    assert "Dette er et regnestykke, ikke regelverket." in side
    # Two thirds of 22 510.10… is 15 006.73…: six persons get 7 503 more each.
    assert "<b>Kommunen ville betalt 45 018 kr mer</b>" in side
    assert "6 ville fått mer, 0 mindre og 5 det samme" in side
    assert '<svg class="simulering"' in side
    assert "minst 2 000 kr mer" in side
    assert "NAV Fjordvik nord" in side


def test_faerre_enn_fem_og_den_de_kan_regnes_ut_av_vises_ikke(
    client: Client, betalt: list[Utbetaling], okonomi: Aktor
) -> None:
    """Two have children. The nine others are not shown either: whoever takes them from eleven has the two."""
    side = les(client, okonomi, faktor="2,2")
    assert "11 ville fått mer, 0 mindre og 0 det samme" in side
    assert '<th scope="row">Med barnetillegg</th><td colspan="4" class="tall dempet">vises ikke</td>' in side
    assert '<th scope="row">Uten barnetillegg</th><td colspan="4" class="tall dempet">vises ikke</td>' in side


def test_en_endring_for_fa_sier_ikke_hva_de_far(client: Client, betalt: list[Utbetaling], okonomi: Aktor) -> None:
    """The sum would be the sum of two."""
    side = les(client, okonomi, barnetillegg="50")
    assert "eller færre enn 5 som endringen gjelder" in side
    assert "504" not in side


def test_en_leder_ser_kommunen_samlet_og_bare_sitt_eget_kontor(
    client: Client, betalt: list[Utbetaling], leder: Aktor
) -> None:
    side = les(client, leder, faktor="2,2")
    assert "til 11 deltakere" in side
    assert "NAV Fjordvik sør" in side
    assert "NAV Fjordvik nord" not in side


def test_filen_har_de_samme_tallene(client: Client, betalt: list[Utbetaling], okonomi: Aktor) -> None:
    client.force_login(okonomi.krev_bruker())
    svar = client.get(reverse("kontor:simulering_fil"), {"alder": "23"})
    rader = list(csv.reader(io.StringIO(svar.content.decode("utf-8-sig"), newline=""), delimiter=";"))
    foer, etter = 5 * DAGSATS + 6 * 15_007 + 2 * 21 * 38, 11 * DAGSATS + 2 * 21 * 38
    assert rader[1] == ["", "Alle", "11", str(foer), str(etter), str(etter - foer)]
    assert ["Barn", "Med barnetillegg", "", "", "", ""] in rader
    tomt = client.get(reverse("kontor:simulering_fil"))
    assert (tomt.status_code, tomt["Location"].split("?")[0]) == (302, reverse("kontor:simulering"))


def test_uten_endring_regnes_ingenting_og_feil_sies_ved_feltet(client: Client, okonomi: Aktor) -> None:
    assert 'id="svar"' not in les(client, okonomi)
    assert "I dag: 2,041" in les(client, okonomi)
    side = les(client, okonomi, faktor="to", alder="12", andel="66,67", grunnbelop="1e9", periode="x")
    for setning in (
        "Skriv et tall, for eksempel 2,2.",
        "Skriv et tall fra 18 til 67.",
        "Skriv tallet med høyst 1 desimal.",
        "Skriv et tall fra 0 til 1000000.",
    ):
        assert setning in side
    assert "ingen frigitte utbetalinger" in les(client, okonomi, faktor="2,2", periode="tolv")


def test_planlagt_og_for_fa_gir_ingen_tall(
    client: Client, kontor: Kontor, veileder: Aktor, okonomi: Aktor, okonomi2: Aktor
) -> None:
    lag_timeliste(lag_sak_i_program(kontor), MAI, godkjent_av=veileder)
    kjoring = services.kjoring_opprett(okonomi, kommune=kontor.kommune, maned=MAI)
    kjoring = services.kjoring_forbered(okonomi, kjoring)
    assert "ingen frigitte utbetalinger" in les(client, okonomi, faktor="2,2")
    services.kjoring_frigi(okonomi2, kjoring)
    side = les(client, okonomi, faktor="2,2")
    assert "Det er færre enn 5 deltakere i disse månedene" in side
    assert "22 510" not in side


def test_simulering_koster_like_mange_sporringer_for_flere_deltakere(
    client: Client, betalt: list[Utbetaling], okonomi: Aktor
) -> None:
    client.force_login(okonomi.krev_bruker())
    with CaptureQueriesContext(
        connection,
    ) as sporringer:
        client.get(reverse("kontor:simulering"), {"faktor": "2,2"})
    assert len(sporringer) <= 16


def test_en_annen_kommune_og_andre_roller_slipper_ikke_til(kommune: Kommune, kontor: Kontor, revisor: Aktor) -> None:
    fremmed = lag_aktor(Rolle.OKONOMI, lag_kontor(lag_kommune("Elvdal", "3453")))
    for aktor in (fremmed, revisor, lag_aktor(Rolle.VEILEDER, kontor)):
        with pytest.raises(IkkeTilgang):
            simuler(aktor, kommune, [MAI], Endring())
