"""Who takes over whose tasks while they are away."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import Fagfeil, IkkeTilgang
from fotfeste.grunnmur.leseord import dato_ord
from fotfeste.grunnmur.logg.services import kommando
from fotfeste.grunnmur.organisasjon.enums import Rolle
from fotfeste.grunnmur.organisasjon.models import Bruker, Kontor, Medlemskap, Stedfortreder
from fotfeste.grunnmur.tilgang import Aktor, Eier, Handling, kontorer_for, krev, vurder


@dataclass(frozen=True, slots=True)
class _Kontoret:
    """The office as a record the gate can judge."""

    kontor: Kontor

    def tilgang_eier(self) -> Eier:
        return Eier(self.kontor.kommune_id, self.kontor.pk)


LENGST_KJEDE = 5
"""Substitutes of substitutes: so many away at once, and it is better that the office sees that nobody has it."""


def _handling(aktor: Aktor, bruker: Bruker) -> Handling:
    """One's own absence is entered by whoever answers enquiries; a colleague's by whoever distributes the cases."""
    return Handling.HENVENDELSE_SKRIV if bruker.pk == aktor.bruker_id else Handling.SAK_FORDEL


def stedfortreder_sett(
    aktor: Aktor, *, kontor: Kontor, bruker: Bruker, vikar: Bruker, fra: date, til: date | None = None
) -> Stedfortreder:
    """Let `vikar` have the tasks and enquiries of `bruker` at the office from a day, perhaps to one.

    Raises Fagfeil for days in the wrong order, over or that overlap, someone for themselves, and one who does not work
    there.
    """
    krev(aktor, _handling(aktor, bruker), _Kontoret(kontor))
    _krev_dager(fra, til)
    if bruker.pk == vikar.pk:
        raise Fagfeil(_("Velg en annen enn den som er borte."), felt="vikar")
    ansatte = set(ansatte_ved(kontor, fra).filter(pk__in=(bruker.pk, vikar.pk)).values_list("pk", flat=True))
    for en, felt in ((bruker, "bruker"), (vikar, "vikar")):
        if en.pk not in ansatte:
            raise Fagfeil(
                _("%(navn)s har ingen rolle ved %(kontor)s den dagen. Velg en som arbeider der.")
                % {"navn": en.navn, "kontor": kontor.navn},
                felt=felt,
            )
    with kommando(aktor, "organisasjon.sett_stedfortreder"):
        try:
            with transaction.atomic():
                return Stedfortreder.objects.create(bruker=bruker, vikar=vikar, kontor=kontor, fra=fra, til=til)
        except IntegrityError as feil:
            raise Fagfeil(
                _("%(navn)s har alt en stedfortreder i de dagene. Avslutt den først.") % {"navn": bruker.navn},
                felt="fra",
            ) from feil


def _krev_dager(fra: date, til: date | None) -> None:
    if til is None:
        return
    if til < fra:
        raise Fagfeil(_("Siste dag er før første dag. Bytt om datoene."), felt="til")
    if til < klokke.i_dag():
        raise Fagfeil(_("Dagene har vært. Skriv dager fram i tid."), felt="til")


def stedfortreder_avslutt(aktor: Aktor, *, stedfortreder: Stedfortreder, versjon: int | None = None) -> None:
    """They are back: yesterday was the last day. One who had not begun is taken away."""
    krev(aktor, _handling(aktor, stedfortreder.bruker), _Kontoret(stedfortreder.kontor))
    with kommando(aktor, "organisasjon.avslutt_stedfortreder"):
        last = Stedfortreder.objects.select_for_update(of=("self",)).get(pk=stedfortreder.pk)
        last.krev_versjon(versjon)
        i_gar = klokke.i_dag() - timedelta(days=1)
        if last.fra > i_gar:
            last.delete()
        elif last.til is not None and last.til <= i_gar:
            raise Fagfeil(_("Vikariatet var slutt %(dag)s.") % {"dag": dato_ord(last.til)})
        else:
            last.lagre_endring(til=i_gar)


def _gjelder(dag: date) -> Q:
    return Q(fra__lte=dag) & (Q(til__isnull=True) | Q(til__gte=dag))


def borte_den(dag: date) -> QuerySet[Stedfortreder]:
    """Who is away on the day, where, and who stands in."""
    return Stedfortreder.objects.filter(_gjelder(dag)).select_related("bruker", "vikar", "kontor")


def hvem_har_oppgavene(bruker: Bruker, kontor: Kontor, dag: date) -> Bruker | None:
    """Who has the user's tasks at the office on the day: themselves when at work, else the substitute, or theirs.

    None when all in the chain are away. One query.
    """
    vikarer = {rad.bruker_id: rad.vikar for rad in borte_den(dag).filter(kontor=kontor)}
    for _ledd in range(LENGST_KJEDE):
        if bruker.pk not in vikarer:
            return bruker
        bruker = vikarer[bruker.pk]
    return None


def vikarierer_for(bruker: Bruker, dag: date) -> list[Stedfortreder]:
    """Those whose tasks the user has on the day, and where; also where the substitute between is away. One query."""
    deres_kontor = Stedfortreder.objects.filter(_gjelder(dag), vikar=bruker).values("kontor")
    rader = list(borte_den(dag).filter(kontor__in=deres_kontor))
    mine, nye = [], [rad for rad in rader if rad.vikar_id == bruker.pk]
    while nye:
        mine += nye
        borte = {(rad.bruker_id, rad.kontor_id) for rad in nye}
        nye = [r for r in rader if (r.vikar_id, r.kontor_id) in borte and r not in mine and r.bruker_id != bruker.pk]
    return mine


def stedfortredere_ved(kontorer: Collection[UUID], dag: date) -> list[Stedfortreder]:
    """The substitutes at the offices, now and to come, soonest first."""
    rader = Stedfortreder.objects.filter(Q(til__isnull=True) | Q(til__gte=dag), kontor_id__in=kontorer)
    return list(rader.select_related("bruker", "vikar", "kontor"))


def stedfortreder_hent(aktor: Aktor, stedfortreder_id: UUID) -> Stedfortreder:
    """One the actor may end: their own, or anyone's where they distribute the cases. Raises IkkeTilgang."""
    egen = Q(bruker=aktor.bruker, kontor__in=kontorer_for(aktor, Handling.HENVENDELSE_SKRIV).kontorer)
    andres = Q(kontor__in=kontorer_for(aktor, Handling.SAK_FORDEL).kontorer)
    rader = Stedfortreder.objects.filter(egen | andres).select_related("bruker", "vikar", "kontor")
    rad = rader.filter(pk=stedfortreder_id).first()
    if rad is None:
        raise IkkeTilgang("stedfortrederen finnes ikke, eller hører til et annet kontor")
    return rad


def kontor_for_fravaer(aktor: Aktor, kontor_id: UUID) -> tuple[Kontor, QuerySet[Bruker]]:
    """An office where the actor may enter an absence, and whose: their own, or everyone's there. Raises IkkeTilgang."""
    kontor = Kontor.objects.filter(pk=kontor_id).select_related("kommune").first()
    if kontor is None:
        raise IkkeTilgang("kontoret finnes ikke")
    ansatte = ansatte_ved(kontor, klokke.i_dag())
    if vurder(aktor, Handling.SAK_FORDEL, _Kontoret(kontor)).tillatt:
        return kontor, ansatte
    krev(aktor, Handling.HENVENDELSE_SKRIV, _Kontoret(kontor))
    return kontor, ansatte.filter(pk=aktor.krev_bruker().pk)


def ansatte_ved(kontor: Kontor, dag: date) -> QuerySet[Bruker]:
    """Those who hold a role at the office on the day."""
    der = Medlemskap.objects.filter(_gjelder(dag), kontor=kontor).exclude(rolle=Rolle.DELTAKER)
    return Bruker.objects.filter(is_active=True, pk__in=der.values("bruker"))
