"""Egenmelding: the notice, the answer, the decision, the new assessment within six months, and what § 7 asks for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import OuterRef, Subquery
from django.utils.translation import gettext as _

from fotfeste.fag.egenmelding.enums import APNE, I_KRAFT, Bekreftelsesstatus, Stoppstatus
from fotfeste.fag.egenmelding.models import Egenmeldingsbekreftelse, Egenmeldingsbeslutning, Egenmeldingsstopp
from fotfeste.fag.oversikt.bidrag.typer import Bidrag
from fotfeste.fag.oversikt.typer import Frist, Oppgave, Part, Steg
from fotfeste.fag.sak.utvalg import rader_i
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.leseord import dato_ord
from fotfeste.grunnmur.tilgang import Handling

if TYPE_CHECKING:
    from fotfeste.fag.oversikt.fakta import Fakta

_FORBERED, _BESLUTT = Handling.VEDTAK_FORBERED, Handling.VEDTAK_BESLUTT


@dataclass
class Egenmelding:
    """What is open in one case: the questions of § 8, and the egenmeldinger asked for in writing (§ 7)."""

    stopp: list[Egenmeldingsstopp] = field(default_factory=list)
    krav: list[Egenmeldingsbekreftelse] = field(default_factory=list)


def _hent(ider: Sequence[UUID]) -> Mapping[UUID, Egenmelding]:
    """Two queries at most."""
    ut: defaultdict[UUID, Egenmelding] = defaultdict(Egenmelding)
    siste = Egenmeldingsbeslutning.objects.filter(stopp=OuterRef("pk")).order_by("-dato", "-opprettet")
    rader = rader_i(ider, Egenmeldingsstopp).filter(status__in=sorted(APNE))
    for stopp in rader.annotate(sist_besluttet=Subquery(siste.values("dato")[:1])):
        ut[stopp.sak_id].stopp.append(stopp)
    for krav in rader_i(ider, Egenmeldingsbekreftelse).filter(status=Bekreftelsesstatus.BEDT):
        ut[krav.sak_id].krav.append(krav)
    return ut


def _oppgaver(fakta: Fakta, egne: Egenmelding | None) -> Iterable[Oppgave]:
    for stopp in egne.stopp if egne else ():
        yield from _i_kraft(fakta, stopp) if stopp.status in I_KRAFT else _under_arbeid(fakta, stopp)
    for krav in egne.krav if egne else ():
        yield _krav(fakta, krav)


def _under_arbeid(fakta: Fakta, stopp: Egenmeldingsstopp) -> Iterator[Oppgave]:
    eier, siden = stopp.saksbehandler_id, klokke.dagen(stopp.opprettet)
    if stopp.status == Stoppstatus.TIL_BESLUTNING:
        yield Oppgave(
            "egenmelding_beslutt",
            _("Et spørsmål om egenmelding er klart til beslutning"),
            Part.BESLUTTER,
            klokke.dagen(stopp.sendt) if stopp.sendt else siden,
            Steg("egenmelding", _("Les og bestem"), _BESLUTT),
            utelukket_id=eier,
        )
    elif stopp.uttalefrist and not stopp.er_hort(fakta.dag):
        yield Oppgave(
            "egenmelding_horing",
            _("Deltakeren kan svare om egenmelding til %(dag)s") % {"dag": dato_ord(stopp.uttalefrist)},
            Part.DELTAKER,
            stopp.forhandsvarsel,
            Steg("egenmelding", _("Registrer svaret"), _FORBERED),
            stopp.uttalefrist,
            eier_id=eier,
        )
    else:
        hva = _("Svaret om egenmelding er kommet, eller fristen er ute")
        if stopp.forhandsvarsel is None:
            hva = _("Varselet om egenmelding er ikke sendt")
        steg = Steg("egenmelding", _("Gå til egenmelding"), _FORBERED)
        yield Oppgave("egenmelding", hva, Part.VEILEDER, siden, steg, mer=stopp.returgrunn[:120], eier_id=eier)


def _i_kraft(fakta: Fakta, stopp: Egenmeldingsstopp) -> Iterator[Oppgave]:
    """The new assessment the law asks for within six months; somebody else decides when it is to stand."""
    senest = stopp.vurderes_senest
    if senest is None or senest - fakta.dager("egenmelding_vurderes_dager") > fakta.dag:
        return
    er_ute = senest < fakta.dag
    hva = _("Vurder retten til egenmelding på nytt")
    if er_ute:
        hva = _("Retten til egenmelding skulle vært vurdert på nytt")
    mer = _("Til det er gjort, kan deltakeren bruke egenmelding") if er_ute else ""
    begynner = senest - fakta.dager("egenmelding_vurderes_dager")
    besluttet = stopp.sist_besluttet  # type: ignore[attr-defined]
    if stopp.revurdert and stopp.revurdering and besluttet and stopp.revurdert >= besluttet:
        yield Oppgave(
            "egenmelding_oppretthold",
            _("Den nye vurderingen av egenmelding er skrevet"),
            Part.BESLUTTER,
            stopp.revurdert,
            Steg("egenmelding", _("Les og bestem"), _BESLUTT),
            frist=senest,
            mer=mer,
            utelukket_id=stopp.revurdert_av_id,
        )
        return
    steg = Steg("egenmelding", _("Vurder på nytt"), _FORBERED)
    yield Oppgave("egenmelding_revurder", hva, Part.VEILEDER, begynner, steg, frist=senest, mer=mer)


def _krav(fakta: Fakta, krav: Egenmeldingsbekreftelse) -> Oppgave:
    if krav.frist < fakta.dag:
        steg = Steg("egenmelding", _("Gå til egenmelding"), Handling.TIMELISTE_GODKJENN)
        return Oppgave(
            "egenmelding_ubekreftet",
            _("En egenmelding er ikke bekreftet skriftlig"),
            Part.VEILEDER,
            krav.frist,
            steg,
            frist=krav.frist,
            husets_frist=True,
        )
    return Oppgave(
        "egenmelding_bekreft",
        _("Deltakeren skal bekrefte en egenmelding innen %(dag)s") % {"dag": dato_ord(krav.frist)},
        Part.DELTAKER,
        krav.bedt,
        Steg("egenmelding", _("Registrer bekreftelsen"), Handling.TIMELISTE_FYLL),
        frist=krav.frist,
        husets_frist=True,
    )


def _frister(fakta: Fakta, egne: Egenmelding | None) -> Iterable[Frist]:
    for stopp in egne.stopp if egne else ():
        if stopp.status in I_KRAFT and stopp.vurderes_senest and stopp.vurderes_senest >= fakta.dag:
            yield Frist(
                stopp.vurderes_senest,
                _("Må ha legeerklæring fra første dag. Vurderes på nytt senest da"),
                "forskriften § 8",
            )


BIDRAG = Bidrag("egenmelding", _hent, _oppgaver, _frister, sjeldne=(Egenmeldingsstopp, Egenmeldingsbekreftelse))
