"""Forms about who a person is."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

from fotfeste.fag.person import fodselsnummer
from fotfeste.fag.person.enums import Sivilstand, Sprak
from fotfeste.fag.person.models import Person
from fotfeste.flater.felles.personfelter import Epostfelt, Kontofelt, Telefonfelt
from fotfeste.flater.felles.skjema import Datofelt, Skjema
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import Fagfeil

NYE_BARN = 3
"""Rows for children on the form; more are added on the person's page."""

KONTAKTFELTER = (
    "fornavn", "etternavn", "telefon", "epost", "adresse", "postnummer", "poststed", "sivilstand", "alene_om_omsorg",
    "sprak", "tolkebehov", "kontonummer",
)  # fmt: skip


class Kontaktskjema(Skjema):
    """What may change about a person: how to reach them, what they speak, where the money goes."""

    fornavn = forms.CharField(label=_("Fornavn"), max_length=80)
    etternavn = forms.CharField(label=_("Etternavn"), max_length=80)
    telefon = Telefonfelt(label=_("Telefon"))
    epost = Epostfelt(label=_("E-post"))
    adresse = forms.CharField(label=_("Gateadresse"), max_length=200, required=False)
    postnummer = forms.CharField(
        label=_("Postnummer"),
        required=False,
        validators=[RegexValidator(r"^[0-9]{4}$", _("Et postnummer har fire tall."))],
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "ds-input kort-tall"}),
    )
    poststed = forms.CharField(label=_("Poststed"), max_length=60, required=False)
    sivilstand = forms.ChoiceField(label=_("Sivilstand"), choices=Sivilstand.choices)
    alene_om_omsorg = forms.BooleanField(label=_("Er alene om omsorgen for barn"), required=False)
    sprak = forms.ChoiceField(label=_("Snakker og leser best"), choices=Sprak.choices)
    tolkebehov = forms.BooleanField(label=_("Trenger tolk"), required=False)
    kontonummer = Kontofelt(label=_("Kontonummer"), help_text=_("Kan fylles ut senere. Pengene betales hit."))


class Personskjema(Kontaktskjema):
    """A new person: the number first, then the rest, and the children known today."""

    fnr = forms.CharField(
        label=_("Fødselsnummer eller D-nummer"),
        help_text=_("11 sifre. Fødselsdato og kjønn leses av nummeret."),
        max_length=20,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off", "class": "ds-input"}),
    )
    field_order = ("fnr", *KONTAKTFELTER)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["sivilstand"].initial = Sivilstand.UGIFT
        self.fields["sprak"].initial = Sprak.BOKMAL
        for nr in range(1, NYE_BARN + 1):
            self.fields[f"barn_navn_{nr}"] = forms.CharField(
                label=_("Navn"), max_length=160, required=False, widget=forms.TextInput(attrs={"class": "ds-input"})
            )
            self.fields[f"barn_fodt_{nr}"] = Datofelt(label=_("Født"), required=False)

    def clean_fnr(self) -> str:
        try:
            return fodselsnummer.les(self.cleaned_data["fnr"]).nummer
        except Fagfeil as feil:
            raise ValidationError(feil.melding) from feil

    @property
    def barnerader(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        """The rows of the children, name and birth date."""
        return [(self[f"barn_navn_{nr}"], self[f"barn_fodt_{nr}"]) for nr in range(1, NYE_BARN + 1)]

    @property
    def personfelter(self) -> list[forms.BoundField]:
        """The fields about the person, without the children."""
        return [self[navn] for navn in self.field_order]

    @property
    def barn(self) -> list[tuple[str, date]]:
        """The children that were filled in."""
        rader = range(1, NYE_BARN + 1)
        data = self.cleaned_data
        return [(data[f"barn_navn_{nr}"], data[f"barn_fodt_{nr}"]) for nr in rader if data.get(f"barn_fodt_{nr}")]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        for nr in range(1, NYE_BARN + 1):
            fodt = data.get(f"barn_fodt_{nr}")
            if data.get(f"barn_navn_{nr}") and not fodt and f"barn_fodt_{nr}" not in self.errors:
                self.add_error(f"barn_fodt_{nr}", _("Skriv når barnet er født."))
            elif fodt and fodt > klokke.i_dag():
                self.add_error(f"barn_fodt_{nr}", _("Barnet kan ikke være født etter i dag. Sjekk datoen."))
        return data


def fra_person(person: Person) -> dict[str, Any]:
    """What stands now, for filling the form."""
    return {felt: getattr(person, felt) for felt in KONTAKTFELTER}
