"""Each number of the law on the day it took effect, as it was known then, and equal to the table in the docs."""

from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path

import pytest

from fotfeste.regelverk.parametre import (
    AR_FOR_FULL_SATS,
    BARNETILLEGG,
    FAKTOR,
    GRUNNBELOP,
    KONSTANTER,
    PARAMETRE,
    SATS_FOR_UNGE,
    STONADSDAGER_I_ARET,
    TIMER_I_UKEN,
    TIMER_PER_DAG,
    Konstant,
    Parameter,
    UkjentParameter,
    Verdi,
)
from fotfeste.regelverk.penger import eksakt_tekst

SIDE = Path(__file__).parents[2] / "docs" / "algoritmer" / "parametre.md"
EN_DAG = timedelta(days=1)


@pytest.mark.parametrize("parameter", PARAMETRE, ids=lambda p: p.kode)
def test_verdien_skifter_pa_dagen(parameter: Parameter) -> None:
    for forrige, neste in zip(parameter.verdier, parameter.verdier[1:], strict=False):
        assert forrige.gjelder_fra < neste.gjelder_fra
        assert parameter.pa(neste.gjelder_fra - EN_DAG) is forrige
        assert parameter.pa(neste.gjelder_fra) is neste


@pytest.mark.parametrize(
    ("dag", "kjent", "kroner"),
    [
        (date(2026, 5, 1), date(2026, 5, 21), 130_160),
        (date(2026, 5, 1), date(2026, 5, 22), 136_549),
        (date(2026, 4, 30), date(2026, 12, 31), 130_160),
        (date(2025, 5, 1), date(2025, 5, 22), 124_028),
        (date(2025, 5, 1), date(2025, 5, 23), 130_160),
        (date(2024, 6, 1), date(2024, 5, 23), 118_620),
        (date(2024, 6, 1), date(2024, 5, 24), 124_028),
        (date(2023, 6, 1), date(2023, 5, 25), 111_477),
        (date(2023, 6, 1), date(2023, 5, 26), 118_620),
        (date(2022, 6, 1), date(2022, 5, 19), 106_399),
        (date(2022, 6, 1), date(2022, 5, 20), 111_477),
        (date(2020, 8, 1), date(2020, 9, 17), 99_858),
        (date(2020, 8, 1), date(2020, 9, 18), 101_351),
        (date(2019, 5, 1), date(2019, 5, 1), 99_858),
        (date(2035, 1, 1), None, 136_549),
        (date(2035, 1, 1), date(2008, 1, 1), 66_812),
    ],
)
def test_grunnbelopet_slik_det_var_kjent(dag: date, kjent: date | None, kroner: int) -> None:
    assert GRUNNBELOP.pa(dag, kjent).verdi == kroner


@pytest.mark.parametrize(("dag", "kjent"), [(date(2007, 4, 30), None), (date(2026, 5, 1), date(2007, 4, 30))])
def test_ukjent_grunnbelop_sier_hvilken_dag(dag: date, kjent: date | None) -> None:
    with pytest.raises(UkjentParameter) as feil:
        GRUNNBELOP.pa(dag, kjent)
    assert (feil.value.kode, feil.value.dag, feil.value.kjent) == ("grunnbelop", dag, kjent)
    assert str(feil.value) == f"grunnbelop on {dag}, as known on {kjent or 'any date'}"


def test_faktoren_og_barnetillegget() -> None:
    assert FAKTOR.pa(date(2024, 6, 30)).verdi == 2
    assert FAKTOR.pa(date(2024, 7, 1)).verdi == Fraction(2041, 1000)
    tillegg = [BARNETILLEGG.pa(dag).verdi for dag in (date(2023, 1, 31), date(2023, 2, 1), date(2026, 1, 1))]
    assert tillegg == [27, 35, 38]


def test_konstantene() -> None:
    assert (STONADSDAGER_I_ARET.verdi, AR_FOR_FULL_SATS.verdi, SATS_FOR_UNGE.verdi) == (260, 25, Fraction(2, 3))
    assert (TIMER_I_UKEN.verdi, TIMER_PER_DAG.verdi) == (Fraction(75, 2), Fraction(15, 2))
    assert TIMER_PER_DAG.verdi * 5 == TIMER_I_UKEN.verdi


def test_hvert_ar_fra_2007_har_grunnbelop_med_kilde() -> None:
    assert [verdi.gjelder_fra for verdi in GRUNNBELOP.verdier] == [date(ar, 5, 1) for ar in range(2007, 2027)]
    for parameter in PARAMETRE:
        for verdi in parameter.verdier:
            assert verdi.kilde
            assert verdi.kode == parameter.kode


def test_kunngjoringene_kommer_i_samme_orden_som_verdiene() -> None:
    """The reckoning remembers months by the last publication known; that needs this order."""
    datoer = [verdi.kunngjort for verdi in GRUNNBELOP.verdier]
    assert datoer == sorted(datoer)


def _rad(verdi: Verdi) -> str:
    felt = (
        eksakt_tekst(verdi.verdi),
        verdi.gjelder_fra.isoformat(),
        verdi.kunngjort.isoformat(),
        str(verdi.hjemmel),
        verdi.kilde,
    )
    return f"| {' | '.join(felt)} |"


def _konstantrad(konstant: Konstant) -> str:
    return f"| {konstant.navn} | {eksakt_tekst(konstant.verdi)} | {konstant.enhet} | {konstant.hjemmel} |"


def _tabell(overskrift: str) -> list[str]:
    """The rows of the table under a heading of the page, without its two head rows."""
    del_ = SIDE.read_text(encoding="utf-8").split(f"## {overskrift}\n")[1].split("\n## ")[0]
    return [linje for linje in del_.splitlines() if linje.startswith("|")][2:]


@pytest.mark.parametrize("parameter", PARAMETRE, ids=lambda p: p.kode)
def test_siden_i_docs_har_samme_verdier_som_koden(parameter: Parameter) -> None:
    assert _tabell(parameter.navn) == [_rad(verdi) for verdi in parameter.verdier]


def test_siden_i_docs_har_samme_konstanter_som_koden() -> None:
    assert _tabell("Tall som ikke skifter") == [_konstantrad(konstant) for konstant in KONSTANTER]
