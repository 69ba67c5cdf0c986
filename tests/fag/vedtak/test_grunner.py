"""Why a programme pauses, ends or goes on, one by one; the protected first year; the participant's own answer."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from fotfeste.fag.etter import flytting
from fotfeste.fag.oppfolging.enums import Avslutningsmate, Situasjon
from fotfeste.fag.oversikt.selectors import oversikt_en
from fotfeste.fag.program import services as program
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.vedtak import services
from fotfeste.fag.vedtak.enums import Vedtaksstatus, Vedtakstype
from fotfeste.fag.vedtak.kontroll import merknader
from fotfeste.fag.vedtak.models import Punktsvar, Vedtak
from fotfeste.fag.vedtak.punkter import Svar, punktrader
from fotfeste.fag.vedtak.selectors import eget_varsel
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import Fagfeil, FlereFeil, IkkeTilgang
from fotfeste.grunnmur.logg.services import kommando
from fotfeste.grunnmur.organisasjon.models import Kontor
from fotfeste.grunnmur.tilgang import SYSTEM, Aktor
from fotfeste.regelverk.livslop import GJENINNTAKSPUNKTER, Grunn, Permisjonsgrunn, Punkt
from tests.fag.vedtak.fortelling import begrunn, brevtekst, fatt, innvilget, klar_innvilgelse, nektet, svar_pa_alt
from tests.grunnlag import I_DAG, lag_sak

pytestmark = pytest.mark.django_db
T = Vedtakstype
FRA, TIL = I_DAG, date(2027, 6, 2)
FULLFORT: dict[str, Any] = {
    "avslutningsmate": Avslutningsmate.FULLFORT,
    "viktigste_inntekt": Situasjon.ORDINAERT_ARBEID,
    "situasjon": [Situasjon.ORDINAERT_ARBEID],
    "grunn": Grunn.MALET_NADD,
}


@pytest.fixture
def i_program(veileder: Aktor, beslutter: Aktor, sak: Sak) -> Sak:
    innvilget(veileder, beslutter, sak, fra=FRA, til=TIL)
    return sak


def _utkast(veileder: Aktor, sak: Sak, type_: Vedtakstype, **felter: Any) -> Vedtak:
    vedtak = begrunn(veileder, services.vedtak_start(veileder, sak=sak, type=type_, fra=I_DAG))
    return services.vedtak_lagre(veileder, vedtak=vedtak, **felter)


def _feltene(veileder: Aktor, vedtak: Vedtak) -> dict[str, str]:
    with pytest.raises(FlereFeil) as feil:
        services.vedtak_send_til_beslutter(veileder, vedtak=vedtak)
    return {ett.felt: ett.melding for ett in feil.value.feil}


class TestGrunnen:
    def test_en_pause_uten_grunn_kommer_ikke_til_beslutteren(self, veileder: Aktor, i_program: Sak) -> None:
        assert _feltene(veileder, _utkast(veileder, i_program, T.AVBRUDD, grunn=""))["grunn"] == "Velg grunnen."

    def test_en_grunn_til_slutt_er_ingen_grunn_til_pause(self, veileder: Aktor, i_program: Sak) -> None:
        feil = _feltene(veileder, _utkast(veileder, i_program, T.AVBRUDD, grunn=Grunn.MALET_NADD))
        assert "ingen grunn til en pause" in feil["grunn"]

    def test_det_som_ikke_staar_i_listen_skrives(self, veileder: Aktor, i_program: Sak) -> None:
        assert "grunn_ord" in _feltene(veileder, _utkast(veileder, i_program, T.AVBRUDD, grunn=Grunn.ANNET))

    def test_grunn_og_bevis_fryses(self, veileder: Aktor, beslutter: Aktor, i_program: Sak) -> None:
        vedtak = fatt(veileder, beslutter, i_program, T.AVBRUDD, fra=I_DAG, bevis="Legeerklæring", bevis_dato=I_DAG)
        assert vedtak.frosset is not None
        assert vedtak.frosset["grunn"]["navn"] == "Sykdom eller behandling"
        assert vedtak.frosset["grunn"]["bevis"] == "Legeerklæring"
        assert [rad["hjemmel"] for rad in vedtak.frosset["lov"]] == ["sotjl § 34 første ledd første punktum"]

    def test_databasen_tar_ikke_en_pause_uten_grunn(self, veileder: Aktor, beslutter: Aktor, i_program: Sak) -> None:
        vedtak = fatt(veileder, beslutter, i_program, T.AVBRUDD, fra=I_DAG)
        felter = {f.name: getattr(vedtak, f.name) for f in Vedtak._meta.fields if f.name not in {"id", "opprettet"}}
        with pytest.raises(IntegrityError, match="opphor_har_grunn"), transaction.atomic(), kommando(SYSTEM, "test"):
            Vedtak.objects.create(**felter | {"grunn": ""})

    def test_pause_i_ett_ar_ma_ha_vart_i_ett_ar(self, veileder: Aktor, beslutter: Aktor, i_program: Sak) -> None:
        fatt(veileder, beslutter, i_program, T.AVBRUDD, fra=I_DAG)
        slutt: dict[str, Any] = {
            "avslutningsmate": Avslutningsmate.ETTER_AVBRUDD,
            "grunn": Grunn.PAUSE_I_ETT_AR,
            "situasjon": [Situasjon.UKJENT],
            "viktigste_inntekt": Situasjon.UKJENT,
        }
        felt, melding = nektet(veileder, beslutter, i_program, T.AVSLUTNING, fra=I_DAG, **slutt)
        assert (felt, melding) == ("grunn", "Programmet har ikke hatt pause i ett år da.")
        fatt(veileder, beslutter, i_program, T.AVSLUTNING, fra=TIL, **slutt)


class TestDetVernedeAret:
    def test_fodsel_krever_dagen_fravaeret_begynte(self, veileder: Aktor, i_program: Sak) -> None:
        assert "fravaer_fra" in _feltene(veileder, _utkast(veileder, i_program, T.AVBRUDD, grunn=Grunn.FODSEL))

    def test_den_som_er_borte_for_en_fodsel_mister_ikke_programmet(
        self, veileder: Aktor, beslutter: Aktor, i_program: Sak
    ) -> None:
        fatt(veileder, beslutter, i_program, T.AVBRUDD, fra=I_DAG, grunn=Grunn.FODSEL, fravaer_fra=I_DAG)
        felt, melding = nektet(
            veileder,
            beslutter,
            i_program,
            T.AVSLUTNING,
            fra=I_DAG + timedelta(days=60),
            avslutningsmate=Avslutningsmate.UTEBLIVELSE,
            grunn=Grunn.UTEBLIVELSE,
        )
        assert felt == "grunn"
        assert "kan ikke avsluttes på grunn av det før 3. juni 2027" in melding

    def test_heller_ikke_naar_fravaeret_er_en_permisjon(
        self, veileder: Aktor, beslutter: Aktor, i_program: Sak
    ) -> None:
        bevis = program.Permisjonsbevis(Permisjonsgrunn.FORELDRE_UTEN_STONAD, bevis="Fødselsmelding", bevis_dato=I_DAG)
        program.permisjon_registrer(
            veileder, sak=i_program, fra=I_DAG, til=I_DAG + timedelta(days=90), grunn="Fødsel", bevis=bevis
        )
        felt, _melding = nektet(
            veileder,
            beslutter,
            i_program,
            T.AVSLUTNING,
            fra=I_DAG + timedelta(days=30),
            avslutningsmate=Avslutningsmate.UTEBLIVELSE,
            grunn=Grunn.UTEBLIVELSE,
        )
        assert felt == "grunn"

    def test_men_den_som_selv_vil_slutte_kan_det(self, veileder: Aktor, beslutter: Aktor, i_program: Sak) -> None:
        fatt(veileder, beslutter, i_program, T.AVBRUDD, fra=I_DAG, grunn=Grunn.FODSEL, fravaer_fra=I_DAG)
        utkast = _utkast(veileder, i_program, T.AVSLUTNING, grunn=Grunn.EGET_ONSKE)
        (merknad,) = merknader(utkast, I_DAG)
        assert "Deltakeren er borte fra 3. juni 2026: fødsel" in merknad
        services.vedtak_forkast(veileder, vedtak=utkast)
        fatt(veileder, beslutter, i_program, T.AVSLUTNING, fra=I_DAG + timedelta(days=60), **FULLFORT)


class TestSlutten:
    def test_hva_deltakeren_gaar_til_ma_staa(self, veileder: Aktor, i_program: Sak) -> None:
        vedtak = _utkast(veileder, i_program, T.AVSLUTNING, **{**FULLFORT, "situasjon": [], "viktigste_inntekt": ""})
        assert {"situasjon", "viktigste_inntekt"} <= _feltene(veileder, vedtak).keys()

    def test_om_det_er_planlagt_ma_besvares(self, veileder: Aktor, i_program: Sak) -> None:
        vedtak = _utkast(veileder, i_program, T.AVSLUTNING, **FULLFORT, planlagt=None)
        assert "planlagt" in _feltene(veileder, vedtak)

    def test_en_avtale_om_aa_slutte_for_tiden_har_to_parter(
        self, veileder: Aktor, beslutter: Aktor, i_program: Sak
    ) -> None:
        felt, melding = nektet(veileder, beslutter, i_program, T.AVSLUTNING, fra=I_DAG, **FULLFORT, planlagt=False)
        assert felt == "forhandsvarsel"
        assert "En avtale har to parter" in melding

    def test_flytting_er_en_overlevering(self, veileder: Aktor, beslutter: Aktor, i_program: Sak) -> None:
        flytter: dict[str, Any] = {
            "avslutningsmate": Avslutningsmate.FLYTTET_KOMMUNE,
            "grunn": Grunn.FLYTTING,
            "situasjon": [Situasjon.ANNET],
        }
        (merknad,) = merknader(_utkast(veileder, i_program, T.AVSLUTNING, **flytter), I_DAG)
        assert "Snakk med kontoret i den nye kommunen før programmet slutter, hvis deltakeren vil det" in merknad
        rad = flytting.flytting_meld(veileder, sak=i_program, til_kommune="Sjøvik", flytter=I_DAG)
        flytting.flytting_kontakt(veileder, flytting=rad, dato=I_DAG, med="NAV Sjøvik", avtalt="De tar over.")
        assert merknader(i_program.vedtak.get(status=Vedtaksstatus.UTKAST), I_DAG) == []

    def test_den_som_ikke_vil_at_kontorene_snakker_sammen_faar_likevel_avslutte(
        self, veileder: Aktor, beslutter: Aktor, i_program: Sak
    ) -> None:
        fatt(
            veileder,
            beslutter,
            i_program,
            T.AVSLUTNING,
            fra=I_DAG,
            avslutningsmate=Avslutningsmate.FLYTTET_KOMMUNE,
            grunn=Grunn.FLYTTING,
            situasjon=[Situasjon.ANNET],
        )

    def test_varselet_til_den_som_uteblir_er_et_annet_enn_til_den_som_er_ferdig(
        self, veileder: Aktor, i_program: Sak
    ) -> None:
        vedtak = _utkast(veileder, i_program, T.AVSLUTNING, avslutningsmate=Avslutningsmate.UTEBLIVELSE)
        services.vedtak_varsle(veileder, vedtak=vedtak, uttalefrist=I_DAG + timedelta(days=14))
        assert "Vi har ikke sett deg" in i_program.brev.first().tittel  # type: ignore[union-attr]

    def test_brevet_lover_beviset_loven_gir(self, veileder: Aktor, beslutter: Aktor, i_program: Sak) -> None:
        vedtak = fatt(veileder, beslutter, i_program, T.AVSLUTNING, fra=I_DAG, **FULLFORT)
        assert "Vi sender deg et deltakerbevis" in brevtekst(vedtak)


class TestForlengelsen:
    def _forleng(self, veileder: Aktor, sak: Sak) -> Vedtak:
        til = date(2028, 6, 2)
        vedtak = services.vedtak_start(veileder, sak=sak, type=T.FORLENGELSE, fra=TIL + timedelta(days=1), til=til)
        return begrunn(veileder, vedtak)

    def test_hvert_sporsmal_besvares(self, veileder: Aktor, i_program: Sak) -> None:
        feil = _feltene(veileder, self._forleng(veileder, i_program))
        assert {felt for felt in feil if felt.startswith("punkt_")} == {
            "punkt_vilkar_fortsatt",
            "punkt_oppnadd",
            "punkt_gjenstar",
            "punkt_plan_videre",
        }

    def test_fyller_ikke_deltakeren_vilkaarene_kan_det_ikke_forlenges(self, veileder: Aktor, i_program: Sak) -> None:
        vedtak = svar_pa_alt(veileder, self._forleng(veileder, i_program))
        nei = {Punkt.VILKAR_FORTSATT: Svar(ja=False, tekst="Har fått fast jobb.")}
        vedtak = services.vedtak_svar_punkter(veileder, vedtak=vedtak, svar=nei)
        assert "nei" in _feltene(veileder, vedtak)["punkt_vilkar_fortsatt"]

    def test_svarene_fryses(self, veileder: Aktor, beslutter: Aktor, i_program: Sak) -> None:
        vedtak = fatt(veileder, beslutter, i_program, T.FORLENGELSE, fra=TIL + timedelta(days=1), til=date(2028, 6, 2))
        assert vedtak.frosset is not None
        assert {rad["kode"] for rad in vedtak.frosset["punkter"]} == {
            "vilkar_fortsatt",
            "oppnadd",
            "gjenstar",
            "plan_videre",
        }

    def test_et_sporsmal_fra_et_annet_slag_vedtak_tas_ikke_imot(self, veileder: Aktor, i_program: Sak) -> None:
        vedtak = self._forleng(veileder, i_program)
        with pytest.raises(Fagfeil):
            services.vedtak_svar_punkter(veileder, vedtak=vedtak, svar={Punkt.NODVENDIG: Svar(ja=True, tekst="Ja")})

    def test_ett_svar_per_sporsmal(self, veileder: Aktor, i_program: Sak) -> None:
        vedtak = svar_pa_alt(veileder, self._forleng(veileder, i_program))
        with pytest.raises(IntegrityError), transaction.atomic(), kommando(SYSTEM, "test"):
            Punktsvar.objects.create(sak=i_program, vedtak=vedtak, kode=Punkt.OPPNADD)


class TestGjeninntak:
    def test_den_som_har_vaert_med_for_faar_soke_igjen_og_det_nye_vurderes(
        self, veileder: Aktor, beslutter: Aktor, i_program: Sak, kontor: Kontor
    ) -> None:
        fatt(veileder, beslutter, i_program, T.AVSLUTNING, fra=I_DAG, **FULLFORT)
        with klokke.still_til(date(2027, 8, 2)):
            _natt()
            ny = lag_sak(kontor, i_program.person)
            vedtak = klar_innvilgelse(veileder, ny, fra=date(2027, 9, 1), til=date(2028, 8, 31))
            assert all("fullført" in rad.fakta for rad in punktrader(vedtak) if rad.kode in GJENINNTAKSPUNKTER)
            tomt = services.vedtak_svar_punkter(veileder, vedtak=vedtak, svar={Punkt.NY_HELSE: Svar()})
            assert "punkt_ny_helse" in _feltene(veileder, tomt)
            vedtak = svar_pa_alt(veileder, vedtak)
            services.vedtak_send_til_beslutter(veileder, vedtak=vedtak)

    def test_den_som_er_ny_spor_vi_bare_om_utdanning(self, veileder: Aktor, sak: Sak) -> None:
        assert [rad.kode for rad in punktrader(klar_innvilgelse(veileder, sak))] == [Punkt.UNDER_UTDANNING]


def _natt() -> None:
    from django.core.management import call_command

    call_command("nattjobb")


class TestDeltakerensEgetSvar:
    @pytest.fixture
    def varslet(self, veileder: Aktor, i_program: Sak) -> Vedtak:
        vedtak = _utkast(veileder, i_program, T.AVBRUDD)
        return services.vedtak_varsle(veileder, vedtak=vedtak, uttalefrist=I_DAG + timedelta(days=14))

    def test_svarer_selv_og_er_hort(self, deltaker: Aktor, veileder: Aktor, varslet: Vedtak) -> None:
        egen = eget_varsel(deltaker)
        assert egen == varslet
        svart = services.vedtak_uttalelse_egen(deltaker, vedtak=egen, uttalelse="Jeg vil heller ha halv uke.")
        assert svart.har_svart
        sendt = services.vedtak_send_til_beslutter(veileder, vedtak=svart)
        assert sendt.status == Vedtaksstatus.TIL_BESLUTNING

    def test_vil_ikke_si_noe(self, deltaker: Aktor, varslet: Vedtak) -> None:
        assert services.vedtak_uttalelse_egen(deltaker, vedtak=varslet, vil_ikke=True).har_svart

    def test_tomt_svar_er_ikke_et_svar(self, deltaker: Aktor, varslet: Vedtak) -> None:
        with pytest.raises(FlereFeil):
            services.vedtak_uttalelse_egen(deltaker, vedtak=varslet)

    def test_bare_deltakeren_svarer_for_seg_selv(self, veileder: Aktor, varslet: Vedtak) -> None:
        with pytest.raises(IkkeTilgang):
            services.vedtak_uttalelse_egen(veileder, vedtak=varslet, uttalelse="Ja.")

    def test_mer_tid_bes_om_og_gis(self, deltaker: Aktor, veileder: Aktor, varslet: Vedtak) -> None:
        services.vedtak_be_om_mer_tid(deltaker, vedtak=varslet, ord_="Jeg venter på legen.")
        oppgave = next(o for o in oversikt_en(varslet.sak).oppgaver if o.slag == "mer_tid")
        assert "Jeg venter på legen." in oppgave.mer
        ny = I_DAG + timedelta(days=28)
        gitt = services.vedtak_forleng_svarfrist(veileder, vedtak=varslet, uttalefrist=ny)
        assert (gitt.uttalefrist, gitt.mer_tid_bedt) == (ny, None)
        assert not any(o.slag == "mer_tid" for o in oversikt_en(varslet.sak).oppgaver)

    def test_fristen_blir_ikke_kortere(self, veileder: Aktor, varslet: Vedtak) -> None:
        with pytest.raises(Fagfeil):
            services.vedtak_forleng_svarfrist(veileder, vedtak=varslet, uttalefrist=I_DAG + timedelta(days=14))

    def test_etter_fristen_hjelper_det_ikke_aa_be_om_mer_tid(self, deltaker: Aktor, varslet: Vedtak) -> None:
        with klokke.still_til(I_DAG + timedelta(days=15)), pytest.raises(Fagfeil):
            services.vedtak_be_om_mer_tid(deltaker, vedtak=varslet, ord_="Jeg var syk.")
