"""Reading what stands about egenmelding: the office's page, and the participant's own."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from fotfeste.fag.brev.models import Brev
from fotfeste.fag.brev.selectors import brev_av
from fotfeste.fag.egenmelding.enums import (
    APNE,
    I_KRAFT,
    UNDER_ARBEID,
    Bekreftelsesstatus,
    Beslutningsslag,
    Gjelder,
    Stoppstatus,
)
from fotfeste.fag.egenmelding.models import Egenmeldingsbekreftelse, Egenmeldingsbeslutning, Egenmeldingsstopp
from fotfeste.fag.egenmelding.overganger import EGENMELDINGSBEKREFTELSE, EGENMELDINGSSTOPP
from fotfeste.fag.egenmelding.services import hindringer
from fotfeste.fag.egenmelding.telling import tellingen
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.sak.selectors import sak_hent
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import Fagfeil, IkkeTilgang
from fotfeste.grunnmur.logg.services import spor
from fotfeste.grunnmur.tilgang import Aktor, Handling, vurder
from fotfeste.regelverk.egenmelding import Telling


@dataclass(frozen=True, slots=True)
class Stoppvisning:
    """One question about egenmelding on the page: what stands, what hinders it, and what the actor may do."""

    stopp: Egenmeldingsstopp
    kommandoer: frozenset[str]
    hindringer: list[Fagfeil]
    beslutninger: list[Egenmeldingsbeslutning]
    brevene: dict[UUID, Brev] = field(default_factory=dict)

    @property
    def med_brev(self) -> list[tuple[Egenmeldingsbeslutning, Brev | None]]:
        """The decisions that can be complained of with their letters; the right given back alone."""
        return [
            (en, self.brevene.get(en.brev_id) if en.slag != Beslutningsslag.OPPHEVET else None)
            for en in self.beslutninger
        ]

    @property
    def i_kraft(self) -> bool:
        return self.stopp.status in I_KRAFT

    @property
    def hviler(self) -> bool:
        """Whether it stands and nobody has assessed it anew in time."""
        senest = self.stopp.vurderes_senest
        return self.i_kraft and senest is not None and senest < klokke.i_dag()

    @property
    def er_revurdert(self) -> bool:
        """Whether somebody has written a new assessment since the last decision."""
        siste = self.beslutninger[-1] if self.beslutninger else None
        return bool(siste and self.stopp.revurdert and self.stopp.revurdert >= siste.dato and self.stopp.revurdering)


@dataclass(frozen=True, slots=True)
class Kravvisning:
    """An egenmelding asked for in writing, and what the actor may do about it."""

    krav: Egenmeldingsbekreftelse
    kommandoer: frozenset[str]
    brev: Brev | None = None

    @property
    def er_forfalt(self) -> bool:
        return self.krav.status == Bekreftelsesstatus.BEDT and self.krav.frist < klokke.i_dag()


@dataclass(frozen=True, slots=True)
class Egenmeldingsside:
    """Everything the office's page shows. `telling` None before the programme is granted."""

    sak: Sak
    telling: Telling | None
    apne: list[Stoppvisning] = field(default_factory=list)
    tidligere: list[Stoppvisning] = field(default_factory=list)
    krav: list[Kravvisning] = field(default_factory=list)
    kan_starte: list[Gjelder] = field(default_factory=list)
    kan_registrere: bool = False


def egenmelding_side(aktor: Aktor, sak_id: UUID) -> Egenmeldingsside:
    """The page of the case's egenmelding. Raises IkkeTilgang."""
    sak = sak_hent(aktor, sak_id, Handling.VEDTAK_LES)
    dag = klokke.i_dag()
    stoppene = list(_med_beslutninger(sak.egenmeldingsstopp.all()))
    kravene = _i_saken(sak, sak.egenmeldingsbekreftelser.all())
    besluttet = [en.brev_id for stopp in stoppene for en in stopp.beslutninger.all()]
    brevene = brev_av([*besluttet, *(krav.brev_id for krav in kravene if krav.bestemt)])
    alle = [_vis(aktor, sak, stopp, dag, brevene) for stopp in stoppene]
    apne = [ett for ett in alle if ett.stopp.status in APNE]
    kan = vurder(aktor, Handling.VEDTAK_FORBERED, sak).tillatt
    return Egenmeldingsside(
        sak=sak,
        telling=tellingen(sak, dag),
        apne=apne,
        tidligere=[ett for ett in alle if ett.stopp.status not in APNE],
        krav=[
            Kravvisning(
                krav,
                frozenset(o.kommando for o in EGENMELDINGSBEKREFTELSE.mulige(aktor, krav)),
                brevene.get(krav.brev_id) if krav.brev_id else None,
            )
            for krav in kravene
        ],
        kan_starte=[g for g in Gjelder if kan and sak.er_apen and not any(ett.stopp.gjelder == g for ett in apne)],
        kan_registrere=kan,
    )


def _med_beslutninger(rader: QuerySet[Egenmeldingsstopp]) -> QuerySet[Egenmeldingsstopp]:
    return rader.select_related("saksbehandler", "revurdert_av").prefetch_related(
        "beslutninger__besluttet_av", "utsettelser"
    )


def _i_saken(sak: Sak, rader: QuerySet[Egenmeldingsbekreftelse]) -> list[Egenmeldingsbekreftelse]:
    ut = list(rader)
    for rad in ut:
        rad.sak = sak
    return ut


def _vis(aktor: Aktor, sak: Sak, stopp: Egenmeldingsstopp, dag: date, brevene: dict[UUID, Brev]) -> Stoppvisning:
    stopp.sak = sak
    kommandoer = frozenset(o.kommando for o in EGENMELDINGSSTOPP.mulige(aktor, stopp))
    return Stoppvisning(
        stopp=stopp,
        kommandoer=kommandoer,
        hindringer=hindringer(stopp, dag) if stopp.status in UNDER_ARBEID else [],
        beslutninger=list(stopp.beslutninger.all()),
        brevene=brevene,
    )


def stopp_hent(aktor: Aktor, stopp_id: UUID) -> Egenmeldingsstopp:
    """One question the actor may read about. Raises IkkeTilgang."""
    stopp = Egenmeldingsstopp.objects.select_related("sak__person", "sak__kontor").filter(pk=stopp_id).first()
    if stopp is None:
        raise IkkeTilgang("spørsmålet om egenmelding finnes ikke")
    spor(aktor, Handling.VEDTAK_LES, stopp, person_id=stopp.sak.person_id, sak_id=stopp.sak_id)
    return stopp


def krav_hent(aktor: Aktor, krav_id: UUID) -> Egenmeldingsbekreftelse:
    """One egenmelding asked for in writing. Raises IkkeTilgang."""
    krav = Egenmeldingsbekreftelse.objects.select_related("sak__person", "sak__kontor").filter(pk=krav_id).first()
    if krav is None:
        raise IkkeTilgang("kravet om bekreftelse finnes ikke")
    spor(aktor, Handling.TIMELISTE_FYLL, krav, person_id=krav.sak.person_id, sak_id=krav.sak_id)
    return krav


# The participant


def egne_stopp(aktor: Aktor) -> list[Egenmeldingsstopp]:
    """What the participant has been told of and can answer, or what stands, in their own cases."""
    rader = (
        Egenmeldingsstopp.objects.filter(
            sak__person__bruker=aktor.krev_bruker(),
            status__in=[Stoppstatus.VARSLET, Stoppstatus.TIL_BESLUTNING, *I_KRAFT],
        )
        .select_related("sak__person", "sak__kontor", "saksbehandler")
        .prefetch_related("utsettelser")
        .order_by("-opprettet")
    )
    return list(rader)


def egne_krav(aktor: Aktor) -> list[Egenmeldingsbekreftelse]:
    """The egenmeldinger the participant is asked to confirm."""
    return list(
        Egenmeldingsbekreftelse.objects.filter(
            sak__person__bruker=aktor.krev_bruker(), status=Bekreftelsesstatus.BEDT
        ).select_related("sak__person", "sak__kontor")
    )
