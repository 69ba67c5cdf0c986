"""The demo's mapping: made by the services, for cases with an open assessment."""

from __future__ import annotations

from typing import Any

from fotfeste.demo.kartlegging import kartlegg
from fotfeste.fag.kartlegging.enums import Innhentingsstatus
from fotfeste.fag.kartlegging.services import aev_start
from fotfeste.grunnmur.tilgang import Aktor
from tests.grunnlag import lag_person, lag_sak


def test_hver_sak_under_vurdering_blir_kartlagt(veileder: Aktor, kontor: Any) -> None:
    saker = [lag_sak(kontor, lag_person(fornavn=navn)) for navn in ("Amina", "Birk")]
    for sak in saker:
        aev_start(veileder, sak=sak)
    kartlegg(veileder, saker)
    for sak in saker:
        assert sak.kartleggingssamtaler.count() == 1
        assert sak.arbeidsevnevurderinger.get().egenvurdering.lest_opp
    assert [sak.innhentinger.get().status for sak in saker] == [Innhentingsstatus.FORESPURT, Innhentingsstatus.BEDT]
    assert saker[1].arbeidsevnevurderinger.get().internnotater.get().holdt_tilbake
