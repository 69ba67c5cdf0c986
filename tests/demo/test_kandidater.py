"""The demo's candidates and enquiries: every state to be seen, made by the services."""

from __future__ import annotations

import pytest

from fotfeste.demo.folk import bygg_organisasjon
from fotfeste.demo.kandidater import SPORSMAL, TIPS, bygg_kandidater_og_henvendelser
from fotfeste.fag.henvendelse.models import Henvendelse
from fotfeste.fag.kandidat.models import Kandidat
from tests import grunnlag
from tests.grunnlag import I_DAG


@pytest.mark.django_db
def test_hver_tilstand_er_med() -> None:
    stab = bygg_organisasjon(I_DAG, deltakere=10)
    for _spor in SPORSMAL:
        grunnlag.lag_sak_i_program(stab.kontorer[0].kontor)
    bygg_kandidater_og_henvendelser(stab.kontorer[0], I_DAG)
    assert Kandidat.objects.count() == len(TIPS)
    assert set(Kandidat.objects.values_list("status", flat=True)) == {
        "meldt", "innkalt", "informert", "kartlegges", "senere", "annet_tilbud",
    }  # fmt: skip
    assert Henvendelse.objects.filter(haster=True, person=None).count() == 1
    assert Henvendelse.objects.filter(besvart=None).count() == 3
