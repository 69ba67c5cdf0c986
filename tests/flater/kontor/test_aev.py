"""The work-ability assessment in the browser's eyes: what the page shows, keeps and refuses."""

from __future__ import annotations

import uuid

import pytest
from django.test import Client
from django.urls import reverse

from fotfeste.fag.kartlegging import services
from fotfeste.fag.kartlegging.enums import AevStatus
from fotfeste.fag.kartlegging.models import Arbeidsevnevurdering, Kilde
from fotfeste.fag.kartlegging.punkter import PUNKTFELTER
from fotfeste.fag.sak.models import Sak
from fotfeste.grunnmur.organisasjon.enums import Rolle
from fotfeste.grunnmur.tilgang import Aktor
from tests.fag.vedtak.fortelling import fullfor_aev, skriv_aev
from tests.grunnlag import lag_aktor, lag_kontor


def _som(aktor: Aktor) -> Client:
    klient = Client()
    klient.force_login(aktor.krev_bruker())
    return klient


def _skjema(vurdering: Arbeidsevnevurdering, **felter: str) -> dict[str, str]:
    return {"utfort_av": "nav", "versjon": str(vurdering.versjon), "innsending": str(uuid.uuid4()), **felter}


def test_fra_tom_side_til_utkast(veileder: Aktor, sak: Sak) -> None:
    klient = _som(veileder)
    adresse = reverse("kontor:aev", args=[sak.pk])
    assert "Begynn vurderingen" in klient.get(adresse).content.decode()
    svar = klient.post(reverse("kontor:aev_start", args=[sak.pk]), {"innsending": str(uuid.uuid4())}, follow=True)
    side = svar.content.decode()
    assert side.index("Ressurser") < side.index("Det som hindrer")
    for ord_ in ("NAV-loven § 14 a første ledd bokstav c", "Deltakerens egne ord", "Fullfør vurderingen"):
        assert ord_ in side


def test_fullfor_uten_punktene_sier_hva_som_mangler_og_beholder_teksten(veileder: Aktor, sak: Sak) -> None:
    vurdering = services.aev_start(veileder, sak=sak)
    svar = _som(veileder).post(
        reverse("kontor:aev", args=[sak.pk]), _skjema(vurdering, punkt_a="Kan mye.", gjor="fullfor")
    )
    side = svar.content.decode()
    assert "Svar på punkt c" in side
    assert "minst én kilde" in side
    assert "Kan mye." in side
    assert "Svar på punkt a" not in side


def test_lagre_og_fullfor_i_ett(veileder: Aktor, sak: Sak) -> None:
    vurdering = skriv_aev(veileder, sak)
    felter = dict.fromkeys(PUNKTFELTER, "Godt svar.")
    svar = _som(veileder).post(
        reverse("kontor:aev", args=[sak.pk]),
        _skjema(
            vurdering,
            **felter,
            nedsatt="ja",
            nedsatt_grad="halvparten",
            motivasjon="Vil jobbe.",
            mal="Fast jobb.",
            innsatsgruppe="spesielt_tilpasset_innsats",
            brukers_syn="Enig.",
            gjor="fullfor",
        ),
        follow=True,
    )
    vurdering.refresh_from_db()
    assert vurdering.status == AevStatus.FULLFORT
    assert "Lag ny versjon" in svar.content.decode()


def test_to_pa_samme_utkast_ser_begge_tekstene(veileder: Aktor, sak: Sak) -> None:
    vurdering = services.aev_start(veileder, sak=sak)
    gammelt = _skjema(vurdering, punkt_a="Min tekst")
    services.aev_lagre(veileder, vurdering=vurdering, punkt_a="Kollegaens tekst")
    side = _som(veileder).post(reverse("kontor:aev", args=[sak.pk]), gammelt).content.decode()
    assert "Min tekst" in side
    assert "Kollegaens tekst" in side
    vurdering.refresh_from_db()
    assert vurdering.punkt_a == "Kollegaens tekst"


def test_dobbeltklikk_lagrer_en_gang(veileder: Aktor, sak: Sak) -> None:
    vurdering = services.aev_start(veileder, sak=sak)
    klient, skjema = _som(veileder), _skjema(vurdering, punkt_a="En gang")
    for _gang in range(2):
        assert klient.post(reverse("kontor:aev", args=[sak.pk]), skjema).status_code == 302
    vurdering.refresh_from_db()
    assert vurdering.versjon == 2


def test_tjue_tusen_og_ett_tegn(veileder: Aktor, sak: Sak) -> None:
    vurdering = services.aev_start(veileder, sak=sak)
    side = _som(veileder).post(reverse("kontor:aev", args=[sak.pk]), _skjema(vurdering, punkt_d="x" * 20_001))
    assert "20001 tegn" in side.content.decode()
    assert "x" * 20_001 in side.content.decode()


@pytest.mark.parametrize(("dato", "ord_"), [("31.2.2026", "ikke en dato"), ("4.6.2026", "ikke har vært")])
def test_umulig_dato_pa_kilden(veileder: Aktor, sak: Sak, dato: str, ord_: str) -> None:
    services.aev_start(veileder, sak=sak)
    svar = _som(veileder).post(
        reverse("kontor:aev_kilde", args=[sak.pk]), {"type": "lege", "beskrivelse": "Attest", "dato": dato}
    )
    assert ord_ in svar.content.decode()
    assert "Attest" in svar.content.decode()
    assert not Kilde.objects.exists()


def test_etter_en_feil_i_kilden_lagres_vurderingen_der_den_horer_hjemme(veileder: Aktor, sak: Sak) -> None:
    services.aev_start(veileder, sak=sak)
    side = _som(veileder).post(reverse("kontor:aev_kilde", args=[sak.pk]), {"type": "", "beskrivelse": "Attest"})
    hovedskjema = side.content.decode().split('id="aevskjema"')[1].split(">")[0]
    assert f'action="{reverse("kontor:aev", args=[sak.pk])}"' in hovedskjema
    assert f'data-utkast="{reverse("kontor:aev", args=[sak.pk])}"' in hovedskjema


def test_kilde_legges_til_og_tas_bort(veileder: Aktor, sak: Sak) -> None:
    services.aev_start(veileder, sak=sak)
    klient = _som(veileder)
    klient.post(reverse("kontor:aev_kilde", args=[sak.pk]), {"type": "lege", "beskrivelse": "Attest", "dato": "i går"})
    kilde = Kilde.objects.get()
    klient.post(reverse("kontor:aev_kilde_fjern", args=[sak.pk, kilde.pk]))
    assert not Kilde.objects.exists()


def test_frosset_versjon_leses_og_skrives_ikke(veileder: Aktor, sak: Sak) -> None:
    fullfor_aev(veileder, sak)
    services.aev_start(veileder, sak=sak)
    side = _som(veileder).get(reverse("kontor:aev_versjon", args=[sak.pk, 1])).content.decode()
    assert "Fullført 3. juni 2026" in side
    assert "Legg bort utkastet" not in side
    assert _som(veileder).get(reverse("kontor:aev_versjon", args=[sak.pk, 9])).status_code == 404


@pytest.mark.parametrize(
    ("rolle", "les", "skriv"),
    [
        (Rolle.VEILEDER, 200, True),
        (Rolle.FAGANSVARLIG, 200, True),
        (Rolle.JOBBSPESIALIST, 200, False),
        (Rolle.BESLUTTER, 200, False),
        (Rolle.LEDER, 200, False),
        (Rolle.REVISOR, 200, False),
        (Rolle.OKONOMI, 404, False),
        (Rolle.STATLIG_VEILEDER, 404, False),
        (Rolle.SYSTEMANSVARLIG, 404, False),
        (Rolle.DELTAKER, 404, False),
    ],
)
def test_hvem_som_ser_og_skriver(
    veileder: Aktor, kontor: object, sak: Sak, rolle: Rolle, les: int, skriv: bool
) -> None:
    services.aev_start(veileder, sak=sak)
    klient = _som(lag_aktor(rolle, kontor))  # type: ignore[arg-type]
    svar = klient.get(reverse("kontor:aev", args=[sak.pk]))
    assert svar.status_code == les
    assert ("Fullfør vurderingen" in svar.content.decode()) is skriv
    if not skriv:
        klient.post(reverse("kontor:aev_forkast", args=[sak.pk]))
        assert Arbeidsevnevurdering.objects.get().status == AevStatus.UTKAST


def test_annet_kontor_far_404(veileder: Aktor, kommune: object, sak: Sak) -> None:
    annen = lag_aktor(Rolle.VEILEDER, lag_kontor(kommune, "NAV Fjordvik nord"))  # type: ignore[arg-type]
    klient = _som(annen)
    assert klient.get(reverse("kontor:aev", args=[sak.pk])).status_code == 404
    assert klient.post(reverse("kontor:aev_start", args=[sak.pk])).status_code == 404


def test_teksten_er_ikke_tapt_nar_noen_har_fullfort_imens(veileder: Aktor, sak: Sak) -> None:
    vurdering = skriv_aev(veileder, sak)
    skjema = _skjema(vurdering, punkt_c="En lang tanke jeg nettopp skrev.")
    services.aev_fullfor(veileder, vurdering=vurdering)
    side = _som(veileder).post(reverse("kontor:aev", args=[sak.pk]), skjema).content.decode()
    assert "kan ikke gjøres nå" in side
    assert "En lang tanke jeg nettopp skrev." in side
