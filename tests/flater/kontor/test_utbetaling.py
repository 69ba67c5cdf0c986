"""Økonomi runs a month from the pages; the case page shows the same rows as the participant's."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from fotfeste.fag.person.services import person_endre
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.utbetaling import services
from fotfeste.fag.utbetaling.enums import Kjoringsstatus
from fotfeste.fag.utbetaling.models import Kjoring
from fotfeste.grunnmur.logg.models import Hendelse
from fotfeste.grunnmur.organisasjon.enums import Rolle
from fotfeste.grunnmur.organisasjon.models import Kommune, Kontor, Medlemskap
from fotfeste.grunnmur.tilgang import Aktor
from fotfeste.kobling.betaling.services import filer_lag
from fotfeste.regelverk.tid import maned
from tests.grunnlag import lag_deltaker, lag_kommune, lag_person, lag_sak_i_program, lag_timeliste

MAI = date(2026, 5, 1)


@pytest.fixture
def i_program(kontor: Kontor, veileder: Aktor) -> Sak:
    sak = lag_sak_i_program(kontor)
    lag_timeliste(sak, MAI, godkjent_av=veileder)
    return sak


@pytest.fixture
def kjoring(kommune: Kommune, i_program: Sak, okonomi: Aktor) -> Kjoring:
    return services.kjoring_forbered(okonomi, services.kjoring_opprett(okonomi, kommune=kommune, maned=MAI))


def _som(aktor: Aktor) -> Client:
    klient = Client()
    klient.force_login(aktor.krev_bruker())
    return klient


def _kommando(klient: Client, kjoring: Kjoring, kommando: str, nokkel: str = "") -> str:
    svar = klient.post(
        reverse("kontor:kjoring_kommando", args=[kjoring.pk, kommando]), {"innsending": nokkel or uuid4()}, follow=True
    )
    assert svar.status_code == 200
    return svar.content.decode()


def test_kjoringen_begynnes_en_gang_med_to_klikk(i_program: Sak, okonomi: Aktor) -> None:
    klient, skjema = _som(okonomi), {"maned": "2026-05-01", "innsending": uuid4()}
    forste = klient.post(reverse("kontor:kjoringer"), skjema)
    andre = klient.post(reverse("kontor:kjoringer"), skjema)
    assert forste.status_code == andre.status_code == 302
    assert forste.headers["Location"] == andre.headers["Location"]
    assert Kjoring.objects.count() == 1


class TestFlereKommuner:
    """Someone who prepares payments for two municipalities, and only reads a third."""

    @pytest.fixture
    def felles(self, okonomi: Aktor) -> Aktor:
        bruker = okonomi.krev_bruker()
        for navn, nummer, rolle in (("Elvdal", "3453", Rolle.OKONOMI), ("Aurdal", "3454", Rolle.REVISOR)):
            Medlemskap.objects.create(bruker=bruker, rolle=rolle, kommune=lag_kommune(navn, nummer), fra=MAI)
        return okonomi

    def test_velger_blant_dem_de_betaler_for(self, felles: Aktor) -> None:
        side = _som(felles).get(reverse("kontor:kjoringer")).content.decode()
        assert side.index(">Elvdal<") < side.index(">Fjordvik<")
        assert ">Aurdal<" not in side

    def test_kjoringen_blir_den_valgte_kommunens(self, felles: Aktor, kommune: Kommune) -> None:
        for navn in ("Fjordvik", "Elvdal"):
            valgt = Kommune.objects.get(navn=navn)
            skjema = {"maned": "2026-05-01", "kommune": str(valgt.pk), "innsending": uuid4()}
            assert _som(felles).post(reverse("kontor:kjoringer"), skjema).status_code == 302
        assert {kjoring.kommune.navn for kjoring in Kjoring.objects.all()} == {"Fjordvik", "Elvdal"}

    @pytest.mark.parametrize("valgt", ["", "Aurdal"])
    def test_en_annen_eller_ingen_gir_ingen_kjoring(self, felles: Aktor, valgt: str) -> None:
        nokkel = str(Kommune.objects.get(navn=valgt).pk) if valgt else ""
        skjema = {"maned": "2026-05-01", "kommune": nokkel, "innsending": uuid4()}
        assert _som(felles).post(reverse("kontor:kjoringer"), skjema).status_code == 200
        assert not Kjoring.objects.exists()

    def test_den_som_betaler_for_en_far_ikke_valget(self, okonomi: Aktor, kontor: Kontor) -> None:
        elvdal = lag_kommune("Elvdal", "3453")
        Medlemskap.objects.create(bruker=okonomi.krev_bruker(), rolle=Rolle.REVISOR, kommune=elvdal, fra=MAI)
        klient = _som(okonomi)
        assert 'name="kommune"' not in klient.get(reverse("kontor:kjoringer")).content.decode()
        klient.post(reverse("kontor:kjoringer"), {"maned": "2026-05-01", "innsending": uuid4()})
        assert Kjoring.objects.get().kommune == kontor.kommune

    def test_den_som_bare_leser_begynner_ingen(self, revisor: Aktor) -> None:
        klient = _som(revisor)
        assert "Beregn måneden" not in klient.get(reverse("kontor:kjoringer")).content.decode()
        skjema = {"maned": "2026-05-01", "innsending": uuid4()}
        assert klient.post(reverse("kontor:kjoringer"), skjema).status_code == 404


def test_en_maned_som_ikke_er_over_faar_en_setning(i_program: Sak, okonomi: Aktor) -> None:
    svar = _som(okonomi).post(reverse("kontor:kjoringer"), {"maned": "2026-06-01", "innsending": uuid4()})
    assert svar.status_code == 200
    assert not Kjoring.objects.exists()


def test_den_som_forberedte_ser_at_en_annen_maa_frigi(kjoring: Kjoring, okonomi: Aktor) -> None:
    side = _som(okonomi).get(reverse("kontor:kjoring", args=[kjoring.pk])).content.decode()
    assert "Nå må en annen i økonomi se over den" in side
    assert "Frigi utbetalingen" not in side
    assert "En annen må frigi den" in _kommando(_som(okonomi), kjoring, "frigi")


def test_frigi_og_lag_filer(kjoring: Kjoring, okonomi2: Aktor) -> None:
    klient = _som(okonomi2)
    _kommando(klient, kjoring, "frigi")
    side = _kommando(klient, kjoring, "send")
    assert "Filene er laget" in side
    fil = klient.get(reverse("kontor:betalingsfil", args=[kjoring.pk, "pain001"]))
    assert fil.headers["Content-Disposition"].startswith("attachment")
    assert fil.content.startswith(b"<?xml")
    kjoring.refresh_from_db()
    assert kjoring.status == Kjoringsstatus.SENDT


@pytest.mark.parametrize("rolle", ["veileder", "beslutter", "jobbspesialist", "statlig_veileder"])
def test_andre_finner_ikke_kjoringen(kjoring: Kjoring, rolle: str, request: pytest.FixtureRequest) -> None:
    klient = _som(request.getfixturevalue(rolle))
    assert klient.get(reverse("kontor:kjoring", args=[kjoring.pk])).status_code == 404
    assert klient.get(reverse("kontor:kjoringer")).status_code == 404
    assert klient.post(reverse("kontor:kjoring_kommando", args=[kjoring.pk, "frigi"])).status_code == 404


def test_ukjent_kommando_finnes_ikke(kjoring: Kjoring, okonomi: Aktor) -> None:
    svar = _som(okonomi).post(reverse("kontor:kjoring_kommando", args=[kjoring.pk, "slett"]), {"innsending": uuid4()})
    assert svar.status_code == 404


def test_framdriften_kan_folges(kommune: Kommune, i_program: Sak, okonomi: Aktor) -> None:
    kjoring = services.kjoring_opprett(okonomi, kommune=kommune, maned=MAI)
    klient = _som(okonomi)
    side = klient.get(reverse("kontor:kjoring", args=[kjoring.pk]), headers={"HX-Request": "true"})
    assert 'role="status"' in side.content.decode()
    services.kjoring_forbered(okonomi, kjoring)
    ferdig = klient.get(reverse("kontor:kjoring", args=[kjoring.pk]), headers={"HX-Request": "true"})
    assert ferdig.headers["HX-Redirect"] == reverse("kontor:kjoring", args=[kjoring.pk])


def test_veileder_og_deltaker_ser_samme_belop(
    kjoring: Kjoring, i_program: Sak, veileder: Aktor, kontor: Kontor, okonomi2: Aktor
) -> None:
    services.kjoring_frigi(okonomi2, kjoring)
    deltaker = lag_deltaker(i_program.person, kontor)
    hos_kontoret = _som(veileder).get(reverse("kontor:stonad", args=[i_program.pk]) + "?maned=2026-05")
    hos_deltaker = _som(deltaker).get(reverse("deltaker:penger_maned", args=[2026, 5]))
    for svar in (hos_kontoret, hos_deltaker):
        assert "22\xa0510\xa0kr" in svar.content.decode()
        assert "§ 35" in svar.content.decode()


@pytest.mark.parametrize("maned", ["", "2026-13", "tull", "2099-01", "1900-01"])
def test_en_maned_som_ikke_finnes_gir_ingen_feilside(i_program: Sak, veileder: Aktor, maned: str) -> None:
    svar = _som(veileder).get(reverse("kontor:stonad", args=[i_program.pk]) + f"?maned={maned}")
    assert svar.status_code == 200


def test_kjoringssiden_har_fast_antall_sporringer(
    kommune: Kommune, kontor: Kontor, veileder: Aktor, okonomi: Aktor
) -> None:
    def antall(nye: int) -> int:
        for _ in range(nye):
            lag_timeliste(lag_sak_i_program(kontor, person=lag_person()), MAI, godkjent_av=veileder)
        kjoring = services.kjoring_opprett(okonomi, kommune=kommune, maned=MAI)
        services.kjoring_forbered(okonomi, kjoring)
        with CaptureQueriesContext(connection) as fanget:
            _som(okonomi).get(reverse("kontor:kjoring", args=[kjoring.pk]))
        return len(fanget)

    assert antall(2) == antall(6)


def test_en_konto_som_er_en_annen_enn_forrige_maned_er_merket(
    i_program: Sak, kommune: Kommune, veileder: Aktor, okonomi: Aktor, okonomi2: Aktor
) -> None:
    april = date(2026, 4, 1)
    lag_timeliste(i_program, april, godkjent_av=veileder)
    services.kjoring_forbered(okonomi, services.kjoring_opprett(okonomi, kommune=kommune, maned=april))
    person_endre(veileder, i_program.person, kontonummer="12345678903")
    mai = services.kjoring_forbered(okonomi, services.kjoring_opprett(okonomi, kommune=kommune, maned=MAI))
    side = _som(okonomi2).get(reverse("kontor:kjoring", args=[mai.pk])).content.decode()
    assert side.count("ny konto") == 1


def _side(aktor: Aktor, kjoring: Kjoring) -> str:
    svar = _som(aktor).get(reverse("kontor:kjoring", args=[kjoring.pk]))
    assert svar.status_code == 200
    return " ".join(svar.content.decode().replace("\N{NO-BREAK SPACE}", " ").split())


def test_to_klikk_pa_frigi_gir_samme_kvittering(kjoring: Kjoring, okonomi2: Aktor) -> None:
    nokkel = str(uuid4())
    for merke in (nokkel, nokkel, str(uuid4())):
        side = _kommando(_som(okonomi2), kjoring, "frigi", merke)
        assert "Utbetalingen er frigitt." in side
        assert "kan ikke gjøres nå" not in side
    assert Hendelse.objects.filter(kode="utbetaling.frigitt").count() == 1


def test_den_andre_kjoringen_sier_at_den_er_den_andre(
    kjoring: Kjoring, kontor: Kontor, kommune: Kommune, veileder: Aktor, okonomi: Aktor, okonomi2: Aktor
) -> None:
    assert "kjøring 1" not in _side(okonomi, kjoring)
    filer_lag(okonomi2, services.kjoring_frigi(okonomi2, kjoring))
    lag_timeliste(lag_sak_i_program(kontor, person=lag_person()), MAI, godkjent_av=veileder)
    ekstra = services.kjoring_forbered(okonomi, services.kjoring_opprett(okonomi, kommune=kommune, maned=MAI))
    side = _side(okonomi, ekstra)
    assert "<title>Utbetaling for mai 2026 (kjøring 2)" in side
    assert ">Utbetaling for mai 2026 (kjøring 2)</h1>" in side
    assert "mai 2026 (kjøring 2)</a>" in _som(okonomi).get(reverse("kontor:kjoringer")).content.decode()


def test_to_med_samme_navn_skilles_pa_saksnummer_og_kontor(
    kommune: Kommune, kontor: Kontor, veileder: Aktor, okonomi: Aktor
) -> None:
    saker = [lag_sak_i_program(kontor, person=lag_person()) for _ in range(3)]
    for sak in saker[:2]:
        lag_timeliste(sak, MAI, godkjent_av=veileder)
    kjoring = services.kjoring_forbered(okonomi, services.kjoring_opprett(okonomi, kommune=kommune, maned=MAI))
    side = _side(okonomi, kjoring)
    for sak in saker:
        assert f"{sak.saksnummer} · {kontor.navn}" in side


def test_de_utelatte_star_side_for_side(
    kommune: Kommune, kontor: Kontor, okonomi: Aktor, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On the first of the month nobody's sheet has come: twelve thousand rows are no page."""
    monkeypatch.setattr("fotfeste.flater.kontor.utbetaling_views.LINJER_PER_SIDE", 2)
    for nummer in range(3):
        lag_sak_i_program(kontor, person=lag_person(etternavn=f"Prøve{nummer}"))
    kjoring = services.kjoring_forbered(okonomi, services.kjoring_opprett(okonomi, kommune=kommune, maned=MAI))
    adresse = reverse("kontor:kjoring", args=[kjoring.pk])
    forste, andre = (_som(okonomi).get(adresse + side).content.decode() for side in ("", "?utelatt=2"))
    assert ("Prøve0" in forste, "Prøve2" in forste, "<dd>3</dd>" in forste) == (True, False, True)
    assert ("Prøve0" in andre, "Prøve2" in andre) == (False, True)


def test_en_tom_kjoring_har_ingenting_a_frigi(
    kommune: Kommune, kontor: Kontor, okonomi: Aktor, okonomi2: Aktor, leder: Aktor
) -> None:
    lag_sak_i_program(kontor)
    kjoring = services.kjoring_forbered(okonomi, services.kjoring_opprett(okonomi, kommune=kommune, maned=MAI))
    for aktor in (okonomi, okonomi2):
        side = _side(aktor, kjoring)
        assert "Det er ingenting å frigi" in side
        assert "Du kan legge den bort" in side
        assert "en annen i økonomi" not in side
        assert "Frigi utbetalingen" not in side
    assert "Du kan legge den bort" not in _side(leder, kjoring)
    assert "Kjøringen er lagt bort." in _kommando(_som(okonomi2), kjoring, "forkast")


def test_belopet_er_forelopig_for_deltakeren_til_det_er_frigitt(
    kjoring: Kjoring, i_program: Sak, kontor: Kontor, okonomi2: Aktor
) -> None:
    klient = _som(lag_deltaker(i_program.person, kontor))
    adresse = reverse("deltaker:penger_maned", args=[2026, 5])
    assert "kan endre seg til utbetalingen er frigitt" in klient.get(adresse).content.decode()
    services.kjoring_frigi(okonomi2, kjoring)
    assert "foreløpig" not in klient.get(adresse).content.decode()


def test_null_kroner_sier_at_det_ikke_var_noe_a_betale_ut(
    kommune: Kommune, kontor: Kontor, veileder: Aktor, okonomi: Aktor, okonomi2: Aktor
) -> None:
    sak = lag_sak_i_program(kontor)
    dager = {dag: Decimal("7.5") for dag in maned(2026, 5).dager() if dag.weekday() < 5}
    lag_timeliste(sak, MAI, godkjent_av=veileder, arbeid=dager)
    kjoring = services.kjoring_forbered(okonomi, services.kjoring_opprett(okonomi, kommune=kommune, maned=MAI))
    services.kjoring_frigi(okonomi2, kjoring)
    assert kjoring.utbetalinger.get().netto == 0
    klient = _som(lag_deltaker(sak.person, kontor))
    side = klient.get(reverse("deltaker:penger_maned", args=[2026, 5])).content.decode()
    assert "Det var ingenting å betale ut for denne måneden." in side
    stonad = _som(veileder).get(reverse("kontor:stonad", args=[sak.pk]) + "?maned=2026-05").content.decode()
    assert "ingenting å betale ut" in stonad
