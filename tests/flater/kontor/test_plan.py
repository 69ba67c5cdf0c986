"""The individual plan in the office's browser: offered, answered, written, agreed to, in force, on paper."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from fotfeste.fag.plan.enums import Planstatus
from fotfeste.fag.plan.models import IndividuellPlan
from fotfeste.fag.program.models import Aktivitet, Arbeidsforhold, Delmal, Forbilde
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.sak.services import fast_kontakt_sett
from fotfeste.grunnmur.tilgang import SYSTEM, Aktor
from tests.fag.plan.test_individuell_plan import TEKSTER
from tests.fag.program.fortellinger import avtalt_program, gi_vedtak

pytestmark = pytest.mark.django_db


def logg_inn(aktor: Aktor) -> Client:
    klient = Client()
    klient.force_login(aktor.krev_bruker(), backend="django.contrib.auth.backends.ModelBackend")
    return klient


def send(nettleser: Client, navn: str, /, *args: Any, **felter: Any) -> str:
    """Send a form; the page it leads to, or the page with what was refused."""
    svar = nettleser.post(reverse(f"kontor:{navn}", args=args), felter, follow=True)
    assert svar.status_code == 200
    return svar.content.decode()


def test_fra_samtale_til_plan_i_kraft(sak: Sak, veileder: Aktor) -> None:
    gi_vedtak(sak, veileder)
    avtalt_program(sak, veileder)
    fast_kontakt_sett(SYSTEM, sak, bruker=veileder.krev_bruker())
    nettleser = logg_inn(veileder)
    side = send(nettleser, "plan_tilby", sak.pk, dato="i dag", kanal="samtale", tolk="on")
    assert "Skriv ned svaret" in side
    assert "Skriv hvorfor, eller kryss av" in send(nettleser, "plan_svar", sak.pk, svar="ikke_onsket", dato="i dag")
    send(nettleser, "plan_svar", sak.pk, svar="onsket", dato="i dag")
    side = send(nettleser, "plan_ny", sak.pk)
    assert "Praksis på lager" in side, "the activities come from the programme"
    assert "Fra programmet" in side
    ip = IndividuellPlan.objects.get()
    send(nettleser, "plan_part", ip.pk, navn="Kari Lege", tjeneste="fastlege", bidrag="Ryggen")
    send(nettleser, "plan_tjeneste", ip.pk, navn="Psykolog", omfang="hver uke", ansvarlig="Helse")
    send(nettleser, "plan_samtykke", ip.pk, dato="i dag", hvordan="i møte")
    part = ip.parter.get()
    assert "Kan få vite: dager i praksis" in send(
        nettleser, "plan_deling", part.pk, dato="i dag", hvordan="i møte", omfang="dager i praksis"
    )
    send(
        nettleser,
        "plan_skriv",
        ip.pk,
        **TEKSTER,
        ansvarlig_tjeneste="NAV",
        fra="3.6.26",
        til="2.6.27",
        neste_revisjon="3.12.26",
    )
    assert "ikke enig ennå" in send(nettleser, "plan_i_kraft", ip.pk, nytt="Første plan")
    send(nettleser, "plan_godtatt", ip.pk, dato="i dag", hvordan="i møte, med tolk")
    side = send(nettleser, "plan_i_kraft", ip.pk, nytt="Første plan")
    assert "I kraft · versjon 1" in side
    ip.refresh_from_db()
    assert ip.status == Planstatus.I_KRAFT
    papir = nettleser.get(reverse("kontor:plan_versjon", args=[ip.pk, 1])).content.decode()
    assert "Psykolog" in papir
    assert "10. Samarbeid" in papir
    assert "Skriv planen" in send(nettleser, "plan_gjennomgang", ip.pk)
    assert "Planen er avsluttet" in send(nettleser, "plan_avslutt", ip.pk, grunn="Ferdig med programmet")


def test_mal_valg_gang_og_jobb_skrives_ned(sak: Sak, veileder: Aktor) -> None:
    gi_vedtak(sak, veileder)
    avtalt_program(sak, veileder)
    nettleser = logg_inn(veileder)
    send(nettleser, "program_mal", sak.pk, tekst="Ta truckførerbevis", omrade="utdanning", frist="1.9.26")
    mal = Delmal.objects.get()
    assert "Fyll ut «Hvorfor målet legges bort»." in send(nettleser, "program_mal_kommando", mal.pk, "legg_bort")
    assert "Nådd" in send(nettleser, "program_mal_kommando", mal.pk, "nadd", dato="i dag")
    praksis = Aktivitet.objects.get(navn="Praksis på lager")
    side = send(nettleser, "program_gang", praksis.pk, slag="tilbakemelding", dato="i dag", tekst="Kommer presis")
    assert "Kommer presis" in side
    send(nettleser, "program_gang_kommando", praksis.pk, "avbryt", dato="i dag", av="arrangor", grunn="Stengt")
    programmet = nettleser.get(reverse("kontor:program", args=[sak.pk])).content.decode()
    assert "uten varsel" in programmet
    send(nettleser, "program_gang_kommando", praksis.pk, "vurder_alternativer", alternativer="Butikken på hjørnet")
    side = send(nettleser, "program_jobb", sak.pk, arbeidsgiver="Kiwi", prosent="60", fra="1.6.26")
    assert "jf. 50 prosent" in side
    jobb = Arbeidsforhold.objects.get()
    assert "jf. 50 prosent" not in send(nettleser, "program_jobb_svar", jobb.pk, svar="avslutt", grunn="Fast jobb")
    send(nettleser, "program_ny", sak.pk)
    versjon = sak.programversjoner.get(status="utkast")
    felles = {"hva": "Praksis", "valgt": "Butikk", "grunn": "behov"}
    assert "minst to alternativer" in send(nettleser, "program_valg", versjon.pk, alternativer="Butikk", **felles)
    side = send(nettleser, "program_valg", versjon.pk, alternativer="Butikk\nLager", **felles)
    assert "Butikk · Lager" in side
    side = send(nettleser, "program_evaluering", versjon.pk, datoer="etter behov")
    assert "er ikke en tid" in side
    send(nettleser, "program_evaluering", versjon.pk, datoer="8 uker")
    assert versjon.evalueringsdatoer.count() == 1


def test_et_godt_program_deles_og_brukes(sak: Sak, veileder: Aktor, fagansvarlig: Aktor) -> None:
    gi_vedtak(sak, veileder)
    versjon = avtalt_program(sak, veileder)
    fag = logg_inn(fagansvarlig)
    assert "Ta bort «Samira»" in send(fag, "program_forbilde_lag", versjon.pk, navn="Lager", for_hvem="Som Samira")
    assert "Norskkurs" in send(fag, "program_forbilde_lag", versjon.pk, navn="Lager", for_hvem="Nye i Norge")
    forbilde = Forbilde.objects.get()
    nettleser = logg_inn(veileder)
    send(nettleser, "program_ny", sak.pk)
    ny = sak.programversjoner.get(status="utkast")
    for aktivitet in ny.aktiviteter.all():
        send(nettleser, "program_aktivitet_fjern", aktivitet.pk)
    assert "Bruk «Lager»" in nettleser.get(reverse("kontor:program", args=[sak.pk])).content.decode()
    send(nettleser, "program_fyll_fra", ny.pk, forbilde.pk)
    assert ny.aktiviteter.count() == 3
    assert "Ingen eksempler ennå" in send(fag, "program_forbilde_trekk", forbilde.pk)
