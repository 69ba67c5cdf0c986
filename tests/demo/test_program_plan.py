"""The five good programmes hold what the law demands, and the demo's participants get goals and plans."""

from __future__ import annotations

import pytest

from fotfeste.demo.program_plan import (
    forbilder_legg_inn,
    la_leve,
    mal_se_pa,
    mal_sett,
    plan_avslutt,
    plan_ga_gjennom,
    plan_tilby,
    saker_i_program,
)
from fotfeste.fag.plan.selectors import til_mappe
from fotfeste.fag.program import selectors, services
from fotfeste.fag.program.kontroll import funn, rad
from fotfeste.fag.program.models import Forbilde
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.sak.services import fast_kontakt_sett
from fotfeste.grunnmur.organisasjon.models import Kontor
from fotfeste.grunnmur.tilgang import SYSTEM, Aktor
from tests import grunnlag
from tests.fag.program.fortellinger import avtalt_program, gi_vedtak

pytestmark = pytest.mark.django_db


def test_de_fem_eksemplene_er_hele_uker(kontor: Kontor, veileder: Aktor, fagansvarlig: Aktor) -> None:
    assert forbilder_legg_inn(fagansvarlig, kontor) == 5
    for forbilde in Forbilde.objects.all():
        sak = grunnlag.lag_sak(kontor)
        gi_vedtak(sak, veileder)
        utkast = services.programversjon_start(veileder, sak=sak)
        services.programversjon_fyll_fra(veileder, program=utkast, forbilde=forbilde)
        versjon = selectors.versjoner(sak)[0]
        assert [ett.kode for ett in funn(versjon)] == ["mangler_evalueringsdato"], forbilde.navn
        assert rad(versjon) == [], forbilde.navn


def test_deltakerne_far_mal_og_plan(kontor: Kontor, veileder: Aktor) -> None:
    saker: list[Sak] = []
    for _nummer in range(3):
        sak = grunnlag.lag_sak(kontor)
        gi_vedtak(sak, veileder)
        fast_kontakt_sett(SYSTEM, sak, bruker=veileder.krev_bruker())
        avtalt_program(sak, veileder)
        saker.append(sak)
    for nummer, sak in zip((0, 1, 16), saker, strict=True):
        mal_sett(veileder, sak, nummer)
        mal_se_pa(veileder, sak, nummer)
        plan_tilby(veileder, sak, nummer)
    plan_ga_gjennom(veileder, saker[0])
    la_leve(saker_i_program(kontor))
    assert [til_mappe([sak])[sak.pk]["svar"] for sak in saker] == ["onsket", "ikke_onsket", "ikke_svart"]
    assert [sak.delmal.count() for sak in saker] == [2, 2, 2]
    assert saker[0].individuelle_planer.get().status == "i_kraft"
    plan_avslutt(veileder, saker[0])
    assert saker[0].individuelle_planer.get().status == "avsluttet"
