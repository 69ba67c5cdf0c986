"""Reading the programme: always through the actor."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Prefetch, Q, QuerySet

from fotfeste.fag.program.enums import Programstatus
from fotfeste.fag.program.models import Aktivitet, Programversjon, Ukeblokk
from fotfeste.fag.sak.models import Sak
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import IkkeTilgang
from fotfeste.grunnmur.tilgang import Aktor, Handling, krev

APNE = (Programstatus.UTKAST, Programstatus.FORESLATT)


def _med_innhold() -> QuerySet[Programversjon]:
    blokker = Prefetch("blokker", queryset=Ukeblokk.objects.order_by("ukedag", "start"))
    aktiviteter = Prefetch("aktiviteter", queryset=Aktivitet.objects.prefetch_related(blokker))
    return Programversjon.objects.select_related("laget_av", "sak__person").prefetch_related(
        aktiviteter, "evalueringsdatoer"
    )


def versjoner(sak: Sak) -> list[Programversjon]:
    """All versions of the case with their content, newest first. Four queries."""
    return list(_med_innhold().filter(sak=sak).order_by("-nummer"))


def apen_versjon(sak: Sak) -> Programversjon | None:
    """The version that is being made or waits for the participant."""
    return _med_innhold().filter(sak=sak, status__in=APNE).first()


def gjeldende_versjon(sak: Sak) -> Programversjon | None:
    """The agreed version in force today, or the next one to come into force."""
    i_dag = klokke.i_dag()
    return (
        _med_innhold()
        .filter(Q(til__isnull=True) | Q(til__gte=i_dag), sak=sak, status=Programstatus.AVTALT)
        .order_by("fra")
        .first()
    )


def programversjon_hent(aktor: Aktor, versjon_id: UUID, handling: Handling = Handling.PROGRAM_LES) -> Programversjon:
    """One version, if the actor may do `handling` to it. Raises IkkeTilgang otherwise."""
    versjon = _med_innhold().select_related("sak__kontor", "sak__kommune").filter(pk=versjon_id).first()
    if versjon is None:
        raise IkkeTilgang("programversjonen finnes ikke")
    krev(aktor, handling, versjon)
    return versjon


def aktivitet_hent(aktor: Aktor, aktivitet_id: UUID) -> Aktivitet:
    """One activity with its blocks, for changing it. Raises IkkeTilgang otherwise."""
    aktivitet = (
        Aktivitet.objects.select_related("programversjon__sak__person", "sak__person")
        .prefetch_related("blokker")
        .filter(pk=aktivitet_id)
        .first()
    )
    if aktivitet is None:
        raise IkkeTilgang("aktiviteten finnes ikke")
    krev(aktor, Handling.PROGRAM_SKRIV, aktivitet)
    return aktivitet
