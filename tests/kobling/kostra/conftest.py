"""A clean record of the 2026 file, and one with some fields written over."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from fotfeste.kobling.kostra.felter import oppsett

DATA = Path(__file__).parents[2] / "data" / "kostra"

# Somebody who completed the programme on 31 March 2026 and got work. The number is synthetic (+80 on the month).
REN = {
    "KOMMUNE_NR": "4204",
    "VERSION": "26",
    "FODSELSDATO": "15061990",
    "PERSON_JOURNALNR": "J0000001",
    "PERSON_FODSELSNR": "15869000016",
    "KJONN": "1",
    "EKTSTAT": "1",
    "BU18": "2",
    "REG_DATO": "05012026",
    "VEDTAK_DATO": "20012026",
    "BEGYNT_DATO": "01022026",
    "KVP_KOMM": "2",
    "KVP_MED_ASTONAD": "2",
    "STMND_2": "02",
    "STMND_3": "03",
    "KVP_STONAD": "45000",
    "STATUS": "3",
    "AVSL_DATO": "31032026",
    "AVSL_ORDINAERTARB": "01",
    "AVSL_VIKTIGSTE_INNTEKT": "01",
    "SAKSBEHANDLER": "SAKSB1",
}


@pytest.fixture
def linje() -> Callable[..., str]:
    """Make a line: the clean record with the given fields written over, as they are to stand."""

    def lag(**endret: str) -> str:
        felter = REN | endret
        return "".join(
            verdi.rjust(plass.bredde) if plass.felt.type == "heltall" else verdi.ljust(plass.bredde)
            for plass in oppsett(2026).plasser
            for verdi in [felter.get(plass.felt.navn, "")]
        )

    return lag


def les_jsonl(navn: str) -> list[dict[str, Any]]:
    """The rows of a zipped example file."""
    return [json.loads(rad) for rad in gzip.decompress((DATA / navn).read_bytes()).splitlines()]


@pytest.fixture(scope="session")
def handlaget() -> list[dict[str, Any]]:
    """222 files written by hand, with the words SSB's program answered."""
    return les_jsonl("golden.jsonl.gz")


@pytest.fixture(scope="session")
def tilfeldige() -> list[dict[str, Any]]:
    """1,500 random files, with the controls that reported in SSB's program."""
    return les_jsonl("golden_tilfeldige.jsonl.gz")


@pytest.fixture(scope="session")
def fasit() -> dict[str, Any]:
    """The official fields, layouts and controls."""
    fakta: dict[str, Any] = json.loads(gzip.decompress((DATA / "fasit.json.gz").read_bytes()))
    return fakta
