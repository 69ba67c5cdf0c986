"""Forms about candidates: a nomination on one short page, and each step a thought long."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from fotfeste.fag.kandidat.enums import Grunn, Kandidatstatus, Kilde, Svar
from fotfeste.fag.kandidat.lister import ALLE, AVSLUTTET
from fotfeste.fag.kandidat.models import Kandidat
from fotfeste.fag.person.enums import Sprak
from fotfeste.fag.soknad.enums import Kanal
from fotfeste.flater.felles.personfelter import Telefonfelt
from fotfeste.flater.felles.skjema import Datofelt, Skjema, Tekstfelt
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.organisasjon.models import Kontor

_KORT = {"rows": 2, "class": "ds-input"}


def _tall(**valg: Any) -> forms.IntegerField:
    return forms.IntegerField(
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off", "class": "ds-input kort-tall"}),
        **valg,
    )


class Meldeskjema(Skjema):
    """Under a minute: who, why, where from, whom to talk to."""

    betingede = frozenset(
        {"navn", "telefon", "fodselsar", "grunner", "hvorfor", "henvist_av", "samtykke_dato", "samtykke_til"}
    )

    kontor = forms.ModelChoiceField(label=_("Kontor"), queryset=Kontor.objects.none(), empty_label=None)
    navn = forms.CharField(label=_("Navn"), max_length=160, required=False)
    telefon = Telefonfelt(label=_("Telefon"))
    fodselsar = _tall(label=_("Fødselsår"), required=False, min_value=1900, max_value=2100)
    fnr = forms.CharField(
        label=_("Fødselsnummer"),
        max_length=20,
        required=False,
        help_text=_("Har du det, trenger du ikke fylle ut navn, telefon og år for en vi kjenner."),
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off", "class": "ds-input"}),
    )
    grunner = forms.MultipleChoiceField(
        label=_("Hvorfor tenker du på personen?"),
        choices=Grunn.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    hvorfor = forms.CharField(
        label=_("Med én setning"), max_length=500, required=False, widget=forms.Textarea(attrs=_KORT)
    )
    kilde = forms.ChoiceField(label=_("Hvor kom det fra?"), choices=Kilde.choices, initial=Kilde.KOLLEGA)
    snakk_med = forms.CharField(
        label=_("Hvem kan vi snakke med?"),
        max_length=160,
        required=False,
        help_text=_("Deg selv, en kollega eller personen."),
    )
    henvist_av = forms.CharField(label=_("Hvem henviser?"), max_length=160, required=False)
    samtykke_dato = Datofelt(label=_("Når sa personen ja?"), required=False, help_text=_("For eksempel «i går»"))
    samtykke_til = forms.CharField(
        label=_("Hva sa personen ja til?"),
        max_length=300,
        required=False,
        help_text=_("For eksempel: at skolen forteller navn, telefon og hvorfor."),
    )

    def __init__(self, *args: Any, kontorer: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kontor"].queryset = kontorer  # type: ignore[attr-defined]
        self.fields["kontor"].initial = kontorer.first()

    @property
    def henvisning(self) -> list[forms.BoundField]:
        """What is asked only when someone outside refers."""
        return [self["henvist_av"], self["samtykke_dato"], self["samtykke_til"]]

    @property
    def henvisning_er_apen(self) -> bool:
        """Whether the fold holds anything, or something that must be mended."""
        return any(felt.value() or felt.errors for felt in self.henvisning)


class Innkallingsskjema(Skjema):
    """Call in on a day."""

    dato = Datofelt(label=_("Når skal dere møtes?"), help_text=_("For eksempel 12.6. Skriv dagen dere er enige om."))


class Samtaleskjema(Skjema):
    """The talk about the programme, and the person's own answer."""

    dato = Datofelt(label=_("Når snakket dere sammen?"), initial=klokke.i_dag)
    sagt_frivillig = forms.BooleanField(
        label=_("Jeg har sagt hva programmet er, at det er frivillig, og at et nei ikke får følger"), required=False
    )
    svar = forms.ChoiceField(label=_("Hva svarte personen?"), choices=Svar.choices, widget=forms.RadioSelect)
    egne_ord = Tekstfelt(
        label=_("Svaret med personens egne ord"),
        max_length=2000,
        help_text=_("Sier personen ja, følger ordene med inn i søknaden."),
    )
    til_stede = forms.CharField(label=_("Hvem andre var med?"), max_length=200, required=False)
    tolk = forms.BooleanField(label=_("Tolk var med"), required=False)
    neste_gang = Datofelt(
        label=_("Når ser dere på det igjen?"), required=False, help_text=_("Om en uke når du ikke skriver noe.")
    )


class Kartleggingsskjema(Skjema):
    """Begin to map."""

    neste_gang = Datofelt(
        label=_("Når ser dere på det igjen?"), required=False, help_text=_("Om to uker når du ikke skriver noe.")
    )


class Soknadsskjema(Skjema):
    """The application, with what is known filled in."""

    mottatt = Datofelt(label=_("Når kom søknaden?"), required=False)
    kanal = forms.ChoiceField(
        label=_("Slik kom den"),
        choices=[(Kanal.MUNTLIG.value, Kanal.MUNTLIG.label), (Kanal.PAPIR.value, Kanal.PAPIR.label)],
        required=False,
        widget=forms.RadioSelect,
    )
    onsker = Tekstfelt(label=_("Hva vil søkeren med programmet?"), required=False)

    @property
    def utfylt(self) -> dict[str, Any]:
        """What was sent; what the one-press form leaves out stands as it is known."""
        sendt = {felt: verdi for felt, verdi in self.faglig().items() if verdi}
        return {**sendt, "onsker": self.cleaned_data["onsker"]} if "onsker" in self.data else sendt


class Senereskjema(Skjema):
    """Not now: when, and why."""

    neste_gang = Datofelt(label=_("Når ser dere igjen?"))
    hvorfor_ikke_na = Tekstfelt(label=_("Hvorfor ikke nå?"), max_length=1000, widget=forms.Textarea(attrs=_KORT))


class Utfallsskjema(Skjema):
    """Why it ends here."""

    utfall_grunn = Tekstfelt(label=_("Hvorfor?"), max_length=1000, widget=forms.Textarea(attrs=_KORT))


class OnskerIkkeSkjema(Skjema):
    """The person does not want to; a note only if there is more to say."""

    utfall_grunn = Tekstfelt(
        label=_("Noe den neste bør vite?"), required=False, max_length=1000, widget=forms.Textarea(attrs=_KORT)
    )


class Ingenskjema(Skjema):
    """A command that asks nothing."""


class Retteskjema(Skjema):
    """What is known: corrected, or filled in as it becomes known."""

    fnr = forms.CharField(
        label=_("Fødselsnummer"),
        max_length=20,
        required=False,
        help_text=_("Da blir tipset en person, og søknaden kan føres inn."),
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off", "class": "ds-input"}),
    )
    navn = forms.CharField(label=_("Navn"), max_length=160, required=False)
    fodselsar = _tall(label=_("Fødselsår"), required=False, min_value=1900, max_value=2100)
    telefon = Telefonfelt(label=_("Telefon"))
    sosialhjelp_fra = Datofelt(
        label=_("Har levd av sosialhjelp siden"), required=False, help_text=_("Omtrent er godt nok.")
    )
    sprak = forms.ChoiceField(label=_("Snakker best"), choices=[("", _("Vet ikke")), *Sprak.choices], required=False)
    har_barn = forms.TypedChoiceField(
        label=_("Har barn å forsørge"),
        choices=[("", _("Vet ikke")), ("ja", _("Ja")), ("nei", _("Nei"))],
        coerce=lambda verdi: verdi == "ja",
        empty_value=None,
        required=False,
    )
    snakk_med = forms.CharField(label=_("Hvem kan vi snakke med?"), max_length=160, required=False)
    onsker = Tekstfelt(label=_("Hva ønsker personen selv?"), required=False, max_length=2000)

    def __init__(self, *args: Any, kandidat: Kandidat, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if kandidat.person:
            for felt in ("fnr", "navn", "fodselsar"):
                del self.fields[felt]


def fra_kandidat(kandidat: Kandidat) -> dict[str, Any]:
    """What stands now, for filling the form."""
    felter: dict[str, Any] = {
        felt: getattr(kandidat, felt) for felt in Retteskjema.base_fields if hasattr(kandidat, felt)
    }
    return felter | {"har_barn": {True: "ja", False: "nei", None: ""}[kandidat.har_barn]}


def _valg(tekst: Any, valg: Any) -> list[tuple[str, Any]]:
    return [("", tekst), *valg]


class Kandidatfilter(forms.Form):
    """What the list shows. Values it does not know are taken as no filter at all."""

    status = forms.ChoiceField(
        label=_("Tilstand"),
        choices=_valg(_("Åpne"), [(AVSLUTTET, _("Avsluttet")), (ALLE, _("Alle")), *Kandidatstatus.choices[:-1]]),
        required=False,
    )
    grunn = forms.ChoiceField(label=_("Grunn"), choices=_valg(_("Alle"), Grunn.choices), required=False)
    kilde = forms.ChoiceField(label=_("Kilde"), choices=_valg(_("Alle"), Kilde.choices), required=False)
    sprak = forms.ChoiceField(label=_("Språk"), choices=_valg(_("Alle"), Sprak.choices), required=False)
    alder_under = _tall(label=_("Yngre enn"), required=False)
    sosialhjelp_maneder = _tall(label=_("Sosialhjelp, minst måneder"), required=False)
    stille_dager = _tall(label=_("Ingen har gjort noe på, dager"), required=False)
    forfalt = forms.BooleanField(label=_("Skal ses på nå"), required=False)
    har_barn = forms.BooleanField(label=_("Har barn"), required=False)
    sorter = forms.ChoiceField(
        label=_("Sorter"),
        choices=[
            ("neste", _("Skal ses på først")),
            ("nyeste", _("Nyeste først")),
            ("lengst", _("Lengst på sosialhjelp")),
            ("stille", _("Lengst uten at noe er gjort")),
        ],
        required=False,
    )


class Listeskjema(Skjema):
    """A name for the criteria chosen."""

    kontor = forms.ModelChoiceField(label=_("Kontor"), queryset=Kontor.objects.none(), empty_label=None)
    navn = forms.CharField(label=_("Navn på listen"), max_length=80)

    def __init__(self, *args: Any, kontorer: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kontor"].queryset = kontorer  # type: ignore[attr-defined]
        self.fields["kontor"].initial = kontorer.first()
