"""The forms of the frame's own pages."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from fotfeste.fag.person.enums import Sprak
from fotfeste.fag.sak.enums import Saksstatus
from fotfeste.flater.felles.skjema import Datofelt, Skjema
from fotfeste.grunnmur.organisasjon.models import Bruker, Kontor


class FastKontaktskjema(Skjema):
    """Who at the office the participant can always turn to."""

    bruker = forms.ModelChoiceField(label=_("Fast kontakt"), queryset=Bruker.objects.none(), empty_label=None)

    def __init__(self, *args: Any, kandidater: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["bruker"].queryset = kandidater  # type: ignore[attr-defined]


class Utsettskjema(Skjema):
    """Until when, and why."""

    til = Datofelt(label=_("Utsett til"), help_text=_("For eksempel «i morgen» eller 3.2.26"))
    grunn = forms.CharField(
        label=_("Hvorfor kan det vente?"),
        max_length=300,
        help_text=_("Én setning. Den står ved oppgaven til den er tilbake."),
    )


class Visningsskjema(Skjema):
    """A name for what the list shows now."""

    navn = forms.CharField(label=_("Navn på visningen"), max_length=40)
    standard = forms.BooleanField(label=_("Vis denne når jeg åpner siden"), required=False)
    delt_med = forms.ModelChoiceField(
        label=_("Del med"), queryset=Kontor.objects.none(), required=False, empty_label=_("Bare meg")
    )
    sporring = forms.CharField(widget=forms.HiddenInput, required=False, max_length=500)

    def __init__(self, *args: Any, kontorer: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["delt_med"].queryset = kontorer  # type: ignore[attr-defined]


class Saksfilter(forms.Form):
    """What the list of cases shows. Values it does not know are taken as no filter at all."""

    APNE = "apne"

    status = forms.ChoiceField(
        label=_("Tilstand"),
        choices=[(APNE, _("Åpne saker")), ("alle", _("Alle")), *Saksstatus.choices],
        required=False,
    )
    kontor = forms.ModelChoiceField(
        label=_("Kontor"), queryset=Kontor.objects.none(), required=False, empty_label=_("Alle kontor")
    )
    hvem = forms.ChoiceField(label=_("Fast kontakt"), required=False)
    sorter = forms.ChoiceField(
        label=_("Sorter"),
        choices=[
            ("nyeste", _("Nyeste først")),
            ("eldste", _("Eldste først")),
            ("navn", _("Navn")),
            ("frist", _("Nærmeste frist")),
            ("stille", _("Lengst siden samtale")),
            ("slutt", _("Vedtaket går først ut")),
        ],
        required=False,
    )
    stille = forms.IntegerField(label=_("Ikke snakket på (dager)"), required=False, min_value=1, max_value=999)
    frist = forms.IntegerField(label=_("Frist innen (dager)"), required=False, min_value=0, max_value=999)
    slutt = forms.IntegerField(label=_("Vedtaket går ut innen (dager)"), required=False, min_value=0, max_value=999)
    sprak = forms.ChoiceField(label=_("Språk"), required=False)
    tolk = forms.BooleanField(label=_("Trenger tolk"), required=False)
    alder = forms.ChoiceField(
        label=_("Alder"),
        choices=[("", _("Alle")), ("25", _("Under 25 år")), ("30", _("Under 30 år"))],
        required=False,
    )
    barn = forms.BooleanField(label=_("Forsørger barn"), required=False)

    HOVED: ClassVar[tuple[str, ...]] = ("status", "kontor", "hvem", "sorter")

    def __init__(self, *args: Any, kontorer: Any, kontakter: Iterable[Bruker], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kontor"].queryset = kontorer  # type: ignore[attr-defined]
        self.fields["hvem"].choices = [  # type: ignore[attr-defined]
            ("", _("Alle")),
            ("mine", _("Mine")),
            ("ingen", _("Ingen fast kontakt")),
            *((str(bruker.pk), bruker.navn) for bruker in kontakter),
        ]
        self.fields["sprak"].choices = [("", _("Alle")), *Sprak.choices]  # type: ignore[attr-defined]
        for navn in ("stille", "frist", "slutt"):
            self.fields[navn].widget = forms.TextInput(attrs={"inputmode": "numeric", "class": "kort-tall"})

    @property
    def hovedfelter(self) -> list[forms.BoundField]:
        """The filters that always show."""
        return [self[navn] for navn in self.HOVED]

    @property
    def flere(self) -> list[forms.BoundField]:
        """Those that fold away."""
        return [felt for felt in self if felt.name not in self.HOVED]

    @property
    def flere_er_valgt(self) -> bool:
        return any(self.valg().get(felt.name) not in (None, "", False) for felt in self.flere)

    def valg(self) -> dict[str, Any]:
        """The filter's values; an unknown value is as if it was not given."""
        if not self.is_bound:
            return {}
        self.is_valid()
        return self.cleaned_data
