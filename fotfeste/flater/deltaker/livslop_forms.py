"""What the participant answers: to a notice, for more time, which confirmation, and how it goes afterwards."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from fotfeste.fag.etter.enums import Ettersituasjon
from fotfeste.flater.felles.skjema import Skjema, Tekstfelt


class Varselsvar(Skjema):
    """What the participant thinks of what is considered."""

    betingede = frozenset({"uttalelse", "vil_ikke"})

    uttalelse = Tekstfelt(
        label=_("Hva mener du?"),
        help_text=_("Skriv på det språket du vil. Det du skriver, står i brevet når vi har bestemt oss."),
        required=False,
    )
    vil_ikke = forms.BooleanField(label=_("Jeg vil ikke si noe"), required=False)


class MerTid(Skjema):
    """Why more time is needed."""

    ord_ = forms.CharField(label=_("Hvorfor trenger du mer tid?"), help_text=_("Noen få ord er nok."), max_length=300)


class Bekreftelsesvalg(Skjema):
    """Which confirmation to make."""

    slag = forms.CharField(widget=forms.HiddenInput)


class Ettersvar(Skjema):
    """What the participant lives on now."""

    situasjon = forms.ChoiceField(
        label=_("Hva lever du mest av nå?"),
        choices=[valg for valg in Ettersituasjon.choices if valg[0] != Ettersituasjon.UKJENT],
        widget=forms.RadioSelect,
    )
