"""Forms of the mapping: talks, self-assessment written down for somebody, information from others, what is internal."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext_lazy as _

from fotfeste.fag.kartlegging import enums
from fotfeste.fag.kartlegging.egenvurderinger import Svarinn
from fotfeste.fag.kartlegging.models import Egensvar
from fotfeste.fag.kartlegging.punkter import PUNKTER
from fotfeste.fag.kartlegging.samtaler import Funninn
from fotfeste.fag.kartlegging.sporsmal import SPORSMAL, Sporsmal
from fotfeste.fag.sak.models import Sak
from fotfeste.flater.felles.filer import Filfelt
from fotfeste.flater.felles.skjema import Datofelt, Skjema, Tekstfelt
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.organisasjon.models import Bruker

_KORT = {"rows": 3, "class": "ds-input"}
_AVKRYSSING: dict[str, str] = {"class": ""}


class _IDag(Skjema):
    """A form whose `dato` is today until it is changed."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["dato"].initial = klokke.i_dag


_VANLIGST = {
    enums.Tema.ONSKER: enums.Funnslag.ONSKE,
    enums.Tema.MOTIVASJON: enums.Funnslag.ONSKE,
    enums.Tema.DAGLIGLIV: enums.Funnslag.BEHOV,
    enums.Tema.BOFORHOLD: enums.Funnslag.BEHOV,
    enums.Tema.OKONOMI: enums.Funnslag.BEHOV,
    enums.Tema.HELSE: enums.Funnslag.HINDRING,
}
"""What a theme is most often about; everything else begins as a resource."""


class Samtaleskjema(_IDag):
    """A conversation, theme by theme: what was learned, and whether it is a resource, a wish, a need or a hindrance."""

    betingede = frozenset(f"slag_{tema}" for tema in enums.Tema)

    dato = Datofelt(label=_("Dato"), help_text=_("For eksempel 3.2.26 eller «i går»."))
    sted = forms.ChoiceField(label=_("Hvor"), choices=enums.Samtalested.choices)
    til_stede = forms.CharField(label=_("Hvem var med"), required=False, max_length=300)
    tolk = forms.BooleanField(label=_("Vi brukte tolk"), required=False)

    def __init__(self, *args: Any, sak: Sak, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["tolk"].initial = sak.person.tolkebehov
        for tema in enums.Tema:
            self.fields[f"tekst_{tema}"] = Tekstfelt(
                label=tema.label, required=False, widget=forms.Textarea(attrs=dict(_KORT))
            )
            self.fields[f"slag_{tema}"] = forms.ChoiceField(
                label=_("Hva er det?"),
                choices=enums.Funnslag.choices,
                required=False,
                initial=_VANLIGST.get(tema, enums.Funnslag.RESSURS),
            )

    @property
    def temaene(self) -> list[tuple[str, BoundField, BoundField]]:
        """Each theme with its two fields."""
        return [(str(t.label), self[f"tekst_{t}"], self[f"slag_{t}"]) for t in enums.Tema]

    def samtalen(self, verdier: dict[str, Any]) -> dict[str, Any]:
        """The values as the command takes them."""
        felles = {felt: verdier[felt] for felt in ("dato", "sted", "til_stede", "tolk")}
        funn = [
            Funninn(tema, enums.Funnslag(verdier[f"slag_{tema}"] or enums.Funnslag.RESSURS), verdier[f"tekst_{tema}"])
            for tema in enums.Tema
            if verdier[f"tekst_{tema}"].strip()
        ]
        return {**felles, "funn": funn}


class Observasjonsskjema(_IDag):
    """What somebody has seen where the person works or learns."""

    fra = forms.CharField(label=_("Hvem har sett det?"), max_length=200, help_text=_("Tiltaket eller arbeidsplassen."))
    dato = Datofelt(label=_("Dato"))
    tekst = Tekstfelt(label=_("Hva har de sett?"))
    tema = forms.ChoiceField(label=_("Tema"), choices=enums.Tema.choices, initial=enums.Tema.KVALIFIKASJONER)
    slag = forms.ChoiceField(label=_("Hva er det?"), choices=enums.Funnslag.choices)


class Innhentingsskjema(Skjema):
    """What we want to ask whom about, what for, and what lets us."""

    betingede = frozenset({"kjent"})

    fra_type = forms.ChoiceField(
        label=_("Hva slags kilde"), choices=enums.Kildetype.choices, initial=enums.Kildetype.LEGE
    )
    fra_navn = forms.CharField(label=_("Hvem vil vi spørre?"), max_length=200)
    hva = forms.CharField(label=_("Hva vil vi vite?"), max_length=500)
    formal = forms.CharField(label=_("Hva skal vi bruke det til?"), max_length=500)
    grunnlag = forms.ChoiceField(
        label=_("Hva bygger vi på?"),
        choices=enums.Innhentingsgrunnlag.choices,
        widget=forms.RadioSelect(attrs=_AVKRYSSING),
        initial=enums.Innhentingsgrunnlag.SAMTYKKE,
    )
    kjent = Datofelt(
        label=_("Når fikk deltakeren vite det?"), required=False, help_text=_("Bare når vi spør uten samtykke.")
    )


class Svarskjema(_IDag):
    """When and how the participant said yes or no."""

    dato = Datofelt(label=_("Dato"))
    mate = forms.ChoiceField(
        label=_("Hvordan"),
        choices=[(m.value, m.label) for m in (enums.Samtykkemate.MUNTLIG, enums.Samtykkemate.SKRIFTLIG)],
    )


class Bestillingsskjema(_IDag):
    """That we have asked, and by when we want an answer."""

    dato = Datofelt(label=_("Vi spurte"))
    svarfrist = Datofelt(label=_("Vi ønsker svar innen"))


class Mottaksskjema(_IDag):
    """What the answer says, and the paper it came on."""

    dato = Datofelt(label=_("Mottatt"))
    tekst = Tekstfelt(label=_("Hva sier svaret om arbeid?"))
    slag = forms.ChoiceField(label=_("Hva er det?"), choices=enums.Funnslag.choices, initial=enums.Funnslag.HINDRING)
    tema = forms.ChoiceField(label=_("Tema"), choices=enums.Tema.choices, initial=enums.Tema.HELSE)
    papir = Filfelt(label=_("Papiret"), required=False, help_text=_("PDF eller bilde, høyst 10 MB."))


class Internskjema(Skjema):
    """An internal note, and whether it is something held back."""

    betingede = frozenset({"grunn"})

    punkt = forms.ChoiceField(
        label=_("Hva gjelder det?"),
        choices=[("", _("Hele vurderingen")), *((p.bokstav, f"{p.bokstav})") for p in PUNKTER)],
        required=False,
    )
    tekst = Tekstfelt(label=_("Notat"))
    holdt_tilbake = forms.BooleanField(
        label=_("Dette er en bekymring som holdes utenfor teksten deltakeren får"), required=False
    )
    grunn = forms.CharField(label=_("Hvorfor holdes den utenfor?"), required=False, max_length=500)


class TattOppskjema(_IDag):
    """That a concern has been taken up with the participant."""

    dato = Datofelt(label=_("Når"))
    hva = forms.CharField(label=_("Hva snakket dere om?"), max_length=500)


class Variantskjema(Skjema):
    """A full or a simplified assessment, and why."""

    betingede = frozenset({"grunn", "begrunnelse"})

    variant = forms.ChoiceField(
        label=_("Hvilken vurdering?"), choices=enums.Variant.choices, widget=forms.RadioSelect(attrs=_AVKRYSSING)
    )
    grunn = forms.ChoiceField(
        label=_("Hvorfor er en forenklet vurdering nok?"),
        choices=enums.Variantgrunn.choices,
        required=False,
        widget=forms.RadioSelect(attrs=_AVKRYSSING),
    )
    begrunnelse = forms.CharField(label=_("Si det i en setning"), required=False, max_length=500)


class Jobbkravskjema(Skjema):
    """An occupation held against the person."""

    yrke = forms.CharField(label=_("Yrke eller jobb"), max_length=150)
    krever = Tekstfelt(label=_("Hva krever jobben?"), widget=forms.Textarea(attrs=dict(_KORT)))
    har = Tekstfelt(label=_("Hva har deltakeren?"), widget=forms.Textarea(attrs=dict(_KORT)))
    mangler = Tekstfelt(label=_("Hva mangler?"), required=False, widget=forms.Textarea(attrs=dict(_KORT)))
    vei = Tekstfelt(label=_("Hvordan komme dit?"), required=False, widget=forms.Textarea(attrs=dict(_KORT)))


class Blikkskjema(Skjema):
    """What a colleague says after reading."""

    betingede = frozenset({"kommentar"})

    utfall = forms.ChoiceField(
        label=_("Hva sier du?"), choices=enums.Blikkutfall.choices, widget=forms.RadioSelect(attrs=_AVKRYSSING)
    )
    kommentar = Tekstfelt(label=_("Kommentar"), required=False)


class Merknadsskjema(Skjema):
    """The answer to what the participant has said of a point."""

    svar = Tekstfelt(label=_("Svaret ditt"), help_text=_("Deltakeren leser det på siden sin."))


class Kompetanseskjema(Skjema):
    """Who is certified, from when and perhaps to when."""

    bruker = forms.ChoiceField(label=_("Hvem"))
    fra = Datofelt(label=_("Sertifisert fra"))
    til = Datofelt(label=_("Gyldig til"), required=False)
    merknad = forms.CharField(label=_("Merknad"), required=False, max_length=300)

    def __init__(self, *args: Any, ansatte: Iterable[Bruker], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.ansatte = {str(bruker.pk): bruker for bruker in ansatte}
        self.fields["bruker"].choices = [(nokkel, b.navn) for nokkel, b in self.ansatte.items()]  # type: ignore[attr-defined]


class Kompetanseslutt(Skjema):
    """The last day of a certification."""

    til = Datofelt(label=_("Siste dag"))


class Svarfelter(Skjema):
    """All the questions of the self-assessment, and how the answers came to be."""

    mate = forms.ChoiceField(
        label=_("Hvordan ble den laget?"),
        choices=[(m.value, m.label) for m in enums.Utfyllingsmate if m != enums.Utfyllingsmate.ALENE],
        widget=forms.RadioSelect(attrs=_AVKRYSSING),
        initial=enums.Utfyllingsmate.I_SAMTALE,
    )
    hjelper = forms.CharField(label=_("Hvem hjalp til?"), required=False, max_length=200)
    tolk = forms.BooleanField(label=_("Vi brukte tolk"), required=False)
    lest_opp = forms.BooleanField(label=_("Svarene er lest høyt, og deltakeren er enig i dem"), required=False)

    betingede = frozenset({"hjelper"})

    def __init__(
        self, *args: Any, svar: dict[str, Egensvar], hjelper: str = "", tolk: bool = False, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["hjelper"].initial, self.fields["tolk"].initial = hjelper, tolk
        for sporsmal in SPORSMAL:
            self._legg_til(sporsmal, svar.get(sporsmal.kode))

    def _legg_til(self, sporsmal: Sporsmal, svar: Egensvar | None) -> None:
        if sporsmal.valg:
            self.fields[f"valg_{sporsmal.kode}"] = forms.MultipleChoiceField(
                label=sporsmal.tekst,
                choices=sporsmal.valg,
                required=False,
                widget=forms.CheckboxSelectMultiple(attrs=_AVKRYSSING),
                initial=svar.valg if svar else [],
            )
        self.fields[f"tekst_{sporsmal.kode}"] = Tekstfelt(
            label=_("Med deltakerens egne ord") if sporsmal.valg else sporsmal.tekst,
            required=False,
            widget=forms.Textarea(attrs={"rows": 2, "class": "ds-input"}),
            initial=svar.tekst if svar else "",
        )
        self.fields[f"snakk_{sporsmal.kode}"] = forms.BooleanField(
            label=_("Vil heller snakke om dette"), required=False, initial=bool(svar and svar.snakk_om)
        )

    @property
    def temaene(self) -> list[tuple[str, list[BoundField]]]:
        """The fields of each theme group, in the questions' order."""
        return [
            (
                str(tema.label),
                [
                    self[navn]
                    for sporsmal in SPORSMAL
                    if sporsmal.tema == tema
                    for navn in (f"valg_{sporsmal.kode}", f"tekst_{sporsmal.kode}", f"snakk_{sporsmal.kode}")
                    if navn in self.fields
                ],
            )
            for tema in enums.Temagruppe
        ]

    def svarene(self, verdier: dict[str, Any]) -> dict[str, Svarinn]:
        """The answers by question."""
        return {
            s.kode: Svarinn(
                tuple(verdier.get(f"valg_{s.kode}", ())), verdier[f"tekst_{s.kode}"], verdier[f"snakk_{s.kode}"]
            )
            for s in SPORSMAL
        }
