"""The certificate of the programme: what the participant has done, in facts and in words (forskriften § 1)."""

from dataclasses import dataclass
from datetime import date

from fotfeste.fag.brev.innhold import (
    Avsnitt,
    Brev,
    Brevart,
    Brevfeil,
    Del,
    Kolonne,
    Nokkelliste,
    Nokkeltall,
    Regel,
    Tabell,
)
from fotfeste.fag.brev.maler.felles import Ramme, avsnitt
from fotfeste.fag.brev.tekst import antall, dato_tekst


@dataclass(frozen=True, slots=True)
class Bevisaktivitet:
    """An activity of the programme: what, where, and hours a week as they are written («7,5»)."""

    navn: str
    arrangor: str
    timer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Deltakerbevis:
    """Input. `timer` are the hours taken part in, None when not known; `oppnadd` what was achieved, in words."""

    ramme: Ramme
    fra: date
    til: date
    aktiviteter: tuple[Bevisaktivitet, ...]
    timer: int | None
    oppnadd: str


def deltakerbevis(inn: Deltakerbevis) -> Brev:
    """Return the certificate. Raises Brevfeil when the period contradicts itself, or nothing was achieved in words."""
    if inn.til < inn.fra:
        raise Brevfeil("Deltakerbeviset slutter før det begynner. Rett datoene.")
    ramme, navn = inn.ramme, inn.ramme.mottaker.navn
    timer = (Nokkeltall("Timer i programmet", str(inn.timer)),) if inn.timer else ()
    return Brev(
        art=Brevart.MELDING,
        avsender=ramme.avsender,
        mottaker=ramme.mottaker,
        dato=ramme.dato,
        saksnummer=ramme.saksnummer,
        tittel="Deltakerbevis",
        kortversjon=(
            f"{navn} har deltatt i kvalifiseringsprogrammet fra {dato_tekst(inn.fra)} til {dato_tekst(inn.til)}.",
        ),
        deler=(
            Del(
                "Om programmet",
                (
                    Avsnitt(
                        "Kvalifiseringsprogrammet er et program på full tid som skal hjelpe deltakeren til arbeid."
                    ),
                    Nokkelliste(
                        (
                            Nokkeltall("Deltaker", navn),
                            Nokkeltall("Begynte", dato_tekst(inn.fra)),
                            Nokkeltall("Siste dag", dato_tekst(inn.til)),
                            *timer,
                        )
                    ),
                ),
            ),
            *((Del("Dette har programmet vært", (_tabell(inn.aktiviteter),)),) if inn.aktiviteter else ()),
            Del("Dette er oppnådd", avsnitt(inn.oppnadd, "Dette er oppnådd")),
            Del(
                "Hvorfor du får beviset",
                (
                    Regel(
                        "Alle som fullfører eller avslutter programmet, skal få et deltakerbevis.",
                        "Forskrift om kvalifiseringsprogram § 1 femte ledd.",
                    ),
                ),
            ),
        ),
        kontakt=ramme.kontakt,
        underskrift=ramme.underskrift,
    )


def _tabell(aktiviteter: tuple[Bevisaktivitet, ...]) -> Tabell:
    tittel = antall(len(aktiviteter), "Én aktivitet", "aktiviteter").capitalize()
    return Tabell(
        tittel,
        (Kolonne("Aktivitet"), Kolonne("Hvor"), Kolonne("Timer i uken", tall=True)),
        tuple((ett.navn, ett.arrangor, ett.timer) for ett in aktiviteter),
    )
