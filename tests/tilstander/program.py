"""The programme's version."""

from __future__ import annotations

from datetime import date

from fotfeste.fag.program import services
from fotfeste.fag.program.enums import Programstatus
from fotfeste.fag.program.models import Programversjon
from fotfeste.grunnmur.organisasjon.enums import Rolle
from tests.fag.program.fortellinger import FRA, avtalt_program, fyll_uken, gi_vedtak
from tests.tilstander.scene import Fag, Scene


def _utkast(scene: Scene) -> Programversjon:
    veileder = scene[Rolle.VEILEDER]
    gi_vedtak(scene.sak, veileder)
    return fyll_uken(veileder, services.programversjon_start(veileder, sak=scene.sak, fra=FRA))


def _foreslatt(scene: Scene) -> Programversjon:
    return services.programversjon_foresla(scene[Rolle.VEILEDER], program=_utkast(scene))


def _avtalt(scene: Scene) -> Programversjon:
    gi_vedtak(scene.sak, scene[Rolle.VEILEDER])
    return avtalt_program(scene.sak, scene[Rolle.VEILEDER])


def _erstattet(scene: Scene) -> Programversjon:
    forste, veileder = _avtalt(scene), scene[Rolle.VEILEDER]
    neste = services.programversjon_start(veileder, sak=scene.sak, fra=FRA)
    services.programversjon_foresla(veileder, program=neste)
    services.programversjon_avtal_i_mote(veileder, program=neste, dato=date(2026, 6, 2), hvordan="I møte på kontoret")
    forste.refresh_from_db()
    return forste


PROGRAM = Fag(
    "program",
    {
        Programstatus.UTKAST: _utkast,
        Programstatus.FORESLATT: _foreslatt,
        Programstatus.AVTALT: _avtalt,
        Programstatus.ERSTATTET: _erstattet,
    },
    {
        "lagre": lambda a, p: services.programversjon_lagre(
            a, program=p, mal="Jeg vil jobbe på lager", fra=p.fra, til=p.til
        ),
        "foresla": lambda a, p: services.programversjon_foresla(a, program=p),
        "trekk_tilbake": lambda a, p: services.programversjon_trekk_tilbake(a, program=p),
        "avtal": lambda a, p: services.programversjon_avtal(a, program=p),
        "be_om_endring": lambda a, p: services.programversjon_be_om_endring(
            a, program=p, merknad="Mandager passer ikke"
        ),
        "avtal_i_mote": lambda a, p: services.programversjon_avtal_i_mote(
            a, program=p, dato=date(2026, 6, 2), hvordan="I møte på kontoret"
        ),
    },
)
