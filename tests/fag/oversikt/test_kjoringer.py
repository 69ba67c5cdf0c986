"""What Min dag says to økonomi: who prepared a run does not release it."""

from __future__ import annotations

from datetime import date

import pytest

from fotfeste.fag.oversikt.kjoringer import ventende_kjoringer
from fotfeste.fag.utbetaling import services
from fotfeste.fag.utbetaling.models import Kjoring
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.logg.services import kommando
from fotfeste.grunnmur.organisasjon.models import Kommune, Kontor
from fotfeste.grunnmur.tilgang import SYSTEM, Aktor
from fotfeste.kobling.betaling.services import filer_lag
from tests.grunnlag import lag_sak_i_program, lag_timeliste

pytestmark = pytest.mark.django_db
MAI = date(2026, 5, 1)


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


def test_en_maned_ingen_har_begynt_pa_og_en_liste_som_kom_for_sent(
    kontor: Kontor, okonomi: Aktor, okonomi2: Aktor, veileder: Aktor
) -> None:
    """The sheets were due on 5 June. One approved after the run was released goes in a further one."""
    lag_timeliste(lag_sak_i_program(kontor), MAI, godkjent_av=veileder)
    assert ventende_kjoringer(okonomi) == []
    with klokke.still_til(date(2026, 6, 8)):
        assert _linjer(okonomi) == [("Utbetalingen for mai 2026 er ikke begynt", "Begynn på den", date(2026, 6, 12))]
        kjoring = services.kjoring_opprett(okonomi, kommune=kontor.kommune, maned=MAI)
        assert [hva for hva, *_ in _linjer(okonomi)] == ["Utbetalingen for mai 2026 er under arbeid"]
        filer_lag(okonomi2, services.kjoring_frigi(okonomi2, services.kjoring_forbered(okonomi, kjoring)))
        assert _linjer(okonomi) == []
    with klokke.still_til(date(2026, 6, 15)):
        lag_timeliste(lag_sak_i_program(kontor), MAI, godkjent_av=veileder)
        [(hva, *_)] = _linjer(okonomi)
        assert hva == "1 timeliste for mai 2026 ble godkjent etter kjøringen"
        assert [linje.er_forsinket for linje in ventende_kjoringer(okonomi)] == [True]


def _linjer(aktor: Aktor) -> list[tuple[str, str, date]]:
    return [(linje.hva, linje.knapp, linje.betales) for linje in ventende_kjoringer(aktor)]
