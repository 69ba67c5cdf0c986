"""The bank's answer to a payment file: ISO 20022 pain.002.001.10, and .03 as the older banks write it.

The answer stands on three levels: the whole file, the instruction in it, each payment. What is said of a payment holds
over what is said of all; a file that is refused whole refuses every payment in it, and may then accept none.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element

from django.utils.translation import gettext as _

from fotfeste.kobling.betaling.bankfil import (
    Bankfil,
    Bankfilfeil,
    Filpost,
    Filslag,
    Filtype,
    arsak,
    belop,
    belop_i,
    dag,
    heltall,
    kjennetegn,
    krevd,
    meldingsnummer,
    tekst,
)

NAVNEROM = "urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"
LESES = frozenset({NAVNEROM, "urn:iso:std:iso:20022:tech:xsd:pain.002.001.03"})

_KODER = {
    # Accepted is not booked, not even ACSC («settled»): that the money has left is what the account says (camt.054).
    **dict.fromkeys(("ACCP", "ACTC", "ACSP", "ACSC", "ACWC", "ACCC", "ACFC"), Filslag.GODTATT),
    **dict.fromkeys(("PDNG", "RCVD"), Filslag.VENTER),
    **dict.fromkeys(("RJCT", "CANC"), Filslag.AVVIST),
}
_DELVIS = "PART"
"""Some of them: each payment is told of."""


def les(rot: Element) -> Bankfil:
    """The message below `rot`. Raises Bankfilfeil when something in it is missing, unknown or contradicts the rest."""
    rapport = rot.find("CstmrPmtStsRpt")
    gruppe = rapport.find("OrgnlGrpInfAndSts") if rapport is not None else None
    if rapport is None or gruppe is None:
        raise Bankfilfeil(_("Filen mangler svaret på betalingsfilen. Hent den fra banken en gang til."))
    oppdrag = rapport.findall("OrgnlPmtInfAndSts")
    poster = tuple(_post(ett) for del_ in oppdrag for ett in del_.iterfind("TxInfAndSts"))
    om_filen, om_oppdraget = _resten([(gruppe, "GrpSts")]), _resten([(del_, "PmtInfSts") for del_ in oppdrag])
    avvist = any(sagt and sagt.slag == Filslag.AVVIST for sagt in (om_filen, om_oppdraget))
    if avvist and any(sagt and sagt.slag == Filslag.GODTATT for sagt in (*poster, om_oppdraget)):
        raise Bankfilfeil(
            _("Filen sier både at hele oppdraget er avvist, og at noen av betalingene er godtatt. Spør banken.")
        )
    sum_ = tekst(gruppe, "OrgnlCtrlSum")
    return Bankfil(
        Filtype.PAIN002,
        meldingsnummer(rapport),
        dag(krevd(rapport, "GrpHdr/CreDtTm", _("tidspunktet"))),
        poster,
        fil_id=krevd(gruppe, "OrgnlMsgId", _("hvilken fil den svarer på")),
        antall=heltall(tekst(gruppe, "OrgnlNbOfTxs")),
        sum=belop(sum_) if sum_ else None,
        resten=_det_sterkeste(om_filen, om_oppdraget),
    )


def _det_sterkeste(om_filen: Filpost | None, om_oppdraget: Filpost | None) -> Filpost | None:
    """What holds for those not named: the nearest word, but a refusal of the whole is one, whatever waits below."""
    avvist = (sagt for sagt in (om_oppdraget, om_filen) if sagt and sagt.slag == Filslag.AVVIST)
    return next(avvist, om_oppdraget or om_filen)


def _resten(nivaer: list[tuple[Element, str]]) -> Filpost | None:
    """What a level says of all payments below it; None when it says nothing, or only that they differ."""
    sagt = {_status(sted, felt) for sted, felt in nivaer} - {None}
    if len(sagt) > 1:
        raise Bankfilfeil(_("Filen svarer på flere oppdrag med ulike svar. Be banken sende ett svar for hvert."))
    return sagt.pop() if sagt else None


def _status(sted: Element, felt: str) -> Filpost | None:
    kode = tekst(sted, felt)
    if kode in {"", _DELVIS}:
        return None
    arsak_kode, arsak_tekst = arsak(sted, "StsRsnInf")
    return Filpost(_slag(kode), arsak_kode=arsak_kode, arsak_tekst=arsak_tekst)


def _slag(kode: str) -> Filslag:
    if kode not in _KODER:
        raise Bankfilfeil(_("Banken bruker svaret «%(kode)s», som Fotfeste ikke kjenner.") % {"kode": kode[:10]})
    return _KODER[kode]


def _post(sted: Element) -> Filpost:
    ende_til_ende = kjennetegn(sted, "OrgnlEndToEndId") or kjennetegn(sted, "OrgnlInstrId")
    if not ende_til_ende:
        raise Bankfilfeil(_("Filen svarer på en betaling uten å si hvilken. Spør banken."))
    arsak_kode, arsak_tekst = arsak(sted, "StsRsnInf")
    belop_, valuta = belop_i(sted, "OrgnlTxRef/Amt/InstdAmt")
    tid = tekst(sted, "AccptncDtTm")
    return Filpost(
        _slag(krevd(sted, "TxSts", _("svaret på en betaling"))),
        ende_til_ende,
        belop_,
        valuta,
        dag(tid) if tid else None,
        arsak_kode,
        arsak_tekst,
        kjennetegn(sted, "AcctSvcrRef"),
    )
