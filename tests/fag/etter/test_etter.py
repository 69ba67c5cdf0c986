"""The time after: asked at 6, 12 and 24 months, contact agreed, certificates, moves, and who came back."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from fotfeste.fag.brev.lagring import fra_json
from fotfeste.fag.brev.models import Brevmal
from fotfeste.fag.etter import bevis, flytting, services
from fotfeste.fag.etter.enums import Ettersituasjon, Flytteutfall, Svarmate, Ytelse, Ytelsesutfall
from fotfeste.fag.etter.livslop import livslop
from fotfeste.fag.etter.selectors import eget_sporsmal, etter_til_mappe, utfallsside
from fotfeste.fag.oppfolging.enums import Avslutningsmate, Situasjon
from fotfeste.fag.oppfolging.models import Avslutning
from fotfeste.fag.oversikt.dag import min_dag
from fotfeste.fag.oversikt.selectors import oversikt_en
from fotfeste.fag.sak.enums import Saksstatus
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.sak.services import fast_kontakt_sett
from fotfeste.fag.vedtak.enums import Vedtakstype
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import Fagfeil, FlereFeil, IkkeTilgang
from fotfeste.grunnmur.logg.services import kommando
from fotfeste.grunnmur.organisasjon.enums import Rolle
from fotfeste.grunnmur.organisasjon.models import Kommune, Kontor
from fotfeste.grunnmur.tilgang import SYSTEM, Aktor
from tests.fag.vedtak.fortelling import lag_soknad
from tests.grunnlag import I_DAG, lag_aktor, lag_kommune, lag_kontor, lag_sak, lag_sak_i_program

pytestmark = pytest.mark.django_db
SLUTT = date(2026, 1, 30)
ARBEID: dict[str, Any] = {"situasjon": Ettersituasjon.ORDINAERT_ARBEID, "svarmate": Svarmate.SAMTALE}


@pytest.fixture
def sak(kontor: Kontor) -> Sak:
    return lag_sak_i_program(kontor)


@pytest.fixture
def sluttet(sak: Sak) -> Sak:
    """Ended on 30 January 2026 into ordinary work."""
    return _avslutt(sak, SLUTT)


def _avslutt(sak: Sak, dag: date) -> Sak:
    with kommando(SYSTEM, "test"):
        Avslutning.objects.create(
            sak=sak,
            dato=dag,
            mate=Avslutningsmate.FULLFORT,
            situasjon=[Situasjon.ORDINAERT_ARBEID],
            viktigste_inntekt=Situasjon.ORDINAERT_ARBEID,
        )
        sak.lagre_endring(status=Saksstatus.AVSLUTTET)
    return sak


def _slag(sak: Sak) -> set[str]:
    return {oppgave.slag for oppgave in oversikt_en(sak).oppgaver}


class TestObservasjonene:
    def test_seks_maneder_etter_sporres_det(self, sluttet: Sak) -> None:
        assert "etterpa" not in _slag(sluttet)
        with klokke.still_til(date(2026, 7, 30)):
            assert "etterpa" in _slag(sluttet)

    def test_den_lukkede_saken_er_paa_min_dag(self, veileder: Aktor, leder: Aktor, sluttet: Sak) -> None:
        fast_kontakt_sett(leder, sluttet, bruker=veileder.krev_bruker())
        services.etteroppfolging_avtal(veileder, sak=sluttet, onsket=False)
        with klokke.still_til(date(2026, 7, 30)):
            bevis.deltakerbevis_lag(veileder, sak=sluttet, oppnadd="Har lært kasse.")
            assert "etterpa" in {linje.oppgave.slag for linje in min_dag(veileder)}

    def test_notert_er_det_gjort_til_neste_gang(self, veileder: Aktor, sluttet: Sak) -> None:
        with klokke.still_til(date(2026, 7, 30)):
            services.etterobservasjon_lagre(veileder, sak=sluttet, maned=6, **ARBEID)
            assert "etterpa" not in _slag(sluttet)
        with klokke.still_til(date(2027, 1, 30)):
            assert "etterpa" in _slag(sluttet)
        assert etter_til_mappe([sluttet]) == {sluttet.pk: [{"dato": "2026-07-30", "situasjon": "ordinaert_arbeid"}]}

    def test_ett_aar_for_tidlig_er_for_tidlig(self, veileder: Aktor, sluttet: Sak) -> None:
        with pytest.raises(Fagfeil, match="først"):
            services.etterobservasjon_lagre(veileder, sak=sluttet, maned=12, **ARBEID)

    def test_foer_slutten_er_det_ikke_noe_etter(self, veileder: Aktor, sak: Sak) -> None:
        with pytest.raises(Fagfeil, match="ikke avsluttet"):
            services.etterobservasjon_lagre(veileder, sak=sak, maned=6, **ARBEID)

    def test_vil_ikke_svare_er_ukjent(self, veileder: Aktor, sluttet: Sak) -> None:
        with klokke.still_til(date(2026, 7, 30)):
            with pytest.raises(Fagfeil):
                services.etterobservasjon_lagre(
                    veileder, sak=sluttet, maned=6, situasjon=Ettersituasjon.AAP, svarmate=Svarmate.VIL_IKKE
                )
            rad = services.etterobservasjon_lagre(
                veileder, sak=sluttet, maned=6, situasjon=Ettersituasjon.UKJENT, svarmate=Svarmate.VIL_IKKE
            )
            assert not rad.er_kjent
            assert "etterpa" not in _slag(sluttet)

    def test_deltakeren_svarer_selv(self, deltaker: Aktor, sluttet: Sak) -> None:
        assert eget_sporsmal([sluttet]) is None
        with klokke.still_til(date(2026, 7, 25)):
            sporsmal = eget_sporsmal([sluttet])
            assert sporsmal is not None
            rad = services.etterobservasjon_svar(deltaker, sak=sluttet, maned=6, situasjon=Ettersituasjon.SKOLE)
            assert rad.svarmate == Svarmate.DELTAKER
            assert eget_sporsmal([sluttet]) is None

    def test_ingen_andre_svarer_for_deltakeren(self, veileder: Aktor, sluttet: Sak) -> None:
        with pytest.raises(IkkeTilgang):
            services.etterobservasjon_svar(veileder, sak=sluttet, maned=6, situasjon=Ettersituasjon.SKOLE)


class TestKontaktenEtterpaa:
    def test_avtales_avsluttes_og_tas_opp_igjen(self, veileder: Aktor, sluttet: Sak) -> None:
        assert "avtal_etter" in _slag(sluttet)
        avtale = {"sak": sluttet, "onsket": True, "hvem": veileder.krev_bruker(), "hva": "Ringes hver måned."}
        rad = services.etteroppfolging_avtal(veileder, **avtale)  # type: ignore[arg-type]
        assert "avtal_etter" not in _slag(sluttet)
        with pytest.raises(FlereFeil, match="alt avtalt"):
            services.etteroppfolging_avtal(veileder, **avtale)  # type: ignore[arg-type]
        services.etteroppfolging_avslutt(veileder, oppfolging=rad, grunn="Jobben er trygg.")
        with klokke.still_til(I_DAG + timedelta(days=30)):
            services.etteroppfolging_avtal(veileder, **avtale)  # type: ignore[arg-type]
        assert sluttet.etteroppfolginger.count() == 2

    def test_hvem_og_hva_maa_staa(self, veileder: Aktor, sluttet: Sak) -> None:
        with pytest.raises(FlereFeil) as feil:
            services.etteroppfolging_avtal(veileder, sak=sluttet, onsket=True)
        assert {ett.felt for ett in feil.value.feil} == {"hvem", "hva"}

    def test_stille_for_lenge_blir_en_oppgave(self, veileder: Aktor, sluttet: Sak) -> None:
        services.etteroppfolging_avtal(
            veileder, sak=sluttet, onsket=True, hvem=veileder.krev_bruker(), hva="Ringes hver måned."
        )
        assert "stille_etter" not in _slag(sluttet)
        with klokke.still_til(I_DAG + timedelta(days=42)):
            assert "stille_etter" in _slag(sluttet)


class TestBevisOgBekreftelser:
    def test_beviset_sier_det_som_er_oppnaadd_og_naar(self, veileder: Aktor, sluttet: Sak) -> None:
        assert "deltakerbevis" in _slag(sluttet)
        brevet = bevis.deltakerbevis_lag(veileder, sak=sluttet, oppnadd="Har lært kasse og varepåfylling.")
        tekst = str(fra_json(brevet.innhold)).replace("\\xa0", " ")
        assert brevet.mal == Brevmal.DELTAKERBEVIS
        assert "fra 12. januar 2026 til 30. januar 2026" in tekst
        assert "Har lært kasse" in tekst
        sluttet.avslutning.refresh_from_db()
        assert sluttet.avslutning.deltakerbevis == I_DAG
        assert "deltakerbevis" not in _slag(sluttet)

    def test_kan_lages_for_slutten_naar_noen_ber_om_det(self, veileder: Aktor, sak: Sak) -> None:
        brevet = bevis.deltakerbevis_lag(veileder, sak=sak, oppnadd="Møter presis.")
        assert "til 3. juni 2026" in str(fra_json(brevet.innhold)).replace("\\xa0", " ")

    def test_uten_ord_blir_det_ikke_noe_bevis(self, veileder: Aktor, sak: Sak) -> None:
        with pytest.raises(Fagfeil, match="oppnådd"):
            bevis.deltakerbevis_lag(veileder, sak=sak, oppnadd=" ")

    def test_barnehagen_faar_ikke_vite_hva_noen_tjener(self, deltaker: Aktor, sak: Sak) -> None:
        brevet = bevis.bekreftelse_lag(deltaker, sak=sak, slag=bevis.Bekreftelsesslag.BARNEHAGE)
        tekst = str(fra_json(brevet.innhold))
        assert "37,5 timer" in tekst
        assert "kr" not in {ord_.strip("',") for ord_ in tekst.replace("\\xa0", " ").split()}

    def test_banken_faar_vite_belopet(self, veileder: Aktor, sak: Sak) -> None:
        brevet = bevis.bekreftelse_lag(veileder, sak=sak, slag=bevis.Bekreftelsesslag.BANK)
        assert "278 696 kr" in str(fra_json(brevet.innhold)).replace("\\xa0", " ")

    def test_ingen_stonad_aa_bekrefte_etter_slutten(self, veileder: Aktor, sluttet: Sak) -> None:
        with pytest.raises(Fagfeil, match="ikke stønad i dag"):
            bevis.bekreftelse_lag(veileder, sak=sluttet, slag=bevis.Bekreftelsesslag.BANK)
        brevet = bevis.bekreftelse_lag(veileder, sak=sluttet, slag=bevis.Bekreftelsesslag.UDI)
        assert "var med i kvalifiseringsprogrammet" in str(fra_json(brevet.innhold))


class TestTilEtAnnetKontor:
    @pytest.fixture
    def nord(self, kommune: Kommune) -> Kontor:
        return lag_kontor(kommune, "NAV Fjordvik nord")

    def test_tilgangen_folger_saken(self, fagansvarlig: Aktor, veileder: Aktor, sak: Sak, nord: Kontor) -> None:
        fast_kontakt_sett(fagansvarlig, sak, bruker=veileder.krev_bruker(), fra=date(2026, 1, 12))
        bytte = flytting.sak_overfor(
            fagansvarlig,
            sak=sak,
            til_kontor=nord,
            nytte="Praksisen virker.",
            framgang="Snakker mer norsk.",
            neste_evaluering=date(2026, 8, 3),
        )
        sak.refresh_from_db()
        assert (sak.kontor, bytte.er_forklart) == (nord, True)
        with pytest.raises(IkkeTilgang):
            livslop(veileder, sak.pk)
        ny = lag_aktor(Rolle.VEILEDER, nord)
        side = livslop(ny, sak.pk)
        assert [b.fra_kontor.navn for b in side.bytter] == ["NAV Fjordvik sør"]
        assert "uten_kontakt" in _slag(sak)
        assert "nytt_kontor" not in _slag(sak)

    def test_uten_notat_er_det_forste_aa_se_paa_alt(self, leder: Aktor, sak: Sak, nord: Kontor) -> None:
        bytte = flytting.sak_overfor(leder, sak=sak, til_kontor=nord, nytte="Praksisen virker.")
        sak.refresh_from_db()
        assert "nytt_kontor" in _slag(sak)
        flytting.kontorbytte_vurder_helheten(lag_aktor(Rolle.VEILEDER, nord), bytte=bytte)
        assert "nytt_kontor" not in _slag(sak)

    def test_ikke_ut_av_kommunen_og_ikke_til_seg_selv(self, leder: Aktor, sak: Sak, kontor: Kontor) -> None:
        fremmed = lag_kontor(lag_kommune("Sjøvik", "1111"), "NAV Sjøvik")
        for til in (fremmed, kontor):
            with pytest.raises(Fagfeil):
                flytting.sak_overfor(leder, sak=sak, til_kontor=til)

    def test_veilederen_overforer_ikke_selv(self, veileder: Aktor, sak: Sak, nord: Kontor) -> None:
        with pytest.raises(IkkeTilgang):
            flytting.sak_overfor(veileder, sak=sak, til_kontor=nord)


class TestTilEnAnnenKommune:
    def test_fra_melding_til_utfall(self, veileder: Aktor, sak: Sak) -> None:
        rad = flytting.flytting_meld(veileder, sak=sak, til_kommune="Sjøvik", flytter=I_DAG + timedelta(days=30))
        assert "flytting" in _slag(sak)
        flytting.flytting_kontakt(veileder, flytting=rad, dato=I_DAG, med="NAV Sjøvik", avtalt="De tar over 1. juli.")
        assert "flytting" in _slag(sak), "the participant is not asked about the case yet"
        flytting.flytting_overlever_mappe(veileder, flytting=rad, samtykker=True)
        assert "flytting" not in _slag(sak)
        with klokke.still_til(I_DAG + timedelta(days=95)):
            assert "flytting" in _slag(sak)
            flytting.flytting_utfall(
                veileder, flytting=rad, utfall=Flytteutfall.VIDEREFORT, dato=I_DAG + timedelta(days=95)
            )
            assert "flytting" not in _slag(sak)

    def test_uten_samtykke_gis_ingenting_videre(self, veileder: Aktor, sak: Sak) -> None:
        rad = flytting.flytting_meld(veileder, sak=sak, til_kommune="Sjøvik", flytter=I_DAG)
        rad = flytting.flytting_overlever_mappe(veileder, flytting=rad, samtykker=False)
        assert rad.mappe_overlevert is None

    def test_en_flytting_om_gangen(self, veileder: Aktor, sak: Sak) -> None:
        flytting.flytting_meld(veileder, sak=sak, til_kommune="Sjøvik", flytter=I_DAG)
        with pytest.raises(FlereFeil):
            flytting.flytting_meld(veileder, sak=sak, til_kommune="Bergvik", flytter=I_DAG)


class TestAnnenYtelse:
    def test_en_soknad_om_aap_stopper_ingenting(self, veileder: Aktor, sak: Sak) -> None:
        soknad = services.ytelse_sokt(veileder, sak=sak, ytelse=Ytelse.AAP, sokt=I_DAG)
        sak.refresh_from_db()
        assert sak.status == Saksstatus.I_PROGRAM
        assert "annen_ytelse" in _slag(sak)
        with pytest.raises(FlereFeil, match="fra hvilken dag"):
            services.ytelse_avgjort(veileder, soknad=soknad, utfall=Ytelsesutfall.INNVILGET, avgjort=I_DAG)
        soknad = services.ytelse_avgjort(
            veileder, soknad=soknad, utfall=Ytelsesutfall.INNVILGET, avgjort=I_DAG, gjelder_fra=I_DAG
        )
        assert "ytelse_innvilget" in _slag(sak)
        services.ytelse_vurdert(veileder, soknad=soknad)
        assert not {"annen_ytelse", "ytelse_innvilget"} & _slag(sak)


class TestBildet:
    def test_dagen_og_det_som_kan_gjores(self, veileder: Aktor, sak: Sak) -> None:
        side = livslop(veileder, sak.pk)
        assert side.telling is not None
        assert (side.telling.nummer, side.telling.hoyst) == (143, 730)
        kan = {m.type: m.hindring for m in side.muligheter}
        assert kan[Vedtakstype.AVBRUDD] == ""
        assert kan[Vedtakstype.GJENOPPTAK] == "Programmet har ikke pause."
        assert kan[Vedtakstype.SAERLIG_FORLENGELSE].startswith("Programmet kan forlenges på vanlig måte")
        assert side.bilde

    def test_uten_program_er_bildet_tomt(self, veileder: Aktor, kontor: Kontor) -> None:
        side = livslop(veileder, lag_sak(kontor).pk)
        assert (side.telling, side.rader, side.bilde) == (None, [], [])


class TestUtfallene:
    def test_hvor_mange_vi_vet_om_og_hvem_som_kom_tilbake(
        self, leder: Aktor, veileder: Aktor, kontor: Kontor, sluttet: Sak
    ) -> None:
        _avslutt(lag_sak_i_program(kontor), SLUTT)
        ny = lag_sak(kontor, sluttet.person)
        lag_soknad(ny, mottatt=date(2026, 5, 4))
        with klokke.still_til(date(2026, 8, 3)):
            services.etterobservasjon_lagre(veileder, sak=sluttet, maned=6, **ARBEID)
            side = utfallsside(leder)
        seks = side.utfall[0]
        assert (seks.antall, seks.kjent, seks.mangler, seks.i_arbeid_eller_skole) == (2, 1, 1, 1)
        assert side.utfall[1].antall == 0
        assert [rad.lenke.sak_id for rad in side.tilbake] == [sluttet.pk]

    def test_nabokommunen_ser_ingen(self, sluttet: Sak) -> None:
        fremmed = lag_aktor(Rolle.LEDER, lag_kontor(lag_kommune("Sjøvik", "1111"), "NAV Sjøvik"))
        with klokke.still_til(date(2026, 8, 3)):
            assert utfallsside(fremmed).utfall[0].antall == 0
