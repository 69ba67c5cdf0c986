"""Fields about a person that both surfaces ask for, with the same help when something is wrong."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

from fotfeste.kobling.betaling import kontonummer


class Telefonfelt(forms.CharField):
    """A telephone number, with spaces and country code as people write it."""

    widget = forms.TextInput(attrs={"inputmode": "tel", "autocomplete": "off", "class": "ds-input"})
    default_validators = [RegexValidator(r"^\+?[0-9 ]{5,20}$", _("Skriv telefonnummeret med bare tall."))]

    def __init__(self, **valg: Any) -> None:
        super().__init__(**{"max_length": 20, "required": False, **valg})


class Epostfelt(forms.EmailField):
    """An e-mail address."""

    default_error_messages = {"invalid": _("Skriv e-postadressen med krøllalfa og punktum, for eksempel navn@post.no.")}

    def __init__(self, **valg: Any) -> None:
        super().__init__(**{"required": False, **valg})


class Kontofelt(forms.CharField):
    """A Norwegian account number, checked by modulus 11; cleaned to its eleven digits, or empty."""

    widget = forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off", "class": "ds-input"})

    def __init__(self, **valg: Any) -> None:
        super().__init__(**{"required": False, **valg})

    def clean(self, value: Any) -> str:
        tekst = str(super().clean(value)).strip()
        if not tekst:
            return ""
        try:
            return kontonummer.les(tekst)
        except kontonummer.Kontonummerfeil as feil:
            raise ValidationError(str(feil)) from feil
