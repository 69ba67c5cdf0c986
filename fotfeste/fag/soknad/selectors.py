"""Applications as they stand: what is missing, what is due, and who may see it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Prefetch, QuerySet

from fotfeste.fag.person.models import Person
from fotfeste.fag.sak.enums import APNE as APNE_SAKER
from fotfeste.fag.sak.enums import Saksstatus
from fotfeste.fag.sak.models import Bakgrunn, Sak
from fotfeste.fag.sak.selectors import sak_hent
from fotfeste.fag.soknad.enums import APNE, Soknadsstatus
from fotfeste.fag.soknad.merknader import aldersmerknad
from fotfeste.fag.soknad.models import Opplysningskrav, Soknad
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.dokument.models import Dokument
from fotfeste.grunnmur.feil import IkkeTilgang
from fotfeste.grunnmur.logg.services import spor
from fotfeste.grunnmur.organisasjon.models import Kontor
from fotfeste.grunnmur.tilgang import HANDLINGER, Aktor, Eier, Handling, kontorer_for, vurder
from fotfeste.regelverk import frister as regler


@dataclass(frozen=True, slots=True)
class Soknadsfrist:
    """A date the law sets for an application. `dager` is how many are left; below zero it has passed."""

    kode: str
    dato: date
    dager: int
    hjemmel: str
    tekst: str
    oppfylt: bool = False

    @property
    def over(self) -> bool:
        return self.dager < 0 and not self.oppfylt


@dataclass(frozen=True, slots=True)
class Soknadsbilde:
    """One application with what is needed to work on it."""

    sak: Sak
    soknad: Soknad
    krav: list[Opplysningskrav]
    frister: list[Soknadsfrist]
    merknad: str

    @property
    def mangler(self) -> list[Opplysningskrav]:
        """What has been asked for and not come."""
        return [ett for ett in self.krav if ett.mottatt is None]

    @property
    def sokeren_svarer(self) -> list[Opplysningskrav]:
        """What the applicant is still to send: nothing when the office has gone on without it, or has decided."""
        return self.mangler if self.venter_pa_soker else []

    @property
    def er_apen(self) -> bool:
        return self.soknad.status in APNE

    @property
    def venter_pa_soker(self) -> bool:
        return self.soknad.status == Soknadsstatus.VENTER_PA_OPPLYSNINGER


@dataclass(frozen=True, slots=True)
class _Soker:
    """A person without an open case, as the office that would take the application sees them."""

    eier: Eier

    def tilgang_eier(self) -> Eier:
        return self.eier


def soker_hent(aktor: Aktor, person_id: UUID, handling: Handling) -> Person:
    """A person, for someone who may do `handling` where the person belongs; logged before it is returned.

    A person belongs to the office of their open case, else of their latest (sotjl § 44); one without any case to no
    office yet. Anyone without an open case may apply at any office, so to take an application it is enough to hold the
    role somewhere. Raises IkkeTilgang otherwise.
    """
    person = Person.objects.filter(pk=person_id).first()
    if person is None:
        raise IkkeTilgang("personen finnes ikke")
    sak = person.gjeldende_sak()
    if sak is not None and (sak.er_apen or handling != Handling.SOKNAD_REGISTRER):
        spor(aktor, handling, sak, person_id=person.pk, sak_id=sak.pk)
        return person
    roller = HANDLINGER[handling]
    hvor = next((t for t in aktor.tildelinger if t.rolle in roller), None)
    if hvor is None:
        raise IkkeTilgang(f"ingen rolle gir {handling}")
    eier = Eier(hvor.kommune_id, hvor.kontor_id, person.bruker_id, person.gradering)
    spor(aktor, handling, _Soker(eier), person_id=person.pk)
    return person


def kan_rette_person(aktor: Aktor, person: Person) -> bool:
    """Whether the actor may read and change what is known of the person, and not only take their application."""
    sak = person.gjeldende_sak()
    return sak is None or vurder(aktor, Handling.PERSON_ENDRE, sak).tillatt


def kontorer_som_tar_imot(aktor: Aktor) -> QuerySet[Kontor]:
    """The offices where the actor may register an application."""
    rekkevidde = kontorer_for(aktor, Handling.SOKNAD_REGISTRER)
    return Kontor.objects.filter(pk__in=rekkevidde.kontorer) | Kontor.objects.filter(kommune_id__in=rekkevidde.kommuner)


def egen_person(aktor: Aktor) -> Person | None:
    """The person the actor is, when the office has linked the login to one."""
    return Person.objects.filter(bruker=aktor.krev_bruker()).first()


def sak_som_hindrer(person: Person) -> Sak | None:
    """The open case that stands in the way of another application: one with an application, or past it."""
    sak = Sak.objects.filter(person=person, status__in=APNE_SAKER).select_related("kontor", "person").first()
    if sak is None:
        return None
    return sak if sak.status != Saksstatus.SOKNAD or sak.soknader.filter(status__in=APNE).exists() else None


def bakgrunn_for(sak: Sak) -> Bakgrunn | None:
    """The background facts of a case the caller has fetched."""
    return Bakgrunn.objects.filter(sak=sak).first()


def kan_behandle(aktor: Aktor, soknad: Soknad) -> bool:
    """Whether the actor may write in the application's case."""
    return vurder(aktor, Handling.SOKNAD_BEHANDLE, soknad).tillatt


def mangler_for(soknad: Soknad) -> list[Opplysningskrav]:
    """What has been asked for and not come, of an application the caller has fetched."""
    return list(soknad.opplysningskrav.filter(mottatt__isnull=True))


def soknad_hent(aktor: Aktor, soknad_id: UUID, handling: Handling = Handling.SOKNAD_LES) -> Soknad:
    """One application, if the actor may do `handling` to it; logged. Raises IkkeTilgang otherwise."""
    soknad = Soknad.objects.select_related("sak__person", "sak__kontor", "sak__kommune").filter(pk=soknad_id).first()
    if soknad is None:
        raise IkkeTilgang("søknaden finnes ikke")
    spor(aktor, handling, soknad, person_id=soknad.sak.person_id, sak_id=soknad.sak_id)
    return soknad


def krav_hent(aktor: Aktor, krav_id: UUID, handling: Handling) -> Opplysningskrav:
    """One thing asked for, if the actor may do `handling` to its case; logged. Raises IkkeTilgang otherwise."""
    krav = (
        Opplysningskrav.objects.select_related("soknad__sak__person", "sak__person", "sak__kontor", "sak__kommune")
        .filter(pk=krav_id)
        .first()
    )
    if krav is None:
        raise IkkeTilgang("kravet finnes ikke")
    spor(aktor, handling, krav, person_id=krav.sak.person_id, sak_id=krav.sak_id)
    return krav


def vedlegg_hent(aktor: Aktor, soknad_id: UUID, dokument_id: UUID) -> Dokument:
    """A paper that came with the application or with an answer; every look is logged. Raises IkkeTilgang otherwise."""
    soknad = soknad_hent(aktor, soknad_id)
    ved_soknad = soknad.vedlegg.filter(pk=dokument_id)
    ved_svar = Dokument.objects.filter(
        pk__in=Opplysningskrav.objects.filter(soknad=soknad, vedlegg=dokument_id).values("vedlegg"), pk=dokument_id
    )
    dokument = ved_soknad.first() or ved_svar.first()
    if dokument is None:
        raise IkkeTilgang("vedlegget hører ikke til søknaden")
    return dokument


def soknadsbilde_for_sak(aktor: Aktor, sak_id: UUID) -> tuple[Sak, Soknadsbilde | None]:
    """The case and its newest application as it stands, or None when the case has none."""
    sak = sak_hent(aktor, sak_id, Handling.SOKNAD_LES)
    return sak, _nyeste(sak)


def egen_soknad(aktor: Aktor) -> Soknadsbilde | None:
    """The participant's own newest application, or None."""
    sak = (
        Sak.objects.filter(person__bruker=aktor.krev_bruker(), soknader__isnull=False)
        .select_related("person", "kontor", "kommune")
        .order_by("-opprettet")
        .first()
    )
    return _nyeste(sak) if sak else None


def frister_for(soknad: Soknad) -> list[Soknadsfrist]:
    """The dates the law sets from the received date: preliminary answer and latest start, the nearest first."""
    rader = regler.vurder(regler.Hendelser(soknad_mottatt=soknad.mottatt))
    i_dag = klokke.i_dag()
    return sorted(
        (
            Soknadsfrist(
                kode=rad.kode,
                dato=rad.til,
                dager=(rad.til - i_dag).days,
                hjemmel=str(rad.hjemmel),
                tekst=rad.tekst,
                oppfylt=rad.kode == "forelopig_svar" and soknad.forelopig_svar is not None,
            )
            for rad in rader
        ),
        key=lambda frist: frist.dato,
    )


def _nyeste(sak: Sak) -> Soknadsbilde | None:
    uten_innhold = Prefetch("vedlegg", queryset=Dokument.objects.defer("innhold"))
    soknad = sak.soknader.select_related("registrert_av").prefetch_related(uten_innhold).order_by("-opprettet").first()
    if soknad is None:
        return None
    soknad.sak = sak
    krav = list(soknad.opplysningskrav.prefetch_related(uten_innhold))
    # Someone who has turned 18 while they waited is 18.
    alder_den = klokke.i_dag() if soknad.status in APNE else soknad.mottatt
    return Soknadsbilde(sak, soknad, krav, frister_for(soknad), aldersmerknad(sak.person, alder_den))
