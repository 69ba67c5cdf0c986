"""What is to be different, and for which months."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _g
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from fotfeste.flater.kontor.utbetaling_forms import maneder_som_er_over
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.leseord import maned_ord
from fotfeste.grunnmur.organisasjon.models import Kommune
from fotfeste.innsikt.simulering.endring import Endring
from fotfeste.regelverk.parametre import (
    AR_FOR_FULL_SATS,
    BARNETILLEGG,
    FAKTOR,
    GRUNNBELOP,
    SATS_FOR_UNGE,
    UkjentParameter,
)
from fotfeste.regelverk.penger import desimaltekst, kroner_tekst
from fotfeste.regelverk.vektor import Satsvalg

TOLV_MANEDER = "tolv"
PROSENT = 100


class Tallfelt(forms.DecimalField):
    """A number with comma or point, left empty where the law's own holds. `hoyst` and `desimaler` bound it."""

    widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off", "class": "ds-input kort-tall"})

    def __init__(self, *, hoyst: int, desimaler: int, minst: int = 0, **valg: Any) -> None:
        super().__init__(required=False, **valg)
        self.minst, self.hoyst, self.desimaler = minst, hoyst, desimaler

    def to_python(self, value: Any) -> Decimal | None:  # type: ignore[override]
        if value in self.empty_values:
            return None
        try:
            tall = Decimal("".join(str(value).split()).replace(",", "."))
        except InvalidOperation:
            raise ValidationError(
                _g("Skriv et tall, for eksempel 2,2. La feltet stå tomt hvis det skal være som i dag.")
            ) from None
        if not tall.is_finite() or not self.minst <= tall <= self.hoyst:
            raise ValidationError(
                _g("Skriv et tall fra %(minst)s til %(hoyst)s."), params={"minst": self.minst, "hoyst": self.hoyst}
            )
        if tall != round(tall, self.desimaler):
            raise ValidationError(self._for_mange_desimaler())
        return tall

    def _for_mange_desimaler(self) -> str:
        if not self.desimaler:
            return _g("Skriv et helt tall.")
        tekst = ngettext(
            "Skriv tallet med høyst %(n)s desimal.", "Skriv tallet med høyst %(n)s desimaler.", self.desimaler
        )
        return tekst % {"n": self.desimaler}


class Simuleringsvalg(forms.Form):
    """The change, the months and, for those who work in several, the municipality. Everything empty is as today."""

    kommune = forms.ChoiceField(label=_("Kommune"), required=False)
    periode = forms.ChoiceField(label=_("Hvilke måneder"), required=False)
    faktor = Tallfelt(label=_("Antall ganger G i året"), hoyst=10, desimaler=3)
    alder = Tallfelt(label=_("Alder for full stønad"), minst=18, hoyst=67, desimaler=0)
    andel = Tallfelt(label=_("Prosent av stønaden før den alderen"), hoyst=100, desimaler=1)
    barnetillegg = Tallfelt(label=_("Barnetillegg per barn og dag, i kroner"), hoyst=1000, desimaler=2)
    grunnbelop = Tallfelt(label=_("Grunnbeløpet (G), i kroner"), hoyst=1_000_000, desimaler=0)

    TALL = ("faktor", "alder", "andel", "barnetillegg", "grunnbelop")

    def __init__(self, *args: Any, kommuner: Sequence[Kommune], siste: date | None, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        self.kommuner = {str(kommune.pk): kommune for kommune in kommuner}
        self.over = maneder_som_er_over(klokke.i_dag())
        self.siste = siste if siste in self.over else self.over[0]
        self._sett_valg("kommune", [(pk, kommune.navn) for pk, kommune in self.kommuner.items()])
        maneder = [(dag.isoformat(), maned_ord(dag)) for dag in self.over]
        self._sett_valg("periode", [*maneder, (TOLV_MANEDER, _g("De siste tolv månedene"))])
        self.fields["periode"].initial = self.siste.isoformat()
        for felt, tekst in self._i_dag().items():
            self.fields[felt].help_text = _g("I dag: %(tall)s") % {"tall": tekst}
        if len(self.kommuner) == 1:
            del self.fields["kommune"]

    def _sett_valg(self, navn: str, valg: list[tuple[str, str]]) -> None:
        felt = self.fields[navn]
        assert isinstance(felt, forms.ChoiceField)  # noqa: S101 - tells the type checker
        felt.choices = valg

    def _i_dag(self) -> dict[str, str]:
        """The law's own numbers as the last day of the newest month knows them."""
        dag, prosent = self.siste.replace(day=28), round(SATS_FOR_UNGE.verdi * PROSENT, 1)
        try:
            grunnbelop = {"grunnbelop": kroner_tekst(int(GRUNNBELOP.pa(dag).verdi))}
        except UkjentParameter:
            grunnbelop = {}
        return {
            "faktor": desimaltekst(FAKTOR.pa(dag).verdi),
            "alder": desimaltekst(AR_FOR_FULL_SATS.verdi),
            "andel": _g("to tredeler (%(prosent)s)") % {"prosent": desimaltekst(prosent)},
            "barnetillegg": desimaltekst(BARNETILLEGG.pa(dag).verdi),
            **grunnbelop,
        }

    @property
    def valgt_kommune(self) -> Kommune:
        """The municipality that is chosen; the first, where none or an unknown one is."""
        valgt = self.cleaned_data.get("kommune") if self.is_bound and self.is_valid() else None
        return self.kommuner.get(str(valgt), next(iter(self.kommuner.values())))

    @property
    def maneder(self) -> list[date]:
        """The first days of the months that are chosen."""
        periode = self.cleaned_data.get("periode") or self.siste.isoformat()
        return self.over if periode == TOLV_MANEDER else [date.fromisoformat(periode)]

    @property
    def endring(self) -> Endring:
        """The change; none where every number was left empty."""
        tall = {navn: self.cleaned_data[navn] for navn in self.TALL}
        brok = {navn: None if verdi is None else Fraction(verdi) for navn, verdi in tall.items()}
        andel = brok["andel"]
        satser = Satsvalg(
            faktor=brok["faktor"],
            grunnbelop=brok["grunnbelop"],
            barnetillegg=brok["barnetillegg"],
            sats_for_unge=None if andel is None else andel / PROSENT,
        )
        return Endring(satser, None if tall["alder"] is None else int(tall["alder"]))
