"""The guidance of a step, for the components beside its field."""

from __future__ import annotations

from typing import Any, NamedTuple

from django import template
from django.urls import reverse

from fotfeste.fag.sak.models import Sak
from fotfeste.fag.veiledning.models import Avvik
from fotfeste.fag.veiledning.selectors import Rutinebilde, avvik_i_saken, rutiner_ved_feltet
from fotfeste.fag.veiledning.steg import STEG
from fotfeste.fag.veiledning.typer import Rad, Steg
from fotfeste.grunnmur.tilgang import Handling, vurder
from fotfeste.regelverk.styrke import Styrke

register = template.Library()


class Vist(NamedTuple):
    """A step's guidance as it is drawn: must, should and may apart, and the house's own routine."""

    steg: Steg
    skal: list[Rad]
    bor: list[Rad]
    kan: list[Rad]
    rutine: Rutinebilde | None


@register.simple_tag(takes_context=True)
def veiledning(context: dict[str, Any], steg: str) -> Vist:
    """The step's guidance. KeyError for a step that does not exist: a page asks only for its own."""
    funnet = STEG[steg]
    rader = {styrke: [rad for rad in funnet.rader if rad.styrke == styrke] for styrke in Styrke}
    rutine = _rutinene(context).get(steg)
    return Vist(funnet, rader[Styrke.SKAL], rader[Styrke.BOR], rader[Styrke.KAN], rutine)


def _rutinene(context: dict[str, Any]) -> dict[str, Rutinebilde]:
    """The routines of the actor's municipality, asked for once a page."""
    request, aktor = context.get("request"), context.get("aktor")
    if aktor is None or request is None:
        return {}
    if not hasattr(request, "rutinene"):
        request.rutinene = rutiner_ved_feltet(aktor)
    rutinene: dict[str, Rutinebilde] = request.rutinene
    return rutinene


class Avviksvalg(NamedTuple):
    """What can be said of a step in a case: the rows one should do, what is said, and where it is sent."""

    rader: list[tuple[int, Rad]]
    meldt: list[Avvik]
    adresse: str


@register.simple_tag(takes_context=True)
def avviksvalg(context: dict[str, Any], sak: Sak, steg: str) -> Avviksvalg:
    """The step's deviations in the case; no address for someone who may not write one."""
    aktor = context["aktor"]
    rader = [(nummer, rad) for nummer, rad in enumerate(STEG[steg].rader) if rad.styrke == Styrke.BOR]
    kan = vurder(aktor, Handling.OPPFOLGING_SKRIV, sak).tillatt
    adresse = reverse("kontor:avvik_meld", args=[sak.pk, steg]) if kan else ""
    return Avviksvalg(rader, avvik_i_saken(aktor, sak.pk, steg), adresse)
