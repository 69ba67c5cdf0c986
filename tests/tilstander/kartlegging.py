"""The work-ability assessment."""

from __future__ import annotations

from fotfeste.fag.kartlegging import services
from fotfeste.fag.kartlegging.enums import AevStatus
from fotfeste.fag.kartlegging.models import Arbeidsevnevurdering
from fotfeste.grunnmur.organisasjon.enums import Rolle
from tests.fag.vedtak.fortelling import fullfor_aev, lag_soknad, skriv_aev
from tests.tilstander.scene import Fag, Scene


def _utkast(scene: Scene) -> Arbeidsevnevurdering:
    lag_soknad(scene.sak)
    return skriv_aev(scene[Rolle.VEILEDER], scene.sak)


def _fullfort(scene: Scene) -> Arbeidsevnevurdering:
    lag_soknad(scene.sak)
    return fullfor_aev(scene[Rolle.VEILEDER], scene.sak)


def _forkastet(scene: Scene) -> Arbeidsevnevurdering:
    return services.aev_forkast(scene[Rolle.VEILEDER], vurdering=_utkast(scene))


AEV = Fag(
    "arbeidsevnevurdering",
    {AevStatus.UTKAST: _utkast, AevStatus.FULLFORT: _fullfort, AevStatus.FORKASTET: _forkastet},
    {
        "lagre": lambda a, v: services.aev_lagre(a, vurdering=v, ressurser="Kan mye om mat."),
        "lever_eget_syn": lambda a, v: services.aev_lever_eget_syn(a, vurdering=v, deltaker_a="Jeg kan lage mat."),
        "fullfor": lambda a, v: services.aev_fullfor(a, vurdering=v),
        "forkast": lambda a, v: services.aev_forkast(a, vurdering=v),
    },
)
