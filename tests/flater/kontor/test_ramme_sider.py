"""The office's own pages: Min dag, search, the list, the case, and noting a conversation."""

from __future__ import annotations

import uuid
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from fotfeste.fag.mappe.models import InnlestMappe
from fotfeste.fag.oppfolging.models import Kontakt
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.sak.services import fast_kontakt_sett
from fotfeste.fag.soknad.models import Soknad
from fotfeste.grunnmur.logg.models import Sporing
from fotfeste.grunnmur.logg.services import kommando
from fotfeste.grunnmur.organisasjon.enums import Rolle
from fotfeste.grunnmur.organisasjon.models import Kontor
from fotfeste.grunnmur.tilgang import SYSTEM, Aktor
from tests import grunnlag

pytestmark = pytest.mark.django_db


@pytest.fixture
def inne(client: Client, veileder: Aktor) -> Client:
    client.force_login(veileder.krev_bruker())
    return client


def _tekst(svar) -> str:  # type: ignore[no-untyped-def]
    return " ".join(svar.content.decode().replace("\N{NO-BREAK SPACE}", " ").split())


def test_min_dag_er_tom_med_en_forklaring(inne: Client) -> None:
    side = _tekst(inne.get("/kontor/"))
    assert "Ingenting venter på deg" in side
    assert "Listen fylles når" in side


def test_min_dag_sier_hvorfor_fristen_og_neste_steg(inne: Client, sak: Sak, veileder: Aktor) -> None:
    fast_kontakt_sett(SYSTEM, sak, bruker=veileder.krev_bruker())
    with kommando(SYSTEM, "test"):
        Soknad.objects.create(sak=sak, mottatt=date(2026, 5, 14), kanal="papir")
    side = _tekst(inne.get("/kontor/"))
    assert "Én ting trenger deg" in side
    for ord_ in ("Samira Testdal", "Søknaden er kommet", "14. juni", "Gå gjennom søknaden", "Du følger 1 deltaker"):
        assert ord_ in side


def test_sok_finner_et_navn_skrevet_feil_og_viser_saken(inne: Client, sak: Sak) -> None:
    side = _tekst(inne.post("/kontor/sok/", {"tekst": "samiira testdahl"}))
    assert "Samira Testdal" in side
    assert f"/kontor/sak/{sak.pk}/" in side
    assert Sporing.objects.filter(handling="person.sok").exists()


def test_sok_uten_treff_viser_veien_videre(inne: Client) -> None:
    assert "Vi fant ingen" in _tekst(inne.post("/kontor/sok/", {"tekst": "Qwxz"}))
    assert inne.post("/kontor/sok/", {"tekst": "\x00"}).status_code == 200


def test_saksnummer_gar_rett_til_saken_men_ikke_til_andres(inne: Client, sak: Sak, kommune) -> None:  # type: ignore[no-untyped-def]
    assert inne.post("/kontor/sok/", {"tekst": sak.saksnummer}).headers["Location"] == f"/kontor/sak/{sak.pk}/"
    fremmed = grunnlag.lag_sak(grunnlag.lag_kontor(kommune, "NAV Annet"), grunnlag.lag_person(fornavn="Fremmed"))
    assert inne.post("/kontor/sok/", {"tekst": fremmed.saksnummer}).status_code == 200


def test_sok_finner_saken_paa_nummeret_fra_systemet_for(inne: Client, sak: Sak, kontor: Kontor) -> None:
    """A letter from before the move carries the old number: exactly that one finds the case, and only one's own."""
    fremmed = grunnlag.lag_sak(grunnlag.lag_kontor(kontor.kommune, "NAV Nabo"))
    for nummer, en in (("G-17/2024", sak), ("G-18/2024", fremmed)):
        with kommando(SYSTEM, "test"):
            InnlestMappe.objects.create(sak=en, kommune=en.kommune, kilde_id=nummer, innhold="{}", kilde="Gamle")
    assert inne.post("/kontor/sok/", {"tekst": " G-17/2024 "}).headers["Location"] == f"/kontor/sak/{sak.pk}/"
    for annet in ("G-17", "g-17/2024", "G-18/2024"):
        assert inne.post("/kontor/sok/", {"tekst": annet}).status_code == 200


def test_den_som_er_strengt_fortrolig_vises_ikke_i_soket(inne: Client, kontor: Kontor) -> None:
    skjult = grunnlag.lag_person(fornavn="Skjult", gradering="strengt_fortrolig")
    grunnlag.lag_sak(kontor, skjult)
    assert "Skjult" not in _tekst(inne.post("/kontor/sok/", {"tekst": skjult.fodselsnummer}))


def test_listen_viser_saken_med_tilstand_og_antall(inne: Client, sak: Sak) -> None:
    side = _tekst(inne.get("/kontor/saker/"))
    assert "1 sak" in side
    assert "Samira Testdal" in side
    assert "Ingen saker passer" in _tekst(inne.get("/kontor/saker/?status=avsluttet"))
    assert inne.get("/kontor/saker/?status=tull&kontor=tull&side=-1").status_code == 200


def test_saken_viser_hode_uke_trad_og_papirer(inne: Client, sak: Sak, veileder: Aktor) -> None:
    fast_kontakt_sett(SYSTEM, sak, bruker=veileder.krev_bruker())
    side = _tekst(inne.get(f"/kontor/sak/{sak.pk}/"))
    for ord_ in (
        "Samira Testdal",
        "36 år",
        "Venter på <b>deg</b>",
        "Det som kommer",
        "Tråden",
        "Alt i saken",
        "Kartleggingen",
        "Henvendelser",
    ):
        assert ord_ in side
    assert "opprettet saken" in _tekst(inne.get(f"/kontor/sak/{sak.pk}/?trad=alt"))


def test_oppslaget_star_i_sporingsloggen_og_nektes_for_andre_kontor(inne: Client, sak: Sak, kommune) -> None:  # type: ignore[no-untyped-def]
    inne.get(f"/kontor/sak/{sak.pk}/")
    assert Sporing.objects.get(sak_id=sak.pk).utfall == "vist"
    fremmed = grunnlag.lag_sak(grunnlag.lag_kontor(kommune, "NAV Annet"), grunnlag.lag_person(fornavn="Fremmed"))
    assert inne.get(f"/kontor/sak/{fremmed.pk}/").status_code == 404
    assert inne.get(f"/kontor/sak/{uuid.uuid4()}/").status_code == 404


def test_okonomi_ser_saken_uten_programmet_og_samtalene(client: Client, sak: Sak, okonomi: Aktor) -> None:
    client.force_login(okonomi.krev_bruker())
    side = _tekst(client.get(f"/kontor/sak/{sak.pk}/"))
    assert "Samira Testdal" in side
    assert "Uken i programmet" not in side
    assert client.get(f"/kontor/sak/{sak.pk}/samtale/").status_code == 404


def test_en_samtale_noteres_en_gang_selv_om_en_klikker_to(inne: Client, sak: Sak) -> None:
    adresse = f"/kontor/sak/{sak.pk}/samtale/"
    data = {
        "kanal": "telefon",
        "resultat": "gjennomfort",
        "dato": "i går",
        "initiativ": "nav",
        "tolk": "on",
        "notat": "Enige om praksis",
        "innsending": str(uuid.uuid4()),
    }
    assert inne.post(adresse, data).headers["Location"] == f"/kontor/sak/{sak.pk}/"
    assert inne.post(adresse, data).status_code == 302
    kontakt = Kontakt.objects.get()
    assert (kontakt.dato, kontakt.tolk, kontakt.notat) == (date(2026, 6, 2), True, "Enige om praksis")
    assert "snakket sammen med tolk: telefon" in _tekst(inne.get(f"/kontor/sak/{sak.pk}/?trad=alt"))


def test_en_samtale_i_morgen_nektes_ved_feltet_og_teksten_star_igjen(inne: Client, sak: Sak) -> None:
    data = {"kanal": "mote", "resultat": "gjennomfort", "dato": "4.6.26", "initiativ": "nav", "notat": "Lang tekst"}
    svar = inne.post(f"/kontor/sak/{sak.pk}/samtale/", data)
    assert svar.status_code == 200
    assert "Samtalen kan ikke være etter i dag" in _tekst(svar)
    assert "Lang tekst" in _tekst(svar)
    assert not Kontakt.objects.exists()


def test_lederen_velger_fast_kontakt_blant_kontorets_egne(
    client: Client, sak: Sak, leder: Aktor, kontor: Kontor
) -> None:
    veileder = grunnlag.lag_aktor(Rolle.VEILEDER, kontor, navn="Mari Lund")
    client.force_login(leder.krev_bruker())
    adresse = f"/kontor/sak/{sak.pk}/fast-kontakt/"
    assert "Mari Lund" in _tekst(client.get(adresse))
    assert client.post(adresse, {"bruker": leder.bruker_id}).status_code == 200
    assert client.post(adresse, {"bruker": veileder.bruker_id}).status_code == 302
    assert sak.faste_kontakter.get().bruker_id == veileder.bruker_id


def test_innsynet_er_for_lederen(client: Client, inne: Client, sak: Sak, leder: Aktor, veileder: Aktor) -> None:
    assert inne.get(f"/kontor/sak/{sak.pk}/innsyn/").status_code == 404
    client.force_login(leder.krev_bruker())
    assert client.get(f"/kontor/sak/{sak.pk}/innsyn/").status_code == 200


def test_sidene_spor_like_mange_ganger_for_fa_og_mange(inne: Client, kontor: Kontor) -> None:
    for _ in range(2):
        grunnlag.lag_sak_i_program(kontor)
    antall = {}
    for side in ("/kontor/", "/kontor/saker/"):
        inne.get(side)
        with CaptureQueriesContext(connection) as sporringer:
            inne.get(side)
        antall[side] = len(sporringer)
    for _ in range(8):
        grunnlag.lag_sak_i_program(kontor)
    for side, for_ in antall.items():
        with CaptureQueriesContext(connection) as sporringer:
            inne.get(side)
        assert len(sporringer) == for_ <= 30
