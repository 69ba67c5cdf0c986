"""A death is registered while somebody works on the case: the one waits for the other, and neither is thrown out."""

from __future__ import annotations

from threading import Thread

import pytest
from django.db import connection

from fotfeste.fag.etter.dodsfall import dodsfall_registrer
from fotfeste.fag.plan.models import IndividuellPlan
from fotfeste.fag.sak.enums import Saksstatus
from fotfeste.fag.sak.services import sak_las
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.logg.services import kommando
from fotfeste.grunnmur.organisasjon.enums import Rolle
from tests import grunnlag

VENTER = """SELECT EXISTS (SELECT FROM pg_locks l JOIN pg_stat_activity a USING (pid)
            WHERE NOT l.granted AND a.datname = current_database()), pg_sleep(0.01)"""


@pytest.mark.django_db(transaction=True)
def test_en_plan_begynnes_mens_dodsfallet_registreres() -> None:
    kontor = grunnlag.lag_kontor(grunnlag.lag_kommune())
    veileder = grunnlag.lag_aktor(Rolle.VEILEDER, kontor)
    sak = grunnlag.lag_sak_i_program(kontor)
    svar: list[object] = []

    def registrer() -> None:
        try:
            with klokke.still_til(grunnlag.I_DAG):
                svar.append(dodsfall_registrer(veileder, person=sak.person, dato=grunnlag.I_DAG, kilde="Søsteren"))
        finally:
            connection.close()

    trad = Thread(target=registrer)
    with kommando(veileder, "plan.start"), connection.cursor() as peker:
        laast = sak_las(sak)
        trad.start()
        for _gang in range(1000):
            peker.execute(VENTER)
            if peker.fetchone()[0]:
                break
        IndividuellPlan.objects.create(
            sak=laast, person=laast.person, ansvarlig_tjeneste=kontor.navn, fra=grunnlag.I_DAG
        )
    trad.join(timeout=30)
    assert svar == [sak.person]
    sak.refresh_from_db()
    assert sak.status == Saksstatus.AVSLUTTET
