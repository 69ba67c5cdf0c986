"""(a) `beregn` with its trace, one case at a time on one core; and the whole command for information."""

from __future__ import annotations

import json
import tempfile
import time
from pathlib import Path

from bench.maling import Rad, fotfeste, median, tid, tider
from bench.saker import som_json, tette, vanlige
from fotfeste.regelverk.stonad import Stonadsfakta, beregn

MAL = 10_000


def mal(antall: int, ganger: int) -> list[Rad]:
    saker = vanlige(antall)
    per_sekund = antall / median(tider(lambda: _alle(saker), ganger))
    prosessor = antall / median(tider(lambda: _alle(saker), ganger, klokke=time.process_time))
    tett = tette(max(1, antall // 10), 2026, 6)
    tett_per_sekund = len(tett) / median(tider(lambda: _alle(tett), ganger))
    with tempfile.TemporaryDirectory() as mappe:
        fil = Path(mappe) / "inn.jsonl"
        fil.write_text("".join(json.dumps(som_json(nr, sak)) + "\n" for nr, sak in enumerate(saker)))
        kommando = antall / median([tid(lambda: fotfeste("beregn", "--forklar", inn=fil)) for _ in range(3)])
    return [
        Rad("a", "beregn med spor, én og én", f"{per_sekund:,.0f} saksmåneder/s", f"≥ {MAL:,}", per_sekund >= MAL),
        Rad("a", "— det samme i prosessortid", f"{prosessor:,.0f} saksmåneder/s"),
        Rad("a", "— med timer hver eneste dag", f"{tett_per_sekund:,.0f} saksmåneder/s"),
        Rad("a", "— hele kommandoen, JSON inn og ut", f"{kommando:,.0f} saksmåneder/s"),
    ]


def _alle(saker: list[Stonadsfakta]) -> None:
    for sak in saker:
        beregn(sak)
