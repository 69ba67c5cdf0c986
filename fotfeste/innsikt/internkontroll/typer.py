"""What a criterion is, and the choices it is judged with. Plain Python."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from fotfeste.regelverk.styrke import Styrke

if TYPE_CHECKING:
    from fotfeste.innsikt.internkontroll.sak import Sak

Sjekk = tuple[bool, object]
"""One thing a criterion looked at: whether it is a breach, and what it was (a part of the case file, or a day)."""

Regel = Callable[["Sak"], Iterator[Sjekk]]


@dataclass(frozen=True, slots=True)
class Intervaller:
    """The numbers the law does not give, as the municipality has chosen them; the defaults are the shipped ones."""

    avslutningsdel_maneder: int = 3
    evaluering_dager: int = 14
    samtale_dager: int = 30
    muntlig_dager: int = 14
    svar_virkedager: int = 2
    kontaktbytte_maneder: int = 12
    fravaer_dager: int = 7
    etter_dager: int = 30


STANDARD = Intervaller()


@dataclass(frozen=True, slots=True)
class Kriterium:
    """One criterion: what should be so, of what, where it comes from, and the function that looks.

    `regel` gives one `Sjekk` for each thing the criterion applies to; a case with none is not counted.
    """

    kode: str
    tekst: str
    gjelder: str
    brudd: str
    hjemmel: str
    kilde: str
    styrke: Styrke
    regel: Regel
