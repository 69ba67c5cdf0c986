"""When a child gives barnetillegg, as forskriften § 3 says, told child by child; and whose money the line is (§ 4)."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

import pytest

from fotfeste.regelverk import stonad
from fotfeste.regelverk.barnetillegg import (
    BEGGE_FORELDRE,
    Barnefakta,
    Fosterforhold,
    Grunn,
    Utenlandsopphold,
    andeler,
    barnas_belop,
    dager_ute_for,
    forklar,
    gitte_perioder,
    innkrevingsandel,
    tidslinje,
)
from fotfeste.regelverk.tid import Periode, maned

LEA = date(2019, 5, 3)
MAI = maned(2026, 5)


def _barn(**felter: object) -> Barnefakta:
    return Barnefakta(**{"fodselsdato": LEA, "forsorget": Periode(LEA, None), **felter})  # type: ignore[arg-type]


def test_et_barn_i_norge_gir_tillegg_fra_fodselen_til_dagen_for_atten() -> None:
    assert gitte_perioder(_barn()) == (Periode(LEA, date(2037, 5, 2)),)
    assert tidslinje(_barn()).verdi(date(2037, 5, 3)) is Grunn.FYLT_18
    assert tidslinje(_barn()).verdi(date(2019, 5, 2)) is None


def test_bare_mens_barnet_forsorges() -> None:
    barn = _barn(forsorget=Periode(date(2026, 5, 11), date(2026, 5, 20)))
    assert gitte_perioder(barn) == (Periode(date(2026, 5, 11), date(2026, 5, 20)),)
    assert [rad.kode for rad in forklar(barn, MAI)] == ["barn_ikke_forsorget", "barn_gis", "barn_ikke_forsorget"]


def test_en_sommer_pa_nitti_hele_dager_ute_gir_tillegg_hele_tiden() -> None:
    ute = Utenlandsopphold(date(2026, 6, 1), date(2026, 8, 31))  # 2 June to 30 August: 29 + 31 + 30 days
    assert dager_ute_for(_barn(utland=(ute,)), date(2026, 8, 31)) == 90
    assert gitte_perioder(_barn(utland=(ute,))) == (Periode(LEA, date(2037, 5, 2)),)


def test_den_nittiforste_dagen_gir_ikke_tillegg_og_heller_ikke_de_etter() -> None:
    ute = Utenlandsopphold(date(2026, 6, 1), date(2026, 9, 10))
    assert gitte_perioder(_barn(utland=(ute,))) == (
        Periode(LEA, date(2026, 8, 30)),
        Periode(date(2026, 9, 10), date(2037, 5, 2)),
    )
    (rad,) = forklar(_barn(utland=(ute,)), Periode(date(2026, 8, 31), date(2026, 9, 9)))
    assert (rad.kode, rad.tall) == ("barn_ute_over_90", {"dager": 10, "dager_ute": 100})
    assert str(rad.hjemmel) == "forskriften § 3 andre ledd andre punktum"
    assert rad.tekst == (
        "31. august 2026 til og med 9. september 2026: ikke barnetillegg. Barnet har vært i utlandet 100 dager de "
        "siste tolv månedene, og det er mer enn 90."
    )


def test_med_reisedagene_brukes_nitti_dager_opp_to_dager_for() -> None:
    ute = Utenlandsopphold(date(2026, 6, 1), date(2026, 9, 10))
    linje = tidslinje(_barn(utland=(ute,)), med_reisedager=True)
    assert [linje.verdi(date(2026, 8, dag)) for dag in (29, 30)] == [Grunn.UTE_INNENFOR, Grunn.UTE_OVER_90]
    assert linje.verdi(date(2026, 9, 10)) is Grunn.UTE_OVER_90


def test_flere_reiser_legges_sammen_og_faller_ut_etter_tolv_maneder() -> None:
    forste = Utenlandsopphold(date(2025, 6, 30), date(2025, 8, 30))  # 1 July to 29 August: 60 days
    andre = Utenlandsopphold(date(2026, 5, 31), date(2026, 8, 1))  # 1 June to 31 July: 61 days
    linje = tidslinje(_barn(utland=(forste, andre)))
    # On 30 June 60 + 30 days are used. From 1 July one day leaves the twelve months for each that comes.
    assert linje.verdi(date(2026, 6, 30)) is Grunn.UTE_INNENFOR
    assert linje.verdi(date(2026, 7, 31)) is Grunn.UTE_INNENFOR
    tidligere = Utenlandsopphold(date(2026, 5, 30), date(2026, 8, 1))  # a day more in May
    assert tidslinje(_barn(utland=(forste, tidligere))).verdi(date(2026, 6, 30)) is Grunn.UTE_OVER_90


def test_den_som_ikke_har_reist_hjem_mister_tillegget_fra_dag_nittien() -> None:
    barn = _barn(utland=(Utenlandsopphold(date(2026, 1, 31), None),))
    assert gitte_perioder(barn) == (Periode(LEA, date(2026, 5, 1)),)
    assert [rad.kode for rad in forklar(barn, MAI)] == ["barn_ute_innenfor", "barn_ute_over_90"]
    assert "90 av 90 dager er brukt" in forklar(barn, MAI)[0].tekst


def test_medlem_i_folketrygden_far_tillegg_ute_og_bruker_ingen_av_dagene() -> None:
    studiear = Utenlandsopphold(date(2025, 8, 1), date(2026, 6, 15), medlem=True)
    ferie = Utenlandsopphold(date(2026, 6, 20), date(2026, 7, 20))
    barn = _barn(utland=(ferie, studiear))
    assert gitte_perioder(barn) == (Periode(LEA, date(2037, 5, 2)),)
    assert dager_ute_for(barn, date(2026, 7, 20)) == 29
    assert "ftl § 2-5 andre ledd" in forklar(barn, MAI)[0].tekst


def test_ut_og_hjem_igjen_innen_to_dager_er_ikke_noe_opphold() -> None:
    helg = Utenlandsopphold(date(2026, 5, 2), date(2026, 5, 3))
    assert helg.dager_ute() is None
    assert helg.dager_ute(med_reisedager=True) == Periode(date(2026, 5, 2), date(2026, 5, 3))
    assert dager_ute_for(_barn(utland=(helg,)), date(2026, 5, 31)) == 0
    assert dager_ute_for(_barn(utland=(helg,)), date(1, 1, 31)) == 0  # a month anyone may write in the address
    with pytest.raises(ValueError, match="slutter"):
        Utenlandsopphold(date(2026, 5, 3), date(2026, 5, 2))


def test_barnet_ma_bo_og_oppholde_seg_lovlig_i_norge() -> None:
    barn = _barn(bosatt=(Periode(date(2026, 5, 11), date(2026, 5, 24)),))
    assert [rad.kode for rad in forklar(barn, MAI)] == ["barn_ikke_bosatt", "barn_gis", "barn_ikke_bosatt"]
    ute = Utenlandsopphold(date(2026, 5, 25), None, medlem=True)
    assert tidslinje(_barn(bosatt=barn.bosatt, utland=(ute,))).verdi(date(2026, 5, 27)) is Grunn.UTE_MEDLEM


class TestFosterbarn:
    FRA = date(2024, 3, 1)

    def _foster(self, krav: date, *, fraveket: bool = False) -> Barnefakta:
        return _barn(forsorget=Periode(self.FRA, None), foster=Fosterforhold(self.FRA, krav, fraveket))

    def test_to_ars_forsorgelse_for_kravet_gir_tillegg_fra_kravet(self) -> None:
        barn = self._foster(date(2026, 3, 1))
        assert gitte_perioder(barn) == (Periode(date(2026, 3, 1), date(2037, 5, 2)),)
        assert tidslinje(barn).verdi(date(2026, 2, 28)) is Grunn.FOSTER_FOR_KRAV

    def test_kommer_kravet_en_dag_for_tidlig_ma_det_settes_fram_igjen(self) -> None:
        barn = self._foster(date(2026, 2, 28))
        assert gitte_perioder(barn) == ()
        (rad,) = forklar(barn, MAI)
        assert "Et nytt krav kan settes fram 1. mars 2026." in rad.tekst
        assert str(rad.hjemmel) == "forskriften § 3 tredje ledd første punktum"

    def test_er_plasseringen_varig_kan_de_to_arene_fravikes(self) -> None:
        barn = self._foster(date(2024, 4, 2), fraveket=True)
        assert gitte_perioder(barn) == (Periode(date(2024, 4, 2), date(2037, 5, 2)),)


def test_begge_foreldrene_far_hvert_sitt_tillegg_for_samme_barn() -> None:
    """Nothing in the facts of one parent's reckoning knows of the other: the same child counts in both."""
    mor, far = date(1990, 2, 14), date(1988, 7, 1)
    for forelder in (mor, far):
        fakta = stonad.Stonadsfakta(
            2026, 5, forelder, (Periode(date(2026, 1, 1), None),), barn=(stonad.Barn(LEA, gitte_perioder(_barn())[0]),)
        )
        assert stonad.beregn(fakta).linjer.barnetillegg == 21 * 38
    assert "begge" in BEGGE_FORELDRE


class TestInnkreving:
    def test_linjen_deles_etter_barnas_belop_og_ingen_krone_blir_borte(self) -> None:
        assert andeler(100, [1, 1, 1]) == (34, 33, 33)
        assert andeler(798, [38 * 21, 38 * 7]) == (599, 199)  # 598.5 and 199.5: the first of equal remainders
        assert innkrevingsandel(100, {"a": 1, "b": 1, "c": 1}, {"b", "c"}) == 66
        assert andeler(0, [0, 0]) == (0, 0)

    def test_det_som_ikke_kan_deles_sies_fra_om(self) -> None:
        with pytest.raises(ValueError, match="ingen å dele"):
            andeler(10, [0])
        with pytest.raises(ValueError, match="mindre enn null"):
            andeler(-1, [1])
        with pytest.raises(KeyError):
            innkrevingsandel(10, {"a": 1}, {"b"})

    def test_timer_i_arbeid_tar_bare_av_barna_den_dagen(self) -> None:
        """A child born on 18 May loses nothing for the 4th, and both half for half a day on the 20th."""
        begge = (
            stonad.Barn(LEA, Periode(LEA, None)),
            stonad.Barn(date(2026, 5, 18), Periode(date(2026, 5, 18), None)),
        )
        arbeid = (
            stonad.Timer(date(2026, 5, 4), Fraction(15, 2)),
            stonad.Timer(date(2026, 5, 20), Fraction(15, 4)),
        )
        fakta = stonad.Stonadsfakta(
            2026, 5, date(1990, 2, 14), (Periode(date(2026, 1, 1), None),), barn=begge, arbeid=arbeid
        )
        assert barnas_belop(fakta) == (38 * 21 - 38 - 19, 38 * 10 - 19)

    def test_mer_arbeid_enn_dager_gir_ingenting_a_kreve_inn(self) -> None:
        dager = [date(2026, 5, 1) + timedelta(days=n) for n in range(31)]
        fakta = stonad.Stonadsfakta(
            2026,
            5,
            date(1990, 2, 14),
            (Periode(date(2026, 1, 1), None),),
            barn=(stonad.Barn(LEA, Periode(LEA, None)),),
            arbeid=tuple(stonad.Timer(dag, Fraction(24)) for dag in dager),
        )
        assert barnas_belop(fakta) == (0,)

    def test_fravaer_trekker_bare_der_kommunen_har_valgt_det(self) -> None:
        fakta = {
            "ar": 2026,
            "mnd": 5,
            "fodselsdato": date(1990, 2, 14),
            "vedtak": (Periode(date(2026, 1, 1), None),),
            "barn": (stonad.Barn(LEA, Periode(LEA, None)),),
            "ugyldig_fravaer": (stonad.Timer(date(2026, 5, 4), Fraction(15, 2)),),
        }
        valgt = stonad.KommunaleValg(fravaer_reduserer_barnetillegg=True)
        assert barnas_belop(stonad.Stonadsfakta(**fakta)) == (38 * 21,)  # type: ignore[arg-type]
        assert barnas_belop(stonad.Stonadsfakta(**fakta, kommunale_valg=valgt)) == (38 * 20,)  # type: ignore[arg-type]
