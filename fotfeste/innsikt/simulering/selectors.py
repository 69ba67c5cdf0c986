"""The simulation of a municipality, for those who may see it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from django.db.models import Max, Q, QuerySet

from fotfeste.fag.utbetaling.enums import Utbetalingsart, Utbetalingsstatus
from fotfeste.fag.utbetaling.models import LEVENDE_UTBETALING, Beregning, Utbetaling
from fotfeste.fag.utbetaling.selectors import kommuner_for_okonomi
from fotfeste.grunnmur.feil import IkkeTilgang
from fotfeste.grunnmur.organisasjon.models import Kommune, Kontor
from fotfeste.grunnmur.tilgang import Aktor, Handling, kontorer_for
from fotfeste.innsikt.simulering.endring import Endring
from fotfeste.innsikt.simulering.regning import RADER_OM_GANGEN, Frosset, regn
from fotfeste.innsikt.simulering.sammendrag import Gruppe, Sammendrag, sammendrag


@dataclass(frozen=True, slots=True)
class Simulering:
    """What the change would have meant for the months. `kontor`: those the actor may see, by name."""

    kommune: Kommune
    maneder: tuple[date, ...]
    endring: Endring
    tall: Sammendrag
    kontor: tuple[tuple[str, Gruppe], ...]


def kommuner(aktor: Aktor) -> QuerySet[Kommune]:
    """The municipalities the actor may simulate for. Only sums are shown, so a role at one office is enough."""
    return kommuner_for_okonomi(aktor, Handling.SIMULERING_LES)


def siste_maned(kommuner: Sequence[Kommune]) -> date | None:
    """The newest month any of the municipalities has released a payment for."""
    siste: date | None = _betalte(*kommuner).aggregate(siste=Max("maned"))["siste"]
    return siste


def simuler(aktor: Aktor, kommune: Kommune, maneder: Sequence[date], endring: Endring) -> Simulering:
    """Reckon the paid months (their first days) with the change. Raises IkkeTilgang for another municipality.

    OverflowError where the numbers of the change have too many decimals for 64 bits.
    """
    if not kommuner(aktor).filter(pk=kommune.pk).exists():
        raise IkkeTilgang("ingen rolle gir simulering for kommunen")
    tall = sammendrag(regn(_frosne(kommune, sorted(maneder)), endring))
    return Simulering(kommune, tuple(sorted(maneder)), endring, tall, tuple(_kontorer(aktor, kommune, tall)))


def _frosne(kommune: Kommune, maneder: Sequence[date]) -> Iterator[Frosset]:
    """The reckoning that stands for each paid month: the one it was paid by, or the last that followed. By month."""
    for maned in maneder:
        betalt = _betalte(kommune).filter(maned=maned)
        rader = Beregning.objects.filter(
            Q(pk__in=betalt.values("beregning_id")) | Q(forgjenger__isnull=False, sak_id__in=betalt.values("sak_id")),
            etterfolger__isnull=True,
            maned=maned,
        ).order_by()
        for rad in rader.values_list("sak_id", "sak__kontor_id", "brutto", "inn").iterator(RADER_OM_GANGEN):
            yield Frosset(*rad)


def _betalte(*kommuner: Kommune) -> QuerySet[Utbetaling]:
    """The months that have been released for payment and not come back."""
    betalt = Utbetaling.objects.filter(LEVENDE_UTBETALING, kjoring__kommune__in=kommuner, art=Utbetalingsart.MANED)
    return betalt.exclude(status=Utbetalingsstatus.PLANLAGT)


def _kontorer(aktor: Aktor, kommune: Kommune, tall: Sammendrag) -> Iterator[tuple[str, Gruppe]]:
    """The offices within the actor's reach. They are hidden or not as parts of the whole municipality."""
    rekkevidde = kontorer_for(aktor, Handling.SIMULERING_LES)
    navn: dict[UUID, str] = dict(Kontor.objects.filter(kommune=kommune).order_by("navn").values_list("pk", "navn"))
    grupper = {gruppe.kode: gruppe for gruppe in tall.kontor}
    for kontor_id, kontor in navn.items():
        if kontor_id in grupper and (kommune.pk in rekkevidde.kommuner or kontor_id in rekkevidde.kontorer):
            yield kontor, replace(grupper[kontor_id], kode=kontor)
