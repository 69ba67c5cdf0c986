"""Complaints (fvl chapter VI, sotjl §§ 47-48): in time or not, who may, what a body may do, and what it costs.

What the law leaves to judgement (whether someone «kan lastes», whether it is «rimelig») is answered by people; the
rules here say which questions there are and where the answers stop.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from fotfeste.regelverk import tid
from fotfeste.regelverk.frister import FORELOPIG_SVAR, Hendelser, frister
from fotfeste.regelverk.ord import dato_i_ord
from fotfeste.regelverk.parametre import Verdi
from fotfeste.regelverk.rettskilde import Rettskilde, fvl, sotjl

KOSTNADSFRIST = Verdi(
    "uker_krav_om_sakskostnader", Fraction(3), date(1970, 1, 1), date(1969, 6, 19), "LOV-1969-06-19-54", fvl(36, 3)
)
AVGJORES = fvl(36, 3)


class Tid(StrEnum):
    """How a complaint stands to its time limit. `FOR_GAMMEL`: the year is over, and § 31 opens nothing."""

    I_TIDE = "i_tide"
    FOR_SENT = "for_sent"
    FOR_GAMMEL = "for_gammel"


@dataclass(frozen=True, slots=True)
class Tidsvurdering:
    """The answer, the last day (None: not known when the notice reached the party), the provision, and why."""

    svar: Tid
    frist: date | None
    hjemmel: Rettskilde
    tekst: str


def i_tide(
    *, vedtatt: date, underrettet: date | None, avgitt: date, forlenget_til: date | None = None
) -> Tidsvurdering:
    """Whether a complaint handed in or posted on `avgitt` is in time (fvl §§ 29 and 30).

    The time runs from the day the notice reached the party; where nobody knows that day it has not begun, and the
    complaint is in time. `forlenget_til` is a longer time limit given before the first one was over (§ 29 fourth).
    A complaint more than a year after the decision is not treated as one at all (§ 31 third), unless it was in time.
    """
    datoer = frister(Hendelser(vedtak_underrettet=underrettet, vedtak_dato=vedtatt))
    frist = max((dag for dag in (datoer.get("klagefrist"), forlenget_til) if dag), default=None)
    if frist is None:
        tekst = "Vi vet ikke når vedtaket kom fram. Da har fristen ikke begynt å løpe, og klagen er i tide."
        return Tidsvurdering(Tid.I_TIDE, None, fvl(29, 1), tekst)
    if avgitt <= frist:
        tekst = f"Klagen er levert eller postlagt {dato_i_ord(avgitt)}. Fristen er {dato_i_ord(frist)}."
        return Tidsvurdering(Tid.I_TIDE, frist, fvl(30), tekst)
    if avgitt > datoer["klage_absolutt"]:
        tekst = (
            f"Vedtaket er fra {dato_i_ord(vedtatt)}. Det er gått mer enn ett år, så klagen kan ikke behandles som en "
            "klagesak. Vi kan endre vedtaket av eget tiltak hvis det er feil."
        )
        return Tidsvurdering(Tid.FOR_GAMMEL, frist, fvl(31, 3), tekst)
    tekst = (
        f"Klagen er levert eller postlagt {dato_i_ord(avgitt)}. Fristen var {dato_i_ord(frist)}. Vi kan behandle den "
        "likevel når klageren ikke kan lastes, eller når det av særlige grunner er rimelig."
    )
    return Tidsvurdering(Tid.FOR_SENT, frist, fvl(31, 1), tekst)


class Grunn31(StrEnum):
    """The two grounds for treating a late complaint (fvl § 31 first paragraph)."""

    KAN_IKKE_LASTES = "kan_ikke_lastes"
    SAERLIGE_GRUNNER = "saerlige_grunner"


def kan_tas_opp(svar: Tid, grunn: Grunn31 | None) -> bool:
    """Whether the complaint may be treated: in time, or late with one of the two grounds and within the year."""
    return svar is Tid.I_TIDE or (svar is Tid.FOR_SENT and grunn is not None)


class Klager(StrEnum):
    """Who complains (fvl §§ 12 and 28)."""

    PART = "part"
    FULLMEKTIG = "fullmektig"
    ADVOKAT = "advokat"
    ANNEN = "annen"


class Mangel(StrEnum):
    """What a complaint can lack (fvl §§ 12, 28 and 32). Grounds should be there, but lacking them is no fault."""

    UNDERSKRIFT = "underskrift"
    VEDTAK = "vedtak"
    ENDRING = "endring"
    FULLMAKT = "fullmakt"
    KLAGEINTERESSE = "klageinteresse"


MANGLER: dict[Mangel, Rettskilde] = {
    Mangel.UNDERSKRIFT: fvl(32, 1),
    Mangel.VEDTAK: fvl(32, 1),
    Mangel.ENDRING: fvl(32, 1),
    Mangel.FULLMAKT: fvl(12, 4),
    Mangel.KLAGEINTERESSE: fvl(28, 1),
}


FORMFEIL = frozenset({Mangel.UNDERSKRIFT, Mangel.VEDTAK, Mangel.ENDRING})
"""Faults in the form (§ 32): not mended in time they may turn the complaint away, but the office may treat it as it
stands. The others are whether there is anyone to complain at all (§§ 12 and 28)."""


@dataclass(frozen=True, slots=True)
class Erklaering:
    """A complaint as it came. `muntlig`: the office wrote it down; `autentisert`: sent by someone logged in."""

    klager: Klager
    underskrevet: bool
    nevner_vedtak: bool
    nevner_endring: bool
    har_fullmakt: bool = False
    har_klageinteresse: bool = True
    autentisert: bool = False


def mangler(erklaering: Erklaering) -> tuple[Mangel, ...]:
    """What must be mended before the complaint is whole. A short time limit is set for it; it is not turned away."""
    funn = (
        (Mangel.UNDERSKRIFT, not (erklaering.underskrevet or erklaering.autentisert)),
        (Mangel.VEDTAK, not erklaering.nevner_vedtak),
        (Mangel.ENDRING, not erklaering.nevner_endring),
        # An advocate need not show a power of attorney (§ 12 fourth paragraph).
        (Mangel.FULLMAKT, erklaering.klager is Klager.FULLMEKTIG and not erklaering.har_fullmakt),
        (Mangel.KLAGEINTERESSE, erklaering.klager is Klager.ANNEN and not erklaering.har_klageinteresse),
    )
    return tuple(mangel for mangel, finnes in funn if finnes)


class Innstilling(StrEnum):
    """What the office can come to in its new assessment (fvl § 33 second and fourth paragraph)."""

    OMGJOR = "omgjor"
    OMGJOR_DELVIS = "omgjor_delvis"
    OPPRETTHOLDER = "opprettholder"
    AVVIS = "avvis"


UNDERINSTANSEN = fvl(33, 2)
KLAGEINSTANSEN = fvl(34, 4)
ATTAKES = (Innstilling.OMGJOR, Innstilling.OMGJOR_DELVIS, Innstilling.OPPRETTHOLDER)


def mulige_innstillinger(svar: Tid, grunn: Grunn31 | None, feil: Collection[Mangel]) -> tuple[Innstilling, ...]:
    """What the office may come to: the merits when the complaint can be treated, else to turn it away.

    A change against the complainant is not among them: § 33 lets the office change a decision when it finds the
    complaint well founded, and what harms the complainant needs another ground than the complaint.
    """
    if not kan_tas_opp(svar, grunn):
        return (Innstilling.AVVIS,)
    if set(feil) - FORMFEIL:
        return (Innstilling.AVVIS,)
    return (*ATTAKES, Innstilling.AVVIS) if feil else ATTAKES


class Utfall(StrEnum):
    """How the appeals body can end a complaint (fvl § 34)."""

    STADFESTET = "stadfestet"
    OPPHEVET = "opphevet"
    ENDRET = "endret"
    AVVIST = "avvist"


KREVER_NYTT_VEDTAK = frozenset({Utfall.OPPHEVET})
"""Outcomes that send the case back for a new decision; one that is changed is decided already, and carried out."""

FRITT_SKJONN = sotjl(48)
FRITT_SKJONN_I_ORD = (
    "Statsforvalteren prøver alle sider av saken. Når det gjelder fritt skjønn, endres vedtaket bare når skjønnet er "
    "åpenbart urimelig."
)


def kostnadsfrist(nytt_vedtak_kom_fram: date) -> date:
    """The last day to claim costs after notice of the changed decision reached the party (fvl § 36 third)."""
    return tid.neste_virkedag(tid.legg_til_uker(nytt_vedtak_kom_fram, int(KOSTNADSFRIST.verdi)))


def svarfrist(mottatt: date) -> date:
    """When a complaint that is not answered must have had a preliminary answer (fvl § 11 a third paragraph)."""
    return tid.legg_til_maneder(mottatt, int(FORELOPIG_SVAR.verdi))


class Grunn35(StrEnum):
    """When a body may change its own decision without a complaint (fvl § 35 first paragraph)."""

    IKKE_TIL_SKADE = "ikke_til_skade"
    IKKE_UNDERRETTET = "ikke_underrettet"
    UGYLDIG = "ugyldig"


OMGJORING = fvl(35, 1)


def kan_omgjores_uten_klage(grunn: Grunn35, *, underrettet: bool) -> bool:
    """Whether the ground holds on its face: «not yet told» is none once the party knows of the decision."""
    return grunn is not Grunn35.IKKE_UNDERRETTET or not underrettet
