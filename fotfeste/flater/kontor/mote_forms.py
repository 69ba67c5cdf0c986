"""The forms around a meeting: the contact log, booking, topics, closing, nobody came, a concern."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from fotfeste.fag.oppfolging.enums import (
    Avtalepart,
    Fravarsgrunn,
    Initiativ,
    Kontaktkanal,
    Kontaktresultat,
    Motekanal,
    Motepart,
    Motetype,
    NesteSteg,
    Oppfolgingstype,
    Svar,
    Tolkekvalitet,
    Tolkeslag,
    Tolkestatus,
)
from fotfeste.fag.oppfolging.models import Mote
from fotfeste.fag.oppfolging.samtale import TEMAER
from fotfeste.fag.oppfolging.services import Avtaleinn, Deltakerinn, Lukking, Moteinn, Tolkinn
from fotfeste.fag.person.enums import Sprak
from fotfeste.fag.sak.models import Sak
from fotfeste.flater.felles.skjema import Datofelt, Skjema, Tekstfelt
from fotfeste.grunnmur import klokke

_KLOKKE = re.compile(r"^(?:kl\.? ?)?(\d{1,2})(?:[.: ]?(\d{2}))?$")
AVTALERADER = 5
PERSONRADER = ("", "_2", "_3")


class Klokkefelt(forms.CharField):
    """A time of day as people write it: 9, 10.30, 1030, «kl. 14»."""

    widget = forms.TextInput(attrs={"autocomplete": "off", "class": "ds-input kort-tall"})

    def clean(self, value: Any) -> Any:
        tekst = str(super().clean(value) or "").strip().lower()
        if not tekst:
            return None
        treff = _KLOKKE.match(tekst)
        try:
            return time(int(treff[1]), int(treff[2] or 0)) if treff else self._nei(tekst)
        except ValueError:
            return self._nei(tekst)

    def _nei(self, tekst: str) -> None:
        raise ValidationError(
            _("«%(tekst)s» er ikke et klokkeslett. Skriv for eksempel 10 eller 10.30."), params={"tekst": tekst[:20]}
        )


def tidspunkt(dag: date | None, klokkeslett: time | None) -> datetime | None:
    """The moment of the two, in Norway; None when one is missing."""
    return datetime.combine(dag, klokkeslett, klokke.OSLO) if dag and klokkeslett else None


def _valgfri(valg: list[tuple[str, Any]]) -> list[tuple[str, Any]]:
    return [("", _("Velg")), *valg]


class Kontaktskjema(Skjema):
    """A conversation noted in ten seconds: today, the way used last, with us calling, unless said otherwise."""

    notat = Tekstfelt(
        label=_("Hva snakket dere om?"),
        required=False,
        help_text=_("Kort. Deltakeren kan lese det du skriver."),
        widget=forms.Textarea(attrs={"rows": 3, "class": "ds-input", "autofocus": True}),
    )
    kanal = forms.ChoiceField(
        label=_("Hvordan?"), choices=Kontaktkanal.choices, initial=Kontaktkanal.TELEFON, widget=forms.RadioSelect
    )
    resultat = forms.ChoiceField(
        label=_("Hva skjedde?"),
        choices=Kontaktresultat.choices,
        initial=Kontaktresultat.GJENNOMFORT,
        widget=forms.RadioSelect,
    )
    dato = Datofelt(label=_("Når?"), help_text=_("For eksempel «i går» eller 3.2.26"), initial=klokke.i_dag)
    initiativ = forms.ChoiceField(label=_("Hvem tok kontakt?"), choices=Initiativ.choices, initial=Initiativ.NAV)
    betydning = forms.ChoiceField(
        label=_("Hva slags oppfølging var det?"), choices=_valgfri(Oppfolgingstype.choices), required=False
    )
    tolk = forms.BooleanField(label=_("Tolk var med"), required=False)

    @property
    def mer(self) -> list[forms.BoundField]:
        """The fields one seldom changes."""
        return [self[navn] for navn in ("dato", "initiativ", "betydning")]


class Gruppeskjema(Skjema):
    """The same conversation for everyone who was there."""

    dato = Datofelt(label=_("Når?"), initial=klokke.i_dag)
    kanal = forms.ChoiceField(label=_("Hvordan?"), choices=Kontaktkanal.choices, initial=Kontaktkanal.MOTE)
    notat = Tekstfelt(label=_("Hva handlet det om?"), required=False, help_text=_("Alle som var med, kan lese det."))
    saker = forms.ModelMultipleChoiceField(
        label=_("Hvem var med?"), queryset=Sak.objects.none(), widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, saker: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["saker"].queryset = saker  # type: ignore[attr-defined]
        self.fields["saker"].label_from_instance = lambda sak: sak.person.navn  # type: ignore[attr-defined]


class Bookingskjema(Skjema):
    """When, how, what about, the interpreter, and who else comes."""

    dag = Datofelt(label=_("Dag"))
    klokkeslett = Klokkefelt(label=_("Klokkeslett"))
    varighet = forms.IntegerField(label=_("Minutter"), min_value=5, max_value=480, initial=45)
    type = forms.ChoiceField(label=_("Hva slags møte?"), choices=Motetype.choices, initial=Motetype.OPPFOLGING)
    betydning = forms.ChoiceField(
        label=_("Hva slags oppfølging er det?"), choices=Oppfolgingstype.choices, initial=Oppfolgingstype.LETT
    )
    kanal = forms.ChoiceField(
        label=_("Hvordan møtes dere?"), choices=Motekanal.choices, initial=Motekanal.MOTE, widget=forms.RadioSelect
    )
    sted = forms.CharField(
        label=_("Sted, telefon eller lenke"),
        required=False,
        max_length=200,
        help_text=_("La det stå tomt, så skriver vi kontoret."),
    )
    hensikt = forms.CharField(
        label=_("Hva handler møtet om?"),
        required=False,
        max_length=300,
        help_text=_("Deltakeren leser dette i innkallingen."),
    )
    ta_med = forms.CharField(label=_("Hva skal deltakeren ta med?"), required=False, max_length=300)
    tolkestatus = forms.ChoiceField(
        label=_("Tolk"), choices=Tolkestatus.choices, initial=Tolkestatus.UNODVENDIG, widget=forms.RadioSelect
    )
    tolkesprak = forms.ChoiceField(label=_("Språk"), choices=_valgfri(Sprak.choices), required=False)
    tolkeslag = forms.ChoiceField(label=_("Hvordan tolkes det?"), choices=_valgfri(Tolkeslag.choices), required=False)
    tolk_alternativ = forms.CharField(
        label=_("Var ingen tolk ledig: hva tilbyr du i stedet?"),
        required=False,
        max_length=300,
        help_text=_("For eksempel gruppemøte på språket, eller en ny dag med tolk."),
    )
    andre = forms.CharField(label=_("Navn"), required=False, max_length=120)
    part = forms.ChoiceField(label=_("Hvem er det?"), choices=_valgfri(Motepart.choices), required=False)
    moter_om = forms.CharField(label=_("Hva trenger de å høre?"), required=False, max_length=300)
    andre_2 = forms.CharField(label=_("Navn"), required=False, max_length=120)
    part_2 = forms.ChoiceField(label=_("Hvem er det?"), choices=_valgfri(Motepart.choices), required=False)
    moter_om_2 = forms.CharField(label=_("Hva trenger de å høre?"), required=False, max_length=300)
    andre_3 = forms.CharField(label=_("Navn"), required=False, max_length=120)
    part_3 = forms.ChoiceField(label=_("Hvem er det?"), choices=_valgfri(Motepart.choices), required=False)
    moter_om_3 = forms.CharField(label=_("Hva trenger de å høre?"), required=False, max_length=300)
    samtykke = Datofelt(
        label=_("Dagen deltakeren sa ja til at de er med"),
        required=False,
        help_text=_("Trengs bare når noen utenfra er med."),
    )
    innkall = forms.BooleanField(label=_("Send innkalling til deltakeren"), required=False, initial=True)

    def clean(self) -> dict[str, Any] | None:
        verdier = super().clean()
        for ende in PERSONRADER:
            if self.cleaned_data.get(f"andre{ende}") and not self.cleaned_data.get(f"part{ende}"):
                self.add_error(f"part{ende}", _("Velg hvem det er."))
        return verdier

    @property
    def personer(self) -> list[list[forms.BoundField]]:
        """Rows of name, who it is, and what they need to hear."""
        return [[self[f"{navn}{ende}"] for navn in ("andre", "part", "moter_om")] for ende in PERSONRADER]

    def som_inn(self, verdier: dict[str, Any]) -> Moteinn:
        """The booking as the service takes it."""
        felles = ("type", "betydning", "kanal", "varighet", "sted", "hensikt", "ta_med", "innkall")
        return Moteinn(
            start=datetime.combine(verdier["dag"], verdier["klokkeslett"], klokke.OSLO),
            tolk=Tolkinn(
                verdier["tolkestatus"], verdier["tolkesprak"], verdier["tolkeslag"], verdier["tolk_alternativ"]
            ),
            deltakere=[
                Deltakerinn(
                    verdier[f"andre{ende}"], verdier[f"part{ende}"], verdier["samtykke"], verdier[f"moter_om{ende}"]
                )
                for ende in PERSONRADER
                if verdier[f"andre{ende}"]
            ],
            **{navn: verdier[navn] for navn in felles},
        )


class Temaskjema(Skjema):
    """Three to five topics, of the list or one's own."""

    temaer = forms.MultipleChoiceField(
        label=_("Hva vil dere snakke om?"),
        help_text=_("Velg høyst fem. Skriv gjerne egne under."),
        choices=[(str(tekst), tekst) for _kode, tekst in TEMAER],
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    egne = forms.CharField(label=_("Egne temaer"), required=False, max_length=300, help_text=_("Skill med komma."))

    def __init__(self, *args: Any, mote: Mote, **kwargs: Any) -> None:
        kjente = [str(tekst) for _kode, tekst in TEMAER]
        egne = [tema for tema in mote.temaer if tema not in kjente]
        kwargs.setdefault("initial", {"temaer": mote.temaer, "egne": ", ".join(egne)})
        super().__init__(*args, **kwargs)
        self.fields["temaer"].choices = [(tekst, tekst) for tekst in kjente]  # type: ignore[attr-defined]

    def alle(self, verdier: dict[str, Any]) -> list[str]:
        return [*verdier["temaer"], *(tema.strip()[:120] for tema in verdier["egne"].split(","))]


class Lukkeskjema(Skjema):
    """The meeting itself: what was said, what was agreed, how it was, and when next."""

    betingede = frozenset({"referat"})

    referat = Tekstfelt(
        label=_("Dette snakket vi om"),
        required=False,
        help_text=_("Går i brevet til deltakeren."),
        widget=forms.Textarea(attrs={"rows": 6, "class": "ds-input"}),
    )
    internt = Tekstfelt(
        label=_("Bare for kontoret"),
        required=False,
        help_text=_("Går ikke i brevet. Deltakeren kan be om innsyn i det."),
        widget=forms.Textarea(attrs={"rows": 2, "class": "ds-input"}),
    )
    tolk_kom = forms.TypedChoiceField(
        label=_("Kom tolken?"),
        choices=[("ja", _("Ja")), ("nei", _("Nei"))],
        coerce=lambda verdi: verdi == "ja",
        empty_value=None,
        required=False,
        widget=forms.RadioSelect,
    )
    tolk_navn = forms.CharField(
        label=_("Hvem tolket?"), required=False, max_length=120, help_text=_("Aldri et barn, og helst ikke familie.")
    )
    tolkekvalitet = forms.ChoiceField(
        label=_("Hvordan gikk tolkingen?"), choices=_valgfri(Tolkekvalitet.choices), required=False
    )
    fikk_sagt = forms.ChoiceField(label=_("Fikk du sagt det du ville?"), choices=_valgfri(Svar.choices), required=False)
    vet_neste = forms.ChoiceField(
        label=_("Vet du hva som er neste steg?"), choices=_valgfri(Svar.choices), required=False
    )
    neste_dag = Datofelt(label=_("Neste møte, dag"), required=False)
    neste_klokke = Klokkefelt(label=_("Klokkeslett"), required=False)

    def __init__(self, *args: Any, mote: Mote, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"referat": mote.referat, "internt": mote.internt})
        super().__init__(*args, **kwargs)
        self.med_tolk = mote.tolkestatus == Tolkestatus.BESTILT
        for rad in range(1, AVTALERADER + 1):
            self.fields[f"hvem_{rad}"] = forms.ChoiceField(
                label=_("Hvem"), choices=Avtalepart.choices, initial=Avtalepart.NAV if rad % 2 else Avtalepart.DELTAKER
            )
            self.fields[f"hva_{rad}"] = forms.CharField(label=_("Gjør hva"), required=False, max_length=300)
            self.fields[f"frist_{rad}"] = Datofelt(label=_("Innen"), required=False)
            for navn in ("hvem", "hva", "frist"):
                self.fields[f"{navn}_{rad}"].widget.attrs.setdefault("class", "ds-input")

    @property
    def avtaler(self) -> list[list[forms.BoundField]]:
        """Rows of who, what and by when."""
        return [[self[f"{navn}_{rad}"] for navn in ("hvem", "hva", "frist")] for rad in range(1, AVTALERADER + 1)]

    def clean(self) -> dict[str, Any] | None:
        verdier = super().clean()
        if bool(self.cleaned_data.get("neste_dag")) != bool(self.cleaned_data.get("neste_klokke")):
            self.add_error("neste_klokke", _("Skriv både dag og klokkeslett for neste møte, eller ingen av dem."))
        for rad in range(1, AVTALERADER + 1):
            frist = self.cleaned_data.get(f"frist_{rad}")
            if frist and frist < klokke.i_dag():
                self.add_error(f"frist_{rad}", _("Fristen har vært. Velg i dag eller en senere dag."))
        return verdier

    def som_inn(self, verdier: dict[str, Any]) -> Lukking:
        """The closing as the service takes it."""
        felles = ("referat", "internt", "tolk_kom", "tolk_navn", "tolkekvalitet", "fikk_sagt", "vet_neste")
        return Lukking(
            avtaler=[
                Avtaleinn(verdier[f"hvem_{rad}"], verdier[f"hva_{rad}"], verdier[f"frist_{rad}"])
                for rad in range(1, AVTALERADER + 1)
                if verdier[f"hva_{rad}"].strip()
            ],
            neste=tidspunkt(verdier["neste_dag"], verdier["neste_klokke"]),
            **{navn: verdier[navn] for navn in felles},
        )


class Ikkemottskjema(Skjema):
    """Nobody came: why, and what we do now."""

    fravarsgrunn = forms.ChoiceField(
        label=_("Hvorfor?"), choices=Fravarsgrunn.choices, initial=Fravarsgrunn.UKJENT, widget=forms.RadioSelect
    )
    neste_steg = forms.ChoiceField(
        label=_("Hva gjør du nå?"), choices=NesteSteg.choices, initial=NesteSteg.RING, widget=forms.RadioSelect
    )
    ny_dag = Datofelt(label=_("Ny dag"), required=False)
    ny_klokke = Klokkefelt(label=_("Klokkeslett"), required=False)
    internt = Tekstfelt(label=_("Bare for kontoret"), required=False)


class Flytteskjema(Skjema):
    dag = Datofelt(label=_("Ny dag"))
    klokkeslett = Klokkefelt(label=_("Klokkeslett"))
    sted = forms.CharField(label=_("Nytt sted"), required=False, max_length=200)
    grunn = forms.CharField(label=_("Hvorfor?"), max_length=200)


class Avlysskjema(Skjema):
    grunn = forms.CharField(label=_("Hvorfor?"), max_length=300, help_text=_("Deltakeren leser dette."))


class Avtaleskjema(Skjema):
    """An agreement made outside a meeting."""

    hvem = forms.ChoiceField(label=_("Hvem"), choices=Avtalepart.choices)
    hva = forms.CharField(label=_("Gjør hva"), max_length=300)
    frist = Datofelt(label=_("Innen"), required=False)


class Onskeskjema(Skjema):
    """Somebody called and wants a meeting."""

    initiativ = forms.ChoiceField(
        label=_("Hvem vil møtes?"),
        choices=[
            (Initiativ.DELTAKER.value, Initiativ.DELTAKER.label),
            (Initiativ.ARRANGOR.value, Initiativ.ARRANGOR.label),
        ],
    )
    onske = forms.CharField(label=_("Hva handler det om?"), max_length=300)


class Bekymringskjema(Skjema):
    hva = Tekstfelt(label=_("Hva har du sett eller hørt?"))
    meldt_av = forms.CharField(label=_("Hvem sa fra?"), required=False, max_length=160)


class Gjortskjema(Skjema):
    gjort = Tekstfelt(label=_("Hva har du gjort nå?"))


class Utfallskjema(Skjema):
    utfall = Tekstfelt(label=_("Hvordan gikk det?"))


class Motefilter(forms.Form):
    """What the list of meetings shows. Values it does not know are taken as no filter at all."""

    hvem = forms.ChoiceField(
        label=_("Hvem sine"), choices=[("", _("Mine")), ("alle", _("Alle ved kontoret"))], required=False
    )
    type = forms.ChoiceField(label=_("Type"), choices=[("", _("Alle")), *Motetype.choices], required=False)
    tekst = forms.CharField(label=_("Navn eller tema"), required=False, max_length=80)

    def valg(self) -> dict[str, Any]:
        self.is_valid()
        return self.cleaned_data
