"""A list costs the same number of questions to the database whether it holds three cases or twelve."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from fotfeste.fag.sak.models import Sak
from fotfeste.fag.utbetaling import services as utbetaling
from fotfeste.fag.utbetaling.enums import Utbetalingsstatus
from fotfeste.grunnmur.organisasjon.models import Kommune, Kontor
from fotfeste.grunnmur.tilgang import Aktor
from tests import grunnlag
from tests.fag.vedtak.fortelling import klar_innvilgelse, sendt_innvilgelse

APRIL, MAI = date(2026, 4, 1), date(2026, 5, 1)
FA, MANGE = 3, 12


def _i_program(kontor: Kontor, veileder: Aktor, antall: int) -> None:
    """Participants with April's sheet approved and May's delivered."""
    for nummer in range(antall):
        sak = grunnlag.lag_sak_i_program(kontor, person=_person(nummer))
        grunnlag.lag_timeliste(sak, APRIL, godkjent_av=veileder)
        grunnlag.lag_timeliste(sak, MAI, godkjent_av=None)


def _person(nummer: int):  # type: ignore[no-untyped-def]
    return grunnlag.lag_person(fornavn=f"Testine{chr(97 + nummer)}", fodselsdato=date(1980 + nummer, 3, 1))


def _ny_sak(kontor: Kontor, nummer: int) -> Sak:
    return grunnlag.lag_sak(kontor, _person(nummer))


def _sporringer(client: Client, adresse: str) -> int:
    client.get(adresse)  # what is asked once per process is asked now
    with CaptureQueriesContext(
        connection,
    ) as sporringer:
        svar = client.get(adresse)
    assert svar.status_code == 200
    return len(sporringer)


def _koster_like_mye(client: Client, adresse: str, legg_til) -> None:  # type: ignore[no-untyped-def]
    legg_til(FA)
    fa = _sporringer(client, adresse)
    legg_til(MANGE - FA)
    mange = _sporringer(client, adresse)
    assert mange == fa, f"{adresse}: {fa} spørringer for {FA} saker, {mange} for {MANGE}"


@pytest.mark.parametrize("side", ["min_dag", "saker", "timelister"])
def test_lister_over_deltakere(client: Client, kontor: Kontor, veileder: Aktor, side: str) -> None:
    client.force_login(veileder.krev_bruker())
    _koster_like_mye(client, reverse(f"kontor:{side}"), lambda antall: _i_program(kontor, veileder, antall))


def test_sok(client: Client, kontor: Kontor, veileder: Aktor) -> None:
    client.force_login(veileder.krev_bruker())

    def sporringer() -> int:
        with CaptureQueriesContext(connection) as alle:
            assert client.post(reverse("kontor:sok"), {"tekst": "Testine"}).status_code == 200
        return len(alle)

    _i_program(kontor, veileder, FA)
    sporringer()
    fa = sporringer()
    _i_program(kontor, veileder, MANGE - FA)
    assert sporringer() == fa


@pytest.mark.parametrize("side", ["min_dag", "vedtak_liste"])
def test_beslutterens_lister(client: Client, kontor: Kontor, veileder: Aktor, beslutter: Aktor, side: str) -> None:
    client.force_login(beslutter.krev_bruker())

    def legg_til(antall: int) -> None:
        for nummer in range(antall):
            sendt_innvilgelse(veileder, _ny_sak(kontor, nummer))

    _koster_like_mye(client, reverse(f"kontor:{side}"), legg_til)


def test_vedtak_jeg_forbereder(client: Client, kontor: Kontor, veileder: Aktor) -> None:
    client.force_login(veileder.krev_bruker())

    def legg_til(antall: int) -> None:
        for nummer in range(antall):
            klar_innvilgelse(veileder, _ny_sak(kontor, nummer))

    _koster_like_mye(client, reverse("kontor:vedtak_liste"), legg_til)


def test_kjoringen(client: Client, kommune: Kommune, kontor: Kontor, veileder: Aktor, okonomi: Aktor) -> None:
    client.force_login(okonomi.krev_bruker())
    kjoring = utbetaling.kjoring_opprett(okonomi, kommune=kommune, maned=APRIL)

    def beregn(antall: int) -> None:
        _i_program(kontor, veileder, antall)
        utbetaling.kjoring_forbered(okonomi, kjoring)

    beregn(FA)
    fa = _sporringer(client, reverse("kontor:kjoring", args=[kjoring.pk]))
    beregn(MANGE - FA)
    assert kjoring.utbetalinger.exclude(status=Utbetalingsstatus.FORKASTET).count() == MANGE
    assert _sporringer(client, reverse("kontor:kjoring", args=[kjoring.pk])) == fa
