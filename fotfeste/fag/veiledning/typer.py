"""The form of guidance."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from fotfeste.regelverk.styrke import Styrke

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


@dataclass(frozen=True, slots=True)
class Rad:
    """One piece of guidance: must, should or may; what; and the provision or source."""

    styrke: Styrke
    tekst: StrOrPromise
    hjemmel: str = ""


@dataclass(frozen=True, slots=True)
class Steg:
    """A step of the work. `kode` is stored and stands in the pages (`<c-veiledning steg="mote.avtale" />`).

    `eksempel` is a short one of the step done well, about nobody.
    """

    kode: str
    tittel: StrOrPromise
    rader: tuple[Rad, ...]
    eksempel: StrOrPromise = ""
