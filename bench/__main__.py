"""One table. Each part runs in a process of its own, so that neither memory nor warmth is carried over."""

from __future__ import annotations

import argparse
import json
import subprocess
import sys

from bench.maling import ROT, Rad, maskin

FULL = 12_000
LITEN = 600
DELER = "abcdefgh"


def main() -> int:
    """Print the table. Exit status 1 when a target was not held."""
    tolk = argparse.ArgumentParser(prog="python -m bench", description="Mål Fotfeste. Skriver én tabell.")
    tolk.add_argument("--deler", default=DELER, help=f"hvilke deler, standard {DELER}")
    tolk.add_argument("--antall", type=int, default=FULL, help=f"saker, deltakere og poster, standard {FULL}")
    tolk.add_argument("--ganger", type=int, default=9, help="kjøringer hver median tas av, standard 9")
    tolk.add_argument("--rader", action="store_true", help="mål her, og skriv radene som JSON")
    valg = tolk.parse_args()
    if valg.rader:
        for rad in mal(valg.deler, valg.antall, valg.ganger):
            print(rad.som_json())
        return 0
    print(f"Maskin: {maskin()}\n")
    rader = [rad for del_ in valg.deler for rad in _i_egen_prosess(del_, valg.antall, valg.ganger)]
    print(tabell(rader))
    return 1 if any(rad.holdt is False for rad in rader) else 0


def mal(del_: str, antall: int, ganger: int) -> list[Rad]:
    """Measure one part here. What each part needs is imported by it alone."""
    if del_ == "a":
        from bench import stonad

        return stonad.mal(antall, ganger)
    if del_ == "b":
        from bench import vektor

        return vektor.mal(antall, ganger)
    if del_ == "c":
        from bench import utbetaling

        return utbetaling.mal((min(LITEN, antall), antall))
    if del_ == "d":
        from bench import kostra

        return kostra.mal(antall, ganger)
    if del_ == "e":
        from bench import brev

        return brev.mal(max(1, antall // 400), ganger)
    if del_ == "f":
        from bench.utbetaling import egen_database

        with egen_database():
            from bench import feil

            return feil.mal(max(1, antall // 6))
    if del_ == "g":
        from bench import regulering

        return regulering.mal((max(1, antall // 6), antall))
    if del_ == "h":
        from bench import simulering

        return simulering.mal(antall)
    raise SystemExit(f"Det er ingen del «{del_}». Delene er {', '.join(DELER)}.")


def _i_egen_prosess(del_: str, antall: int, ganger: int) -> list[Rad]:
    print(f"Måler {del_} …", file=sys.stderr, flush=True)
    kommando = [sys.executable, "-m", "bench", "--rader", "--deler", del_]
    kommando += ["--antall", str(antall), "--ganger", str(ganger)]
    svar = subprocess.run(kommando, check=True, stdout=subprocess.PIPE, text=True, cwd=ROT)  # noqa: S603 - ourselves
    return [Rad(**json.loads(linje)) for linje in svar.stdout.splitlines()]


def tabell(rader: list[Rad]) -> str:
    """The rows as a Markdown table."""
    dom = {True: "ja", False: "NEI", None: ""}
    linjer = [("", "Hva", "Målt", "Mål", "Holdt")]
    linjer += [(rad.del_, rad.hva, rad.svar, rad.mal, dom[rad.holdt]) for rad in rader]
    bredder = [max(len(linje[nr]) for linje in linjer) for nr in range(5)]
    linjer.insert(1, tuple("-" * bredde for bredde in bredder))
    return "\n".join(
        "| " + " | ".join(felt.ljust(bredde) for felt, bredde in zip(linje, bredder, strict=True)) + " |"
        for linje in linjer
    )


if __name__ == "__main__":
    sys.exit(main())
