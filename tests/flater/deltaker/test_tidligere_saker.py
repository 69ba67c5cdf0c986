"""A new application takes nothing away: the earlier case's sheets, money and letters are still the participant's."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from fotfeste.fag.brev.models import Brev
from fotfeste.fag.oppmote.models import Timeliste
from fotfeste.fag.oversikt.deltaker import forside
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.soknad.models import Opplysningskrav, Soknad
from fotfeste.fag.utbetaling import services as utbetaling
from fotfeste.fag.utbetaling.models import Utbetaling
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.dokument.services import dokument_arkiver
from fotfeste.grunnmur.logg.services import kommando
from fotfeste.grunnmur.organisasjon.models import Kommune, Kontor
from fotfeste.grunnmur.tilgang import SYSTEM, Aktor
from tests import grunnlag
from tests.fag.oversikt.fortelling import lag, slutt

pytestmark = pytest.mark.django_db
MAI = date(2026, 5, 1)


def _tekst(svar) -> str:  # type: ignore[no-untyped-def]
    assert svar.status_code == 200
    return " ".join(svar.content.decode().replace("\N{NO-BREAK SPACE}", " ").split())


@pytest.fixture
def gammel(kontor: Kontor) -> Sak:
    """A case whose programme ended on the last of May."""
    with klokke.still_til(date(2026, 5, 20)):
        sak = grunnlag.lag_sak_i_program(kontor)
        slutt(sak, date(2026, 5, 31), dato=date(2026, 5, 20))
    return sak


@pytest.fixture
def deltaker(gammel: Sak, kontor: Kontor) -> Aktor:
    return grunnlag.lag_deltaker(gammel.person, kontor)


@pytest.fixture
def ny(gammel: Sak, deltaker: Aktor, kontor: Kontor) -> Sak:
    """The case of a new application."""
    return grunnlag.lag_sak(kontor, gammel.person)


@pytest.fixture
def inne(client: Client, deltaker: Aktor) -> Client:
    client.force_login(deltaker.krev_bruker())
    return client


def test_den_siste_timelisten_fylles_og_sendes_fra_forsiden(inne: Client, gammel: Sak, ny: Sak) -> None:
    adresse = f"{reverse('deltaker:timeliste', args=[2026, 5])}?sak={gammel.saksnummer}"
    side = _tekst(inne.get(reverse("deltaker:forside")))
    assert "Send timelisten for mai innen 5. juni 2026" in side
    assert f'href="{adresse}"' in side
    assert f'href="{adresse}"' in _tekst(inne.get(reverse("deltaker:timelister")))
    assert "Timeliste for mai 2026" in _tekst(inne.get(adresse))
    assert Timeliste.objects.get().sak == gammel
    fravaer = f"{reverse('deltaker:fravaer_ny', args=[2026, 5])}?sak={gammel.saksnummer}"
    assert f'href="{fravaer}"' in _tekst(inne.get(adresse))
    assert f'href="{adresse}"' in _tekst(inne.get(fravaer))


def test_maneden_finner_saken_selv_uten_saksnummer_og_aldri_en_annens(
    inne: Client, gammel: Sak, ny: Sak, kontor: Kontor
) -> None:
    assert "Timeliste for mai 2026" in _tekst(inne.get(reverse("deltaker:timeliste", args=[2026, 5])))
    assert Timeliste.objects.get().sak == gammel
    annens = grunnlag.lag_sak_i_program(kontor)
    for side in ("timeliste", "penger_maned"):
        adresse = f"{reverse(f'deltaker:{side}', args=[2026, 5])}?sak={annens.saksnummer}"
        assert inne.get(adresse).status_code == 404


def test_brevene_fra_den_forrige_saken_er_der(inne: Client, gammel: Sak, ny: Sak) -> None:
    pdf = dokument_arkiver(navn="brev.pdf", mime="application/pdf", innhold=b"%PDF-1.7")
    lag(Brev, sak=gammel, mal="vedtak", tittel="Programmet er slutt", innhold={}, dokument=pdf)
    for side in ("forside", "brev"):
        assert "Programmet er slutt" in _tekst(inne.get(reverse(f"deltaker:{side}")))


def test_pengene_fra_den_forrige_saken_er_der(
    inne: Client, gammel: Sak, ny: Sak, kommune: Kommune, veileder: Aktor, okonomi: Aktor
) -> None:
    grunnlag.lag_timeliste(gammel, MAI, godkjent_av=veileder)
    kjoring = utbetaling.kjoring_opprett(okonomi, kommune=kommune, maned=MAI)
    utbetaling.kjoring_forbered(okonomi, kjoring)
    with kommando(SYSTEM, "test"):
        Utbetaling.objects.get(sak=gammel).lagre_endring(status="frigitt")
    adresse = f"{reverse('deltaker:penger_maned', args=[2026, 5])}?sak={gammel.saksnummer}"
    assert f'href="{adresse}"' in _tekst(inne.get(reverse("deltaker:penger")))
    assert "Pengene for mai 2026" in _tekst(inne.get(adresse))
    penger = forside(ny, [gammel]).penger
    assert penger is not None
    assert penger.maned == MAI


def test_det_som_skjedde_i_den_forrige_saken_star_i_innsynet(inne: Client, gammel: Sak, ny: Sak) -> None:
    side = _tekst(inne.get(reverse("deltaker:innsyn")))
    assert side.count("opprettet saken") == 2


def test_uten_noen_sak_er_det_ingen_maneder(client: Client, kontor: Kontor) -> None:
    client.force_login(grunnlag.lag_deltaker(grunnlag.lag_person(), kontor).krev_bruker())
    assert "Du har ingen timelister ennå" in _tekst(client.get(reverse("deltaker:timelister")))
    for side, args in (("penger", []), ("timeliste", [2026, 5]), ("penger_maned", [2026, 5])):
        assert client.get(reverse(f"deltaker:{side}", args=args)).status_code == 404


def test_det_kontoret_gikk_videre_uten_kan_ikke_sendes(inne: Client, ny: Sak) -> None:
    soknad = lag(Soknad, sak=ny, mottatt=date(2026, 5, 25), kanal="papir", status="klar")
    krav = lag(
        Opplysningskrav, sak=ny, soknad=soknad, hva="Lønnsslipp", bedt=date(2026, 5, 26), frist=date(2026, 6, 20)
    )
    assert "Lønnsslipp" not in _tekst(inne.get(reverse("deltaker:soknad")))
    svar = inne.get(reverse("deltaker:soknad_svar", args=[krav.pk]), follow=True)
    assert "Vi trenger ikke dette lenger." in _tekst(svar)
