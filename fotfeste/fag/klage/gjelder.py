"""The decision a complaint is about, whichever record it is: a `Vedtak`, a deduction (§ 40), or on egenmelding."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils import translation
from django.utils.translation import gettext as _

from fotfeste.fag.brev.maler.klage import avgjorelse_i_brev
from fotfeste.fag.brev.models import Brev
from fotfeste.fag.brev.selectors import brev_av
from fotfeste.fag.egenmelding.enums import I_KRAFT, Bekreftelsesstatus, Beslutningsslag, Stoppstatus
from fotfeste.fag.egenmelding.models import Egenmeldingsbekreftelse, Egenmeldingsbeslutning
from fotfeste.fag.klage.enums import Klagetiltak
from fotfeste.fag.krav.dekning import dekning
from fotfeste.fag.krav.enums import Kravstatus
from fotfeste.fag.krav.models import Krav
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.vedtak.enums import Vedtaksstatus, Vedtakstype
from fotfeste.fag.vedtak.models import Vedtak

Avgjorelse = Vedtak | Krav | Egenmeldingsbeslutning | Egenmeldingsbekreftelse
AVGJORELSER = ("vedtak", "krav", "egenmelding", "bekreftelse")
"""The complaint's columns for them. One is filled."""

MED_AVGJORELSEN = (*AVGJORELSER, "egenmelding__stopp")
"""What a query on complaints reads along, so that none is asked of each."""


@dataclass(frozen=True, slots=True)
class Paklaget:
    """What the rest of the room asks of the decision.

    `felt` is the complaint's own column for it, `tittel` what it is called on a page, `hva` what a letter calls it, and
    `om` what it is about where «vedtaket» does not say it. `hinder` is why it cannot be complained of; empty: it can.
    `virker` is whether it still works as it was decided; a `Vedtak` is changed by a new one, and is not asked.
    """

    post: Avgjorelse
    felt: str
    tittel: str
    dato: date | None
    saksbehandler_id: UUID | None
    beslutter_id: UUID | None
    brev_id: UUID | None
    hinder: str = ""
    hva: str = "vedtaket"
    om: str = ""
    virker: bool = False

    @property
    def tiltak(self) -> tuple[Klagetiltak, ...]:
        """What can be done to it without a new decision; none where a `Vedtak` takes a new one, or nothing is left."""
        match self.post:
            case Krav():
                return _tiltak_mot_trekket(self.post)
            case Egenmeldingsbeslutning() if self.virker:
                return (Klagetiltak.GI_TILBAKE,)
            case Egenmeldingsbekreftelse() if self.virker:
                return (Klagetiltak.LA_GJELDE,)
        return ()

    @property
    def pk(self) -> UUID:
        return self.post.pk

    @property
    def sak(self) -> Sak:
        return self.post.sak

    @property
    def kode(self) -> str:
        """What the forms send."""
        return f"{self.felt}:{self.pk}"

    @property
    def i_brev(self) -> str:
        """The decision with its day, as letters name it."""
        return avgjorelse_i_brev(self.hva, self.dato, self.om) if self.dato else self.hva

    @property
    def i_tidslinjen(self) -> str:
        """The title as it is kept, in bokmål whoever reads the pages."""
        with translation.override("nb"):
            return paklaget(self.post).tittel.lower()

    @property
    def vedtak(self) -> Vedtak | None:
        return self.post if isinstance(self.post, Vedtak) else None

    def underrettet(self, brevene: Mapping[UUID, Brev] | None = None) -> date | None:
        """The day the notice reached the party: as recorded on a `Vedtak`, else as its letter says."""
        if isinstance(self.post, Vedtak):
            return self.post.underrettet
        return kom_fram(self.brev_id, brevene)


def kom_fram(dokument: UUID | None, brevene: Mapping[UUID, Brev] | None = None) -> date | None:
    """The day the letter reached the party, from those read already or else from the database."""
    if dokument is None:
        return None
    brev = (brev_av([dokument]) if brevene is None else brevene).get(dokument)
    return brev.kom_fram if brev else None


def paklaget(post: Avgjorelse) -> Paklaget:
    """The decision as a complaint sees it."""
    match post:
        case Vedtak():
            return _vedtaket(post)
        case Krav():
            return _trekket(post)
        case Egenmeldingsbeslutning():
            return _beslutningen(post)
        case Egenmeldingsbekreftelse():
            return _bortfallet(post)


def _vedtaket(vedtak: Vedtak) -> Paklaget:
    fattet = vedtak.status == Vedtaksstatus.FATTET and vedtak.dato
    return Paklaget(
        post=vedtak,
        felt="vedtak",
        tittel=str(Vedtakstype(vedtak.type).label),
        dato=vedtak.dato,
        saksbehandler_id=vedtak.saksbehandler_id,
        beslutter_id=vedtak.beslutter_id,
        brev_id=vedtak.brev_id,
        hinder="" if fattet else _("Det kan bare klages på et vedtak som er fattet."),
    )


def _trekket(krav: Krav) -> Paklaget:
    return Paklaget(
        post=krav,
        felt="krav",
        tittel=_("Trekk i stønaden"),
        dato=krav.bestemt,
        saksbehandler_id=krav.saksbehandler_id,
        beslutter_id=krav.beslutter_id,
        brev_id=krav.brev_id,
        hinder="" if krav.bestemt else _("Det er ikke bestemt noe trekk ennå. Da er det ikke noe å klage på."),
        hva="avgjørelsen",
        om="trekk i stønaden",
        virker=krav.status == Kravstatus.BESTEMT,
    )


def _tiltak_mot_trekket(krav: Krav) -> tuple[Klagetiltak, ...]:
    """What was deducted before the outcome can be given back, also when nothing is left to deduct."""
    if krav.status not in {Kravstatus.BESTEMT, Kravstatus.NEDBETALT, Kravstatus.FRAFALT}:
        return ()
    gi_tilbake = (Klagetiltak.TILBAKEFOR,) if dekning(krav).fra_deltakeren else ()
    if krav.status != Kravstatus.BESTEMT:
        return gi_tilbake
    return (Klagetiltak.FRAFALL, *gi_tilbake, Klagetiltak.ENDRE_PLAN)


def _beslutningen(beslutning: Egenmeldingsbeslutning) -> Paklaget:
    gitt_tilbake = beslutning.slag == Beslutningsslag.OPPHEVET
    return Paklaget(
        post=beslutning,
        felt="egenmelding",
        tittel=str(Stoppstatus(beslutning.slag).label),
        dato=beslutning.dato,
        saksbehandler_id=beslutning.forberedt_av_id,
        beslutter_id=beslutning.besluttet_av_id,
        brev_id=beslutning.brev_id,
        hinder=_("Retten til egenmelding er gitt tilbake. Da er det ikke noe å klage på.") if gitt_tilbake else "",
        hva="avgjørelsen",
        om="egenmelding",
        virker=beslutning.stopp.status in I_KRAFT,
    )


def _bortfallet(krav: Egenmeldingsbekreftelse) -> Paklaget:
    bestemt = krav.bestemt is not None
    return Paklaget(
        post=krav,
        felt="bekreftelse",
        tittel=_("Egenmelding som ikke ble bekreftet"),
        dato=krav.bestemt,
        saksbehandler_id=krav.bestemt_av_id,
        beslutter_id=krav.bestemt_av_id,
        brev_id=krav.brev_id,
        hinder="" if bestemt else _("Det er ikke bestemt noe om disse dagene. Da er det ikke noe å klage på."),
        hva="avgjørelsen",
        om="egenmelding som ikke ble bekreftet",
        virker=krav.status == Bekreftelsesstatus.BORTFALT,
    )
