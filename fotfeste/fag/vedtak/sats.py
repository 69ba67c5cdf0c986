"""The rate a decision promises: reckoned by the rules for the first stønadsdag, with the rows that explain it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from fotfeste.fag.person.barnetillegg import stonadsbarn_for
from fotfeste.fag.person.models import Person
from fotfeste.grunnmur.organisasjon.valg import verdi
from fotfeste.regelverk import stonad, tid
from fotfeste.regelverk.parametre import BARNETILLEGG, FAKTOR, GRUNNBELOP, Verdi
from fotfeste.regelverk.penger import Belop, avrund
from fotfeste.regelverk.spor import Sporrad
from fotfeste.regelverk.tid import Periode, er_hverdag

_ORE = 100


@dataclass(frozen=True, slots=True)
class Sats:
    """Øre per stønadsdag, for how many children, by which parameters, and the rows of the first month."""

    dagsats_ore: int
    redusert_for_unge: bool
    antall_barn: int
    barnetillegg_ore: int
    parametre: tuple[Verdi, ...]
    spor: tuple[Sporrad, ...]


def sats_for(person: Person, fra: date, kjent: date) -> Sats:
    """The rate on the first stønadsdag from `fra`, with the parameters known on `kjent` (sotjl § 35)."""
    dag = _forste_stonadsdag(fra)
    sak = person.gjeldende_sak()
    barn = stonadsbarn_for({person.pk: sak.kommune_id}, Periode(dag, dag)).get(person.pk, ()) if sak else ()
    beregning = stonad.beregn(
        stonad.Stonadsfakta(
            ar=dag.year,
            mnd=dag.month,
            fodselsdato=person.fodselsdato,
            vedtak=(Periode(dag, dag),),
            kjent_dato=kjent,
            barn=barn,
        )
    )
    dagsats = next(rad for rad in beregning.spor if rad.kode.startswith("dagsats"))
    belop = dagsats.tall["dagsats"]
    if not isinstance(belop, Belop):
        raise TypeError("The row of the daily rate holds no exact amount")
    tillegg = BARNETILLEGG.pa(dag, kjent)
    return Sats(
        dagsats_ore=avrund(belop.teller * _ORE, belop.nevner),
        redusert_for_unge=dagsats.kode == "dagsats_under_25",
        antall_barn=sum(1 for rad in beregning.spor if rad.kode == "barnetillegg"),
        barnetillegg_ore=int(tillegg.verdi * _ORE),
        parametre=(GRUNNBELOP.pa(dag, kjent), FAKTOR.pa(dag, kjent), tillegg),
        spor=beregning.spor,
    )


def _forste_stonadsdag(fra: date) -> date:
    return fra if er_hverdag(fra) else fra + timedelta(days=7 - fra.weekday())


def forste_utbetaling(kommune_id: UUID, fra: date, dag: date) -> date:
    """The first day stønad for the days from `fra` can be paid, told in a letter of `dag` (sotjl § 39).

    The municipality's day in the month after the first stønadsdag, moved past days off; for a start back in time the
    first such day still ahead.
    """
    maned = _forste_stonadsdag(fra).replace(day=1)
    while True:
        neste = tid.legg_til_maneder(maned, 1)
        betales = tid.utbetalingsdag(maned, int(verdi(kommune_id, "utbetalingsdag", neste)))
        if betales > dag:
            return betales
        maned = neste
