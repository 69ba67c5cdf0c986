"""The participant sees the week, says yes, or says what should be different."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from fotfeste.fag.program import services
from fotfeste.fag.program.enums import Programstatus
from fotfeste.fag.program.models import Programversjon
from fotfeste.fag.sak.models import Sak
from fotfeste.grunnmur.tilgang import Aktor
from tests import grunnlag
from tests.fag.program.fortellinger import avtalt_program, fyll_uken, gi_vedtak
from tests.flater.kontor.test_program import logg_inn


@pytest.fixture
def forslag(sak: Sak, veileder: Aktor) -> Programversjon:
    gi_vedtak(sak, veileder)
    versjon = fyll_uken(veileder, services.programversjon_start(veileder, sak=sak))
    return services.programversjon_foresla(veileder, program=versjon)


def les(klient: Client) -> str:
    return klient.get(reverse("deltaker:program")).content.decode()


def test_uten_plan_sier_siden_hva_som_kommer(deltaker: Aktor) -> None:
    assert "Du har ikke noen plan ennå" in les(logg_inn(deltaker))


def test_ser_uken_i_ord_og_sier_ja(deltaker: Aktor, forslag: Programversjon) -> None:
    klient = logg_inn(deltaker)
    tekst = les(klient)
    assert "Vi foreslår en plan for uken din" in tekst
    assert "08.30–12.00 Praksis på lager, Fjordvik Lager" in tekst
    assert "«Jeg vil jobbe på lager»" in tekst
    svar = klient.post(reverse("deltaker:program_avtal", args=[forslag.pk]), {"versjon": forslag.versjon})
    assert svar.status_code == 302
    forslag.refresh_from_db()
    assert forslag.status == Programstatus.AVTALT
    assert "Vi ble enige om planen 3. juni 2026" in les(klient)


def test_sier_ja_bare_til_det_som_ble_vist(deltaker: Aktor, forslag: Programversjon) -> None:
    klient = logg_inn(deltaker)
    svar = klient.post(reverse("deltaker:program_avtal", args=[forslag.pk]), {"versjon": forslag.versjon - 1})
    assert "Noen andre har lagret" in svar.content.decode()


def test_ber_om_endring_med_egne_ord(deltaker: Aktor, forslag: Programversjon) -> None:
    klient = logg_inn(deltaker)
    adresse = reverse("deltaker:program_endre", args=[forslag.pk])
    assert "Fyll ut «Hva vil du ha annerledes?»" in klient.post(adresse, {"merknad": ""}).content.decode()
    klient.post(adresse, {"merknad": "أريد يوم الجمعة حرا"})
    forslag.refresh_from_db()
    assert (forslag.status, forslag.deltakers_merknad) == (Programstatus.UTKAST, "أريد يوم الجمعة حرا")


def test_en_annens_forslag_finnes_ikke(forslag: Programversjon, kontor: Any) -> None:
    fremmed = logg_inn(grunnlag.lag_deltaker(grunnlag.lag_person(), kontor))
    for navn in ("program_avtal", "program_endre"):
        svar = fremmed.post(reverse(f"deltaker:{navn}", args=[forslag.pk]), {"merknad": "x"})
        assert svar.status_code == 404


def test_utkast_vises_ikke_men_det_avtalte_gjor(deltaker: Aktor, sak: Sak, veileder: Aktor) -> None:
    gi_vedtak(sak, veileder)
    avtalt_program(sak, veileder)
    ny = services.programversjon_start(veileder, sak=sak)
    services.programversjon_lagre(veileder, program=ny, mal="Hemmelig utkast", fra=ny.fra, til=ny.til)
    tekst = les(logg_inn(deltaker))
    assert "Hemmelig utkast" not in tekst
    assert "Praksis på lager" in tekst


def test_veilederen_bruker_ikke_deltakerens_side(veileder: Aktor) -> None:
    assert logg_inn(veileder).get(reverse("deltaker:program")).status_code == 404
