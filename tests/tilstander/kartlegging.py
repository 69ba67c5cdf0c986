"""The work-ability assessment, the self-assessment, what is asked of others, and the colleague's reading.

In every state the case has something learned in a talk, so that there is something to take in.
"""

from __future__ import annotations

from fotfeste.fag.kartlegging import services
from fotfeste.fag.kartlegging.egenvurderinger import Svarinn
from fotfeste.fag.kartlegging.enums import (
    AevStatus,
    Blikkstatus,
    Blikkutfall,
    Egenstatus,
    Funnslag,
    Innhentingsgrunnlag,
    Innhentingsstatus,
    Kildetype,
    Samtykkemate,
    Tema,
    Utfyllingsmate,
    Variant,
    Variantgrunn,
)
from fotfeste.fag.kartlegging.models import Arbeidsevnevurdering, Egenvurdering, Innhenting, Kollegablikk
from fotfeste.fag.kartlegging.samtaler import Funninn
from fotfeste.grunnmur.organisasjon.enums import Rolle
from tests.fag.vedtak.fortelling import lag_soknad, skriv_aev
from tests.grunnlag import I_DAG, lag_aktor
from tests.tilstander.scene import Fag, Scene


def _utkast(scene: Scene) -> Arbeidsevnevurdering:
    lag_soknad(scene.sak)
    funn = Funninn(Tema.ARBEIDSERFARING, Funnslag.RESSURS, "Er rask på data.")
    services.samtale_registrer(scene[Rolle.VEILEDER], sak=scene.sak, dato=I_DAG, funn=[funn])
    return skriv_aev(scene[Rolle.VEILEDER], scene.sak)


def _fullfort(scene: Scene) -> Arbeidsevnevurdering:
    return services.aev_fullfor(scene[Rolle.VEILEDER], vurdering=_utkast(scene))


def _forkastet(scene: Scene) -> Arbeidsevnevurdering:
    return services.aev_forkast(scene[Rolle.VEILEDER], vurdering=_utkast(scene))


AEV = Fag(
    "arbeidsevnevurdering",
    {AevStatus.UTKAST: _utkast, AevStatus.FULLFORT: _fullfort, AevStatus.FORKASTET: _forkastet},
    {
        "lagre": lambda a, v: services.aev_lagre(a, vurdering=v, ressurser="Kan mye om mat."),
        "velg_variant": lambda a, v: services.aev_velg_variant(
            a,
            vurdering=v,
            variant=Variant.FORENKLET,
            grunn=Variantgrunn.KLARE_UTSIKTER,
            begrunnelse="Hen har en jobb i sikte.",
        ),
        "bekreft": lambda a, v: services.aev_bekreft(a, vurdering=v, felt="ressurser"),
        "ta_inn": lambda a, v: services.aev_ta_inn(a, vurdering=v, funn=v.sak.funn.get()),
        "lever_eget_syn": lambda a, v: services.aev_lever_eget_syn(a, vurdering=v, deltaker_a="Jeg kan lage mat."),
        "fullfor": lambda a, v: services.aev_fullfor(a, vurdering=v),
        "forkast": lambda a, v: services.aev_forkast(a, vurdering=v),
        "send_brev": lambda a, v: services.aev_send_brev(a, vurdering=v),
        "si_imot": lambda a, v: services.aev_si_imot(a, vurdering=v, punkt="a", tekst="Jeg har jobbet i ti år."),
    },
)

_SVAR = Svarinn(tekst="Fem år på kjøkken.")


def _pabegynt(scene: Scene) -> Egenvurdering:
    return services.egenvurdering_svar(
        scene[Rolle.DELTAKER], vurdering=_utkast(scene), sporsmal="har_jobbet", svar=_SVAR
    )


def _sendt(scene: Scene) -> Egenvurdering:
    return services.egenvurdering_send(scene[Rolle.DELTAKER], vurdering=_pabegynt(scene).vurdering)


EGENVURDERING = Fag(
    "egenvurdering",
    {Egenstatus.PABEGYNT: _pabegynt, Egenstatus.SENDT: _sendt},
    {
        "svar": lambda a, e: services.egenvurdering_svar(
            a, vurdering=e.vurdering, sporsmal="vil_jobbe", svar=Svarinn(tekst="På lager.")
        ),
        "send": lambda a, e: services.egenvurdering_send(a, vurdering=e.vurdering),
        "for_inn": lambda a, e: services.egenvurdering_for_inn(
            a, vurdering=e.vurdering, svar={"har_jobbet": _SVAR}, mate=Utfyllingsmate.PAPIR
        ),
    },
)


def _forespurt(scene: Scene) -> Innhenting:
    return services.innhenting_foresla(
        scene[Rolle.VEILEDER],
        sak=scene.sak,
        grunnlag=Innhentingsgrunnlag.SAMTYKKE,
        fra_type=Kildetype.LEGE,
        fra_navn="Fastlegen",
        hva="Hva ryggen tåler",
        formal="Finne en praksis som passer",
    )


def _klar(scene: Scene) -> Innhenting:
    return services.innhenting_samtykk(scene[Rolle.DELTAKER], innhenting=_forespurt(scene))


def _bedt(scene: Scene) -> Innhenting:
    return services.innhenting_be_om(scene[Rolle.VEILEDER], innhenting=_klar(scene), dato=I_DAG, svarfrist=I_DAG)


def _mottatt(scene: Scene) -> Innhenting:
    return services.innhenting_motta(
        scene[Rolle.VEILEDER], innhenting=_bedt(scene), dato=I_DAG, tekst="Kan løfte ti kilo.", slag=Funnslag.HINDRING
    )


INNHENTING = Fag(
    "innhenting",
    {
        Innhentingsstatus.FORESPURT: _forespurt,
        Innhentingsstatus.KLAR: _klar,
        Innhentingsstatus.BEDT: _bedt,
        Innhentingsstatus.MOTTATT: _mottatt,
        Innhentingsstatus.AVSLATT: lambda scene: services.innhenting_avsla(
            scene[Rolle.DELTAKER], innhenting=_forespurt(scene)
        ),
        Innhentingsstatus.TRUKKET: lambda scene: services.innhenting_trekk(
            scene[Rolle.DELTAKER], innhenting=_bedt(scene)
        ),
        Innhentingsstatus.UTEN_SVAR: lambda scene: services.innhenting_avslutt(
            scene[Rolle.VEILEDER], innhenting=_bedt(scene)
        ),
    },
    {
        "samtykk": lambda a, i: services.innhenting_samtykk(a, innhenting=i),
        "avsla": lambda a, i: services.innhenting_avsla(a, innhenting=i),
        "registrer_ja": lambda a, i: services.innhenting_registrer_ja(
            a, innhenting=i, dato=I_DAG, mate=Samtykkemate.MUNTLIG
        ),
        "registrer_nei": lambda a, i: services.innhenting_registrer_nei(
            a, innhenting=i, dato=I_DAG, mate=Samtykkemate.MUNTLIG
        ),
        "be_om": lambda a, i: services.innhenting_be_om(a, innhenting=i, dato=I_DAG, svarfrist=I_DAG),
        "motta": lambda a, i: services.innhenting_motta(
            a, innhenting=i, dato=I_DAG, tekst="Kan løfte ti kilo.", slag=Funnslag.HINDRING
        ),
        "avslutt": lambda a, i: services.innhenting_avslutt(a, innhenting=i),
        "trekk": lambda a, i: services.innhenting_trekk(a, innhenting=i),
        "registrer_trekk": lambda a, i: services.innhenting_registrer_trekk(a, innhenting=i),
    },
)


def _blikk_bedt(scene: Scene) -> Kollegablikk:
    return services.kollegablikk_be_om(scene[Rolle.VEILEDER], vurdering=_utkast(scene))


def _blikk_gitt(scene: Scene) -> Kollegablikk:
    kollega = lag_aktor(Rolle.VEILEDER, scene.kontor)
    return services.aev_gi_kollegablikk(kollega, blikk=_blikk_bedt(scene), utfall=Blikkutfall.KLAR)


KOLLEGABLIKK = Fag(
    "kollegablikk",
    {Blikkstatus.BEDT: _blikk_bedt, Blikkstatus.GITT: _blikk_gitt},
    {"gi_kollegablikk": lambda a, b: services.aev_gi_kollegablikk(a, blikk=b, utfall=Blikkutfall.KLAR)},
)
