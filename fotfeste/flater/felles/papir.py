"""A form with one paper that shows what is said in it: a birth certificate, a letter from NAV."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from fotfeste.fag.person.services import Papir
from fotfeste.flater.felles.skjema import Skjema


def papirfelt(**valg: Any) -> forms.FileField:
    """One picture or PDF. Whether it is what its name says is judged where it is kept."""
    valg.setdefault("help_text", _("Bilde (PNG, JPG) eller PDF, høyst 10 MB."))
    return forms.FileField(
        required=False, widget=forms.FileInput(attrs={"accept": "image/png,image/jpeg,application/pdf"}), **valg
    )


class MedPapir(Skjema):
    """A form with a paper in a field `vedlegg`: it becomes `papir`, as the commands take it."""

    def faglig(self) -> dict[str, Any]:
        verdier = super().faglig()
        fil = verdier.pop("vedlegg", None)
        return {**verdier, "papir": Papir(fil.name, fil.read()) if fil else None}
