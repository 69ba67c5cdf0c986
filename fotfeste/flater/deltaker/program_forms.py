"""What the participant answers to a proposed programme, and about the weeks of their own activity."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from fotfeste.flater.felles.skjema import Skjema, Tekstfelt


class Endringskjema(Skjema):
    """The participant's own words about what should be different."""

    merknad = Tekstfelt(
        label=_("Hva vil du ha annerledes?"),
        help_text=_("Skriv slik du vil, på det språket du vil."),
        max_length=4000,
    )


class Uenigskjema(Skjema):
    """What the participant disagrees about, when the plan may begin all the same."""

    uenighet = Tekstfelt(
        label=_("Hva er du ikke enig i?"),
        help_text=_("Det du skriver, blir stående i planen. Du kan si ja senere, eller be om endringer når du vil."),
        max_length=4000,
    )


class Ukeskjema(Skjema):
    """What was done of an own activity in a week."""

    timer = forms.DecimalField(
        label=_("Hvor mange timer brukte du?"),
        min_value=0,
        max_value=80,
        decimal_places=2,
        localize=True,
        widget=forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off", "class": "ds-input kort-tall"}),
        error_messages={
            "invalid": _("Skriv timene som et tall, for eksempel 5 eller 7,5."),
            "max_value": _("En uke har ikke så mange timer. Skriv timene for denne ene uken."),
            "min_value": _("Skriv 0 når du ikke fikk gjort noe."),
        },
    )
    hva = Tekstfelt(label=_("Hva gjorde du?"), max_length=500, required=False)
