"""Meetings on one screen, the contact log in ten seconds, a concern, and the evaluation."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from fotfeste.fag.oppfolging import services
from fotfeste.fag.oppfolging.models import Avtalepunkt, Evaluering, Kontakt, Mote
from fotfeste.fag.oppfolging.services import Moteinn, Tolkinn
from fotfeste.fag.sak.models import Sak
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.organisasjon.models import Kontor
from fotfeste.grunnmur.tilgang import Aktor
from tests import grunnlag
from tests.flater.kontor.test_program import logg_inn

BOOKING = {
    "dag": "11.6.26", "klokkeslett": "kl. 10.30", "varighet": "45", "type": "oppfolging", "betydning": "lett",
    "kanal": "mote", "tolkestatus": "unodvendig", "innkall": "on", "hensikt": "Praksisen",
}  # fmt: skip


@pytest.fixture
def nettleser(veileder: Aktor) -> Client:
    return logg_inn(veileder)


def bok(veileder: Aktor, sak: Sak, dag: date = grunnlag.I_DAG, **felter: Any) -> Mote:
    return services.mote_book(
        veileder, sak=sak, inn=Moteinn(start=datetime.combine(dag, time(9), klokke.OSLO), **felter)
    )


def les(klient: Client, navn: str, *deler: Any) -> str:
    return klient.get(reverse(f"kontor:{navn}", args=deler)).content.decode()


def test_booker_og_ser_motet_i_listen(nettleser: Client, sak: Sak) -> None:
    nettleser.post(reverse("kontor:mote_ny", args=[sak.pk]), BOOKING)
    mote = Mote.objects.get()
    assert mote.start is not None
    assert f"{mote.start.astimezone(klokke.OSLO):%d.%m.%y %H.%M}" == "11.06.26 10.30"
    assert "Samira Testdal" in les(nettleser, "moteliste")
    ics = nettleser.get(reverse("kontor:mote_kalender", args=[mote.pk]))
    assert "DTSTART:20260611T083000Z" in ics.content.decode()
    assert "Samira" not in ics.content.decode()


@pytest.mark.parametrize("klokkeslett", ["25", "halv elleve", "10.61"])
def test_et_klokkeslett_som_ikke_finnes_forklares(nettleser: Client, sak: Sak, klokkeslett: str) -> None:
    svar = nettleser.post(reverse("kontor:mote_ny", args=[sak.pk]), BOOKING | {"klokkeslett": klokkeslett})
    assert "er ikke et klokkeslett" in svar.content.decode()
    assert not Mote.objects.exists()


def test_den_som_trenger_tolk_far_ikke_mote_uten(nettleser: Client, kontor: Kontor) -> None:
    sak = grunnlag.lag_sak(kontor, grunnlag.lag_person(sprak="uk", tolkebehov=True))
    tekst = nettleser.post(reverse("kontor:mote_ny", args=[sak.pk]), BOOKING | {"type": "program"}).content.decode()
    assert "her legges planer" in tekst
    assert not Mote.objects.exists()


def test_forberedes_holdes_og_lukkes_pa_en_skjerm(nettleser: Client, sak: Sak, veileder: Aktor) -> None:
    mote = bok(veileder, sak)
    nettleser.post(reverse("kontor:mote_forbered", args=[mote.pk]), {"egne": "Førerkort, Norsk"})
    assert "Førerkort" in les(nettleser, "mote", mote.pk)
    rader = {f"hvem_{nr}": "nav" for nr in range(1, 6)}
    data = rader | {
        "referat": "Det går bra.",
        "hva_1": "Ringe lageret",
        "frist_1": "5.6.26",
        "fikk_sagt": "ja",
        "neste_dag": "1.7.26",
        "neste_klokke": "9",
    }
    nettleser.post(reverse("kontor:mote_lukk", args=[mote.pk]), data)
    mote.refresh_from_db()
    assert (mote.status, mote.fikk_sagt) == ("holdt", "ja")
    assert Mote.objects.filter(status="avtalt").count() == 1
    assert "ikke åpnet ennå" in les(nettleser, "mote", mote.pk)
    punkt = Avtalepunkt.objects.get()
    nettleser.post(reverse("kontor:avtale_kommando", args=[punkt.pk, "gjort"]), {"mote": str(mote.pk)})
    punkt.refresh_from_db()
    assert punkt.status == "gjort"


def test_en_frist_som_har_vaert_forklares_ved_raden(nettleser: Client, sak: Sak, veileder: Aktor) -> None:
    mote = bok(veileder, sak)
    rader = {f"hvem_{nr}": "nav" for nr in range(1, 6)}
    data = rader | {"hva_1": "Ringe", "frist_1": "1.6.26", "neste_dag": "1.7.26"}
    tekst = nettleser.post(reverse("kontor:mote_lukk", args=[mote.pk]), data).content.decode()
    assert "Fristen har vært" in tekst
    assert "Skriv både dag og klokkeslett" in tekst


def test_kom_ikke_flyttet_og_avlyst(nettleser: Client, sak: Sak, veileder: Aktor) -> None:
    mote = bok(veileder, sak)
    ikke = {"fravarsgrunn": "glemte", "neste_steg": "ny_tid", "ny_dag": "12.6.26", "ny_klokke": "13"}
    nettleser.post(reverse("kontor:mote_ikke_mott", args=[mote.pk]), ikke)
    nytt = Mote.objects.get(status="avtalt")
    flytt = {"dag": "15.6.26", "klokkeslett": "9", "grunn": "Kurs"}
    nettleser.post(reverse("kontor:mote_flytt", args=[nytt.pk]), flytt)
    nettleser.post(reverse("kontor:mote_avlys", args=[nytt.pk]), {"grunn": "Syk"})
    nytt.refresh_from_db()
    assert (nytt.dag, nytt.status) == (date(2026, 6, 15), "avlyst")
    assert "Glemte det" in les(nettleser, "moter", sak.pk)


def test_loggen_husker_maten_og_gruppen_noteres_en_gang(nettleser: Client, kontor: Kontor, veileder: Aktor) -> None:
    saker = [grunnlag.lag_sak_i_program(kontor) for _nummer in range(2)]
    services.kontakt_logg(veileder, sak=saker[0], kanal="sms")
    assert re.search(r'value="sms"[^>]*checked', les(nettleser, "kontakt_logg", saker[0].pk))
    data = {"dato": "i dag", "kanal": "mote", "notat": "Skattekort", "saker": [str(sak.pk) for sak in saker]}
    nettleser.post(reverse("kontor:gruppemote"), data)
    assert Kontakt.objects.filter(notat="Skattekort").count() == 2


def test_onske_fra_arrangor_og_bekymring(nettleser: Client, sak: Sak) -> None:
    nettleser.post(reverse("kontor:mote_onsk", args=[sak.pk]), {"initiativ": "arrangor", "onske": "Om fraværet"})
    assert "Om fraværet" in les(nettleser, "mote_ny", sak.pk)
    nettleser.post(reverse("kontor:bekymring", args=[sak.pk]), {"hva": "Ingen finner henne"})
    bekymring = sak.bekymringer.get()
    nettleser.post(reverse("kontor:bekymring_folg_opp", args=[bekymring.pk]), {"gjort": "Ringte legevakten"})
    nettleser.post(reverse("kontor:bekymring_loft", args=[bekymring.pk]), {})
    assert "Lederen fikk vite det" in les(nettleser, "bekymring", sak.pk)
    assert "Ikke før fravær som ugyldig" in les(nettleser, "moter", sak.pk)
    nettleser.post(reverse("kontor:bekymring_avslutt", args=[bekymring.pk]), {"utfall": "Trygg"})
    assert sak.bekymringer.get().status == "avsluttet"


def test_evaluerer_og_sendes_dit_konklusjonen_forer(nettleser: Client, kontor: Kontor, veileder: Aktor) -> None:
    sak = grunnlag.lag_sak_i_program(kontor)
    adresse = reverse("kontor:evaluering_hold", args=[sak.pk])
    tekst = nettleser.post(adresse, {"type": "underveis", "hele_programmet": "on"}).content.decode()
    assert "Hva kom dere til?" in tekst
    data = {
        "type": "underveis",
        "hele_programmet": "on",
        "deltaker_med": "on",
        "framgang": "star",
        "neste": "1.9.26",
        "konklusjon": "endre",
        "begrunnelse": "Vil bytte praksis",
    }
    nettleser.post(reverse("kontor:evaluering_lagre", args=[sak.pk]), data)
    assert Evaluering.objects.get().status == "forberedes"
    svar = nettleser.post(adresse, data | {"versjon": str(Evaluering.objects.get().versjon)})
    assert svar["Location"] == reverse("kontor:program", args=[sak.pk])
    assert "Vil bytte praksis" in les(nettleser, "evalueringer", sak.pk)


def test_listen_viser_mine_og_alle(nettleser: Client, kontor: Kontor, veileder: Aktor, fagansvarlig: Aktor) -> None:
    en, annen = grunnlag.lag_sak(kontor), grunnlag.lag_sak(kontor, grunnlag.lag_person(fornavn="Birk"))
    bok(veileder, en, date(2026, 6, 9))
    bok(fagansvarlig, annen, date(2026, 6, 9), tolk=Tolkinn())
    mine = les(nettleser, "moteliste")
    assert "Samira" in mine
    assert "Birk" not in mine
    alle = nettleser.get(reverse("kontor:moteliste"), {"hvem": "alle"}).content.decode()
    assert "Birk" in alle
    bare = nettleser.get(reverse("kontor:moteliste"), {"hvem": "alle", "tekst": "birk"}).content.decode()
    assert "Samira" not in bare
