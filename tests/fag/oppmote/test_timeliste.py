"""A month's sheet from opened to approved. The stories happen on 3 June 2026; May has eighteen programme days."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from fotfeste.fag.oppmote import services as oppmote
from fotfeste.fag.oppmote.enums import Timelistestatus
from fotfeste.fag.oppmote.forslag import kvotevisning
from fotfeste.fag.oppmote.inn import Dagtimer, Fravaerinn
from fotfeste.fag.oppmote.models import Fravaer, Timeliste
from fotfeste.fag.oppmote.selectors import (
    kontorark,
    manedens_fakta,
    manedens_fakta_for,
    maneder_for,
    timeliste_ark,
    timeliste_for,
    timelister_for_maned,
)
from fotfeste.fag.person.models import Barn
from fotfeste.fag.program import services as program
from fotfeste.fag.sak.enums import Saksstatus
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.sak.selectors import tidslinje
from fotfeste.fag.sak.services import fast_kontakt_sett
from fotfeste.fag.vedtak.enums import Vedtakstype
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import Fagfeil, FlereFeil, IkkeTilgang, SamtidigEndring, UlovligOvergang
from fotfeste.grunnmur.logg.services import kommando
from fotfeste.grunnmur.organisasjon.enums import Rolle
from fotfeste.grunnmur.tilgang import SYSTEM, Aktor
from tests import grunnlag
from tests.fag.program.fortellinger import avtalt_program, gi_vedtak

MAI = date(2026, 5, 1)
PDF = b"%PDF-1.7 en legeerkl\xc3\xa6ring"


@pytest.fixture
def i_program(sak: Sak, veileder: Aktor) -> Sak:
    """In programme since 2 February: 7,5 hours Monday to Friday."""
    gi_vedtak(sak, veileder)
    avtalt_program(sak, veileder)
    sak.refresh_from_db()
    return sak


@pytest.fixture
def mai(i_program: Sak, deltaker: Aktor) -> Timeliste:
    return oppmote.timeliste_apne(deltaker, sak=i_program, maned=MAI)


def syk(fra: str, til: str | None = None, **mer: Any) -> Fravaerinn:
    mer.setdefault("arsak", "egen_sykdom")
    return Fravaerinn(date.fromisoformat(fra), date.fromisoformat(til or fra), **mer)


def felter(feil: Fagfeil) -> list[str]:
    return [ett.felt for ett in feil.feil] if isinstance(feil, FlereFeil) else [feil.felt]


def dagen(timeliste: Timeliste, dag: str) -> tuple[Decimal, Decimal]:
    rad = timeliste.dager.get(dato=dag)
    return rad.timer_program, rad.timer_arbeid


class TestForhandsutfylt:
    def test_uken_fyller_listen_og_fridagene_star_tomme(self, mai: Timeliste) -> None:
        datoer = {rad.dato.day for rad in mai.dager.all()}
        # Free: 1 May, Ascension Day 14 May, 17 May (a Sunday), Whit Monday 25 May, and weekends.
        assert datoer == {4, 5, 6, 7, 8, 11, 12, 13, 15, 18, 19, 20, 21, 22, 26, 27, 28, 29}
        assert {(rad.planlagt, rad.timer_program, rad.timer_arbeid) for rad in mai.dager.all()} == {
            (Decimal("7.50"), Decimal("7.50"), Decimal("0.00"))
        }

    def test_to_som_apner_samtidig_far_samme_liste(self, mai: Timeliste, veileder: Aktor) -> None:
        assert oppmote.timeliste_apne(veileder, sak=mai.sak, maned=date(2026, 5, 31)) == mai
        assert Timeliste.objects.count() == 1

    def test_bare_dager_i_vedtaket(self, i_program: Sak, veileder: Aktor) -> None:
        februar = oppmote.timeliste_apne(veileder, sak=i_program, maned=date(2026, 2, 1))
        assert februar.dager.first().dato == date(2026, 2, 2)  # type: ignore[union-attr]
        with pytest.raises(Fagfeil, match="ikke noe program å føre timer for i januar 2026"):
            oppmote.timeliste_apne(veileder, sak=i_program, maned=date(2026, 1, 1))

    def test_pause_og_slutt_tommer_dagene(self, i_program: Sak, veileder: Aktor) -> None:
        gi_vedtak(i_program, veileder, type_=Vedtakstype.AVBRUDD, fra=date(2026, 5, 11), til=None)
        gi_vedtak(i_program, veileder, type_=Vedtakstype.GJENOPPTAK, fra=date(2026, 5, 18), til=None)
        gi_vedtak(i_program, veileder, type_=Vedtakstype.AVSLUTNING, fra=date(2026, 5, 20), til=None)
        mai = oppmote.timeliste_apne(veileder, sak=i_program, maned=MAI)
        assert [rad.dato.day for rad in mai.dager.all()] == [4, 5, 6, 7, 8, 18, 19, 20]

    def test_permisjon_har_ingen_timer(self, i_program: Sak, veileder: Aktor) -> None:
        program.permisjon_registrer(
            veileder, sak=i_program, fra=date(2026, 5, 4), til=date(2026, 5, 29), grunn="Fødsel", med_stonad=True
        )
        assert oppmote.timeliste_apne(veileder, sak=i_program, maned=MAI).dager.count() == 0

    def test_uten_avtalt_uke_er_dagen_en_femtedel(self, sak: Sak, veileder: Aktor) -> None:
        gi_vedtak(sak, veileder)
        mai = oppmote.timeliste_apne(veileder, sak=sak, maned=MAI)
        assert {rad.planlagt for rad in mai.dager.all()} == {Decimal("7.50")}

    def test_lonnet_jobb_i_uken_fores_som_arbeid(self, sak: Sak, veileder: Aktor) -> None:
        gi_vedtak(sak, veileder)
        avtalt_program(sak, veileder, lonnet=True)
        mai = oppmote.timeliste_apne(veileder, sak=sak, maned=MAI)
        assert dagen(mai, "2026-05-04") == (Decimal("4.00"), Decimal("3.50"))
        assert manedens_fakta(sak, MAI).arbeid[date(2026, 5, 4)] == Fraction(7, 2)

    def test_skudddagen_finnes_i_2028(self, sak: Sak, veileder: Aktor) -> None:
        gi_vedtak(sak, veileder, fra=date(2028, 2, 1), til=date(2028, 12, 31))
        februar = oppmote.timeliste_apne(veileder, sak=sak, maned=date(2028, 2, 1))
        assert februar.dager.last().dato == date(2028, 2, 29)  # type: ignore[union-attr]

    def test_saken_er_i_program_nar_listen_apnes(self, mai: Timeliste) -> None:
        mai.sak.refresh_from_db()
        assert mai.sak.status == Saksstatus.I_PROGRAM


class TestLagre:
    def test_timer_arbeid_og_fravaer_i_ett(self, mai: Timeliste, deltaker: Aktor) -> None:
        oppmote.timeliste_lagre(
            deltaker,
            timeliste=mai,
            dager={
                date(2026, 5, 5): Dagtimer(Decimal("4"), Decimal("3.5")),
                date(2026, 5, 9): Dagtimer(arbeid=Decimal("5")),
                date(2026, 5, 11): Dagtimer(),
            },
            fravaer=[syk("2026-05-11")],
            merknad="Jobbet ekstra lørdag",
            versjon=mai.versjon,
        )
        assert dagen(mai, "2026-05-05") == (Decimal("4.00"), Decimal("3.50"))
        assert dagen(mai, "2026-05-09") == (Decimal("0.00"), Decimal("5.00"))
        fakta = manedens_fakta(mai.sak, MAI)
        assert fakta.arbeid == {date(2026, 5, 5): Fraction(7, 2), date(2026, 5, 9): Fraction(5)}
        assert fakta.ugyldig_fravaer == {}
        assert not fakta.godkjent

    def test_alle_feil_kommer_samtidig_og_ingenting_lagres(self, mai: Timeliste, deltaker: Aktor) -> None:
        with pytest.raises(FlereFeil) as feil:
            oppmote.timeliste_lagre(
                deltaker,
                timeliste=mai,
                dager={
                    date(2026, 5, 4): Dagtimer(Decimal("-1")),
                    date(2026, 5, 5): Dagtimer(Decimal("20"), Decimal("5")),
                    date(2026, 6, 1): Dagtimer(Decimal("1")),
                    date(2026, 5, 6): Dagtimer(Decimal("1")),
                },
                fravaer=[syk("2026-05-11", "2026-05-12"), syk("2026-05-12"), syk("2026-05-29", "2026-06-02")],
            )
        assert felter(feil.value) == ["timer_2026-05-04", "timer_2026-05-05", "timer_2026-06-01", "til", "fra"]
        assert dagen(mai, "2026-05-06") == (Decimal("7.50"), Decimal("0.00"))
        assert Fravaer.objects.count() == 0

    @pytest.mark.parametrize(
        ("inn", "felt"),
        [
            (syk("2026-05-12", "2026-05-11"), "til"),
            (syk("2026-04-30"), "fra"),
            (syk("2026-05-12", arsak="barns_sykdom"), "barn"),
            (syk("2026-05-12", arsak="barns_sykdom", barn_id=uuid4()), "barn"),
            (syk("2026-05-12", arsak="for_termin"), "termin"),
            (syk("2026-05-12", arsak="fodsel"), "fodt"),
            (syk("2026-05-12", arsak="lyst"), "arsak"),
            (syk("2026-05-12", timer=Decimal("25")), "timer"),
            (syk("2026-05-12", timer=Decimal("-2")), "timer"),
        ],
    )
    def test_et_fravaer_som_ikke_gar_opp_sier_hvor(
        self, mai: Timeliste, deltaker: Aktor, inn: Fravaerinn, felt: str
    ) -> None:
        with pytest.raises(FlereFeil) as feil:
            oppmote.fravaer_registrer(deltaker, timeliste=mai, fravaer=inn)
        assert felter(feil.value) == [felt]

    def test_fravaer_pa_dager_utenfor_vedtaket(self, i_program: Sak, veileder: Aktor) -> None:
        februar = oppmote.timeliste_apne(veileder, sak=i_program, maned=date(2026, 2, 1))
        with pytest.raises(FlereFeil, match="innenfor perioden vedtaket gjelder for"):
            oppmote.fravaer_registrer(veileder, timeliste=februar, fravaer=syk("2026-02-01"))

    def test_overlappende_fravaer_stoppes_og_kan_rettes(self, mai: Timeliste, deltaker: Aktor) -> None:
        rad = oppmote.fravaer_registrer(deltaker, timeliste=mai, fravaer=syk("2026-05-11", "2026-05-12"))
        assert dagen(mai, "2026-05-11") == (Decimal("0.00"), Decimal("0.00"))
        with pytest.raises(FlereFeil, match=r"allerede ført fravær 11. mai 2026–12. mai 2026"):
            oppmote.fravaer_registrer(deltaker, timeliste=mai, fravaer=syk("2026-05-12", arsak="ferie"))
        oppmote.fravaer_fjern(deltaker, fravaer=rad)
        oppmote.fravaer_fjern(deltaker, fravaer=rad)
        assert dagen(mai, "2026-05-11") == (Decimal("7.50"), Decimal("0.00"))

    def test_to_pa_samme_liste_far_se_begges(self, mai: Timeliste, deltaker: Aktor, veileder: Aktor) -> None:
        oppmote.timeliste_lagre(veileder, timeliste=mai, dager={}, merknad="Fra Mari", versjon=mai.versjon)
        with pytest.raises(SamtidigEndring) as feil:
            oppmote.timeliste_lagre(deltaker, timeliste=mai, dager={}, merknad="Fra meg", versjon=mai.versjon)
        assert feil.value.gjeldende.merknad == "Fra Mari"

    def test_et_uendret_fravaer_beholder_legeerklaeringen(self, mai: Timeliste, deltaker: Aktor) -> None:
        rad = oppmote.fravaer_registrer(deltaker, timeliste=mai, fravaer=syk("2026-05-11", "2026-05-15"))
        oppmote.legeerklaering_legg_til(deltaker, fravaer=rad, filnavn="lege.pdf", innhold=PDF)
        oppmote.timeliste_lagre(
            deltaker, timeliste=mai, dager={}, fravaer=[syk("2026-05-11", "2026-05-15", id=rad.pk), syk("2026-05-20")]
        )
        assert rad.legeerklaeringer.count() == 1
        oppmote.timeliste_lagre(deltaker, timeliste=mai, dager={}, fravaer=[syk("2026-05-11", id=rad.pk)])
        assert [str(ett.til) for ett in Fravaer.objects.all()] == ["2026-05-11"]

    def test_legeerklaering_som_ikke_er_det_navnet_sier(self, mai: Timeliste, deltaker: Aktor) -> None:
        rad = oppmote.fravaer_registrer(deltaker, timeliste=mai, fravaer=syk("2026-05-11"))
        with pytest.raises(Fagfeil, match="innholdet er noe annet") as feil:
            oppmote.legeerklaering_legg_til(deltaker, fravaer=rad, filnavn="lege.pdf", innhold=b"MZ program")
        assert feil.value.felt == "vedlegg"
        for fra, til, felt in ((12, 11, "til"), (20, 21, "fra")):
            with pytest.raises(Fagfeil) as datofeil:
                oppmote.legeerklaering_legg_til(deltaker, fravaer=rad, fra=date(2026, 5, fra), til=date(2026, 5, til))
            assert datofeil.value.felt == felt


class TestSvar:
    def test_ulegitimert_dag_trekkes_med_det_som_var_planlagt(self, mai: Timeliste, deltaker: Aktor) -> None:
        oppmote.fravaer_registrer(deltaker, timeliste=mai, fravaer=syk("2026-05-12", arsak="ulegitimert"))
        oppmote.fravaer_registrer(
            deltaker, timeliste=mai, fravaer=syk("2026-05-15", arsak="ulegitimert", timer=Decimal("2.5"))
        )
        assert manedens_fakta(mai.sak, MAI).ugyldig_fravaer == {
            date(2026, 5, 12): Fraction(15, 2),
            date(2026, 5, 15): Fraction(5, 2),
        }
        ark = timeliste_ark(timeliste_for(mai.sak, MAI))  # type: ignore[arg-type]
        assert ark.har_ugyldig
        assert ark.fravaer[0].tekster == [
            "12. mai 2026: Du var borte uten at vi hadde godtatt det. Stønaden blir mindre for disse dagene."
        ]

    def test_ingen_er_borte_fra_mer_enn_dagen_hadde(self, sak: Sak, veileder: Aktor, deltaker: Aktor) -> None:
        """Six hours each day, where four are the programme's, and two of the days are leave that was granted."""
        gi_vedtak(sak, veileder)
        avtalt_program(sak, veileder, lonnet=True)
        program.permisjon_registrer(
            veileder, sak=sak, fra=date(2026, 5, 6), til=date(2026, 5, 7), grunn="Begravelse", med_stonad=True
        )
        mai = oppmote.timeliste_apne(deltaker, sak=sak, maned=MAI)
        borte = syk("2026-05-04", "2026-05-08", arsak="ulegitimert", timer=Decimal(6))
        visning = kvotevisning(sak, MAI, borte)
        oppmote.fravaer_registrer(deltaker, timeliste=mai, fravaer=borte)
        fire_timer = {date(2026, 5, dag): Fraction(4) for dag in (4, 5, 8)}
        assert manedens_fakta(sak, MAI).ugyldig_fravaer == fire_timer
        assert visning is not None
        assert visning.forslag is not None
        assert visning.forslag.tapte == fire_timer

    def test_sykdom_over_manedsskiftet_er_ett_fravaer(self, mai: Timeliste, deltaker: Aktor) -> None:
        # 28-31 May and 1-2 June: six calendar days without a doctor's statement, so none of them keeps the stønad.
        oppmote.fravaer_registrer(deltaker, timeliste=mai, fravaer=syk("2026-05-30", "2026-05-31"))
        assert manedens_fakta(mai.sak, MAI).ugyldig_fravaer == {}
        juni = oppmote.timeliste_apne(deltaker, sak=mai.sak, maned=date(2026, 6, 1))
        oppmote.fravaer_registrer(deltaker, timeliste=juni, fravaer=syk("2026-06-01", "2026-06-02"))
        assert set(manedens_fakta(mai.sak, date(2026, 6, 1)).ugyldig_fravaer) == {date(2026, 6, 1), date(2026, 6, 2)}

    def test_det_som_fortsetter_i_neste_maned_avgjor_ogsa_den_forste(self, mai: Timeliste, deltaker: Aktor) -> None:
        # 28 and 29 May alone keep the stønad. Ill on, to 2 June, it is six days without a doctor's statement: § 6
        # fourth paragraph takes the whole egenmelding, also what lies in May.
        oppmote.fravaer_registrer(deltaker, timeliste=mai, fravaer=syk("2026-05-28", "2026-05-31"))
        juni = oppmote.timeliste_apne(deltaker, sak=mai.sak, maned=date(2026, 6, 1))
        rad = oppmote.fravaer_registrer(deltaker, timeliste=juni, fravaer=syk("2026-06-01", "2026-06-02"))
        assert set(manedens_fakta(mai.sak, MAI).ugyldig_fravaer) == {date(2026, 5, 28), date(2026, 5, 29)}
        # A statement for June counts back too: three days are then egenmelding, and only the fourth is lost.
        oppmote.legeerklaering_legg_til(deltaker, fravaer=rad, filnavn="lege.pdf", innhold=PDF)
        assert manedens_fakta(mai.sak, MAI).ugyldig_fravaer == {}

    def test_sykt_barn_med_rett_og_etter_aldersgrensen(self, mai: Timeliste, deltaker: Aktor) -> None:
        with kommando(SYSTEM, "test"):
            liten, stor = (
                Barn.objects.create(person=mai.sak.person, fodselsdato=date(ar, 3, 1), fra=date(ar, 3, 1), navn=navn)
                for ar, navn in ((2019, "Lille Testdal"), (2010, "Store Testdal"))
            )
        for dag, barn in (("2026-05-12", liten), ("2026-05-13", stor)):
            inn = syk(dag, arsak="barns_sykdom", barn_id=barn.pk)
            oppmote.fravaer_registrer(deltaker, timeliste=mai, fravaer=inn)
        assert set(manedens_fakta(mai.sak, MAI).ugyldig_fravaer) == {date(2026, 5, 13)}

    def test_kvotene_star_ved_siden_av(self, mai: Timeliste, deltaker: Aktor) -> None:
        for inn in (syk("2026-05-19"), syk("2026-05-11", "2026-05-13", arsak="ferie")):
            oppmote.fravaer_registrer(deltaker, timeliste=mai, fravaer=inn)
        ark = timeliste_ark(timeliste_for(mai.sak, MAI))  # type: ignore[arg-type]
        assert {kvote.navn: (kvote.brukt, kvote.av, kvote.igjen) for kvote in ark.kvoter} == {
            "Egenmelding når jeg er syk": (1, 3, 2),
            "Ferie": (3, 25, 22),
            "Velferdspermisjon": (0, 10, 10),
            "Religiøse høytider": (0, 2, 2),
        }

    def test_for_atte_uker_er_det_ingen_egenmelding(self, sak: Sak, veileder: Aktor) -> None:
        gi_vedtak(sak, veileder, fra=date(2026, 5, 18))
        mai = oppmote.timeliste_apne(veileder, sak=sak, maned=MAI)
        ark = timeliste_ark(timeliste_for(mai.sak, MAI))  # type: ignore[arg-type]
        assert ark.kvoter[0].merknad == "Du kan bruke egenmelding fra 13. juli 2026."


class TestLever:
    def test_levert_godkjent_og_da_er_listen_last(self, mai: Timeliste, deltaker: Aktor, veileder: Aktor) -> None:
        levert = oppmote.timeliste_lever(deltaker, timeliste=mai)
        assert (levert.status, levert.levert_av) == (Timelistestatus.LEVERT, deltaker.bruker)
        with pytest.raises(UlovligOvergang):
            oppmote.timeliste_lagre(deltaker, timeliste=mai, dager={})
        godkjent = oppmote.timeliste_godkjenn(veileder, timeliste=mai, versjon=levert.versjon)
        assert (godkjent.status, godkjent.godkjent_av) == (Timelistestatus.GODKJENT, veileder.bruker)
        assert manedens_fakta(mai.sak, MAI).godkjent
        with pytest.raises(UlovligOvergang):
            oppmote.timeliste_godkjenn(veileder, timeliste=mai)

    def test_en_maned_som_ikke_er_over_kan_ikke_sendes(self, i_program: Sak, deltaker: Aktor) -> None:
        juni = oppmote.timeliste_apne(deltaker, sak=i_program, maned=date(2026, 6, 1))
        with pytest.raises(Fagfeil, match=r"fra tirsdag 30. juni 2026"):
            oppmote.timeliste_lever(deltaker, timeliste=juni)
        with klokke.still_til(date(2026, 6, 30)):
            oppmote.timeliste_lever(deltaker, timeliste=juni)

    def test_slutter_vedtaket_for_kan_den_sendes_for(self, sak: Sak, veileder: Aktor) -> None:
        gi_vedtak(sak, veileder, til=date(2026, 6, 3))
        juni = oppmote.timeliste_apne(veileder, sak=sak, maned=date(2026, 6, 1))
        assert oppmote.timeliste_lever(veileder, timeliste=juni).status == Timelistestatus.LEVERT

    def test_timer_som_mangler_ma_forklares(self, mai: Timeliste, deltaker: Aktor) -> None:
        oppmote.timeliste_lagre(deltaker, timeliste=mai, dager={date(2026, 5, 5): Dagtimer(Decimal("3"))})
        with pytest.raises(FlereFeil, match=r"Tirsdag 5. mai 2026 mangler 4,5 av 7,5 timer") as feil:
            oppmote.timeliste_lever(deltaker, timeliste=mai)
        assert felter(feil.value) == ["timer_2026-05-05"]

    def test_sendt_tilbake_med_veileders_ord_og_sendt_igjen(
        self, mai: Timeliste, deltaker: Aktor, veileder: Aktor
    ) -> None:
        oppmote.timeliste_lever(deltaker, timeliste=mai)
        with pytest.raises(Fagfeil) as feil:
            oppmote.timeliste_returner(veileder, timeliste=mai, grunn=" ")
        assert feil.value.felt == "grunn"
        tilbake = oppmote.timeliste_returner(veileder, timeliste=mai, grunn="Du var hos legen den 12.?")
        assert (tilbake.status, tilbake.returgrunn) == (Timelistestatus.RETURNERT, "Du var hos legen den 12.?")
        assert oppmote.timeliste_lever(deltaker, timeliste=mai).returgrunn == ""

    def test_legeerklaeringen_kan_komme_sent(self, mai: Timeliste, deltaker: Aktor, veileder: Aktor) -> None:
        rad = oppmote.fravaer_registrer(deltaker, timeliste=mai, fravaer=syk("2026-05-11", "2026-05-15"))
        oppmote.timeliste_lever(deltaker, timeliste=mai)
        oppmote.timeliste_godkjenn(veileder, timeliste=mai)
        assert len(manedens_fakta(mai.sak, MAI).ugyldig_fravaer) == 4
        oppmote.legeerklaering_legg_til(deltaker, fravaer=rad, filnavn="lege.pdf", innhold=PDF)
        assert manedens_fakta(mai.sak, MAI).ugyldig_fravaer == {}


class TestManedensListe:
    def test_unntakene_kommer_forst_og_resten_godkjennes_samlet(
        self, kontor: Any, veileder: Aktor, i_program: Sak
    ) -> None:
        saker = [i_program]
        for navn in ("Bakke", "Aas", "Dal"):
            sak = grunnlag.lag_sak(kontor, grunnlag.lag_person(etternavn=navn))
            gi_vedtak(sak, veileder)
            avtalt_program(sak, veileder)
            saker.append(sak)
        testdal, bakke, aas, _dal = saker
        for sak in (testdal, bakke, aas):
            liste = oppmote.timeliste_apne(veileder, sak=sak, maned=MAI)
            if sak == bakke:
                oppmote.fravaer_registrer(veileder, timeliste=liste, fravaer=syk("2026-05-12", arsak="ulegitimert"))
            oppmote.timeliste_lever(veileder, timeliste=liste)
        with klokke.still_til(date(2026, 6, 9)):
            rader = timelister_for_maned(veileder, MAI)
        assert [(rad.sak.person.etternavn, rad.unntak, rad.dager_over_frist) for rad in rader] == [
            ("Bakke", ["1 dag uten rett til stønad"], 0),
            ("Dal", [], 4),
            ("Aas", [], 0),
            ("Testdal", [], 0),
        ]
        samles = [rad.timeliste for rad in rader if rad.timeliste and rad.kan_godkjennes_samlet]
        assert len(oppmote.timelister_godkjenn(veileder, timelister=samles).godkjent) == 2
        igjen = oppmote.timelister_godkjenn(veileder, timelister=samles)
        assert igjen.godkjent == []
        assert [grunn[:30] for _liste, grunn in igjen.ikke_godkjent] == ["«Godkjenn» kan ikke gjøres nå."] * 2

    def test_hva_som_ma_ses_pa_sies_med_ord(self, mai: Timeliste, deltaker: Aktor, veileder: Aktor) -> None:
        lordag = date(2026, 5, 9)
        oppmote.timeliste_lagre(
            deltaker,
            timeliste=mai,
            dager={lordag: Dagtimer(arbeid=Decimal("4.5")), date(2026, 5, 5): Dagtimer(Decimal(8))},
            fravaer=[syk("2026-05-12", arsak="velferd")],
        )
        liste = oppmote.timeliste_lever(deltaker, timeliste=mai)
        ventet = ["4,5 timer i jobb uten lønnsslipp", "1 dag borte uten papir"]
        assert kontorark(liste).raad == ventet
        [rad] = timelister_for_maned(veileder, MAI)
        assert rad.unntak[-2:] == ventet
        assert "1 dag med andre timer" in rad.unntak
        grunnlag.lag_valg(mai.sak.kommune, "timeliste_avvik_timer", 1)
        grunnlag.lag_valg(mai.sak.kommune, "fravaer_uten_papir", verdi=False)
        [rad] = timelister_for_maned(veileder, MAI)
        assert rad.ark is not None
        assert (rad.ark.raad, "1 dag med andre timer" in rad.unntak) == (ventet[:1], False)

    def test_den_forste_listen_ses_pa(self, i_program: Sak, veileder: Aktor) -> None:
        februar = date(2026, 2, 1)
        liste = oppmote.timeliste_apne(veileder, sak=i_program, maned=februar)
        oppmote.timeliste_lever(veileder, timeliste=liste)
        [rad] = timelister_for_maned(veileder, februar)
        assert (rad.unntak, rad.kan_godkjennes_samlet) == (["første timeliste i programmet"], False)

    def test_bare_mine(self, i_program: Sak, veileder: Aktor) -> None:
        assert timelister_for_maned(veileder, MAI, bare_mine=True) == []
        fast_kontakt_sett(SYSTEM, i_program, bruker=veileder.krev_bruker())
        assert len(timelister_for_maned(veileder, MAI, bare_mine=True)) == 1

    def test_deltakerens_maneder(self, i_program: Sak, deltaker: Aktor) -> None:
        oppmote.timeliste_apne(deltaker, sak=i_program, maned=MAI)
        assert [str(ett.maned) for ett in maneder_for(i_program)] == [
            "2026-06-01", "2026-05-01", "2026-04-01", "2026-03-01", "2026-02-01",
        ]  # fmt: skip

    def test_like_mange_sporringer_for_en_som_for_fem(self, kontor: Any, veileder: Aktor, i_program: Sak) -> None:
        def en_til(sak: Sak) -> None:
            liste = oppmote.timeliste_apne(veileder, sak=sak, maned=MAI)
            oppmote.fravaer_registrer(veileder, timeliste=liste, fravaer=syk("2026-05-12"))

        en_til(i_program)
        for_en = (
            _antall(lambda: timelister_for_maned(veileder, MAI)),
            _antall(lambda: manedens_fakta_for([i_program.pk], MAI)),
        )
        for _ in range(4):
            sak = grunnlag.lag_sak(kontor)
            gi_vedtak(sak, veileder)
            avtalt_program(sak, veileder)
            en_til(sak)
        ider = [sak.pk for sak in Sak.objects.all()]
        for_fem = (_antall(lambda: timelister_for_maned(veileder, MAI)), _antall(lambda: manedens_fakta_for(ider, MAI)))
        assert for_en == for_fem
        assert for_fem[1] <= 14


def _antall(utfor: Any) -> int:
    with CaptureQueriesContext(connection) as sporringer:
        utfor()
    return len(sporringer)


class TestTilgang:
    def test_deltakeren_godkjenner_ikke_egen_liste(self, mai: Timeliste, deltaker: Aktor) -> None:
        oppmote.timeliste_lever(deltaker, timeliste=mai)
        with pytest.raises(IkkeTilgang):
            oppmote.timeliste_godkjenn(deltaker, timeliste=mai)

    def test_en_annen_deltaker_kommer_ikke_til(self, mai: Timeliste, kontor: Any) -> None:
        fremmed = grunnlag.lag_deltaker(grunnlag.lag_person(), kontor)
        for gjor in (
            lambda: oppmote.timeliste_apne(fremmed, sak=mai.sak, maned=MAI),
            lambda: oppmote.timeliste_lever(fremmed, timeliste=mai),
            lambda: oppmote.fravaer_registrer(fremmed, timeliste=mai, fravaer=syk("2026-05-12")),
        ):
            with pytest.raises(IkkeTilgang):
                gjor()

    def test_et_annet_kontor_ser_og_godkjenner_ikke(self, mai: Timeliste, deltaker: Aktor, kommune: Any) -> None:
        oppmote.timeliste_lever(deltaker, timeliste=mai)
        fremmed = grunnlag.lag_aktor(Rolle.VEILEDER, grunnlag.lag_kontor(kommune, "NAV Fjordvik nord"))
        assert timelister_for_maned(fremmed, MAI) == []
        samlet = oppmote.timelister_godkjenn(fremmed, timelister=[mai])
        assert (samlet.godkjent, samlet.ikke_godkjent[0][1]) == ([], "Du har ikke tilgang til å godkjenne listen.")


def test_dagene_star_stille_nar_planen_endres_siden(mai: Timeliste, veileder: Aktor) -> None:
    """A sheet remembers what was planned when it was opened."""
    ny = program.programversjon_start(veileder, sak=mai.sak, fra=mai.maned + timedelta(days=3))
    program.programversjon_foresla(veileder, program=ny)
    program.programversjon_avtal_i_mote(veileder, program=ny, dato=date(2026, 6, 1), hvordan="telefon")
    assert mai.dager.filter(planlagt=Decimal("7.5")).count() == 18


class TestFravaerErFraNoe:
    """An absence has at least one day with planned hours; a weekend in the middle of it is of course a part."""

    @pytest.mark.parametrize(
        ("fra", "til", "setning"),
        [
            ("2026-05-09", "2026-05-10", "ingen programdager fra 9. mai 2026 til 10. mai 2026"),
            ("2026-05-16", "2026-05-17", "ingen programdager fra 16. mai 2026 til 17. mai 2026"),
            ("2026-05-14", "2026-05-14", "14. mai 2026 er ingen programdag"),
        ],
    )
    def test_bare_fridager_avslas_med_grunn(
        self, mai: Timeliste, deltaker: Aktor, fra: str, til: str, setning: str
    ) -> None:
        with pytest.raises(FlereFeil) as feil:
            oppmote.fravaer_registrer(deltaker, timeliste=mai, fravaer=syk(fra, til))
        assert setning in str(feil.value)
        assert felter(feil.value) == ["fra"]
        assert not Fravaer.objects.exists()

    def test_sykdom_over_en_helg_er_ett_fravaer(self, mai: Timeliste, deltaker: Aktor) -> None:
        rad = oppmote.fravaer_registrer(deltaker, timeliste=mai, fravaer=syk("2026-05-08", "2026-05-11"))
        assert (rad.fra.day, rad.til.day) == (8, 11)

    def test_andre_grunner_i_helgen_ved_manedsskiftet_meldes_ikke(self, mai: Timeliste, deltaker: Aktor) -> None:
        """Own illness counts the free days together with June's (see TestSvar); a holiday does not."""
        with pytest.raises(FlereFeil, match=r"ingen programdager fra 30\. mai 2026"):
            oppmote.fravaer_registrer(deltaker, timeliste=mai, fravaer=syk("2026-05-30", "2026-05-31", arsak="ferie"))

    def test_et_som_alt_er_fort_stopper_ikke_lagringen(self, mai: Timeliste, deltaker: Aktor) -> None:
        with kommando(SYSTEM, "test"):
            rad = Fravaer.objects.create(
                sak=mai.sak, timeliste=mai, fra=date(2026, 5, 9), til=date(2026, 5, 9), arsak="egen_sykdom"
            )
        oppmote.timeliste_lagre(
            deltaker, timeliste=mai, dager={}, fravaer=[syk("2026-05-09", id=rad.pk)], merknad="Hei"
        )
        assert Fravaer.objects.get() == rad


def test_en_returnert_liste_er_en_milepel(mai: Timeliste, deltaker: Aktor, veileder: Aktor) -> None:
    oppmote.timeliste_lever(deltaker, timeliste=mai)
    oppmote.timeliste_returner(veileder, timeliste=mai, grunn="Se på den 12.")
    assert tidslinje(mai.sak, bare_milepeler=True).filter(kode="timeliste.returnert").exists()
