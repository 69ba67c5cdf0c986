"""`fotfeste frister`: the worked examples exactly, and every way a line can be wrong."""

import io
import json
import sys
from pathlib import Path

import pytest

from fotfeste.regelverk.kontrakt import frister
from fotfeste.regelverk.kontrakt.felles import kjor

DATA = Path(__file__).parents[1] / "data" / "kontrakter"


def svar_pa(**linje: object) -> tuple[dict[str, object], int]:
    ut = io.StringIO()
    status = kjor(frister.svar, io.StringIO(json.dumps({"id": "f", **linje})), ut)
    return json.loads(ut.getvalue()), status


def test_eksemplene_stemmer_pa_tegnet() -> None:
    ut = io.StringIO()
    status = kjor(frister.svar, io.StringIO((DATA / "frister_inn.jsonl").read_text("utf-8")), ut)
    assert status == 0
    assert ut.getvalue() == (DATA / "frister_ut.jsonl").read_text("utf-8")


def test_bare_id_gir_bare_id() -> None:
    assert svar_pa() == ({"id": "f"}, 0)
    assert svar_pa(programstart=None, permisjon=[], avbrudd=None) == ({"id": "f"}, 0)


def test_apent_avbrudd_lar_maks_sta_tom() -> None:
    assert svar_pa(programstart="2026-01-05", avbrudd=[{"fra": "2026-02-01", "til": None}]) == ({"id": "f"}, 0)


def test_forklar(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO('{"id": "f", "vedtak_dato": "2026-03-02"}\n'))
    assert frister.main(["--forklar"]) == 0
    svar = json.loads(capsys.readouterr().out)
    (rad,) = svar.pop("spor")
    assert svar == {"id": "f", "klage_absolutt": "2027-03-02"}
    assert rad["kode"] == "klage_absolutt"
    assert rad["hjemmel"] == "fvl § 31 tredje ledd"
    assert rad["parametre"][0]["verdi"] == "12"


def test_uten_forklar_er_det_ikke_noe_spor(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO('{"id": "f", "avbrudd_fra": "2026-03-02"}\n'))
    assert frister.main([]) == 0
    assert capsys.readouterr().out == '{"id": "f", "avbrudd_ma_avsluttes": "2027-03-02"}\n'


@pytest.mark.parametrize(
    ("linje", "felt"),
    [
        ({"soknad_mottatt": "2026-02-30"}, "soknad_mottatt"),
        ({"vedtak_underrettet": 5}, "vedtak_underrettet"),
        ({"vedtak_dato": ""}, "vedtak_dato"),
        ({"programstart": "01.02.2026"}, "programstart"),
        ({"avbrudd_fra": True}, "avbrudd_fra"),
        ({"soknad": "2026-01-05"}, "soknad"),
        ({"permisjon": "2026-01-05"}, "permisjon"),
        ({"permisjon": [{"fra": "2026-01-05", "til": "2026-01-04"}]}, "permisjon[0].til"),
        ({"avbrudd": [{"fra": "2026-01-05"}, {"til": "2026-01-04"}]}, "avbrudd[1].fra"),
        ({"avbrudd": [None]}, "avbrudd[0]"),
        ({"permisjon": [{"fra": "2026-01-05", "grunn": "ferie"}]}, "permisjon[0].grunn"),
        ({"soknad_mottatt": "9999-12-01"}, "linje"),
    ],
)
def test_feil_i_linjen(linje: dict[str, object], felt: str) -> None:
    svar, status = svar_pa(**linje)
    assert status == 1
    assert svar["id"] == "f"
    assert [en["felt"] for en in svar["feil"]] == [felt]  # type: ignore[attr-defined]
