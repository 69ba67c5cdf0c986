"""Forms of the organisation: give a role, end one, set a choice."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from fotfeste.flater.felles.skjema import Datofelt, Skjema, Tekstfelt
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.organisasjon.enums import KOMMUNEROLLER, UTENFOR_KONTORET, Rolle
from fotfeste.grunnmur.organisasjon.models import Kommune, Kontor
from fotfeste.grunnmur.organisasjon.valg import Valg


class Rolleskjema(Skjema):
    """Who, which role, where, from when. The office is asked of roles held at one."""

    brukernavn = forms.CharField(
        label=_("Brukernavn"),
        max_length=100,
        help_text=_("Det den ansatte logger inn med hos kommunen."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "class": "ds-input"}),
    )
    navn = forms.CharField(
        label=_("Navn"), max_length=100, required=False, help_text=_("Bare når den ansatte er ny i Fotfeste.")
    )
    rolle = forms.ChoiceField(label=_("Rolle"))
    kontor = forms.ModelChoiceField(
        label=_("Kontor"),
        queryset=Kontor.objects.none(),
        required=False,
        empty_label=_("Ikke noe kontor"),
        help_text=_("Økonomi, revisor og systemansvarlig gjelder hele kommunen og trenger ikke noe kontor."),
    )
    fra = Datofelt(label=_("Fra og med"), initial=klokke.i_dag)
    til = Datofelt(label=_("Til og med"), required=False, help_text=_("La stå tomt så lenge det varer."))

    def __init__(self, *args: Any, kommune: Kommune, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        roller = sorted(set(Rolle) - UTENFOR_KONTORET, key=lambda rolle: (rolle in KOMMUNEROLLER, str(rolle.label)))
        self.fields["rolle"].choices = [(rolle.value, rolle.label) for rolle in roller]  # type: ignore[attr-defined]
        self.fields["kontor"].queryset = kommune.kontorer.all()  # type: ignore[attr-defined]


class Avslutningsskjema(Skjema):
    """The role's last day."""

    til = Datofelt(label=_("Siste dag"), initial=klokke.i_dag)


class Valgskjema(Skjema):
    """What the municipality chooses, from when and why."""

    fra = Datofelt(label=_("Fra og med"), initial=klokke.i_dag)
    begrunnelse = Tekstfelt(
        label=_("Hvorfor?"),
        max_length=2000,
        help_text=_("Hvem har bestemt det, og hvor står det?"),
    )
    field_order = ("verdi", "fra", "begrunnelse")

    def __init__(self, *args: Any, valg: Valg, na: bool | int, **kwargs: Any) -> None:
        super().__init__(*args, initial={"verdi": ("ja" if na else "nei") if valg.er_ja_nei else na}, **kwargs)
        self.fields["verdi"] = _valgfelt(valg)
        self.order_fields(self.field_order)


def _valgfelt(valg: Valg) -> forms.Field:
    if valg.er_ja_nei:
        return forms.TypedChoiceField(
            label=valg.hva,
            choices=[("ja", _("Ja")), ("nei", _("Nei"))],
            coerce=lambda svar: svar == "ja",
            widget=forms.RadioSelect,
        )
    return forms.IntegerField(
        label=valg.hva,
        help_text=_("Et helt tall fra %(minst)s til %(hoyst)s.") % {"minst": valg.minst, "hoyst": valg.hoyst},
        error_messages={
            "required": _("Skriv et tall."),
            "invalid": _("Skriv et helt tall."),
        },
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "ds-input kort-tall"}),
    )


class Arrangorskjema(Skjema):
    """A provider of activities, by the name the programmes use."""

    navn = forms.CharField(
        label=_("Navn"),
        max_length=160,
        help_text=_(
            "Slik det står som arrangør i programmene. Arrangøren ser bare deltakere som har aktivitet der nå."
        ),
        widget=forms.TextInput(attrs={"autocomplete": "off", "class": "ds-input"}),
    )


class Arrangorbrukerskjema(Skjema):
    """Someone who works for the provider."""

    brukernavn = forms.CharField(label=_("Brukernavn"), max_length=100, help_text=_("Det de logger inn med."))
    navn = forms.CharField(
        label=_("Navn"), max_length=100, required=False, help_text=_("Bare når de er nye i Fotfeste.")
    )
    fra = Datofelt(label=_("Fra og med"), initial=klokke.i_dag)
    til = Datofelt(label=_("Til og med"), required=False, help_text=_("La stå tomt så lenge det varer."))
