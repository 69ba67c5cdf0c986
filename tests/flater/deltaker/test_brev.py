"""The participant's letters: listed, read as they were sent, opened once, and nobody else's."""

from __future__ import annotations

from django.test import Client
from django.urls import reverse

from fotfeste.fag.brev.models import Brev
from fotfeste.fag.sak.models import Sak
from fotfeste.grunnmur.organisasjon.models import Kontor
from fotfeste.grunnmur.tilgang import Aktor
from tests.fag.vedtak.fortelling import innvilget
from tests.grunnlag import I_DAG, lag_deltaker, lag_person, lag_sak


def _som(aktor: Aktor) -> Client:
    klient = Client()
    klient.force_login(aktor.krev_bruker())
    return klient


def test_leser_vedtaket_sitt(deltaker: Aktor, veileder: Aktor, beslutter: Aktor, sak: Sak) -> None:
    klient = _som(deltaker)
    assert "ikke fått noen ennå" in klient.get(reverse("deltaker:brev")).content.decode()
    sak = Sak.objects.get(pk=sak.pk)
    vedtak = innvilget(veileder, beslutter, sak)
    brev = Brev.objects.get()
    liste = klient.get(reverse("deltaker:brev")).content.decode()
    assert "Du har fått plass" in liste
    assert "Ikke lest" in liste
    side = klient.get(reverse("deltaker:brev_les", args=[brev.pk])).content.decode()
    assert "Kort fortalt" in side
    assert "Du kan klage" in side
    assert "Virker sliten" not in side
    brev.refresh_from_db()
    vedtak.refresh_from_db()
    assert brev.apnet is not None
    assert vedtak.underrettet == I_DAG
    apnet = brev.apnet
    pdf = klient.get(reverse("deltaker:brev_pdf", args=[brev.pk]))
    assert pdf.content == bytes(brev.dokument.innhold)
    brev.refresh_from_db()
    assert brev.apnet == apnet
    assert "Ikke lest" not in klient.get(reverse("deltaker:brev")).content.decode()


def test_andres_brev_finnes_ikke(deltaker: Aktor, veileder: Aktor, beslutter: Aktor, kontor: Kontor, sak: Sak) -> None:
    innvilget(veileder, beslutter, Sak.objects.get(pk=sak.pk))
    brev = Brev.objects.get()
    annen_sak = lag_sak(kontor, lag_person(fornavn="Ola"))
    klient = _som(lag_deltaker(annen_sak.person, kontor))
    for navn in ("brev_les", "brev_pdf"):
        assert klient.get(reverse(f"deltaker:{navn}", args=[brev.pk])).status_code == 404
    brev.refresh_from_db()
    assert brev.apnet is None
    assert _som(veileder).get(reverse("deltaker:brev_les", args=[brev.pk])).status_code == 404
