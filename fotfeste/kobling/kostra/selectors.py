"""Whose KOSTRA year an actor may read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from fotfeste.grunnmur.logg.services import spor
from fotfeste.grunnmur.organisasjon.models import Kommune
from fotfeste.grunnmur.tilgang import Aktor, Eier, Handling, kontorer_for
from fotfeste.kobling.kostra.felter import FORSTE_AAR, SISTE_AAR

# Until the end of March it is last year's file people work with.
_FJORARET_TIL = 3


@dataclass(frozen=True, slots=True)
class _Arsfil:
    """The year's file as a record the gate can judge."""

    eier: Eier

    def tilgang_eier(self) -> Eier:
        return self.eier


def kommuner(aktor: Aktor) -> QuerySet[Kommune]:
    """The municipalities whose file the actor may read. The offices share one file: a role at one of them is enough."""
    if aktor.er_system:
        return Kommune.objects.order_by("nummer", "bydel")
    rekkevidde = kontorer_for(aktor, Handling.KOSTRA_LES)
    return (
        Kommune.objects.filter(Q(pk__in=rekkevidde.kommuner) | Q(kontorer__in=rekkevidde.kontorer))
        .distinct()
        .order_by("nummer", "bydel")
    )


def krev_lesing(aktor: Aktor, kommune: Kommune) -> None:
    """Ask the gate for the municipality's file and log the answer. Raises IkkeTilgang when it is no."""
    rekkevidde = kontorer_for(aktor, Handling.KOSTRA_LES)
    kontor = kommune.kontorer.filter(pk__in=rekkevidde.kontorer).first()
    spor(aktor, Handling.KOSTRA_LES, _Arsfil(Eier(kommune.pk, kontor.pk if kontor else None)))


def aar_a_velge(i_dag: date) -> list[int]:
    """The years there is a layout for and that have begun, newest first."""
    return list(range(min(SISTE_AAR, i_dag.year), FORSTE_AAR - 1, -1))


def aar_na(i_dag: date) -> int:
    """The year people most likely want: last year until the end of March, then this one."""
    aar = i_dag.year - (i_dag.month <= _FJORARET_TIL)
    return max(FORSTE_AAR, min(SISTE_AAR, aar))
