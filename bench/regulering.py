"""(g) A grunnbeløp that came late, for a whole municipality: dry run, carried out by another, and the letters.

The participants are those of part c, one month each, reckoned the day before the grunnbeløp of 2026 was made known.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from bench.maling import Rad, minne_mib, tid
from bench.utbetaling import egen_database, kjoring_og_aktorer, last_inn

DAGEN_FOR, ETTER = date(2026, 5, 21), date(2026, 6, 8)
BREV = 200
"""So many letters are timed; the rest cost the same."""


def mal(storrelser: tuple[int, ...]) -> list[Rad]:
    with egen_database():
        rader = [
            _rad(antall, _kjor(*_betalt(*kjoring_og_aktorer(*last_inn(antall))), antall=antall))
            for antall in storrelser
        ]
    return [*rader, Rad("g", "— minne (uten databasen)", f"{minne_mib()} MiB")]


def _betalt(kjoring: Any, okonomi: Any, okonomi2: Any) -> tuple[Any, Any, Any]:
    """A released run of May that did not know the new grunnbeløp; its municipality, and two in økonomi."""
    from fotfeste.fag.utbetaling import services
    from fotfeste.grunnmur import klokke

    with klokke.still_til(DAGEN_FOR):
        services.kjoring_forbered(okonomi, kjoring)
    with klokke.still_til(ETTER):
        services.kjoring_frigi(okonomi2, kjoring)
    return kjoring.kommune, okonomi, okonomi2


def _kjor(kommune, okonomi, okonomi2, *, antall: int) -> dict[str, float]:  # type: ignore[no-untyped-def]
    """Seconds of each step. Raises AssertionError unless everyone was answered and both ways of reckoning agree."""
    from fotfeste.fag.regulering import services
    from fotfeste.fag.regulering.models import Reguleringslinje
    from fotfeste.fag.regulering.selectors import sammendrag
    from fotfeste.grunnmur import klokke

    with klokke.still_til(ETTER):
        regulering = services.regulering_opprett(
            okonomi, kommune=kommune, parameter="grunnbelop", gjelder_fra=date(2026, 5, 1)
        )
        tider = {"prøvekjørt": tid(lambda: services.regulering_prov(okonomi, regulering))}
        regulering.refresh_from_db()
        regulering = services.regulering_gjennomfor(okonomi2, regulering)
        tider["gjennomført"] = tid(lambda: services.regulering_fullfor(okonomi2, regulering))
        svar = sammendrag(regulering)
        if (regulering.linjer.count(), svar.kontroll_stemmer) != (antall, True):
            raise AssertionError(f"{regulering.linjer.count()} of {antall}, {svar.belop} and {svar.kontroll}")
        regulering.refresh_from_db()
        sist = regulering.linjer.order_by("pk").values_list("pk", flat=True)[BREV:]
        Reguleringslinje.objects.filter(pk__in=list(sist), differanse__isnull=False).update(varslet=klokke.na())
        sekunder = tid(lambda: tider.update(antall=services.regulering_varsle(okonomi2, regulering)))
        tider["brev"] = sekunder / max(1, tider.pop("antall"))
    return tider


def _rad(antall: int, steg: dict[str, float]) -> Rad:
    sum_ = steg["prøvekjørt"] + steg["gjennomført"]
    svar = f"{sum_:.1f} s (prøvekjørt {steg['prøvekjørt']:.1f}, gjennomført {steg['gjennomført']:.1f})"
    return Rad("g", f"regulering, {antall:,} deltakere", f"{svar}, og {steg['brev'] * 1000:.0f} ms for hvert brev")
