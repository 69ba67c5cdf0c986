"""`fotfeste fravaer`: the worked examples exactly, and every way a line can be wrong."""

import io
import json
import sys
from pathlib import Path

import pytest

from fotfeste.regelverk.kontrakt import fravaer
from fotfeste.regelverk.kontrakt.felles import kjor

DATA = Path(__file__).parents[1] / "data" / "kontrakter"
LINJE: dict[str, object] = {"id": "a", "programstart": "2025-01-06", "fodselsdato": "1990-05-05"}


def svar_pa(tekst: str) -> tuple[list[dict[str, object]], int]:
    ut = io.StringIO()
    status = kjor(fravaer.svar, io.StringIO(tekst), ut)
    return [json.loads(linje) for linje in ut.getvalue().splitlines()], status


def med(*fravaer: dict[str, object], **mer: object) -> str:
    return json.dumps({**LINJE, "fravaer": list(fravaer), **mer})


def ett(**mer: object) -> dict[str, object]:
    grunn = {"id": "x", "fra": "2025-05-05", "til": "2025-05-06", "arsak": "ferie"}
    return {nokkel: verdi for nokkel, verdi in {**grunn, **mer}.items() if verdi is not ...}


def feil_i(linje: str) -> list[str]:
    """The fields the one line is wrong in; the line must be answered as wrong, with its id, and in words."""
    (svar,), status = svar_pa(linje)
    assert status == 1
    assert svar["id"] == "a"
    feil = svar["feil"]
    assert isinstance(feil, list)
    assert all(set(en) == {"felt", "melding"} and en["melding"].endswith(".") for en in feil)
    assert not any("ugyldig" in en["melding"] for en in feil)
    return [en["felt"] for en in feil]


# The examples given, and our own: reckoned by hand at the edges of the year, the weeks, the ages and the leap day.
@pytest.mark.parametrize("navn", ["fravaer", "fravaer_egne"])
def test_eksemplene_stemmer_pa_tegnet(navn: str) -> None:
    ut = io.StringIO()
    status = kjor(fravaer.svar, io.StringIO((DATA / f"{navn}_inn.jsonl").read_text("utf-8")), ut)
    assert status == 0
    assert ut.getvalue() == (DATA / f"{navn}_ut.jsonl").read_text("utf-8")


def test_kommandoen_leser_inn_og_skriver_ut(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(med(ett()) + "\n"))
    assert fravaer.main([]) == 0
    assert json.loads(capsys.readouterr().out) == {
        "id": "a",
        "fravaer": {"x": {"2025-05-05": "gyldig fk-17", "2025-05-06": "gyldig fk-17"}},
    }


def test_forklar_legger_til_spor(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(med(ett()) + "\n"))
    assert fravaer.main(["--forklar"]) == 0
    (rad,) = json.loads(capsys.readouterr().out)["spor"]
    assert rad["fravaer"] == "x"
    assert (rad["fra"], rad["til"], rad["kode"], rad["hjemmel"]) == (
        "2025-05-05",
        "2025-05-06",
        "gyldig fk-17",
        "forskriften § 17",
    )
    assert rad["parametre"][0]["verdi"] == "25"
    assert rad["parametre"][0]["kilde"] == "FOR-2011-12-21-1471"
    assert rad["tekst"].startswith("5. mai 2025 til og med 6. mai 2025: Du hadde ferie.")


def test_ukjent_valg_er_feil_bruk() -> None:
    with pytest.raises(SystemExit) as slutt:
        fravaer.main(["--forklarr"])
    assert slutt.value.code == 2


def test_lister_kan_utelates_og_null_er_utelatt() -> None:
    svar, status = svar_pa(json.dumps({**LINJE, "barn": None, "alene_om_omsorg": None}))
    assert (svar, status) == ([{"id": "a", "fravaer": {}}], 0)
    assert svar_pa(med(ett(legeerklaering=None, barn=None, termin=None, fodt=None, timer=None)))[1] == 0


def test_timer_endrer_ingenting() -> None:
    for timer in (0, 3.5, 24):
        assert svar_pa(med(ett(timer=timer))) == svar_pa(med(ett()))


def test_alene_om_omsorg_utelatt_er_nei() -> None:
    barn = [{"fodselsdato": "2020-01-01", "kronisk_syk": False}]
    lenge = ett(arsak="barns_sykdom", barn=0, til="2025-06-06", legeerklaering=[{"fra": "2025-05-05"}])
    (svar,), _ = svar_pa(med(lenge, barn=barn))
    dager = svar["fravaer"]["x"]  # type: ignore[index]
    assert sum(ett == "gyldig fk-11" for ett in dager.values()) == 10


def test_svarene_star_i_linjens_rekkefolge() -> None:
    (svar,), _ = svar_pa(med(ett(id="sent", fra="2025-06-02", til="2025-06-02"), ett(id="tidlig")))
    assert list(svar["fravaer"]) == ["sent", "tidlig"]  # type: ignore[call-overload]


def test_apen_legeerklaering() -> None:
    (svar,), _ = svar_pa(med(ett(arsak="egen_sykdom", legeerklaering=[{"fra": "2025-05-05"}])))
    assert svar["fravaer"] == {"x": {"2025-05-05": "gyldig fk-5", "2025-05-06": "gyldig fk-5"}}


@pytest.mark.parametrize(
    ("fravaer", "felt"),
    [
        (ett(id=...), "id"),
        (ett(id=7), "id"),
        (ett(fra=...), "fra"),
        (ett(til=...), "til"),
        (ett(til=None), "til"),
        (ett(fra="2025-02-29"), "fra"),
        (ett(fra="2025-2-1"), "fra"),
        (ett(fra="20250201"), "fra"),
        (ett(fra="2025-W01-1"), "fra"),
        (ett(fra="2025-05-05T00:00:00"), "fra"),
        (ett(fra=20250505), "fra"),
        (ett(til="2025-05-04"), "til"),
        (ett(arsak=...), "arsak"),
        (ett(arsak="syk"), "arsak"),
        (ett(arsak=["ferie"]), "arsak"),
        (ett(ukjent=1), "ukjent"),
        (ett(timer=-1), "timer"),
        (ett(timer=24.5), "timer"),
        (ett(timer="7"), "timer"),
        (ett(timer=True), "timer"),
        (ett(arsak="barns_sykdom"), "barn"),
        (ett(arsak="barns_sykdom", barn=2), "barn"),
        (ett(arsak="barns_sykdom", barn=-1), "barn"),
        (ett(arsak="barns_sykdom", barn=True), "barn"),
        (ett(arsak="barns_sykdom", barn="0"), "barn"),
        (ett(arsak="barns_sykdom", barn=0.0), "barn"),
        (ett(barn=2), "barn"),
        (ett(arsak="for_termin"), "termin"),
        (ett(arsak="for_termin", termin="2025-13-01"), "termin"),
        (ett(arsak="fodsel"), "fodt"),
        (ett(arsak="fars_omsorg", fodt="i går"), "fodt"),
        (ett(legeerklaering={}), "legeerklaering"),
        (ett(legeerklaering=["2025-05-05"]), "legeerklaering[0]"),
        (ett(legeerklaering=[{"til": "2025-05-05"}]), "legeerklaering[0].fra"),
        (ett(legeerklaering=[{"fra": "2025-05-06", "til": "2025-05-05"}]), "legeerklaering[0].til"),
        (ett(legeerklaering=[{"fra": "2025-05-06", "lege": "Bø"}]), "legeerklaering[0].lege"),
    ],
)
def test_feil_i_et_fravaer(fravaer: dict[str, object], felt: str) -> None:
    barn = [{"fodselsdato": "2020-01-01", "kronisk_syk": False}] * 2
    assert feil_i(med(ett(id="y"), fravaer, barn=barn)) == [f"fravaer[1].{felt}"]


@pytest.mark.parametrize(
    ("mer", "felt"),
    [
        ({"programstart": None}, "programstart"),
        ({"programstart": "2025-04-31"}, "programstart"),
        ({"fodselsdato": None}, "fodselsdato"),
        ({"kommune": "4204"}, "kommune"),
        ({"barn": "to"}, "barn"),
        ({"barn": [{"kronisk_syk": False}]}, "barn[0].fodselsdato"),
        ({"barn": [{"fodselsdato": "2020-01-01"}]}, "barn[0].kronisk_syk"),
        ({"barn": [{"fodselsdato": "2020-01-01", "kronisk_syk": "nei"}]}, "barn[0].kronisk_syk"),
        ({"barn": [{"fodselsdato": "2020-01-01", "kronisk_syk": False, "navn": ""}]}, "barn[0].navn"),
        ({"barn": [7]}, "barn[0]"),
        ({"alene_om_omsorg": 1}, "alene_om_omsorg"),
        ({"fravaer": {"x": 1}}, "fravaer"),
        ({"fravaer": [ett(), ett(fra="2025-05-20", til="2025-05-20")]}, "fravaer[1].id"),
    ],
)
def test_feil_i_linjen(mer: dict[str, object], felt: str) -> None:
    assert feil_i(med(**mer)) == [felt]


def test_alle_feil_i_en_linje_meldes() -> None:
    felt = feil_i(med(ett(fra="i dag", arsak="?"), ett(id="y", timer=25), programstart=None))
    assert felt == ["programstart", "fravaer[0].arsak", "fravaer[0].fra", "fravaer[1].timer"]


def test_dobbel_nokkel_er_en_feil() -> None:
    linje = med(ett(), programstart="2025-01-06").replace('"fodselsdato"', '"programstart"', 1)
    assert "programstart" in feil_i(linje)
    (svar,), _ = svar_pa('{"id": "a", "id": "b"}')
    assert svar["id"] is None


def test_andre_linjer_far_svar_selv_om_en_er_feil() -> None:
    god = med(ett())
    svar, status = svar_pa(f"\n{god}\n   \nikke json\n{{}}\n[1]\n{god}\n\n")
    assert status == 1
    assert [linje["id"] for linje in svar] == ["a", None, None, None, "a"]
    assert svar[0] == svar[4]
    felt = [[en["felt"] for en in linje["feil"]] for linje in svar[1:4]]  # type: ignore[attr-defined]
    assert felt == [["linje"], ["id", "programstart", "fodselsdato"], ["linje"]]


@pytest.mark.parametrize(
    "linje",
    [
        '{"id": "a"',
        "[" * 100_000,
        '{"id": ' + "9" * 5000 + "}",
        "null",
        '"tekst"',
        '{"id": NaN}',
        '{"id": 5}',
        '{"id": null}',
        "\udce6",
    ],
)
def test_uleselig_linje_har_ingen_id(linje: str) -> None:
    (svar,), status = svar_pa(linje + "\n")
    assert (svar["id"], status) == (None, 1)


@pytest.mark.parametrize("tall", ["NaN", "Infinity", "-Infinity", "1e400", "1e999999999", "1e-999999999", "-0.5"])
def test_tall_som_ikke_er_timer(tall: str) -> None:
    assert feil_i(med(ett(timer="TALL")).replace('"TALL"', tall)) == ["fravaer[0].timer"]


def test_dato_ved_kalenderens_slutt_er_en_feil_i_linjen() -> None:
    fodt = ett(arsak="fodsel", fodt="9999-12-30", fra="9999-12-30", til="9999-12-31")
    assert feil_i(med(fodt)) == ["linje"]


def test_halvt_tegn_i_id_gir_likevel_en_linje_utf8() -> None:
    (svar,), _ = svar_pa(json.dumps({**LINJE, "id": "\ud800"}))
    assert svar["id"] == "\ud800"


def test_filen_leses_som_utf8_uansett_oppsett_og_bom_hoppes_over() -> None:
    linje = "\ufeff" + json.dumps({**LINJE, "id": "Bjørn"}, ensure_ascii=False) + "\n"
    inn = io.TextIOWrapper(io.BytesIO(linje.encode() + b'{"id": "\xf8"}\n'), encoding="ascii")
    bytes_ut = io.BytesIO()
    ut = io.TextIOWrapper(bytes_ut, encoding="ascii")
    assert kjor(fravaer.svar, inn, ut) == 1
    forste, andre = bytes_ut.getvalue().decode("utf-8").splitlines()
    assert forste == '{"id": "Bjørn", "fravaer": {}}'
    assert "UTF-8" in json.loads(andre)["feil"][0]["melding"]
