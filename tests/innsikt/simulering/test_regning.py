"""The simulation reckons as the law does, but for what is asked about; a group too small to show is not shown."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import fields, replace
from datetime import date
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fotfeste.fag.utbetaling.frysing import fakta_som_json
from fotfeste.innsikt.simulering.endring import Endring
from fotfeste.innsikt.simulering.lesing import bunke_av_frosne
from fotfeste.innsikt.simulering.regning import Frosset, Saker, regn
from fotfeste.innsikt.simulering.sammendrag import inndeling, sammendrag
from fotfeste.regelverk.penger import avrund_kroner
from fotfeste.regelverk.stonad import Barn, Stonadsfakta, beregn
from fotfeste.regelverk.tid import Periode
from fotfeste.regelverk.vektor import Bunke, Satsvalg, beregn_mange, bunke_av
from tests.regelverk.test_vektor import tilfeldig_sak

HELE_JUNI = (Periode(date(2026, 6, 1), date(2026, 6, 30)),)
KJENT = date(2026, 7, 1)
SOM_LOVEN = Satsvalg(Fraction(2041, 1000), Fraction(136_549), Fraction(38), Fraction(2, 3))
FRO = st.integers(0, 10**9)


def frosset(nr: int, fakta: Stonadsfakta, kontor: str = "sør") -> Frosset:
    return Frosset(nr, kontor, beregn(fakta, med_spor=False).brutto, fakta_som_json(fakta))


def voksen(*barn: Barn) -> Stonadsfakta:
    """All of June 2026, 36 years old: 22 stønadsdager."""
    return Stonadsfakta(2026, 6, date(1990, 2, 14), HELE_JUNI, kjent_dato=KJENT, barn=barn)


UNG = replace(voksen(), fodselsdato=date(2003, 1, 20))
"""23 years old all of June."""
BARN = Barn(date(2020, 3, 1), Periode(date(2026, 1, 1), None))


def simulert(endring: Endring, *saker: Stonadsfakta) -> Saker:
    return regn([frosset(nr, sak) for nr, sak in enumerate(saker)], endring)


@settings(max_examples=40, deadline=None)
@given(FRO)
def test_frosne_fakta_gir_samme_bunke_som_fakta(fro: int) -> None:
    tall = random.Random(fro)
    ar, mnd = tall.randint(2022, 2026), tall.randint(1, 12)
    fakta = [tilfeldig_sak(tall, ar, mnd, KJENT) for _ in range(4)]
    ventet, lest = bunke_av(fakta), bunke_av_frosne([fakta_som_json(f) for f in fakta])
    assert all(np.array_equal(getattr(lest, f.name), getattr(ventet, f.name)) for f in fields(Bunke))


@settings(max_examples=40, deadline=None)
@given(FRO, st.booleans())
def test_uten_endring_er_simuleringen_det_som_ble_betalt(fro: int, sagt: bool) -> None:
    """Also where the law's own numbers are named: June 2026 with each of them said is June 2026."""
    tall = random.Random(fro)
    fakta = [tilfeldig_sak(tall, 2026, 6 if sagt else 1 + nr % 6, KJENT) for nr in range(8)]
    endring = Endring(SOM_LOVEN, 25) if sagt else Endring()
    rader = sorted((frosset(nr % 3, f) for nr, f in enumerate(fakta)), key=lambda rad: rad.inn["maned"])
    saker = regn(rader, endring)
    assert saker.foer.tolist() == saker.etter.tolist()
    assert saker.foer.sum() == sum(rad.brutto for rad in rader)
    assert (saker.maneder.sum(), saker.utenfor) == (8, 0)


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 4000), st.integers(0, 250_000), st.integers(0, 300), st.integers(0, 100), st.integers(18, 40))
def test_hver_endring_er_den_samme_regningen_med_andre_tall(f: int, g: int, tillegg: int, andel: int, ar: int) -> None:
    faktor, prosent = Fraction(f, 1000), Fraction(andel, 100)
    endring = Endring(Satsvalg(faktor, Fraction(g), Fraction(tillegg), prosent), ar)
    saker = simulert(endring, voksen(BARN), UNG)
    dag = faktor * g / 260
    assert saker.etter.tolist() == [
        avrund_kroner(22 * dag * (prosent if ar > 36 else 1)) + 22 * tillegg,
        avrund_kroner(22 * dag * (prosent if ar > 23 else 1)),
    ]


def test_eksemplene_fra_siden_om_simulering() -> None:
    """docs/algoritmer/simulering.md, reckoned by hand."""
    to_to = simulert(Endring(Satsvalg(faktor=Fraction(11, 5))), voksen(BARN), UNG)
    assert to_to.foer.tolist() == [23_582 + 836, 15_721]
    assert to_to.etter.tolist() == [25_419 + 836, 16_946]
    fra_23 = simulert(Endring(full_sats_fra_ar=23), voksen(BARN), UNG)
    assert fra_23.endring.tolist() == [0, 23_582 - 15_721]
    femti = simulert(Endring(Satsvalg(barnetillegg=Fraction(50))), voksen(BARN), UNG)
    assert femti.endring.tolist() == [22 * 12, 0]


def test_en_maned_dagens_regler_ikke_gir_holdes_utenfor() -> None:
    gammel = frosset(1, voksen())._replace(brutto=20_000)
    saker = regn([frosset(0, UNG), gammel], Endring())
    assert (saker.maneder.tolist(), saker.utenfor) == ([1], 1)


def test_for_mange_desimaler_sies_i_stedet_for_a_regnes_galt() -> None:
    with pytest.raises(OverflowError):
        simulert(Endring(Satsvalg(faktor=Fraction(1, 10**9 + 7), sats_for_unge=Fraction(1, 10**9 + 9))), voksen())
    with pytest.raises(ValueError, match="mindre enn null"):
        Satsvalg(faktor=Fraction(-1))


def saker_med(endringer: Sequence[int]) -> Saker:
    """Cases of one month whose stønad changes by so much."""
    n = len(endringer)
    foer = np.full(n, 20_000, np.int64)
    nei = np.zeros(n, np.bool_)
    return Saker(np.ones(n, np.int64), foer, foer + np.array(endringer, np.int64), nei, nei, ("sør",) * n, 0)


class TestSmaGrupper:
    @given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), min_size=1, max_size=6))
    def test_ingen_kan_regne_seg_fram_til_faerre_enn_fem(self, deler: list[tuple[int, int]]) -> None:
        """What is shown, taken from the whole, leaves nothing, or five at least, and five with a change.

        Each part is so many without a change and so many with one.
        """
        saker = saker_med([en for likt, berort in deler for en in [0] * likt + [100] * berort])
        nr = np.repeat(np.arange(len(deler)), [sum(del_) for del_ in deler])
        grupper = inndeling(saker, [(kode, nr == kode) for kode in range(len(deler))])
        skjult = [del_ for del_, gruppe in zip(deler, grupper, strict=True) if gruppe.skjult]
        vist = [(del_, gruppe) for del_, gruppe in zip(deler, grupper, strict=True) if not gruppe.skjult]
        assert all(
            gruppe.antall == sum(del_) and not 0 < sum(del_) < 5 and not 0 < del_[1] < 5 for del_, gruppe in vist
        )
        if skjult and any(sum(del_) for del_, _ in vist):
            assert len(skjult) > 1
            assert sum(map(sum, skjult)) >= 5
            assert not 0 < sum(berort for _, berort in skjult) < 5

    def test_trinnene_roper_ikke_det_utfallet_tier_om(self) -> None:
        """Three lose, and five gain: what those get, taken from the whole, would be what the three lose."""
        tall = sammendrag(saker_med([-100] * 3 + [0] * 6 + [600] * 5))
        assert tall.alle.antall == 14
        assert [gruppe.antall for gruppe in tall.utfall] == [None, 6, None]
        assert all(trinn.gruppe.skjult for trinn in tall.trinn if trinn.retning)

    def test_trinn_pa_en_side_skjules_sammen(self) -> None:
        tall = sammendrag(saker_med([0] * 6 + [100] * 3 + [600] * 9 + [1500] * 7))
        assert [gruppe.antall for gruppe in tall.utfall] == [0, 6, 19]
        assert [trinn.gruppe.antall for trinn in tall.trinn if trinn.retning > 0] == [None, 9, None, 0]

    def test_trinnene_er_like_pa_begge_sider_av_null(self) -> None:
        endringer = [-2000, -1999, -1000, -500, -499, -1, 0, 1, 499, 500, 1000, 1999, 2000]
        trinn = sammendrag(saker_med([en for en in endringer for _ in range(5)])).trinn
        assert [ett.gruppe.antall for ett in trinn] == [5, 10, 5, 10, 5, 10, 5, 10, 5]
        assert [ett.retning for ett in trinn] == [-1] * 4 + [0] + [1] * 4

    def test_faerre_enn_fem_i_alt_viser_ingenting(self) -> None:
        assert sammendrag(saker_med([100] * 4)).alle.skjult


def test_loven_er_uendret_av_at_noen_spor() -> None:
    bunke = bunke_av([voksen(BARN), UNG])
    foer = beregn_mange(bunke).netto.tolist()
    beregn_mange(bunke, Satsvalg(faktor=Fraction(3)))
    assert beregn_mange(bunke).netto.tolist() == foer
