"""Frozen facts (`fakta_som_json`) straight into a `Bunke`: the objects between them cost more than the reckoning.

Dates are compared as the ISO text they are stored as. The tests hold the result to `vektor.bunke_av` of the same facts.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from fractions import Fraction
from functools import lru_cache
from math import lcm
from typing import Any

import numpy as np

from fotfeste.regelverk.penger import avrund_kroner
from fotfeste.regelverk.stonad.regning import TIMER_NEVNER
from fotfeste.regelverk.tid import Periode, maned
from fotfeste.regelverk.vektor import AR_FULL_SATS, Bunke, Heltall, barnetid, dager_under

_ALDRI = "9999-12-31"


def bunke_av_frosne(frosne: Sequence[Mapping[str, Any]]) -> Bunke:
    """The frozen facts of many cases, all of one month and one `kjent_dato`, as a Bunke. ValueError otherwise."""
    if len({(inn["maned"], inn["kjent_dato"]) for inn in frosne}) != 1:
        raise ValueError("en bunke må ha minst én sak, og alle må gjelde samme måned og samme kjente dato")
    forste = frosne[0]
    mnd = maneden(forste["maned"])
    timer = {rad["timer"] for inn in frosne for felt in ("arbeid", "ugyldig_fravaer") for rad in inn[felt]}
    belop = {rad["belop_per_dag"] for inn in frosne for rad in inn["andre_ytelser"]}
    timenevner = lcm(TIMER_NEVNER, *(_tall(t).denominator for t in timer))
    belopsnevner = lcm(*(_tall(b).denominator for b in belop))
    form = (mnd.slutt.day, len(frosne))
    bunke = Bunke(
        ar=mnd.fra.year,
        mnd=mnd.fra.month,
        kjent_dato=date.fromisoformat(forste["kjent_dato"]) if forste["kjent_dato"] else None,
        timenevner=timenevner,
        belopsnevner=belopsnevner,
        dager_under_25=dager_under_alder(frosne, AR_FULL_SATS),
        aktiv=np.zeros(form, np.bool_),
        barn=np.zeros(form, np.int64),
        arbeid=np.zeros(form, np.int64),
        fravaer=np.zeros(form, np.int64),
        ytelser=np.zeros(form, np.int64),
        trekk=np.array([_sum_trekk(inn["trekk"]) for inn in frosne], np.int64),
        fravaer_reduserer_barnetillegg=np.array(
            [inn["kommunale_valg"]["fravaer_reduserer_barnetillegg"] for inn in frosne], np.bool_
        ),
    )
    enheter = {t: int(_tall(t) * timenevner) for t in timer}
    kroner = {b: int(_tall(b) * belopsnevner) for b in belop}
    vindu = _Vindu(mnd)
    for sak, inn in enumerate(frosne):
        _fyll(bunke, sak, inn, vindu, enheter, kroner)
    return bunke


def dager_under_alder(frosne: Iterable[Mapping[str, Any]], ar: int) -> Heltall:
    """How many days of their month come before each turns `ar`."""
    return np.array([_dager_under(inn["fodselsdato"], inn["maned"], ar) for inn in frosne], np.int64)


def maneden(tekst: str) -> Periode:
    """The month written «2026-05»."""
    return maned(int(tekst[:4]), int(tekst[5:]))


class _Vindu:
    """The month, and where in it a period written as text lies."""

    __slots__ = ("dager", "forste", "maned", "siste")

    def __init__(self, mnd: Periode) -> None:
        self.forste, self.siste = mnd.fra.isoformat(), mnd.slutt.isoformat()
        self.maned, self.dager = self.forste[:7], mnd.slutt.day

    def utsnitt(self, fra: str, til: str | None) -> slice:
        if fra > self.siste or (til is not None and (til < self.forste or til < fra)):
            return slice(0)
        start = 0 if fra <= self.forste else int(fra[8:]) - 1
        return slice(start, self.dager if til is None or til >= self.siste else int(til[8:]))


def _fyll(
    bunke: Bunke,
    sak: int,
    inn: Mapping[str, Any],
    vindu: _Vindu,
    enheter: Mapping[str | int, int],
    kroner: Mapping[str | int, int],
) -> None:
    for periode in inn["vedtak"]:
        bunke.aktiv[vindu.utsnitt(periode["fra"], periode["til"]), sak] = True
    for felt in ("avbrudd", "permisjon_uten_stonad"):
        for periode in inn[felt]:
            bunke.aktiv[vindu.utsnitt(periode["fra"], periode["til"]), sak] = False
    for barn in inn["barn"]:
        fra, til = max(barn["fra"], barn["fodselsdato"]), min(barn["til"] or _ALDRI, _barn_til(barn["fodselsdato"]))
        bunke.barn[vindu.utsnitt(fra, til), sak] += 1
    for tabell, felt in ((bunke.arbeid, "arbeid"), (bunke.fravaer, "ugyldig_fravaer")):
        for rad in inn[felt]:
            if rad["dato"].startswith(vindu.maned):
                tabell[int(rad["dato"][8:]) - 1, sak] += enheter[rad["timer"]]
    for rad in inn["andre_ytelser"]:
        bunke.ytelser[vindu.utsnitt(rad["fra"], rad["til"]), sak] += kroner[rad["belop_per_dag"]]


@lru_cache(maxsize=65_536)
def _dager_under(fodselsdato: str, maned_tekst: str, ar: int) -> int:
    return dager_under(date.fromisoformat(fodselsdato), maneden(maned_tekst), ar)


@lru_cache(maxsize=65_536)
def _barn_til(fodselsdato: str) -> str:
    return barnetid(date.fromisoformat(fodselsdato)).slutt.isoformat()


@lru_cache(maxsize=65_536)
def _tall(tall: str | int) -> Fraction:
    return Fraction(tall)


def _sum_trekk(trekk: Sequence[Mapping[str, Any]]) -> int:
    return avrund_kroner(sum((_tall(rad["belop"]) for rad in trekk), Fraction(0))) if trekk else 0
