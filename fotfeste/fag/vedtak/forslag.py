"""The period a new decision can be expected to have, so that nobody reckons what the earlier decisions say."""

from __future__ import annotations

from datetime import date

from fotfeste.fag.sak.models import Sak
from fotfeste.fag.vedtak.enums import Vedtakstype
from fotfeste.fag.vedtak.fakta import fattede, saksfrister
from fotfeste.fag.vedtak.perioder import les
from fotfeste.grunnmur import klokke
from fotfeste.regelverk.tid import EN_DAG, legg_til_maneder

_GRENSE = {Vedtakstype.FORLENGELSE: "maks_ordinaer", Vedtakstype.SAERLIG_FORLENGELSE: "maks_forlenget"}


def foreslatt_periode(sak: Sak, type: Vedtakstype) -> tuple[date | None, date | None]:
    """An extension begins the day after what is granted, and lasts a year or to the limit (§ 32, forskriften § 2).

    Nothing is suggested for other decisions, nor past the limit.
    """
    grense = _GRENSE.get(type)
    siste = max((rett.slutt for rett in les(fattede(sak), None).rett), default=None)
    if grense is None or siste is None:
        return None, None
    fra = siste + EN_DAG
    til = min(legg_til_maneder(fra, 12) - EN_DAG, saksfrister(sak, klokke.i_dag()).get(grense, date.max))
    return (fra, til) if til >= fra else (None, None)
