"""What hours away without a right to stønad cost, in whole kroner: the same line the month's reckoning will have."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from fractions import Fraction

from fotfeste.fag.person.barnetillegg import stonadsbarn_for
from fotfeste.fag.sak.models import Sak
from fotfeste.grunnmur.organisasjon.valg import verdi
from fotfeste.regelverk import stonad, tid


def kroner_tapt(sak: Sak, timer: Mapping[date, Fraction], kjent: date) -> int:
    """The reduction for these hours by date, as the rates are known on `kjent`; each month's line is rounded once.

    Paid work and other benefits of the month may leave less to take from: the reckoning says the last word.
    """
    maneder: defaultdict[date, list[stonad.Timer]] = defaultdict(list)
    for dag, antall in sorted(timer.items()):
        maneder[dag.replace(day=1)].append(stonad.Timer(dag, antall))
    if not maneder:
        return 0
    return sum(_en_maned(sak, forste, tuple(rader), kjent) for forste, rader in maneder.items())


def _en_maned(sak: Sak, forste: date, timer: tuple[stonad.Timer, ...], kjent: date) -> int:
    maned = tid.maned(forste.year, forste.month)
    barn = stonadsbarn_for({sak.person_id: sak.kommune_id}, maned)
    fakta = stonad.Stonadsfakta(
        ar=forste.year,
        mnd=forste.month,
        fodselsdato=sak.person.fodselsdato,
        vedtak=(maned,),
        kjent_dato=kjent,
        barn=barn.get(sak.person_id, ()),
        ugyldig_fravaer=timer,
        kommunale_valg=stonad.KommunaleValg(
            fravaer_reduserer_barnetillegg=verdi(sak.kommune_id, "fravaer_reduserer_barnetillegg", maned.slutt)
        ),
    )
    return -stonad.beregn(fakta, med_spor=False).linjer.reduksjon_fravaer
