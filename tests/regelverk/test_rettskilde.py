"""A provision is written the same way everywhere."""

import pytest

from fotfeste.regelverk.rettskilde import Rettsgrunnlag, Rettskilde, fk, fvl, sotjl


@pytest.mark.parametrize(
    ("kilde", "tekst", "kode"),
    [
        (sotjl(35, 2), "sotjl § 35 andre ledd", "sotjl-35-2"),
        (sotjl(36), "sotjl § 36", "sotjl-36"),
        (sotjl(35, 2, 2), "sotjl § 35 andre ledd andre punktum", "sotjl-35-2-2"),
        (fk(6, 3), "forskriften § 6 tredje ledd", "fk-6-3"),
        (fk(17), "forskriften § 17", "fk-17"),
        (fvl("11 a", 1), "fvl § 11 a første ledd", "fvl-11a-1"),
        (Rettskilde(Rettsgrunnlag.FTL, "1-4"), "ftl § 1-4", "ftl-1-4"),
        (
            Rettskilde(Rettsgrunnlag.NAVL, "14 a", 1, bokstav="c"),
            "NAV-loven § 14 a første ledd bokstav c",
            "navl-14a-1-c",
        ),
    ],
)
def test_bestemmelsen_i_tekst_og_som_kode(kilde: Rettskilde, tekst: str, kode: str) -> None:
    assert str(kilde) == tekst
    assert kilde.kode == kode


def test_samme_bestemmelse_er_lik() -> None:
    assert sotjl(37) == sotjl("37")
    assert len({sotjl(37), sotjl("37"), fk(37)}) == 2


def test_hvert_grunnlag_har_fullt_navn_og_identifikator() -> None:
    assert Rettsgrunnlag.SOTJL.identifikator == "LOV-2009-12-18-131"
    assert all(en.navn and en.kortnavn and en.identifikator for en in Rettsgrunnlag)
    assert len({en.kode for en in Rettsgrunnlag}) == len(Rettsgrunnlag)


def test_ledd_og_punktum_folger_med_i_hver_lov() -> None:
    assert str(sotjl(35, 2, 1)) == "sotjl § 35 andre ledd første punktum"
    assert str(fk(6, 4, 2)) == "forskriften § 6 fjerde ledd andre punktum"
    assert str(fvl("11 a", 1, 3)) == "fvl § 11 a første ledd tredje punktum"
    assert fvl("11 a", 1, 3) == Rettskilde(Rettsgrunnlag.FVL, "11 a", 1, 3)
    assert [sotjl(36).kode, fk(17).kode, fvl(16).kode] == ["sotjl-36", "fk-17", "fvl-16"]
