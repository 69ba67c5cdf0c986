"""An amount as people write it: «12 000», «12000,50», «1.234,50 kr». Cleaned to whole øre."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from fotfeste.grunnmur.ord import HARDT_MELLOMROM
from fotfeste.regelverk.penger import ore_tekst

ORE = 100
_BELOP = re.compile(r"^(\d{1,9})(?:,(\d{1,2}))?$")


class Belopsfelt(forms.CharField):
    """Kroner with or without øre, cleaned to øre (None when left empty)."""

    widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off", "class": "ds-input kort-tall"})

    def clean(self, value: Any) -> int | None:
        tekst = str(super().clean(value) or "").lower().strip()
        if not tekst:
            return None
        # A point before one or two last digits is a comma; any other point, and every space, only groups the digits.
        rent = re.sub(r"\.(\d{1,2})$", r",\1", re.sub(r"\s|kr\.?|,-$", "", tekst)).replace(".", "")
        treff = _BELOP.match(rent)
        if treff is None:
            raise ValidationError(_("Skriv beløpet i kroner, for eksempel 12 000 eller 553,50."))
        kroner, ore = treff.groups()
        return int(kroner) * ORE + int((ore or "0").ljust(2, "0"))


def belop_i_felt(ore: int | None) -> str:
    """Øre as the field shows them: «12 000,50», empty for None."""
    return "" if ore is None else ore_tekst(ore, ORE).removesuffix(f"{HARDT_MELLOMROM}kr")
