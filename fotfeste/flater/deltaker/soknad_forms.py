"""The participant's own forms: few questions, in plain words."""

from __future__ import annotations

from django import forms
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

from fotfeste.flater.felles.filer import Filfelt
from fotfeste.flater.felles.skjema import Skjema, Tekstfelt

_FILHJELP = _("Du kan ta et bilde med telefonen, eller velge en PDF. Høyst 10 MB hver. Du kan velge flere.")


class EgenSoknad(Skjema):
    """The application, one short column."""

    onsker = Tekstfelt(
        label=_("Hva vil du ha hjelp til?"),
        help_text=_("For eksempel: få jobb, lære norsk bedre, ta en utdanning, komme i gang igjen."),
    )
    situasjon = Tekstfelt(
        label=_("Hvordan er situasjonen din nå?"),
        help_text=_("Fortell det du vil om arbeid, skole, helse, familie og bolig. Du kan hoppe over det."),
        required=False,
    )
    telefon = forms.CharField(
        label=_("Hvilket telefonnummer kan vi ringe deg på?"),
        required=False,
        max_length=20,
        validators=[RegexValidator(r"^\+?[0-9 ]{5,20}$", _("Skriv telefonnummeret med bare tall."))],
        widget=forms.TextInput(attrs={"inputmode": "tel", "autocomplete": "tel", "class": "ds-input"}),
    )
    tolkebehov = forms.BooleanField(label=_("Jeg trenger tolk når vi snakker sammen"), required=False)
    vedlegg = Filfelt(label=_("Vil du sende med noen papirer?"), help_text=_FILHJELP, required=False)


class Svar(Skjema):
    """An answer to something the office has asked for."""

    svar = Tekstfelt(
        label=_("Svaret ditt"),
        help_text=_("Du kan skrive, sende et bilde eller et papir, eller begge deler."),
        required=False,
    )
    vedlegg = Filfelt(label=_("Papirer eller bilder"), help_text=_FILHJELP, required=False)
