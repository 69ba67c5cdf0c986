"""Account numbers are read as people write them, and a wrong digit is caught and explained."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.no import iban, kontonr

from fotfeste.kobling.betaling.kontonummer import Kontonummerfeil, formater, kontrollsiffer, les, som_iban

gyldige = (
    st.from_regex(r"[1-9][0-9]{9}", fullmatch=True)
    .filter(lambda ti: kontrollsiffer(ti) is not None)
    .map(lambda ti: f"{ti}{kontrollsiffer(ti)}")
)


@pytest.mark.parametrize("skrevet", ["12345678903", "1234.56.78903", " 1234 56 78903 ", "1234\u00a056\u00a078903"])
def test_leses_slik_folk_skriver_det(skrevet: str) -> None:
    assert les(skrevet) == "12345678903"
    assert formater(skrevet) == "1234.56.78903"


@pytest.mark.parametrize(
    ("skrevet", "melding"),
    [
        ("", "bare tall"),
        ("NO9386011117947", "bare tall"),
        ("١٢٣٤٥٦٧٨٩٠٣", "bare tall"),
        ("1234567890", "Dette har 10"),
        ("123456789034", "Dette har 12"),
        ("12345678904", "Ett eller flere sifre er feil"),
        ("00000000010", "Ett eller flere sifre er feil"),
    ],
)
def test_feil_forklares(skrevet: str, melding: str) -> None:
    with pytest.raises(Kontonummerfeil, match=melding) as feil:
        les(skrevet)
    assert "ugyldig" not in str(feil.value).lower()


def test_ti_sifre_uten_kontrollsiffer() -> None:
    assert kontrollsiffer("0000000006") is None  # 2 × 6 = 12, remainder 1


@given(gyldige)
def test_enig_med_stdnum(sifre: str) -> None:
    assert kontonr.is_valid(sifre)
    assert iban.is_valid(som_iban(sifre))


@given(gyldige, st.integers(0, 10), st.integers(1, 9))
def test_ett_feil_siffer_oppdages_alltid(sifre: str, sted: int, endring: int) -> None:
    feil = sifre[:sted] + str((int(sifre[sted]) + endring) % 10) + sifre[sted + 1 :]
    with pytest.raises(Kontonummerfeil):
        les(feil)
