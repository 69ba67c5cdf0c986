"""Evaluations: the one that is overdue, those to prepare, an early look, and what a conclusion demands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from django.utils.translation import gettext as _

from fotfeste.fag.oppfolging.enums import Evalueringsstatus, Konklusjon
from fotfeste.fag.oppfolging.evalueringsplan import som_holdt
from fotfeste.fag.oppfolging.models import Evaluering
from fotfeste.fag.oversikt.bidrag.typer import Bidrag
from fotfeste.fag.oversikt.typer import Frist, Oppgave, Part, Steg
from fotfeste.fag.sak.enums import Saksstatus
from fotfeste.fag.sak.utvalg import rader_i
from fotfeste.fag.vedtak.enums import Vedtakstype
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.leseord import dato_ord
from fotfeste.grunnmur.tilgang import Handling
from fotfeste.regelverk.evaluering import Holdt, skal_holdes, tidlig, ubesvarte

if TYPE_CHECKING:
    from fotfeste.fag.oversikt.fakta import Fakta

TIDLIG_VARSLES = timedelta(days=14)
"""How long before its day the early look is proposed."""

_SKRIV = Handling.OPPFOLGING_SKRIV


def _hent(ider: Sequence[UUID]) -> Mapping[UUID, list[Evaluering]]:
    """One query."""
    ut: defaultdict[UUID, list[Evaluering]] = defaultdict(list)
    for en in rader_i(ider, Evaluering).order_by("holdt", "opprettet"):
        ut[en.sak_id].append(en)
    return ut


def _holdte(egne: list[Evaluering]) -> list[Holdt]:
    return [holdt for en in egne if (holdt := som_holdt(en))]


def _oppgaver(fakta: Fakta, egne: list[Evaluering] | None) -> Iterable[Oppgave]:
    if fakta.sak.status not in {Saksstatus.INNVILGET, Saksstatus.I_PROGRAM}:
        return
    egne = egne or []
    yield from _skal_holdes(fakta, egne)
    yield from _tidlig(fakta, egne)
    yield from _konklusjonen(fakta, egne)


def _datoer(fakta: Fakta, egne: list[Evaluering]) -> set[date]:
    """The dates of the programme, and those earlier evaluations set."""
    return {en.dato for en in fakta.evalueringer} | {en.neste for en in egne if en.neste}


def _skal_holdes(fakta: Fakta, egne: list[Evaluering]) -> Iterator[Oppgave]:
    vindu = fakta.dager("evaluering_forberedes_dager")
    forbi, kommer = skal_holdes(ubesvarte(_datoer(fakta, egne), _holdte(egne), vindu), fakta.dag, vindu)
    apen = next((en for en in egne if en.status == Evalueringsstatus.FORBEREDES), None)
    mer = _("Deltakeren har svart på spørsmålene") if apen and apen.egen_levert else ""
    if forbi:
        steg = Steg("evaluering_hold", _("Hold evalueringen"), _SKRIV)
        tekst = _("Programmet skulle vært evaluert %(dag)s") % {"dag": dato_ord(forbi)}
        yield _evalueres(tekst, steg, forbi, mer, siden=forbi)
    for dato in kommer:
        steg = Steg("evaluering_hold", _("Forbered evalueringen"), _SKRIV)
        yield _evalueres(_("Programmet skal evalueres"), steg, dato, mer)


def _evalueres(hva: str, steg: Steg, frist: date, mer: str, siden: date | None = None) -> Oppgave:
    """The law asks for evaluations; their dates are those the programme has set."""
    return Oppgave("evaluering", hva, Part.VEILEDER, siden, steg, frist=frist, mer=mer, husets_frist=True)


def venter_pa_deltakeren(fakta: Fakta) -> bool:
    """Whether an evaluation is to be held now that the participant has not prepared."""
    if fakta.sak.status != Saksstatus.I_PROGRAM:
        return False
    egne: list[Evaluering] = fakta.bidrag.get("evaluering") or []
    vindu = fakta.dager("evaluering_forberedes_dager")
    forbi, kommer = skal_holdes(ubesvarte(_datoer(fakta, egne), _holdte(egne), vindu), fakta.dag, vindu)
    svart = any(en.egen_levert and en.status == Evalueringsstatus.FORBEREDES for en in egne)
    return not svart and bool(forbi or kommer)


def _tidlig(fakta: Fakta, egne: list[Evaluering]) -> Iterator[Oppgave]:
    """Where the way in was hasty, an early look is proposed: advice, gone when anything has been evaluated."""
    dag = _tidlig_dag(fakta)
    if dag is None or _holdte(egne) or any(dato <= dag for dato in _datoer(fakta, egne)):
        return
    if dag - TIDLIG_VARSLES <= fakta.dag <= dag + TIDLIG_VARSLES * 3:
        yield Oppgave(
            "tidlig_evaluering",
            _("Inngangen gikk fort: se på programmet tidlig"),
            Part.VEILEDER,
            None,
            Steg("evaluering_hold", _("Evaluer programmet"), _SKRIV),
            frist=dag,
            husets_frist=True,
        )


def _tidlig_dag(fakta: Fakta) -> date | None:
    innvilget = next((v for v in fakta.fattede if v.type == Vedtakstype.INNVILGELSE and not v.innlest), None)
    if innvilget is None or innvilget.dato is None or innvilget.fra is None:
        return None
    mottatt = [s.mottatt for s in fakta.soknader if s.mottatt <= innvilget.dato]
    return tidlig(
        soknad=max(mottatt, default=None),
        vedtak=innvilget.dato,
        start=innvilget.fra,
        rask_dager=int(fakta.valg["rask_inngang_dager"]),
        uker=int(fakta.valg["tidlig_evaluering_uker"]),
    )


def _konklusjonen(fakta: Fakta, egne: list[Evaluering]) -> Iterator[Oppgave]:
    """What the last evaluation of the whole came to must be carried out."""
    holdte = [en for en in egne if en.status == Evalueringsstatus.HOLDT and en.hele_programmet and en.holdt]
    if not holdte or holdte[-1].holdt is None:
        return
    siste, dag = holdte[-1], holdte[-1].holdt
    if siste.konklusjon == Konklusjon.ENDRE and not _endret_siden(fakta, dag):
        yield Oppgave(
            "ny_plan",
            _("Evalueringen sa at programmet skal endres"),
            Part.VEILEDER,
            dag,
            Steg("program", _("Lag ny versjon av programmet"), Handling.PROGRAM_SKRIV),
            frist=dag + fakta.dager("ny_plan_etter_evaluering_dager"),
            mer=f"«{siste.begrunnelse[:120]}»",
            husets_frist=True,
        )
    if siste.konklusjon == Konklusjon.AVSLUTTE and not _avslutning_begynt(fakta):
        yield Oppgave(
            "avslutt_etter_evaluering",
            _("Evalueringen sa at programmet skal avsluttes"),
            Part.VEILEDER,
            dag,
            Steg("vedtak", _("Begynn på vedtaket"), Handling.VEDTAK_FORBERED),
            frist=dag + fakta.dager("ny_plan_etter_evaluering_dager"),
            husets_frist=True,
        )


def _endret_siden(fakta: Fakta, dag: date) -> bool:
    return any(klokke.dagen(program.opprettet) >= dag for program in fakta.programmer)


def _avslutning_begynt(fakta: Fakta) -> bool:
    return any(vedtak.type == Vedtakstype.AVSLUTNING for vedtak in fakta.vedtak)


def _frister(fakta: Fakta, egne: list[Evaluering] | None) -> Iterable[Frist]:
    """The dates earlier evaluations set; the programme's own stand there already."""
    if fakta.sak.status != Saksstatus.I_PROGRAM:
        return
    programmets = {en.dato for en in fakta.evalueringer}
    for en in egne or ():
        if en.neste and en.neste >= fakta.dag and en.neste not in programmets:
            yield Frist(en.neste, _("Evaluering av programmet"), "forskriften § 1")


BIDRAG = Bidrag("evaluering", _hent, _oppgaver, _frister, sjeldne=(Evaluering,))
