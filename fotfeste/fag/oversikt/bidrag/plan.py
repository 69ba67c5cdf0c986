"""The individual plan's part of the overview: the offer, the answer, and the plan's own next step."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import F
from django.utils.translation import gettext as _

from fotfeste.fag.oversikt.bidrag.typer import Bidrag
from fotfeste.fag.oversikt.typer import Frist, Oppgave, Part, Steg
from fotfeste.fag.plan.enums import APNE, SKRIVES, Planstatus, Plansvar
from fotfeste.fag.plan.models import IndividuellPlan, Plansvaret, Plantilbud
from fotfeste.fag.plan.selectors import Tilbudsbilde, tilbud_for
from fotfeste.fag.vedtak.enums import Vedtakstype
from fotfeste.grunnmur.tilgang import Handling

if TYPE_CHECKING:
    from fotfeste.fag.oversikt.fakta import Fakta

FORBEREDES = timedelta(days=14)
"""How long before its day a revision is begun with."""


@dataclass(frozen=True)
class Plandel:
    """What the overview needs: how the offer stands, and the person's open plan."""

    tilbud: Tilbudsbilde
    plan: IndividuellPlan | None = None


def _hent(sak_ids: Sequence[UUID]) -> Mapping[UUID, Plandel]:
    apne = IndividuellPlan.objects.filter(status__in=APNE, person__saker__in=sak_ids)
    planer = {plan.for_sak: plan for plan in apne.annotate(for_sak=F("person__saker"))}
    return {sak_id: Plandel(tilbud, planer.get(sak_id)) for sak_id, tilbud in tilbud_for(sak_ids).items()}


def _innvilget(fakta: Fakta) -> date | None:
    return min((v.dato for v in fakta.fattede if v.type == Vedtakstype.INNVILGELSE and v.dato), default=None)


def _oppgaver(fakta: Fakta, del_: Plandel | None) -> Iterable[Oppgave]:
    if del_ is None:
        return
    if del_.plan is None and fakta.sak.er_apen and (fra := _innvilget(fakta)):
        yield from _tilbudet(fakta, del_.tilbud, fra)
    if del_.plan is not None and (fakta.sak.er_apen or del_.plan.sak_id == fakta.sak.pk):
        yield from _planen(fakta, del_.plan)


def _tilbudet(fakta: Fakta, tilbud: Tilbudsbilde, innvilget: date) -> Iterator[Oppgave]:
    svar = tilbud.siste_svar
    if svar is not None and svar.svar == Plansvar.ONSKET:
        yield _oppgave("ip_begynn", _("Begynn på den individuelle planen"), svar.dato, _("Begynn på planen"))
    elif svar is not None and svar.svar == Plansvar.IKKE_ONSKET:
        return
    elif tilbud.bare_brev and tilbud.tilbudt:
        yield _oppgave(
            "ip_snakk",
            _("Individuell plan er tilbudt i brev: snakk om det"),
            tilbud.tilbudt,
            _("Tilby i en samtale"),
            innvilget + fakta.dager("ip_tilbys_dager"),
        )
    elif tilbud.i_samtale:
        yield _oppgave(
            "ip_svar", _("Spør hva deltakeren svarer om individuell plan"), tilbud.i_samtale.dato, _("Skriv ned svaret")
        )
    elif fakta.dag >= innvilget + fakta.dager("ip_tilbys_dager"):
        yield _oppgave(
            "ip_tilby",
            _("Individuell plan er ikke tilbudt"),
            innvilget,
            _("Tilby i en samtale"),
            innvilget + fakta.dager("ip_tilbys_dager"),
        )


def _planen(fakta: Fakta, plan: IndividuellPlan) -> Iterator[Oppgave]:
    if plan.status == Planstatus.I_KRAFT:
        if plan.neste_revisjon and fakta.dag >= plan.neste_revisjon - FORBEREDES:
            yield _oppgave(
                "ip_revider",
                _("Se på den individuelle planen igjen"),
                plan.neste_revisjon - FORBEREDES,
                _("Gå gjennom planen"),
                plan.neste_revisjon,
            )
    elif plan.status in SKRIVES and plan.godtatt:
        yield _oppgave("ip_i_kraft", _("Sett den individuelle planen i kraft"), plan.godtatt, _("Gå til planen"))
    else:
        yield _oppgave("ip_skriv", _("Gjør den individuelle planen ferdig"), plan.opprettet.date(), _("Gå til planen"))


def _oppgave(slag: str, hva: str, siden: date, knapp: str, frist: date | None = None) -> Oppgave:
    """The law asks for the offer and for the next look at the plan; the days are the municipality's and the plan's."""
    steg = Steg("individuell_plan", knapp, Handling.PLAN_SKRIV)
    return Oppgave(slag, hva, Part.VEILEDER, siden, steg, frist=frist, husets_frist=True)


def _frister(fakta: Fakta, del_: Plandel | None) -> Iterable[Frist]:
    if del_ is not None and del_.plan is not None and del_.plan.neste_revisjon and fakta.sak.er_apen:
        yield Frist(del_.plan.neste_revisjon, _("Individuell plan ses på igjen"), "IP-forskriften § 9")


BIDRAG = Bidrag("plan", _hent, _oppgaver, _frister, lukkede=True, sjeldne=(Plantilbud, Plansvaret))
