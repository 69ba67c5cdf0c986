"""Forms for a death, and for barnetillegg that goes to NAV Innkreving."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from fotfeste.fag.person.models import Barn
from fotfeste.flater.felles.personfelter import Kontofelt
from fotfeste.flater.felles.skjema import Datofelt, Skjema, Tekstfelt


class Dodsfallskjema(Skjema):
    """The day, and who told."""

    dato = Datofelt(label=_("Når døde deltakeren?"))
    kilde = forms.CharField(
        label=_("Hvem ga beskjed?"), max_length=200, help_text=_("For eksempel en pårørende eller Folkeregisteret.")
    )


class Dodsbokontoskjema(Skjema):
    """The account the estate has given."""

    kontonummer = Kontofelt(label=_("Dødsboets kontonummer"), required=True)


class Angreskjema(Skjema):
    """Why a registered death was wrong."""

    grunn = Tekstfelt(label=_("Hva var feil?"), max_length=200)


class Innkrevingskjema(Skjema):
    """A demand from NAV Innkreving: for which child, since when, and where the money goes."""

    barn = forms.ChoiceField(label=_("Barn"))
    krevd = Datofelt(label=_("Datoen på kravet fra NAV Innkreving"))
    fra = Datofelt(
        label=_("Gjelder fra"), help_text=_("Hele måneder: den første måneden som begynner denne dagen eller senere.")
    )
    til = Datofelt(label=_("Gjelder til"), required=False)
    kontonummer = Kontofelt(label=_("NAV Innkrevings kontonummer"), required=True)
    kid = forms.CharField(
        label=_("KID"), required=False, max_length=25, widget=forms.TextInput(attrs={"inputmode": "numeric"})
    )

    def __init__(self, *args: Any, barna: list[Barn], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._barna = {str(barn.pk): barn for barn in barna}
        felt = self.fields["barn"]
        assert isinstance(felt, forms.ChoiceField)  # noqa: S101 - tells the type checker
        felt.choices = [(nokkel, str(barn)) for nokkel, barn in self._barna.items()]

    def clean_barn(self) -> Barn:
        return self._barna[self.cleaned_data["barn"]]

    def clean_kid(self) -> str:
        kid: str = self.cleaned_data["kid"].replace(" ", "")
        if kid and not kid.isdigit():
            raise ValidationError(_("KID har bare tall."))
        return kid


class Innkrevingtilbakeskjema(Skjema):
    """What was wrong with a demand, and which."""

    krav = forms.UUIDField(widget=forms.HiddenInput)
    grunn = Tekstfelt(label=_("Hva var feil?"), max_length=200)


class Innkrevingsluttskjema(Skjema):
    """The last day of a demand, and which."""

    krav = forms.UUIDField(widget=forms.HiddenInput)
    til = Datofelt(label=_("Siste dag"))
