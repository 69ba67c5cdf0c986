"""Interpreters in meetings: a child of the participant is not one, and nobody else is taken for it."""

from __future__ import annotations

from datetime import date

import pytest

from fotfeste.regelverk.mote import KjentBarn, er_barn, vurder_tolk

DAG = date(2026, 6, 3)
BARN = (
    KjentBarn("Danylo", date(2012, 3, 1)),
    KjentBarn("Amina Yusuf Ali", date(2008, 6, 4)),
    KjentBarn("Sara", date(2008, 6, 3)),
    KjentBarn("", date(2020, 1, 1)),
)


@pytest.mark.parametrize("navn", ["Danylo", " danylo  TESTSEN ", "Amina", "Amina Yusuf Ali"])
def test_barnet_kjennes_igjen(navn: str) -> None:
    assert er_barn(navn, BARN, "Testsen", DAG)


@pytest.mark.parametrize("navn", ["Danylo Kovalenko", "Amina Hersi", "Sara", "Sara Testsen", "Testsen", "", "Olena"])
def test_en_annen_med_samme_fornavn_og_den_som_er_voksen_er_ikke_barnet(navn: str) -> None:
    assert not er_barn(navn, BARN, "Testsen", DAG)


def test_tolk_trengs_til_planen_ogsaa_naar_ingen_er_ledig() -> None:
    funn = vurder_tolk(trenger=True, bestilt=False, udekket=True, planlegger=True)
    assert funn is not None
    assert str(funn.hjemmel) == "tolkeloven § 6"
    assert vurder_tolk(trenger=True, bestilt=False, udekket=True, planlegger=False) is None
