"""Forms of the payment pages."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from fotfeste.flater.felles.skjema import Skjema
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.leseord import maned_ord

MANEDER_TILBAKE = 12


class NyKjoringSkjema(Skjema):
    """Which month to pay: one of the last twelve that are over."""

    maned = forms.ChoiceField(label=_("Måned"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        felt = self.fields["maned"]
        assert isinstance(felt, forms.ChoiceField)  # noqa: S101 - tells the type checker
        felt.choices = [(dag.isoformat(), maned_ord(dag)) for dag in maneder_som_er_over(klokke.i_dag())]

    def clean_maned(self) -> date:
        return date.fromisoformat(self.cleaned_data["maned"])


def maneder_som_er_over(i_dag: date) -> list[date]:
    """The first days of the last twelve months before this one, newest first."""
    nummer = i_dag.year * 12 + i_dag.month - 1
    return [date((nummer - n) // 12, (nummer - n) % 12 + 1, 1) for n in range(1, MANEDER_TILBAKE + 1)]
