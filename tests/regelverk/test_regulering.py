"""Which numbers came late."""

from __future__ import annotations

from datetime import date

import pytest

from fotfeste.regelverk.parametre import BARNETILLEGG, FAKTOR
from fotfeste.regelverk.regulering import finn_endring, sene_endringer


def test_grunnbelopene_som_ble_kunngjort_etter_at_de_gjaldt() -> None:
    sene = sene_endringer(date(2026, 11, 27))
    assert [endring.verdi.gjelder_fra.year for endring in sene] == [2026, 2025, 2024, 2023, 2022, 2020]


def test_bare_grunnbelopet_kommer_sent() -> None:
    """The reckoning asks no other number by the day it was known, so no other can be regulated."""
    assert all(verdi.kunngjort <= verdi.gjelder_fra for en in (FAKTOR, BARNETILLEGG) for verdi in en.verdier)
    with pytest.raises(LookupError):
        finn_endring("faktor", date(2024, 7, 1))


def test_ingen_vet_om_et_grunnbelop_for_det_er_kunngjort() -> None:
    assert sene_endringer(date(2020, 9, 17)) == []
    (endring,) = sene_endringer(date(2020, 9, 18))
    assert (endring.tidligere.verdi, endring.verdi.verdi) == (99_858, 101_351)
    assert endring.forste_maned == date(2020, 5, 1)


def test_en_endring_som_ikke_finnes() -> None:
    with pytest.raises(LookupError):
        finn_endring("grunnbelop", date(2020, 5, 2))
