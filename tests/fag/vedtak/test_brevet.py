"""The letter of a decision says what will happen: absence, the stønad from here, the first payment."""

from __future__ import annotations

from datetime import date

import pytest

from fotfeste.fag.sak.models import Sak
from fotfeste.fag.vedtak import services
from fotfeste.fag.vedtak.enums import Vedtakstype
from fotfeste.fag.vedtak.sats import forste_utbetaling
from fotfeste.fag.vedtak.vedtaksbrev import vedtaksbrev
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.tilgang import Aktor
from tests.fag.vedtak.fortelling import brevtekst, fatt, innvilget, klar_innvilgelse, nektet
from tests.grunnlag import I_DAG

FRA, TIL = date(2026, 6, 3), date(2027, 6, 2)
T = Vedtakstype


@pytest.fixture
def i_program(veileder: Aktor, beslutter: Aktor, sak: Sak) -> Sak:
    """Granted from today for a year."""
    innvilget(veileder, beslutter, sak, fra=FRA, til=TIL)
    return sak


def test_forbeholdet_om_fravaer_staar_bare_naar_det_er_tatt(veileder: Aktor, sak: Sak) -> None:
    vedtak = klar_innvilgelse(veileder, sak, fra=FRA, til=TIL)
    med = str(vedtaksbrev(veileder, vedtak, I_DAG))
    vedtak = services.vedtak_lagre(veileder, vedtak=vedtak, forbehold_fravaer=False)
    uten = str(vedtaksbrev(veileder, vedtak, I_DAG))
    assert "Vi tar dette forbeholdet" in med
    assert "Da fatter vi ikke et nytt vedtak." in med
    assert "Vi tar dette forbeholdet" not in uten
    assert "Da får du et eget vedtak, som du kan klage på." in uten


def test_forlengelsen_tar_forbeholdet_paa_nytt(veileder: Aktor, beslutter: Aktor, i_program: Sak) -> None:
    with klokke.still_til(date(2027, 5, 20)):
        brev = brevtekst(
            fatt(veileder, beslutter, i_program, T.FORLENGELSE, fra=date(2027, 6, 3), til=date(2028, 6, 2))
        )
    assert "Vi tar dette forbeholdet" in brev
    assert "Stønaden fortsetter som før." in brev
    with klokke.still_til(date(2028, 5, 20)):
        brev = brevtekst(
            fatt(veileder, beslutter, i_program, T.SAERLIG_FORLENGELSE, fra=date(2028, 6, 3), til=date(2028, 12, 2))
        )
    assert "Vi tar dette forbeholdet" in brev
    assert "ut over to år" in brev


def test_etter_dager_uten_vedtak_sier_forlengelsen_at_stonaden_kommer_igjen(
    veileder: Aktor, beslutter: Aktor, i_program: Sak
) -> None:
    with klokke.still_til(date(2027, 6, 20)):
        brev = brevtekst(
            fatt(veileder, beslutter, i_program, T.FORLENGELSE, fra=date(2027, 7, 1), til=date(2028, 6, 2))
        )
    assert "fortsetter som før" not in brev
    assert "Fra da får du stønad igjen." in brev
    assert "Du har ikke rett til stønad fra 3. juni 2027 til og med 30. juni 2027" in brev


def test_saerlige_grunner_for_de_to_arene_er_brukt_opp_viser_til_forlengelse(
    veileder: Aktor, beslutter: Aktor, i_program: Sak
) -> None:
    with klokke.still_til(date(2027, 5, 20)):
        felt, ord_ = nektet(
            veileder, beslutter, i_program, T.SAERLIG_FORLENGELSE, fra=date(2027, 6, 3), til=date(2028, 6, 2)
        )
    assert felt == "fra"
    assert "kan vare til og med 2. juni 2028 uten særlige grunner. Lag en vanlig forlengelse" in ord_


@pytest.mark.parametrize(
    ("fra", "brevet", "betales"),
    [
        (date(2026, 3, 2), date(2026, 2, 16), date(2026, 4, 13)),  # the 12th of April is a Sunday
        (date(2026, 1, 12), date(2026, 6, 3), date(2026, 6, 12)),  # a start back in time: the next day of payment
        (
            date(2026, 1, 31),
            date(2026, 1, 20),
            date(2026, 3, 12),
        ),  # a Saturday: the first stønadsdag is in February
    ],
)
def test_den_forste_utbetalingen_er_en_virkedag_som_kommer(sak: Sak, fra: date, brevet: date, betales: date) -> None:
    assert forste_utbetaling(sak.kommune_id, fra, brevet) == betales
