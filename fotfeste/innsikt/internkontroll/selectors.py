"""The audit from the database: the cases' files, judged with what each municipality had valgt on the date."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from django.db.models import QuerySet

from fotfeste.fag.mappe.form import Mappe
from fotfeste.fag.mappe.selectors import mapper_i, som_type
from fotfeste.fag.sak.models import Sak
from fotfeste.grunnmur.organisasjon import valg
from fotfeste.innsikt.internkontroll.revisjon import Revisjon, revider
from fotfeste.innsikt.internkontroll.typer import Intervaller


def revider_saker(saker: QuerySet[Sak], dag: date) -> Revisjon:
    """Every criterion on every one of the cases. The caller has narrowed them to what may be read."""
    return revider(_mapper(saker, dag), dag)


def _mapper(saker: QuerySet[Sak], dag: date) -> Iterator[tuple[Mappe, Intervaller]]:
    valgt = valg.verdier(set(saker.order_by().values_list("kommune_id", flat=True)), dag)
    intervaller = {kommune: intervaller_av(verdier) for kommune, verdier in valgt.items()}
    for sak, linje in mapper_i(saker):
        yield som_type(linje), intervaller[sak.kommune_id]


def intervaller_av(verdier: Mapping[str, Any]) -> Intervaller:
    """The intervals of the criteria, from a municipality's choices."""
    return Intervaller(
        avslutningsdel_maneder=int(verdier["jobbsoking_siste_maneder"]),
        evaluering_dager=int(verdier["kontroll_evaluering_dager"]),
        samtale_dager=int(verdier["kontroll_samtale_dager"]),
        muntlig_dager=int(verdier["kontroll_muntlig_dager"]),
        svar_virkedager=int(verdier["kontroll_svar_virkedager"]),
        kontaktbytte_maneder=int(verdier["kontroll_kontaktbytte_maneder"]),
        fravaer_dager=int(verdier["kontroll_fravaer_dager"]),
        etter_dager=int(verdier["kontroll_etter_dager"]),
    )
