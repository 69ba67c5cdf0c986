"""R29: the amount is the one the rules give of the case's own facts."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from fotfeste.fag.mappe import form
from fotfeste.innsikt.internkontroll.sak import Sak
from fotfeste.innsikt.internkontroll.stonad import Stonadsregning
from tests.innsikt.internkontroll.mapper import D, d, fravaer, mappe, slutt, spor, timeliste, utbetaling, vedtak

DAGSATS_2026 = Decimal("2.041") * 130160 / 260
FEBRUAR = 20  # Monday to Friday


def netto(m: form.Mappe, maned: str = "2026-02", kjent: str = "2026-03-12") -> int | None:
    return Stonadsregning(Sak(m, D)).netto(d(f"{maned}-01"), d(kjent))


def sats(dager: Decimal | int) -> int:
    return int((DAGSATS_2026 * dager).quantize(Decimal(1)))


def lister(*fravaeret: form.Fravaer, arbeid: tuple[form.Arbeid, ...] = ()) -> tuple[form.Timeliste, ...]:
    return (timeliste("2026-02", fravaer=fravaeret, arbeid=arbeid),)


def test_hele_maneden() -> None:
    m = mappe(vedtak=(vedtak(),))
    assert netto(m) == sats(FEBRUAR)
    riktig, galt = utbetaling("2026-02", "2026-03-12", sats(FEBRUAR)), utbetaling("2026-02", "2026-03-12", 1)
    assert spor("R29", m._replace(utbetalinger=(riktig,))) is False
    assert spor("R29", m._replace(utbetalinger=(riktig, galt))) is True


@pytest.mark.parametrize(
    ("felter", "dager"),
    [
        ({"vedtak": (vedtak(til="2026-02-13"),)}, 10),
        ({"vedtak": (vedtak(),), "avslutning": slutt("2026-02-13")}, 10),
        ({"vedtak": (vedtak(),), "avslutning": slutt("2026-01-01")}, 0),
        ({"vedtak": (vedtak(fra="2026-02-16"),)}, 10),
        ({"vedtak": (vedtak(fra=None),)}, 0),
        ({}, 0),
        # a gap between two decisions is paid for: the period is from start to siste til
        (
            {"vedtak": (vedtak(til="2026-01-31"), vedtak("forlengelse", fra="2026-02-16", til="2026-12-31"))},
            20,
        ),
        ({"vedtak": (vedtak(), vedtak("avbrudd", id="v2", fra="2026-02-16"))}, 10),
        (
            {
                "vedtak": (
                    vedtak(),
                    vedtak("avbrudd", id="v2", fra="2026-02-09"),
                    vedtak("gjenopptak", id="v3", fra="2026-02-16"),
                )
            },
            15,
        ),
        ({"vedtak": (vedtak(), vedtak("avbrudd", id="v2"))}, 20),
    ],
)
def test_dagene_med_rett(felter: dict[str, Any], dager: int) -> None:
    assert netto(mappe(**felter)) == sats(dager)


@pytest.mark.parametrize(
    ("borte", "trukket"),
    [
        (fravaer("2026-02-02", "2026-02-03"), 2),
        (fravaer("2026-02-02", "2026-02-03", timer=3), Decimal(2) * 3 / Decimal("7.5")),
        (fravaer("2026-02-02", "2026-02-03", timer=0), 0),
        (fravaer("2026-02-07", "2026-02-08"), 0),
        (fravaer("2026-02-02", "2026-02-03", "egen_sykdom"), 2),  # before eight weeks
        (fravaer("2026-02-02", "2026-02-03", "ferie"), 0),
        (fravaer("2026-02-03", "2026-02-02"), 0),
    ],
)
def test_fravaer_uten_gyldig_grunn_trekkes(borte: form.Fravaer, trukket: Decimal | int) -> None:
    assert netto(mappe(vedtak=(vedtak(),), timelister=lister(borte))) == sats(FEBRUAR) - sats(Decimal(trukket))


def test_fravaer_i_alle_timelister_regnes_sammen() -> None:
    """Ten welfare days in the year: the eleventh is in another sheet, and the ids are the sheet's own."""
    januar = timeliste("2026-01", fravaer=(fravaer("2026-01-12", "2026-01-23", "velferd"),))
    februar = timeliste("2026-02", fravaer=(fravaer("2026-02-02", "2026-02-02", "velferd"),))
    assert netto(mappe(vedtak=(vedtak(),), timelister=(februar,))) == sats(FEBRUAR)
    assert netto(mappe(vedtak=(vedtak(),), timelister=(februar, januar))) == sats(FEBRUAR) - sats(1)


def test_lonnet_arbeid_trekkes_ogsa_i_helgen() -> None:
    arbeid = (form.Arbeid(d("2026-02-07"), Decimal("7.5")), form.Arbeid(d("2025-02-07"), 7))
    assert netto(mappe(vedtak=(vedtak(),), timelister=lister(arbeid=arbeid))) == sats(FEBRUAR) - sats(1)


def test_barnetillegg_for_den_tiden_barnet_forsorges() -> None:
    barn = (form.Barn(d("2020-01-01"), d("2026-02-16")), form.Barn(d("2020-01-01"), d("2026-03-01"), d("2026-02-01")))
    assert netto(mappe(barn=barn, vedtak=(vedtak(),))) == sats(FEBRUAR) + 10 * 38


def test_grunnbelopet_er_det_som_var_kjent_da_pengene_gikk() -> None:
    m = mappe(vedtak=(vedtak(),))
    assert netto(m, "2026-05", "2026-05-21") == sats(21)
    assert netto(m, "2026-05", "2026-06-12") != sats(21)


@pytest.mark.parametrize(
    "liste",
    [
        lister(arbeid=(form.Arbeid(d("2026-02-02"), 25),)),
        lister(fravaer("2026-02-02", "2026-02-02", timer=25)),
        lister(fravaer("2026-02-02", "2026-02-02", "barns_sykdom", barn=3)),
        lister(fravaer("2026-02-02", "2026-02-02", "barns_sykdom")),
        lister(fravaer("2026-02-02", "2026-02-02", "for_termin")),
    ],
)
def test_det_som_ikke_kan_regnes_har_intet_riktig_svar(liste: tuple[form.Timeliste, ...]) -> None:
    m = mappe(vedtak=(vedtak(),), timelister=liste, utbetalinger=(utbetaling("2026-02", "2026-03-12"),))
    assert netto(m) is None
    assert spor("R29", m) is True


def test_et_fravaer_som_aldri_slutter_er_fort_regnet() -> None:
    uendelig = fravaer("2026-02-16", "9999-12-31", "egen_sykdom", legeerklaering=())
    m = mappe(vedtak=(vedtak(),), timelister=lister(uendelig), utbetalinger=(utbetaling("2026-02", "2026-03-12"),))
    assert netto(m) == sats(FEBRUAR) - sats(10)
