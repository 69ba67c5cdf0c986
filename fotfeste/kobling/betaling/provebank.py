"""The demo's bank: answers to a run's file when their day has come, and reads them. Only with the demo's settings."""

from __future__ import annotations

from datetime import date

from fotfeste.fag.utbetaling.models import Kjoring
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.tilgang import Aktor
from fotfeste.kobling.betaling.bankfiler import Kvittering, bankfiler_les
from fotfeste.kobling.betaling.falsk_bank import betalinger_i, svar, trekk_utfall
from fotfeste.regelverk.tid import virkedager_etter

_NOEN = 8
"""In a file with so many payments or more, one is refused and one comes back."""


def provebank_les(aktor: Aktor, kjoring: Kjoring) -> tuple[list[Kvittering], date | None]:
    """Read what the bank has to say today, and tell when it has more to say; None when that was all.

    The same run gets the same answers whenever it asks.
    """
    fil = kjoring.filer.filter(type="pain001").select_related("dokument").first()
    if fil is None:
        return [], None
    innhold = bytes(fil.dokument.innhold)
    idents = betalinger_i(innhold)
    noen = int(len(idents) >= _NOEN)
    fro = kjoring.maned.toordinal() * 100 + kjoring.nummer
    svarene = svar(innhold, trekk_utfall(idents, fro=fro, avvist=noen, retur=noen))
    navn = f"{kjoring.maned:%Y-%m}-{kjoring.nummer}.xml"
    dag = kjoring.utbetalingsdato
    filer = [(date.min, f"svar-{navn}", svarene.kvittering), (dag, f"bevegelser-{navn}", svarene.bokforing)]
    if svarene.retur:
        filer.append((virkedager_etter(dag, 2), f"retur-{navn}", svarene.retur))
    na = [(navn, bytes_) for nar, navn, bytes_ in filer if nar <= klokke.i_dag()]
    venter = min((nar for nar, _navn, _bytes in filer if nar > klokke.i_dag()), default=None)
    return bankfiler_les(aktor, kommune=kjoring.kommune, filer=na), venter
