"""States and the commands that move between them: one table a kind, which drives buttons, addresses and tests."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from django.utils.translation import gettext as _

from fotfeste.grunnmur.feil import UlovligOvergang
from fotfeste.grunnmur.tilgang import Aktor, Handling, vurder
from fotfeste.grunnmur.tilgang.port import HarEier

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


class MedStatus(HarEier, Protocol):
    """A record with a state the gate can judge."""

    status: str


@dataclass(frozen=True, slots=True)
class Overgang:
    """One command: from which states, to which (None: the state stays), what right it takes, what its button says."""

    kommando: str
    fra: frozenset[str]
    til: str | None
    handling: Handling
    knapp: StrOrPromise
    hjemmel: str = ""


@dataclass(frozen=True)
class Overgangstabell:
    """All commands of one kind of record. `navn` is the subject's word, as it stands in docs."""

    navn: str
    overganger: tuple[Overgang, ...]
    _etter_kommando: dict[str, Overgang] = field(init=False, repr=False, default_factory=dict)

    def __post_init__(self) -> None:
        self._etter_kommando.update({o.kommando: o for o in self.overganger})
        TABELLER[self.navn] = self

    def overgang(self, kommando: str) -> Overgang:
        """The command's row. KeyError when there is no such command."""
        return self._etter_kommando[kommando]

    def krev(self, kommando: str, objekt: MedStatus) -> Overgang:
        """The command's row, or UlovligOvergang in words when the record is not in a state for it."""
        overgang = self._etter_kommando[kommando]
        if objekt.status not in overgang.fra:
            raise UlovligOvergang(
                _(
                    "«%(knapp)s» kan ikke gjøres nå. Noen kan ha gjort noe med den etter at du åpnet siden. "
                    "Last siden på nytt for å se hva som gjelder."
                )
                % {"knapp": overgang.knapp}
            )
        return overgang

    def mulige(self, aktor: Aktor, objekt: MedStatus) -> list[Overgang]:
        """The commands the actor may give now, in the table's order. This is what draws the buttons."""
        return [o for o in self.overganger if objekt.status in o.fra and vurder(aktor, o.handling, objekt).tillatt]

    def kommandoer(self) -> Iterable[str]:
        return self._etter_kommando.keys()


TABELLER: dict[str, Overgangstabell] = {}
"""Every table that has been made, by name; docs and the state × role × command test read it."""
