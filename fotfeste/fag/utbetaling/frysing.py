"""A reckoning as data to be kept: facts and answer in the form of `fotfeste beregn`, and every row of the way."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from fotfeste.fag.oppmote.models import Timeliste
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.utbetaling.models import Beregning
from fotfeste.regelverk import stonad
from fotfeste.regelverk.tid import Periode

REGELVERSJON = "2026-07"
"""Which text of the law the reckoning follows: the month of the law data in docs/algoritmer/stonad.md."""


def frys(
    sak: Sak, fakta: stonad.Stonadsfakta, beregning: stonad.Beregning, *, timeliste: Timeliste | None
) -> Beregning:
    """An unsaved Beregning. The caller saves it, alone or many at once."""
    if fakta.kjent_dato is None:
        raise ValueError("A frozen reckoning must say as of which date the rates were known")
    ut = {
        "stonadsdager": beregning.stonadsdager,
        "linjer": beregning.linjer._asdict(),
        "brutto": beregning.brutto,
        "trekk": beregning.trekk,
        "netto": beregning.netto,
    }
    return Beregning(
        sak=sak,
        maned=date(fakta.ar, fakta.mnd, 1),
        timeliste=timeliste,
        kjent_dato=fakta.kjent_dato,
        inn=fakta_som_json(fakta),
        ut=ut,
        spor=[rad.som_json() for rad in beregning.spor],
        regelversjon=REGELVERSJON,
        brutto=beregning.brutto,
        netto=beregning.netto,
    )


def fakta_som_json(fakta: stonad.Stonadsfakta) -> dict[str, Any]:
    """The facts as JSON values, in the keys of `fotfeste beregn`; `vedtak` is a list here, as a month can have two."""
    valg = fakta.kommunale_valg
    return {
        "maned": f"{fakta.ar:04d}-{fakta.mnd:02d}",
        "fodselsdato": fakta.fodselsdato.isoformat(),
        "vedtak": [_periode(p) for p in fakta.vedtak],
        "kjent_dato": fakta.kjent_dato.isoformat() if fakta.kjent_dato else None,
        "barn": [{"fodselsdato": b.fodselsdato.isoformat(), **_periode(b.periode)} for b in fakta.barn],
        "avbrudd": [_periode(p) for p in fakta.avbrudd],
        "permisjon_uten_stonad": [_periode(p) for p in fakta.permisjon_uten_stonad],
        "arbeid": [{"dato": t.dato.isoformat(), "timer": _tall(t.timer)} for t in fakta.arbeid],
        "ugyldig_fravaer": [{"dato": t.dato.isoformat(), "timer": _tall(t.timer)} for t in fakta.ugyldig_fravaer],
        "andre_ytelser": [
            {"type": str(y.type), **_periode(y.periode), "belop_per_dag": _tall(y.belop_per_dag)}
            for y in fakta.andre_ytelser
        ],
        "trekk": [{"belop": _tall(t.belop), "hjemmel": t.hjemmel} for t in fakta.trekk],
        "kommunale_valg": {"fravaer_reduserer_barnetillegg": valg.fravaer_reduserer_barnetillegg},
    }


def _periode(periode: Periode) -> dict[str, str | None]:
    return {"fra": periode.fra.isoformat(), "til": periode.til.isoformat() if periode.til else None}


def _tall(tall: Fraction) -> str | int:
    """Exact: a whole number as such, anything else as decimal text (hours are in quarters, kroner whole)."""
    return tall.numerator if tall.denominator == 1 else str(Decimal(tall.numerator) / Decimal(tall.denominator))
