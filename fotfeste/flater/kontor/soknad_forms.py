"""Forms about an application, as the office fills them in."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from fotfeste.fag.sak.enums import Sosialhjelp
from fotfeste.fag.sak.models import Bakgrunn
from fotfeste.fag.soknad.enums import Kanal
from fotfeste.fag.soknad.services import Mangel
from fotfeste.flater.felles.filer import Filfelt
from fotfeste.flater.felles.skjema import Datofelt, Skjema, Tekstfelt
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.organisasjon.models import Kontor
from fotfeste.kobling.kostra.kommuner import kommuner

MANGELRADER = 6
_FILHJELP = _("PDF eller bilde (PNG, JPG), høyst 10 MB hver. Du kan velge flere.")


class Soknadsskjema(Skjema):
    """An application that came on paper or by word of mouth."""

    kontor = forms.ModelChoiceField(label=_("Kontor"), queryset=Kontor.objects.none(), empty_label=None)
    mottatt = Datofelt(
        label=_("Kom til kontoret"),
        help_text=_("Dagen søknaden kom, ikke dagen du fører den inn. Fristene regnes herfra."),
    )
    kanal = forms.ChoiceField(
        label=_("Slik kom den"),
        choices=[(Kanal.PAPIR.value, Kanal.PAPIR.label), (Kanal.MUNTLIG.value, Kanal.MUNTLIG.label)],
        widget=forms.RadioSelect,
        initial=Kanal.PAPIR,
    )
    onsker = Tekstfelt(
        label=_("Hva vil søkeren med programmet?"), required=False, help_text=_("Med søkerens egne ord når du kan.")
    )
    situasjon = Tekstfelt(
        label=_("Situasjonen nå"),
        required=False,
        help_text=_("Det søkeren forteller om arbeid, utdanning, helse og bolig."),
    )
    vedlegg = Filfelt(label=_("Papirer som fulgte med"), required=False, help_text=_FILHJELP)


class Etterlysningsskjema(Skjema):
    """What the office lacks: several things in one letter."""

    betingede = frozenset({"hva_1"})

    frist = Datofelt(label=_("Frist for å svare"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for nr in range(1, MANGELRADER + 1):
            self.fields[f"hva_{nr}"] = forms.CharField(
                label=_("Vi mangler"),
                max_length=200,
                required=False,
                widget=forms.TextInput(attrs={"class": "ds-input", "list": "vanlige-mangler"}),
            )
            self.fields[f"hvorfor_{nr}"] = Tekstfelt(
                label=_("Vi trenger det fordi"),
                required=False,
                max_length=1000,
                widget=forms.Textarea(attrs={"rows": 2, "class": "ds-input"}),
            )
        self.order_fields([navn for navn in self.fields if navn != "frist"])

    @property
    def rader(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        """The rows, what and why."""
        return [(self[f"hva_{nr}"], self[f"hvorfor_{nr}"]) for nr in range(1, MANGELRADER + 1)]

    @property
    def forste_rader(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        return self.rader[:3]

    @property
    def flere_rader(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        return self.rader[3:]

    @property
    def flere_er_brukt(self) -> bool:
        """Whether the folded rows hold anything, and so must be open."""
        return any(felt.value() for rad in self.flere_rader for felt in rad)

    @property
    def mangler(self) -> list[Mangel]:
        """The rows that were filled in, each with the field a refusal belongs to."""
        rader = (
            (nr, self.cleaned_data[f"hva_{nr}"], self.cleaned_data[f"hvorfor_{nr}"]) for nr in range(1, MANGELRADER + 1)
        )
        return [Mangel(hva, hvorfor, f"hva_{nr}") for nr, hva, hvorfor in rader if hva or hvorfor]


class Svarskjema(Skjema):
    """Something asked for has come."""

    mottatt = Datofelt(label=_("Kom til kontoret"))
    svar = Tekstfelt(label=_("Hva kom, eller hva sa søkeren?"), required=False)
    vedlegg = Filfelt(label=_("Papirer"), required=False, help_text=_FILHJELP)


class ForelopigSvarSkjema(Skjema):
    """The preliminary answer."""

    grunn = Tekstfelt(
        label=_("Hvorfor tar det tid?"),
        help_text=_("Står i brevet til søkeren. Skriv som du ville sagt det: «Mange har søkt samtidig …»"),
        max_length=2000,
    )
    ventet_svar = Datofelt(label=_("Når regner dere med å svare?"))


class Vedleggsskjema(Skjema):
    """Papers that came later."""

    vedlegg = Filfelt(label=_("Papirer"), help_text=_FILHJELP)


class Klarskjema(Skjema):
    """Ready to be assessed; with a reason when something has not come."""

    betingede = frozenset({"grunn"})

    grunn = Tekstfelt(
        label=_("Hvorfor kan søknaden vurderes uten det som mangler?"),
        required=False,
        max_length=1000,
        help_text=_("Fylles ut når noe dere ba om, ikke har kommet."),
    )


class Trekkskjema(Skjema):
    """The applicant has withdrawn."""

    trukket = Datofelt(label=_("Når trakk søkeren søknaden?"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["trukket"].initial = klokke.i_dag


class Bakgrunnsskjema(Skjema):
    """What the applicant lived on before, and has besides the programme. Asked once, used in the yearly statistics."""

    sosialhjelp = forms.ChoiceField(
        label=_("Økonomisk sosialhjelp de siste to månedene før søknaden"),
        choices=Sosialhjelp.choices,
        widget=forms.RadioSelect,
    )
    introduksjonsstonad = forms.BooleanField(label=_("Introduksjonsstønad (for nyankomne flyktninger)"), required=False)
    tiltakspenger = forms.BooleanField(label=_("Tiltakspenger (ved arbeidsmarkedstiltak)"), required=False)
    folketrygd = forms.BooleanField(
        label=_("Penger til livsopphold fra folketrygden (for eksempel arbeidsavklaringspenger eller dagpenger)"),
        required=False,
    )
    kommunal_bostotte = forms.BooleanField(label=_("Kommunal bostøtte"), required=False)
    husbank_bostotte = forms.BooleanField(label=_("Bostøtte fra Husbanken"), required=False)
    sosialhjelp_fast = forms.BooleanField(
        label=_("Sosialhjelp hver måned, som tillegg til vanlige utgifter"), required=False
    )
    sosialhjelp_sarskilte = forms.BooleanField(
        label=_("Sosialhjelp til utgifter som følger med programmet"), required=False
    )
    sosialhjelp_engang = forms.BooleanField(label=_("Sosialhjelp én enkelt gang"), required=False)
    fra_kvp_i_kommune = forms.ChoiceField(label=_("Kommer søkeren fra programmet i en annen kommune?"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        felt = self.fields["fra_kvp_i_kommune"]
        valg = sorted(kommuner(klokke.i_dag().year).items(), key=lambda par: par[1])
        felt.choices = [("", _("Nei")), *valg]  # type: ignore[attr-defined]

    @property
    def for_soknaden(self) -> list[forms.BoundField]:
        """What the applicant had in the two months before."""
        return [self[navn] for navn in ("introduksjonsstonad", "tiltakspenger", "folketrygd")]

    @property
    def ved_siden_av(self) -> list[forms.BoundField]:
        """What the applicant has, or will have, beside the programme."""
        navn = (
            "kommunal_bostotte",
            "husbank_bostotte",
            "sosialhjelp_fast",
            "sosialhjelp_sarskilte",
            "sosialhjelp_engang",
        )
        return [self[ett] for ett in navn]


def fra_bakgrunn(bakgrunn: Bakgrunn | None) -> dict[str, Any]:
    """What stands now, for filling the form."""
    return {felt: getattr(bakgrunn, felt) for felt in Bakgrunnsskjema.base_fields if hasattr(bakgrunn, felt)}
