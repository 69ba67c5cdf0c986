"""The list of cases: filtered, sorted, a page at a time, each with its overview."""

from __future__ import annotations

from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.db.models import Exists, OuterRef, Q, QuerySet

from fotfeste.fag.oversikt.ansatte import gjelder_den, kontakter_som_er_her
from fotfeste.fag.oversikt.selectors import oversikt_for
from fotfeste.fag.oversikt.typer import Oversikt
from fotfeste.fag.sak.enums import APNE, Saksstatus
from fotfeste.fag.sak.models import FastKontakt, Sak
from fotfeste.fag.sak.selectors import saker_for
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.organisasjon.enums import Rolle
from fotfeste.grunnmur.organisasjon.models import Bruker, Kontor, Medlemskap
from fotfeste.grunnmur.tilgang import HANDLINGER, Aktor, Gradering, Handling, kontorer_for

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
    """Those the actor is the fixed contact of, or those with nobody who is still here."""
    dag = klokke.i_dag()
    if hvem == "mine":
        mine = FastKontakt.objects.filter(gjelder_den(dag), sak=OuterRef("pk"), bruker=aktor.krev_bruker())
        return saker.filter(Exists(mine))
    if hvem == "ingen":
        return saker.exclude(Exists(kontakter_som_er_her(dag, HANDLINGER[Handling.OPPFOLGING_SKRIV])))
    return saker


def kontorer_i_listen(aktor: Aktor) -> QuerySet[Kontor]:
    """The offices whose cases the actor may see."""
    rekkevidde = kontorer_for(aktor, Handling.SAK_LES)
    return Kontor.objects.filter(Q(pk__in=rekkevidde.kontorer) | Q(kommune_id__in=rekkevidde.kommuner))


def mulige_kontakter(sak: Sak) -> QuerySet[Bruker]:
    """Those at the case's office who can be the fixed contact today."""
    roller = HANDLINGER[Handling.OPPFOLGING_SKRIV]
    if sak.person.gradering == Gradering.STRENGT_FORTROLIG:
        roller &= {Rolle.FAGANSVARLIG}
    der = Medlemskap.objects.filter(gjelder_den(klokke.i_dag()), kontor_id=sak.kontor_id, rolle__in=roller)
    return Bruker.objects.filter(is_active=True, pk__in=der.values("bruker")).exclude(person=sak.person)
