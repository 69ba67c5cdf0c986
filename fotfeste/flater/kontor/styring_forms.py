"""The period the figures are for."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from fotfeste.flater.felles.skjema import Datofelt
from fotfeste.grunnmur import klokke


class Periodevalg(forms.Form):
    """From and to, both included. Left out: the year so far, or last year in January."""

    fra = Datofelt(label=_("Fra og med"))
    til = Datofelt(label=_("Til og med"))

    def __init__(self, data: Any = None) -> None:
        forste, siste = standardperiode(klokke.i_dag())
        super().__init__(data if data and ("fra" in data or "til" in data) else {"fra": forste, "til": siste})

    def clean(self) -> dict[str, Any]:
        renset = super().clean() or {}
        fra, til = renset.get("fra"), renset.get("til")
        if fra and til and til < fra:
            raise ValidationError({"til": _("Perioden slutter før den begynner. Velg en senere dag.")})
        return renset


def standardperiode(dag: date) -> tuple[date, date]:
    """The year of the month before `dag`, so that January still shows the year that is just over."""
    forrige = dag.replace(day=1) - timedelta(days=1)
    return date(forrige.year, 1, 1), min(dag, date(forrige.year, 12, 31))
