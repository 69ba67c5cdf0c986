"""The run as a job: ordered once, done once, and done again only when asked."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import transaction

from fotfeste.fag.utbetaling import services
from fotfeste.fag.utbetaling.enums import Kjoringsstatus
from fotfeste.fag.utbetaling.jobber import forbered_i_bakgrunnen
from fotfeste.fag.utbetaling.models import Kjoring, Utbetaling
from fotfeste.grunnmur.jobber.ko import arbeid
from fotfeste.grunnmur.organisasjon.enums import Rolle
from tests.grunnlag import lag_aktor, lag_kommune, lag_kontor, lag_sak_i_program, lag_timeliste

MAI = date(2026, 5, 1)


@pytest.mark.django_db(transaction=True)
def test_to_klikk_gir_en_jobb_og_en_utbetaling() -> None:
    kommune = lag_kommune()
    kontor = lag_kontor(kommune)
    okonomi = lag_aktor(Rolle.OKONOMI, kontor)
    lag_timeliste(lag_sak_i_program(kontor), MAI, godkjent_av=lag_aktor(Rolle.VEILEDER, kontor))
    kjoring = services.kjoring_opprett(okonomi, kommune=kommune, maned=MAI)

    assert forbered_i_bakgrunnen(okonomi, kjoring)
    with transaction.atomic():  # as on a page: what else the click does stands
        assert not forbered_i_bakgrunnen(okonomi, kjoring)
        assert Kjoring.objects.exists()
    arbeid(vent=False)
    kjoring.refresh_from_db()
    assert kjoring.status == Kjoringsstatus.KLAR
    assert Utbetaling.objects.count() == 1
