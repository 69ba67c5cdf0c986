"""Complaints in the browser's eyes at the office: registered, answered point by point, decided by another, sent on."""

from __future__ import annotations

import uuid
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from fotfeste.fag.klage import services as klager
from fotfeste.fag.klage.enums import Innstillinger, Klagestatus, Klageutfall
from fotfeste.fag.klage.models import Klage, Kostnadskrav, Omgjoring
from fotfeste.fag.oversikt.dag import min_dag
from fotfeste.fag.oversikt.selectors import oversikt_en
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.vedtak import services as vedtakene
from fotfeste.fag.vedtak.models import Vedtak
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.tilgang import Aktor
from tests import grunnlag
from tests.fag.klage.fortelling import PDF, avgjort, avslatt, besluttet, hos_beslutter, klag, oversendt, vurdert

pytestmark = pytest.mark.django_db


def _som(aktor: Aktor) -> Client:
    klient = Client()
    klient.force_login(aktor.krev_bruker())
    return klient


def _en_gang(**felter: object) -> dict[str, object]:
    return {"innsending": str(uuid.uuid4()), **felter}


@pytest.fixture
def vedtak(veileder: Aktor, beslutter: Aktor, sak: Sak) -> Vedtak:
    return avslatt(veileder, beslutter, sak)


def _sende(klient: Client, navn: str, *args: object, **felter: object) -> str:
    svar = klient.post(reverse(f"kontor:{navn}", args=args), _en_gang(**felter), follow=True)
    assert svar.status_code == 200
    return str(svar.content.decode())


def test_klagen_fores_inn_og_veien_til_den_er_saken(veileder: Aktor, vedtak: Vedtak) -> None:
    klient = _som(veileder)
    assert "Registrer klage" in klient.get(reverse("kontor:klager", args=[vedtak.sak_id])).content.decode()
    side = _sende(
        klient,
        "klage_ny",
        vedtak.sak_id,
        vedtak=f"vedtak:{vedtak.pk}",
        mottatt="3.6.26",
        kanal="muntlig",
        sprak="so",
        klager="part",
        onsket_endring="Jeg vil ha plass.",
    )
    klage = Klage.objects.get()
    assert klage.mangler == ["underskrift"]
    assert "Klagen er ikke underskrevet" in side
    assert "Be om retting" in side


def test_det_som_mangler_i_skjemaet_sies_ved_feltet(veileder: Aktor, vedtak: Vedtak) -> None:
    felter = {"vedtak": f"vedtak:{vedtak.pk}", "mottatt": "1.6.26", "kanal": "papir", "sprak": "nb", "klager": "annen"}
    side = _sende(_som(veileder), "klage_ny", vedtak.sak_id, **felter, onsket_endring="Nei")
    assert "Skriv navnet på den som klager." in side
    assert "fra vedtaket ble fattet" in side
    assert not Klage.objects.exists()


def test_svaret_skrives_punkt_for_punkt_og_sendes(veileder: Aktor, beslutter: Aktor, vedtak: Vedtak) -> None:
    klage = klag(veileder, vedtak)
    klient = _som(veileder)
    _sende(klient, "klage_trykk", klage.pk, "ta_til_vurdering")
    _sende(klient, "klage_punkt_ny", klage.pk, pastand="Ny erklæring", svar="Den sier det samme.")
    klage.refresh_from_db()
    side = _sende(
        klient,
        "klage",
        klage.pk,
        gjor="send",
        versjon=klage.versjon,
        innstilling="opprettholder",
        vurdering="Vi mener det samme.",
    )
    assert "Hos beslutter" in side
    side = _som(beslutter).get(reverse("kontor:klage", args=[klage.pk])).content.decode()
    assert "Du var med på vedtaket" in side
    klage.refresh_from_db()
    _sende(_som(beslutter), "klage_trykk", klage.pk, "beslutt", versjon=klage.versjon)
    _sende(klient, "klage_utelat", klage.pk, nokkel="journal", grunn="Sier ikke noe nytt.")
    side = _sende(klient, "klage_trykk", klage.pk, "oversend")
    klage.refresh_from_db()
    assert klage.status == Klagestatus.OVERSENDT
    assert "Sier ikke noe nytt." in side
    pakke = klient.get(reverse("kontor:klage_dokument", args=[klage.pk, klage.pakke_id]))
    assert pakke["Content-Type"] == "application/zip"


def test_uten_innhold_blir_teksten_staaende_med_grunnen(veileder: Aktor, vedtak: Vedtak) -> None:
    klage = vurdert(veileder, klag(veileder, vedtak))
    felter = {"gjor": "send", "versjon": klage.versjon, "innstilling": "omgjor", "vurdering": "Du har rett."}
    side = _sende(_som(veileder), "klage", klage.pk, **felter)
    assert "Skriv hva som endres i vedtaket." in side
    assert "Du har rett." in side


def test_min_dag_minner_om_klagen_ogsaa_i_en_lukket_sak(veileder: Aktor, beslutter: Aktor, vedtak: Vedtak) -> None:
    klage = klag(veileder, vedtak)
    assert "klage" in {en.oppgave.slag for en in min_dag(veileder)}
    assert klage.sak.status == "avslatt"
    hos_beslutter(veileder, klage)
    assert not [en for en in min_dag(veileder) if en.oppgave.slag.startswith("klage")]
    assert "klage_beslutt" in {en.oppgave.slag for en in min_dag(beslutter)}


def test_foreløpig_svar_minnes_for_maneden_er_over(veileder: Aktor, vedtak: Vedtak) -> None:
    klage = klag(veileder, vedtak)
    assert "klage_svar" not in {o.slag for o in oversikt_en(klage.sak).oppgaver}
    with klokke.still_til(date(2026, 6, 27)):
        assert "klage_svar" in {o.slag for o in oversikt_en(klage.sak).oppgaver}


def test_en_sen_klage_kan_faa_nei_med_begrunnelse(veileder: Aktor, vedtak: Vedtak) -> None:
    vedtakene.vedtak_underrett(veileder, vedtak=vedtak, dato=klokke.i_dag())
    with klokke.still_til(date(2026, 8, 3)):
        klage = klager.klage_ta_til_vurdering(veileder, klage=klag(veileder, vedtak))
        klient = _som(veileder)
        side = _sende(klient, "klage_kommando", klage.pk, "vurder_frist", fristbegrunnelse="Du visste det.")
        assert "Fyll ut «Kan klagen behandles likevel?»." in side
        side = _sende(klient, "klage_kommando", klage.pk, "vurder_frist", fristgrunn="nei", fristbegrunnelse="Nei.")
        assert "Behandles ikke" in side
    klage.refresh_from_db()
    assert (klage.fristgrunn, klage.fristbegrunnelse) == ("", "Nei.")


def test_utfallet_registreres_og_det_nye_vedtaket_begynnes(veileder: Aktor, beslutter: Aktor, vedtak: Vedtak) -> None:
    klage = oversendt(veileder, beslutter, klag(veileder, vedtak))
    klient = _som(veileder)
    felter = {"utfall": "opphevet", "dato": "i dag", "grunner": "Ikke godt nok opplyst.", "virkning_fra": "1.6.26"}
    side = _sende(klient, "klage_kommando", klage.pk, "registrer_utfall", **felter)
    assert "Virker tilbake til" in side
    _sende(klient, "klage_nytt_vedtak", klage.pk, type="innvilgelse")
    klage.refresh_from_db()
    assert klage.nytt_vedtak is not None


def test_kostnadskravet_gaar_sin_vei(veileder: Aktor, beslutter: Aktor, vedtak: Vedtak) -> None:
    klage = besluttet(veileder, beslutter, klag(veileder, vedtak), Innstillinger.OMGJOR)
    _sende(_som(veileder), "klage_kommando", klage.pk, "krav", fremsatt="i dag", hva="Advokat", belop="8000")
    krav = Kostnadskrav.objects.get()
    side = _sende(_som(beslutter), "klage_krav", krav.pk, innvilget="8000", begrunnelse="Nødvendig.")
    assert "Dekkes" in side


def test_et_vedtak_tas_opp_uten_klage(veileder: Aktor, vedtak: Vedtak) -> None:
    felter = {"vedtak": str(vedtak.pk), "grunn": "ugyldig", "type": "innvilgelse", "begrunnelse": "Feil alder."}
    _sende(_som(veileder), "klage_omgjor", vedtak.sak_id, **felter)
    assert Omgjoring.objects.get().nytt_vedtak is not None


def test_listen_sier_hvor_ofte_vedtaket_falt(leder: Aktor, veileder: Aktor, beslutter: Aktor, vedtak: Vedtak) -> None:
    avgjort(veileder, beslutter, klag(veileder, vedtak), Klageutfall.ENDRET)
    side = _som(leder).get(reverse("kontor:klageliste")).content.decode()
    assert "Statsforvalteren endret eller opphevet vedtaket i 1 av 1." in side
    assert "De siste tolv månedene" not in _som(veileder).get(reverse("kontor:klageliste")).content.decode()


def _sporringer(klient: Client, adresse: str) -> int:
    klient.get(adresse)
    with CaptureQueriesContext(connection) as sporringer:
        assert klient.get(adresse).status_code == 200
    return len(sporringer)


def test_mange_klager_og_punkter_koster_ikke_flere_sporringer(
    veileder: Aktor, beslutter: Aktor, vedtak: Vedtak
) -> None:
    klage = vurdert(veileder, klag(veileder, vedtak))
    klient = _som(veileder)
    liste, side = reverse("kontor:klageliste"), reverse("kontor:klage", args=[klage.pk])
    forst = (_sporringer(klient, liste), _sporringer(klient, side))
    for nummer in range(4):
        klager.klage_svar_pa_punkt(veileder, klage=klage, pastand=f"Punkt {nummer}", svar="Ja.")
        klager.klage_legg_ved(veileder, klage=klage, vedlegg=[klager.Fil(f"{nummer}.pdf", PDF)])
    annen = grunnlag.lag_sak(vedtak.sak.kontor, grunnlag.lag_person(fornavn="Amina"))
    klag(veileder, avslatt(veileder, beslutter, annen))
    assert (_sporringer(klient, liste), _sporringer(klient, side)) == forst
