"""The bank's notice of movements on the account: ISO 20022 camt.054.001.08, and .02 as the older banks write it.

Money out is a payment booked: each by itself, or one movement for a whole file (a batch). Money in is a return when the
bank says it is one; anything else is kept as what it is, for a person to say what it was. A movement with `RvslInd`
undoes an earlier one and has the direction of the undoing: in, money that had gone out; out, money that had come in.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from xml.etree.ElementTree import Element

from django.utils.translation import gettext as _

from fotfeste.kobling.betaling.bankfil import (
    Bankfil,
    Bankfilfeil,
    Filpost,
    Filslag,
    Filtype,
    arsak,
    belop_i,
    dag,
    heltall,
    kjennetegn,
    krevd,
    meldingsnummer,
    tekst,
)

NAVNEROM = "urn:iso:std:iso:20022:tech:xsd:camt.054.001.08"
LESES = frozenset({NAVNEROM, "urn:iso:std:iso:20022:tech:xsd:camt.054.001.02"})
_UTEN_NAVN = frozenset({"", "NOTPROVIDED"})
_RETURKODER = frozenset({"RRTN", "RPCR", "RIMB", "ARRT"})
"""Families of the bank's transaction code that say a transfer was sent back."""


def les(rot: Element) -> Bankfil:
    """The message below `rot`. Raises Bankfilfeil when something in it is missing or does not add up."""
    melding = rot.find("BkToCstmrDbtCdtNtfctn")
    if melding is None:
        raise Bankfilfeil(_("Filen mangler bevegelsene på kontoen. Hent den fra banken en gang til."))
    return Bankfil(
        Filtype.CAMT054,
        meldingsnummer(melding),
        dag(krevd(melding, "GrpHdr/CreDtTm", _("tidspunktet"))),
        per_konto=tuple((_konto(varsel), tuple(_varsel(varsel))) for varsel in melding.iterfind("Ntfctn")),
    )


def _konto(varsel: Element) -> str:
    """The eleven digits of the account, out of a BBAN or a Norwegian IBAN; another number as it stands."""
    nummer = tekst(varsel, "Acct/Id/Othr/Id") or krevd(varsel, "Acct/Id/IBAN", _("kontonummeret"))
    nummer = nummer.replace(" ", "").upper()
    return nummer[4:] if nummer.startswith("NO") and len(nummer) == 15 else nummer


def _varsel(varsel: Element) -> Iterator[Filpost]:
    for bevegelse in varsel.iterfind("Ntry"):
        yield from _bevegelse(bevegelse)


def _bevegelse(rad: Element) -> Iterator[Filpost]:
    """What one movement says. One that is only announced (INFO) says nothing yet."""
    status = tekst(rad, "Sts/Cd") or tekst(rad, "Sts")
    if status == "INFO":
        return
    if status not in {"BOOK", "PDNG"}:
        raise Bankfilfeil(
            _("Banken bruker «%(kode)s» om en bevegelse, som Fotfeste ikke kjenner.") % {"kode": status[:10]}
        )
    sum_, valuta = belop_i(rad, "Amt")
    if sum_ is None:
        raise Bankfilfeil(_("Filen har en bevegelse uten beløp. Hent den fra banken en gang til."))
    dato, venter = _bokfort(rad), status == "PDNG"
    deler = rad.findall("NtryDtls/TxDtls")
    bunt = rad.find("NtryDtls/Btch")
    antall = heltall(tekst(bunt, "NbOfTxs"))
    if deler:
        hele = sum_ if len(deler) == 1 else None
        poster = [_del(rad, del_, hele, valuta=valuta, dato=dato, venter=venter) for del_ in deler]
        _krev_sum(poster, sum_, valuta, antall)
        yield from poster
    elif antall is not None and not venter and _slag(rad, rad) in {Filslag.BOKFORT, Filslag.UT_SNUDD}:
        yield Filpost(
            _slag(rad, rad),
            belop=sum_,
            valuta=valuta,
            dato=dato,
            bankreferanse=kjennetegn(rad, "AcctSvcrRef"),
            antall=antall,
            gjelder=kjennetegn(bunt, "PmtInfId") or kjennetegn(bunt, "MsgId"),
        )
    else:
        yield _del(rad, rad, sum_, valuta=valuta, dato=dato, venter=venter)


def _bokfort(rad: Element) -> date:
    """The day it was booked; the value day where the bank gives only that."""
    for vei in ("BookgDt/Dt", "BookgDt/DtTm", "ValDt/Dt", "ValDt/DtTm"):
        if verdi := tekst(rad, vei):
            return dag(verdi)
    raise Bankfilfeil(_("Filen har en bevegelse uten dato. Hent den fra banken en gang til."))


def _del(rad: Element, del_: Element, hele: int | None, *, valuta: str, dato: date, venter: bool) -> Filpost:
    belop_, egen = belop_i(del_, "Amt", "AmtDtls/TxAmt/Amt", "AmtDtls/InstdAmt/Amt")
    if belop_ is None:
        if hele is None:
            raise Bankfilfeil(_("Filen har en betaling uten beløp. Hent den fra banken en gang til."))
        belop_, egen = hele, valuta
    ende_til_ende = kjennetegn(del_, "Refs/EndToEndId")
    arsak_kode, arsak_tekst = arsak(del_, "RtrInf")
    return Filpost(
        Filslag.VENTER if venter else _slag(rad, del_),
        "" if ende_til_ende in _UTEN_NAVN else ende_til_ende,
        belop_,
        egen,
        dato,
        arsak_kode,
        arsak_tekst,
        kjennetegn(del_, "Refs/AcctSvcrRef") or kjennetegn(rad, "AcctSvcrRef"),
        _motpart(del_),
    )


def _slag(rad: Element, del_: Element) -> Filslag:
    """Out: booked. In: a return, when the bank says so. Turned round: what it undoes."""
    snudd = tekst(rad, "RvslInd") in {"true", "1"}
    # The movement's own way counts for what is turned round: its parts may tell of the first one.
    retning = (not snudd and tekst(del_, "CdtDbtInd")) or tekst(rad, "CdtDbtInd")
    if retning == "DBIT":
        return Filslag.INN_SNUDD if snudd else Filslag.BOKFORT
    if retning != "CRDT":
        raise Bankfilfeil(_("Filen sier ikke om pengene gikk ut eller kom inn. Spør banken."))
    kode = tekst(del_, "BkTxCd/Domn/Fmly/SubFmlyCd") or tekst(rad, "BkTxCd/Domn/Fmly/SubFmlyCd")
    if del_.find("RtrInf") is not None or kode in _RETURKODER:
        return Filslag.RETUR
    return Filslag.UT_SNUDD if snudd else Filslag.INN


def _motpart(del_: Element) -> str:
    """Who it went to or came from, as far as the bank says: the name the payment can be known again by."""
    for vei in ("RltdPties/Cdtr/Pty/Nm", "RltdPties/Cdtr/Nm", "RltdPties/Dbtr/Pty/Nm", "RltdPties/Dbtr/Nm"):
        if navn := tekst(del_, vei):
            return navn[:140]
    return ""


def _krev_sum(poster: list[Filpost], sum_: int, valuta: str, antall: int | None) -> None:
    """The parts of a movement must be all of it, to the øre: a file that lacks one is not read."""
    if antall is not None and antall != len(poster):
        raise Bankfilfeil(
            _("Banken sier at en bevegelse har %(sagt)s betalinger, men filen viser %(vist)s. Hent den en gang til.")
            % {"sagt": antall, "vist": len(poster)}
        )
    if all(post.valuta == valuta for post in poster) and sum(post.belop or 0 for post in poster) != sum_:
        raise Bankfilfeil(_("Delene av en bevegelse er ikke lik summen av den. Hent filen fra banken en gang til."))
