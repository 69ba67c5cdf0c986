"""The languages only the timesheet and the money are in: whole there, right to left, and never elsewhere."""

from __future__ import annotations

import gettext
import io
import re
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from django.utils import translation

from fotfeste.fag.sak.models import Sak
from fotfeste.flater.felles.templatetags.norsk import dato, kr, maned, timer, ukedato
from fotfeste.grunnmur.logg.services import kommando
from fotfeste.grunnmur.tilgang import SYSTEM, Aktor
from konfig.oversettelser import (
    BARE_KONTORET,
    DELFILER,
    DELSPRAK,
    FLERTALLSFORMER,
    ROT,
    bygg_mo,
    delens_tekster,
    finn_tekster,
    les_po,
    po_sti,
    skriv_po,
)
from tests.fag.program.fortellinger import avtalt_program, gi_vedtak
from tests.flater.kontor.test_program import logg_inn

_PLASS = re.compile(r"%\(\w+\)[sd]|%[sd]|\{[\w:]*\}|</?\w+>")
_SKRIFT = {"uk": r"[а-яіїєґ]", "ar": r"[\u0621-\u064a]", "so": r"[a-z]", "ti": r"[\u1200-\u137f]"}


def test_det_sidene_tar_med_er_ogsa_deres() -> None:
    """A panel in a file of its own stood in bokmål on an Arabic page: what an absence costs, before it is sent."""
    maler = {str(fil).partition("/templates/")[2]: fil for fil in (ROT / "fotfeste").rglob("templates/**/*.html")}
    venter = [navn for navn in maler if navn.startswith(("deltaker/timeliste/", "deltaker/penger/"))]
    sett = {"felles/tidsmaskin.html"}  # only the demo has it
    while venter:
        navn = venter.pop()
        if navn in sett or navn not in maler:
            continue
        sett.add(navn)
        mal, sti = maler[navn].read_text(), str(maler[navn].relative_to(ROT))
        assert "translate" not in mal or sti.startswith(DELFILER), f"{navn} is on a page in several languages"
        venter += re.findall(r'{% (?:include|extends) "([^"]+)"', mal)


@pytest.mark.parametrize("sprak", DELSPRAK)
def test_katalogen_har_sidenes_tekster_og_ingen_andre(sprak: str) -> None:
    """A new text on these pages needs its four translations: mend with `python -m konfig.oversettelser`, and write."""
    katalog, tekster = les_po(po_sti(sprak).read_text()), delens_tekster()
    assert set(tekster) - set(katalog) == set()
    assert set(katalog) - set(tekster) == set()
    assert [nokkel.id for nokkel, tekst in katalog.items() if not tekst.er_oversatt] == []
    avvik = [
        nokkel.id
        for nokkel, tekst in katalog.items()
        for form in tekst.oversatt
        if sorted(_PLASS.findall(form)) != sorted(_PLASS.findall(nokkel.flertall or nokkel.id))
    ]
    assert avvik == []
    flertall = [tekst.oversatt for nokkel, tekst in katalog.items() if nokkel.flertall]
    assert {len(former) for former in flertall} == {FLERTALLSFORMER[sprak]}
    uten = [t.oversatt[0] for t in katalog.values() if not re.search(_SKRIFT[sprak], t.oversatt[0].lower())]
    assert uten == (["Fotfeste"] if sprak != "so" else []), "each is written in its own script"


@pytest.mark.parametrize("sprak", DELSPRAK)
def test_den_kompilerte_katalogen_er_den_som_er_skrevet(sprak: str) -> None:
    katalog = les_po(po_sti(sprak).read_text())
    assert po_sti(sprak).with_suffix(".mo").read_bytes() == bygg_mo(sprak, katalog)
    assert skriv_po(sprak, katalog) == po_sti(sprak).read_text()
    lest = gettext.GNUTranslations(io.BytesIO(bygg_mo(sprak, katalog)))
    former = {lest.ngettext("%d dag med andre timer", "%d dager med andre timer", n) for n in (0, 1, 2, 5, 11, 100)}
    assert len(former) >= 2


def test_listen_over_sider_og_unntak_er_sann() -> None:
    assert [fil for fil in DELFILER if not (ROT / fil).exists()] == []
    assert BARE_KONTORET - {nokkel.id for nokkel in finn_tekster()} == set()


@pytest.mark.parametrize(
    ("sprak", "dag", "med_ukedag", "mnd", "timene"),
    [
        ("uk", "4 червня 2026", "четвер 4 червня 2026", "червень 2026", "7,5\N{NO-BREAK SPACE}год"),
        ("ar", "4 يونيو 2026", "الخميس 4 يونيو 2026", "يونيو 2026", "7,5\N{NO-BREAK SPACE}ساعة"),
        ("so", "4 Juun 2026", "Khamiis 4 Juun 2026", "Juun 2026", "7,5\N{NO-BREAK SPACE}saac"),
        ("ti", "4 ሰነ (6) 2026", "ሓሙስ 4 ሰነ (6) 2026", "ሰነ (6) 2026", "7,5\N{NO-BREAK SPACE}ሰዓት"),
    ],
)
def test_datoer_og_timer(sprak: str, dag: str, med_ukedag: str, mnd: str, timene: str) -> None:
    torsdag = date(2026, 6, 4)
    with translation.override(sprak):
        assert [dato(torsdag), ukedato(torsdag), maned(torsdag)] == [dag, med_ukedag, mnd]
        assert timer(Decimal("7.50")) == timene
        # Read from the right, an amount is kept together.
        assert kr(17492).startswith("\N{FIRST STRONG ISOLATE}") is (sprak == "ar")


@pytest.fixture
def klient(sak: Sak, veileder: Aktor, deltaker: Aktor) -> Client:
    gi_vedtak(sak, veileder)
    avtalt_program(sak, veileder)
    return logg_inn(deltaker)


def _velg(klient: Client, sprak: str) -> None:
    klient.post("/sprak/", {"language": sprak, "next": "/"})


@pytest.mark.django_db
@pytest.mark.parametrize("sprak", DELSPRAK)
def test_timelisten_pa_eget_sprak_og_norsk_ett_trykk_unna(klient: Client, sprak: str) -> None:
    _velg(klient, sprak)
    retning = "rtl" if sprak == "ar" else "ltr"
    ord_ = les_po(po_sti(sprak).read_text())
    oversatt = {nokkel.id: tekst.oversatt[0] for nokkel, tekst in ord_.items()}
    for navn, args in (
        ("timelister", ()),
        ("timeliste", (2026, 5)),
        ("fravaer_ny", (2026, 5)),
        ("lonnsslipp_ny", (2026, 5)),
        ("penger_maned", (2026, 5)),
        ("penger", ()),
    ):
        svar = klient.get(reverse(f"deltaker:{navn}", args=args))
        side = svar.content.decode()
        assert f'<html lang="{sprak}" dir="{retning}"' in side, navn
        assert svar.headers["Content-Language"] == sprak
        assert oversatt["Oversettelsen er laget av oss og ikke kontrollert av tolk."] in side
        assert "Oversettelsen er laget av oss og ikke kontrollert av tolk." in side
        assert 'name="language" value="nb"' in side
    mai = reverse("deltaker:timeliste", args=(2026, 5))
    assert oversatt["Alt var som planlagt: send"] in klient.get(mai).content.decode()
    # Another page is not half translated: it is in Norwegian, says so, and shows the way back.
    forside = klient.get(reverse("deltaker:forside")).content.decode()
    assert '<html lang="nb" dir="ltr"' in forside
    assert oversatt["Denne siden er på norsk. Timelisten og pengene kan du lese på ditt språk."] in forside
    ingen = klient.get(reverse("deltaker:timeliste", args=(2026, 13)))
    assert '<html lang="nb" dir="ltr"' in ingen.content.decode()
    _velg(klient, "nb")
    norsk = klient.get(mai).content.decode()
    assert "Alt var som planlagt: send" in norsk
    assert "kontrollert av tolk" not in norsk
    assert translation.get_language() == "nb"


@pytest.mark.django_db
def test_feilene_kommer_pa_samme_sprak_og_det_skrevne_star(klient: Client) -> None:
    _velg(klient, "uk")
    klient.get(reverse("deltaker:timeliste", args=(2026, 5)))
    svar = klient.post(
        reverse("deltaker:fravaer_ny", args=(2026, 5)), {"fra": "12.5.26", "til": "11.5.26", "arsak": "ferie"}
    ).content.decode()
    assert "Останній день раніше за перший" in svar
    assert "12.5.26" in svar


@pytest.mark.django_db
def test_valget_huskes_for_personen_pa_alle_enheter(klient: Client, deltaker: Aktor, veileder: Aktor) -> None:
    _velg(klient, "so")
    bruker = deltaker.krev_bruker()
    bruker.refresh_from_db()
    assert bruker.sprak == "so"
    annen = logg_inn(deltaker)
    assert '<html lang="so"' in annen.get(reverse("deltaker:timelister")).content.decode()
    # The office is never shown in a language it is not in.
    kontor = logg_inn(veileder)
    kontor.cookies[settings.LANGUAGE_COOKIE_NAME] = "ar"
    assert '<html lang="nb" dir="ltr"' in kontor.get(reverse("kontor:timelister")).content.decode()


@pytest.mark.django_db
def test_uten_valg_er_siden_pa_det_deltakeren_leser_best(klient: Client, sak: Sak) -> None:
    siden = reverse("deltaker:timelister")
    assert '<html lang="nb"' in klient.get(siden).content.decode()
    with kommando(SYSTEM, "test"):
        sak.person.refresh_from_db()
        sak.person.lagre_endring(sprak="ti")
    assert '<html lang="ti"' in klient.get(siden).content.decode()
    _velg(klient, "nb")
    assert '<html lang="nb"' in klient.get(siden).content.decode()
    anonym: Any = Client().get("/").content.decode()
    assert "Soomaali" not in anonym
    assert "Soomaali" in klient.get(siden).content.decode()
