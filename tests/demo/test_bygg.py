"""The municipality is built by the services: what comes out is lawful, paid and ready for KOSTRA."""

from __future__ import annotations

from datetime import date

import pytest

from fotfeste.demo.bygg import bygg_kommune
from fotfeste.fag.avstemming.selectors import kjoringsrader
from fotfeste.fag.person import fodselsnummer
from fotfeste.fag.person.models import Person, Utenlandsopphold
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.utbetaling.enums import Kjoringsstatus
from fotfeste.fag.utbetaling.models import AnnenYtelse, Kjoring, Utbetaling
from fotfeste.fag.vedtak.enums import Vedtaksstatus
from fotfeste.fag.vedtak.models import Vedtak
from fotfeste.grunnmur.organisasjon.models import Bruker, Kommune
from fotfeste.grunnmur.tilgang import SYSTEM
from fotfeste.kobling.kostra.services import kostra_kontroll

I_DAG = date(2026, 11, 22)


@pytest.mark.django_db(transaction=True)
def test_kommunen_bygges_lovlig_og_kostra_er_uten_feil() -> None:
    bygg_kommune(deltakere=24, fro=7, i_dag=I_DAG, stille=True, prosesser=1)

    assert Sak.objects.filter(innlest=False).count() == 24
    assert all(fodselsnummer.les(p.fodselsnummer).syntetisk for p in Person.objects.all())
    assert not Vedtak.objects.filter(innlest=True, sak__innlest=False).exists()
    assert Vedtak.objects.filter(status=Vedtaksstatus.FATTET).exists()
    assert {r for b in Bruker.objects.filter(er_demo=True) for r in b.medlemskap.values_list("rolle", flat=True)} >= {
        "veileder", "beslutter", "okonomi", "deltaker", "leder", "revisor",
    }  # fmt: skip

    # Every month but the last has been paid; the last is left for the user.
    kjoringer = Kjoring.objects.exclude(status=Kjoringsstatus.FORKASTET)
    assert set(kjoringer.values_list("status", flat=True)) == {Kjoringsstatus.SENDT}
    assert max(kjoringer.values_list("maned", flat=True)) == date(2026, 9, 1)
    # The bank has answered, and all is reconciled but the last month, where something is left for økonomi.
    utbetalt = Utbetaling.objects.filter(netto__gt=0)
    ute = set(utbetalt.exclude(status="forkastet").values_list("status", "kjoring__maned").distinct())
    siste = date(2026, 9, 1)
    assert {("avvist", siste), ("returnert", siste)} <= ute
    assert {maned for status, maned in ute if status != "utbetalt"} == {siste}
    assert all(rad.gjelder for rad in kjoringsrader(list(kjoringer.filter(maned__lt=siste))))
    # What changes beside the programme is there to look at, and reaches no month that is paid.
    assert Utenlandsopphold.objects.exists()
    assert AnnenYtelse.objects.filter(fra__gt=I_DAG).exists()

    rapport = kostra_kontroll(SYSTEM, Kommune.objects.get(), 2026)
    assert [f.melding for f in rapport.funn if f.hindrer] == []
