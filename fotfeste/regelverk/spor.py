"""The trace of a reckoning: ordered rows that say what was counted, with which numbers, by which provision.

The same rows feed the screen, the letter and the log, so each carries both the exact numbers and a sentence
in Norwegian that the participant can read.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from fotfeste.regelverk.parametre import Konstant, Verdi
from fotfeste.regelverk.penger import Belop, eksakt_tekst
from fotfeste.regelverk.rettskilde import Rettskilde

Tall = int | Fraction | Belop


class Sporrad(NamedTuple):
    """One row of the trace, with its period, numbers, parameters, provision and text.

    `tall` are exact: counts and whole kroner as int, hours as Fraction, kroner not yet rounded as Belop.
    """

    kode: str
    fra: date
    til: date
    tall: dict[str, Tall]
    parametre: tuple[Verdi | Konstant, ...]
    hjemmel: Rettskilde
    tekst: str

    def som_json(self) -> dict[str, object]:
        """The row as JSON values; numbers that are not whole are exact text («1021.756», «255439/375»)."""
        return {
            "kode": self.kode,
            "fra": self.fra.isoformat(),
            "til": self.til.isoformat(),
            "tall": {navn: _tall(verdi) for navn, verdi in self.tall.items()},
            "parametre": [_parameter(verdi) for verdi in self.parametre],
            "hjemmel": str(self.hjemmel),
            "tekst": self.tekst,
        }


def _tall(verdi: Tall) -> int | str:
    if isinstance(verdi, Belop):
        return _eksakt(verdi.teller, verdi.nevner)
    return verdi if isinstance(verdi, int) else _eksakt(verdi.numerator, verdi.denominator)


@lru_cache(maxsize=4096)  # rates and hours come back in every case
def _eksakt(teller: int, nevner: int) -> str:
    return eksakt_tekst(Fraction(teller, nevner))


@lru_cache(maxsize=256)
def _parameter(parameter: Verdi | Konstant) -> dict[str, object]:
    """A number of the law as JSON; both dates are null for one that has never changed."""
    fra = kunngjort = None
    if isinstance(parameter, Verdi):
        fra, kunngjort = parameter.gjelder_fra.isoformat(), parameter.kunngjort.isoformat()
    return {
        "kode": parameter.kode,
        "verdi": eksakt_tekst(parameter.verdi),
        "gjelder_fra": fra,
        "kunngjort": kunngjort,
        "kilde": parameter.kilde,
        "hjemmel": str(parameter.hjemmel),
    }
