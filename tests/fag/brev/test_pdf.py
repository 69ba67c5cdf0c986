"""The archived letter: readable by a screen reader, by an archive in fifty years, and the same every time."""

import io
import os
import statistics
import subprocess
import sys
import time
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path

import pikepdf
import pytest

from fotfeste.fag.brev.innhold import Brevart
from fotfeste.fag.brev.klarsprak import Funnslag, kontroller
from fotfeste.fag.brev.pdf import som_pdf, ukjente_tegn
from tests.fag.brev.eksempler import ALLE, LANGT_NAVN, NAVN, lag_innvilgelse, lag_utbetaling


def struktur(pdf: pikepdf.Pdf) -> Counter[str]:
    """Count the structure elements of a tagged PDF by type."""
    antall: Counter[str] = Counter()
    kø = [pdf.Root.StructTreeRoot]
    while kø:
        node = kø.pop()
        if isinstance(node, pikepdf.Array):
            kø.extend(node)
        elif isinstance(node, pikepdf.Dictionary):
            if "/S" in node:
                antall[str(node.S)] += 1
            if "/K" in node:
                kø.append(node.K)
    return antall


@pytest.mark.parametrize("full", [False, True])
@pytest.mark.parametrize("mal", ALLE)
def test_brevet_er_merket_for_skjermleser_og_arkiv(mal: str, *, full: bool) -> None:
    brev = ALLE[mal](LANGT_NAVN, full=full)
    with pikepdf.open(io.BytesIO(som_pdf(brev))) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.Root.Lang) in {"nb", "nb-NO"}
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        with pdf.open_metadata() as meta:
            assert meta["dc:title"] == brev.tittel
            assert meta["pdfuaid:part"] == "1"
            assert meta["pdfaid:part"] == "2"
            assert meta["pdfaid:conformance"] == "A"
            assert meta["xmp:CreateDate"].startswith("2026-02-03")
        deler = struktur(pdf)
        assert deler["/H1"] == 1
        assert deler["/H2"] >= 2
        if mal == "utbetaling":
            assert deler["/Table"] == 1
            assert deler["/TH"] == 3
        if mal == "innvilgelse":
            assert deler["/L"] >= 3


@pytest.mark.parametrize("navn", NAVN)
def test_navn_på_alle_våre_skriftspråk_får_plass(navn: str) -> None:
    brev = lag_innvilgelse(navn, full=True)
    assert ukjente_tegn(brev) == ()
    assert som_pdf(brev).startswith(b"%PDF-")


def test_et_tegn_vi_ikke_har_stopper_ikke_brevet_men_nevnes() -> None:
    brev = lag_innvilgelse("Kari 🙂 李 Fjell")
    assert ukjente_tegn(brev) == ("李", "🙂")
    assert som_pdf(brev).startswith(b"%PDF-")
    assert [funn.slag for funn in kontroller(brev)] == [Funnslag.TEGN, Funnslag.TEGN]


def test_et_ord_på_tusen_bokstaver_og_typst_kode_er_bare_tekst() -> None:
    brev = lag_innvilgelse("A" * 1000 + ' #panic() *fet* $x$ " \\ `rå`')
    assert som_pdf(brev).startswith(b"%PDF-")


def test_samme_brev_gir_samme_fil_også_i_en_annen_prosess() -> None:
    brev = lag_innvilgelse(full=True)
    her = som_pdf(brev)
    assert som_pdf(brev) == her
    kode = (
        "import sys; from tests.fag.brev.eksempler import lag_innvilgelse;"
        "from fotfeste.fag.brev.pdf import som_pdf;"
        "sys.stdout.buffer.write(som_pdf(lag_innvilgelse(full=True)))"
    )
    rot = os.fspath(Path(__file__).parents[3])
    annen = subprocess.run([sys.executable, "-c", kode], cwd=rot, capture_output=True, check=True, timeout=60)
    assert annen.stdout == her


def test_et_annet_brev_gir_en_annen_fil() -> None:
    brev = lag_innvilgelse()
    assert som_pdf(brev) != som_pdf(replace(brev, dato=date(2026, 2, 4)))


def test_et_brev_tar_ikke_lang_tid() -> None:
    """The target is 25 ms a letter (measured in the bench); here only that it has not become ten times slower."""
    som_pdf(lag_innvilgelse())
    tider = []
    for nr in range(10):
        brev = lag_utbetaling(f"Kari Fjell {nr}")
        start = time.perf_counter()
        som_pdf(brev)
        tider.append(time.perf_counter() - start)
    assert statistics.median(tider) < 0.25


def test_melding_trenger_ikke_klagerett() -> None:
    assert lag_utbetaling().art is Brevart.MELDING
