"""The frame: who sees which door, what a browser may load, and what a page says when something is wrong."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from fotfeste.flater.felles.mellomvare import TIDSMASKIN_NOKKEL
from fotfeste.flater.felles.meny import KORT_MENY, MENY, Menypunkt
from fotfeste.grunnmur.organisasjon.enums import Rolle
from fotfeste.grunnmur.organisasjon.models import Bruker, Kontor
from fotfeste.grunnmur.tilgang import HANDLINGER, Aktor
from tests import grunnlag

pytestmark = pytest.mark.django_db


def test_siden_lar_nettleseren_bare_hente_vart_eget(client: Client) -> None:
    svar = client.get("/")
    regel = svar.headers["Content-Security-Policy"]
    assert "default-src 'none'" in regel
    assert "script-src 'self'" in regel
    assert "unsafe" not in regel
    assert b"style=" not in svar.content
    assert b"onclick" not in svar.content
    assert b"<script>" not in svar.content


def test_den_som_ikke_er_logget_inn_far_forsiden_og_ikke_saken(client: Client, sak) -> None:  # type: ignore[no-untyped-def]
    assert client.get("/").status_code == 200
    svar = client.get(f"/kontor/sak/{sak.pk}/")
    assert svar.status_code == 302
    assert svar.headers["Location"].startswith("/logg-inn/")


@pytest.mark.parametrize(
    ("rolle", "ser", "ser_ikke"),
    [
        (Rolle.VEILEDER, "Min dag", "KOSTRA"),
        (Rolle.LEDER, "KOSTRA", "Til beslutning"),
        (Rolle.OKONOMI, "Utbetaling", "Til beslutning"),
    ],
)
def test_menyen_viser_bare_det_rollen_far_gjore(
    client: Client, kontor: Kontor, rolle: Rolle, ser: str, ser_ikke: str
) -> None:
    aktor = grunnlag.lag_aktor(rolle, kontor)
    client.force_login(aktor.krev_bruker())
    side = client.get("/kontor/").content.decode()
    if ser != "KOSTRA":  # the page of another surface may not be there in a small installation
        assert ser in side
    assert ser_ikke not in side


def test_veilederens_meny_er_kort_og_resten_ligger_under_mer(client: Client, veileder: Aktor) -> None:
    client.force_login(veileder.krev_bruker())
    meny = client.get("/kontor/").context["meny"]
    assert len(meny.faste) <= KORT_MENY
    assert reverse("kontor:rutiner") in {lenke.adresse for lenke in meny.mer}
    assert not meny.er_i_mer
    assert client.get("/kontor/rutiner/").context["meny"].er_i_mer


def test_den_som_har_fa_linjer_har_ingen_under_mer(client: Client, kontor: Kontor) -> None:
    client.force_login(grunnlag.lag_aktor(Rolle.OKONOMI, kontor).krev_bruker())
    assert not client.get("/kontor/").context["meny"].mer


def test_deltakeren_havner_pa_sin_egen_side_og_ikke_pa_kontoret(client: Client, deltaker: Aktor) -> None:
    client.force_login(deltaker.krev_bruker())
    assert client.get("/").headers["Location"] == "/min-side/"
    assert client.get("/kontor/").status_code == 404


def test_demoknappen_logger_inn_en_oppdiktet_bruker_og_ingen_annen(client: Client, veileder: Aktor) -> None:
    bruker = veileder.krev_bruker()
    assert client.post("/logg-inn/", {"bruker": bruker.pk}).status_code == 404
    Bruker.objects.filter(pk=bruker.pk).update(er_demo=True)
    assert bruker.navn in client.get("/logg-inn/").content.decode()
    svar = client.post("/logg-inn/", {"bruker": bruker.pk, "next": "https://ond.example/"})
    assert svar.headers["Location"] == "/"
    assert client.get("/kontor/").status_code == 200
    assert client.post("/logg-ut/").status_code == 302
    assert client.get("/kontor/").status_code == 302


def test_utenfor_demoen_finnes_ingen_knapper_og_ingen_tidsmaskin(client: Client, veileder: Aktor, settings) -> None:  # type: ignore[no-untyped-def]
    settings.FOTFESTE_DEMO = False
    Bruker.objects.filter(pk=veileder.krev_bruker().pk).update(er_demo=True)
    assert veileder.navn not in client.get("/logg-inn/").content.decode()
    assert client.post("/logg-inn/", {"bruker": veileder.bruker_id}).status_code == 200
    assert client.post("/tidsmaskin/", {"dato": "3.2.26"}).status_code == 404


def test_tidsmaskinen_flytter_dagen_og_tilbake(client: Client, veileder: Aktor) -> None:
    client.force_login(veileder.krev_bruker())
    svar = client.post("/tidsmaskin/", {"dato": "17.5.26", "tilbake": "/kontor/saker/"})
    assert svar.headers["Location"] == "/kontor/saker/"
    assert client.session[TIDSMASKIN_NOKKEL] == date(2026, 5, 17).isoformat()
    assert "17. mai 2026" in client.get("/kontor/").content.decode()
    client.post("/tidsmaskin/", {"dato": "tull", "tilbake": "/kontor/"})
    assert client.session[TIDSMASKIN_NOKKEL] == "2026-05-17"
    client.post("/tidsmaskin/", {"nullstill": "ja"})
    assert TIDSMASKIN_NOKKEL not in client.session


def test_en_side_som_ikke_finnes_sier_hva_en_kan_gjore(client: Client) -> None:
    svar = client.get("/finnes-ikke/")
    assert svar.status_code == 404
    assert "Vi finner ikke denne siden" in svar.content.decode()


def test_et_gammelt_skjema_far_en_setning_og_ikke_en_kode(veileder: Aktor) -> None:
    streng = Client(enforce_csrf_checks=True)
    streng.force_login(veileder.krev_bruker())
    svar = streng.post("/kontor/sok/", {"tekst": "Samira"})
    assert svar.status_code == 403
    assert "stått åpen for lenge" in svar.content.decode()


def test_spraket_kan_byttes(client: Client) -> None:
    client.post("/sprak/", {"language": "nn", "next": "/"})
    assert 'lang="nn"' in client.get("/").content.decode()


@pytest.mark.parametrize("punkt", MENY, ids=lambda punkt: punkt.navn)
def test_hver_linje_i_menyen_foerer_til_en_side_for_noen(client: Client, kontor: Kontor, punkt: Menypunkt) -> None:
    adresse = reverse(f"kontor:{punkt.navn}")
    roller = [r for r in Rolle if r != Rolle.DELTAKER and any(r in HANDLINGER[h] for h in punkt.handlinger)]
    for rolle in roller or [Rolle.VEILEDER]:
        client.force_login(grunnlag.lag_aktor(rolle, kontor).krev_bruker())
        svar = client.get(adresse)
        assert (rolle, svar.status_code) == (rolle, 200)
        assert f'href="{adresse}"' in svar.content.decode()


def test_lenken_demoen_skriver_viser_en_bruker(client: Client) -> None:
    kontor = grunnlag.lag_kontor(grunnlag.lag_kommune())
    for navn in ("Mari Lund", "Jon Eide"):
        aktor = grunnlag.lag_aktor(Rolle.VEILEDER, kontor, navn=navn)
        Bruker.objects.filter(pk=aktor.bruker_id).update(er_demo=True, brukernavn=navn.split()[0].lower())
    side = client.get("/logg-inn/?bruker=mari").content.decode()
    assert "Mari Lund" in side
    assert "Jon Eide" not in side
    assert "Jon Eide" in client.get("/logg-inn/?bruker=finnes-ikke").content.decode()
