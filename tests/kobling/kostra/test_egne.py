"""Our own warnings: what SSB's program lets through and a veileder would want to know."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from fotfeste.kobling.kostra.egne import EGNE_KONTROLLER, FELTTITLER, EgetFunn, kontroller_egne
from fotfeste.kobling.kostra.felter import oppsett
from fotfeste.kobling.kostra.kontroll import Alvorlighet, kontroller
from fotfeste.kobling.kostra.post import bygg

Linje = Callable[..., str]


def koder(linje: str) -> list[str]:
    return [funn.kode for funn in kontroller_egne(linje, aar=2026)]


def ett_funn(linje: str) -> EgetFunn:
    (funn,) = kontroller_egne(linje, aar=2026)
    return funn


def test_en_riktig_post_gir_ingen_advarsler(linje: Linje) -> None:
    assert kontroller_egne(linje(), aar=2026) == ()


SER_OVER = [
    ("kode ingen har", {"YTELSE_INTRO": "9"}, "E04", "Bruk 4 (Introduksjonsstønad)"),
    ("måned i feil felt", {"STMND_4": "05"}, "E04", "Bruk 04 (April)"),
    ("journalnummer står til høyre", {"PERSON_JOURNALNR": " J000001"}, "E05", "lengst til venstre"),
    ("sum står til venstre", {"KVP_STONAD": "45000  "}, "E05", "lengst til høyre"),
    ("søknad 31. april", {"REG_DATO": "31042025"}, "E03", "«31042025» er ikke en dato i kalenderen"),
    ("sum med komma", {"KVP_STONAD": "450,50"}, "E02", "«450,50» er ikke et helt tall"),
    ("journalnummer mangler", {"PERSON_JOURNALNR": ""}, "E01", "Fyll det ut"),
    ("vedtak før søknad", {"VEDTAK_DATO": "04012026"}, "E11", "før søknaden kom inn 05.01.2026"),
    ("start før vedtak", {"VEDTAK_DATO": "02022026"}, "E12", "før vedtaket 02.02.2026"),
    ("start en dag for sent", {"REG_DATO": "31072025"}, "E13", "fristen var 31.01.2026"),
    ("slutt før start", {"AVSL_DATO": "31012026"}, "E14", "før det begynte 01.02.2026"),
    ("fødselsdato og nummer er ulike", {"FODSELSDATO": "16061990"}, "E15", "nummeret sier 15.06.1990"),
    ("i program med sluttdato", {"STATUS": "1"}, "E16", "Rett status, eller ta bort datoen"),
    ("avbrudd uten inntektskilde", {"STATUS": "7", "AVSL_VIKTIGSTE_INNTEKT": ""}, "E17", "inntektskilden"),
    ("byttet bydel utenfor Oslo", {"STATUS": "6"}, "E18", "bare flytting mellom bydeler i Oslo"),
    ("stønad i januar, start i februar", {"STMND_1": "01"}, "E19", "måned 01 er krysset av"),
    ("kommune uten ja", {"KOMMNR_KVP_KOMM": "4601"}, "E20", "svaret er ikke ja"),
    ("fra samme kommune", {"KVP_KOMM": "1", "KOMMNR_KVP_KOMM": "4204"}, "E21", "kommunen er den samme"),
    ("type uten sosialhjelp", {"YTELSE_TYPE_SOSHJ": "2"}, "E22", "ikke krysset av for sosialhjelp"),
]


@pytest.mark.parametrize(("endret", "kode", "ord"), [s[1:] for s in SER_OVER], ids=[s[0] for s in SER_OVER])
def test_vi_ber_om_at_noen_ser_over(linje: Linje, endret: dict[str, str], kode: str, ord: str) -> None:
    funn = ett_funn(linje(**endret))

    assert funn.kode == kode
    assert ord in funn.melding
    assert funn.linje == 1
    assert set(funn.felter) & set(endret)


GREIT = [
    ("start på siste dag av fristen", {"REG_DATO": "01082025"}),
    ("31. august og seks måneder er 28. februar", {"REG_DATO": "31082025", "BEGYNT_DATO": "28022026", "STMND_2": ""}),
    ("vedtak og start samme dag", {"VEDTAK_DATO": "01022026"}),
    ("nummeret er ukjent", {"PERSON_FODSELSNR": "15069099999"}),
    ("ledende nuller i summen", {"KVP_STONAD": "0045000"}),
    ("fra en annen kommune", {"KVP_KOMM": "1", "KOMMNR_KVP_KOMM": "4601"}),
    ("sosialhjelp med type", {"YTELSE_SOSHJELP": "1", "YTELSE_TYPE_SOSHJ": "3"}),
    (
        "startet året før",
        {"REG_DATO": "05072025", "VEDTAK_DATO": "05082025", "BEGYNT_DATO": "01092025", "STMND_1": "01"},
    ),
]


@pytest.mark.parametrize("endret", [s[1] for s in GREIT], ids=[s[0] for s in GREIT])
def test_vi_tier_nar_alt_er_i_orden(linje: Linje, endret: dict[str, str]) -> None:
    assert koder(linje(**endret)) == []


@pytest.mark.parametrize("nummer", ["15869000016", "15469000033", "55869000190"], ids=["Tenor", "Dolly", "D-nummer"])
def test_fodselsdatoen_leses_av_alle_slags_nummer(linje: Linje, nummer: str) -> None:
    assert koder(linje(PERSON_FODSELSNR=nummer)) == []
    assert koder(linje(PERSON_FODSELSNR=nummer, FODSELSDATO="15061991")) == ["E15"]


def test_uten_nummer_sammenlignes_dag_maaned_og_aar_i_aarhundret(linje: Linje) -> None:
    assert koder(linje(PERSON_FODSELSNR="15069000100")) == []
    assert koder(linje(PERSON_FODSELSNR="15069000100", FODSELSDATO="15061991")) == ["E15"]


def test_fristen_viser_til_paragrafen(linje: Linje) -> None:
    assert ett_funn(linje(REG_DATO="31072025")).hjemmel == "sotjl § 31"


def test_siste_dag_i_kalenderen_er_ingen_feil_i_seg_selv(linje: Linje) -> None:
    utfylt = linje(REG_DATO="01119999", VEDTAK_DATO="01119999", BEGYNT_DATO="31129999", STMND_2="", STMND_3="")

    assert "E13" not in koder(utfylt)


def test_lang_kodeliste_skrives_ikke_ut(linje: Linje) -> None:
    funn = ett_funn(linje(KVP_KOMM="1", KOMMNR_KVP_KOMM="1201"))

    assert funn.melding == "«1201» er ikke en kode i dette feltet. Velg et nummer fra listen for året."


def test_status_7_fantes_ikke_i_2022() -> None:
    utfylt = bygg(2022, {"STATUS": "7", "AVSL_VIKTIGSTE_INNTEKT": "01"}).linje()

    funn = [f for f in kontroller_egne(utfylt, aar=2022) if f.kode == "E04"]

    assert [f.felter for f in funn] == [("STATUS",)]


def test_linje_av_annen_lengde_overlates_til_kontroll_001(linje: Linje) -> None:
    assert [f.linje for f in kontroller_egne(f"kort\n{linje(KJONN='')}", aar=2026)] == [2]


def test_egne_advarsler_endrer_ikke_dommen(linje: Linje) -> None:
    utfylt = linje(YTELSE_INTRO="9", VEDTAK_DATO="04012026")

    assert len(koder(utfylt)) == 2
    assert kontroller(utfylt, aar=2026, region="420400").alvorlighet is Alvorlighet.OK


def test_kodene_er_ulike_og_feltene_finnes() -> None:
    alle = [*FELTTITLER, *(kontroll.kode for kontroll in EGNE_KONTROLLER)]

    assert len(alle) == len(set(alle))
    for kontroll in EGNE_KONTROLLER:
        assert set(kontroll.felter) <= set(oppsett(2026).pa_navn)
