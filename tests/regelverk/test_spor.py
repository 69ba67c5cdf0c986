"""Every row and every refusal the commands can show, to the letter: numbers, days, provision and words.

The answers in `tests/data/spor/` were read line by line before they were stored. Who changes a sentence reads the new
one there: `fotfeste beregn --forklar < beregn_inn.jsonl > beregn_ut.jsonl`, and the same for the others.
"""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from fotfeste.regelverk import spor
from fotfeste.regelverk.kontrakt import beregn, felles, fravaer, frister
from fotfeste.regelverk.stonad import forklaring, regning

DATA = Path(__file__).parents[1] / "data" / "spor"
KOMMANDOER: dict[str, Callable[[Sequence[str]], int]] = {
    "beregn": beregn.main,
    "fravaer": fravaer.main,
    "frister": frister.main,
}
KODER_I_BEREGN = {
    *("stonadsdager", "avbrudd", "dagsats", "dagsats_under_25", "barnetillegg", "barnetillegg_ingen"),
    *("arbeid", "arbeid_utenfor", "arbeid_tak", "fravaer", "fravaer_kommunalt_valg", "fravaer_utenfor", "fravaer_tak"),
    *("samordning", "samordning_tak", "linje_stonad", "linje_barnetillegg", "linje_reduksjon_arbeid"),
    *("linje_reduksjon_fravaer", "linje_samordning", "brutto", "trekk", "netto"),
}
HJELP = {
    "beregn": "Hva er en måneds kvalifiseringsstønad?",
    "fravaer": "Hvilke fraværsdager beholder stønaden, og etter hvilken regel?",
    "frister": "Hvilke datoer setter loven for saken?",
}


def linjer(navn: str) -> list[str]:
    return (DATA / navn).read_text(encoding="utf-8").splitlines()


@pytest.fixture
def kjor(monkeypatch: pytest.MonkeyPatch) -> Callable[[str, str, list[str]], tuple[int, str]]:
    """Run a command on the text, with nothing remembered from an earlier reckoning: status and answer."""

    def _kjor(kommando: str, inn: str, argumenter: list[str]) -> tuple[int, str]:
        for modul in (regning, forklaring, spor, felles):
            for en in vars(modul).values():
                if hasattr(en, "cache_clear"):
                    en.cache_clear()
        svar = io.StringIO()
        monkeypatch.setattr("sys.stdin", io.StringIO(inn))
        monkeypatch.setattr("sys.stdout", svar)
        return KOMMANDOER[kommando](argumenter), svar.getvalue()

    return _kjor


Kjor = Callable[[str, str, list[str]], tuple[int, str]]
ENKELTSVAR = [
    pytest.param(kommando, inn, ut, id=f"{kommando}-{nr}")
    for kommando in KOMMANDOER
    for nr, (inn, ut) in enumerate(
        zip(linjer(f"{kommando}_inn.jsonl"), linjer(f"{kommando}_ut.jsonl"), strict=True), start=1
    )
]


@pytest.mark.parametrize(("kommando", "inn", "ut"), ENKELTSVAR)
def test_hver_rad_til_punkt_og_prikke(kjor: Kjor, kommando: str, inn: str, ut: str) -> None:
    status, svar = kjor(kommando, inn, ["--forklar"])
    assert status == 0
    assert json.loads(svar) == json.loads(ut)


def test_eksemplene_viser_hvert_slags_rad() -> None:
    svar: list[dict[str, Any]] = [json.loads(linje) for linje in linjer("beregn_ut.jsonl")]
    assert {rad["kode"] for et in svar for rad in et["spor"]} == KODER_I_BEREGN


def test_hver_linje_med_feil_far_sin_setning(kjor: Kjor) -> None:
    """As a whole file: what is wrong in one line keeps no other from its answer, and blank lines are passed over."""
    status, svar = kjor("beregn", "\n".join(linjer("feil_inn.jsonl")), [])
    assert status == 1
    assert svar.splitlines() == linjer("feil_ut.jsonl")


@pytest.mark.parametrize("kommando", KOMMANDOER)
def test_hjelpen_sier_hva_en_kan_sporre_om(kommando: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as slutt:
        KOMMANDOER[kommando](["--help"])
    assert slutt.value.code == 0
    hjelp = " ".join(capsys.readouterr().out.split())
    assert hjelp.startswith(f"usage: fotfeste {kommando} [-h] [--forklar] {HJELP[kommando]}")
    assert "--forklar vis hvert ledd i utregningen («spor»)" in hjelp


@pytest.mark.parametrize("kommando", KOMMANDOER)
def test_et_ukjent_valg_er_feil_bruk(kommando: str) -> None:
    with pytest.raises(SystemExit) as slutt:
        KOMMANDOER[kommando](["--forklr"])
    assert slutt.value.code == 2
