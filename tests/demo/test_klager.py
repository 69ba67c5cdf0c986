"""The demo's complaints stand at each place along the way, and every rule was kept on the way there."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from fotfeste.demo.folk import Kontorstab
from fotfeste.demo.klage import klage_pa_trekk, klager_bygg
from fotfeste.fag.klage.models import Klage
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.vedtak.models import Vedtak
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.organisasjon.models import Kontor
from fotfeste.grunnmur.tilgang import Aktor
from tests import grunnlag
from tests.fag.klage.fortelling import avslatt
from tests.fag.krav.fortelling import APRIL, bestemt, betal, differanse, funnet

pytestmark = pytest.mark.django_db


def test_klagene_star_hver_sitt_sted(veileder: Aktor, beslutter: Aktor, leder: Aktor, sak: Sak) -> None:
    for fornavn in ("Amina", "Birk", "Selma"):
        avslatt(veileder, beslutter, grunnlag.lag_sak(sak.kontor, grunnlag.lag_person(fornavn=fornavn)))
    stab = Kontorstab(sak.kontor, (veileder,), beslutter, leder)
    fattet = Vedtak.objects.latest("dato").dato or date.max
    i_dag = fattet + timedelta(days=30)
    with klokke.still_til(i_dag):
        assert klager_bygg(stab, i_dag) == 3
    assert len(set(Klage.objects.values_list("status", flat=True))) == 3
    assert {"hos_beslutter", "mottatt"} < set(Klage.objects.values_list("status", flat=True))


def test_en_klager_pa_trekket_og_ber_om_at_det_venter(
    kontor: Kontor, veileder: Aktor, beslutter: Aktor, leder: Aktor
) -> None:
    sak = grunnlag.lag_sak_i_program(kontor)
    betal(sak, APRIL)
    krav = bestemt(veileder, beslutter, funnet(veileder, sak, differanse(sak, APRIL, -3000)))
    i_dag = grunnlag.I_DAG + timedelta(days=21)
    with klokke.still_til(i_dag):
        klage_pa_trekk(Kontorstab(sak.kontor, (veileder,), beslutter, leder), i_dag)
    assert krav.klager.get().utsatt_bedt == grunnlag.I_DAG + timedelta(days=9)


def test_klagen_pa_et_eldre_vedtak_er_avgjort(veileder: Aktor, beslutter: Aktor, leder: Aktor, sak: Sak) -> None:
    avslatt(veileder, beslutter, sak)
    stab = Kontorstab(sak.kontor, (veileder,), beslutter, leder)
    i_dag = (Vedtak.objects.latest("dato").dato or date.max) + timedelta(days=100)
    with klokke.still_til(i_dag):
        assert klager_bygg(stab, i_dag) == 1
    assert Klage.objects.filter(utfall="stadfestet", pakke__isnull=False).count() == 1
