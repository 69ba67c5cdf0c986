"""The KOSTRA page: the sentence first, each finding with its case and its cure, and the file when it is ready."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from fotfeste.fag.oppfolging.enums import Avslutningsmate
from fotfeste.fag.sak.models import Sak
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.logg.models import Sporing
from fotfeste.grunnmur.organisasjon.models import Kommune, Kontor
from fotfeste.grunnmur.tilgang import Aktor
from fotfeste.kobling.kostra.post import les
from tests.grunnlag import lag_kontor, lag_person
from tests.kobling.kostra.kvpsaker import avsluttet, betalt_hver_maned, innvilget, liten_kommune


@pytest.fixture(autouse=True)
def _etter_aret() -> Iterator[None]:
    with klokke.still_til(date(2027, 1, 12)):
        yield


def logg_inn(aktor: Aktor) -> Client:
    klient = Client()
    klient.force_login(aktor.krev_bruker(), backend="django.contrib.auth.backends.ModelBackend")
    return klient


@pytest.fixture
def nettleser(leder: Aktor) -> Client:
    return logg_inn(leder)


def side(nettleser: Client, **valg: object) -> str:
    svar = nettleser.get(reverse("kontor:kostra"), {navn: str(verdi) for navn, verdi in valg.items()})
    assert svar.status_code == 200
    return svar.content.decode()


def med_feil(kontor: Kontor) -> Sak:
    """Ended after a pause, and nobody has said what the person went on to."""
    sak = innvilget(kontor, date(2026, 1, 5), person=lag_person(fornavn="Omar", etternavn="Glemt"))
    betalt_hver_maned(sak, 2026, 1, 5)
    avsluttet(sak, date(2026, 5, 31), mate=Avslutningsmate.ETTER_AVBRUDD, situasjon=(), inntekt="")
    return sak


def test_setningen_staar_foerst_og_filen_lastes_ned(nettleser: Client, kommune: Kommune, kontor: Kontor) -> None:
    liten_kommune(kontor, 2026)
    html = side(nettleser)
    assert "KOSTRA for 2026, Fjordvik" in html
    assert "4 deltakere, ingen feil. Filen kan sendes." in html
    adresse = reverse("kontor:kostra_fil", args=[kommune.pk, 2026])
    assert f'href="{adresse}"' in html
    svar = nettleser.get(adresse)
    assert svar.headers["Content-Disposition"] == 'attachment; filename="11CF_2026_420400.dat"'
    assert len([les(2026, linje) for linje in svar.content.decode().splitlines()]) == 4


def test_feil_staar_med_navn_felt_og_hva_du_gjor(nettleser: Client, kommune: Kommune, kontor: Kontor) -> None:
    sak = med_feil(kontor)
    html = side(nettleser, aar=2026)
    assert "1 deltaker, 1 feil som må rettes før filen kan sendes." in html
    assert "Omar Glemt" in html
    assert reverse("kontor:sak", args=[sak.pk]) in html
    assert "Kryss av for hva deltakeren gikk til, i avslutningen." in html
    assert "hva deltakeren gikk til, status ved utgangen av året" in html
    assert "disabled" in html
    assert "Filen kan ikke lastes ned ennå" in html


def test_filen_med_feil_sender_tilbake_til_siden(nettleser: Client, kommune: Kommune, kontor: Kontor) -> None:
    med_feil(kontor)
    svar = nettleser.get(reverse("kontor:kostra_fil", args=[kommune.pk, 2026]), follow=True)
    assert svar.redirect_chain[0][0].startswith(reverse("kontor:kostra"))
    assert "Filen kan ikke sendes ennå." in svar.content.decode()


def test_hvert_aars_oppsett_kan_velges(nettleser: Client, kontor: Kontor) -> None:
    liten_kommune(kontor, 2023)
    html = side(nettleser, aar=2023)
    assert "KOSTRA for 2023" in html
    assert "kontrollert etter de samme reglene i oppsettet som gjaldt da" in html
    # A year it does not know gives the usual one.
    assert "KOSTRA for 2026" in side(nettleser, aar="1999")


def test_midt_i_aret_sier_siden_at_det_ikke_er_over(nettleser: Client, kontor: Kontor) -> None:
    innvilget(kontor, date(2026, 3, 1))
    with klokke.still_til(date(2026, 6, 3)):
        assert "Her ser du hvordan filen står 3. juni 2026" in side(nettleser).replace("\xa0", " ")


def test_den_som_ikke_er_med_staar_med_grunn(nettleser: Client, kontor: Kontor) -> None:
    innvilget(kontor, date(2027, 1, 4), person=lag_person(fornavn="Snart", etternavn="Ny"))
    html = side(nettleser)
    assert "Ingen deltakere." in html
    assert "Snart Ny" in html
    assert "Har vedtak, men hadde ikke begynt i programmet." in html


def test_navn_fra_et_annet_kontor_vises_ikke(nettleser: Client, kommune: Kommune, kontor: Kontor) -> None:
    innvilget(lag_kontor(kommune, navn="NAV Nord"), date(2026, 3, 1), person=lag_person(fornavn="Skjult"))
    html = side(nettleser)
    assert "Skjult" not in html
    assert "Navnet vises ikke for deg" in html
    assert "NAV Nord" in html


def test_lesingen_logges(nettleser: Client, leder: Aktor, kontor: Kontor) -> None:
    side(nettleser)
    rad = Sporing.objects.get(bruker=leder.krev_bruker())
    assert (rad.handling, rad.utfall) == ("kostra.les", "vist")


def test_de_uten_rollen_finner_ikke_siden(kommune: Kommune, veileder: Aktor, deltaker: Aktor) -> None:
    for aktor in (veileder, deltaker):
        assert logg_inn(aktor).get(reverse("kontor:kostra")).status_code == 404
        assert logg_inn(aktor).get(reverse("kontor:kostra_fil", args=[kommune.pk, 2026])).status_code == 404


def test_andre_kommuners_fil_finnes_ikke(nettleser: Client) -> None:
    nabo = Kommune.objects.create(navn="Nabovik", nummer="4205")
    assert nettleser.get(reverse("kontor:kostra_fil", args=[nabo.pk, 2026])).status_code == 404


def test_like_mange_sporringer_uansett_antall_funn(nettleser: Client, kontor: Kontor) -> None:
    med_feil(kontor)
    side(nettleser)
    with CaptureQueriesContext(connection) as faa:
        side(nettleser)
    for _ in range(5):
        med_feil(kontor)
    with CaptureQueriesContext(connection) as mange:
        side(nettleser)
    assert len(mange) == len(faa)
