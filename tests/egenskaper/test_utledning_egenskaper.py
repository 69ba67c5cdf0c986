"""What a payment has come to follows from what is said of it, in any order, and never so that money goes twice."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from fotfeste.fag.avstemming.enums import GJELDER_BETALING, INN_PA_KONTOEN, UT_AV_KONTOEN, Postslag
from fotfeste.fag.avstemming.utledning import samle, utled
from fotfeste.fag.utbetaling.enums import IKKE_KOMMET_FRAM, Utbetalingsstatus
from fotfeste.fag.utbetaling.kvittering import FRA_BANKEN

_S = Utbetalingsstatus
SAGT = st.lists(
    st.tuples(
        st.sampled_from([Postslag.VENTER, Postslag.GODTATT, *sorted(GJELDER_BETALING)]),
        st.integers(0, 5).map(lambda dager: date(2026, 6, 12) + timedelta(days=dager)),
    ),
    max_size=6,
)


@given(SAGT, st.randoms(use_true_random=False), st.booleans(), st.booleans())
def test_rekkefolgen_betyr_ingenting(sagt: list, tilfeldig, feilsendt: bool, erstattet: bool) -> None:  # type: ignore[type-arg, no-untyped-def]
    stokket = list(sagt)
    tilfeldig.shuffle(stokket)
    for hva in (sagt, stokket):
        assert utled(samle(hva), feilsendt=feilsendt, erstattet=erstattet) == utled(
            samle(sorted(sagt)), feilsendt=feilsendt, erstattet=erstattet
        )


@given(SAGT, st.randoms(use_true_random=False))
def test_steg_for_steg_ender_der_alt_pa_en_gang_ender(sagt: list, tilfeldig) -> None:  # type: ignore[type-arg, no-untyped-def]
    """The way the service goes: one thing at a time, each only as far as the bank can move a payment."""
    stokket = list(sagt)
    tilfeldig.shuffle(stokket)
    status = _S.SENDT
    for antall in range(1, len(stokket) + 1):
        til = utled(samle(stokket[:antall])).status
        if til != status:
            assert til in FRA_BANKEN[status], f"{status} kan ikke bli {til}"
            status = til
    assert status == utled(samle(sagt)).status


@given(SAGT, st.booleans())
def test_det_som_er_betalt_pa_nytt_blir_aldri_betalt_en_gang_til(sagt: list, feilsendt: bool) -> None:  # type: ignore[type-arg]
    """Once a payment has been paid again, nothing the bank says makes it count as paid."""
    utledet = utled(samle(sagt), feilsendt=feilsendt, erstattet=True)
    assert utledet.status in IKKE_KOMMET_FRAM | {_S.SENDT}
    netto = sum(slag in UT_AV_KONTOEN for slag, _dato in sagt) - sum(slag in INN_PA_KONTOEN for slag, _dato in sagt)
    if netto > 1:
        assert utledet.motsigelse
