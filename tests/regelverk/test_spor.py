"""Every row a reckoning can show, to the letter: the numbers, the days, the provision and the words.

`tests/data/spor/ut.jsonl` was read line by line before it was stored. Who changes a sentence reads the new one there:
`fotfeste beregn --forklar < tests/data/spor/inn.jsonl > tests/data/spor/ut.jsonl`.
"""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest

from fotfeste.regelverk import spor
from fotfeste.regelverk.kontrakt import beregn
from fotfeste.regelverk.stonad import forklaring, regning

DATA = Path(__file__).parents[1] / "data" / "spor"
KODER = {
    *("stonadsdager", "avbrudd", "dagsats", "dagsats_under_25", "barnetillegg", "barnetillegg_ingen"),
    *("arbeid", "arbeid_utenfor", "arbeid_tak", "fravaer", "fravaer_kommunalt_valg", "fravaer_utenfor", "fravaer_tak"),
    *("samordning", "samordning_tak", "linje_stonad", "linje_barnetillegg", "linje_reduksjon_arbeid"),
    *("linje_reduksjon_fravaer", "linje_samordning", "brutto", "trekk", "netto"),
}


def linjer(navn: str) -> list[str]:
    return (DATA / navn).read_text(encoding="utf-8").splitlines()


@pytest.fixture
def regnet_pa_nytt() -> None:
    """Nothing remembered from an earlier reckoning, so that what is asked for is reckoned here."""
    for modul in (regning, forklaring, spor):
        for en in vars(modul).values():
            if hasattr(en, "cache_clear"):
                en.cache_clear()


@pytest.mark.usefixtures("regnet_pa_nytt")
@pytest.mark.parametrize(("inn", "ut"), [*zip(linjer("inn.jsonl"), linjer("ut.jsonl"), strict=True)])
def test_hver_rad_til_punkt_og_prikke(inn: str, ut: str, monkeypatch: pytest.MonkeyPatch) -> None:
    svar = io.StringIO()
    monkeypatch.setattr("sys.stdin", io.StringIO(inn))
    monkeypatch.setattr("sys.stdout", svar)
    assert beregn.main(["--forklar"]) == 0
    assert json.loads(svar.getvalue()) == json.loads(ut)


def test_eksemplene_viser_hvert_slags_rad() -> None:
    svar: list[dict[str, Any]] = [json.loads(linje) for linje in linjer("ut.jsonl")]
    assert {rad["kode"] for et in svar for rad in et["spor"]} == KODER
