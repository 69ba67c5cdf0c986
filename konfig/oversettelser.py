"""The catalogues of the languages: `python -m konfig.oversettelser` gathers the texts and compiles them.

Bokmål is written in the code and is its own catalogue. A text without a translation is shown in bokmål. Nynorsk and
English have every text; the DELSPRAK only those of the pages in them (`DELFILER`), and each of those. Everything is
done in Python, so a fresh machine needs no gettext tools: the texts are read from the syntax trees of the modules and
from Django's own reading of the templates, and the `.mo` files are written here and kept in the repository.
"""

from __future__ import annotations

import ast
import re
import struct
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from django.conf import settings
from django.utils.translation import template as maltekst

ROT = Path(__file__).resolve().parents[1]
KATALOGER = ROT / "fotfeste" / "locale"
SPRAK = ("nn", "en")
DELSPRAK = ("uk", "ar", "so", "ti")

_MALER = "fotfeste/flater/felles/templates/"
DELFILER = (
    "fotfeste/flater/deltaker/templates/deltaker/timeliste/",
    "fotfeste/flater/deltaker/templates/deltaker/penger/",
    "fotfeste/flater/deltaker/timeliste_forms.py",
    "fotfeste/flater/deltaker/timeliste_views.py",
    *(f"{_MALER}felles/{mal}.html" for mal in ("deltaker", "delsprak", "grunn", "sprak", "pa_bokmal", "barnetillegg")),
    f"{_MALER}felles/fravaer/",
    *(f"{_MALER}cotton/{mal}.html" for mal in ("skjema", "felt", "feilsum", "konflikt")),
    "fotfeste/flater/felles/skjema.py",
    "fotfeste/flater/felles/filer.py",
    "fotfeste/fag/avstemming/arsaker.py",
    "fotfeste/fag/oversikt/pengevei.py",
    "fotfeste/fag/oppmote/ark.py",
    "fotfeste/fag/oppmote/enums.py",
    "fotfeste/fag/oppmote/forslag.py",
    "fotfeste/fag/oppmote/inn.py",
    "fotfeste/fag/oppmote/kvoter.py",
    "fotfeste/fag/oppmote/papirer.py",
    "fotfeste/fag/oppmote/services.py",
    "fotfeste/fag/oppmote/retting.py",
    "fotfeste/fag/oppmote/selectors.py",
    "fotfeste/fag/oppmote/varsling.py",
    "fotfeste/fag/utbetaling/endringsarsak.py",
    "fotfeste/grunnmur/dokument/services.py",
    "fotfeste/grunnmur/feil.py",
    "fotfeste/grunnmur/tilstand.py",
)
"""Files and folders whose texts the participant meets on the timesheet and the money."""

BARE_KONTORET = frozenset(
    {
        "Banken kunne ikke lese filen.",
        "Banken mener den har fått betalingen før.",
        "Banken sier at kontohaveren er død.",
        "Betalingen ble kalt tilbake.",
        "Betalingen ble stanset etter ønske fra kommunen.",
        "Betalingsdagen kan ikke brukes.",
        "Deltakeren har ikke sagt fra om noe på denne listen som venter på svar.",
        "Du har ikke tilgang til å godkjenne listen.",
        "Det var ikke nok penger på kommunens konto.",
        "For sent",
        "Ikke borte",
        "Listen er godkjent, og mangler ingen dager. Da kan den ikke sendes tilbake.",
        "Listen ligger i en utbetaling som er forberedt og ikke frigitt. Be økonomi forkaste kjøringen først, "
        "eller rett listen når pengene er sendt.",
        "Listen ligger til grunn for en utbetaling. Er den ikke frigitt, kan økonomi beregne den på nytt først.",
        "Listen mangler %(dager)s. Et vedtak har kommet til etter at den ble sendt. "
        "Send den tilbake, så kommer dagene på listen.",
        "Mangler før fristen",
        "Merknad fra deltakeren",
        "Navnet eller adressen til mottakeren mangler.",
        "Rettet med ny liste",
        "Se på",
        "Skriv hva som er feil på listen.",
        "Skriv til deltakeren hva som må rettes.",
        "Skriv til deltakeren hvorfor listen blir stående.",
        "Uten unntak",
    }
)
"""Texts of those files that only the office is shown."""

# How many leading arguments of each function are texts: (context, singular, plural) as the name says.
_FUNKSJONER = {
    "gettext": ("id",),
    "gettext_lazy": ("id",),
    "gettext_noop": ("id",),
    "ngettext": ("id", "flertall"),
    "ngettext_lazy": ("id", "flertall"),
    "pgettext": ("kontekst", "id"),
    "pgettext_lazy": ("kontekst", "id"),
    "npgettext": ("kontekst", "id", "flertall"),
    "npgettext_lazy": ("kontekst", "id", "flertall"),
}
_STRENG = r"""u?('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")"""
_BEVARES = "hendelser.py"  # the timeline is kept and read in bokmål, so its sentences are not translated
_MALKALL = re.compile(rf"\b(npgettext|pgettext|ngettext|gettext|_)\({_STRENG}(?:, ?{_STRENG})?(?:, ?{_STRENG})?", re.S)
_HODE = {
    "nn": ("nn", "nplurals=2; plural=(n != 1);"),
    "en": ("en", "nplurals=2; plural=(n != 1);"),
    "uk": (
        "uk",
        "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);",
    ),
    "ar": (
        "ar",
        "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);",
    ),
    "so": ("so", "nplurals=2; plural=(n != 1);"),
    "ti": ("ti", "nplurals=2; plural=(n > 1);"),
}
FLERTALLSFORMER = {sprak: int(re.search(r"nplurals=(\d)", former)[1]) for sprak, (_kode, former) in _HODE.items()}  # type: ignore[index]


@dataclass(frozen=True, order=True)
class Nokkel:
    """What a text is looked up by: the bokmål text, its plural, and the context that tells two equal texts apart."""

    id: str
    flertall: str = ""
    kontekst: str = ""


@dataclass
class Tekst:
    """One entry of a catalogue: its translation (singular, and plural where there is one) and where it is used."""

    oversatt: tuple[str, ...] = ()
    steder: set[str] = field(default_factory=set)

    @property
    def er_oversatt(self) -> bool:
        return bool(self.oversatt) and all(self.oversatt)


Katalog = dict[Nokkel, Tekst]


# ── Gathering the texts ──────────────────────────────────────────────────────────────────────────────────────────


def finn_tekster(rot: Path = ROT) -> Katalog:
    """Every text of the modules and templates that goes through gettext, with the files that use it."""
    tekster: Katalog = {}
    for fil in _kildefiler(rot):
        for nokkel in _nokler(fil.read_text(), er_mal=fil.suffix == ".html"):
            tekster.setdefault(nokkel, Tekst()).steder.add(fil.relative_to(rot).as_posix())
    return tekster


def delens_tekster() -> Katalog:
    """The texts of the pages the DELSPRAK are for, and no others."""
    return {
        nokkel: tekst
        for nokkel, tekst in finn_tekster().items()
        if nokkel.id not in BARE_KONTORET and any(sted.startswith(DELFILER) for sted in tekst.steder)
    }


def _kildefiler(rot: Path) -> Iterator[Path]:
    moduler = [fil for mappe in ("fotfeste", "konfig") for fil in (rot / mappe).rglob("*.py")]
    maler = (rot / "fotfeste").rglob("templates/**/*.html")
    return iter(sorted(fil for fil in [*moduler, *maler] if "migrations" not in fil.parts and fil.name != _BEVARES))


@cache  # the same files are gathered from for each language
def _nokler(kode: str, *, er_mal: bool) -> tuple[Nokkel, ...]:
    if er_mal:
        return tuple(_fra_mal(kode))
    return tuple(_fra_modul(kode)) if "django.utils.translation" in kode else ()


def _fra_modul(kode: str) -> Iterator[Nokkel]:
    tre = ast.parse(kode)
    navn = _importert(tre)
    for node in ast.walk(tre):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in navn:
            tekster = [a.value for a in node.args if isinstance(a, ast.Constant) and isinstance(a.value, str)]
            yield from _nokkel(navn[node.func.id], tekster)


def _importert(tre: ast.Module) -> dict[str, str]:
    """The names a module calls the translation functions by."""
    return {
        alias.asname or alias.name: alias.name
        for node in ast.walk(tre)
        if isinstance(node, ast.ImportFrom) and node.module == "django.utils.translation"
        for alias in node.names
        if alias.name in _FUNKSJONER
    }


def _fra_mal(kode: str) -> Iterator[Nokkel]:
    for treff in _MALKALL.finditer(maltekst.templatize(kode)):
        funksjon = "gettext" if treff[1] == "_" else treff[1]
        yield from _nokkel(funksjon, [str(ast.literal_eval(del_)) for del_ in treff.groups()[1:] if del_])


def _nokkel(funksjon: str, tekster: list[str]) -> Iterator[Nokkel]:
    deler = dict(zip(_FUNKSJONER[funksjon], tekster, strict=False))
    if deler.get("id"):
        yield Nokkel(**deler)


# ── Reading and writing .po ──────────────────────────────────────────────────────────────────────────────────────


def po_sti(sprak: str) -> Path:
    """Where the catalogue of a language is kept as text; the compiled one lies beside it as `.mo`."""
    return KATALOGER / sprak / "LC_MESSAGES" / "django.po"


def les_po(innhold: str) -> Katalog:
    """The entries of a catalogue written by skriv_po (no header)."""
    katalog: Katalog = {}
    for avsnitt in innhold.split("\n\n"):
        felter = _felter(avsnitt)
        if felter.get("msgid"):
            oversatt = tuple(v for k, v in felter.items() if k.startswith("msgstr"))
            nokkel = Nokkel(felter["msgid"], felter.get("msgid_plural", ""), felter.get("msgctxt", ""))
            katalog[nokkel] = Tekst(oversatt, set(_steder(avsnitt)))
    return katalog


def _steder(avsnitt: str) -> Iterator[str]:
    for linje in avsnitt.splitlines():
        if linje.startswith("#: "):
            yield from linje[3:].split()


def _felter(avsnitt: str) -> dict[str, str]:
    felter: dict[str, str] = {}
    navn = ""
    for linje in avsnitt.splitlines():
        if linje.startswith("msg"):
            navn, _, linje = linje.partition(" ")
        if linje.startswith('"'):
            felter[navn] = felter.get(navn, "") + str(ast.literal_eval(linje))
    return felter


def skriv_po(sprak: str, katalog: Katalog) -> str:
    """The catalogue as text, sorted by bokmål text so that two branches seldom meet in the same line."""
    avsnitt = [f'msgid ""\nmsgstr ""\n{_sitat(_hode(sprak))}']
    avsnitt += [_avsnitt(nokkel, tekst) for nokkel, tekst in sorted(katalog.items(), key=lambda par: par[0])]
    return "\n\n".join(avsnitt) + "\n"


def _hode(sprak: str) -> str:
    kode, flertall = _HODE[sprak]
    return (
        f"Project-Id-Version: Fotfeste\nLanguage: {kode}\nMIME-Version: 1.0\n"
        f"Content-Type: text/plain; charset=UTF-8\nContent-Transfer-Encoding: 8bit\nPlural-Forms: {flertall}\n"
    )


def _avsnitt(nokkel: Nokkel, tekst: Tekst) -> str:
    linjer = [f"#: {sted}" for sted in sorted(tekst.steder)]
    if "%(" in nokkel.id:
        linjer.append("#, python-format")
    if nokkel.kontekst:
        linjer.append(f"msgctxt {_sitat(nokkel.kontekst)}")
    linjer.append(f"msgid {_sitat(nokkel.id)}")
    if not nokkel.flertall:
        return "\n".join([*linjer, f"msgstr {_sitat(tekst.oversatt[0] if tekst.oversatt else '')}"])
    former = tekst.oversatt or ("", "")
    linjer.append(f"msgid_plural {_sitat(nokkel.flertall)}")
    return "\n".join([*linjer, *(f"msgstr[{i}] {_sitat(form)}" for i, form in enumerate(former))])


def _sitat(tekst: str) -> str:
    """A text in quotes; one with several lines gets a line of its own for each."""
    linjer = [
        '"' + linje.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
        for linje in tekst.splitlines(keepends=True) or [""]
    ]
    return linjer[0] if len(linjer) == 1 else "\n".join(['""', *linjer])


# ── Compiling .mo ────────────────────────────────────────────────────────────────────────────────────────────────


def bygg_mo(sprak: str, katalog: Katalog) -> bytes:
    """The compiled catalogue (GNU gettext's binary format, little endian, no hash table), translated texts only."""
    par = sorted([(b"", _hode(sprak).encode()), *_mo_par(katalog)])
    antall, start = len(par), 28 + 16 * len(par)
    ider, tekster = b"\0".join(p[0] for p in par) + b"\0", b"\0".join(p[1] for p in par) + b"\0"
    tabell = [*_plasser((p[0] for p in par), start), *_plasser((p[1] for p in par), start + len(ider))]
    hode = struct.pack("<7I", 0x950412DE, 0, antall, 28, 28 + 8 * antall, 0, start)
    return hode + struct.pack(f"<{4 * antall}I", *tabell) + ider + tekster


def _mo_par(katalog: Katalog) -> Iterator[tuple[bytes, bytes]]:
    for nokkel, tekst in katalog.items():
        if tekst.er_oversatt:
            kontekst = f"{nokkel.kontekst}\x04" if nokkel.kontekst else ""
            flertall = f"\0{nokkel.flertall}" if nokkel.flertall else ""
            yield f"{kontekst}{nokkel.id}{flertall}".encode(), "\0".join(tekst.oversatt).encode()


def _plasser(deler: Iterable[bytes], start: int) -> Iterator[int]:
    """Length and offset of each text, ended by a zero byte."""
    for del_ in deler:
        yield len(del_)
        yield start
        start += len(del_) + 1


# ── The command ──────────────────────────────────────────────────────────────────────────────────────────────────


def oppdater(sprak: str) -> Katalog:
    """Bring one catalogue up to date with the code: new texts in, unused out, compiled anew."""
    sti = po_sti(sprak)
    gammel = les_po(sti.read_text()) if sti.exists() else {}
    katalog = delens_tekster() if sprak in DELSPRAK else finn_tekster()
    for nokkel, tekst in katalog.items():
        if nokkel in gammel:
            tekst.oversatt = gammel[nokkel].oversatt
    sti.parent.mkdir(parents=True, exist_ok=True)
    sti.write_text(skriv_po(sprak, katalog))
    sti.with_suffix(".mo").write_bytes(bygg_mo(sprak, katalog))
    return katalog


def main() -> None:
    """Update the catalogues and say how much is translated."""
    if not settings.configured:
        settings.configure()
    for sprak in (*SPRAK, *DELSPRAK):
        katalog = oppdater(sprak)
        print(f"{sprak}: {sum(t.er_oversatt for t in katalog.values())} av {len(katalog)} tekster er oversatt")


if __name__ == "__main__":
    main()
