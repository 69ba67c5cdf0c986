"""Telling each participant what the regulation gave: one letter for all their months, or a line in the timeline.

Made by the system after the carrying out, a person at a time, so that økonomi, who may not read letters, need not, and
so that nobody has to open the case of someone whose address is protected. A stopped sending goes on where it left off.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from fractions import Fraction
from uuid import UUID

from fotfeste.fag.brev.maler import Linjeendring, Reguleringsbrev, Reguleringsmaned, Satsbit, reguleringsbrev
from fotfeste.fag.brev.models import Brev, Brevmal
from fotfeste.fag.brev.services import brev_ramme, brev_send, brevfeil_i_ord
from fotfeste.fag.regulering.models import TIL_VARSLING, Regulering, Reguleringslinje
from fotfeste.fag.regulering.utbetalingsdag import senest_utbetalt
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.utbetaling.models import Beregning
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import Fagfeil
from fotfeste.grunnmur.logg.services import kommando, skriv_hendelse
from fotfeste.grunnmur.organisasjon import valg
from fotfeste.grunnmur.tilgang import SYSTEM
from fotfeste.regelverk.penger import avrund

logg = logging.getLogger("fotfeste.regulering")


def send_varsler(regulering: Regulering) -> int:
    """Tell everyone who has not been told; how many persons that was. One whose letter cannot be made waits."""
    personer = regulering.linjer.filter(TIL_VARSLING).values_list("sak__person_id", flat=True)
    med_brev = bool(valg.verdi(regulering.kommune_id, "regulering_med_brev", klokke.i_dag()))
    antall = 0
    for person_id in list(personer.order_by("sak__person_id").distinct()):
        try:
            antall += _varsle(regulering, person_id, med_brev=med_brev)
        except Fagfeil as feil:
            logg.warning("regulering %s: brevet kunne ikke lages: %s", regulering.pk, feil.melding)
    return antall


def _varsle(regulering: Regulering, person_id: UUID, *, med_brev: bool) -> bool:
    """Tell one person of all their months. False when somebody has told them meanwhile."""
    with kommando(SYSTEM, "regulering.varsle"):
        linjer = list(
            Reguleringslinje.objects.select_for_update(of=("self",))
            .filter(TIL_VARSLING, regulering=regulering, sak__person_id=person_id)
            .select_related(
                "sak__person", "sak__kontor", "sak__kommune", "forrige", "differanse__ny", "regulering__kommune"
            )
            .order_by("maned", "sak_id")
        )
        if not linjer:
            return False
        sak, sum_ = linjer[-1].sak, sum(linje.belop or 0 for linje in linjer)
        brev = _brev(regulering, sak, linjer) if med_brev else None
        if brev is None:
            skriv_hendelse(
                SYSTEM, "regulering.varslet", sak_id=sak.pk, milepel=True, fra=regulering.gjelder_fra, belop=sum_
            )
        for linje in linjer:
            linje.brev, linje.varslet = brev, klokke.na()
        Reguleringslinje.objects.bulk_update(linjer, ["brev", "varslet"])
        return True


def _brev(regulering: Regulering, sak: Sak, linjer: Sequence[Reguleringslinje]) -> Brev:
    endring = regulering.endring
    with brevfeil_i_ord():
        innhold = reguleringsbrev(
            Reguleringsbrev(
                ramme=brev_ramme(SYSTEM, sak),
                endring=endring,
                senest_utbetalt=senest_utbetalt(regulering.kommune),
                maneder=tuple(_maned(linje) for linje in linjer),
            )
        )
    return brev_send(SYSTEM, sak=sak, mal=Brevmal.UTBETALING, brev=innhold)


def _maned(linje: Reguleringslinje) -> Reguleringsmaned:
    if linje.differanse is None:
        raise ValueError("Only what has been carried out is told of")
    for_, na = linje.forrige, linje.differanse.ny
    return Reguleringsmaned(
        maned=linje.maned,
        satser_for=_satser(for_),
        satser_na=_satser(na),
        linjer=tuple(
            Linjeendring(kode, for_.ut["linjer"][kode], kroner)
            for kode, kroner in na.ut["linjer"].items()
            if kroner or for_.ut["linjer"][kode]
        ),
        fikk=for_.brutto,
        skal_ha=na.brutto,
    )


def _satser(beregning: Beregning) -> tuple[Satsbit, ...]:
    """The day rates of the month in whole øre, as the trace has them: two where a 25th birthday lies in it."""
    return tuple(
        Satsbit(rad["tall"]["dager"], _ore(str(rad["tall"]["dagsats"])))
        for rad in beregning.spor
        if rad["kode"] in {"dagsats", "dagsats_under_25"}
    )


def _ore(eksakt: str) -> int:
    return avrund(*(Fraction(eksakt) * 100).as_integer_ratio())
