"""A month's stønad, rule by rule, told as the caseworker would check it by hand."""

from datetime import date
from fractions import Fraction

import pytest

from fotfeste.regelverk.parametre import UkjentParameter
from fotfeste.regelverk.penger import HARDT_MELLOMROM, MINUS, Belop
from fotfeste.regelverk.spor import Sporrad
from fotfeste.regelverk.stonad import (
    AnnenYtelse,
    Barn,
    Beregning,
    KommunaleValg,
    Linjer,
    Stonadsfakta,
    Timer,
    Trekk,
    Ytelsestype,
    beregn,
)
from fotfeste.regelverk.tid import Periode

VOKSEN = date(1990, 3, 3)
HELE_2026 = (Periode(date(2026, 1, 1), date(2026, 12, 31)),)
DAGSATS_2026 = Fraction(2041, 1000) * 136_549 / 260  # from 1 May
FULL_DAG = Fraction(15, 2)


def juni(**endringer: object) -> Beregning:
    """June 2026: 22 weekdays, one rate, nothing but what the test says."""
    fakta = {"ar": 2026, "mnd": 6, "fodselsdato": VOKSEN, "vedtak": HELE_2026, **endringer}
    return beregn(Stonadsfakta(**fakta))  # type: ignore[arg-type]


def timer(dag: int, antall: Fraction | int | str, mnd: int = 6) -> Timer:
    return Timer(date(2026, mnd, dag), Fraction(antall))


def ytelse(fra: int, til: int, belop: int | str = 500) -> AnnenYtelse:
    return AnnenYtelse(Ytelsestype.SYKEPENGER, Periode(date(2026, 6, fra), date(2026, 6, til)), Fraction(belop))


def barn(fodt: date, fra: date = date(2020, 1, 1), til: date | None = None) -> Barn:
    return Barn(fodt, Periode(fra, til))


def rund(belop: Fraction) -> int:
    return int(belop + Fraction(1, 2))


def koder(beregning: Beregning) -> list[str]:
    return [rad.kode for rad in beregning.spor]


def rad(beregning: Beregning, kode: str) -> Sporrad:
    return next(en for en in beregning.spor if en.kode == kode)


def tekst(beregning: Beregning, kode: str) -> str:
    return rad(beregning, kode).tekst.replace(HARDT_MELLOMROM, " ").replace(MINUS, "-")


# Rule 1: stønadsdager


def test_en_hel_maned_har_ukedagene_ogsa_helligdager() -> None:
    mai = beregn(Stonadsfakta(2026, 5, VOKSEN, HELE_2026))
    assert mai.stonadsdager == 21  # 1 May, Ascension Day and Whit Monday are paid days
    assert juni().stonadsdager == 22
    assert juni().linjer == Linjer(rund(22 * DAGSATS_2026), 0, 0, 0, 0)


def test_vedtak_og_avbrudd_tar_med_begge_ender() -> None:
    vedtak = (Periode(date(2026, 6, 3), date(2026, 6, 10)),)
    assert juni(vedtak=vedtak).stonadsdager == 6
    avbrudd = (Periode(date(2026, 6, 4), date(2026, 6, 5)),)
    assert juni(vedtak=vedtak, avbrudd=avbrudd).stonadsdager == 4


def test_vedtak_og_avbrudd_kan_vare_apne() -> None:
    assert juni(vedtak=(Periode(date(2026, 6, 29), None),)).stonadsdager == 2
    assert juni(avbrudd=(Periode(date(2026, 6, 2), None),)).stonadsdager == 1


@pytest.mark.parametrize(
    "periode",
    [
        Periode(date(2026, 7, 1), None),
        Periode(date(2025, 1, 1), date(2026, 5, 31)),
        Periode(date(2026, 6, 6), date(2026, 6, 7)),  # Saturday and Sunday
    ],
)
def test_maneden_utenfor_vedtaket_gir_null(periode: Periode) -> None:
    svar = juni(vedtak=(periode,))
    assert (svar.stonadsdager, svar.brutto, svar.netto) == (0, 0, 0)
    assert "ingen stønadsdager i juni 2026" in tekst(svar, "stonadsdager")
    assert "vedtaket ikke gjelder" in tekst(svar, "stonadsdager")


def test_to_vedtak_i_samme_maned_teller_dagen_en_gang() -> None:
    vedtak = (Periode(date(2025, 6, 16), date(2026, 6, 15)), Periode(date(2026, 6, 15), None))
    assert juni(vedtak=vedtak) == juni()


def test_en_maned_helt_avbrutt_sier_hvorfor() -> None:
    svar = juni(avbrudd=(Periode(date(2026, 5, 1), None),))
    assert tekst(svar, "stonadsdager").endswith("fordi programmet er avbrutt.")
    assert tekst(svar, "avbrudd") == "Programmet er avbrutt 1.–30. juni. Derfor gir 22 ukedager ikke stønad."


def test_hvert_avbrudd_far_sin_rad() -> None:
    svar = juni(avbrudd=(Periode(date(2026, 6, 10), date(2026, 6, 10)), Periode(date(2026, 6, 2), date(2026, 6, 3))))
    tekster = [en.tekst for en in svar.spor if en.kode == "avbrudd"]
    assert tekster == [
        "Programmet er avbrutt 2.–3. juni. Derfor gir 2 ukedager ikke stønad.",
        "Programmet er avbrutt 10. juni. Derfor gir 1 ukedag ikke stønad.",
    ]


def test_permisjon_uten_stonad_gir_ingen_stonadsdager_og_sier_det() -> None:
    svar = juni(permisjon_uten_stonad=(Periode(date(2026, 6, 1), date(2026, 6, 30)),))
    assert (svar.stonadsdager, svar.netto) == (0, 0)
    assert tekst(svar, "permisjon") == "Du hadde permisjon uten stønad 1.–30. juni. Derfor gir 22 ukedager ikke stønad."
    assert str(rad(svar, "permisjon").hjemmel) == "sotjl § 36 første ledd"
    assert rad(svar, "permisjon").tall == {"dager": 22}
    assert tekst(svar, "stonadsdager").endswith("fordi du har permisjon uten stønad.")


def test_permisjon_uten_stonad_regnes_som_avbrudd_dag_for_dag() -> None:
    borte = (Periode(date(2026, 5, 20), date(2026, 6, 3)), Periode(date(2026, 6, 12), date(2026, 6, 15)))
    felles = {"barn": (barn(date(2020, 1, 1)),), "arbeid": (timer(2, 4), timer(9, 4)), "andre_ytelser": (ytelse(1, 5),)}
    permisjon, avbrudd = juni(permisjon_uten_stonad=borte, **felles), juni(avbrudd=borte, **felles)
    assert permisjon.linjer == avbrudd.linjer
    assert [r.tall["dager"] for r in permisjon.spor if r.kode == "permisjon"] == [3, 2]
    assert "avbrudd" not in koder(permisjon)
    assert "arbeid_utenfor" in koder(permisjon)


def test_en_dag_med_baade_pause_og_permisjon_fortelles_en_gang() -> None:
    svar = juni(
        avbrudd=(Periode(date(2026, 6, 1), date(2026, 6, 10)),),
        permisjon_uten_stonad=(Periode(date(2026, 6, 8), date(2026, 6, 30)),),
    )
    assert [(r.kode, r.fra.day, r.til.day) for r in svar.spor if r.kode in {"avbrudd", "permisjon"}] == [
        ("avbrudd", 1, 10),
        ("permisjon", 11, 30),
    ]
    assert tekst(svar, "stonadsdager").endswith("fordi programmet er avbrutt og du har permisjon uten stønad.")


def test_permisjon_uten_stonad_utenfor_vedtaket_star_ikke_i_sporet() -> None:
    svar = juni(
        vedtak=(Periode(date(2026, 6, 15), None),),
        permisjon_uten_stonad=(Periode(date(2026, 6, 1), date(2026, 6, 5)),),
    )
    assert "permisjon" not in koder(svar)


def test_avbrudd_utenfor_vedtaket_star_ikke_i_sporet() -> None:
    svar = juni(vedtak=(Periode(date(2026, 6, 15), None),), avbrudd=(Periode(date(2026, 6, 1), date(2026, 6, 5)),))
    assert "avbrudd" not in koder(svar)


# Rules 2 and 3: day rate, known grunnbeløp, 25th birthday


def test_g_gjelder_fra_1_mai_nar_den_er_kjent() -> None:
    for kjent, g in ((date(2026, 5, 21), 130_160), (date(2026, 5, 22), 136_549), (None, 136_549)):
        svar = beregn(Stonadsfakta(2026, 5, VOKSEN, HELE_2026, kjent_dato=kjent))
        assert svar.linjer.stonad == rund(21 * Fraction(2041, 1000) * g / 260)


def test_2_g_til_og_med_juni_2024() -> None:
    vedtak = (Periode(date(2024, 1, 1), date(2024, 12, 31)),)
    assert beregn(Stonadsfakta(2024, 6, VOKSEN, vedtak)).linjer.stonad == rund(Fraction(20 * 2 * 124_028, 260))
    juli = beregn(Stonadsfakta(2024, 7, VOKSEN, vedtak))
    assert juli.linjer.stonad == rund(23 * Fraction(2041, 1000) * 124_028 / 260)


def test_ukjent_g_for_en_stonadsdag_er_en_feil() -> None:
    vedtak = (Periode(date(2006, 1, 1), date(2026, 12, 31)),)
    with pytest.raises(UkjentParameter) as feil:
        beregn(Stonadsfakta(2007, 4, VOKSEN, vedtak))
    assert feil.value.dag == date(2007, 4, 2)
    with pytest.raises(UkjentParameter) as feil:
        juni(kjent_dato=date(2007, 4, 30))
    assert (feil.value.dag, feil.value.kjent) == (date(2026, 6, 1), date(2007, 4, 30))


def test_ukjent_g_for_en_helg_med_arbeid_er_en_feil() -> None:
    helg = (Periode(date(2007, 4, 28), date(2007, 4, 29)),)
    arbeid = (Timer(date(2007, 4, 29), Fraction(2)),)
    assert beregn(Stonadsfakta(2007, 4, VOKSEN, helg)).netto == 0
    with pytest.raises(UkjentParameter) as feil:
        beregn(Stonadsfakta(2007, 4, VOKSEN, helg, arbeid=arbeid))
    assert feil.value.dag == date(2007, 4, 29)


def test_full_stonad_fra_og_med_25_arsdagen() -> None:
    svar = juni(fodselsdato=date(2001, 6, 15))
    assert svar.linjer.stonad == rund(10 * DAGSATS_2026 * Fraction(2, 3) + 12 * DAGSATS_2026)
    assert rad(svar, "dagsats_under_25").til == date(2026, 6, 12)
    assert rad(svar, "dagsats").fra == date(2026, 6, 15)
    assert str(rad(svar, "dagsats_under_25").hjemmel) == "sotjl § 35 andre ledd andre punktum"


@pytest.mark.parametrize(
    ("fodt", "andel"),
    [
        (date(2001, 6, 1), 1),
        (date(2001, 7, 1), Fraction(2, 3)),
        (date(2001, 5, 31), 1),
        (date(2004, 1, 1), Fraction(2, 3)),
    ],
)
def test_25_arsdagen_i_kanten_av_maneden(fodt: date, andel: Fraction) -> None:
    assert juni(fodselsdato=fodt).linjer.stonad == rund(22 * DAGSATS_2026 * andel)


def test_25_arsdagen_den_siste_dagen_i_maneden() -> None:
    svar = juni(fodselsdato=date(2001, 6, 30))
    assert svar.linjer.stonad == rund(21 * DAGSATS_2026 * Fraction(2, 3) + DAGSATS_2026)
    assert juni(barn=(barn(date(2008, 6, 30)),)).linjer.barnetillegg == 21 * 38


def test_fodt_29_februar_fyller_25_1_mars() -> None:
    vedtak = (Periode(date(2025, 1, 1), date(2025, 12, 31)),)
    sats = Fraction(2041, 1000) * 124_028 / 260
    februar = beregn(Stonadsfakta(2025, 2, date(2000, 2, 29), vedtak))
    mars = beregn(Stonadsfakta(2025, 3, date(2000, 2, 29), vedtak))
    assert februar.linjer.stonad == rund(20 * sats * Fraction(2, 3))
    assert mars.linjer.stonad == rund(21 * sats)


# Rule 4: barnetillegg


@pytest.mark.parametrize(
    ("barnet", "dager"),
    [
        (barn(date(2015, 1, 1)), 22),
        (barn(date(2026, 6, 10)), 15),  # born that day
        (barn(date(2026, 6, 30)), 1),
        (barn(date(2026, 7, 1)), 0),
        (barn(date(2008, 6, 10)), 7),  # turns 18: the birthday does not count
        (barn(date(2008, 6, 1)), 0),
        (barn(date(2008, 7, 1)), 22),
        (barn(date(2015, 1, 1), date(2026, 6, 30)), 1),
        (barn(date(2015, 1, 1), date(2020, 1, 1), date(2026, 6, 1)), 1),
        (barn(date(2015, 1, 1), date(2026, 6, 6), date(2026, 6, 7)), 0),
        (barn(date(2015, 1, 1), date(2026, 7, 1)), 0),
    ],
)
def test_barnetillegg_for_dagene_barnet_har_rett(barnet: Barn, dager: int) -> None:
    assert juni(barn=(barnet,)).linjer.barnetillegg == dager * 38


def test_barn_fodt_29_februar_er_under_18_til_1_mars() -> None:
    vedtak = (Periode(date(2026, 1, 1), None),)
    skuddar = (barn(date(2008, 2, 29)),)
    assert beregn(Stonadsfakta(2026, 2, VOKSEN, vedtak, barn=skuddar)).linjer.barnetillegg == 20 * 38
    assert beregn(Stonadsfakta(2026, 3, VOKSEN, vedtak, barn=skuddar)).linjer.barnetillegg == 0


def test_satsen_for_barnetillegg_folger_dagen() -> None:
    vedtak, et_barn = (Periode(date(2022, 1, 1), None),), (barn(date(2015, 1, 1)),)
    for ar, mnd, dager, sats in ((2023, 1, 22, 27), (2023, 2, 20, 35), (2024, 1, 23, 36), (2025, 1, 23, 37)):
        assert beregn(Stonadsfakta(ar, mnd, VOKSEN, vedtak, barn=et_barn)).linjer.barnetillegg == dager * sats


@pytest.mark.parametrize(
    ("barnet", "grunn"),
    [
        (barn(date(2026, 7, 1)), "ikke er født ennå"),
        (barn(date(2008, 6, 1)), "har fylt 18 år"),
        (barn(date(2015, 1, 1), date(2026, 7, 1)), "ikke har barnetillegg for barnet i denne perioden"),
        (barn(date(2015, 1, 1), date(2026, 6, 6), date(2026, 6, 7)), "ingen av stønadsdagene"),
    ],
)
def test_barn_uten_tillegg_sier_hvorfor(barnet: Barn, grunn: str) -> None:
    assert grunn in tekst(juni(barn=(barnet,)), "barnetillegg_ingen")


# Rule 5: paid work


def test_arbeid_trekker_etter_timer_ogsa_i_helgen() -> None:
    svar = juni(arbeid=(timer(9, "3.75"), timer(13, 4)))
    assert svar.linjer.reduksjon_arbeid == -rund(DAGSATS_2026 * (Fraction(15, 4) + 4) / FULL_DAG)


def test_arbeid_og_fravaer_den_forste_og_siste_dagen_teller() -> None:
    svar = juni(arbeid=(timer(1, "7.5"), timer(30, "3.75")), ugyldig_fravaer=(timer(30, "3.75"),))
    assert svar.linjer[2:4] == (-rund(DAGSATS_2026 * Fraction(3, 2)), -rund(DAGSATS_2026 / 2))


def test_arbeid_over_7_5_timer_teller_fullt() -> None:
    assert juni(arbeid=(timer(9, "9.5"),)).linjer.reduksjon_arbeid == -rund(DAGSATS_2026 * Fraction(19, 15))


def test_arbeid_trekker_ogsa_barnetillegget_den_dagen() -> None:
    svar = juni(arbeid=(timer(9, "3.75"),), barn=(barn(date(2015, 1, 1)), barn(date(2026, 6, 10))))
    assert svar.linjer.reduksjon_arbeid == -rund((DAGSATS_2026 + 38) / 2)  # the second child is born the day after


def test_arbeid_for_25_arsdagen_trekker_etter_den_lave_satsen() -> None:
    svar = juni(fodselsdato=date(2001, 6, 15), arbeid=(timer(14, "7.5"), timer(15, "7.5")))
    assert svar.linjer.reduksjon_arbeid == -rund(DAGSATS_2026 * Fraction(5, 3))


def test_arbeid_utenfor_maneden_vedtaket_eller_i_avbrudd_teller_ikke() -> None:
    svar = juni(
        vedtak=(Periode(date(2026, 6, 3), date(2026, 6, 19)),),
        avbrudd=(Periode(date(2026, 6, 8), date(2026, 6, 9)),),
        arbeid=(timer(2, 5), timer(9, 5), timer(20, 5), timer(1, 5, mnd=7), timer(9, 2)),
    )
    assert svar.linjer.reduksjon_arbeid == 0
    assert tekst(svar, "arbeid_utenfor") == (
        "Arbeidet 2., 9. og 20. juni trekker ikke ned, fordi du ikke hadde stønad de dagene."
    )


def test_arbeid_kan_ikke_trekke_mer_enn_maneden_gir() -> None:
    en_dag = (Periode(date(2026, 6, 9), date(2026, 6, 9)),)
    svar = juni(vedtak=en_dag, arbeid=(timer(9, 24),), barn=(barn(date(2015, 1, 1)),))
    assert svar.linjer == Linjer(1072, 38, -1110, 0, 0)
    assert svar.brutto == 0
    assert "ikke trekke ned mer enn" in tekst(svar, "arbeid_tak")


def test_arbeidets_del_av_barnetillegget_har_sitt_eget_tak() -> None:
    """A child for one day, worked 15 hours: the barnetillegg part stops at 38 kr, the stønad part does not."""
    et_barn = barn(date(2015, 1, 1), date(2026, 6, 9), date(2026, 6, 9))
    svar = juni(arbeid=(timer(9, 15),), barn=(et_barn,))
    assert svar.linjer.reduksjon_arbeid == -rund(2 * DAGSATS_2026 + 38)


# Rule 6: absence


def test_fravaer_trekker_bare_stonaden() -> None:
    svar = juni(ugyldig_fravaer=(timer(9, "7.5"),), barn=(barn(date(2015, 1, 1)),))
    assert svar.linjer.reduksjon_fravaer == -rund(DAGSATS_2026)


def test_fravaer_trekker_barnetillegget_nar_kommunen_har_valgt_det() -> None:
    valg = KommunaleValg(fravaer_reduserer_barnetillegg=True)
    svar = juni(ugyldig_fravaer=(timer(9, 3),), barn=(barn(date(2015, 1, 1)),), kommunale_valg=valg)
    assert svar.linjer.reduksjon_fravaer == -rund((DAGSATS_2026 + 38) * Fraction(3) / FULL_DAG)
    assert "barnetillegg)" in tekst(svar, "fravaer")


def test_kommunens_valg_star_der_det_avgjor_noe() -> None:
    fakta: dict[str, object] = {"ugyldig_fravaer": (timer(9, 3),), "barn": (barn(date(2015, 1, 1)),)}
    assert "ikke trekker ned barnetillegget" in tekst(juni(**fakta), "fravaer_kommunalt_valg")
    valg = KommunaleValg(fravaer_reduserer_barnetillegg=True)
    assert "også trekker ned barnetillegget" in tekst(juni(**fakta, kommunale_valg=valg), "fravaer_kommunalt_valg")
    assert "fravaer_kommunalt_valg" not in koder(juni(ugyldig_fravaer=(timer(9, 3),), kommunale_valg=valg))


def test_timene_pa_en_dato_legges_sammen_for_taket_pa_7_5() -> None:
    svar = juni(ugyldig_fravaer=(timer(10, 5), timer(10, 5)))
    assert svar.linjer.reduksjon_fravaer == -rund(DAGSATS_2026)
    assert "Vi regner med 7,5" in tekst(svar, "fravaer")


def test_fravaer_teller_bare_det_arbeidet_har_levnet_av_dagen() -> None:
    svar = juni(arbeid=(timer(9, 4), timer(9, 2)), ugyldig_fravaer=(timer(9, 3),))
    assert svar.linjer.reduksjon_fravaer == -rund(DAGSATS_2026 * Fraction(3, 2) / FULL_DAG)
    svar = juni(arbeid=(timer(9, "9.5"),), ugyldig_fravaer=(timer(9, 3),))
    assert svar.linjer.reduksjon_fravaer == 0


def test_fravaer_i_helg_utenfor_vedtak_og_i_avbrudd_teller_ikke() -> None:
    svar = juni(
        vedtak=(Periode(date(2026, 6, 3), None),),
        avbrudd=(Periode(date(2026, 6, 8), date(2026, 6, 9)),),
        ugyldig_fravaer=(timer(2, 5), timer(9, 5), timer(13, 5), timer(1, 5, mnd=7)),
    )
    assert svar.linjer.reduksjon_fravaer == 0
    assert tekst(svar, "fravaer_utenfor").startswith("Fraværet 2., 9. og 13. juni trekker ikke ned")


def test_fravaer_far_bare_det_arbeidet_har_levnet_av_maneden() -> None:
    to_dager = (Periode(date(2026, 6, 9), date(2026, 6, 10)),)
    valg = KommunaleValg(fravaer_reduserer_barnetillegg=True)
    svar = juni(
        vedtak=to_dager,
        arbeid=(timer(9, 12),),
        ugyldig_fravaer=(timer(10, "7.5"),),
        barn=(barn(date(2015, 1, 1)),),
        kommunale_valg=valg,
    )
    assert svar.linjer == Linjer(2144, 76, -1776, -444, 0)
    assert svar.brutto == 0
    assert "igjen etter arbeidet" in tekst(svar, "fravaer_tak")


# Rule 7: other benefits


def test_andre_ytelser_trekkes_krone_for_krone_pa_stonadsdager() -> None:
    svar = juni(andre_ytelser=(ytelse(4, 9), ytelse(9, 9, "0.5")))
    assert svar.linjer.samordning == -2001  # Thursday to Tuesday are four stønadsdager; 2000.5 rounds away from 0
    assert tekst(svar, "samordning") == (
        "Sykepenger går til fradrag krone for krone: 4 stønadsdager × 500 kr = -2 000 kr."
    )


def test_andre_ytelser_nar_aldri_barnetillegget() -> None:
    svar = juni(andre_ytelser=(ytelse(1, 30, 5000),), barn=(barn(date(2015, 1, 1)),))
    assert svar.linjer.samordning == -svar.linjer.stonad
    assert svar.brutto == 22 * 38
    assert "aldri ut over barnetillegget" in tekst(svar, "samordning_tak")


def test_andre_ytelser_far_det_arbeid_og_fravaer_har_levnet() -> None:
    svar = juni(
        vedtak=(Periode(date(2026, 6, 9), date(2026, 6, 10)),),
        arbeid=(timer(9, "7.5"),),
        ugyldig_fravaer=(timer(10, "3.75"),),
        andre_ytelser=(ytelse(9, 10, 1000),),
    )
    assert svar.linjer == Linjer(2144, 0, -1072, -536, -536)


def test_ytelser_i_ore_rokker_ikke_ved_arbeid_og_fravaer() -> None:
    """Kroner with decimals and hours with decimals meet on one denominator; each line stays exact."""
    svar = juni(
        arbeid=(timer(9, "2.2"),),
        ugyldig_fravaer=(timer(10, "1.3"),),
        andre_ytelser=(ytelse(4, 4, "100.07"), ytelse(5, 5, "33.3")),
        barn=(barn(date(2015, 1, 1)),),
    )
    assert rad(svar, "linje_stonad").tall["eksakt"] == 22 * DAGSATS_2026
    assert rad(svar, "linje_barnetillegg").tall["eksakt"] == 22 * 38
    arbeid = -(DAGSATS_2026 + 38) * Fraction("2.2") / FULL_DAG
    assert rad(svar, "arbeid").tall["belop"] == rad(svar, "linje_reduksjon_arbeid").tall["eksakt"] == arbeid
    fravaer = -DAGSATS_2026 * Fraction("1.3") / FULL_DAG
    assert rad(svar, "fravaer").tall["belop"] == rad(svar, "linje_reduksjon_fravaer").tall["eksakt"] == fravaer
    assert rad(svar, "linje_samordning").tall["eksakt"] == Fraction("-133.37")


def test_en_ytelse_uten_stonadsdager_star_ikke_i_sporet() -> None:
    assert "samordning" not in koder(juni(andre_ytelser=(ytelse(6, 7),)))


# Rule 8: lines, rounding, deductions


def test_linjene_rundes_hver_for_seg_og_brutto_er_summen() -> None:
    svar = juni(arbeid=(timer(9, "2.5"),), ugyldig_fravaer=(timer(10, "2.5"),))
    assert svar.linjer == Linjer(23582, 0, -357, -357, 0)
    assert svar.brutto == sum(svar.linjer) == 22868


def test_brutto_blir_aldri_mindre_enn_null() -> None:
    """Three reductions, each rounded up by itself, sum to one krone more than the stønad of the day."""
    svar = juni(
        vedtak=(Periode(date(2026, 6, 9), date(2026, 6, 9)),),
        arbeid=(timer(9, "0.25"),),
        ugyldig_fravaer=(timer(9, "1.25"),),
        andre_ytelser=(ytelse(9, 9, 1000),),
    )
    assert svar.linjer == Linjer(1072, 0, -36, -179, -858)
    assert (sum(svar.linjer), svar.brutto, svar.netto) == (-1, 0, 0)


@pytest.mark.parametrize(
    ("belop", "ventet"), [((500, 750), -1250), ((50_000,), -23_582), ((0,), 0), (("0.5",), -1), (("0.25", "0.24"), 0)]
)
def test_trekk_er_summen_men_aldri_mer_enn_brutto(belop: tuple[int | str, ...], ventet: int) -> None:
    svar = juni(trekk=tuple(Trekk(Fraction(en), "sotjl § 40") for en in belop))
    assert svar.trekk == ventet
    assert svar.netto == svar.brutto + svar.trekk


def test_et_krav_storre_enn_stonaden_blir_forklart() -> None:
    svar = juni(trekk=(Trekk(Fraction(50_000), "sotjl § 40"),))
    assert tekst(svar, "trekk") == (
        "Vi trekker 23 582 kr fordi du tidligere har fått for mye. "
        "Kravet er 50 000 kr, men vi trekker aldri mer enn stønaden."
    )
    assert "Kravet" not in tekst(juni(trekk=(Trekk(Fraction(500), "sotjl § 40"),)), "trekk")


# The trace


def test_sporet_folger_beregningen_i_rekkefolge() -> None:
    svar = juni(
        fodselsdato=date(2001, 6, 15),
        avbrudd=(Periode(date(2026, 6, 1), date(2026, 6, 1)),),
        barn=(barn(date(2015, 1, 1)), barn(date(2008, 6, 1))),
        arbeid=(timer(9, 3), timer(1, 3)),
        ugyldig_fravaer=(timer(10, 5), timer(13, 5)),
        andre_ytelser=(ytelse(4, 5),),
        trekk=(Trekk(Fraction(500), "sotjl § 40"),),
    )
    assert koder(svar) == [
        "stonadsdager",
        "avbrudd",
        "dagsats_under_25",
        "dagsats",
        "barnetillegg",
        "barnetillegg_ingen",
        "arbeid",
        "arbeid_utenfor",
        "fravaer",
        "fravaer_kommunalt_valg",
        "fravaer_utenfor",
        "samordning",
        "linje_stonad",
        "linje_barnetillegg",
        "linje_reduksjon_arbeid",
        "linje_reduksjon_fravaer",
        "linje_samordning",
        "brutto",
        "trekk",
        "netto",
    ]
    assert [str(en.hjemmel) for en in svar.spor if en.kode in {"arbeid", "fravaer", "samordning", "trekk"}] == [
        "sotjl § 37",
        "sotjl § 36 første ledd",
        "sotjl § 38 første ledd",
        "sotjl § 40 første ledd",
    ]
    assert {rad_.fra.month for rad_ in svar.spor} == {rad_.til.month for rad_ in svar.spor} == {6}


def test_radene_kan_leses_av_deltakeren() -> None:
    svar = juni(
        fodselsdato=date(2001, 6, 15),
        barn=(barn(date(2015, 1, 9)),),
        arbeid=(timer(9, "3.75"),),
        ugyldig_fravaer=(timer(10, "2.5"),),
    )
    assert tekst(svar, "stonadsdager") == (
        "Du har 22 stønadsdager i juni 2026: mandag til fredag, helligdager medregnet, i perioden vedtaket gjelder."
    )
    assert tekst(svar, "dagsats_under_25") == (
        "Dagsatsen er 2,041 × grunnbeløpet på 136 549 kr ÷ 260 = 1 071,91 kr. "
        "Før du fyller 25 år, får du 2/3 av den: 714,61 kr. 10 × 714,61 kr = 7 146,06 kr."
    )
    assert tekst(svar, "dagsats") == (
        "Dagsatsen er 2,041 × grunnbeløpet på 136 549 kr ÷ 260 = 1 071,91 kr. 12 × 1 071,91 kr = 12 862,92 kr."
    )
    assert tekst(svar, "barnetillegg") == ("Barnetillegg for barnet født 9. januar 2015: 22 dager × 38 kr = 836 kr.")
    assert tekst(svar, "arbeid") == (
        "9. juni arbeidet du 3,75 timer med lønn. (714,61 kr + 38 kr barnetillegg) × 3,75 ÷ 7,5 = -376,30 kr."
    )
    assert tekst(svar, "fravaer") == (
        "10. juni var du borte 2,5 timer uten godkjent fravær. 714,61 kr × 2,5 ÷ 7,5 = -238,20 kr."
    )
    assert tekst(svar, "linje_stonad") == "Stønaden denne måneden: 20 008,98 kr, rundet av til 20 009 kr."
    assert tekst(svar, "linje_barnetillegg") == "Barnetillegget denne måneden: 836 kr."
    assert tekst(svar, "netto") == "Du får 20 231 kr for juni 2026, før skatt."


def test_en_dag_skrives_i_entall() -> None:
    svar = juni(vedtak=(Periode(date(2026, 6, 9), date(2026, 6, 9)),), andre_ytelser=(ytelse(9, 9),))
    assert tekst(svar, "stonadsdager").startswith("Du har 1 stønadsdag i juni 2026")
    assert "1 stønadsdag × 500 kr" in tekst(svar, "samordning")


def test_raden_har_eksakte_tall_parameter_med_kilde_og_hjemmel() -> None:
    svar = juni(fodselsdato=date(2001, 6, 15), arbeid=(timer(9, "3.75"),))
    sats = rad(svar, "dagsats")
    assert sats.tall == {"dager": 12, "dagsats": DAGSATS_2026, "belop": 12 * DAGSATS_2026}
    assert sats.som_json() == {
        "kode": "dagsats",
        "fra": "2026-06-15",
        "til": "2026-06-30",
        "tall": {"dager": 12, "dagsats": "1071.90965", "belop": "12862.9158"},
        "parametre": [
            {
                "kode": "grunnbelop",
                "verdi": "136549",
                "gjelder_fra": "2026-05-01",
                "kunngjort": "2026-05-22",
                "kilde": "FOR-2026-05-22-869",
                "hjemmel": "ftl § 1-4",
            },
            {
                "kode": "faktor",
                "verdi": "2.041",
                "gjelder_fra": "2024-07-01",
                "kunngjort": "2023-12-20",
                "kilde": "LOV-2023-12-20-95",
                "hjemmel": "sotjl § 35 andre ledd",
            },
            {
                "kode": "stonadsdager_i_aret",
                "verdi": "260",
                "gjelder_fra": None,
                "kunngjort": None,
                "kilde": "LOV-2009-12-18-131",
                "hjemmel": "sotjl § 35 tredje ledd",
            },
        ],
        "hjemmel": "sotjl § 35 andre ledd første punktum",
        "tekst": sats.tekst,
    }
    assert rad(svar, "dagsats_under_25").som_json()["tall"] == {
        "dager": 10,
        "dagsats": "21438193/30000",
        "belop": "21438193/3000",
    }
    assert rad(svar, "arbeid").som_json()["tall"]["timer"] == "3.75"  # type: ignore[index]
    assert isinstance(rad(svar, "arbeid").tall["belop"], Belop)


def test_hver_rad_som_bruker_et_tall_fra_loven_navngir_det() -> None:
    svar = juni(
        fodselsdato=date(2001, 6, 15),
        barn=(barn(date(2015, 1, 1)),),
        arbeid=(timer(9, 3),),
        ugyldig_fravaer=(timer(10, 3),),
    )
    tallene = {en.kode: [parameter.kode for parameter in en.parametre] for en in svar.spor if en.parametre}
    assert tallene == {
        "dagsats_under_25": ["grunnbelop", "faktor", "stonadsdager_i_aret", "sats_for_unge", "ar_for_full_sats"],
        "dagsats": ["grunnbelop", "faktor", "stonadsdager_i_aret"],
        "barnetillegg": ["barnetillegg"],
        "arbeid": ["timer_per_dag"],
        "fravaer": ["timer_per_dag"],
    }


def test_uten_spor_er_tallene_de_samme() -> None:
    fakta = Stonadsfakta(2026, 6, VOKSEN, HELE_2026, arbeid=(timer(9, 3),))
    med, uten = beregn(fakta), beregn(fakta, med_spor=False)
    assert uten.spor == ()
    assert (uten.linjer, uten.netto) == (med.linjer, med.netto)


# Facts that cannot be


@pytest.mark.parametrize("antall", ["-0.25", "24.01"])
def test_umulige_timer_slipper_ikke_inn(antall: str) -> None:
    with pytest.raises(ValueError, match="et døgn har fra 0 til 24 timer"):
        timer(9, antall)


def test_et_dogn_med_24_timer_finnes() -> None:
    assert timer(9, 24).timer == 24
    assert timer(9, 0).timer == 0


def test_negative_belop_slipper_ikke_inn() -> None:
    with pytest.raises(ValueError, match="mindre enn null"):
        ytelse(1, 2, -1)
    with pytest.raises(ValueError, match="mindre enn null"):
        Trekk(Fraction(-1), "sotjl § 40")


def test_en_ytelse_pa_null_er_lov_men_ikke_mindre() -> None:
    assert juni(andre_ytelser=(ytelse(1, 30, 0),)).linjer.samordning == 0
    with pytest.raises(ValueError, match="mindre enn null"):
        ytelse(1, 30, "-0.01")


def test_ukjent_grunnbelop_navngir_parameteren_og_den_forste_dagen_som_mangler_det() -> None:
    fakta = Stonadsfakta(2007, 4, VOKSEN, (Periode(date(2007, 4, 10), None),), kjent_dato=date(2026, 1, 1))
    with pytest.raises(UkjentParameter) as feil:
        beregn(fakta)
    assert (feil.value.kode, feil.value.dag, feil.value.kjent) == ("grunnbelop", date(2007, 4, 10), date(2026, 1, 1))


def test_manedens_forste_og_siste_dag_er_med_i_hver_periode() -> None:
    for fra, til, dager in (
        (date(2026, 6, 1), date(2026, 6, 30), 22),
        (date(2026, 6, 1), date(2026, 6, 1), 1),
        (date(2026, 6, 30), date(2026, 6, 30), 1),
        (date(2026, 5, 31), date(2026, 6, 1), 1),
        (date(2026, 6, 30), date(2026, 7, 1), 1),
    ):
        assert juni(vedtak=(Periode(fra, til),)).stonadsdager == dager


def test_bursdagen_forst_i_maneden_og_i_arets_andre_maneder() -> None:
    full, ung = rund(22 * DAGSATS_2026), rund(22 * DAGSATS_2026 * 2 / 3)
    assert juni(fodselsdato=date(2001, 6, 1)).linjer.stonad == full
    assert juni(fodselsdato=date(2001, 5, 31)).linjer.stonad == full
    assert juni(fodselsdato=date(2001, 7, 1)).linjer.stonad == ung
    assert juni(fodselsdato=date(2001, 6, 30)).linjer.stonad == rund(21 * DAGSATS_2026 * 2 / 3 + DAGSATS_2026)


@pytest.mark.parametrize(("hver", "rader"), [("0.5", [-1, 0]), ("0.4", [0, -1])])
def test_radene_for_trekk_er_til_sammen_det_som_trekkes(hver: str, rader: list[int]) -> None:
    """The sum is rounded once. Rounded each for itself, the kinds came to another krone than what was taken."""
    svar = juni(trekk=(Trekk(Fraction(hver), "sotjl § 39"), Trekk(Fraction(hver), "sotjl § 40")))
    kroner = [rad.tall["kroner"] for rad in svar.spor if rad.kode in {"forskudd", "trekk"}]
    assert (svar.trekk, kroner) == (-1, rader)


def test_trekk_like_stort_som_stonaden_sier_ikke_at_kravet_er_storre() -> None:
    brutto = juni().brutto
    assert "Kravet" not in tekst(juni(trekk=(Trekk(Fraction(brutto), "sotjl § 40"),)), "trekk")
    assert "Kravet" in tekst(juni(trekk=(Trekk(Fraction(brutto + 1), "sotjl § 40"),)), "trekk")
    assert "Kravet" not in tekst(juni(trekk=(Trekk(Fraction(201, 2), "sotjl § 40"),)), "trekk")


def test_en_dag_fravaer_utenfor_stonadsdagene_sies_i_entall() -> None:
    svar = juni(ugyldig_fravaer=(timer(6, 5),))
    assert tekst(svar, "fravaer_utenfor") == "Fraværet 6. juni trekker ikke ned, fordi det ikke var en stønadsdag."
