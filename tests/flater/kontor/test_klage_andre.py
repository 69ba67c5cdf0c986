"""Complaints on a deduction, and on egenmelding withdrawn, from the letter to what the outcome leads to."""

from __future__ import annotations

import uuid
from datetime import date, timedelta

import pytest
from django.db import IntegrityError
from django.test import Client
from django.urls import reverse

from fotfeste.fag.brev.apning import brev_underrett
from fotfeste.fag.brev.klarsprak import Funnslag, kontroller
from fotfeste.fag.brev.lagring import fra_json
from fotfeste.fag.brev.models import Brev, Brevmal, Framkomst
from fotfeste.fag.egenmelding import services as egenmelding
from fotfeste.fag.egenmelding.enums import Bekreftelsesstatus, Beslutningsslag, Stoppstatus
from fotfeste.fag.egenmelding.fakta import egenmelding_for
from fotfeste.fag.egenmelding.models import Egenmeldingsstopp
from fotfeste.fag.klage import services as klager
from fotfeste.fag.klage.enums import Innstillinger, Klagestatus, Klagetiltak, Klageutfall
from fotfeste.fag.klage.models import Klage
from fotfeste.fag.klage.papirer import papirliste, sett
from fotfeste.fag.klage.selectors import klager_til_mappe
from fotfeste.fag.klage.vurderinger import tidsvurdering
from fotfeste.fag.krav import services as kravene
from fotfeste.fag.krav.dekning import dekning
from fotfeste.fag.krav.enums import Kravstatus
from fotfeste.fag.krav.models import Krav
from fotfeste.fag.krav.trekkplan import natt_rull_videre, planlagt_framover
from fotfeste.fag.oppmote.selectors import manedens_fakta
from fotfeste.fag.oversikt.selectors import oversikt_en
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.sak.selectors import tidslinje
from fotfeste.fag.utbetaling import services as utbetaling
from fotfeste.fag.utbetaling.models import Trekk
from fotfeste.fag.vedtak.enums import Vedtakstype
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import Fagfeil, FlereFeil, IkkeTilgang, UlovligOvergang
from fotfeste.grunnmur.logg.services import kommando
from fotfeste.grunnmur.logg.setninger import setning
from fotfeste.grunnmur.organisasjon.models import Kontor
from fotfeste.grunnmur.tilgang import SYSTEM, Aktor
from fotfeste.regelverk.klage import Tid
from fotfeste.regelverk.tid import Periode
from tests.fag.egenmelding.fortelling import bestemt as retten_tatt
from tests.fag.egenmelding.fortelling import borte, i_program_siden
from tests.fag.klage.fortelling import avgjort, besluttet, klag, oversendt
from tests.fag.krav.fortelling import APRIL, MAI, bestemt, betal, differanse, forbered, funnet
from tests.grunnlag import I_DAG, lag_deltaker, lag_person, lag_sak_i_program

pytestmark = pytest.mark.django_db
JUNI, JULI = date(2026, 6, 1), date(2026, 7, 1)


def _som(aktor: Aktor) -> Client:
    klient = Client()
    klient.force_login(aktor.krev_bruker())
    return klient


def _sende(klient: Client, navn: str, *args: object, **felter: object) -> str:
    felter = {"innsending": str(uuid.uuid4()), **felter}
    svar = klient.post(reverse(navn, args=args), felter, follow=True)
    assert svar.status_code == 200
    return svar.content.decode()


def _lese(klient: Client, navn: str, *args: object) -> str:
    svar = klient.get(reverse(navn, args=args))
    assert svar.status_code == 200
    return svar.content.decode()


def _brev(sak: Sak, tittel: str) -> str:
    brev = Brev.objects.get(sak=sak, mal=Brevmal.KLAGE, tittel=tittel)
    return str(fra_json(brev.innhold)).replace("\\xa0", " ")


def _oppgaver(sak: Sak) -> set[str]:
    return {o.slag for o in oversikt_en(sak).oppgaver if o.slag.startswith("klage")}


@pytest.fixture
def krav(kontor: Kontor, veileder: Aktor, beslutter: Aktor) -> Krav:
    """3 000 kr decided, 1 000 a month from May."""
    sak = lag_sak_i_program(kontor)
    betal(sak, APRIL)
    return bestemt(veileder, beslutter, funnet(veileder, sak, differanse(sak, APRIL, -3000)))


def test_trekket_star_stille_mens_klagen_behandles_og_blir_mindre_etterpa(
    krav: Krav, kontor: Kontor, veileder: Aktor, beslutter: Aktor, okonomi: Aktor
) -> None:
    sak = krav.sak
    deltaker = lag_deltaker(sak.person, kontor)
    d, v = _som(deltaker), _som(veileder)

    # From the letter: the participant reads it, and complains from it. The time runs from that day.
    brevet = Brev.objects.get(dokument=krav.brev)
    assert reverse("deltaker:klage_ny", args=[krav.pk]) in _lese(d, "deltaker:brev_les", brevet.pk)
    assert "Du kan klage til og med" in _lese(d, "deltaker:klager")
    fremmed = lag_deltaker(lag_person(fornavn="Amina"), kontor)
    assert _som(fremmed).get(reverse("deltaker:klage_ny", args=[krav.pk])).status_code == 404
    with pytest.raises(IkkeTilgang):
        klager.klage_send(fremmed, gjelder=krav, onsket_endring="Nei.")
    side = _sende(d, "deltaker:klage_ny", krav.pk, onsket_endring="Trekk mindre.", ber_om_utsetting="on")
    assert "Vi har fått klagen din" in side
    klage = Klage.objects.get()
    assert (klage.krav, klage.vedtak, klage.egenmelding) == (krav, None, None)
    assert "avgjørelsen av 3. juni 2026 om trekk i stønaden" in _brev(sak, "Vi har fått klagen din")
    siste = tidslinje(sak, bare_milepeler=True)[0]
    assert "klaget på trekk i stønaden" in setning(siste.kode, siste.data, "Samira")
    with pytest.raises(Fagfeil, match="alt en klage"):
        klager.klage_send(deltaker, gjelder=krav, onsket_endring="En gang til.")

    # At the office it is a complaint like another, and nobody answers for their own decision without being told.
    assert "Klage på: Trekk i stønaden" in _lese(v, "kontor:klage", klage.pk)
    assert "I tide" in _lese(v, "kontor:klage", klage.pk)
    assert "Trekk i stønaden" in _lese(v, "kontor:klageliste")
    assert "Se klagen" in _lese(v, "kontor:klager", sak.pk)
    assert _oppgaver(sak) == {"klage", "klage_utsetting"}

    # The effect is put off: nothing is deducted, not in a run that is ready, and not by the night or another plan.
    kjoring = forbered(sak, MAI)
    klager.klage_svar_pa_utsetting(beslutter, klage=klage, utsettes=True, begrunnelse="Du har lite å leve av.")
    assert "Vi trekker ikke noe i stønaden din så lenge." in _brev(sak, "Avgjørelsen venter til klagen er avgjort")
    with pytest.raises(Fagfeil, match="Grunnlaget er endret"):
        utbetaling.kjoring_frigi(okonomi, kjoring)
    natt_rull_videre()
    kravene.krav_endre_plan(veileder, krav=krav, per_maned=500, fra=JUNI)
    assert set(Trekk.objects.filter(sak=sak).values_list("belop", flat=True)) == {0}
    with pytest.raises(Fagfeil, match="alt bestemt at vedtaket venter"):
        klager.klage_be_om_utsetting(veileder, klage=klage)
    assert "Ingenting trekkes før" in _lese(v, "kontor:krav", krav.pk)
    assert "Vi trekker ikke noe før" in _lese(d, "deltaker:krav")

    # The papers are the deduction's own.
    klage = besluttet(veileder, beslutter, klage)
    titler = [papir.tittel for papir in papirliste(klage)]
    assert titler[:3] == ["Klagen", "Avgjørelsen det klages på", "Det avgjørelsen bygger på"]
    assert not {"Søknaden", "Arbeidsevnevurderingen"} & set(titler)
    assert any("for mye i stønad" in tittel for tittel in titler)
    assert sett(veileder, klage, papirliste(klage)[2]).startswith(b"%PDF")
    klage = klager.klage_oversend(veileder, klage=klage)

    # Set aside: it stays still until it is carried out, on the deduction and not by a new decision.
    klage = klager.klage_registrer_utfall(
        veileder, klage=klage, dato=I_DAG, utfall=Klageutfall.ENDRET, grunner="500 kr i måneden er nok."
    )
    assert "klage_gjennomfor" in _oppgaver(sak)
    with pytest.raises(Fagfeil, match="gjelder ikke et vedtak"):
        klager.klage_start_nytt_vedtak(veileder, klage=klage, type=Vedtakstype.AVSLAG)
    with pytest.raises(Fagfeil, match="Gjennomfør utfallet først"):
        klager.klage_folg_opp(veileder, klage=klage, oppfolging="Gjort.")
    with pytest.raises(Fagfeil, match="Klagen gjelder «Trekk i stønaden»"):
        klager.klage_gjennomfor(veileder, klage=klage, tiltak=Klagetiltak.GI_TILBAKE)
    with pytest.raises(FlereFeil) as feil:
        klager.klage_gjennomfor(veileder, klage=klage, tiltak=Klagetiltak.ENDRE_PLAN, per_maned=1500)
    assert {en.felt for en in feil.value.feil} == {"per_maned", "fra"}
    assert planlagt_framover(krav) == {}
    assert "Gjennomfør utfallet" in _lese(v, "kontor:klage", klage.pk)
    side = _sende(v, "kontor:klage_kommando", klage.pk, "gjennomfor", tiltak="endre_plan", per_maned=400, fra="1.7.26")
    assert "Fulgt opp" in side
    klage.refresh_from_db()
    krav.refresh_from_db()
    assert (klage.status, klage.gjennomfort, krav.venter_klage) == (Klagestatus.FULGT_OPP, I_DAG, False)
    planen = planlagt_framover(krav)
    assert (min(planen), max(planen.values())) == (JULI, 400)
    assert sum(planen.values()) == 2000, "May lies in the run that cannot be released, with what it was to take"
    assert klager_til_mappe([sak]) == {}
    for brev in Brev.objects.filter(sak=sak, mal=Brevmal.KLAGE):
        funn = [en for en in kontroller(fra_json(brev.innhold)) if en.slag != Funnslag.TUNG_TEKST]
        assert funn == [], brev.tittel


def test_brevet_blir_lest_opp_med_tolk_og_fristen_loper_fra_den_dagen(
    krav: Krav, kontor: Kontor, veileder: Aktor, beslutter: Aktor
) -> None:
    sak, v = krav.sak, _som(veileder)
    deltaker = lag_deltaker(sak.person, kontor)
    d, brevet = _som(deltaker), Brev.objects.get(dokument=krav.brev)
    adresse = reverse("kontor:klage_kom_fram", args=[sak.pk, krav.pk])
    for side in (_lese(v, "kontor:krav", krav.pk), _lese(v, "kontor:klager", sak.pk)):
        assert "Vi vet ikke når brevet kom fram" in side
        assert adresse in side
    assert "Du kan klage innen tre uker fra du fikk brevet." in _lese(d, "deltaker:klager")
    with pytest.raises(IkkeTilgang):
        brev_underrett(beslutter, brev=brevet, dato=I_DAG, hvordan=Framkomst.POST)
    assert v.get(reverse("kontor:klage_kom_fram", args=[sak.pk, sak.pk])).status_code == 404

    with klokke.still_til(I_DAG + timedelta(days=2)):
        for dag in ("2.6.26", "6.6.26"):
            side = _sende(v, "kontor:klage_kom_fram", sak.pk, krav.pk, dato=dag, hvordan="tolk")
            assert "Dagen må være fra brevet ble sendt til og med i dag." in side
        side = _sende(v, "kontor:klage_kom_fram", sak.pk, krav.pk, dato="5.6.26", hvordan="tolk")
        assert "Deltakeren fikk vite om det 5. juni 2026 (fikk det lest opp med tolk)." in side
        side = _sende(v, "kontor:klage_kom_fram", sak.pk, krav.pk, dato="4.6.26", hvordan="tolk")
        assert "Klagefrist 25. juni 2026" in _lese(v, "kontor:klager", sak.pk)
        assert "Rett dagen" in side
    rad = tidslinje(sak)[0]
    assert setning(rad.kode, rad.data, "") == (
        f"Deltakeren fikk brevet «{brevet.tittel}» 4. juni 2026 (fikk det lest opp med tolk)."
    )

    # Opened the day after it makes the time no longer, and a later day is not to be had any more.
    with klokke.still_til(I_DAG + timedelta(days=2)):
        _lese(d, "deltaker:brev_les", brevet.pk)
        assert "Du kan klage til og med torsdag 25. juni" in _lese(d, "deltaker:klager")
    with klokke.still_til(date(2026, 6, 26)):
        brevet.refresh_from_db()
        with pytest.raises(Fagfeil, match="åpnet brevet i Fotfeste før det"):
            brev_underrett(veileder, brev=brevet, dato=date(2026, 6, 20), hvordan=Framkomst.LEVERT)
        assert "Fristen var 25. juni 2026" in _lese(d, "deltaker:klager")
        assert tidsvurdering(klag(veileder, krav)).svar == Tid.FOR_SENT
    with pytest.raises(IntegrityError, match="underrettet_brev_sier_hvordan"), kommando(SYSTEM, "test"):
        Brev.objects.filter(pk=brevet.pk).update(hvordan="")


def test_trekket_gaar_videre_endres_i_en_del_og_kreves_ikke_nar_vi_tok_feil(
    krav: Krav, veileder: Aktor, beslutter: Aktor
) -> None:
    planen = planlagt_framover(krav)
    klage = klager.klage_be_om_utsetting(veileder, klage=klag(veileder, krav))
    klage = klager.klage_svar_pa_utsetting(beslutter, klage=klage, utsettes=True, begrunnelse="Vi ser på det.")
    assert planlagt_framover(krav) == {}
    klager.klage_trekk(veileder, klage=klage, dato=I_DAG)
    assert planlagt_framover(krav) == planen

    klage = besluttet(veileder, beslutter, klag(veileder, krav), Innstillinger.OMGJOR_DELVIS)
    assert _oppgaver(krav.sak) == {"klage_oversend", "klage_gjennomfor"}
    klage = klager.klage_gjennomfor(veileder, klage=klage, tiltak=Klagetiltak.ENDRE_PLAN, per_maned=600, fra=JUNI)
    assert (klage.status, set(planlagt_framover(krav).values())) == (Klagestatus.TIL_OVERSENDELSE, {600})
    assert _oppgaver(krav.sak) == {"klage_oversend"}
    klage = klager.klage_registrer_utfall(
        veileder,
        klage=klager.klage_oversend(veileder, klage=klage),
        dato=I_DAG,
        utfall=Klageutfall.STADFESTET,
        grunner="600 kr er nok.",
    )
    with pytest.raises(Fagfeil, match="Skriv hva som er gjort"):
        klager.klage_folg_opp(veileder, klage=klage)
    klager.klage_folg_opp(veileder, klage=klage, oppfolging="Snakket med deltakeren.")
    assert set(planlagt_framover(krav).values()) == {600}

    klage = besluttet(veileder, beslutter, klag(veileder, krav), Innstillinger.OMGJOR)
    assert planlagt_framover(krav) == {}
    klager.klage_gjennomfor(veileder, klage=klage, tiltak=Klagetiltak.FRAFALL)
    krav.refresh_from_db()
    assert (krav.status, krav.frafalt_grunn) == (Kravstatus.FRAFALT, "Du får plass i programmet.")


def test_det_som_er_trukket_gis_tilbake_nar_trekket_faller(krav: Krav, veileder: Aktor, beslutter: Aktor) -> None:
    """2 000 of 3 000 kr are deducted when the decision is set aside. Closed in words, they would stay taken."""
    for maned in (MAI, JUNI):
        betal(krav.sak, maned)
    v = _som(veileder)
    klage = besluttet(veileder, beslutter, klag(veileder, krav), Innstillinger.OMGJOR)
    side = _lese(v, "kontor:klage_kommando", klage.pk, "gjennomfor")
    assert "betal tilbake det deltakeren har betalt" in side
    assert "Fulgt opp" in _sende(v, "kontor:klage_kommando", klage.pk, "gjennomfor", tiltak="tilbakefor")
    krav.refresh_from_db()
    assert (krav.status, dekning(krav).fra_deltakeren) == (Kravstatus.FRAFALT, 0)
    with klokke.still_til(date(2026, 8, 6)):
        (tilbake,) = forbered(krav.sak, JULI).utbetalinger.filter(tilbakeforing__isnull=False)
    assert (tilbake.brutto, tilbake.trekk, tilbake.netto) == (0, 2000, 2000)


def test_et_trekk_som_er_gjort_opp_kan_falle_og_pengene_gis_tilbake(
    krav: Krav, veileder: Aktor, beslutter: Aktor, okonomi: Aktor
) -> None:
    """Nothing is deducted any more, so nothing must be done; what was taken can be given back all the same."""
    klage = klag(veileder, krav)
    kravene.krav_registrer_innbetaling(okonomi, krav=krav, dato=I_DAG, belop=3000, referanse="Bilag 7")
    klage = besluttet(veileder, beslutter, klage, Innstillinger.OMGJOR)
    assert klage.gjelder.tiltak == (Klagetiltak.TILBAKEFOR,)
    assert "klage_gjennomfor" not in _oppgaver(krav.sak)
    side = _lese(_som(veileder), "kontor:klage", klage.pk)
    assert "Gjennomfør utfallet" in side
    assert "Ferdig fulgt opp" in side
    klage = klager.klage_gjennomfor(veileder, klage=klage, tiltak=Klagetiltak.TILBAKEFOR)
    krav.refresh_from_db()
    assert (klage.status, krav.status) == (Klagestatus.FULGT_OPP, Kravstatus.FRAFALT)
    assert krav.tilbakeforinger.get().tilbakeforing.belop == 3000


def test_retten_til_egenmelding_venter_faller_og_er_tilbake(
    sak: Sak, veileder: Aktor, beslutter: Aktor, deltaker: Aktor
) -> None:
    stopp = retten_tatt(veileder, beslutter, i_program_siden(sak, veileder))
    beslutning = stopp.beslutninger.get()
    d, v = _som(deltaker), _som(veileder)
    brevet = Brev.objects.get(dokument_id=beslutning.brev_id)
    assert reverse("deltaker:klage_ny", args=[beslutning.pk]) in _lese(d, "deltaker:brev_les", brevet.pk)

    assert reverse("kontor:klage_kom_fram", args=[sak.pk, beslutning.pk]) not in _lese(v, "kontor:egenmelding", sak.pk)
    felter = {"vedtak": f"egenmelding:{beslutning.pk}", "mottatt": "3.6.26", "kanal": "papir", "sprak": "nb"}
    felter |= {"klager": "part", "underskrevet": "on", "onsket_endring": "Jeg vil bruke egenmelding."}
    side = _sende(v, "kontor:klage_ny", sak.pk, **felter)
    assert "Klage på: Legeerklæring fra første dag" in side
    klage = Klage.objects.get()
    assert "avgjørelsen av 3. juni 2026 om egenmelding" in _brev(sak, "Vi har fått klagen din")
    assert "Klage på: Legeerklæring fra første dag" in _lese(d, "deltaker:klager")

    tatt = egenmelding_for([sak.pk])[sak.pk].stoppet
    klage = klager.klage_be_om_utsetting(veileder, klage=klage)
    klage = klager.klage_svar_pa_utsetting(beslutter, klage=klage, utsettes=True, begrunnelse="Legen har ikke tid nå.")
    assert egenmelding_for([sak.pk])[sak.pk].stoppet == ()
    assert "Du kan bruke egenmelding så lenge." in _brev(sak, "Avgjørelsen venter til klagen er avgjort")
    assert "Du kan bruke egenmelding når du er syk" in _lese(d, "deltaker:egenmelding")
    assert "til det er klart hva klagen fører til" in _lese(v, "kontor:egenmelding", sak.pk)

    klage = oversendt(veileder, beslutter, klage)
    assert [rad.tittel.split(",")[0] for rad in klage.oversendte.all()][1:3] == [
        "Avgjørelsen det klages på",
        "Det avgjørelsen bygger på",
    ]
    klage = klager.klage_registrer_utfall(
        veileder, klage=klage, dato=I_DAG, utfall=Klageutfall.STADFESTET, grunner="Det er rimelig grunn."
    )
    assert egenmelding_for([sak.pk])[sak.pk].stoppet == (Periode(I_DAG + timedelta(days=1), tatt[-1].slutt),)
    with pytest.raises(Fagfeil, match="Utfallet endrer ikke noe"):
        klager.klage_gjennomfor(veileder, klage=klage, tiltak=Klagetiltak.GI_TILBAKE)
    klager.klage_folg_opp(veileder, klage=klage, oppfolging="Snakket med deltakeren.")

    # Upheld, and complained of again: this time it is set aside, and the right is back from the day it was gone.
    stopp = egenmelding.stopp_revurder(veileder, stopp=stopp, vurdering="Fortsatt mye borte.")
    stopp = egenmelding.stopp_oppretthold(beslutter, stopp=stopp)
    opprettholdt = stopp.beslutninger.get(slag=Beslutningsslag.OPPRETTHOLDT)
    assert "Vi vet ikke når brevet kom fram" in _lese(v, "kontor:egenmelding", sak.pk)
    side = _sende(v, "kontor:klage_kom_fram", sak.pk, opprettholdt.pk, dato="3.6.26", hvordan="levert")
    assert "Deltakeren fikk vite om det 3. juni 2026 (fikk det i hånden)." in side
    klage = avgjort(veileder, beslutter, klag(veileder, opprettholdt), Klageutfall.OPPHEVET)
    assert "klage_gjennomfor" in _oppgaver(sak)
    side = _sende(v, "kontor:klage_kommando", klage.pk, "gjennomfor", tiltak="gi_tilbake", fra="4.6.26")
    assert "Fulgt opp" in side
    assert Egenmeldingsstopp.objects.get().status == Stoppstatus.OPPHEVET
    assert egenmelding_for([sak.pk])[sak.pk].stoppet == ()
    with pytest.raises(FlereFeil, match="gitt tilbake"):
        klag(veileder, stopp.beslutninger.get(slag=Beslutningsslag.OPPHEVET))


def test_dagene_som_falt_bort_ubekreftet_gjelder_likevel(
    sak: Sak, veileder: Aktor, beslutter: Aktor, deltaker: Aktor
) -> None:
    fravaer = borte(i_program_siden(sak, veileder), date(2026, 5, 12))
    krav = egenmelding.egenmelding_be_om_bekreftelse(veileder, fravaer=fravaer, frist=date(2026, 6, 17))
    with pytest.raises(FlereFeil, match="ikke bestemt noe om disse dagene"):
        klag(veileder, krav)
    with klokke.still_til(date(2026, 6, 18)):
        v, d = _som(veileder), _som(deltaker)
        krav = egenmelding.egenmelding_la_falle_bort(veileder, krav=krav, begrunnelse="Du har ikke svart.")
        brevet = Brev.objects.get(dokument=krav.brev)
        side = _sende(v, "kontor:klage_kom_fram", sak.pk, krav.pk, dato="18.6.26", hvordan="fortalt")
        assert "Deltakeren fikk vite om det 18. juni 2026 (fikk det fortalt eller lest opp)." in side
        assert reverse("deltaker:klage_ny", args=[krav.pk]) in _lese(d, "deltaker:brev_les", brevet.pk)
        _sende(d, "deltaker:klage_ny", krav.pk, onsket_endring="Jeg var syk.", ber_om_utsetting="on")
        klage = Klage.objects.get()
        assert "Klage på: Egenmelding som ikke ble bekreftet" in _lese(v, "kontor:klage", klage.pk)
        klager.klage_svar_pa_utsetting(beslutter, klage=klage, utsettes=True, begrunnelse="Vi ser på det.")
        assert manedens_fakta(sak, MAI).ugyldig_fravaer == {}
        assert "Dagene gir stønad til" in _lese(v, "kontor:egenmelding", sak.pk)
        klage = besluttet(veileder, beslutter, klage, Innstillinger.OMGJOR)
        side = _sende(v, "kontor:klage_kommando", klage.pk, "gjennomfor", tiltak="la_gjelde")
        assert "Fulgt opp" in side
    krav.refresh_from_db()
    assert (krav.status, krav.venter_klage) == (Bekreftelsesstatus.FRAFALT, False)
    assert manedens_fakta(sak, MAI).ugyldig_fravaer == {}
    with pytest.raises(UlovligOvergang):
        egenmelding.egenmelding_la_gjelde(veileder, krav=krav, begrunnelse="En gang til.")


def test_en_klage_gjelder_en_avgjorelse_og_bare_en(krav: Krav, veileder: Aktor, beslutter: Aktor) -> None:
    klage = klag(veileder, krav)
    assert klage.gjelder.saksbehandler_id == veileder.bruker_id
    with pytest.raises(IntegrityError, match="klage_gjelder_en_avgjorelse"), kommando(SYSTEM, "test"):
        Klage.objects.filter(pk=klage.pk).update(krav=None)
