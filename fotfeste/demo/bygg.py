"""Building the municipality: every history carried out day by day through the services, as people would have done it.

Nothing is written to a table past a service. The applications come first, in order of day, so that the case numbers
are the same every time. Then the offices, which have nothing to do with each other, are lived through side by side, one
process for each core, each to the desks as they are today. The payment runs of all offices come after, each on its own
day, over the sheets approved then. Last comes what only the first office has, where people log in.
"""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from multiprocessing.queues import SimpleQueue
from random import Random

from django.db import connection
from tqdm import tqdm

from fotfeste.demo.arrangor import slipp_inn_arrangoren
from fotfeste.demo.banken import banken_svarer
from fotfeste.demo.folk import Kontorstab, Stab, bygg_organisasjon
from fotfeste.demo.historie import Hendelse, Historie
from fotfeste.demo.kontorliv import fyll_det_forste_kontoret, la_kontoret_leve
from fotfeste.demo.livslop import lag_livslop
from fotfeste.fag.oppmote.enums import Timelistestatus
from fotfeste.fag.oppmote.models import Timeliste
from fotfeste.fag.oppmote.services import timelister_godkjenn
from fotfeste.fag.utbetaling import services as utbetaling
from fotfeste.fag.utbetaling.enums import Utbetalingsstatus
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.tilgang import Aktor
from fotfeste.kobling.betaling.services import filer_lag
from fotfeste.regelverk.tid import er_programdag

EN_DAG = timedelta(days=1)
GODKJENNES_DAG, BETALES_DAG, AVSTEMMES_DAG = 6, 9, 20
"""Days of the month on which the office approves last month's sheets, and økonomi runs the payment and reconciles."""

GODKJENT_AV_SISTE = 0.7
"""How much of the last month's pile has been approved; the rest is left for the user."""

FRAMDRIFT_HVER = 5
FERDIG = -1
Framdrift = Callable[[int], object]


class Byggefeil(RuntimeError):  # noqa: N818 - named as the rest
    """One of the processes stopped; its own error stands above."""


def bygg_kommune(
    *, deltakere: int, fro: int, i_dag: date | None = None, stille: bool = False, prosesser: int | None = None
) -> int:
    """Build the municipality with `deltakere` histories, the same for the same seed and day. Shows a progress bar.

    `prosesser` is how many work side by side, by default one for each core. Give 1 in a process that has threads or has
    drawn a letter already: a copy of such a process may wait for ever. Returns how many steps were carried out. Raises
    Byggefeil when a process stops.
    """
    i_dag = i_dag or klokke.i_dag()
    _uten_venting_pa_disken()
    stab = bygg_organisasjon(i_dag, deltakere=deltakere)
    historier = [Historie(livslop, stab, i_dag) for livslop in lag_livslop(deltakere, fro=fro, i_dag=i_dag)]
    soknader, videre = _del_opp(historier, stab, i_dag)
    betalinger = [(dag, gjor) for dag, gjor in _betalinger(stab, _forste_start(historier), i_dag) if dag <= i_dag]
    antall = len(soknader) + sum(map(len, videre)) + len(betalinger)
    with tqdm(total=antall, desc="Bygger kommunen", unit="steg", disable=stille, leave=False, mininterval=0.5) as linje:
        _gjennomfor(soknader, linje.update)
        if (prosesser or os.cpu_count() or 1) > 1:
            _side_om_side(videre, linje.update, prosesser or os.cpu_count() or 1)
        else:
            for kontorets in videre:
                _gjennomfor(kontorets, linje.update)
        _gjennomfor(betalinger, linje.update)
        with klokke.still_til(i_dag):
            fyll_det_forste_kontoret(stab.kontorer[0], i_dag)
            slipp_inn_arrangoren(stab.kontorer[0].kontor, i_dag)
    return antall


def _uten_venting_pa_disken() -> None:
    """The demo can be built again; waiting for the disk after each of thousands of commands would double the time."""
    with connection.cursor() as peker:
        peker.execute("SET synchronous_commit = off")


def _del_opp(historier: Sequence[Historie], stab: Stab, i_dag: date) -> tuple[list[Hendelse], list[list[Hendelse]]]:
    """The applications of all; and for each office what comes after, in order of day, nothing after today."""
    soknader: list[Hendelse] = []
    videre: list[list[Hendelse]] = [[] for _ in stab.kontorer]
    for historie in historier:
        forste, *resten = historie.hendelser()
        soknader.append(forste)
        videre[historie.livslop.kontor] += resten
    for kontor, hendelser in zip(stab.kontorer, videre, strict=True):
        hendelser += _godkjenninger(kontor, _forste_start(historier), i_dag)
        hendelser.append((i_dag, partial(la_kontoret_leve, kontor, i_dag)))
    return i_rekkefolge(soknader, i_dag), [i_rekkefolge(hendelser, i_dag) for hendelser in videre]


def i_rekkefolge(hendelser: Iterable[Hendelse], i_dag: date) -> list[Hendelse]:
    """By day; what happens on one day in the order it was given. Nothing after today."""
    return sorted((h for h in hendelser if h[0] <= i_dag), key=lambda h: h[0])


def _forste_start(historier: Iterable[Historie]) -> date:
    return min(historie.livslop.start for historie in historier)


def _gjennomfor(hendelser: Iterable[Hendelse], framdrift: Framdrift) -> None:
    for nummer, (dag, gjor) in enumerate(hendelser, start=1):
        with klokke.still_til(dag):
            gjor()
        if nummer % FRAMDRIFT_HVER == 0:
            framdrift(FRAMDRIFT_HVER)


def _side_om_side(kontorer: Sequence[list[Hendelse]], framdrift: Framdrift, antall: int) -> None:
    """Live the offices through in `antall` processes."""
    # A connection cannot be shared between processes: each opens its own.
    connection.close()
    kontekst = multiprocessing.get_context("fork")
    ko: SimpleQueue[int] = kontekst.SimpleQueue()
    prosesser = [
        kontekst.Process(target=_kontorene, args=(bunke, ko)) for bunke in _jevnt(kontorer, min(antall, len(kontorer)))
    ]
    for prosess in prosesser:
        prosess.start()
    ferdige = 0
    while ferdige < len(prosesser):
        steg = ko.get()
        ferdige += steg == FERDIG
        framdrift(max(steg, 0))
    for prosess in prosesser:
        prosess.join()
    if any(prosess.exitcode for prosess in prosesser):
        raise Byggefeil("A process that built an office stopped")
    _uten_venting_pa_disken()


def _jevnt(kontorer: Sequence[list[Hendelse]], bunker: int) -> list[list[list[Hendelse]]]:
    """Share the offices out so that each process has about as much to do: the largest first, to the least loaded."""
    ut: list[list[list[Hendelse]]] = [[] for _ in range(bunker)]
    for hendelser in sorted(kontorer, key=len, reverse=True):
        min(ut, key=lambda bunke: sum(map(len, bunke))).append(hendelser)
    return ut


def _kontorene(kontorer: Sequence[list[Hendelse]], ko: SimpleQueue[int]) -> None:
    """What one process does; it tells how far it is, and that it is done also when it fails."""
    try:
        _uten_venting_pa_disken()
        for hendelser in kontorer:
            _gjennomfor(hendelser, ko.put)
    finally:
        connection.close()
        ko.put(FERDIG)


def _maneder(forste_start: date, i_dag: date) -> Iterable[tuple[date, date]]:
    """Each month that is over since the first programme began, with the first day of the month after it."""
    maned = forste_start.replace(day=1)
    while (neste := (maned + timedelta(days=32)).replace(day=1)) <= i_dag:
        yield maned, neste
        maned = neste


def _godkjenninger(kontor: Kontorstab, forste_start: date, i_dag: date) -> Iterable[Hendelse]:
    siste = i_dag.replace(day=1)
    for maned, neste in _maneder(forste_start, i_dag):
        andel = GODKJENT_AV_SISTE if neste == siste else 1.0
        yield _programdag(neste.replace(day=GODKJENNES_DAG)), partial(_godkjenn, kontor, maned, andel)


def _betalinger(stab: Stab, forste_start: date, i_dag: date) -> Iterable[Hendelse]:
    """The runs, month for month. The last month that is over is left for the user to approve and pay."""
    for maned, neste in _maneder(forste_start, i_dag):
        if neste < i_dag.replace(day=1):
            yield _programdag(neste.replace(day=BETALES_DAG)), partial(_betal, stab, maned)
            siste = neste == (i_dag.replace(day=1) - EN_DAG).replace(day=1)
            yield _programdag(neste.replace(day=AVSTEMMES_DAG)), partial(banken_svarer, stab, noe_feiler=siste)


def _programdag(dag: date) -> date:
    while not er_programdag(dag):
        dag += EN_DAG
    return dag


def _godkjenn(kontor: Kontorstab, maned: date, andel: float) -> None:
    """Approve the month's sheets, and those that have come late for earlier months."""
    levert = Timeliste.objects.filter(
        maned__lte=maned, status=Timelistestatus.LEVERT, sak__kontor=kontor.kontor
    ).select_related("sak__person", "sak__kontor")
    tilfeldig = Random(maned.toordinal())  # noqa: S311 - which sheets lie in the pile today
    lister = [
        liste
        for liste in levert.order_by("maned", "sak__saksnummer")
        if liste.maned < maned or tilfeldig.random() < andel
    ]
    timelister_godkjenn(_i_dag(kontor.veiledere[0]), timelister=lister)


def _betal(stab: Stab, maned: date) -> None:
    """Pay the month, and in an extra run those of the month before whose sheet came late."""
    forrige = (maned - EN_DAG).replace(day=1)
    sent_godkjent = Timeliste.objects.filter(maned=forrige, status=Timelistestatus.GODKJENT).exclude(
        utbetalinger__status__in=[Utbetalingsstatus.UTBETALT, Utbetalingsstatus.SENDT, Utbetalingsstatus.FRIGITT]
    )
    if sent_godkjent.exists():
        _kjor(stab, forrige)
    _kjor(stab, maned)


def _kjor(stab: Stab, maned: date) -> None:
    forbereder, frigiver = (_i_dag(aktor) for aktor in stab.okonomi)
    kjoring = utbetaling.kjoring_opprett(forbereder, kommune=stab.kommune, maned=maned)
    kjoring = utbetaling.kjoring_forbered(forbereder, kjoring)
    if kjoring.utbetalinger.exists():
        filer_lag(frigiver, utbetaling.kjoring_frigi(frigiver, kjoring))
    else:
        utbetaling.kjoring_forkast(forbereder, kjoring)


def _i_dag(aktor: Aktor) -> Aktor:
    """The same person with the same roles on the day the clock shows."""
    return replace(aktor, dag=klokke.i_dag())
