"""Reading the programme: always through the actor."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db.models import Prefetch, QuerySet

from fotfeste.fag.program.enums import Programstatus
from fotfeste.fag.program.models import Aktivitet, Permisjon, Programversjon, Ukeblokk
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
    """The agreed version to show today, as `gjeldende_av` chooses it, with its content."""
    return gjeldende_av(_med_innhold().filter(sak=sak, status=Programstatus.AVTALT), klokke.i_dag())


def gjeldende_av(versjoner: Iterable[Programversjon], dag: date) -> Programversjon | None:
    """Of the versions, the agreed one in force on the day; else the next to come; else the last that was.

    The last is shown when a decision was extended and no new week has been agreed: `har_gatt_ut` tells it apart.
    """
    avtalte = sorted((v for v in versjoner if v.status == Programstatus.AVTALT), key=lambda v: v.fra)
    kommer = (v for v in avtalte if v.til is None or v.til >= dag)
    return next(kommer, avtalte[-1] if avtalte else None)


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


def permisjon_hent(aktor: Aktor, permisjon_id: UUID) -> Permisjon:
    """One leave, for changing it. Raises IkkeTilgang otherwise."""
    permisjon = Permisjon.objects.select_related("sak__person", "sak__kontor").filter(pk=permisjon_id).first()
    if permisjon is None:
        raise IkkeTilgang("permisjonen finnes ikke")
    krev(aktor, Handling.PROGRAM_SKRIV, permisjon)
    return permisjon
