"""The pages about candidates: a nomination in a minute, lists, one by one, and an application in one press."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from fotfeste.fag.henvendelse.services import henvendelse_registrer
from fotfeste.fag.kandidat import services
from fotfeste.fag.kandidat.models import Kandidat, Kandidatliste
from fotfeste.fag.soknad.models import Soknad
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.organisasjon.models import Kontor
from fotfeste.grunnmur.tilgang import Aktor
from tests import grunnlag

pytestmark = pytest.mark.django_db


@pytest.fixture
def inne(client: Client, veileder: Aktor) -> Client:
    client.force_login(veileder.krev_bruker())
    return client


def tips(aktor: Aktor, kontor: Kontor, navn: str = "Ronja Testlien", **felter: Any) -> Kandidat:
    alt: dict[str, Any] = {"kilde": "kollega", "telefon": "98 76 54 32", "fodselsar": 2003, "hvorfor": "Vil i jobb"}
    return services.kandidat_meld(aktor, kontor=kontor, navn=navn, **(alt | felter))


def side(navn: str, *deler: Any, **sporring: Any) -> str:
    return reverse(f"kontor:{navn}", args=deler, query=sporring or None)


def test_meld_pa_en_side_og_se_at_det_er_tatt_imot(client: Client, okonomi: Aktor, kontor: Kontor) -> None:
    client.force_login(okonomi.krev_bruker())
    felter = {
        "kontor": kontor.pk,
        "navn": "Ask Testlund",
        "telefon": "98765432",
        "fodselsar": "2001",
        "kilde": "kollega",
        "grunner": ["vil_i_arbeid"],
    }
    svar = client.post(side("kandidat_meld"), felter, follow=True)
    assert Kandidat.objects.get().navn == "Ask Testlund"
    assert "Ask Testlund" in svar.content.decode()
    assert "Meldt" in svar.content.decode()


def test_en_henvisning_uten_samtykke_sier_hva_som_mangler(inne: Client, kontor: Kontor) -> None:
    felter = {
        "kontor": kontor.pk,
        "navn": "Ask",
        "telefon": "98765432",
        "fodselsar": "2001",
        "kilde": "skole",
        "hvorfor": "Vil",
    }
    tekst = inne.post(side("kandidat_meld"), felter).content.decode()
    assert "Uten samtykke kan dere ikke ta imot det" in tekst
    assert "<details open>" in tekst


def test_en_henvendelse_blir_kandidat_uten_a_skrives_igjen(inne: Client, veileder: Aktor, kontor: Kontor) -> None:
    henvendelse = henvendelse_registrer(
        veileder,
        kontor=kontor,
        kanal="nks_oppgave",
        tema="onsker_arbeid",
        tekst="Vil jobbe i butikk.",
        navn="Ask Testlund",
        telefon="98765432",
    )
    assert "Meld som kandidat" in inne.get(side("henvendelse", henvendelse.pk)).content.decode()
    tekst = inne.post(side("kandidat_meld"), {"fra_henvendelse": str(henvendelse.pk)}).content.decode()
    assert 'value="Ask Testlund"' in tekst
    assert "Vil jobbe i butikk." in tekst
    assert inne.post(side("kandidat_meld"), {"fra_henvendelse": "tull"}).status_code == 200


def test_soknaden_i_ett_trykk(inne: Client, veileder: Aktor, kontor: Kontor) -> None:
    person = grunnlag.lag_person()
    kandidat = tips(veileder, kontor, navn="", fnr=person.fodselsnummer)
    services.kandidat_informer(
        veileder, kandidat=kandidat, sagt_frivillig=True, svar="vil_soke", egne_ord="Jeg vil bli kokk."
    )
    assert "Før inn søknaden i dag" in inne.get(side("kandidat", kandidat.pk)).content.decode()
    svar = inne.post(side("kandidat_kommando", kandidat.pk, "sok"))
    soknad = Soknad.objects.get()
    assert svar.headers["Location"] == side("soknad", soknad.sak_id)
    assert (soknad.onsker, soknad.mottatt) == ("Jeg vil bli kokk.", grunnlag.I_DAG)


def test_soknaden_med_en_annen_dag_og_andre_ord(inne: Client, veileder: Aktor, kontor: Kontor) -> None:
    kandidat = tips(veileder, kontor, navn="", fnr=grunnlag.lag_person().fodselsnummer)
    inne.post(side("kandidat_kommando", kandidat.pk, "sok"), {"mottatt": "1.6.26", "kanal": "papir", "onsker": "Jobb"})
    soknad = Soknad.objects.get()
    assert (soknad.onsker, soknad.mottatt, soknad.kanal) == ("Jobb", date(2026, 6, 1), "papir")


def test_et_tips_far_fodselsnummer_for_soknaden(inne: Client, veileder: Aktor, kontor: Kontor) -> None:
    kandidat = tips(veileder, kontor)
    services.kandidat_informer(veileder, kandidat=kandidat, sagt_frivillig=True, svar="vil_soke", egne_ord="Ja")
    assert "Legg inn fødselsnummeret" in inne.get(side("kandidat", kandidat.pk)).content.decode()
    adresse = side("kandidat_kommando", kandidat.pk, "rett")
    assert 'value="Ronja Testlien"' in inne.get(adresse).content.decode()
    felter = {"fnr": grunnlag.lag_fnr(), "navn": "Ronja Testlien", "telefon": "98765432", "har_barn": "nei"}
    assert inne.post(adresse, felter).status_code == 302
    kandidat.refresh_from_db()
    assert kandidat.person is not None
    assert kandidat.har_barn is False


def test_hver_kommando_har_en_side_og_en_som_er_ferdig_sier_det(inne: Client, veileder: Aktor, kontor: Kontor) -> None:
    kandidat = tips(veileder, kontor)
    for kommando, felter in (
        ("droft", {}),
        ("ta", {}),
        ("kall_inn", {"dato": "8.6.26"}),
        ("informer", {"dato": "i dag", "sagt_frivillig": "on", "svar": "vil_ikke", "egne_ord": "Nei takk"}),
        ("kartlegg", {}),
        ("se_igjen", {"neste_gang": "1.9.26", "hvorfor_ikke_na": "Er det fullt?"}),
        ("onsker_ikke", {}),
    ):
        adresse = side("kandidat_kommando", kandidat.pk, kommando)
        assert inne.get(adresse).status_code == 200
        assert inne.post(adresse, felter).status_code == 302, kommando
    kandidat.refresh_from_db()
    assert kandidat.status == "onsker_ikke"
    svar = inne.get(side("kandidat_kommando", kandidat.pk, "kall_inn"), follow=True)
    assert "ferdig behandlet" in svar.content.decode()
    assert "«Nei takk»" in svar.content.decode()


def test_penger_og_plass_merkes_pa_kandidaten(inne: Client, veileder: Aktor, kontor: Kontor) -> None:
    kandidat = tips(veileder, kontor)
    inne.post(side("kandidat_kommando", kandidat.pk, "annet_tilbud"), {"utfall_grunn": "Det er venteliste."})
    assert "økonomi og plass er ikke grunner" in inne.get(side("kandidat", kandidat.pk)).content.decode()


def test_listen_filtreres_lagres_og_fjernes(inne: Client, veileder: Aktor, kontor: Kontor) -> None:
    tips(veileder, kontor)
    tips(veileder, kontor, navn="Kåre Testvik", fodselsar=1970)
    tekst = inne.get(side("kandidater", alder_under=30, sorter="nyeste")).content.decode()
    assert "Ronja Testlien" in tekst
    assert "Kåre Testvik" not in tekst
    adresse = f"{side('kandidatliste_lagre')}?alder_under=30"
    svar = inne.post(adresse, {"navn": "Unge", "kontor": kontor.pk}, follow=True)
    assert "Unge (1)" in svar.content.decode()
    liste = Kandidatliste.objects.get()
    assert "Kåre" not in inne.get(side("kandidater", liste=liste.pk)).content.decode()
    assert "Gi" not in inne.post(adresse, {"navn": ""}).headers["Location"]
    inne.post(side("kandidatliste_slett", liste.pk))
    assert not Kandidatliste.objects.exists()
    assert inne.get(side("kandidater", gruppe="ung_ukjent", alder_under="tull", side="99")).status_code == 200


def test_dugnaden_gar_fra_en_til_den_neste(inne: Client, veileder: Aktor, kontor: Kontor) -> None:
    for navn in ("Ronja Testlien", "Kåre Testvik"):
        tips(veileder, kontor, navn=navn)
    with klokke.still_til(date(2026, 6, 12)):
        tekst = inne.get(side("kandidat_dugnad", forfalt="on")).content.decode()
        assert "2 kandidater igjen" in tekst
        forste = Kandidat.objects.get(navn="Ronja Testlien")
        adresse = side("kandidat_kommando", forste.pk, "se_igjen", forfalt="on", dugnad=1)
        svar = inne.post(adresse, {"neste_gang": "1.9.26", "hvorfor_ikke_na": "Flytter"}, follow=True)
        assert "1 kandidat igjen" in svar.content.decode()
        andre = Kandidat.objects.get(navn="Kåre Testvik")
        adresse = side("kandidat_kommando", andre.pk, "ikke_i_malgruppen", dugnad=1)
        assert "Hvorfor" in inne.post(adresse, {"utfall_grunn": ""}).content.decode()
        svar = inne.post(adresse, {"utfall_grunn": "Har fått jobb."}, follow=True)
        assert "gjennom listen for i dag" in svar.content.decode()


def test_filen_har_listen_og_ingen_formler(client: Client, leder: Aktor, veileder: Aktor, kontor: Kontor) -> None:
    tips(veileder, kontor, navn="=HYPERLINK(1)")
    client.force_login(leder.krev_bruker())
    assert client.get(side("kandidater_fil")).status_code == 405
    tekst = client.post(side("kandidater_fil")).content.decode("utf-8-sig")
    assert tekst.splitlines()[0].startswith("Navn;Alder;Telefon")
    assert "'=HYPERLINK(1);23;98 76 54 32;Meldt" in tekst


def test_en_ukjent_kommando_er_en_side_som_ikke_finnes(inne: Client, veileder: Aktor, kontor: Kontor) -> None:
    assert inne.get(side("kandidat_kommando", tips(veileder, kontor).pk, "tull")).status_code == 404


@pytest.mark.parametrize("navn", ["kandidater", "kandidat_dugnad", "kandidat_meld"])
def test_listene_koster_like_mye(inne: Client, veileder: Aktor, kontor: Kontor, navn: str) -> None:
    def sporringer() -> int:
        with klokke.still_til(date(2026, 6, 12)), CaptureQueriesContext(connection) as alle:
            assert inne.get(side(navn)).status_code == 200
        return len(alle)

    def legg_til(fra: int, til: int) -> None:
        for nummer in range(fra, til):
            navn_ = "" if nummer % 2 else f"Testine {nummer}"
            fnr = grunnlag.lag_person().fodselsnummer if nummer % 2 else ""
            tips(veileder, kontor, navn=navn_, fnr=fnr)

    legg_til(0, 3)
    sporringer()
    fa = sporringer()
    legg_til(3, 10)
    assert sporringer() == fa
