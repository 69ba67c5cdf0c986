"""The sentence of each kind of event. Every subject registers its own in `hendelser.py`; the timeline reads as prose.

A sentence is a format string over the event's data plus `hvem` (who did it). `{mottatt:dato}` prints a stored date,
`{maned:maned}` a month, `{belop:kr}` an amount.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from string import Formatter
from typing import TYPE_CHECKING, Any

from fotfeste.grunnmur.ord import dato_ord, kroner_ord, maned_ord

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

SETNINGER: dict[str, StrOrPromise] = {}


def registrer(setninger: Mapping[str, StrOrPromise]) -> None:
    """Add a subject's sentences. ValueError when a code is taken."""
    for kode, setning in setninger.items():
        if kode in SETNINGER:
            raise ValueError(f"The event {kode} has a sentence already")
        SETNINGER[kode] = setning


class _Setningsform(Formatter):
    def format_field(self, value: Any, format_spec: str) -> str:
        match format_spec:
            case "dato":
                return dato_ord(date.fromisoformat(value[:10]))
            case "maned":
                return maned_ord(date.fromisoformat(value[:10]))
            case "kr":
                return kroner_ord(int(value))
            case _:
                return str(super().format_field(value, format_spec))


_FORM = _Setningsform()


def setning(kode: str, data: Mapping[str, Any], hvem: str) -> str:
    """The event in words. KeyError when the code has no sentence or the data lack something it needs."""
    return _FORM.format(str(SETNINGER[kode]), hvem=hvem, **data)
