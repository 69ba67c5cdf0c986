"""Everything `make test` checks, in the order that finds a fault soonest.

`--bare-kode` runs what needs no database and no browser. Exit status 0 only when every step passed.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

BIN = Path(sys.executable).parent
NETTLESERE = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MAC_NETTLESERE = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)

KODESTEG: tuple[tuple[str, list[str]], ...] = (
    ("ruff", ["ruff", "check", "."]),
    ("ruff format", ["ruff", "format", "--check", "."]),
    ("mypy (strict)", ["mypy"]),
    ("import-linter", ["lint-imports"]),
    ("djlint", ["djlint", "--lint", "--quiet", "fotfeste"]),
)


def finn_nettleser() -> str | None:
    """The path of a Chromium on this machine, or None."""
    for navn in NETTLESERE:
        if sti := shutil.which(navn):
            return sti
    return next((sti for sti in MAC_NETTLESERE if Path(sti).exists()), None)


def skaff_nettleser() -> str | None:
    """A Chromium: the machine's own, or Debian's, installed when we may; None where neither can be had."""
    if sti := finn_nettleser():
        return sti
    apt = shutil.which("apt-get")
    if apt is None:
        return None
    som_rot: list[str] = [] if os.geteuid() == 0 else ["sudo", "-n"]
    miljo = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for argumenter in (["update", "-qq"], ["install", "-y", "-qq", "--no-install-recommends", "chromium"]):
        try:
            # Fixed programs and arguments.
            subprocess.run([*som_rot, apt, *argumenter], check=True, env=miljo, stdout=subprocess.DEVNULL)  # noqa: S603
        except (subprocess.CalledProcessError, FileNotFoundError):
            return None
    return finn_nettleser()


def _kjor(navn: str, kommando: list[str]) -> bool:
    start = time.monotonic()
    print(f"── {navn}", flush=True)
    status = subprocess.call([str(BIN / kommando[0]), *kommando[1:]])  # noqa: S603 - the tools of our own environment
    print(f"   {'ok' if status == 0 else 'FEIL'} ({time.monotonic() - start:.0f} s)", flush=True)
    return status == 0


def _tester() -> bool:
    """All tests. Those with a browser have processes of their own: its event loop stays in the process it ran in."""
    kommando = ["pytest", "-q", "-n", str(min(os.cpu_count() or 1, 4)), "--reuse-db"]
    # The databases are made anew once, and left as they were found for the tests with a browser.
    uten = _kjor("pytest, uten nettleser", [*kommando, "--create-db", "--dist", "loadfile", "-m", "not nettleser"])
    if skaff_nettleser() is None:
        print("── Ingen Chromium her, og den kunne ikke installeres: nettlesertestene er ikke kjørt.", flush=True)
        if os.environ.get("CI") == "true":
            print("   I CI er det en feil.", flush=True)
            return False
        return uten
    return (
        _kjor(
            "pytest, i nettleser",
            [*kommando, "--dist", "load", "--maxschedchunk", "1", "-m", "nettleser", "tests/akseptanse"],
        )
        and uten
    )


def main(argumenter: list[str]) -> int:
    """Run the steps; returns the exit status."""
    # Every step runs, so that one fault does not hide the next.
    resultater = [_kjor(navn, kommando) for navn, kommando in KODESTEG]
    alt_i_orden = all(resultater)
    if "--bare-kode" not in argumenter:
        alt_i_orden &= _tester()
    print("Alt i orden." if alt_i_orden else "Noe må rettes, se over.", flush=True)
    return 0 if alt_i_orden else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
