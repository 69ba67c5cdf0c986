"""What the last weeks have left on the desks of an office, when its histories have been lived through."""

from __future__ import annotations

from datetime import date

from fotfeste.demo import (
    egenmelding,
    endringer,
    etterpa,
    forskudd,
    kandidater,
    kartlegging,
    klage,
    krav,
    mappe,
    oppfolging,
    program_plan,
    rutiner,
)
from fotfeste.demo.folk import Kontorstab
from fotfeste.fag.sak.models import Sak
from fotfeste.grunnmur.organisasjon.enums import Rolle
from fotfeste.grunnmur.organisasjon.models import Bruker
from fotfeste.grunnmur.tilgang import aktor_for


def la_kontoret_leve(kontor: Kontorstab, i_dag: date) -> None:
    """Mapping, meetings, agreements, changes, complaints and the time after, from the office's own histories."""
    for veileder in kontor.veiledere:
        egne = Sak.objects.filter(
            kontor=kontor.kontor, faste_kontakter__bruker=veileder.krev_bruker(), faste_kontakter__til=None
        )
        kartlegging.kartlegg(veileder, list(egne))
    i_program = program_plan.saker_i_program(kontor.kontor)
    program_plan.la_leve(i_program)
    oppfolging.fyll_oppfolging(i_program, i_dag)
    endringer.endringer_fyll(i_program, i_dag)
    etterpa.bygg_etterpa(kontor.kontor, i_dag)
    klage.klager_bygg(kontor, i_dag)
    egenmelding.egenmelding_bygg(kontor, i_program, i_dag)


def fyll_det_forste_kontoret(kontor: Kontorstab, i_dag: date) -> None:
    """What only the office people log in at has: candidates, enquiries, shared programmes, and cases read in."""
    kandidater.bygg_kandidater_og_henvendelser(kontor, i_dag)
    krav.krav_bygg(kontor, i_dag)
    klage.klage_pa_trekk(kontor, i_dag)
    forskudd.forskudd_bygg(kontor, program_plan.saker_i_program(kontor.kontor), i_dag)
    fagansvarlig = Bruker.objects.get(medlemskap__rolle=Rolle.FAGANSVARLIG)
    program_plan.forbilder_legg_inn(aktor_for(fagansvarlig), kontor.kontor)
    rutiner.rutiner_skriv(kontor.kontor, i_dag)
    mappe.mapper_les(kontor.kontor, i_dag)
