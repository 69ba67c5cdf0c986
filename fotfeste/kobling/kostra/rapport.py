"""`fotfeste kostra-kontroll FIL`: the verdict on one file, in words."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from textwrap import wrap
from typing import TYPE_CHECKING

from fotfeste.kobling.kostra.felter import SISTE_AAR, oppsett
from fotfeste.kobling.kostra.kontroll import (
    Alvorlighet,
    Funn,
    Resultat,
    kontroller,
    kontroller_etter_oppsett,
)

if TYPE_CHECKING:
    from fotfeste.kobling.kostra.egne import EgetFunn

_BREDDE = 110
_VIS_LINJER = 12
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


def kontroller_fil(fil: str, *, aar: int, region: str | None, har_vedlegg: bool, egne: bool) -> int:
    """Print the verdict on a file. Returns the official code 0, 1 or 2; 2 too when the file cannot be read.

    `har_vedlegg` is false when it is reported that nobody took part, `egne` whether to add our own warnings.
    """
    if region is None:
        print("Si hvilken kommune filen gjelder, for eksempel --region 420400.", file=sys.stderr)
        return 2
    try:
        innhold = Path(fil).read_bytes()
    except OSError as unntak:
        print(f"Vi får ikke lest {fil}: {_hvorfor(unntak)}", file=sys.stderr)
        return 2
    # The official program reads UTF-8 and puts a replacement for what is not; so do we.
    tekst = innhold.decode("utf-8", errors="replace")
    resultat, merknader = _dom(tekst, aar=aar, region=region, har_vedlegg=har_vedlegg)
    if "\ufffd" in tekst:
        merknader.append("Filen har tegn som ikke er UTF-8. Lagre den som UTF-8 før du leverer.")
    print(f"KOSTRA 11CF for {aar}, region {region}: {fil}")
    for linje in _rapport(resultat, merknader, _egne(tekst, aar) if egne else ()):
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


def _egne(tekst: str, aar: int) -> Sequence[EgetFunn]:
    from fotfeste.kobling.kostra.egne import kontroller_egne  # loads the law: only when asked for

    return kontroller_egne(tekst, aar=aar)


def _dom(tekst: str, *, aar: int, region: str, har_vedlegg: bool) -> tuple[Resultat, list[str]]:
    """The verdict, and what must be said about how it was reached."""
    lengde = oppsett(aar).lengde
    if lengde == oppsett(SISTE_AAR).lengde or not har_vedlegg:
        return kontroller(tekst, aar=aar, region=region, har_vedlegg=har_vedlegg), []
    merknad = (
        f"Filen for {aar} har {lengde} tegn per linje. SSBs nyeste program leser bare "
        f"{oppsett(SISTE_AAR).lengde}, så dette er vår dom etter oppsettet for {aar}, ikke SSBs."
    )
    return kontroller_etter_oppsett(tekst, aar=aar, region=region), [merknad]


def _rapport(resultat: Resultat, merknader: Sequence[str], egne: Sequence[EgetFunn]) -> Iterator[str]:
    deltakere = "1 deltaker" if resultat.antall_poster == 1 else f"{resultat.antall_poster} deltakere"
    yield f"{deltakere}, {resultat.antall_kontroller} kontroller."
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
