"""A bank to try with: it takes a pain.001 and gives the answers a bank would, the same every time for the same seed.

Used by the demo and the tests. It books what it is told to, refuses an account it is told not to know, and sends back
what it is told came to a closed one. It is no copy of any bank; that its files are messages a bank may send is what the
schemas beside it (`pain002.xsd`, `camt054.xsd`) hold.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from random import Random

from fotfeste.grunnmur import klokke
from fotfeste.kobling.betaling import camt054, pain001, pain002
from fotfeste.kobling.betaling.bankfil import Bankfilfeil, belop, krevd, les_xml
from fotfeste.kobling.betaling.skriving import e, t
from fotfeste.regelverk.tid import virkedager_etter


class Utfall(StrEnum):
    """What becomes of a payment."""

    BOKFORT = "bokfort"
    AVVIST = "avvist"
    RETUR = "retur"


@dataclass(frozen=True, slots=True)
class Banksvar:
    """The bank's files: what it says on receiving (pain.002), on the day of payment, and when money comes back."""

    kvittering: bytes
    bokforing: bytes
    retur: bytes | None


@dataclass(frozen=True, slots=True)
class _Betaling:
    ende_til_ende: str
    belop: int
    navn: str
    utfall: Utfall


@dataclass(frozen=True, slots=True)
class _Oppdrag:
    melding_id: str
    antall: str
    sum: str
    konto: str
    dag: date
    betalinger: tuple[_Betaling, ...]


def trekk_utfall(ende_til_ende: Sequence[str], *, fro: int, avvist: int = 0, retur: int = 0) -> dict[str, Utfall]:
    """Draw which payments go wrong: so many refused and so many returned, never more than there are."""
    valgt = Random(fro).sample(sorted(ende_til_ende), min(avvist + retur, len(ende_til_ende)))  # noqa: S311 - which, not what
    return {ident: Utfall.AVVIST if nr < avvist else Utfall.RETUR for nr, ident in enumerate(valgt)}


def betalinger_i(fil: bytes) -> list[str]:
    """The end-to-end ids of a pain.001, in its order."""
    return [betaling.ende_til_ende for betaling in _les(fil, {}).betalinger]


def svar(fil: bytes, utfall: Mapping[str, Utfall] | None = None, *, samlet: bool = False) -> Banksvar:
    """The answers to a pain.001; what `utfall` does not name is booked on the day of payment.

    With `samlet` the account has one movement for the whole file, as a bank that books batches does.
    """
    oppdrag = _les(fil, utfall or {})
    bokfort = [b for b in oppdrag.betalinger if b.utfall != Utfall.AVVIST]
    returer = [b for b in oppdrag.betalinger if b.utfall == Utfall.RETUR]
    tilbake = virkedager_etter(oppdrag.dag, 2)
    return Banksvar(
        kvittering=_kvittering(oppdrag),
        bokforing=_varsel(
            oppdrag, "B", oppdrag.dag, _samlet(oppdrag, bokfort) if samlet else [_ut(oppdrag, b) for b in bokfort]
        ),
        retur=_varsel(oppdrag, "R", tilbake, [_inn(tilbake, b) for b in returer]) if returer else None,
    )


def _les(fil: bytes, utfall: Mapping[str, Utfall]) -> _Oppdrag:
    navnerom, rot = les_xml(fil)
    if navnerom != pain001.NAVNEROM:
        raise Bankfilfeil("Prøvebanken tar imot pain.001.001.09.")
    hode, oppdrag = rot.find("CstmrCdtTrfInitn/GrpHdr"), rot.find("CstmrCdtTrfInitn/PmtInf")
    if hode is None or oppdrag is None:
        raise Bankfilfeil("Betalingsfilen er ikke hel.")
    betalinger = []
    for rad in oppdrag.iterfind("CdtTrfTxInf"):
        ident = krevd(rad, "PmtId/EndToEndId", "kjennetegnet")
        sum_, navn = belop(krevd(rad, "Amt/InstdAmt", "beløpet")), krevd(rad, "Cdtr/Nm", "navnet")
        betalinger.append(_Betaling(ident, sum_, navn, utfall.get(ident, Utfall.BOKFORT)))
    return _Oppdrag(
        krevd(hode, "MsgId", "nummeret"),
        krevd(hode, "NbOfTxs", "antallet"),
        krevd(hode, "CtrlSum", "summen"),
        krevd(oppdrag, "DbtrAcct/Id/Othr/Id", "kontoen"),
        date.fromisoformat(krevd(oppdrag, "ReqdExctnDt/Dt", "dagen")),
        tuple(betalinger),
    )


def _kvittering(oppdrag: _Oppdrag) -> bytes:
    """Accepted whole, or in part with a line for each payment that is refused and each that is not."""
    avviste = [b for b in oppdrag.betalinger if b.utfall == Utfall.AVVIST]
    status = "RJCT" if len(avviste) == len(oppdrag.betalinger) else "PART" if avviste else "ACCP"
    gruppe = e(
        "OrgnlGrpInfAndSts",
        t("OrgnlMsgId", oppdrag.melding_id),
        t("OrgnlMsgNmId", "pain.001.001.09"),
        t("OrgnlNbOfTxs", oppdrag.antall),
        t("OrgnlCtrlSum", oppdrag.sum),
        t("GrpSts", status),
    )
    rader = [_svar(betaling) for betaling in oppdrag.betalinger] if avviste else []
    oppdragssvar = e("OrgnlPmtInfAndSts", t("OrgnlPmtInfId", oppdrag.melding_id), t("PmtInfSts", status), *rader)
    hode = e("GrpHdr", t("MsgId", _nummer(oppdrag, "K")), t("CreDtTm", _tid(oppdrag.dag - timedelta(days=1))))
    return _dokument(pain002.NAVNEROM, e("CstmrPmtStsRpt", hode, gruppe, oppdragssvar))


def _svar(betaling: _Betaling) -> str:
    avvist = betaling.utfall == Utfall.AVVIST
    grunn = e("StsRsnInf", e("Rsn", t("Cd", "AC01")), t("AddtlInf", "Kontonummeret finnes ikke"))
    return e(
        "TxInfAndSts",
        t("OrgnlEndToEndId", betaling.ende_til_ende),
        t("TxSts", "RJCT" if avvist else "ACCP"),
        *([grunn] if avvist else []),
    )


def _varsel(oppdrag: _Oppdrag, slag: str, dag: date, bevegelser: Iterable[str]) -> bytes:
    konto = e("Acct", e("Id", e("Othr", t("Id", oppdrag.konto), e("SchmeNm", t("Cd", "BBAN")))), t("Ccy", "NOK"))
    nummer = _nummer(oppdrag, slag)
    return _dokument(
        camt054.NAVNEROM,
        e(
            "BkToCstmrDbtCdtNtfctn",
            e("GrpHdr", t("MsgId", nummer), t("CreDtTm", _tid(dag))),
            e("Ntfctn", t("Id", nummer), t("CreDtTm", _tid(dag)), konto, *bevegelser),
        ),
    )


def _ut(oppdrag: _Oppdrag, betaling: _Betaling) -> str:
    return _bevegelse(
        betaling.belop,
        "DBIT",
        oppdrag.dag,
        f"U{betaling.ende_til_ende[3:]}",
        e(
            "TxDtls",
            e("Refs", t("PmtInfId", oppdrag.melding_id), t("EndToEndId", betaling.ende_til_ende)),
            _belop(betaling.belop),
            t("CdtDbtInd", "DBIT"),
            e("RltdPties", e("Cdtr", e("Pty", t("Nm", betaling.navn)))),
        ),
    )


def _samlet(oppdrag: _Oppdrag, betalinger: Sequence[_Betaling]) -> list[str]:
    bunt = e("Btch", t("PmtInfId", oppdrag.melding_id), t("NbOfTxs", str(len(betalinger))))
    sum_ = sum(betaling.belop for betaling in betalinger)
    return [_bevegelse(sum_, "DBIT", oppdrag.dag, f"S{oppdrag.melding_id}", bunt)] if betalinger else []


def _inn(dag: date, betaling: _Betaling) -> str:
    return _bevegelse(
        betaling.belop,
        "CRDT",
        dag,
        f"I{betaling.ende_til_ende[3:]}",
        e(
            "TxDtls",
            e("Refs", t("EndToEndId", betaling.ende_til_ende)),
            _belop(betaling.belop),
            t("CdtDbtInd", "CRDT"),
            e("RltdPties", e("Cdtr", e("Pty", t("Nm", betaling.navn)))),
            e("RtrInf", e("Rsn", t("Cd", "AC04")), t("AddtlInf", "Kontoen er avsluttet")),
        ),
        familie="RRTN",
    )


def _bevegelse(ore: int, retning: str, dag: date, referanse: str, deler: str, *, familie: str = "DMCT") -> str:
    kode = e("BkTxCd", e("Domn", t("Cd", "PMNT"), e("Fmly", t("Cd", "ICDT"), t("SubFmlyCd", familie))))
    return e(
        "Ntry",
        _belop(ore),
        t("CdtDbtInd", retning),
        e("Sts", t("Cd", "BOOK")),
        e("BookgDt", t("Dt", dag.isoformat())),
        t("AcctSvcrRef", referanse[:35]),
        kode,
        e("NtryDtls", deler),
    )


def _belop(ore: int) -> str:
    return f'<Amt Ccy="NOK">{pain001.belop_tekst(ore)}</Amt>'


def _nummer(oppdrag: _Oppdrag, slag: str) -> str:
    return f"{slag}-{oppdrag.melding_id}"[:35]


def _tid(dag: date) -> str:
    return datetime.combine(dag, time(6), klokke.OSLO).isoformat()


def _dokument(navnerom: str, innhold: str) -> bytes:
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<Document xmlns="{navnerom}">{innhold}</Document>\n'.encode()
