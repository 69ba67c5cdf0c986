"""The internal control and the whole case file, as a leader reads them."""

from __future__ import annotations

import json
from datetime import date

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from fotfeste.fag.mappe.lesing import les_linje
from fotfeste.fag.mappe.models import InnlestMappe
from fotfeste.fag.person.models import Person
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import Fagfeil
from fotfeste.innsikt.internkontroll.enums import Formvalg, Hvavalg, Kriteriestyrke
from fotfeste.innsikt.internkontroll.models import EgetKriterium, Kontrollresultat, Kriterievalg
from fotfeste.innsikt.internkontroll.selectors import kontrollbilde
from fotfeste.innsikt.internkontroll.services import (
    eget_kriterium_avslutt,
    eget_kriterium_lag,
    kontrollen_huskes,
    kriterium_sett_styrke,
)
from tests.akseptanse import folk, saker
from tests.akseptanse.saker import Alt

pytestmark = pytest.mark.django_db
DAG = date(2026, 6, 3)


@pytest.fixture
def alt() -> Alt:
    return saker.en_av_hver()


def inn(alt: Alt, navn: str = folk.LEDER) -> Client:
    client = Client()
    client.force_login(alt.huset.folk[navn].krev_bruker())
    return client


def test_setningen_kommer_forst_og_hvert_brudd_sier_hvem(alt: Alt) -> None:
    svar = inn(alt).get(reverse("kontor:internkontroll"), {"dato": "3.6.2026"})
    tekst = svar.content.decode()
    bilde = svar.context["bilde"]
    assert f"{bilde.brutte} av {len(bilde.linjer)} kriterier er brutt i noen sak." in tekst
    assert "To personer står bak hvert vedtak" in tekst
    assert "Ines Testland" in tekst
    linje = next(linje for linje in bilde.linjer if linje.kode == "R09")
    assert (linje.kontrollert, [sak.navn for sak in linje.saker]) == (9, ["Ines Testland"])


def test_kontrollen_av_egne_saker_bygger_pa_egne_tabeller(alt: Alt) -> None:
    bilde = kontrollbilde(alt.huset.folk[folk.LEDER], DAG)
    svar = {linje.kode: (linje.kontrollert, linje.antall) for linje in bilde.linjer}
    assert svar["R01"][0] == svar["R08"][0]
    assert svar["R17"] == (1, 0)
    assert svar["R27"] == (2, 1)  # March was reckoned again after it was paid, and is not settled
    assert svar["R28"] == (2, 0)


def test_et_kriterium_kan_bindes_svakere_ved_kontoret(alt: Alt) -> None:
    leder, kontor = alt.huset.folk[folk.LEDER], alt.huset.kontor
    adresse = reverse("kontor:internkontroll_styrke", args=[kontor.pk, "R09"])
    svar = inn(alt).post(adresse, {"styrke": "bor", "fra": "i dag", "begrunnelse": "Ledermøtet 1. juni"})
    assert svar.status_code == 302
    assert Kriterievalg.objects.get().begrunnelse == "Ledermøtet 1. juni"
    linje = next(en for en in kontrollbilde(leder, klokke.i_dag(), kontor).linjer if en.kode == "R09")
    assert (linje.styrke, linje.antall) == (Kriteriestyrke.BOR, 1)
    kriterium_sett_styrke(leder, kontor=kontor, kode="R09", styrke=Kriteriestyrke.SKAL, begrunnelse="Tilbake")
    assert Kriterievalg.objects.get().styrke == "skal"
    with pytest.raises(Fagfeil):
        kriterium_sett_styrke(leder, kontor=kontor, kode="R09", styrke=Kriteriestyrke.SKAL, begrunnelse=" ")


def test_kontoret_legger_til_sitt_eget_kriterium(alt: Alt) -> None:
    leder, kontor = alt.huset.folk[folk.LEDER], alt.huset.kontor
    adresse = reverse("kontor:internkontroll_nytt", args=[kontor.pk])
    felter = {
        "tekst": "Vi snakker sammen hver uke",
        "hva": "samtale",
        "form": "minst_hver",
        "dager": "7",
        "styrke": "bor",
    }
    assert inn(alt).post(adresse, felter).status_code == 302
    bilde = kontrollbilde(leder, klokke.i_dag(), kontor)
    linje = next(en for en in bilde.linjer if en.tekst == "Vi snakker sammen hver uke")
    assert linje.kontrollert == linje.antall > 0
    eget = EgetKriterium.objects.get(tekst="Vi snakker sammen hver uke")
    assert inn(alt).post(reverse("kontor:internkontroll_avslutt", args=[eget.pk])).status_code == 302
    eget_kriterium_avslutt(leder, kriterium=eget)
    with pytest.raises(Fagfeil):
        eget_kriterium_lag(
            leder, kontor=kontor, tekst="Noe", hva=Hvavalg.PLAN, form=Formvalg.INNEN, dager=0, begrunnelse=""
        )


def test_natten_husker_hvordan_det_sto(alt: Alt) -> None:
    with klokke.still_til(DAG):
        call_command("nattjobb")
        kontrollen_huskes()
    assert Kontrollresultat.objects.filter(dato=DAG).count() == 38
    with klokke.still_til(date(2026, 7, 3)):
        bilde = kontrollbilde(alt.huset.folk[folk.LEDER], klokke.i_dag(), alt.huset.kontor)
    assert bilde.sammenlignet_med == DAG
    assert next(en.for_brudd for en in bilde.linjer if en.kode == "R09") == 1


def test_saksmappen_viser_alt_som_kom_og_hva_som_ikke_kom_med(alt: Alt) -> None:
    tekst = inn(alt).get(reverse("kontor:saksmappe", args=[alt.innlest.pk])).content.decode()
    for ventet in (
        "Lest inn fra gammelt-system.jsonl",
        "G-17",
        "Fast kontakt var Z990030",
        "To personer står bak hvert vedtak",
        "Innvilgelse av program",
        "10828709491",
    ):
        assert ventet in tekst
    assert inn(alt).post(reverse("kontor:saksmappe_kvitter", args=[alt.innlest.pk])).status_code == 302
    assert InnlestMappe.objects.get().kvittert is not None


def test_saksmappen_kan_lastes_ned_og_leses_igjen(alt: Alt) -> None:
    for sak in (alt.i_program, alt.innlest, alt.soker):
        svar = inn(alt).get(reverse("kontor:saksmappe_fil", args=[sak.pk]))
        lest = les_linje(svar.content.decode())
        assert lest.feil == ()
        assert "attachment" in svar.headers["Content-Disposition"]


def test_mappen_til_en_sak_laget_her_sier_alt_vi_vet(alt: Alt) -> None:
    mappe = json.loads(inn(alt).get(reverse("kontor:saksmappe_fil", args=[alt.i_program.pk])).content)
    assert mappe["person"]["barn"] == [{"fodselsdato": "2019-05-03", "fra": mappe["person"]["barn"][0]["fra"]}]
    (vedtak,) = mappe["vedtak"]
    assert (vedtak["type"], len(vedtak["vilkar"]), vedtak["til"]) == ("innvilgelse", 6, "2027-03-01")
    (aev,) = mappe["arbeidsevnevurderinger"]
    assert all(aev["punkter"].values())
    (program,) = mappe["programversjoner"]
    assert sum(en["timer_per_uke"] for en in program["aktiviteter"]) == 37.5
    assert [liste["maned"] for liste in mappe["timelister"]] == ["2026-03", "2026-04", "2026-05", "2026-06"]
    assert mappe["timelister"][0]["fravaer"][0]["arsak"] == "egen_sykdom"
    assert [(u["maned"], u["dato"]) for u in mappe["utbetalinger"]] == [("2026-03", "2026-04-13")]
    assert mappe["permisjoner"][0]["grunn"] == "Reise"
    assert [en["til"] for en in mappe["fast_kontakt"] if "til" in en] == ["2026-06-02"]
    # What the file has no place for stands on the page, for the office and for the participant.
    deltaker = Client()
    deltaker.force_login(Person.objects.get(pk=alt.i_program.person_id).bruker)
    for svar in (
        inn(alt).get(reverse("kontor:saksmappe", args=[alt.i_program.pk])),
        deltaker.get(reverse("deltaker:hele_saken")),
    ):
        tekst = svar.content.decode().replace("\xa0", " ")
        for ventet in (
            "2. februar 2026 – 10. februar 2026",  # the child was abroad
            "Sykepenger",
            "Husleien forfaller i dag",
            "−1 000 kr",
            "andre ytelser fra NAV",
            "Uføretrygd",
        ):
            assert ventet in tekst, ventet
    tekst = inn(alt).get(reverse("kontor:saksmappe", args=[alt.pause_varslet.pk])).content.decode()
    assert "Ble sett på jobb hos en annen." in tekst
    assert "Skriftlig bekreftelse av 12. mai 2026" in tekst


def test_antall_sporringer_er_det_samme_for_en_sak_til(alt: Alt) -> None:
    with CaptureQueriesContext(connection) as fa:
        kontrollbilde(alt.huset.folk[folk.LEDER], DAG)
    saker.grunnlag.lag_sak_i_program(alt.huset.kontor)
    saker.grunnlag.lag_sak_i_program(alt.huset.kontor)
    with CaptureQueriesContext(connection) as flere:
        kontrollbilde(alt.huset.folk[folk.LEDER], DAG)
    assert len(flere) == len(fa)
