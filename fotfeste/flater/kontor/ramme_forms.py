"""The forms of the frame's own pages."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from fotfeste.fag.oppfolging.enums import Initiativ, Kontaktkanal, Kontaktresultat
from fotfeste.fag.sak.enums import Saksstatus
from fotfeste.flater.felles.skjema import Datofelt, Skjema, Tekstfelt
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.organisasjon.models import Bruker, Kontor


class Kontaktskjema(Skjema):
    """A conversation noted in ten seconds: today, by phone, with us calling, unless said otherwise."""

    kanal = forms.ChoiceField(
        label=_("Hvordan?"), choices=Kontaktkanal.choices, initial=Kontaktkanal.TELEFON, widget=forms.RadioSelect
    )
    resultat = forms.ChoiceField(
        label=_("Hva skjedde?"),
        choices=Kontaktresultat.choices,
        initial=Kontaktresultat.GJENNOMFORT,
        widget=forms.RadioSelect,
    )
    dato = Datofelt(label=_("Når?"), help_text=_("For eksempel «i går» eller 3.2.26"), initial=klokke.i_dag)
    initiativ = forms.ChoiceField(label=_("Hvem tok kontakt?"), choices=Initiativ.choices, initial=Initiativ.NAV)
    tolk = forms.BooleanField(label=_("Tolk var med"), required=False)
    notat = Tekstfelt(
        label=_("Hva ble dere enige om?"), required=False, help_text=_("Kort. Deltakeren kan lese det du skriver.")
    )


class FastKontaktskjema(Skjema):
    """Who at the office the participant can always turn to."""

    bruker = forms.ModelChoiceField(label=_("Fast kontakt"), queryset=Bruker.objects.none(), empty_label=None)

    def __init__(self, *args: Any, kandidater: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["bruker"].queryset = kandidater  # type: ignore[attr-defined]


class Saksfilter(forms.Form):
    """What the list of cases shows. Values it does not know are taken as no filter at all."""

    APNE = "apne"

    status = forms.ChoiceField(
        label=_("Tilstand"),
        choices=[(APNE, _("Åpne saker")), ("alle", _("Alle")), *Saksstatus.choices],
        required=False,
    )
    kontor = forms.ModelChoiceField(
        label=_("Kontor"), queryset=Kontor.objects.none(), required=False, empty_label=_("Alle kontor")
    )
    hvem = forms.ChoiceField(
        label=_("Fast kontakt"),
        choices=[("", _("Alle")), ("mine", _("Mine")), ("ingen", _("Ingen fast kontakt"))],
        required=False,
    )
    sorter = forms.ChoiceField(
        label=_("Sorter"),
        choices=[("nyeste", _("Nyeste først")), ("eldste", _("Eldste først")), ("navn", _("Navn"))],
        required=False,
    )

    def __init__(self, *args: Any, kontorer: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kontor"].queryset = kontorer  # type: ignore[attr-defined]

    def valg(self) -> dict[str, Any]:
        """The filter's values; an unknown value is as if it was not given."""
        self.is_valid()
        return self.cleaned_data
