"""Why a programme pauses, ends and is extended, and which days count; each by hand."""

from datetime import date, timedelta

import pytest

from fotfeste.regelverk.livslop import (
    FORLENGELSESPUNKTER,
    GJENINNTAKSPUNKTER,
    GRUNNER,
    INNVILGELSESPUNKTER,
    PERMISJONER,
    PUNKTER,
    SAERLIGE_PUNKTER,
    Grunn,
    Permisjonsgrunn,
    Punkt,
    VernetFravaer,
    for_lang_permisjon,
    mangler_ved_punkt,
    tell_dager,
    vern_mot_slutt,
    virkedager_i,
)
from fotfeste.regelverk.tid import Periode

D = date.fromisoformat
FODSEL = VernetFravaer(Grunn.FODSEL, D("2026-03-10"))


def test_hver_grunn_har_regel_og_hver_regel_en_bruk() -> None:
    assert set(GRUNNER) == set(Grunn)
    assert all(regel.slutt for regel in GRUNNER.values())
    assert {grunn for grunn, regel in GRUNNER.items() if regel.vernet} == {
        Grunn.ORDINAERT_ARBEID,
        Grunn.FODSEL,
        Grunn.ADOPSJON,
    }
    assert not GRUNNER[Grunn.PAUSE_I_ETT_AR].pause
    assert str(GRUNNER[Grunn.KOMMER_IKKE_TILBAKE].hjemmel) == "sotjl § 34 første ledd andre punktum"
    assert str(GRUNNER[Grunn.PAUSE_I_ETT_AR].hjemmel) == "sotjl § 34 første ledd tredje punktum"


class TestDetForsteAret:
    def test_varer_til_dagen_for_arsdagen(self) -> None:
        assert FODSEL.til == D("2027-03-09")

    @pytest.mark.parametrize("grunn", [Grunn.FODSEL, Grunn.UTEBLIVELSE, Grunn.ORDINAERT_ARBEID])
    def test_programmet_kan_ikke_slutte_pa_grunn_av_fravaeret(self, grunn: Grunn) -> None:
        assert "kan ikke avsluttes på grunn av det før 10. mars 2027" in vern_mot_slutt(
            grunn, [FODSEL], D("2026-09-01")
        )

    def test_siste_dag_kan_vaere_den_siste_i_aret_men_ikke_for(self) -> None:
        assert vern_mot_slutt(Grunn.FODSEL, [FODSEL], D("2027-03-08"))
        assert vern_mot_slutt(Grunn.FODSEL, [FODSEL], D("2027-03-09")) == ""

    def test_for_fravaeret_begynte_er_det_ikke_noe_vern(self) -> None:
        assert vern_mot_slutt(Grunn.UTEBLIVELSE, [FODSEL], D("2026-03-09")) == ""

    @pytest.mark.parametrize("grunn", [Grunn.EGET_ONSKE, Grunn.MALET_NADD, Grunn.FLYTTING, Grunn.SYKDOM])
    def test_den_som_selv_vil_eller_er_i_mal_kan_slutte(self, grunn: Grunn) -> None:
        assert vern_mot_slutt(grunn, [FODSEL], D("2026-09-01")) == ""

    def test_at_noen_ikke_kommer_tilbake_ma_de_si_selv(self) -> None:
        grunn, dag = Grunn.KOMMER_IKKE_TILBAKE, D("2026-09-01")
        assert vern_mot_slutt(grunn, [FODSEL], dag)
        assert vern_mot_slutt(grunn, [FODSEL], dag, deltakeren_har_sagt_det=True) == ""

    def test_at_deltakeren_har_sagt_noe_hjelper_ikke_for_fravaeret_selv(self) -> None:
        assert vern_mot_slutt(Grunn.UTEBLIVELSE, [FODSEL], D("2026-09-01"), deltakeren_har_sagt_det=True)


class TestPunktene:
    def test_saerlig_forlengelse_sporr_om_forskriftens_fem(self) -> None:
        assert [str(PUNKTER[p].hjemmel) for p in SAERLIGE_PUNKTER] == [
            "forskriften § 2 andre ledd første punktum",
            "forskriften § 2 andre ledd andre punktum",
            "forskriften § 2 andre ledd andre punktum",
            "forskriften § 2 andre ledd tredje punktum",
            "forskriften § 2 andre ledd fjerde punktum",
        ]
        assert [PUNKTER[p].ma_vaere_ja for p in SAERLIGE_PUNKTER] == [True, True, False, True, False]

    def test_hvert_punkt_hores_til_ett_sted(self) -> None:
        alle = [*FORLENGELSESPUNKTER, *SAERLIGE_PUNKTER, *GJENINNTAKSPUNKTER, *INNVILGELSESPUNKTER]
        assert sorted(alle) == sorted(Punkt)

    def test_nei_stopper_der_forskriften_krever_ja(self) -> None:
        assert "nei" in mangler_ved_punkt(Punkt.PROGRESJON, ja=False, tekst="Ingen framgang.")
        assert mangler_ved_punkt(Punkt.PROGRESJON, ja=True, tekst="Ja, mye.") == ""

    def test_ubesvart_og_uten_ord_mangler(self) -> None:
        assert "ikke besvart" in mangler_ved_punkt(Punkt.PROGRESJON, ja=None, tekst="Noe")
        assert "Skriv noen ord" in mangler_ved_punkt(Punkt.PROGRESJON, ja=True, tekst=" ")
        assert mangler_ved_punkt(Punkt.MOTIVASJON, ja=None, tekst="Vil jobbe.") == ""

    def test_det_valgfrie_ma_begrunnes_bare_nar_svaret_er_ja(self) -> None:
        assert mangler_ved_punkt(Punkt.UNDER_UTDANNING, ja=None, tekst="") == ""
        assert mangler_ved_punkt(Punkt.UNDER_UTDANNING, ja=False, tekst="") == ""
        assert "Skriv noen ord" in mangler_ved_punkt(Punkt.UNDER_UTDANNING, ja=True, tekst=" ")


class TestPermisjonen:
    def test_bare_forskriften_gir_stonad(self) -> None:
        for regel in PERMISJONER.values():
            assert regel.med_stonad == (regel.hjemmel.grunnlag.kode == "fk")

    def test_seks_uker_etter_fodselen_og_ikke_en_dag_mer(self) -> None:
        fra = D("2026-04-01")
        seks = Periode(fra, fra + timedelta(days=41))
        assert for_lang_permisjon(Permisjonsgrunn.FODSEL, seks) == ""
        assert "6 uker" in for_lang_permisjon(Permisjonsgrunn.FODSEL, Periode(fra, fra + timedelta(days=42)))

    def test_ti_virkedager_rett_for_termin(self) -> None:
        ti = Periode(D("2026-06-01"), D("2026-06-14"))
        assert virkedager_i(ti) == 10
        assert for_lang_permisjon(Permisjonsgrunn.FOR_TERMIN, ti) == ""
        assert "11 virkedager" in for_lang_permisjon(Permisjonsgrunn.FOR_TERMIN, Periode(ti.fra, D("2026-06-15")))

    def test_velferd_telles_i_kalenderaret(self) -> None:
        uke = Periode(D("2026-03-02"), D("2026-03-06"))
        andre = Periode(D("2026-12-28"), D("2027-01-08"))
        assert for_lang_permisjon(Permisjonsgrunn.VELFERD, andre, [uke]) == ""
        tredje = Periode(D("2026-08-03"), D("2026-08-05"))
        assert "12 virkedager i 2026" in for_lang_permisjon(Permisjonsgrunn.VELFERD, andre, [uke, tredje])

    def test_uten_grense_i_forskriften_er_det_ingen_grense_her(self) -> None:
        lang = Periode(D("2026-01-01"), D("2026-12-31"))
        assert for_lang_permisjon(Permisjonsgrunn.FORELDRE_UTEN_STONAD, lang) == ""


class TestDagene:
    START = D("2026-01-12")

    def test_forste_dag_er_nummer_en(self) -> None:
        t = tell_dager(self.START, [], self.START)
        assert (t.nummer, t.hoyst, t.siste_dag, t.siste_dag_saerlig) == (1, 730, D("2028-01-11"), D("2029-01-11"))

    def test_siste_dag_er_nummer_sju_hundre_og_tretti(self) -> None:
        t = tell_dager(self.START, [], D("2028-01-11"))
        assert (t.nummer, t.igjen) == (730, 0)

    def test_permisjon_og_pause_teller_ikke(self) -> None:
        utenom = [Periode(D("2026-03-01"), D("2026-03-31")), Periode(D("2026-05-01"), None)]
        t = tell_dager(self.START, utenom, D("2026-05-10"))
        assert t.teller_ikke == 31 + 10
        assert t.nummer == (D("2026-05-10") - self.START).days + 1 - 41
        assert t.siste_dag == D("2028-01-11") + timedelta(days=41)

    def test_en_dag_som_er_baade_permisjon_og_pause_trekkes_en_gang(self) -> None:
        samme = Periode(D("2026-03-01"), D("2026-03-31"))
        assert tell_dager(self.START, [samme, samme], D("2026-04-01")).teller_ikke == 31

    def test_for_start_er_ingen_dag(self) -> None:
        assert tell_dager(self.START, [], D("2026-01-11")).nummer == 0
