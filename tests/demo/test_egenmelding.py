"""The demo's two stories about egenmelding, and every rule was kept on the way there."""

from __future__ import annotations

from datetime import date

import pytest

from fotfeste.demo.egenmelding import egenmelding_bygg
from fotfeste.demo.folk import Kontorstab
from fotfeste.fag.egenmelding.models import Egenmeldingsstopp
from fotfeste.fag.sak.models import Sak
from fotfeste.grunnmur.tilgang import Aktor
from tests import grunnlag
from tests.fag.egenmelding.fortelling import i_program_siden

pytestmark = pytest.mark.django_db


def test_en_er_varslet_og_en_ma_snart_vurderes_pa_nytt(
    veileder: Aktor, beslutter: Aktor, leder: Aktor, sak: Sak
) -> None:
    saker = [i_program_siden(ett, veileder) for ett in (sak, grunnlag.lag_sak(sak.kontor))]
    egenmelding_bygg(Kontorstab(sak.kontor, (veileder,), beslutter, leder), saker, date(2026, 6, 3))
    assert {s.status: s.vurderes_senest for s in Egenmeldingsstopp.objects.all()} == {
        "varslet": None,
        "bestemt": date(2026, 6, 25),
    }
