"""`fotfeste kostra-kontroll` on standard input: one question a line, answered as SSB's program would."""

from __future__ import annotations

from typing import TextIO

from fotfeste.kobling.kostra.kontroll import Funn, Resultat, kontroller
from fotfeste.kobling.kostra.lesing import er_sifre
from fotfeste.regelverk.kontrakt.felles import Leser, kjor

_NOKLER = frozenset({"id", "year", "region", "file"})


def besvar(inn: TextIO, ut: TextIO, *, forklar: bool) -> int:
    """Answer each line; `forklar` adds the fields and words of each finding. Exit status 1 when a line was wrong."""
    return kjor(_svar_med_spor if forklar else _svar, inn, ut)


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
    if not (er_sifre(aar, 4) and aar.startswith("20")):
        _meld(leser, "year", "Året skal være fire sifre, for eksempel 2026.")
    if not er_sifre(region, 6):
        _meld(leser, "region", "Regionen skal være seks sifre: kommune og 00, eller 0301 og bydel i Oslo.")
    if leser.feil:
        return Resultat((), 0, 0)
    return kontroller(innhold, aar=int(aar), region=region)


def _meld(leser: Leser, felt: str, melding: str) -> None:
    """Note what is wrong, unless the field is missing or of another kind and that is said already."""
    if all(feil.felt != felt for feil in leser.feil):
        leser.meld(felt, melding)
