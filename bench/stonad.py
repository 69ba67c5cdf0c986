"""How fast the stønad is reckoned: (a) one case at a time with trace, (b) a vector of 12,000 against OpenFisca.

Both on the same invented cases of May 2026, made from a fixed seed, in the same run. `maal_en_og_en` and
`maal_vektor` return figures; `python -m bench.stonad` prints them. (b) needs `openfisca-core>=46,<47`, which is no
dependency of the product; without it only our own time is given.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from datetime import date, timedelta
from fractions import Fraction
from typing import NamedTuple

import numpy as np

from fotfeste.regelverk.stonad import AnnenYtelse, Barn, Stonadsfakta, Timer, Trekk, Ytelsestype, beregn
from fotfeste.regelverk.tid import Periode
from fotfeste.regelverk.vektor import beregn_mange, bunke_av

MAI = date(2026, 5, 1)
DAGER = [MAI + timedelta(days=n) for n in range(31)]


class Vektormaling(NamedTuple):
    """Seconds for one month of all cases. `openfisca` is None when OpenFisca-Core is not installed."""

    saker: int
    vektor: float
    like_den_eksakte: bool
    openfisca: float | None
    openfisca_avvik: int | None


def lag_saker(antall: int, fro: int = 1) -> list[Stonadsfakta]:
    """Invented cases: some turn 25 in the month, some have children, daily work, absence, pauses, deductions."""
    tall = random.Random(fro)  # noqa: S311 - invented cases, not secrets

    def dag(fra: date, til: date) -> date:
        return fra + timedelta(days=tall.randrange((til - fra).days + 1))

    def sak() -> Stonadsfakta:
        fra = dag(date(2025, 6, 1), date(2026, 5, 20))
        arbeider = tall.random() < 0.3
        ung = tall.random() < 0.1
        return Stonadsfakta(
            2026,
            5,
            dag(date(2001, 5, 1), date(2001, 5, 31)) if ung else dag(date(1966, 1, 1), date(2004, 1, 1)),
            (Periode(fra, fra + timedelta(days=364)),),
            barn=tuple(
                Barn(dag(date(2008, 1, 1), date(2026, 5, 20)), Periode(date(2025, 1, 1), None))
                for _ in range(tall.choice([0, 0, 0, 1, 2, 3]))
            ),
            avbrudd=(Periode(dag(MAI, date(2026, 5, 20)), date(2026, 5, 25)),) if tall.random() < 0.05 else (),
            arbeid=tuple(Timer(d, Fraction(tall.randrange(32), 4)) for d in DAGER if arbeider and tall.random() < 0.4),
            ugyldig_fravaer=tuple(Timer(d, Fraction(tall.randrange(31), 4)) for d in DAGER if tall.random() < 0.1),
            andre_ytelser=(AnnenYtelse(Ytelsestype.SYKEPENGER, Periode(DAGER[3], DAGER[7]), Fraction(500)),)
            if tall.random() < 0.05
            else (),
            trekk=(Trekk(Fraction(500), "sotjl § 40"),) if tall.random() < 0.1 else (),
        )

    return [sak() for _ in range(antall)]


def maal_en_og_en(saker: list[Stonadsfakta], ganger: int = 3) -> float:
    """Case-months a second for `beregn` with trace, one at a time on one core (the best of `ganger`)."""

    def alle() -> None:
        for sak in saker:
            beregn(sak)

    return len(saker) / _beste(alle, ganger)


def maal_vektor(saker: list[Stonadsfakta], ganger: int = 7) -> Vektormaling:
    """The month of all cases as a vector, held to the exact reckoning, and the same in OpenFisca if it is there."""
    bunke = bunke_av(saker)
    eksakt = np.array([beregn(sak, med_spor=False).netto for sak in saker])
    like = bool((beregn_mange(bunke).netto == eksakt).all())
    vektor = _beste(lambda: beregn_mange(bunke), ganger)
    try:
        from bench.openfisca_stonad import inndata, netto_for, skattesystem
    except ImportError:
        return Vektormaling(len(saker), vektor, like, None, None)
    system, data = skattesystem(), inndata(bunke)
    openfisca = _beste(lambda: netto_for(system, data, "2026-05"), ganger)
    avvik = int((netto_for(system, data, "2026-05") != eksakt).sum())
    return Vektormaling(len(saker), vektor, like, openfisca, avvik)


def _beste(handling: Callable[[], object], ganger: int) -> float:
    """The shortest of some runs in seconds: the others are longer for reasons that are not ours."""
    tider = []
    for _ in range(ganger):
        start = time.perf_counter()
        handling()
        tider.append(time.perf_counter() - start)
    return min(tider)


if __name__ == "__main__":
    SAKER = lag_saker(12_000)
    print(f"en og en med spor: {maal_en_og_en(SAKER):.0f} saksmåneder i sekundet")
    print(maal_vektor(SAKER))
