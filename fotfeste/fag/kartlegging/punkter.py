"""The five points of NAV-loven § 14 a first paragraph, in words: to the caseworker, and to the participant.

The points ask what the statute asks; the conversation questions are the ones the offices use to get there.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from fotfeste.fag.kartlegging.enums import Funnslag
from fotfeste.regelverk.rettskilde import Rettsgrunnlag, Rettskilde

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


@dataclass(frozen=True, slots=True)
class Punkt:
    """One point: its letter in the act, the fields that answer it, its questions in plain words, its findings."""

    bokstav: str
    tittel: StrOrPromise
    spor_deltaker: StrOrPromise
    hjelp_deltaker: StrOrPromise
    slag: Funnslag

    @property
    def felt(self) -> str:
        return f"punkt_{self.bokstav}"

    @property
    def deltakerfelt(self) -> str:
        return f"deltaker_{self.bokstav}"

    @property
    def steg(self) -> str:
        """The step of the guidance (fag/veiledning/steg/kartlegging.py)."""
        return f"aev.{self.bokstav}"

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
        Funnslag.RESSURS,
    ),
    Punkt(
        "b",
        _("Hva slags arbeid som er målet"),
        _("Hva vil du jobbe med?"),
        _("Skriv om en jobb du ønsker deg. Det gjør ikke noe om du er usikker."),
        Funnslag.ONSKE,
    ),
    Punkt(
        "c",
        _("Behov for bistand for å komme i arbeid"),
        _("Hva trenger du hjelp til for å komme i jobb?"),
        _("Det kan være språk, skole, helse, barnepass, økonomi eller noe helt annet."),
        Funnslag.BEHOV,
    ),
    Punkt(
        "d",
        _("Om arbeidsevnen er nedsatt, og hvor mye"),
        _("Hva gjør det vanskelig for deg å jobbe?"),
        _("Skriv bare det du vil fortelle. Det kan være helse, omsorg, bolig eller gjeld."),
        Funnslag.HINDRING,
    ),
    Punkt(
        "e",
        _("Hva slags bistand som er aktuell"),
        _("Hva slags hjelp tror du ville virke for deg?"),
        _("Hva har hjulpet før? Hva vil du prøve nå?"),
        Funnslag.BISTAND,
    ),
)

PUNKTFELTER = tuple(punkt.felt for punkt in PUNKTER)
DELTAKERFELTER = tuple(punkt.deltakerfelt for punkt in PUNKTER)
PUNKT_FOR = {punkt.slag: punkt for punkt in PUNKTER}
"""The point each kind of finding belongs under."""
