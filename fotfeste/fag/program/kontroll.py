"""One version of the programme seen with the eyes of the rules: what must and what should be mended (§ 30)."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from fotfeste.fag.program.models import Programversjon
from fotfeste.fag.program.perioder import programslutt
from fotfeste.grunnmur.organisasjon.valg import verdi
from fotfeste.regelverk import program as regel
from fotfeste.regelverk import tid
from fotfeste.regelverk.styrke import Styrke
from fotfeste.regelverk.tid import Periode


def som_program(versjon: Programversjon, slutt: date | None = None) -> regel.Program:
    """The version as the rules read it; `slutt` is the last day of the whole programme where a decision sets one.

    Hours a week follow from the blocks alone. Two activities of the same name are one to the reader, and here too.
    """
    aktiviteter, blokker = [], []
    for aktivitet in versjon.aktiviteter.all():
        egne = list(aktivitet.blokker.all())
        timer = sum((Fraction(blokk.timer) for blokk in egne), Fraction(0))
        aktiviteter.append(regel.Aktivitet(aktivitet.navn, regel.Gruppe(aktivitet.gruppe), timer))
        blokker += [regel.Blokk(blokk.ukedag, blokk.start, blokk.slutt, aktivitet.navn) for blokk in egne]
    helhetens_slutt = max(slutt, versjon.fra) if slutt else None
    return regel.Program(
        periode=Periode(versjon.fra, versjon.til or helhetens_slutt),
        aktiviteter=tuple(aktiviteter),
        evalueringsdatoer=tuple(evaluering.dato for evaluering in versjon.evalueringsdatoer.all()),
        blokker=tuple(blokker),
        programslutt=helhetens_slutt,
    )


def funn(versjon: Programversjon) -> list[regel.Funn]:
    """Everything that must or should be mended before the version is sent to the participant."""
    maneder = int(verdi(versjon.sak.kommune_id, "jobbsoking_siste_maneder", versjon.fra))
    return regel.kontroller(som_program(versjon, programslutt(versjon.sak)), avsluttende_maneder=maneder)


def ma_mendes(alle: list[regel.Funn]) -> list[regel.Funn]:
    """What the law demands: these stop the version."""
    return [ett for ett in alle if ett.styrke is Styrke.SKAL]


def bor_mendes(alle: list[regel.Funn]) -> list[regel.Funn]:
    """What a person may set aside by saying why."""
    return [ett for ett in alle if ett.styrke is Styrke.BOR]


def foreslatte_evalueringer(fra: date, til: date, *, hver: int) -> list[date]:
    """Every `hver` months from the start, and at the end; each on a programme day inside the programme."""
    datoer = []
    antall = hver
    while (dag := tid.legg_til_maneder(fra, antall)) < til:
        datoer.append(tid.neste_virkedag(dag))
        antall += hver
    siste = til
    while siste > fra and not tid.er_programdag(siste):
        siste -= tid.EN_DAG
    return sorted({*(dag for dag in datoer if dag < siste), siste})
