"""The rules of the stønad as an OpenFisca-Core 46 model, run by the environment `.venv-bench` on the bench's own input.

Written as OpenFisca wants it: amounts are float32 variables of a person, the days are inputs by DAY, the month's
lines are formulas by MONTH, the law's numbers are parameters. Usage: openfisca_modell.py INN.npz PARAMETRE.json UT.npz
GANGER; prints the seconds of each run as JSON.
"""

# ruff: noqa: N801, N805 - OpenFisca takes the name of a variable from its class

from __future__ import annotations

import json
import sys
import time

import numpy as np
from openfisca_core.entities import build_entity
from openfisca_core.parameters import ParameterNode
from openfisca_core.periods import DateUnit, period
from openfisca_core.simulation_builder import SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

PERSON = build_entity(key="person", plural="personer", label="Deltaker", is_person=True)


class aktiv(Variable):
    value_type = bool
    entity = PERSON
    definition_period = DateUnit.DAY


class arbeidstimer(Variable):
    value_type = float
    entity = PERSON
    definition_period = DateUnit.DAY


class fravaerstimer(Variable):
    value_type = float
    entity = PERSON
    definition_period = DateUnit.DAY


class antall_barn(Variable):
    value_type = int
    entity = PERSON
    definition_period = DateUnit.DAY


class annen_ytelse(Variable):
    value_type = float
    entity = PERSON
    definition_period = DateUnit.DAY


class dager_under_25(Variable):
    value_type = int
    entity = PERSON
    definition_period = DateUnit.MONTH


class trekk_krav(Variable):
    value_type = float
    entity = PERSON
    definition_period = DateUnit.MONTH


class fravaer_reduserer_barnetillegg(Variable):
    value_type = bool
    entity = PERSON
    definition_period = DateUnit.MONTH


class dagsats(Variable):
    value_type = float
    entity = PERSON
    definition_period = DateUnit.DAY

    def formula(person, period, parameters):
        p = parameters(period)
        full = p.faktor * p.grunnbelop / p.stonadsdager
        ung = person("dager_under_25", period.first_month) >= period.start.day
        return np.where(ung, full * p.sats_for_unge, full)


class tillegg_per_dag(Variable):
    value_type = float
    entity = PERSON
    definition_period = DateUnit.DAY

    def formula(person, period, parameters):
        return person("antall_barn", period) * parameters(period).barnetillegg


class arbeid_regnet(Variable):
    value_type = float
    entity = PERSON
    definition_period = DateUnit.DAY

    def formula(person, period):
        return person("arbeidstimer", period) * person("aktiv", period)


class fravaer_regnet(Variable):
    value_type = float
    entity = PERSON
    definition_period = DateUnit.DAY

    def formula(person, period, parameters):
        ledig = np.maximum(parameters(period).timer_per_dag - person("arbeid_regnet", period), 0)
        return np.minimum(person("fravaerstimer", period), ledig) * person("aktiv", period)


class stonadsdager(Variable):
    value_type = int
    entity = PERSON
    definition_period = DateUnit.MONTH

    def formula(person, period):
        return sum(person("aktiv", dag) * 1 for dag in hverdager(period))


class stonad_for(Variable):
    value_type = float
    entity = PERSON
    definition_period = DateUnit.MONTH

    def formula(person, period):
        return sum(person("dagsats", dag) * person("aktiv", dag) for dag in hverdager(period))


class barnetillegg_for(Variable):
    value_type = float
    entity = PERSON
    definition_period = DateUnit.MONTH

    def formula(person, period):
        return sum(person("tillegg_per_dag", dag) * person("aktiv", dag) for dag in hverdager(period))


class arbeid_av_stonad(Variable):
    value_type = float
    entity = PERSON
    definition_period = DateUnit.MONTH

    def formula(person, period, parameters):
        sum_ = sum(person("dagsats", dag) * person("arbeid_regnet", dag) for dag in dager(period))
        return np.minimum(sum_ / parameters(period).timer_per_dag, person("stonad_for", period))


class arbeid_av_barnetillegg(Variable):
    value_type = float
    entity = PERSON
    definition_period = DateUnit.MONTH

    def formula(person, period, parameters):
        sum_ = sum(person("tillegg_per_dag", dag) * person("arbeid_regnet", dag) for dag in dager(period))
        return np.minimum(sum_ / parameters(period).timer_per_dag, person("barnetillegg_for", period))


class fravaer_av_stonad(Variable):
    value_type = float
    entity = PERSON
    definition_period = DateUnit.MONTH

    def formula(person, period, parameters):
        sum_ = sum(person("dagsats", dag) * person("fravaer_regnet", dag) for dag in hverdager(period))
        rest = person("stonad_for", period) - person("arbeid_av_stonad", period)
        return np.minimum(sum_ / parameters(period).timer_per_dag, rest)


class fravaer_av_barnetillegg(Variable):
    value_type = float
    entity = PERSON
    definition_period = DateUnit.MONTH

    def formula(person, period, parameters):
        sum_ = sum(person("tillegg_per_dag", dag) * person("fravaer_regnet", dag) for dag in hverdager(period))
        rest = person("barnetillegg_for", period) - person("arbeid_av_barnetillegg", period)
        gjelder = person("fravaer_reduserer_barnetillegg", period)
        return np.minimum(sum_ / parameters(period).timer_per_dag, rest) * gjelder


class stonad(Variable):
    value_type = float
    entity = PERSON
    definition_period = DateUnit.MONTH

    def formula(person, period):
        return kroner(person("stonad_for", period))


class barnetillegg(Variable):
    value_type = float
    entity = PERSON
    definition_period = DateUnit.MONTH

    def formula(person, period):
        return kroner(person("barnetillegg_for", period))


class reduksjon_arbeid(Variable):
    value_type = float
    entity = PERSON
    definition_period = DateUnit.MONTH

    def formula(person, period):
        return -kroner(person("arbeid_av_stonad", period) + person("arbeid_av_barnetillegg", period))


class reduksjon_fravaer(Variable):
    value_type = float
    entity = PERSON
    definition_period = DateUnit.MONTH

    def formula(person, period):
        return -kroner(person("fravaer_av_stonad", period) + person("fravaer_av_barnetillegg", period))


class samordning(Variable):
    value_type = float
    entity = PERSON
    definition_period = DateUnit.MONTH

    def formula(person, period):
        ytelser = sum(person("annen_ytelse", dag) * person("aktiv", dag) for dag in hverdager(period))
        rest = person("stonad_for", period) - person("arbeid_av_stonad", period) - person("fravaer_av_stonad", period)
        return -kroner(np.minimum(ytelser, rest))


class brutto(Variable):
    value_type = float
    entity = PERSON
    definition_period = DateUnit.MONTH

    def formula(person, period):
        linjer = ("stonad", "barnetillegg", "reduksjon_arbeid", "reduksjon_fravaer", "samordning")
        return np.maximum(sum(person(linje, period) for linje in linjer), 0)


class trekk(Variable):
    value_type = float
    entity = PERSON
    definition_period = DateUnit.MONTH

    def formula(person, period):
        return -np.minimum(person("trekk_krav", period), person("brutto", period))


class netto(Variable):
    value_type = float
    entity = PERSON
    definition_period = DateUnit.MONTH

    def formula(person, period):
        return person("brutto", period) + person("trekk", period)


INN_PER_DAG = ("aktiv", "arbeidstimer", "fravaerstimer", "antall_barn", "annen_ytelse")
INN_PER_MANED = ("dager_under_25", "trekk_krav", "fravaer_reduserer_barnetillegg")
UT = (
    "stonadsdager",
    "stonad",
    "barnetillegg",
    "reduksjon_arbeid",
    "reduksjon_fravaer",
    "samordning",
    "brutto",
    "trekk",
    "netto",
)
REGLER = (
    dagsats,
    tillegg_per_dag,
    arbeid_regnet,
    fravaer_regnet,
    stonad_for,
    barnetillegg_for,
    arbeid_av_stonad,
    arbeid_av_barnetillegg,
    fravaer_av_stonad,
    fravaer_av_barnetillegg,
)


def dager(maned):
    return maned.get_subperiods(DateUnit.DAY)


def hverdager(maned):
    return [dag for dag in dager(maned) if dag.start.date.weekday() < 5]


def kroner(belop):
    return np.floor(belop + np.float32(0.5))


def system(parametre):
    """The model; `parametre` are the law's numbers: name → date → value."""
    modell = TaxBenefitSystem([PERSON])
    data = {navn: {"values": {dato: {"value": v} for dato, v in rekke.items()}} for navn, rekke in parametre.items()}
    modell.parameters = ParameterNode("", data=data)
    modell.add_variables(*(globals()[navn] for navn in (*INN_PER_DAG, *INN_PER_MANED, *UT)), *REGLER)
    return modell


def simulering(modell, maned, inn):
    """A fresh simulation with the input set; whole quarters and kroner are exact in float32."""
    sim = SimulationBuilder().build_default_simulation(modell, count=inn["trekk_krav"].shape[0])
    for navn in INN_PER_MANED:
        sim.set_input(navn, maned, inn[navn])
    for nr, dag in enumerate(dager(maned)):
        for navn in INN_PER_DAG:
            sim.set_input(navn, dag, inn[navn][nr])
    return sim


def til_float(fil):
    """The bench's integers as OpenFisca's types."""
    with np.load(fil) as data:
        per_time, per_krone = np.float32(data["timenevner"]), np.float32(data["belopsnevner"])
        return {
            "aktiv": data["aktiv"],
            "arbeidstimer": data["arbeid"].astype(np.float32) / per_time,
            "fravaerstimer": data["fravaer"].astype(np.float32) / per_time,
            "antall_barn": data["barn"].astype(np.int32),
            "annen_ytelse": data["ytelser"].astype(np.float32) / per_krone,
            "dager_under_25": data["dager_under_25"].astype(np.int32),
            "trekk_krav": data["trekk"].astype(np.float32),
            "fravaer_reduserer_barnetillegg": data["fravaer_reduserer_barnetillegg"],
        }


def main(inn_fil, parameterfil, ut_fil, ganger):
    with open(parameterfil) as fil:
        spesifikasjon = json.load(fil)
    maned = period(spesifikasjon["maned"])
    modell = system(spesifikasjon["parametre"])
    regning, alt = [], []
    for _ in range(ganger + 1):
        start = time.perf_counter()
        sim = simulering(modell, maned, til_float(inn_fil))
        klar = time.perf_counter()
        svar = {navn: sim.calculate(navn, maned) for navn in UT}
        slutt = time.perf_counter()
        regning.append(slutt - klar)
        alt.append(slutt - start)
    np.savez(ut_fil, **svar)
    json.dump({"regning": regning[1:], "alt": alt[1:]}, sys.stdout)


if __name__ == "__main__":
    main(*sys.argv[1:4], int(sys.argv[4]))
