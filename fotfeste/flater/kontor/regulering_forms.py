"""Forms of the pages on regulation."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from fotfeste.fag.regulering.selectors import Gjenstar, navn_pa
from fotfeste.flater.felles.skjema import Skjema, Tekstfelt
from fotfeste.grunnmur.organisasjon.models import Kommune


class NyReguleringSkjema(Skjema):
    """Which change to regulate, and whose, for one who pays for several municipalities."""

    kommune = forms.ChoiceField(label=_("Kommune"))
    endring = forms.ChoiceField(label=_("Sats"))

    def __init__(self, *args: Any, kommuner: Sequence[Kommune], endringer: Sequence[Gjenstar], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._kommuner = {str(kommune.pk): kommune for kommune in kommuner}
        self._endringer = {
            f"{ett.endring.parameter.kode}_{ett.endring.verdi.gjelder_fra}": ett.endring for ett in endringer
        }
        self._valg("kommune", {nokkel: kommune.navn for nokkel, kommune in self._kommuner.items()})
        self._valg("endring", {nokkel: navn_pa(endring) for nokkel, endring in self._endringer.items()})

    def _valg(self, navn: str, valg: dict[str, str]) -> None:
        felt = self.fields[navn]
        assert isinstance(felt, forms.ChoiceField)  # noqa: S101 - tells the type checker
        felt.choices = list(valg.items())
        if len(valg) == 1:
            del self.fields[navn]  # nothing to choose

    def faglig(self) -> dict[str, Any]:
        """What `regulering_opprett` takes."""
        endring = self._endringer[self.cleaned_data.get("endring") or next(iter(self._endringer))]
        return {
            "kommune": self._kommuner[self.cleaned_data.get("kommune") or next(iter(self._kommuner))],
            "parameter": endring.parameter.kode,
            "gjelder_fra": endring.verdi.gjelder_fra,
        }


class TaMedSkjema(Skjema):
    """Why a month the run would not take by itself can be taken along."""

    begrunnelse = Tekstfelt(
        label=_("Hva har du sett på, og hvorfor kan måneden tas med?"),
        max_length=2000,
    )
