"""What an individual plan must hold before it comes into force (forskrift 2022-06-22-1110 §§ 5 and 9).

§ 9 third paragraph lists ten points. The first, the fifth and the sixth are partly said by the programme, and what the
programme says counts here: the caller puts it in.
"""

from __future__ import annotations

from dataclasses import dataclass

from fotfeste.regelverk.rettskilde import Rettsgrunnlag, Rettskilde


def ipf(paragraf: int, ledd: int | None = None) -> Rettskilde:
    """A provision of the regulation on individual plans."""
    return Rettskilde(Rettsgrunnlag.IPF, str(paragraf), ledd)


@dataclass(frozen=True, slots=True)
class Planfakta:
    """What stands in the plan, as yes or no, point by point of § 9; `samtykke` is to the plan being made (§ 5)."""

    mal: bool
    ressurser: bool
    behov: bool
    deltar: bool
    ansvarlig: bool
    koordinator: bool
    bidrag: bool
    tjenester: bool
    gjennomforing: bool
    helsekoordinator_avklart: bool
    periode: bool
    revisjon: bool
    samtykke: bool
    samarbeid: bool


@dataclass(frozen=True, slots=True)
class Punkt:
    """One of the ten points: its number in § 9, what it asks for, whether it is there, and where to write it."""

    nummer: int
    hva: str
    er_med: bool
    felt: str
    hjemmel: Rettskilde


_NI = ipf(9, 3)


def punkter(fakta: Planfakta) -> list[Punkt]:
    """The ten points in the regulation's order. A point of several parts is there when all its parts are."""
    f = fakta
    rader = (
        ("Mål, ressurser og behov for tjenester", f.mal and f.ressurser and f.behov, "ressurser"),
        ("Hvem som er med i arbeidet", f.deltar, "parter"),
        ("Hvem som lager planen, og hvem som er koordinator", f.ansvarlig and f.koordinator, "koordinator"),
        ("Hva hver enkelt bidrar med", f.bidrag, "deltakers_bidrag"),
        ("Tjenestene, omfanget og hvem som har ansvaret", f.tjenester, "tjenester"),
        ("Hvordan det skal gjøres", f.gjennomforing, "gjennomforing"),
        (
            "Om koordinator, barnekoordinator eller kontaktlege er tilbudt",
            f.helsekoordinator_avklart,
            "koordinator_helse",
        ),
        ("Perioden, og når planen skal ses på igjen", f.periode and f.revisjon, "neste_revisjon"),
        ("Samtykke til at planen lages", f.samtykke, "samtykke"),
        ("Samarbeid som trengs eller ønskes", f.samarbeid, "samarbeid"),
    )
    return [
        Punkt(nummer, hva, er_med, felt, ipf(5) if felt == "samtykke" else _NI)
        for nummer, (hva, er_med, felt) in enumerate(rader, 1)
    ]


def mangler(fakta: Planfakta) -> list[Punkt]:
    """The points that are not there yet."""
    return [punkt for punkt in punkter(fakta) if not punkt.er_med]
