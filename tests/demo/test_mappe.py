"""The demo's cases from an older system go in whole, and one of them still runs."""

from __future__ import annotations

from datetime import date

import pytest

from fotfeste.demo.mappe import mapper_les
from fotfeste.fag.sak.models import Sak
from fotfeste.grunnmur import klokke
from tests import grunnlag


@pytest.mark.django_db
def test_demoens_innleste_saker() -> None:
    kontor = grunnlag.lag_kontor(grunnlag.lag_kommune())
    with klokke.still_til(date(2026, 6, 3)):
        svar = mapper_les(kontor, date(2026, 6, 3))
    assert (svar.nye, svar.avvist, svar.nye_kontorer, svar.apne) == (6, [], [], 1)
    assert set(Sak.objects.values_list("kontor__navn", flat=True)) == {kontor.navn}
