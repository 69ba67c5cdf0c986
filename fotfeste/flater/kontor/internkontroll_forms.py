"""The forms of the internal control."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from fotfeste.flater.felles.skjema import Datofelt, Skjema, Tekstfelt
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.organisasjon.models import Kontor
from fotfeste.innsikt.internkontroll.enums import Formvalg, Hvavalg, Kriteriestyrke
from fotfeste.innsikt.internkontroll.services import MAKS_DAGER


class Kontrollvalg(forms.Form):
    """Which day and which office. What it does not understand is taken as today and all offices."""

    dato = Datofelt(label=_("Dag"), required=False)
    kontor = forms.ModelChoiceField(
        label=_("Kontor"), queryset=Kontor.objects.none(), required=False, empty_label=_("Alle kontor")
    )

    def __init__(self, *args: Any, kontorer: list[Kontor], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        felt: Any = self.fields["kontor"]
        felt.queryset = Kontor.objects.filter(pk__in=[kontor.pk for kontor in kontorer])
        if len(kontorer) == 1:
            del self.fields["kontor"]

    def valgt(self) -> dict[str, Any]:
        """What was understood of it."""
        self.is_valid()
        return self.cleaned_data if self.is_bound else {}


class Styrkeskjema(Skjema):
    """How strongly a criterion binds here, from when and why."""

    styrke = forms.ChoiceField(
        label=_("Hvor sterkt binder det her?"), choices=Kriteriestyrke.choices, widget=forms.RadioSelect
    )
    fra = Datofelt(label=_("Fra og med"), initial=klokke.i_dag)
    begrunnelse = Tekstfelt(
        label=_("Hvorfor?"), max_length=2000, help_text=_("Hvem har bestemt det, og hvor står det?")
    )


class Kriterieskjema(Skjema):
    """A criterion of the office's own."""

    tekst = forms.CharField(
        label=_("Hva skal være på plass?"),
        max_length=200,
        help_text=_("En setning, for eksempel «Vi møter deltakeren ansikt til ansikt de to første ukene»."),
        widget=forms.TextInput(attrs={"class": "ds-input", "autocomplete": "off"}),
    )
    hva = forms.ChoiceField(label=_("Hva ser vi etter?"), choices=Hvavalg.choices, widget=forms.RadioSelect)
    form = forms.ChoiceField(label=_("Når?"), choices=Formvalg.choices, widget=forms.RadioSelect)
    dager = forms.IntegerField(
        label=_("Antall dager"),
        min_value=1,
        max_value=MAKS_DAGER,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "ds-input kort-tall"}),
    )
    styrke = forms.ChoiceField(
        label=_("Hvor sterkt binder det her?"),
        choices=Kriteriestyrke.choices,
        initial=Kriteriestyrke.BOR,
        widget=forms.RadioSelect,
    )
    begrunnelse = Tekstfelt(label=_("Hvorfor?"), required=False, max_length=2000)
