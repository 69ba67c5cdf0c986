"""What a change would do to the money, before anyone saves it: the change is made, reckoned with, and undone.

The command itself is tried, so what is shown is what it would do, and what it would refuse is refused here too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from fotfeste.fag.person.barnetillegg import stonadsbarn_for
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.utbetaling import etterregning
from fotfeste.fag.utbetaling.grunnlag import stonadsfakta_for
from fotfeste.fag.utbetaling.models import AnnenYtelse
from fotfeste.grunnmur import klokke
from fotfeste.regelverk import stonad, tid
from fotfeste.regelverk.parametre import UkjentParameter

MANEDER_FRAM = 12
"""How far ahead a change is looked for: no decision gives a right for longer."""


@dataclass(frozen=True, slots=True)
class Manedslinje:
    """A line of the month before the change and after it."""

    navn: str
    for_: int
    etter: int


@dataclass(frozen=True, slots=True)
class Virkning:
    """What the change does. `linjer` are those of the coming month that differ, empty when it cannot be reckoned.

    `betalte`: months already paid that the change reaches back to, oldest first.
    """

    maned: date
    for_: int | None
    etter: int | None
    linjer: tuple[Manedslinje, ...]
    betalte: tuple[date, ...]

    @property
    def forskjell(self) -> int:
        """Kroner more (or less) to be paid for the coming month."""
        return (self.etter or 0) - (self.for_ or 0)


def virkning_av(sak: Sak, endring: Callable[[], object]) -> Virkning:
    """Try the command `endring` and say what it would do to the case's money. Nothing is kept.

    The month shown is the next one to be paid, or the first after it that the change reaches. Raises what the command
    raises.
    """
    betalte, kommende = betalte_maneder(sak), _kommende_maneder(sak)
    for_betalte, for_kommende = _merker(sak, betalte), _merker(sak, kommende)
    with transaction.atomic():
        endring()
        etter_betalte, etter_kommende = _merker(sak, betalte), _merker(sak, kommende)
        maned = next(iter(_endrede(kommende, for_kommende, etter_kommende)), kommende[0])
        etter = _regn(sak, maned)
        transaction.set_rollback(True)
    for_ = _regn(sak, maned)
    return Virkning(
        maned=maned,
        for_=for_.netto if for_ else None,
        etter=etter.netto if etter else None,
        linjer=_linjer(for_, etter),
        betalte=_endrede(betalte, for_betalte, etter_betalte),
    )


def lagre_og_se(sak: Sak, endring: Callable[[], object]) -> tuple[date, ...]:
    """Carry out the command `endring`, and tell which months that are paid it reached, oldest first.

    Raises what the command raises.
    """
    betalte = betalte_maneder(sak)
    merker = _merker(sak, betalte)
    endring()
    return _endrede(betalte, merker, _merker(sak, betalte))


def _endrede(maneder: Sequence[date], for_: Sequence[object], etter: Sequence[object]) -> tuple[date, ...]:
    return tuple(m for m, gammelt, nytt in zip(maneder, for_, etter, strict=True) if gammelt != nytt)


def betalte_maneder(sak: Sak) -> list[date]:
    """The months of the case that are paid or on their way, oldest first: a change after that is a correction."""
    return list(etterregning.betalte_maneder([sak.pk]).order_by("maned").values_list("maned", flat=True))


def kommende_maned(sak: Sak) -> date:
    """The month that is paid next: the last one that is over, or this one when that is paid already."""
    denne = klokke.i_dag().replace(day=1)
    forrige = tid.legg_til_maneder(denne, -1)
    return denne if etterregning.betalte_maneder([sak.pk], [forrige]).exists() else forrige


def _kommende_maneder(sak: Sak) -> list[date]:
    """The month that is paid next, and those after it a change can be told of beforehand."""
    forste = kommende_maned(sak)
    return [tid.legg_til_maneder(forste, nr) for nr in range(MANEDER_FRAM + 1)]


def _regn(sak: Sak, maned: date) -> stonad.Beregning | None:
    """The month as it would be now; None for one the rates are not known for, or with no day to pay."""
    fakta = stonadsfakta_for([sak], maned, kjent_dato=klokke.i_dag())[sak.pk]
    try:
        beregning = stonad.beregn(fakta, med_spor=False)
    except UkjentParameter:
        return None
    return beregning if beregning.stonadsdager else None


def _linjer(for_: stonad.Beregning | None, etter: stonad.Beregning | None) -> tuple[Manedslinje, ...]:
    if for_ is None or etter is None:
        return ()
    par = zip(for_.linjer._fields, for_.linjer, etter.linjer, strict=True)
    return tuple(Manedslinje(navn, gammelt, nytt) for navn, gammelt, nytt in par if gammelt != nytt)


def _merker(sak: Sak, maneder: Sequence[date]) -> list[object]:
    """For each month, what the children and the other benefits come to on its days: equal when nothing changed."""
    if not maneder:
        return []
    hele = tid.Periode(maneder[0], tid.maned(maneder[-1].year, maneder[-1].month).til)
    barn = stonadsbarn_for({sak.person_id: sak.kommune_id}, hele).get(sak.person_id, ())
    ytelser = list(AnnenYtelse.objects.filter(sak=sak).order_by("pk"))
    return [_merke(tid.maned(m.year, m.month), barn, ytelser) for m in maneder]


def _merke(maneden: tid.Periode, barn: Iterable[stonad.Barn], ytelser: Iterable[AnnenYtelse]) -> object:
    def dagene(periode: tid.Periode) -> tuple[date, date | None] | None:
        felles = periode.snitt(maneden)
        return (felles.fra, felles.til) if felles else None

    return (
        sorted((b.fodselsdato, d) for b in barn if (d := dagene(b.periode))),
        [(y.type, y.belop_per_dag, d) for y in ytelser if (d := dagene(tid.Periode(y.fra, y.til)))],
    )
