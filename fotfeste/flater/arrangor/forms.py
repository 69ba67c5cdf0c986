"""One participant's month as a form: for each day of the activity whether they came, and how long."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from fotfeste.fag.oppmote.ark import timetall
from fotfeste.fag.oppmote.arrangor import Oppmote
from fotfeste.fag.oppmote.arrangor_selectors import Arrangormaned
from fotfeste.fag.oppmote.enums import Oppmotesvar
from fotfeste.flater.felles.skjema import Skjema, Timefelt
from fotfeste.grunnmur.leseord import dag_ord, ukedagsnavn


@dataclass(frozen=True, slots=True)
class Dagrad:
    """A day with its two fields."""

    navn: str
    svar: forms.BoundField
    timer: forms.BoundField


class Oppmoteskjema(Skjema):
    """The days that have been, each with an answer or none yet."""

    def __init__(self, *args: Any, maned: Arrangormaned, **kwargs: Any) -> None:
        self.maned = maned
        kwargs.setdefault("initial", dict(_verdier(maned)))
        super().__init__(*args, **kwargs)
        for dag in maned.har_vaert:
            navn = f"{ukedagsnavn(dag)} {dag_ord(dag)}"
            self.fields[f"svar_{dag.isoformat()}"] = forms.ChoiceField(
                label=_("Kom deltakeren %s?") % navn,
                choices=[("", _("Ikke ført")), *Oppmotesvar.choices],
                required=False,
                show_hidden_initial=True,
                widget=forms.Select(attrs={"class": "ds-input"}),
            )
            self.fields[f"timer_{dag.isoformat()}"] = Timefelt(
                label=_("Timer %s") % navn, required=False, show_hidden_initial=True, min_value=0, max_digits=4
            )

    @property
    def rader(self) -> list[Dagrad]:
        return [
            Dagrad(
                f"{ukedagsnavn(dag)} {dag_ord(dag)}",
                self[f"svar_{dag.isoformat()}"],
                self[f"timer_{dag.isoformat()}"],
            )
            for dag in self.maned.har_vaert
        ]

    def dager(self) -> dict[date, Oppmote | None]:
        """What the service takes: the days that differ from what this page showed, so that nothing another at the
        provider has said in the meantime is taken away. Hours left empty on a day the participant came are the plan's.

        With «alle_kom» the days nobody has said anything of are as planned.
        """
        alle_kom, endret = "alle_kom" in self.data, set(self.changed_data)
        ut: dict[date, Oppmote | None] = {}
        for dag in self.maned.har_vaert:
            svar = self.cleaned_data[f"svar_{dag.isoformat()}"]
            if not svar and alle_kom and dag not in self.maned.sagt:
                svar = Oppmotesvar.KOM
            elif not endret & {f"svar_{dag.isoformat()}", f"timer_{dag.isoformat()}"}:
                continue
            timer = self.cleaned_data[f"timer_{dag.isoformat()}"]
            if svar == Oppmotesvar.KOM:
                ut[dag] = Oppmote(svar, self.maned.timer[dag] if timer is None else timer)
            else:
                ut[dag] = Oppmote(svar) if svar else None
        return ut


def _verdier(maned: Arrangormaned) -> Iterator[tuple[str, str]]:
    for dag in maned.har_vaert:
        sagt = maned.sagt.get(dag)
        timer: Decimal = sagt.timer if sagt and sagt.timer else maned.timer[dag]
        yield f"svar_{dag.isoformat()}", sagt.svar if sagt else ""
        yield f"timer_{dag.isoformat()}", timetall(timer)
