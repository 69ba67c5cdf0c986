"""Min dag, the list of cases and kept views as pages."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from fotfeste.fag.oversikt.models import Utsettelse, Visning
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.sak.services import fast_kontakt_sett
from fotfeste.fag.soknad.models import Soknad
from fotfeste.grunnmur.organisasjon.models import Kontor
from fotfeste.grunnmur.tilgang import SYSTEM, Aktor
from tests import grunnlag
from tests.fag.oversikt.fortelling import lag

pytestmark = pytest.mark.django_db
MIN_DAG, SAKER = reverse("kontor:min_dag"), reverse("kontor:saker")


@pytest.fixture
def inne(client: Client, veileder: Aktor) -> Client:
    client.force_login(veileder.krev_bruker())
    return client


@pytest.fixture
def fulgt(sak: Sak, veileder: Aktor) -> Sak:
    fast_kontakt_sett(SYSTEM, sak, bruker=veileder.krev_bruker())
    lag(Soknad, sak=sak, mottatt=date(2026, 5, 14), kanal="papir")
    return sak


def _tekst(svar) -> str:  # type: ignore[no-untyped-def]
    return " ".join(svar.content.decode().replace("\N{NO-BREAK SPACE}", " ").split())


def test_en_rad_velges_utsettes_og_tas_fram_igjen(inne: Client, fulgt: Sak) -> None:
    side = _tekst(inne.get(MIN_DAG))
    assert "(1) Min dag" in side
    valgt = f"{fulgt.pk}|soknad::2026-06-14:2026-05-14"
    assert f'value="{valgt}"' in side
    adresse = reverse("kontor:utsett")
    assert "Samira Testdal" in _tekst(inne.get(adresse, {"oppgave": valgt}))
    svar = inne.post(adresse, {"oppgave": valgt, "til": "5.6.26", "grunn": "Venter på lønnsslippen"})
    assert svar.headers["Location"] == MIN_DAG
    side = _tekst(inne.get(MIN_DAG))
    assert "Ingenting venter på deg" in side
    assert "Utsatt til 5. juni 2026: Venter på lønnsslippen" in side
    inne.post(reverse("kontor:utsett_opphev", args=[Utsettelse.objects.get().pk]))
    assert "Én ting trenger deg" in _tekst(inne.get(MIN_DAG))


def test_det_som_ikke_kan_vente_sies_ved_datoen_og_setningen_star(inne: Client, fulgt: Sak) -> None:
    valgt = f"{fulgt.pk}|soknad::2026-06-14:2026-05-14"
    svar = inne.post(reverse("kontor:utsett"), {"oppgave": valgt, "til": "20.6.26", "grunn": "Lang grunn"})
    side = _tekst(svar)
    assert "kan ikke vente lenger enn til 14. juni 2026" in side
    assert "Lang grunn" in side
    assert valgt in side


def test_ingenting_valgt_sier_hvordan_en_velger(inne: Client) -> None:
    for oppgave in ("", "tull", "tull|tull"):
        assert "Velg først hva som skal utsettes" in _tekst(inne.get(reverse("kontor:utsett"), {"oppgave": oppgave}))


def test_ens_egen_standardvisning_apner_siden_og_alt_er_ett_trykk_unna(inne: Client, fulgt: Sak) -> None:
    svar = inne.post(
        reverse("kontor:visning_lagre", args=["min_dag"]),
        {"navn": "Bare timelister", "sporring": "slag=timelister", "standard": "on"},
    )
    visning = Visning.objects.get()
    assert svar.headers["Location"] == f"{MIN_DAG}?slag=timelister&visning={visning.pk}"
    assert inne.get(MIN_DAG).headers["Location"] == svar.headers["Location"]
    side = _tekst(inne.get(svar.headers["Location"]))
    assert "Bare timelister" in side
    assert "Fjern visningen" in side
    assert "Én ting trenger deg" in _tekst(inne.get(MIN_DAG, {"alle": "1"}))
    assert inne.post(reverse("kontor:visning_fjern", args=[visning.pk])).headers["Location"] == f"{MIN_DAG}?alle=1"
    assert inne.get(MIN_DAG).status_code == 200
    assert inne.get(reverse("kontor:visning_lagre", args=["tull"])).status_code == 404


@pytest.mark.parametrize("sporring", ["omfang=tull&slag=tull", "omfang=stedfortreder", "omfang=teamets&slag=frister"])
def test_en_ukjent_verdi_er_som_ingen(inne: Client, fulgt: Sak, sporring: str) -> None:
    assert inne.get(f"{MIN_DAG}?{sporring}").status_code == 200


@pytest.mark.parametrize(
    "sporring",
    ["stille=x&frist=-1&alder=99&hvem=tull&sprak=tull", "stille=1&frist=900&slutt=900&sorter=frist", "tolk=on"],
)
def test_listen_taler_alt_som_kan_sta_i_adressen(inne: Client, fulgt: Sak, sporring: str) -> None:
    assert inne.get(f"{SAKER}?{sporring}").status_code == 200


def test_filen_taler_a_apnes_i_et_regneark(client: Client, leder: Aktor, kontor: Kontor) -> None:
    grunnlag.lag_sak(kontor, grunnlag.lag_person(fornavn="=Formel"))
    client.force_login(leder.krev_bruker())
    svar = client.get(reverse("kontor:saker_csv"))
    assert svar.headers["Content-Type"] == "text/csv; charset=utf-8"
    linjer = svar.content.decode("utf-8-sig").splitlines()
    assert linjer[0].startswith("Saksnummer;Navn;Kontor")
    assert ";'=Formel Testdal;" in linjer[1]


def test_hjelpen_til_tastaturet_star_pa_hver_side(inne: Client) -> None:
    side = _tekst(inne.get(SAKER))
    assert "data-hjelp" in side
    assert 'data-ga="d"' in side
