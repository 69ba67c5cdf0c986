"""`fotfeste kostra-kontroll`: questions line by line, or one file in words."""

from __future__ import annotations

import gzip
import io
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from fotfeste.kobling.kostra.kommando import main
from fotfeste.kobling.kostra.post import bygg

Linje = Callable[..., str]
Svar = tuple[int, list[dict[str, Any]]]


@pytest.fixture
def spor(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., Svar]:
    """Put lines on standard input; get the exit status and the answers."""

    def kjor(*linjer: str | bytes | dict[str, object], argumenter: tuple[str, ...] = ()) -> Svar:
        raa = b"".join(_som_bytes(linje) + b"\n" for linje in linjer)
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raa)))
        status = main(argumenter)
        return status, [json.loads(rad) for rad in capsys.readouterr().out.splitlines()]

    return kjor


def _som_bytes(linje: str | bytes | dict[str, object]) -> bytes:
    if isinstance(linje, bytes):
        return linje
    return (linje if isinstance(linje, str) else json.dumps(linje)).encode()


def sporsmal(**endret: object) -> dict[str, object]:
    return {"id": "a", "year": "2026", "region": "420400", "file": ""} | endret


def test_alle_eksemplene_besvares_i_samme_rekkefolge(
    spor: Callable[..., Svar], tilfeldige: list[dict[str, Any]]
) -> None:
    utvalg = tilfeldige[:200]

    status, svar = spor(*({n: fil[n] for n in ("id", "year", "region", "file")} for fil in utvalg))

    assert status == 0
    assert svar == [
        {"id": fil["id"], "alvorlighet": fil["expected_severity"], "funn": fil["expected"]} for fil in utvalg
    ]


@pytest.mark.parametrize(
    ("linje", "ident", "felt"),
    [
        ("{", None, "linje"),
        (b'{"id": "\xff"}', None, "linje"),
        ("[1]", None, "linje"),
        ('{"year": "2026", "region": "420400", "file": ""}', None, "id"),
        ({"id": "a", "year": "2026", "region": "420400"}, "a", "file"),
        ({"id": "a", "region": "420400", "file": ""}, "a", "year"),
        (sporsmal(ekstra=1), "a", "ekstra"),
        (sporsmal(year="26"), "a", "year"),
        (sporsmal(year="tjue"), "a", "year"),
        (sporsmal(year=2026), "a", "year"),
        (sporsmal(region="4204"), "a", "region"),
        (sporsmal(region="42040x"), "a", "region"),
        (sporsmal(file=None), "a", "file"),
    ],
)
def test_linje_som_ikke_lar_seg_lese_sier_hvilket_felt(
    spor: Callable[..., Svar], linje: str | bytes | dict[str, object], ident: str | None, felt: str
) -> None:
    status, (svar,) = spor(linje)

    assert status == 1
    assert svar["id"] == ident
    assert [feil["felt"] for feil in svar["feil"]] == [felt]
    assert svar["feil"][0]["melding"]


def test_de_andre_linjene_besvares_likevel(spor: Callable[..., Svar], linje: Linje) -> None:
    status, svar = spor("{", "", sporsmal(id="b", file=linje()))

    assert status == 1
    assert svar[1:] == [{"id": "b", "alvorlighet": "OK", "funn": []}]


def test_forklaringen_tar_med_felt_og_ord(spor: Callable[..., Svar], linje: Linje) -> None:
    _, (svar,) = spor(sporsmal(file=linje(KJONN="9")), argumenter=("--forklar",))

    (rad,) = svar["spor"]
    assert (rad["kode"], rad["linjer"], rad["felter"]) == ("08", [1], ["KJONN"])
    assert rad["melder_nar"] == "koden ikke er 1 eller 2"
    assert "Korrigér kjønn. Fant '9'" in rad["melding"]


@pytest.fixture
def kjor(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str]]:
    """Write a file and control it; get the exit status and what is printed."""

    def kontroller(innhold: str | bytes, *argumenter: str) -> tuple[int, str]:
        fil = tmp_path / "11CF.dat"
        fil.write_bytes(innhold if isinstance(innhold, bytes) else innhold.encode())
        status = main(["--region", "420400", *argumenter, str(fil)])
        return status, capsys.readouterr().out

    return kontroller


def test_riktig_fil_kan_leveres(kjor: Callable[..., tuple[int, str]], linje: Linje) -> None:
    status, ut = kjor(linje() + "\n", "--aar", "2026")

    assert status == 0
    assert "KOSTRA 11CF for 2026, region 420400" in ut
    assert "1 deltaker, 34 kontroller." in ut
    assert "Ingen feil. Filen kan leveres." in ut
    assert "Våre egne" not in ut


def test_advarsel_gir_en_og_feil_gir_to(kjor: Callable[..., tuple[int, str]], linje: Linje) -> None:
    assert kjor(linje(KVP_STONAD="600001"))[0] == 1
    assert kjor(linje(KJONN=""))[0] == 2
    assert kjor(linje()[:-1])[0] == 2


def test_funnene_star_i_en_tabell_med_linjene_samlet(kjor: Callable[..., tuple[int, str]], linje: Linje) -> None:
    linjer = [linje(PERSON_JOURNALNR=f"J{nr:07}", PERSON_FODSELSNR="15069000100") for nr in range(15)]
    _, ut = kjor("\n".join(rad[:35] + "9" + rad[36:] for rad in linjer))

    assert "Feil      08       1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 og 3 til" in ut
    assert "Kjønn: Korrigér kjønn. Fant '9'" in " ".join(ut.split())
    assert max(map(len, ut.splitlines())) <= 130


def test_ordene_vises_uten_html(kjor: Callable[..., tuple[int, str]], linje: Linje) -> None:
    _, ut = kjor(linje(AVSL_VIKTIGSTE_INNTEKT=""))
    _, kort = kjor(linje()[:-1])

    assert "deltakerens viktigste inntektskilde" in " ".join(ut.split())
    assert "Fant record med lengde på 151 tegn." in " ".join(kort.split())
    assert "<" not in ut + kort


def test_vare_egne_star_for_seg_og_kan_utelates(kjor: Callable[..., tuple[int, str]], linje: Linje) -> None:
    status, ut = kjor(linje(YTELSE_INTRO="9", REG_DATO="31072025"))

    assert status == 0
    assert "Våre egne kontroller (ikke en del av SSBs dom)" in ut
    assert "Se over   E04      1" in ut
    assert "(sotjl § 31)" in " ".join(ut.split())
    assert "Våre egne" not in kjor(linje(YTELSE_INTRO="9"), "--bare-offisielle")[1]


def test_eldre_fil_far_var_dom_og_det_sies(kjor: Callable[..., tuple[int, str]]) -> None:
    linje = bygg(2024, {"KOMMUNE_NR": "4204", "VERSION": "24"}).linje()

    status, ut = kjor(linje, "--aar", "2024")

    assert status == 2
    assert "har 136 tegn per linje. SSBs nyeste program leser bare 152" in ut
    assert "001" not in ut


def test_uten_deltakere_er_filen_ett_mellomrom(kjor: Callable[..., tuple[int, str]], linje: Linje) -> None:
    assert kjor(" ", "--uten-deltakere")[0] == 0
    assert kjor(linje(), "--uten-deltakere")[0] == 2
    status, ut = kjor(" ")
    assert status == 2
    assert "hele filen" in ut


def test_tom_fil_sies_i_klartekst(kjor: Callable[..., tuple[int, str]]) -> None:
    status, ut = kjor("")

    assert status == 2
    assert "Filen er tom." in ut


def test_annet_tegnsett_sies_fra_om(kjor: Callable[..., tuple[int, str]], linje: Linje) -> None:
    _, ut = kjor(linje(SAKSBEHANDLER="BJØRN").encode("latin-1"))

    assert "ikke er UTF-8" in ut
    assert "Ingen feil" in ut


def test_fil_som_ikke_finnes_og_mappe(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--region", "420400", str(tmp_path / "borte")]) == 2
    assert "filen finnes ikke" in capsys.readouterr().err
    assert main(["--region", "420400", str(tmp_path)]) == 2
    assert "det er en mappe" in capsys.readouterr().err


def test_region_ma_oppgis(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path / "x")]) == 2
    assert "--region 420400" in capsys.readouterr().err


@pytest.mark.parametrize("galt", [["--aar", "2021"], ["--aar", "x"], ["--region", "4204"]])
def test_gal_bruk_gir_to(galt: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as slutt:
        main([*galt, "fil"])

    assert slutt.value.code == 2
    assert "ikke" in capsys.readouterr().err


def test_kommandoen_laster_verken_django_eller_yaml(tmp_path: Path, linje: Linje) -> None:
    fil = tmp_path / "11CF.dat"
    fil.write_text(linje())
    program = (
        "import sys; from fotfeste.kommandolinje import main\n"
        f"status = main(['kostra-kontroll', '--region', '420400', {str(fil)!r}])\n"
        "tunge = {'django', 'yaml', 'psycopg', 'numpy'} & set(sys.modules)\n"
        "sys.exit(str(tunge) if tunge else status)"
    )

    ferdig = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)

    assert ferdig.stderr == ""
    assert ferdig.returncode == 0


def test_eksempelfilene_er_pakket_uten_klokkeslett() -> None:
    mappe = Path(__file__).parents[2] / "data" / "kostra"
    for fil in mappe.glob("*.gz"):
        assert fil.read_bytes()[4:8] == b"\0" * 4, "Pack with mtime 0, so that the file is the same every time."
        assert gzip.decompress(fil.read_bytes())
