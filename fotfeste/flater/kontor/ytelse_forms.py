"""Forms about other benefits: what the letter from NAV says, and nothing to reckon by hand."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from fotfeste.fag.endring.enums import Belopsenhet
from fotfeste.fag.utbetaling.enums import Ytelsestype
from fotfeste.fag.utbetaling.models import AnnenYtelse
from fotfeste.fag.utbetaling.ytelser import Brevet
from fotfeste.flater.felles.belop import ORE, Belopsfelt, belop_i_felt
from fotfeste.flater.felles.papir import papirfelt
from fotfeste.flater.felles.skjema import Datofelt, Skjema


class Ytelsesskjema(Skjema):
    """A benefit from a day, with the amount as the letter says it."""

    type = forms.ChoiceField(label=_("Ytelse"), choices=Ytelsestype.choices, widget=forms.RadioSelect)
    fra = Datofelt(label=_("Rett fra"), help_text=_("Den første dagen deltakeren har rett til den."))
    til = Datofelt(label=_("Rett til og med"), required=False, help_text=_("La stå tomt så lenge det ikke er bestemt."))
    belop = Belopsfelt(label=_("Beløp i brevet, før skatt"))
    enhet = forms.ChoiceField(label=_("Beløpet er"), choices=Belopsenhet.choices, initial=Belopsenhet.DAG)
    vedlegg = papirfelt(label=_("Brevet fra NAV"))

    def faglig(self) -> dict[str, Any]:
        verdier = super().faglig()
        fil = verdier.pop("vedlegg", None)
        papir = (fil.name, fil.read()) if fil else None
        brevet = Brevet(verdier.pop("belop") or 0, verdier.pop("enhet"), papir)
        return {**verdier, "brevet": brevet}


class Rettskjema(Ytelsesskjema):
    """The days or the amount of one that is registered: which benefit it is, stands."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["type"]


class Sluttskjema(Skjema):
    """The right ends."""

    til = Datofelt(label=_("Rett til og med"), help_text=_("Den siste dagen deltakeren har rett til ytelsen."))


def fra_ytelse(ytelse: AnnenYtelse) -> dict[str, Any]:
    """What stands now; for one read in without a letter the whole kroner per day."""
    grunnlag = getattr(ytelse, "grunnlag", None)
    ore, enhet = (grunnlag.belop_ore, grunnlag.enhet) if grunnlag else (ytelse.belop_per_dag * ORE, Belopsenhet.DAG)
    return {"fra": ytelse.fra, "til": ytelse.til, "belop": belop_i_felt(ore), "enhet": enhet}
