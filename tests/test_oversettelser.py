"""The catalogues of nynorsk and English: whole, compiled, and followed by the pages."""

from __future__ import annotations

import gettext
import io
import json
import re
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from django.test import Client
from django.utils import translation

from fotfeste.fag.brev.models import Brev
from fotfeste.fag.oppfolging.enums import Kontaktkanal
from fotfeste.fag.oppfolging.services import kontakt_logg
from fotfeste.flater.felles.templatetags.norsk import dato, kr, maned, timer, ukedato
from fotfeste.grunnmur.leseord import tallord, timetall_ord
from fotfeste.grunnmur.logg.models import Hendelse
from fotfeste.grunnmur.organisasjon.models import Kommune, Kontor
from fotfeste.grunnmur.tilgang import Aktor
from konfig.oversettelser import SPRAK, Katalog, Nokkel, Tekst, bygg_mo, finn_tekster, les_po, po_sti, skriv_po
from tests.fag.vedtak.fortelling import innvilget
from tests.grunnlag import lag_sak

_PLASS = re.compile(r"%\(\w+\)[sd]|%[sd]|\{[\w:]*\}|</?\w+>")


def _katalog(sprak: str) -> Katalog:
    return les_po(po_sti(sprak).read_text())


@pytest.mark.parametrize("sprak", SPRAK)
def test_katalogen_har_hver_tekst_i_koden_og_ingen_andre(sprak: str) -> None:
    """Mend with `python -m konfig.oversettelser`."""
    i_koden = finn_tekster()
    katalog = _katalog(sprak)
    assert set(i_koden) - set(katalog) == set()
    assert set(katalog) - set(i_koden) == set()


@pytest.mark.parametrize("sprak", SPRAK)
def test_den_kompilerte_katalogen_er_den_som_er_skrevet(sprak: str) -> None:
    katalog = _katalog(sprak)
    assert po_sti(sprak).with_suffix(".mo").read_bytes() == bygg_mo(sprak, katalog)
    assert skriv_po(sprak, katalog) == po_sti(sprak).read_text()


@pytest.mark.parametrize("sprak", SPRAK)
def test_alt_en_deltaker_leser_er_oversatt(sprak: str) -> None:
    deltakers = (
        "fotfeste/flater/deltaker/",
        "fotfeste/flater/felles/",
        "fotfeste/fag/oppmote/",
        "fotfeste/fag/oversikt/deltaker.py",
        "fotfeste/fag/oversikt/innsyn.py",
        "fotfeste/fag/program/uke.py",
        "fotfeste/fag/soknad/",
        "fotfeste/grunnmur/",
    )
    mangler = [
        nokkel.id
        for nokkel, tekst in _katalog(sprak).items()
        if not tekst.er_oversatt and any(sted.startswith(deltakers) for sted in tekst.steder)
    ]
    assert mangler == []


@pytest.mark.parametrize("sprak", SPRAK)
def test_oversettelsen_beholder_det_som_skal_settes_inn(sprak: str) -> None:
    avvik = [
        (nokkel.id, form)
        for nokkel, tekst in _katalog(sprak).items()
        if tekst.er_oversatt
        for nr, form in enumerate(tekst.oversatt)
        # «One month» need not say the number that «%d months» says.
        if sorted(_PLASS.findall(form)) != sorted(_PLASS.findall((nr and nokkel.flertall) or nokkel.id))
    ]
    assert avvik == []


def test_tekstene_finnes_i_moduler_og_maler(tmp_path: Path) -> None:
    modul = tmp_path / "fotfeste" / "modul.py"
    modul.parent.mkdir()
    modul.write_text(
        "from django.utils.translation import gettext as _, ngettext, pgettext_lazy as p\n"
        "_('Én') ; ngettext('%d dag', '%d dager', 2) ; p('måned', 'mai') ; print('Ikke denne')\n"
    )
    mal = tmp_path / "fotfeste" / "templates" / "side.html"
    mal.parent.mkdir()
    mal.write_text(
        '{% load i18n %}<p title="{% translate "Tittel" %}">Utenfor {% blocktranslate count n=n %}{{ n }} sak'
        "{% plural %}{{ n }} saker{% endblocktranslate %}</p>{# Merknad #}"
    )
    assert set(finn_tekster(tmp_path)) == {
        Nokkel("Én"),
        Nokkel("%d dag", "%d dager"),
        Nokkel("mai", kontekst="måned"),
        Nokkel("Tittel"),
        Nokkel("%(n)s sak", "%(n)s saker"),
    }


def test_katalogen_leses_av_gettext_selv() -> None:
    katalog = {
        Nokkel("Hei «du»\nlinje to"): Tekst(('Hello "you"\nline two',)),
        Nokkel("%d dag", "%d dager"): Tekst(("%d day", "%d days")),
        Nokkel("mai", kontekst="måned"): Tekst(("May",)),
        Nokkel("Ikke oversatt"): Tekst(("",)),
    }
    assert {n: t.oversatt for n, t in les_po(skriv_po("en", katalog)).items()} == {
        n: t.oversatt for n, t in katalog.items()
    }
    lest = gettext.GNUTranslations(io.BytesIO(bygg_mo("en", katalog)))
    assert lest.gettext("Hei «du»\nlinje to") == 'Hello "you"\nline two'
    assert [lest.ngettext("%d dag", "%d dager", n) for n in (1, 2)] == ["%d day", "%d days"]
    assert lest.pgettext("måned", "mai") == "May"
    assert lest.gettext("Ikke oversatt") == "Ikke oversatt"


@pytest.mark.django_db
def test_uten_valg_er_sidene_paa_bokmal_uansett_nettleser(client: Client, kommune: Kommune) -> None:
    svar = client.get("/", headers={"accept-language": "en-GB,en;q=0.9"})
    assert '<html lang="nb" dir="ltr"' in svar.content.decode()
    assert svar.headers["Content-Language"] == "nb"
    assert "Cookie" in svar.headers["Vary"]


@pytest.mark.django_db
@pytest.mark.parametrize(("sprak", "ord_"), [("nn", "treng tett hjelp"), ("en", "close support")])
def test_valgt_sprak_folger_med_til_neste_side(client: Client, kommune: Kommune, sprak: str, ord_: str) -> None:
    client.post("/sprak/", {"language": sprak, "next": "/"})
    side = client.get("/").content.decode()
    assert f'<html lang="{sprak}" dir="ltr"' in side
    assert ord_ in side
    assert translation.get_language() == "nb"
    client.post("/sprak/", {"language": "nb", "next": "/"})
    assert '<html lang="nb"' in client.get("/").content.decode()


@pytest.mark.django_db
def test_et_ukjent_sprak_gir_bokmal(client: Client, kommune: Kommune) -> None:
    client.cookies["django_language"] = "xx"
    assert '<html lang="nb"' in client.get("/").content.decode()


@pytest.mark.django_db
def test_feilsiden_folger_spraket(client: Client, kommune: Kommune) -> None:
    client.cookies["django_language"] = "en"
    svar = client.get("/finnes-ikke/")
    assert svar.status_code == 404
    assert '<html lang="en"' in svar.content.decode()
    assert "We cannot find this page" in svar.content.decode()


@pytest.mark.parametrize(
    ("sprak", "dag", "med_ukedag", "mnd", "timene"),
    [
        ("nb", "4. juni 2026", "torsdag 4. juni 2026", "juni 2026", "37,5\N{NO-BREAK SPACE}t"),
        ("nn", "4. juni 2026", "torsdag 4. juni 2026", "juni 2026", "37,5\N{NO-BREAK SPACE}t"),
        ("en", "4 June 2026", "Thursday 4 June 2026", "June 2026", "37.5\N{NO-BREAK SPACE}h"),
    ],
)
def test_datoer_paa_sidene_folger_spraket(sprak: str, dag: str, med_ukedag: str, mnd: str, timene: str) -> None:
    torsdag = date(2026, 6, 4)
    with translation.override(sprak):
        assert [dato(torsdag), ukedato(torsdag), maned(torsdag)] == [dag, med_ukedag, mnd]
        assert timer(Decimal("37.50")) == timene
        assert f"{timetall_ord(Fraction(75, 2))}\N{NO-BREAK SPACE}" == timene[:-1]
        assert [tallord(3), tallord(13)] == ["three" if sprak == "en" else "tre", "13"]
        assert kr(17492) == "17\N{NO-BREAK SPACE}492\N{NO-BREAK SPACE}kr"


@pytest.mark.django_db
def test_det_som_tas_vare_paa_er_paa_bokmal_uansett_hvem_som_leser(
    veileder: Aktor, beslutter: Aktor, kontor: Kontor
) -> None:
    """The same story told by someone who reads the pages in English leaves the same letter, events and facts."""
    spor = []
    for sprak in ("nb", "en"):
        sak = lag_sak(kontor)
        with translation.override(sprak):
            vedtak = innvilget(veileder, beslutter, sak)
            kontakt_logg(veileder, sak=sak, kanal=Kontaktkanal.MOTE)
        vilkar = [(v.kode, v.kilde, v.fakta) for v in vedtak.vilkar.order_by("kode")]
        hendelser = [(h.kode, h.data) for h in Hendelse.objects.filter(sak_id=sak.pk).order_by("pk")]
        brev = Brev.objects.get(sak=sak)
        innhold = json.dumps(brev.innhold, ensure_ascii=False).replace(sak.saksnummer, "")
        spor.append((vilkar, hendelser, brev.tittel, vedtak.begrunnelse_regler, innhold))
    assert spor[0] == spor[1]
    assert "innvilgelse av program" in str(spor[1][1])
