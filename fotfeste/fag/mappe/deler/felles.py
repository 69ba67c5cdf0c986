"""What the sections share: rows by case, and facts in the words of the schema."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any, TypeVar
from uuid import UUID

from django.db.models import Model, QuerySet

from fotfeste.fag.sak.models import Sak
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.organisasjon.models import Bruker

M = TypeVar("M", bound=Model)


def i_sakene(rader: QuerySet[M], saker: Sequence[Sak], unntatt: Collection[UUID] = ()) -> QuerySet[M]:
    """The rows of the cases, without those a read-in file says already."""
    rader = rader.filter(sak__in=[sak.pk for sak in saker])
    return rader.exclude(pk__in=unntatt) if unntatt else rader


def per_sak(rader: Iterable[tuple[UUID, dict[str, Any]]]) -> dict[UUID, list[dict[str, Any]]]:
    """The objects of each case, in order."""
    ut: defaultdict[UUID, list[dict[str, Any]]] = defaultdict(list)
    for sak_id, rad in rader:
        ut[sak_id].append(uten_tomme(rad))
    return ut


def uten_tomme(obj: dict[str, Any]) -> dict[str, Any]:
    """The object without the keys that say nothing: null, false and empty may be left out."""
    return {nokkel: verdi for nokkel, verdi in obj.items() if verdi not in (None, False, [], {})}


def dag(verdi: date | None) -> str | None:
    return verdi.isoformat() if verdi else None


def dagen(verdi: datetime | None) -> str | None:
    """The day of a moment, in Norway."""
    return klokke.dagen(verdi).isoformat() if verdi else None


def maned(verdi: date) -> str:
    return f"{verdi:%Y-%m}"


def tall(verdi: Decimal) -> int | float:
    """A number as it is written: 20, 7.5."""
    return int(verdi) if verdi == verdi.to_integral_value() else float(verdi)


def ansatt(bruker: Bruker | None) -> str:
    """The employee by what the login knows them by; empty where nobody is named."""
    return bruker.brukernavn if bruker else ""
