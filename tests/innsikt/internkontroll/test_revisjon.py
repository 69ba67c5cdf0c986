"""The audit as a whole: the contract's example, from a file, and what a second line of the same case does."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from fotfeste.fag.mappe.lesing import les_linje
from fotfeste.innsikt.internkontroll.kommando import main, revider_fil
from fotfeste.innsikt.internkontroll.revisjon import funn_i, revider
from fotfeste.innsikt.internkontroll.typer import STANDARD
from tests.innsikt.internkontroll.mapper import D, mappe, vedtak

DATA = Path(__file__).resolve().parents[2] / "data" / "kontrakter"
FIL, SVAR = DATA / "saksmapper.jsonl", json.loads((DATA / "revisjon_ut.json").read_text(encoding="utf-8"))


def kjor(fil: Path, *, som_json: bool = True) -> tuple[int, str, str]:
    ut, feil = io.StringIO(), io.StringIO()
    return revider_fil(fil, D, som_json=som_json, ut=ut, feil=feil), ut.getvalue(), feil.getvalue()


def test_eksemplet_i_kontrakten() -> None:
    status, ut, feil = kjor(FIL)
    assert (status, feil) == (0, "")
    assert json.loads(ut) == SVAR


def test_en_linje_som_ikke_kan_leses_gir_status_1_og_de_andre_er_med(tmp_path: Path) -> None:
    fil = tmp_path / "saker.jsonl"
    fil.write_bytes(b'{"sak_id": "Y"}\n' + FIL.read_bytes())
    status, ut, feil = kjor(fil)
    assert status == 1
    assert json.loads(ut) == SVAR
    assert "Linje 1 (Y): person: Feltet mangler." in feil


def test_en_sak_som_kommer_to_ganger_teller_som_den_kom_sist() -> None:
    god, darlig = mappe(vedtak=(vedtak(),)), mappe(vedtak=(vedtak(beslutter="A"),))
    svar = revider([(darlig, STANDARD), (god, STANDARD)], D).som_json()["kriterier"]
    assert isinstance(svar, list)
    assert svar[8] == {"kode": "R09", "kontrollert": 1, "brudd": []}


def test_to_kommuner_kan_ha_samme_sak_id() -> None:
    her, der = mappe(vedtak=(vedtak(beslutter="A"),)), mappe(vedtak=(vedtak(beslutter="A"),))._replace(kommune="0301")
    svar = revider([(her, STANDARD), (der, STANDARD)], D)
    assert svar.antall == 2
    assert svar.svar[8].brudd == ("X", "X")


def test_tabellen_sier_det_med_ord() -> None:
    _, ut, _ = kjor(FIL, som_json=False)
    brutte = sum(bool(ett["brudd"]) for ett in SVAR["kriterier"])
    assert "40 saker" in ut
    assert f"{brutte} av 38 kriterier er brutt i noen sak." in ut
    assert "R01        33      3  Arbeidsevnevurderingen er ferdig før programmet innvilges" in ut
    assert "S11-0001, S11-0005, S11-0024" in ut
    assert "Bergen: 6 av 10" in ut


def test_funnene_i_en_sak_sier_hvor() -> None:
    lest = les_linje(FIL.read_text(encoding="utf-8").splitlines()[0]).mappe
    assert lest is not None
    funn = {ett.kriterium.kode: ett.hva for ett in funn_i(lest, D)}
    assert set(funn) == {ett["kode"] for ett in SVAR["kriterier"] if "S11-0000" in ett["brudd"]}
    assert funn["R03"] == (lest.vedtak[0],)


@pytest.mark.parametrize("argumenter", [["--fil", "x"], ["--dato", "2026-02-30", "--fil", "x"], ["--dato", "i dag"]])
def test_feil_bruk_gir_status_2(argumenter: list[str]) -> None:
    with pytest.raises(SystemExit) as stanset:
        main(argumenter)
    assert stanset.value.code == 2


def test_en_fil_som_ikke_finnes_gir_status_2(tmp_path: Path) -> None:
    status, _, feil = kjor(tmp_path / "borte.jsonl")
    assert status == 2
    assert "borte.jsonl" in feil


def test_fra_fil_trengs_verken_django_eller_database() -> None:
    """And it starts quickly: the modules of Django are not even loaded."""
    kode = (
        "import sys; from fotfeste.kommandolinje import main;"
        f" status = main(['revisjon', '--dato', '2026-11-01', '--json', '--fil', {str(FIL)!r}]);"
        " print('django' in sys.modules, file=sys.stderr); sys.exit(status)"
    )
    svar = subprocess.run([sys.executable, "-c", kode], capture_output=True, text=True, check=True)
    assert json.loads(svar.stdout) == SVAR
    assert svar.stderr.strip() == "False"
    assert date.fromisoformat(SVAR["dato"]) == D
