"""The timesheet read from the right on a narrow phone: nothing sticks out, nothing breaks WCAG, and it can be sent."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest
from playwright.sync_api import expect

from fotfeste.fag.oppmote import services as oppmote
from fotfeste.fag.oppmote.enums import Timelistestatus
from fotfeste.fag.oppmote.inn import Dagtimer, Fravaerinn
from fotfeste.fag.oppmote.models import Timeliste
from fotfeste.grunnmur.tilgang import Aktor
from tests import grunnlag
from tests.akseptanse import folk
from tests.akseptanse.sider import MOBIL, Bruker
from tests.akseptanse.test_universell import AXE, axe
from tests.fag.program.fortellinger import avtalt_program, gi_vedtak

pytestmark = [pytest.mark.nettleser, pytest.mark.django_db(transaction=True)]


def test_timelisten_pa_arabisk_pa_en_smal_telefon(inn: Callable[..., Bruker]) -> None:
    huset = folk.bemann()
    veileder: Aktor = huset.folk[folk.VEILEDER]
    person = grunnlag.lag_person(fornavn="Amina", etternavn="Testvik", sprak="ar")
    deltaker = folk.gi_innlogging(person, huset.kontor)
    sak = grunnlag.lag_sak(huset.kontor, person)
    gi_vedtak(sak, veileder)
    avtalt_program(sak, veileder)
    mai = oppmote.timeliste_apne(deltaker, sak=sak, maned=grunnlag.I_DAG.replace(month=5))
    lordag, syk = mai.maned.replace(day=9), mai.maned.replace(day=12)
    oppmote.timeliste_lagre(
        deltaker,
        timeliste=mai,
        dager={lordag: Dagtimer(arbeid=Decimal(4)), syk: Dagtimer()},
        fravaer=[Fravaerinn(syk, syk, "velferd")],
    )
    amina = inn("Amina Testvik", viewport=MOBIL)
    for sti in ("", "2026-05/", "2026-05/fravaer/", "2026-05/lonnsslipp/"):
        amina.ga_til(f"/min-side/timelister/{sti}")
        expect(amina.side.locator("html")).to_have_attribute("dir", "rtl")
        assert not amina.utenfor_bredden(), sti
        amina.side.evaluate(AXE)
        assert axe(amina) == [], sti
    # As it was filled in, one press sends it.
    amina.ga_til("/min-side/timelister/2026-05/")
    amina.side.locator("#timeliste .skjema-bunn button[data-variant=primary]").click()
    expect(amina.side.locator(".varsel-bra").first).to_be_visible()
    assert Timeliste.objects.get(pk=mai.pk).status == Timelistestatus.LEVERT
