"""Where the money goes when not to the participant: NAV Innkreving's part of it, and after a death."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from fotfeste.fag.etter.dodsfall import dodsbo_konto_sett, dodsfall_angre, dodsfall_registrer
from fotfeste.fag.person.models import Person
from fotfeste.fag.person.services import barn_registrer
from fotfeste.fag.sak.enums import Saksstatus
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.sak.selectors import tidslinje
from fotfeste.fag.utbetaling import selectors, services
from fotfeste.fag.utbetaling.enums import Utbetalingsart, Utelatt
from fotfeste.fag.utbetaling.innkreving import (
    innkrevingskrav_avslutt,
    innkrevingskrav_registrer,
    innkrevingskrav_ta_tilbake,
)
from fotfeste.fag.utbetaling.models import Differanse, Innkrevingskrav, Kjoring
from fotfeste.grunnmur.feil import Fagfeil, FlereFeil, IkkeTilgang
from fotfeste.grunnmur.logg.services import kommando
from fotfeste.grunnmur.organisasjon.models import Kommune, Kontor
from fotfeste.grunnmur.tilgang import SYSTEM, Aktor
from fotfeste.kobling.betaling.services import filer_lag
from tests.grunnlag import lag_deltaker, lag_kontor, lag_person, lag_sak_i_program, lag_timeliste

APRIL, MAI = date(2026, 4, 1), date(2026, 5, 1)
FULL_MAI = 22510
INNKREVING = "76940512057"


@pytest.fixture
def samira(kontor: Kontor, veileder: Aktor) -> Sak:
    sak = lag_sak_i_program(kontor)
    lag_timeliste(sak, MAI, godkjent_av=veileder)
    return sak


@pytest.fixture
def betal(kommune: Kommune, okonomi: Aktor, okonomi2: Aktor) -> Callable[..., Kjoring]:
    def utfor(maned: date = MAI) -> Kjoring:
        kjoring = services.kjoring_opprett(okonomi, kommune=kommune, maned=maned)
        kjoring = services.kjoring_frigi(okonomi2, services.kjoring_forbered(okonomi, kjoring))
        filer_lag(okonomi2, kjoring)
        return kjoring

    return utfor


class TestInnkreving:
    def test_barnets_del_gar_til_innkreving_og_resten_til_deltakeren(
        self, samira: Sak, veileder: Aktor, okonomi: Aktor, betal: Callable[[], Kjoring]
    ) -> None:
        """Two children give 2 × 21 × 38 = 1 596 kr. One is owed maintenance for: 798 kr go to NAV Innkreving."""
        ali = barn_registrer(veileder, samira.person, navn="Ali", fodselsdato=date(2019, 3, 2))
        barn_registrer(veileder, samira.person, navn="Mona", fodselsdato=date(2021, 3, 2))
        felter = {"sak": samira, "barn": ali, "krevd": date(2026, 4, 10), "fra": MAI, "til": None}
        innkrevingskrav_registrer(veileder, **felter, kontonummer=INNKREVING, kid="123456789")
        with pytest.raises(Fagfeil, match="allerede et krav"):
            innkrevingskrav_registrer(veileder, **felter, kontonummer=INNKREVING)
        kjoring = betal()
        rader = {rad.art: rad for rad in kjoring.utbetalinger.all()}
        hoved, del_ = rader[Utbetalingsart.MANED], rader[Utbetalingsart.INNKREVING]
        assert (hoved.brutto, hoved.til_andre, hoved.netto) == (FULL_MAI + 1596, -798, FULL_MAI + 798)
        assert (del_.netto, del_.hoved, del_.kontonummer) == (798, hoved, INNKREVING)
        fil = bytes(kjoring.filer.get(type="pain001").dokument.innhold).decode()
        assert "<Ref>123456789</Ref>" in fil
        assert f"<CtrlSum>{FULL_MAI + 1596}.00</CtrlSum>" in fil
        lonn = bytes(kjoring.filer.get(type="lonnsgrunnlag").dokument.innhold).decode("utf-8-sig")
        assert f";{FULL_MAI + 1596},00;1596,00;" in lonn  # all of it is her income
        assert lonn.count("\r\n") == 2
        assert selectors.kjoringer(okonomi).get().antall == 1  # two payments, and one participant

    def test_et_krav_som_begynner_senere_eller_er_over_sender_ingenting(
        self, samira: Sak, veileder: Aktor, betal: Callable[[], Kjoring]
    ) -> None:
        ali = barn_registrer(veileder, samira.person, navn="Ali", fodselsdato=date(2019, 3, 2))
        krav = innkrevingskrav_registrer(
            veileder, sak=samira, barn=ali, krevd=MAI, fra=date(2026, 1, 1), til=None, kontonummer=INNKREVING
        )
        innkrevingskrav_avslutt(veileder, krav=krav, til=date(2026, 4, 30))
        innkrevingskrav_registrer(
            veileder, sak=samira, barn=ali, krevd=MAI, fra=date(2026, 5, 2), til=None, kontonummer=INNKREVING
        )
        assert betal().utbetalinger.get().til_andre == 0

    def test_kravet_i_en_ny_sak_tar_over_for_det_i_den_forrige(
        self, samira: Sak, kommune: Kommune, kontor: Kontor, veileder: Aktor
    ) -> None:
        ali = barn_registrer(veileder, samira.person, navn="Ali", fodselsdato=date(2019, 3, 2))
        for_ = {"barn": ali, "krevd": APRIL, "fra": date(2026, 1, 1), "til": None, "kontonummer": INNKREVING}
        annet = lag_kontor(kommune)
        with kommando(SYSTEM, "test"):
            samira.lagre_endring(kontor=annet)
            gammelt = samira.innkrevingskrav.create(**for_)
            samira.lagre_endring(status=Saksstatus.AVSLUTTET)
        ny = lag_sak_i_program(kontor, fra=date(2026, 5, 4), person=samira.person)
        krav = innkrevingskrav_registrer(veileder, sak=ny, **{**for_, "fra": MAI})
        gammelt.refresh_from_db()
        assert (gammelt.til, krav.til) == (date(2026, 4, 30), None)
        with pytest.raises(Fagfeil, match="allerede et krav"):
            innkrevingskrav_registrer(veileder, sak=ny, **{**for_, "fra": date(2026, 5, 2)})

    def test_et_krav_som_endres_etter_at_kjoringen_er_klar_stanser_den(
        self, samira: Sak, veileder: Aktor, okonomi: Aktor, okonomi2: Aktor, kommune: Kommune
    ) -> None:
        """Nothing goes to Innkreving that is not demanded, and nothing to the participant that is."""
        kjoring = services.kjoring_opprett(okonomi, kommune=kommune, maned=MAI)
        ali = barn_registrer(veileder, samira.person, navn="Ali", fodselsdato=date(2019, 3, 2))
        felter = {"sak": samira, "barn": ali, "krevd": date(2026, 4, 10), "til": None, "kontonummer": INNKREVING}

        def stanses() -> None:
            with pytest.raises(Fagfeil, match="for 1: Samira Testdal"):
                services.kjoring_frigi(okonomi2, kjoring)
            services.kjoring_forbered(okonomi, kjoring)

        services.kjoring_forbered(okonomi, kjoring)
        krav = innkrevingskrav_registrer(veileder, **felter, fra=date(2026, 3, 1))
        stanses()
        innkrevingskrav_avslutt(veileder, krav=krav, til=date(2026, 4, 30))
        stanses()
        innkrevingskrav_registrer(veileder, **felter, fra=MAI, kid="123456789")
        stanses()
        services.kjoring_frigi(okonomi2, kjoring)
        del_ = kjoring.utbetalinger.get(art=Utbetalingsart.INNKREVING, status="frigitt")
        assert (del_.netto, del_.melding) == (798, "KID 123456789")

    def test_et_krav_som_ble_fort_feil_tas_tilbake_til_det_er_sendt_noe_etter_det(
        self, samira: Sak, veileder: Aktor, okonomi: Aktor, okonomi2: Aktor, kommune: Kommune
    ) -> None:
        ali = barn_registrer(veileder, samira.person, navn="Ali", fodselsdato=date(2019, 3, 2))
        felter = {"sak": samira, "barn": ali, "krevd": date(2026, 4, 10), "til": None}
        feil = innkrevingskrav_registrer(veileder, **felter, fra=date(2026, 7, 1), kontonummer="86011117939")
        with pytest.raises(Fagfeil, match="begynte senere"):
            innkrevingskrav_avslutt(veileder, krav=feil, til=date(2026, 6, 30))
        with pytest.raises(FlereFeil, match="Skriv hva som var feil"):
            innkrevingskrav_ta_tilbake(veileder, krav=feil, grunn=" ")
        with pytest.raises(IkkeTilgang):
            innkrevingskrav_ta_tilbake(okonomi, krav=feil, grunn="Feil konto")
        innkrevingskrav_ta_tilbake(veileder, krav=feil, grunn="Gjelder fra mai")
        innkrevingskrav_ta_tilbake(veileder, krav=feil, grunn="En gang til")
        assert [rad.kode for rad in tidslinje(samira)].count("innkreving.tatt_tilbake") == 1

        # A run that lies ready with it is stopped, and the right one takes its place from the same day.
        feil = innkrevingskrav_registrer(veileder, **felter, fra=MAI, kontonummer="86011117939", kid="123456789")
        kjoring = services.kjoring_opprett(okonomi, kommune=kommune, maned=MAI)
        services.kjoring_forbered(okonomi, kjoring)
        innkrevingskrav_ta_tilbake(veileder, krav=feil, grunn="Feil kontonummer")
        with pytest.raises(Fagfeil, match="for 1: Samira Testdal"):
            services.kjoring_frigi(okonomi2, kjoring)
        krav = innkrevingskrav_registrer(veileder, **felter, fra=MAI, kontonummer=INNKREVING, kid="123456789")
        services.kjoring_forbered(okonomi, kjoring)
        services.kjoring_frigi(okonomi2, kjoring)
        assert kjoring.utbetalinger.get(art=Utbetalingsart.INNKREVING, status="frigitt").kontonummer == INNKREVING
        with pytest.raises(FlereFeil, match="alt sendt penger etter dette kravet"):
            innkrevingskrav_ta_tilbake(veileder, krav=krav, grunn="Feil")
        stod = Innkrevingskrav.pgh_event_model.objects.filter(pgh_label="delete")
        assert sorted(stod.values_list("kontonummer", "fra")) == [
            ("86011117939", MAI),
            ("86011117939", date(2026, 7, 1)),
        ]


class TestDodsfall:
    def test_retten_slutter_den_dagen_og_boet_far_det_som_var_opptjent(
        self, samira: Sak, veileder: Aktor, okonomi: Aktor, kommune: Kommune, betal: Callable[[], Kjoring]
    ) -> None:
        dodsfall_registrer(veileder, person=samira.person, dato=date(2026, 5, 15), kilde="Søsteren")
        samira.refresh_from_db()
        assert samira.status == Saksstatus.AVSLUTTET
        kjoring = services.kjoring_forbered(okonomi, services.kjoring_opprett(okonomi, kommune=kommune, maned=MAI))
        assert kjoring.utelatte.get().grunn == Utelatt.DOD
        person = Person.objects.get(pk=samira.person_id)
        dodsbo_konto_sett(veileder, person=person, kontonummer="12345678903")
        services.kjoring_forbered(okonomi, kjoring)
        rad = betal().utbetalinger.exclude(status="forkastet").get()
        # 1, 4-8 and 11-15 May: 11 days × 1 071.909… = 11 791
        assert (rad.netto, rad.kontonummer, rad.mottaker) == (11791, "12345678903", f"Dødsboet etter {person.navn}")

    def test_betalt_for_dager_etter_er_en_forskjell_og_ikke_et_trekk(
        self, samira: Sak, veileder: Aktor, betal: Callable[[], Kjoring]
    ) -> None:
        betal()
        dodsfall_registrer(veileder, person=samira.person, dato=date(2026, 5, 15), kilde="Folkeregisteret")
        (differanse,) = selectors.differanser(samira, MAI)
        assert differanse.belop == 11791 - FULL_MAI
        assert samira.trekk.count() == 0

    def test_ogsa_med_en_gammel_sak_ved_et_annet_kontor_og_tilbake_igjen(
        self, kommune: Kommune, kontor: Kontor, veileder: Aktor, betal: Callable[..., Kjoring]
    ) -> None:
        """April was paid at the office moved from. A wrong day takes it too; taken back, all is as it was."""
        person = lag_person()
        gammel = lag_sak_i_program(lag_kontor(kommune, "NAV Fjordvik nord"), til=date(2026, 4, 30), person=person)
        lag_timeliste(gammel, APRIL, godkjent_av=veileder)
        with kommando(SYSTEM, "test"):
            gammel.lagre_endring(status=Saksstatus.AVSLUTTET)
        sak = lag_sak_i_program(kontor, fra=MAI, person=person)
        lag_timeliste(sak, MAI, godkjent_av=veileder)
        betal(APRIL)
        betal(MAI)

        person = dodsfall_registrer(veileder, person=person, dato=date(2026, 4, 15), kilde="Folkeregisteret")
        i_april, i_mai = Differanse.objects.get(sak=gammel), Differanse.objects.get(sak=sak)
        assert i_april.belop < 0
        assert i_mai.belop == -FULL_MAI

        dodsfall_angre(veileder, person=person, grunn="Det var en annen med samme navn")
        for feil in (i_april, i_mai):
            assert Differanse.objects.get(forrige=feil.ny).belop == -feil.belop
        sak.refresh_from_db()
        gammel.refresh_from_db()
        assert (sak.status, gammel.status) == (Saksstatus.I_PROGRAM, Saksstatus.AVSLUTTET)

    def test_en_feil_kan_tas_tilbake_og_saken_gar_videre(self, samira: Sak, veileder: Aktor) -> None:
        person = dodsfall_registrer(veileder, person=samira.person, dato=date(2026, 6, 1), kilde="Feil person")
        dodsfall_angre(veileder, person=person, grunn="Det var en annen med samme navn")
        samira.refresh_from_db()
        assert samira.status == Saksstatus.I_PROGRAM
        assert Person.objects.get(pk=person.pk).dodsdato is None

    def test_ikke_i_morgen_ikke_uten_kilde_og_ikke_av_deltakeren_selv(
        self, samira: Sak, kontor: Kontor, veileder: Aktor, okonomi: Aktor
    ) -> None:
        with pytest.raises(Fagfeil, match="i dag eller tidligere"):
            dodsfall_registrer(veileder, person=samira.person, dato=date(2026, 6, 4), kilde="x")
        with pytest.raises(Fagfeil, match="hvem som ga beskjed"):
            dodsfall_registrer(veileder, person=samira.person, dato=MAI, kilde=" ")
        for aktor in (okonomi, lag_deltaker(samira.person, kontor)):
            with pytest.raises(IkkeTilgang):
                dodsfall_registrer(aktor, person=samira.person, dato=MAI, kilde="x")
        with pytest.raises(Fagfeil, match="ikke registrert noe dødsfall"):
            dodsbo_konto_sett(veileder, person=samira.person, kontonummer="12345678903")
        assert lag_person().mottaker == lag_person().navn
