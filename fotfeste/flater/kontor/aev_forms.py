"""Forms of the work-ability assessment."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from fotfeste.fag.kartlegging.enums import Innsatsgruppe, Kildetype, UtfortAv
from fotfeste.fag.kartlegging.models import Arbeidsevnevurdering
from fotfeste.fag.kartlegging.punkter import PUNKTER
from fotfeste.fag.kartlegging.services import TEKSTFELTER
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
    motivasjon = Tekstfelt(
        label=_("Motivasjon"), required=False, help_text=_("Hva deltakeren selv vil oppnå, og hva som driver.")
    )
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

    def __init__(self, *args: Any, vurdering: Arbeidsevnevurdering | None = None, **kwargs: Any) -> None:
        if vurdering:
            kwargs.setdefault("versjon", vurdering.versjon)
            felter = (*TEKSTFELTER, "innsatsgruppe", "utfort_av")
            kwargs.setdefault("initial", {felt: getattr(vurdering, felt) for felt in felter})
        super().__init__(*args, **kwargs)


class Kildeskjema(Skjema):
    """A source: what, when, and whether the participant has agreed to its use."""

    type = forms.ChoiceField(label=_("Slag"), choices=Kildetype.choices)
    beskrivelse = forms.CharField(label=_("Hva er kilden?"), max_length=300)
    dato = Datofelt(label=_("Dato"), help_text=_("Når opplysningen er fra, for eksempel 3.2.26 eller «i går»."))
    samtykke = forms.BooleanField(label=_("Deltakeren har sagt ja til at vi bruker den"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["dato"].initial = klokke.i_dag
