"""The command `fotfeste`: questions to the rules answer without Django; everything else is a management command."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence


def _beregn(argumenter: Sequence[str]) -> int:
    from fotfeste.regelverk.kontrakt.beregn import main

    return main(argumenter)


def _fravaer(argumenter: Sequence[str]) -> int:
    from fotfeste.regelverk.kontrakt.fravaer import main

    return main(argumenter)


def _frister(argumenter: Sequence[str]) -> int:
    from fotfeste.regelverk.kontrakt.frister import main

    return main(argumenter)


def _kostra_kontroll(argumenter: Sequence[str]) -> int:
    from fotfeste.kobling.kostra.kommando import main

    return main(argumenter)


def _revisjon(argumenter: Sequence[str]) -> int:
    from fotfeste.innsikt.internkontroll.kommando import main

    return main(argumenter)


# Loaded on demand: the control of a KOSTRA file as a whole process has one second, and Django takes half of it.
REGELKOMMANDOER: dict[str, Callable[[Sequence[str]], int]] = {
    "beregn": _beregn,
    "fravaer": _fravaer,
    "frister": _frister,
    "kostra-kontroll": _kostra_kontroll,
}


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command. Returns the exit status: 0 answered, 1 something in the input was wrong, 2 wrong usage."""
    argumenter = list(sys.argv[1:] if argv is None else argv)
    if argumenter and argumenter[0] in REGELKOMMANDOER:
        return REGELKOMMANDOER[argumenter[0]](argumenter[1:])
    if argumenter and argumenter[0] == "revisjon" and any(a.partition("=")[0] == "--fil" for a in argumenter):
        return _revisjon(argumenter[1:])

    import os

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "konfig.innstillinger.demo")
    from django.core.management import execute_from_command_line

    from konfig.database import start_innebygd

    start_innebygd()

    execute_from_command_line(["fotfeste", *argumenter])
    return 0


if __name__ == "__main__":
    sys.exit(main())
