"""What the participant has told of."""

from __future__ import annotations

from fotfeste.fag.endring import services as endringer
from fotfeste.fag.endring.enums import Meldingsstatus
from fotfeste.fag.endring.models import Endringsmelding
from fotfeste.grunnmur.organisasjon.enums import Rolle
from tests.tilstander.scene import Fag, Scene


def _ny(scene: Scene) -> Endringsmelding:
    return endringer.melding_send(scene[Rolle.DELTAKER], sak=scene.sak, slag="barn_annet", tekst="Vi har flyttet.")


ENDRINGSMELDING = Fag(
    "endringsmelding",
    {
        Meldingsstatus.NY: _ny,
        Meldingsstatus.BRUKT: lambda scene: endringer.melding_bruk(scene[Rolle.VEILEDER], melding=_ny(scene)),
        Meldingsstatus.LEST: lambda scene: endringer.melding_les(
            scene[Rolle.VEILEDER], melding=_ny(scene), svar="Det endrer ikke stønaden."
        ),
        Meldingsstatus.TRUKKET: lambda scene: endringer.melding_trekk(scene[Rolle.DELTAKER], melding=_ny(scene)),
    },
    {
        "bruk": lambda a, m: endringer.melding_bruk(a, melding=m),
        "les": lambda a, m: endringer.melding_les(a, melding=m, svar="Det endrer ikke stønaden."),
        "trekk": lambda a, m: endringer.melding_trekk(a, melding=m),
    },
)
