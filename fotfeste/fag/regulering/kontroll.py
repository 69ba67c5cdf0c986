"""The same months reckoned another way, day by day in vectors, so that the sum does not rest on one road alone."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from fotfeste.fag.sak.models import Sak
from fotfeste.fag.utbetaling.grunnlag import stonadsfakta_for
from fotfeste.regelverk.stonad import Stonadsfakta
from fotfeste.regelverk.vektor import beregn_mange, bunke_av


def kontrollregn(saker: Sequence[Sak], maned: date, kjent_dato: date) -> dict[UUID, int]:
    """Gross kroner of the month for each case (with `person` loaded), by `regelverk/vektor`, from facts asked for anew.

    A case whose numbers are too odd for 64 bits is left out: nobody has controlled it.
    """
    return _regn(list(stonadsfakta_for(saker, maned, kjent_dato=kjent_dato).items())) if saker else {}


def _regn(fakta: list[tuple[UUID, Stonadsfakta]]) -> dict[UUID, int]:
    try:
        brutto = beregn_mange(bunke_av([ett for _sak, ett in fakta])).brutto
    except OverflowError:
        if len(fakta) == 1:
            return {}
        midt = len(fakta) // 2
        return _regn(fakta[:midt]) | _regn(fakta[midt:])
    return {sak_id: int(kroner) for (sak_id, _ett), kroner in zip(fakta, brutto, strict=True)}
