"""The municipal choices: each has a default it allows itself, and one query tells them all."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from fotfeste.grunnmur.organisasjon.models import Kommune
from fotfeste.grunnmur.organisasjon.valg import VALG, Valg, verdi, verdier
from tests.grunnlag import I_DAG, lag_kommune, lag_valg


@pytest.mark.parametrize("valg", VALG.values(), ids=lambda valg: valg.nokkel)
def test_standarden_er_en_verdi_valget_kan_ha(valg: Valg) -> None:
    assert valg.godtar(valg.standard)
    assert not valg.godtar("5")
    if valg.er_ja_nei:
        assert not valg.godtar(1)
    else:
        assert [valg.godtar(n) for n in (valg.minst - 1, valg.minst, valg.hoyst, valg.hoyst + 1)] == [
            False,
            True,
            True,
            False,
        ]
        assert not valg.godtar(True)


def test_alle_valgene_i_en_sporring_for_alle_kommuner(kommune: Kommune) -> None:
    annen = lag_kommune("Annenvik", "4205")
    lag_valg(kommune, "utbetalingsdag", 20, fra=date(2026, 1, 1))
    lag_valg(annen, "utbetalingsdag", 25, fra=date(2026, 7, 1))
    with CaptureQueriesContext(connection) as sporringer:
        alle = verdier({kommune.pk, annen.pk}, I_DAG)
    assert len(sporringer) == 1
    assert alle[kommune.pk]["utbetalingsdag"] == 20
    assert alle[annen.pk]["utbetalingsdag"] == VALG["utbetalingsdag"].standard
    assert verdi(annen.pk, "utbetalingsdag", date(2026, 7, 1)) == 25
    assert set(alle[kommune.pk]) == set(VALG)
