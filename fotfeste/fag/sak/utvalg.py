"""The cases a page asks about, and which of the seldom used tables have a row for any of them.

A case uses few of the house's tables: most have no complaint, no move, no hand-over. One question tells which have
any, and the rooms ask only those.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from functools import cache
from typing import TypeVar
from uuid import UUID

from django.db import connection
from django.db.models import Model, QuerySet

M = TypeVar("M", bound=Model)
_HAR = "EXISTS (SELECT 1 FROM {} WHERE sak_id IN (SELECT id FROM saker))"


class Saksutvalg(list[UUID]):
    """Ids of cases. `tomme`: the tables known to have no row for any of them."""

    tomme: frozenset[type[Model]] = frozenset()


def saksutvalg(ider: Iterable[UUID], sjeldne: Collection[type[Model]]) -> Saksutvalg:
    """The cases, with which of the tables they have nothing in. One query."""
    utvalg = Saksutvalg(ider)
    if utvalg and sjeldne:
        modeller = sorted(sjeldne, key=lambda modell: modell._meta.db_table)
        with connection.cursor() as peker:
            peker.execute(_sporsmal(tuple(modell._meta.db_table for modell in modeller)), [list(utvalg)])
            svar = peker.fetchone() or ()
        utvalg.tomme = frozenset(modell for modell, har in zip(modeller, svar, strict=True) if not har)
    return utvalg


@cache
def _sporsmal(tabeller: tuple[str, ...]) -> str:
    har = [_HAR.format(connection.ops.quote_name(tabell)) for tabell in tabeller]
    return f"WITH saker AS MATERIALIZED (SELECT unnest(%s::uuid[]) AS id) SELECT {', '.join(har)}"


def rader_i(sak_ids: Sequence[UUID], modell: type[M]) -> QuerySet[M]:
    """The table's rows of the cases; where it is known to have none, the database is not asked."""
    rader: QuerySet[M] = modell._default_manager.filter(sak_id__in=sak_ids)
    return rader.none() if isinstance(sak_ids, Saksutvalg) and modell in sak_ids.tomme else rader
