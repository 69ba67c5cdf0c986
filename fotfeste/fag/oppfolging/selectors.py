"""Reading meetings, the contact log, agreements, concerns and evaluations: always through the actor."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any, TypeVar
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from fotfeste.fag.oppfolging.enums import (
    APNE_MOTER,
    Avtalestatus,
    Bekymringsstatus,
    Evalueringsstatus,
    Kontaktresultat,
    Motestatus,
    Oppfolgingstype,
    Tolkestatus,
)
from fotfeste.fag.oppfolging.models import Avtalepunkt, Bekymring, Evaluering, Kontakt, Mote
from fotfeste.fag.sak.enums import Saksstatus
from fotfeste.fag.sak.models import FastKontakt, Sak
from fotfeste.fag.sak.selectors import i_rekkevidde, saker_for
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import IkkeTilgang
from fotfeste.grunnmur.logg.services import spor
from fotfeste.grunnmur.tilgang import Aktor, Handling, krev, vurder

D = TypeVar("D", Mote, Avtalepunkt, Bekymring)

INDIKATOR_DAGER = 90
"""The window of the field's own indicator: contact in the last three months."""


def siste_kontakter(aktor: Aktor, sak: Sak, antall: int = 3) -> list[Kontakt]:
    """The newest contacts with their notes, for those who may read the programme; else an empty list."""
    if not vurder(aktor, Handling.PROGRAM_LES, sak).tillatt:
        return []
    return list(Kontakt.objects.filter(sak=sak).select_related("av")[:antall])


def forrige_kanal(aktor: Aktor) -> str:
    """The channel the actor used last in the log, or empty."""
    siste = Kontakt.objects.filter(av=aktor.bruker).order_by("-opprettet").values_list("kanal", flat=True).first()
    return siste or ""


# What other rooms ask


def aktiv_bekymring(sak: Sak) -> Bekymring | None:
    """The concern that is followed up now. While there is one, being away is not to be taken for mere absence."""
    return Bekymring.objects.filter(sak=sak, status=Bekymringsstatus.AKTIV).select_related("ansvarlig").first()


def tidligere_bekymringer(sak: Sak) -> list[Bekymring]:
    """The concerns that have been, the newest first."""
    return list(Bekymring.objects.filter(sak=sak, status=Bekymringsstatus.AVSLUTTET))


def kontaktforsok(sak: Sak, fra: date, til: date) -> int:
    """How many times the office reached or tried to reach the participant, both days included.

    Absence without a reason is not to be deducted before somebody has asked.
    """
    return Kontakt.objects.filter(sak=sak, dato__range=(fra, til)).exclude(initiativ="deltaker").count()


# Meetings


def _moter() -> QuerySet[Mote]:
    return Mote.objects.select_related("sak__person", "sak__kontor", "sak__kommune", "ansvarlig")


def moter_i_saken(aktor: Aktor, sak: Sak) -> list[Mote]:
    """All meetings of the case, the newest first; a wish without a time before all."""
    krev(aktor, Handling.OPPFOLGING_LES, sak)
    moter = list(_moter().filter(sak=sak).select_related("innkalling", "avtalebrev").prefetch_related("deltakere"))
    return sorted(moter, key=lambda m: (m.status == Motestatus.ONSKET, m.start or m.opprettet), reverse=True)


def mote_hent(aktor: Aktor, mote_id: UUID, handling: Handling = Handling.OPPFOLGING_LES) -> Mote:
    """One meeting, if the actor may do `handling` to it. Raises IkkeTilgang otherwise."""
    return _hent(aktor, _moter().prefetch_related("deltakere"), mote_id, handling)


def avtalepunkt_hent(aktor: Aktor, punkt_id: UUID, handling: Handling) -> Avtalepunkt:
    """One agreement, for ticking it. Raises IkkeTilgang otherwise."""
    return _hent(aktor, Avtalepunkt.objects.select_related("sak__person", "sak__kontor"), punkt_id, handling)


def bekymring_hent(aktor: Aktor, bekymring_id: UUID) -> Bekymring:
    """One concern, for following it up. Raises IkkeTilgang otherwise."""
    rader = Bekymring.objects.select_related("sak__person", "sak__kontor", "ansvarlig")
    return _hent(aktor, rader, bekymring_id, Handling.OPPFOLGING_SKRIV)


def _hent(aktor: Aktor, rader: QuerySet[D], nokkel: UUID, handling: Handling) -> D:
    objekt = rader.filter(pk=nokkel).first()
    if objekt is None:
        raise IkkeTilgang("finnes ikke")
    spor(aktor, handling, objekt, person_id=objekt.sak.person_id, sak_id=objekt.sak_id)
    return objekt


def neste_apne(sak: Sak) -> Mote | None:
    """The meeting to do something with now: the oldest that is over and not closed, else the next."""
    return Mote.objects.filter(sak=sak, status=Motestatus.AVTALT).order_by("start").first()


def eldste_onske(sak: Sak) -> Mote | None:
    """The wish for a meeting that has waited the longest."""
    return Mote.objects.filter(sak=sak, status=Motestatus.ONSKET).order_by("opprettet").first()


def sist_holdte(sak: Sak, for_mote: Mote | None = None) -> Mote | None:
    """The last meeting that was held (before `for_mote`)."""
    holdte = sak.moter.filter(status=Motestatus.HOLDT).order_by("-start")
    if for_mote and for_mote.start:
        holdte = holdte.filter(start__lt=for_mote.start)
    return holdte.first()


def avtaler_siden_sist(sak: Sak) -> list[Avtalepunkt]:
    """What was agreed and is open, or was settled in the last month: what one begins the next meeting with."""
    nylig = klokke.i_dag() - timedelta(days=31)
    rader = sak.avtalepunkter.filter(Q(status=Avtalestatus.APEN) | Q(gjort__gte=nylig)).select_related("gjort_av")
    return sorted(rader, key=lambda p: (p.status != Avtalestatus.APEN, p.frist or date.max, p.opprettet))


def ikke_mott_pa_rad(sak_moter: Iterable[Mote]) -> int:
    """How many of the last meetings in a row the participant did not come to."""
    lukkede = sorted(
        (m for m in sak_moter if m.status in {Motestatus.HOLDT, Motestatus.IKKE_MOTT} and m.start),
        key=lambda m: m.start or m.opprettet,
        reverse=True,
    )
    antall = 0
    for mote in lukkede:
        if mote.status == Motestatus.HOLDT:
            break
        antall += 1
    return antall


@dataclass(frozen=True, slots=True)
class Dag:
    """The meetings of one day."""

    dato: date
    moter: list[Mote]


@dataclass(frozen=True, slots=True)
class Moteliste:
    """Meetings to see to: those over and not closed, wishes without a time, and day by day ahead."""

    ulukket: list[Mote]
    onsket: list[Mote]
    dager: list[Dag]

    @property
    def antall(self) -> int:
        return len(self.ulukket) + len(self.onsket) + sum(len(dag.moter) for dag in self.dager)


def moteliste(aktor: Aktor, *, bare_mine: bool = True, tekst: str = "", type_: str = "", uker: int = 4) -> Moteliste:
    """The actor's meetings, or all at the office. A wish nobody else is the fixed contact for is everybody's."""
    rader = _moter().filter(i_rekkevidde(aktor, Handling.OPPFOLGING_SKRIV, sak="sak__"), status__in=APNE_MOTER)
    if bare_mine:
        dag = klokke.i_dag()
        gjelder = Q(til__isnull=True) | Q(til__gte=dag)
        andres = FastKontakt.objects.filter(gjelder, sak=OuterRef("sak"), fra__lte=dag).exclude(bruker=aktor.bruker)
        rader = rader.filter(Q(ansvarlig=aktor.bruker) | (Q(ansvarlig__isnull=True) & ~Exists(andres)))
    if tekst.strip():
        rader = rader.filter(Q(sak__person__sokenavn__icontains=tekst.strip()) | Q(hensikt__icontains=tekst.strip()))
    if type_:
        rader = rader.filter(type=type_)
    grense = datetime.combine(klokke.i_dag() + timedelta(weeks=uker), time.max, klokke.OSLO)
    alle = [m for m in rader.order_by("start", "opprettet") if m.start is None or m.start <= grense]
    dager: dict[date, list[Mote]] = defaultdict(list)
    for mote in alle:
        if mote.dag and not mote.er_forbi:
            dager[mote.dag].append(mote)
    return Moteliste(
        ulukket=[m for m in alle if m.er_forbi],
        onsket=[m for m in alle if m.status == Motestatus.ONSKET],
        dager=[Dag(dag, moter) for dag, moter in sorted(dager.items())],
    )


def i_samme_gruppe(aktor: Aktor) -> QuerySet[Sak]:
    """Those who can have been at a group meeting: the participants the actor may follow up."""
    i_gang = (Saksstatus.INNVILGET, Saksstatus.I_PROGRAM)
    return saker_for(aktor, Handling.OPPFOLGING_SKRIV).filter(status__in=i_gang).order_by("person__etternavn")


# Numbers


@dataclass(frozen=True, slots=True)
class Oppsummering:
    """Meetings and conversations of a case, by what kind of follow-up they were. `sist`: the last talk."""

    per_type: list[tuple[str, int]]
    gjennomfort: int
    ikke_mott: int
    ikke_svar: int
    uten_tolk: int


def oppsummering(sak: Sak) -> Oppsummering:
    """How the follow-up has been, the kinds apart. Two queries."""
    kontakter = list(Kontakt.objects.filter(sak=sak).values_list("resultat", "betydning"))
    per_type = Counter(b for r, b in kontakter if r == Kontaktresultat.GJENNOMFORT)
    resultater = Counter(r for r, _b in kontakter)
    navn = dict(Oppfolgingstype.choices)
    return Oppsummering(
        per_type=[(str(navn[kode]), antall) for kode, antall in per_type.most_common() if kode in navn],
        gjennomfort=resultater[Kontaktresultat.GJENNOMFORT],
        ikke_mott=resultater[Kontaktresultat.IKKE_MOTT],
        ikke_svar=resultater[Kontaktresultat.IKKE_SVAR],
        uten_tolk=Mote.objects.filter(sak=sak, tolkestatus=Tolkestatus.UDEKKET).count(),
    )


@dataclass(frozen=True, slots=True)
class Indikator:
    """How many in programme somebody has talked with in the last three months. A count, whatever kind of talk."""

    fulgt: int
    alle: int

    @property
    def prosent(self) -> int:
        return round(100 * self.fulgt / self.alle) if self.alle else 0


def indikator(aktor: Aktor) -> Indikator:
    """The field's indicator for the participants the actor may follow up or lead. Two queries."""
    i_program = saker_for(aktor, Handling.OPPFOLGING_LES).filter(status=Saksstatus.I_PROGRAM)
    siden = klokke.i_dag() - timedelta(days=INDIKATOR_DAGER)
    snakket = Kontakt.objects.filter(sak__in=i_program, dato__gte=siden, resultat=Kontaktresultat.GJENNOMFORT)
    return Indikator(snakket.values("sak_id").distinct().count(), i_program.count())


def udekket_tolk(aktor: Aktor, fra: date, til: date) -> list[tuple[str, int]]:
    """Meetings nobody could interpret, by language: unmet need, to be counted. One query."""
    rader = Mote.objects.filter(
        i_rekkevidde(aktor, Handling.OPPFOLGING_LES, sak="sak__"),
        tolkestatus=Tolkestatus.UDEKKET,
        start__date__range=(fra, til),
    )
    return Counter(mote.get_tolkesprak_display() for mote in rader).most_common()


# Evaluations


def evalueringer_i_saken(aktor: Aktor, sak: Sak) -> list[Evaluering]:
    """The evaluations of the case with what was said of each activity, newest first. Two queries."""
    krev(aktor, Handling.OPPFOLGING_LES, sak)
    rader = sak.evalueringer.select_related("holdt_av").prefetch_related("aktiviteter")
    return sorted(rader, key=lambda e: (e.holdt is None, e.holdt or date.min), reverse=True)


def apen_evaluering(sak: Sak) -> Evaluering | None:
    """The evaluation being prepared."""
    rader = sak.evalueringer.filter(status=Evalueringsstatus.FORBEREDES).prefetch_related("aktiviteter")
    return rader.first()


# The participant's own


def egne_moter(sak: Sak) -> list[Mote]:
    """The participant's meetings without the office's notes: wishes and those ahead first, then the newest held."""
    rader = sak.moter.exclude(status=Motestatus.AVLYST).select_related("ansvarlig", "avtalebrev").defer("internt")
    return sorted(rader, key=lambda m: m.start or m.opprettet, reverse=True)


# The case file


def evalueringer_til_mappe(saker: Sequence[UUID]) -> dict[UUID, list[dict[str, Any]]]:
    """The held evaluations of each case as the case file has them, oldest first. One query."""
    ut: dict[UUID, list[dict[str, Any]]] = {sak: [] for sak in saker}
    for en in Evaluering.objects.filter(sak_id__in=saker, status=Evalueringsstatus.HOLDT).order_by("holdt"):
        ut[en.sak_id].append(
            {
                "dato": en.holdt.isoformat() if en.holdt else "",
                "type": en.type,
                "hele_programmet": en.hele_programmet,
                "deltaker_med": en.deltaker_med,
                "konklusjon": en.konklusjon,
            }
        )
    return ut
