"""What the participant writes in their own plan."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from fotfeste.fag.plan.enums import Plansvar
from fotfeste.fag.program.enums import Malomrade
from fotfeste.flater.felles.skjema import Datofelt, Skjema, Tekstfelt


class Svarskjema(Skjema):
    """Whether I want the plan."""

    betingede = frozenset({"begrunnelse"})

    svar = forms.ChoiceField(
        label=_("Vil du ha en individuell plan?"),
        choices=[(Plansvar.ONSKET.value, _("Ja")), (Plansvar.IKKE_ONSKET.value, _("Nei, ikke nå"))],
        widget=forms.RadioSelect,
    )
    begrunnelse = Tekstfelt(
        label=_("Hvis nei: vil du si hvorfor?"),
        help_text=_("Det hjelper oss å forstå. Du trenger ikke å si det."),
        max_length=2000,
        required=False,
    )
    vil_ikke_si = forms.BooleanField(label=_("Jeg vil ikke si hvorfor"), required=False)


class Malskjema(Skjema):
    """A goal of my own."""

    tekst = forms.CharField(label=_("Hva vil du få til?"), max_length=300)
    omrade = forms.ChoiceField(label=_("Hva gjelder det?"), choices=Malomrade.choices)
    frist = Datofelt(label=_("Innen når?"), required=False)


class Kommentarskjema(Skjema):
    """What I want to say, about all of the plan or about one service."""

    om = forms.ChoiceField(label=_("Hva gjelder det?"), required=False)
    tekst = Tekstfelt(label=_("Hva vil du si?"), max_length=4000)

    def __init__(self, *args: Any, tjenester: Iterable[str] = (), **kwargs: Any) -> None:
        # The goal on the same page has a field of the same name.
        super().__init__(*args, auto_id="kommentar_%s", **kwargs)
        navn = dict.fromkeys(tjenester)
        self.fields["om"].choices = [("", _("Hele planen")), *((ett, ett) for ett in navn)]  # type: ignore[attr-defined]


class Delingskjema(Skjema):
    """What one of those who help me may be told."""

    omfang = forms.CharField(
        label=_("Hva kan de få vite?"), help_text=_("For eksempel «hvilke dager jeg er i praksis»."), max_length=300
    )
