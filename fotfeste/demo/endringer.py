"""Children that travel, other money and what participants have told, in the synthetic municipality.

Nothing here reaches a month that is paid: the summer's journeys are short, and the money is of months to come.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from fotfeste.fag.endring.services import melding_send
from fotfeste.fag.person.services import utenlandsopphold_registrer
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.sak.selectors import gjeldende_kontakt
from fotfeste.fag.utbetaling.ytelser import Brevet, ytelse_registrer
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.tilgang import aktor_for
from fotfeste.regelverk.tid import legg_til_maneder

HVER_REISER, HVER_YTELSE = 4, 9
"""Every fourth participant with a child has had it abroad in the summer; every ninth gets another benefit soon."""


def endringer_fyll(saker: Iterable[Sak], i_dag: date) -> None:
    """Give some of the running cases a journey or another benefit; those who can log in have told of a journey."""
    for nummer, sak in enumerate(saker):
        kontakt = gjeldende_kontakt(sak)
        if kontakt is None:
            continue
        barn = sak.person.barn.order_by("fodselsdato").last()
        with klokke.still_til(i_dag):
            veileder = replace(aktor_for(kontakt.bruker, i_dag), dag=i_dag)
            if barn and nummer % HVER_REISER == 0:
                juni = date(i_dag.year - (i_dag.month < 8), 6, 24)
                fra = max(juni, barn.fodselsdato)
                utenlandsopphold_registrer(veileder, barn, fra=fra, til=fra + timedelta(days=30), kilde="deltaker")
            if nummer % HVER_YTELSE == 1:
                fra = legg_til_maneder(i_dag.replace(day=1), 1)
                brevet = Brevet(1_200_000, "maned")
                ytelse_registrer(veileder, sak=sak, type="sykepenger", fra=fra, brevet=brevet)
            if barn and sak.person.bruker:
                deltaker = aktor_for(sak.person.bruker, i_dag)
                reise = legg_til_maneder(i_dag, 1)
                melding_send(
                    deltaker,
                    sak=sak,
                    slag="barn_utland",
                    barn=barn,
                    fra=reise,
                    til=reise + timedelta(days=14),
                    tekst="Vi skal besøke bestemor.",
                )
