"""Every state × role × command: what the transition tables and the table of actions promise is what the services do.

A command from someone without the right is refused at the gate; in a state the table does not name, as too late. Else
it is carried out or refused by a rule, and a record that moved stands where the table says.
"""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.db import transaction

from fotfeste.grunnmur.feil import Fagfeil, IkkeTilgang, UlovligOvergang
from fotfeste.grunnmur.organisasjon.enums import Rolle
from fotfeste.grunnmur.tilgang import HANDLINGER, Aktor, vurder
from fotfeste.grunnmur.tilstand import TABELLER, Overgang
from tests.tilstander.egenmelding import EGENMELDINGSBEKREFTELSE, EGENMELDINGSSTOPP
from tests.tilstander.endring import ENDRINGSMELDING
from tests.tilstander.kartlegging import AEV, EGENVURDERING, INNHENTING, KOLLEGABLIKK
from tests.tilstander.klage import KLAGE, KOSTNADSKRAV
from tests.tilstander.krav import KRAV, REFUSJONSKRAV
from tests.tilstander.oppfolging import AVTALEPUNKT, BEKYMRING, EVALUERING, MOTE
from tests.tilstander.penger import KJORING, TIMELISTE, UTBETALING
from tests.tilstander.plan import PLAN
from tests.tilstander.program import AKTIVITET, DELMAL, PROGRAM
from tests.tilstander.regulering import REGULERING
from tests.tilstander.scene import Fag, sett_scenen
from tests.tilstander.soknad import SOKNAD
from tests.tilstander.utenfor_saken import HENVENDELSE, KANDIDAT
from tests.tilstander.vedtak import HORT_VEDTAK, VEDTAK

pytestmark = pytest.mark.django_db
ALLE = (
    *(HENVENDELSE, KANDIDAT, SOKNAD, AEV, EGENVURDERING, INNHENTING, KOLLEGABLIKK, VEDTAK),
    *(PROGRAM, DELMAL, AKTIVITET, MOTE, AVTALEPUNKT, BEKYMRING, EVALUERING, PLAN),
    *(TIMELISTE, KJORING, UTBETALING, KLAGE, KOSTNADSKRAV, ENDRINGSMELDING, REGULERING),
    *(EGENMELDINGSSTOPP, EGENMELDINGSBEKREFTELSE, KRAV, REFUSJONSKRAV),
)
TILFELLER = [
    pytest.param(fag, tilstand, id=f"{fag.tabell}-{tilstand}")
    for fag in (*ALLE, HORT_VEDTAK)
    for tilstand in fag.poster
]


def test_hver_tabell_tilstand_og_kommando_er_med() -> None:
    for app in apps.get_app_configs():
        if app.name.startswith("fotfeste.fag") and (Path(app.path) / "overganger.py").exists():
            importlib.import_module(f"{app.name}.overganger")
    assert {fag.tabell for fag in ALLE} == set(TABELLER)
    for fag in ALLE:
        assert set(fag.kall) == set(TABELLER[fag.tabell].kommandoer())
        tilstander = type(next(iter(fag.poster)))
        assert set(fag.poster) == set(tilstander)


@pytest.mark.parametrize(("fag", "tilstand"), TILFELLER)
def test_hver_rolle_og_kommando(fag: Fag, tilstand: str) -> None:
    scene = sett_scenen()
    objekt = fag.poster[tilstand](scene)
    assert objekt.status == tilstand
    avvik = []
    urort = _hent(objekt)  # for those who are refused at the gate: nothing happens to it
    for rolle in Rolle:
        for overgang in TABELLER[fag.tabell].overganger:
            ventet = _ventet(scene[rolle], rolle, overgang, objekt)
            skjedde = _prov(fag, scene[rolle], overgang, urort if ventet == "nektet" else _hent(objekt))
            if skjedde != ventet and not (ventet == "gikk" and skjedde == "regel"):
                avvik.append(f"{rolle} · {overgang.kommando}: ventet {ventet}, {skjedde}")
    assert avvik == []


def _ventet(aktor: Aktor, rolle: Rolle, overgang: Overgang, objekt: object) -> str:
    if rolle not in HANDLINGER[overgang.handling]:
        return "nektet"
    assert vurder(aktor, overgang.handling, objekt).tillatt  # type: ignore[arg-type]
    return "gikk" if objekt.status in overgang.fra else "for sent"  # type: ignore[attr-defined]


def _hent(objekt: Any) -> Any:
    return type(objekt)._base_manager.get(pk=objekt.pk)


def _prov(fag: Fag, aktor: Aktor, overgang: Overgang, friskt: Any) -> str:
    """What happened; the database is left as it was."""
    try:
        with transaction.atomic():
            fag.kall[overgang.kommando](aktor, friskt)
            friskt.refresh_from_db()
            transaction.set_rollback(True)
    except IkkeTilgang:
        return "nektet"
    except UlovligOvergang:
        return "for sent"
    except Fagfeil:
        return "regel"
    return "gikk" if overgang.til in (None, friskt.status) else f"havnet i {friskt.status}"
