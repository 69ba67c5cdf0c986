"""Cases to reckon: invented, the same every time. Real proportions are guessed; what counts is that they vary."""

from __future__ import annotations

import random
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from fotfeste.regelverk.stonad import (
    AnnenYtelse,
    Barn,
    KommunaleValg,
    Stonadsfakta,
    Timer,
    Trekk,
    Ytelsestype,
)
from fotfeste.regelverk.tid import Periode, er_hverdag, maned

KVARTER_PER_DAG = 30


def vanlige(antall: int, fro: int = 1) -> list[Stonadsfakta]:
    """Case-months of 2024–2026 as an office has them: most are whole months, some with work, absence and the rest."""
    tall = random.Random(fro)  # noqa: S311 - invented cases, not secrets
    return [_vanlig(tall, tall.randint(2024, 2026), tall.randint(1, 12)) for _ in range(antall)]


def tette(antall: int, ar: int, mnd: int, fro: int = 2) -> list[Stonadsfakta]:
    """Cases of one month, each with hours of work or absence, or both, on every weekday and some weekends."""
    tall = random.Random(fro)  # noqa: S311 - invented cases, not secrets
    return [_tett(tall, ar, mnd) for _ in range(antall)]


def _vanlig(tall: random.Random, ar: int, mnd: int) -> Stonadsfakta:
    hverdager = [dag for dag in maned(ar, mnd).dager() if er_hverdag(dag)]
    arbeid = tall.sample(hverdager, tall.randint(4, 10)) if tall.random() < 0.25 else []
    borte = tall.sample(hverdager, tall.randint(1, 3)) if tall.random() < 0.30 else []
    return Stonadsfakta(
        arbeid=tuple(Timer(dag, Fraction(tall.randint(4, 30), 4)) for dag in sorted(arbeid)),
        ugyldig_fravaer=tuple(Timer(dag, Fraction(tall.randint(4, 30), 4)) for dag in sorted(borte)),
        **_felles(tall, ar, mnd),
    )


def _tett(tall: random.Random, ar: int, mnd: int) -> Stonadsfakta:
    arbeid: list[Timer] = []
    fravaer: list[Timer] = []
    andel = tall.random()
    for dag in maned(ar, mnd).dager():
        if not er_hverdag(dag) and tall.random() < 0.8:
            continue
        i_arbeid = round(tall.randint(0, KVARTER_PER_DAG) * andel)
        arbeid.append(Timer(dag, Fraction(i_arbeid, 4)))
        if er_hverdag(dag):
            fravaer.append(Timer(dag, Fraction(tall.randint(0, KVARTER_PER_DAG - i_arbeid), 4)))
    return Stonadsfakta(arbeid=tuple(arbeid), ugyldig_fravaer=tuple(fravaer), **_felles(tall, ar, mnd))


def _felles(tall: random.Random, ar: int, mnd: int) -> dict[str, Any]:
    forste = date(ar, mnd, 1)
    fra = forste + timedelta(days=tall.randint(-330, 0) if tall.random() < 0.85 else tall.randint(1, 20))
    dag = timedelta(days=1)
    ung = tall.random() < 0.15
    return {
        "ar": ar,
        "mnd": mnd,
        "fodselsdato": forste - tall.randint(*((18 * 365, 26 * 365) if ung else (26 * 365, 60 * 365))) * dag,
        "vedtak": (Periode(fra, fra + 364 * dag),),
        "barn": tuple(
            Barn(forste - tall.randint(0, 18 * 365) * dag, Periode(fra, None))
            for _ in range(tall.choice([0, 0, 1, 2, 3]))
        ),
        "avbrudd": (Periode(forste + 9 * dag, forste + tall.randint(10, 40) * dag),) if tall.random() < 0.03 else (),
        "andre_ytelser": (
            (AnnenYtelse(Ytelsestype.SYKEPENGER, Periode(fra, None), Fraction(tall.randint(50, 900))),)
            if tall.random() < 0.05
            else ()
        ),
        "trekk": (Trekk(Fraction(tall.randint(100, 3000)), "sotjl § 40"),) if tall.random() < 0.03 else (),
        "kommunale_valg": KommunaleValg(fravaer_reduserer_barnetillegg=tall.random() < 0.2),
    }


def som_json(ident: int, fakta: Stonadsfakta) -> dict[str, Any]:
    """The line `fotfeste beregn` reads."""
    return {
        "id": str(ident),
        "maned": f"{fakta.ar}-{fakta.mnd:02d}",
        "fodselsdato": fakta.fodselsdato.isoformat(),
        "vedtak": _periode(fakta.vedtak[0]),
        "barn": [{"fodselsdato": et.fodselsdato.isoformat(), **_periode(et.periode)} for et in fakta.barn],
        "avbrudd": [_periode(periode) for periode in fakta.avbrudd],
        "arbeid": [_timer(rad) for rad in fakta.arbeid],
        "ugyldig_fravaer": [_timer(rad) for rad in fakta.ugyldig_fravaer],
        "andre_ytelser": [
            {"type": str(y.type), **_periode(y.periode), "belop_per_dag": int(y.belop_per_dag)}
            for y in fakta.andre_ytelser
        ],
        "trekk": [{"belop": int(ett.belop), "hjemmel": ett.hjemmel} for ett in fakta.trekk],
        "kommunale_valg": {"fravaer_reduserer_barnetillegg": fakta.kommunale_valg.fravaer_reduserer_barnetillegg},
    }


def _periode(periode: Periode) -> dict[str, str]:
    ut = {"fra": periode.fra.isoformat()}
    return ut if periode.til is None else ut | {"til": periode.til.isoformat()}


def _timer(rad: Timer) -> dict[str, Any]:
    return {"dato": rad.dato.isoformat(), "timer": float(rad.timer)}  # quarters are exact as decimals
