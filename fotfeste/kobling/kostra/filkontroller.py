"""The official controls of the file as a whole, and how the official program cuts a file into lines.

Restated from statisticsnorway/kostra-kontrollprogram, commit c1f5848 (2026-07-16), MIT.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from fotfeste.kobling.kostra.lesing import gyldig_fodselsnummer
from fotfeste.kobling.kostra.postkontroller import FODSELSNR, JOURNALNR, KOMMUNE_NR, OSLO, STATUS, Kjoring


class Levering(NamedTuple):
    """What control 000 says; `hindrer` is false for the message that all is as ticked."""

    melding: str
    hindrer: bool


def som_programmet_leser(innhold: str) -> str:
    """The text with characters outside the basic plane (emoji) as two each, as the program counts them."""
    if innhold.isascii() or max(innhold) <= "\uffff":
        return innhold
    return "".join(tegn if tegn <= "\uffff" else "\ufffd\ufffd" for tegn in innhold)


def linjer(innhold: str) -> list[str]:
    """The lines that hold something: cut at LF, CR at either end taken off."""
    delt = innhold.split("\n")
    if "\r" in innhold:
        delt = [linje.strip("\r") for linje in delt]
    return [linje for linje in delt if linje]


def levering(innhold: str, *, aar: int, har_vedlegg: bool) -> Levering | None:
    """Control 000: does what is delivered agree with what is ticked in the form?"""
    ett_tegn = len(innhold) == 1
    if har_vedlegg:
        if not ett_tegn:
            return None
        melding = (
            "Det er krysset av i skjemaet at det finnes deltakere, men fil som kun inneholder et mellomrom er levert."
        )
        return Levering(melding, hindrer=True)
    if ett_tegn:
        melding = (
            "Det er krysset av i skjemaet at det ikke finnes deltakere og fil som kun inneholder et "
            "mellomrom er levert."
        )
        return Levering(melding, hindrer=False)
    melding = (
        "Det er krysset av i skjemaet at det ikke finnes deltakere, men filen som er levert har annet "
        "innhold enn ett mellomrom. Kryptert fil uten innhold kan lastes ned fra "
        "https://www.ssb.no/innrapportering/kostra-innrapportering<br/> -> Kontrollprogram og programmer "
        "til fagsystem for kommuner og leverandører<br/> -> Kvalifiseringsstønad<br/> -> Tom, kryptert "
        f"fil (for dem som ikke har noen mottakere av kvalifiseringsstønad i {aar})<br/>"
    )
    return Levering(melding, hindrer=True)


_LUFT = "<br/>\n" + " " * 28  # the official words carry the indentation of their source


def recordlengde(linjer: Sequence[str], lengde: int) -> Iterator[tuple[int, str]]:
    """Control 001: every line of the right length, in characters, and without TAB."""
    for nr, linje in enumerate(linjer, 1):
        if len(linje) != lengde or "\t" in linje:
            melding = _LUFT.join(
                (
                    f"Korrigér filen slik at alle records er på {lengde} tegn.",
                    f"Fant record med lengde på {len(linje)} tegn.",
                    "Mellomrom brukes for alle blanke posisjoner og avslutter med linjeskift.",
                    "Denne feilen hindrer de andre kontrollene i å bli kjørt",
                )
            )
            yield nr, melding


def doble_fodselsnummer(linjer: Sequence[str], k: Kjoring) -> Iterator[tuple[int, str]]:
    """Control 05A: the same valid number with the same status, Oslo left out."""
    for gruppe in _grupper(linjer, lambda linje: linje[FODSELSNR] + linje[STATUS]):
        if not gyldig_fodselsnummer(linjer[gruppe[0]][FODSELSNR]):
            continue
        journaler = [linjer[nr][JOURNALNR] for nr in gruppe]
        for nr, journal in zip(gruppe, journaler, strict=True):
            andre = ", ".join(annen for annen in journaler if annen != journal)
            yield nr + 1, f"Fødselsnummeret i journalnummer {journal} fins også i journalene {andre}."


def doble_journalnummer(linjer: Sequence[str], k: Kjoring) -> Iterator[tuple[int, str]]:
    """Control 05B: the same journal number, whatever the status, Oslo left out."""
    for gruppe in _grupper(linjer, lambda linje: linje[JOURNALNR]):
        for nr in gruppe:
            yield nr + 1, f"Journalnummer {linjer[nr][JOURNALNR]} forekommer {len(gruppe)} ganger."


def _grupper(linjer: Sequence[str], nokkel: Callable[[str], str]) -> Iterator[list[int]]:
    """Places (from 0) of lines outside Oslo that share a key, in the order the keys first stand."""
    samlet: dict[str, list[int]] = {}
    for nr, linje in enumerate(linjer):
        if linje[KOMMUNE_NR] != OSLO:
            samlet.setdefault(nokkel(linje), []).append(nr)
    return (gruppe for gruppe in samlet.values() if len(gruppe) > 1)
