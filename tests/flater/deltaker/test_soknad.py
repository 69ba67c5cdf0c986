"""The participant applies on a phone, finds it again half done, answers, and may change their mind."""

from __future__ import annotations

import uuid
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from fotfeste.fag.person.models import Person
from fotfeste.fag.soknad import services
from fotfeste.fag.soknad.enums import Soknadsstatus
from fotfeste.fag.soknad.models import Opplysningskrav, Soknad
from fotfeste.fag.soknad.services import Fil, Mangel
from fotfeste.grunnmur.organisasjon.enums import Rolle
from fotfeste.grunnmur.organisasjon.models import Kontor
from fotfeste.grunnmur.tilgang import Aktor
from fotfeste.grunnmur.utkast.models import Utkast
from tests.grunnlag import I_DAG, lag_aktor, lag_deltaker, lag_person

PDF = b"%PDF-1.7\nattest"
SKRIV = "/min-side/soknad/skriv/"


def logg_inn(aktor: Aktor) -> Client:
    klient = Client()
    klient.force_login(aktor.krev_bruker(), backend="django.contrib.auth.backends.ModelBackend")
    return klient


@pytest.fixture
def soker(kontor: Kontor) -> Aktor:
    return lag_deltaker(lag_person(telefon="99 88 77 66"), kontor)


@pytest.fixture
def telefon(soker: Aktor) -> Client:
    return logg_inn(soker)


@pytest.fixture
def soknad(soker: Aktor) -> Soknad:
    return services.soknad_send(soker, onsker="Jeg vil bli kokk", vedlegg=[Fil("attest.pdf", PDF)])


@pytest.fixture
def krav(soknad: Soknad, veileder: Aktor) -> Opplysningskrav:
    mangler = [Mangel("Lønnsslipp", "Vi må vite hva du lever av.")]
    return services.soknad_be_om_opplysninger(veileder, soknad=soknad, mangler=mangler)[0]


def test_fra_forste_side_til_kvittering(telefon: Client) -> None:
    assert "Skriv søknaden" in telefon.get(reverse("deltaker:soknad")).content.decode()
    skjema = telefon.get(SKRIV).context["skjema"]
    assert skjema["telefon"].value() == "99 88 77 66"
    fil = SimpleUploadedFile("attest.pdf", PDF)
    svar = telefon.post(
        SKRIV, {"onsker": "Jeg vil bli kokk", "telefon": "44 55 66 77", "tolkebehov": "on", "vedlegg": fil}, follow=True
    )
    tekst = svar.content.decode()
    assert svar.redirect_chain == [(reverse("deltaker:soknad_kvittering"), 302)]
    for ord_ in ("Vi har fått søknaden din", "fredag 3. juli 2026", "3. desember 2026", "Du trenger ikke gjøre noe nå"):
        assert ord_ in tekst
    person = Person.objects.get()
    assert (person.telefon, person.tolkebehov) == ("44 55 66 77", True)
    assert "attest.pdf" in telefon.get(reverse("deltaker:soknad")).content.decode()


def test_halvferdig_soknad_finnes_igjen_uten_javascript(telefon: Client) -> None:
    felter = {"onsker": "Jeg vil", "situasjon": "Bor hos en venn", "telefon": "", "senere": "1"}
    svar = telefon.post(SKRIV, felter, follow=True)
    assert "Det er ikke sendt ennå" in svar.content.decode()
    assert not Soknad.objects.exists()
    skjema = telefon.get(SKRIV).context["skjema"]
    assert skjema["situasjon"].value() == "Bor hos en venn"
    telefon.post(SKRIV, {"onsker": "Jeg vil jobbe"})
    assert not Utkast.objects.exists()


def test_altfor_lang_tekst_sies_i_ord_ogsaa_naar_den_legges_bort(telefon: Client) -> None:
    lang = "a" * 10 * 1024 * 1024
    assert "for lang til å lagres" in telefon.post(SKRIV, {"onsker": lang, "senere": "1"}).content.decode()
    assert "for lang: 10485760 tegn" in telefon.post(SKRIV, {"onsker": lang}).content.decode()
    assert not Soknad.objects.exists()


@pytest.mark.parametrize(
    ("fil", "setning"),
    [
        (SimpleUploadedFile("bilde.jpg", b"PK zip"), "innholdet er noe annet"),
        (SimpleUploadedFile("cv.docx", b"PK"), "kan ikke tas imot"),
        (SimpleUploadedFile("stor.pdf", PDF + b"x" * 10 * 1024 * 1024), "større enn 10 MB"),
    ],
)
def test_gal_fil_sies_ved_feltet_og_teksten_blir_staende(
    telefon: Client, fil: SimpleUploadedFile, setning: str
) -> None:
    svar = telefon.post(SKRIV, {"onsker": "Jeg vil bli kokk", "vedlegg": fil})
    tekst = svar.content.decode()
    assert setning in str(svar.context["skjema"].errors["vedlegg"])
    assert "Jeg vil bli kokk" in tekst
    assert "Velg filene en gang til" in tekst
    assert not Soknad.objects.exists()


def test_tom_soknad_og_galt_telefonnummer(telefon: Client) -> None:
    svar = telefon.post(SKRIV, {"telefon": "ring søsteren min"})
    assert svar.context["skjema"].errors.keys() == {"onsker", "telefon"}
    assert "ugyldig" not in svar.content.decode().lower()


@pytest.mark.parametrize(("fodt", "alder"), [(date(2009, 2, 14), 17), (date(1959, 2, 14), 67)])
def test_17_og_67_aar_faar_et_aerlig_svar(kontor: Kontor, fodt: date, alder: int) -> None:
    klient = logg_inn(lag_deltaker(lag_person(fodselsdato=fodt), kontor))
    tekst = klient.post(SKRIV, {"onsker": "Hjelp til jobb"}, follow=True).content.decode()
    assert f"Du er {alder} år." in tekst
    assert "skriftlig svar" in tekst


def test_dobbeltklikk_tilbakeknapp_og_ny_fane_gir_en_soknad(telefon: Client) -> None:
    felter = {"onsker": "Jeg vil bli kokk", "innsending": str(uuid.uuid4())}
    assert [telefon.post(SKRIV, felter).status_code for _ in range(3)] == [302, 302, 302]
    svar = telefon.post(SKRIV, {"onsker": "Fra en annen fane", "innsending": str(uuid.uuid4())})
    assert "allerede en åpen søknad" in svar.content.decode()
    assert telefon.get(SKRIV).headers["Location"] == reverse("deltaker:soknad")
    assert Soknad.objects.count() == 1


def test_svar_paa_det_kontoret_ber_om(telefon: Client, krav: Opplysningskrav) -> None:
    tekst = telefon.get(reverse("deltaker:soknad")).content.decode()
    assert "Vi trenger noe fra deg" in tekst
    assert "onsdag 17. juni 2026" in tekst
    adresse = reverse("deltaker:soknad_svar", args=[krav.pk])
    assert "Vi må vite hva du lever av." in telefon.get(adresse).content.decode()
    assert telefon.post(adresse, {}).context["skjema"].errors.keys() == {"svar"}
    felter = {"svar": "Jeg har ikke lønn", "vedlegg": SimpleUploadedFile("brev.png", b"\x89PNG\r\n\x1a\nx")}
    assert "Takk, vi har fått svaret ditt" in telefon.post(adresse, felter, follow=True).content.decode()
    krav.refresh_from_db()
    assert (krav.mottatt, krav.soknad.status) == (I_DAG, Soknadsstatus.MOTTATT)
    assert telefon.get(adresse).status_code == 302
    assert "allerede registrert som mottatt" in telefon.post(adresse, {"svar": "Mer"}).content.decode()


def test_trekke_soknaden(telefon: Client, soknad: Soknad) -> None:
    adresse = reverse("deltaker:soknad_trekk")
    assert "Du kan søke på nytt når du vil" in telefon.get(adresse).content.decode()
    assert "Du trakk søknaden 3. juni 2026" in telefon.post(adresse, {}, follow=True).content.decode()
    assert telefon.get(adresse).headers["Location"] == reverse("deltaker:soknad")
    assert telefon.get(SKRIV).status_code == 200


def test_eget_papir_lastes_ned(telefon: Client, soknad: Soknad) -> None:
    svar = telefon.get(reverse("deltaker:soknad_papir", args=[soknad.pk, soknad.vedlegg.get().pk]))
    assert svar.content == PDF
    assert svar.headers["Content-Disposition"].startswith("attachment")


def test_andres_soknad_finnes_ikke(krav: Opplysningskrav, kontor: Kontor) -> None:
    andre = logg_inn(lag_deltaker(lag_person(), kontor))
    dokument = krav.soknad.vedlegg.get()
    for adresse in (
        reverse("deltaker:soknad_svar", args=[krav.pk]),
        reverse("deltaker:soknad_papir", args=[krav.soknad_id, dokument.pk]),
    ):
        assert andre.get(adresse).status_code == 404
    assert andre.get(reverse("deltaker:soknad_kvittering")).headers["Location"] == reverse("deltaker:soknad")
    assert andre.get(reverse("deltaker:soknad_trekk")).headers["Location"] == reverse("deltaker:soknad")


def test_ansatte_har_ingen_egen_soknad(veileder: Aktor, krav: Opplysningskrav) -> None:
    klient = logg_inn(veileder)
    for adresse in ("/min-side/soknad/", SKRIV, reverse("deltaker:soknad_svar", args=[krav.pk])):
        assert klient.get(adresse).status_code == 404


def test_innlogget_uten_person_blir_bedt_om_aa_ringe(kontor: Kontor) -> None:
    klient = logg_inn(lag_aktor(Rolle.DELTAKER, kontor))
    assert "Ring oss hvis du vil søke" in klient.get("/min-side/soknad/").content.decode()
    assert klient.get(SKRIV).status_code == 302
    assert klient.post(SKRIV, {"onsker": "Hei"}).status_code == 302
    assert not Soknad.objects.exists()
