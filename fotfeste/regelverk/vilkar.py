"""The conditions of sotjl § 29, as a table: what the law asks, who assesses it, and what refuses or grants.

(The codes are used by fag/vedtak's tables: keep their names and values.)

«Vesentlig nedsatt» and «svært begrensede» are weighed by people; the system proposes only what follows from dates
and registers, and says where it has it from. Each refusal has a ground in the law; what is not in
`Avslagsgrunn` is none: neither the budget, the number of places nor the applicant's Norwegian.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from fotfeste.regelverk import tid
from fotfeste.regelverk.frister import START_SENEST
from fotfeste.regelverk.ord import dato_i_ord
from fotfeste.regelverk.parametre import Verdi
from fotfeste.regelverk.rettskilde import Rettsgrunnlag, Rettskilde, fk, sotjl
from fotfeste.regelverk.styrke import Styrke
from fotfeste.regelverk.tid import Periode


class Vilkarskode(StrEnum):
    """The six conditions of § 29, by the codes of the saksmappe."""

    ALDER = "alder"
    ARBEIDSEVNE = "arbeidsevne"
    INNTEKTSEVNE = "inntektsevne"
    YTELSER = "ytelser"
    AEV = "aev"
    HENSIKTSMESSIG_OG_NODVENDIG = "hensiktsmessig_og_nodvendig"


class Utfall(StrEnum):
    """What the assessment of one condition came to."""

    OPPFYLT = "oppfylt"
    IKKE_OPPFYLT = "ikke_oppfylt"
    IKKE_VURDERT = "ikke_vurdert"


class Avslagsgrunn(StrEnum):
    """The grounds a refusal can have. Budget, full places and language are not among them: it is a right."""

    ALDER = "alder"
    ARBEIDSEVNE = "arbeidsevne"
    INNTEKTSEVNE = "inntektsevne"
    ANDRE_YTELSER = "andre_ytelser"
    IKKE_HENSIKTSMESSIG_ELLER_NODVENDIG = "ikke_hensiktsmessig_eller_nodvendig"
    UFORHOLDSMESSIG_BYRDE = "uforholdsmessig_byrde"
    IKKE_RETT_PGA_OPPHOLD = "ikke_rett_pga_opphold"


class Vurderer(StrEnum):
    """Who assesses: the system proposes and a person confirms, or a person alone."""

    SYSTEMET_FORESLAR = "systemet_foreslar"
    MENNESKE = "menneske"


# In force since 1 January 2019 (lov 20 December 2018 nr. 98); before, «i yrkesaktiv alder».
def _aldersgrense(kode: str, ar: int) -> Verdi:
    return Verdi(kode, Fraction(ar), date(2019, 1, 1), date(2018, 12, 20), "LOV-2018-12-20-98", sotjl(29, 1))


FRA_ALDER = _aldersgrense("alder_fra", 18)
TIL_ALDER = _aldersgrense("alder_til", 67)
VEDTAK_HOYST = Verdi(
    "maneder_per_vedtak", Fraction(12), date(2012, 1, 1), date(2011, 12, 21), "FOR-2011-12-21-1471", fk(2, 1)
)
_NAVL_14A = Rettskilde(Rettsgrunnlag.NAVL, "14 a")


@dataclass(frozen=True, slots=True)
class Veiledning:
    """One piece of guidance to the caseworker. `hjemmel` None: practice, not law."""

    styrke: Styrke
    tekst: str
    hjemmel: Rettskilde | None = None


@dataclass(frozen=True, slots=True)
class Vilkar:
    """One condition: what the law asks in our words, who assesses it, and the ground when it is not met.

    `avslagsgrunn` None: the condition is for the office to bring about, and refuses nobody.
    """

    kode: Vilkarskode
    navn: str
    tekst: str
    hjemmel: Rettskilde
    vurderer: Vurderer
    veiledning: tuple[Veiledning, ...]
    avslagsgrunn: Avslagsgrunn | None


VILKAR: Mapping[Vilkarskode, Vilkar] = {
    vilkar.kode: vilkar
    for vilkar in (
        Vilkar(
            Vilkarskode.ALDER,
            "Alder",
            "Søkeren er mellom 18 og 67 år.",
            sotjl(29, 1),
            Vurderer.SYSTEMET_FORESLAR,
            (
                Veiledning(
                    Styrke.BOR,
                    "Regn alderen den dagen programmet begynner. Den som fyller 18 før da, kan søke i forkant.",
                ),
            ),
            Avslagsgrunn.ALDER,
        ),
        Vilkar(
            Vilkarskode.ARBEIDSEVNE,
            "Nedsatt arbeidsevne",
            "Evnen til å arbeide er vesentlig nedsatt.",
            sotjl(29, 1),
            Vurderer.MENNESKE,
            (
                Veiledning(
                    Styrke.SKAL,
                    "Bygg på arbeidsevnevurderingen: den sier om, og hvor mye, arbeidsevnen er nedsatt.",
                    _NAVL_14A,
                ),
                Veiledning(Styrke.BOR, "Nevn både hva søkeren får til og hva som hindrer, med ressursene først."),
            ),
            Avslagsgrunn.ARBEIDSEVNE,
        ),
        Vilkar(
            Vilkarskode.INNTEKTSEVNE,
            "Nedsatt inntektsevne",
            "Evnen til å skaffe seg inntekt er vesentlig nedsatt.",
            sotjl(29, 1),
            Vurderer.MENNESKE,
            (
                Veiledning(
                    Styrke.SKAL,
                    "Vurder inntektsevnen for seg: både den og arbeidsevnen må være nedsatt.",
                    sotjl(29, 1),
                ),
            ),
            Avslagsgrunn.INNTEKTSEVNE,
        ),
        Vilkar(
            Vilkarskode.YTELSER,
            "Andre ytelser til livsopphold",
            "Søkeren har ingen eller svært begrensede ytelser til livsopphold etter folketrygdloven eller "
            "arbeidsmarkedsloven.",
            sotjl(29, 1),
            Vurderer.SYSTEMET_FORESLAR,
            (
                Veiledning(
                    Styrke.SKAL,
                    "Se bare på ytelser etter folketrygdloven og arbeidsmarkedsloven. Økonomisk stønad fra "
                    "kommunen er ikke en slik ytelse.",
                    sotjl(29, 1),
                ),
                Veiledning(Styrke.SKAL, "Vurder selv om ytelsen er svært begrenset når søkeren har en.", sotjl(29, 1)),
            ),
            Avslagsgrunn.ANDRE_YTELSER,
        ),
        Vilkar(
            Vilkarskode.AEV,
            "Arbeidsevnevurdering",
            "Søkeren har gjennomgått en arbeidsevnevurdering.",
            sotjl(29, 2),
            Vurderer.SYSTEMET_FORESLAR,
            (
                Veiledning(
                    Styrke.SKAL,
                    "Gjør ferdig alle de fem punktene skriftlig før du innvilger.",
                    _NAVL_14A,
                ),
                Veiledning(Styrke.BOR, "Bygg på en fersk vurdering: ikke eldre enn kommunen har bestemt."),
            ),
            None,
        ),
        Vilkar(
            Vilkarskode.HENSIKTSMESSIG_OG_NODVENDIG,
            "Hensiktsmessig og nødvendig",
            "Tett og koordinert bistand gjennom programmet er hensiktsmessig og nødvendig for å styrke "
            "søkerens muligheter i arbeidslivet.",
            sotjl(29, 2),
            Vurderer.MENNESKE,
            (
                Veiledning(Styrke.SKAL, "Snakk med søkeren, og legg stor vekt på hva søkeren mener.", sotjl(42)),
                Veiledning(Styrke.BOR, "Si hva programmet gir som søkeren ikke får på en enklere måte."),
            ),
            Avslagsgrunn.IKKE_HENSIKTSMESSIG_ELLER_NODVENDIG,
        ),
    )
}


@dataclass(frozen=True, slots=True)
class Grunn:
    """A ground for refusal: the condition it rests on (None: it stands by itself) and the provision."""

    kode: Avslagsgrunn
    tekst: str
    hjemmel: Rettskilde
    vilkar: Vilkarskode | None = None


AVSLAGSGRUNNER: Mapping[Avslagsgrunn, Grunn] = {
    **{
        vilkar.avslagsgrunn: Grunn(
            vilkar.avslagsgrunn, f"Vilkåret «{vilkar.navn}» er ikke oppfylt.", vilkar.hjemmel, kode
        )
        for kode, vilkar in VILKAR.items()
        if vilkar.avslagsgrunn is not None
    },
    Avslagsgrunn.UFORHOLDSMESSIG_BYRDE: Grunn(
        Avslagsgrunn.UFORHOLDSMESSIG_BYRDE,
        "Forhold ved søkeren gjør det uforholdsmessig byrdefullt å tilby et program.",
        sotjl(29, 3),
    ),
    Avslagsgrunn.IKKE_RETT_PGA_OPPHOLD: Grunn(
        Avslagsgrunn.IKKE_RETT_PGA_OPPHOLD,
        "Søkeren har ikke et opphold i Norge som gir rett til programmet (FOR-2011-12-16-1251 §§ 1–4).",
        sotjl(2),
    ),
}


@dataclass(frozen=True, slots=True)
class KjentYtelse:
    """A benefit for livelihood the system knows of, and where it knows it from."""

    navn: str
    periode: Periode
    kilde: str


@dataclass(frozen=True, slots=True)
class Fakta:
    """What the system knows on `dag`, the day the programme would begin.

    `ytelser` None: nobody has asked. An empty tuple: asked, and none found.
    """

    dag: date
    fodselsdato: date
    kilde_fodselsdato: str
    aev_ferdigstilt: date | None = None
    ytelser: tuple[KjentYtelse, ...] | None = None


@dataclass(frozen=True, slots=True)
class Forslag:
    """What the system proposes for one condition, the facts in words and where they come from."""

    kode: Vilkarskode
    utfall: Utfall
    fakta: str
    kilde: str


@dataclass(frozen=True, slots=True)
class Vurdering:
    """What a person concluded about one condition, with reasons."""

    kode: Vilkarskode
    utfall: Utfall
    begrunnelse: str = ""


def er_innen_alder(fodselsdato: date, dag: date) -> bool:
    """From the 18th birthday to the day before the 67th: «mellom 18 og 67 år» (sotjl § 29 first paragraph)."""
    return int(FRA_ALDER.verdi) <= tid.alder(fodselsdato, dag) < int(TIL_ALDER.verdi)


def foresla(fakta: Fakta) -> list[Forslag]:
    """A proposal for each condition the facts say something about, in the order of the table."""
    return [_foresla_alder(fakta), _foresla_ytelser(fakta), _foresla_aev(fakta)]


def _foresla_alder(fakta: Fakta) -> Forslag:
    utfall = Utfall.OPPFYLT if er_innen_alder(fakta.fodselsdato, fakta.dag) else Utfall.IKKE_OPPFYLT
    ar = tid.alder(fakta.fodselsdato, fakta.dag)
    tekst = f"Søkeren er født {dato_i_ord(fakta.fodselsdato)} og er {ar} år {dato_i_ord(fakta.dag)}."
    return Forslag(Vilkarskode.ALDER, utfall, tekst, fakta.kilde_fodselsdato)


def _foresla_ytelser(fakta: Fakta) -> Forslag:
    kode = Vilkarskode.YTELSER
    if fakta.ytelser is None:
        return Forslag(kode, Utfall.IKKE_VURDERT, "Vi har ikke undersøkt om søkeren har andre ytelser.", "")
    gjelder = [ytelse for ytelse in fakta.ytelser if ytelse.periode.inneholder(fakta.dag)]
    if not gjelder:
        tekst = f"Vi kjenner ikke til ytelser til livsopphold {dato_i_ord(fakta.dag)}."
        return Forslag(kode, Utfall.OPPFYLT, tekst, "opplysningene i saken")
    tekst = f"Søkeren har {', '.join(ytelse.navn for ytelse in gjelder)}. Vurder om det er svært begrenset."
    return Forslag(kode, Utfall.IKKE_VURDERT, tekst, ", ".join(dict.fromkeys(y.kilde for y in gjelder)))


def _foresla_aev(fakta: Fakta) -> Forslag:
    kode, kilde = Vilkarskode.AEV, "arbeidsevnevurderingen i saken"
    if fakta.aev_ferdigstilt is None or fakta.aev_ferdigstilt > fakta.dag:
        return Forslag(kode, Utfall.IKKE_VURDERT, "Arbeidsevnevurderingen er ikke ferdig.", kilde)
    tekst = f"Arbeidsevnevurderingen ble ferdig {dato_i_ord(fakta.aev_ferdigstilt)}."
    return Forslag(kode, Utfall.OPPFYLT, tekst, kilde)


def kan_innvilges(vurderinger: Iterable[Vurdering]) -> list[str]:
    """What stands in the way of a grant, in words; empty when every condition is met, with reasons.

    Of two assessments of one condition the last holds.
    """
    av_kode = {vurdering.kode: vurdering for vurdering in vurderinger}
    hindringer = []
    for kode, vilkar in VILKAR.items():
        vurdering = av_kode.get(kode, Vurdering(kode, Utfall.IKKE_VURDERT))
        if vurdering.utfall is Utfall.IKKE_VURDERT:
            hindringer.append(f"Vilkåret «{vilkar.navn}» er ikke vurdert. Vurder det før du innvilger.")
        elif vurdering.utfall is Utfall.IKKE_OPPFYLT:
            hindringer.append(f"Vilkåret «{vilkar.navn}» er ikke oppfylt.")
        elif not vurdering.begrunnelse.strip():
            hindringer.append(f"Skriv hvorfor vilkåret «{vilkar.navn}» er oppfylt.")
    return hindringer


def kan_avslas(grunn: Avslagsgrunn, vurderinger: Iterable[Vurdering]) -> list[str]:
    """What stands in the way of a refusal on the ground, in words.

    A ground that rests on a condition needs that condition assessed as not met, with reasons. The two that stand
    by themselves need their reasons in the decision, which is for the letter to demand.
    """
    kode = AVSLAGSGRUNNER[grunn].vilkar
    if kode is None:
        return []
    navn = VILKAR[kode].navn
    av_kode = {vurdering.kode: vurdering for vurdering in vurderinger}
    vurdering = av_kode.get(kode)
    if vurdering is None or vurdering.utfall is not Utfall.IKKE_OPPFYLT:
        return [f"Du avslår fordi vilkåret «{navn}» ikke er oppfylt. Da må du ha vurdert det slik."]
    if not vurdering.begrunnelse.strip():
        return [f"Skriv hvorfor vilkåret «{navn}» ikke er oppfylt."]
    return []


BYGGER_PA_AEV = frozenset(
    {Avslagsgrunn.ARBEIDSEVNE, Avslagsgrunn.INNTEKTSEVNE, Avslagsgrunn.IKKE_HENSIKTSMESSIG_ELLER_NODVENDIG}
)
"""Grounds that rest on what an arbeidsevnevurdering finds out."""


def avslag_venter_pa_aev(grunn: Avslagsgrunn, *, planlagt: bool) -> list[str]:
    """No refusal for want of an assessment while one is begun and not finished (sotjl § 29 second paragraph)."""
    if not planlagt or grunn not in BYGGER_PA_AEV:
        return []
    return [
        "Arbeidsevnevurderingen er begynt og ikke ferdig. Gjør den ferdig før du avslår: det er den som viser om "
        "vilkåret er oppfylt."
    ]


def hindringer_i_aev(ferdigstilt: date | None, vedtaksdato: date) -> list[str]:
    """A grant needs an arbeidsevnevurdering completed on or before its own date (sotjl § 29 second paragraph)."""
    if ferdigstilt is None:
        return ["Arbeidsevnevurderingen er ikke ferdig. Gjør den ferdig før du innvilger."]
    if ferdigstilt > vedtaksdato:
        return [
            f"Arbeidsevnevurderingen ble ferdig {dato_i_ord(ferdigstilt)}, etter vedtaket "
            f"{dato_i_ord(vedtaksdato)}. Rett den datoen som er feil."
        ]
    return []


def hindringer_i_perioden(*, fra: date, til: date | None, soknad_mottatt: date, dag: date) -> list[str]:
    """What is wrong on `dag` with the period of a first grant, in words.

    At most a year from `fra` (forskriften § 2 first paragraph), and begun at the latest six months after the
    application came (sotjl § 31), never before it. The six months bind the office: once they are over, the grant is
    late, and the right is there all the same.
    """
    return [*_startens_hindringer(fra, soknad_mottatt, dag), *hindringer_i_lengden(fra, til)]


def siste_start(soknad_mottatt: date) -> date:
    """The last day the programme may begin (sotjl § 31)."""
    return tid.legg_til_maneder(soknad_mottatt, int(START_SENEST.verdi))


def hindringer_i_lengden(fra: date, til: date | None) -> list[str]:
    """What is wrong with the length of one decision: it has an end, after its start, at most a year on."""
    if til is None:
        return ["Vedtaket må ha en sluttdato. Det gjelder for høyst ett år om gangen."]
    if til < fra:
        return [f"Perioden slutter {dato_i_ord(til)}, før den begynner {dato_i_ord(fra)}. Rett en av datoene."]
    senest = tid.legg_til_maneder(fra, int(VEDTAK_HOYST.verdi)) - tid.EN_DAG
    if til > senest:
        return [f"Et vedtak gjelder for høyst ett år. Sett sluttdatoen til {dato_i_ord(senest)} eller tidligere."]
    return []


def _startens_hindringer(fra: date, mottatt: date, dag: date) -> Sequence[str]:
    if fra < mottatt:
        return [
            f"Programmet kan ikke begynne {dato_i_ord(fra)}: søknaden kom {dato_i_ord(mottatt)}. "
            "Velg en senere dag, eller rett datoen søknaden kom."
        ]
    senest = siste_start(mottatt)
    if fra > senest >= dag:
        return [
            f"Programmet må begynne senest {dato_i_ord(senest)}, seks måneder etter at søknaden kom "
            f"{dato_i_ord(mottatt)}. Velg en tidligere dag."
        ]
    return []
