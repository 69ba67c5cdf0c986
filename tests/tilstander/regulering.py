"""The regulation of a number that came late."""

from __future__ import annotations

from fotfeste.fag.regulering import services
from fotfeste.fag.regulering.enums import Reguleringsstatus
from fotfeste.fag.regulering.models import Regulering
from fotfeste.grunnmur.organisasjon.enums import Rolle
from tests.fag.regulering.fortelling import MAI, mai_er_betalt
from tests.grunnlag import lag_aktor
from tests.tilstander.scene import Fag, Scene


def _forberedes(scene: Scene) -> Regulering:
    """Begun by a colleague, so that økonomi in the scene may carry it out."""
    kollega = lag_aktor(Rolle.OKONOMI, scene.kontor)
    mai_er_betalt(scene.kontor, forbereder=kollega, frigiver=scene[Rolle.OKONOMI], godkjenner=scene[Rolle.VEILEDER])
    return services.regulering_opprett(kollega, kommune=scene.kontor.kommune, parameter="grunnbelop", gjelder_fra=MAI)


def _provekjort(scene: Scene) -> Regulering:
    return services.regulering_prov(lag_aktor(Rolle.OKONOMI, scene.kontor), _forberedes(scene))


def _gjennomfores(scene: Scene) -> Regulering:
    return services.regulering_gjennomfor(lag_aktor(Rolle.OKONOMI, scene.kontor), _provekjort(scene))


def _ferdig(scene: Scene) -> Regulering:
    return services.regulering_fullfor(scene[Rolle.OKONOMI], _gjennomfores(scene))


def _forkastet(scene: Scene) -> Regulering:
    return services.regulering_forkast(scene[Rolle.OKONOMI], _provekjort(scene))


REGULERING = Fag(
    "regulering",
    {
        Reguleringsstatus.FORBEREDES: _forberedes,
        Reguleringsstatus.PROVEKJORT: _provekjort,
        Reguleringsstatus.GJENNOMFORES: _gjennomfores,
        Reguleringsstatus.FERDIG: _ferdig,
        Reguleringsstatus.FORKASTET: _forkastet,
    },
    {
        "prov": services.regulering_prov,
        "gjennomfor": services.regulering_gjennomfor,
        "fullfor": services.regulering_fullfor,
        "varsle": services.regulering_varsle,
        "forkast": services.regulering_forkast,
    },
)
