"""Forms of the work-ability assessment."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from fotfeste.fag.kartlegging.enums import Hensyn, Innsatsgruppe, Kildetype, UtfortAv, Variant
from fotfeste.fag.kartlegging.models import Arbeidsevnevurdering
from fotfeste.fag.kartlegging.punkter import PUNKTER
from fotfeste.fag.kartlegging.services import SVARFELTER, TEKSTFELTER
from fotfeste.flater.felles.skjema import Datofelt, Skjema, Tekstfelt
from fotfeste.flater.kontor.utkastfelt import Utkasttekst, Utkastvalg
from fotfeste.grunnmur import klokke


class AevSkjema(Skjema):
    """The caseworker's part of the assessment: resources before hindrances, then the five points."""

    use_required_attribute = False

    ressurser = Tekstfelt(
        label=_("Ressurser"), required=False, help_text=_("Hva deltakeren kan, har gjort, liker og har rundt seg.")
    )
    hindringer = Tekstfelt(
        label=_("Det som hindrer"),
        required=False,
        help_text=_("Hva hindringen betyr i arbeid, ikke bare navnet på den."),
    )
    punkt_a, punkt_b, punkt_c, punkt_d, punkt_e = (
        Utkasttekst(label=format_lazy("{}) {}", punkt.bokstav, punkt.tittel)) for punkt in PUNKTER
    )
    nedsatt = forms.TypedChoiceField(
        label=_("Er arbeidsevnen nedsatt?"),
        choices=[("ja", _("Ja")), ("nei", _("Nei"))],
        coerce=lambda verdi: verdi == "ja",
        empty_value=None,
        required=False,
        widget=forms.RadioSelect(attrs={"class": ""}),
    )
    nedsatt_grad = forms.CharField(
        label=_("Hvor mye?"),
        required=False,
        max_length=300,
        help_text=_("For eksempel «om lag halvparten» eller «tre til fire timer om dagen»."),
    )
    motivasjon = Utkasttekst(label=_("Motivasjon"), help_text=_("Hva deltakeren selv vil oppnå, og hva som driver."))
    mal = Utkasttekst(
        label=_("Målet med programmet"),
        help_text=_("Hva som skal være nådd når programmet slutter. Passer ikke programmet, skriv målet i stedet."),
    )
    hensyn = forms.MultipleChoiceField(
        label=_("Særlige hensyn programmet må ta"),
        choices=Hensyn.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    uten_kollegablikk = forms.CharField(label=_("Fullføres uten kollegablikk fordi"), required=False, max_length=500)
    brukers_syn = Utkasttekst(
        label=_("Deltakerens syn på vurderingen"),
        help_text=_("Skriv hva deltakeren mener, også der dere er uenige. Er synet ikke med, skriv hvorfor."),
    )
    intern_vurdering = Tekstfelt(
        label=_("Bare for kontoret"),
        required=False,
        help_text=_("Kommer aldri i brev eller på deltakerens sider. Den kan likevel bli del av innsyn i saken."),
    )
    innsatsgruppe = Utkastvalg(label=_("Innsatsgruppe"), choices=[("", _("Velg")), *Innsatsgruppe.choices])
    utfort_av = forms.ChoiceField(label=_("Hvem har gjort vurderingen"), choices=UtfortAv.choices)

    betingede = frozenset({"nedsatt", "nedsatt_grad"})

    def __init__(self, *args: Any, vurdering: Arbeidsevnevurdering | None = None, **kwargs: Any) -> None:
        if vurdering:
            kwargs.setdefault("versjon", vurdering.versjon)
            initial = {felt: getattr(vurdering, felt) for felt in (*TEKSTFELTER, *SVARFELTER)}
            initial["nedsatt"] = None if vurdering.nedsatt is None else "ja" if vurdering.nedsatt else "nei"
            kwargs.setdefault("initial", initial)
        super().__init__(*args, **kwargs)
        if vurdering and vurdering.variant == Variant.FORENKLET:
            for felt in ("ressurser", "hindringer", "hensyn"):
                del self.fields[felt]


class Kildeskjema(Skjema):
    """A source: what, when, and whether the participant has agreed to its use."""

    type = forms.ChoiceField(label=_("Slag"), choices=Kildetype.choices)
    beskrivelse = forms.CharField(label=_("Hva er kilden?"), max_length=300)
    dato = Datofelt(label=_("Dato"), help_text=_("Når opplysningen er fra, for eksempel 3.2.26 eller «i går»."))
    samtykke = forms.BooleanField(label=_("Deltakeren har sagt ja til at vi bruker den"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["dato"].initial = klokke.i_dag
