"""Withdrawal of the right to egenmelding (forskriften § 8; § 10 last sentence for a child's illness).

What the law leaves to the kommune stays with people. Here is what can be counted: the absences of letter a, the day
the decision must be assessed anew, and the days it is in force.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from fotfeste.regelverk import tid
from fotfeste.regelverk.fravaer import (
    EGENMELDINGSDAGER,
    UKER_FOR_EGENMELDING,
    Arsak,
    Deltaker,
    Fravaer,
    tall_i_forskriften,
)
from fotfeste.regelverk.ord import periode_i_ord
from fotfeste.regelverk.rettskilde import fk
from fotfeste.regelverk.spor import Sporrad
from fotfeste.regelverk.tid import Periode

FRAVAER_FOR_STOPP = tall_i_forskriften("egenmeldingsfravaer_for_stopp", 4, fk(8, 1))
TELLES_I_MANEDER = tall_i_forskriften("maneder_egenmeldingsfravaer_telles", 12, fk(8, 1))
VURDERES_INNEN_MANEDER = tall_i_forskriften("maneder_til_ny_vurdering_av_stopp", 6, fk(8, 3))


@dataclass(frozen=True, slots=True)
class Telling:
    """The absences that count on a day, oldest first, and whether they are enough for letter a."""

    dag: date
    fravaer: tuple[Fravaer, ...]

    @property
    def antall(self) -> int:
        return len(self.fravaer)

    @property
    def nok(self) -> bool:
        return self.antall >= int(FRAVAER_FOR_STOPP.verdi)

    def spor(self) -> list[Sporrad]:
        """One row for each absence that counts, and the sum."""
        rader = [
            Sporrad(
                kode="teller",
                fra=ett.periode.fra,
                til=ett.periode.slutt,
                tall={"nummer": nummer},
                parametre=(),
                hjemmel=fk(8, 1),
                tekst=f"{nummer}. fravær med egenmelding: {periode_i_ord(ett.periode.fra, ett.periode.slutt)}.",
            )
            for nummer, ett in enumerate(self.fravaer, start=1)
        ]
        grense = int(FRAVAER_FOR_STOPP.verdi)
        return [
            *rader,
            Sporrad(
                kode="nok" if self.nok else "ikke_nok",
                fra=_forste_dag_i_vinduet(self.dag),
                til=self.dag,
                tall={"antall": self.antall, "grense": grense},
                parametre=(FRAVAER_FOR_STOPP, TELLES_I_MANEDER),
                hjemmel=fk(8, 1),
                tekst=f"{self.antall} fravær med egenmelding de siste tolv månedene. Grensen er {grense}.",
            ),
        ]


def tell(deltaker: Deltaker, fravaer: Iterable[Fravaer], dag: date) -> Telling:
    """The absences of letter a on `dag`: begun in the last twelve months and not after it."""
    fra = _forste_dag_i_vinduet(dag)
    telles = [ett for ett in fravaer if fra <= ett.periode.fra <= dag and teller(deltaker, ett)]
    return Telling(dag, tuple(sorted(telles, key=lambda ett: ett.periode.fra)))


def _forste_dag_i_vinduet(dag: date) -> date:
    return tid.legg_til_maneder(dag, -int(TELLES_I_MANEDER.verdi)) + tid.EN_DAG


def teller(deltaker: Deltaker, fravaer: Fravaer) -> bool:
    """Whether the absence is one of own illness with egenmelding, without a doctor's statement (§ 8).

    One documented from its fourth day on is not counted (second paragraph); nor is one of at most three days with a
    statement for some of them, since a statement was then presented, nor one begun before egenmelding could be used.
    """
    if fravaer.arsak is not Arsak.EGEN_SYKDOM or not any(tid.er_programdag(dag) for dag in fravaer.periode.dager()):
        return False
    if fravaer.periode.fra < deltaker.programstart + timedelta(weeks=int(UKER_FOR_EGENMELDING.verdi)):
        return False
    dager = list(fravaer.periode.dager())
    if not fravaer.legeerklaering:
        return True
    udokumentert = [dag for dag in dager if not fravaer.har_legeerklaering_for(dag)]
    fra_fjerde = set(dager[int(EGENMELDINGSDAGER.verdi) :])
    return any(dag in fra_fjerde for dag in udokumentert)


def vurderes_senest(besluttet: date) -> date:
    """The last day to assess the decision anew (third paragraph): the same date six months after it was made."""
    return tid.legg_til_maneder(besluttet, int(VURDERES_INNEN_MANEDER.verdi))


@dataclass(frozen=True, slots=True)
class Beslutning:
    """One decision on the right: withdrawn or upheld from `fra` to `senest`, the day it must be assessed anew by.

    `senest` None: the right is given back from `fra`.
    """

    fra: date
    senest: date | None


def stoppet(beslutninger: Sequence[Beslutning], utsatt: Iterable[Periode] = ()) -> tuple[Periode, ...]:
    """The days the right is withdrawn, by the decisions in the order they were made.

    Not the days a decision was put off or set aside after a complaint (`utsatt`, fvl § 42).

    The law says that a decision shall be assessed anew within six months, not what it is worth when nobody has. It
    then rests: a right nobody has looked at again in time is not held back (docs/algoritmer/egenmelding.md).
    """
    perioder: list[Periode] = []
    for ett in beslutninger:
        if ett.senest is None:
            perioder = [kortet for p in perioder if (kortet := _kortet(p, ett.fra - tid.EN_DAG))]
        elif ett.fra <= ett.senest:
            perioder.append(Periode(ett.fra, ett.senest))
    return _uten(_slatt_sammen(perioder), utsatt)


def _uten(perioder: Iterable[Periode], utsatt: Iterable[Periode]) -> tuple[Periode, ...]:
    igjen = list(perioder)
    for ventetid in utsatt:
        igjen = [bit for periode in igjen for bit in tid.Tidslinje([(ventetid, True)]).hull(periode)]
    return tuple(igjen)


def _kortet(periode: Periode, siste: date) -> Periode | None:
    return Periode(periode.fra, min(periode.slutt, siste)) if periode.fra <= siste else None


def _slatt_sammen(perioder: Iterable[Periode]) -> tuple[Periode, ...]:
    ut: list[Periode] = []
    for periode in sorted(perioder, key=lambda p: (p.fra, p.slutt)):
        if ut and periode.fra <= ut[-1].slutt + tid.EN_DAG:
            ut[-1] = Periode(ut[-1].fra, max(ut[-1].slutt, periode.slutt))
        else:
            ut.append(periode)
    return tuple(ut)
