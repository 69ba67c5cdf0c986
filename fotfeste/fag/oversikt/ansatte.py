"""Who at the office can have a case's tasks: the roles they hold on a day, for one case or many."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import date
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from fotfeste.fag.sak.models import FastKontakt
from fotfeste.grunnmur.organisasjon.enums import Rolle
from fotfeste.grunnmur.organisasjon.models import Bruker, Medlemskap
from fotfeste.grunnmur.tilgang import Aktor
from fotfeste.grunnmur.tilgang.aktor import Rolletildeling


def gjelder_den(dag: date) -> Q:
    """Rows with `fra` and perhaps `til` that are in force on the day."""
    return Q(fra__lte=dag) & (Q(til__isnull=True) | Q(til__gte=dag))


def ansatte_for(brukere: Iterable[Bruker], dag: date) -> dict[UUID, Aktor]:
    """The users by id with the roles they hold on `dag`; one who has left, or may not log in, has none. One query."""
    alle = {bruker.pk: bruker for bruker in brukere}
    tildelinger: defaultdict[UUID, list[Rolletildeling]] = defaultdict(list)
    rader = Medlemskap.objects.filter(gjelder_den(dag), bruker_id__in=list(alle), bruker__is_active=True)
    for bruker_id, rolle, kommune_id, kontor_id in rader.values_list("bruker_id", "rolle", "kommune_id", "kontor_id"):
        tildelinger[bruker_id].append(Rolletildeling(Rolle(rolle), kommune_id, kontor_id))
    return {pk: Aktor(bruker, dag, tuple(tildelinger[pk])) for pk, bruker in alle.items()}


def kontakter_som_er_her(dag: date, roller: Collection[Rolle]) -> QuerySet[FastKontakt]:
    """A case's fixed contact on the day, if they hold one of the office's roles there; for Exists on cases."""
    der = Medlemskap.objects.filter(
        gjelder_den(dag), bruker=OuterRef("bruker"), kontor=OuterRef("sak__kontor"), rolle__in=roller
    )
    return FastKontakt.objects.filter(gjelder_den(dag), Exists(der), sak=OuterRef("pk"), bruker__is_active=True)
