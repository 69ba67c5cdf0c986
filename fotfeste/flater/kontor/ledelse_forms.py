"""The forms of the leader's work: moving cases, the note that goes with them, and a substitute."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from fotfeste.fag.oversikt.portefolje import Fordelbare
from fotfeste.fag.sak.overlevering import Notat
from fotfeste.flater.felles.skjema import Datofelt, Skjema, Tekstfelt
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.organisasjon.models import Bruker


class _Notatfelter(Skjema):
    nytte = Tekstfelt(label=_("Hva har aktivitetene gitt deltakeren?"), max_length=4000)
    maloppnaelse = Tekstfelt(label=_("Hvor langt er deltakeren kommet mot målet?"), max_length=4000)
    neste_evaluering = Datofelt(label=_("Neste evaluering"))

    def notat(self) -> Notat:
        """The note as it is written."""
        verdier = self.cleaned_data
        return Notat(verdier["nytte"], verdier["maloppnaelse"], verdier["neste_evaluering"])


class Overleveringsskjema(_Notatfelter):
    """What the next contact has to know."""


class Fordelskjema(_Notatfelter):
    """Which cases, to whom, why, and a note they have in common."""

    saker = forms.MultipleChoiceField(label=_("Saker"), widget=forms.CheckboxSelectMultiple)
    mottakere = forms.MultipleChoiceField(
        label=_("Hvem skal ha dem?"),
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Velger du flere, fordeles sakene jevnt: neste sak går til den som har færrest."),
    )
    grunn = forms.CharField(
        label=_("Hvorfor flyttes de?"),
        max_length=500,
        help_text=_("For eksempel «Kari har permisjon fra 1. juni». Den nye kontakten leser det, deltakeren ikke."),
    )
    bekreftet = forms.CharField(widget=forms.HiddenInput, required=False)
    field_order = ("saker", "mottakere", "grunn", "nytte", "maloppnaelse", "neste_evaluering")

    def __init__(self, *args: Any, valg: Fordelbare, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for navn in ("nytte", "maloppnaelse", "neste_evaluering"):
            self.fields[navn].required = False
        self.fields["saker"].choices = [  # type: ignore[attr-defined]
            (str(o.sak.pk), _sak_i_ord(o.sak.person.navn, o.fast_kontakt)) for o in valg.saker
        ]
        self.fields["mottakere"].choices = [  # type: ignore[attr-defined]
            (str(b.pk), _("%(navn)s, har %(antall)s nå") % {"navn": b.navn, "antall": valg.antall.get(b.pk, 0)})
            for b in valg.mottakere
        ]
        self.order_fields(self.field_order)


def _sak_i_ord(navn: str, kontakt: Bruker | None) -> str:
    return f"{navn} ({kontakt.navn})" if kontakt else navn


class Stedfortrederskjema(Skjema):
    """Who is away, who has their tasks and enquiries, from when and perhaps to when."""

    bruker = forms.ModelChoiceField(label=_("Hvem er borte?"), queryset=Bruker.objects.none(), empty_label=None)
    vikar = forms.ModelChoiceField(label=_("Stedfortreder"), queryset=Bruker.objects.none(), empty_label=_("Velg"))
    fra = Datofelt(label=_("Fra og med"), initial=klokke.i_dag)
    til = Datofelt(label=_("Til og med"), required=False, help_text=_("La stå tomt når dere ikke vet det ennå."))

    def __init__(self, *args: Any, hvem: Any, ansatte: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["bruker"].queryset = hvem  # type: ignore[attr-defined]
        self.fields["vikar"].queryset = ansatte  # type: ignore[attr-defined]
