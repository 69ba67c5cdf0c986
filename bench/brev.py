"""(e) Letters as PDF/UA, one at a time in a warm process, no two alike."""

from __future__ import annotations

import io
import random
import time
from dataclasses import replace
from datetime import timedelta

import pikepdf

from bench.maling import Rad, median, minne_mib, ms, persentil
from fotfeste.fag.brev.innhold import Avsnitt, Blokk, Brev, Del
from fotfeste.fag.brev.pdf import som_pdf
from tests.fag.brev.eksempler import ALLE, NAVN, lag_innvilgelse

MAL = 0.025
ORD = ["du", "vi", "har", "kurs", "praksis", "møte", "uke", "timer", "plan", "arbeid", "avtale", "veileder", "norsk"]


def mal(antall: int, ganger: int) -> list[Rad]:
    tall = random.Random(4)  # noqa: S311 - invented letters, not secrets
    brev = [_varier(tall, lag(tall.choice(NAVN))) for _ in range(antall) for lag in ALLE.values()]
    som_pdf(brev[0])
    tider = [_tid(et) for et in brev]
    lange = [_tid(_varier(tall, lag_innvilgelse(NAVN[0], full=True))) for _ in range(ganger)]
    tagget = sum(er_pdf_ua(som_pdf(lag("Kari Fjell"))) for lag in ALLE.values())
    midt, sene = median(tider), persentil(tider, 95)
    return [
        Rad("e", f"brev, {len(tider)} ulike: median", ms(midt), f"≤ {ms(MAL)}", midt <= MAL),
        Rad("e", "— 95 av 100 innen", ms(sene), f"≤ {ms(MAL)}", sene <= MAL),
        Rad("e", "— merket PDF/UA-1", f"{tagget} av {len(ALLE)} maler", "alle", tagget == len(ALLE)),
        Rad("e", "— det lengste vi kan få (seks sider)", ms(median(lange))),
        Rad("e", "— minne", f"{minne_mib()} MiB"),
    ]


def _tid(brev: Brev) -> float:
    start = time.perf_counter()
    som_pdf(brev)
    return time.perf_counter() - start


def er_pdf_ua(pdf: bytes) -> bool:
    """Whether the file is tagged and says it keeps to PDF/UA-1."""
    with pikepdf.open(io.BytesIO(pdf)) as fil, fil.open_metadata() as meta:
        return bool(fil.Root.MarkInfo.Marked) and meta.get("pdfuaid:part") == "1"


def _varier(tall: random.Random, brev: Brev) -> Brev:
    """The same kind of letter with other words in every paragraph, so that nothing is laid out beforehand."""
    return replace(
        brev,
        saksnummer=f"2026/{tall.randrange(10_000):04d}",
        dato=brev.dato + timedelta(days=tall.randrange(300)),
        kortversjon=(*brev.kortversjon, _setning(tall)),
        deler=tuple(_ny_del(tall, del_) for del_ in brev.deler),
    )


def _ny_del(tall: random.Random, del_: Del) -> Del:
    return replace(
        del_,
        blokker=tuple(_ny_blokk(tall, blokk) for blokk in del_.blokker),
        underdeler=tuple(_ny_del(tall, under) for under in del_.underdeler),
    )


def _ny_blokk(tall: random.Random, blokk: Blokk) -> Blokk:
    return replace(blokk, tekst=f"{blokk.tekst} {_setning(tall)}") if isinstance(blokk, Avsnitt) else blokk


def _setning(tall: random.Random) -> str:
    return " ".join(tall.choices(ORD, k=tall.randint(5, 12))).capitalize() + "."
