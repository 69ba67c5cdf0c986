"""kill −9 at any instruction: the month is paid once, whole and to the øre, however often it died on the way."""

from __future__ import annotations

import random

import pytest

from bench import feil
from bench.feil import Fase, Punkt

DRAP = 201


@pytest.mark.django_db(transaction=True)
def test_en_kjoring_som_drepes_over_to_hundre_ganger_betaler_som_om_ingenting_hadde_hendt() -> None:
    """After each death nothing is doubled, lost or half; each month that comes through is as an undisturbed one."""
    sted = feil.lag_sted(16, random.Random(4))
    drap = feil.drep(sted, antall=DRAP, fro=2026)
    assert drap.antall >= DRAP
    assert drap.runder > 10
    assert all(drap.i_fase(fase) for fase in Fase), drap.hvor
    assert all(drap.ved(punkt) for punkt in Punkt), drap.hvor
