"""The participant's own view: five plain questions, and words that are only theirs to write."""

from __future__ import annotations

import uuid
from typing import Any

from django.test import Client
from django.urls import reverse

from fotfeste.fag.kartlegging import services
from fotfeste.fag.kartlegging.enums import Innhentingsgrunnlag, Innhentingsstatus, Kildetype
from fotfeste.fag.kartlegging.sporsmal import SPORSMAL
from fotfeste.fag.sak.models import Sak
from fotfeste.grunnmur.tilgang import Aktor
from tests.fag.vedtak.fortelling import skriv_aev


def _som(aktor: Aktor) -> Client:
    klient = Client()
    klient.force_login(aktor.krev_bruker())
    return klient


def test_ingenting_a_svare_pa_enna(deltaker: Aktor, sak: Sak) -> None:
    svar = _som(deltaker).get(reverse("deltaker:eget_syn"))
    assert "ingenting du skal svare på" in svar.content.decode()


def test_svarer_fritt_og_endrer(deltaker: Aktor, veileder: Aktor, sak: Sak) -> None:
    sak = Sak.objects.get(pk=sak.pk)
    vurdering = skriv_aev(veileder, sak)
    klient, adresse = _som(deltaker), reverse("deltaker:eget_syn_kort")
    side = klient.get(adresse).content.decode()
    assert "Hva vil du jobbe med?" in side
    assert "Virker sliten" not in side
    assert "Svar på punkt_a" not in side
    svar = klient.post(
        adresse, {"innsending": str(uuid.uuid4()), "deltaker_b": "أريد أن أعمل طباخا"}, follow=True
    ).content.decode()
    assert "أريد أن أعمل طباخا" in svar
    assert "Du sendte dette 3. juni 2026" in svar
    vurdering.refresh_from_db()
    assert vurdering.deltaker_b == "أريد أن أعمل طباخا"
    assert vurdering.punkt_b == "Svar på punkt_b."


def test_tomt_svar_og_for_langt_svar(deltaker: Aktor, veileder: Aktor, sak: Sak) -> None:
    services.aev_start(veileder, sak=Sak.objects.get(pk=sak.pk))
    klient, adresse = _som(deltaker), reverse("deltaker:eget_syn_kort")
    assert "minst ett av spørsmålene" in klient.post(adresse, {"deltaker_a": " "}).content.decode()
    langt = klient.post(adresse, {"deltaker_a": "x" * 20_001}).content.decode()
    assert "20001 tegn" in langt
    assert "x" * 20_001 in langt


def _svar(klient: Client, kode: str, **felter: Any) -> Any:
    adresse = reverse("deltaker:eget_syn_sporsmal", args=[kode])
    return klient.post(adresse, {"innsending": str(uuid.uuid4()), **felter})


def test_ett_sporsmal_om_gangen_til_oppsummering_og_sending(deltaker: Aktor, veileder: Aktor, sak: Sak) -> None:
    vurdering = services.aev_start(veileder, sak=Sak.objects.get(pk=sak.pk))
    klient, hjem = _som(deltaker), reverse("deltaker:eget_syn")
    assert "Begynn" in klient.get(hjem).content.decode()
    forst, neste = SPORSMAL[0], SPORSMAL[1]
    svar = _svar(klient, forst.kode, valg=["kjokken"], tekst="Fem år.")
    assert svar.url == reverse("deltaker:eget_syn_sporsmal", args=[neste.kode])
    assert _svar(klient, neste.kode, senere="1").url == hjem
    assert SPORSMAL[2].kode in klient.get(hjem).content.decode()
    assert _svar(klient, SPORSMAL[-1].kode, snakk_om="on").url == reverse("deltaker:eget_syn_se")
    se = klient.get(reverse("deltaker:eget_syn_se")).content.decode()
    for ord_ in ("Kjøkken og servering", "Fem år.", "Du vil heller snakke om dette", "Hoppet over"):
        assert ord_ in se
    klient.post(reverse("deltaker:eget_syn_se"), {"innsending": str(uuid.uuid4())})
    vurdering.refresh_from_db()
    assert vurdering.deltaker_a.endswith("Fem år.")
    assert "Veilederen fikk svarene 3. juni 2026" in klient.get(reverse("deltaker:eget_syn_se")).content.decode()
    assert klient.get(reverse("deltaker:eget_syn_sporsmal", args=["romfart"])).status_code == 404


def test_ja_nei_og_trekk(deltaker: Aktor, veileder: Aktor, sak: Sak) -> None:
    innhenting = services.innhenting_foresla(
        veileder, sak=Sak.objects.get(pk=sak.pk), grunnlag=Innhentingsgrunnlag.SAMTYKKE, fra_type=Kildetype.LEGE,
        fra_navn="Fastlegen", hva="Hvor lenge kan du stå?", formal="Finne en jobb som passer",
    )  # fmt: skip
    klient, hjem = _som(deltaker), reverse("deltaker:eget_syn")
    side = klient.get(hjem).content.decode()
    for ord_ in ("Fastlegen", "Hvor lenge kan du stå?", "Finne en jobb som passer", "Ja, dere kan spørre"):
        assert ord_ in side
    klient.post(reverse("deltaker:eget_syn_innhenting", args=[innhenting.pk, "samtykk"]))
    innhenting.refresh_from_db()
    assert innhenting.status == Innhentingsstatus.KLAR
    assert "Jeg trekker det tilbake" in klient.get(hjem).content.decode()
    klient.post(reverse("deltaker:eget_syn_innhenting", args=[innhenting.pk, "trekk"]))
    innhenting.refresh_from_db()
    assert innhenting.status == Innhentingsstatus.TRUKKET
    igjen = klient.post(reverse("deltaker:eget_syn_innhenting", args=[innhenting.pk, "avsla"]), follow=True)
    assert "kan ikke gjøres nå" in igjen.content.decode()
    assert klient.post(reverse("deltaker:eget_syn_innhenting", args=[innhenting.pk, "motta"])).status_code == 404


def test_leser_vurderingen_uten_det_interne_og_sier_imot(deltaker: Aktor, veileder: Aktor, sak: Sak) -> None:
    sak = Sak.objects.get(pk=sak.pk)
    vurdering = skriv_aev(veileder, sak)
    services.internnotat_skriv(
        veileder, vurdering=vurdering, tekst="Lukter alkohol", holdt_tilbake=True, grunn="Vil miste tilliten"
    )
    services.aev_fullfor(veileder, vurdering=vurdering)
    klient, adresse = _som(deltaker), reverse("deltaker:eget_syn_vurdering")
    side = klient.get(adresse).content.decode()
    assert "Svar på punkt_c." in side
    assert "om lag halvparten" in side
    for internt in ("alkohol", "tilliten", "Virker sliten"):
        assert internt not in side
    stemmer_ikke = reverse("deltaker:eget_syn_stemmer_ikke", args=["c"])
    assert "Svar på punkt_c." in klient.get(stemmer_ikke).content.decode()
    side = klient.post(stemmer_ikke, {"tekst": "Jeg trenger ikke tolk."}, follow=True).content.decode()
    assert "Jeg trenger ikke tolk." in side
    assert "ikke svart ennå" in side
    assert klient.get(reverse("deltaker:eget_syn_stemmer_ikke", args=["z"])).status_code == 404


def test_ansatte_har_ikke_siden(veileder: Aktor, sak: Sak) -> None:
    assert _som(veileder).get(reverse("deltaker:eget_syn")).status_code == 404
