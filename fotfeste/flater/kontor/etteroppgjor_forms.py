"""Forms for what comes beside the month: an advance."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from fotfeste.flater.felles.skjema import Kronefelt, Skjema, Tekstfelt
from fotfeste.grunnmur.leseord import maned_ord


class Forskuddskjema(Skjema):
    """How much of which month is paid before its day, and why it cannot wait. `maneder` are those with room."""

    maned = forms.ChoiceField(label=_("Av stønaden for"))
    belop = Kronefelt(label=_("Beløp i hele kroner"))
    grunn = Tekstfelt(
        label=_("Hvorfor kan ikke deltakeren vente?"), help_text=_("Deltakeren kan lese dette."), max_length=2000
    )

    def __init__(self, *args: Any, maneder: list[date], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        felt = self.fields["maned"]
        assert isinstance(felt, forms.ChoiceField)  # noqa: S101 - tells the type checker
        felt.choices = [(dag.isoformat(), maned_ord(dag)) for dag in maneder]

    def clean_maned(self) -> date:
        return date.fromisoformat(self.cleaned_data["maned"])
