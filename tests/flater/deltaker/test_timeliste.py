"""A month on the phone: most days are right already, the others are changed, and the sheet is sent."""

from __future__ import annotations

import uuid
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from fotfeste.fag.oppmote import services
from fotfeste.fag.oppmote.enums import Fravaersarsak, Timelistestatus
from fotfeste.fag.oppmote.models import Fravaer, Timeliste
from fotfeste.fag.person.models import Barn
from fotfeste.fag.sak.models import Sak
from fotfeste.grunnmur.logg.services import kommando
from fotfeste.grunnmur.tilgang import SYSTEM, Aktor
from tests import grunnlag
from tests.fag.program.fortellinger import avtalt_program, gi_vedtak
from tests.flater.kontor.test_program import logg_inn

SIDEN = "deltaker:timeliste"
MAI = (2026, 5)


@pytest.fixture
def klient(sak: Sak, veileder: Aktor, deltaker: Aktor) -> Client:
    gi_vedtak(sak, veileder)
    avtalt_program(sak, veileder)
    return logg_inn(deltaker)


def felter(klient: Client, **endret: str) -> dict[str, Any]:
    """The form as the phone would send it back, with what the participant changed."""
    skjema = klient.get(reverse(SIDEN, args=MAI)).context["skjema"]
    verdier = {navn: verdi or "" for navn, verdi in skjema.initial.items()}
    return {**verdier, "versjon": skjema["versjon"].value(), "innsending": str(uuid.uuid4()), **endret}


def send(klient: Client, **endret: str) -> Any:
    return klient.post(reverse(SIDEN, args=MAI), felter(klient, **endret))


def mai() -> Timeliste:
    return Timeliste.objects.get(maned="2026-05-01")


def test_alt_var_som_planlagt(klient: Client) -> None:
    tekst = klient.get(reverse(SIDEN, args=MAI)).content.decode()
    assert "Alt var som planlagt: send" in tekst
    assert "Mandag 4. mai" in tekst
    assert "innen fredag 5. juni 2026" in tekst
    assert send(klient).status_code == 302
    assert mai().status == Timelistestatus.LEVERT
    etter = klient.get(reverse(SIDEN, args=MAI)).content.decode()
    assert "Du sendte listen 3. juni 2026" in etter
    assert "Hva skjer nå" in etter


def test_en_dag_syk_en_dag_halv_og_en_lordag_pa_jobb(klient: Client) -> None:
    svar = send(
        klient,
        **{
            "arsak_2026-05-05": "egen_sykdom",
            "timer_2026-05-06": "4",
            "arsak_2026-05-06": "velferd",
            "arbeid_2026-05-09": "5,5",
            "timer_2026-05-07": "3",
            "arbeid_2026-05-07": "4,5",
        },
    )
    assert svar.status_code == 302, svar.context["skjema"].errors
    assert [(str(ett.fra), ett.arsak, ett.timer) for ett in Fravaer.objects.all()] == [
        ("2026-05-05", "egen_sykdom", None),
        ("2026-05-06", "velferd", Decimal("3.50")),
    ]
    dager = {f"{dag.dato:%d}": (dag.timer_program, dag.timer_arbeid) for dag in mai().dager.all()}
    assert dager["05"] == (Decimal("0.00"), Decimal("0.00"))
    assert dager["07"] == (Decimal("3.00"), Decimal("4.50"))
    assert dager["09"] == (Decimal("0.00"), Decimal("5.50"))
    assert mai().status == Timelistestatus.LEVERT


def test_dager_pa_rad_blir_ett_fravaer_og_angres_dag_for_dag(klient: Client) -> None:
    syk = {f"arsak_2026-05-{dag}": "egen_sykdom" for dag in ("11", "12", "13")}
    send(klient, bare_lagre="1", **syk)
    rad = Fravaer.objects.get()
    assert (str(rad.fra), str(rad.til)) == ("2026-05-11", "2026-05-13")
    send(klient, bare_lagre="1", **{"arsak_2026-05-13": ""})
    rad.refresh_from_db()
    assert str(rad.til) == "2026-05-12"
    assert mai().dager.get(dato="2026-05-13").timer_program == Decimal("7.50")
    assert mai().status == Timelistestatus.APEN


def test_fravaer_over_helgen_star_urort_nar_resten_lagres(klient: Client) -> None:
    klient.get(reverse(SIDEN, args=MAI))
    adresse = reverse("deltaker:fravaer_ny", args=MAI)
    felter = {"fra": "8.5.26", "til": "11.5.26", "arsak": "egen_sykdom"}
    klient.post(adresse, {**felter, "sett": "2026-05-08|2026-05-11|egen_sykdom||||"})
    for_ = Fravaer.objects.get()
    send(klient, bare_lagre="1", **{"timer_2026-05-20": "8"})
    rad = Fravaer.objects.get()
    assert (rad.pk, str(rad.fra), str(rad.til)) == (for_.pk, "2026-05-08", "2026-05-11")
    send(klient, bare_lagre="1", **{"arsak_2026-05-11": ""})
    rad.refresh_from_db()
    assert str(rad.til) == "2026-05-08"


def test_timer_uten_forklaring_sier_fra_ved_dagen_og_beholder_alt(klient: Client) -> None:
    svar = send(klient, merknad="Bussen var innstilt", **{"timer_2026-05-05": "3", "arbeid_2026-05-06": "femten"})
    tekst = svar.content.decode()
    assert "Skriv timer som et tall, for eksempel 7,5." in tekst
    assert "Bussen var innstilt" in tekst
    svar = send(klient, merknad="Bussen var innstilt", **{"timer_2026-05-05": "3"})
    assert "Tirsdag 5. mai 2026 mangler 4,5 av 7,5 timer" in svar.content.decode()
    assert svar.context["skjema"].data["timer_2026-05-05"] == "3"
    assert mai().status == Timelistestatus.APEN


@pytest.mark.parametrize("timer", ["-1", "25", "7,1", "1e99", "NaN"])
def test_umulige_timer(klient: Client, timer: str) -> None:
    svar = send(klient, **{"timer_2026-05-05": timer})
    assert svar.status_code == 200
    assert svar.context["skjema"].errors["timer_2026-05-05"]


def test_borte_med_alle_timene_ma_rettes(klient: Client) -> None:
    svar = send(klient, **{"timer_2026-05-05": "9", "arsak_2026-05-05": "ferie"})
    assert "Timene er like mange som planlagt" in svar.content.decode()


def test_sykt_barn_velges_med_navn(klient: Client, sak: Sak) -> None:
    with kommando(SYSTEM, "test"):
        barn = Barn.objects.create(
            person=sak.person, navn="Lille Testdal", fodselsdato=date(2020, 1, 1), fra=date(2020, 1, 1)
        )
    assert "Lille Testdal var syk" in klient.get(reverse(SIDEN, args=MAI)).content.decode()
    send(klient, bare_lagre="1", **{"arsak_2026-05-05": f"barns_sykdom:{barn.pk}"})
    assert Fravaer.objects.get().barn == barn


def test_legeerklaering_som_bilde_ogsa_etter_sending(klient: Client) -> None:
    klient.get(reverse(SIDEN, args=MAI))
    adresse = reverse("deltaker:fravaer_ny", args=MAI)
    png = SimpleUploadedFile("lege.png", b"\x89PNG\r\n\x1a\n bilde")
    klient.post(adresse, {"fra": "11.5.26", "til": "15.5.26", "arsak": "egen_sykdom", "vedlegg": png})
    rad = Fravaer.objects.get()
    assert rad.legeerklaeringer.count() == 1
    send(klient)
    adresse = reverse("deltaker:legeerklaering", args=[rad.pk])
    assert klient.get(adresse).status_code == 200
    feil = klient.post(adresse, {"fra": "11.5.26", "til": "15.5.26", "vedlegg": SimpleUploadedFile("lege.docx", b"PK")})
    assert "Send et bilde (PNG, JPG) eller en PDF" in feil.content.decode()
    klient.post(adresse, {"fra": "11.5.26", "til": "15.5.26", "vedlegg": SimpleUploadedFile("a.pdf", b"%PDF-1.7 lege")})
    assert rad.legeerklaeringer.count() == 2


def _bilde(navn: str) -> SimpleUploadedFile:
    return SimpleUploadedFile(f"{navn}.jpg", b"\xff\xd8\xff bilde")


def test_papir_for_andre_grunner_og_fravaeret_star_nar_filen_avvises(klient: Client) -> None:
    """A funeral: the notice as a photo. What was typed stays when the file is refused, and nothing is half kept."""
    klient.get(reverse(SIDEN, args=MAI))
    adresse = reverse("deltaker:fravaer_ny", args=MAI)
    side = klient.get(adresse).content.decode()
    assert 'accept="image/*,application/pdf"' in side, "the phone offers its camera"
    verdier = {"fra": "11.5.26", "til": "12.5.26", "arsak": "velferd", "forklaring": "Begravelsen til bestemor"}
    for navn, innhold, melding in (
        ("stor.jpg", b"\xff\xd8\xff" + b"0" * 11 * 1024 * 1024, "større enn 10 MB"),
        ("bilde.heic", b"ftypheic", "Send et bilde (PNG, JPG) eller en PDF"),
    ):
        svar = klient.post(adresse, {**verdier, "vedlegg": SimpleUploadedFile(navn, innhold)}).content.decode()
        assert melding in svar
        assert "Begravelsen til bestemor" in svar
        assert "send papiret senere" in svar
        assert not Fravaer.objects.exists()
    klient.post(adresse, {**verdier, "vedlegg": [_bilde("annonse"), _bilde("kvittering")]})
    rad = Fravaer.objects.get()
    assert (rad.dokumentasjon.count(), rad.legeerklaeringer.count()) == (2, 0)
    papir = rad.dokumentasjon.all()[0]
    assert klient.get(reverse("deltaker:fravaer_papir", args=[papir.pk])).headers["Content-Type"] == "image/jpeg"
    klient.post(reverse("deltaker:fravaer_papir_fjern", args=[papir.pk]), {})
    send(klient)
    assert "Send papir" in klient.get(reverse(SIDEN, args=MAI)).content.decode()
    klient.post(reverse("deltaker:fravaer_papir_ny", args=[rad.pk]), {"vedlegg": _bilde("annonse")})
    assert rad.dokumentasjon.count() == 2
    # Sent: what lies there stays.
    klient.post(reverse("deltaker:fravaer_papir_fjern", args=[rad.dokumentasjon.all()[0].pk]), {})
    assert rad.dokumentasjon.count() == 2


def test_lonnsslippen_folger_timer_i_jobb(klient: Client, kontor: Any) -> None:
    adresse = reverse("deltaker:lonnsslipp_ny", args=MAI)
    assert "Send lønnsslipp" not in klient.get(reverse(SIDEN, args=MAI)).content.decode()
    slipp = {"vedlegg": SimpleUploadedFile("mai.pdf", b"%PDF-1.7 slipp"), "kommentar": "Overtid"}
    assert "ingen timer i lønnet jobb" in klient.post(adresse, slipp).content.decode()
    send(klient, bare_lagre="1", **{"arbeid_2026-05-09": "5,5"})
    assert "Du har ført 5,5" in klient.get(reverse(SIDEN, args=MAI)).content.decode()
    slipp["vedlegg"] = SimpleUploadedFile("mai.pdf", b"%PDF-1.7 slipp")
    klient.post(adresse, slipp)
    forste = mai().lonnsslipper.get()
    klient.post(reverse("deltaker:lonnsslipp_fjern", args=[forste.pk]), {})
    assert not mai().lonnsslipper.exists()
    send(klient)
    # It comes late, and counts all the same.
    klient.post(adresse, {"vedlegg": SimpleUploadedFile("mai.pdf", b"%PDF-1.7 slipp")})
    sen = mai().lonnsslipper.get()
    assert klient.get(reverse("deltaker:lonnsslipp", args=[sen.pk])).content == b"%PDF-1.7 slipp"
    fremmed = logg_inn(grunnlag.lag_deltaker(grunnlag.lag_person(), kontor))
    assert fremmed.get(reverse("deltaker:lonnsslipp", args=[sen.pk])).status_code == 404


def test_deltakeren_sier_fra_om_en_sendt_liste(klient: Client) -> None:
    send(klient)
    adresse = reverse("deltaker:timeliste_feil", args=MAI)
    assert "Fyll ut «Hva stemmer ikke?»" in klient.post(adresse, {"hva": ""}).content.decode()
    klient.post(adresse, {"hva": "Jeg var syk den 12."})
    assert "Jeg var syk den 12." in klient.get(reverse(SIDEN, args=MAI)).content.decode()


def test_fravaer_utenfor_maneden_sier_hvor_og_beholder_det_skrevne(klient: Client) -> None:
    klient.get(reverse(SIDEN, args=MAI))
    adresse = reverse("deltaker:fravaer_ny", args=MAI)
    svar = klient.post(adresse, {"fra": "29.4.26", "til": "4.5.26", "arsak": "ferie", "forklaring": "Tur til tante"})
    tekst = svar.content.decode()
    assert "Fraværet må ligge i mai 2026" in tekst
    assert "Tur til tante" in tekst
    svar = klient.post(adresse, {"fra": "30.2.26", "til": "4.5.26", "arsak": "ferie"})
    assert "«30.2.26» er ikke en dato" in svar.content.decode()


def test_fravaer_tas_bort(klient: Client) -> None:
    send(klient, bare_lagre="1", **{"arsak_2026-05-05": "ferie"})
    klient.post(reverse("deltaker:fravaer_fjern", args=[Fravaer.objects.get().pk]), {})
    assert not Fravaer.objects.exists()


def test_det_som_ikke_gikk_sies_ogsa_nar_noen_andre_har_sendt_listen(klient: Client, veileder: Aktor) -> None:
    """The participant's tab is old: the veileder has sent the sheet meanwhile. Nothing is refused without a word."""
    send(klient, bare_lagre="1", **{"arsak_2026-05-05": "ferie"})
    gammel = felter(klient, **{"timer_2026-05-06": "6", "bare_lagre": "1"})
    services.timeliste_lever(veileder, timeliste=mai(), pa_vegne_grunn="Ringte meg.")
    borte = klient.post(reverse("deltaker:fravaer_fjern", args=[Fravaer.objects.get().pk]), follow=True)
    assert "kan ikke gjøres nå" in borte.content.decode()
    assert Fravaer.objects.exists()
    tekst = klient.post(reverse(SIDEN, args=MAI), gammel).content.decode()
    assert "så det du skrev nå, er ikke lagret" in tekst
    assert "Listen ble sendt for deg 3. juni 2026." in tekst


def test_dobbeltklikk_og_tilbakeknapp(klient: Client) -> None:
    utfylt = felter(klient)
    for _ in range(2):
        svar = klient.post(reverse(SIDEN, args=MAI), utfylt)
        assert svar.status_code == 302, "the second press gets the first one's answer"
    assert mai().status == Timelistestatus.LEVERT
    assert klient.post(reverse(SIDEN, args=MAI), {**utfylt, "innsending": str(uuid.uuid4())}).status_code == 200


def test_to_faner_far_sammenligne_dagene(klient: Client) -> None:
    gammel = felter(klient, **{"timer_2026-05-05": "6", "bare_lagre": "1"})
    send(klient, bare_lagre="1", **{"timer_2026-05-05": "5", "arsak_2026-05-05": "velferd"})
    svar = klient.post(reverse(SIDEN, args=MAI), gammel)
    tekst = svar.content.decode()
    assert "Noen andre har lagret mens du skrev" in tekst
    assert "Timer i programmet tirsdag 5. mai" in tekst
    assert mai().dager.get(dato="2026-05-05").timer_program == Decimal("5.00")


def test_inneverende_maned_kan_fores_men_ikke_sendes(klient: Client) -> None:
    tekst = klient.get(reverse(SIDEN, args=(2026, 6))).content.decode()
    assert "Du sender listen når måneden er over, fra tirsdag 30. juni 2026" in tekst
    assert "Send timelisten" not in tekst


def test_returnert_viser_veileders_ord(klient: Client, veileder: Aktor) -> None:
    send(klient)
    services.timeliste_returner(veileder, timeliste=mai(), grunn="Var du hos legen den 12.?")
    tekst = klient.get(reverse(SIDEN, args=MAI)).content.decode()
    assert "«Var du hos legen den 12.?»" in tekst
    assert send(klient).status_code == 302


def test_maneder_og_sider_som_ikke_finnes(klient: Client) -> None:
    tekst = klient.get(reverse("deltaker:timelister")).content.decode()
    assert "Mai 2026" in tekst
    for maned in ((2026, 13), (2026, 7), (99999999999999, 1)):
        assert klient.get(reverse(SIDEN, args=maned)).status_code == 404
    assert klient.get(reverse("deltaker:penger_maned", args=(99999999999999, 1))).status_code == 404
    assert "ikke noe program å føre timer for" in klient.get(reverse(SIDEN, args=(2025, 1))).content.decode()


def test_en_annens_fravaer_finnes_ikke(klient: Client, kontor: Any) -> None:
    send(klient, bare_lagre="1", **{"arsak_2026-05-05": "ferie"})
    rad = Fravaer.objects.get()
    fremmed = logg_inn(grunnlag.lag_deltaker(grunnlag.lag_person(), kontor))
    assert fremmed.get(reverse("deltaker:legeerklaering", args=[rad.pk])).status_code == 404
    assert fremmed.post(reverse("deltaker:fravaer_fjern", args=[rad.pk]), {}).status_code == 404
    assert fremmed.get(reverse(SIDEN, args=MAI)).status_code == 404
    assert Fravaer.objects.count() == 1


def test_sporringene_folger_ikke_antall_fravaer(klient: Client) -> None:
    siden = reverse(SIDEN, args=MAI)
    send(klient, bare_lagre="1", **{"arsak_2026-05-05": "ferie"})
    klient.get(siden)
    with CaptureQueriesContext(connection) as ett:
        klient.get(siden)
    send(klient, bare_lagre="1", **{f"arsak_2026-05-{dag}": "ferie" for dag in ("12", "18", "20", "27")})
    with CaptureQueriesContext(connection) as fem:
        klient.get(siden)
    assert Fravaer.objects.count() == 5
    assert len(ett) == len(fem)


def _syk_med_papir(klient: Client) -> Fravaer:
    klient.get(reverse(SIDEN, args=MAI))
    fil = SimpleUploadedFile("lege.pdf", b"%PDF-1.7 lege")
    adresse = reverse("deltaker:fravaer_ny", args=MAI)
    klient.post(adresse, {"fra": "11.5.26", "til": "13.5.26", "arsak": "egen_sykdom", "vedlegg": fil})
    return Fravaer.objects.get()


def test_min_legeerklaering_kan_apnes_av_meg_og_ingen_annen_deltaker(klient: Client, kontor: Any) -> None:
    rad = _syk_med_papir(klient)
    papir = reverse("deltaker:legeerklaering_papir", args=[rad.pk, rad.legeerklaeringer.get().pk])
    send(klient)
    assert f'href="{papir}"' in klient.get(reverse(SIDEN, args=MAI)).content.decode()
    svar = klient.get(papir)
    assert svar.content == b"%PDF-1.7 lege"
    assert svar.headers["Content-Disposition"].startswith("attachment")
    fremmed = logg_inn(grunnlag.lag_deltaker(grunnlag.lag_person(), kontor))
    assert fremmed.get(papir).status_code == 404


def test_veileder_apner_ikke_papiret_fra_deltakerens_side(klient: Client, veileder: Aktor) -> None:
    rad = _syk_med_papir(klient)
    papir = reverse("deltaker:legeerklaering_papir", args=[rad.pk, rad.legeerklaeringer.get().pk])
    assert logg_inn(veileder).get(papir).status_code == 404


def test_pa_engelsk_er_jeg_fortsatt_i_med_stor_bokstav(klient: Client) -> None:
    _syk_med_papir(klient)
    send(klient)
    klient.cookies["django_language"] = "en"
    tekst = klient.get(reverse(SIDEN, args=MAI)).content.decode()
    assert "3 days: I was ill" in tekst


def test_forklaringen_pa_bokmal_er_merket_pa_andre_sprak(klient: Client) -> None:
    _syk_med_papir(klient)
    note = "This is written in Norwegian."
    assert note not in klient.get(reverse(SIDEN, args=MAI)).content.decode()
    klient.cookies["django_language"] = "en"
    assert note in klient.get(reverse(SIDEN, args=MAI)).content.decode()


def test_fravaer_bare_i_helgen_meldes_ikke(klient: Client) -> None:
    klient.get(reverse(SIDEN, args=MAI))
    adresse = reverse("deltaker:fravaer_ny", args=MAI)
    svar = klient.post(adresse, {"fra": "9.5.26", "til": "10.5.26", "arsak": "egen_sykdom"})
    assert (
        "Det er ingen programdager fra 9. mai 2026 til 10. mai 2026, så du trenger ikke å melde fravær."
        in svar.content.decode()
    )
    assert not Fravaer.objects.exists()


@pytest.mark.parametrize("arsak", Fravaersarsak.values)
def test_ingenting_som_kalles_valgfritt_kreves(klient: Client, sak: Sak, arsak: str) -> None:
    with kommando(SYSTEM, "test"):
        Barn.objects.create(person=sak.person, navn="Lille", fodselsdato=date(2020, 1, 1), fra=date(2020, 1, 1))
        Barn.objects.create(person=sak.person, navn="Store", fodselsdato=date(2018, 1, 1), fra=date(2018, 1, 1))
    klient.get(reverse(SIDEN, args=MAI))
    svar = klient.post(
        reverse("deltaker:fravaer_ny", args=MAI), {"fra": "11.5.26", "til": "12.5.26", "arsak": arsak, "barn": ""}
    )
    if svar.status_code == 302:
        return
    tekst = " ".join(svar.content.decode().split())
    for navn in svar.context["skjema"].errors:
        felt = svar.context["skjema"][navn]
        assert f'{felt.label} <span class="felt-valgfri">' not in tekst, navn
    assert 'Vil du fortelle mer? <span class="felt-valgfri">(valgfritt)' in tekst


def test_det_som_koster_ses_for_det_sendes(klient: Client) -> None:
    klient.get(reverse(SIDEN, args=MAI))
    adresse = reverse("deltaker:fravaer_ny", args=MAI)
    felter = {"fra": "12.5.26", "til": "13.5.26", "arsak": "ulegitimert"}
    svar = klient.post(adresse, felter).content.decode()
    assert "2 dager gir ikke stønad. Det koster 2\N{NO-BREAK SPACE}144\N{NO-BREAK SPACE}kr." in svar
    assert "Før fraværet likevel" in svar
    assert 'value="12.5.26"' in svar, "nothing typed is lost"
    assert not Fravaer.objects.exists()
    sett = "2026-05-12|2026-05-13|ulegitimert||||"
    assert f'name="sett" value="{sett}"' in svar
    # Another day than the one that was shown is shown first, too.
    klient.post(adresse, {**felter, "til": "15.5.26", "sett": sett})
    assert not Fravaer.objects.exists()
    klient.post(adresse, {**felter, "sett": sett})
    assert Fravaer.objects.get().arsak == "ulegitimert"


def test_kvotene_folger_det_som_skrives(klient: Client) -> None:
    klient.get(reverse(SIDEN, args=MAI))
    adresse = reverse("deltaker:fravaer_kvoter", args=MAI)
    tomt = klient.get(adresse).content.decode()
    assert "Slik er det 31. mai 2026." in tomt
    halvt = klient.get(adresse, {"fra": "12.5.26", "arsak": "?", "til": "tull"}).content.decode()
    assert "Slik er det 12. mai 2026." in halvt
    helt = klient.get(adresse, {"fra": "12.5.26", "til": "12.5.26", "arsak": "ferie"}).content.decode()
    assert "Du beholder stønaden for dagen." in helt
    assert "24 igjen etter dette fraværet" in helt


@pytest.mark.parametrize(("fra", "til"), [("1.5.2006", "1.5.2006"), ("12.5.2026", "12.5.2062"), ("1.5.1931", "")])
def test_et_arstall_som_er_skrevet_feil_regnes_ikke_ut(klient: Client, fra: str, til: str) -> None:
    """There was no grunnbeløp to reckon with in 2006: the form says where the days must be, and keeps what is typed."""
    klient.get(reverse(SIDEN, args=MAI))
    felter = {"fra": fra, "til": til, "arsak": "egen_sykdom", "forklaring": "Feber hele dagen"}
    assert "koster" not in klient.get(reverse("deltaker:fravaer_kvoter", args=MAI), felter).content.decode()
    svar = klient.post(reverse("deltaker:fravaer_ny", args=MAI), felter)
    assert svar.status_code == 200
    assert "Feber hele dagen" in svar.content.decode()
    assert not Fravaer.objects.exists()
