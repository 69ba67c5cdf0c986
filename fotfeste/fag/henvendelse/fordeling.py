"""Who gets an enquiry: the fixed contact, their substitute while they are away, or whoever has the duty telephone."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple
from uuid import UUID

from django.db.models import Q, QuerySet

from fotfeste.fag.henvendelse.enums import Fordelingsgrunn
from fotfeste.fag.henvendelse.models import Henvendelse, Vakt
from fotfeste.grunnmur.organisasjon.models import Bruker, Kontor, Medlemskap
from fotfeste.grunnmur.organisasjon.stedfortreder import hvem_har_oppgavene
from fotfeste.grunnmur.tilgang import HANDLINGER, Handling


class Mottaker(NamedTuple):
    """Who gets it, and why."""

    bruker: Bruker
    grunn: Fordelingsgrunn


def mottaker(henvendelse: Henvendelse, dag: date) -> Mottaker | None:
    """Who an enquiry goes to on the day; None when nobody can be named, and the office must choose.

    What cannot wait goes to the duty telephone at once, whoever it is from; without anyone on duty to the fixed
    contact, so that it is somebody's.
    """
    if henvendelse.haster and (vakt := vakt_den(henvendelse.kontor_id, dag)):
        return Mottaker(vakt.bruker, Fordelingsgrunn.VAKT)
    kontakt = _fast_kontakt(henvendelse, dag)
    if kontakt is None:
        return None
    til = hvem_har_oppgavene(kontakt, henvendelse.kontor, dag)
    if til is None or not arbeider_her(til, henvendelse.kontor, dag):
        return None
    return Mottaker(til, Fordelingsgrunn.FAST_KONTAKT if til == kontakt else Fordelingsgrunn.STEDFORTREDER)


def vakt_den(kontor_id: UUID, dag: date) -> Vakt | None:
    """Who has the office's duty telephone on the day."""
    return Vakt.objects.filter(kontor_id=kontor_id, fra__lte=dag, til__gte=dag).select_related("bruker").first()


def _fast_kontakt(henvendelse: Henvendelse, dag: date) -> Bruker | None:
    if henvendelse.sak is None:
        return None
    kontakt = (
        henvendelse.sak.faste_kontakter.filter(Q(til__isnull=True) | Q(til__gte=dag), fra__lte=dag)
        .select_related("bruker")
        .first()
    )
    return kontakt.bruker if kontakt else None


def ansatte_ved(kontor: Kontor, dag: date) -> QuerySet[Bruker]:
    """Those at the office who may answer an enquiry on the day."""
    her = Medlemskap.objects.filter(
        Q(til__isnull=True) | Q(til__gte=dag),
        kontor=kontor,
        fra__lte=dag,
        rolle__in=HANDLINGER[Handling.HENVENDELSE_SKRIV],
    )
    return Bruker.objects.filter(pk__in=her.values("bruker_id"), is_active=True)


def arbeider_her(bruker: Bruker, kontor: Kontor, dag: date) -> bool:
    """Whether the user may answer the office's enquiries on the day."""
    return ansatte_ved(kontor, dag).filter(pk=bruker.pk).exists()
