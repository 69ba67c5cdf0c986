"""The bank's messages: both versions of both, exact to the øre, and refused in words when they cannot be right."""

from __future__ import annotations

import contextlib
import io
from datetime import UTC, date, datetime
from functools import lru_cache
from pathlib import Path

import pytest
import xmlschema
from hypothesis import given, settings
from hypothesis import strategies as st

from fotfeste.kobling.betaling import bankfil, camt054, falsk_bank, pain001, pain002
from fotfeste.kobling.betaling.bankfil import Bankfil, Bankfilfeil, Filslag, Filtype, belop, les_xml
from fotfeste.kobling.betaling.bankfiler import forsta
from fotfeste.kobling.betaling.falsk_bank import Utfall

KOMMUNEN = pain001.Oppdragsgiver("Fjordvik", "910000004", "15032080119", "DNBANOKK")
DAG = date(2026, 6, 12)


def sendt(*belop_: int) -> bytes:
    """A file to the bank with these amounts."""
    betalinger = [
        pain001.Betaling(f"KVP202605{nr:024x}", f"Testine{chr(97 + nr)}", "12345678903", ore, "Stønad")
        for nr, ore in enumerate(belop_)
    ]
    opprettet = datetime(2026, 6, 3, 8, tzinfo=UTC)
    return pain001.skriv(
        KOMMUNEN, betalinger, melding_id="KVP202605" + "a" * 20, opprettet=opprettet, betalingsdato=DAG
    )


@lru_cache
def skjema(navn: str) -> xmlschema.XMLSchema:
    return xmlschema.XMLSchema(Path(bankfil.__file__).with_name(f"{navn}.xsd"))


def _alle_svar(fil: bytes, utfall: dict[str, Utfall], *, samlet: bool = False) -> list[tuple[str, bytes]]:
    svar = falsk_bank.svar(fil, utfall, samlet=samlet)
    filer = [("pain002", svar.kvittering), ("camt054", svar.bokforing)]
    return [*filer, ("camt054", svar.retur)] if svar.retur else filer


def _poster(fil: Bankfil) -> list[tuple[str, str, int | None, date | None, str]]:
    alle = [*fil.poster, *(post for _konto, poster in fil.per_konto for post in poster)]
    return [(post.slag, post.ende_til_ende, post.belop, post.dato, post.arsak_kode) for post in alle]


@pytest.mark.parametrize("samlet", [False, True])
@pytest.mark.parametrize("avvist", [0, 1, 3])
def test_prøvebankens_filer_er_gyldige_og_leses(avvist: int, samlet: bool) -> None:
    fil = sendt(2_143_800, 90, 1_700_050)
    idents = falsk_bank.betalinger_i(fil)
    utfall = falsk_bank.trekk_utfall(idents, fro=7, avvist=avvist, retur=1)
    assert utfall == falsk_bank.trekk_utfall(list(reversed(idents)), fro=7, avvist=avvist, retur=1)
    for navn, svar in _alle_svar(fil, utfall, samlet=samlet):
        skjema(navn).validate(io.BytesIO(svar))
        lest = forsta(svar)
        assert lest.type == navn
        assert lest.melding_id.endswith("a" * 20)


def _som_eldre(svar: bytes) -> bytes:
    """As a bank with the older versions writes the same."""
    return (
        svar.replace(b"pain.002.001.10", b"pain.002.001.03")
        .replace(b"camt.054.001.08", b"camt.054.001.02")
        .replace(b"<Sts><Cd>BOOK</Cd></Sts>", b"<Sts>BOOK</Sts>")
        .replace(b"<Cdtr><Pty><Nm>", b"<Cdtr><Nm>")
        .replace(b"</Nm></Pty></Cdtr>", b"</Nm></Cdtr>")
    )


@pytest.mark.parametrize("eldre", [False, True])
def test_begge_versjoner_sier_det_samme(eldre: bool) -> None:
    fil = sendt(2_143_805, 90)
    en, to = falsk_bank.betalinger_i(fil)
    svarene = falsk_bank.svar(fil, {en: Utfall.AVVIST, to: Utfall.RETUR})
    assert svarene.retur
    kvittering, bokforing, retur = (
        forsta(_som_eldre(svar) if eldre else svar) for svar in (svarene.kvittering, svarene.bokforing, svarene.retur)
    )
    assert (kvittering.type, kvittering.fil_id, kvittering.antall, kvittering.sum) == (
        Filtype.PAIN002, "KVP202605" + "a" * 20, 2, 2_143_895,
    )  # fmt: skip
    assert kvittering.resten is None
    assert _poster(kvittering) == [
        (Filslag.AVVIST, en, None, None, "AC01"),
        (Filslag.GODTATT, to, None, None, ""),
    ]
    assert bokforing.per_konto[0][0] == "15032080119"
    assert _poster(bokforing) == [(Filslag.BOKFORT, to, 90, DAG, "")]
    assert _poster(retur) == [(Filslag.RETUR, to, 90, date(2026, 6, 16), "AC04")]
    assert retur.per_konto[0][1][0].motpart == "Testineb"
    assert retur.per_konto[0][1][0].arsak_tekst == "Kontoen er avsluttet"


def _kvittering(**endret: str) -> bytes:
    fil = sendt(100)
    svar = falsk_bank.svar(fil).kvittering.decode()
    for gammelt, nytt in (("GrpSts", endret.get("gruppe")), ("PmtInfSts", endret.get("oppdrag"))):
        if nytt is not None:
            svar = svar.replace(f"<{gammelt}>ACCP</{gammelt}>", f"<{gammelt}>{nytt}</{gammelt}>" if nytt else "")
    if rad := endret.get("rad"):
        svar = svar.replace("</OrgnlPmtInfAndSts>", f"<TxInfAndSts>{rad}</TxInfAndSts></OrgnlPmtInfAndSts>")
    return svar.encode()


@pytest.mark.parametrize(
    ("gruppe", "oppdrag", "slag"),
    [
        ("ACCP", "", Filslag.GODTATT),
        ("PART", "ACSC", Filslag.GODTATT),
        ("ACSP", "ACWC", Filslag.GODTATT),
        ("PDNG", "", Filslag.VENTER),
        ("RJCT", "", Filslag.AVVIST),
        ("ACCP", "RJCT", Filslag.AVVIST),
        ("PART", "PART", None),
        ("", "", None),
    ],
)
def test_det_som_er_sagt_om_alle(gruppe: str, oppdrag: str, slag: Filslag | None) -> None:
    """The instruction's word holds over the file's; «in part» says nothing of those that are not named."""
    resten = forsta(_kvittering(gruppe=gruppe, oppdrag=oppdrag)).resten
    assert (resten.slag if resten else None) == slag


BOKFORT = falsk_bank.svar(sendt(100)).bokforing
SAMLET = falsk_bank.svar(sendt(100), samlet=True).bokforing
E2E = "<OrgnlEndToEndId>KVP1</OrgnlEndToEndId>"


@pytest.mark.parametrize(
    ("fil", "setning"),
    [
        (_kvittering(gruppe="RJCT"), "både at hele oppdraget er avvist"),
        (_kvittering(gruppe="HURRA"), "som Fotfeste ikke kjenner"),
        (_kvittering(rad="<TxSts>ACCP</TxSts>"), "uten å si hvilken"),
        (_kvittering(rad=E2E), "mangler svaret på en betaling"),
        (_kvittering(oppdrag="RJCT", rad=f"{E2E}<TxSts>ACCP</TxSts>"), "både at hele oppdraget er avvist"),
        (_kvittering().replace(b"<OrgnlMsgId>", b"<Annet>").replace(b"</OrgnlMsgId>", b"</Annet>"), "hvilken fil"),
        (falsk_bank.svar(sendt(100)).bokforing.replace(b'Ccy="NOK">1.00', b'Ccy="NOK">1.001', 1), "kroner og øre"),
        (falsk_bank.svar(sendt(100)).bokforing.replace(b'Ccy="NOK">1.00', b'Ccy="NOK">2.00', 1), "ikke lik summen"),
        (falsk_bank.svar(sendt(100)).bokforing.replace(b">2026-06-12<", b">12.06.2026<"), "er ikke en dato"),
        (BOKFORT.replace(b">2026-06-12<", b">9999-12-31<"), "kan ikke være riktig"),
        (BOKFORT.replace(b">2026-06-12T06:00:00+02:00<", b">9999-12-31T23:59:00-12:00<"), "kan ikke være riktig"),
        (BOKFORT.replace(b"<AcctSvcrRef>", b"<AcctSvcrRef>" + b"x" * 35), "mer enn 35 tegn"),
        (BOKFORT.replace(b"<EndToEndId>", b"<EndToEndId>" + b"x" * 35), "mer enn 35 tegn"),
        (BOKFORT.replace(b"<MsgId>", b"<MsgId>" + b"x" * 35), "mer enn 35 tegn"),
        (BOKFORT.replace(b'Ccy="NOK"', b'Ccy="NOKK"'), "er ikke en valuta"),
        (BOKFORT.replace(b">1.00<", b">10000000000000.00<"), "kroner og øre"),
        (SAMLET.replace(b"<NbOfTxs>1<", b"<NbOfTxs>2147483648<"), "er ikke et antall"),
        (falsk_bank.svar(sendt(100)).bokforing.replace(b">BOOK<", b">HURRA<"), "som Fotfeste ikke kjenner"),
        (falsk_bank.svar(sendt(100)).bokforing.replace(b"DBIT", b"UT"), "gikk ut eller kom inn"),
        (falsk_bank.svar(sendt(100)).bokforing[:-30], "kuttet eller skadet"),
        (sendt(100), "filen til banken"),
        (b'<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"/>', "kontoutskrift"),
        (b'<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.054.001.13"/>', "en versjon Fotfeste ikke leser"),
        (b'<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.054.001.08"/>', "mangler bevegelsene"),
        (b"\xff\xfe<a/>", "ikke et svar fra banken"),
        (b'<?xml version="1.0" encoding="rot13"?><a/>', "banken"),
        (b"<a>" * 60, "bygd på en måte"),
        (b'<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>', "DOCTYPE"),
    ],
)  # fmt: skip
def test_det_som_ikke_kan_være_riktig_avvises_med_en_setning(fil: bytes, setning: str) -> None:
    with pytest.raises(Bankfilfeil, match=setning):
        forsta(fil)


def test_en_bevegelse_som_bare_er_varslet_sier_ingenting_og_en_iban_er_kontoen() -> None:
    svar = falsk_bank.svar(sendt(100)).bokforing
    assert _poster(forsta(svar.replace(b">BOOK<", b">INFO<"))) == []
    assert _poster(forsta(svar.replace(b">BOOK<", b">PDNG<")))[0][0] == Filslag.VENTER
    med_iban = svar.replace(
        b"<Othr><Id>15032080119</Id><SchmeNm><Cd>BBAN</Cd></SchmeNm></Othr>", b"<IBAN>NO9315032080119</IBAN>"
    )
    assert forsta(med_iban).per_konto[0][0] == "15032080119"
    euro = forsta(svar.replace(b'Ccy="NOK"', b'Ccy="EUR"')).per_konto[0][1][0]
    assert (euro.belop, euro.valuta) == (100, "EUR")
    inn = forsta(svar.replace(b"DBIT", b"CRDT")).per_konto[0][1][0]
    assert inn.slag == Filslag.INN
    snudd = forsta(
        svar.replace(
            b"<CdtDbtInd>DBIT</CdtDbtInd><Sts>", b"<CdtDbtInd>CRDT</CdtDbtInd><RvslInd>true</RvslInd><Sts>"
        ).replace(b"DBIT", b"CRDT")
    )
    assert snudd.per_konto[0][1][0].slag == Filslag.UT_SNUDD
    tatt_tilbake = forsta(
        svar.replace(b"<CdtDbtInd>DBIT</CdtDbtInd><Sts>", b"<CdtDbtInd>DBIT</CdtDbtInd><RvslInd>true</RvslInd><Sts>")
    )
    assert tatt_tilbake.per_konto[0][1][0].slag == Filslag.INN_SNUDD


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**15 - 1), st.sampled_from(["", "0", "000"]))
def test_beløpet_kommer_ut_som_det_gikk_inn(ore: int, nuller: str) -> None:
    assert belop(pain001.belop_tekst(ore) + nuller) == ore


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_hva_som_helst_gir_en_setning_og_aldri_et_krasj(innhold: bytes) -> None:
    with pytest.raises(Bankfilfeil):
        forsta(innhold)


@settings(max_examples=80, deadline=None)
@given(st.data())
def test_en_fil_som_er_ødelagt_ett_sted_leses_eller_avvises(data: st.DataObject) -> None:
    svar = bytearray(falsk_bank.svar(sendt(2_143_800, 90)).bokforing)
    svar[data.draw(st.integers(0, len(svar) - 1))] = data.draw(st.integers(0, 255))
    with contextlib.suppress(Bankfilfeil):
        forsta(bytes(svar))


def test_for_stor_fil_avvises(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bankfil, "MAKS_BYTES", 10)
    with pytest.raises(Bankfilfeil, match="større enn 25 MB"):
        les_xml(b"<a>" + b" " * 10)


def test_navnerommene_er_skjemaenes() -> None:
    assert pain002.NAVNEROM in skjema("pain002").target_namespace
    assert camt054.NAVNEROM in skjema("camt054").target_namespace
