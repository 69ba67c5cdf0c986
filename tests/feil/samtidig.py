"""Several processes that begin at the same moment."""

from __future__ import annotations

import os
from collections.abc import Callable

from django.db import connection

from bench.feil import gren
from fotfeste.grunnmur.feil import Fagfeil

SVAR_MAKS = 65_536


def samtidig(*arbeid: Callable[[], str]) -> list[str]:
    """What each answers, or the sentence of its Fagfeil. Each has a process and a connection of its own."""
    vent, begynn = os.pipe()
    svar = [_gren(ett, vent, begynn) for ett in arbeid]
    os.close(vent)
    os.close(begynn)  # nobody holds it any more: all of them read its end, and begin
    return [_les(rad) for rad in svar]


def _gren(arbeid: Callable[[], str], vent: int, begynn: int) -> tuple[int, int]:
    les, skriv = os.pipe()

    def i_barnet() -> None:
        os.close(begynn)
        connection.ensure_connection()
        os.read(vent, 1)
        try:
            svar = arbeid()
        except Fagfeil as feil:
            svar = feil.melding
        os.write(skriv, svar.encode())

    barn = gren(i_barnet)
    os.close(skriv)
    return barn, les


def _les(rad: tuple[int, int]) -> str:
    barn, les = rad
    svar = os.read(les, SVAR_MAKS).decode()
    os.close(les)
    assert os.waitstatus_to_exitcode(os.waitpid(barn, 0)[1]) == 0, "the process failed by itself: see above"
    return svar
