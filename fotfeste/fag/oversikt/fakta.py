"""The facts an overview is reckoned from, fetched for any number of cases in a constant number of queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import F, Max, Model, Prefetch, Q, QuerySet, prefetch_related_objects

from fotfeste.fag.kartlegging.models import Arbeidsevnevurdering
from fotfeste.fag.oppfolging.enums import Kontaktresultat
from fotfeste.fag.oppfolging.models import Avslutning, Kontakt
from fotfeste.fag.oppmote.models import Timeliste
from fotfeste.fag.oversikt.ansatte import ansatte_for, gjelder_den
from fotfeste.fag.oversikt.bidrag import ALLE as BIDRAG
from fotfeste.fag.program.enums import Programstatus
from fotfeste.fag.program.models import Evalueringsdato, Permisjon, Programversjon
from fotfeste.fag.sak.models import FastKontakt, Sak
from fotfeste.fag.sak.utvalg import rader_i, saksutvalg
from fotfeste.fag.soknad.enums import APNE as APNE_SOKNADER
from fotfeste.fag.soknad.enums import Soknadsstatus
from fotfeste.fag.soknad.models import Opplysningskrav, Soknad
from fotfeste.fag.vedtak.enums import APNE as APNE_VEDTAK
from fotfeste.fag.vedtak.enums import GIR_PERIODE, Vedtaksstatus, Vedtakstype
from fotfeste.fag.vedtak.models import Retur, Vedtak
from fotfeste.fag.vedtak.perioder import Vedtaksperioder, falne_opphor, les
from fotfeste.grunnmur.organisasjon import valg
from fotfeste.grunnmur.organisasjon.models import Bruker
from fotfeste.grunnmur.tilgang import Aktor, Handling, vurder

_SJELDNE: tuple[type[Model], ...] = (
    *(modell for bidrag in BIDRAG for modell in bidrag.sjeldne),
    Opplysningskrav,
    Permisjon,
    Evalueringsdato,
)
"""Tables that are asked only when one of the cases has something there."""


@dataclass
class Fakta:
    """What stands in one case on `dag`, and what its municipality has chosen (organisasjon/valg).

    `fast_kontakt` is the one who can follow up the case that day; `tapt_kontakt` the one who is registered and cannot,
    having left the office. `ansatte`: those its tasks can wait for by name, with their roles. `perioder`: the days with
    a right. `krav`: what the applicant is waited for now. `bidrag`: what each room of `oversikt/bidrag` knows, by name.
    """

    sak: Sak
    dag: date
    valg: Mapping[str, Any]
    fast_kontakt: Bruker | None = None
    tapt_kontakt: Bruker | None = None
    ansatte: Mapping[UUID, Aktor] = field(default_factory=dict)
    perioder: Vedtaksperioder = field(default_factory=Vedtaksperioder)
    siste_kontakt: date | None = None
    soknader: list[Soknad] = field(default_factory=list)
    krav: list[Opplysningskrav] = field(default_factory=list)
    aever: list[Arbeidsevnevurdering] = field(default_factory=list)
    vedtak: list[Vedtak] = field(default_factory=list)
    programmer: list[Programversjon] = field(default_factory=list)
    timelister: list[Timeliste] = field(default_factory=list)
    permisjoner: list[Permisjon] = field(default_factory=list)
    evalueringer: list[Evalueringsdato] = field(default_factory=list)
    bidrag: dict[str, Any] = field(default_factory=dict)

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

    @property
    def slutten_er_vedtatt(self) -> bool:
        """Whether an ending has been decided, so that nobody is to look at what comes after it."""
        return any(v.type == Vedtakstype.AVSLUTNING for v in self.fattede)

    @property
    def siste_dag(self) -> date | None:
        """The last day with a right, an ending reckoned with; None before a grant."""
        return self.perioder.rett[-1].slutt if self.perioder.rett else None

    @property
    def kontakten_har_sluttet(self) -> bool:
        """Whether the registered fixed contact holds no role at the case's office any more."""
        ansatt = self.ansatte.get(self.tapt_kontakt.pk) if self.tapt_kontakt else None
        return ansatt is None or all(rolle.kontor_id != self.sak.kontor_id for rolle in ansatt.tildelinger)

    def sett_kontakt(self, kontakt: Bruker) -> None:
        """Take in the registered fixed contact: one who may not follow up the case any more counts as none."""
        ansatt = self.ansatte.get(kontakt.pk)
        if ansatt and vurder(ansatt, Handling.OPPFOLGING_SKRIV, self.sak).tillatt:
            self.fast_kontakt = kontakt
        else:
            self.tapt_kontakt = kontakt


def fakta_for(saker: Sequence[Sak], dag: date) -> dict[UUID, Fakta]:
    """The facts of each case by its id. A constant number of queries, however many the cases."""
    valgt = valg.verdier({sak.kommune_id for sak in saker}, dag)
    alle = {sak.pk: Fakta(sak, dag, valgt[sak.kommune_id]) for sak in saker}
    ider = saksutvalg(alle, _SJELDNE)
    snakket = Kontakt.objects.filter(sak_id__in=ider, resultat=Kontaktresultat.GJENNOMFORT)
    for sak_id, siste in snakket.order_by().values_list("sak_id").annotate(Max("dato")):
        alle[sak_id].siste_kontakt = siste
    for navn, rader in _delene(ider):
        for sak_id, egne in _per_sak(rader).items():
            setattr(alle[sak_id], navn, egne)
    _sett_perioder(alle, ider)
    _sett_returer(alle.values())
    for bidrag in BIDRAG:
        for sak_id, deres in bidrag.hent(ider).items():
            alle[sak_id].bidrag[bidrag.navn] = deres
    _sett_ansatte(alle, dag)
    return alle


def _sett_perioder(alle: dict[UUID, Fakta], ider: Sequence[UUID]) -> None:
    """The days with a right, from the decisions already read and the registered end."""
    slutt = dict(rader_i(ider, Avslutning).values_list("sak_id", "dato"))
    for sak_id, fakta in alle.items():
        fattede = [v for v in fakta.vedtak if v.status == Vedtaksstatus.FATTET and v.fra]
        fakta.perioder = les(fattede, slutt.get(sak_id))


def _sett_returer(alle: Iterable[Fakta]) -> None:
    """Why a decision was sent back, where one was."""
    returnerte = [v for fakta in alle for v in fakta.vedtak if v.status == Vedtaksstatus.RETURNERT]
    returer = Prefetch("returer", Retur.objects.select_related("av").order_by("-opprettet"), to_attr="siste_returer")
    prefetch_related_objects(returnerte, returer)


def _sett_ansatte(alle: dict[UUID, Fakta], dag: date) -> None:
    """The fixed contacts, and everyone a task waits for by name, with the roles they hold on the day. Three queries."""
    kontakter = FastKontakt.objects.filter(gjelder_den(dag), sak_id__in=list(alle))
    kontakt_i = list(kontakter.values_list("sak_id", "bruker_id"))
    apne = [vedtak for fakta in alle.values() if (vedtak := fakta.apent_vedtak)]
    # Few people, many cases: each is read once.
    brukere = Bruker.objects.in_bulk({bruker for _sak, bruker in kontakt_i} | {v.saksbehandler_id for v in apne})
    for vedtak in apne:
        vedtak.saksbehandler = brukere[vedtak.saksbehandler_id]
    ansatte = ansatte_for(brukere.values(), dag)
    for fakta in alle.values():
        fakta.ansatte = ansatte
    for sak_id, bruker_id in kontakt_i:
        alle[sak_id].sett_kontakt(brukere[bruker_id])


def _delene(ider: Sequence[UUID]) -> Iterable[tuple[str, QuerySet[Any]]]:
    yield "soknader", Soknad.objects.filter(sak_id__in=ider).defer("onsker", "situasjon")
    # A request ends with its application, or when the office goes on without what it asked for (`soknad_merk_klar`).
    venter = APNE_SOKNADER - {Soknadsstatus.KLAR}
    yield "krav", rader_i(ider, Opplysningskrav).filter(mottatt__isnull=True, soknad__status__in=venter)
    yield (
        "aever",
        Arbeidsevnevurdering.objects.filter(sak_id__in=ider).only(
            "id", "sak_id", "status", "opprettet", "ferdigstilt", "deltaker_levert", "nummer"
        ),
    )
    yield (
        "vedtak",
        Vedtak.objects.filter(sak_id__in=ider)
        .exclude(pk__in=falne_opphor().values("pk"))
        .defer("frosset", "begrunnelse_regler", "begrunnelse_fakta", "begrunnelse_hensyn"),
    )
    yield "programmer", Programversjon.objects.filter(sak_id__in=ider)
    yield "timelister", Timeliste.objects.filter(sak_id__in=ider)
    yield "permisjoner", rader_i(ider, Permisjon)
    # A new version shortens the one before; the dates that one had after its end are replaced by the new version's.
    yield (
        "evalueringer",
        rader_i(ider, Evalueringsdato).filter(
            Q(programversjon__til__isnull=True) | Q(dato__lte=F("programversjon__til")),
            programversjon__status=Programstatus.AVTALT,
            dato__gte=F("programversjon__fra"),
        ),
    )


def _per_sak(rader: Iterable[Model]) -> dict[UUID, list[Any]]:
    ut: dict[UUID, list[Any]] = defaultdict(list)
    for rad in rader:
        ut[rad.sak_id].append(rad)  # type: ignore[attr-defined]
    return ut
