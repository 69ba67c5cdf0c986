"""The participant writes to the office."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from fotfeste.fag.henvendelse.enums import Tema
from fotfeste.flater.felles.skjema import Skjema, Tekstfelt

_VALG = (Tema.PENGER, Tema.TIMELISTE, Tema.PROGRAM, Tema.SOKNAD, Tema.SNAKKE, Tema.ANNET)


class SkrivTilOss(Skjema):
    """What it is about, in one's own words."""

    tema = forms.ChoiceField(
        label=_("Hva gjelder det?"), choices=[(t.value, t.label) for t in _VALG], widget=forms.RadioSelect
    )
    tekst = Tekstfelt(label=_("Skriv til oss"), max_length=5000, help_text=_("Skriv på det språket du kan best."))
    haster = forms.BooleanField(label=_("Det haster: jeg mangler mat, medisin eller et sted å sove"), required=False)
