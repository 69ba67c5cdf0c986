"""The list of cases: filtered, sorted, a page at a time, each with its overview."""

from __future__ import annotations

from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.db.models import Exists, OuterRef, Q, QuerySet

from fotfeste.fag.oversikt.selectors import oversikt_for
from fotfeste.fag.oversikt.typer import Oversikt
from fotfeste.fag.sak.enums import APNE, Saksstatus
from fotfeste.fag.sak.models import FastKontakt, Sak
from fotfeste.fag.sak.selectors import saker_for
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.organisasjon.models import Bruker, Kontor
from fotfeste.grunnmur.tilgang import Aktor, Handling, kontorer_for

PER_SIDE = 50
_REKKEFOLGE = {
    "nyeste": ("-opprettet",),
    "eldste": ("opprettet",),
    "navn": ("person__etternavn", "person__fornavn"),
}


@dataclass(frozen=True, slots=True)
class Sakside:
    """One page of the list, and how many there are in all."""

    side: Page[Sak]
    rader: list[Oversikt]
    antall: int


def sakliste(
    aktor: Aktor,
    *,
    status: str = "",
    kontor: Kontor | None = None,
    hvem: str = "",
    sorter: str = "",
    side: int | str = 1,
) -> Sakside:
    """The cases the actor may see. `status`: a Saksstatus, `alle`, else the open; `hvem`: mine, ingen, else all."""
    saker = saker_for(aktor)
    if status in Saksstatus.values:
        saker = saker.filter(status=status)
    elif status != "alle":
        saker = saker.filter(status__in=APNE)
    if kontor is not None:
        saker = saker.filter(kontor=kontor)
    if hvem:
        saker = _etter_kontakt(aktor, saker, hvem)
    saker = saker.order_by(*_REKKEFOLGE.get(sorter, _REKKEFOLGE["nyeste"]), "pk")
    blad = Paginator(saker, PER_SIDE).get_page(side)
    oversikter = oversikt_for(list(blad.object_list))
    return Sakside(blad, list(oversikter.values()), blad.paginator.count)


def _etter_kontakt(aktor: Aktor, saker: QuerySet[Sak], hvem: str) -> QuerySet[Sak]:
    dag = klokke.i_dag()
    gjeldende = FastKontakt.objects.filter(sak=OuterRef("pk"), fra__lte=dag).filter(
        Q(til__isnull=True) | Q(til__gte=dag)
    )
    if hvem == "mine":
        return saker.filter(Exists(gjeldende.filter(bruker=aktor.krev_bruker())))
    return saker.exclude(Exists(gjeldende)) if hvem == "ingen" else saker


def kontorer_i_listen(aktor: Aktor) -> QuerySet[Kontor]:
    """The offices whose cases the actor may see."""
    rekkevidde = kontorer_for(aktor, Handling.SAK_LES)
    return Kontor.objects.filter(Q(pk__in=rekkevidde.kontorer) | Q(kommune_id__in=rekkevidde.kommuner))


def mulige_kontakter(sak: Sak) -> QuerySet[Bruker]:
    """Those at the case's office who can be the fixed contact today."""
    dag = klokke.i_dag()
    return (
        Bruker.objects.filter(
            Q(medlemskap__til__isnull=True) | Q(medlemskap__til__gte=dag),
            is_active=True,
            medlemskap__kontor_id=sak.kontor_id,
            medlemskap__rolle__in=["veileder", "jobbspesialist", "fagansvarlig"],
            medlemskap__fra__lte=dag,
        )
        .exclude(person=sak.person)
        .distinct()
    )
