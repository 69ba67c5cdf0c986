"""What the participant answers around a meeting and an evaluation, in plain words."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from fotfeste.fag.oppfolging.enums import Ansikt, Motesvar, Svar
from fotfeste.flater.felles.skjema import Skjema, Tekstfelt


class Onskeskjema(Skjema):
    """Ask for a meeting."""

    onske = Tekstfelt(
        label=_("Hva vil du snakke om?"),
        help_text=_("En setning er nok. Skriv på det språket du vil."),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3, "class": "ds-input"}),
    )


class Svarskjema(Skjema):
    """Yes, or another time; and what I want to talk about."""

    betingede = frozenset({"annen_tid"})

    svar = forms.ChoiceField(
        label=_("Kommer du?"),
        choices=[
            (Motesvar.KOMMER.value, _("Ja, jeg kommer")),
            (Motesvar.ANNEN_TID.value, _("Jeg vil ha en annen tid")),
        ],
        widget=forms.RadioSelect,
    )
    annen_tid = forms.CharField(
        label=_("Når passer det bedre?"),
        required=False,
        max_length=300,
        help_text=_("Bare hvis du vil ha en annen tid. For eksempel «torsdag etter kl. 12»."),
    )
    onske = Tekstfelt(
        label=_("Hva vil du snakke om?"),
        required=False,
        max_length=2000,
        help_text=_("Veilederen din leser det før møtet."),
        widget=forms.Textarea(attrs={"rows": 3, "class": "ds-input"}),
    )


class Motevurdering(Skjema):
    """Two quick questions after the meeting."""

    fikk_sagt = forms.ChoiceField(label=_("Fikk du sagt det du ville?"), choices=Svar.choices, widget=forms.RadioSelect)
    vet_neste = forms.ChoiceField(
        label=_("Vet du hva som er neste steg?"), choices=Svar.choices, widget=forms.RadioSelect
    )


_FJES = {Ansikt.BRA: ":-)", Ansikt.MIDT: ":-|", Ansikt.DARLIG: ":-("}
"""Faces of signs every phone can draw."""


class Egenevaluering(Skjema):
    """The participant's own look at the programme. No question has to be answered, but one of them."""

    egen_trivsel = forms.ChoiceField(
        label=_("Hvordan har du det i programmet?"),
        choices=Ansikt.choices,
        required=False,
        widget=forms.RadioSelect,
    )
    egen_nytte = forms.ChoiceField(
        label=_("Hjelper det du gjør, deg nærmere jobben du vil ha?"),
        choices=Svar.choices,
        required=False,
        widget=forms.RadioSelect,
    )
    egen_hjelp = forms.ChoiceField(
        label=_("Får du den hjelpen du trenger fra NAV?"),
        choices=Svar.choices,
        required=False,
        widget=forms.RadioSelect,
    )
    egen_endre = Tekstfelt(
        label=_("Hva vil du endre?"),
        required=False,
        max_length=4000,
        help_text=_("Skriv slik du vil, på det språket du vil."),
        widget=forms.Textarea(attrs={"rows": 4, "class": "ds-input"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        valg = [(ansikt.value, f"{_FJES[ansikt]} {ansikt.label}") for ansikt in Ansikt]
        self.fields["egen_trivsel"].choices = valg  # type: ignore[attr-defined]
