"""What a payment has come to, out of all the bank has said of it. Pure: neither order nor repetition matters.

The same thing said twice is one thing (the caller counts by the bank's reference). What cannot be both is told as a
contradiction beside the state, and the state is the one under which no krone is paid twice by itself.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from fotfeste.fag.avstemming.enums import UT_AV_KONTOEN, Motsigelse, Postslag
from fotfeste.fag.utbetaling.enums import Utbetalingsstatus

_S = Utbetalingsstatus


@dataclass(frozen=True, slots=True)
class Sagt:
    """How many times the bank has refused, booked and returned a payment, and the first day it was booked.

    `ut_snudd`: how often it has undone a booking of its own, `inn_snudd`: something that had come in.
    """

    avvist: int = 0
    bokfort: int = 0
    returnert: int = 0
    ut_snudd: int = 0
    inn_snudd: int = 0
    dato: date | None = None

    def og(self, slag: str, dato: date | None = None) -> Sagt:
        """With one thing more. What decides nothing changes nothing."""
        if slag == Postslag.AVVIST:
            return replace(self, avvist=self.avvist + 1)
        if slag == Postslag.RETUR:
            return replace(self, returnert=self.returnert + 1)
        if slag == Postslag.UT_SNUDD:
            return replace(self, ut_snudd=self.ut_snudd + 1)
        if slag in UT_AV_KONTOEN:
            dager = [dag for dag in (self.dato, dato) if dag]
            med = replace(self, dato=min(dager, default=None))
            if slag == Postslag.BOKFORT:
                return replace(med, bokfort=self.bokfort + 1)
            return replace(med, inn_snudd=self.inn_snudd + 1)
        return self

    @property
    def ut(self) -> int:
        """How often the money has gone out of the account."""
        return self.bokfort + self.inn_snudd

    @property
    def inn(self) -> int:
        """How often it has come in again."""
        return self.returnert + self.ut_snudd

    @property
    def er_ute(self) -> bool:
        """Whether the money has gone out and not come in again."""
        return self.ut > self.inn

    @property
    def star_bokfort(self) -> int:
        """The bookings the bank has not undone; less than none when the one it undid is not read yet."""
        return self.bokfort - max(self.ut_snudd - self.inn_snudd, 0)

    @property
    def star_returnert(self) -> int:
        """The returns the bank has not undone; less than none when the one it undid is not read yet."""
        return self.returnert - max(self.inn_snudd - self.ut_snudd, 0)


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
    payment that can no longer be stopped; then money that has come back stays come back. Without it, it stays so until
    the bank says of its own movements that one of them is undone.
    """
    status = _status(sagt, feilsendt=feilsendt, erstattet=erstattet)
    return Utledet(status, sagt.dato, _motsigelse(sagt, erstattet=erstattet))


def _status(sagt: Sagt, *, feilsendt: bool, erstattet: bool) -> Utbetalingsstatus:
    alt_snudd = sagt.ut_snudd > sagt.inn_snudd and sagt.star_bokfort <= 0
    if sagt.star_returnert > 0 or alt_snudd or (sagt.inn and erstattet):
        return _S.RETURNERT
    if feilsendt and (sagt.ut or not sagt.avvist):
        return _S.FEILSENDT
    if sagt.ut and not erstattet:
        return _S.UTBETALT
    return _S.AVVIST if sagt.avvist else _S.SENDT


def _motsigelse(sagt: Sagt, *, erstattet: bool) -> Motsigelse | None:
    if sagt.inn > max(sagt.ut, 1):
        return Motsigelse.DOBBEL_RETUR
    # A return undone that is not read yet is a booking too many until it is.
    if sagt.star_bokfort - min(sagt.star_returnert, 0) > max(sagt.star_returnert, 1):
        return Motsigelse.DOBBELT_BOKFORT
    if sagt.er_ute and erstattet and (sagt.avvist or sagt.inn):
        return Motsigelse.ERSTATTET_OG_BOKFORT
    return Motsigelse.AVVIST_OG_BOKFORT if sagt.avvist and sagt.er_ute else None
