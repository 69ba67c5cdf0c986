"""The figures of the office, against what the audits of Bergen and Moss printed."""

from __future__ import annotations

from datetime import date

import pytest

from fotfeste.fag.mappe.form import Avslutning, Begrunnelse, Mappe, Vedtak
from fotfeste.innsikt.styring import tidsbruk
from fotfeste.innsikt.styring.andel import Andel
from fotfeste.innsikt.styring.utfall import Utfall, utfallstabell
from fotfeste.regelverk.tid import Periode
from tests.innsikt.styring import mapper

I_2023 = Periode(date(2023, 1, 1), date(2023, 12, 31))
MAI_2017 = Periode(date(2017, 5, 1), date(2017, 5, 31))


def test_bergens_tabell_2_kommer_ut_som_den_er_trykt() -> None:
    tabell = utfallstabell(mapper.tabell_2(), I_2023)
    assert {rad.kontor: rad.tall[:5] for rad in tabell.rader} == mapper.TABELL_2
    assert tabell.sum.tall == (130, 11, 11, 60, 39, 0)
    assert tabell.sum.selvhjulpne == Andel(141, 251)
    andeler = {rad.kontor: rad.selvhjulpne.prosent for rad in tabell.rader}
    assert andeler == {
        "NAV Bergenhus": "44,8 %",
        "NAV Bergen Sør": "46,4 %",
        "NAV Bergen Vest": "64,3 %",
        "NAV Bergen Nord": "74,5 %",
        "NAV Årstad": "51,7 %",
    }
    assert tabell.sum.selvhjulpne.prosent == "56,2 %"
    assert tabell.naar_malet(55) == ["NAV Bergen Nord", "NAV Bergen Vest"]


def test_to_kolonner_som_er_like_i_hver_rad_blir_lagt_merke_til() -> None:
    assert utfallstabell(mapper.tabell_2(), I_2023).like_kolonner == [(Utfall.SKOLE, Utfall.TILTAK)]


def test_den_som_ikke_fullforte_er_med_i_sin_egen_nevner() -> None:
    fullfort = Avslutning(date(2023, 3, 1), "fullfort_eller_etter_avtale", ("annet", "ordinaert_arbeid"))
    borte = Avslutning(date(2023, 12, 31), "uteblivelse", ("ukjent",))
    aret_etter = Avslutning(date(2024, 1, 1), "uteblivelse")
    saker = [
        Mappe(str(nummer), "4204", "NAV Sør", mapper.PERSON, avslutning=slutt)
        for nummer, slutt in enumerate((fullfort, borte, aret_etter, None))
    ]
    (rad,) = utfallstabell(saker, I_2023).rader
    assert (rad.selvhjulpne, rad.selvhjulpne_av_alle) == (Andel(1, 1), Andel(1, 2))
    assert rad.uten_a_fullfore == {"uteblivelse": 1}


def test_uten_opplysning_er_en_egen_rute_og_ikke_annet() -> None:
    slutt = Avslutning(date(2023, 3, 1), "fullfort_eller_etter_avtale")
    (rad,) = utfallstabell([Mappe("1", "4204", "NAV Sør", mapper.PERSON, avslutning=slutt)], I_2023).rader
    assert rad.tall == (0, 0, 0, 0, 0, 1)
    assert rad.selvhjulpne == Andel(0, 1)


@pytest.mark.parametrize(
    ("teller", "nevner", "ord_"),
    [(0, 0, "–"), (0, 3, "0,0 %"), (1, 3, "33,3 %"), (2, 3, "66,7 %"), (1, 2000, "0,1 %"), (7, 7, "100,0 %")],
)
def test_en_andel_i_ord(teller: int, nevner: int, ord_: str) -> None:
    assert Andel(teller, nevner).prosent == ord_


def test_ingen_naar_malet_nar_ingen_har_fullfort() -> None:
    assert not Andel(0, 0).minst(0)
    assert Andel(11, 20).minst(55)
    assert not Andel(1099, 2000).minst(55)


def _moss() -> list[Mappe]:
    start = date(2017, 6, 1)
    return [
        mapper.sak("A1", date(2016, 9, 21), avgjort=date(2017, 5, 20), fra=start, til=mapper.ett_ar(start)),
        mapper.sak("A2", date(2016, 5, 25), avgjort=date(2017, 5, 20), fra=start, til=mapper.ett_ar(start)),
        mapper.sak("A3", date(2017, 1, 13), avgjort=date(2017, 5, 2), fra=start, til=mapper.ett_ar(start)),
    ]


def test_de_to_sene_i_moss_med_dager_og_maneder_regnet_ut() -> None:
    tid = tidsbruk.tidsbruk(tidsbruk.lop_i(_moss()), MAI_2017)
    assert [(ett.sak_id, ett.dager_til_start, ett.maneder_og_dager) for ett in tid.for_sent] == [
        ("A2", 372, (12, 7)),
        ("A1", 253, (8, 11)),
    ]
    assert (tid.antall, tid.i_tide, tid.til_start) == (3, Andel(1, 3), 253)


def test_siste_dag_i_seks_maneder_er_i_tide() -> None:
    # 31 August and six months: the last of February, which has 29 days in 2024.
    for dag, sent in ((date(2024, 2, 29), False), (date(2024, 3, 1), True)):
        (ett,) = tidsbruk.lop_i([mapper.sak("A", date(2023, 8, 31), avgjort=date(2023, 12, 1), fra=dag)])
        assert ett.for_sent is sent


def test_en_soknad_uten_svar_etter_et_halvt_ar_er_glemt() -> None:
    tid = tidsbruk.tidsbruk(tidsbruk.lop_i([mapper.sak("A", date(2016, 11, 1))]), MAI_2017)
    assert [ett.sak_id for ett in tid.ubesvart] == ["A"]
    tid = tidsbruk.tidsbruk(tidsbruk.lop_i([mapper.sak("A", date(2016, 12, 1))]), MAI_2017)
    assert tid.ubesvart == ()


def test_en_forlengelse_svarer_ikke_pa_noen_soknad_og_er_sen_pa_sin_egen_mate() -> None:
    forst = Vedtak(
        "v1", "innvilgelse", date(2016, 4, 1), "J1", "B1", soknad="s1", fra=date(2016, 5, 1), til=date(2017, 4, 30)
    )
    sen = Vedtak("v2", "forlengelse", date(2017, 5, 20), "J1", "B1", fra=date(2017, 6, 1), til=date(2018, 5, 31))
    sak = mapper.sak("A1", date(2016, 3, 1))._replace(vedtak=(forst, sen))
    (forlengelse,) = tidsbruk.forlengelser_i([sak], MAI_2017)
    assert (forlengelse.forrige_slutt, forlengelse.for_sent) == (date(2017, 4, 30), True)
    i_tide = sen._replace(dato=date(2017, 4, 30))
    (forlengelse,) = tidsbruk.forlengelser_i([sak._replace(vedtak=(forst, i_tide))], Periode(date(2017, 4, 1), None))
    assert not forlengelse.for_sent
    assert tidsbruk.tidsbruk(tidsbruk.lop_i([sak]), MAI_2017).antall == 0


def test_restansene_i_moss_legges_ikke_sammen() -> None:
    lop = list(tidsbruk.lop_i(mapper.restanser_i_moss()))
    i_april, i_mai = tidsbruk.restanse(lop, date(2016, 4, 30)), tidsbruk.restanse(lop, date(2017, 5, 31))
    assert (len(i_april.lop), len(i_mai.lop), tidsbruk.ulike_saker([i_april, i_mai])) == (23, 11, 33)
    assert i_april.eldre_enn(30) == 23
    assert i_april.lop[0].mottatt == date(2014, 2, 10)


def test_lengden_er_nesten_alltid_et_ar_og_samme_begrunnelse_gar_igjen() -> None:
    saker = []
    for nummer in range(1, 22):
        fra = date(2017, 5, 1)
        til = date(2017, 10, 31) if nummer == 7 else mapper.ett_ar(fra)
        hensyn = "Du trenger  tett oppfølging." if nummer <= 4 else f"Om sak {nummer}."
        grunn = Begrunnelse("§ 29", "Fakta", hensyn)
        sak = mapper.sak(f"A{nummer}", date(2017, 1, 9), avgjort=date(2017, 5, 2), fra=fra, til=til)
        saker.append(sak._replace(vedtak=tuple(v._replace(begrunnelse=grunn) for v in sak.vedtak)))
    svar = tidsbruk.lengder(saker, MAI_2017)
    assert svar.tolv_maneder == Andel(20, 21)
    assert svar.like_tekster == (("Du trenger tett oppfølging.", 4),)


@pytest.mark.parametrize(
    ("fra", "til", "svar"),
    [
        (date(2024, 1, 31), date(2024, 2, 29), (1, 0)),
        (date(2024, 1, 31), date(2024, 3, 1), (1, 1)),
        (date(2024, 2, 29), date(2025, 2, 28), (12, 0)),
        (date(2024, 5, 5), date(2024, 5, 5), (0, 0)),
    ],
)
def test_maneder_og_dager_pa_kalenderen(fra: date, til: date, svar: tuple[int, int]) -> None:
    assert tidsbruk.maneder_og_dager(fra, til) == svar


def test_maneder_og_dager_baklengs_finnes_ikke() -> None:
    with pytest.raises(ValueError, match="before"):
        tidsbruk.maneder_og_dager(date(2024, 5, 5), date(2024, 5, 4))
