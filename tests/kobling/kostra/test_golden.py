"""SSB's own program was run on these files: we say the same, control by control, line by line, word for word."""

from __future__ import annotations

from typing import Any

from fotfeste.kobling.kostra.felter import oppsett
from fotfeste.kobling.kostra.kommuner import kommuner
from fotfeste.kobling.kostra.kontroll import ALLE_KONTROLLER, KONTROLLER, kontroller

Fil = dict[str, Any]


def test_de_tilfeldige_filene_far_samme_funn(tilfeldige: list[Fil]) -> None:
    assert len(tilfeldige) == 1500
    for fil in tilfeldige:
        resultat = kontroller(fil["file"], aar=int(fil["year"]), region=fil["region"])
        assert [funn.som_kontrakt() for funn in resultat.funn] == fil["expected"], fil["id"]
        assert resultat.alvorlighet.name == fil["expected_severity"], fil["id"]


def test_de_handlagde_filene_far_samme_ord(handlaget: list[Fil]) -> None:
    assert len(handlaget) == 222
    for fil in handlaget:
        resultat = kontroller(fil["file"], aar=int(fil["year"]), region=fil["region"])
        sagt = [
            {
                "severity": funn.alvorlighet.name,
                "rule": funn.kontroll.navn,
                "message": funn.melding,
                "lines": list(funn.linjer),
            }
            for funn in resultat.funn
        ]
        assert sagt == fil["expected"], fil["id"]
        assert resultat.alvorlighet.name == fil["expected_severity"], fil["id"]
        assert resultat.antall_kontroller == fil["expected_controls"], fil["id"]


def test_hver_kontroll_melder_i_minst_en_fil(tilfeldige: list[Fil], handlaget: list[Fil]) -> None:
    meldt = {funn["rule"] for fil in handlaget for funn in fil["expected"]}

    assert meldt == {kontroll.navn for kontroll in ALLE_KONTROLLER}


def test_kontrollene_er_de_offisielle_i_samme_rekkefolge(fasit: Fil) -> None:
    offisielle = [(kontroll["title"], kontroll["severity"]) for kontroll in fasit["kontroller"]]

    assert [(kontroll.navn, kontroll.alvorlighet.name) for kontroll in ALLE_KONTROLLER] == offisielle
    assert len(ALLE_KONTROLLER) == 34


def test_hver_kontroll_navngir_felter_som_finnes() -> None:
    for kontroll in KONTROLLER:
        assert kontroll.felter
        assert set(kontroll.felter) <= set(oppsett(2026).pa_navn), kontroll.navn
        assert (kontroll.post is None) != (kontroll.fil is None), kontroll.navn


def test_feltene_er_de_offisielle(fasit: Fil) -> None:
    typer = {"STRING": "tekst", "INTEGER": "heltall", "DATE": "dato"}
    assert len(fasit["felter"]) == 53
    for offisielt, plass in zip(fasit["felter"], oppsett(2026).plasser, strict=True):
        assert (plass.felt.navn, plass.fra, plass.til) == (
            offisielt["name"],
            offisielt["from"],
            offisielt["to"],
        )
        assert plass.felt.type == typer[offisielt["type"]]
        assert plass.felt.obligatorisk == offisielt["declared_mandatory"]
        assert plass.koder == offisielt["codes"], plass.felt.navn
        assert (plass.felt.ledetekst.format(aar=2026) or None) == offisielt["label"]


def test_hvert_aars_oppsett_er_det_offisielle(fasit: Fil) -> None:
    assert set(fasit["oppsett"]) == {"2022", "2023", "2024", "2025", "2026"}
    for aar, offisielt in fasit["oppsett"].items():
        plan = oppsett(int(aar))
        assert plan.lengde == offisielt["record_length"]
        plasser = {plass.felt.navn: f"{plass.fra}-{plass.til}" for plass in plan.plasser}
        assert plasser == offisielt["positions"], aar


def test_kommunene_for_2024_er_de_som_gjaldt_da(fasit: Fil) -> None:
    assert sorted(kommuner(2023)) == fasit["kommuner_2023"]
    assert "3005" in kommuner(2022)
    assert "3301" not in kommuner(2022)
    assert "3005" not in kommuner(2024)
