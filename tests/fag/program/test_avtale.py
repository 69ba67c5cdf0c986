"""The programme from draft to agreement, as the veileder and the participant live it."""

from __future__ import annotations

from datetime import date, time
from typing import Any

import pytest
from django.core.management import call_command

from fotfeste.fag.program import services as program
from fotfeste.fag.program.enums import Programstatus
from fotfeste.fag.program.kontroll import foreslatte_evalueringer, funn
from fotfeste.fag.program.models import Permisjon, Programversjon
from fotfeste.fag.program.perioder import programstart
from fotfeste.fag.program.selectors import gjeldende_versjon, versjoner
from fotfeste.fag.program.uke import forskjeller, ukebilde
from fotfeste.fag.sak.enums import Saksstatus
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.sak.selectors import tidslinje
from fotfeste.fag.utbetaling.grunnlag import stonadsfakta_for
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import Fagfeil, FlereFeil, IkkeTilgang, SamtidigEndring, UlovligOvergang
from fotfeste.grunnmur.logg.services import kommando
from fotfeste.grunnmur.logg.setninger import setning
from fotfeste.grunnmur.organisasjon.enums import Rolle
from fotfeste.grunnmur.organisasjon.models import Kommune
from fotfeste.grunnmur.tilgang import SYSTEM, Aktor
from fotfeste.regelverk.stonad import beregn
from tests import grunnlag
from tests.fag.program.fortellinger import avtalt_program, fyll_uken, gi_vedtak, hver_dag


def utkast(sak: Sak, veileder: Aktor) -> Programversjon:
    return program.programversjon_start(veileder, sak=sak, fra=date(2026, 6, 8))


def setninger(feil: Fagfeil) -> list[str]:
    return [ett.melding for ett in feil.feil] if isinstance(feil, FlereFeil) else [feil.melding]


def linjer(sak: Sak) -> list[str]:
    return [
        setning(hendelse.kode, hendelse.data, hendelse.bruker.navn if hendelse.bruker else "Fotfeste")
        for hendelse in tidslinje(sak)
    ]


class TestUken:
    def test_en_halv_uke_viser_hva_som_mangler(self, sak: Sak, veileder: Aktor) -> None:
        versjon = utkast(sak, veileder)
        program.aktivitet_lagre(
            veileder, program=versjon, navn="Praksis", gruppe="arbeidsrettet", blokker=hver_dag(time(9), time(12))
        )
        bilde = ukebilde(versjon)
        assert (bilde.sum_i_ord, bilde.mangler, bilde.for_mye) == ("15", "22,5", "")
        assert bilde.andel_arbeid == 100
        assert [dag for dag, _, _ in bilde.dager] == ["mandag", "tirsdag", "onsdag", "torsdag", "fredag"]

    def test_en_uke_uten_aktiviteter_er_tom(self, sak: Sak, veileder: Aktor) -> None:
        bilde = ukebilde(utkast(sak, veileder))
        assert (bilde.sum_i_ord, bilde.mangler, bilde.andel_arbeid) == ("0", "37,5", 0)

    def test_en_blokk_kan_ikke_slutte_for_den_begynner(self, sak: Sak, veileder: Aktor) -> None:
        with pytest.raises(FlereFeil) as feil:
            program.aktivitet_lagre(
                veileder,
                program=utkast(sak, veileder),
                navn="Kurs",
                gruppe="opplaering",
                blokker=[program.Blokkinn(0, time(12), time(9))],
            )
        (ett,) = feil.value.feil
        assert ett.felt == "dag_0"
        assert "Mandag slutter 09.00, før den begynner 12.00" in ett.melding

    def test_egne_tider_kan_ikke_ga_over_i_hverandre(self, sak: Sak, veileder: Aktor) -> None:
        blokker = [program.Blokkinn(1, time(9), time(12)), program.Blokkinn(1, time(11), time(13))]
        with pytest.raises(FlereFeil, match="går over i hverandre"):
            program.aktivitet_lagre(
                veileder, program=utkast(sak, veileder), navn="Kurs", gruppe="opplaering", blokker=blokker
            )

    def test_en_aktivitet_uten_tid_stoppes(self, sak: Sak, veileder: Aktor) -> None:
        with pytest.raises(FlereFeil, match="minst én dag"):
            program.aktivitet_lagre(veileder, program=utkast(sak, veileder), navn="Kurs", gruppe="helse", blokker=[])

    def test_to_veiledere_endrer_samme_aktivitet(self, sak: Sak, veileder: Aktor) -> None:
        versjon = utkast(sak, veileder)
        aktivitet = program.aktivitet_lagre(
            veileder, program=versjon, navn="Kurs", gruppe="opplaering", blokker=hver_dag(time(9), time(10))
        )
        felles = {"program": versjon, "gruppe": "opplaering", "blokker": hver_dag(time(9), time(10)), "versjon": 1}
        program.aktivitet_lagre(veileder, aktivitet=aktivitet, navn="Norsk A2", **felles)
        with pytest.raises(SamtidigEndring) as feil:
            program.aktivitet_lagre(veileder, aktivitet=aktivitet, navn="Norsk B1", **felles)
        assert feil.value.gjeldende.navn == "Norsk A2"

    def test_en_aktivitet_kan_tas_bort_to_ganger(self, sak: Sak, veileder: Aktor) -> None:
        versjon = utkast(sak, veileder)
        aktivitet = program.aktivitet_lagre(
            veileder, program=versjon, navn="Kurs", gruppe="opplaering", blokker=hver_dag(time(9), time(10))
        )
        program.aktivitet_fjern(veileder, aktivitet=aktivitet)
        program.aktivitet_fjern(veileder, aktivitet=aktivitet)
        assert versjon.aktiviteter.count() == 0


class TestForslag:
    def test_uken_ma_vaere_full_og_ha_evaluering(self, sak: Sak, veileder: Aktor) -> None:
        versjon = utkast(sak, veileder)
        program.aktivitet_lagre(
            veileder, program=versjon, navn="Praksis", gruppe="arbeidsrettet", blokker=hver_dag(time(9), time(12))
        )
        with pytest.raises(FlereFeil) as feil:
            program.programversjon_foresla(veileder, program=versjon)
        alt = " ".join(setninger(feil.value))
        assert "legg til 22,5 timer" in alt
        assert "når det skal evalueres" in alt
        assert "deltakerens egne ord" in alt

    def test_jobben_kan_vaere_hoyst_en_halv_stilling(self, sak: Sak, veileder: Aktor) -> None:
        versjon = fyll_uken(veileder, utkast(sak, veileder))
        program.aktivitet_lagre(
            veileder, program=versjon, navn="Butikk", gruppe="lonnet_arbeid", blokker=hver_dag(time(17), time(21))
        )
        with pytest.raises(FlereFeil) as feil:
            program.programversjon_foresla(veileder, program=versjon)
        assert any("høyst 18,75, som er en halv stilling" in en for en in setninger(feil.value))

    def test_overlapp_mellom_aktiviteter_stopper(self, sak: Sak, veileder: Aktor) -> None:
        versjon = fyll_uken(veileder, utkast(sak, veileder))
        program.aktivitet_lagre(
            veileder, program=versjon, navn="Trening", gruppe="helse", blokker=[program.Blokkinn(2, time(9), time(10))]
        )
        with pytest.raises(FlereFeil) as feil:
            program.programversjon_foresla(veileder, program=versjon)
        assert any("På onsdag overlapper «Praksis på lager» og «Trening»" in en for en in setninger(feil.value))

    def test_det_som_bor_rettes_kan_begrunnes(self, sak: Sak, veileder: Aktor) -> None:
        versjon = fyll_uken(veileder, utkast(sak, veileder))
        program.aktivitet_lagre(
            veileder, program=versjon, navn="Trening", gruppe="helse", blokker=[program.Blokkinn(5, time(10), time(11))]
        )
        with pytest.raises(Fagfeil) as feil:
            program.programversjon_foresla(veileder, program=versjon)
        assert feil.value.felt == "avvik"
        sendt = program.programversjon_foresla(veileder, program=versjon, avvik="Hun ønsker trening på lørdag.")
        assert (sendt.status, sendt.avvik) == (Programstatus.FORESLATT, "Hun ønsker trening på lørdag.")

    def test_et_sendt_forslag_kan_ikke_endres_for_det_er_trukket(self, sak: Sak, veileder: Aktor) -> None:
        versjon = fyll_uken(veileder, utkast(sak, veileder))
        program.programversjon_foresla(veileder, program=versjon)
        with pytest.raises(UlovligOvergang):
            program.programversjon_lagre(veileder, program=versjon, mal="Noe annet", fra=versjon.fra, til=None)
        program.programversjon_trekk_tilbake(veileder, program=versjon)
        program.programversjon_lagre(veileder, program=versjon, mal="Noe annet", fra=versjon.fra, til=None)

    def test_perioden_ma_henge_sammen_og_ligge_i_vedtaket(self, sak: Sak, veileder: Aktor) -> None:
        gi_vedtak(sak, veileder)
        versjon = utkast(sak, veileder)
        assert versjon.til == date(2027, 2, 1)
        for fra, til, felt in (
            (date(2026, 6, 8), date(2026, 6, 1), "til"),
            (date(2026, 6, 8), date(2028, 2, 29), "til"),
            (date(2027, 2, 2), None, "fra"),
        ):
            with pytest.raises(Fagfeil) as feil:
                program.programversjon_lagre(veileder, program=versjon, mal="x", fra=fra, til=til)
            flere = feil.value.feil if isinstance(feil.value, FlereFeil) else [feil.value]
            assert [ett.felt for ett in flere] == [felt]

    def test_to_faner_lagrer_hver_sin_tekst(self, sak: Sak, veileder: Aktor) -> None:
        versjon = utkast(sak, veileder)
        felles: dict[str, Any] = {"program": versjon, "fra": versjon.fra, "til": None, "versjon": versjon.versjon}
        program.programversjon_lagre(veileder, mal="Lager", **felles)
        with pytest.raises(SamtidigEndring):
            program.programversjon_lagre(veileder, mal="Butikk", **felles)

    def test_evalueringer_utenfor_perioden_stoppes(self, sak: Sak, veileder: Aktor) -> None:
        with pytest.raises(Fagfeil) as feil:
            program.evalueringsdatoer_sett(veileder, program=utkast(sak, veileder), datoer=[date(2026, 6, 1)])
        assert feil.value.felt == "datoer"

    def test_evalueringer_foreslas_hver_tredje_maned(self) -> None:
        # 6 December 2026 is a Sunday, 6 June 2027 too; 5 June a Saturday.
        assert foreslatte_evalueringer(date(2026, 6, 6), date(2027, 6, 5), hver=3) == [
            date(2026, 9, 7), date(2026, 12, 7), date(2027, 3, 8), date(2027, 6, 4),
        ]  # fmt: skip

    def test_et_kort_program_evalueres_ved_slutten(self) -> None:
        assert foreslatte_evalueringer(date(2026, 6, 1), date(2026, 7, 1), hver=3) == [date(2026, 7, 1)]


class TestAvtale:
    def test_deltakeren_sier_ja_pa_egen_side(self, sak: Sak, veileder: Aktor, deltaker: Aktor) -> None:
        gi_vedtak(sak, veileder, fra=date(2026, 6, 4))
        versjon = fyll_uken(veileder, utkast(sak, veileder))
        program.programversjon_foresla(veileder, program=versjon)
        avtalt = program.programversjon_avtal(deltaker, program=versjon)
        sak.refresh_from_db()
        assert (avtalt.status, avtalt.avtalt_med_deltaker) == (Programstatus.AVTALT, date(2026, 6, 3))
        assert sak.status == Saksstatus.I_PROGRAM
        assert programstart(sak) == date(2026, 6, 8)
        assert linjer(sak)[:2] == [
            "Programmet begynte 8. juni 2026.",
            "Samira Testdal sa ja til versjon 1 av programmet. Den gjelder fra 8. juni 2026.",
        ]

    def test_uten_vedtak_blir_saken_staende(self, sak: Sak, veileder: Aktor, deltaker: Aktor) -> None:
        versjon = fyll_uken(veileder, utkast(sak, veileder))
        program.programversjon_foresla(veileder, program=versjon)
        program.programversjon_avtal(deltaker, program=versjon)
        sak.refresh_from_db()
        assert sak.status == Saksstatus.SOKNAD

    def test_deltakeren_ber_om_endring_med_egne_ord(self, sak: Sak, veileder: Aktor, deltaker: Aktor) -> None:
        versjon = fyll_uken(veileder, utkast(sak, veileder))
        program.programversjon_foresla(veileder, program=versjon)
        with pytest.raises(Fagfeil) as feil:
            program.programversjon_be_om_endring(deltaker, program=versjon, merknad="  ")
        assert feil.value.felt == "merknad"
        svar = program.programversjon_be_om_endring(deltaker, program=versjon, merknad="Jeg henter i barnehagen 15.30.")
        assert (svar.status, svar.deltakers_merknad) == (Programstatus.UTKAST, "Jeg henter i barnehagen 15.30.")

    def test_veileder_skriver_ned_avtalen_fra_motet(self, sak: Sak, veileder: Aktor) -> None:
        versjon = fyll_uken(veileder, utkast(sak, veileder))
        program.programversjon_foresla(veileder, program=versjon)
        with pytest.raises(FlereFeil) as feil:
            program.programversjon_avtal_i_mote(veileder, program=versjon, dato=date(2026, 6, 4), hvordan="")
        assert [ett.felt for ett in feil.value.feil] == ["hvordan", "dato"]
        avtalt = program.programversjon_avtal_i_mote(
            veileder, program=versjon, dato=date(2026, 6, 2), hvordan="i møte, med tolk på telefon"
        )
        assert avtalt.avtalt_hvordan == "i møte, med tolk på telefon"

    def test_den_nye_avslutter_den_gamle_dagen_for(self, sak: Sak, veileder: Aktor) -> None:
        gi_vedtak(sak, veileder)
        forste = avtalt_program(sak, veileder)
        andre = utkast(sak, veileder)
        assert (andre.nummer, andre.mal, andre.aktiviteter.count()) == (2, forste.mal, 3)
        norsk = andre.aktiviteter.get(navn="Norskkurs")
        program.aktivitet_fjern(veileder, aktivitet=norsk)
        program.aktivitet_lagre(
            veileder,
            program=andre,
            navn="Truckkurs",
            gruppe="arbeidsrettet",
            blokker=hver_dag(time(12, 30), time(14, 30)),
        )
        ny, gammel = versjoner(sak)
        assert forskjeller(ny, gammel) == ["Ny aktivitet: Truckkurs, 10 timer i uken.", "Tatt bort: Norskkurs."]
        program.programversjon_foresla(veileder, program=andre)
        program.programversjon_avtal_i_mote(veileder, program=andre, dato=date(2026, 6, 3), hvordan="telefon")
        forste.refresh_from_db()
        assert (forste.status, forste.til) == (Programstatus.AVTALT, date(2026, 6, 7))
        gjeldende = gjeldende_versjon(sak)
        assert gjeldende is not None
        assert gjeldende.nummer == 1

    def test_en_versjon_som_aldri_begynte_blir_erstattet(self, sak: Sak, veileder: Aktor) -> None:
        forste = avtalt_program(sak, veileder, fra=date(2026, 6, 8))
        andre = program.programversjon_start(veileder, sak=sak, fra=date(2026, 6, 8))
        program.programversjon_foresla(veileder, program=andre)
        program.programversjon_avtal_i_mote(veileder, program=andre, dato=date(2026, 6, 3), hvordan="telefon")
        forste.refresh_from_db()
        assert forste.status == Programstatus.ERSTATTET

    def test_dobbeltklikk_pa_ny_versjon_gir_en(self, sak: Sak, veileder: Aktor) -> None:
        assert utkast(sak, veileder) == utkast(sak, veileder)

    def test_dobbeltklikk_pa_ja_sier_fra_i_ord(self, sak: Sak, veileder: Aktor, deltaker: Aktor) -> None:
        versjon = fyll_uken(veileder, utkast(sak, veileder))
        program.programversjon_foresla(veileder, program=versjon)
        program.programversjon_avtal(deltaker, program=versjon)
        with pytest.raises(UlovligOvergang, match="Last siden på nytt"):
            program.programversjon_avtal(deltaker, program=versjon)

    def test_endringer_i_timer_tid_sted_og_mal_sies_i_ord(self, sak: Sak, veileder: Aktor) -> None:
        avtalt_program(sak, veileder)
        ny = utkast(sak, veileder)
        praksis, jobb = ny.aktiviteter.get(navn="Praksis på lager"), ny.aktiviteter.get(navn="Jobbsøking")
        program.aktivitet_lagre(
            veileder, program=ny, aktivitet=praksis, navn=praksis.navn, gruppe=praksis.gruppe, arrangor="Sjøgata Lager",
            blokker=hver_dag(time(8, 30), time(12), range(4)),
        )  # fmt: skip
        program.aktivitet_lagre(
            veileder,
            program=ny,
            aktivitet=jobb,
            navn=jobb.navn,
            gruppe=jobb.gruppe,
            blokker=hver_dag(time(15), time(17)),
        )
        program.programversjon_lagre(veileder, program=ny, mal="Nytt mål", fra=ny.fra, til=ny.til)
        forste, andre = versjoner(sak)
        setningene = forskjeller(forste, andre)
        assert "Praksis på lager: fra 17,5 til 14 timer i uken." in setningene
        assert "Praksis på lager: nytt sted eller ny arrangør, Sjøgata Lager." in setningene
        assert any(en.startswith("Jobbsøking: nye tider, mandag 15.00–17.00") for en in setningene)
        assert "Målet er skrevet på nytt." in setningene


class TestTilgang:
    def test_deltakeren_skriver_ikke_programmet_selv(self, sak: Sak, veileder: Aktor, deltaker: Aktor) -> None:
        with pytest.raises(IkkeTilgang):
            program.programversjon_start(deltaker, sak=sak)

    def test_veilederen_sier_ikke_ja_for_deltakeren(self, sak: Sak, veileder: Aktor) -> None:
        versjon = fyll_uken(veileder, utkast(sak, veileder))
        program.programversjon_foresla(veileder, program=versjon)
        with pytest.raises(IkkeTilgang):
            program.programversjon_avtal(veileder, program=versjon)

    def test_et_annet_kontor_kommer_ikke_til(self, sak: Sak, kommune: Any) -> None:
        fremmed = grunnlag.lag_aktor(Rolle.VEILEDER, grunnlag.lag_kontor(kommune, "NAV Fjordvik nord"))
        with pytest.raises(IkkeTilgang):
            program.programversjon_start(fremmed, sak=sak)


class TestPermisjon:
    @pytest.fixture(autouse=True)
    def _innvilget(self, sak: Sak, veileder: Aktor) -> None:
        gi_vedtak(sak, veileder)

    def test_permisjon_registreres_og_overlapper_ikke(self, sak: Sak, veileder: Aktor) -> None:
        felles: dict[str, Any] = {"sak": sak, "grunn": "Fødsel", "med_stonad": True}
        program.permisjon_registrer(veileder, fra=date(2026, 7, 1), til=date(2026, 7, 31), **felles)
        for fra, til, felt in (
            (date(2026, 7, 31), date(2026, 8, 5), "fra"),
            (date(2026, 9, 2), date(2026, 9, 1), "til"),
        ):
            with pytest.raises(Fagfeil) as feil:
                program.permisjon_registrer(veileder, fra=fra, til=til, **felles)
            assert feil.value.felt == felt

    def test_permisjon_uten_grunn_stoppes(self, sak: Sak, veileder: Aktor) -> None:
        with pytest.raises(Fagfeil) as feil:
            program.permisjon_registrer(
                veileder, sak=sak, fra=date(2026, 7, 1), til=date(2026, 7, 1), grunn=" ", med_stonad=True
            )
        assert feil.value.felt == "grunn"

    def _juli(self, sak: Sak, veileder: Aktor, *, med_stonad: bool) -> Permisjon:
        return program.permisjon_registrer(
            veileder, sak=sak, fra=date(2026, 7, 1), til=date(2026, 7, 31), grunn="Reise", med_stonad=med_stonad
        )

    def test_permisjon_uten_stonad_gir_ingen_stonad_i_juli(self, sak: Sak, veileder: Aktor) -> None:
        gi_vedtak(sak, veileder)
        permisjon = self._juli(sak, veileder, med_stonad=False)
        juli = date(2026, 7, 1)
        fakta = stonadsfakta_for([sak], juli, kjent_dato=date(2026, 8, 1))[sak.pk]
        svar = beregn(fakta)
        assert (svar.stonadsdager, svar.netto) == (0, 0)
        assert "permisjon" in {rad.kode for rad in svar.spor}
        assert linjer(sak)[0].endswith("registrerte permisjon uten stønad fra 1. juli 2026 til 31. juli 2026: Reise.")
        program.permisjon_trekk_tilbake(veileder, permisjon=permisjon, grunn="Reisen ble avlyst")
        assert beregn(stonadsfakta_for([sak], juli, kjent_dato=date(2026, 8, 1))[sak.pk]).stonadsdager == 23
        assert linjer(sak)[0].endswith("tok tilbake permisjonen fra 1. juli 2026 til 31. juli 2026: Reisen ble avlyst.")

    def test_permisjon_med_stonad_tar_ingen_dager(self, sak: Sak, veileder: Aktor) -> None:
        gi_vedtak(sak, veileder)
        self._juli(sak, veileder, med_stonad=True)
        fakta = stonadsfakta_for([sak], date(2026, 7, 1), kjent_dato=date(2026, 8, 1))[sak.pk]
        assert (fakta.permisjon_uten_stonad, beregn(fakta).stonadsdager) == ((), 23)

    def test_permisjonen_kan_slutte_tidligere_med_grunn(self, sak: Sak, veileder: Aktor) -> None:
        permisjon = self._juli(sak, veileder, med_stonad=False)
        for dag in (None, date(2026, 6, 30), date(2026, 7, 31)):
            with pytest.raises(FlereFeil) as feil:
                program.permisjon_avkort(veileder, permisjon=permisjon, siste_dag=dag, grunn=" ")
            assert [ett.felt for ett in feil.value.feil] == ["siste_dag", "grunn"]
        kortere = program.permisjon_avkort(
            veileder, permisjon=permisjon, siste_dag=date(2026, 7, 10), grunn="Kom hjem før"
        )
        assert (kortere.fra, kortere.til) == (date(2026, 7, 1), date(2026, 7, 10))
        assert linjer(sak)[0].endswith(
            "avsluttet permisjonen som begynte 1. juli 2026. Siste dag er 10. juli 2026: Kom hjem før."
        )

    def test_to_tar_samme_permisjon_tilbake(self, sak: Sak, veileder: Aktor) -> None:
        permisjon = self._juli(sak, veileder, med_stonad=True)
        with pytest.raises(FlereFeil):
            program.permisjon_trekk_tilbake(veileder, permisjon=permisjon, grunn="")
        samme = Permisjon.objects.get(pk=permisjon.pk)
        program.permisjon_trekk_tilbake(veileder, permisjon=permisjon, grunn="Feil person")
        program.permisjon_trekk_tilbake(veileder, permisjon=samme, grunn="Feil person")
        with pytest.raises(Fagfeil, match="tatt permisjonen tilbake"):
            program.permisjon_avkort(veileder, permisjon=samme, siste_dag=date(2026, 7, 2), grunn="Kom hjem")
        assert sak.permisjoner.count() == 0


def _versjon(sak: Sak, veileder: Aktor, fra: date, til: date | None, *, avtalt: date) -> Programversjon:
    """Another version of the week, agreed on the day."""
    with klokke.still_til(avtalt):
        versjon = program.programversjon_start(veileder, sak=sak, fra=fra)
        if not versjon.aktiviteter.exists():
            versjon = fyll_uken(veileder, versjon)
        versjon = program.programversjon_lagre(veileder, program=versjon, mal="Lager", fra=fra, til=til)
        program.evalueringsdatoer_sett(veileder, program=versjon, datoer=[fra])
        program.programversjon_foresla(veileder, program=versjon)
        return program.programversjon_avtal_i_mote(veileder, program=versjon, dato=avtalt, hvordan="i møte")


class TestUkerEtterHverandre:
    def test_en_uke_for_juli_rorer_ikke_den_som_er_avtalt_fra_september(self, sak: Sak, veileder: Aktor) -> None:
        gi_vedtak(sak, veileder)
        avtalt_program(sak, veileder)
        _versjon(sak, veileder, date(2026, 9, 1), date(2027, 2, 1), avtalt=date(2026, 6, 3))
        _versjon(sak, veileder, date(2026, 7, 1), date(2026, 7, 31), avtalt=date(2026, 6, 10))
        assert [(v.nummer, v.status, v.fra, v.til) for v in reversed(versjoner(sak))] == [
            (1, Programstatus.AVTALT, date(2026, 2, 2), date(2026, 6, 30)),
            (2, Programstatus.AVTALT, date(2026, 9, 1), date(2027, 2, 1)),
            (3, Programstatus.AVTALT, date(2026, 7, 1), date(2026, 7, 31)),
        ]

    def test_den_som_kommer_begynner_naar_den_nye_er_over(self, sak: Sak, veileder: Aktor) -> None:
        gi_vedtak(sak, veileder)
        _versjon(sak, veileder, date(2026, 9, 1), date(2027, 2, 1), avtalt=date(2026, 6, 3))
        _versjon(sak, veileder, date(2026, 8, 3), date(2026, 9, 11), avtalt=date(2026, 6, 10))
        assert [(v.nummer, v.status, v.fra) for v in reversed(versjoner(sak))] == [
            (1, Programstatus.AVTALT, date(2026, 9, 12)),
            (2, Programstatus.AVTALT, date(2026, 8, 3)),
        ]


class TestProgramstart:
    """Granted from 12 January 2026: what is agreed after that day does not move the start."""

    JAN, FEB, JUNI = date(2026, 1, 12), date(2026, 2, 2), date(2026, 6, 1)

    def _start(self, sak: Sak, veileder: Aktor, *avtaler: tuple[date, date]) -> date | None:
        gi_vedtak(sak, veileder, fra=self.JAN, til=date(2027, 1, 11))
        for avtalt, fra in avtaler:
            _versjon(sak, veileder, fra, date(2027, 1, 11), avtalt=avtalt)
        return programstart(sak)

    def test_en_uke_avtalt_i_mai_fra_juni_flytter_ikke_starten(self, sak: Sak, veileder: Aktor) -> None:
        assert self._start(sak, veileder, (date(2026, 5, 20), self.JUNI)) == self.JAN

    def test_en_senere_start_avtalt_for_noe_begynte_gjelder(self, sak: Sak, veileder: Aktor) -> None:
        assert self._start(sak, veileder, (date(2026, 1, 5), self.FEB)) == self.FEB

    def test_den_star_selv_om_uken_siden_blir_byttet(self, sak: Sak, veileder: Aktor) -> None:
        avtaler = ((date(2026, 1, 5), self.FEB), (date(2026, 5, 20), self.JUNI), (date(2026, 6, 2), self.JUNI))
        assert self._start(sak, veileder, *avtaler) == self.FEB

    def test_en_tidligere_start_kan_avtales_til_den_kommer(self, sak: Sak, veileder: Aktor) -> None:
        assert self._start(sak, veileder, (date(2026, 1, 5), self.JUNI), (date(2026, 1, 20), self.FEB)) == self.FEB

    def test_avtalt_pa_den_forste_dagen_er_for_sent(self, sak: Sak, veileder: Aktor) -> None:
        assert self._start(sak, veileder, (self.JAN, self.FEB)) == self.JAN


def test_funn_er_tomme_for_en_hel_uke(sak: Sak, veileder: Aktor) -> None:
    assert funn(fyll_uken(veileder, utkast(sak, veileder))) == []


def test_kommunen_velger_hvor_lang_avslutningsdelen_er(sak: Sak, veileder: Aktor, kommune: Kommune) -> None:
    """Six months before the programme ends 1 February 2027 is 2 August 2026, three months before is 2 November."""
    gi_vedtak(sak, veileder)
    versjon = fyll_uken(veileder, utkast(sak, veileder))
    versjon = program.programversjon_lagre(
        veileder, program=versjon, mal=versjon.mal, fra=versjon.fra, til=date(2026, 9, 30)
    )
    with kommando(SYSTEM, "test"):
        versjon.aktiviteter.get(gruppe="arbeidssoking").lagre_endring(gruppe="arbeidsrettet")
    assert funn(versjon) == []
    grunnlag.lag_valg(kommune, "jobbsoking_siste_maneder", 6)
    assert [ett.kode for ett in funn(versjon)] == ["mangler_arbeidssoking"]


class TestDagenKommer:
    """A grant from 15 June: agreed before it, or not, the case is in programme when the day has come."""

    def test_saken_er_i_programmet_dagen_den_begynner_selv_uten_avtale(self, sak: Sak, veileder: Aktor) -> None:
        gi_vedtak(sak, veileder, fra=date(2026, 6, 15))
        with klokke.still_til(date(2026, 6, 14)):
            call_command("nattjobb")
            sak.refresh_from_db()
            assert sak.status == Saksstatus.INNVILGET
        with klokke.still_til(date(2026, 6, 15)):
            call_command("nattjobb")
            sak.refresh_from_db()
            assert sak.status == Saksstatus.I_PROGRAM
            assert program.saker_ta_i_program() == 0
        assert [linje for linje in linjer(sak) if "15. juni 2026" in linje] == ["Programmet begynte 15. juni 2026."]

    def test_en_avtalt_sak_er_i_programmet_fra_avtalen_og_roeres_ikke_av_natten(
        self, sak: Sak, veileder: Aktor
    ) -> None:
        gi_vedtak(sak, veileder, fra=date(2026, 6, 15))
        avtalt_program(sak, veileder, fra=date(2026, 6, 15))
        sak.refresh_from_db()
        assert sak.status == Saksstatus.I_PROGRAM
        with klokke.still_til(date(2026, 6, 15)):
            assert program.saker_ta_i_program() == 0

    @pytest.mark.parametrize("status", [s for s in Saksstatus if s != Saksstatus.INNVILGET])
    def test_natten_roerer_bare_innvilgede_saker(self, sak: Sak, veileder: Aktor, status: Saksstatus) -> None:
        gi_vedtak(sak, veileder, fra=date(2026, 1, 12))
        with kommando(SYSTEM, "test"):
            sak.lagre_endring(status=status)
        assert program.saker_ta_i_program() == 0
        sak.refresh_from_db()
        assert sak.status == status
