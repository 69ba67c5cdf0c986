"""What a provider sees: names of those who have its activity now, and the days of that activity. Nothing else."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from uuid import UUID

from django.db.models import Q, QuerySet

from fotfeste.fag.oppmote.enums import Timelistestatus
from fotfeste.fag.oppmote.frister import med_rett
from fotfeste.fag.oppmote.models import Arrangorbruker, Arrangorforing, Tiltaksarrangor, Timeliste
from fotfeste.fag.program.enums import Aktivitetstatus, Programstatus
from fotfeste.fag.program.models import Ukeblokk, blokktimer
from fotfeste.fag.program.perioder import programtid_for
from fotfeste.fag.sak.models import Sak
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import IkkeTilgang
from fotfeste.grunnmur.logg.services import spor
from fotfeste.grunnmur.organisasjon.models import Kommune
from fotfeste.grunnmur.tilgang import Aktor, Gradering, Handling, krev, krev_rolle, vurder
from fotfeste.regelverk import tid
from fotfeste.regelverk.program import Gruppe
from fotfeste.regelverk.tid import Periode

IKKE_BEGYNT = (Aktivitetstatus.VENTER, Aktivitetstatus.TILBUDT)
IKKE_MER = (Aktivitetstatus.FERDIG, Aktivitetstatus.AVBRUTT)


@dataclass(slots=True)
class Arrangormaned:
    """One participant's month at one provider: the hours planned there by day, and what has been said of each."""

    arrangor: Tiltaksarrangor
    sak: Sak
    maned: date
    er_godkjent: bool = False
    timer: dict[date, Decimal] = field(default_factory=dict)
    sagt: dict[date, Arrangorforing] = field(default_factory=dict)

    @property
    def navn(self) -> str:
        return self.sak.person.navn

    @property
    def har_vaert(self) -> list[date]:
        """The days that can be told of."""
        return [dag for dag in sorted(self.timer) if dag <= klokke.i_dag()]

    @property
    def mangler(self) -> int:
        """Days nobody has said anything of, while it can be said."""
        return 0 if self.er_godkjent else sum(dag not in self.sagt for dag in self.har_vaert)


def egen_arrangor(aktor: Aktor) -> Tiltaksarrangor:
    """The provider the actor works for today. Raises IkkeTilgang when there is none."""
    krev_rolle(aktor, Handling.TIMELISTE_FYLL_ARRANGOR)
    dag = klokke.i_dag()
    plass = (
        Arrangorbruker.objects.filter(Q(til__isnull=True) | Q(til__gte=dag), bruker=aktor.krev_bruker(), fra__lte=dag)
        .select_related("arrangor__kommune")
        .first()
    )
    if plass is None:
        raise IkkeTilgang("brukeren er ikke hos noen arrangør i dag")
    krev(aktor, Handling.TIMELISTE_FYLL_ARRANGOR, plass.arrangor)
    return plass.arrangor


def maneder_a_fore() -> list[date]:
    """This month and the one before: what a provider still has to do with."""
    denne = klokke.i_dag().replace(day=1)
    return [denne, tid.legg_til_maneder(denne, -1)]


def arrangordeltakere(aktor: Aktor, maned: date) -> list[Arrangormaned]:
    """Those who have the provider's activity in the month, by name. Nobody with a protected address is among them."""
    arrangor = egen_arrangor(aktor)
    if maned not in maneder_a_fore():
        raise IkkeTilgang("måneden er ikke arrangørens å føre")
    saker = {sak.pk: sak for sak in _saker(arrangor, maned) if _er_lov(aktor, sak)}
    timer = _timer(arrangor, saker, maned)
    sagt = _sagt(arrangor, saker, maned)
    godkjente = set(
        Timeliste.objects.filter(sak__in=saker, maned=maned, status=Timelistestatus.GODKJENT).values_list(
            "sak_id", flat=True
        )
    )
    ut = [
        Arrangormaned(arrangor, saker[pk], maned, pk in godkjente, dager, sagt[pk])
        for pk, dager in timer.items()
        if dager
    ]
    return sorted(ut, key=lambda rad: (rad.sak.person.etternavn, rad.sak.person.fornavn))


def arrangormaned(aktor: Aktor, sak_id: UUID, maned: date) -> Arrangormaned:
    """One of them; every look is logged. Raises IkkeTilgang for all others."""
    for rad in arrangordeltakere(aktor, maned):
        if rad.sak.pk == sak_id:
            spor(aktor, Handling.TIMELISTE_FYLL_ARRANGOR, rad.sak, person_id=rad.sak.person_id, sak_id=sak_id)
            return rad
    raise IkkeTilgang("deltakeren har ingen aktivitet hos arrangøren")


def _er_lov(aktor: Aktor, sak: Sak) -> bool:
    ugradert = sak.person.gradering == Gradering.UGRADERT
    return ugradert and vurder(aktor, Handling.TIMELISTE_FYLL_ARRANGOR, sak).tillatt


def _saker(arrangor: Tiltaksarrangor, maned: date) -> QuerySet[Sak]:
    periode = tid.maned(maned.year, maned.month)
    har_aktivitet = _blokker(arrangor, periode).values("sak")
    saker = Sak.objects.filter(kommune=arrangor.kommune, pk__in=har_aktivitet).select_related("person", "kontor")
    return med_rett(saker, periode)


def _blokker(arrangor: Tiltaksarrangor, periode: Periode) -> QuerySet[Ukeblokk]:
    """The blocks of agreed weeks that are at the provider, in the month."""
    return Ukeblokk.objects.filter(
        Q(aktivitet__programversjon__til__isnull=True) | Q(aktivitet__programversjon__til__gte=periode.fra),
        Q(aktivitet__til__isnull=True) | Q(aktivitet__til__gte=periode.fra),
        Q(aktivitet__fra__isnull=True) | Q(aktivitet__fra__lte=periode.slutt),
        aktivitet__arrangor__iexact=arrangor.navn,
        aktivitet__programversjon__status=Programstatus.AVTALT,
        aktivitet__programversjon__fra__lte=periode.slutt,
    ).exclude(Q(aktivitet__status__in=IKKE_BEGYNT) | Q(aktivitet__gruppe=Gruppe.LONNET_ARBEID))


def _timer(arrangor: Tiltaksarrangor, saker: Collection[UUID], maned: date) -> dict[UUID, dict[date, Decimal]]:
    """Hours at the provider by day: within the decisions and the activity, and not on leave or free days."""
    periode = tid.maned(maned.year, maned.month)
    programtid = programtid_for(saker, periode)
    ut: dict[UUID, dict[date, Decimal]] = defaultdict(dict)
    for blokk in _blokker(arrangor, periode).filter(sak__in=saker).select_related("aktivitet__programversjon"):
        for dag in periode.dager():
            if _holdes(blokk, dag) and programtid[blokk.sak_id].plan(dag).sum:
                timer = ut[blokk.sak_id].get(dag, Decimal(0)) + blokktimer(blokk.start, blokk.slutt)
                ut[blokk.sak_id][dag] = timer
    return ut


def _holdes(blokk: Ukeblokk, dag: date) -> bool:
    """Whether the block is held that day: its weekday, while both the version and the activity last.

    One that was broken off or finished early keeps the last day that was planned: the status says when it ended.
    """
    aktivitet = blokk.aktivitet
    if aktivitet.status in IKKE_MER and aktivitet.status_siden is not None and dag > aktivitet.status_siden:
        return False
    varer = (aktivitet.programversjon, aktivitet)
    return dag.weekday() == blokk.ukedag and all(
        (ett.fra is None or ett.fra <= dag) and (ett.til is None or dag <= ett.til) for ett in varer
    )


def _sagt(
    arrangor: Tiltaksarrangor, saker: Collection[UUID], maned: date
) -> defaultdict[UUID, dict[date, Arrangorforing]]:
    ut: defaultdict[UUID, dict[date, Arrangorforing]] = defaultdict(dict)
    rader = Arrangorforing.objects.filter(
        arrangor=arrangor, sak__in=saker, dato__year=maned.year, dato__month=maned.month
    )
    for rad in rader:
        ut[rad.sak_id][rad.dato] = rad
    return ut


def arrangorer_i(kommune: Kommune) -> QuerySet[Tiltaksarrangor]:
    """The municipality's providers with those who work for them. The caller has been let in to its organisation."""
    return Tiltaksarrangor.objects.filter(kommune=kommune).prefetch_related("brukere__bruker")


def arrangor_aa_endre(aktor: Aktor, arrangor_id: UUID) -> Tiltaksarrangor:
    """A provider the actor may let people in at. Raises IkkeTilgang."""
    arrangor = Tiltaksarrangor.objects.select_related("kommune").filter(pk=arrangor_id).first()
    if arrangor is None:
        raise IkkeTilgang("arrangøren finnes ikke")
    krev(aktor, Handling.ORGANISASJON_ENDRE, arrangor)
    return arrangor


def arrangorbruker_aa_avslutte(aktor: Aktor, plass_id: UUID) -> Arrangorbruker:
    """Somebody's place at a provider the actor may change. Raises IkkeTilgang."""
    plass = Arrangorbruker.objects.select_related("arrangor__kommune", "bruker").filter(pk=plass_id).first()
    if plass is None:
        raise IkkeTilgang("tilgangen finnes ikke")
    krev(aktor, Handling.ORGANISASJON_ENDRE, plass.arrangor)
    return plass
