"""Fields a draft may leave open, but the finished thing may not: shown as needed, asked for at the end."""

from __future__ import annotations

from typing import Any

from django import forms

from fotfeste.flater.felles.skjema import Datofelt, Tekstfelt


class _KanVente(forms.Field):
    """Marked as required on the page; an empty value is let through to be saved in the draft."""

    def validate(self, value: Any) -> None:
        if value not in self.empty_values:
            super().validate(value)


class Utkasttekst(_KanVente, Tekstfelt):
    """Free text that must be there before the draft is finished."""


class Utkastdato(_KanVente, Datofelt):
    """A date that must be there before the draft is finished."""


class Utkastvalg(_KanVente, forms.ChoiceField):
    """A choice that must be made before the draft is finished."""
