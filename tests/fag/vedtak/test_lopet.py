"""The life of a decided programme: heard before it is taken, paused and going on by itself, ended on its last day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction

from fotfeste.fag.oppfolging.enums import Avslutningsmate
from fotfeste.fag.oversikt.selectors import oversikt_en
from fotfeste.fag.program.perioder import programslutt
from fotfeste.fag.sak.enums import Saksstatus
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.sak.selectors import tidslinje
from fotfeste.fag.utbetaling.grunnlag import stonadsfakta_for
from fotfeste.fag.vedtak import services
from fotfeste.fag.vedtak.enums import Sjekk, Vedtaksstatus, Vedtakstype
from fotfeste.fag.vedtak.models import Vedtak
from fotfeste.fag.vedtak.perioder import Vedtaksrad
from fotfeste.fag.vedtak.selectors import vedtak_side
from fotfeste.fag.vedtak.virkning import status_pa
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import Fagfeil, FlereFeil
from fotfeste.grunnmur.logg.services import kommando
from fotfeste.grunnmur.logg.setninger import setning
from fotfeste.grunnmur.organisasjon.models import Kontor
from fotfeste.grunnmur.tilgang import SYSTEM, Aktor
from fotfeste.regelverk.stonad import beregn
from tests.fag.vedtak.fortelling import begrunn, brevtekst, fatt, innvilget, klar_innvilgelse, nektet
from tests.grunnlag import I_DAG, lag_sak

FRA, TIL = date(2026, 6, 3), date(2027, 6, 2)
FRIST = I_DAG + timedelta(days=14)
T = Vedtakstype


@pytest.fixture
def i_program(veileder: Aktor, beslutter: Aktor, sak: Sak) -> Sak:
    """Granted from today for a year."""
    innvilget(veileder, beslutter, sak, fra=FRA, til=TIL)
    return sak


def _natt(sak: Sak, dag: date) -> str:
    with klokke.still_til(dag):
        call_command("nattjobb")
    sak.refresh_from_db()
    return sak.status


def _stonadsdager(sak: Sak, maned: date) -> int:
    return beregn(stonadsfakta_for([sak], maned, kjent_dato=date(2027, 12, 31))[sak.pk]).stonadsdager


def _linje(sak: Sak) -> str:
    siste = tidslinje(sak)[0]
    return setning(siste.kode, siste.data, siste.bruker.navn if siste.bruker else "Fotfeste")


class TestDeltakerenErHort:
    """An ending is notified on 3 June with two weeks to answer (fvl § 16)."""

    @pytest.fixture
    def varslet(self, veileder: Aktor, i_program: Sak) -> Vedtak:
        vedtak = services.vedtak_start(veileder, sak=i_program, type=T.AVSLUTNING, fra=date(2026, 8, 31))
        begrunn(veileder, vedtak)
        vedtak = services.vedtak_lagre(veileder, vedtak=vedtak, avslutningsmate=Avslutningsmate.UTEBLIVELSE)
        return services.vedtak_varsle(veileder, vedtak=vedtak, uttalefrist=FRIST)

    def test_kan_ikke_tas_samme_dag_som_varselet(self, veileder: Aktor, varslet: Vedtak) -> None:
        assert varslet.uttalefrist == FRIST
        for dag in (I_DAG, FRIST):
            with klokke.still_til(dag), pytest.raises(FlereFeil, match=r"frist til og med 17\. juni 2026") as feil:
                services.vedtak_send_til_beslutter(veileder, vedtak=varslet)
            assert [(ett.felt, ett.hjemmel) for ett in feil.value.feil] == [("forhandsvarsel", "fvl § 16")]

    def test_dagen_etter_fristen_kan_det_fattes(self, veileder: Aktor, beslutter: Aktor, varslet: Vedtak) -> None:
        with klokke.still_til(FRIST + timedelta(days=1)):
            sendt = services.vedtak_send_til_beslutter(veileder, vedtak=varslet)
            assert services.vedtak_fatt(beslutter, vedtak=sendt, sjekket=Sjekk.values).status == Vedtaksstatus.FATTET

    def test_svaret_apner_for_vedtaket_og_staar_i_brevet(
        self, veileder: Aktor, beslutter: Aktor, varslet: Vedtak
    ) -> None:
        services.vedtak_uttalelse(veileder, vedtak=varslet, dato=I_DAG, uttalelse="Jeg vil prøve én måned til.")
        sak = varslet.sak
        assert _linje(sak).endswith("registrerte svaret på varselet 3. juni 2026: «Jeg vil prøve én måned til.»")
        sendt = services.vedtak_send_til_beslutter(veileder, vedtak=varslet)
        fattet = services.vedtak_fatt(beslutter, vedtak=sendt, sjekket=Sjekk.values)
        assert "Jeg vil prøve én måned til." in brevtekst(fattet)
        assert fattet.frosset is not None
        assert fattet.frosset["horing"] == {
            "varslet": "2026-06-03",
            "svarfrist": "2026-06-17",
            "svarte": "2026-06-03",
            "svar": "Jeg vil prøve én måned til.",
        }

    def test_den_som_ikke_vil_uttale_seg_er_ogsaa_hort(self, veileder: Aktor, varslet: Vedtak) -> None:
        svart = services.vedtak_uttalelse(veileder, vedtak=varslet, dato=I_DAG, vil_ikke=True)
        assert (svart.uttalelse_dato, svart.uttalelse, svart.har_svart) == (I_DAG, "", True)
        assert _linje(varslet.sak).endswith("registrerte at deltakeren ikke vil uttale seg om varselet, 3. juni 2026.")
        services.vedtak_send_til_beslutter(veileder, vedtak=varslet)

    def test_et_svar_kan_komme_mens_vedtaket_er_hos_beslutter(self, veileder: Aktor, varslet: Vedtak) -> None:
        with klokke.still_til(FRIST + timedelta(days=1)):
            services.vedtak_send_til_beslutter(veileder, vedtak=varslet)
            svart = services.vedtak_uttalelse(
                veileder, vedtak=varslet, dato=klokke.i_dag(), uttalelse="Jeg var på sykehus."
            )
        assert (svart.status, svart.uttalelse) == (Vedtaksstatus.TIL_BESLUTNING, "Jeg var på sykehus.")

    def test_svaret_maa_si_noe_og_ha_en_mulig_dag(self, veileder: Aktor, varslet: Vedtak) -> None:
        for felter, felt in (
            ({"dato": I_DAG}, "uttalelse"),
            ({"dato": I_DAG, "uttalelse": "Nei", "vil_ikke": True}, "vil_ikke"),
            ({"dato": I_DAG - timedelta(days=1), "vil_ikke": True}, "dato"),
            ({"dato": I_DAG + timedelta(days=1), "vil_ikke": True}, "dato"),
        ):
            with pytest.raises(FlereFeil) as feil:
                services.vedtak_uttalelse(veileder, vedtak=varslet, **felter)  # type: ignore[arg-type]
            assert [ett.felt for ett in feil.value.feil] == [felt]

    def test_uten_varsel_er_det_ingenting_a_svare_paa(self, veileder: Aktor, i_program: Sak) -> None:
        vedtak = services.vedtak_start(veileder, sak=i_program, type=T.AVBRUDD, fra=I_DAG)
        with pytest.raises(FlereFeil, match="Send forhåndsvarselet først"):
            services.vedtak_uttalelse(veileder, vedtak=vedtak, dato=I_DAG, vil_ikke=True)

    def test_et_nytt_varsel_maa_besvares_paa_nytt(self, veileder: Aktor, varslet: Vedtak) -> None:
        services.vedtak_uttalelse(veileder, vedtak=varslet, dato=I_DAG, vil_ikke=True)
        with klokke.still_til(date(2026, 6, 10)):
            igjen = services.vedtak_varsle(veileder, vedtak=varslet, uttalefrist=date(2026, 6, 24))
            assert not igjen.har_svart
            with pytest.raises(FlereFeil, match=r"24\. juni 2026"):
                services.vedtak_send_til_beslutter(veileder, vedtak=igjen)

    def test_heller_ikke_med_sql(self, veileder: Aktor, beslutter: Aktor, varslet: Vedtak) -> None:
        with klokke.still_til(FRIST + timedelta(days=1)):
            services.vedtak_send_til_beslutter(veileder, vedtak=varslet)
        fatt_med_sql = "UPDATE vedtak_vedtak SET status = 'fattet', dato = %s, beslutter_id = %s WHERE id = %s"
        with (
            pytest.raises(IntegrityError, match="hort_for_vedtak"),
            kommando(SYSTEM, "snik"),
            transaction.atomic(),
            connection.cursor() as sql,
        ):
            sql.execute(fatt_med_sql, [FRIST, beslutter.krev_bruker().pk, varslet.pk])


class TestPausenSlutterAvSegSelv:
    """A pause from 1 to 31 July."""

    @pytest.fixture
    def pause(self, veileder: Aktor, beslutter: Aktor, i_program: Sak) -> Sak:
        fatt(veileder, beslutter, i_program, T.AVBRUDD, fra=date(2026, 7, 1), til=date(2026, 7, 31))
        return i_program

    def test_saken_folger_pausens_egne_dager(self, pause: Sak) -> None:
        assert pause.status == Saksstatus.I_PROGRAM
        assert _natt(pause, date(2026, 6, 30)) == Saksstatus.I_PROGRAM
        assert _natt(pause, date(2026, 7, 1)) == Saksstatus.AVBRUTT
        assert _linje(pause) == "Pausen i programmet begynte 1. juli 2026."
        assert _natt(pause, date(2026, 7, 31)) == Saksstatus.AVBRUTT
        assert _natt(pause, date(2026, 8, 3)) == Saksstatus.I_PROGRAM
        assert _linje(pause) == "Pausen er over. Programmet gikk videre 1. august 2026."
        assert (_stonadsdager(pause, date(2026, 7, 1)), _stonadsdager(pause, date(2026, 8, 1))) == (0, 21)

    def test_natten_gjor_det_en_gang(self, pause: Sak) -> None:
        _natt(pause, date(2026, 7, 1))
        _natt(pause, date(2026, 7, 2))
        assert [rad.kode for rad in tidslinje(pause)].count("vedtak.pausen_begynte") == 1

    def test_gjenopptak_etter_pausens_egen_slutt_nektes_i_ord(
        self, veileder: Aktor, beslutter: Aktor, pause: Sak
    ) -> None:
        _natt(pause, date(2026, 7, 20))
        with klokke.still_til(date(2026, 7, 20)):
            felt, ord_ = nektet(veileder, beslutter, pause, T.GJENOPPTAK, fra=date(2026, 9, 7))
        assert felt == "fra"
        assert "slutter av seg selv 31. juli 2026" in ord_

    def test_for_pausens_egen_slutt_kan_den_kortes(self, veileder: Aktor, beslutter: Aktor, pause: Sak) -> None:
        _natt(pause, date(2026, 7, 8))
        with klokke.still_til(date(2026, 7, 8)):
            fatt(veileder, beslutter, pause, T.GJENOPPTAK, fra=date(2026, 7, 8))
        assert pause.status == Saksstatus.I_PROGRAM
        assert _stonadsdager(pause, date(2026, 7, 1)) == 18

    def test_siden_vet_det_selv_om_nattjobben_ikke_har_gaatt(self, veileder: Aktor, pause: Sak) -> None:
        _natt(pause, date(2026, 7, 1))
        with klokke.still_til(date(2026, 8, 3)):
            assert T.GJENOPPTAK not in vedtak_side(veileder, pause.pk).kan_begynne
            assert T.AVBRUDD in vedtak_side(veileder, pause.pk).kan_begynne
            services.vedtak_start(veileder, sak=pause, type=T.AVBRUDD)
        pause.refresh_from_db()
        assert pause.status == Saksstatus.I_PROGRAM

    def test_de_to_arene_flyttes_bare_med_pausens_egne_dager(self, pause: Sak) -> None:
        with klokke.still_til(date(2028, 5, 1)):
            frister = {str(f.tekst): f.dato for f in oversikt_en(pause).frister}
        assert frister["Programmet har vart i to år"] == date(2028, 7, 3)

    def test_en_pause_i_pausen_nektes(self, veileder: Aktor, beslutter: Aktor, pause: Sak) -> None:
        felt, ord_ = nektet(veileder, beslutter, pause, T.AVBRUDD, fra=date(2026, 7, 31))
        assert (felt, ord_) == (
            "fra",
            "Det er alt vedtatt en pause fra 1. juli 2026. Velg dager som ikke går inn i den.",
        )


class TestPausenHarVartEttAr:
    """Paused without an end from 1 July 2026; the grant lasts to 2 June 2027."""

    @pytest.fixture
    def pause(self, veileder: Aktor, beslutter: Aktor, i_program: Sak) -> Sak:
        fatt(veileder, beslutter, i_program, T.AVBRUDD, fra=date(2026, 7, 1))
        _natt(i_program, date(2026, 7, 1))
        return i_program

    def _forleng(self, veileder: Aktor, beslutter: Aktor, sak: Sak) -> Vedtak:
        with klokke.still_til(date(2027, 5, 20)):
            return fatt(veileder, beslutter, sak, T.FORLENGELSE, fra=date(2027, 6, 3), til=date(2028, 6, 2))

    def test_etter_ett_ar_skal_programmet_avsluttes(self, veileder: Aktor, beslutter: Aktor, pause: Sak) -> None:
        self._forleng(veileder, beslutter, pause)
        with klokke.still_til(date(2027, 6, 25)):
            felt, ord_ = nektet(veileder, beslutter, pause, T.GJENOPPTAK, fra=date(2027, 7, 2))
            assert felt == "fra"
            assert "har hatt pause siden 1. juli 2026" in ord_
            assert "skal programmet avsluttes" in ord_
            fatt(veileder, beslutter, pause, T.GJENOPPTAK, fra=date(2027, 7, 1))
        assert _natt(pause, date(2027, 7, 1)) == Saksstatus.I_PROGRAM
        assert _stonadsdager(pause, date(2027, 7, 1)) == 22

    def test_uten_rett_igjen_maa_programmet_forlenges_forst(
        self, veileder: Aktor, beslutter: Aktor, pause: Sak
    ) -> None:
        with klokke.still_til(date(2027, 6, 10)):
            felt, ord_ = nektet(veileder, beslutter, pause, T.GJENOPPTAK, fra=date(2027, 6, 14))
        assert (felt, ord_) == (
            "fra",
            "Ingen vedtak gir rett til program 14. juni 2027. Forleng programmet først, eller avslutt det hvis det "
            "ikke kan forlenges.",
        )

    def test_forlengelsen_kan_lages_i_pausen_og_lover_ikke_stonad_for_den_er_over(
        self, veileder: Aktor, beslutter: Aktor, pause: Sak
    ) -> None:
        brev = brevtekst(self._forleng(veileder, beslutter, pause))
        assert "Du får stønad når pausen er over." in brev
        assert "fortsetter som før" not in brev

    def test_pausen_kan_ikke_begynne_etter_at_vedtaket_er_gaatt_ut(
        self, veileder: Aktor, beslutter: Aktor, i_program: Sak
    ) -> None:
        felt, ord_ = nektet(veileder, beslutter, i_program, T.AVBRUDD, fra=TIL + timedelta(days=1))
        assert (felt, "til og med 2. juni 2027" in ord_) == ("fra", True)


class TestAvslutningFramITid:
    """Decided on 3 June, with 31 August as the last day."""

    SISTE = date(2026, 8, 31)

    @pytest.fixture
    def slutter(self, veileder: Aktor, beslutter: Aktor, i_program: Sak) -> Sak:
        felter = {"avslutningsmate": Avslutningsmate.UTEBLIVELSE}
        fatt(veileder, beslutter, i_program, T.AVSLUTNING, fra=self.SISTE, **felter)
        return i_program

    def test_saken_er_apen_til_og_med_siste_dag(self, slutter: Sak) -> None:
        assert slutter.status == Saksstatus.I_PROGRAM
        assert _natt(slutter, self.SISTE) == Saksstatus.I_PROGRAM
        assert _natt(slutter, self.SISTE + timedelta(days=1)) == Saksstatus.AVSLUTTET
        assert _linje(slutter) == "Programmet sluttet. Siste dag var 31. august 2026."
        assert _stonadsdager(slutter, date(2026, 9, 1)) == 0

    def test_ukeplanen_kan_ikke_vare_lenger_enn_siste_dag(self, slutter: Sak) -> None:
        assert programslutt(slutter) == self.SISTE

    def test_er_siste_dag_passert_avsluttes_saken_straks(
        self, veileder: Aktor, beslutter: Aktor, i_program: Sak
    ) -> None:
        with klokke.still_til(date(2026, 9, 1)):
            fatt(
                veileder,
                beslutter,
                i_program,
                T.AVSLUTNING,
                fra=self.SISTE,
                avslutningsmate=Avslutningsmate.UTEBLIVELSE,
            )
        assert i_program.status == Saksstatus.AVSLUTTET

    def test_det_som_er_avsluttet_kan_ikke_forlenges_eller_avsluttes_igjen(self, veileder: Aktor, slutter: Sak) -> None:
        for type_ in (T.FORLENGELSE, T.SAERLIG_FORLENGELSE, T.AVSLUTNING):
            assert type_ not in vedtak_side(veileder, slutter.pk).kan_begynne
            with pytest.raises(Fagfeil, match=r"Siste dag er 31\. august 2026"):
                services.vedtak_start(veileder, sak=slutter, type=type_)

    def test_avslutning_etter_at_vedtaket_er_gaatt_ut_nektes(
        self, veileder: Aktor, beslutter: Aktor, i_program: Sak
    ) -> None:
        felt, ord_ = nektet(
            veileder,
            beslutter,
            i_program,
            T.AVSLUTNING,
            fra=TIL + timedelta(days=1),
            avslutningsmate=Avslutningsmate.UTEBLIVELSE,
        )
        assert (felt, ord_) == (
            "fra",
            "Vedtaket om program gjelder til og med 2. juni 2027. Programmets siste dag må være da eller før.",
        )

    def test_to_saker_kan_ikke_gi_rett_de_samme_dagene(
        self, veileder: Aktor, beslutter: Aktor, kontor: Kontor, slutter: Sak
    ) -> None:
        with kommando(SYSTEM, "test"):  # as when the case had been closed at once
            slutter.lagre_endring(status=Saksstatus.AVSLUTTET)
        ny = lag_sak(kontor, slutter.person)
        vedtak = klar_innvilgelse(veileder, ny, fra=date(2026, 7, 1), til=date(2027, 6, 30))
        with pytest.raises(FlereFeil) as feil:
            services.vedtak_send_til_beslutter(veileder, vedtak=vedtak)
        (ett,) = feil.value.feil
        assert ett.felt == "fra"
        assert f"Sak {slutter.saksnummer} gir samme person rett til program til og med 31. august 2026" in ett.melding
        services.vedtak_lagre(veileder, vedtak=vedtak, fra=date(2026, 9, 1))
        services.vedtak_send_til_beslutter(veileder, vedtak=vedtak)


class TestSakensStatusEnDag:
    """What the decisions come to on a day, whatever state the case was left in."""

    GITT = Vedtaksrad(T.INNVILGELSE, FRA, TIL)
    PAUSE = Vedtaksrad(T.AVBRUDD, date(2026, 5, 1), date(2026, 5, 31))

    def test_en_pause_uten_vedtak_i_innlest_historie_blir_staaende(self) -> None:
        assert status_pa(Saksstatus.AVBRUTT, [self.GITT], FRA) == Saksstatus.AVBRUTT

    def test_er_pausen_over_for_programmet_begynner_venter_saken_videre(self) -> None:
        assert status_pa(Saksstatus.AVBRUTT, [self.GITT, self.PAUSE], date(2026, 6, 1)) == Saksstatus.INNVILGET
        assert status_pa(Saksstatus.AVBRUTT, [self.GITT, self.PAUSE], FRA) == Saksstatus.I_PROGRAM

    @pytest.mark.parametrize(
        "status", [Saksstatus.SOKNAD, Saksstatus.AVSLATT, Saksstatus.TRUKKET, Saksstatus.AVSLUTTET]
    )
    def test_saker_som_ikke_er_i_gang_rores_ikke(self, status: Saksstatus) -> None:
        assert status_pa(status, [self.GITT, Vedtaksrad(T.AVBRUDD, FRA, None)], FRA) == status
