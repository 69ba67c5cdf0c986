"""The pages about children and other benefits: seen before it is saved, told after, and never lost."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from fotfeste.fag.endring.models import Endringsmelding
from fotfeste.fag.endring.services import melding_send
from fotfeste.fag.person.models import Barn, Utenlandsopphold
from fotfeste.fag.person.services import barn_registrer, utenlandsopphold_registrer
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.utbetaling.models import AnnenYtelse
from fotfeste.fag.utbetaling.services import kjoring_forbered, kjoring_frigi, kjoring_opprett
from fotfeste.grunnmur.organisasjon.models import Kommune, Kontor
from fotfeste.grunnmur.tilgang import SYSTEM, Aktor
from tests.grunnlag import lag_deltaker, lag_person, lag_sak_i_program, lag_timeliste

PDF = b"%PDF-1.4\n%%EOF\n"
MAI = date(2026, 5, 1)


@pytest.fixture
def i_program(kontor: Kontor) -> Sak:
    return lag_sak_i_program(kontor)


@pytest.fixture
def lea(i_program: Sak) -> Barn:
    return barn_registrer(SYSTEM, i_program.person, navn="Lea", fodselsdato=date(2019, 5, 3))


@pytest.fixture
def nettleser(client: Client, veileder: Aktor) -> Client:
    client.force_login(veileder.krev_bruker())
    return client


def _tekst(svar) -> str:  # type: ignore[no-untyped-def]
    return str(svar.content.decode()).replace("\xa0", " ").replace("&nbsp;", " ")


def _papir() -> SimpleUploadedFile:
    return SimpleUploadedFile("papir.pdf", PDF)


class TestBarn:
    def test_siden_sier_hva_hvert_barn_gir_og_hvorfor(self, nettleser: Client, i_program: Sak, lea: Barn) -> None:
        utenlandsopphold_registrer(SYSTEM, lea, fra=date(2026, 1, 31))
        adresse = reverse("kontor:barn_oversikt", args=[i_program.pk])
        tekst = _tekst(nettleser.get(adresse, {"maned": "2026-05"}))
        assert "Barnetillegg noen dager" in tekst
        assert "Barnet har vært i utlandet 120 dager de siste tolv månedene" in tekst
        assert "ikke hjemme ennå" in tekst
        assert "Standard er bare hele dager utenfor Norge" in tekst
        stonad = _tekst(nettleser.get(reverse("kontor:stonad", args=[i_program.pk]), {"maned": "2026-05"}))
        assert "Barnetillegg: slik er det regnet" in stonad
        assert "forskriften § 3 andre ledd" in stonad

    def test_reisen_proves_pa_pengene_for_den_lagres(
        self,
        nettleser: Client,
        i_program: Sak,
        lea: Barn,
        kommune: Kommune,
        okonomi: Aktor,
        okonomi2: Aktor,
        veileder: Aktor,
    ) -> None:
        for maned in (date(2026, 4, 1), MAI):
            lag_timeliste(i_program, maned, godkjent_av=veileder)
            kjoring_frigi(okonomi2, kjoring_forbered(okonomi, kjoring_opprett(okonomi, kommune=kommune, maned=maned)))
        adresse = reverse("kontor:barn_utland_ny", args=[i_program.person_id, lea.pk])
        tekst = _tekst(nettleser.post(adresse, {"fra": "15.1.26", "vis": "1", "vedlegg": _papir()}))
        assert "Utbetalingen for juni 2026 går fra" in tekst
        assert "Dette gjelder måneder som er betalt: april og mai 2026." in tekst
        assert 'value="15.1.26"' in tekst
        assert not Utenlandsopphold.objects.exists()
        svar = nettleser.post(adresse, {"fra": "15.1.26", "vedlegg": _papir()}, follow=True)
        assert "De er regnet om, og forskjellen står" in _tekst(svar)
        opphold = Utenlandsopphold.objects.get()
        papir = nettleser.get(reverse("kontor:barn_utland_papir", args=[i_program.person_id, lea.pk, opphold.pk]))
        assert papir.content == PDF
        feil = nettleser.post(adresse, {"fra": "16.1.26", "vis": "1"})
        assert feil.context["skjema"].errors.keys() == {"fra"}
        fjern = reverse("kontor:barn_utland_fjern", args=[i_program.person_id, lea.pk, opphold.pk])
        nettleser.post(fjern, {"grunn": "Feil barn"})
        assert not Utenlandsopphold.objects.exists()

    def test_fosterbarnet_og_de_to_arene(self, nettleser: Client, i_program: Sak) -> None:
        ny = reverse("kontor:person_barn_ny", args=[i_program.person_id])
        felter = {"navn": "Noor", "fodselsdato": "3.5.2019", "fosterbarn": "on", "bor_i_husholdningen": "on"}
        assert nettleser.post(ny, felter).context["skjema"].errors.keys() == {"forsorget_fra", "krav_fram"}
        nettleser.post(ny, {**felter, "forsorget_fra": "1.1.2025", "krav_fram": "1.5.2026", "kilde": "barnevernet"})
        noor = Barn.objects.get()
        oversikt = reverse("kontor:barn_oversikt", args=[i_program.pk])
        assert "Et nytt krav kan settes fram 1. januar 2027" in _tekst(nettleser.get(oversikt))
        varig = reverse("kontor:barn_varig", args=[i_program.person_id, noor.pk])
        assert nettleser.post(varig, {"varig": "ja"}).context["skjema"].errors.keys() == {"grunn"}
        prov = _tekst(nettleser.post(varig, {"varig": "ja", "grunn": "Bor her til hun er voksen.", "vis": "1"}))
        assert "798 kr</td>" in prov
        nettleser.post(varig, {"varig": "ja", "grunn": "Bor her til hun er voksen."})
        assert "«Bor her til hun er voksen.»" in _tekst(nettleser.get(oversikt))

    def test_barnet_flytter_og_to_som_retter_ser_hverandre(self, nettleser: Client, i_program: Sak, lea: Barn) -> None:
        slutt = reverse("kontor:barn_slutt", args=[i_program.person_id, lea.pk])
        svar = nettleser.post(slutt, {"til": "15.5.26", "kilde": "deltaker", "versjon": "1"})
        assert svar.headers["Location"] == reverse("kontor:barn_oversikt", args=[i_program.pk])
        svar = nettleser.post(slutt, {"til": "20.5.26", "versjon": "1"})
        assert "Noen andre har lagret mens du skrev" in _tekst(svar)
        lea.refresh_from_db()
        assert lea.til == date(2026, 5, 15)
        borte = reverse("kontor:barn_utland", args=[i_program.person_id, lea.pk, i_program.pk])
        papir = reverse("kontor:barn_papir", args=[i_program.person_id, lea.pk])
        assert {nettleser.get(adresse).status_code for adresse in (borte, papir)} == {404}


class TestYtelser:
    def test_brevets_belop_regnes_om_vises_og_lagres(self, nettleser: Client, i_program: Sak) -> None:
        adresse = reverse("kontor:ytelser", args=[i_program.pk])
        felter = {"type": "sykepenger", "fra": "18.5.26", "belop": "12.000,-", "enhet": "maned"}
        tekst = _tekst(nettleser.post(adresse, {**felter, "vis": "1"}))
        assert "Per stønadsdag: 12 000 kr × 12 ÷ 260 = 553,85 kr. Vi trekker 553 kr." in tekst
        assert "går fra 22 510 kr til <b>16 980 kr</b>" in tekst
        assert not AnnenYtelse.objects.exists()
        nettleser.post(adresse, {**felter, "vedlegg": _papir()})
        ytelse = AnnenYtelse.objects.get()
        side = _tekst(nettleser.get(adresse))
        assert "Disse reduserer ikke stønaden" in side
        assert "553 kr per stønadsdag" in side
        assert nettleser.get(reverse("kontor:ytelse_papir", args=[ytelse.pk])).content == PDF
        assert nettleser.post(adresse, felter).context["skjema"].errors.keys() == {"fra"}
        assert nettleser.post(adresse, {**felter, "belop": "mye"}).context["skjema"].errors.keys() == {"belop"}

    def test_den_rettes_avsluttes_og_tas_bort(self, nettleser: Client, i_program: Sak) -> None:
        nettleser.post(
            reverse("kontor:ytelser", args=[i_program.pk]),
            {"type": "dagpenger", "fra": "18.5.26", "belop": "553,5", "enhet": "dag"},
        )
        ytelse = AnnenYtelse.objects.get()
        rett = reverse("kontor:ytelse", args=[ytelse.pk])
        assert 'value="553,50"' in _tekst(nettleser.get(rett))
        nettleser.post(rett, {"fra": "20.5.26", "belop": "600", "enhet": "dag", "versjon": "1"})
        nettleser.post(reverse("kontor:ytelse_slutt", args=[ytelse.pk]), {"til": "29.5.26", "versjon": "2"})
        ytelse.refresh_from_db()
        assert (ytelse.fra, ytelse.til, ytelse.belop_per_dag) == (date(2026, 5, 20), date(2026, 5, 29), 600)
        assert nettleser.get(reverse("kontor:ytelse_papir", args=[ytelse.pk])).status_code == 404
        nettleser.post(reverse("kontor:ytelse_fjern", args=[ytelse.pk]), {"grunn": "Feil person"})
        assert not AnnenYtelse.objects.exists()

    def test_okonomi_leser_og_far_ikke_noe_skjema(self, client: Client, i_program: Sak, okonomi: Aktor) -> None:
        client.force_login(okonomi.krev_bruker())
        adresse = reverse("kontor:ytelser", args=[i_program.pk])
        assert "Registrer en ytelse" not in _tekst(client.get(adresse))
        assert client.post(adresse, {"type": "sykepenger"}).status_code == 404


class TestMeldinger:
    def test_en_melding_leses_proves_og_legges_inn(
        self, nettleser: Client, i_program: Sak, lea: Barn, kontor: Kontor
    ) -> None:
        samira = lag_deltaker(i_program.person, kontor)
        melding = melding_send(samira, sak=i_program, slag="barn_flyttet", barn=lea, fra=date(2026, 5, 15))
        alle = reverse("kontor:endringsmeldinger", args=[i_program.pk])
        side = nettleser.get(alle).headers["Location"]
        assert side == reverse("kontor:endringsmelding", args=[melding.pk])
        assert 'value="15.05.2026"' in _tekst(nettleser.get(side))
        assert "418 kr</td>" in _tekst(nettleser.post(side, {"til": "15.5.26", "vis": "1"}))
        svar = nettleser.post(side, {"til": "16.5.26", "svar": "Takk", "versjon": "1"})
        assert svar.headers["Location"] == reverse("kontor:barn_oversikt", args=[i_program.pk])
        lea.refresh_from_db()
        assert lea.til == date(2026, 5, 16)
        assert "Takk" in _tekst(nettleser.get(side))
        assert nettleser.post(side, {"til": "17.5.26"}).context["skjema"].non_field_errors()

    @pytest.mark.parametrize("slag", ["barn_fodt", "barn_utland", "barn_annet", "ytelse"])
    def test_hvert_slag_har_sitt_skjema(
        self, nettleser: Client, i_program: Sak, lea: Barn, kontor: Kontor, slag: str
    ) -> None:
        samira = lag_deltaker(i_program.person, kontor)
        felter = {
            "barn_fodt": {"fra": date(2026, 5, 20), "navn": "Ole"},
            "barn_utland": {"fra": date(2026, 5, 20), "barn": lea},
            "barn_annet": {"tekst": "Ny adresse"},
            "ytelse": {"fra": date(2026, 5, 20), "ytelse": "sykepenger", "belop_ore": 55350, "enhet": "dag"},
        }[slag]
        melding = melding_send(samira, sak=i_program, slag=slag, **felter)  # type: ignore[arg-type]
        side = reverse("kontor:endringsmelding", args=[melding.pk])
        skjema = nettleser.get(side).context["skjema"]
        verdier = {n: skjema[n].value() for n in skjema.fields if skjema[n].value() not in (None, False)}
        verdier = {n: f"{v:%d.%m.%Y}" if isinstance(v, date) else v for n, v in verdier.items()}
        assert nettleser.post(side, verdier).status_code == 302
        assert Endringsmelding.objects.get().status == "brukt"

    def test_ingenting_endres_uten_at_det_sies_hvorfor(self, nettleser: Client, i_program: Sak, kontor: Kontor) -> None:
        samira = lag_deltaker(i_program.person, kontor)
        melding = melding_send(samira, sak=i_program, slag="barn_annet", tekst="Lea begynner på skole")
        les = reverse("kontor:endringsmelding_les", args=[melding.pk])
        assert nettleser.post(les, {"svar": ""}).context["leseskjema"].errors.keys() == {"svar"}
        assert nettleser.post(les, {"svar": "Så fint. Stønaden er den samme."}).status_code == 302
        alle = _tekst(nettleser.get(reverse("kontor:endringsmeldinger", args=[i_program.pk])))
        assert "Lest, ingenting er endret" in alle


def test_uten_sak_gar_barnets_side_tilbake_til_personen(nettleser: Client) -> None:
    person = lag_person()
    svar = nettleser.post(reverse("kontor:person_barn_ny", args=[person.pk]), {"fodselsdato": "3.5.2019"})
    assert svar.headers["Location"] == reverse("kontor:person", args=[person.pk])
