"""The measurement itself works: every part at a size that takes no time. How fast it was is not tested here."""

from __future__ import annotations

import random
from pathlib import Path

import numpy as np
import pytest

from bench import brev, kostra, maling, regulering, saker, stonad, utbetaling, vektor
from bench.__main__ import mal, tabell
from bench.maling import Rad
from fotfeste.fag.utbetaling.enums import Utbetalingsstatus
from fotfeste.kobling.kostra.kontroll import Alvorlighet, kontroller
from fotfeste.regelverk.stonad import beregn
from fotfeste.regelverk.vektor import beregn_mange, bunke_av


def test_beregningen_en_og_en() -> None:
    rader = stonad.mal(antall=20, ganger=1)
    assert [rad.del_ for rad in rader] == ["a"] * 4
    assert rader[0].mal == "≥ 10,000"


def test_sakene_er_de_samme_hver_gang_og_har_litt_av_alt() -> None:
    faste = saker.vanlige(300)
    assert faste == saker.vanlige(300)
    svar = [beregn(sak).linjer for sak in faste]
    assert all(any(getattr(linjer, navn) for linjer in svar) for navn in svar[0]._fields)


def test_vektoren_uten_openfisca(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(vektor, "OPENFISCA", tmp_path / "finnes-ikke")
    lik, fisca, *_ = vektor.mal(antall=30, ganger=1)
    assert lik.holdt
    assert "make bench" in fisca.svar


def test_filen_begge_leser_er_hele_bunken(tmp_path: Path) -> None:
    bunke = bunke_av(saker.tette(30, vektor.AR, vektor.MND))
    vektor.skriv(tmp_path / "inn.npz", bunke)
    svar, ventet = beregn_mange(vektor.les(tmp_path / "inn.npz")), beregn_mange(bunke)
    assert all(np.array_equal(getattr(svar, navn), getattr(ventet, navn)) for navn in vektor.LINJER)


def test_kostra_filen_har_ingen_funn() -> None:
    linjer = kostra.rene_linjer(40)
    assert len(set(linjer)) == 40
    dom = kontroller("".join(f"{linje}\n" for linje in linjer), aar=kostra.AR, region=kostra.REGION)
    assert (dom.alvorlighet, list(dom.funn)) == (Alvorlighet.OK, [])
    assert all(rad.del_ == "d" for rad in kostra.mal(antall=5, ganger=1))


def test_brevene_er_ulike_og_merket() -> None:
    rader = brev.mal(antall=1, ganger=1)
    assert next(rad for rad in rader if "PDF/UA" in rad.hva).holdt


@pytest.mark.django_db
def test_alle_som_lastes_inn_blir_betalt() -> None:
    from bench.deltakere import lag_kjoring

    kjoring, okonomi, okonomi2 = lag_kjoring(12, random.Random(1))
    tider = utbetaling._kjor(kjoring, okonomi, okonomi2, antall=12)
    assert list(tider) == ["beregnet", "kontrollert", "frigitt", "filer"]
    assert kjoring.utbetalinger.filter(status=Utbetalingsstatus.SENDT, netto__gt=0).count() == 12


@pytest.mark.django_db
def test_alle_reguleres_og_summen_stemmer() -> None:
    from bench.deltakere import lag_kjoring

    tider = regulering._kjor(*regulering._betalt(*lag_kjoring(3, random.Random(1))), antall=3)
    assert list(tider) == ["prøvekjørt", "gjennomført", "brev"]


def test_tabellen_sier_hva_som_ikke_holdt() -> None:
    tekst = tabell([Rad("a", "rask", "1 s", "< 2 s", holdt=True), Rad("b", "treg", "3 s", "< 2 s", holdt=False)])
    assert tekst.splitlines()[-1].split("|")[1:-1] == [" b ", " treg ", " 3 s  ", " < 2 s ", " NEI   "]
    with pytest.raises(SystemExit, match="Delene er"):
        mal("x", 1, 1)


def test_median_og_persentil() -> None:
    assert maling.median([3.0, 1.0, 2.0]) == 2.0
    assert maling.persentil([float(tall) for tall in range(1, 101)], 95) == 95.0
    assert maling.persentil([7.0], 95) == 7.0
