"""Which year, and whose, the KOSTRA page shows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from django import forms
from django.utils.translation import gettext_lazy as _

from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.organisasjon.models import Kommune
from fotfeste.kobling.kostra.selectors import aar_a_velge, aar_na


class Valgt(NamedTuple):
    """What is chosen."""

    kommune: Kommune
    aar: int


class KostraValg(forms.Form):
    """Year and, for those who work in several, municipality. A value it does not know gives the usual one."""

    aar = forms.TypedChoiceField(label=_("År"), coerce=int)
    kommune = forms.ChoiceField(label=_("Kommune"))

    def __init__(self, *args: Any, kommuner: Sequence[Kommune], **kwargs: Any) -> None:
        i_dag = klokke.i_dag()
        self.kommuner = {str(kommune.pk): kommune for kommune in kommuner}
        kwargs |= {"label_suffix": "", "initial": {"aar": aar_na(i_dag), "kommune": next(iter(self.kommuner))}}
        super().__init__(*args, **kwargs)
        self._sett_valg("aar", [(aar, str(aar)) for aar in aar_a_velge(i_dag)])
        self._sett_valg("kommune", [(pk, str(kommune)) for pk, kommune in self.kommuner.items()])
        if len(self.kommuner) == 1:
            del self.fields["kommune"]

    def _sett_valg(self, navn: str, valg: list[tuple[Any, str]]) -> None:
        felt = self.fields[navn]
        assert isinstance(felt, forms.ChoiceField)  # noqa: S101 - tells the type checker
        felt.choices = valg

    def valg(self) -> Valgt:
        """The year and municipality to show."""
        svar = dict(self.initial)
        if self.is_bound:
            self.is_valid()
            svar |= self.cleaned_data
        return Valgt(self.kommuner[svar["kommune"]], svar["aar"])
