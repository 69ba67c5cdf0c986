"""Barn og familie, and other money, as the participant sees them."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from fotfeste.fag.endring.models import Endringsmelding
from fotfeste.fag.endring.services import melding_les, melding_send
from fotfeste.fag.person.models import Barn
from fotfeste.fag.person.services import barn_registrer, utenlandsopphold_registrer
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.utbetaling.ytelser import Brevet, ytelse_registrer
from fotfeste.grunnmur.organisasjon.models import Kontor
from fotfeste.grunnmur.tilgang import SYSTEM, Aktor
from tests.grunnlag import lag_deltaker, lag_person, lag_sak_i_program

PDF = b"%PDF-1.4\n%%EOF\n"


@pytest.fixture
def i_program(kontor: Kontor) -> Sak:
    return lag_sak_i_program(kontor)


@pytest.fixture
def nettleser(client: Client, i_program: Sak, kontor: Kontor) -> Client:
    client.force_login(lag_deltaker(i_program.person, kontor).krev_bruker())
    return client


@pytest.fixture
def barna(i_program: Sak) -> list[Barn]:
    return [
        barn_registrer(SYSTEM, i_program.person, navn=navn, fodselsdato=date(aar, 5, 3))
        for navn, aar in (("Lea", 2019), ("Ole", 2021))
    ]


def _tekst(svar) -> str:  # type: ignore[no-untyped-def]
    return str(svar.content.decode()).replace("\xa0", " ")


def test_barna_og_hvorfor_de_gir_barnetillegg(nettleser: Client, barna: list[Barn]) -> None:
    utenlandsopphold_registrer(SYSTEM, barna[1], fra=date(2026, 1, 31))
    tekst = _tekst(nettleser.get(reverse("deltaker:barn_familie")))
    assert "Ikke barnetillegg denne måneden" in tekst
    assert "Barnetillegg denne måneden" in tekst
    assert "og det er mer enn 90" in tekst
    maned = _tekst(nettleser.get(reverse("deltaker:penger_maned", args=[2026, 5])))
    assert "Barnetillegg: slik er det regnet" in maned


def test_hele_familien_reiser_pa_en_gang(nettleser: Client, barna: list[Barn], i_program: Sak) -> None:
    adresse = reverse("deltaker:barn_meld", args=["barn_utland"])
    assert nettleser.post(adresse, {"fra": "1.7.26"}).context["skjema"].errors.keys() == {"barna"}
    felter = {"barna": [str(ett.pk) for ett in barna], "fra": "1.7.26", "til": "20.7.26"}
    svar = nettleser.post(adresse, {**felter, "vedlegg": SimpleUploadedFile("billett.pdf", PDF)}, follow=True)
    tekst = _tekst(svar)
    assert "Veilederen din leser det" in tekst
    assert tekst.count("Ikke lest ennå") == 2
    meldinger = list(i_program.endringsmeldinger.order_by("barn__navn"))
    assert [m.barn for m in meldinger] == barna
    assert meldinger[0].dokument_id == meldinger[1].dokument_id
    assert nettleser.get(reverse("deltaker:melding_papir", args=[meldinger[0].pk])).content == PDF
    trekk = reverse("deltaker:melding_trekk", args=[meldinger[0].pk])
    assert nettleser.post(trekk, {}).headers["Location"] == reverse("deltaker:barn_familie")
    nettleser.post(trekk, {})  # once more changes nothing
    assert [m.status for m in i_program.endringsmeldinger.order_by("barn__navn")] == ["trukket", "ny"]


def test_andres_barn_kan_ikke_velges(nettleser: Client, barna: list[Barn]) -> None:
    annens = barn_registrer(SYSTEM, lag_person(), fodselsdato=date(2019, 5, 3))
    adresse = reverse("deltaker:barn_meld", args=["barn_flyttet"])
    svar = nettleser.post(adresse, {"barna": [str(annens.pk)], "fra": "1.5.26"})
    assert svar.context["skjema"].errors.keys() == {"barna"}
    assert not Endringsmelding.objects.exists()


def test_svaret_star_pa_siden(nettleser: Client, i_program: Sak, veileder: Aktor) -> None:
    nettleser.post(reverse("deltaker:barn_meld", args=["barn_annet"]), {"tekst": "Lea begynner på skole"})
    melding_les(veileder, melding=Endringsmelding.objects.get(), svar="Så fint. Stønaden er den samme.")
    tekst = _tekst(nettleser.get(reverse("deltaker:barn_familie")))
    assert "Så fint. Stønaden er den samme." in tekst
    assert "Trekk meldingen" not in tekst
    assert "Vi har ikke registrert noen barn" in tekst


def test_andre_penger_sies_fra_om_slik_det_star_i_brevet(nettleser: Client, i_program: Sak) -> None:
    ytelse_registrer(SYSTEM, sak=i_program, type="sykepenger", fra=date(2026, 5, 18), brevet=Brevet(50_000, "dag"))
    side = _tekst(nettleser.get(reverse("deltaker:andre_penger")))
    assert "Vi trekker 500 kr for hver ukedag." in side
    assert "Dette gjør ikke stønaden mindre" in side
    meld = reverse("deltaker:penger_meld")
    assert nettleser.post(meld, {"tekst": ""}).context["skjema"].errors.keys() == {"ytelse", "fra"}
    felter = {"ytelse": "dagpenger", "fra": "1.6.26", "belop": "5 540 kr", "enhet": "fjorten_dager"}
    assert nettleser.post(meld, felter).status_code == 302
    melding = Endringsmelding.objects.get()
    assert (melding.belop_ore, melding.enhet) == (554_000, "fjorten_dager")
    svar = nettleser.post(reverse("deltaker:melding_trekk", args=[melding.pk]), {})
    assert svar.headers["Location"] == reverse("deltaker:andre_penger")


def test_det_som_ikke_er_mitt_finnes_ikke(nettleser: Client, kontor: Kontor, client: Client) -> None:
    annen = lag_sak_i_program(kontor)
    annens = lag_deltaker(annen.person, kontor)
    melding = melding_send(annens, sak=annen, slag="barn_annet", tekst="x")
    assert nettleser.post(reverse("deltaker:melding_trekk", args=[melding.pk])).status_code == 404
    assert nettleser.get(reverse("deltaker:melding_papir", args=[melding.pk])).status_code == 404
    assert nettleser.get(reverse("deltaker:barn_meld", args=["ytelse"])).status_code == 404
    client.force_login(lag_deltaker(lag_person(), kontor).krev_bruker())
    assert client.get(reverse("deltaker:barn_familie")).status_code == 404
