"""The forms of the individual plan: the offer, the answer, the plan's texts, those who take part, and consents."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from fotfeste.fag.plan.enums import Plansvar, Tilbudskanal, Tilbudt
from fotfeste.fag.program.models import Delmal
from fotfeste.flater.felles.skjema import Datofelt, Skjema, Tekstfelt


class Tilbudskjema(Skjema):
    """When and how the plan was offered."""

    dato = Datofelt(label=_("Dag"))
    kanal = forms.ChoiceField(
        label=_("Hvordan"), choices=Tilbudskanal.choices, initial=Tilbudskanal.SAMTALE, widget=forms.RadioSelect
    )
    tolk = forms.BooleanField(label=_("Med tolk"), required=False)
    notat = Tekstfelt(label=_("Hva dere snakket om"), required=False)


class Svarskjema(Skjema):
    """What the participant answers."""

    betingede = frozenset({"begrunnelse"})

    svar = forms.ChoiceField(label=_("Hva svarer deltakeren?"), choices=Plansvar.choices, widget=forms.RadioSelect)
    begrunnelse = Tekstfelt(
        label=_("Hvorfor ikke"), help_text=_("Bare når svaret er nei. Med deltakerens egne ord."), required=False
    )
    vil_ikke_si = forms.BooleanField(label=_("Deltakeren ønsker ikke å oppgi grunnen"), required=False)
    dato = Datofelt(label=_("Dag"))


def _tilbudt(etikett: Any) -> forms.ChoiceField:
    return forms.ChoiceField(label=etikett, choices=Tilbudt.choices, required=False)


class Planskjema(Skjema):
    """What the regulation asks for and the programme does not say already."""

    ressurser = Tekstfelt(label=_("Ressurser"), help_text=_("Det deltakeren kan, har og får til."), required=False)
    behov = Tekstfelt(label=_("Behov for tjenester og tiltak"), required=False)
    hensyn = Tekstfelt(label=_("Språk og kultur vi tar hensyn til"), required=False)
    ansvarlig_tjeneste = forms.CharField(label=_("Hvem som lager planen"), max_length=160, required=False)
    deltakers_bidrag = Tekstfelt(label=_("Hva deltakeren bidrar med"), required=False)
    parorendes_bidrag = Tekstfelt(
        label=_("Hva pårørende bidrar med"), help_text=_("Bare når deltakeren vil ha dem med."), required=False
    )
    gjennomforing = Tekstfelt(label=_("Hvordan det skal gjøres"), required=False)
    samarbeid = Tekstfelt(label=_("Samarbeid som trengs eller ønskes"), required=False)
    koordinator_helse = _tilbudt(_("Koordinator i helse- og omsorgstjenesten"))
    barnekoordinator = _tilbudt(_("Barnekoordinator"))
    kontaktlege = _tilbudt(_("Kontaktlege"))
    fra = Datofelt(label=_("Planen gjelder fra"), required=False)
    til = Datofelt(label=_("Til"), required=False)
    neste_revisjon = Datofelt(label=_("Vi ser på den igjen"), required=False)


class Partskjema(Skjema):
    """Someone who takes part."""

    navn = forms.CharField(label=_("Navn"), max_length=120)
    tjeneste = forms.CharField(
        label=_("Hvor de er fra"), help_text=_("For eksempel «fastlege» eller «søster»."), max_length=160
    )
    kontakt = forms.CharField(label=_("Telefon eller e-post"), max_length=160, required=False)
    bidrag = Tekstfelt(label=_("Hva de bidrar med"), required=False)
    parorende = forms.BooleanField(label=_("Pårørende"), required=False)


class Tjenesteskjema(Skjema):
    """A service beside the programme."""

    navn = forms.CharField(label=_("Tjeneste eller tiltak"), max_length=160)
    omfang = forms.CharField(label=_("Omfang"), help_text=_("For eksempel «en time hver uke»."), max_length=160)
    ansvarlig = forms.CharField(label=_("Hvem som har ansvaret"), max_length=160)
    hvordan = Tekstfelt(label=_("Hvordan det gjøres"), required=False)
    delmal = forms.ModelChoiceField(
        label=_("Målet den fører mot"), queryset=Delmal.objects.none(), required=False, empty_label=_("Ikke valgt")
    )

    def __init__(self, *args: Any, delmal: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if delmal is not None:
            self.fields["delmal"].queryset = delmal  # type: ignore[attr-defined]

    def faglig(self) -> dict[str, Any]:
        """What plantjeneste_legg_til takes."""
        verdier = super().faglig()
        mal = verdier.pop("delmal")
        return {**verdier, "delmal": mal.pk if mal else None}


class Koordinatorskjema(Skjema):
    """Who sees to it that the plan moves on."""

    navn = forms.CharField(label=_("Navn"), max_length=120)
    tjeneste = forms.CharField(label=_("Hvor koordinatoren er fra"), max_length=160)
    kontakt = forms.CharField(label=_("Telefon eller e-post"), max_length=160)
    fra = Datofelt(label=_("Fra"), required=False)


class Samtykkeskjema(Skjema):
    """How the consent to the plan was given."""

    dato = Datofelt(label=_("Dag"))
    hvordan = forms.CharField(
        label=_("Hvordan"), help_text=_("For eksempel «i møte, med tolk på telefon»."), max_length=200
    )


class Delingskjema(Samtykkeskjema):
    """What a party may be told."""

    omfang = forms.CharField(
        label=_("Hva de kan få vite"), help_text=_("Så lite som mulig, så mye som trengs."), max_length=300
    )


class Godtattskjema(Samtykkeskjema):
    """How and when the participant agreed to the plan."""


class Ikraftskjema(Skjema):
    """What is new in the version."""

    nytt = Tekstfelt(label=_("Hva er nytt i denne versjonen"), required=False)


class Avslutningskjema(Skjema):
    """Why the plan ends."""

    grunn = Tekstfelt(label=_("Hvorfor planen avsluttes"))
