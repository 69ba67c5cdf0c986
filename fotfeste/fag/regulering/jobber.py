"""The regulation as jobs: they go on though the page is closed, and again after the worker was stopped."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from fotfeste.fag.regulering.enums import Reguleringsstatus
from fotfeste.fag.regulering.models import Regulering
from fotfeste.fag.regulering.services import regulering_fullfor, regulering_prov, regulering_varsle
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.jobber.ko import jobb, start
from fotfeste.grunnmur.organisasjon.models import Bruker
from fotfeste.grunnmur.tilgang import Aktor, aktor_for


def _hent(regulering_id: str) -> Regulering:
    return Regulering.objects.select_related("kommune").get(pk=UUID(regulering_id))


@jobb("regulering.prov")
def prov(*, regulering_id: str, bruker_id: str, dag: str, pa_nytt: bool) -> None:
    """The dry run, as the user who ordered it, on that day. A repeat of a finished order does nothing."""
    with klokke.still_til(date.fromisoformat(dag)):
        regulering = _hent(regulering_id)
        gjores = regulering.status == Reguleringsstatus.FORBEREDES
        if gjores or (pa_nytt and regulering.status == Reguleringsstatus.PROVEKJORT):
            regulering_prov(aktor_for(Bruker.objects.get(pk=UUID(bruker_id))), regulering)


@jobb("regulering.gjennomfor")
def gjennomfor(*, regulering_id: str, bruker_id: str, dag: str) -> None:
    """Carry out what was approved, then tell everyone. Whatever is done already is not done again."""
    with klokke.still_til(date.fromisoformat(dag)):
        aktor = aktor_for(Bruker.objects.get(pk=UUID(bruker_id)))
        regulering = _hent(regulering_id)
        if regulering.status == Reguleringsstatus.GJENNOMFORES:
            regulering = regulering_fullfor(aktor, regulering)
        if regulering.status == Reguleringsstatus.FERDIG:
            regulering_varsle(aktor, regulering)


def prov_i_bakgrunnen(aktor: Aktor, regulering: Regulering) -> bool:
    """Queue the dry run. False when it waits in the queue already."""
    return start(
        prov,
        nokkel=f"regulering-prov-{regulering.pk}",
        pa_nytt=regulering.status == Reguleringsstatus.PROVEKJORT,
        **_argumenter(aktor, regulering),
    )


def gjennomfor_i_bakgrunnen(aktor: Aktor, regulering: Regulering) -> bool:
    """Queue the carrying out and the letters. False when they wait in the queue already."""
    return start(gjennomfor, nokkel=f"regulering-{regulering.pk}", **_argumenter(aktor, regulering))


def _argumenter(aktor: Aktor, regulering: Regulering) -> dict[str, str]:
    return {
        "regulering_id": str(regulering.pk),
        "bruker_id": str(aktor.bruker_id),
        "dag": klokke.i_dag().isoformat(),
    }
