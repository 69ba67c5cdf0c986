"""The participant's own view: one question at a time, or five short ones; and what is not right in the assessment."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from fotfeste.fag.kartlegging.egenvurderinger import Svarinn
from fotfeste.fag.kartlegging.models import Arbeidsevnevurdering, Egensvar
from fotfeste.fag.kartlegging.punkter import DELTAKERFELTER, PUNKTER
from fotfeste.fag.kartlegging.sporsmal import Sporsmal
from fotfeste.flater.felles.skjema import Skjema, Tekstfelt


class EgetSynSkjema(Skjema):
    """Five questions; none has to be answered."""

    deltaker_a, deltaker_b, deltaker_c, deltaker_d, deltaker_e = (
        Tekstfelt(label=punkt.spor_deltaker, help_text=punkt.hjelp_deltaker, required=False) for punkt in PUNKTER
    )

    def __init__(self, *args: Any, vurdering: Arbeidsevnevurdering, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {felt: getattr(vurdering, felt) for felt in DELTAKERFELTER})
        super().__init__(*args, **kwargs)


class Sporsmalskjema(Skjema):
    """One question of the self-assessment: ticks, own words, or «talk with me about this»."""

    betingede = frozenset({"valg", "tekst"})

    def __init__(self, *args: Any, sporsmal: Sporsmal, svar: Egensvar | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if sporsmal.valg:
            self.fields["valg"] = forms.MultipleChoiceField(
                label=_("Velg det som passer"),
                choices=sporsmal.valg,
                required=False,
                widget=forms.CheckboxSelectMultiple(attrs={"class": "ds-input"}),
                initial=svar.valg if svar else [],
            )
        self.fields["tekst"] = Tekstfelt(
            label=_("Skriv mer hvis du vil") if sporsmal.valg else _("Svaret ditt"),
            required=False,
            initial=svar.tekst if svar else "",
        )
        self.fields["snakk_om"] = forms.BooleanField(
            label=_("Snakk heller med meg om dette"),
            required=False,
            initial=bool(svar and svar.snakk_om),
            widget=forms.CheckboxInput(attrs={"class": "ds-input"}),
        )

    def svaret(self, verdier: dict[str, Any]) -> Svarinn:
        """The answer as the command takes it."""
        return Svarinn(tuple(verdier.get("valg", ())), verdier["tekst"], verdier["snakk_om"])


class StemmerIkke(Skjema):
    """What is not right in a point."""

    tekst = Tekstfelt(label=_("Hva er det som ikke stemmer?"), help_text=_("Du kan skrive på ditt eget språk."))
