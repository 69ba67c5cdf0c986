# ruff: noqa: N801, N805 - OpenFisca names a variable by its class, and a formula is no method
"""The month's kvalifiseringsstønad as an OpenFisca-Core 46 model, only to measure against (`make bench`).

The same rules as `fotfeste.regelverk.stonad`, written the way an OpenFisca country package is: variables per day
for what the law counts by the day, variables per month for the lines, float32 as is OpenFisca's habit. It needs
`openfisca-core>=46,<47`, which nothing else in the project does.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from openfisca_core.entities import build_entity
from openfisca_core.periods import DateUnit
from openfisca_core.populations import ADD
from openfisca_core.simulations import SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

from fotfeste.regelverk.vektor import Bunke

DELTAKER = build_entity(key="deltaker", plural="deltakere", label="Deltaker", is_person=True)

TIMER_PER_DAG = 7.5


class _Regel:
    """What OpenFisca wants on each Variable itself, and not inherited."""

    value_type: Any = float
    definition_period = DateUnit.DAY


class _Dag(_Regel):
    pass


class _Maned(_Regel):
    definition_period = DateUnit.MONTH


class aktiv(_Dag):
    value_type = bool


class under_25(_Dag):
    value_type = bool


class antall_barn(_Dag):
    value_type = int


class timer_arbeid(_Dag):
    pass


class timer_fravaer(_Dag):
    pass


class andre_ytelser(_Dag):
    pass


class krav_trekk(_Maned):
    pass


class fravaer_reduserer_barnetillegg(_Maned):
    value_type = bool


class stonadsdag(_Dag):
    def formula(deltaker, period, parameters):
        return deltaker("aktiv", period) * (period.start.date.weekday() < 5)


class dagsats(_Dag):
    def formula(deltaker, period, parameters):
        p = parameters(period)
        full = p.faktor * p.grunnbelop / 260
        return np.where(deltaker("under_25", period), full * 2 / 3, full)


class dagens_tillegg(_Dag):
    def formula(deltaker, period, parameters):
        return deltaker("antall_barn", period) * parameters(period).barnetillegg


class stonad_dag(_Dag):
    def formula(deltaker, period, parameters):
        return deltaker("stonadsdag", period) * deltaker("dagsats", period)


class tillegg_dag(_Dag):
    def formula(deltaker, period, parameters):
        return deltaker("stonadsdag", period) * deltaker("dagens_tillegg", period)


class arbeid_dag(_Dag):
    def formula(deltaker, period, parameters):
        return deltaker("aktiv", period) * deltaker("timer_arbeid", period)


class arbeid_stonad_dag(_Dag):
    def formula(deltaker, period, parameters):
        return deltaker("dagsats", period) * deltaker("arbeid_dag", period) / TIMER_PER_DAG


class arbeid_tillegg_dag(_Dag):
    def formula(deltaker, period, parameters):
        return deltaker("dagens_tillegg", period) * deltaker("arbeid_dag", period) / TIMER_PER_DAG


class fravaer_dag(_Dag):
    def formula(deltaker, period, parameters):
        igjen = np.maximum(TIMER_PER_DAG - deltaker("arbeid_dag", period), 0)
        return np.minimum(deltaker("timer_fravaer", period), igjen) / TIMER_PER_DAG


class fravaer_stonad_dag(_Dag):
    def formula(deltaker, period, parameters):
        return deltaker("stonad_dag", period) * deltaker("fravaer_dag", period)


class fravaer_tillegg_dag(_Dag):
    def formula(deltaker, period, parameters):
        return deltaker("tillegg_dag", period) * deltaker("fravaer_dag", period)


class ytelser_dag(_Dag):
    def formula(deltaker, period, parameters):
        return deltaker("stonadsdag", period) * deltaker("andre_ytelser", period)


class linje_stonad(_Maned):
    def formula(deltaker, period, parameters):
        return _avrund(deltaker("stonad_dag", period, options=[ADD]))


class linje_barnetillegg(_Maned):
    def formula(deltaker, period, parameters):
        return _avrund(deltaker("tillegg_dag", period, options=[ADD]))


class arbeid_stonad(_Maned):
    def formula(deltaker, period, parameters):
        arbeid = deltaker("arbeid_stonad_dag", period, options=[ADD])
        return np.minimum(arbeid, deltaker("stonad_dag", period, options=[ADD]))


class arbeid_tillegg(_Maned):
    def formula(deltaker, period, parameters):
        arbeid = deltaker("arbeid_tillegg_dag", period, options=[ADD])
        return np.minimum(arbeid, deltaker("tillegg_dag", period, options=[ADD]))


class linje_reduksjon_arbeid(_Maned):
    def formula(deltaker, period, parameters):
        return -_avrund(deltaker("arbeid_stonad", period) + deltaker("arbeid_tillegg", period))


class fravaer_stonad(_Maned):
    def formula(deltaker, period, parameters):
        igjen = deltaker("stonad_dag", period, options=[ADD]) - deltaker("arbeid_stonad", period)
        return np.minimum(deltaker("fravaer_stonad_dag", period, options=[ADD]), igjen)


class fravaer_tillegg(_Maned):
    def formula(deltaker, period, parameters):
        igjen = deltaker("tillegg_dag", period, options=[ADD]) - deltaker("arbeid_tillegg", period)
        fravaer = np.minimum(deltaker("fravaer_tillegg_dag", period, options=[ADD]), igjen)
        return fravaer * deltaker("fravaer_reduserer_barnetillegg", period)


class linje_reduksjon_fravaer(_Maned):
    def formula(deltaker, period, parameters):
        return -_avrund(deltaker("fravaer_stonad", period) + deltaker("fravaer_tillegg", period))


class linje_samordning(_Maned):
    def formula(deltaker, period, parameters):
        igjen = (
            deltaker("stonad_dag", period, options=[ADD])
            - deltaker("arbeid_stonad", period)
            - deltaker("fravaer_stonad", period)
        )
        return -_avrund(np.minimum(deltaker("ytelser_dag", period, options=[ADD]), igjen))


class brutto(_Maned):
    def formula(deltaker, period, parameters):
        linjer = ("stonad", "barnetillegg", "reduksjon_arbeid", "reduksjon_fravaer", "samordning")
        return np.maximum(sum(deltaker(f"linje_{navn}", period) for navn in linjer), 0)


class netto(_Maned):
    def formula(deltaker, period, parameters):
        return deltaker("brutto", period) - np.minimum(deltaker("krav_trekk", period), deltaker("brutto", period))


def _avrund(belop: Any) -> Any:
    return np.floor(np.abs(belop) + 0.5) * np.sign(belop)


def skattesystem() -> TaxBenefitSystem:
    """The model with the rates of 2024-2026."""
    from openfisca_core.parameters import ParameterNode

    system = TaxBenefitSystem([DELTAKER])
    system.parameters = ParameterNode(
        data={
            "grunnbelop": {"values": {"2024-05-01": 124028, "2025-05-01": 130160, "2026-05-01": 136549}},
            "faktor": {"values": {"2007-01-01": 2.0, "2024-07-01": 2.041}},
            "barnetillegg": {"values": {"2024-01-01": 36, "2025-01-01": 37, "2026-01-01": 38}},
        }
    )
    for navn, regel in list(globals().items()):
        if isinstance(regel, type) and issubclass(regel, _Regel) and not navn.startswith("_"):
            system.add_variable(_variabel(navn, regel))
    return system


def _variabel(navn: str, regel: type[_Regel]) -> type[Variable]:
    innhold = {
        "entity": DELTAKER,
        "value_type": regel.value_type,
        "definition_period": regel.definition_period,
    }
    if hasattr(regel, "formula"):
        innhold["formula"] = regel.formula
    return type(navn, (Variable,), innhold)


def inndata(bunke: Bunke) -> dict[str, dict[str, Any]]:
    """The input of a Bunke as OpenFisca's arrays by variable and period, made ready outside the clock."""
    maned = f"{bunke.ar}-{bunke.mnd:02d}"
    dager = [f"{maned}-{dag + 1:02d}" for dag in range(bunke.aktiv.shape[0])]
    f32 = np.float32
    return {
        "aktiv": {d: bunke.aktiv[i] for i, d in enumerate(dager)},
        "under_25": {d: bunke.dager_under_25 > i for i, d in enumerate(dager)},
        "antall_barn": {d: bunke.barn[i].astype(np.int32) for i, d in enumerate(dager)},
        "timer_arbeid": {d: (bunke.arbeid[i] / bunke.timenevner).astype(f32) for i, d in enumerate(dager)},
        "timer_fravaer": {d: (bunke.fravaer[i] / bunke.timenevner).astype(f32) for i, d in enumerate(dager)},
        "andre_ytelser": {d: (bunke.ytelser[i] / bunke.belopsnevner).astype(f32) for i, d in enumerate(dager)},
        "krav_trekk": {maned: bunke.trekk.astype(f32)},
        "fravaer_reduserer_barnetillegg": {maned: bunke.fravaer_reduserer_barnetillegg},
    }


def netto_for(system: TaxBenefitSystem, data: dict[str, dict[str, Any]], maned: str) -> Any:
    """Netto of every case, reckoned by OpenFisca in a new simulation."""
    antall = len(data["krav_trekk"][maned])
    simulering = SimulationBuilder().build_default_simulation(system, antall)
    for variabel, perioder in data.items():
        for periode, verdier in perioder.items():
            simulering.set_input(variabel, periode, verdier)
    return simulering.calculate("netto", maned)
