"""The forms of guidance: a routine, and why something was done otherwise."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from fotfeste.fag.veiledning.models import Rutine
from fotfeste.fag.veiledning.selectors import mulige_eiere
from fotfeste.fag.veiledning.typer import Steg
from fotfeste.flater.felles.skjema import Datofelt, Skjema, Tekstfelt
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.organisasjon.models import Bruker, Kommune, Kontor
from fotfeste.regelverk.styrke import Styrke


def _om_et_ar() -> Any:
    return klokke.i_dag() + timedelta(days=365)


class Rutineskjema(Skjema):
    """How we do it, who owns it, and when it is looked at again. An office says which paragraph it refines."""

    avsnitt = forms.TypedChoiceField(label=_("Hvilket avsnitt utdyper dere?"), coerce=int, required=False)
    tekst = Tekstfelt(
        label=_("Slik gjør vi det"), max_length=6000, help_text=_("Ett avsnitt om hver ting, med en tom linje mellom.")
    )
    eier = forms.ModelChoiceField(label=_("Hvem eier rutinen?"), queryset=Bruker.objects.none(), empty_label=None)
    vurderes = Datofelt(label=_("Når skal den vurderes på nytt?"), initial=_om_et_ar)

    def __init__(
        self, *args: Any, kommune: Kommune, kontor: Kontor | None, felles: Rutine | None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        avsnittene = felles.avsnittene if felles else []
        self.fields["eier"].queryset = mulige_eiere(kommune)  # type: ignore[attr-defined]
        if kontor is None:
            del self.fields["avsnitt"]
        else:
            self.fields["avsnitt"].choices = [  # type: ignore[attr-defined]
                (nummer, f"{nummer}. {tekst[:120]}") for nummer, tekst in enumerate(avsnittene, 1)
            ]


class Rutinesjekkskjema(Skjema):
    """Whether the routine is followed."""

    betingede = frozenset({"merknad"})

    folges = forms.TypedChoiceField(
        label=_("Følger dere rutinen?"),
        choices=[("ja", _("Ja")), ("nei", _("Nei"))],
        coerce=lambda verdi: verdi == "ja",
        widget=forms.RadioSelect,
    )
    merknad = forms.CharField(label=_("Hva gjør dere i stedet?"), max_length=300, required=False)


class Avviksskjema(Skjema):
    """What was done otherwise, and why."""

    rad = forms.TypedChoiceField(label=_("Hva ble gjort på en annen måte?"), coerce=int, widget=forms.RadioSelect)
    setning = forms.CharField(
        label=_("Hvorfor?"), max_length=500, help_text=_("Én setning, uten navn. Andre kan lære av den.")
    )

    def __init__(self, *args: Any, steg: Steg, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["rad"].choices = [  # type: ignore[attr-defined]
            (nummer, rad.tekst) for nummer, rad in enumerate(steg.rader) if rad.styrke == Styrke.BOR
        ]
