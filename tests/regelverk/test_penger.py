"""Money is exact, rounded once, half away from zero, and written the way Norwegians read it."""

from fractions import Fraction

import pytest

from fotfeste.regelverk.penger import (
    HARDT_MELLOMROM,
    MINUS,
    Belop,
    avrund,
    avrund_kroner,
    desimaltekst,
    eksakt_tekst,
    kroner_tekst,
    ore_tekst,
)


def vanlig(tekst: str) -> str:
    """With ordinary spaces and minus, so that the expectations can be typed."""
    return tekst.replace(HARDT_MELLOMROM, " ").replace(MINUS, "-")


@pytest.mark.parametrize(
    ("teller", "nevner", "ventet"),
    [
        (1, 2, 1),
        (-1, 2, -1),
        (3, 2, 2),
        (-3, 2, -2),
        (49, 100, 0),
        (-49, 100, 0),
        (7, 1, 7),
        (0, 3, 0),
        (1, 3, 0),
        (-2, 3, -1),
        (10**30 + 1, 2, 5 * 10**29 + 1),
    ],
)
def test_halve_kroner_rundes_bort_fra_null(teller: int, nevner: int, ventet: int) -> None:
    assert avrund(teller, nevner) == ventet
    assert avrund_kroner(Fraction(teller, nevner)) == ventet


def test_uten_nevner_er_det_hele_kroner() -> None:
    assert avrund(7) == 7
    assert Belop(7) == 7


def test_kroner_skrives_med_mellomrom_for_tusen() -> None:
    assert vanlig(kroner_tekst(17492)) == "17 492 kr"
    assert vanlig(kroner_tekst(0)) == "0 kr"
    assert vanlig(kroner_tekst(-500)) == "-500 kr"
    assert kroner_tekst(-5) == f"{MINUS}5{HARDT_MELLOMROM}kr"
    assert kroner_tekst(1000) == f"1{HARDT_MELLOMROM}000{HARDT_MELLOMROM}kr"
    assert vanlig(kroner_tekst(-1_234_567)) == "-1 234 567 kr"


def test_belopet_brytes_ikke_over_to_linjer() -> None:
    assert " " not in kroner_tekst(17492)
    assert " " not in ore_tekst(1749250, 100)


def test_ore_vises_med_to_desimaler_men_ikke_for_hele_kroner() -> None:
    assert vanlig(ore_tekst(1021756, 1000)) == "1 021,76 kr"
    assert vanlig(ore_tekst(37)) == "37 kr"
    assert vanlig(ore_tekst(-2, 3)) == "-0,67 kr"
    assert vanlig(ore_tekst(-1, 1000)) == "0 kr"
    assert vanlig(ore_tekst(1005, 1000)) == "1,01 kr"
    assert vanlig(ore_tekst(-999999, 1000)) == "-1 000 kr"


def test_desimaltall_leses_med_komma() -> None:
    assert desimaltekst(Fraction(15, 2)) == "7,5"
    assert desimaltekst(Fraction(2041, 1000)) == "2,041"
    assert desimaltekst(Fraction(2, 3)) == "0,667"
    assert vanlig(desimaltekst(Fraction(-1, 4))) == "-0,25"
    assert desimaltekst(Fraction(99999, 100000)) == "1"
    assert desimaltekst(Fraction(1, 10000)) == desimaltekst(Fraction(-1, 10000)) == "0"
    assert vanlig(desimaltekst(Fraction(-12345))) == "-12 345"
    assert vanlig(desimaltekst(Fraction(24691, 2))) == "12 345,5"


@pytest.mark.parametrize(
    ("tall", "ventet"),
    [
        (Fraction(1021756, 1000), "1021.756"),
        (Fraction(-1, 8), "-0.125"),
        (Fraction(1, 500), "0.002"),
        (Fraction(255439, 375), "255439/375"),
        (Fraction(-2, 3), "-2/3"),
        (Fraction(400), "400"),
        (Fraction(-3, 2), "-1.5"),
        (Fraction(3, 160), "0.01875"),
        (5, "5"),
        (Fraction(10**40 + 1, 2 * 10**20), "50000000000000000000.000000000000000000005"),
        (Fraction(1, 7 * 10**30), f"1/{7 * 10**30}"),
    ],
)
def test_eksakt_tekst_mister_ingenting(tall: Fraction, ventet: str) -> None:
    assert eksakt_tekst(tall) == ventet
    assert Fraction(ventet) == tall


def test_belop_er_lik_det_samme_tallet_pa_annen_nevner() -> None:
    assert Belop(1, 2) == Belop(50, 100)
    assert hash(Belop(1, 2)) == hash(Belop(50, 100)) == hash(Fraction(1, 2))
    assert Belop(3, 2) == Fraction(3, 2)
    assert Belop(4, 2) == 2
    assert Belop(1, 2) != Belop(1, 3)
    assert Belop(1) != "1"
    assert Belop(5, 2).kroner == 3
    assert Belop(5, 2).brok == Fraction(5, 2)
    assert repr(Belop(5, 2)) == "Belop(5, 2)"
    assert vanlig(str(Belop(102176, 100))) == "1 021,76 kr"
