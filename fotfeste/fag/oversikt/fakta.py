"""The facts an overview is reckoned from, fetched for any number of cases in a constant number of queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Max, Model, Prefetch, Q, QuerySet

from fotfeste.fag.kartlegging.models import Arbeidsevnevurdering
from fotfeste.fag.oppfolging.enums import Kontaktresultat
from fotfeste.fag.oppfolging.models import Kontakt
from fotfeste.fag.oppmote.models import Timeliste
from fotfeste.fag.program.enums import Programstatus
from fotfeste.fag.program.models import Evalueringsdato, Permisjon, Programversjon
from fotfeste.fag.sak.models import FastKontakt, Sak
from fotfeste.fag.soknad.enums import APNE as APNE_SOKNADER
from fotfeste.fag.soknad.models import Opplysningskrav, Soknad
from fotfeste.fag.vedtak.enums import APNE as APNE_VEDTAK
from fotfeste.fag.vedtak.enums import GIR_PERIODE, Vedtaksstatus, Vedtakstype
from fotfeste.fag.vedtak.models import Retur, Vedtak
from fotfeste.grunnmur.organisasjon import valg
from fotfeste.grunnmur.organisasjon.models import Bruker


@dataclass
class Fakta:
    """What stands in one case on `dag`, and what its municipality has chosen (organisasjon/valg)."""

    sak: Sak
    dag: date
    valg: Mapping[str, Any]
    fast_kontakt: Bruker | None = None
    siste_kontakt: date | None = None
    soknader: list[Soknad] = field(default_factory=list)
    krav: list[Opplysningskrav] = field(default_factory=list)
    aever: list[Arbeidsevnevurdering] = field(default_factory=list)
    vedtak: list[Vedtak] = field(default_factory=list)
    programmer: list[Programversjon] = field(default_factory=list)
    timelister: list[Timeliste] = field(default_factory=list)
    permisjoner: list[Permisjon] = field(default_factory=list)
    evalueringer: list[Evalueringsdato] = field(default_factory=list)

    @property
    def timelistefrist(self) -> int:
        """The day of the month after when a timesheet should have come."""
        return int(self.valg["timelistefrist"])

    def dager(self, nokkel: str) -> timedelta:
        """A choice counted in days."""
        return timedelta(days=int(self.valg[nokkel]))

    @property
    def apen_soknad(self) -> Soknad | None:
        return next((s for s in self.soknader if s.status in APNE_SOKNADER), None)

    @property
    def apent_vedtak(self) -> Vedtak | None:
        return next((v for v in self.vedtak if v.status in APNE_VEDTAK), None)

    @property
    def fattede(self) -> list[Vedtak]:
        """Decisions taken, oldest first."""
        return [v for v in self.vedtak if v.status == Vedtaksstatus.FATTET and v.dato]

    @property
    def programstart(self) -> date | None:
        return min((v.fra for v in self.fattede if v.type == Vedtakstype.INNVILGELSE and v.fra), default=None)

    @property
    def vedtak_til(self) -> date | None:
        """The last day of the right as it is decided now."""
        return max((v.til for v in self.fattede if v.type in GIR_PERIODE and v.til), default=None)

    def vedtak_dekker(self, fra: date, til: date) -> bool:
        """Whether a decided period touches the days."""
        return any(v.type in GIR_PERIODE and v.fra and v.til and v.fra <= til and fra <= v.til for v in self.fattede)


def fakta_for(saker: Sequence[Sak], dag: date) -> dict[UUID, Fakta]:
    """The facts of each case by its id. Twelve queries, however many the cases."""
    valgt = valg.verdier({sak.kommune_id for sak in saker}, dag)
    alle = {sak.pk: Fakta(sak, dag, valgt[sak.kommune_id]) for sak in saker}
    ider = list(alle)
    for kontakt in FastKontakt.objects.filter(_gjelder(dag), sak_id__in=ider).select_related("bruker"):
        alle[kontakt.sak_id].fast_kontakt = kontakt.bruker
    snakket = Kontakt.objects.filter(sak_id__in=ider, resultat=Kontaktresultat.GJENNOMFORT)
    for sak_id, siste in snakket.order_by().values_list("sak_id").annotate(Max("dato")):
        alle[sak_id].siste_kontakt = siste
    for navn, rader in _delene(ider):
        for sak_id, egne in _per_sak(rader).items():
            setattr(alle[sak_id], navn, egne)
    return alle


def _delene(ider: list[UUID]) -> Iterable[tuple[str, QuerySet[Any]]]:
    returer = Prefetch("returer", Retur.objects.select_related("av").order_by("-opprettet"), to_attr="siste_returer")
    yield "soknader", Soknad.objects.filter(sak_id__in=ider).defer("onsker", "situasjon")
    yield "krav", Opplysningskrav.objects.filter(sak_id__in=ider, mottatt__isnull=True)
    yield (
        "aever",
        Arbeidsevnevurdering.objects.filter(sak_id__in=ider).only(
            "id", "sak_id", "status", "opprettet", "ferdigstilt", "deltaker_levert", "nummer"
        ),
    )
    yield (
        "vedtak",
        Vedtak.objects.filter(sak_id__in=ider)
        .select_related("saksbehandler")
        .defer("frosset", "begrunnelse_regler", "begrunnelse_fakta", "begrunnelse_hensyn")
        .prefetch_related(returer),
    )
    yield "programmer", Programversjon.objects.filter(sak_id__in=ider)
    yield "timelister", Timeliste.objects.filter(sak_id__in=ider)
    yield "permisjoner", Permisjon.objects.filter(sak_id__in=ider)
    yield (
        "evalueringer",
        Evalueringsdato.objects.filter(sak_id__in=ider, programversjon__status=Programstatus.AVTALT),
    )


def _per_sak(rader: Iterable[Model]) -> dict[UUID, list[Any]]:
    ut: dict[UUID, list[Any]] = defaultdict(list)
    for rad in rader:
        ut[rad.sak_id].append(rad)  # type: ignore[attr-defined]
    return ut


def _gjelder(dag: date) -> Q:
    return Q(fra__lte=dag) & (Q(til__isnull=True) | Q(til__gte=dag))
