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
from fotfeste.grunnmur.tilgang import Aktor, Eier, Handling, kontorer_for, krev


@dataclass(frozen=True, slots=True)
class _Kontoret:
    """The office as a record the gate can judge."""

    kontor: Kontor

    def tilgang_eier(self) -> Eier:
        return Eier(self.kontor.kommune_id, self.kontor.pk)


def stedfortreder_sett(
    aktor: Aktor, *, kontor: Kontor, bruker: Bruker, vikar: Bruker, fra: date, til: date | None = None
) -> Stedfortreder:
    """Let `vikar` have the tasks of `bruker` at the office from a day, perhaps to one.

    Raises Fagfeil for days in the wrong order or that overlap, someone for themselves, and one who does not work there.
    """
    krev(aktor, Handling.SAK_FORDEL, _Kontoret(kontor))
    if bruker.pk == vikar.pk:
        raise Fagfeil(_("Velg en annen enn den som er borte."), felt="vikar")
    if til is not None and til < fra:
        raise Fagfeil(_("Siste dag er før første dag. Bytt om datoene."), felt="til")
    if not ansatte_ved(kontor, fra).filter(pk=vikar.pk).exists():
        raise Fagfeil(
            _("%(navn)s har ingen rolle ved %(kontor)s den dagen. Velg en som arbeider der.")
            % {"navn": vikar.navn, "kontor": kontor.navn},
            felt="vikar",
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


def stedfortreder_avslutt(aktor: Aktor, *, stedfortreder: Stedfortreder, versjon: int | None = None) -> None:
    """They are back: yesterday was the last day. One who had not begun is taken away."""
    krev(aktor, Handling.SAK_FORDEL, _Kontoret(stedfortreder.kontor))
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


def vikar_for(bruker: Bruker, dag: date, kontor: Kontor | None = None) -> Bruker | None:
    """The one who has the user's tasks on the day (at the office, when it is given), or None."""
    rader = Stedfortreder.objects.filter(_gjelder(dag), bruker=bruker).select_related("vikar")
    rad = (rader.filter(kontor=kontor) if kontor else rader).first()
    return rad.vikar if rad else None


def vikarierer_for(bruker: Bruker, dag: date) -> list[Stedfortreder]:
    """Those whose tasks the user has on the day, and where."""
    rader = Stedfortreder.objects.filter(_gjelder(dag), vikar=bruker)
    return list(rader.select_related("bruker", "kontor"))


def stedfortredere_ved(kontorer: Collection[UUID], dag: date) -> list[Stedfortreder]:
    """The substitutes at the offices, now and to come, soonest first."""
    rader = Stedfortreder.objects.filter(Q(til__isnull=True) | Q(til__gte=dag), kontor_id__in=kontorer)
    return list(rader.select_related("bruker", "vikar", "kontor"))


def stedfortreder_hent(aktor: Aktor, stedfortreder_id: UUID) -> Stedfortreder:
    """One the actor may end. Raises IkkeTilgang."""
    rader = Stedfortreder.objects.filter(kontor__in=kontorer_for(aktor, Handling.SAK_FORDEL).kontorer)
    rad = rader.select_related("bruker", "vikar", "kontor").filter(pk=stedfortreder_id).first()
    if rad is None:
        raise IkkeTilgang("stedfortrederen finnes ikke, eller hører til et annet kontor")
    return rad


def kollega_ved(aktor: Aktor, kontor_id: UUID, bruker_id: UUID) -> tuple[Kontor, Bruker]:
    """An office where the actor distributes cases, and someone who works there. Raises IkkeTilgang."""
    kontor = Kontor.objects.filter(pk=kontor_id).select_related("kommune").first()
    if kontor is None:
        raise IkkeTilgang("kontoret finnes ikke")
    krev(aktor, Handling.SAK_FORDEL, _Kontoret(kontor))
    bruker = ansatte_ved(kontor, klokke.i_dag()).filter(pk=bruker_id).first()
    if bruker is None:
        raise IkkeTilgang("ingen slik kollega ved kontoret")
    return kontor, bruker


def ansatte_ved(kontor: Kontor, dag: date) -> QuerySet[Bruker]:
    """Those who hold a role at the office on the day."""
    der = Medlemskap.objects.filter(_gjelder(dag), kontor=kontor).exclude(rolle=Rolle.DELTAKER)
    return Bruker.objects.filter(is_active=True, pk__in=der.values("bruker"))
