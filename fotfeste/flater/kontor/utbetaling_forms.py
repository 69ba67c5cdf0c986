"""Forms of the payment pages."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from fotfeste.fag.utbetaling.enums import Kjoringsart
from fotfeste.flater.felles.skjema import Skjema
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.leseord import maned_ord
from fotfeste.grunnmur.organisasjon.models import Kommune

MANEDER_TILBAKE = 12
KAN_BETALES_TILBAKE = 36
"""A complaint that is upheld can give a right further back than a year. A programme lasts three at most (§ 32)."""


class NyKjoringSkjema(Skjema):
    """Which month to pay: one of the last three years that is over, and whose, for one who pays for several.

    `kommuner` are those the user may begin a run for.
    """

    kommune = forms.ChoiceField(label=_("Kommune"))
    maned = forms.ChoiceField(label=_("Hva skal betales?"))

    def __init__(self, *args: Any, kommuner: Sequence[Kommune], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._kommuner = {str(kommune.pk): kommune for kommune in kommuner}
        valg = self.fields["kommune"]
        assert isinstance(valg, forms.ChoiceField)  # noqa: S101 - tells the type checker
        valg.choices = [(nokkel, kommune.navn) for nokkel, kommune in self._kommuner.items()]
        if len(kommuner) == 1:
            del self.fields["kommune"]  # nothing to choose
        felt = self.fields["maned"]
        assert isinstance(felt, forms.ChoiceField)  # noqa: S101 - tells the type checker
        maneder = [
            (dag.isoformat(), maned_ord(dag)) for dag in maneder_som_er_over(klokke.i_dag(), KAN_BETALES_TILBAKE)
        ]
        felt.choices = [*maneder, (Kjoringsart.EKSTRA.value, _("Ekstrakjøring nå: forskudd og etterbetalinger"))]

    def faglig(self) -> dict[str, Any]:
        """What `kjoring_opprett` takes: the municipality, the first day of the month, and which kind of run."""
        (eneste, *_flere) = self._kommuner
        valgt = self.cleaned_data["maned"]
        er_ekstra = valgt == Kjoringsart.EKSTRA
        return {
            "kommune": self._kommuner[self.cleaned_data.get("kommune", eneste)],
            "maned": klokke.i_dag().replace(day=1) if er_ekstra else date.fromisoformat(valgt),
            "art": Kjoringsart.EKSTRA if er_ekstra else Kjoringsart.MANED,
        }


def maneder_som_er_over(i_dag: date, antall: int = MANEDER_TILBAKE) -> list[date]:
    """The first days of the last months before this one, newest first."""
    nummer = i_dag.year * 12 + i_dag.month - 1
    return [date((nummer - n) // 12, (nummer - n) % 12 + 1, 1) for n in range(1, antall + 1)]
