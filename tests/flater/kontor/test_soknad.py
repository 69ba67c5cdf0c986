"""The office takes an application in the browser, and nothing typed is lost when something is wrong."""

from __future__ import annotations

import uuid
from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from fotfeste.fag.brev.models import Brev
from fotfeste.fag.person.models import Barn, Person
from fotfeste.fag.sak.models import Bakgrunn
from fotfeste.fag.soknad import services
from fotfeste.fag.soknad.enums import Kanal, Soknadsstatus
from fotfeste.fag.soknad.models import Soknad
from fotfeste.grunnmur.logg.models import Sporing
from fotfeste.grunnmur.logg.services import kommando
from fotfeste.grunnmur.organisasjon.enums import Rolle
from fotfeste.grunnmur.organisasjon.models import Kommune, Kontor
from fotfeste.grunnmur.tilgang import SYSTEM, Aktor
from tests.grunnlag import lag_aktor, lag_fnr, lag_kontor, lag_person, lag_sak

PDF = b"%PDF-1.7\nsoknad"


def logg_inn(aktor: Aktor) -> Client:
    klient = Client()
    klient.force_login(aktor.krev_bruker(), backend="django.contrib.auth.backends.ModelBackend")
    return klient


@pytest.fixture
def nettleser(veileder: Aktor) -> Client:
    return logg_inn(veileder)


@pytest.fixture
def soknad(veileder: Aktor, kontor: Kontor) -> Soknad:
    return services.soknad_registrer(
        veileder,
        person=lag_person(),
        kontor=kontor,
        mottatt=date(2026, 5, 20),
        kanal=Kanal.PAPIR,
        onsker="Jobb på verksted",
        vedlegg=[services.Fil("søknad.pdf", PDF)],
    )


def _felter(kontor: Kontor, **valg: Any) -> dict[str, Any]:
    return {"kontor": str(kontor.pk), "mottatt": "20.5.26", "kanal": "papir", "onsker": "Vil bli kokk", **valg}


def _person(**valg: Any) -> dict[str, Any]:
    felter = {"fnr": lag_fnr(), "fornavn": "Olena", "etternavn": "Prøve", "sivilstand": "ugift", "sprak": "uk"}
    return {**felter, **valg}


def test_fra_ukjent_person_til_soknad(nettleser: Client, kontor: Kontor) -> None:
    svar = nettleser.post(reverse("kontor:person_registrer"), {"fra_sok": "Olena Prøve"})
    assert svar.context["skjema"]["fornavn"].value() == "Olena"
    svar = nettleser.post(
        reverse("kontor:person_registrer"),
        _person(kontonummer="1503.20.80119", barn_navn_1="Ivan", barn_fodt_1="3.2.2020", barn_fodt_2="01.05.2022"),
    )
    person = Person.objects.get()
    assert (person.kontonummer, person.sprak, person.barn.count()) == ("15032080119", "uk", 2)
    adresse = reverse("kontor:soknad_registrer", args=[person.pk])
    assert svar.headers["Location"] == adresse
    assert nettleser.get(adresse).status_code == 200
    vedlegg = SimpleUploadedFile("søknad.pdf", PDF)
    svar = nettleser.post(adresse, _felter(kontor, vedlegg=vedlegg), follow=True)
    soknad = Soknad.objects.get()
    assert svar.redirect_chain == [(reverse("kontor:soknad", args=[soknad.sak_id]), 302)]
    for ord_ in ("20. juni 2026", "20. november 2026", "fvl § 11 a", "Vil bli kokk", "søknad.pdf"):
        assert ord_ in svar.content.decode()


@pytest.mark.parametrize(
    ("felt", "verdi", "setning"),
    [
        ("fnr", "12345678901", "stemmer ikke"),
        ("fnr", "123", "11 sifre"),
        ("kontonummer", "15032080118", "stemmer ikke"),
        ("postnummer", "12", "fire tall"),
        ("telefon", "ring meg", "bare tall"),
        ("epost", "olena", "krøllalfa"),
        ("barn_fodt_1", "31.2.2020", "ikke en dato"),
        ("barn_fodt_1", "4.6.2026", "etter i dag"),
        ("barn_navn_1", "Ivan", "når barnet er født"),
    ],
)
def test_feil_i_personskjemaet_mister_ingenting(nettleser: Client, felt: str, verdi: str, setning: str) -> None:
    svar = nettleser.post(reverse("kontor:person_registrer"), _person(adresse="Prøveveien 1", **{felt: verdi}))
    tekst = svar.content.decode()
    assert setning in tekst
    assert "ugyldig" not in tekst.lower()
    assert "Prøveveien 1" in tekst
    assert not Person.objects.exists()


def test_person_som_finnes_fra_for(nettleser: Client) -> None:
    person = lag_person()
    svar = nettleser.post(reverse("kontor:person_registrer"), _person(fnr=person.fodselsnummer))
    assert "finnes allerede" in str(svar.context["skjema"].errors["fnr"])


@pytest.mark.parametrize(
    ("felter", "felt"),
    [
        ({"mottatt": "4.6.2026"}, "mottatt"),
        ({"mottatt": "30.2.2026"}, "mottatt"),
        ({"mottatt": "i morgen"}, "mottatt"),
        ({"mottatt": "1.1.0001"}, "mottatt"),
        ({"mottatt": ""}, "mottatt"),
        ({"kanal": "brevdue"}, "kanal"),
        ({"situasjon": "a" * 10 * 1024 * 1024}, "situasjon"),
        ({"vedlegg": SimpleUploadedFile("bilde.png", b"MZ program")}, "vedlegg"),
        ({"vedlegg": SimpleUploadedFile("stor.pdf", PDF + b"x" * 10 * 1024 * 1024)}, "vedlegg"),
    ],
)
def test_feil_sies_ved_feltet_og_resten_blir_staende(
    nettleser: Client, kontor: Kontor, felter: dict[str, Any], felt: str
) -> None:
    person = lag_person()
    svar = nettleser.post(reverse("kontor:soknad_registrer", args=[person.pk]), _felter(kontor, **felter))
    assert svar.status_code == 200
    assert svar.context["skjema"].errors.keys() == {felt}
    assert "Vil bli kokk" in svar.content.decode()
    assert not Soknad.objects.exists()


@pytest.mark.parametrize(("fodt", "alder"), [(date(2009, 2, 14), 17), (date(1959, 2, 14), 67)])
def test_17_og_67_aar_tas_imot_med_en_aerlig_merknad(nettleser: Client, kontor: Kontor, fodt: date, alder: int) -> None:
    adresse = reverse("kontor:soknad_registrer", args=[lag_person(fodselsdato=fodt).pk])
    assert f"er {alder} år. Programmet er for personer mellom 18 og 67 år" in nettleser.get(adresse).content.decode()
    svar = nettleser.post(adresse, _felter(kontor), follow=True)
    assert "skal likevel tas imot" in svar.content.decode()
    assert Soknad.objects.count() == 1


def test_dobbeltklikk_og_tilbakeknapp_gir_en_soknad(nettleser: Client, kontor: Kontor) -> None:
    adresse = reverse("kontor:soknad_registrer", args=[lag_person().pk])
    felter = _felter(kontor, innsending=str(uuid.uuid4()))
    svar = [nettleser.post(adresse, felter) for _ in range(3)]
    assert len({ett.headers["Location"] for ett in svar}) == 1
    assert Soknad.objects.count() == 1


def test_ny_soknad_naar_en_er_aapen_peker_til_den(nettleser: Client, kontor: Kontor, soknad: Soknad) -> None:
    adresse = reverse("kontor:soknad_registrer", args=[soknad.sak.person_id])
    assert reverse("kontor:soknad", args=[soknad.sak_id]) in nettleser.get(adresse).content.decode()
    svar = nettleser.post(adresse, _felter(kontor))
    assert "åpen søknad, mottatt 20. mai 2026" in svar.content.decode()


def test_be_om_flere_ting_og_registrere_det_som_kom(nettleser: Client, soknad: Soknad) -> None:
    adresse = reverse("kontor:soknad_kommando", args=[soknad.pk, "be_om_opplysninger"])
    skjema = nettleser.get(adresse).context["skjema"]
    assert skjema["frist"].value() == date(2026, 6, 17)
    felter = {
        "frist": "17.6.2026",
        "hva_1": "Lønnsslipp",
        "hvorfor_1": "Vi må vite hva du lever av",
        "hva_4": "Husleiekontrakt",
        "versjon": soknad.versjon,
    }
    svar = nettleser.post(adresse, felter, follow=True)
    assert "Venter på søkeren" in svar.content.decode()
    assert Brev.objects.count() == 1
    krav = soknad.opplysningskrav.get(hva="Husleiekontrakt")
    motta = reverse("kontor:soknad_motta_opplysning", args=[krav.pk])
    assert "Husleiekontrakt" in nettleser.get(motta).content.decode()
    assert nettleser.post(motta, {"mottatt": "4.6.2026"}).context["skjema"].errors.keys() == {"mottatt"}
    fil = SimpleUploadedFile("leie.pdf", PDF)
    svar = nettleser.post(motta, {"mottatt": "i dag", "vedlegg": fil}, follow=True)
    assert "leie.pdf" in svar.content.decode()


def test_etterlysning_uten_innhold_og_med_fortid(nettleser: Client, soknad: Soknad) -> None:
    adresse = reverse("kontor:soknad_kommando", args=[soknad.pk, "be_om_opplysninger"])
    svar = nettleser.post(adresse, {"frist": "1.6.2026", "hvorfor_3": "Fordi"})
    assert svar.context["skjema"].errors.keys() == {"frist", "hva_3"}
    svar = nettleser.post(adresse, {"frist": "17.6.2026"})
    assert svar.context["skjema"].errors.keys() == {"hva_1"}
    assert not Brev.objects.exists()


def test_to_paa_samme_skjema_ser_hverandre(nettleser: Client, soknad: Soknad, veileder: Aktor) -> None:
    adresse = reverse("kontor:soknad_kommando", args=[soknad.pk, "gi_forelopig_svar"])
    felter = {"grunn": "Mange har søkt", "ventet_svar": "1.8.2026", "versjon": str(soknad.versjon)}
    services.soknad_merk_klar(veileder, soknad=soknad)
    svar = nettleser.post(adresse, felter)
    assert "Noen andre har lagret" in svar.content.decode()
    assert "Mange har søkt" in svar.content.decode()
    soknad.refresh_from_db()
    svar = nettleser.post(adresse, {**felter, "versjon": svar.context["skjema"].data["versjon"]})
    assert svar.status_code == 302


@pytest.mark.parametrize(
    ("kommando", "felter", "status"),
    [
        ("merk_klar", {}, Soknadsstatus.KLAR),
        ("trekk", {"trukket": "i går"}, Soknadsstatus.TRUKKET),
        ("gi_forelopig_svar", {"grunn": "Mange søkere", "ventet_svar": "1.8.2026"}, Soknadsstatus.MOTTATT),
        ("legg_ved", {"vedlegg": SimpleUploadedFile("mer.pdf", PDF)}, Soknadsstatus.MOTTATT),
    ],
)
def test_hver_kommando_har_sin_side(
    nettleser: Client, soknad: Soknad, kommando: str, felter: dict[str, Any], status: Soknadsstatus
) -> None:
    adresse = reverse("kontor:soknad_kommando", args=[soknad.pk, kommando])
    assert nettleser.get(adresse).status_code == 200
    svar = nettleser.post(adresse, {**felter, "versjon": soknad.versjon})
    assert svar.headers["Location"] == reverse("kontor:soknad", args=[soknad.sak_id])
    soknad.refresh_from_db()
    assert soknad.status == status


def test_klar_mens_noe_mangler_spor_hvorfor(nettleser: Client, soknad: Soknad, veileder: Aktor) -> None:
    services.soknad_be_om_opplysninger(veileder, soknad=soknad, mangler=[services.Mangel("Attest")])
    adresse = reverse("kontor:soknad_kommando", args=[soknad.pk, "merk_klar"])
    assert "Attest" in nettleser.get(adresse).content.decode()
    assert nettleser.post(adresse, {}).context["skjema"].errors.keys() == {"grunn"}


def test_kommando_paa_trukket_soknad_viser_hva_som_gjelder(nettleser: Client, soknad: Soknad, veileder: Aktor) -> None:
    services.soknad_trekk(veileder, soknad=soknad)
    adresse = reverse("kontor:soknad_kommando", args=[soknad.pk, "merk_klar"])
    assert nettleser.get(adresse, follow=True).status_code == 200
    assert "kan ikke gjøres nå" in nettleser.post(adresse, {}).content.decode()
    assert nettleser.get(reverse("kontor:soknad_kommando", args=[soknad.pk, "finnes_ikke"])).status_code == 404


def test_bakgrunnen_spores_en_gang_og_med_ord(nettleser: Client, soknad: Soknad) -> None:
    adresse = reverse("kontor:soknad_bakgrunn", args=[soknad.sak_id])
    skjema = nettleser.get(adresse).context["skjema"]
    felter = {"sosialhjelp": "supplerende", "introduksjonsstonad": "on", "fra_kvp_i_kommune": "1103"}
    nettleser.post(adresse, {**felter, "versjon": skjema["versjon"].value()})
    bakgrunn = Bakgrunn.objects.get(sak=soknad.sak)
    assert (bakgrunn.sosialhjelp, bakgrunn.fra_kvp_i_kommune) == ("supplerende", "1103")
    svar = nettleser.post(adresse, {**felter, "versjon": skjema["versjon"].value()})
    assert "Noen andre har lagret" in svar.content.decode()


def test_vedlegget_lastes_ned_og_kjores_aldri(nettleser: Client, soknad: Soknad) -> None:
    dokument = soknad.vedlegg.get()
    svar = nettleser.get(reverse("kontor:soknad_vedlegg", args=[soknad.pk, dokument.pk]))
    assert svar.content == PDF
    assert svar.headers["Content-Disposition"].startswith("attachment")
    assert svar.headers["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in svar.headers["Content-Security-Policy"]
    assert Sporing.objects.filter(handling="soknad.les").exists()


def test_personen_endres_og_to_som_skriver_ser_hverandre(nettleser: Client, soknad: Soknad) -> None:
    person = soknad.sak.person
    adresse = reverse("kontor:person", args=[person.pk])
    skjema = nettleser.get(adresse).context["skjema"]
    felter = {navn: skjema[navn].value() or "" for navn in skjema.fields if navn != "innsending"}
    felter = {navn: verdi for navn, verdi in felter.items() if verdi is not False}
    assert nettleser.post(adresse, {**felter, "telefon": "99 88 77 66", "tolkebehov": "on"}).status_code == 302
    person.refresh_from_db()
    assert (person.telefon, person.tolkebehov) == ("99 88 77 66", True)
    svar = nettleser.post(adresse, {**felter, "telefon": "11 22 33 44"})
    tekst = svar.content.decode()
    assert "99 88 77 66" in tekst
    assert "11 22 33 44" in tekst


def test_barn_legges_til_rettes_og_slutter_aa_forsorges(nettleser: Client, soknad: Soknad) -> None:
    person = soknad.sak.person
    ny = reverse("kontor:person_barn_ny", args=[person.pk])
    assert nettleser.get(ny).status_code == 200
    assert nettleser.post(ny, {"fodselsdato": "29.2.2023"}).context["skjema"].errors.keys() == {"fodselsdato"}
    nettleser.post(ny, {"navn": "Ivan", "fodselsdato": "29.2.2020", "bor_i_husholdningen": "on"})
    barn = Barn.objects.get()
    adresse = reverse("kontor:person_barn", args=[person.pk, barn.pk])
    felter = {"navn": "Ivan", "fodselsdato": "29.2.2020", "fra": "29.2.2020", "versjon": barn.versjon}
    assert nettleser.get(adresse).status_code == 200
    assert nettleser.post(adresse, {**felter, "til": "28.2.2020"}).context["skjema"].errors.keys() == {"til"}
    assert nettleser.post(adresse, {**felter, "fra": "28.2.2020"}).context["skjema"].errors.keys() == {"fra"}
    nettleser.post(adresse, {**felter, "til": "31.5.2026"})
    barn.refresh_from_db()
    assert barn.til == date(2026, 5, 31)
    assert "31. mai 2026" in nettleser.get(reverse("kontor:person", args=[person.pk])).content.decode()
    annen = lag_person()
    assert nettleser.get(reverse("kontor:person_barn", args=[annen.pk, barn.pk])).status_code == 404


def _sider(soknad: Soknad) -> list[str]:
    krav = soknad.opplysningskrav.get()
    kommandoer = ("be_om_opplysninger", "gi_forelopig_svar", "legg_ved", "merk_klar", "trekk")
    return [
        reverse("kontor:soknad", args=[soknad.sak_id]),
        reverse("kontor:soknad_bakgrunn", args=[soknad.sak_id]),
        reverse("kontor:soknad_registrer", args=[soknad.sak.person_id]),
        reverse("kontor:person", args=[soknad.sak.person_id]),
        reverse("kontor:person_barn_ny", args=[soknad.sak.person_id]),
        reverse("kontor:soknad_motta_opplysning", args=[krav.pk]),
        reverse("kontor:soknad_vedlegg", args=[soknad.pk, soknad.vedlegg.get().pk]),
        *(reverse("kontor:soknad_kommando", args=[soknad.pk, kommando]) for kommando in kommandoer),
    ]


@pytest.mark.parametrize("rolle", [Rolle.OKONOMI, Rolle.STATLIG_VEILEDER, Rolle.SYSTEMANSVARLIG, Rolle.DELTAKER])
def test_andre_roller_faar_404_paa_hver_side(soknad: Soknad, veileder: Aktor, kontor: Kontor, rolle: Rolle) -> None:
    services.soknad_be_om_opplysninger(veileder, soknad=soknad, mangler=[services.Mangel("Attest")])
    klient = logg_inn(lag_aktor(rolle, kontor))
    for side in [*_sider(soknad), reverse("kontor:person_registrer")]:
        assert klient.get(side).status_code == 404, side
        assert klient.post(side, {}).status_code in {404, 405}, side


def test_veileder_ved_annet_kontor_faar_404(soknad: Soknad, veileder: Aktor, kommune: Kommune) -> None:
    services.soknad_be_om_opplysninger(veileder, soknad=soknad, mangler=[services.Mangel("Attest")])
    klient = logg_inn(lag_aktor(Rolle.VEILEDER, lag_kontor(kommune)))
    for side in _sider(soknad):
        assert klient.get(side).status_code == 404, side
    assert Sporing.objects.filter(utfall="nektet").exists()


@pytest.mark.parametrize("rolle", [Rolle.BESLUTTER, Rolle.LEDER, Rolle.REVISOR, Rolle.JOBBSPESIALIST])
def test_de_som_leser_saken_leser_soknaden_men_skriver_ikke(
    soknad: Soknad, veileder: Aktor, kontor: Kontor, rolle: Rolle
) -> None:
    services.soknad_be_om_opplysninger(veileder, soknad=soknad, mangler=[services.Mangel("Attest")])
    klient = logg_inn(lag_aktor(rolle, kontor))
    side = klient.get(reverse("kontor:soknad", args=[soknad.sak_id]))
    assert side.status_code == 200
    assert side.context["kommandoer"] == []
    for adresse in _sider(soknad)[1:6] + _sider(soknad)[7:]:
        assert klient.get(adresse).status_code == 404, adresse


def test_uten_innlogging_kommer_ingen_inn(soknad: Soknad, kontor: Kontor) -> None:
    svar = Client().get(reverse("kontor:soknad", args=[soknad.sak_id]))
    assert svar.headers["Location"].startswith("/logg-inn/")


def test_siden_har_faa_sporringer_ogsaa_med_mange_krav(
    nettleser: Client, soknad: Soknad, veileder: Aktor, django_assert_max_num_queries: Any
) -> None:
    mangler = [services.Mangel(f"Papir {nr}") for nr in range(9)]
    services.soknad_be_om_opplysninger(veileder, soknad=soknad, mangler=mangler)
    adresse = reverse("kontor:soknad", args=[soknad.sak_id])
    nettleser.get(adresse)
    with django_assert_max_num_queries(25):
        nettleser.get(adresse)


def test_sak_uten_soknad_leder_til_aa_fore_den_inn(nettleser: Client, kontor: Kontor) -> None:
    sak = lag_sak(kontor)
    registrer = reverse("kontor:soknad_registrer", args=[sak.person_id])
    assert nettleser.get(reverse("kontor:soknad", args=[sak.pk])).headers["Location"] == registrer
    assert "har allerede en åpen sak" not in nettleser.get(registrer).content.decode()
    nettleser.post(registrer, _felter(kontor))
    assert Soknad.objects.get().sak == sak


def test_den_som_er_kjent_i_en_annen_kommune_kan_soke_her_uten_at_noen_leser_opplysningene(
    nettleser: Client, kontor: Kontor
) -> None:
    der = lag_kontor(Kommune.objects.create(nummer="4205", navn="Annenvik"), navn="NAV Annenvik")
    sak = lag_sak(der, lag_person(adresse="Bakken 7"))
    with kommando(SYSTEM, "test"):
        sak.lagre_endring(status="avsluttet")
    personside = reverse("kontor:person", args=[sak.person_id])
    assert nettleser.get(personside).status_code == 404
    assert nettleser.get(reverse("kontor:person_barn_ny", args=[sak.person_id])).status_code == 404
    adresse = reverse("kontor:soknad_registrer", args=[sak.person_id])
    side = nettleser.get(adresse).content.decode()
    assert f'href="{personside}"' not in side
    assert "Bakken 7" not in side
    assert nettleser.post(adresse, _felter(kontor)).status_code == 302
    assert "Bakken 7" in nettleser.get(personside).content.decode()
