"""Forms about the children: what decides whether they give barnetillegg."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from fotfeste.fag.person.barn import MAKS_TEGN
from fotfeste.fag.person.enums import Barnekilde
from fotfeste.fag.person.models import Barn, Utenlandsopphold
from fotfeste.flater.felles.papir import MedPapir, papirfelt
from fotfeste.flater.felles.skjema import Datofelt, Skjema, Tekstfelt


def _kildefelt() -> forms.ChoiceField:
    return forms.ChoiceField(
        label=_("Hvem har sagt det?"), choices=[("", _("Ikke oppgitt")), *Barnekilde.choices], required=False
    )


class Barneskjema(MedPapir):
    """One child the person supports."""

    betingede = frozenset({"forsorget_fra", "krav_fram"})

    navn = forms.CharField(label=_("Navn"), max_length=160, required=False)
    fodselsdato = Datofelt(label=_("Født"))
    fra = Datofelt(
        label=_("Forsørges fra"),
        required=False,
        help_text=_("Når det ikke er fra fødselen, for eksempel etter flytting."),
    )
    til = Datofelt(label=_("Forsørges til og med"), required=False, help_text=_("La stå tomt så lenge det varer."))
    bor_i_husholdningen = forms.BooleanField(label=_("Bor hos søkeren"), required=False, initial=True)
    kronisk_syk = forms.BooleanField(label=_("Er kronisk sykt eller har funksjonshemning"), required=False)
    bosatt_fra = Datofelt(
        label=_("Bor i Norge fra"), required=False, help_text=_("La stå tomt når barnet alltid har bodd i Norge.")
    )
    bosatt_til = Datofelt(
        label=_("Bor i Norge til og med"),
        required=False,
        help_text=_("Når barnet har flyttet fra Norge, eller ikke lenger har lovlig opphold."),
    )
    fosterbarn = forms.BooleanField(label=_("Er fosterbarn"), required=False)
    forsorget_fra = Datofelt(label=_("Forsørget fosterbarnet siden"), required=False)
    krav_fram = Datofelt(
        label=_("Ba om barnetillegg"),
        required=False,
        help_text=_("Dagen deltakeren ba om barnetillegg for fosterbarnet."),
    )
    kilde = _kildefelt()
    vedlegg = papirfelt(label=_("Papir som viser det"))

    def faglig(self) -> dict[str, Any]:
        verdier = super().faglig()
        fodt = verdier["fodselsdato"]
        return {**verdier, "fra": verdier["fra"] or max(verdier["forsorget_fra"] or fodt, fodt)}


class Sluttskjema(MedPapir):
    """The child is not supported any more."""

    til = Datofelt(label=_("Forsørges til og med"), help_text=_("Den siste dagen det gis barnetillegg for barnet."))
    kilde = _kildefelt()
    vedlegg = papirfelt(label=_("Papir som viser det"))


class Utenlandsskjema(MedPapir):
    """A stay abroad."""

    fra = Datofelt(label=_("Reiser fra Norge"))
    til = Datofelt(label=_("Kommer hjem"), required=False, help_text=_("La stå tomt når dere ikke vet det ennå."))
    medlem_folketrygden = forms.BooleanField(
        label=_("Er medlem i folketrygden mens barnet er ute (ftl § 2-5 andre ledd)"), required=False
    )
    kilde = _kildefelt()
    vedlegg = papirfelt(label=_("Papir som viser det"))


class Varigskjema(Skjema):
    """The two years are waived for a lasting placement, or not."""

    betingede = frozenset({"grunn"})

    varig = forms.TypedChoiceField(
        label=_("Er fosterhjemsordningen varig?"),
        choices=[("ja", _("Ja, vi fraviker kravet om to år")), ("nei", _("Nei, kravet om to år gjelder"))],
        coerce=lambda valgt: valgt == "ja",
        widget=forms.RadioSelect,
    )
    grunn = Tekstfelt(
        label=_("Hvorfor er ordningen varig?"),
        required=False,
        max_length=MAKS_TEGN,
        help_text=_("For eksempel hva barnevernstjenesten har bestemt. Deltakeren kan lese dette."),
    )


class Fjernskjema(Skjema):
    """Something registered by mistake is taken away."""

    grunn = forms.CharField(label=_("Hvorfor skal det ikke stå her?"), max_length=MAKS_TEGN)


def fra_barn(barn: Barn) -> dict[str, Any]:
    """What stands now about a child."""
    return {felt: getattr(barn, felt) for felt in Barneskjema.base_fields if hasattr(barn, felt)}


def fra_opphold(opphold: Utenlandsopphold) -> dict[str, Any]:
    """What stands now about a stay."""
    return {felt: getattr(opphold, felt) for felt in Utenlandsskjema.base_fields if hasattr(opphold, felt)}
