"""How soon an enquiry must be answered: within two working days, by the date or by the clock.

The source says «i løpet av to dager» (NKS' instruction to the offices) under the duty to answer without undue delay
(fvl § 11 a). It can be read in two ways. By the date: until the second virkedag is over, as the office's own control
reckons (R35). By the clock: until the hour it came, on the second virkedag. The municipality chooses; the date is the
default, for it gives the same answer whoever noted the hour.

Moments are local; the rule knows of no zone and compares only what it is given.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from fotfeste.regelverk import tid
from fotfeste.regelverk.rettskilde import fvl

VIRKEDAGER = 2
HJEMMEL = fvl("11 a", 1)


def siste_dag(mottatt: date) -> date:
    """The second virkedag after the day it came."""
    return tid.virkedager_etter(mottatt, VIRKEDAGER)


def svarfrist(mottatt: datetime, *, til_klokkeslettet: bool) -> datetime:
    """The last moment an answer is in time."""
    klokkeslett = mottatt.time() if til_klokkeslettet else time.max
    return datetime.combine(siste_dag(mottatt.date()), klokkeslett, mottatt.tzinfo)


def er_brudd(mottatt: datetime, besvart: datetime | None, naa: datetime, *, til_klokkeslettet: bool) -> bool:
    """Whether it was answered too late, or is unanswered and the limit has passed: not first when somebody answers."""
    return (besvart or naa) > svarfrist(mottatt, til_klokkeslettet=til_klokkeslettet)


@dataclass(frozen=True, slots=True)
class Svarmal:
    """What is counted: when it came, and when it was answered (None: not yet)."""

    mottatt: datetime
    besvart: datetime | None


@dataclass(frozen=True, slots=True)
class Svartid:
    """Response times of some enquiries. `i_tide` of `avgjort`; `venter` are open with time left, in neither."""

    antall: int
    besvart: int
    i_tide: int
    for_sent: int
    venter: int
    median: timedelta | None
    ni_av_ti: timedelta | None

    @property
    def avgjort(self) -> int:
        """Those of which it is known whether they were answered in time."""
        return self.i_tide + self.for_sent

    @property
    def andel(self) -> int | None:
        """Whole per cent answered in time, rounded down so that 100 means all; None when nothing is known."""
        return self.i_tide * 100 // self.avgjort if self.avgjort else None


def maal(henvendelser: Iterable[Svarmal], naa: datetime, *, til_klokkeslettet: bool) -> Svartid:
    """Measure. The times are those of the answered ones; one left unanswered past the limit counts as too late."""
    alle = list(henvendelser)
    brudd = [er_brudd(en.mottatt, en.besvart, naa, til_klokkeslettet=til_klokkeslettet) for en in alle]
    tider = sorted(en.besvart - en.mottatt for en in alle if en.besvart is not None)
    i_tide = sum(en.besvart is not None and not for_sent for en, for_sent in zip(alle, brudd, strict=True))
    return Svartid(
        antall=len(alle),
        besvart=len(tider),
        i_tide=i_tide,
        for_sent=sum(brudd),
        venter=len(alle) - i_tide - sum(brudd),
        median=(tider[(len(tider) - 1) // 2] + tider[len(tider) // 2]) / 2 if tider else None,
        ni_av_ti=tider[(len(tider) * 9 - 1) // 10] if tider else None,
    )
