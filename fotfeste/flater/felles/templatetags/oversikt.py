"""The case header's facts, from the overview: a page that has made the overview already passes it on."""

from __future__ import annotations

from typing import Any, NamedTuple

from django import template
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _

from fotfeste.fag.oversikt.selectors import gjelder_meg, kan_ta, oversikt_en
from fotfeste.fag.oversikt.typer import Oppgave, Oversikt, Part
from fotfeste.fag.sak.models import Sak
from fotfeste.grunnmur.gjoremal import Gjoremalrad
from fotfeste.grunnmur.tilgang import Aktor, Handling, vurder

register = template.Library()


@register.simple_tag(takes_context=True)
def saksoversikt(context: dict[str, Any], sak: Sak) -> Oversikt:
    """The overview the page has made, or a new one (a constant number of queries)."""
    ferdig = context.get("oversikt")
    return ferdig if isinstance(ferdig, Oversikt) and ferdig.sak.pk == sak.pk else oversikt_en(sak)


class Vist(NamedTuple):
    """An open task as this actor sees it: whom it waits for in words, and the step's address when they may take it."""

    oppgave: Oppgave
    pa: str
    min: bool
    adresse: str


@register.simple_tag
def vist(aktor: Aktor, oversikt: Oversikt, oppgave: Oppgave) -> Vist:
    """The task in the actor's words."""
    mitt = gjelder_meg(aktor, oversikt, oppgave)
    adresse = steg_adresse(oppgave, oversikt.sak) if kan_ta(aktor, oversikt, oppgave) else ""
    return Vist(oppgave, _("deg") if mitt else _pa(oversikt, oppgave), mitt, adresse)


def _pa(oversikt: Oversikt, oppgave: Oppgave) -> str:
    if oppgave.part == Part.DELTAKER:
        return oversikt.sak.person.fornavn
    if oppgave.part == Part.BESLUTTER:
        return _("beslutter")
    return oversikt.fast_kontakt.navn if oversikt.fast_kontakt else _("kontoret")


@register.filter
def steg_adresse(oppgave: Oppgave, sak: Sak) -> str:
    """The address of the task's step; empty where the page does not exist."""
    try:
        maned = [oppgave.maned.year, oppgave.maned.month] if oppgave.maned else []
        return reverse(f"kontor:{oppgave.steg.side}", args=[sak.pk, *maned])
    except NoReverseMatch:
        return ""


@register.simple_tag
def los_adresse(lost: Gjoremalrad) -> str:
    """The address of a loose task's page; empty where the page does not exist."""
    try:
        return reverse(f"kontor:{lost.side}", args=lost.args)
    except NoReverseMatch:
        return ""


@register.simple_tag
def kan(aktor: Aktor, handling: str, sak: Sak) -> bool:
    """Whether the actor may do `handling` to the case."""
    return vurder(aktor, Handling(handling), sak).tillatt
