"""The participant answers, writes, agrees and decides who is told what, on their own page."""

from __future__ import annotations

from datetime import date, time
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from fotfeste.fag.plan.enums import Planstatus
from fotfeste.fag.program import services as program
from fotfeste.fag.program.models import Ukebekreftelse
from fotfeste.fag.sak.models import Sak
from fotfeste.grunnmur.tilgang import Aktor
from tests.fag.plan.test_individuell_plan import hel_plan
from tests.fag.program.fortellinger import fyll_uken, gi_vedtak

pytestmark = pytest.mark.django_db


def logg_inn(aktor: Aktor) -> Client:
    klient = Client()
    klient.force_login(aktor.krev_bruker(), backend="django.contrib.auth.backends.ModelBackend")
    return klient


def send(nettleser: Client, navn: str, /, *args: Any, **felter: Any) -> str:
    svar = nettleser.post(reverse(f"deltaker:{navn}", args=args), felter, follow=True)
    assert svar.status_code == 200
    return svar.content.decode()


def test_jeg_svarer_og_ombestemmer_meg(sak: Sak, deltaker: Aktor) -> None:
    nettleser = logg_inn(deltaker)
    assert "Du har rett til en individuell plan" in nettleser.get(reverse("deltaker:individuell_plan")).content.decode()
    assert "Skriv hvorfor, eller kryss av" in send(nettleser, "plan_svar", svar="ikke_onsket")
    assert "Du sa nei" in send(nettleser, "plan_svar", svar="ikke_onsket", vil_ikke_si="on")
    assert "Du sa ja" in send(nettleser, "plan_svar", svar="onsket")


def test_jeg_skriver_er_enig_og_bestemmer_hvem_som_far_vite_hva(sak: Sak, veileder: Aktor, deltaker: Aktor) -> None:
    plan = hel_plan(veileder, sak)
    nettleser = logg_inn(deltaker)
    assert "Se barna oftere" in send(nettleser, "plan_mal", tekst="Se barna oftere", omrade="familie")
    assert "Gjerne mandager" in send(nettleser, "plan_kommentar", plan.pk, om="Psykolog", tekst="Gjerne mandager")
    assert "Da vet vi at du er enig" in send(nettleser, "plan_enig", plan.pk, versjon=str(plan.versjon))
    deling = plan.samtykker.get(gjelder="deling")
    assert "Får ikke vite noe" in send(nettleser, "plan_samtykke_trekk", deling.pk)
    assert "Kan få vite: bare dagene" in send(nettleser, "plan_deling", plan.parter.get().pk, omfang="bare dagene")
    send(nettleser, "plan_samtykke_trekk", plan.samtykker.get(gjelder="plan").pk)
    plan.refresh_from_db()
    assert plan.status == Planstatus.AVSLUTTET


def test_jeg_er_uenig_og_det_star_i_planen(sak: Sak, veileder: Aktor, deltaker: Aktor) -> None:
    gi_vedtak(sak, veileder)
    versjon = fyll_uken(veileder, program.programversjon_start(veileder, sak=sak))
    program.programversjon_foresla(veileder, program=versjon)
    side = send(logg_inn(deltaker), "program_uenig", versjon.pk, uenighet="For lite norsk")
    assert "Det du ikke er enig i" in side
    assert "For lite norsk" in side


def test_jeg_sier_hva_jeg_gjorde_i_uken(sak: Sak, veileder: Aktor, deltaker: Aktor) -> None:
    gi_vedtak(sak, veileder)
    versjon = fyll_uken(veileder, program.programversjon_start(veileder, sak=sak, fra=date(2026, 5, 25)))
    egen = program.aktivitet_lagre(
        veileder,
        program=versjon,
        navn="Trening",
        gruppe="egenaktivitet",
        blokker=[program.Blokkinn(5, time(9), time(12))],
    )
    versjon.refresh_from_db()
    program.programversjon_foresla(veileder, program=versjon, avvik="Trener på lørdager")
    versjon.refresh_from_db()
    program.programversjon_avtal(deltaker, program=versjon)
    nettleser = logg_inn(deltaker)
    assert "Si hva du gjorde" in nettleser.get(reverse("deltaker:program")).content.decode()
    assert "Skriv timene som et tall" in send(nettleser, "program_uke", egen.pk, "2026-05-25", timer="mange")
    assert "Si hva du gjorde" not in send(nettleser, "program_uke", egen.pk, "2026-05-25", timer="3,5", hva="Trente")
    assert Ukebekreftelse.objects.get().hva == "Trente"
    assert nettleser.get(reverse("deltaker:program_uke", args=[egen.pk, "i-morgen"])).status_code == 404
