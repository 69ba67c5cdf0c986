"""The programme's forms: aim and period, an activity with its hours, dates of evaluation, and how it was agreed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, time, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from fotfeste.fag.program.enums import (
    Aktivitetsgruppe,
    Aktivitetstatus,
    Aktivitetstype,
    Hvem,
    Loggslag,
    Malomrade,
    Oppfolging,
    Overhalvsvar,
    Ukedag,
    UtenValg,
    Valggrunn,
)
from fotfeste.fag.program.innhold import KAN_VELGES
from fotfeste.fag.program.models import Aktivitet, Delmal
from fotfeste.fag.program.services import Blokkinn, Permisjonsbevis, Rundt
from fotfeste.flater.felles.skjema import Datofelt, Skjema, Tekstfelt, les_dato
from fotfeste.grunnmur.organisasjon.models import Bruker
from fotfeste.regelverk.livslop import PERMISJONER, Permisjonsgrunn, Permisjonsregel
from fotfeste.regelverk.tid import neste_virkedag

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
    kontaktperson = forms.CharField(
        label=_("Kontaktperson hos arrangøren"), help_text=_("Navn, og gjerne telefon."), max_length=120, required=False
    )
    type = forms.ChoiceField(label=_("Form"), choices=[("", _("Ikke valgt")), *Aktivitetstype.choices], required=False)
    oppfolging = forms.ChoiceField(
        label=_("Hvem følger opp i aktiviteten"), choices=[("", _("Ikke valgt")), *Oppfolging.choices], required=False
    )
    ansvarlig = forms.ModelChoiceField(
        label=_("Ansvarlig hos oss"), queryset=Bruker.objects.none(), required=False, empty_label=_("Ikke valgt")
    )
    status = forms.ChoiceField(
        label=_("Hvor langt er det kommet"),
        choices=[(s.value, s.label) for s in KAN_VELGES],
        initial=Aktivitetstatus.I_GANG,
        required=False,
    )
    status_siden = Datofelt(
        label=_("Siden"), help_text=_("Dagen deltakeren kom på venteliste, eller fikk tilbudet."), required=False
    )
    fra = Datofelt(label=_("Første dag"), help_text=_("Bare når den ikke varer hele planen."), required=False)
    til = Datofelt(label=_("Siste dag"), required=False)
    for_hovedmalet = forms.BooleanField(label=_("Den fører rett mot hovedmålet"), required=False)
    delmal = forms.ModelMultipleChoiceField(
        label=_("Delmål den fører mot"),
        queryset=Delmal.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    gjentas_fordi = forms.CharField(
        label=_("Hvorfor deltakeren skal gå gjennom noe som ligner igjen"), max_length=300, required=False
    )
    hverdager = Tiderfelt(
        label=_("Lik tid mandag til fredag"), help_text=_("Skriv 9–12 eller 8.30–11.30, 12–15."), required=False
    )

    OM_INNHOLD = ("navn", "gruppe", "type", "formal")
    OM_MAL = ("for_hovedmalet", "delmal", "gjentas_fordi")
    OM_HVEM = ("arrangor", "sted", "kontaktperson", "oppfolging", "ansvarlig")
    OM_NAR = ("status", "status_siden", "fra", "til")

    def __init__(
        self,
        *args: Any,
        aktivitet: Aktivitet | None = None,
        ansatte: Any = None,
        delmal: Any = None,
        spor_om_gjentakelse: bool = False,
        **kwargs: Any,
    ) -> None:
        if aktivitet is not None:
            kwargs.setdefault("versjon", aktivitet.versjon)
            kwargs.setdefault("initial", _verdier(aktivitet))
        super().__init__(*args, **kwargs)
        if ansatte is not None:
            self.fields["ansvarlig"].queryset = ansatte  # type: ignore[attr-defined]
        if delmal is not None:
            self.fields["delmal"].queryset = delmal  # type: ignore[attr-defined]
        if delmal is None or not delmal.exists():
            del self.fields["delmal"]
        if not spor_om_gjentakelse:
            del self.fields["gjentas_fordi"]
        if aktivitet is not None and aktivitet.status not in KAN_VELGES:
            del self.fields["status"], self.fields["status_siden"]
        for dag in Ukedag:
            self.fields[f"dag_{dag.value}"] = Tiderfelt(label=str(dag.label).capitalize(), required=False)

    @property
    def dagfelter(self) -> list[forms.BoundField]:
        """The field of each weekday."""
        return [self[f"dag_{dag.value}"] for dag in Ukedag]

    def _felter(self, navn: tuple[str, ...]) -> list[forms.BoundField]:
        return [self[ett] for ett in navn if ett in self.fields]

    @property
    def om_innhold(self) -> list[forms.BoundField]:
        return self._felter(self.OM_INNHOLD)

    @property
    def om_mal(self) -> list[forms.BoundField]:
        return self._felter(self.OM_MAL)

    @property
    def om_hvem(self) -> list[forms.BoundField]:
        return self._felter(self.OM_HVEM)

    @property
    def om_nar(self) -> list[forms.BoundField]:
        return self._felter(self.OM_NAR)

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
        rundt = Rundt(
            type=verdier.pop("type"),
            fra=verdier.pop("fra"),
            til=verdier.pop("til"),
            status=verdier.pop("status", "") or Aktivitetstatus.I_GANG,
            status_siden=verdier.pop("status_siden", None),
            oppfolging=verdier.pop("oppfolging"),
            ansvarlig=verdier.pop("ansvarlig"),
            for_hovedmalet=verdier.pop("for_hovedmalet"),
            gjentas_fordi=verdier.pop("gjentas_fordi", ""),
            delmal=[mal.pk for mal in verdier.pop("delmal", ())],
        )
        return {**verdier, "blokker": blokker, "rundt": rundt}


_ENKLE = (
    *("navn", "gruppe", "formal", "arrangor", "sted", "kontaktperson", "type", "oppfolging", "ansvarlig"),
    *("status", "status_siden", "fra", "til", "for_hovedmalet", "gjentas_fordi"),
)


def _verdier(aktivitet: Aktivitet) -> dict[str, Any]:
    """The form's first values; equal days are written day by day, so that nothing is guessed."""
    verdier = {navn: getattr(aktivitet, navn) for navn in _ENKLE}
    verdier["delmal"] = [kobling.delmal_id for kobling in aktivitet.malkoblinger.all()]
    for dag in Ukedag:
        egne = [(blokk.start, blokk.slutt) for blokk in aktivitet.blokker.all() if blokk.ukedag == dag]
        verdier[f"dag_{dag.value}"] = tider_som_tekst(egne)
    return verdier


_UTEN_TID = re.compile(r"etter behov|ved behov|fortløpende|jevnlig|løpende", re.IGNORECASE)
_UKER = re.compile(r"^(?:om\s+)?(\d{1,2})\s+uker?$", re.IGNORECASE)


class Datolistefelt(forms.CharField):
    """Dates with comma, semicolon or a new line between them, or weeks counted from `fra`: «8 uker»."""

    fra: date | None = None

    widget = forms.Textarea(attrs={"rows": 4, "class": "ds-input"})

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(f"{dag:%d.%m.%Y}" for dag in value) if isinstance(value, list) else value

    def clean(self, value: Any) -> Any:
        tekst = super().clean(value) or ""
        return [self._dato(del_.strip()) for del_ in re.split(r"[,;\n]", tekst) if del_.strip()]

    def _dato(self, del_: str) -> date:
        if _UTEN_TID.search(del_):
            raise ValidationError(
                _(
                    "«%(del)s» er ikke en tid. Programmet skal si når det evalueres (forskriften § 1). "
                    "Skriv en dato, eller hvor mange uker det er til, for eksempel «8 uker»."
                ),
                params={"del": del_[:30]},
            )
        if (uker := _UKER.match(del_)) and self.fra:
            return neste_virkedag(self.fra + timedelta(weeks=int(uker.group(1))))
        try:
            return les_dato(del_)
        except ValueError:
            raise ValidationError(
                _("«%(del)s» er ikke en dato. Skriv for eksempel 3.9.2026, én på hver linje."),
                params={"del": del_[:30]},
            ) from None


class Evalueringskjema(Skjema):
    """When the programme is to be evaluated (forskriften § 1)."""

    datoer = Datolistefelt(
        label=_("Evalueringsdatoer"), help_text=_("Én på hver linje, som dato eller som «8 uker» fra start.")
    )

    def __init__(self, *args: Any, fra: date | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["datoer"].fra = fra  # type: ignore[attr-defined]


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


class Uenigskjema(Skjema):
    """A version that comes into force without agreement: the participant's words and the office's reason."""

    uenighet = Tekstfelt(label=_("Hva er deltakeren ikke enig i?"), help_text=_("Med deltakerens egne ord."))
    hvorfor = forms.CharField(label=_("Hvorfor planen likevel må gjelde nå"), max_length=200)


class Malskjema(Skjema):
    """A new goal."""

    tekst = forms.CharField(
        label=_("Mål"), help_text=_("Noe dere kan se om er nådd, for eksempel «Ta truckførerbevis»."), max_length=300
    )
    omrade = forms.ChoiceField(label=_("Hva det gjelder"), choices=Malomrade.choices)
    frist = Datofelt(label=_("Innen"), required=False)


class Naddskjema(Skjema):
    """When a goal was reached."""

    dato = Datofelt(label=_("Dagen målet ble nådd"))


class Malendring(Skjema):
    """A new goal in the place of another, and why."""

    tekst = forms.CharField(label=_("Det nye målet"), max_length=300)
    frist = Datofelt(label=_("Innen"), required=False)
    hvorfor = Tekstfelt(label=_("Hvorfor målet er endret"))


class Bortlegging(Skjema):
    """Why a goal is laid aside."""

    hvorfor = Tekstfelt(label=_("Hvorfor målet legges bort"))


class Veivalgskjema(Skjema):
    """A choice: what was shown, what was wished, what was chosen, and why."""

    betingede = frozenset({"alternativer", "uten_valg"})

    hva = forms.CharField(
        label=_("Hva valget gjelder"), help_text=_("For eksempel «praksisplass» eller «norskkurs»."), max_length=200
    )
    alternativer = Tekstfelt(
        label=_("Alternativene deltakeren fikk se"),
        help_text=_("Minst to, ett på hver linje, gjerne med hva det fører med seg."),
        required=False,
    )
    uten_valg = forms.ChoiceField(
        label=_("Hvorfor det bare var ett alternativ"),
        choices=[("", _("Det var flere")), *UtenValg.choices],
        required=False,
    )
    onske = Tekstfelt(label=_("Hva deltakeren ønsket"), help_text=_("Med deltakerens egne ord."), required=False)
    drofting = Tekstfelt(label=_("Hva dere snakket om"), required=False)
    valgt = forms.CharField(label=_("Det ble"), max_length=300)
    grunn = forms.ChoiceField(
        label=_("Hva som avgjorde"),
        choices=Valggrunn.choices,
        widget=forms.RadioSelect,
        help_text=_("Penger er aldri en grunn til å holde noe tilbake. Avgjorde de likevel, skal det stå her."),
    )

    def faglig(self) -> dict[str, Any]:
        """What veivalg_lagre takes."""
        verdier = super().faglig()
        return {**verdier, "alternativer": verdier["alternativer"].splitlines()}


class Hendtskjema(Skjema):
    """The day something happened to an activity."""

    dato = Datofelt(label=_("Dag"))


class Avbruddskjema(Hendtskjema):
    """Who broke the activity off, and why."""

    av = forms.ChoiceField(label=_("Hvem avsluttet den?"), choices=Hvem.choices, widget=forms.RadioSelect)
    varslet = forms.BooleanField(label=_("Vi fikk beskjed på forhånd"), required=False)
    grunn = Tekstfelt(label=_("Hvorfor"), max_length=2000)


class Alternativskjema(Skjema):
    """What could come instead."""

    alternativer = Tekstfelt(label=_("Hva dere har vurdert i stedet, og hva dere gjør nå"))


class Loggskjema(Skjema):
    """What the provider says, or a job applied for."""

    slag = forms.ChoiceField(
        label=_("Hva"),
        choices=[(slag.value, slag.label) for slag in (Loggslag.TILBAKEMELDING, Loggslag.JOBBSOKNAD)],
    )
    dato = Datofelt(label=_("Dag"))
    fra_hvem = forms.CharField(label=_("Fra hvem"), max_length=120, required=False)
    tekst = Tekstfelt(label=_("Hva ble sagt eller gjort"))


class Arbeidsforholdskjema(Skjema):
    """A job the participant has taken."""

    arbeidsgiver = forms.CharField(label=_("Arbeidsgiver"), max_length=160)
    prosent = forms.IntegerField(label=_("Stilling i prosent"), widget=forms.TextInput(attrs={"inputmode": "numeric"}))
    laerling = forms.BooleanField(label=_("Det er en lærlingplass"), required=False)
    fra = Datofelt(label=_("Første dag"))
    til = Datofelt(label=_("Siste dag"), required=False)


class Overhalvskjema(Skjema):
    """What is done about a job of more than half a position."""

    svar = forms.ChoiceField(label=_("Hva gjør dere?"), choices=Overhalvsvar.choices, widget=forms.RadioSelect)
    grunn = Tekstfelt(label=_("Hvorfor"))


class Forbildeskjema(Skjema):
    """The name of a shared programme, and whom it is for."""

    navn = forms.CharField(
        label=_("Navn"), help_text=_("For eksempel «Praksis fire dager og norsk én dag»."), max_length=120
    )
    for_hvem = Tekstfelt(label=_("Hvem det passer for"), help_text=_("Uten å beskrive en bestemt person."))
