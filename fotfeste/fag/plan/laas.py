"""The lock every command on a plan begins with."""

from __future__ import annotations

from fotfeste.fag.plan.models import IndividuellPlan
from fotfeste.fag.plan.overganger import PLAN
from fotfeste.fag.sak.services import sak_las


def las_plan(plan: IndividuellPlan, *, kommando: str, versjon: int | None = None) -> IndividuellPlan:
    """The plan read anew under its case's lock, in a state where `kommando` makes sense."""
    sak = sak_las(plan.sak)
    last = IndividuellPlan.objects.select_for_update(of=("self",)).get(pk=plan.pk)
    last.sak = sak
    PLAN.krev(kommando, last)
    last.krev_versjon(versjon)
    return last


def ikke_lenger_godtatt(plan: IndividuellPlan) -> None:
    """What is changed has to be agreed to again."""
    plan.lagre_endring(godtatt=None, godtatt_hvordan="")
