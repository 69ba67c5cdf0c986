"""What a payment has come to, out of all the bank has said of it. Pure: neither order nor repetition matters.

The same thing said twice is one thing (the caller counts by the bank's reference). What cannot be both is told as a
contradiction beside the state, and the state is the one under which no krone is paid twice by itself.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from fotfeste.fag.avstemming.enums import Motsigelse, Postslag
from fotfeste.fag.utbetaling.enums import Utbetalingsstatus

_S = Utbetalingsstatus


@dataclass(frozen=True, slots=True)
class Sagt:
    """How many times the bank has refused, booked and returned a payment, and the first day it was booked."""

    avvist: int = 0
    bokfort: int = 0
    returnert: int = 0
    dato: date | None = None

    def og(self, slag: str, dato: date | None = None) -> Sagt:
        """With one thing more. What decides nothing changes nothing."""
        if slag == Postslag.AVVIST:
            return replace(self, avvist=self.avvist + 1)
        if slag == Postslag.RETUR:
            return replace(self, returnert=self.returnert + 1)
        if slag == Postslag.BOKFORT:
            dager = [dag for dag in (self.dato, dato) if dag]
            return replace(self, bokfort=self.bokfort + 1, dato=min(dager, default=None))
        return self


@dataclass(frozen=True, slots=True)
class Utledet:
    """The state, the day it was booked, and what cannot be both."""

    status: Utbetalingsstatus
    dato: date | None
    motsigelse: Motsigelse | None = None


def samle(poster: Iterable[tuple[str, date | None]]) -> Sagt:
    """What the posts, each said once, come to together."""
    sagt = Sagt()
    for slag, dato in poster:
        sagt = sagt.og(slag, dato)
    return sagt


def utled(sagt: Sagt, *, feilsendt: bool = False, erstattet: bool = False) -> Utledet:
    """What the payment has come to.

    `feilsendt`: a person has said that the money went to a wrong account. `erstattet`: it has been paid again by a
    payment that can no longer be stopped. Money that has come back stays come back: it may be on its way again.
    """
    status = _status(sagt, feilsendt=feilsendt, erstattet=erstattet)
    return Utledet(status, sagt.dato, _motsigelse(sagt, erstattet=erstattet))


def _status(sagt: Sagt, *, feilsendt: bool, erstattet: bool) -> Utbetalingsstatus:
    if sagt.returnert:
        return _S.RETURNERT
    if feilsendt and (sagt.bokfort or not sagt.avvist):
        return _S.FEILSENDT
    if sagt.bokfort and not erstattet:
        return _S.UTBETALT
    return _S.AVVIST if sagt.avvist else _S.SENDT


def _motsigelse(sagt: Sagt, *, erstattet: bool) -> Motsigelse | None:
    if sagt.returnert > max(sagt.bokfort, 1):
        return Motsigelse.DOBBEL_RETUR
    if sagt.bokfort > max(sagt.returnert, 1):
        return Motsigelse.DOBBELT_BOKFORT
    if sagt.avvist and sagt.bokfort > sagt.returnert:
        return Motsigelse.ERSTATTET_OG_BOKFORT if erstattet else Motsigelse.AVVIST_OG_BOKFORT
    return None
