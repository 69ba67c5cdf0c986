"""Goals, choices, who follows up, what happens to an activity, own weeks, a job beside, and shared programmes."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from fotfeste.fag.oversikt.selectors import oversikt_en
from fotfeste.fag.program import selectors, services
from fotfeste.fag.program.anonym import roper_om_personen
from fotfeste.fag.program.enums import Aktivitetstatus, Malstatus, Programstatus
from fotfeste.fag.program.kontroll import foreslatte_evalueringer, funn, rad
from fotfeste.fag.program.models import Aktivitet, Programversjon, Veivalg
from fotfeste.fag.program.perioder import programtid_for
from fotfeste.fag.program.services import Rundt
from fotfeste.fag.program.uke import ukebilder
from fotfeste.fag.sak.models import Sak
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import Fagfeil, FlereFeil, IkkeTilgang, UlovligOvergang
from fotfeste.grunnmur.logg.services import kommando
from fotfeste.grunnmur.tilgang import SYSTEM, Aktor
from fotfeste.regelverk import tid
from tests.fag.program.fortellinger import avtalt_program, fyll_uken, gi_vedtak, hver_dag

pytestmark = pytest.mark.django_db
HALV_NI, TOLV, FIRE = time(8, 30), time(12), time(16)


@pytest.fixture
def utkast(sak: Sak, veileder: Aktor) -> Programversjon:
    gi_vedtak(sak, veileder)
    return fyll_uken(veileder, services.programversjon_start(veileder, sak=sak))


def hent(versjon: Programversjon) -> Programversjon:
    return selectors.versjoner(versjon.sak)[0]


def foreslatt(veileder: Aktor, versjon: Programversjon) -> Programversjon:
    return services.programversjon_foresla(veileder, program=versjon)


class TestMal:
    def test_mal_lever_gjennom_versjonene_med_hva_det_ble_av_dem(self, sak: Sak, veileder: Aktor) -> None:
        truck = services.delmal_opprett(veileder, sak=sak, tekst="Ta truckførerbevis", frist=date(2026, 9, 1))
        tenner = services.delmal_opprett(veileder, sak=sak, tekst="Få ordnet tennene", omrade="tannhelse")
        services.delmal_nadd(veileder, mal=truck)
        with pytest.raises(Fagfeil, match="Skriv hvorfor"):
            services.delmal_legg_bort(veileder, mal=tenner, hvorfor=" ")
        services.delmal_legg_bort(veileder, mal=tenner, hvorfor="Venter på økonomisk hjelp")
        services.delmal_ta_opp_igjen(veileder, mal=tenner)
        nytt = services.delmal_endre(veileder, mal=tenner, tekst="Time hos tannlege i juni", hvorfor="Har fått dekning")
        tenner.refresh_from_db()
        assert (tenner.status, nytt.erstatter, nytt.omrade) == (Malstatus.ENDRET, tenner, "tannhelse")
        with pytest.raises(UlovligOvergang):
            services.delmal_nadd(veileder, mal=tenner)

    def test_aktivitet_uten_mal_og_mal_uten_aktivitet_er_rad(self, utkast: Programversjon, veileder: Aktor) -> None:
        mal = services.delmal_opprett(veileder, sak=utkast.sak, tekst="Ta truckførerbevis")
        assert [ett.kode for ett in rad(hent(utkast))] == ["aktivitet_uten_mal"] * 3 + ["mal_uten_aktivitet"]
        lagre(veileder, utkast, "Praksis på lager", Rundt(delmal=[mal.pk]))
        assert [ett.kode for ett in rad(hent(utkast))] == ["aktivitet_uten_mal"] * 2
        assert funn(hent(utkast)) == [], "advice needs no answer"

    def test_neste_versjon_tar_med_det_som_gar_videre(self, sak: Sak, veileder: Aktor) -> None:
        gi_vedtak(sak, veileder)
        versjon = fyll_uken(veileder, services.programversjon_start(veileder, sak=sak))
        mal = services.delmal_opprett(veileder, sak=sak, tekst="Bli trygg i norsk")
        lagre(veileder, versjon, "Norskkurs", Rundt(delmal=[mal.pk]))
        services.programversjon_avtal_i_mote(
            veileder, program=foreslatt(veileder, hent(versjon)), dato=date(2026, 6, 3), hvordan="i møte"
        )
        praksis = Aktivitet.objects.get(navn="Praksis på lager")
        services.aktivitet_fullfor(veileder, aktivitet=praksis)
        ny = hent(services.programversjon_start(veileder, sak=sak))
        assert [a.navn for a in ny.aktiviteter.all()] == ["Norskkurs", "Jobbsøking"]
        assert [k.delmal for a in ny.aktiviteter.all() for k in a.malkoblinger.all()] == [mal]


def lagre(veileder: Aktor, versjon: Programversjon, navn: str, rundt: Rundt) -> Aktivitet:
    """The activity with the same week and other things around it."""
    gammel = Aktivitet.objects.get(programversjon=versjon, navn=navn)
    blokker = [services.Blokkinn(b.ukedag, b.start, b.slutt) for b in gammel.blokker.all()]
    return services.aktivitet_lagre(
        veileder, program=versjon, aktivitet=gammel, navn=navn, gruppe=gammel.gruppe, blokker=blokker, rundt=rundt
    )


class TestValg:
    def test_minst_to_alternativer_eller_hvorfor_ikke(self, utkast: Programversjon, veileder: Aktor) -> None:
        felles = {"hva": "Praksisplass", "valgt": "Lager", "grunn": "behov"}
        with pytest.raises(FlereFeil, match="minst to alternativer"):
            services.veivalg_lagre(veileder, program=utkast, alternativer=["Lager", " Lager "], **felles)
        services.veivalg_lagre(veileder, program=utkast, alternativer=["Lager"], uten_valg="mangler_kunnskap", **felles)
        valg = services.veivalg_lagre(
            veileder, program=utkast, alternativer=["Lager", "Butikk"], onske="Jeg vil bli pilot", **felles
        )
        services.veivalg_fjern(veileder, valg=valg)
        assert Veivalg.objects.count() == 1
        with pytest.raises(IntegrityError), transaction.atomic(), kommando(SYSTEM, "test"):
            Veivalg.objects.create(sak=utkast.sak, programversjon=utkast, alternativer=["Lager"], **felles)

    def test_penger_er_ingen_grunn_uten_en_setning(self, utkast: Programversjon, veileder: Aktor) -> None:
        services.veivalg_lagre(
            veileder,
            program=utkast,
            hva="Norskkurs",
            alternativer=["Dag", "Kveld"],
            valgt="Kveld",
            grunn="kostnad",
        )
        assert [ett.kode for ett in funn(hent(utkast))] == ["kostnad_som_grunn"]
        with pytest.raises(Fagfeil, match="hvorfor programmet likevel"):
            foreslatt(veileder, hent(utkast))

    def test_samme_slags_kurs_en_gang_til_sporres_det_om(self, sak: Sak, veileder: Aktor) -> None:
        gi_vedtak(sak, veileder)
        versjon = fyll_uken(veileder, services.programversjon_start(veileder, sak=sak))
        lagre(veileder, versjon, "Norskkurs", Rundt(type="jobbkurs"))
        services.programversjon_avtal_i_mote(
            veileder, program=foreslatt(veileder, hent(versjon)), dato=date(2026, 6, 3), hvordan="i møte"
        )
        services.aktivitet_fullfor(veileder, aktivitet=Aktivitet.objects.get(navn="Norskkurs"))
        ny = services.programversjon_start(veileder, sak=sak)
        igjen = services.aktivitet_lagre(
            veileder,
            program=ny,
            navn="Jobbklubb",
            gruppe="opplaering",
            blokker=hver_dag(time(12, 30), time(14, 30)),
            rundt=Rundt(type="jobbkurs"),
        )
        [ett] = [ett for ett in funn(hent(ny)) if ett.kode == "gjentatt_aktivitet"]
        assert "Norskkurs fra 06.2026 (ferdig)" in ett.tekst
        lagre(veileder, ny, igjen.navn, Rundt(type="jobbkurs", gjentas_fordi="Denne gangen om data"))
        assert [ett.kode for ett in funn(hent(ny))] == []


class TestEnighet:
    def test_deltakeren_er_uenig_og_planen_gjelder_likevel(
        self, utkast: Programversjon, veileder: Aktor, deltaker: Aktor
    ) -> None:
        versjon = foreslatt(veileder, utkast)
        with pytest.raises(Fagfeil, match="hva du ikke er enig i"):
            services.programversjon_begynn_uenig(deltaker, program=versjon, uenighet=" ")
        versjon = services.programversjon_begynn_uenig(deltaker, program=versjon, uenighet="For lite norsk")
        assert (versjon.status, versjon.avtalt_med_deltaker, versjon.er_uenig) == (Programstatus.AVTALT, None, True)

    def test_kontoret_trenger_deltakerens_ord_og_en_grunn(self, utkast: Programversjon, veileder: Aktor) -> None:
        versjon = foreslatt(veileder, utkast)
        with pytest.raises(FlereFeil) as feil:
            services.programversjon_gjelder_uten_enighet(veileder, program=versjon, uenighet="", hvorfor="")
        assert [ett.felt for ett in feil.value.feil] == ["uenighet", "hvorfor"]
        versjon = services.programversjon_gjelder_uten_enighet(
            veileder, program=versjon, uenighet="Vil ikke på kurs", hvorfor="Plassen begynner mandag"
        )
        assert versjon.signert_av == veileder.bruker
        with pytest.raises(IntegrityError), transaction.atomic(), kommando(SYSTEM, "test"):
            Programversjon.objects.filter(pk=versjon.pk).update(uenighet="")


class TestGangen:
    def test_fra_venteliste_til_ferdig(self, utkast: Programversjon, veileder: Aktor) -> None:
        venter = lagre(veileder, utkast, "Norskkurs", Rundt(status="venter", status_siden=date(2026, 4, 1)))
        services.programversjon_avtal_i_mote(
            veileder, program=foreslatt(veileder, hent(utkast)), dato=date(2026, 6, 3), hvordan="i møte"
        )
        assert "venter_pa_plass" in [o.slag for o in oversikt_en(utkast.sak).oppgaver]
        with pytest.raises(UlovligOvergang):
            services.aktivitet_fullfor(veileder, aktivitet=venter)
        services.aktivitet_tilby(veileder, aktivitet=venter)
        services.aktivitet_begynn(veileder, aktivitet=venter)
        with pytest.raises(Fagfeil, match="ikke kommet ennå"):
            services.aktivitet_fullfor(veileder, aktivitet=venter, dato=date(2026, 6, 4))
        ferdig = services.aktivitet_fullfor(veileder, aktivitet=venter)
        assert (ferdig.status, ferdig.status_siden) == (Aktivitetstatus.FERDIG, date(2026, 6, 3))

    def test_arrangoren_slutter_uten_varsel(self, sak: Sak, veileder: Aktor, leder: Aktor) -> None:
        gi_vedtak(sak, veileder)
        avtalt_program(sak, veileder)
        praksis = Aktivitet.objects.get(navn="Praksis på lager")
        services.aktivitet_avbryt(
            veileder, aktivitet=praksis, av="arrangor", grunn="Lageret er lagt ned", varslet=False
        )
        praksis.refresh_from_db()
        assert praksis.krever_alternativer
        assert "uten_varsel" in [o.slag for o in oversikt_en(sak).oppgaver]
        assert selectors.avbrutt_uten_varsel(leder, date(2026, 1, 1), date(2026, 12, 31)) == 1
        ny = services.programversjon_start(veileder, sak=sak)
        with pytest.raises(FlereFeil, match="avsluttet Praksis på lager uten varsel"):
            services.programversjon_foresla(veileder, program=ny)
        services.aktivitet_vurder_alternativer(veileder, aktivitet=praksis, alternativer="Butikk fra mandag")
        assert "uten_varsel" not in [o.slag for o in oversikt_en(sak).oppgaver]

    def test_tilbakemeldinger_star_pa_aktiviteten(self, sak: Sak, veileder: Aktor, okonomi: Aktor) -> None:
        gi_vedtak(sak, veileder)
        avtalt_program(sak, veileder)
        praksis = Aktivitet.objects.get(navn="Praksis på lager")
        services.aktivitet_logg(veileder, aktivitet=praksis, tekst="Kommer presis og lærer fort", fra_hvem="Ola")
        assert [linje.fra_hvem for linje in selectors.aktivitetslogg(sak)] == ["Ola"]
        with pytest.raises(IkkeTilgang):
            services.aktivitet_logg(okonomi, aktivitet=praksis, tekst="Ikke meg")

    def test_egen_aktivitet_bekreftes_uke_for_uke(self, sak: Sak, veileder: Aktor, deltaker: Aktor) -> None:
        gi_vedtak(sak, veileder)
        versjon = fyll_uken(veileder, services.programversjon_start(veileder, sak=sak, fra=date(2026, 5, 4)))
        egen = services.aktivitet_lagre(
            veileder,
            program=versjon,
            navn="Trening",
            gruppe="egenaktivitet",
            blokker=[services.Blokkinn(5, HALV_NI, TOLV)],
        )
        services.programversjon_foresla(veileder, program=hent(versjon), avvik="Trener på lørdager")
        services.programversjon_avtal_i_mote(veileder, program=hent(versjon), dato=date(2026, 5, 4), hvordan="i møte")
        uker = selectors.egne_uker(sak, klokke.i_dag(), antall=4)
        assert [u.uke for u in uker] == [date(2026, 5, d) for d in (25, 18, 11, 4)]
        assert [str(o.hva) for o in oversikt_en(sak).oppgaver if o.slag == "egen_aktivitet"] == [
            "Fire uker med egen aktivitet er ikke bekreftet"
        ]
        for uke in uker:
            services.egenaktivitet_bekreft(deltaker, aktivitet=egen, uke=uke.uke, timer=Decimal("3.5"))
        assert "egen_aktivitet" not in [o.slag for o in oversikt_en(sak).oppgaver]
        with pytest.raises(FlereFeil, match="Uken er ikke begynt"):
            services.egenaktivitet_bekreft(deltaker, aktivitet=egen, uke=date(2026, 6, 10), timer=Decimal(1))

    def test_over_halv_stilling_gir_oppgave_til_noen_tar_stilling(self, sak: Sak, veileder: Aktor) -> None:
        gi_vedtak(sak, veileder)
        felles = {"sak": sak, "arbeidsgiver": "Kiwi", "fra": date(2026, 6, 1)}
        halv = services.arbeidsforhold_registrer(veileder, prosent=50, **felles)
        services.arbeidsforhold_registrer(veileder, prosent=100, laerling=True, **felles)
        assert "over_halv_stilling" not in [o.slag for o in oversikt_en(sak).oppgaver]
        with pytest.raises(Fagfeil, match="ikke over halv"):
            services.arbeidsforhold_svar(veileder, arbeidsforhold=halv, svar="avslutt", grunn="Nei")
        jobb = services.arbeidsforhold_registrer(veileder, prosent=60, **felles)
        assert "over_halv_stilling" in [o.slag for o in oversikt_en(sak).oppgaver]
        services.arbeidsforhold_svar(veileder, arbeidsforhold=jobb, svar="avslutt", grunn="Fast jobb")
        assert "over_halv_stilling" not in [o.slag for o in oversikt_en(sak).oppgaver]


class TestDager:
    def test_praksis_i_tre_maneder_og_sa_jobbsoking(self, sak: Sak, veileder: Aktor) -> None:
        gi_vedtak(sak, veileder)
        versjon = fyll_uken(veileder, services.programversjon_start(veileder, sak=sak, fra=date(2026, 6, 1)))
        lagre(veileder, versjon, "Praksis på lager", Rundt(til=date(2026, 8, 31)))
        funnet = funn(hent(versjon))
        assert [ett.kode for ett in funnet] == ["mindre_enn_full_tid", "for_lite_rettet_mot_arbeid"]
        assert all("fra 1. september 2026" in ett.tekst for ett in funnet), "only the second stretch lacks hours"
        services.aktivitet_lagre(
            veileder,
            program=versjon,
            navn="Søke jobb på heltid",
            gruppe="arbeidssoking",
            blokker=hver_dag(HALV_NI, TOLV),
            rundt=Rundt(fra=date(2026, 9, 1)),
        )
        assert funn(hent(versjon)) == []
        assert [bilde.mangler for _p, bilde in ukebilder(hent(versjon))] == ["", ""]
        services.programversjon_avtal_i_mote(
            veileder, program=foreslatt(veileder, hent(versjon)), dato=date(2026, 6, 1), hvordan="i møte"
        )
        september = programtid_for([sak.pk], tid.maned(2026, 9))[sak.pk]
        assert september.plan(date(2026, 9, 7)).sum == Decimal("7.5"), "the timesheet follows the stretch"

    def test_en_aktivitet_ligger_i_planen(self, utkast: Programversjon, veileder: Aktor) -> None:
        with pytest.raises(FlereFeil, match="slutter før den begynner"):
            lagre(veileder, utkast, "Norskkurs", Rundt(fra=date(2026, 9, 2), til=date(2026, 9, 1)))

    def test_evalueringen_midtveis_foreslas_og_far_sitt_navn(self, sak: Sak, veileder: Aktor) -> None:
        assert foreslatte_evalueringer(date(2026, 6, 1), date(2027, 5, 31), hver=4) == [
            date(2026, 10, 1),
            date(2026, 11, 30),
            date(2027, 2, 1),
            date(2027, 5, 31),
        ]
        gi_vedtak(sak, veileder, fra=date(2026, 6, 1), til=date(2027, 5, 31))
        versjon = services.programversjon_start(veileder, sak=sak)
        rader = services.evalueringsdatoer_sett(
            veileder, program=versjon, datoer=[date(2026, 9, 1), date(2026, 12, 1), date(2027, 5, 31)]
        )
        assert [rad_.type for rad_ in rader] == ["underveis", "midtveis", "slutt"]


class TestForbilder:
    def test_et_avtalt_program_deles_uten_personen(self, sak: Sak, veileder: Aktor, fagansvarlig: Aktor) -> None:
        gi_vedtak(sak, veileder)
        versjon = avtalt_program(sak, veileder)
        with pytest.raises(IkkeTilgang):
            services.forbilde_lag(veileder, program=versjon, navn="Lager", for_hvem="Nye i Norge")
        with pytest.raises(FlereFeil, match="Samira"):
            services.forbilde_lag(fagansvarlig, program=versjon, navn="Lager for Samira", for_hvem="Nye i Norge")
        forbilde = services.forbilde_lag(fagansvarlig, program=versjon, navn="Lager", for_hvem="Nye i Norge")
        assert "Fjordvik Lager" not in str(forbilde.innhold), "the provider is not taken along"
        with pytest.raises(Fagfeil, match="allerede et eksempel"):
            services.forbilde_lag(fagansvarlig, program=versjon, navn="Lager", for_hvem="Andre")
        services.forbilde_trekk(fagansvarlig, forbilde=forbilde)
        assert selectors.egne_forbilder(veileder) == []

    def test_navn_i_aktiviteten_stoppes(self, sak: Sak, veileder: Aktor, fagansvarlig: Aktor) -> None:
        gi_vedtak(sak, veileder)
        versjon = services.programversjon_start(veileder, sak=sak)
        fyll_uken(veileder, versjon)
        services.aktivitet_lagre(
            veileder,
            program=versjon,
            aktivitet=Aktivitet.objects.get(navn="Norskkurs"),
            navn="Norskkurs",
            gruppe="opplaering",
            formal="Samiras norsk, ring 912 34 567",
            blokker=hver_dag(time(12, 30), time(14, 30)),
        )
        versjon = services.programversjon_avtal_i_mote(
            veileder, program=foreslatt(veileder, hent(versjon)), dato=date(2026, 6, 3), hvordan="i møte"
        )
        with pytest.raises(FlereFeil, match="912 34 567"):
            services.forbilde_lag(fagansvarlig, program=versjon, navn="Norsk", for_hvem="Nye i Norge")

    def test_et_tomt_utkast_fylles(self, sak: Sak, veileder: Aktor, fagansvarlig: Aktor) -> None:
        gi_vedtak(sak, veileder)
        innhold = {
            "mal": [{"tekst": "Lære truck", "omrade": "utdanning"}],
            "aktiviteter": [
                {
                    "navn": "Truckkurs",
                    "formal": "Bevis",
                    "gruppe": "opplaering",
                    "type": "kort_kurs",
                    "oppfolging": "arrangor",
                    "for_hovedmalet": True,
                    "mal": ["Lære truck"],
                    "blokker": [[0, "08:30", "15:00"]],
                }
            ],
        }
        forbilde = services.forbilde_legg_inn(
            fagansvarlig, kontor=sak.kontor, navn="Truck", for_hvem="De som vil på lager", innhold=innhold
        )
        versjon = services.programversjon_start(veileder, sak=sak)
        services.programversjon_fyll_fra(veileder, program=versjon, forbilde=forbilde)
        aktivitet = Aktivitet.objects.get(programversjon=versjon)
        assert (aktivitet.type, [k.delmal.tekst for k in aktivitet.malkoblinger.all()]) == ("kort_kurs", ["Lære truck"])
        with pytest.raises(Fagfeil, match="allerede aktiviteter"):
            services.programversjon_fyll_fra(veileder, program=versjon, forbilde=forbilde)


@pytest.mark.parametrize(
    ("tekst", "funnet"),
    [
        ("Samiras kurs", ["Samiras"]),
        ("Ring 91 23 45 67", ["91 23 45 67"]),
        ("Fra 3.2.2026 til jul", ["3.2.2026"]),
        ("post@eksempel.no", ["post@eksempel.no"]),
        ("Samisk kurs i dalen, 37,5 timer", []),
    ],
)
def test_det_som_roper_om_personen_finnes(tekst: str, funnet: list[str]) -> None:
    assert roper_om_personen(tekst, ["Samira Testdal"]) == funnet
