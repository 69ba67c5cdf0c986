"""What participants keep right themselves."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from fotfeste.fag.person.enums import Sprak
from fotfeste.fag.person.models import Person
from fotfeste.flater.felles.personfelter import Epostfelt, Kontofelt, Telefonfelt
from fotfeste.flater.felles.skjema import Skjema

_FELTER = ("telefon", "epost", "sprak", "tolkebehov")


class OmMegSkjema(Skjema):
    """How to reach me, what I speak, and a new account when the money is to go elsewhere."""

    telefon = Telefonfelt(label=_("Telefon"))
    epost = Epostfelt(label=_("E-post"))
    sprak = forms.ChoiceField(label=_("Språket jeg snakker og leser best"), choices=Sprak.choices)
    tolkebehov = forms.BooleanField(label=_("Jeg trenger tolk"), required=False)
    nytt_kontonummer = Kontofelt(
        label=_("Nytt kontonummer"), help_text=_("11 tall. La stå tomt hvis pengene skal dit de går nå.")
    )

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {felt: getattr(person, felt) for felt in _FELTER})
        super().__init__(*args, versjon=person.versjon, **kwargs)

    @property
    def endringer(self) -> dict[str, Any]:
        """The changes as the service takes them; the account only when a new one is written."""
        verdier = {felt: self.cleaned_data[felt] for felt in _FELTER}
        nytt = self.cleaned_data["nytt_kontonummer"]
        return {**verdier, "kontonummer": nytt} if nytt else verdier
