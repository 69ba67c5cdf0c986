"""One sheet as it is shown: every day with plan, hours and answer, the sums, and what is out of the ordinary."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from fotfeste.fag.oppmote.fakta import Dagssvar, dager_uten_rad
from fotfeste.fag.oppmote.kvoter import Kvote
from fotfeste.fag.oppmote.models import Fravaer, Timeliste
from fotfeste.fag.program.perioder import Programtid
from fotfeste.regelverk import tid
from fotfeste.regelverk.tid import Periode

INGEN = Decimal(0)


def timetall(timer: Decimal) -> str:
    """«7,5», the way it is typed."""
    return f"{timer.normalize():f}".replace(".", ",")


@dataclass(frozen=True, slots=True)
class Arkdag:
    """One date: what the week planned, what happened, and why somebody was away."""

    dato: date
    planlagt: Decimal
    program: Decimal
    arbeid: Decimal
    plan_arbeid: Decimal
    fravaer: Fravaer | None = None
    svar: Dagssvar | None = None

    @property
    def er_fri(self) -> bool:
        """A weekend day, public holiday or a day without anything planned."""
        return not self.planlagt

    @property
    def som_planlagt(self) -> bool:
        return self.fravaer is None and (self.program, self.arbeid) == (
            self.planlagt - self.plan_arbeid,
            self.plan_arbeid,
        )

    @property
    def mangler(self) -> Decimal:
        """Planned hours that were neither attended nor worked."""
        return max(self.planlagt - self.program - self.arbeid, INGEN)


@dataclass(frozen=True, slots=True)
class Fravaersvisning:
    """An absence with the answer it gets, in plain words; `gyldig` None while it has no programme day."""

    fravaer: Fravaer
    gyldig: bool | None
    tekster: list[str]
    hjemler: list[str]
    dager: int


@dataclass(slots=True)
class Ark:
    """The sheet as shown. `uten_rad` are planned days it lacks, because a decision came after it was opened.

    `tatt_bort` are days that stand as planned, and that a pause, an ending or leave has taken since.
    """

    timeliste: Timeliste
    dager: list[Arkdag]
    fravaer: list[Fravaersvisning]
    unntak: list[str]
    siste_programdag: date | None
    uten_rad: list[date] = field(default_factory=list)
    tatt_bort: list[date] = field(default_factory=list)
    kvoter: list[Kvote] = field(default_factory=list)
    # For who approves it (raad.py); the participant is not shown them.
    raad: list[str] = field(default_factory=list)
    # What providers have said of the month (foringer.py), beside what the sheet says.
    arrangordager: list[Any] = field(default_factory=list)

    @property
    def programdager(self) -> list[Arkdag]:
        return [dag for dag in self.dager if not dag.er_fri]

    @property
    def fridager(self) -> list[Arkdag]:
        return [dag for dag in self.dager if dag.er_fri]

    @property
    def sum_planlagt(self) -> Decimal:
        return sum((dag.planlagt for dag in self.dager), INGEN)

    @property
    def sum_program(self) -> Decimal:
        return sum((dag.program for dag in self.dager), INGEN)

    @property
    def sum_arbeid(self) -> Decimal:
        return sum((dag.arbeid for dag in self.dager), INGEN)

    @property
    def har_forklaringer(self) -> bool:
        """Whether the rules have said something of an absence; they say it in bokmål."""
        return any(ett.tekster for ett in self.fravaer)

    @property
    def har_ugyldig(self) -> bool:
        """Whether some day away does not keep the stønad."""
        return any(ett.gyldig is False for ett in self.fravaer)


def lag_ark(
    timeliste: Timeliste, programtid: Programtid, svar: Mapping[date, Dagssvar], *, avviksgrense: int = 0
) -> Ark:
    """The sheet from its rows (days and absences prefetched), the agreed week and the answers of the regulation.

    Hours in the programme that differ from the plan by at most `avviksgrense` in the month are no exception.
    """
    maned = tid.maned(timeliste.maned.year, timeliste.maned.month)
    fravaer = list(timeliste.fravaer.all())
    dager = _dager(timeliste, programtid, svar, maned, fravaer)
    uten_rad = dager_uten_rad(programtid, maned, {rad.dato for rad in timeliste.dager.all()})
    return Ark(
        timeliste=timeliste,
        dager=dager,
        fravaer=[_vis(ett, svar) for ett in fravaer],
        unntak=_mangler(uten_rad) + _unntak(dager, timeliste, avviksgrense),
        siste_programdag=programtid.siste_programdag(maned),
        uten_rad=uten_rad,
        tatt_bort=[dag.dato for dag in dager if not dag.er_fri and programtid.er_tatt_bort(dag.dato)],
    )


def _dager(
    timeliste: Timeliste,
    programtid: Programtid,
    svar: Mapping[date, Dagssvar],
    maned: Periode,
    fravaer: Iterable[Fravaer],
) -> list[Arkdag]:
    rader = {rad.dato: rad for rad in timeliste.dager.all()}
    borte = {dag: ett for ett in fravaer for dag in Periode(ett.fra, ett.til).dager()}
    ut = []
    for dag in maned.dager():
        rad = rader.get(dag)
        if rad is None and not programtid.gjelder(dag):
            continue
        planlagt = rad.planlagt if rad else INGEN
        ut.append(
            Arkdag(
                dato=dag,
                planlagt=planlagt,
                program=rad.timer_program if rad else INGEN,
                arbeid=rad.timer_arbeid if rad else INGEN,
                plan_arbeid=min(programtid.plan(dag).arbeid, planlagt),
                fravaer=borte.get(dag),
                svar=svar.get(dag),
            )
        )
    return ut


def _vis(fravaer: Fravaer, svar: Mapping[date, Dagssvar]) -> Fravaersvisning:
    egne = [svar[dag] for dag in Periode(fravaer.fra, fravaer.til).dager() if dag in svar]
    return Fravaersvisning(
        fravaer=fravaer,
        gyldig=all(ett.gyldig for ett in egne) if egne else None,
        tekster=list(dict.fromkeys(ett.tekst for ett in egne)),
        hjemler=list(dict.fromkeys(ett.hjemmel for ett in egne)),
        dager=len(egne),
    )


def _mangler(dager: list[date]) -> list[str]:
    if not dager:
        return []
    return [ngettext("%d programdag mangler på listen", "%d programdager mangler på listen", len(dager)) % len(dager)]


def _unntak(dager: list[Arkdag], timeliste: Timeliste, avviksgrense: int) -> list[str]:
    """What is out of the ordinary, one short phrase each; empty when the month went as planned."""
    ut = []
    ugyldige = sum(dag.svar is not None and not dag.svar.gyldig for dag in dager)
    if ugyldige:
        ut.append(ngettext("%d dag uten rett til stønad", "%d dager uten rett til stønad", ugyldige) % ugyldige)
    gyldige: dict[str, int] = {}
    for dag in dager:
        if dag.fravaer and dag.svar and dag.svar.gyldig:
            navn = str(dag.fravaer.get_arsak_display())  # as it is said: English «I», German nouns
            gyldige[navn] = gyldige.get(navn, 0) + 1
    ut += [
        ngettext("%(antall)d dag: %(hva)s", "%(antall)d dager: %(hva)s", antall) % {"antall": antall, "hva": navn}
        for navn, antall in gyldige.items()
    ]
    arbeid = sum((dag.arbeid - dag.plan_arbeid for dag in dager if not dag.fravaer), INGEN)
    if arbeid:
        timer = timetall(abs(arbeid))
        ut.append(
            _("%s timer mer lønnet arbeid enn planen") % timer
            if arbeid > 0
            else _("%s timer mindre lønnet arbeid enn planen") % timer
        )
    andre = [
        abs(dag.program - (dag.planlagt - dag.plan_arbeid))
        for dag in dager
        if dag.fravaer is None and dag.program != dag.planlagt - dag.plan_arbeid and dag.arbeid == dag.plan_arbeid
    ]
    if sum(andre) > avviksgrense:
        ut.append(ngettext("%d dag med andre timer", "%d dager med andre timer", len(andre)) % len(andre))
    if timeliste.merknad.strip():
        ut.append(_("deltakeren har skrevet en merknad"))
    return ut
