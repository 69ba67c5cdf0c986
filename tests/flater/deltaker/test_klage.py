"""The participant complains from the letter, sees where it stands, adds to it, and withdraws."""

from __future__ import annotations

import uuid

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from fotfeste.fag.brev.models import Brev
from fotfeste.fag.klage.enums import Klagestatus
from fotfeste.fag.klage.models import Klage
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.vedtak.models import Vedtak
from fotfeste.grunnmur.tilgang import Aktor
from tests import grunnlag
from tests.fag.klage.fortelling import PDF, avslatt, klag, oversendt

pytestmark = pytest.mark.django_db


@pytest.fixture
def vedtak(veileder: Aktor, beslutter: Aktor, sak: Sak, deltaker: Aktor) -> Vedtak:
    return avslatt(veileder, beslutter, sak)


def _som(aktor: Aktor) -> Client:
    klient = Client()
    klient.force_login(aktor.krev_bruker())
    return klient


def _klag(klient: Client, vedtak: Vedtak, **felter: object) -> None:
    verdier = {"innsending": str(uuid.uuid4()), "onsket_endring": "Jeg vil ha plass.", **felter}
    svar = klient.post(reverse("deltaker:klage_ny", args=[vedtak.pk]), verdier, follow=True)
    assert "Vi har fått klagen din" in svar.content.decode()


def test_fra_brevet_til_kvitteringen(deltaker: Aktor, vedtak: Vedtak) -> None:
    klient = _som(deltaker)
    brev = Brev.objects.get(dokument_id=vedtak.brev_id)
    side = klient.get(reverse("deltaker:brev_les", args=[brev.pk])).content.decode()
    assert reverse("deltaker:klage_ny", args=[vedtak.pk]) in side
    _klag(klient, vedtak, vedlegg=SimpleUploadedFile("a.pdf", PDF), ber_om_utsetting="on")
    klage = Klage.objects.get()
    assert (klage.vedlegg.count(), klage.utsatt_bedt) == (1, grunnlag.I_DAG)
    papir = klient.get(reverse("deltaker:klage_papir", args=[klage.pk, klage.vedlegg.get().pk]))
    assert papir.status_code == 200


def test_en_gang_til_forer_til_klagen_som_er_sendt(deltaker: Aktor, vedtak: Vedtak) -> None:
    klient = _som(deltaker)
    _klag(klient, vedtak)
    svar = klient.get(reverse("deltaker:klage_ny", args=[vedtak.pk]))
    assert svar["Location"] == reverse("deltaker:klage", args=[Klage.objects.get().pk])


def test_jeg_legger_til_og_trekker(deltaker: Aktor, vedtak: Vedtak) -> None:
    klient = _som(deltaker)
    _klag(klient, vedtak)
    klage = Klage.objects.get()
    adresse = reverse("deltaker:klage", args=[klage.pk])
    svar = klient.post(adresse, {"innsending": str(uuid.uuid4()), "tillegg": "Jeg har fått jobb."}, follow=True)
    assert "Jeg har fått jobb." in svar.content.decode()
    klient.post(reverse("deltaker:klage_trekk", args=[klage.pk]), {"innsending": str(uuid.uuid4())})
    klage.refresh_from_db()
    assert klage.status == Klagestatus.TRUKKET
    assert "Du trakk klagen." in klient.get(adresse).content.decode()


def test_det_som_er_kontorets_hentes_ikke_herfra(
    veileder: Aktor, beslutter: Aktor, deltaker: Aktor, vedtak: Vedtak
) -> None:
    klage = oversendt(veileder, beslutter, klag(veileder, vedtak))
    adresse = reverse("deltaker:klage_papir", args=[klage.pk, klage.pakke_id])
    assert _som(deltaker).get(adresse).status_code == 404


def test_andres_klager_finnes_ikke(veileder: Aktor, vedtak: Vedtak) -> None:
    klage = klag(veileder, vedtak)
    annen = grunnlag.lag_deltaker(grunnlag.lag_person(fornavn="Amina"), vedtak.sak.kontor)
    klient = _som(annen)
    assert klient.get(reverse("deltaker:klage", args=[klage.pk])).status_code == 404
    assert klient.get(reverse("deltaker:klage_ny", args=[vedtak.pk])).status_code == 404
    assert klient.get(reverse("kontor:klage", args=[klage.pk])).status_code == 404
