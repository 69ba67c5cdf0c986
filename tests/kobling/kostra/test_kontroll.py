"""Each official control as a story: what it stops, and the closest thing it lets through."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from fotfeste.kobling.kostra import lesing
from fotfeste.kobling.kostra.kontroll import (
    ALLE_KONTROLLER,
    KONTROLLER,
    Alvorlighet,
    kontroller,
    kontroller_etter_oppsett,
)
from fotfeste.kobling.kostra.post import bygg, loft

Linje = Callable[..., str]


def funn(innhold: str, *, aar: int = 2026, region: str = "420400") -> list[tuple[str, tuple[int, ...]]]:
    return [(ett.kontroll.nummer, ett.linjer) for ett in kontroller(innhold, aar=aar, region=region).funn]


def test_en_riktig_post_gir_ingen_funn(linje: Linje) -> None:
    resultat = kontroller(linje(), aar=2026, region="420400")

    assert resultat.alvorlighet is Alvorlighet.OK
    assert resultat.funn == ()
    assert (resultat.antall_poster, resultat.antall_kontroller) == (1, 34)


STOPPER = [
    ("annen kommune enn den som leverer", {"KOMMUNE_NR": "4601"}, "03"),
    ("bydel utenfor Oslo", {"BYDELSNR": "01"}, "03"),
    ("i fjor", {"VERSION": "25"}, "04"),
    ("året er ikke et tall", {"VERSION": "XX"}, "04"),
    ("fødselsdato mangler", {"FODSELSDATO": ""}, "04A"),
    ("fødselsdato med seks sifre", {"FODSELSDATO": "150690"}, "04A"),
    ("måned 13", {"FODSELSDATO": "15131990"}, "04A"),
    ("kontrollsifferet er feil", {"PERSON_FODSELSNR": "15869000017"}, "05"),
    ("nummeret har ti sifre", {"PERSON_FODSELSNR": "1586900001"}, "05"),
    ("uten nummer og uten fødselsdato", {"PERSON_FODSELSNR": "99999900100"}, "05"),
    ("kjønn ikke fylt ut", {"KJONN": ""}, "08"),
    ("sivilstand 6", {"EKTSTAT": "6"}, "09"),
    ("barn ikke besvart", {"BU18": ""}, "10"),
    ("barn uten antall", {"BU18": "1"}, "11"),
    ("barn, men antallet er null", {"BU18": "1", "ANTBU18": "0"}, "11"),
    ("antall uten barn", {"ANTBU18": "1"}, "12"),
    ("fjorten barn", {"BU18": "1", "ANTBU18": "14"}, "13"),
    ("søknad for fem år siden", {"REG_DATO": "31122021"}, "14"),
    ("vedtak mangler", {"VEDTAK_DATO": ""}, "15"),
    ("start etter året", {"BEGYNT_DATO": "01012027"}, "16"),
    ("start for fem år siden", {"BEGYNT_DATO": "31122021"}, "16"),
    ("annen kommune ikke besvart", {"KVP_KOMM": ""}, "19"),
    ("fra en kommune som ikke finnes", {"KVP_KOMM": "1", "KOMMNR_KVP_KOMM": "1201"}, "20"),
    ("sosialhjelp uten type", {"YTELSE_SOSHJELP": "1"}, "21"),
    ("annen støtte ikke besvart", {"KVP_MED_ASTONAD": ""}, "26"),
    ("støtte uten å si hvilken", {"KVP_MED_ASTONAD": "1"}, "27"),
    ("støtte med feil kode i feltet", {"KVP_MED_ASTONAD": "1", "KVP_MED_KOMMBOS": "5"}, "27"),
    ("ingen støtte, men krysset av", {"KVP_MED_ASTONAD": "2", "KVP_MED_KOMMBOS": "4"}, "27"),
    ("status 8", {"STATUS": "8"}, "36"),
    ("fullført uten dato", {"AVSL_DATO": ""}, "37"),
    ("fullført en dag som ikke finnes", {"AVSL_DATO": "29022026"}, "37"),
    ("fullført året før", {"AVSL_DATO": "31122025"}, "37"),
    ("fullført uten situasjon", {"AVSL_ORDINAERTARB": ""}, "38"),
    ("situasjon i feil felt", {"AVSL_ORDINAERTARB": "04"}, "38"),
    ("fullført uten inntektskilde", {"AVSL_VIKTIGSTE_INNTEKT": ""}, "39"),
]


@pytest.mark.parametrize(("endret", "nummer"), [s[1:] for s in STOPPER], ids=[s[0] for s in STOPPER])
def test_kontrollen_stopper(linje: Linje, endret: dict[str, str], nummer: str) -> None:
    resultat = kontroller(linje(**endret), aar=2026, region="420400")

    assert [(ett.kontroll.nummer, ett.linjer) for ett in resultat.funn] == [(nummer, (1,))]
    assert resultat.alvorlighet is Alvorlighet.ERROR
    assert set(resultat.funn[0].felter) & set(endret)


ADVARER = [
    ("født i 1957", {"PERSON_FODSELSNR": "01815700062"}, ["07"]),
    ("ingen måneder", {"STMND_2": "", "STMND_3": ""}, ["28"]),
    ("måneden står i feil felt", {"STMND_2": "03", "STMND_3": ""}, ["28"]),
    ("i program, men summen er null", {"STATUS": "1", "AVSL_DATO": "", "KVP_STONAD": "0"}, ["29"]),
    ("i program, og summen har komma", {"STATUS": "1", "KVP_STONAD": "450,50"}, ["29"]),
    ("måneder uten sum", {"KVP_STONAD": ""}, ["30"]),
    ("i program, sum uten måneder", {"STATUS": "1", "STMND_2": "", "STMND_3": ""}, ["28", "31"]),
    ("over 600 000", {"KVP_STONAD": "600001"}, ["32"]),
]


@pytest.mark.parametrize(("endret", "numre"), [s[1:] for s in ADVARER], ids=[s[0] for s in ADVARER])
def test_kontrollen_advarer(linje: Linje, endret: dict[str, str], numre: list[str]) -> None:
    resultat = kontroller(linje(**endret), aar=2026, region="420400")

    assert [ett.kontroll.nummer for ett in resultat.funn] == numre
    assert resultat.alvorlighet is Alvorlighet.WARNING


SLIPPER = [
    ("30. februar er en fødselsdato", {"FODSELSDATO": "30021990"}),
    ("fødselsdato og nummer er ulike", {"FODSELSDATO": "01011980"}),
    ("gutt uten nummer", {"PERSON_FODSELSNR": "15069000100"}),
    ("tretten barn", {"BU18": "1", "ANTBU18": "13"}),
    ("søknad for fire år siden", {"REG_DATO": "01012022"}),
    ("søknad 31. april", {"REG_DATO": "31042025"}),
    ("vedtak etter start", {"VEDTAK_DATO": "01062026"}),
    ("kommune uoppgitt", {"KVP_KOMM": "1", "KOMMNR_KVP_KOMM": "9999"}),
    ("kode 9 for introduksjonsstønad", {"YTELSE_INTRO": "9"}),
    ("akkurat 600 000", {"KVP_STONAD": "600000"}),
    ("flyttet bydel uten dato", {"STATUS": "6", "AVSL_DATO": ""}),
    ("avbrutt uten situasjon", {"STATUS": "4", "AVSL_ORDINAERTARB": ""}),
    ("avsluttet etter avbrudd uten inntektskilde", {"STATUS": "7", "AVSL_VIKTIGSTE_INNTEKT": ""}),
    (
        "permisjon uten måneder og sum",
        {"STATUS": "2", "AVSL_DATO": "", "STMND_2": "", "STMND_3": "", "KVP_STONAD": ""},
    ),
]


@pytest.mark.parametrize("endret", [s[1] for s in SLIPPER], ids=[s[0] for s in SLIPPER])
def test_kontrollen_slipper_gjennom(linje: Linje, endret: dict[str, str]) -> None:
    assert funn(linje(**endret)) == []


def test_under_18_og_over_68_regnes_i_hele_aar(linje: Linje) -> None:
    # Five digits 99999 say no number is known: the age is that of the date, here 2009 and 1958.
    assert funn(linje(PERSON_FODSELSNR="31120999999")) == [("06", (1,))]
    assert funn(linje(PERSON_FODSELSNR="01010899999")) == []
    assert funn(linje(PERSON_FODSELSNR="31125899999")) == []


def test_samme_nummer_to_ganger_stopper_bare_med_samme_status(linje: Linje) -> None:
    forst, igjen = linje(), linje(PERSON_JOURNALNR="J0000002")
    annen_status = linje(PERSON_JOURNALNR="J0000002", STATUS="4")

    assert funn(f"{forst}\n{igjen}\n") == [("05A", (1,)), ("05A", (2,))]
    assert funn(f"{forst}\n{annen_status}\n") == []


def test_samme_journalnummer_to_ganger_stopper_uansett_status(linje: Linje) -> None:
    assert funn(f"{linje()}\n{linje(STATUS='4')}\n") == [("05B", (1,)), ("05B", (2,))]


def test_oslo_har_bydel_og_slipper_dubletter_og_datoer(linje: Linje) -> None:
    oslo = linje(KOMMUNE_NR="0301", BYDELSNR="15", REG_DATO="", VEDTAK_DATO="", BEGYNT_DATO="")

    assert funn(f"{oslo}\n{oslo}\n", region="030115") == []
    assert funn(linje(KOMMUNE_NR="0301", BYDELSNR="16"), region="030116") == [("03", (1,))]
    assert funn(linje(KOMMUNE_NR="0301"), region="030100") == [("03", (1,))]


@pytest.mark.parametrize("endret", [{"BYDELSNR": "1\t"}, {"SAKSBEHANDLER": "ELLEVE TEGN"}])
def test_linje_som_ikke_passer_stopper_alt_annet(linje: Linje, endret: dict[str, str]) -> None:
    god, gal = linje(), linje(KJONN="", **endret)

    resultat = kontroller(f"{god}\n{gal}\n", aar=2026, region="420400")

    assert [ett.som_kontrakt() for ett in resultat.funn] == [["FATAL", "001", [2]]]
    assert resultat.antall_kontroller == 2


def test_linjeskift_fra_windows_og_tomme_linjer_er_i_orden(linje: Linje) -> None:
    andre = linje(PERSON_JOURNALNR="J0000002", STATUS="4", KJONN="")

    assert funn(f"{linje()}\r\n\r\n{andre}") == [("08", (2,))]


def test_tegn_utenfor_det_vanlige_teller_som_to(linje: Linje) -> None:
    assert funn(linje(SAKSBEHANDLER="æøåđŋ")) == []
    assert funn(linje(SAKSBEHANDLER="😀")) == [("001", (1,))]


def test_meldt_uten_deltakere_skal_vaere_ett_mellomrom(linje: Linje) -> None:
    uten = kontroller(" ", aar=2026, region="420400", har_vedlegg=False)
    likevel = kontroller(linje(), aar=2026, region="420400", har_vedlegg=False)
    glemt = kontroller(" ", aar=2026, region="420400")

    assert uten.alvorlighet is Alvorlighet.OK
    assert uten.funn[0].alvorlighet is Alvorlighet.OK
    assert likevel.funn[0].som_kontrakt() == ["FATAL", "000", []]
    assert "i 2026)" in likevel.funn[0].melding
    assert glemt.alvorlighet is Alvorlighet.FATAL


def test_tom_fil_er_en_feil_uten_funn() -> None:
    resultat = kontroller("", aar=2026, region="420400")

    assert resultat.funn == ()
    assert resultat.alvorlighet is Alvorlighet.ERROR


def test_returkoden_er_den_offisielle() -> None:
    assert [grad.returkode for grad in Alvorlighet] == [0, 1, 2, 2]


def test_kontrollene_forklarer_seg_med_ulike_numre_og_ord() -> None:
    navn = [kontroll.navn for kontroll in ALLE_KONTROLLER]

    assert len(set(navn)) == 34
    assert all(kontroll.melder for kontroll in ALLE_KONTROLLER)


@pytest.mark.parametrize(
    ("nummer", "aar"),
    [
        ("15869000016", 1990),
        ("55869000190", 1990),  # D-number, synthetic
        ("15069050016", 1890),  # individual numbers 500-749 with 54-99: the 1800s
        ("15060550016", 2005),
        ("15064590016", 1945),
        ("15064580016", 2045),  # outside every series
        ("15062800100", 1928),  # more than a year ahead of 2026: a hundred years back
        ("15062700100", 2027),
        ("15469000016", None),  # Dolly
        ("15139000016", None),
        ("32069000100", None),
        ("1506900001x", None),
    ],
)
def test_fodselsaaret_leses_slik_programmet_gjor(nummer: str, aar: int | None) -> None:
    assert lesing.fodselsaar(nummer, 2026) == aar


@pytest.mark.parametrize(
    ("tekst", "tall"), [(" 5", 5), ("+5", 5), ("-5", -5), ("05", 5), ("1_0", 0), ("", 0), ("X1", 0), ("5 1", 0)]
)
def test_heltall_leses_slik_programmet_gjor(tekst: str, tall: int) -> None:
    assert lesing.heltall(tekst) == tall


def test_dato_ved_maanedens_slutt_flyttes_inn_i_maaneden() -> None:
    assert lesing.romslig_dato("31042025") == (2025, 4, 30)
    assert lesing.romslig_dato("30022024") == (2024, 2, 29)
    assert lesing.romslig_dato("29021900") == (1900, 2, 28)
    assert lesing.romslig_dato("01010000") is None
    assert lesing.streng_dato("31042025") is None


# Older years.


def gammel(aar: int, **verdier: str) -> str:
    """The clean record in an older year's layout, without what that year does not have."""
    grunn = {
        "KOMMUNE_NR": "4204",
        "VERSION": str(aar % 100),
        "PERSON_JOURNALNR": "J0000001",
        "PERSON_FODSELSNR": "15869000016",
        "KJONN": "1",
        "EKTSTAT": "1",
        "BU18": "2",
        "KVP_KOMM": "2",
        "KVP_MED_ASTONAD": "2",
        "STMND_2": "02",
        "STATUS": "1",
    }
    return bygg(aar, {**grunn, "KVP_STONAD": 20000, **verdier}).linje()


@pytest.mark.parametrize("aar", [2022, 2023, 2024])
def test_fil_for_eldre_aar_kontrolleres_etter_sitt_eget_oppsett(aar: int) -> None:
    linje = gammel(aar)

    offisielt = kontroller(linje, aar=aar, region="420400")
    vart = kontroller_etter_oppsett(linje, aar=aar, region="420400")

    assert offisielt.alvorlighet is Alvorlighet.FATAL
    assert [ett.kontroll.nummer for ett in vart.funn] == ["14", "15", "16"]  # the dates are left blank
    assert "04A" not in {ett.kontroll.nummer for ett in vart.funn}


def test_eldre_fil_kan_nevne_kommuner_som_er_borte() -> None:
    def numre(aar: int, kommune: str) -> set[str]:
        linje = gammel(aar, KVP_KOMM="1", KOMMNR_KVP_KOMM=kommune)
        svar = kontroller_etter_oppsett(linje, aar=aar, region="420400")
        return {ett.kontroll.nummer for ett in svar.funn}

    assert "20" not in numre(2023, "3005")
    assert "20" in numre(2024, "3005")
    assert "20" in numre(2023, "3301")
    assert "20" not in numre(2024, "3301")


def test_fil_for_2025_og_2026_faar_samme_dom_av_begge(linje: Linje) -> None:
    for aar in (2025, 2026):
        for innhold in (linje(), linje(KJONN="9"), linje()[:-1]):
            offisielt = kontroller(innhold, aar=aar, region="420400")
            assert kontroller_etter_oppsett(innhold, aar=aar, region="420400").funn == offisielt.funn


def test_linje_av_nyeste_aar_er_seg_selv_loftet(linje: Linje) -> None:
    assert loft(2026, linje()) == linje()
    assert {felt for kontroll in KONTROLLER for felt in kontroll.felter}
