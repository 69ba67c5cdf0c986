"""The programme's forms: aim and period, an activity with its hours, dates of evaluation, and how it was agreed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, time
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from fotfeste.fag.program.enums import Aktivitetsgruppe, Ukedag
from fotfeste.fag.program.models import Aktivitet
from fotfeste.fag.program.services import Blokkinn, Permisjonsbevis
from fotfeste.flater.felles.skjema import Datofelt, Skjema, Tekstfelt, les_dato
from fotfeste.regelverk.livslop import PERMISJONER, Permisjonsgrunn, Permisjonsregel

_SPENN = re.compile(r"^(\d{1,2})(?:[.:](\d{2}))?\s*(?:[-–—]|til)\s*(\d{1,2})(?:[.:](\d{2}))?$")
FRI = ("-", "–", "fri")
AVKORT, TREKK = "avkort", "trekk"


class Tiderfelt(forms.CharField):
    """Stretches of a day as people write them: «9–12», «8.30-11.30, 12-15». A list of (from, to)."""

    widget = forms.TextInput(attrs={"autocomplete": "off", "class": "ds-input"})

    def clean(self, value: Any) -> Any:
        tekst = str(super().clean(value) or "").strip().lower()
        if tekst in FRI:
            return FRI[0]
        return [self._spenn(del_.strip()) for del_ in re.split(r"[,;]| og ", tekst) if del_.strip()]

    def _spenn(self, del_: str) -> tuple[time, time]:
        treff = _SPENN.match(del_)
        if not treff:
            raise ValidationError(
                _("«%(del)s» er ikke et tidsrom. Skriv for eksempel 9–12 eller 8.30–15."), params={"del": del_[:30]}
            )
        fra_t, fra_m, til_t, til_m = (int(tall or 0) for tall in treff.groups())
        try:
            return time(fra_t, fra_m), time(til_t, til_m)
        except ValueError:
            raise ValidationError(
                _("«%(del)s» finnes ikke på klokken. Timene går fra 0 til 23."), params={"del": del_[:30]}
            ) from None


def tider_som_tekst(tider: Iterable[tuple[time, time]]) -> str:
    """The way Tiderfelt is written: «8.30–12, 12.30–15»."""
    return ", ".join(f"{_klokke(fra)}–{_klokke(til)}" for fra, til in tider)


def _klokke(klokkeslett: time) -> str:
    return f"{klokkeslett.hour}.{klokkeslett.minute:02d}" if klokkeslett.minute else str(klokkeslett.hour)


def _permisjonsvalg(regel: Permisjonsregel) -> str:
    stonad = _("med stønad") if regel.med_stonad else _("uten stønad")
    return f"{regel.navn} ({stonad}, {regel.hjemmel})"


class Programskjema(Skjema):
    """The aim in the participant's words, the period, what is new."""

    betingede = frozenset({"mal"})

    mal = Tekstfelt(label=_("Deltakerens mål"), help_text=_("Med deltakerens egne ord."), required=False)
    fra = Datofelt(label=_("Gjelder fra"))
    til = Datofelt(label=_("Gjelder til"), required=False)
    endring = Tekstfelt(
        label=_("Hva er nytt, og hvorfor"), help_text=_("Deltakeren leser dette når du sender."), required=False
    )


class Aktivitetskjema(Skjema):
    """One activity and when in the week it is."""

    navn = forms.CharField(label=_("Aktivitet"), max_length=120)
    gruppe = forms.ChoiceField(label=_("Hva slags"), choices=Aktivitetsgruppe.choices)
    formal = forms.CharField(
        label=_("Hvorfor"), help_text=_("Hva den skal føre til for deltakeren."), max_length=300, required=False
    )
    arrangor = forms.CharField(label=_("Hvem arrangerer"), max_length=160, required=False)
    sted = forms.CharField(label=_("Hvor"), max_length=160, required=False)
    kontaktperson = forms.CharField(label=_("Kontaktperson"), max_length=120, required=False)
    hverdager = Tiderfelt(
        label=_("Lik tid mandag til fredag"), help_text=_("Skriv 9–12 eller 8.30–11.30, 12–15."), required=False
    )

    def __init__(self, *args: Any, aktivitet: Aktivitet | None = None, **kwargs: Any) -> None:
        if aktivitet is not None:
            kwargs.setdefault("versjon", aktivitet.versjon)
            kwargs.setdefault("initial", _verdier(aktivitet))
        super().__init__(*args, **kwargs)
        for dag in Ukedag:
            self.fields[f"dag_{dag.value}"] = Tiderfelt(label=str(dag.label).capitalize(), required=False)

    @property
    def dagfelter(self) -> list[forms.BoundField]:
        """The field of each weekday."""
        return [self[f"dag_{dag.value}"] for dag in Ukedag]

    @property
    def andre_felter(self) -> list[forms.BoundField]:
        return [felt for felt in self.visible_fields() if not felt.name.startswith("dag_") and felt.name != "hverdager"]

    def faglig(self) -> dict[str, Any]:
        """What aktivitet_lagre takes: the words, and the blocks of the week."""
        verdier = super().faglig()
        felles = verdier.pop("hverdager")
        blokker = []
        for dag in Ukedag:
            egne = verdier.pop(f"dag_{dag.value}")
            if not egne and dag < Ukedag.LORDAG:
                egne = felles
            if egne != FRI[0]:
                blokker += [Blokkinn(dag.value, start, slutt) for start, slutt in egne]
        return {**verdier, "blokker": blokker}


def _verdier(aktivitet: Aktivitet) -> dict[str, str]:
    """The form's first values; equal days are written day by day, so that nothing is guessed."""
    verdier = {
        navn: getattr(aktivitet, navn) for navn in ("navn", "gruppe", "formal", "arrangor", "sted", "kontaktperson")
    }
    for dag in Ukedag:
        egne = [(blokk.start, blokk.slutt) for blokk in aktivitet.blokker.all() if blokk.ukedag == dag]
        verdier[f"dag_{dag.value}"] = tider_som_tekst(egne)
    return verdier


class Datolistefelt(forms.CharField):
    """Dates with comma, semicolon or a new line between them."""

    widget = forms.Textarea(attrs={"rows": 4, "class": "ds-input"})

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(f"{dag:%d.%m.%Y}" for dag in value) if isinstance(value, list) else value

    def clean(self, value: Any) -> Any:
        tekst = super().clean(value) or ""
        return [self._dato(del_.strip()) for del_ in re.split(r"[,;\n]", tekst) if del_.strip()]

    def _dato(self, del_: str) -> date:
        try:
            return les_dato(del_)
        except ValueError:
            raise ValidationError(
                _("«%(del)s» er ikke en dato. Skriv for eksempel 3.9.2026, én på hver linje."),
                params={"del": del_[:30]},
            ) from None


class Evalueringskjema(Skjema):
    """When the programme is to be evaluated (forskriften § 1)."""

    datoer = Datolistefelt(label=_("Evalueringsdatoer"), help_text=_("Én på hver linje."))


class Forslagskjema(Skjema):
    """Sending it to the participant, with the reason for what should have been otherwise."""

    betingede = frozenset({"avvik"})

    avvik = Tekstfelt(
        label=_("Hvorfor det likevel bør være slik"),
        help_text=_("Bare når noe under «Bør rettes» blir stående."),
        required=False,
    )


class Moteskjema(Skjema):
    """How and when the participant agreed, when it was not on their own page."""

    dato = Datofelt(label=_("Dagen dere ble enige"))
    hvordan = forms.CharField(
        label=_("Hvordan"), help_text=_("For eksempel «i møte, med tolk på telefon»."), max_length=200
    )


class Permisjonskjema(Skjema):
    """Approved leave (§ 32): its kind, which says whether the stønad goes on, and what shows the ground."""

    betingede = frozenset({"bevis_dato"})

    fra = Datofelt(label=_("Første dag"))
    til = Datofelt(label=_("Siste dag"))
    kode = forms.ChoiceField(
        label=_("Hva slags permisjon"),
        choices=[(kode.value, _permisjonsvalg(regel)) for kode, regel in PERMISJONER.items()],
        widget=forms.RadioSelect,
        help_text=_("Slaget avgjør om stønaden fortsetter, og hvor lenge permisjonen kan vare."),
    )
    grunn = forms.CharField(label=_("Grunn"), max_length=200)
    varslet = Datofelt(label=_("Dagen deltakeren sa fra"), required=False)
    bevis = forms.CharField(
        label=_("Det som viser grunnen"), help_text=_("For eksempel terminbekreftelse."), max_length=200, required=False
    )
    bevis_dato = Datofelt(label=_("Sett"), help_text=_("Dagen du så det."), required=False)

    def faglig(self) -> dict[str, Any]:
        """What permisjon_registrer takes."""
        verdier = super().faglig()
        bevis = Permisjonsbevis(
            Permisjonsgrunn(verdier["kode"]), verdier["varslet"], verdier["bevis"], verdier["bevis_dato"]
        )
        return {"fra": verdier["fra"], "til": verdier["til"], "grunn": verdier["grunn"], "bevis": bevis}


class Permisjonsendring(Skjema):
    """A leave that ends earlier than approved, or is taken back whole."""

    hva = forms.ChoiceField(
        label=_("Hva skal skje med permisjonen?"),
        choices=[(AVKORT, _("Den slutter tidligere")), (TREKK, _("Den tas tilbake i sin helhet"))],
        widget=forms.RadioSelect,
    )
    siste_dag = Datofelt(
        label=_("Ny siste dag"), help_text=_("Bare når permisjonen slutter tidligere."), required=False
    )
    grunn = forms.CharField(label=_("Hvorfor"), max_length=200)
