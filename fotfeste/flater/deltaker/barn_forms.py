"""What the participant tells of the family and of other money: one thing at a time, in plain words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from fotfeste.fag.endring.enums import Belopsenhet, Meldingsslag
from fotfeste.fag.endring.services import MAKS_TEGN
from fotfeste.fag.person.models import Barn
from fotfeste.fag.utbetaling.enums import Ytelsestype
from fotfeste.flater.felles.belop import Belopsfelt
from fotfeste.flater.felles.papir import MedPapir, papirfelt
from fotfeste.flater.felles.skjema import Datofelt, Tekstfelt

_PAPIRHJELP = _("Ta ett bilde av papiret, eller velg en PDF. Du kan også vise det til veilederen din senere.")


class Meldingsskjema(MedPapir):
    """A message about the family. `barn` are the participant's own children, for those about some of them."""

    tekst = Tekstfelt(label=_("Vil du fortelle mer?"), required=False, max_length=MAKS_TEGN)
    vedlegg = papirfelt(label=_("Papir som viser det"), help_text=_PAPIRHJELP)

    def __init__(self, *args: Any, barn: Sequence[Barn] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._barn = {str(ett.pk): ett for ett in barn}
        if "barna" in self.fields:
            felt = self.fields["barna"]
            assert isinstance(felt, forms.MultipleChoiceField)  # noqa: S101 - for the type checker
            felt.choices = [(nokkel, str(ett)) for nokkel, ett in self._barn.items()]
            if len(self._barn) == 1:
                felt.initial = list(self._barn)

    def faglig(self) -> dict[str, Any]:
        verdier = super().faglig()
        return {**verdier, "barna": [self._barn[nokkel] for nokkel in verdier.pop("barna", [])]}


def _barnefelt(ledetekst: Any) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(label=ledetekst, widget=forms.CheckboxSelectMultiple)


class Fodtskjema(Meldingsskjema):
    """A child is born."""

    navn = forms.CharField(label=_("Hva heter barnet?"), max_length=160, required=False)
    fra = Datofelt(label=_("Når ble barnet født?"))
    field_order = ("navn", "fra", "tekst", "vedlegg")


class Flyttetskjema(Meldingsskjema):
    """A child has moved."""

    barna = _barnefelt(_("Hvem har flyttet?"))
    fra = Datofelt(label=_("Hvilken dag flyttet barnet?"))
    field_order = ("barna", "fra", "tekst", "vedlegg")


class Reiseskjema(Meldingsskjema):
    """A child goes abroad."""

    barna = _barnefelt(_("Hvem reiser?"))
    fra = Datofelt(label=_("Hvilken dag reiser dere fra Norge?"))
    til = Datofelt(
        label=_("Hvilken dag kommer dere hjem?"), required=False, help_text=_("La stå tomt hvis du ikke vet det ennå.")
    )
    field_order = ("barna", "fra", "til", "tekst", "vedlegg")


class Annetskjema(Meldingsskjema):
    """Anything else about the family."""

    tekst = Tekstfelt(label=_("Hva er endret?"), max_length=MAKS_TEGN)


class Pengeskjema(MedPapir):
    """Other money, as the letter says it."""

    ytelse = forms.ChoiceField(label=_("Hva har du fått?"), choices=Ytelsestype.choices, widget=forms.RadioSelect)
    fra = Datofelt(label=_("Fra hvilken dag?"))
    til = Datofelt(label=_("Til hvilken dag?"), required=False, help_text=_("La stå tomt hvis det ikke står i brevet."))
    belop = Belopsfelt(label=_("Hvor mye står det i brevet?"), required=False, help_text=_("Beløpet før skatt."))
    enhet = forms.ChoiceField(
        label=_("Hva er beløpet for?"), choices=[("", _("Jeg vet ikke")), *Belopsenhet.choices], required=False
    )
    tekst = Tekstfelt(label=_("Vil du fortelle mer?"), required=False, max_length=MAKS_TEGN)
    vedlegg = papirfelt(label=_("Brevet fra NAV"), help_text=_PAPIRHJELP)

    def faglig(self) -> dict[str, Any]:
        verdier = super().faglig()
        belop_ore = verdier.pop("belop")
        return {**verdier, "belop_ore": belop_ore}


SKJEMAER: dict[Meldingsslag, type[Meldingsskjema]] = {
    Meldingsslag.BARN_FODT: Fodtskjema,
    Meldingsslag.BARN_FLYTTET: Flyttetskjema,
    Meldingsslag.BARN_UTLAND: Reiseskjema,
    Meldingsslag.BARN_ANNET: Annetskjema,
}
