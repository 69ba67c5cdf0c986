"""Finding cases: always through the actor."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Q, QuerySet

from fotfeste.fag.sak.models import Sak
from fotfeste.grunnmur.feil import IkkeTilgang
from fotfeste.grunnmur.logg.models import Hendelse
from fotfeste.grunnmur.logg.services import spor
from fotfeste.grunnmur.tilgang import Aktor, Handling, kontorer_for


def saker_for(aktor: Aktor, handling: Handling = Handling.SAK_LES) -> QuerySet[Sak]:
    """The cases the actor may do `handling` to, before any is read."""
    if aktor.er_system:
        return Sak.objects.select_related("person", "kontor", "kommune")
    rekkevidde = kontorer_for(aktor, handling)
    egen = Q(person__bruker_id=aktor.bruker_id) if aktor.bruker_id else Q(pk__in=[])
    return Sak.objects.filter(
        Q(kontor_id__in=rekkevidde.kontorer) | Q(kommune_id__in=rekkevidde.kommuner) | egen
    ).select_related("person", "kontor", "kommune")


def sak_hent(aktor: Aktor, sak_id: UUID, handling: Handling = Handling.SAK_LES) -> Sak:
    """One case, if the actor may do `handling` to it. Logged in the sporingslogg before it is returned.

    Raises IkkeTilgang otherwise, also when there is no such case.
    """
    sak = Sak.objects.select_related("person", "kontor", "kommune").filter(pk=sak_id).first()
    if sak is None:
        raise IkkeTilgang("saken finnes ikke")
    spor(aktor, handling, sak, person_id=sak.person_id, sak_id=sak.pk)
    return sak


def egen_sak(aktor: Aktor) -> Sak | None:
    """The participant's own newest case, or None."""
    return (
        Sak.objects.select_related("person", "kontor", "kommune")
        .filter(person__bruker=aktor.krev_bruker())
        .order_by("-opprettet")
        .first()
    )


def tidslinje(sak: Sak, *, bare_milepeler: bool = False, for_deltaker: bool = False) -> QuerySet[Hendelse]:
    """What has happened in the case, newest first."""
    hendelser = Hendelse.objects.filter(sak_id=sak.pk).select_related("bruker")
    if bare_milepeler:
        hendelser = hendelser.filter(milepel=True)
    return hendelser.filter(for_deltaker=True) if for_deltaker else hendelser
