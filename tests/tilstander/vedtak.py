"""The decision: a grant in each state."""

from __future__ import annotations

from datetime import date

from fotfeste.fag.vedtak import services
from fotfeste.fag.vedtak.enums import Returarsak, Sjekk, Vedtaksstatus
from fotfeste.fag.vedtak.models import Vedtak
from fotfeste.grunnmur.organisasjon.enums import Rolle
from fotfeste.regelverk.vilkar import Utfall, Vilkarskode
from tests.fag.vedtak.fortelling import innvilget, klar_innvilgelse, sendt_innvilgelse
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
        "varsle": lambda a, v: services.vedtak_varsle(a, vedtak=v, uttalefrist=date(2026, 7, 1)),
        "uttalelse": lambda a, v: services.vedtak_uttalelse(a, vedtak=v, dato=I_DAG, vil_ikke=True),
        "send_til_beslutter": lambda a, v: services.vedtak_send_til_beslutter(a, vedtak=v),
        "hent_tilbake": lambda a, v: services.vedtak_hent_tilbake(a, vedtak=v),
        "returner": lambda a, v: services.vedtak_returner(a, vedtak=v, arsak=Returarsak.ANNET, tekst="Se på datoen."),
        "fatt": lambda a, v: services.vedtak_fatt(a, vedtak=v, sjekket=Sjekk.values),
        "forkast": lambda a, v: services.vedtak_forkast(a, vedtak=v),
        "underrett": lambda a, v: services.vedtak_underrett(a, vedtak=v, dato=I_DAG),
        "forklar_muntlig": lambda a, v: services.vedtak_forklar_muntlig(a, vedtak=v, dato=I_DAG),
    },
)
