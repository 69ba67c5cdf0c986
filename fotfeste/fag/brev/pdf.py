"""A letter as PDF bytes: tagged PDF/UA-1 and archival PDF/A-2a in one, the same bytes for the same letter.

Typst lays the page out from `typst/brev.typ` with the fonts beside it and nothing from the machine, so a
letter made again in ten years, anywhere, is equal byte for byte as long as template, fonts and Typst are. The
file's own clock is the letter's date. Warm-up (fonts, template) happens once a process; see
docs/algoritmer/brev.md for what it costs.
"""

import json
import threading
from datetime import UTC, datetime, time
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal, assert_never

import typst

from fotfeste.fag.brev.innhold import (
    Avsnitt,
    Blokk,
    Brev,
    Brevfeil,
    Del,
    Nokkelliste,
    Oppgaver,
    Punktliste,
    Regel,
    Sammendrag,
    Tabell,
    retning,
)
from fotfeste.fag.brev.tekst import dato_tekst

STANDARDER: tuple[Literal["ua-1"], Literal["a-2a"]] = ("ua-1", "a-2a")
ERSTATNING = "?"
_MAPPE = Path(__file__).parent / "typst"
_LAS = threading.Lock()


def som_pdf(brev: Brev) -> bytes:
    """Return the letter as a PDF. Raises Brevfeil when the letter cannot be set accessibly.

    A sign no font here has (an emoji, a script we do not carry) becomes «?»; `ukjente_tegn` names them
    beforehand.
    """
    data = _data(brev)
    if fremmede := set(data) - dekning():
        data = data.translate({ord(tegn): ERSTATNING for tegn in fremmede})
    sendt = datetime.combine(brev.dato, time(), tzinfo=UTC)
    try:
        with _LAS:  # one compiler a process: it holds the fonts and the parsed template
            pdf = _kompilator().compile(
                sys_inputs={"data": data},
                format="pdf",
                pdf_standards=list(STANDARDER),
                timestamp=int(sendt.timestamp()),
            )
    except typst.TypstError as feil:
        raise Brevfeil(f"Brevet «{brev.tittel}» kunne ikke settes som PDF: {feil.message}") from feil
    if not isinstance(pdf, bytes):
        raise Brevfeil(f"Brevet «{brev.tittel}» ble ikke til én PDF-fil.")
    return pdf


def ukjente_tegn(brev: Brev) -> tuple[str, ...]:
    """Return the signs in the letter that none of the fonts can draw, sorted, each once."""
    return tuple(sorted(set(_data(brev)) - dekning()))


@lru_cache(maxsize=1)
def dekning() -> frozenset[str]:
    """Return the signs our fonts cover, from the ranges in `typst/fonter/dekning.txt`."""
    spenn = (linje.split("-") for linje in (_MAPPE / "fonter/dekning.txt").read_text("ascii").split())
    return frozenset(chr(punkt) for start, slutt in spenn for punkt in range(int(start, 16), int(slutt, 16) + 1))


@lru_cache(maxsize=1)
def _kompilator() -> typst.Compiler:
    fonter = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(_MAPPE / "fonter")])
    return typst.Compiler(str(_MAPPE / "brev.typ"), font_paths=fonter, ignore_system_fonts=True)


def _data(brev: Brev) -> str:
    data = {
        "sprak": brev.sprak,
        "rtl": retning(brev.sprak) == "rtl",
        "avsender": {
            "kommune": brev.avsender.kommune,
            "kontor": brev.avsender.kontor,
            "telefon": brev.avsender.telefon,
        },
        "mottaker": {"navn": brev.mottaker.navn, "adresse": brev.mottaker.adresse},
        "dato_tekst": dato_tekst(brev.dato),
        "saksnummer": brev.saksnummer,
        "tittel": brev.tittel,
        "kortversjon": brev.kortversjon,
        "frist": {"hva": brev.frist.hva, "dato": dato_tekst(brev.frist.dato)} if brev.frist else None,
        "sammendrag": _sammendrag(brev.sammendrag) if brev.sammendrag else None,
        "deler": [_del(del_) for del_ in brev.alle_deler],
        "kontakt": {
            "navn": brev.kontakt.navn,
            "rolle": brev.kontakt.rolle,
            "telefon": brev.kontakt.telefon,
            "apningstid": brev.kontakt.apningstid,
        },
        "tolketekst": brev.tolketekst,
        "underskrift": brev.underskrift,
        "vedlegg": brev.vedlegg,
    }
    return json.dumps(data, ensure_ascii=False)


def _sammendrag(sammendrag: Sammendrag) -> dict[str, Any]:
    return {
        "sprak": sammendrag.sprak,
        "rtl": retning(sammendrag.sprak) == "rtl",
        "overskrift": sammendrag.overskrift,
        "avsnitt": sammendrag.avsnitt,
    }


def _del(del_: Del) -> dict[str, Any]:
    return {
        "overskrift": del_.overskrift,
        "blokker": [_blokk(blokk) for blokk in del_.blokker],
        "underdeler": [_del(underdel) for underdel in del_.underdeler],
    }


def _blokk(blokk: Blokk) -> dict[str, Any]:
    match blokk:
        case Avsnitt(tekst):
            return {"slag": "avsnitt", "tekst": tekst}
        case Punktliste(punkter, nummerert):
            return {"slag": "punktliste", "punkter": punkter, "nummerert": nummerert}
        case Regel(innhold, hjemmel):
            return {"slag": "regel", "innhold": innhold, "hjemmel": hjemmel}
        case Nokkelliste(rader):
            return {"slag": "nokkelliste", "rader": [{"navn": r.navn, "verdi": r.verdi} for r in rader]}
        case Tabell(tittel, kolonner, rader, sumrad):
            return {
                "slag": "tabell",
                "tittel": tittel,
                "kolonner": [{"navn": kolonne.navn, "tall": kolonne.tall} for kolonne in kolonner],
                "rader": rader,
                "sumrad": sumrad,
            }
        case Oppgaver(du, nav):
            return {"slag": "oppgaver", "du": du, "nav": nav}
        case _:
            assert_never(blokk)
