"""Finding cases: always through the actor."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q, QuerySet

from fotfeste.fag.sak.models import FastKontakt, Sak
from fotfeste.grunnmur.feil import IkkeTilgang
from fotfeste.grunnmur.logg.models import Hendelse
from fotfeste.grunnmur.logg.services import spor
from fotfeste.grunnmur.organisasjon.enums import Rolle
from fotfeste.grunnmur.organisasjon.models import Kontor
from fotfeste.grunnmur.tilgang import HANDLINGER, Aktor, Gradering, Handling, kontorer_for, ser_gradering, vurder


def i_rekkevidde(aktor: Aktor, handling: Handling, *, sak: str = "") -> Q:
    """The gate (`vurder`) as a filter, for lists: no row it lets through is refused when it is opened.

    `sak` is the way from the listed model to its case, `sak__` for one with a foreign key to it. One's own case is no
    work, so it stands in no list of those who work here; a participant has only that.
    """
    if aktor.er_system:
        return Q()
    egen = Q(**{f"{sak}person__bruker_id": aktor.bruker_id})
    if aktor.er_deltaker:
        return egen if Rolle.DELTAKER in HANDLINGER[handling] else Q(pk__in=[])
    rekkevidde = kontorer_for(aktor, handling)
    der = Q(**{f"{sak}kontor_id__in": rekkevidde.kontorer}) | Q(**{f"{sak}kommune_id__in": rekkevidde.kommuner})
    skjult = [gradering for gradering in Gradering if not ser_gradering(aktor, gradering)]
    return der & ~egen & ~Q(**{f"{sak}person__gradering__in": skjult})


def saker_for(aktor: Aktor, handling: Handling = Handling.SAK_LES) -> QuerySet[Sak]:
    """The cases to list for the actor who is about to do `handling`, before any is read."""
    return Sak.objects.filter(i_rekkevidde(aktor, handling)).select_related("person", "kontor", "kommune")


@dataclass(frozen=True, slots=True)
class Sakslenke:
    """A case in a list of the whole municipality's. `navn` is empty when the actor may not know whose it is."""

    sak_id: UUID
    person_id: UUID
    saksnummer: str
    kontor: str
    navn: str
    kan_apnes: bool


def sakslenke(aktor: Aktor, sak: Sak, handling: Handling) -> Sakslenke:
    """The case as it is shown to the actor in a list of `handling`. Wants `person` and `kontor` fetched."""
    return Sakslenke(
        sak_id=sak.pk,
        person_id=sak.person_id,
        saksnummer=sak.saksnummer,
        kontor=sak.kontor.navn,
        navn=navn_for(aktor, sak, handling),
        kan_apnes=vurder(aktor, Handling.SAK_LES, sak).tillatt,
    )


def navn_for(aktor: Aktor, sak: Sak, handling: Handling) -> str:
    """The person's name, or empty when the gate does not let the actor do `handling` to the case."""
    return sak.person.navn if vurder(aktor, handling, sak).tillatt else ""


def sak_hent(aktor: Aktor, sak_id: UUID, handling: Handling = Handling.SAK_LES) -> Sak:
    """One case, if the actor may do `handling` to it. Logged in the sporingslogg before it is returned.

    Raises IkkeTilgang otherwise, also when there is no such case.
    """
    sak = Sak.objects.select_related("person", "kontor", "kommune").filter(pk=sak_id).first()
    if sak is None:
        raise IkkeTilgang("saken finnes ikke")
    spor(aktor, handling, sak, person_id=sak.person_id, sak_id=sak.pk)
    return sak


def egne_saker(aktor: Aktor) -> list[Sak]:
    """All the participant's own cases, newest first: the earlier ones keep their sheets, money and letters."""
    saker = Sak.objects.select_related("person", "kontor", "kommune").filter(person__bruker=aktor.krev_bruker())
    return list(saker.order_by("-opprettet"))


def egen_sak(aktor: Aktor) -> Sak | None:
    """The participant's own newest case, or None."""
    return next(iter(egne_saker(aktor)), None)


def gjeldende_kontakt(sak: Sak) -> FastKontakt | None:
    """The fixed contact as it stands, or None."""
    return sak.faste_kontakter.filter(til__isnull=True).select_related("bruker").first()


def deltakerens_kontor(aktor: Aktor) -> Kontor | None:
    """The office the participant's role is at, for one who has no case yet."""
    kontorer = [t.kontor_id for t in aktor.tildelinger if t.rolle == Rolle.DELTAKER and t.kontor_id]
    return Kontor.objects.filter(pk__in=kontorer).first()


def tidslinje(sak: Sak, *, bare_milepeler: bool = False) -> QuerySet[Hendelse]:
    """What has happened in the case, newest first."""
    hendelser = Hendelse.objects.filter(sak_id=sak.pk).select_related("bruker")
    return hendelser.filter(milepel=True) if bare_milepeler else hendelser


def egen_tidslinje(saker: Sequence[Sak]) -> QuerySet[Hendelse]:
    """What has happened in the participant's own cases, newest first, as far as it is written for them."""
    return Hendelse.objects.filter(sak_id__in=[sak.pk for sak in saker], for_deltaker=True).select_related("bruker")
