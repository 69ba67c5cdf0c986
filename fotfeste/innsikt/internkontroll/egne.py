"""An office's own criteria: something that is to be there within a time, or never too far apart. Plain Python.

A few forms and no language of rules: what an office can say here, everyone can read and check.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from enum import StrEnum

from fotfeste.innsikt.internkontroll.sak import Sak, lange_opphold, om_dager
from fotfeste.innsikt.internkontroll.typer import Sjekk


class Hva(StrEnum):
    SAMTALE = "samtale"
    MOTE = "mote"
    EVALUERING = "evaluering"
    PLAN = "plan"


class Form(StrEnum):
    INNEN = "innen"
    MINST_HVER = "minst_hver"


def _samtaler(sak: Sak) -> list[date]:
    return [k.dato for k in sak.mappe.kontakter if k.resultat == "gjennomfort"]


def _moter(sak: Sak) -> list[date]:
    ansikt = {"mote", "hjemmebesok", "arbeidsplass"}
    return [k.dato for k in sak.mappe.kontakter if k.resultat == "gjennomfort" and k.kanal in ansikt]


def _evalueringer(sak: Sak) -> list[date]:
    return [en.dato for en in sak.mappe.evalueringer]


def _plan(sak: Sak) -> list[date]:
    plan = sak.mappe.individuell_plan
    return [plan.tilbudt] if plan and plan.tilbudt else []


_DAGER: Mapping[Hva, Callable[[Sak], list[date]]] = {
    Hva.SAMTALE: _samtaler,
    Hva.MOTE: _moter,
    Hva.EVALUERING: _evalueringer,
    Hva.PLAN: _plan,
}


def vurder_eget(sak: Sak, hva: Hva, form: Form, dager: int) -> Iterator[Sjekk]:
    """Whether the case has it, and when it should have been there.

    Within so many days of the start: asked when those days are over, and only while the programme lasted that long.
    """
    if form is Form.MINST_HVER:
        yield from lange_opphold(sak, _DAGER[hva](sak), dager)
    elif sak.start and (frist := om_dager(sak.start, dager)) < sak.slutt_eller_dag:
        yield not any(dag <= frist for dag in _DAGER[hva](sak)), frist
