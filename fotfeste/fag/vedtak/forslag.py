"""The days a decision and its notice can be expected to have, so that nobody reckons what is known."""

from __future__ import annotations

from datetime import date, timedelta

from fotfeste.fag.sak.models import Sak
from fotfeste.fag.vedtak.enums import Vedtakstype
from fotfeste.fag.vedtak.fakta import fattede, saksfrister
from fotfeste.fag.vedtak.fravaerstrekk import foreslatt_fravaer
from fotfeste.fag.vedtak.perioder import les
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.organisasjon import valg
from fotfeste.regelverk.tid import EN_DAG, legg_til_maneder, neste_virkedag

_GRENSE = {Vedtakstype.FORLENGELSE: "maks_ordinaer", Vedtakstype.SAERLIG_FORLENGELSE: "maks_forlenget"}


def foreslatt_uttalefrist(sak: Sak) -> date:
    """By when a notice sent today may be answered: the municipality's number of days from now, on a virkedag.

    fvl § 16 asks for a stated time and leaves its length open.
    """
    i_dag = klokke.i_dag()
    return neste_virkedag(i_dag + timedelta(days=int(valg.verdi(sak.kommune_id, "uttalefrist_dager", i_dag))))


def foreslatt_periode(sak: Sak, type: Vedtakstype) -> tuple[date | None, date | None]:
    """An extension begins the day after what is granted, and lasts a year or to the limit (§ 32, forskriften § 2).

    A deduction is suggested for the days of absence that wait for it. Nothing is suggested for other decisions, nor
    past the limit.
    """
    if type == Vedtakstype.FRAVAERSTREKK:
        return foreslatt_fravaer(sak, klokke.i_dag())
    grense = _GRENSE.get(type)
    siste = max((rett.slutt for rett in les(fattede(sak), None).rett), default=None)
    if grense is None or siste is None:
        return None, None
    fra = siste + EN_DAG
    til = min(legg_til_maneder(fra, 12) - EN_DAG, saksfrister(sak, klokke.i_dag()).get(grense, date.max))
    return (fra, til) if til >= fra else (None, None)
