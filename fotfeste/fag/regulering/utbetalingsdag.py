"""When the money of a regulation comes: with the next run that is not reckoned yet."""

from __future__ import annotations

from datetime import date, timedelta

from fotfeste.fag.utbetaling.enums import Kjoringsart, Kjoringsstatus
from fotfeste.fag.utbetaling.models import Kjoring
from fotfeste.fag.utbetaling.services import utbetalingsdato
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.organisasjon.models import Kommune


def senest_utbetalt(kommune: Kommune) -> date:
    """The day the next run that still takes differences pays at the latest. An extra run may be sooner."""
    denne = klokke.i_dag().replace(day=1)
    forrige = (denne - timedelta(days=1)).replace(day=1)
    er_regnet = Kjoring.objects.filter(
        kommune=kommune,
        art=Kjoringsart.MANED,
        maned=forrige,
        status__in=[Kjoringsstatus.KLAR, Kjoringsstatus.FRIGITT, Kjoringsstatus.SENDT],
    ).exists()
    dag = utbetalingsdato(kommune, forrige)
    return utbetalingsdato(kommune, denne) if er_regnet or dag <= klokke.i_dag() else dag
