"""Forms that keep what was typed: dates as people write them, a limit on text, a version and a once-only token."""

from __future__ import annotations

import re
import uuid
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from fotfeste.grunnmur import klokke

MAKS_TEGN = 20_000
_UKEDAGORD = {"i dag": 0, "idag": 0, "i går": -1, "i gar": -1, "igår": -1, "i morgen": 1, "imorgen": 1}
_DELT = re.compile(r"^(\d{1,2})[.\-/ ]+(\d{1,2})[.\-/ ]+(\d{2}|\d{4})\.?$")
_ISO = re.compile(r"^(\d{4})-(\d{1,2})-(\d{1,2})$")
_TETT = re.compile(r"^(\d{2})(\d{2})(\d{2}|\d{4})$")


def les_dato(tekst: str) -> date:
    """A date as people type it: 3.2.26, 03.02.2026, 030226, 2026-02-03, «i går». ValueError when it is none."""
    ord_ = " ".join(tekst.lower().split())
    if ord_ in _UKEDAGORD:
        return klokke.i_dag() + timedelta(days=_UKEDAGORD[ord_])
    if treff := _ISO.match(ord_):
        aar, maned, dag = treff.groups()
    elif treff := _DELT.match(ord_) or _TETT.match(ord_):
        dag, maned, aar = treff.groups()
    else:
        raise ValueError(tekst)
    return date(_fullt_aar(aar), int(maned), int(dag))


def _fullt_aar(aar: str) -> int:
    if len(aar) == 4:
        return int(aar)
    # Two digits mean the year nearest today that is at most ten years ahead: 26 is 2026, 68 is 1968.
    return int(aar) + (2000 if int(aar) <= klokke.i_dag().year % 100 + 10 else 1900)


class Datofelt(forms.DateField):
    """A date typed freely; the refusal says how it may be written."""

    widget = forms.DateInput(
        format="%d.%m.%Y", attrs={"inputmode": "text", "autocomplete": "off", "class": "ds-input dato"}
    )

    def __init__(self, **valg: Any) -> None:
        self.tidligst = valg.pop("tidligst", date(1900, 1, 1))
        self.senest = valg.pop("senest", date(2100, 12, 31))
        super().__init__(**valg)

    def to_python(self, value: Any) -> date | None:
        if value in self.empty_values or isinstance(value, date):
            return super().to_python(value)
        try:
            dag = les_dato(str(value))
        except ValueError:
            raise ValidationError(
                _("«%(verdi)s» er ikke en dato. Skriv den for eksempel som 3.2.2026."),
                params={"verdi": str(value)[:30]},
            ) from None
        if not self.tidligst <= dag <= self.senest:
            raise ValidationError(_("Sjekk årstallet i datoen: %(aar)s."), params={"aar": dag.year})
        return dag


class Timefelt(forms.DecimalField):
    """Hours of a day, 0–24, with comma or point, to the quarter."""

    widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off", "class": "ds-input kort-tall"})

    def to_python(self, value: Any) -> Decimal | None:  # type: ignore[override]
        if value in self.empty_values:
            return None
        try:
            timer = Decimal(str(value).strip().replace(",", "."))
        except InvalidOperation:
            raise ValidationError(_("Skriv timer som et tall, for eksempel 7,5.")) from None
        if not timer.is_finite() or not 0 <= timer <= 24:
            raise ValidationError(_("En dag har mellom 0 og 24 timer."))
        if timer % Decimal("0.25"):
            raise ValidationError(_("Skriv hele kvarter: for eksempel 7,25 eller 7,5."))
        return timer


class Kronefelt(forms.IntegerField):
    """Whole kroner as people write them: «1 000», «1000 kr»."""

    widget = forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off", "class": "ds-input kort-tall"})

    def __init__(self, **valg: Any) -> None:
        super().__init__(min_value=1, max_value=9_999_999, **valg)
        self.error_messages["min_value"] = str(_("Skriv et beløp på minst 1 kr."))
        self.error_messages["max_value"] = str(_("Beløpet er for høyt. Skriv det i hele kroner."))

    def to_python(self, value: Any) -> int | None:
        tekst = "".join(str(value or "").lower().removesuffix("kr").split())
        if not tekst:
            return None
        if not (tekst.isascii() and tekst.isdigit() and len(tekst) <= 9):
            raise ValidationError(_("Skriv beløpet i hele kroner, for eksempel 1000."))
        return int(tekst)


class Tekstfelt(forms.CharField):
    """Free text up to MAKS_TEGN characters; a longer one is refused in words and kept in the form."""

    widget = forms.Textarea(attrs={"rows": 4, "class": "ds-input"})

    def __init__(self, **valg: Any) -> None:
        valg.setdefault("max_length", MAKS_TEGN)
        grense = f"{valg['max_length']:,}".replace(",", " ")
        valg.setdefault("error_messages", {}).setdefault(
            "max_length",
            _("Teksten er for lang: %(show_value)s tegn. Feltet tar {grense}. Legg resten i et vedlegg.").format(
                grense=grense
            ),
        )
        super().__init__(**valg)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """No maxlength: the browser would cut a pasted text short without a word."""
        return {navn: verdi for navn, verdi in super().widget_attrs(widget).items() if navn != "maxlength"}


class Skjema(forms.Form):
    """The base of every form: a once-only token, the version it was made from, Norwegian refusals."""

    betingede: ClassVar[frozenset[str]] = frozenset()
    """Fields the answer to another one makes necessary: they may be left empty, and are not called optional."""

    innsending = forms.UUIDField(widget=forms.HiddenInput, required=False)
    versjon = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, versjon: int | None = None, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        self.fields["innsending"].initial = uuid.uuid4
        self.fields["versjon"].initial = versjon
        for navn, felt in self.fields.items():
            if felt.required:
                felt.error_messages["required"] = str(_("Fyll ut «%(felt)s».")) % {"felt": felt.label or navn}
            _pynt(felt)

    def faglig(self) -> dict[str, Any]:
        """The cleaned values without the frame's own fields, for the service."""
        return {navn: verdi for navn, verdi in self.cleaned_data.items() if navn not in {"innsending", "versjon"}}


def _pynt(felt: forms.Field) -> None:
    if not isinstance(felt.widget, forms.HiddenInput):
        felt.widget.attrs.setdefault("class", "ds-input")
