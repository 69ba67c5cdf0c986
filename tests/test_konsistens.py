"""What keeps a code base whole: migrations that match the models, commands that exist, templates that are used."""

from __future__ import annotations

import importlib
import re
from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import call_command
from django.urls import URLPattern, URLResolver, get_resolver

from fotfeste.grunnmur.tilstand import TABELLER

ROT = Path(__file__).resolve().parents[1]
PAKKE = ROT / "fotfeste"


def _alle_tabeller() -> None:
    for app in apps.get_app_configs():
        if app.name.startswith("fotfeste.fag") and (Path(app.path) / "overganger.py").exists():
            importlib.import_module(f"{app.name}.overganger")


@pytest.mark.django_db
def test_migrasjonene_dekker_modellene() -> None:
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_hver_kommando_har_en_tjeneste() -> None:
    _alle_tabeller()
    mangler = []
    for app in apps.get_app_configs():
        if not app.name.startswith("fotfeste.fag") or not (Path(app.path) / "overganger.py").exists():
            continue
        overganger = importlib.import_module(f"{app.name}.overganger")
        tjenester = importlib.import_module(f"{app.name}.services")
        navn = [n for n in dir(tjenester) if not n.startswith("_")]
        for tabell in (t for t in vars(overganger).values() if t in TABELLER.values()):
            mangler += [
                f"{app.label}: {kommando}"
                for kommando in tabell.kommandoer()
                if not any(n.endswith(f"_{kommando}") for n in navn)
            ]
    assert mangler == []


def test_pa_en_side_med_flere_skjemaer_sier_hvert_hvor_det_skal() -> None:
    """After an error the page is shown from the address of one form; another without an address would go there."""
    uten = []
    for fil in PAKKE.rglob("templates/**/*.html"):
        skjemaer = re.findall(r"<c-skjema\b[^>]*>", fil.read_text())
        if len(skjemaer) > 1:
            uten += [f"{fil.name}: {ett}" for ett in skjemaer if "handling=" not in ett]
    assert uten == []


def test_hver_kommando_naevnes_i_en_test() -> None:
    _alle_tabeller()
    tester = "\n".join(fil.read_text() for fil in (ROT / "tests").rglob("test_*.py"))
    mangler = [
        f"{navn}: {kommando}"
        for navn, tabell in TABELLER.items()
        for kommando in tabell.kommandoer()
        if not re.search(rf"\b\w+_{kommando}\b", tester)
    ]
    assert mangler == []


def _sider(resolver: URLResolver) -> list[URLPattern]:
    sider: list[URLPattern] = []
    for del_ in resolver.url_patterns:
        sider += _sider(del_) if isinstance(del_, URLResolver) else [del_]
    return sider


def test_hver_side_sier_hvem_den_er_for() -> None:
    uten = [
        str(side.pattern)
        for side in _sider(get_resolver())
        if side.callback.__module__.startswith("fotfeste") and not hasattr(side.callback, "tilgang")
    ]
    assert uten == []


def test_hver_side_med_det_som_er_annerledes_har_stilen_dens() -> None:
    """Without it the names of the lines stand letter under letter on a phone."""
    med = [fil for fil in PAKKE.rglob("templates/**/*.html") if "<c-differanse" in fil.read_text(encoding="utf-8")]
    assert [fil.name for fil in med if "felles/differanse.css" not in fil.read_text(encoding="utf-8")] == []
    assert len(med) > 3


def test_ingen_mal_er_ubrukt() -> None:
    kode = "\n".join(
        fil.read_text()
        for endelse in ("*.py", "*.html")
        for fil in PAKKE.rglob(endelse)
        if "node_modules" not in str(fil)
    )
    ubrukte = []
    for mal in PAKKE.rglob("templates/**/*.html"):
        navn = str(mal.relative_to(next(p for p in mal.parents if p.name == "templates")))
        komponent = navn.startswith("cotton/")
        brukt = f"<c-{mal.stem.replace('_', '-')}" in kode if komponent else f'"{navn}"' in kode or f"'{navn}'" in kode
        if not brukt and navn not in {"404.html", "500.html", "403_csrf.html", "413.html", "400.html", "403.html"}:
            ubrukte.append(navn)
    assert ubrukte == []


_TEKST = re.compile(r">\s*([A-ZÆØÅ][a-zæøå]{2,}[^<>{}]*)<")


def test_ingen_tekst_staar_utenfor_oversettelsen() -> None:
    utenfor = []
    for mal in PAKKE.rglob("templates/**/*.html"):
        tekst = re.sub(r"{% (blocktranslate|comment).*?{% end\1 %}", "", mal.read_text(), flags=re.S)
        utenfor += [f"{mal.name}: {treff.strip()[:50]}" for treff in _TEKST.findall(tekst)]
    assert utenfor == []


def test_ingen_maskin_eller_registeradresse_i_prosjektet() -> None:
    # This checkout's own place and the user's home, whatever machine the tests run on, and npm's download addresses.
    monster = re.compile("|".join(map(re.escape, (f"{ROT}/", f"{Path.home()}/", '"resolved": "'))))
    funn = [
        str(fil.relative_to(ROT))
        for mappe in ("fotfeste", "konfig", "tests", "docs", "krav")
        for fil in (ROT / mappe).rglob("*")
        if fil.is_file()
        and fil.suffix in {".py", ".md", ".txt", ".html", ".css", ".js", ".toml"}
        and fil != Path(__file__)
        and monster.search(fil.read_text(errors="ignore"))
    ]
    assert funn == []
