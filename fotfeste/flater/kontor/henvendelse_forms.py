"""Forms about enquiries: taken in ten seconds, answered in the words that were said."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from fotfeste.fag.henvendelse.enums import Kanal, Tema, Utfall
from fotfeste.fag.oppfolging.enums import Kontaktkanal
from fotfeste.flater.felles.personfelter import Telefonfelt
from fotfeste.flater.felles.skjema import Datofelt, Skjema, Tekstfelt
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.organisasjon.models import Bruker, Kontor

_KORT = {"rows": 3, "class": "ds-input"}
_KLOKKE = re.compile(r"^(\d{1,2})(?:[.: ]?(\d{2}))?$")


class Klokkefelt(forms.CharField):
    """A time of day as people write it: 9, 9.30, 0930, 14:05. Cleaned to a time, or None."""

    widget = forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off", "class": "ds-input kort-tall"})

    def __init__(self, **valg: Any) -> None:
        super().__init__(**{"required": False, "max_length": 10, **valg})

    def clean(self, value: Any) -> time | None:
        tekst = str(super().clean(value)).strip()
        if not tekst:
            return None
        treff = _KLOKKE.match(tekst)
        timen, minuttet = (int(treff[1]), int(treff[2] or 0)) if treff else (24, 0)
        if timen > 23 or minuttet > 59:
            raise ValidationError(_("Skriv klokkeslettet for eksempel som 9.30."))
        return time(timen, minuttet)


def tidspunkt(dag: date | None, klokkeslett: time | None) -> datetime | None:
    """The moment told; None (now) for today without a time. A day before without a time is taken as its first minute.

    So an answer that was late is never made to look in time.
    """
    i_dag = klokke.i_dag()
    if klokkeslett is None and dag in (None, i_dag):
        return None
    return datetime.combine(dag or i_dag, klokkeslett or time(0), klokke.OSLO)


class Henvendelsesskjema(Skjema):
    """Who, how, what, and whether it cannot wait."""

    betingede = frozenset({"navn", "telefon"})

    kontor = forms.ModelChoiceField(label=_("Kontor"), queryset=Kontor.objects.none(), empty_label=None)
    kanal = forms.ChoiceField(
        label=_("Slik kom den"),
        choices=[valg for valg in Kanal.choices if valg[0] != Kanal.PORTAL],
        initial=Kanal.TELEFON,
        widget=forms.RadioSelect,
    )
    fnr = forms.CharField(
        label=_("Fødselsnummer"),
        max_length=20,
        required=False,
        help_text=_("Kjenner vi personen, går henvendelsen rett til fast kontakt."),
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off", "class": "ds-input"}),
    )
    navn = forms.CharField(label=_("Navn"), max_length=160, required=False)
    telefon = Telefonfelt(label=_("Telefon"))
    tema = forms.ChoiceField(label=_("Hva gjelder det?"), choices=Tema.choices)
    tekst = Tekstfelt(label=_("Hva sa personen?"), max_length=5000, widget=forms.Textarea(attrs=_KORT))
    haster = forms.BooleanField(label=_("Haster: personen mangler mat, medisin eller et sted å sove"), required=False)
    dag = Datofelt(label=_("Kom en annen dag?"), required=False, help_text=_("Tomt betyr nå."))
    klokkeslett = Klokkefelt(label=_("Klokken"))

    def __init__(self, *args: Any, kontorer: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kontor"].queryset = kontorer  # type: ignore[attr-defined]
        self.fields["kontor"].initial = kontorer.first()


class Svarskjema(Skjema):
    """The answer: how, and what was said."""

    svar_kanal = forms.ChoiceField(
        label=_("Hvordan svarte dere?"),
        choices=Kontaktkanal.choices,
        initial=Kontaktkanal.TELEFON,
        widget=forms.RadioSelect,
    )
    svar = Tekstfelt(label=_("Hva svarte dere?"), max_length=5000, help_text=_("Personen kan lese det du skriver."))
    utfall = forms.ChoiceField(label=_("Hva ble det til?"), choices=Utfall.choices, initial=Utfall.BESVART)
    som_samtale = forms.BooleanField(
        label=_("Vi snakket sammen: noter det som en samtale i saken"), required=False, initial=True
    )
    tolk = forms.BooleanField(label=_("Tolk var med"), required=False)
    dag = Datofelt(label=_("Svarte dere en annen dag?"), required=False, help_text=_("Tomt betyr nå."))
    klokkeslett = Klokkefelt(label=_("Klokken"))

    def __init__(self, *args: Any, kan_notere: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not kan_notere:
            for felt in ("som_samtale", "tolk"):
                del self.fields[felt]


class Fordelingsskjema(Skjema):
    """Which colleague."""

    til = forms.ModelChoiceField(label=_("Hvem skal ta den?"), queryset=Bruker.objects.none(), empty_label=None)

    def __init__(self, *args: Any, mottakere: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["til"].queryset = mottakere  # type: ignore[attr-defined]


class Videreskjema(Skjema):
    """Another office, or somebody else."""

    kontor = forms.ModelChoiceField(
        label=_("Et annet kontor i kommunen"), queryset=Kontor.objects.none(), required=False, empty_label=_("Ingen")
    )
    til = forms.CharField(
        label=_("Noen andre"), max_length=160, required=False, help_text=_("For eksempel Husbanken eller fastlegen.")
    )

    def __init__(self, *args: Any, kontorer: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kontor"].queryset = kontorer  # type: ignore[attr-defined]


class Forsokskjema(Skjema):
    """Tried, and nobody answered."""

    kanal = forms.ChoiceField(
        label=_("Hvordan prøvde du?"),
        choices=Kontaktkanal.choices,
        initial=Kontaktkanal.TELEFON,
        widget=forms.RadioSelect,
    )


class Vaktskjema(Skjema):
    """Who has the duty telephone, and its number."""

    bruker = forms.ModelChoiceField(label=_("Hvem"), queryset=Bruker.objects.none(), empty_label=None)
    fra = Datofelt(label=_("Fra og med"), initial=klokke.i_dag)
    til = Datofelt(label=_("Til og med"))
    telefon = Telefonfelt(label=_("Vakttelefonens nummer"), required=True)

    def __init__(self, *args: Any, ansatte: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["bruker"].queryset = ansatte  # type: ignore[attr-defined]


class Periodefilter(forms.Form):
    """The days the response times are of."""

    fra = Datofelt(label=_("Fra og med"), required=False)
    til = Datofelt(label=_("Til og med"), required=False)
