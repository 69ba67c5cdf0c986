"""A complaint from the day it comes to what its outcome leads to."""

from __future__ import annotations

import io
import zipfile
from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from fotfeste.fag.brev.klarsprak import Funnslag, kontroller
from fotfeste.fag.brev.lagring import fra_json
from fotfeste.fag.brev.models import Brev, Brevmal
from fotfeste.fag.klage import services as klager
from fotfeste.fag.klage.enums import (
    Fristgrunn,
    Innstillinger,
    Klagemangel,
    Klagerrolle,
    Klagestatus,
    Klageutfall,
    Kravstatus,
    Omgjoringsgrunn,
)
from fotfeste.fag.klage.inn import Fil
from fotfeste.fag.klage.models import Klage, Oversendelsesdokument
from fotfeste.fag.klage.papirer import papirliste
from fotfeste.fag.klage.selectors import klager_til_mappe
from fotfeste.fag.oppfolging.enums import Avslutningsmate
from fotfeste.fag.oppfolging.models import Avslutning
from fotfeste.fag.sak.enums import Saksstatus
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.soknad.enums import Soknadsstatus
from fotfeste.fag.utbetaling import services as utbetalingene
from fotfeste.fag.vedtak import services as vedtakene
from fotfeste.fag.vedtak.enums import Vedtaksstatus, Vedtakstype
from fotfeste.fag.vedtak.models import Vedtak
from fotfeste.fag.vedtak.perioder import vedtaksperioder_for
from fotfeste.fag.vedtak.selectors import vedtak_side
from fotfeste.fag.vedtak.virkning import saker_folg_dagen
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import Fagfeil, FlereFeil, IkkeTilgang, UlovligOvergang
from fotfeste.grunnmur.logg.models import Hendelse
from fotfeste.grunnmur.logg.services import kommando
from fotfeste.grunnmur.organisasjon.models import Kontor
from fotfeste.grunnmur.tilgang import SYSTEM, Aktor
from fotfeste.regelverk.tid import Periode
from tests import grunnlag
from tests.fag.klage.fortelling import PDF, avgjort, avslatt, besluttet, hos_beslutter, klag, oversendt, vurdert
from tests.fag.vedtak.fortelling import fatt

pytestmark = pytest.mark.django_db


@pytest.fixture
def vedtak(veileder: Aktor, beslutter: Aktor, sak: Sak) -> Vedtak:
    return avslatt(veileder, beslutter, sak)


def _felt(feil: pytest.ExceptionInfo[FlereFeil]) -> set[str]:
    return {en.felt for en in feil.value.feil}


def _brevtekst(klage: Klage, tittel: str) -> str:
    brev = Brev.objects.get(sak=klage.sak, mal=Brevmal.KLAGE, tittel=tittel)
    return str(fra_json(brev.innhold)).replace("\\xa0", " ")


def test_en_klage_som_kommer_far_svar_med_dagen_vi_regner_med_a_svare(veileder: Aktor, vedtak: Vedtak) -> None:
    klage = klag(veileder, vedtak)
    assert klage.status == Klagestatus.MOTTATT
    assert klage.mangler == []
    assert "3. juli 2026" in _brevtekst(klage, "Vi har fått klagen din")


def test_det_kan_bare_klages_paa_et_vedtak_som_er_fattet(veileder: Aktor, vedtak: Vedtak) -> None:
    i_gar = klokke.i_dag() - timedelta(days=1)
    with pytest.raises(FlereFeil) as feil:
        klag(veileder, vedtak, mottatt=i_gar)
    assert _felt(feil) == {"mottatt"}
    with pytest.raises(FlereFeil) as feil:
        klag(veileder, vedtak, klager=Klagerrolle.FULLMEKTIG)
    assert _felt(feil) == {"klager_navn"}


@pytest.mark.parametrize("har_fullmakt", [False, True])
def test_brevene_gaar_til_fullmektigen_naar_fullmakten_er_lagt_fram(
    veileder: Aktor, vedtak: Vedtak, har_fullmakt: bool
) -> None:
    klage = klag(veileder, vedtak, klager=Klagerrolle.FULLMEKTIG, klager_navn="Nils Hjelper", har_fullmakt=har_fullmakt)
    til = fra_json(Brev.objects.get(sak=klage.sak, mal=Brevmal.KLAGE).innhold).mottaker.navn
    assert til == ("Nils Hjelper" if har_fullmakt else vedtak.sak.person.navn)


def test_en_klage_til_paa_samme_vedtak_horer_til_den_forste(veileder: Aktor, vedtak: Vedtak) -> None:
    klag(veileder, vedtak)
    with pytest.raises(Fagfeil, match="alt en klage"):
        klag(veileder, vedtak)


def test_en_mangel_gir_en_kort_frist_og_ikke_avvisning(veileder: Aktor, vedtak: Vedtak) -> None:
    klage = klag(veileder, vedtak, underskrevet=False, onsket_endring="")
    assert set(klage.mangler) == {Klagemangel.UNDERSKRIFT, Klagemangel.ENDRING}
    klage = klager.klage_be_om_retting(veileder, klage=klage, frist=date(2026, 6, 12))
    assert klage.status == Klagestatus.VENTER_RETTING
    assert "Skriv hva du vil at vi skal endre" in _brevtekst(klage, "Klagen din mangler noe")
    klage = klager.klage_motta_retting(
        veileder, klage=klage, dato=klokke.i_dag(), onsket_endring="Plass", underskrevet=True
    )
    assert (klage.status, klage.mangler, klage.mottatt) == (Klagestatus.UNDER_VURDERING, [], klokke.i_dag())


def test_for_fristen_er_ute_kan_en_mangelfull_klage_ikke_avvises(
    veileder: Aktor, beslutter: Aktor, vedtak: Vedtak
) -> None:
    klage = klag(veileder, vedtak, underskrevet=False)
    klage = klager.klage_be_om_retting(veileder, klage=klage, frist=date(2026, 6, 12))
    klage = klager.klage_ta_til_vurdering(veileder, klage=klage)
    klage = klager.klage_lagre(
        veileder, klage=klage, innstilling=Innstillinger.AVVIS, vurdering="Du har ikke skrevet under på klagen."
    )
    with pytest.raises(FlereFeil) as feil:
        klager.klage_send_til_beslutter(veileder, klage=klage)
    assert _felt(feil) == {"innstilling"}
    with klokke.still_til(date(2026, 6, 13)):
        klage = klager.klage_send_til_beslutter(veileder, klage=klage)
        klage = klager.klage_beslutt(beslutter, klage=klage)
    assert (klage.status, klage.utfall) == (Klagestatus.AVVIST, Klageutfall.AVVIST)
    assert "Du kan klage på at vi avviser den" in _brevtekst(klage, "Vi kan ikke behandle klagen din")


def test_en_feil_i_formen_som_ingen_retter_hindrer_ikke_at_klagen_behandles(
    veileder: Aktor, beslutter: Aktor, vedtak: Vedtak
) -> None:
    klage = klag(veileder, vedtak, underskrevet=False)
    klage = klager.klage_be_om_retting(veileder, klage=klage, frist=date(2026, 6, 12))
    with klokke.still_til(date(2026, 6, 13)):
        klage = besluttet(veileder, beslutter, klage, Innstillinger.OMGJOR)
    assert klage.status == Klagestatus.OMGJORT


def test_en_sen_klage_avvises_ikke_uten_at_grunnene_er_vurdert(
    veileder: Aktor, beslutter: Aktor, vedtak: Vedtak
) -> None:
    vedtakene.vedtak_underrett(veileder, vedtak=vedtak, dato=klokke.i_dag())
    with klokke.still_til(date(2026, 8, 3)):
        klage = klag(veileder, vedtak)
        klage = vurdert(veileder, klage)
        with pytest.raises(FlereFeil) as feil:
            klager.klage_send_til_beslutter(veileder, klage=klage)
        assert "fristbegrunnelse" in _felt(feil)
        klage = klager.klage_vurder_frist(
            veileder, klage=klage, fristgrunn=Fristgrunn.KAN_IKKE_LASTES, fristbegrunnelse="Du lå på sykehus."
        )
        assert klager.klage_send_til_beslutter(veileder, klage=klage).status == Klagestatus.HOS_BESLUTTER


def test_en_klage_som_er_postlagt_i_tide_er_i_tide(veileder: Aktor, vedtak: Vedtak) -> None:
    vedtakene.vedtak_underrett(veileder, vedtak=vedtak, dato=klokke.i_dag())
    with klokke.still_til(date(2026, 6, 29)):
        klage = klag(veileder, vedtak, avgitt=date(2026, 6, 24))
        klage = klager.klage_ta_til_vurdering(veileder, klage=klage)
        with pytest.raises(Fagfeil, match="i tide"):
            klager.klage_vurder_frist(veileder, klage=klage, fristgrunn="", fristbegrunnelse="Nei")


def test_avvisningen_kan_det_klages_paa(veileder: Aktor, beslutter: Aktor, vedtak: Vedtak) -> None:
    vedtakene.vedtak_underrett(veileder, vedtak=vedtak, dato=klokke.i_dag())
    with klokke.still_til(date(2026, 8, 3)):
        klage = klager.klage_ta_til_vurdering(veileder, klage=klag(veileder, vedtak))
        klage = klager.klage_vurder_frist(veileder, klage=klage, fristgrunn="", fristbegrunnelse="Du visste det.")
        klage = klager.klage_lagre(
            veileder, klage=klage, innstilling=Innstillinger.AVVIS, vurdering="Klagen kom for sent."
        )
        klage = klager.klage_beslutt(beslutter, klage=klager.klage_send_til_beslutter(veileder, klage=klage))
        inn = klager.Klageinn(mottatt=klokke.i_dag(), kanal="papir", onsket_endring="Behandle klagen.")
        ny = klager.klage_registrer(veileder, gjelder=vedtak, inn=inn, gjelder_avvisning=klage)
    assert ny.gjelder_avvisning == klage


def test_hvert_punkt_ma_besvares_for_svaret_gaar_videre(veileder: Aktor, vedtak: Vedtak) -> None:
    klage = vurdert(veileder, klag(veileder, vedtak))
    punkt = klager.klage_svar_pa_punkt(veileder, klage=klage, pastand="Jeg vil jobbe.")
    with pytest.raises(FlereFeil) as feil:
        klager.klage_send_til_beslutter(veileder, klage=klage)
    assert _felt(feil) == {"punkter"}
    klager.klage_fjern_punkt(veileder, klage=klage, punkt=punkt)
    assert klager.klage_send_til_beslutter(veileder, klage=klage).saksbehandler == veileder.bruker


def test_den_som_forbereder_svaret_bestemmer_det_ikke(veileder: Aktor, beslutter: Aktor, vedtak: Vedtak) -> None:
    begge = grunnlag.lag_aktor(grunnlag.Rolle.VEILEDER, vedtak.sak.kontor)
    begge = grunnlag.aktor_for(begge.krev_bruker(), klokke.i_dag())
    with kommando(SYSTEM, "test"):
        grunnlag.Medlemskap.objects.create(
            bruker=begge.bruker,
            rolle=grunnlag.Rolle.BESLUTTER,
            kommune=vedtak.sak.kommune,
            kontor=vedtak.sak.kontor,
            fra=date(2020, 1, 1),
        )
    begge = grunnlag.aktor_for(begge.krev_bruker(), klokke.i_dag())
    klage = vurdert(begge, klag(veileder, vedtak))
    klage = klager.klage_send_til_beslutter(veileder, klage=klage)
    with pytest.raises(Fagfeil, match="vært med på å forberede"):
        klager.klage_beslutt(begge, klage=klage)
    with pytest.raises(IntegrityError), transaction.atomic(), kommando(SYSTEM, "test"):
        Klage.objects.filter(pk=klage.pk).update(beslutter=klage.saksbehandler)
    assert klager.klage_beslutt(beslutter, klage=klage).beslutter == beslutter.bruker


def test_beslutteren_sender_tilbake_med_ord(veileder: Aktor, beslutter: Aktor, vedtak: Vedtak) -> None:
    klage = hos_beslutter(veileder, klag(veileder, vedtak))
    with pytest.raises(Fagfeil):
        klager.klage_returner(beslutter, klage=klage, tekst=" ")
    klager.klage_returner(beslutter, klage=klage, tekst="Svar på det legen skriver.")
    klage.refresh_from_db()
    assert klage.status == Klagestatus.UNDER_VURDERING
    klage = klager.klage_send_til_beslutter(veileder, klage=klage)
    assert klager.klage_hent_tilbake(veileder, klage=klage).status == Klagestatus.UNDER_VURDERING


def test_klagen_sendes_med_alle_papirene(veileder: Aktor, beslutter: Aktor, vedtak: Vedtak) -> None:
    klage = klag(veileder, vedtak)
    klager.klage_legg_ved(veileder, klage=klage, vedlegg=[Fil("legeerklæring.pdf", PDF)])
    klage = oversendt(veileder, beslutter, klage)
    titler = [rad.tittel for rad in klage.oversendte.all()]
    for del_ in ("Klagen", "Vedtaket", "Fakta", "Søknaden", "Arbeidsevnevurderingen", "Vurderingen", "Det som har"):
        assert any(tittel.startswith(del_) for tittel in titler), del_
    assert klage.pakke is not None
    with zipfile.ZipFile(io.BytesIO(bytes(klage.pakke.innhold))) as arkiv:
        navn = arkiv.namelist()
        assert navn[0] == "00 Følgebrev.pdf"
        assert len(navn) == len(titler) + 1
        assert arkiv.read(next(n for n in navn if "Vedtaket" in n)) == bytes(vedtak.brev.innhold)  # type: ignore[union-attr]
    assert klage.oversendt == klokke.i_dag()
    assert "Dette har vi sendt til Statsforvalteren" in _brevtekst(
        klage, "Vi har sendt klagen din til Statsforvalteren"
    )


def test_et_papir_utelates_bare_med_grunn_og_klagen_aldri(veileder: Aktor, beslutter: Aktor, vedtak: Vedtak) -> None:
    klage = besluttet(veileder, beslutter, klag(veileder, vedtak))
    with pytest.raises(Fagfeil, match="må følge med"):
        klager.klage_utelat_papir(veileder, klage=klage, nokkel="klage", grunn="Unødvendig")
    klage = klager.klage_utelat_papir(veileder, klage=klage, nokkel="journal", grunn="Sier ikke noe nytt.")
    antall = len(papirliste(klage))
    klage = klager.klage_oversend(veileder, klage=klage)
    (utelatt,) = klage.oversendte.filter(dokument__isnull=True)
    assert utelatt.utelatt_fordi == "Sier ikke noe nytt."
    assert klage.oversendte.count() == antall
    with pytest.raises(Exception, match="Cannot update"), transaction.atomic(), kommando(SYSTEM, "test"):
        Oversendelsesdokument.objects.filter(pk=utelatt.pk).update(utelatt_fordi="")


def test_nar_nav_omgjor_et_avslag_er_soknaden_apen_igjen(veileder: Aktor, beslutter: Aktor, vedtak: Vedtak) -> None:
    klage = besluttet(veileder, beslutter, klag(veileder, vedtak), Innstillinger.OMGJOR)
    assert (klage.status, klage.utfall) == (Klagestatus.OMGJORT, Klageutfall.OMGJORT_AV_NAV)
    nytt = klager.klage_start_nytt_vedtak(veileder, klage=klage, type=Vedtakstype.INNVILGELSE)
    klage.refresh_from_db()
    sak = Sak.objects.get(pk=klage.sak_id)
    assert (klage.nytt_vedtak, sak.status) == (nytt, Saksstatus.SOKNAD)
    assert nytt.soknad is not None
    assert nytt.soknad.status == Soknadsstatus.KLAR
    assert nytt.begrunnelse_hensyn == "Du får plass i programmet."
    with pytest.raises(Fagfeil, match="ikke fattet"):
        klager.klage_folg_opp(veileder, klage=klage)
    with pytest.raises(Fagfeil, match="alt begynt"):
        klager.klage_start_nytt_vedtak(veileder, klage=klage, type=Vedtakstype.INNVILGELSE)


def test_delvis_omgjoring_gir_nytt_vedtak_og_resten_gaar_videre(
    veileder: Aktor, beslutter: Aktor, vedtak: Vedtak
) -> None:
    klage = besluttet(veileder, beslutter, klag(veileder, vedtak), Innstillinger.OMGJOR_DELVIS)
    assert klage.status == Klagestatus.TIL_OVERSENDELSE
    klage = klager.klage_oversend(veileder, klage=klage)
    assert "Du får plass i programmet" in _brevtekst(klage, "Vi har sendt klagen din til Statsforvalteren")
    assert klager.klage_start_nytt_vedtak(veileder, klage=klage, type=Vedtakstype.INNVILGELSE).status == "utkast"


def test_opphevet_gir_ny_behandling_og_stadfestet_gjor_ikke(veileder: Aktor, beslutter: Aktor, vedtak: Vedtak) -> None:
    klage = avgjort(veileder, beslutter, klag(veileder, vedtak), Klageutfall.STADFESTET)
    with pytest.raises(Fagfeil, match="gir ikke et nytt vedtak"):
        klager.klage_start_nytt_vedtak(veileder, klage=klage, type=Vedtakstype.AVSLAG)
    klage = klager.klage_folg_opp(veileder, klage=klage, oppfolging="Snakket med deltakeren om svaret.")
    assert klage.status == Klagestatus.FULGT_OPP
    assert klage.utfall == Klageutfall.STADFESTET


@pytest.mark.parametrize("type_", [Vedtakstype.AVSLUTNING, Vedtakstype.AVBRUDD])
def test_en_slutt_eller_pause_som_ikke_star_seg_stanser_ingenting(
    veileder: Aktor, beslutter: Aktor, okonomi: Aktor, okonomi2: Aktor, kontor: Kontor, type_: Vedtakstype
) -> None:
    """The programme was stopped from 1 June; on 1 July the appeals body sets that aside, and June is paid."""
    sak = grunnlag.lag_sak_i_program(kontor)
    stans = date(2026, 5, 31) if type_ == Vedtakstype.AVSLUTNING else date(2026, 6, 1)
    mate = {"avslutningsmate": Avslutningsmate.UTEBLIVELSE} if type_ == Vedtakstype.AVSLUTNING else {}
    with klokke.still_til(date(2026, 5, 20)):
        stanset = fatt(veileder, beslutter, sak, type_, fra=stans, **mate)
    with klokke.still_til(date(2026, 6, 10)):
        saker_folg_dagen()
        klage = klag(veileder, stanset)
    juni = Periode(date(2026, 6, 1), date(2026, 6, 30))
    assert vedtaksperioder_for([sak.pk])[sak.pk].stonadsdager(juni) == 0
    with klokke.still_til(date(2026, 7, 1)):
        avgjort(veileder, beslutter, klage)
        sak.refresh_from_db()
        assert sak.status == Saksstatus.I_PROGRAM
        assert vedtaksperioder_for([sak.pk])[sak.pk].stonadsdager(juni) == 22
        assert not Avslutning.objects.filter(sak=sak).exists()
        assert Vedtakstype.AVSLUTNING in vedtak_side(veileder, sak.pk).kan_begynne
        assert Hendelse.objects.filter(sak_id=sak.pk, kode="vedtak.opphoret_falt").count() == 1
        grunnlag.lag_timeliste(sak, juni.fra, godkjent_av=veileder)
        kjoring = utbetalingene.kjoring_opprett(okonomi, kommune=kontor.kommune, maned=juni.fra)
        utbetalingene.kjoring_frigi(okonomi2, utbetalingene.kjoring_forbered(okonomi, kjoring))
        assert kjoring.utbetalinger.get().netto == 23582


def test_utfallet_har_dag_etter_oversendelsen_og_grunner(veileder: Aktor, beslutter: Aktor, vedtak: Vedtak) -> None:
    klage = oversendt(veileder, beslutter, klag(veileder, vedtak))
    with pytest.raises(FlereFeil) as feil:
        klager.klage_registrer_utfall(
            veileder, klage=klage, dato=date(2026, 6, 1), utfall=Klageutfall.TRUKKET, grunner=""
        )
    assert _felt(feil) == {"utfall", "dato", "grunner"}
    klage = klager.klage_registrer_utfall(
        veileder,
        klage=klage,
        dato=klokke.i_dag(),
        utfall=Klageutfall.OPPHEVET,
        grunner="Ikke godt nok opplyst.",
        papir=Fil("svar.pdf", PDF),
        virkning_fra=date(2026, 6, 1),
    )
    assert klage.utfall_papir is not None
    nytt = klager.klage_start_nytt_vedtak(veileder, klage=klage, type=Vedtakstype.INNVILGELSE)
    assert nytt.status == Vedtaksstatus.UTKAST


def test_det_som_kommer_etterpaa_sendes_etter(
    veileder: Aktor, beslutter: Aktor, deltaker: Aktor, vedtak: Vedtak
) -> None:
    klage = oversendt(veileder, beslutter, klag(veileder, vedtak))
    klage = klager.klage_tilfoy(deltaker, klage=klage, tillegg="Legen har skrevet på nytt.")
    assert klage.merknad == klokke.i_dag()
    klage = klager.klage_ettersend(veileder, klage=klage)
    assert klage.merknad is None
    with pytest.raises(Fagfeil, match="ikke kommet noe nytt"):
        klager.klage_ettersend(veileder, klage=klage)


def test_utsatt_iverksetting_svares_med_grunn(veileder: Aktor, beslutter: Aktor, vedtak: Vedtak) -> None:
    klage = klager.klage_be_om_utsetting(veileder, klage=klag(veileder, vedtak))
    with pytest.raises(Fagfeil):
        klager.klage_svar_pa_utsetting(beslutter, klage=klage, utsettes=False, begrunnelse="")
    klage = klager.klage_svar_pa_utsetting(
        beslutter, klage=klage, utsettes=False, begrunnelse="Et avslag har ikke noe å vente med."
    )
    assert klage.utsatt_svar is False
    assert "ikke noe å vente med" in _brevtekst(klage, "Vedtaket gjelder mens vi ser på klagen")


def test_kostnader_avgjores_av_den_som_endret_vedtaket(veileder: Aktor, beslutter: Aktor, vedtak: Vedtak) -> None:
    klage = klag(veileder, vedtak)
    with pytest.raises(FlereFeil):
        klager.kostnadskrav_registrer(veileder, klage=klage, fremsatt=klokke.i_dag(), hva="Advokat", belop=8000)
    klage = besluttet(veileder, beslutter, klage, Innstillinger.OMGJOR)
    krav = klager.kostnadskrav_registrer(veileder, klage=klage, fremsatt=klokke.i_dag(), hva="Advokat", belop=8000)
    with pytest.raises(Fagfeil, match="selv endret"):
        klager.kostnadskrav_oversend(veileder, krav=krav)
    with pytest.raises(FlereFeil):
        klager.kostnadskrav_avgjor(beslutter, krav=krav, innvilget=9000, begrunnelse="Ja.")
    krav = klager.kostnadskrav_avgjor(beslutter, krav=krav, innvilget=6000, begrunnelse="Fem timer var nødvendig.")
    assert krav.status == Kravstatus.DELVIS
    assert "Fem timer var nødvendig" in _brevtekst(klage, "Du får dekket en del av utgiftene dine")


def test_endret_statsforvalteren_vedtaket_avgjor_den_kravet(veileder: Aktor, beslutter: Aktor, vedtak: Vedtak) -> None:
    klage = avgjort(veileder, beslutter, klag(veileder, vedtak), Klageutfall.ENDRET)
    krav = klager.kostnadskrav_registrer(veileder, klage=klage, fremsatt=klokke.i_dag(), hva="Advokat", belop=8000)
    with pytest.raises(FlereFeil, match="Statsforvalteren endret"):
        klager.kostnadskrav_avgjor(beslutter, krav=krav, innvilget=1, begrunnelse="Ja.")
    assert klager.kostnadskrav_oversend(veileder, krav=krav).status == Kravstatus.OVERSENDT


def test_uten_klage_kan_et_vedtak_gjores_om(veileder: Aktor, vedtak: Vedtak) -> None:
    vedtak = vedtakene.vedtak_underrett(veileder, vedtak=vedtak, dato=klokke.i_dag())
    with pytest.raises(FlereFeil) as feil:
        klager.omgjoring_start(
            veileder,
            vedtak=vedtak,
            grunn=Omgjoringsgrunn.IKKE_UNDERRETTET,
            begrunnelse="",
            type=Vedtakstype.INNVILGELSE,
        )
    assert _felt(feil) == {"grunn", "begrunnelse"}
    omgjoring = klager.omgjoring_start(
        veileder,
        vedtak=vedtak,
        grunn=Omgjoringsgrunn.UGYLDIG,
        begrunnelse="Vi tok feil av alderen.",
        type=Vedtakstype.INNVILGELSE,
    )
    assert omgjoring.nytt_vedtak is not None


def test_deltakeren_klager_selv_legger_til_og_trekker(deltaker: Aktor, vedtak: Vedtak) -> None:
    with pytest.raises(Fagfeil):
        klager.klage_send(deltaker, gjelder=vedtak, onsket_endring=" ")
    klage = klager.klage_send(
        deltaker, gjelder=vedtak, onsket_endring="Jeg vil ha plass.", vedlegg=[Fil("a.pdf", PDF)], ber_om_utsetting=True
    )
    assert (klage.mangler, klage.utsatt_bedt) == ([], klokke.i_dag())
    klage = klager.klage_tilfoy(deltaker, klage=klage, tillegg="Jeg har fått jobb på prøve.")
    assert "på prøve" in klage.tillegg
    klage = klager.klage_trekk_selv(deltaker, klage=klage)
    assert (klage.utfall, klage.avgjort) == (Klageutfall.TRUKKET, klokke.i_dag())
    with pytest.raises(UlovligOvergang):
        klager.klage_tilfoy(deltaker, klage=klage, tillegg="Likevel.")


def test_deltakeren_klager_ikke_for_andre(vedtak: Vedtak) -> None:
    annen = grunnlag.lag_deltaker(grunnlag.lag_person(fornavn="Amina"), vedtak.sak.kontor)
    with pytest.raises(IkkeTilgang):
        klager.klage_send(annen, gjelder=vedtak, onsket_endring="Jeg vil ha plass.")


def test_forelopig_svar_og_varsel_til_motpart(veileder: Aktor, vedtak: Vedtak) -> None:
    klage = klag(veileder, vedtak)
    klage = klager.klage_gi_forelopig_svar(
        veileder, klage=klage, grunn="Vi venter på svar fra legen.", ventet_svar=date(2026, 8, 1)
    )
    assert "venter på svar fra legen" in _brevtekst(klage, "Vi trenger mer tid til klagen din")
    klage = klager.klage_varsle_motpart(
        veileder, klage=klage, motpart="Barnets far", dato=klokke.i_dag(), frist=date(2026, 6, 17)
    )
    assert klage.motpart_frist == date(2026, 6, 17)
    klage = klager.klage_trekk(veileder, klage=klage, dato=klokke.i_dag())
    assert klage.status == Klagestatus.TRUKKET


def test_mappen_sier_det_kontrakten_spor_om(veileder: Aktor, beslutter: Aktor, vedtak: Vedtak) -> None:
    klage = avgjort(veileder, beslutter, klag(veileder, vedtak))
    (rad,) = klager_til_mappe([klage.sak])[klage.sak_id]
    assert rad == {
        "vedtak": str(vedtak.pk),
        "mottatt": "2026-06-03",
        "oversendt": "2026-06-03",
        "avgjort": "2026-06-03",
        "utfall": "opphevet",
    }


def test_brevene_er_skrevet_i_klart_sprak(veileder: Aktor, beslutter: Aktor, vedtak: Vedtak) -> None:
    klage = klag(veileder, vedtak, underskrevet=False)
    klager.klage_be_om_retting(veileder, klage=klage, frist=date(2026, 6, 12))
    klage = klager.klage_motta_retting(veileder, klage=klage, dato=klokke.i_dag(), underskrevet=True)
    klager.klage_gi_forelopig_svar(veileder, klage=klage, grunn="Vi venter på legen.", ventet_svar=date(2026, 8, 1))
    klager.klage_svar_pa_punkt(veileder, klage=klage, pastand="Ny erklæring.", svar="Den sier det samme.")
    klage = klager.klage_lagre(
        veileder, klage=klage, innstilling=Innstillinger.OPPRETTHOLDER, vurdering="Vi mener det samme som før."
    )
    klage = klager.klage_beslutt(beslutter, klage=klager.klage_send_til_beslutter(veileder, klage=klage))
    klager.klage_oversend(veileder, klage=klage)
    for brev in Brev.objects.filter(sak=klage.sak, mal=Brevmal.KLAGE):
        funn = [en for en in kontroller(fra_json(brev.innhold)) if en.slag != Funnslag.TUNG_TEKST]
        assert funn == [], brev.tittel
