"""The first page says what each room waits for from the participant, and is calm: few links, the rest under «Mer»."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from fotfeste.fag.kartlegging import services as kartlegging
from fotfeste.fag.kartlegging.enums import Innhentingsgrunnlag, Kildetype
from fotfeste.fag.oversikt.deltaker import EgetSteg, forside
from fotfeste.fag.plan import services as plan
from fotfeste.fag.plan.enums import Plansvar, Tilbudskanal
from fotfeste.fag.program.models import Aktivitet, Programversjon
from fotfeste.fag.sak.models import Sak
from fotfeste.grunnmur.logg.services import kommando
from fotfeste.grunnmur.organisasjon.models import Kontor
from fotfeste.grunnmur.tilgang import SYSTEM, Aktor
from tests import grunnlag

pytestmark = pytest.mark.django_db
Inn = Callable[[Sak], Client]


@pytest.fixture
def i_program(kontor: Kontor) -> Sak:
    return grunnlag.lag_sak_i_program(kontor)


def _steg(sak: Sak, side: str) -> EgetSteg | None:
    return next((steg for steg in forside(sak).steg if steg.side == side), None)


def _spor(veileder: Aktor, sak: Sak) -> None:
    kartlegging.innhenting_foresla(
        veileder,
        sak=sak,
        grunnlag=Innhentingsgrunnlag.SAMTYKKE,
        fra_type=Kildetype.TILTAK,
        fra_navn="Ny Vei",
        hva="Hvordan arbeidet går",
        formal="Å finne rett jobb",
    )


def test_a_bli_spurt_om_andre_kan_sporres(i_program: Sak, veileder: Aktor) -> None:
    assert _steg(i_program, "eget_syn") is None
    _spor(veileder, i_program)
    steg = _steg(i_program, "eget_syn")
    assert steg
    assert steg.tekst == "Kan vi spørre noen andre om hvordan det går? Det gjelder Ny Vei. Du bestemmer."
    deltaker = grunnlag.lag_deltaker(i_program.person, i_program.kontor)
    kartlegging.innhenting_samtykk(deltaker, innhenting=i_program.innhentinger.get())
    assert _steg(i_program, "eget_syn") is None


def test_individuell_plan_tilbudt_venter_pa_svar(i_program: Sak, veileder: Aktor) -> None:
    assert _steg(i_program, "individuell_plan") is None
    plan.plantilbud_registrer(veileder, sak=i_program, kanal=Tilbudskanal.SAMTALE, dato=date(2026, 5, 28))
    plan.plansvar_registrer(veileder, sak=i_program, svar=Plansvar.IKKE_SVART)
    steg = _steg(i_program, "individuell_plan")
    assert steg
    assert steg.knapp == "Les og svar"
    plan.plansvar_registrer(veileder, sak=i_program, svar=Plansvar.IKKE_ONSKET, vil_ikke_si=True)
    assert _steg(i_program, "individuell_plan") is None


def test_planen_venter_pa_samtykke(i_program: Sak, veileder: Aktor) -> None:
    plan.plansvar_registrer(veileder, sak=i_program, svar=Plansvar.ONSKET)
    plan.plan_start(veileder, sak=i_program)
    steg = _steg(i_program, "individuell_plan")
    assert steg
    assert steg.knapp == "Svar ja eller nei"


def test_uken_med_egen_aktivitet(i_program: Sak) -> None:
    with kommando(SYSTEM, "test"):
        versjon = Programversjon.objects.create(
            sak=i_program, nummer=1, status="avtalt", fra=date(2026, 5, 4), avtalt_med_deltaker=date(2026, 5, 4)
        )
        Aktivitet.objects.create(
            sak=i_program, programversjon=versjon, navn="Tur i skogen", gruppe="egenaktivitet", formal="Komme ut"
        )
    steg = _steg(i_program, "program")
    assert steg
    assert "Hva gjorde du av «Tur i skogen» i uken fra" in steg.tekst


def test_det_som_ikke_trengs_na_ligger_under_mer(client: Client, i_program: Sak) -> None:
    client.force_login(grunnlag.lag_deltaker(i_program.person, i_program.kontor).krev_bruker())
    html = client.get(reverse("deltaker:forside")).content.decode()
    over, under = html.split('<details class="mer"><summary><b>Mer')
    synlige = over.split("</div>\n", 1)[-1].count("<a ")
    assert synlige <= 9
    assert under.count("<a href=") >= 7
    for adresse in re.findall(r'href="(/min-side/[^"]*)"', html):
        assert client.get(adresse).status_code == 200, adresse
