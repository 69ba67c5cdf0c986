"""What a new week may not change: days already lived, days no decision covers, hours the timesheet cannot hold."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest

from fotfeste.fag.program import services as program
from fotfeste.fag.program.permisjon import permisjon_registrer
from fotfeste.fag.program.selectors import versjoner
from fotfeste.fag.program.uke import forskjeller
from fotfeste.fag.sak.models import Sak
from fotfeste.grunnmur.feil import Fagfeil, FlereFeil
from fotfeste.grunnmur.tilgang import Aktor
from tests.fag.program.fortellinger import FRA, TIL, avtalt_program, fyll_uken, gi_vedtak, hver_dag

pytestmark = pytest.mark.django_db
EN_DAG = timedelta(days=1)


def _flytt(veileder: Aktor, sak: Sak, fra: date) -> None:
    ny = program.programversjon_start(veileder, sak=sak)
    program.programversjon_lagre(veileder, program=ny, mal=ny.mal, fra=fra, til=ny.til)


def test_en_uke_begynner_ikke_for_vedtaket(sak: Sak, veileder: Aktor) -> None:
    gi_vedtak(sak, veileder)
    with pytest.raises(FlereFeil, match=r"Vedtaket gjelder fra 02\.02\.2026") as feil:
        _flytt(veileder, sak, FRA - EN_DAG)
    assert [ett.felt for ett in feil.value.feil] == ["fra"]


def test_den_nye_uken_visker_ikke_ut_den_som_er_levd(sak: Sak, veileder: Aktor) -> None:
    gi_vedtak(sak, veileder)
    avtalt_program(sak, veileder, fra=date(2026, 3, 2))
    with pytest.raises(Fagfeil, match=r"gjelder fra 02\.03\.2026"):
        _flytt(veileder, sak, date(2026, 3, 1))
    _flytt(veileder, sak, date(2026, 3, 2))


def test_ingen_ble_enige_for_mange_ar_siden(sak: Sak, veileder: Aktor) -> None:
    gi_vedtak(sak, veileder)
    ny = fyll_uken(veileder, program.programversjon_start(veileder, sak=sak, fra=FRA))
    program.programversjon_foresla(veileder, program=ny)
    with pytest.raises(FlereFeil, match="mer enn et halvt år") as feil:
        program.programversjon_avtal_i_mote(veileder, program=ny, dato=date(1990, 1, 1), hvordan="i møte")
    assert feil.value.feil[0].felt == "dato"
    program.programversjon_avtal_i_mote(veileder, program=ny, dato=date(2025, 8, 2), hvordan="i møte")


@pytest.mark.parametrize(
    ("start", "slutt", "setning"),
    [
        (time(8, 20), time(12), "hele kvarter"),
        (time(8), time(12, 1), "hele kvarter"),
        (time(9), time(9), "begynner og slutter 09.00"),
        (time(12), time(9), "før den begynner"),
    ],
)
def test_tider_som_timelisten_ikke_kan_fore(sak: Sak, veileder: Aktor, start: time, slutt: time, setning: str) -> None:
    ny = program.programversjon_start(veileder, sak=sak)
    with pytest.raises(FlereFeil, match=setning) as feil:
        program.aktivitet_lagre(
            veileder, program=ny, navn="Praksis", gruppe="arbeidsrettet", blokker=hver_dag(start, slutt, [1])
        )
    assert feil.value.feil[0].felt == "dag_1"


@pytest.mark.parametrize(
    ("fra", "til", "setning"),
    [
        (date(2019, 1, 1), date(2019, 1, 31), "Vedtaket gjelder fra"),
        (TIL, TIL + EN_DAG, "forleng først"),
    ],
)
def test_permisjon_er_fra_et_program_som_er_innvilget(
    sak: Sak, veileder: Aktor, fra: date, til: date, setning: str
) -> None:
    with pytest.raises(Fagfeil, match="ikke noe å ha permisjon fra"):
        permisjon_registrer(veileder, sak=sak, fra=FRA, til=FRA, grunn="Flytting", med_stonad=False)
    gi_vedtak(sak, veileder)
    with pytest.raises(Fagfeil, match=setning):
        permisjon_registrer(veileder, sak=sak, fra=fra, til=til, grunn="Flytting", med_stonad=False)


def test_det_som_er_nytt_sier_ogsa_at_praksisen_er_blitt_en_jobb(sak: Sak, veileder: Aktor) -> None:
    gi_vedtak(sak, veileder)
    avtalt_program(sak, veileder)
    ny = program.programversjon_start(veileder, sak=sak)
    praksis = ny.aktiviteter.get(navn="Praksis på lager")
    program.aktivitet_lagre(
        veileder,
        program=ny,
        aktivitet=praksis,
        navn=praksis.navn,
        gruppe="lonnet_arbeid",
        formal="Fast stilling",
        arrangor=praksis.arrangor,
        blokker=hver_dag(time(8, 30), time(12)),
    )
    forste, andre = versjoner(sak)
    assert forskjeller(forste, andre) == [
        "Praksis på lager: er nå lønnet jobb, ikke arbeidsrettet.",
        "Praksis på lager: nytt formål, «Fast stilling».",
    ]
