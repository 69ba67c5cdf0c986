"""The decisions taken, with the conditions and the reasons."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from fotfeste.fag.mappe.deler.felles import ansatt, dag, i_sakene, per_sak, uten_tomme
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.vedtak.enums import Vedtaksstatus, Vedtakstype
from fotfeste.fag.vedtak.models import Vedtak
from fotfeste.regelverk.tid import EN_DAG

_I_MAPPEN = {Vedtakstype.FRAVAERSTREKK: str(Vedtakstype.ENDRING)}
"""Kinds the form of the case file has no word for: a deduction for absence changes the stønad."""


def hent(saker: Sequence[Sak], unntatt: frozenset[UUID]) -> dict[UUID, Any]:
    fattet = (
        # The case file has no kind for money paid back: what is agreed with one office is settled there.
        Vedtak.objects.filter(status=Vedtaksstatus.FATTET, dato__isnull=False)
        .exclude(type=Vedtakstype.TILBAKEBETALING)
        .select_related("saksbehandler", "beslutter")
        .prefetch_related("vilkar")
        .defer("frosset")
    )
    rader = i_sakene(fattet.order_by("dato", "opprettet"), saker, unntatt)
    return per_sak((v.sak_id, ett) for v in rader for ett in _som_i_mappen(v))


def _som_i_mappen(v: Vedtak) -> Iterator[dict[str, Any]]:
    """The decision; and of a pause with a last day, that the programme goes on after it.

    In the case file a pause lasts until the programme is taken up again, whatever its `til`.
    """
    yield _vedtak(v)
    if v.type == Vedtakstype.AVBRUDD and v.til and v.til < date.max:
        videre = {"id": f"{v.pk}-gjenopptak", "type": str(Vedtakstype.GJENOPPTAK), "fra": dag(v.til + EN_DAG)}
        yield _vedtak(v) | videre | {"til": None, "forhandsvarsel": None}


def _vedtak(v: Vedtak) -> dict[str, Any]:
    return {
        "id": str(v.pk),
        "type": _I_MAPPEN.get(Vedtakstype(v.type), v.type),
        "soknad": str(v.soknad_id) if v.soknad_id else None,
        "dato": dag(v.dato),
        "fra": dag(v.fra),
        "til": dag(v.til),
        "saksbehandler": ansatt(v.saksbehandler),
        "beslutter": ansatt(v.beslutter),
        "begrunnelse": {
            "regler": v.begrunnelse_regler or None,
            "fakta": v.begrunnelse_fakta or None,
            "hensyn": v.begrunnelse_hensyn or None,
        },
        "avslagsgrunn": v.avslagsgrunn or None,
        "vilkar": [
            uten_tomme({"kode": ett.kode, "utfall": ett.utfall, "begrunnelse": ett.begrunnelse or None})
            for ett in sorted(v.vilkar.all(), key=lambda ett: ett.kode)
        ],
        "forhandsvarsel": dag(v.forhandsvarsel),
        "underrettet": dag(v.underrettet),
        "muntlig_forklart": dag(v.muntlig_forklart),
    }
