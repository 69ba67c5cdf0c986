"""What a letter from NAV says, per stønadsdag (sotjl § 38)."""

from __future__ import annotations

from fractions import Fraction

import pytest

from fotfeste.regelverk.samordning import Enhet, Omregning


@pytest.mark.parametrize(
    ("ore", "enhet", "eksakt", "kroner", "regnestykke"),
    [
        (55_400, Enhet.DAG, Fraction(554), 554, "554 kr"),
        (123_450, Enhet.UKE, Fraction(2469, 10), 246, "1 234,50 kr ÷ 5 = 246,90 kr"),
        (554_000, Enhet.FJORTEN_DAGER, Fraction(554), 554, "5 540 kr ÷ 10 = 554 kr"),
        (1_200_000, Enhet.MANED, Fraction(7200, 13), 553, "12 000 kr × 12 ÷ 260 = 553,85 kr"),
        (26_000_000, Enhet.AR, Fraction(1000), 1000, "260 000 kr ÷ 260 = 1 000 kr"),
        (0, Enhet.MANED, Fraction(0), 0, "0 kr × 12 ÷ 260 = 0 kr"),
    ],
)
def test_brevets_belop_per_stonadsdag(ore: int, enhet: Enhet, eksakt: Fraction, kroner: int, regnestykke: str) -> None:
    svar = Omregning(ore, enhet)
    assert (svar.eksakt, svar.kroner) == (eksakt, kroner)
    assert svar.regnestykke.replace("\u00a0", " ") == regnestykke


def test_et_belop_under_null_finnes_ikke() -> None:
    with pytest.raises(ValueError, match="mindre enn null"):
        Omregning(-1, Enhet.DAG)
