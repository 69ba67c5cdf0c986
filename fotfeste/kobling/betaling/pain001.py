"""The bank's payment file: ISO 20022 pain.001.001.09, one payment instruction with one transfer per person.

Amounts are whole øre, written as exact decimals. The same input always gives the same bytes. Accounts are Norwegian
(BBAN), so the file is a domestic transfer in kroner; the written part of the schema lies in `pain001.xsd`.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from fotfeste.kobling.betaling.kontonummer import Kontonummerfeil, les
from fotfeste.kobling.betaling.skriving import e, t
from fotfeste.kobling.betaling.tegnsett import bankvask

NAVNEROM = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09"
STORSTE_BELOP_ORE = 10**13  # far above any stønad, and sums of many stay inside 18 digits
_IDENT = re.compile(r"[A-Za-z0-9][A-Za-z0-9+?:().,' /-]{0,34}")
_BIC = re.compile(r"[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}(?:[A-Z0-9]{3})?")


class Betalingsfeil(ValueError):  # noqa: N818 - the field's word
    """The file cannot be made as asked; the message says which payment and why."""


@dataclass(frozen=True, slots=True)
class Oppdragsgiver:
    """Who pays: the municipality, its nine-digit organisation number, its account (BBAN) and the bank's BIC."""

    navn: str
    organisasjonsnummer: str
    kontonummer: str
    bic: str

    def __post_init__(self) -> None:
        object.__setattr__(self, "kontonummer", _konto(self.kontonummer, "Kommunens konto for utbetaling"))
        if not re.fullmatch(r"[0-9]{9}", self.organisasjonsnummer):
            raise Betalingsfeil(f"Organisasjonsnummeret «{self.organisasjonsnummer}» skal ha ni sifre.")
        if not _BIC.fullmatch(self.bic):
            raise Betalingsfeil(f"BIC-koden «{self.bic}» skal ha 8 eller 11 tegn, for eksempel DNBANOKK.")
        if not bankvask(self.navn, maks=70):
            raise Betalingsfeil("Oppdragsgiveren må ha et navn.")


@dataclass(frozen=True, slots=True)
class Betaling:
    """One transfer. `ende_til_ende` (at most 35 characters) is unique for ever: it is how a payment is known again.

    `belop` is in øre, more than zero. `tekst` is what the receiver sees, at most 140 characters after cleaning.
    """

    ende_til_ende: str
    navn: str
    kontonummer: str
    belop: int
    tekst: str

    def __post_init__(self) -> None:
        _krev_ident(self.ende_til_ende, "Betalingens kjennetegn")
        object.__setattr__(self, "kontonummer", _konto(self.kontonummer, f"Betaling {self.ende_til_ende}"))
        if not 0 < self.belop <= STORSTE_BELOP_ORE:
            raise Betalingsfeil(f"Betaling {self.ende_til_ende}: {self.belop} øre kan ikke betales.")
        if not bankvask(self.navn, maks=70):
            raise Betalingsfeil(
                f"Betaling {self.ende_til_ende}: navnet kan ikke skrives med norske bokstaver. "
                "Skriv navnet slik det står i banken."
            )


def skriv(
    oppdragsgiver: Oppdragsgiver,
    betalinger: Sequence[Betaling],
    *,
    melding_id: str,
    opprettet: datetime,
    betalingsdato: date,
) -> bytes:
    """Return the file as UTF-8 XML, the payments in the order given.

    `melding_id` (at most 35 characters) names the run and must be the same each time the run's file is made;
    `opprettet` is an aware time. Raises Betalingsfeil when there is nothing to pay, or a payment stands there twice.
    """
    _krev_ident(melding_id, "Meldingens kjennetegn")
    if opprettet.tzinfo is None:
        raise Betalingsfeil("Tidspunktet filen er laget, mangler tidssone.")
    if not betalinger:
        raise Betalingsfeil("Det er ingen betalinger å skrive. Filen er ikke laget.")
    _krev_unike(betalinger)
    antall, kontrollsum = str(len(betalinger)), belop_tekst(sum(b.belop for b in betalinger))
    hode = e(
        "GrpHdr",
        t("MsgId", melding_id),
        t("CreDtTm", opprettet.isoformat(timespec="seconds")),
        t("NbOfTxs", antall),
        t("CtrlSum", kontrollsum),
        e("InitgPty", *_part(oppdragsgiver)),
    )
    oppdrag = e(
        "PmtInf",
        t("PmtInfId", melding_id),
        t("PmtMtd", "TRF"),
        t("BtchBookg", "true"),
        t("NbOfTxs", antall),
        t("CtrlSum", kontrollsum),
        # SSBE: social security benefit, so that the bank does not treat it as salary
        e("PmtTpInf", e("CtgyPurp", t("Cd", "SSBE"))),
        e("ReqdExctnDt", t("Dt", betalingsdato.isoformat())),
        e("Dbtr", *_part(oppdragsgiver)),
        e("DbtrAcct", _bban(oppdragsgiver.kontonummer), t("Ccy", "NOK")),
        e("DbtrAgt", e("FinInstnId", t("BICFI", oppdragsgiver.bic))),
        *(_overforing(betaling) for betaling in betalinger),
    )
    dokument = f'<Document xmlns="{NAVNEROM}">{e("CstmrCdtTrfInitn", hode, oppdrag)}</Document>'
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{dokument}\n'.encode()


def belop_tekst(ore: int) -> str:
    """Return an amount in øre as the file writes it: kroner with a point and two decimals."""
    return f"{ore // 100}.{ore % 100:02d}"


def _overforing(betaling: Betaling) -> str:
    tekst = bankvask(betaling.tekst, maks=140)
    return e(
        "CdtTrfTxInf",
        e("PmtId", t("InstrId", betaling.ende_til_ende), t("EndToEndId", betaling.ende_til_ende)),
        e("Amt", f'<InstdAmt Ccy="NOK">{belop_tekst(betaling.belop)}</InstdAmt>'),
        e("Cdtr", t("Nm", bankvask(betaling.navn, maks=70))),
        e("CdtrAcct", _bban(betaling.kontonummer)),
        *([e("RmtInf", t("Ustrd", tekst))] if tekst else []),
    )


def _part(oppdragsgiver: Oppdragsgiver) -> Iterable[str]:
    kunde = e("Othr", t("Id", oppdragsgiver.organisasjonsnummer), e("SchmeNm", t("Cd", "CUST")))
    return t("Nm", bankvask(oppdragsgiver.navn, maks=70)), e("Id", e("OrgId", kunde))


def _bban(kontonummer: str) -> str:
    return e("Id", e("Othr", t("Id", kontonummer), e("SchmeNm", t("Cd", "BBAN"))))


def _konto(tekst: str, hvem: str) -> str:
    """The eleven digits. Raises Betalingsfeil with whose account it is: the file has many."""
    try:
        return les(tekst)
    except Kontonummerfeil as feil:
        raise Betalingsfeil(f"{hvem}: {feil}") from feil


def _krev_ident(tekst: str, hva: str) -> None:
    if not _IDENT.fullmatch(tekst) or "//" in tekst or tekst != tekst.strip() or tekst.endswith("/"):
        raise Betalingsfeil(f"{hva} «{tekst}» må ha 1–35 vanlige tegn, uten skråstrek først, sist eller dobbelt.")


def _krev_unike(betalinger: Sequence[Betaling]) -> None:
    telt = Counter(betaling.ende_til_ende for betaling in betalinger)
    doble = [ident for ident, antall in telt.items() if antall > 1]
    if doble:
        raise Betalingsfeil(f"Betaling {', '.join(doble[:5])} står flere ganger. Filen er ikke laget.")
