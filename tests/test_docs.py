"""The docs tell the truth: what they name exists, what is drawn equals the code, and every link leads somewhere."""

from __future__ import annotations

import importlib
import re
from pathlib import Path

import pytest
from django.apps import apps
from django.db.models import Model

from fotfeste.grunnmur.organisasjon.enums import Rolle
from konfig.dokumentasjon import alle

ROT = Path(__file__).resolve().parents[1]
DOCS = ROT / "docs"
SIDER = sorted([*ROT.glob("*.md"), *DOCS.rglob("*.md")])
LENKE = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")


def _begreper() -> list[str]:
    """What the last column of the glossary names."""
    tekst = (DOCS / "begreper.md").read_text(encoding="utf-8")
    rader = [linje for linje in tekst.splitlines() if linje.startswith("|") and not linje.startswith("|---")]
    return [treff[0] for rad in rader if (treff := re.findall(r"`([\w.]+)` \|$", rad))]


def _finnes(navn: str) -> bool:
    modul, _, ting = f"fotfeste.{navn}".rpartition(".")
    try:
        return hasattr(importlib.import_module(modul), ting) or bool(importlib.import_module(f"{modul}.{ting}"))
    except ImportError:
        return False


def test_hvert_begrep_peker_paa_noe_som_finnes() -> None:
    navn = _begreper()
    assert len(navn) > 70
    assert [n for n in navn if not _finnes(n)] == []


def test_hver_fagmodell_har_et_begrep() -> None:
    nevnt = set(_begreper())
    modeller = [
        f"{modell.__module__.removeprefix('fotfeste.')}.{modell.__name__}"
        for modell in apps.get_models()
        if modell.__module__.startswith("fotfeste.fag.") and not _er_historie(modell)
    ]
    assert [navn for navn in modeller if navn not in nevnt] == []


def test_hver_rolle_har_en_side() -> None:
    assert {fil.stem for fil in (DOCS / "roller").glob("*.md")} == set(Rolle.values)


def test_sidene_og_knappene_rollene_leser_om_finnes() -> None:
    """Names of pages and buttons are set in italics or bold; a bold sentence is a heading."""
    filer = [fil for endelse in ("*.html", "*.py") for fil in (ROT / "fotfeste").rglob(endelse)]
    kode = "\n".join(fil.read_text(encoding="utf-8") for fil in filer).lower()
    borte = []
    for side in (DOCS / "roller").glob("*.md"):
        tekst = re.sub(r"\s+", " ", side.read_text(encoding="utf-8"))
        navn = (navn for navn in re.findall(r"\*{1,2}([^*]{3,60})\*{1,2}", tekst) if not navn.endswith("."))
        borte += [f"{side.name}: {n}" for n in navn if n.lower() not in kode]
    assert borte == []


def test_innholdsfortegnelsen_nevner_hver_side() -> None:
    nevnt = {(DOCS / lenke).resolve() for lenke in LENKE.findall((DOCS / "README.md").read_text(encoding="utf-8"))}
    assert [side.name for side in DOCS.rglob("*.md") if side not in nevnt and side != DOCS / "README.md"] == []


def test_sidene_som_er_tegnet_er_like_koden() -> None:
    ulike = [fil.name for fil, innhold in alle() if fil.read_text(encoding="utf-8") != innhold]
    assert ulike == [], "Run: python -m konfig.dokumentasjon"


HISTORIENS_EGNE = {"insert_insert", "update_update", "delete_delete"}


def _skranker() -> set[str]:
    """Our constraints and triggers by name, without those that only copy to the history."""
    modeller = [m for m in apps.get_models() if m.__module__.startswith("fotfeste") and not _er_historie(m)]
    skranker = {skranke.name for modell in modeller for skranke in modell._meta.constraints}
    utlosere = {utloser.name for modell in modeller for utloser in getattr(modell._meta, "triggers", [])}
    return (skranker | utlosere) - HISTORIENS_EGNE


def _er_historie(modell: type[Model]) -> bool:
    return hasattr(modell, "pgh_tracked_model")


def test_det_databasen_holder_staar_i_arkitekturen() -> None:
    tekst = (DOCS / "arkitektur.md").read_text(encoding="utf-8")
    assert sorted(navn for navn in _skranker() if f"`{navn}`" not in tekst) == []


def test_arkitekturen_nevner_ingen_skranke_som_er_borte() -> None:
    tekst = (DOCS / "arkitektur.md").read_text(encoding="utf-8")
    del_ = tekst.partition("## What the database holds")[2].partition("\n## ")[0]
    forste_kolonne = [rad.split("|")[1] for rad in del_.splitlines() if rad.startswith("| `")]
    nevnt = {navn for celle in forste_kolonne for navn in re.findall(r"`(\w+)`", celle)}
    assert nevnt
    assert sorted(nevnt - _skranker()) == []


def test_hvert_rom_staar_i_arkitekturen() -> None:
    tekst = (DOCS / "arkitektur.md").read_text(encoding="utf-8")
    rom = [
        fil.parent.name
        for fil in (ROT / "fotfeste").glob("*/*/__init__.py")
        if fil.parts[-3] not in {"demo", "regelverk"}
    ]
    assert [navn for navn in rom if f"`{navn}`" not in tekst] == []


@pytest.mark.parametrize("side", SIDER, ids=lambda side: str(side.relative_to(ROT)))
def test_hver_lenke_foerer_til_noe(side: Path) -> None:
    brutte = [
        mal
        for mal in LENKE.findall(side.read_text(encoding="utf-8"))
        if not mal.startswith(("https://", "http://", "mailto:", "#"))
        and not (side.parent / mal.partition("#")[0]).exists()
    ]
    assert brutte == []


def test_hver_side_staar_i_oversikten() -> None:
    oversikt = (DOCS / "README.md").read_text(encoding="utf-8")
    nevnt = {(DOCS / mal.partition("#")[0]).resolve() for mal in LENKE.findall(oversikt)}
    bilder = {(DOCS / "bilder").resolve(), *(fil.resolve() for fil in (DOCS / "bilder").glob("*"))}
    filer = {fil.resolve() for fil in DOCS.rglob("*") if fil.is_file()} - {(DOCS / "README.md").resolve()}
    assert sorted(str(fil.relative_to(DOCS)) for fil in filer - bilder - nevnt) == []
