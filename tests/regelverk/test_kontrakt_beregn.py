"""`fotfeste beregn`: every example to the letter, and every error in form with its field and a sentence."""

import io
import json
from functools import partial
from pathlib import Path

import pytest

from fotfeste.regelverk.kontrakt import beregn as kommando
from fotfeste.regelverk.kontrakt.felles import kjor

DATA = Path(__file__).parents[1] / "data" / "kontrakter"
SAK: dict[str, object] = {
    "id": "s",
    "maned": "2026-06",
    "fodselsdato": "1990-03-03",
    "vedtak": {"fra": "2026-01-01", "til": "2026-12-31"},
}


def svar_pa(linjer: str, *, forklar: bool = False) -> tuple[int, list[dict[str, object]]]:
    """Exit status and answers for the lines."""
    ut = io.StringIO()
    status = kjor(partial(kommando._svar, forklar=forklar), io.StringIO(linjer), ut)
    return status, [json.loads(linje) for linje in ut.getvalue().splitlines()]


def felt_med_feil(**endringer: object) -> list[str]:
    """The fields named when the case is changed so; the line has an answer only of errors."""
    return felt_for(json.dumps({**SAK, **endringer}))


def felt_for(linje: str) -> list[str]:
    status, [svar] = svar_pa(linje)
    assert status == (1 if "feil" in svar else 0)
    if "feil" not in svar:
        return []
    assert set(svar) == {"id", "feil"}
    assert isinstance(svar["feil"], list)
    for feil in svar["feil"]:
        assert set(feil) == {"felt", "melding"}
        assert feil["melding"].endswith(".")
        assert "ugyldig" not in feil["melding"].lower()
    return [feil["felt"] for feil in svar["feil"]]


def test_alle_eksemplene_i_kontrakten(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO((DATA / "beregn_inn.jsonl").read_text(encoding="utf-8")))
    assert kommando.main([]) == 0
    assert capsys.readouterr().out == (DATA / "beregn_ut.jsonl").read_text(encoding="utf-8")


def test_forklar_legger_til_spor_og_endrer_ikke_tallene() -> None:
    inn = (DATA / "beregn_inn.jsonl").read_text(encoding="utf-8")
    status, med = svar_pa(inn, forklar=True)
    assert status == 0
    for svar in med:
        spor = svar.pop("spor")
        assert isinstance(spor, list)
        for rad in spor:
            assert list(rad) == ["kode", "fra", "til", "tall", "parametre", "hjemmel", "tekst"]
            assert "§" in rad["hjemmel"]
            assert all(p["verdi"] and p["kilde"] for p in rad["parametre"])
        assert spor[-1]["tall"]["kroner"] == svar["netto"]
    assert med == svar_pa(inn)[1]


def test_valget_forklar_pa_kommandolinjen(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(json.dumps(SAK)))
    assert kommando.main(["--forklar"]) == 0
    assert json.loads(capsys.readouterr().out)["spor"][0]["kode"] == "stonadsdager"
    with pytest.raises(SystemExit) as slutt:
        kommando.main(["--tull"])
    assert slutt.value.code == 2


def test_lister_kan_utelates_og_vare_tomme() -> None:
    tomme = {felt: [] for felt in ("barn", "avbrudd", "arbeid", "ugyldig_fravaer", "andre_ytelser", "trekk")}
    nuller = {**dict.fromkeys(tomme), "kjent_dato": None, "kommunale_valg": None}
    linjer = "\n".join(json.dumps({**SAK, **mer}) for mer in ({}, tomme, nuller, {"kommunale_valg": {}}))
    status, svar = svar_pa(linjer)
    assert status == 0
    assert svar[0] == svar[1] == svar[2] == svar[3]


@pytest.mark.parametrize("vedtak", [{"fra": "2026-01-01"}, {"fra": "2026-01-01", "til": None}])
def test_til_utelatt_eller_null_er_apen(vedtak: dict[str, object]) -> None:
    assert felt_med_feil(vedtak=vedtak) == []
    assert felt_med_feil(avbrudd=[vedtak]) == []
    assert felt_med_feil(barn=[{"fodselsdato": "2015-01-01", **vedtak}]) == []
    assert felt_med_feil(andre_ytelser=[{"type": "dagpenger", "belop_per_dag": 1, **vedtak}]) == []


@pytest.mark.parametrize(
    ("endringer", "felt"),
    [
        ({"maned": None}, "maned"),
        ({"maned": "2026-13"}, "maned"),
        ({"maned": "2026-6"}, "maned"),
        ({"maned": "2026-06-01"}, "maned"),
        ({"maned": 202606}, "maned"),
        ({"maned": ""}, "maned"),
        ({"fodselsdato": None}, "fodselsdato"),
        ({"fodselsdato": "2001-02-29"}, "fodselsdato"),
        ({"fodselsdato": "19900303"}, "fodselsdato"),
        ({"fodselsdato": "1990-W10-6"}, "fodselsdato"),
        ({"fodselsdato": 19900303}, "fodselsdato"),
        ({"fodselsdato": True}, "fodselsdato"),
        ({"vedtak": None}, "vedtak"),
        ({"vedtak": []}, "vedtak"),
        ({"vedtak": "2026-01-01"}, "vedtak"),
        ({"vedtak": {}}, "vedtak.fra"),
        ({"vedtak": {"fra": None}}, "vedtak.fra"),
        ({"vedtak": {"fra": "2026-06-31"}}, "vedtak.fra"),
        ({"vedtak": {"fra": "2026-06-01", "til": "2026-05-31"}}, "vedtak.til"),
        ({"vedtak": {"fra": "2026-06-01", "til": "i morgen"}}, "vedtak.til"),
        ({"vedtak": {"fra": "2026-06-01", "slutt": None}}, "vedtak.slutt"),
        ({"kjent_dato": "2026-02-30"}, "kjent_dato"),
        ({"kjent_dato": 0}, "kjent_dato"),
        ({"barn": {}}, "barn"),
        ({"barn": "to"}, "barn"),
        ({"barn": [None]}, "barn[0]"),
        ({"barn": [3]}, "barn[0]"),
        ({"barn": [{"fra": "2026-01-01"}]}, "barn[0].fodselsdato"),
        ({"barn": [{"fodselsdato": "2015-01-01"}]}, "barn[0].fra"),
        ({"barn": [{"fodselsdato": "2015-01-01", "fra": "2026-02-01", "til": "2026-01-01"}]}, "barn[0].til"),
        ({"barn": [{"fodselsdato": "2015-01-01", "fra": "2026-02-01", "navn": "Kari"}]}, "barn[0].navn"),
        ({"avbrudd": [{"fra": "2026-06-02", "til": "2026-06-01"}]}, "avbrudd[0].til"),
        ({"avbrudd": [{"fra": "2026-06-02"}, {"til": "2026-06-01"}]}, "avbrudd[1].fra"),
        ({"avbrudd": [{"fra": "2026-06-02", "hvorfor": "x"}]}, "avbrudd[0].hvorfor"),
        ({"arbeid": [{"timer": 1}]}, "arbeid[0].dato"),
        ({"arbeid": [{"dato": "2026-06-09"}]}, "arbeid[0].timer"),
        ({"arbeid": [{"dato": "2026-06-09", "timer": None}]}, "arbeid[0].timer"),
        ({"arbeid": [{"dato": "2026-06-09", "timer": -1}]}, "arbeid[0].timer"),
        ({"arbeid": [{"dato": "2026-06-09", "timer": -0.01}]}, "arbeid[0].timer"),
        ({"arbeid": [{"dato": "2026-06-09", "timer": 24.01}]}, "arbeid[0].timer"),
        ({"arbeid": [{"dato": "2026-06-09", "timer": "7.5"}]}, "arbeid[0].timer"),
        ({"arbeid": [{"dato": "2026-06-09", "timer": True}]}, "arbeid[0].timer"),
        ({"arbeid": [{"dato": "2026-06-09", "timer": float("nan")}]}, "arbeid[0].timer"),
        ({"arbeid": [{"dato": "2026-06-09", "timer": float("inf")}]}, "arbeid[0].timer"),
        ({"arbeid": [{"dato": "2026-06-31", "timer": 1}]}, "arbeid[0].dato"),
        ({"arbeid": [{"dato": "2026-06-09", "timer": 1, "lonn": 1}]}, "arbeid[0].lonn"),
        ({"arbeid": [{"dato": "2026-06-09", "timer": 12}, {"dato": "2026-06-09", "timer": 12.5}]}, "arbeid[1].timer"),
        ({"arbeid": [{"dato": "2026-07-09", "timer": 25}]}, "arbeid[0].timer"),  # wrong outside the month too
        ({"ugyldig_fravaer": [{"dato": "2026-06-09", "timer": -1}]}, "ugyldig_fravaer[0].timer"),
        ({"ugyldig_fravaer": [{"dato": "2026-06-09", "timer": 25}]}, "ugyldig_fravaer[0].timer"),
        ({"ugyldig_fravaer": [{"dato": "2026-06-09", "timer": t} for t in (12, 12, 1)]}, "ugyldig_fravaer[2].timer"),
        ({"andre_ytelser": [{"fra": "2026-06-01", "belop_per_dag": 1}]}, "andre_ytelser[0].type"),
        (
            {"andre_ytelser": [{"type": "uforetrygd", "fra": "2026-06-01", "belop_per_dag": 1}]},
            "andre_ytelser[0].type",
        ),
        ({"andre_ytelser": [{"type": "dagpenger", "fra": "2026-06-01"}]}, "andre_ytelser[0].belop_per_dag"),
        (
            {"andre_ytelser": [{"type": "dagpenger", "fra": "2026-06-01", "belop_per_dag": -1}]},
            "andre_ytelser[0].belop_per_dag",
        ),
        ({"andre_ytelser": [{"type": "dagpenger", "belop_per_dag": 1}]}, "andre_ytelser[0].fra"),
        (
            {"andre_ytelser": [{"type": "dagpenger", "fra": "2026-06-02", "til": "2026-06-01", "belop_per_dag": 1}]},
            "andre_ytelser[0].til",
        ),
        ({"trekk": [{"belop": -1, "hjemmel": "sotjl § 40"}]}, "trekk[0].belop"),
        ({"trekk": [{"belop": "500", "hjemmel": "sotjl § 40"}]}, "trekk[0].belop"),
        ({"trekk": [{"belop": 500}]}, "trekk[0].hjemmel"),
        ({"trekk": [{"hjemmel": "sotjl § 40"}]}, "trekk[0].belop"),
        ({"trekk": [{"belop": 500, "hjemmel": "sotjl § 40", "dato": "x"}]}, "trekk[0].dato"),
        ({"kommunale_valg": []}, "kommunale_valg"),
        ({"kommunale_valg": {"fravaer_reduserer_barnetillegg": 1}}, "kommunale_valg.fravaer_reduserer_barnetillegg"),
        (
            {"kommunale_valg": {"fravaer_reduserer_barnetillegg": "ja"}},
            "kommunale_valg.fravaer_reduserer_barnetillegg",
        ),
        ({"kommunale_valg": {"avrunding": "ned"}}, "kommunale_valg.avrunding"),
        ({"lonn": 1}, "lonn"),
        ({"Maned": "2026-06"}, "Maned"),
    ],
)
def test_feil_i_formen_sier_hvor(endringer: dict[str, object], felt: str) -> None:
    assert felt_med_feil(**endringer) == [felt]


@pytest.mark.parametrize("felt", ["id", "maned", "fodselsdato", "vedtak"])
def test_hver_nokkel_som_ma_vaere_der(felt: str) -> None:
    assert felt_for(json.dumps({nokkel: verdi for nokkel, verdi in SAK.items() if nokkel != felt})) == [felt]


def test_alle_feilene_i_en_linje_meldes_samlet() -> None:
    assert felt_med_feil(maned="x", fodselsdato="y", arbeid=[{"dato": "z", "timer": -1}], tull=1) == [
        "tull",
        "maned",
        "fodselsdato",
        "arbeid[0].dato",
        "arbeid[0].timer",
    ]


@pytest.mark.parametrize("linje", ["{", "nei", "[1, 2]", "42", "null", '"tekst"', '{"id": "a",}', "{'id': 1}"])
def test_en_linje_som_ikke_kan_leses_far_id_null(linje: str) -> None:
    status, [svar] = svar_pa(linje)
    assert status == 1
    assert svar["id"] is None
    assert svar["feil"]


def test_et_felt_to_ganger_er_en_feil() -> None:
    linje = json.dumps(SAK)[:-1] + ', "maned": "2026-07"}'
    assert felt_for(linje) == ["maned"]


def test_de_andre_linjene_besvares_i_samme_orden_og_tomme_hoppes_over() -> None:
    linjer = [json.dumps({**SAK, "id": "æ-1"}), "", "{", "   ", json.dumps({**SAK, "id": "2"})]
    status, svar = svar_pa("\n".join(linjer) + "\n")
    assert status == 1
    assert [en["id"] for en in svar] == ["æ-1", None, "2"]
    assert ["feil" in en for en in svar] == [False, True, False]


def test_ingen_linjer_gir_ingen_svar() -> None:
    assert svar_pa("") == (0, [])


def test_ukjent_grunnbelop_er_en_feil_pa_maneden_eller_kjent_dato() -> None:
    assert felt_med_feil(maned="2007-04", vedtak={"fra": "2007-01-01"}) == ["maned"]
    assert felt_med_feil(kjent_dato="2007-04-30") == ["kjent_dato"]
    assert felt_med_feil(maned="2007-05", vedtak={"fra": "2007-01-01"}) == []


def test_24_timer_pa_en_dato_er_lov_ogsa_fordelt() -> None:
    assert felt_med_feil(arbeid=[{"dato": "2026-06-09", "timer": 24}]) == []
    assert felt_med_feil(arbeid=[{"dato": "2026-06-09", "timer": 12}] * 2) == []


def test_desimalene_leses_slik_de_star() -> None:
    """0.1 hours ten times is one hour exactly, which it is not in binary fractions."""
    ti = {**SAK, "arbeid": [{"dato": f"2026-06-{dag:02d}", "timer": 0.1} for dag in range(1, 11)]}
    en = {**SAK, "arbeid": [{"dato": "2026-06-01", "timer": 1}]}
    _, svar = svar_pa(f"{json.dumps(ti)}\n{json.dumps(en)}")
    assert svar[0] == svar[1]


def test_trekk_i_ore_rundes_en_gang() -> None:
    halve = [{"belop": 0.5, "hjemmel": "sotjl § 40"}] * 3
    _, [svar] = svar_pa(json.dumps({**SAK, "trekk": halve}))
    assert svar["trekk"] == -2


def test_eksemplet_i_docs_stemmer() -> None:
    side = (Path(__file__).parents[2] / "docs" / "algoritmer" / "stonad.md").read_text(encoding="utf-8")
    inn, ut = [bit.split("```")[0] for bit in side.split("```json\n")[1:]]
    assert svar_pa(inn) == (0, [json.loads(ut)])


def test_alle_radene_med_timer_leses_ogsa_etter_en_med_feil() -> None:
    rader = [{"dato": "2026-06-02", "timer": -1}, {"dato": "2026-06-03", "timer": "to"}]
    assert felt_med_feil(arbeid=rader) == ["arbeid[0].timer", "arbeid[1].timer"]


def test_et_tomt_kommunalt_valg_er_standardvalget() -> None:
    sak = {
        **SAK,
        "barn": [{"fodselsdato": "2015-01-01", "fra": "2026-01-01"}],
        "ugyldig_fravaer": [{"dato": "2026-06-03", "timer": 7.5}],
    }
    _, uten = svar_pa(json.dumps(sak))
    _, tomt = svar_pa(json.dumps({**sak, "kommunale_valg": {}}))
    _, ja = svar_pa(json.dumps({**sak, "kommunale_valg": {"fravaer_reduserer_barnetillegg": True}}))
    assert uten == tomt != ja


def test_en_ytelse_pa_noen_ore_om_dagen_er_lov() -> None:
    ytelse = {"type": "sykepenger", "fra": "2026-06-01", "til": "2026-06-30"}
    for belop in (0, 0.5):
        assert felt_med_feil(andre_ytelser=[{**ytelse, "belop_per_dag": belop}]) == []
    assert felt_med_feil(andre_ytelser=[{**ytelse, "belop_per_dag": -0.5}]) == ["andre_ytelser[0].belop_per_dag"]


def test_ukjent_grunnbelop_sier_hva_som_er_galt_og_hva_en_kan_gjore() -> None:
    for_2007 = {**SAK, "maned": "2007-04", "vedtak": {"fra": "2007-04-01", "til": "2007-12-31"}}
    pa_dagen = {**SAK, "maned": "2007-05", "vedtak": {"fra": "2007-05-01"}, "kjent_dato": "2007-04-30"}
    _, svar = svar_pa("\n".join(json.dumps(sak) for sak in (for_2007, pa_dagen)))
    assert [et["feil"] for et in svar] == [
        [
            {
                "felt": "maned",
                "melding": "Vi kjenner ikke grunnbeløpet 2007-04-02. Det første gjelder fra 2007-05-01.",
            }
        ],
        [
            {
                "felt": "kjent_dato",
                "melding": "Ikke noe grunnbeløp for 2007-05-01 var kunngjort denne datoen. Skriv en senere dato.",
            }
        ],
    ]


def test_uten_forklar_lages_ingen_spor(monkeypatch: pytest.MonkeyPatch) -> None:
    sett: list[bool] = []
    regn = kommando.beregn
    monkeypatch.setattr(kommando, "beregn", lambda fakta, *, med_spor: sett.append(med_spor) or regn(fakta))
    svar_pa(json.dumps(SAK))
    svar_pa(json.dumps(SAK), forklar=True)
    assert sett == [False, True]


def test_hjemmelen_til_et_trekk_folger_med(monkeypatch: pytest.MonkeyPatch) -> None:
    sett: list[str] = []
    regn = kommando.beregn
    monkeypatch.setattr(
        kommando, "beregn", lambda fakta, *, med_spor: sett.extend(t.hjemmel for t in fakta.trekk) or regn(fakta)
    )
    svar_pa(json.dumps({**SAK, "trekk": [{"belop": 10, "hjemmel": "sotjl § 40"}]}))
    assert sett == ["sotjl § 40"]
