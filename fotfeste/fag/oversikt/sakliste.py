"""The list of cases: filtered, sorted, a page at a time, each with its overview."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _

from fotfeste.fag.oversikt.ansatte import gjelder_den, kontakter_som_er_her
from fotfeste.fag.oversikt.selectors import oversikt_for
from fotfeste.fag.oversikt.typer import Oversikt
from fotfeste.fag.person.models import Barn
from fotfeste.fag.sak.enums import APNE, Saksstatus
from fotfeste.fag.sak.models import FastKontakt, Sak
from fotfeste.fag.sak.selectors import saker_for
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.logg.services import spor_sok
from fotfeste.grunnmur.organisasjon.enums import Rolle
from fotfeste.grunnmur.organisasjon.models import Bruker, Kontor, Medlemskap
from fotfeste.grunnmur.tilgang import HANDLINGER, Aktor, Gradering, Handling, kontorer_for, krev_rolle
from fotfeste.regelverk.tid import fyller

PER_SIDE = 50
_REKKEFOLGE = {
    "nyeste": ("-opprettet",),
    "eldste": ("opprettet",),
    "navn": ("person__etternavn", "person__fornavn"),
}
_BEREGNET: dict[str, Callable[[Oversikt], Any]] = {
    "frist": lambda o: o.frister[0].dato if o.frister else date.max,
    "stille": lambda o: o.siste_kontakt or date.min,
    "slutt": lambda o: o.vedtak_til or date.max,
}


@dataclass(frozen=True, slots=True)
class Sakvalg:
    """What the list is narrowed to.

    `status`: a Saksstatus, `alle`, else the open; `hvem`: mine, ingen, else a user's id; `alder`: under so many years;
    `stille`, `frist` and `slutt` are days.
    """

    status: str = ""
    kontor: Kontor | None = None
    hvem: str = ""
    sorter: str = ""
    stille: int | None = None
    frist: int | None = None
    slutt: int | None = None
    sprak: str = ""
    tolk: bool = False
    alder: str = ""
    barn: bool = False

    @property
    def er_beregnet(self) -> bool:
        """Whether what is asked for stands in no table, so that the overview of every case is reckoned first."""
        return self.sorter in _BEREGNET or any(tall is not None for tall in (self.stille, self.frist, self.slutt))


@dataclass(frozen=True, slots=True)
class Sakside:
    """One page of the list, and how many there are in all."""

    side: Page[Any]
    rader: list[Oversikt]
    antall: int


def sakliste(aktor: Aktor, *, side: int | str = 1, **valg: Any) -> Sakside:
    """A page of the cases the actor may see, narrowed as the fields of Sakvalg say."""
    valgt = Sakvalg(**valg)
    if valgt.er_beregnet:
        blad: Page[Any] = Paginator(_beregnet(aktor, valgt, saker_for(aktor)), PER_SIDE).get_page(side)
        return Sakside(blad, list(blad.object_list), blad.paginator.count)
    blad = Paginator(_sporring(aktor, valgt, saker_for(aktor)), PER_SIDE).get_page(side)
    return Sakside(blad, list(oversikt_for(list(blad.object_list)).values()), blad.paginator.count)


def _beregnet(aktor: Aktor, valgt: Sakvalg, saker: QuerySet[Sak]) -> list[Oversikt]:
    alle = oversikt_for(list(_sporring(aktor, valgt, saker))).values()
    treff = [oversikt for oversikt in alle if _passer(valgt, oversikt)]
    return sorted(treff, key=_BEREGNET[valgt.sorter]) if valgt.sorter in _BEREGNET else treff


def _passer(valgt: Sakvalg, oversikt: Oversikt) -> bool:
    i_dag = klokke.i_dag()
    if valgt.stille is not None:
        sist = oversikt.siste_kontakt or klokke.dagen(oversikt.sak.opprettet)
        if (i_dag - sist).days < valgt.stille:
            return False
    if valgt.frist is not None:
        fristene = [*(f.dato for f in oversikt.frister), *(o.frist for o in oversikt.oppgaver if o.frist)]
        if not any(dag <= i_dag + timedelta(days=valgt.frist) for dag in fristene):
            return False
    if valgt.slutt is not None:
        return oversikt.vedtak_til is not None and oversikt.vedtak_til <= i_dag + timedelta(days=valgt.slutt)
    return True


def _sporring(aktor: Aktor, valgt: Sakvalg, saker: QuerySet[Sak]) -> QuerySet[Sak]:
    if valgt.status in Saksstatus.values:
        saker = saker.filter(status=valgt.status)
    elif valgt.status != "alle":
        saker = saker.filter(status__in=APNE)
    if valgt.kontor is not None:
        saker = saker.filter(kontor=valgt.kontor)
    if valgt.hvem:
        saker = _etter_kontakt(aktor, saker, valgt.hvem)
    saker = saker.order_by(*_REKKEFOLGE.get(valgt.sorter, _REKKEFOLGE["nyeste"]), "pk")
    return _etter_person(valgt, saker)


def _etter_person(valgt: Sakvalg, saker: QuerySet[Sak]) -> QuerySet[Sak]:
    if valgt.sprak:
        saker = saker.filter(person__sprak=valgt.sprak)
    if valgt.tolk:
        saker = saker.filter(person__tolkebehov=True)
    if valgt.alder:
        saker = saker.filter(person__fodselsdato__gt=_sist_fodt(int(valgt.alder)))
    if valgt.barn:
        saker = saker.filter(Exists(Barn.objects.filter(gjelder_den(klokke.i_dag()), person=OuterRef("person"))))
    return saker


def _sist_fodt(alder: int) -> date:
    """The last birth date of those who have reached the age today."""
    i_dag = klokke.i_dag()
    dag = date(i_dag.year - alder, i_dag.month, min(i_dag.day, 28))
    while fyller(dag + timedelta(days=1), alder) <= i_dag:
        dag += timedelta(days=1)
    return dag


def _etter_kontakt(aktor: Aktor, saker: QuerySet[Sak], hvem: str) -> QuerySet[Sak]:
    """Those one user is the fixed contact of, or those with nobody who is still here."""
    dag = klokke.i_dag()
    if hvem == "ingen":
        return saker.exclude(Exists(kontakter_som_er_her(dag, HANDLINGER[Handling.OPPFOLGING_SKRIV])))
    bruker_id = aktor.krev_bruker().pk if hvem == "mine" else UUID(hvem)
    return saker.filter(Exists(FastKontakt.objects.filter(gjelder_den(dag), sak=OuterRef("pk"), bruker=bruker_id)))


def sakliste_csv(aktor: Aktor, **valg: Any) -> Iterator[list[str]]:
    """The whole list as rows of text, the headings first. For those who may see the caseload; logged as a search."""
    krev_rolle(aktor, Handling.PORTEFOLJE_LES)
    rader = _beregnet(aktor, Sakvalg(**valg), saker_for(aktor, Handling.PORTEFOLJE_LES))
    spor_sok(aktor, Handling.PORTEFOLJE_LES, len(rader))
    return _csv(rader)


def _csv(rader: list[Oversikt]) -> Iterator[list[str]]:
    yield [
        _("Saksnummer"),
        _("Navn"),
        _("Kontor"),
        _("Tilstand"),
        _("Fast kontakt"),
        _("Språk"),
        _("Sist snakket sammen"),
        _("Venter på"),
        _("Frist"),
        _("Vedtaket går ut"),
    ]
    for o in rader:
        yield [
            o.sak.saksnummer,
            o.sak.person.navn,
            o.sak.kontor.navn,
            str(o.sak.get_status_display()),
            o.fast_kontakt.navn if o.fast_kontakt else "",
            str(o.sak.person.get_sprak_display()),
            _dag(o.siste_kontakt),
            str(o.neste.hva) if o.neste else "",
            _dag(o.neste.frist if o.neste else None),
            _dag(o.vedtak_til),
        ]


def _dag(dag: date | None) -> str:
    return dag.isoformat() if dag else ""


def kontorer_i_listen(aktor: Aktor) -> QuerySet[Kontor]:
    """The offices whose cases the actor may see."""
    rekkevidde = kontorer_for(aktor, Handling.SAK_LES)
    return Kontor.objects.filter(Q(pk__in=rekkevidde.kontorer) | Q(kommune_id__in=rekkevidde.kommuner))


def kontakter_i_listen(aktor: Aktor) -> QuerySet[Bruker]:
    """Those who follow up cases at the offices in the list."""
    roller = HANDLINGER[Handling.OPPFOLGING_SKRIV]
    der = Medlemskap.objects.filter(gjelder_den(klokke.i_dag()), kontor__in=kontorer_i_listen(aktor), rolle__in=roller)
    return Bruker.objects.filter(is_active=True, pk__in=der.values("bruker"))


def mulige_kontakter(sak: Sak) -> QuerySet[Bruker]:
    """Those at the case's office who can be the fixed contact today."""
    roller = HANDLINGER[Handling.OPPFOLGING_SKRIV]
    if sak.person.gradering == Gradering.STRENGT_FORTROLIG:
        roller &= {Rolle.FAGANSVARLIG}
    der = Medlemskap.objects.filter(gjelder_den(klokke.i_dag()), kontor_id=sak.kontor_id, rolle__in=roller)
    return Bruker.objects.filter(is_active=True, pk__in=der.values("bruker")).exclude(person=sak.person)
