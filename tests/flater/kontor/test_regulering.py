"""Økonomi regulates from the pages: what is left, the dry run, a month to look at, carried out by another."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from fotfeste.fag.person.services import person_endre
from fotfeste.fag.regulering import services
from fotfeste.fag.regulering.models import Regulering
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.organisasjon.enums import Rolle
from fotfeste.grunnmur.tilgang import SYSTEM, Aktor
from tests.fag.regulering.fortelling import JUNI, MAI, MANDAGEN_ETTER, SOMMEREN, Huset
from tests.grunnlag import lag_aktor

pytestmark = pytest.mark.django_db


@pytest.fixture
def huset(db: None) -> Iterator[Huset]:
    with klokke.still_til(MANDAGEN_ETTER):
        yield Huset()


def _som(aktor: Aktor) -> Client:
    klient = Client()
    klient.force_login(aktor.krev_bruker())
    return klient


def _vis(klient: Client, navn: str, *args: object) -> str:
    return klient.get(reverse(f"kontor:{navn}", args=args)).content.decode()


def _trykk(klient: Client, regulering: Regulering, kommando: str) -> str:
    adresse = reverse("kontor:regulering_kommando", args=[regulering.pk, kommando])
    return klient.post(adresse, {"innsending": uuid4()}, follow=True).content.decode()


def test_fra_min_dag_til_gjennomfort(huset: Huset) -> None:
    huset.deltaker()
    vent = huset.deltaker((MAI,), fornavn="Farid")
    huset.betal(*SOMMEREN)
    person_endre(SYSTEM, vent.person, kontonummer="")
    oda, olav = _som(huset.oda), _som(huset.olav)
    assert "2 deltakere skal reguleres for 4 måneder." in _vis(oda, "min_dag")
    assert "2 deltakere skal reguleres for 4 måneder." in _vis(oda, "reguleringer")

    oda.post(reverse("kontor:reguleringer"), {"innsending": uuid4()})
    regulering = services.regulering_prov(huset.oda, Regulering.objects.get())
    side = _vis(oda, "regulering", regulering.pk)
    assert side.index("Noen må se på disse") < side.index("Hvem som får hva, mest først")
    assert "Kontrollregnet på en annen måte: samme sum, 999" in side
    assert "Kontonummeret mangler" in side
    assert "Gjennomfør reguleringen" not in side  # she made the dry run
    assert "En annen må gjennomføre den" in _trykk(oda, regulering, "gjennomfor")

    linje = regulering.linjer.get(sak=vent)
    adresse = reverse("kontor:reguleringslinje", args=[linje.pk])
    assert "Fyll ut" in oda.post(adresse, {"begrunnelse": " "}).content.decode()
    oda.post(adresse, {"begrunnelse": "Nytt kontonummer kommer i dag", "innsending": uuid4()})
    assert "tas med" in _vis(oda, "regulering", regulering.pk)

    side = _trykk(olav, regulering, "gjennomfor")
    assert "Reguleringen er godkjent og gjennomføres nå." in side
    assert "0 av 5 måneder er gjennomført." in side
    services.regulering_fullfor(huset.olav, Regulering.objects.get())
    assert "2 deltakere har ikke fått beskjed ennå." in _vis(olav, "regulering", regulering.pk)
    assert "Ingenting å regulere nå" in _vis(oda, "reguleringer")


def test_lederen_ser_svaret_og_henter_det_uten_navn(huset: Huset) -> None:
    sak = huset.deltaker((MAI,))
    huset.betal(MAI)
    leder = _som(lag_aktor(Rolle.LEDER, huset.kontor))
    regulering = huset.provekjort()
    assert "Prøvekjør på nytt" not in _vis(leder, "regulering", regulering.pk)
    fil = _vis(leder, "regulering_csv", regulering.pk)
    assert f"{sak.saksnummer};{huset.kontor.navn};2020-05;16131;16372;241;16372;Etterbetales;" in fil
    assert sak.person.etternavn not in fil


def test_siden_koster_like_mye_for_tre_som_for_ni(huset: Huset) -> None:
    def sporringer(antall: int, maned: date) -> int:
        for nummer in range(antall):
            sak = huset.deltaker((maned,), fornavn=f"Testine{chr(97 + nummer)}")
            if nummer % 2:
                person_endre(SYSTEM, sak.person, kontonummer="")
        huset.betal(maned)
        regulering = huset.provekjort()
        klient = _som(huset.oda)
        _vis(klient, "regulering", regulering.pk)
        with CaptureQueriesContext(connection) as svar:
            _vis(klient, "regulering", regulering.pk)
        services.regulering_forkast(huset.oda, regulering)
        return len(svar)

    assert sporringer(3, MAI) == sporringer(6, JUNI)
