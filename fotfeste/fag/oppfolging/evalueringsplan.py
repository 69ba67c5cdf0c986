"""When a programme is to be evaluated, which of the dates are answered, and which is next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from fotfeste.fag.oppfolging.enums import Evalueringsstatus
from fotfeste.fag.oppfolging.models import Evaluering
from fotfeste.fag.program.enums import Evalueringstype
from fotfeste.fag.program.selectors import gjeldende_versjon
from fotfeste.fag.sak.models import Sak
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.organisasjon.valg import verdi
from fotfeste.regelverk.evaluering import Holdt, ubesvarte


@dataclass(frozen=True, slots=True)
class Tidspunkt:
    """A day the programme is to be evaluated."""

    dato: date
    type: str


@dataclass(frozen=True, slots=True)
class Evalueringsplan:
    """The dates of the agreed programme and of earlier evaluations. `ubesvarte` are the days nobody has evaluated.

    `aktiviteter`: the names in the agreed week. `er_forste`: no whole programme has been evaluated in the case.
    """

    datoer: tuple[Tidspunkt, ...]
    ubesvarte: tuple[date, ...]
    aktiviteter: tuple[str, ...]
    er_forste: bool

    @property
    def neste(self) -> Tidspunkt | None:
        """The date to hold: the newest that is overdue, for it covers those before; else the first to come."""
        i_dag = klokke.i_dag()
        forbi = [dato for dato in self.ubesvarte if dato <= i_dag]
        kommer = [dato for dato in self.ubesvarte if dato > i_dag]
        dato = forbi[-1] if forbi else next(iter(kommer), None)
        return next((en for en in self.datoer if en.dato == dato), None)

    @property
    def kommer(self) -> Tidspunkt | None:
        """The next date, when it is today or ahead; None when it is overdue."""
        neste = self.neste
        return neste if neste and neste.dato >= klokke.i_dag() else None

    def har_dato_etter(self, dag: date) -> bool:
        return any(en.dato > dag for en in self.datoer)


def som_holdt(evaluering: Evaluering) -> Holdt | None:
    """The evaluation as the rule reads it; None while it is being prepared."""
    if evaluering.status != Evalueringsstatus.HOLDT or evaluering.holdt is None:
        return None
    return Holdt(evaluering.holdt, evaluering.for_dato, evaluering.hele_programmet)


def evalueringsplan(sak: Sak) -> Evalueringsplan:
    """The plan of the case as it stands today."""
    versjon = gjeldende_versjon(sak)
    evalueringer = list(sak.evalueringer.all())
    datoer = {en.dato: en.type for en in versjon.evalueringsdatoer.all()} if versjon else {}
    for evaluering in evalueringer:
        if evaluering.neste:
            datoer.setdefault(evaluering.neste, Evalueringstype.UNDERVEIS)
    holdte = [holdt for en in evalueringer if (holdt := som_holdt(en))]
    vindu = timedelta(days=int(verdi(sak.kommune_id, "evaluering_forberedes_dager", klokke.i_dag())))
    return Evalueringsplan(
        datoer=tuple(Tidspunkt(dato, type_) for dato, type_ in sorted(datoer.items())),
        ubesvarte=tuple(ubesvarte(datoer, holdte, vindu)),
        aktiviteter=tuple(dict.fromkeys(en.navn for en in versjon.aktiviteter.all())) if versjon else (),
        er_forste=not any(en.hele_programmet for en in holdte),
    )
