"""Forms of a programme's life: certificate, confirmation, moves, other benefits, contact after, and how it went."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from fotfeste.fag.etter.bevis import SLAGENE
from fotfeste.fag.etter.enums import Ettersituasjon, Flytteutfall, Maned, Svarmate, Ytelse, Ytelsesutfall
from fotfeste.flater.felles.skjema import Datofelt, Skjema, Tekstfelt
from fotfeste.grunnmur.organisasjon.models import Bruker, Kontor

JA, NEI = "ja", "nei"
_JA_NEI = [(JA, _("Ja")), (NEI, _("Nei"))]


class Bevisskjema(Skjema):
    """What the certificate says was achieved."""

    oppnadd = Tekstfelt(
        label=_("Dette er oppnådd"),
        help_text=_("Skriv det sammen med deltakeren. Perioden, aktivitetene og timene henter vi fra saken."),
    )


class Bekreftelseskjema(Skjema):
    """Which confirmation to make."""

    slag = forms.ChoiceField(
        label=_("Hvem er den til?"),
        choices=[(slag.value, ord_.navn) for slag, ord_ in SLAGENE.items()],
        widget=forms.RadioSelect,
    )


class Oppfolgingskjema(Skjema):
    """Contact agreed for the time after, or that the participant wants none."""

    betingede = frozenset({"hvem", "hva"})

    onsket = forms.ChoiceField(label=_("Vil deltakeren ha kontakt etterpå?"), choices=_JA_NEI, widget=forms.RadioSelect)
    hvem = forms.ModelChoiceField(
        label=_("Hvem"), queryset=Bruker.objects.none(), required=False, empty_label=_("Velg")
    )
    hva = Tekstfelt(label=_("Hva er avtalt"), help_text=_("For eksempel: vi ringes en gang i måneden."), required=False)
    fra = Datofelt(label=_("Fra"), required=False, help_text=_("Fra i dag når du ikke skriver noe."))
    til = Datofelt(label=_("Foreløpig til"), required=False, help_text=_("Kontakten varer så lenge den trengs."))

    def __init__(self, *args: Any, kandidater: QuerySet[Bruker], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["hvem"].queryset = kandidater  # type: ignore[attr-defined]

    def faglig(self) -> dict[str, Any]:
        """What etteroppfolging_avtal takes."""
        verdier = super().faglig()
        return {**verdier, "onsket": verdier["onsket"] == JA}


class Grunnskjema(Skjema):
    """Why something ends."""

    grunn = forms.CharField(label=_("Hvorfor kontakten slutter"), max_length=300)


class Overforingskjema(Skjema):
    """The office that takes over, and what it needs to go on without looking at everything anew."""

    betingede = frozenset({"nytte", "framgang", "neste_evaluering"})

    til_kontor = forms.ModelChoiceField(
        label=_("Kontoret som overtar"), queryset=Kontor.objects.none(), empty_label=_("Velg")
    )
    nytte = Tekstfelt(label=_("Nytten av aktivitetene"), required=False)
    framgang = Tekstfelt(label=_("Framgang mot målet"), required=False)
    neste_evaluering = Datofelt(label=_("Neste evaluering"), required=False)

    def __init__(self, *args: Any, kontorer: QuerySet[Kontor], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["til_kontor"].queryset = kontorer  # type: ignore[attr-defined]


class Flytteskjema(Skjema):
    """The participant moves to another municipality."""

    til_kommune = forms.CharField(label=_("Kommunen deltakeren flytter til"), max_length=80)
    flytter = Datofelt(label=_("Flyttedag"))


class Flyttekontaktskjema(Skjema):
    """The two offices have talked."""

    dato = Datofelt(label=_("Dagen dere snakket sammen"))
    med = forms.CharField(label=_("Hvem du snakket med"), max_length=160)
    avtalt = Tekstfelt(label=_("Hva dere ble enige om"))


class Flyttemappeskjema(Skjema):
    """Whether the participant lets the case be given to the new municipality."""

    samtykker = forms.ChoiceField(
        label=_("Sier deltakeren ja til at saken gis videre?"), choices=_JA_NEI, widget=forms.RadioSelect
    )

    def faglig(self) -> dict[str, Any]:
        """What flytting_overlever_mappe takes."""
        return {"samtykker": super().faglig()["samtykker"] == JA}


class Flytteutfallskjema(Skjema):
    """What the new municipality came to."""

    utfall = forms.ChoiceField(label=_("Utfallet"), choices=Flytteutfall.choices, widget=forms.RadioSelect)
    dato = Datofelt(label=_("Dagen vi fikk vite det"))


class Ytelseskjema(Skjema):
    """The participant has applied for another benefit."""

    ytelse = forms.ChoiceField(label=_("Ytelsen"), choices=Ytelse.choices)
    sokt = Datofelt(label=_("Søkt"))


class Ytelsessvarskjema(Skjema):
    """What became of the application."""

    betingede = frozenset({"gjelder_fra"})

    utfall = forms.ChoiceField(label=_("Utfallet"), choices=Ytelsesutfall.choices, widget=forms.RadioSelect)
    avgjort = Datofelt(label=_("Avgjort"))
    gjelder_fra = Datofelt(label=_("Ytelsen gjelder fra"), required=False, help_text=_("Når den er innvilget."))


class Etterskjema(Skjema):
    """How it went, some time after."""

    maned = forms.TypedChoiceField(label=_("Når"), choices=Maned.choices, coerce=int)
    svarmate = forms.ChoiceField(label=_("Hvordan vet du det?"), choices=Svarmate.choices[1:], widget=forms.RadioSelect)
    situasjon = forms.ChoiceField(
        label=_("Hva lever personen av nå?"),
        choices=Ettersituasjon.choices,
        help_text=_("Velg «Ukjent» når du ikke fikk svar."),
    )
    merknad = forms.CharField(
        label=_("Merknad"), max_length=500, required=False, help_text=_("For eksempel hvordan du prøvde å få kontakt.")
    )
