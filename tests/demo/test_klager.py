"""The demo's complaints stand at each place along the way, and every rule was kept on the way there."""

from __future__ import annotations

from datetime import date

import pytest

from fotfeste.demo.folk import Kontorstab
from fotfeste.demo.klage import klager_bygg
from fotfeste.fag.klage.models import Klage
from fotfeste.fag.sak.models import Sak
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.tilgang import Aktor
from tests import grunnlag
from tests.fag.klage.fortelling import avslatt

pytestmark = pytest.mark.django_db


def test_klagene_star_hver_sitt_sted(veileder: Aktor, beslutter: Aktor, leder: Aktor, sak: Sak) -> None:
    for fornavn in ("Amina", "Birk", "Selma"):
        avslatt(veileder, beslutter, grunnlag.lag_sak(sak.kontor, grunnlag.lag_person(fornavn=fornavn)))
    stab = Kontorstab(sak.kontor, (veileder,), beslutter, leder)
    i_dag = date(2026, 9, 1)
    with klokke.still_til(i_dag):
        assert klager_bygg(stab, i_dag) == 3
    assert sorted(Klage.objects.values_list("status", flat=True)) == ["avgjort", "hos_beslutter", "mottatt"]
    assert Klage.objects.filter(utfall="stadfestet", pakke__isnull=False).count() == 1
