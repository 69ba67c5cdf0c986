"""What Min dag says to økonomi: who prepared a run does not release it."""

from __future__ import annotations

from datetime import date

import pytest

from fotfeste.fag.oversikt.kjoringer import ventende_kjoringer
from fotfeste.fag.utbetaling.models import Kjoring
from fotfeste.grunnmur.logg.services import kommando
from fotfeste.grunnmur.organisasjon.models import Kommune
from fotfeste.grunnmur.tilgang import SYSTEM, Aktor

pytestmark = pytest.mark.django_db


def test_en_klar_kjoring_venter_pa_den_andre(
    kommune: Kommune, okonomi: Aktor, okonomi2: Aktor, veileder: Aktor
) -> None:
    with kommando(SYSTEM, "test"):
        kjoring = Kjoring.objects.create(
            kommune=kommune,
            maned=date(2026, 5, 1),
            utbetalingsdato=date(2026, 6, 12),
            status="klar",
            forberedt_av=okonomi.krev_bruker(),
        )
    assert [k.knapp for k in ventende_kjoringer(okonomi2)] == ["Kontroller og frigi"]
    assert ventende_kjoringer(okonomi) == []
    assert ventende_kjoringer(veileder) == []
    with kommando(SYSTEM, "test"):
        kjoring.lagre_endring(status="frigitt", frigitt_av=okonomi2.krev_bruker())
    assert [k.knapp for k in ventende_kjoringer(okonomi)] == ["Lag filen til banken"]
