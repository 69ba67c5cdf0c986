"""Help for the conversation: topics to choose from, and open questions for each kind of meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from fotfeste.fag.oppfolging.enums import Motetype

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

TEMAER: tuple[tuple[str, StrOrPromise], ...] = (
    ("siden_sist", _("Siden sist: hva gikk bra, hva var vanskelig")),
    ("aktivitetene", _("Aktivitetene: hvilke hjelper, hvilke ikke")),
    ("malet", _("Målet: er det fortsatt det rette")),
    ("jobb", _("Jobb: hva du vil søke på, og hvem vi ringer")),
    ("norsk", _("Norsk og opplæring")),
    ("helse", _("Helse: hva du trenger for å komme i gang")),
    ("okonomi", _("Økonomi og bolig")),
    ("familie", _("Familie, barn og hverdagen")),
    ("oppmote", _("Oppmøte og timelister")),
    ("videre", _("Det som kommer: evaluering, forlengelse, slutt")),
)
"""Three to five of them, or one's own, make a meeting."""

_FELLES: tuple[StrOrPromise, ...] = (
    _("Hva er det viktigste vi snakker om i dag?"),
    _("Hva har gått bra siden sist?"),
    _("Hva skal til for at du kommer ett steg videre?"),
    _("Hva skal vi gjøre, og hva vil du gjøre selv?"),
)

_EGNE: dict[str, tuple[StrOrPromise, ...]] = {
    Motetype.INFORMASJON: (
        _("Hva vet du om programmet fra før?"),
        _("Hva ville vært annerledes i livet ditt om et år, hvis dette gikk bra?"),
        _("Hva lurer du på før du søker?"),
    ),
    Motetype.KARTLEGGING: (
        _("Fortell om noe du har fått til, hjemme eller på jobb."),
        _("Hva er du god på, som andre kanskje ikke ser?"),
        _("Hva gjør det vanskelig å jobbe nå? Hva kan vi gjøre noe med?"),
    ),
    Motetype.TREPART: (
        _("Hva fungerer på plassen? Hva ser du, og hva ser arbeidsgiveren eller kurset?"),
        _("Hva trenger dere av hverandre, og av NAV?"),
        _("Hvem gjør hva fram til neste møte om en måned?"),
    ),
    Motetype.ARBEIDSGIVER: (
        _("Hvilke oppgaver mestres, og hvilke kan komme neste måned?"),
        _("Hva trenger dere fra oss for å ansette?"),
        _("Hvem på arbeidsplassen kan man spørre når noe er vanskelig?"),
    ),
    Motetype.HJEMMEBESOK: (
        _("Hvordan er en vanlig dag for deg nå?"),
        _("Hva gjør det lettere å komme seg ut om morgenen?"),
        _("Er det noen andre vi burde snakke med?"),
    ),
}


def samtaleguide(type_: str) -> tuple[StrOrPromise, ...]:
    """Open questions for a meeting of the kind."""
    return _EGNE.get(type_, _FELLES)
