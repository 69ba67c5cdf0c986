"""The decision: a grant in each state, and an ending the participant has been told of in advance."""

from __future__ import annotations

from datetime import date

from fotfeste.fag.oppfolging.enums import Avslutningsmate
from fotfeste.fag.vedtak import services
from fotfeste.fag.vedtak.enums import Returarsak, Sjekk, Vedtaksstatus, Vedtakstype
from fotfeste.fag.vedtak.ferskhet import vedtak_bruk_eldre_aev
from fotfeste.fag.vedtak.models import Vedtak
from fotfeste.grunnmur.organisasjon.enums import Rolle
from fotfeste.regelverk.vilkar import Utfall, Vilkarskode
from tests.fag.vedtak.fortelling import begrunn, innvilget, klar_innvilgelse, sendt_innvilgelse
from tests.grunnlag import I_DAG
from tests.tilstander.scene import Fag, Scene


def _utkast(scene: Scene) -> Vedtak:
    return klar_innvilgelse(scene[Rolle.VEILEDER], scene.sak)


def _sendt(scene: Scene) -> Vedtak:
    return sendt_innvilgelse(scene[Rolle.VEILEDER], scene.sak)


def _returnert(scene: Scene) -> Vedtak:
    sendt = _sendt(scene)
    services.vedtak_returner(scene[Rolle.BESLUTTER], vedtak=sendt, arsak=Returarsak.ANNET, tekst="Se på datoen.")
    return Vedtak.objects.select_related("sak__person").get(pk=sendt.pk)


def _fattet(scene: Scene) -> Vedtak:
    return innvilget(scene[Rolle.VEILEDER], scene[Rolle.BESLUTTER], scene.sak)


def _forkastet(scene: Scene) -> Vedtak:
    return services.vedtak_forkast(scene[Rolle.VEILEDER], vedtak=_utkast(scene))


def _varslet(scene: Scene) -> Vedtak:
    """An ending with its notice out, so that there is something to answer and a time to do it in."""
    veileder = scene[Rolle.VEILEDER]
    innvilget(veileder, scene[Rolle.BESLUTTER], scene.sak, fra=I_DAG, til=date(2027, 6, 2))
    vedtak = services.vedtak_start(veileder, sak=scene.sak, type=Vedtakstype.AVSLUTNING, fra=date(2026, 8, 31))
    vedtak = services.vedtak_lagre(
        veileder, vedtak=begrunn(veileder, vedtak), avslutningsmate=Avslutningsmate.UTEBLIVELSE
    )
    return services.vedtak_varsle(veileder, vedtak=vedtak, uttalefrist=date(2026, 6, 17))


def _hort(scene: Scene) -> Vedtak:
    vedtak = services.vedtak_uttalelse_egen(scene[Rolle.DELTAKER], vedtak=_varslet(scene), uttalelse="Jeg er enig.")
    return services.vedtak_send_til_beslutter(scene[Rolle.VEILEDER], vedtak=vedtak)


VEDTAK = Fag(
    "vedtak",
    {
        Vedtaksstatus.UTKAST: _utkast,
        Vedtaksstatus.TIL_BESLUTNING: _sendt,
        Vedtaksstatus.RETURNERT: _returnert,
        Vedtaksstatus.FATTET: _fattet,
        Vedtaksstatus.FORKASTET: _forkastet,
    },
    {
        "lagre": lambda a, v: services.vedtak_lagre(a, vedtak=v, begrunnelse_fakta="Du har arbeidet på kjøkken."),
        "vurder_vilkar": lambda a, v: services.vedtak_vurder_vilkar(
            a, vedtak=v, kode=Vilkarskode.ARBEIDSEVNE, utfall=Utfall.OPPFYLT, begrunnelse="Vi mener den er nedsatt."
        ),
        "bruk_eldre_aev": lambda a, v: vedtak_bruk_eldre_aev(a, vedtak=v, setning="Ingenting er nytt siden da."),
        "svar_punkter": lambda a, v: services.vedtak_svar_punkter(a, vedtak=v, svar={}),
        "varsle": lambda a, v: services.vedtak_varsle(a, vedtak=v, uttalefrist=date(2026, 7, 1)),
        "uttalelse": lambda a, v: services.vedtak_uttalelse(a, vedtak=v, dato=I_DAG, vil_ikke=True),
        "uttalelse_egen": lambda a, v: services.vedtak_uttalelse_egen(a, vedtak=v, uttalelse="Jeg vil fortsette."),
        "be_om_mer_tid": lambda a, v: services.vedtak_be_om_mer_tid(a, vedtak=v, ord_="Jeg må snakke med legen."),
        "forleng_svarfrist": lambda a, v: services.vedtak_forleng_svarfrist(a, vedtak=v, uttalefrist=date(2026, 7, 15)),
        "send_til_beslutter": lambda a, v: services.vedtak_send_til_beslutter(a, vedtak=v),
        "hent_tilbake": lambda a, v: services.vedtak_hent_tilbake(a, vedtak=v),
        "returner": lambda a, v: services.vedtak_returner(a, vedtak=v, arsak=Returarsak.ANNET, tekst="Se på datoen."),
        "fatt": lambda a, v: services.vedtak_fatt(a, vedtak=v, sjekket=Sjekk.values),
        "forkast": lambda a, v: services.vedtak_forkast(a, vedtak=v),
        "underrett": lambda a, v: services.vedtak_underrett(a, vedtak=v, dato=I_DAG),
        "forklar_muntlig": lambda a, v: services.vedtak_forklar_muntlig(a, vedtak=v, dato=I_DAG),
    },
)

HORT_VEDTAK = Fag(
    "vedtak",
    {
        Vedtaksstatus.UTKAST: _varslet,
        Vedtaksstatus.TIL_BESLUTNING: _hort,
        Vedtaksstatus.FATTET: lambda scene: services.vedtak_fatt(
            scene[Rolle.BESLUTTER], vedtak=_hort(scene), sjekket=Sjekk.values
        ),
        Vedtaksstatus.FORKASTET: lambda scene: services.vedtak_forkast(scene[Rolle.VEILEDER], vedtak=_varslet(scene)),
    },
    VEDTAK.kall,
)
