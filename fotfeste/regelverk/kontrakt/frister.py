"""`fotfeste frister`: the dates the law sets for a case. `--forklar` adds the rows."""

import sys
from collections.abc import Sequence

from fotfeste.regelverk.frister import Hendelser, vurder
from fotfeste.regelverk.kontrakt.felles import Leser, kjor, les_argumenter
from fotfeste.regelverk.tid import Periode

_DATOER = ("soknad_mottatt", "vedtak_underrettet", "vedtak_dato", "programstart", "avbrudd_fra")
_FELT = frozenset({"id", "permisjon", "avbrudd", *_DATOER})
_FELT_PERIODE = frozenset({"fra", "til"})


def svar(leser: Leser, *, forklar: bool = False) -> dict[str, object]:
    """Answer one line; empty when something in it was wrong."""
    leser.ukjente(_FELT)
    hendelser = Hendelser(
        soknad_mottatt=leser.dato("soknad_mottatt", pakrevd=False),
        vedtak_underrettet=leser.dato("vedtak_underrettet", pakrevd=False),
        vedtak_dato=leser.dato("vedtak_dato", pakrevd=False),
        programstart=leser.dato("programstart", pakrevd=False),
        permisjon=_les_perioder(leser, "permisjon"),
        avbrudd=_les_perioder(leser, "avbrudd"),
        avbrudd_fra=leser.dato("avbrudd_fra", pakrevd=False),
    )
    if leser.feil:
        return {}
    rader = vurder(hendelser)
    ut: dict[str, object] = {rad.kode: str(rad.til) for rad in rader}
    if forklar:
        ut["spor"] = [rad.som_json() for rad in rader]
    return ut


def _les_perioder(leser: Leser, felt: str) -> tuple[Periode, ...]:
    perioder = []
    for en in leser.liste(felt):
        en.ukjente(_FELT_PERIODE)
        perioder.append(en.egen_periode())
    return tuple(perioder)


def main(argumenter: Sequence[str]) -> int:
    """Standard input to standard output. Exit status 0, 1 (a wrong line) or 2 (wrong usage)."""
    valg = les_argumenter(argumenter, "frister", "Hvilke datoer setter loven for saken?")
    return kjor(lambda leser: svar(leser, forklar=valg.forklar), sys.stdin, sys.stdout)
