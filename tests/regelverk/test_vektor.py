"""The vector reckons like the exact one, says so when it cannot, and takes only what it can take."""

import random
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

import numpy as np
import pytest

from fotfeste.regelverk.parametre import UkjentParameter
from fotfeste.regelverk.stonad import (
    AnnenYtelse,
    Barn,
    KommunaleValg,
    Stonadsfakta,
    Timer,
    Trekk,
    Ytelsestype,
    beregn,
)
from fotfeste.regelverk.tid import Periode
from fotfeste.regelverk.vektor import Resultat, beregn_mange, bunke_av

HELE_2026 = (Periode(date(2026, 1, 1), date(2026, 12, 31)),)


def tilfeldig_sak(tall: random.Random, ar: int, mnd: int, kjent: date | None) -> Stonadsfakta:
    """A case of the month with hours on many days, and now and then everything else."""
    forste = date(ar, mnd, 1)

    def dag(fra: int, til: int) -> date:
        return forste + timedelta(days=tall.randint(fra, til))

    def timer(sjanse: float) -> tuple[Timer, ...]:
        dager = (forste + timedelta(days=n) for n in range(-2, 33))
        return tuple(Timer(d, Fraction(tall.randint(0, 40), 4)) for d in dager if tall.random() < sjanse)

    fra = dag(-300, 25)
    return Stonadsfakta(
        ar,
        mnd,
        tall.choice([date(1980, 5, 5), date(ar - 25, mnd, tall.randint(1, 28)), date(ar - 20, 1, 1)]),
        (Periode(fra, tall.choice([None, fra + timedelta(days=tall.randint(0, 364))])),),
        kjent_dato=kjent,
        barn=tuple(Barn(dag(-19 * 365, 20), Periode(dag(-100, 20), None)) for _ in range(tall.choice([0, 0, 1, 2]))),
        avbrudd=(Periode(dag(0, 20), dag(20, 30)),) if tall.random() < 0.1 else (),
        permisjon_uten_stonad=(Periode(dag(0, 20), dag(20, 30)),) if tall.random() < 0.1 else (),
        arbeid=timer(tall.choice([0, 0, 0.3, 0.9])),
        ugyldig_fravaer=timer(tall.choice([0, 0.1, 0.9])),
        andre_ytelser=(
            (AnnenYtelse(Ytelsestype.DAGPENGER, Periode(dag(0, 9), None), Fraction(tall.randint(0, 1500_00), 100)),)
            if tall.random() < 0.1
            else ()
        ),
        trekk=(Trekk(Fraction(tall.randint(0, 20_000)), "sotjl § 40"),) if tall.random() < 0.1 else (),
        kommunale_valg=KommunaleValg(tall.random() < 0.5),
    )


def rader(svar: Resultat) -> list[tuple[int, ...]]:
    kolonner = (
        svar.stonadsdager,
        svar.stonad,
        svar.barnetillegg,
        svar.reduksjon_arbeid,
        svar.reduksjon_fravaer,
        svar.samordning,
        svar.brutto,
        svar.trekk,
        svar.netto,
    )
    return [tuple(int(tall) for tall in rad) for rad in zip(*kolonner, strict=True)]


def alene(sak: Stonadsfakta) -> tuple[int, ...]:
    svar = beregn(sak)
    return (svar.stonadsdager, *svar.linjer, svar.brutto, svar.trekk, svar.netto)


@pytest.mark.parametrize(
    ("ar", "mnd", "kjent"), [(2024, 2, None), (2024, 6, None), (2024, 7, None), (2026, 5, date(2026, 5, 21))]
)
def test_hver_sak_far_samme_svar_som_alene(ar: int, mnd: int, kjent: date | None) -> None:
    tall = random.Random(f"{ar}-{mnd}")
    saker = [tilfeldig_sak(tall, ar, mnd, kjent) for _ in range(250)]
    assert rader(beregn_mange(bunke_av(saker))) == [alene(sak) for sak in saker]


def test_alle_ma_gjelde_samme_maned() -> None:
    sak = Stonadsfakta(2026, 5, date(1990, 3, 3), HELE_2026)
    for annen in (replace(sak, mnd=6), replace(sak, ar=2025), replace(sak, kjent_dato=date(2026, 5, 1))):
        with pytest.raises(ValueError, match="samme måned"):
            bunke_av([sak, annen])
    with pytest.raises(ValueError, match="minst én sak"):
        bunke_av([])


def test_ukjent_grunnbelop_bare_nar_noen_trenger_det() -> None:
    sak = Stonadsfakta(2007, 4, date(1980, 3, 3), (Periode(date(2007, 4, 28), date(2007, 4, 29)),))
    assert rader(beregn_mange(bunke_av([sak]))) == [(0,) * 9]
    with pytest.raises(UkjentParameter):
        beregn_mange(bunke_av([replace(sak, arbeid=(Timer(date(2007, 4, 28), Fraction(1)),))]))
    with pytest.raises(UkjentParameter):
        beregn_mange(bunke_av([replace(sak, vedtak=(Periode(date(2007, 4, 27), None),))]))


def test_for_store_tall_svares_ikke_galt() -> None:
    timer = tuple(Timer(date(2026, 6, 9), Fraction(1, primtall)) for primtall in (9973, 9967, 9949, 9941))
    with pytest.raises(OverflowError):
        beregn_mange(bunke_av([Stonadsfakta(2026, 6, date(1990, 3, 3), HELE_2026, arbeid=timer)]))
    mye = AnnenYtelse(Ytelsestype.SYKEPENGER, HELE_2026[0], Fraction(10**11))
    with pytest.raises(OverflowError):
        beregn_mange(bunke_av([Stonadsfakta(2026, 6, date(1990, 3, 3), HELE_2026, andre_ytelser=(mye,))]))


def test_odde_timenevner_passer_ikke_med_en_halv_time() -> None:
    bunke = bunke_av([Stonadsfakta(2026, 6, date(1990, 3, 3), HELE_2026)])
    with pytest.raises(ValueError, match="timenevner 3"):
        beregn_mange(replace(bunke, timenevner=3))


def test_bunken_endres_ikke_av_beregningen() -> None:
    bunke = bunke_av([tilfeldig_sak(random.Random(nr), 2026, 5, None) for nr in range(20)])
    for_ = {felt: np.copy(getattr(bunke, felt)) for felt in ("aktiv", "barn", "arbeid", "fravaer", "ytelser", "trekk")}
    beregn_mange(bunke)
    assert all((getattr(bunke, felt) == verdi).all() for felt, verdi in for_.items())


def test_to_rader_pa_en_dag_og_to_ytelser_legges_sammen() -> None:
    juni = Periode(date(2026, 6, 1), date(2026, 6, 30))
    sak = Stonadsfakta(
        2026,
        6,
        date(1990, 3, 3),
        HELE_2026,
        arbeid=(Timer(date(2026, 6, 3), Fraction(2)), Timer(date(2026, 6, 3), Fraction(3, 4))),
        ugyldig_fravaer=(Timer(date(2026, 6, 4), Fraction(2)), Timer(date(2026, 6, 4), Fraction(1))),
        andre_ytelser=(
            AnnenYtelse(Ytelsestype.DAGPENGER, juni, Fraction(100)),
            AnnenYtelse(Ytelsestype.SYKEPENGER, juni, Fraction(301, 4)),
        ),
        avbrudd=(Periode(date(2026, 6, 29), None),),
    )
    assert rader(beregn_mange(bunke_av([sak]))) == [alene(sak)]


def test_grensen_for_64_biter_er_pa_den_sikre_siden() -> None:
    """What is refused could have overflowed; just inside the limit the answer is still the exact one."""

    def sak(per_dag: int) -> Stonadsfakta:
        ytelse = AnnenYtelse(Ytelsestype.DAGPENGER, Periode(date(2026, 6, 1), None), Fraction(per_dag))
        return Stonadsfakta(2026, 6, date(1990, 3, 3), HELE_2026, andre_ytelser=(ytelse,))

    lav, hoy = 0, 2**62
    while hoy - lav > 1:
        midt = (lav + hoy) // 2
        try:
            beregn_mange(bunke_av([sak(midt)]))
        except OverflowError as feil:
            assert str(feil) == "tallene er for store eller har for mange desimaler til å regnes i 64 biter"  # noqa: PT017
            hoy = midt
        else:
            lav = midt
    assert rader(beregn_mange(bunke_av([sak(lav)]))) == [alene(sak(lav))]
    assert lav > 1_000_000
