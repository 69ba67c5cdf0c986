"""The five points of NAV-loven § 14 a first paragraph, in words: to the caseworker, and to the participant.

The points ask what the statute asks; the conversation questions are the ones the offices use to get there.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from fotfeste.regelverk.rettskilde import Rettsgrunnlag, Rettskilde
from fotfeste.regelverk.styrke import Styrke

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


@dataclass(frozen=True, slots=True)
class Rad:
    """A piece of guidance: must, should or may, and what."""

    styrke: Styrke
    tekst: StrOrPromise


@dataclass(frozen=True, slots=True)
class Punkt:
    """One point: its letter in the act, the two fields that answer it, and the questions in plain words."""

    bokstav: str
    tittel: StrOrPromise
    spor_deltaker: StrOrPromise
    hjelp_deltaker: StrOrPromise
    rad: tuple[Rad, ...]

    @property
    def felt(self) -> str:
        return f"punkt_{self.bokstav}"

    @property
    def deltakerfelt(self) -> str:
        return f"deltaker_{self.bokstav}"

    @property
    def hjemmel(self) -> Rettskilde:
        """NAV-loven § 14 a first paragraph, with the point's letter."""
        return Rettskilde(Rettsgrunnlag.NAVL, "14 a", ledd=1, bokstav=self.bokstav)


PUNKTER = (
    Punkt(
        "a",
        _("Muligheter for å komme i arbeid"),
        _("Hva kan du, og hva liker du å gjøre?"),
        _("Skriv om jobber du har hatt, skole, språk du kan, og ting du er god til."),
        (
            Rad(Styrke.SKAL, _("Svar på hvilke muligheter deltakeren har for å komme i arbeid.")),
            Rad(Styrke.BOR, _("Begynn med ressursene: erfaring, utdanning, språk, nettverk og interesser.")),
            Rad(Styrke.KAN, _("Spør om arbeid og ansvar utenfor arbeidslivet, også i et annet land.")),
        ),
    ),
    Punkt(
        "b",
        _("Hva slags arbeid som er målet"),
        _("Hva vil du jobbe med?"),
        _("Skriv om en jobb du ønsker deg. Det gjør ikke noe om du er usikker."),
        (
            Rad(Styrke.SKAL, _("Si hva slags arbeid som skal være målet.")),
            Rad(Styrke.BOR, _("Ta utgangspunkt i hva deltakeren selv vil, og i hva som finnes av jobber her.")),
        ),
    ),
    Punkt(
        "c",
        _("Behov for bistand for å komme i arbeid"),
        _("Hva trenger du hjelp til for å komme i jobb?"),
        _("Det kan være språk, skole, helse, barnepass, økonomi eller noe helt annet."),
        (
            Rad(Styrke.SKAL, _("Si hva deltakeren trenger hjelp til. Dette punktet blir lettest glemt.")),
            Rad(Styrke.BOR, _("Si hvor ofte og hvor tett. Det avgjør om programmet er nødvendig.")),
        ),
    ),
    Punkt(
        "d",
        _("Om arbeidsevnen er nedsatt, og hvor mye"),
        _("Hva gjør det vanskelig for deg å jobbe?"),
        _("Skriv bare det du vil fortelle. Det kan være helse, omsorg, bolig eller gjeld."),
        (
            Rad(Styrke.SKAL, _("Ta stilling til om arbeidsevnen er nedsatt, og eventuelt hvor mye.")),
            Rad(Styrke.BOR, _("Si hva hindringen betyr i arbeid, ikke bare hva den heter.")),
            Rad(Styrke.BOR, _("Vis hva du bygger det på: samtale, lege, tiltak, praksis.")),
        ),
    ),
    Punkt(
        "e",
        _("Hva slags bistand som er aktuell"),
        _("Hva slags hjelp tror du ville virke for deg?"),
        _("Hva har hjulpet før? Hva vil du prøve nå?"),
        (
            Rad(Styrke.SKAL, _("Nevn hvilken type bistand som kan være aktuell.")),
            Rad(Styrke.KAN, _("Pek på andre ordninger hvis de passer bedre enn programmet.")),
        ),
    ),
)

PUNKTFELTER = tuple(punkt.felt for punkt in PUNKTER)
DELTAKERFELTER = tuple(punkt.deltakerfelt for punkt in PUNKTER)
