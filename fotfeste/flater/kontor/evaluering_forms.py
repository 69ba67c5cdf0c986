"""The form of an evaluation: each activity, the way to the goal, and what it comes to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from fotfeste.fag.oppfolging.enums import Framgang, Konklusjon, Svar
from fotfeste.fag.oppfolging.models import Evaluering
from fotfeste.fag.oppfolging.services import Aktivitetinn, Evalueringinn
from fotfeste.fag.program.enums import Evalueringstype
from fotfeste.flater.felles.skjema import Datofelt, Skjema, Tekstfelt
from fotfeste.grunnmur import klokke


class Evalueringskjema(Skjema):
    """What the two say together. Only what ends the evaluation is demanded, and only then."""

    betingede = frozenset({"framgang", "konklusjon", "begrunnelse", "holdt"})

    holdt = Datofelt(label=_("Når snakket dere sammen?"), required=False, initial=klokke.i_dag)
    type = forms.ChoiceField(label=_("Hva slags evaluering?"), choices=Evalueringstype.choices)
    deltaker_med = forms.BooleanField(label=_("Deltakeren var med"), required=False, initial=True)
    hele_programmet = forms.BooleanField(
        label=_("Vi så på hele programmet"),
        required=False,
        initial=True,
        help_text=_("Ser dere bare på én aktivitet, teller det ikke som evalueringen programmet skal ha."),
    )
    framgang = forms.ChoiceField(
        label=_("Hvor er dere i forhold til målet?"),
        choices=Framgang.choices,
        required=False,
        widget=forms.RadioSelect,
    )
    vurdering = Tekstfelt(
        label=_("Hva har endret seg siden sist?"), required=False, help_text=_("Deltakeren leser dette.")
    )
    konklusjon = forms.ChoiceField(
        label=_("Hva kom dere til?"), choices=Konklusjon.choices, required=False, widget=forms.RadioSelect
    )
    begrunnelse = Tekstfelt(
        label=_("Hvorfor?"),
        required=False,
        help_text=_("Deltakeren leser dette."),
        widget=forms.Textarea(attrs={"rows": 3, "class": "ds-input"}),
    )
    neste = Datofelt(
        label=_("Neste evaluering"),
        required=False,
        help_text=_("Trengs bare når programmet ikke har en dato framover."),
    )

    def __init__(self, *args: Any, aktiviteter: Sequence[str], evaluering: Evaluering | None, **kwargs: Any) -> None:
        self.navnene = tuple(aktiviteter)
        if evaluering:
            kwargs.setdefault("initial", _fra(evaluering))
        super().__init__(*args, **kwargs)
        gitt = {en.aktivitet: en for en in evaluering.aktiviteter.all()} if evaluering else {}
        for nummer, navn in enumerate(self.navnene):
            forrige = gitt.get(navn)
            self.fields[f"nytte_{nummer}"] = forms.ChoiceField(
                label=navn,
                choices=Svar.choices,
                required=False,
                widget=forms.RadioSelect(attrs={"class": "ds-input"}),
                initial=forrige.nytte if forrige else "",
            )
            self.fields[f"merknad_{nummer}"] = forms.CharField(
                label=_("Hvorfor, eller hva i stedet?"),
                required=False,
                max_length=300,
                initial=forrige.merknad if forrige else "",
                widget=forms.TextInput(attrs={"class": "ds-input"}),
            )

    @property
    def rader(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        """Each activity's two fields."""
        return [(self[f"nytte_{nummer}"], self[f"merknad_{nummer}"]) for nummer in range(len(self.navnene))]

    def som_inn(self, verdier: dict[str, Any]) -> Evalueringinn:
        """The evaluation as the service takes it."""
        felter = (
            "type",
            "holdt",
            "hele_programmet",
            "deltaker_med",
            "framgang",
            "vurdering",
            "konklusjon",
            "begrunnelse",
            "neste",
        )
        return Evalueringinn(
            aktiviteter=[
                Aktivitetinn(navn, verdier[f"nytte_{nummer}"], verdier[f"merknad_{nummer}"])
                for nummer, navn in enumerate(self.navnene)
                if verdier[f"nytte_{nummer}"]
            ],
            **{navn: verdier[navn] for navn in felter},
        )


def _fra(evaluering: Evaluering) -> dict[str, Any]:
    felter = ("type", "deltaker_med", "hele_programmet", "framgang", "vurdering", "konklusjon", "begrunnelse", "neste")
    return {navn: getattr(evaluering, navn) for navn in felter} | {"holdt": klokke.i_dag()}
