"""Forms of a decision: what is written, each condition, and what the beslutter answers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from fotfeste.fag.oppfolging.enums import Avslutningsmate, Situasjon
from fotfeste.fag.vedtak.enums import GIR_PERIODE, Returarsak, Sjekk, Skyld, Vedtakstype
from fotfeste.fag.vedtak.models import Vedtak, Vilkarsvurdering
from fotfeste.fag.vedtak.punkter import Punktrad, Svar
from fotfeste.fag.vedtak.services import SKRIVES
from fotfeste.flater.felles.skjema import Datofelt, Skjema, Tekstfelt
from fotfeste.flater.kontor.utkastfelt import Utkastdato, Utkasttekst, Utkastvalg
from fotfeste.regelverk.livslop import GRUNNER
from fotfeste.regelverk.vilkar import AVSLAGSGRUNNER, VILKAR, Utfall

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

_T = Vedtakstype
_BEGRUNNELSE = frozenset({"begrunnelse_regler", "begrunnelse_fakta", "begrunnelse_hensyn"})
JA, NEI = "ja", "nei"
_GRUNNEN = ("grunn", "grunn_ord", "fravaer_fra", "bevis", "bevis_dato")
_FELTER: Mapping[str, frozenset[str]] = {
    **{type_: frozenset({"fra", "til", "forbehold_fravaer"}) for type_ in GIR_PERIODE},
    _T.AVBRUDD: frozenset({"fra", "til", *_GRUNNEN}),
    _T.AVSLAG: frozenset({"avslagsgrunn"}),
    _T.GJENOPPTAK: frozenset({"fra"}),
    _T.ENDRING: frozenset({"fra", "til"}),
    _T.FRAVAERSTREKK: frozenset({"fra", "til"}),
    _T.TILBAKEBETALING: frozenset({"skyld", "grunn_ord", "bevis", "bevis_dato"}),
    _T.AVSLUTNING: frozenset(
        {"fra", "avslutningsmate", "planlagt", "situasjon", "viktigste_inntekt", "deltakerbevis", *_GRUNNEN}
    ),
}
_FRA = {
    _T.AVBRUDD: _("Pausen begynner"),
    _T.GJENOPPTAK: _("Programmet begynner igjen"),
    _T.AVSLUTNING: _("Programmets siste dag"),
    _T.ENDRING: _("Endringen gjelder fra"),
    _T.FRAVAERSTREKK: _("Første dag borte"),
    _T.INNVILGELSE: _("Programmet begynner"),
}
UTFALL = (
    (Utfall.OPPFYLT.value, _("Oppfylt")),
    (Utfall.IKKE_OPPFYLT.value, _("Ikke oppfylt")),
    (Utfall.IKKE_VURDERT.value, _("Ikke vurdert ennå")),
)


class Vedtaksskjema(Skjema):
    """What the caseworker writes; only the fields the kind of decision has."""

    use_required_attribute = False
    betingede = frozenset(
        {"forbehold_fravaer", "planlagt", "situasjon", "viktigste_inntekt", "fravaer_fra", "grunn_ord", "bevis_dato"}
    )

    fra = Utkastdato(label=_("Fra og med"), help_text=_("For eksempel 15.6.26."))
    til = Utkastdato(label=_("Til og med"), help_text=_("Høyst ett år om gangen."))
    forbehold_fravaer = forms.ChoiceField(
        label=_("Forbehold om fravær"),
        required=False,
        choices=[
            ("True", _("Ja: fravær uten avtale trekkes uten et nytt vedtak")),
            ("False", _("Nei: det trengs et eget vedtak for hvert trekk")),
        ],
        widget=forms.RadioSelect,
        help_text=_("Brevet sier hva som gjelder (sotjl § 36)."),
    )
    avslagsgrunn = Utkastvalg(
        label=_("Hvorfor søknaden avslås"),
        choices=[
            ("", _("Velg")),
            *((g.value, f"{grunn.tekst} {grunn.hjemmel}.") for g, grunn in AVSLAGSGRUNNER.items()),
        ],
        help_text=_("Økonomi og fulle plasser står ikke her. Programmet er en rett for den som fyller vilkårene."),
    )
    avslutningsmate = Utkastvalg(
        label=_("Hvordan programmet slutter"), choices=[("", _("Velg")), *Avslutningsmate.choices]
    )
    planlagt = forms.TypedChoiceField(
        label=_("Slutter det som planlagt?"),
        required=False,
        choices=[("", _("Velg")), ("ja", _("Ja")), ("nei", _("Nei, før planen var ferdig"))],
        coerce=lambda verdi: verdi == "ja",
        empty_value=None,
        help_text=_(
            "Når det er fullført eller avtalt. Slutter det før, må deltakeren ha sagt hva hun eller han mener."
        ),
    )
    grunn = Utkastvalg(label=_("Grunnen"), choices=[("", _("Velg"))])
    grunn_ord = Tekstfelt(label=_("Grunnen med egne ord"), widget=forms.Textarea(attrs={"rows": 2}), required=False)
    skyld = Utkastvalg(
        label=_("Hva deltakeren visste"),
        choices=[("", _("Velg")), *Skyld.choices],
        help_text=_("Er det ingen av delene, kan pengene ikke kreves tilbake (§ 23), bare trekkes (§ 40)."),
    )
    fravaer_fra = Datofelt(
        label=_("Fraværet begynte"),
        required=False,
        help_text=_("Ved arbeid, fødsel og adopsjon: programmet kan ikke avsluttes på grunn av det det første året."),
    )
    bevis = forms.CharField(label=_("Det som viser grunnen"), max_length=300, required=False)
    bevis_dato = Datofelt(label=_("Dagen du så det"), required=False)
    situasjon = forms.MultipleChoiceField(
        label=_("Hva deltakeren går til"),
        help_text=_("Kryss av for alt som passer. «Ukjent» er lov, men telles."),
        required=False,
        choices=Situasjon.choices,
        widget=forms.CheckboxSelectMultiple,
    )
    viktigste_inntekt = forms.ChoiceField(
        label=_("Viktigste inntekt etterpå"), required=False, choices=[("", _("Velg")), *Situasjon.choices]
    )
    deltakerbevis = Datofelt(label=_("Deltakerbevis gitt"), required=False)
    begrunnelse_regler = Utkasttekst(
        label=_("Dette sier regelen"),
        help_text=_("Regelen i klare ord. Paragrafen føyer vi til (fvl § 25 første ledd)."),
    )
    begrunnelse_fakta = Utkasttekst(
        label=_("Dette vet vi om situasjonen"), help_text=_("Fakta som avgjør, ett per linje (fvl § 25 andre ledd).")
    )
    begrunnelse_hensyn = Utkasttekst(
        label=_("Dette har vi lagt vekt på"),
        help_text=_("Hva du har veid, konkret om denne personen (fvl § 25 tredje ledd)."),
    )

    def __init__(self, *args: Any, vedtak: Vedtak, **kwargs: Any) -> None:
        kwargs.setdefault("versjon", vedtak.versjon)
        kwargs.setdefault("initial", _verdiene(vedtak))
        super().__init__(*args, **kwargs)
        self.fields["grunn"].choices = _grunnvalg(vedtak.type)  # type: ignore[attr-defined]
        for navn in self.fields.keys() - _FELTER[vedtak.type] - _BEGRUNNELSE - {"innsending", "versjon"}:
            del self.fields[navn]
        if "til" in self.fields and vedtak.type not in GIR_PERIODE:
            self.fields["til"].required = False
        if vedtak.type == _T.TILBAKEBETALING:
            self.fields["grunn_ord"].label = _("Opplysningen som var feil, eller som ikke ble gitt")
            self.fields["bevis"].label = _("Det som viser det")
        if "fra" in self.fields and vedtak.type in _FRA:
            self.fields["fra"].label = _FRA[Vedtakstype(vedtak.type)]
        if vedtak.type == _T.FRAVAERSTREKK:
            self.fields["til"].label, self.fields["til"].help_text = _("Siste dag borte"), ""

    def clean_forbehold_fravaer(self) -> bool:
        """Made, unless it is said that it is not."""
        return bool(self.cleaned_data["forbehold_fravaer"] != "False")


def _verdiene(vedtak: Vedtak) -> dict[str, Any]:
    planlagt = {None: "", True: "ja", False: "nei"}[vedtak.planlagt]
    return {felt: getattr(vedtak, felt) for felt in SKRIVES} | {"planlagt": planlagt}


def _grunnvalg(type_: str) -> list[tuple[str, StrOrPromise]]:
    """The grounds that can carry the decision, each with its provision and what usually shows it."""
    slutt = type_ == _T.AVSLUTNING
    valg = [
        (grunn.value, f"{regel.navn} ({regel.hjemmel}). {_('Vises med: %s') % regel.bevis}.")
        for grunn, regel in GRUNNER.items()
        if (regel.slutt if slutt else regel.pause)
    ]
    return [("", _("Velg")), *valg]


class Punktskjema(Skjema):
    """The questions the decision asks, each with yes or no where it takes one, and words."""

    use_required_attribute = False

    def __init__(self, *args: Any, rader: Sequence[Punktrad], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.rader = rader
        for rad in rader:
            hjelp = f"{rad.fakta} {rad.regel.hjelp}".strip()
            if rad.regel.ja_nei:
                self.fields[f"{rad.kode}_ja"] = Utkastvalg(
                    label=rad.regel.sporsmal,
                    choices=[(JA, _("Ja")), (NEI, _("Nei"))],
                    widget=forms.RadioSelect,
                    initial={None: "", True: JA, False: NEI}[rad.svar.ja],
                    help_text=str(rad.regel.hjemmel),
                )
            navn = _("Hvorfor") if rad.regel.ja_nei else rad.regel.sporsmal
            tekst = Utkasttekst(label=navn, help_text=hjelp, initial=rad.svar.tekst)
            tekst.widget.attrs["rows"] = 2
            self.fields[f"{rad.kode}_tekst"] = tekst
        for felt in self.fields.values():
            felt.widget.attrs.setdefault("class", "ds-input")

    def faglig(self) -> dict[str, Any]:
        """What vedtak_svar_punkter takes."""
        verdier = super().faglig()
        ja = {JA: True, NEI: False}
        svar = {
            rad.kode: Svar(ja.get(verdier.get(f"{rad.kode}_ja", "")), verdier[f"{rad.kode}_tekst"])
            for rad in self.rader
        }
        return {"svar": svar}


class Vilkarsskjema(Skjema):
    """One condition: the outcome, the facts, and why."""

    betingede = frozenset({"begrunnelse"})

    utfall = forms.ChoiceField(label=_("Vurdering"), choices=UTFALL, widget=forms.RadioSelect)
    fakta = Tekstfelt(label=_("Fakta"), required=False)
    begrunnelse = Tekstfelt(label=_("Hvorfor"), required=False)

    def __init__(self, *args: Any, rad: Vilkarsvurdering, **kwargs: Any) -> None:
        er_vurdert = rad.utfall != Utfall.IKKE_VURDERT
        kwargs.setdefault("auto_id", f"{rad.kode}_%s")
        kwargs.setdefault("versjon", rad.versjon)
        # What the system proposes stands ready to be confirmed; the caseworker saves it or writes something else.
        foreslatt = rad.forslag in {Utfall.OPPFYLT, Utfall.IKKE_OPPFYLT}
        kwargs.setdefault(
            "initial",
            {
                "utfall": rad.utfall if er_vurdert else rad.forslag or Utfall.IKKE_VURDERT.value,
                "fakta": rad.fakta,
                "begrunnelse": rad.begrunnelse or (rad.fakta if foreslatt and not er_vurdert else ""),
            },
        )
        super().__init__(*args, **kwargs)


class Startskjema(Skjema):
    """Which kind of decision to begin."""

    type = forms.ChoiceField(label=_("Slag vedtak"), choices=Vedtakstype.choices)


class Returskjema(Skjema):
    """Why the decision goes back, which part it concerns, and what should be done."""

    arsak = forms.ChoiceField(label=_("Hvorfor"), choices=Returarsak.choices)
    gjelder = forms.ChoiceField(
        label=_("Hvilken del"),
        required=False,
        choices=[
            ("", _("Hele vedtaket")),
            ("begrunnelse_regler", _("Begrunnelsen: regelen")),
            ("begrunnelse_fakta", _("Begrunnelsen: fakta")),
            ("begrunnelse_hensyn", _("Begrunnelsen: det vi har lagt vekt på")),
            ("fra", _("Startdatoen")),
            ("til", _("Sluttdatoen")),
            ("avslagsgrunn", _("Avslagsgrunnen")),
            *((f"vilkar_{kode}", vilkar.navn) for kode, vilkar in VILKAR.items()),
        ],
    )
    tekst = Tekstfelt(label=_("Hva må rettes?"))


class Sjekkskjema(Skjema):
    """What the beslutter has seen to. The service says in words what is not ticked."""

    sjekket = forms.MultipleChoiceField(
        label=_("Jeg har lest vedtaket og svarer for dette"), required=False, widget=forms.CheckboxSelectMultiple
    )

    betingede = frozenset({"sjekket"})

    def __init__(self, *args: Any, punkter: Sequence[Sjekk], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["sjekket"].choices = [(punkt.value, punkt.label) for punkt in punkter]  # type: ignore[attr-defined]


class EldreAevskjema(Skjema):
    """Why an assessment older than the office usually leans on still holds."""

    setning = forms.CharField(
        label=_("Hvorfor stemmer vurderingen fortsatt?"),
        max_length=500,
        help_text=_("Én setning. Beslutteren leser den og må godta den."),
        required=False,
    )
    betingede = frozenset({"setning"})


class Meldingsskjema(Skjema):
    """A line in the conversation."""

    tekst = Tekstfelt(label=_("Skriv til hverandre"), widget=forms.Textarea(attrs={"rows": 2}))


class Varselskjema(Skjema):
    """By when the participant may answer the notice."""

    uttalefrist = Datofelt(label=_("Svarfrist"), help_text=_("Vanligvis minst to uker fram."))


class Svarfristskjema(Skjema):
    """A later day to answer the notice."""

    uttalefrist = Datofelt(label=_("Ny svarfrist"))


class Uttalelseskjema(Skjema):
    """What the participant answered to the notice, and when."""

    betingede = frozenset({"uttalelse", "vil_ikke"})

    dato = Datofelt(label=_("Dagen svaret kom"), help_text=_("For eksempel «i dag»."))
    uttalelse = Tekstfelt(
        label=_("Dette sa deltakeren"), help_text=_("Med deltakerens egne ord. Det står i brevet."), required=False
    )
    vil_ikke = forms.BooleanField(label=_("Deltakeren vil ikke uttale seg"), required=False)
