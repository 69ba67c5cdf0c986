"""`fotfeste kostra-kontroll`: what the official 11CF control says of a file, as JSON lines or as a table in words."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, ArgumentTypeError, RawDescriptionHelpFormatter
from collections.abc import Sequence

from fotfeste.kobling.kostra.felter import FORSTE_AAR, SISTE_AAR
from fotfeste.kobling.kostra.lesing import er_sifre

_SLUTT = """\
Uten FIL leser kommandoen ett JSON-objekt per linje fra standard inn, {"id", "year", "region", "file"}, og svarer
med {"id", "alvorlighet", "funn"} per linje. Avslutningskode: 0 når alt er besvart, 1 når en linje ikke lot seg lese.

Med FIL skriver den funnene i ord. Avslutningskode: 0 ingen funn, 1 bare advarsler (filen kan leveres), 2 feil som
hindrer levering. Våre egne kontroller står for seg og teller ikke med.

SSBs program leser bare det nyeste oppsettet (152 tegn). En fil for 2022-2024 blir derfor kontrollert etter
oppsettet for sitt eget år, og da er dommen vår og ikke SSBs.
"""


def main(argumenter: Sequence[str]) -> int:
    """Run the command. The exit status is told in `--help`; 2 for wrong usage too."""
    valg = _leser().parse_args(argumenter)
    if valg.fil is None:  # each is loaded on demand, to answer sooner
        from fotfeste.kobling.kostra.sporsmal import besvar

        return besvar(sys.stdin, sys.stdout, forklar=valg.forklar)
    from fotfeste.kobling.kostra.rapport import kontroller_fil

    return kontroller_fil(
        valg.fil,
        aar=valg.aar,
        region=valg.region,
        har_vedlegg=not valg.uten_deltakere,
        egne=not valg.bare_offisielle,
    )


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
    if er_sifre(tekst, 6):
        return tekst
    raise ArgumentTypeError(f"«{tekst}» er ikke seks sifre, for eksempel 420400")
