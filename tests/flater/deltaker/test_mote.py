"""The participant asks for a meeting, answers, ticks what is done, and prepares the evaluation."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from fotfeste.fag.oppfolging import services
from fotfeste.fag.oppfolging.models import Avtalepunkt, Evaluering, Mote
from fotfeste.fag.oppfolging.services import Avtaleinn, Lukking, Moteinn
from fotfeste.fag.plan.services import plantilbud_registrer
from fotfeste.fag.sak.models import Sak
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.organisasjon.models import Kontor
from fotfeste.grunnmur.tilgang import Aktor
from tests import grunnlag
from tests.flater.kontor.test_program import logg_inn


@pytest.fixture
def meg(deltaker: Aktor) -> Client:
    return logg_inn(deltaker)


def bok(veileder: Aktor, sak: Sak, dag: date) -> Mote:
    return services.mote_book(veileder, sak=sak, inn=Moteinn(start=datetime.combine(dag, time(10), klokke.OSLO)))


def les(klient: Client, navn: str, *deler: Any) -> str:
    return klient.get(reverse(f"deltaker:{navn}", args=deler)).content.decode()


def test_ber_om_et_mote_og_trekker_det(meg: Client) -> None:
    meg.post(reverse("deltaker:moter"), {"onske": "Jeg vil bytte praksis"})
    assert "Jeg vil bytte praksis" in les(meg, "moter")
    meg.post(reverse("deltaker:mote_trekk", args=[Mote.objects.get().pk]), {})
    assert Mote.objects.get().status == "trukket"


def test_svarer_pa_innkallingen(meg: Client, sak: Sak, veileder: Aktor) -> None:
    mote = bok(veileder, sak, date(2026, 6, 11))
    assert "Svar på innkallingen" in les(meg, "moter")
    adresse = reverse("deltaker:mote_svar", args=[mote.pk])
    assert "Skriv når det passer bedre" in meg.post(adresse, {"svar": "annen_tid"}).content.decode()
    meg.post(adresse, {"svar": "kommer", "onske": "Barnehagen"})
    mote.refresh_from_db()
    assert (mote.svar, mote.onske) == ("kommer", "Barnehagen")


def test_leser_avtalen_krysser_av_og_ser_ikke_det_som_er_internt(meg: Client, sak: Sak, veileder: Aktor) -> None:
    mote = bok(veileder, sak, grunnlag.I_DAG)
    inn = Lukking(referat="Vi snakket om CV.", internt="Hemmelig", avtaler=[Avtaleinn("deltaker", "Skrive CV")])
    services.mote_lukk(veileder, mote=mote, inn=inn)
    tekst = les(meg, "moter") + les(meg, "mote", mote.pk)
    assert "Skrive CV" in tekst
    assert "Hemmelig" not in tekst
    meg.post(reverse("deltaker:avtale_kryss", args=[Avtalepunkt.objects.get().pk]), {})
    assert Avtalepunkt.objects.get().status == "gjort"
    meg.post(reverse("deltaker:mote_vurder", args=[mote.pk]), {"fikk_sagt": "ja", "vet_neste": "delvis"})
    assert Mote.objects.get().vet_neste == "delvis"


def test_andres_moter_finnes_ikke(meg: Client, kontor: Kontor, veileder: Aktor) -> None:
    mote = bok(veileder, grunnlag.lag_sak(kontor), date(2026, 6, 11))
    assert meg.get(reverse("deltaker:mote", args=[mote.pk])).status_code == 404


def test_forbereder_evalueringen_og_leser_resultatet(meg: Client, sak: Sak, veileder: Aktor) -> None:
    assert "Svar på minst ett" in meg.post(reverse("deltaker:evaluering"), {"egen_endre": " "}).content.decode()
    meg.post(reverse("deltaker:evaluering"), {"egen_trivsel": "darlig", "egen_endre": "Kortere reise"})
    assert Evaluering.objects.get().egen_endre == "Kortere reise"
    plantilbud_registrer(veileder, sak=sak, kanal="samtale")
    services.evaluering_hold(
        veileder,
        sak=sak,
        inn=services.Evalueringinn(
            konklusjon="endre", begrunnelse="Vi finner noe nærmere.", framgang="star", neste=date(2026, 9, 1)
        ),
    )
    tekst = les(meg, "evaluering")
    assert "Vi finner noe nærmere." in tekst
    assert "Kortere reise" in tekst


def test_forsiden_minner_om_motet_og_det_vi_ble_enige_om(meg: Client, sak: Sak, veileder: Aktor) -> None:
    bok(veileder, sak, date(2026, 6, 11))
    services.avtalepunkt_lag(veileder, sak=sak, inn=Avtaleinn("deltaker", "Skrive CV", date(2026, 6, 9)))
    tekst = les(meg, "forside")
    assert "Si om det passer" in tekst
    assert "Dette ble vi enige om: Skrive CV." in tekst
    with klokke.still_til(date(2026, 6, 10)):
        assert "Husk møtet i morgen kl. 10.00." in les(meg, "forside")
