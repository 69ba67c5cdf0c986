"""Forms about egenmelding: begun, written, told of, sent back, assessed anew, and confirmed in writing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from fotfeste.fag.egenmelding.enums import Gjelder, Stoppgrunn
from fotfeste.fag.egenmelding.models import Egenmeldingsstopp
from fotfeste.fag.egenmelding.services import Utkast
from fotfeste.flater.felles.skjema import Datofelt, Skjema, Tekstfelt

if TYPE_CHECKING:
    from collections.abc import Sequence


class Startskjema(Skjema):
    """On which ground, and for whose illness."""

    betingede = frozenset({"fakta"})

    gjelder = forms.ChoiceField(label=_("Hva gjelder det?"), choices=Gjelder.choices, widget=forms.RadioSelect)
    grunn = forms.ChoiceField(
        label=_("Hvorfor vurderer du det?"),
        choices=Stoppgrunn.choices,
        widget=forms.RadioSelect,
        help_text=_("Fraværene telles for deg. Når barnet er sykt, er antallet ingen grunn (§ 10)."),
    )
    fakta = Tekstfelt(
        label=_("Fakta du bygger på"),
        required=False,
        help_text=_("Ett per linje. Deltakeren leser dem i varselet. Fraværene som telles, kommer av seg selv."),
    )

    def __init__(self, *args: Any, mulige: Sequence[Gjelder], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        valg = self.fields["gjelder"]
        valg.choices = [(g.value, g.label) for g in mulige]  # type: ignore[attr-defined]
        if mulige:
            valg.initial = mulige[0].value


class Utkastskjema(Skjema):
    """What the notice and the decision say."""

    betingede = frozenset({"hensyn", "fra"})

    fakta = Tekstfelt(label=_("Dette vet vi"), help_text=_("Ett faktum per linje. Deltakeren leser dem."))
    hensyn = Tekstfelt(
        label=_("Dette har vi lagt vekt på"),
        required=False,
        help_text=_("Skriv det ferdig når deltakeren har fått svare."),
    )
    fra = Datofelt(
        label=_("Legeerklæring kreves fra"), required=False, help_text=_("Tidligst dagen etter at brevet sendes.")
    )

    def __init__(self, *args: Any, stopp: Egenmeldingsstopp, **kwargs: Any) -> None:
        kwargs.setdefault("versjon", stopp.versjon)
        kwargs.setdefault("initial", {"fakta": stopp.fakta, "hensyn": stopp.hensyn, "fra": stopp.fra})
        super().__init__(*args, **kwargs)

    def faglig(self) -> dict[str, Any]:
        return {"utkast": Utkast(**super().faglig()), "versjon": self.cleaned_data["versjon"]}


class Returskjema(Skjema):
    """What must be mended."""

    grunn = Tekstfelt(label=_("Hva må rettes?"), max_length=2000)


class Frafallskjema(Skjema):
    """Why the question is put away."""

    grunn = Tekstfelt(label=_("Hvorfor?"), required=False, max_length=2000)


class Revurderingsskjema(Skjema):
    """What has happened since, and what it means."""

    vurdering = Tekstfelt(
        label=_("Hva har skjedd siden sist, og hva mener du nå?"),
        help_text=_("Snakk gjerne med deltakeren først. Det du skriver, står i brevet."),
    )


class Opphevskjema(Revurderingsskjema):
    """Why the right is given back, and from which day."""

    fra = Datofelt(
        label=_("Kan bruke egenmelding fra"),
        required=False,
        help_text=_("Fra i dag når du lar det stå tomt. En tidligere dag gir stønad tilbake for dagene."),
    )


class Bekreftelseskjema(Skjema):
    """By when the participant must confirm."""

    frist = Datofelt(label=_("Svarfrist"))


class Papirskjema(Skjema):
    """What the paper says, when it came on paper."""

    tekst = Tekstfelt(label=_("Hva står det?"), required=False, max_length=2000)


class Bortfallskjema(Skjema):
    """Why the days give no stønad."""

    begrunnelse = Tekstfelt(label=_("Hvorfor?"), help_text=_("Deltakeren leser det i brevet."))


class Gjelderskjema(Skjema):
    """Why days that fell away give stønad all the same."""

    begrunnelse = Tekstfelt(label=_("Hvorfor"))
