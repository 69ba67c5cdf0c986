"""Forms of a complaint: as it came, the new assessment, and the commands that take a few words."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from fotfeste.fag.brev.models import Framkomst
from fotfeste.fag.klage.enums import (
    UTFALL_HOS_INSTANSEN,
    Fristgrunn,
    Innstillinger,
    Klagekanal,
    Klagemangel,
    Klagerrolle,
    Klagetiltak,
    Omgjoringsgrunn,
)
from fotfeste.fag.klage.etterpa import retten_er_tilbake
from fotfeste.fag.klage.models import Klage, Klagepunkt
from fotfeste.fag.klage.selectors import Klagbart
from fotfeste.fag.person.enums import Sprak
from fotfeste.fag.vedtak.enums import Vedtakstype
from fotfeste.flater.felles.filer import Filfelt
from fotfeste.flater.felles.skjema import Datofelt, Skjema, Tekstfelt
from fotfeste.flater.kontor.utkastfelt import Utkasttekst, Utkastvalg
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.leseord import dato_ord

_FILHJELP = _("PDF eller bilde (PNG, JPG), høyst 10 MB hver. Du kan velge flere.")


NEI = "nei"
"""The answer that a late complaint is not treated: it has no ground."""


def _i_ord(ett: Klagbart) -> str:
    if ett.avvisning:
        return _("At vi avviste klagen %(dag)s") % {"dag": dato_ord(ett.avvisning.besluttet or ett.avvisning.mottatt)}
    return f"{ett.gjelder.tittel}, {dato_ord(ett.gjelder.dato)}" if ett.gjelder.dato else ett.gjelder.tittel


class Framkomstskjema(Skjema):
    """When and how a letter reached the participant."""

    dato = Datofelt(label=_("Dagen deltakeren fikk vite det"))
    hvordan = forms.ChoiceField(label=_("Hvordan"), choices=Framkomst.choices, widget=forms.RadioSelect)


class Registrerskjema(Skjema):
    """A complaint that came to the office."""

    betingede = frozenset({"klager_navn"})

    vedtak = forms.ChoiceField(label=_("Hva det klages på"), widget=forms.RadioSelect)
    gjelder_del = forms.CharField(
        label=_("Gjelder klagen bare en del, skriv hvilken"),
        required=False,
        max_length=1000,
        help_text=_("La stå tomt når den gjelder hele vedtaket."),
    )
    mottatt = Datofelt(label=_("Kom til kontoret"), help_text=_("Dagen klagen kom, ikke dagen du fører den inn."))
    avgitt = Datofelt(
        label=_("Postlagt eller levert"),
        required=False,
        help_text=_("Når det var før den kom hit. Det er nok at klagen er postlagt innen fristen (fvl § 30)."),
    )
    kanal = forms.ChoiceField(
        label=_("Slik kom den"),
        choices=[(k.value, k.label) for k in Klagekanal if k != Klagekanal.DIGITAL],
        widget=forms.RadioSelect,
        initial=Klagekanal.PAPIR,
    )
    sprak = forms.ChoiceField(label=_("Språket den er skrevet på"), choices=Sprak.choices, initial=Sprak.BOKMAL)
    klager = forms.ChoiceField(
        label=_("Hvem som klager"), choices=Klagerrolle.choices, widget=forms.RadioSelect, initial=Klagerrolle.PART
    )
    klager_navn = forms.CharField(
        label=_("Navnet på fullmektigen, advokaten eller den andre"), required=False, max_length=200
    )
    har_fullmakt = forms.BooleanField(label=_("Det er lagt fram skriftlig fullmakt"), required=False)
    har_klageinteresse = forms.BooleanField(
        label=_("Vedtaket angår den som klager (rettslig klageinteresse)"), required=False, initial=True
    )
    underskrevet = forms.BooleanField(
        label=_("Klagen er underskrevet"),
        required=False,
        initial=True,
        help_text=_("En muntlig klage skriver du ned, og klageren skriver under."),
    )
    onsket_endring = Tekstfelt(
        label=_("Hva klageren vil ha endret"),
        required=False,
        help_text=_("Med klagerens egne ord. Står det ikke i klagen, lar du feltet stå tomt, og ber om at det rettes."),
    )
    grunner = Tekstfelt(label=_("Hvorfor"), required=False, help_text=_("Bør være med, men må ikke (fvl § 32)."))
    ber_om_utsetting = forms.BooleanField(
        label=_("Klageren ber om at vedtaket ikke gjennomføres før klagen er avgjort"), required=False
    )
    vedlegg = Filfelt(label=_("Klagen og papirer som fulgte med"), required=False, help_text=_FILHJELP)

    def __init__(self, *args: Any, klagbare: list[Klagbart], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        valg = [(ett.kode, _i_ord(ett)) for ett in klagbare]
        self.fields["vedtak"].choices = valg  # type: ignore[attr-defined]
        self.fields["vedtak"].initial = valg[0][0] if len(valg) == 1 else None
        self.fields["mottatt"].initial = klokke.i_dag()


class Vurderingsskjema(Skjema):
    """The new assessment, as it is written. Saved as a draft; asked for whole when it is sent."""

    use_required_attribute = False

    undersokelser = Tekstfelt(
        label=_("Hva du har undersøkt"),
        required=False,
        help_text=_("Nye fakta, hvem du har snakket med, og når."),
    )
    innstilling = Utkastvalg(label=_("Vurderingen ender med"), widget=forms.RadioSelect)
    hva_endres = Tekstfelt(
        label=_("Hva som endres"),
        required=False,
        help_text=_("Når klageren får medhold helt eller delvis. Teksten følger med inn i det nye vedtaket."),
    )
    vurdering = Utkasttekst(label=_("Samlet vurdering"), help_text=_("Skriv til klageren. Teksten står i brevet."))

    def __init__(self, *args: Any, klage: Klage, mulige: list[Innstillinger], **kwargs: Any) -> None:
        felter = ("undersokelser", "innstilling", "hva_endres", "vurdering")
        kwargs.setdefault("initial", {navn: getattr(klage, navn) for navn in felter})
        super().__init__(*args, versjon=klage.versjon, **kwargs)
        valgt = [Innstillinger(klage.innstilling)] if klage.innstilling else []
        valg = [*mulige, *(en for en in valgt if en not in mulige)]
        self.fields["innstilling"].choices = [(en.value, en.label) for en in valg]  # type: ignore[attr-defined]


class Punktskjema(Skjema):
    """One point of the complaint and our answer."""

    pastand = Tekstfelt(label=_("Klageren sier"), widget=forms.Textarea(attrs={"rows": 2, "class": "ds-input"}))
    svar = Utkasttekst(label=_("Vi svarer"), widget=forms.Textarea(attrs={"rows": 3, "class": "ds-input"}))
    endrer = forms.BooleanField(label=_("Dette endrer vedtaket"), required=False)

    def __init__(self, *args: Any, punkt: Klagepunkt | None = None, **kwargs: Any) -> None:
        if punkt is not None:
            kwargs.setdefault("initial", {n: getattr(punkt, n) for n in ("pastand", "svar", "endrer")})
            kwargs.setdefault("auto_id", f"punkt{punkt.nummer}_%s")
            kwargs.setdefault("versjon", punkt.versjon)
        super().__init__(*args, **kwargs)


class Rettingsskjema(Skjema):
    """What is to be mended, and by when."""

    mangler = forms.MultipleChoiceField(
        label=_("Dette mangler"), choices=Klagemangel.choices, widget=forms.CheckboxSelectMultiple
    )
    frist = Datofelt(label=_("Frist for å rette"), help_text=_("Kort, men nok til å rekke det. Ofte en til to uker."))


class Rettetskjema(Skjema):
    """What was mended, and when."""

    dato = Datofelt(label=_("Dagen det kom"))
    onsket_endring = Tekstfelt(label=_("Hva klageren vil ha endret"), required=False)
    underskrevet = forms.BooleanField(label=_("Klagen er underskrevet"), required=False)
    har_fullmakt = forms.BooleanField(label=_("Det er lagt fram skriftlig fullmakt"), required=False)
    har_klageinteresse = forms.BooleanField(label=_("Vedtaket angår den som klager"), required=False)
    vedlegg = Filfelt(label=_("Papirer"), required=False, help_text=_FILHJELP)


class Fristskjema(Skjema):
    """Whether a late complaint is treated all the same."""

    fristgrunn = forms.TypedChoiceField(
        label=_("Kan klagen behandles likevel?"),
        choices=[*Fristgrunn.choices, (NEI, _("Nei, klagen avvises"))],
        widget=forms.RadioSelect,
        coerce=lambda verdi: "" if verdi == NEI else verdi,
    )
    fristbegrunnelse = Tekstfelt(
        label=_("Hvorfor, eller hvorfor ikke"),
        help_text=_("Skriv til klageren. Avvises klagen, står teksten i brevet."),
    )


class Tilleggsskjema(Skjema):
    """What came after the complaint."""

    betingede = frozenset({"tillegg", "vedlegg"})

    tillegg = Tekstfelt(label=_("Det klageren har lagt til"), required=False)
    vedlegg = Filfelt(label=_("Papirer"), required=False, help_text=_FILHJELP)


class Forelopigskjema(Skjema):
    """The preliminary answer."""

    grunn = Tekstfelt(label=_("Hvorfor det tar lenger tid"), help_text=_("Teksten står i brevet."))
    ventet_svar = Datofelt(label=_("Når klageren kan vente svar"))


class Motpartskjema(Skjema):
    """That another party has been told."""

    motpart = forms.CharField(label=_("Hvem som er varslet"), max_length=200)
    dato = Datofelt(label=_("Varslet"))
    frist = Datofelt(label=_("Frist for å uttale seg"))


class Returskjema(Skjema):
    """What is to be mended before it is decided."""

    tekst = Tekstfelt(label=_("Hva som må rettes"))


class Utsettingsskjema(Skjema):
    """Whether the decision waits."""

    utsettes = forms.TypedChoiceField(
        label=_("Skal vedtaket vente til klagen er avgjort?"),
        choices=[("ja", _("Ja, vedtaket venter")), ("nei", _("Nei, vedtaket gjelder"))],
        widget=forms.RadioSelect,
        coerce=lambda verdi: verdi == "ja",
    )
    begrunnelse = Tekstfelt(label=_("Hvorfor"), help_text=_("Skriv til klageren. Teksten står i brevet."))


class Utfallsskjema(Skjema):
    """What the appeals body decided."""

    utfall = forms.ChoiceField(
        label=_("Hva Statsforvalteren bestemte"),
        choices=[(en.value, en.label) for en in UTFALL_HOS_INSTANSEN],
        widget=forms.RadioSelect,
    )
    dato = Datofelt(label=_("Dagen det ble avgjort"))
    grunner = Tekstfelt(label=_("Hva de la vekt på"), help_text=_("Kort. Hele svaret legger du ved."))
    virkning_fra = Datofelt(
        label=_("Virker tilbake til"),
        required=False,
        help_text=_("Når vedtaket er endret eller opphevet, og det skal gjelde fra en dag som har vært."),
    )
    papir = Filfelt(label=_("Svaret fra Statsforvalteren"), required=False, help_text=_FILHJELP)


class Trekkskjema(Skjema):
    """That the complainant has withdrawn."""

    dato = Datofelt(label=_("Dagen klageren trakk klagen"))


class Gjennomforingsskjema(Skjema):
    """What is done to a deduction or to egenmelding when a complaint has changed it. Only its own measures."""

    betingede = frozenset({"per_maned", "fra"})

    tiltak = forms.ChoiceField(label=_("Slik gjennomføres det"), widget=forms.RadioSelect)
    per_maned = forms.IntegerField(
        label=_("Kroner hver måned"), required=False, help_text=_("Når det trekkes mindre."), max_value=1_000_000
    )
    fra = Datofelt(label=_("Fra"), required=False, help_text=_("Den første dagen endringen gjelder."))

    def __init__(self, *args: Any, klage: Klage, **kwargs: Any) -> None:
        kwargs["initial"] = {"fra": retten_er_tilbake(klage)}
        super().__init__(*args, **kwargs)
        valg = [(en.value, en.label) for en in klage.gjelder.tiltak]
        self.fields["tiltak"].choices = valg  # type: ignore[attr-defined]
        self.fields["tiltak"].initial = valg[0][0] if len(valg) == 1 else None
        if Klagetiltak.ENDRE_PLAN not in klage.gjelder.tiltak:
            del self.fields["per_maned"]
        if not {Klagetiltak.ENDRE_PLAN, Klagetiltak.GI_TILBAKE} & set(klage.gjelder.tiltak):
            del self.fields["fra"]


class Oppfolgingsskjema(Skjema):
    """What was done with the outcome."""

    oppfolging = Tekstfelt(
        label=_("Hva som er gjort"),
        required=False,
        help_text=_("Må fylles ut når det ikke er fattet et nytt vedtak. Det kan også stå hva dere lærte."),
    )


class Kravskjema(Skjema):
    """A claim for costs."""

    fremsatt = Datofelt(label=_("Dagen kravet kom"))
    hva = Tekstfelt(label=_("Hva kostnadene gjelder"))
    belop = forms.IntegerField(label=_("Beløp i hele kroner"), min_value=1, max_value=10_000_000)


class Kravavgjorelse(Skjema):
    """What of the claim is covered."""

    innvilget = forms.IntegerField(label=_("Beløp vi dekker, i hele kroner"), min_value=0, max_value=10_000_000)
    begrunnelse = Tekstfelt(label=_("Hvorfor"), help_text=_("Skriv til den som krever. Teksten står i brevet."))


class Utelatskjema(Skjema):
    """Why a paper does not go with the rest; empty: it does."""

    nokkel = forms.CharField(widget=forms.HiddenInput, max_length=60)
    grunn = forms.CharField(label=_("Grunn til å utelate"), required=False, max_length=500)


class Omgjoringsskjema(Skjema):
    """A decision taken up again without a complaint."""

    vedtak = forms.ChoiceField(label=_("Vedtaket"))
    grunn = forms.ChoiceField(label=_("Grunnlag"), choices=Omgjoringsgrunn.choices, widget=forms.RadioSelect)
    type = forms.ChoiceField(label=_("Det nye vedtaket"), choices=Vedtakstype.choices)
    begrunnelse = Tekstfelt(
        label=_("Hvorfor vedtaket bør gjøres om"), help_text=_("Teksten følger med inn i det nye vedtaket.")
    )

    def __init__(self, *args: Any, klagbare: list[Klagbart], **kwargs: Any) -> None:
        kwargs.setdefault("auto_id", "omgjor_%s")
        super().__init__(*args, **kwargs)
        valg = [(str(ett.gjelder.pk), _i_ord(ett)) for ett in klagbare if ett.gjelder.vedtak and ett.avvisning is None]
        self.fields["vedtak"].choices = valg  # type: ignore[attr-defined]
