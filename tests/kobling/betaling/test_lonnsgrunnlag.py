"""The payroll basis opens right in a spreadsheet, says what is taxed, and runs nothing."""

import csv
import io
from dataclasses import replace
from datetime import date

import pytest

from fotfeste.kobling.betaling.lonnsgrunnlag import (
    Forskuddstrekk,
    Juletrekk,
    Korreksjon,
    Lonnsgrunnlagsfeil,
    Lonnslinje,
    forskuddstrekk,
    skriv,
)

KARI = Lonnslinje("01879012345", "Åse Fjell", date(2026, 3, 1), date(2026, 4, 10), 1_716_605, 129_500)


def lest(fil: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(fil.decode("utf-8-sig"), newline=""), delimiter=";"))


def test_en_linje_sier_alt_lønnssystemet_trenger() -> None:
    assert lest(skriv([KARI])) == [
        {
            "fodselsnummer": "01879012345",
            "navn": "Åse Fjell",
            "maned": "2026-03",
            "utbetalt": "2026-04-10",
            "brutto": "17166,05",
            "herav_barnetillegg": "1295,00",
            "trekk": "0,00",
            "til_andre": "0,00",
            "netto": "17166,05",
            "korreksjon": "",
            "forskuddstrekk": "helt",
            "inntektstype": "pensjonEllerTrygd",
            "beskrivelse": "kvalifiseringstoenad",
            "fordel": "kontantytelse",
            "arbeidsgiveravgift": "nei",
        }
    ]


def test_filen_åpner_riktig_i_et_regneark() -> None:
    fil = skriv([KARI])
    assert fil.startswith(b"\xef\xbb\xbffodselsnummer;navn;")
    assert fil.endswith(b"\r\n")


def test_rekkefølgen_inn_betyr_ikke_noe() -> None:
    ola = replace(KARI, fodselsnummer="02879012345", navn="Ola")
    assert skriv([KARI, ola]) == skriv([ola, KARI])


def test_samme_person_to_ganger_blir_en_linje_med_summen() -> None:
    """Two cases in a month: tax is withheld and reported for the person."""
    gift = replace(KARI, navn="Åse Berg", brutto=100_050, barnetillegg=1)
    april = replace(KARI, maned=date(2026, 4, 1))
    fil = skriv([KARI, april, gift])
    assert [(linje["navn"], linje["maned"], linje["brutto"], linje["herav_barnetillegg"]) for linje in lest(fil)] == [
        ("Åse Berg", "2026-03", "18166,55", "1295,01"),
        ("Åse Fjell", "2026-04", "17166,05", "1295,00"),
    ]
    assert skriv([gift, april, KARI]) == fil


@pytest.mark.parametrize("navn", ["=1+1", "+47", "-Kari", "@SUM(A1)", "|calc", "%x"])
def test_navn_som_ligner_en_formel_blir_tekst(navn: str) -> None:
    assert lest(skriv([replace(KARI, navn=navn)]))[0]["navn"] == f"'{navn}"


def test_linjeskift_og_semikolon_i_navn_ødelegger_ikke_filen() -> None:
    assert lest(skriv([replace(KARI, navn='Kari;\r\n"=cmd"')]))[0]["navn"] == 'Kari; "=cmd"'


@pytest.mark.parametrize(
    ("maned", "juletrekk", "ventet"),
    [
        (5, Juletrekk.DESEMBER, Forskuddstrekk.HELT),
        (6, Juletrekk.DESEMBER, Forskuddstrekk.INGEN),
        (6, Juletrekk.NOVEMBER, Forskuddstrekk.INGEN),
        (7, Juletrekk.DESEMBER, Forskuddstrekk.HELT),
        (11, Juletrekk.DESEMBER, Forskuddstrekk.HELT),
        (12, Juletrekk.DESEMBER, Forskuddstrekk.HALVT),
        (11, Juletrekk.NOVEMBER, Forskuddstrekk.HALVT),
        (12, Juletrekk.NOVEMBER, Forskuddstrekk.HELT),
    ],
)
def test_juni_er_trekkfri_og_julemåneden_halv(maned: int, juletrekk: Juletrekk, ventet: Forskuddstrekk) -> None:
    assert forskuddstrekk(date(2026, maned, 1), juletrekk=juletrekk) is ventet


def test_umulige_linjer_stoppes() -> None:
    with pytest.raises(Lonnsgrunnlagsfeil, match="Åse Fjell: fødselsnummeret skal ha 11 sifre"):
        replace(KARI, fodselsnummer="123")
    with pytest.raises(Lonnsgrunnlagsfeil, match="Åse Fjell: beløpene"):
        replace(KARI, brutto=-1)
    with pytest.raises(Lonnsgrunnlagsfeil, match="Åse Fjell: beløpene"):
        replace(KARI, barnetillegg=-1)


def test_det_som_ikke_kom_fram_tas_ut_igjen_med_samme_belop() -> None:
    linje = replace(KARI, trekk=100_000, til_andre=50_000)
    ut = lest(skriv([linje, linje.tilbakefort()]))
    assert [(rad["brutto"], rad["trekk"], rad["til_andre"], rad["netto"], rad["korreksjon"]) for rad in ut] == [
        ("17166,05", "1000,00", "500,00", "15666,05", ""),
        ("-17166,05", "-1000,00", "-500,00", "-15666,05", "kom_ikke_fram"),
    ]
    assert linje.netto + linje.tilbakefort().netto == 0
    assert [rad["korreksjon"] for rad in lest(skriv([linje, linje.gjeninnfort()]))] == ["", "kom_fram_likevel"]
    with pytest.raises(Lonnsgrunnlagsfeil, match="under null"):
        replace(KARI, brutto=1, korreksjon=Korreksjon.KOM_IKKE_FRAM)
