"""The participant's first page: the next step first, light, and without a script."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.test import Client

from fotfeste.fag.program.models import Programversjon
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.sak.selectors import sak_hent
from fotfeste.fag.sak.services import fast_kontakt_sett
from fotfeste.fag.soknad.models import Opplysningskrav, Soknad
from fotfeste.grunnmur.logg.services import kommando
from fotfeste.grunnmur.organisasjon.enums import Rolle
from fotfeste.grunnmur.organisasjon.models import Kontor
from fotfeste.grunnmur.tilgang import SYSTEM, Aktor
from tests import grunnlag

pytestmark = pytest.mark.django_db


def _tekst(svar) -> str:  # type: ignore[no-untyped-def]
    return " ".join(svar.content.decode().replace("\N{NO-BREAK SPACE}", " ").split())


def _inne(client: Client, aktor: Aktor) -> Client:
    client.force_login(aktor.krev_bruker())
    return client


def test_den_uten_sak_far_veien_til_soknaden(client: Client, kontor: Kontor) -> None:
    ny = grunnlag.lag_aktor(Rolle.DELTAKER, kontor, navn="Ali Nydal")
    side = _tekst(_inne(client, ny).get("/min-side/"))
    assert "Hei, Ali" in side
    assert "Søk om å bli med i kvalifiseringsprogrammet" in side


def test_neste_steg_er_det_vi_har_bedt_om(client: Client, sak: Sak, deltaker: Aktor, veileder: Aktor) -> None:
    fast_kontakt_sett(SYSTEM, sak, bruker=veileder.krev_bruker())
    with kommando(SYSTEM, "test"):
        soknad = Soknad.objects.create(sak=sak, mottatt=date(2026, 5, 14), kanal="papir", status="venter")
        bedt, frist = date(2026, 5, 25), date(2026, 6, 8)
        Opplysningskrav.objects.create(sak=sak, soknad=soknad, hva="Lønnsslipp for april", bedt=bedt, frist=frist)
    side = _tekst(_inne(client, deltaker).get("/min-side/"))
    assert "Send oss dette innen 8. juni 2026: Lønnsslipp for april." in side
    assert f"Vi fikk søknaden din 14. mai 2026. {veileder.navn} arbeider med den." in side


def test_timelisten_som_mangler_star_forst(client: Client, kontor: Kontor) -> None:
    sak = grunnlag.lag_sak_i_program(kontor)
    deltaker = grunnlag.lag_deltaker(sak.person, kontor)
    with kommando(SYSTEM, "test"):
        Programversjon.objects.create(
            sak=sak, nummer=1, status="avtalt", fra=date(2026, 1, 12), avtalt_med_deltaker=date(2026, 1, 12)
        )
    side = _tekst(_inne(client, deltaker).get("/min-side/"))
    assert "Send timelisten for mai innen 5. juni 2026" in side
    assert "Uken din" in side


def test_deltakeren_ser_hvem_som_har_sett_saken(client: Client, sak: Sak, deltaker: Aktor, veileder: Aktor) -> None:
    sak_hent(veileder, sak.pk)
    side = _tekst(_inne(client, deltaker).get("/min-side/innsyn/"))
    assert f"<b>{veileder.navn}</b> så saken" in side
    assert "opprettet saken" in side


def test_forsiden_veier_mindre_enn_hundre_kilobyte_og_har_ikke_skript(
    client: Client, sak: Sak, deltaker: Aktor
) -> None:
    svar = _inne(client, deltaker).get("/min-side/")
    html = svar.content.decode()
    assert "<script" not in html
    filer = [bit.split('"')[0] for bit in html.split('href="/statisk/')[1:]]
    skrift = "inter/files/inter-latin-wght-normal.woff2"
    vekt = len(svar.content)
    for fil in [*filer, skrift]:
        sti = finders.find(fil)
        assert sti, fil
        vekt += Path(str(sti)).stat().st_size
    assert vekt < 100_000, vekt
