"""Amounts as people write them, and months in a sentence."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from fotfeste.flater.felles.belop import Belopsfelt, belop_i_felt
from fotfeste.flater.felles.templatetags.barnetillegg import manedsliste


@pytest.mark.parametrize(
    ("tekst", "ore"),
    [
        ("12 000", 1_200_000),
        ("12.000,50 kr", 1_200_050),
        ("12000.5", 1_200_050),
        ("1.234", 123_400),
        ("1 234 567,-", 123_456_700),
        ("0,05", 5),
        ("kr. 553", 55_300),
        ("12\u00a0000,00", 1_200_000),
        ("١٢ ٠٠٠", 1_200_000),
        ("", None),
    ],
)
def test_belopet_leses_til_ore(tekst: str, ore: int | None) -> None:
    assert Belopsfelt(required=False).clean(tekst) == ore


@pytest.mark.parametrize("tekst", ["mye", "-5", "1,234,5", "12,345", "1234567890", "1e5", "½"])
def test_det_som_ikke_er_et_belop_sies_fra_om(tekst: str) -> None:
    with pytest.raises(ValidationError, match="Skriv beløpet i kroner"):
        Belopsfelt().clean(tekst)


def test_det_som_star_i_feltet_leses_likt_igjen() -> None:
    for ore in (0, 5, 55_350, 1_200_000, 123_456_789):
        assert Belopsfelt().clean(belop_i_felt(ore)) == ore
    assert belop_i_felt(None) == ""


def test_manedene_i_en_setning() -> None:
    assert manedsliste([]) == ""
    assert manedsliste([date(2026, 5, 1)]) == "mai 2026"
    assert manedsliste([date(2026, 4, 1), date(2026, 5, 1)]) == "april og mai 2026"
    assert manedsliste([date(2025, 12, 1), date(2026, 1, 1), date(2026, 2, 1)]) == (
        "desember 2025, januar og februar 2026"
    )
