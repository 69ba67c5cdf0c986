"""Building the municipality: every history carried out day by day through the services, as people would have done it.

The days are gone through in order over all cases, so that the month's payment run meets the sheets that were approved
before it. Nothing is written to a table past a service.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import count
from random import Random

from django.db import connection
from tqdm import tqdm

from fotfeste.demo.folk import Stab, bygg_organisasjon
from fotfeste.demo.historie import Historie
from fotfeste.demo.livslop import lag_livslop
from fotfeste.fag.oppmote.enums import Timelistestatus
from fotfeste.fag.oppmote.models import Timeliste
from fotfeste.fag.oppmote.services import timelister_godkjenn
from fotfeste.fag.utbetaling import services as utbetaling
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.tilgang import Aktor
from fotfeste.kobling.betaling.services import filer_lag
from fotfeste.regelverk.tid import er_programdag

EN_DAG = timedelta(days=1)
GODKJENNES_DAG, BETALES_DAG = 6, 9
"""Days of the month on which the office approves last month's sheets and økonomi runs the payment."""


@dataclass(frozen=True, slots=True)
class Resultat:
    """What was built."""

    saker: int
    hendelser: int


def bygg_kommune(*, deltakere: int, fro: int, i_dag: date | None = None, stille: bool = False) -> Resultat:
    """Build the municipality with `deltakere` histories, the same for the same seed and day. Shows a progress bar."""
    i_dag = i_dag or klokke.i_dag()
    with connection.cursor() as peker:
        # The demo can be built again; waiting for the disk after each of thousands of commands would triple the time.
        peker.execute("SET synchronous_commit = off")
    stab = bygg_organisasjon(i_dag)
    kalender = Kalender()
    historier = [Historie(livslop, stab, i_dag) for livslop in lag_livslop(deltakere, fro=fro, i_dag=i_dag)]
    for historie in historier:
        kalender.legg_til(historie.hendelser())
    kalender.legg_til(_kontorets_maneder(stab, min(h.livslop.start for h in historier), i_dag))
    antall = kalender.gjennomfor(i_dag, stille=stille)
    return Resultat(len(historier), antall)


Hendelse = tuple[date, Callable[[], None]]


class Kalender:
    """What is to happen, in order of day; what is put in on one day happens in the order it was put in."""

    def __init__(self) -> None:
        self._ko: list[tuple[date, int, Callable[[], None]]] = []
        self._nummer = count()

    def legg_til(self, hendelser: Iterable[Hendelse]) -> None:
        for dag, utfor in hendelser:
            heapq.heappush(self._ko, (dag, next(self._nummer), utfor))

    def gjennomfor(self, i_dag: date, *, stille: bool) -> int:
        """Carry out everything up to and including today. Returns how many."""
        antall = sum(dag <= i_dag for dag, _, _ in self._ko)
        with tqdm(
            total=antall, desc="Bygger kommunen", unit="steg", disable=stille, leave=False, mininterval=1
        ) as linje:
            while self._ko and self._ko[0][0] <= i_dag:
                dag, _, utfor = heapq.heappop(self._ko)
                with klokke.still_til(dag):
                    utfor()
                linje.update()
        return antall


def _kontorets_maneder(stab: Stab, forste_start: date, i_dag: date) -> Iterable[Hendelse]:
    """Approving and paying, month for month. The last month that is over is left for the user to approve and pay."""
    denne = i_dag.replace(day=1)
    maned = (forste_start.replace(day=1) + timedelta(days=32)).replace(day=1)
    while maned < denne:
        forrige = (maned - EN_DAG).replace(day=1)
        yield _programdag(maned.replace(day=GODKJENNES_DAG)), _godkjenn(stab, forrige)
        yield _programdag(maned.replace(day=BETALES_DAG)), _betal(stab, forrige)
        maned = (maned + timedelta(days=32)).replace(day=1)
    siste = (denne - EN_DAG).replace(day=1)
    yield _programdag(denne.replace(day=GODKJENNES_DAG)), _godkjenn(stab, siste, andel=0.7)


def _programdag(dag: date) -> date:
    while not er_programdag(dag):
        dag += EN_DAG
    return dag


def _godkjenn(stab: Stab, maned: date, andel: float = 1.0) -> Callable[[], None]:
    def utfor() -> None:
        levert = Timeliste.objects.filter(maned=maned, status=Timelistestatus.LEVERT).select_related(
            "sak__person", "sak__kontor"
        )
        per_kontor: dict[object, list[Timeliste]] = {}
        for liste in levert.order_by("sak__saksnummer"):
            per_kontor.setdefault(liste.sak.kontor_id, []).append(liste)
        tilfeldig = Random(maned.toordinal())  # noqa: S311 - which sheets lie in the pile today
        for kontor in stab.kontorer:
            lister = [t for t in per_kontor.get(kontor.kontor.pk, []) if tilfeldig.random() < andel]
            timelister_godkjenn(i_dag_som(kontor.veiledere[0]), timelister=lister)

    return utfor


def _betal(stab: Stab, maned: date) -> Callable[[], None]:
    def utfor() -> None:
        forbereder, frigiver = (i_dag_som(aktor) for aktor in stab.okonomi)
        kjoring = utbetaling.kjoring_opprett(forbereder, kommune=stab.kommune, maned=maned)
        kjoring = utbetaling.kjoring_forbered(forbereder, kjoring)
        if kjoring.utbetalinger.exists():
            filer_lag(frigiver, utbetaling.kjoring_frigi(frigiver, kjoring))
        else:
            utbetaling.kjoring_forkast(forbereder, kjoring)

    return utfor


def i_dag_som(aktor: Aktor) -> Aktor:
    """The same person with the same roles on the day the clock shows."""
    return replace(aktor, dag=klokke.i_dag())
