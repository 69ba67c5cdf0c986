"""The bank's file: valid against the schema, exact to the øre, the same each time, and nobody twice."""

import io
import re
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import lru_cache
from pathlib import Path

import pytest
import xmlschema
from hypothesis import given, settings
from hypothesis import strategies as st

import fotfeste.kobling.betaling.pain001 as pain001
from fotfeste.kobling.betaling.kontonummer import kontrollsiffer
from fotfeste.kobling.betaling.pain001 import Betaling, Betalingsfeil, Oppdragsgiver, belop_tekst, skriv
from fotfeste.kobling.betaling.tegnsett import TILLATT, bankvask

KOMMUNEN = Oppdragsgiver("Bergen kommune", "964338531", "1234.56.78903", "DNBANOKK")
NAVNEROM = {"p": pain001.NAVNEROM}


@lru_cache(maxsize=1)
def skjema() -> xmlschema.XMLSchema:
    return xmlschema.XMLSchema(Path(pain001.__file__).with_name("pain001.xsd"))


def fil(*betalinger: Betaling, melding_id: str = "UTB-2026-03-1") -> bytes:
    return skriv(
        KOMMUNEN,
        betalinger,
        melding_id=melding_id,
        opprettet=datetime(2026, 4, 7, 8, 30, tzinfo=UTC),
        betalingsdato=date(2026, 4, 10),
    )


def betaling(nr: int = 1, belop: int = 1_716_600, navn: str = "Kari Fjell", tekst: str = "Stønad mars") -> Betaling:
    return Betaling(f"UTB-2026-03-{nr:05d}", navn, "12345678903", belop, tekst)


@st.composite
def kontonumre(draw: st.DrawFn) -> str:
    ti = draw(st.from_regex(r"[0-9]{10}", fullmatch=True).filter(lambda sifre: kontrollsiffer(sifre) is not None))
    return f"{ti}{kontrollsiffer(ti)}"


def test_filen_er_gyldig_og_sier_hvem_som_får_hva() -> None:
    xml = fil(betaling(1), betaling(2, 90, "Ola Strand"))
    skjema().validate(io.BytesIO(xml))
    assert xml.startswith(b'<?xml version="1.0" encoding="UTF-8"?>\n<Document xmlns="urn:iso:std:iso:20022:')
    tekst = xml.decode()
    assert tekst.count("<NbOfTxs>2</NbOfTxs>") == 2
    assert tekst.count("<CtrlSum>17166.90</CtrlSum>") == 2
    assert '<InstdAmt Ccy="NOK">17166.00</InstdAmt>' in tekst
    assert '<InstdAmt Ccy="NOK">0.90</InstdAmt>' in tekst
    assert "<ReqdExctnDt><Dt>2026-04-10</Dt></ReqdExctnDt>" in tekst
    assert "<Id>12345678903</Id><SchmeNm><Cd>BBAN</Cd></SchmeNm>" in tekst
    assert "<Ustrd>Stønad mars</Ustrd>" in tekst


def test_kid_går_som_mottakerens_egen_referanse() -> None:
    xml = fil(replace(betaling(), kid="0012345678"))
    skjema().validate(io.BytesIO(xml))
    assert b"<Cd>SCOR</Cd></CdOrPrtry></Tp><Ref>0012345678</Ref>" in xml
    assert b"<Ustrd>" not in xml
    with pytest.raises(Betalingsfeil, match="2–25 sifre"):
        replace(betaling(), kid="12a")


@pytest.mark.parametrize(
    ("rett", "galt"),
    [
        (b"<PmtMtd>TRF</PmtMtd>", b""),
        (b"<PmtMtd>TRF</PmtMtd>", b"<PmtMtd>KONTANT</PmtMtd>"),
        (b"17166.00</InstdAmt>", b"17166.000001</InstdAmt>"),
        (b"17166.00</InstdAmt>", b"-1</InstdAmt>"),
        (b"<Dt>2026-04-10</Dt>", b"<Dt>10.04.2026</Dt>"),
        (b"<BICFI>DNBANOKK</BICFI>", b"<BICFI>DNB</BICFI>"),
        (b"<Nm>Kari Fjell</Nm>", b"<Navn>Kari Fjell</Navn>"),
    ],
)
def test_skjemaet_avviser_en_fil_som_er_gal(rett: bytes, galt: bytes) -> None:
    xml = fil(betaling())
    assert rett in xml
    assert not skjema().is_valid(io.BytesIO(xml.replace(rett, galt, 1)))


def test_samme_kjøring_gir_samme_fil() -> None:
    assert fil(betaling()) == fil(betaling())
    assert fil(betaling()) != fil(betaling(), melding_id="UTB-2026-03-2")


def test_samme_betaling_to_ganger_stoppes() -> None:
    with pytest.raises(Betalingsfeil, match="UTB-2026-03-00001 står flere ganger"):
        fil(betaling(1), betaling(2), betaling(1, 100))


def test_uten_betalinger_blir_det_ingen_fil() -> None:
    with pytest.raises(Betalingsfeil, match="ingen betalinger"):
        fil()


@pytest.mark.parametrize("belop", [0, -1, 10**13 + 1])
def test_umulige_beløp_stoppes(belop: int) -> None:
    with pytest.raises(Betalingsfeil, match="kan ikke betales"):
        betaling(belop=belop)


@pytest.mark.parametrize("ident", ["", "a" * 36, "/a", "a//b", "a/", "å", " a", "a\n", "a "])
def test_kjennetegn_som_banken_ikke_tar_stoppes(ident: str) -> None:
    with pytest.raises(Betalingsfeil, match="1–35 vanlige tegn"):
        Betaling(ident, "Kari", "12345678903", 1, "")
    with pytest.raises(Betalingsfeil, match="1–35 vanlige tegn"):
        fil(betaling(), melding_id=ident)


def test_klokkeslett_uten_tidssone_stoppes() -> None:
    uten_sone = datetime(2026, 4, 7, 8, 30, tzinfo=UTC).replace(tzinfo=None)
    with pytest.raises(Betalingsfeil, match="tidssone"):
        skriv(KOMMUNEN, [betaling()], melding_id="a", opprettet=uten_sone, betalingsdato=date(2026, 4, 10))


@pytest.mark.parametrize(
    ("orgnr", "bic", "navn", "melding"),
    [
        ("96433853", "DNBANOKK", "Bergen", "ni sifre"),
        ("964338531", "DNB", "Bergen", "8 eller 11 tegn"),
        ("964338531", "DNBANOKK", "李", "må ha et navn"),
    ],
)
def test_oppdragsgiver_må_være_hel(orgnr: str, bic: str, navn: str, melding: str) -> None:
    with pytest.raises(Betalingsfeil, match=melding):
        Oppdragsgiver(navn, orgnr, "12345678903", bic)


def test_navn_uten_en_eneste_kjent_bokstav_forklares() -> None:
    with pytest.raises(Betalingsfeil, match="slik det står i banken"):
        betaling(navn="محمد")


def test_tom_tekst_utelates() -> None:
    xml = fil(betaling(tekst="🙂"))
    skjema().validate(io.BytesIO(xml))
    assert b"RmtInf" not in xml


@pytest.mark.parametrize(
    ("tekst", "vasket"),
    [
        ("  Åse-Märta\tÉlan & Sønn ", "Åse-Mærta Elan + Sønn"),
        ("//REC/Łukasz Þór", "REC/Lukasz Thor"),
        ("a//b///c", "a/b/c"),
        ("<Document>", "Document"),
        ("Olena Шевченко", "Olena"),
        ("½ x²", "1 2 x2"),
        ("", ""),
    ],
)
def test_tekst_vaskes_til_bankens_tegn(tekst: str, vasket: str) -> None:
    assert bankvask(tekst, maks=70) == vasket


@given(st.text(max_size=200), st.integers(min_value=1, max_value=140))
def test_vasket_tekst_holder_seg_innenfor(tekst: str, maks: int) -> None:
    vasket = bankvask(tekst, maks=maks)
    assert set(vasket) <= TILLATT
    assert len(vasket) <= maks
    assert "//" not in vasket
    assert not vasket.startswith(("/", " "))


@given(st.lists(st.integers(min_value=1, max_value=10**9), min_size=1, max_size=60))
def test_kontrollsummen_er_summen(belop: list[int]) -> None:
    tekst = fil(*(betaling(nr, verdi) for nr, verdi in enumerate(belop))).decode()
    summer = re.findall(r"<CtrlSum>(.*?)</CtrlSum>", tekst)
    enkeltvis = [Decimal(tall) for tall in re.findall(r'Ccy="NOK">(.*?)<', tekst)]
    assert [Decimal(tall) for tall in summer] == [sum(enkeltvis), sum(enkeltvis)]
    assert sum(enkeltvis) == Decimal(sum(belop)) / 100
    assert len(enkeltvis) == len(belop)


@given(st.integers(min_value=0, max_value=10**15))
def test_beløp_skrives_eksakt(ore: int) -> None:
    assert Decimal(belop_tekst(ore)) * 100 == ore
    assert re.fullmatch(r"[0-9]+\.[0-9]{2}", belop_tekst(ore))


@settings(max_examples=40)
@given(navn=st.text(min_size=1, max_size=120), tekst=st.text(max_size=200), konto=kontonumre())
def test_filen_er_gyldig_uansett_navn_og_tekst(navn: str, tekst: str, konto: str) -> None:
    xml = fil(Betaling("UTB-1", f"A{navn}", konto, 1, tekst))
    skjema().validate(io.BytesIO(xml))


def test_tolv_tusen_betalinger_er_gyldige() -> None:
    xml = fil(*(betaling(nr, 1_000_000 + nr) for nr in range(12_000)))
    assert xml.count(b"<CdtTrfTxInf>") == 12_000
    assert b"<CtrlSum>120719940.00</CtrlSum>" in xml
