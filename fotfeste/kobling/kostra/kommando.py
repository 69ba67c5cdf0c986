"""`fotfeste kostra-kontroll`: what the official 11CF control says of a file, as JSON lines or as a table in words."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace, RawDescriptionHelpFormatter
from collections.abc import Iterator, Sequence
from pathlib import Path
from textwrap import wrap

from fotfeste.kobling.kostra.egne import EgetFunn, kontroller_egne
from fotfeste.kobling.kostra.felter import FORSTE_AAR, SISTE_AAR, oppsett
from fotfeste.kobling.kostra.kontroll import (
    Alvorlighet,
    Funn,
    Resultat,
    kontroller,
    kontroller_etter_oppsett,
)
from fotfeste.regelverk.kontrakt.felles import Leser, kjor

_BREDDE = 110
_VIS_LINJER = 12
_NOKLER = frozenset({"id", "year", "region", "file"})
_SLUTT = """\
Uten FIL leser kommandoen ett JSON-objekt per linje fra standard inn, {"id", "year", "region", "file"}, og svarer
med {"id", "alvorlighet", "funn"} per linje. Avslutningskode: 0 når alt er besvart, 1 når en linje ikke lot seg lese.

Med FIL skriver den funnene i ord. Avslutningskode: 0 ingen funn, 1 bare advarsler (filen kan leveres), 2 feil som
hindrer levering. Våre egne kontroller står for seg og teller ikke med.

SSBs program leser bare det nyeste oppsettet (152 tegn). En fil for 2022-2024 blir derfor kontrollert etter
oppsettet for sitt eget år, og da er dommen vår og ikke SSBs.
"""
_DOM = {
    Alvorlighet.OK: "Ingen feil. Filen kan leveres.",
    Alvorlighet.WARNING: "Bare advarsler. Filen kan leveres når du har sett over dem.",
    Alvorlighet.ERROR: "Feil som hindrer levering. Rett dem og kontroller på nytt.",
    Alvorlighet.FATAL: "Kritisk feil. De andre kontrollene er ikke kjørt.",
}
_GRAD = {
    Alvorlighet.OK: "Melding",
    Alvorlighet.WARNING: "Advarsel",
    Alvorlighet.ERROR: "Feil",
    Alvorlighet.FATAL: "Kritisk",
}


def main(argumenter: Sequence[str]) -> int:
    """Run the command. The exit status is told in `--help`; 2 for wrong usage too."""
    valg = _leser().parse_args(argumenter)
    if valg.fil is None:
        return kjor(_svar_med_spor if valg.forklar else _svar, sys.stdin, sys.stdout)
    return _kontroller_fil(valg)


def _leser() -> ArgumentParser:
    leser = ArgumentParser(
        prog="fotfeste kostra-kontroll",
        description="Kontrollerer en KOSTRA-fil for kvalifiseringsprogrammet (11CF) slik SSBs program gjør.",
        epilog=_SLUTT,
        formatter_class=RawDescriptionHelpFormatter,
    )
    leser.add_argument("fil", nargs="?", metavar="FIL", help="filen som skal kontrolleres")
    leser.add_argument("--aar", type=_aar, default=SISTE_AAR, help=f"rapporteringsår, ellers {SISTE_AAR}")
    leser.add_argument("--region", type=_region, help="seks sifre: kommune og 00, i Oslo 0301 og bydel")
    leser.add_argument("--uten-deltakere", action="store_true", help="det er meldt at ingen har deltatt")
    leser.add_argument("--bare-offisielle", action="store_true", help="ta ikke med våre egne kontroller")
    leser.add_argument("--forklar", action="store_true", help="ta med felt og forklaring i JSON-svaret")
    return leser


def _aar(tekst: str) -> int:
    if tekst.isdigit() and FORSTE_AAR <= int(tekst) <= SISTE_AAR:
        return int(tekst)
    raise ArgumentTypeError(f"«{tekst}» er ikke et år fra {FORSTE_AAR} til {SISTE_AAR}")


def _region(tekst: str) -> str:
    if _er_region(tekst):
        return tekst
    raise ArgumentTypeError(f"«{tekst}» er ikke seks sifre, for eksempel 420400")


def _er_region(tekst: str) -> bool:
    return len(tekst) == 6 and tekst.isascii() and tekst.isdigit()


# JSON lines.


def _svar(leser: Leser) -> dict[str, object]:
    resultat = _sporsmal(leser)
    return {"alvorlighet": resultat.alvorlighet.name, "funn": [funn.som_kontrakt() for funn in resultat.funn]}


def _svar_med_spor(leser: Leser) -> dict[str, object]:
    resultat = _sporsmal(leser)
    return {
        "alvorlighet": resultat.alvorlighet.name,
        "funn": [funn.som_kontrakt() for funn in resultat.funn],
        "spor": [_som_spor(funn) for funn in resultat.funn],
    }


def _som_spor(funn: Funn) -> dict[str, object]:
    return {
        "kode": funn.kontroll.nummer,
        "tittel": funn.kontroll.tittel,
        "linjer": list(funn.linjer),
        "felter": list(funn.felter),
        "melder_nar": funn.kontroll.melder,
        "melding": funn.melding,
    }


def _sporsmal(leser: Leser) -> Resultat:
    """The verdict on one line's question: the official one, by the newest layout whatever the year."""
    leser.ukjente(_NOKLER)
    aar, region, innhold = leser.tekst("year"), leser.tekst("region"), leser.tekst("file")
    if not _er_aar(aar):
        _meld(leser, "year", "Året skal være fire sifre, for eksempel 2026.")
    if not _er_region(region):
        _meld(leser, "region", "Regionen skal være seks sifre: kommune og 00, eller 0301 og bydel i Oslo.")
    if leser.feil:
        return Resultat((), 0, 0)
    return kontroller(innhold, aar=int(aar), region=region)


def _er_aar(tekst: str) -> bool:
    return len(tekst) == 4 and tekst.isascii() and tekst.isdigit() and tekst.startswith("20")


def _meld(leser: Leser, felt: str, melding: str) -> None:
    """Note what is wrong, unless the field is missing or of another kind and that is said already."""
    if all(feil.felt != felt for feil in leser.feil):
        leser.meld(felt, melding)


# A file, in words.


def _kontroller_fil(valg: Namespace) -> int:
    if valg.region is None:
        print("Si hvilken kommune filen gjelder, for eksempel --region 420400.", file=sys.stderr)
        return 2
    try:
        innhold = Path(valg.fil).read_bytes()
    except OSError as unntak:
        print(f"Vi får ikke lest {valg.fil}: {_hvorfor(unntak)}", file=sys.stderr)
        return 2
    # The official program reads UTF-8 and puts a replacement for what is not; so do we.
    tekst = innhold.decode("utf-8", errors="replace")
    resultat, merknader = _dom(tekst, valg)
    if "\ufffd" in tekst:
        merknader.append("Filen har tegn som ikke er UTF-8. Lagre den som UTF-8 før du leverer.")
    egne = () if valg.bare_offisielle else kontroller_egne(tekst, aar=valg.aar)
    for linje in _rapport(valg, resultat, merknader, egne):
        print(linje)
    return resultat.alvorlighet.returkode


def _hvorfor(unntak: OSError) -> str:
    match unntak:
        case FileNotFoundError():
            return "filen finnes ikke. Se over navnet."
        case IsADirectoryError():
            return "det er en mappe. Oppgi en fil."
        case PermissionError():
            return "du har ikke tilgang til den."
        case _:
            return str(unntak.strerror or unntak)


def _dom(tekst: str, valg: Namespace) -> tuple[Resultat, list[str]]:
    """The verdict, and what must be said about how it was reached."""
    lengde = oppsett(valg.aar).lengde
    if lengde == oppsett(SISTE_AAR).lengde or valg.uten_deltakere:
        har_vedlegg = not valg.uten_deltakere
        return kontroller(tekst, aar=valg.aar, region=valg.region, har_vedlegg=har_vedlegg), []
    merknad = (
        f"Filen for {valg.aar} har {lengde} tegn per linje. SSBs nyeste program leser bare "
        f"{oppsett(SISTE_AAR).lengde}, så dette er vår dom etter oppsettet for {valg.aar}, ikke SSBs."
    )
    return kontroller_etter_oppsett(tekst, aar=valg.aar, region=valg.region), [merknad]


def _rapport(valg: Namespace, resultat: Resultat, merknader: Sequence[str], egne: Sequence[EgetFunn]) -> Iterator[str]:
    yield f"KOSTRA 11CF for {valg.aar}, region {valg.region}: {valg.fil}"
    yield f"{resultat.antall_poster} deltakere, {resultat.antall_kontroller} kontroller."
    yield from merknader
    yield ""
    yield _DOM[resultat.alvorlighet] if resultat.antall_poster or resultat.funn else "Filen er tom."
    if resultat.funn:
        yield ""
        yield from _offisiell_tabell(resultat.funn)
    if egne:
        yield ""
        yield "Våre egne kontroller (ikke en del av SSBs dom)"
        yield from _egen_tabell(egne)


def _offisiell_tabell(funn: Sequence[Funn]) -> Iterator[str]:
    """One row for each control and message, the lines gathered."""
    yield from _rad("Grad", "Kontroll", "Linje", "Hva")
    samlet: dict[tuple[Alvorlighet, str, str], list[int]] = {}
    for ett in funn:
        nokkel = (ett.alvorlighet, ett.kontroll.nummer, f"{ett.kontroll.tittel.rstrip('.')}: {ett.melding}")
        samlet.setdefault(nokkel, []).extend(ett.linjer)
    for (grad, nummer, melding), linjer in samlet.items():
        yield from _rad(_GRAD[grad], nummer, _linjetall(linjer), _uten_html(melding))


def _egen_tabell(funn: Sequence[EgetFunn]) -> Iterator[str]:
    samlet: dict[tuple[str, str], list[int]] = {}
    for ett in funn:
        felt = ett.felter[0] if len(ett.felter) == 1 else ett.tittel
        hjemmel = f" ({ett.hjemmel})" if ett.hjemmel else ""
        samlet.setdefault((ett.kode, f"{felt}: {ett.melding}{hjemmel}"), []).append(ett.linje)
    for (kode, melding), linjer in samlet.items():
        yield from _rad("Se over", kode, _linjetall(linjer), melding)


def _rad(grad: str, nummer: str, linjer: str, hva: str) -> Iterator[str]:
    """One row, the last column over as many lines as it needs."""
    venstre = f"{grad:<9} {nummer:<8} {linjer:<14} "
    biter = wrap(hva, _BREDDE - len(venstre), break_on_hyphens=False) or [""]
    yield venstre + biter[0]
    for bit in biter[1:]:
        yield " " * len(venstre) + bit


def _linjetall(linjer: Sequence[int]) -> str:
    if not linjer:
        return "hele filen"
    vist = ", ".join(str(nr) for nr in linjer[:_VIS_LINJER])
    return vist if len(linjer) <= _VIS_LINJER else f"{vist} og {len(linjer) - _VIS_LINJER} til"


def _uten_html(melding: str) -> str:
    """SSB's words without the marks of their HTML report."""
    for merke in ("<br/>", "<b>", "</b>"):
        melding = melding.replace(merke, " " if merke == "<br/>" else "")
    return " ".join(melding.split())
