"""From what was chosen day by day to hours and absences that hang together.

Days in a row with the same reason are one absence. A weekend between two of them counts only where it was registered as
a period: one day away on Friday and one on Monday are two absences until somebody says otherwise.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from uuid import UUID

from fotfeste.fag.oppmote.ark import Arkdag
from fotfeste.fag.oppmote.inn import Dagtimer, Fravaerinn
from fotfeste.fag.oppmote.models import Fravaer
from fotfeste.regelverk import tid
from fotfeste.regelverk.tid import Periode

INGEN = Decimal(0)


@dataclass(frozen=True, slots=True)
class Onske:
    """Why somebody was away on a day, and how long (None: the whole day)."""

    kode: str
    timer: Decimal | None = None

    @property
    def arsak(self) -> str:
        return self.kode.partition(":")[0]

    @property
    def barn_id(self) -> UUID | None:
        ident = self.kode.partition(":")[2]
        return UUID(ident) if ident else None


def kode_av(fravaer: Fravaer) -> str:
    """The choice a registered absence is: its reason, with the child where there is one."""
    return f"{fravaer.arsak}:{fravaer.barn_id}" if fravaer.barn_id else fravaer.arsak


def tolk_dag(dag: Arkdag, *, program: Decimal, arbeid: Decimal, kode: str) -> tuple[Onske | None, Dagtimer]:
    """What the three fields of a day mean together.

    A reason with the hours left as planned, or at nothing, is the whole day away; with other hours it is the rest of
    the day. A reason taken away with the hours left as they were makes the day as planned again.
    """
    plan = Dagtimer(dag.planlagt - dag.plan_arbeid, dag.plan_arbeid)
    if kode:
        if program in (plan.program, INGEN) and arbeid in (plan.arbeid, INGEN):
            return Onske(kode), Dagtimer()
        if program == plan.program and arbeid != plan.arbeid:
            program = INGEN
        return Onske(kode, dag.planlagt - program - arbeid), Dagtimer(program, arbeid)
    if dag.fravaer is not None and (program, arbeid) == (dag.program, dag.arbeid):
        return None, plan
    return None, Dagtimer(program, arbeid)


def fravaer_av_dager(registrerte: Iterable[Fravaer], onsker: Mapping[date, Onske | None]) -> list[Fravaerinn]:
    """The month's absences after the days' choices: unchanged ones as they were, the rest as runs of days."""
    biter = [bit for ett in registrerte for bit in _beholdt(ett, onsker)]
    dekket = {dag for bit in biter for dag in bit.dager()}
    nye = [
        Fravaerinn(fra=dag, til=dag, arsak=onske.arsak, timer=onske.timer, barn_id=onske.barn_id)
        for dag, onske in onsker.items()
        if onske is not None and dag not in dekket
    ]
    return _slatt_sammen([*biter, *nye])


def _beholdt(ett: Fravaer, onsker: Mapping[date, Onske | None]) -> list[Fravaerinn]:
    """The stretches of a registered absence that the days still say; the first keeps its id."""
    egen = Onske(kode_av(ett), ett.timer)
    dager = list(Periode(ett.fra, ett.til).dager())
    strekk: list[list[date]] = [[]]
    for dag in dager:
        if dag in onsker and onsker[dag] != egen:
            strekk.append([])
        else:
            strekk[-1].append(dag)
    ut: list[Fravaerinn] = []
    for rekke in strekk:
        rekke = rekke if len(strekk) == 1 else _uten_fridager_ytterst(rekke, onsker)
        if rekke:
            ut.append(_som_inn(ett, rekke[0], rekke[-1], ident=None if ut else ett.pk))
    return ut


def _uten_fridager_ytterst(rekke: list[date], onsker: Mapping[date, Onske | None]) -> list[date]:
    valgte = [dag for dag in rekke if dag in onsker]
    return [dag for dag in rekke if valgte and valgte[0] <= dag <= valgte[-1]]


def _som_inn(ett: Fravaer, fra: date, til: date, ident: UUID | None) -> Fravaerinn:
    return Fravaerinn(
        fra=fra,
        til=til,
        arsak=ett.arsak,
        id=ident,
        timer=ett.timer,
        barn_id=ett.barn_id,
        termin=ett.termin,
        fodt=ett.fodt,
        forklaring=ett.forklaring,
    )


def _slatt_sammen(biter: list[Fravaerinn]) -> list[Fravaerinn]:
    ut: list[Fravaerinn] = []
    for bit in sorted(biter, key=lambda bit: bit.fra):
        siste = ut[-1] if ut else None
        like = siste and (siste.arsak, siste.barn_id, siste.timer) == (bit.arsak, bit.barn_id, bit.timer)
        to_registrerte = siste and siste.id and bit.id
        if siste and like and not to_registrerte and siste.til + tid.EN_DAG == bit.fra:
            # The registered one of the two keeps its words and papers.
            ut[-1] = replace(bit if bit.id else siste, fra=siste.fra, til=bit.til)
        else:
            ut.append(bit)
    return ut
