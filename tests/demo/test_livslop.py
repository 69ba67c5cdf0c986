"""The synthetic people: the same every time, in the proportions of the audit's Table 2."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from fotfeste.demo.livslop import ANDELER, TABELL_2, Livslop, Slag, fordel, lag_livslop
from fotfeste.fag.oppfolging.enums import Situasjon
from fotfeste.regelverk.tid import alder

I_DAG = date(2026, 11, 22)


@pytest.fixture(scope="module")
def livslopene() -> list[Livslop]:
    return list(lag_livslop(1090, fro=4204, i_dag=I_DAG))


def test_samme_fro_og_dag_gir_samme_folk() -> None:
    assert list(lag_livslop(40, fro=1, i_dag=I_DAG)) == list(lag_livslop(40, fro=1, i_dag=I_DAG))
    assert list(lag_livslop(40, fro=1, i_dag=I_DAG)) != list(lag_livslop(40, fro=2, i_dag=I_DAG))


def test_de_fullforte_gaar_videre_som_i_tabell_2(livslopene: list[Livslop]) -> None:
    fullforte = [liv for liv in livslopene if liv.slag == Slag.FULLFORT]
    assert len(fullforte) == 251
    i_arbeid = Counter(liv.kontor for liv in fullforte if liv.situasjon == Situasjon.ORDINAERT_ARBEID)
    assert [i_arbeid[kontor] for kontor in range(5)] == [utfall[0] for _navn, utfall in TABELL_2]
    assert Counter(liv.kontor for liv in fullforte) == {n: sum(utfall) for n, (_navn, utfall) in enumerate(TABELL_2)}


def test_andelene_summerer_til_hundre_og_deles_ut_helt() -> None:
    assert sum(vekt for _, vekt in ANDELER) == 100
    assert [len(fordel(antall, ANDELER)) for antall in (1, 7, 150, 590)] == [1, 7, 150, 590]


def test_livslopene_er_mulige(livslopene: list[Livslop]) -> None:
    for liv in livslopene:
        assert liv.soknad <= liv.vedtak <= liv.start
        assert liv.soknad <= I_DAG
        assert alder(liv.fodselsdato, liv.soknad) >= 18
        assert all(barnet.fodselsdato <= liv.soknad for barnet in liv.barn)
        if liv.slutt:
            assert liv.start < liv.slutt <= I_DAG
        if liv.pause and liv.pause[1]:
            assert liv.start <= liv.pause[0] <= liv.pause[1]


def test_hvert_kontor_har_noe_aa_gjore(livslopene: list[Livslop]) -> None:
    hos_beslutter = {liv.kontor for liv in lag_livslop(150, fro=4204, i_dag=I_DAG) if liv.slag == Slag.HOS_BESLUTTER}
    assert 0 in hos_beslutter
