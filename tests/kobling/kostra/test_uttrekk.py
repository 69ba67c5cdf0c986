"""The year's file from the case data: who is in it, what stands in it, and what the controls say."""

from __future__ import annotations

from datetime import date
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from fotfeste.fag.oppfolging.enums import Avslutningsmate, Situasjon
from fotfeste.fag.person.models import Barn
from fotfeste.fag.program.enums import Programstatus
from fotfeste.fag.program.models import Permisjon, Programversjon
from fotfeste.fag.sak.enums import Saksstatus
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.utbetaling.enums import Trekkart, Utbetalingsart, Utbetalingsstatus
from fotfeste.fag.utbetaling.models import Forskudd, Kjoring, Trekk, Trekklinje, Utbetaling
from fotfeste.fag.vedtak.enums import Vedtakstype
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import Fagfeil, IkkeTilgang
from fotfeste.grunnmur.logg.models import Sporing
from fotfeste.grunnmur.logg.services import kommando
from fotfeste.grunnmur.organisasjon.models import Kommune, Kontor
from fotfeste.grunnmur.tilgang import SYSTEM, Aktor, Gradering
from fotfeste.kobling.kostra.felter import FORSTE_AAR, SISTE_AAR, oppsett
from fotfeste.kobling.kostra.post import Verdi, les
from fotfeste.kobling.kostra.services import Rapport, kostra_fil, kostra_kontroll
from fotfeste.kobling.kostra.uttrekk import ALDRI_BEGYNT, IKKE_BEGYNT, UTEN_VEDTAK, hent, journalnummer
from tests.grunnlag import lag_kontor, lag_person, lag_sak
from tests.kobling.kostra.kvpsaker import avsluttet, betalt_hver_maned, innvilget, liten_kommune, utbetalt, vedtak

ETTER_ARET = date(2027, 1, 12)
AARENE = range(FORSTE_AAR, SISTE_AAR + 1)


@pytest.fixture(autouse=True)
def _etter_aret() -> object:
    """The file for 2026 is made in January 2027."""
    with klokke.still_til(ETTER_ARET):
        yield


def postene(kommune: Kommune, aar: int = 2026) -> list[dict[str, Verdi]]:
    return [dict(rad.post.verdier) for rad in hent(kommune, aar, i_dag=klokke.i_dag()).rader]


def den_ene(kommune: Kommune, aar: int = 2026) -> dict[str, Verdi]:
    (post,) = postene(kommune, aar)
    return post


def rapport(kommune: Kommune, aar: int = 2026) -> Rapport:
    return kostra_kontroll(SYSTEM, kommune, aar)


def koder(rapport: Rapport) -> list[str]:
    return [funn.kode for funn in rapport.funn]


# Stories.


def test_innvilget_i_2025_og_i_program_hele_2026(kommune: Kommune, kontor: Kontor) -> None:
    sak = innvilget(kontor, date(2025, 9, 1), til=date(2027, 8, 31))
    betalt_hver_maned(sak, 2026, kroner=21_500)
    post = den_ene(kommune)
    assert post["KOMMUNE_NR"] == "4204"
    assert post["VERSION"] == "26"
    assert post["FODSELSDATO"] == sak.person.fodselsdato
    assert post["PERSON_FODSELSNR"] == sak.person.fodselsnummer
    assert (post["REG_DATO"], post["VEDTAK_DATO"], post["BEGYNT_DATO"]) == (
        date(2025, 8, 2),
        date(2025, 8, 25),
        date(2025, 9, 1),
    )
    assert [post[f"STMND_{nr}"] for nr in (1, 12)] == ["01", "12"]
    assert post["KVP_STONAD"] == 12 * 21_500
    assert post["STATUS"] == "1"
    assert "AVSL_DATO" not in post
    # 2025 has the same person, without a month paid.
    assert den_ene(kommune, 2025)["STATUS"] == "1"
    assert "KVP_STONAD" not in den_ene(kommune, 2025)
    assert postene(kommune, 2024) == []


def test_i_pause_ved_utgangen_av_aret(kommune: Kommune, kontor: Kontor) -> None:
    sak = innvilget(kontor, date(2026, 2, 1))
    vedtak(sak, Vedtakstype.AVBRUDD, date(2026, 11, 1))
    assert den_ene(kommune)["STATUS"] == "2"
    vedtak(sak, Vedtakstype.GJENOPPTAK, date(2026, 12, 1))
    assert den_ene(kommune)["STATUS"] == "1"


def test_i_permisjon_ved_utgangen_av_aret(kommune: Kommune, kontor: Kontor) -> None:
    sak = innvilget(kontor, date(2026, 2, 1))
    with kommando(SYSTEM, "test"):
        Permisjon.objects.create(sak=sak, fra=date(2026, 12, 1), til=date(2027, 6, 1), grunn="Fødsel")
    assert den_ene(kommune)["STATUS"] == "2"


def test_avsluttet_etter_avtale_med_situasjon_og_inntekt(kommune: Kommune, kontor: Kontor) -> None:
    sak = innvilget(kontor, date(2025, 6, 1))
    situasjon = (Situasjon.ARBEID_LONNSTILSKUDD, Situasjon.SKOLE)
    avsluttet(sak, date(2026, 5, 31), situasjon=situasjon, inntekt=Situasjon.ARBEID_LONNSTILSKUDD)
    post = den_ene(kommune)
    assert (post["STATUS"], post["AVSL_DATO"]) == ("3", date(2026, 5, 31))
    assert (post["AVSL_ARBLONNSTILS"], post["AVSL_SKOLE"], post["AVSL_VIKTIGSTE_INNTEKT"]) == ("11", "04", "11")
    assert "AVSL_ORDINAERTARB" not in post
    # In the file for 2025 the programme still ran.
    assert den_ene(kommune, 2025)["STATUS"] == "1"


@pytest.mark.parametrize(
    ("mate", "status"),
    [
        (Avslutningsmate.UTEBLIVELSE, "4"),
        (Avslutningsmate.FLYTTET_KOMMUNE, "5"),
        (Avslutningsmate.FLYTTET_BYDEL, "6"),
        (Avslutningsmate.ETTER_AVBRUDD, "7"),
    ],
)
def test_maten_programmet_sluttet_paa(kommune: Kommune, kontor: Kontor, mate: Avslutningsmate, status: str) -> None:
    avsluttet(innvilget(kontor, date(2026, 1, 5)), date(2026, 9, 30), mate=mate)
    post = den_ene(kommune)
    assert post["STATUS"] == status
    # What the person went on to is asked of those ended after a pause, not of those who left.
    assert ("AVSL_ORDINAERTARB" in post) == (status == "7")


def test_slutten_leses_av_vedtaket_naar_ingen_har_registrert_den(kommune: Kommune, kontor: Kontor) -> None:
    sak = innvilget(kontor, date(2026, 1, 5))
    vedtak(
        sak,
        Vedtakstype.AVSLUTNING,
        date(2026, 6, 30),
        avslutningsmate=Avslutningsmate.FULLFORT,
        situasjon=[Situasjon.AAP],
        viktigste_inntekt=Situasjon.AAP,
    )
    post = den_ene(kommune)
    assert (post["STATUS"], post["AVSL_DATO"], post["AVSL_AAP"]) == ("3", date(2026, 6, 30), "14")


def test_flyttet_fra_en_annen_kommune(kommune: Kommune, kontor: Kontor) -> None:
    innvilget(kontor, date(2026, 3, 1), fra_kvp_i_kommune="1103")
    post = den_ene(kommune)
    assert (post["KVP_KOMM"], post["KOMMNR_KVP_KOMM"]) == ("1", "1103")


def test_bakgrunnen_gir_ytelsene(kommune: Kommune, kontor: Kontor) -> None:
    innvilget(
        kontor,
        date(2026, 3, 1),
        sosialhjelp="supplerende",
        introduksjonsstonad=True,
        tiltakspenger=True,
        folketrygd=True,
        kommunal_bostotte=True,
        husbank_bostotte=True,
        sosialhjelp_fast=True,
        sosialhjelp_sarskilte=True,
        sosialhjelp_engang=True,
    )
    post = den_ene(kommune)
    assert [post[f"YTELSE_{navn}"] for navn in ("SOSHJELP", "TYPE_SOSHJ", "INTRO", "TILTAKSPENGER", "FOLKETRYGDL")] == [
        "1", "3", "4", "5", "6",
    ]  # fmt: skip
    assert [post[f"KVP_MED_{navn}"] for navn in ("ASTONAD", "KOMMBOS", "HUSBANKBOS")] == ["1", "4", "5"]
    assert [post[f"KVP_MED_SOSHJ_{navn}"] for navn in ("SUP", "PGM", "ENGANG")] == ["7", "8", "9"]


def test_to_saker_i_samme_aar_gir_to_poster(kommune: Kommune, kontor: Kontor) -> None:
    person = lag_person()
    avsluttet(innvilget(kontor, date(2025, 3, 1), person=person), date(2026, 2, 28))
    innvilget(kontor, date(2026, 8, 1), person=person)
    forste, andre = postene(kommune)
    assert forste["PERSON_FODSELSNR"] == andre["PERSON_FODSELSNR"]
    assert forste["PERSON_JOURNALNR"] != andre["PERSON_JOURNALNR"]
    assert {forste["STATUS"], andre["STATUS"]} == {"1", "3"}
    assert "05A" not in koder(rapport(kommune))


def test_to_saker_med_samme_status_meldes_med_begge(kommune: Kommune, kontor: Kontor) -> None:
    person = lag_person()
    saker = [innvilget(kontor, date(2025, 3, 1), person=person)]
    avsluttet(saker[0], date(2026, 2, 28))
    saker.append(innvilget(kontor, date(2026, 4, 1), person=person))
    avsluttet(saker[1], date(2026, 9, 30))
    (funn,) = rapport(kommune).feil
    assert funn.kode == "05A"
    assert {sak.sak_id for sak in funn.saker} == {sak.pk for sak in saker}


def test_barn_teller_paa_programmets_siste_dag(kommune: Kommune, kontor: Kontor) -> None:
    sak = innvilget(kontor, date(2025, 6, 1))
    with kommando(SYSTEM, "test"):
        for fodt, felter in (
            (date(2015, 5, 1), {}),
            (date(2008, 5, 30), {}),  # 18 the day before the last
            (date(2008, 6, 1), {}),  # 18 the day after
            (date(2018, 1, 1), {"bor_i_husholdningen": False}),
            (date(2016, 1, 1), {"til": date(2026, 1, 31)}),
        ):
            Barn.objects.create(person=sak.person, fodselsdato=fodt, fra=fodt, **felter)
    avsluttet(sak, date(2026, 5, 31))
    post = den_ene(kommune)
    assert (post["BU18"], post["ANTBU18"]) == ("1", 2)


def test_stonad_teller_i_aret_den_ble_betalt(kommune: Kommune, kontor: Kontor) -> None:
    sak = innvilget(kontor, date(2025, 6, 1))
    utbetalt(sak, date(2025, 12, 1), 20_000, den=date(2026, 1, 5))
    utbetalt(sak, date(2026, 1, 1), 21_000, den=date(2026, 2, 5))
    utbetalt(sak, date(2026, 12, 1), 22_000, den=date(2027, 1, 5))
    utbetalt(sak, date(2026, 2, 1), 9_000, den=date(2026, 3, 5), status=Utbetalingsstatus.AVVIST)
    utbetalt(sak, date(2026, 3, 1), 9_000, den=date(2026, 4, 6), status=Utbetalingsstatus.FRIGITT)
    post = den_ene(kommune)
    assert post["KVP_STONAD"] == 41_000
    assert {navn for navn in post if navn.startswith("STMND")} == {"STMND_1", "STMND_2"}


def test_hver_krone_telles_en_gang(kommune: Kommune, kontor: Kontor) -> None:
    """3 000 kr of January is advanced in January, and 798 kr of its barnetillegg goes to NAV Innkreving."""
    sak = innvilget(kontor, date(2025, 6, 1))
    januar = utbetalt(sak, date(2026, 1, 1), 21_000, den=date(2026, 2, 5))
    felles = {"sak": sak, "maned": januar.maned, "mottaker": "x", "kontonummer": "15032080119", "status": "sendt"}
    with kommando(SYSTEM, "test"):
        trekk = Trekk.objects.create(sak=sak, art=Trekkart.FORSKUDD, maned=januar.maned, belop=3000, hjemmel="§ 39")
        forskudd = Forskudd.objects.create(
            sak=sak, maned=januar.maned, belop=3000, grunn="x", bestemt_av=januar.kjoring.forberedt_av, trekk=trekk
        )
        ekstra = Kjoring.objects.create(
            kommune=kommune, art="ekstra", maned=januar.maned, nummer=99, utbetalingsdato=date(2026, 1, 20),
            status="sendt", forberedt_av=januar.kjoring.forberedt_av, frigitt_av=januar.kjoring.frigitt_av,
        )  # fmt: skip
        Utbetaling.objects.create(
            **felles, kjoring=ekstra, art=Utbetalingsart.FORSKUDD, forskudd=forskudd, brutto=3000, netto=3000,
            ende_til_ende="F",
        )  # fmt: skip
        Trekklinje.objects.create(sak=sak, utbetaling=januar, trekk=trekk, belop=3000)
        Utbetaling.objects.create(
            **felles, kjoring=januar.kjoring, art=Utbetalingsart.INNKREVING, hoved=januar, timeliste=januar.timeliste,
            brutto=798, netto=798, ende_til_ende="I",
        )  # fmt: skip
    post = den_ene(kommune)
    assert post["KVP_STONAD"] == 21_000
    assert {navn for navn in post if navn.startswith("STMND")} == {"STMND_1", "STMND_2"}


def test_programmet_begynner_naar_det_foerste_er_avtalt(kommune: Kommune, kontor: Kontor) -> None:
    sak = innvilget(kontor, date(2026, 3, 1))
    with kommando(SYSTEM, "test"):
        Programversjon.objects.create(
            sak=sak,
            nummer=1,
            status=Programstatus.ERSTATTET,
            fra=date(2026, 3, 9),
            til=date(2026, 4, 30),
            avtalt_med_deltaker=date(2026, 3, 2),
        )
        Programversjon.objects.create(
            sak=sak, nummer=2, status=Programstatus.AVTALT, fra=date(2026, 5, 1), avtalt_med_deltaker=date(2026, 4, 28)
        )
    assert den_ene(kommune)["BEGYNT_DATO"] == date(2026, 3, 9)


def test_hvem_som_ikke_er_med_og_hvorfor(kommune: Kommune, kontor: Kontor) -> None:
    avsluttet(innvilget(kontor, date(2024, 1, 8)), date(2025, 12, 31))
    ikke_begynt = innvilget(kontor, date(2027, 1, 4))
    angret = innvilget(kontor, date(2026, 5, 4))
    avsluttet(angret, date(2026, 5, 3))
    uten = lag_sak(kontor, lag_person())
    with kommando(SYSTEM, "test"):
        uten.lagre_endring(status=Saksstatus.I_PROGRAM)
    lag_sak(kontor, lag_person())
    resultat = rapport(kommune)
    assert resultat.antall == 0
    assert {(m.sak.sak_id, m.grunn) for m in resultat.mangler} == {
        (ikke_begynt.pk, IKKE_BEGYNT),
        (angret.pk, ALDRI_BEGYNT),
        (uten.pk, UTEN_VEDTAK),
    }
    assert resultat.innhold == " "
    assert resultat.kan_sendes
    assert resultat.setning.startswith("Ingen deltakere.")


def test_andre_kommuner_er_ikke_med(kommune: Kommune, kontor: Kontor) -> None:
    nabo = Kommune.objects.create(navn="Nabovik", nummer="4205")
    innvilget(lag_kontor(nabo), date(2026, 1, 5))
    assert postene(kommune) == []


def test_midt_i_aret_leses_det_som_staar(kommune: Kommune, kontor: Kontor) -> None:
    sak = innvilget(kontor, date(2026, 1, 5))
    avsluttet(sak, date(2026, 9, 30))
    with klokke.still_til(date(2026, 6, 3)):
        assert den_ene(kommune)["STATUS"] == "1"
        assert not rapport(kommune).aret_er_over
    assert den_ene(kommune)["STATUS"] == "3"


# The file and its controls.


@pytest.mark.parametrize("aar", AARENE)
def test_en_liten_kommune_uten_feil(kommune: Kommune, kontor: Kontor, aar: int) -> None:
    liten_kommune(kontor, aar)
    resultat = rapport(kommune, aar)
    assert resultat.funn == ()
    assert resultat.setning == "4 deltakere, ingen feil. Filen kan sendes."
    navn, innhold = kostra_fil(SYSTEM, kommune, aar)
    assert navn == f"11CF_{aar}_420400.dat"
    assert innhold.decode("ascii") == resultat.innhold


@pytest.mark.parametrize("aar", AARENE)
def test_filen_leses_tilbake(kommune: Kommune, kontor: Kontor, aar: int) -> None:
    liten_kommune(kontor, aar)
    uttrekk = hent(kommune, aar, i_dag=klokke.i_dag())
    linjer = uttrekk.innhold.splitlines()
    assert {len(linje) for linje in linjer} == {oppsett(aar).lengde}
    assert [les(aar, linje) for linje in linjer] == [rad.post for rad in uttrekk.rader]
    assert sorted(str(rad.post.verdier["STATUS"]) for rad in uttrekk.rader) == ["1", "2", "3", "5"]


def test_en_bydel_i_oslo(db: None) -> None:
    bydel = Kommune.objects.create(navn="Bydel Gamle Oslo", nummer="0301", bydel="01")
    innvilget(lag_kontor(bydel), date(2022, 3, 1), fra_kvp_i_kommune="0301")
    post = den_ene(bydel, 2022)
    assert (post["BYDELSNR"], post["KVP_OSLO"], post["KVP_KOMM"]) == ("01", "1", "2")
    assert "KOMMNR_KVP_KOMM" not in post
    assert rapport(bydel, 2022).kan_sendes


def test_et_funn_sier_hvem_hva_og_hvor(kommune: Kommune, kontor: Kontor) -> None:
    sak = innvilget(kontor, date(2026, 1, 5), person=lag_person(fornavn="Omar", etternavn="Glemt"))
    betalt_hver_maned(sak, 2026, 1, 5)
    avsluttet(sak, date(2026, 5, 31), mate=Avslutningsmate.ETTER_AVBRUDD, situasjon=(), inntekt="")
    resultat = rapport(kommune)
    assert koder(resultat) == ["38", "E17"]
    funn = resultat.funn[0]
    assert funn.saker[0].navn == "Omar Glemt"
    assert funn.saker[0].sak_id == sak.pk
    assert [(felt.ord, felt.hvor) for felt in funn.felter] == [
        ("hva deltakeren gikk til", "avslutningen"),
        ("status ved utgangen av året", "avslutningen"),
    ]
    assert funn.gjor == "Kryss av for hva deltakeren gikk til, i avslutningen."
    assert "<" not in funn.melding
    assert resultat.setning == "1 deltaker, 1 feil som må rettes før filen kan sendes."
    with pytest.raises(Fagfeil, match=r"kan ikke sendes ennå\. 1 deltaker, 1 feil"):
        kostra_fil(SYSTEM, kommune, 2026)


def test_et_avsluttet_program_ingen_har_sagt_hvordan_sluttet(kommune: Kommune, kontor: Kontor) -> None:
    sak = innvilget(kontor, date(2025, 3, 1), til=date(2026, 2, 28))
    with kommando(SYSTEM, "test"):
        sak.refresh_from_db()
        sak.lagre_endring(status=Saksstatus.AVSLUTTET)
    resultat = rapport(kommune)
    assert resultat.funn[0].kode == "36"
    # Our own «the field is empty» is not said once more of the same field.
    assert "E01" not in koder(resultat)


def test_vedtak_som_har_gaatt_ut_meldes(kommune: Kommune, kontor: Kontor) -> None:
    sak = innvilget(kontor, date(2025, 3, 1), til=date(2026, 2, 28))
    utbetalt(sak, date(2026, 1, 1), 20_000, den=date(2026, 2, 5))
    (funn,) = rapport(kommune).funn
    assert (funn.kode, funn.offisiell, funn.hindrer) == ("S02", False, False)
    assert "28.\xa0februar 2026" in funn.melding or "28. februar 2026" in funn.melding


def test_bakgrunn_ingen_har_svart_paa_meldes(kommune: Kommune, kontor: Kontor) -> None:
    sak = lag_sak(kontor)
    with kommando(SYSTEM, "test"):
        sak.lagre_endring(status=Saksstatus.I_PROGRAM)
    vedtak(sak, Vedtakstype.INNVILGELSE, date(2026, 3, 1), til=date(2027, 2, 28))
    funn = {ett.kode: ett for ett in rapport(kommune).funn}
    assert funn["S01"].felter[0].hvor == "bakgrunnen i saken"
    # No application either: the date is missing.
    assert funn["14"].hindrer
    assert funn["14"].gjor.startswith("Se over dagen søknaden kom.")


def test_en_verdi_uten_plass_hindrer_filen(kommune: Kommune, kontor: Kontor) -> None:
    sak = innvilget(kontor, date(2026, 3, 1))
    utbetalt(sak, date(2026, 3, 1), 12_345_678, den=date(2026, 4, 5))
    resultat = rapport(kommune)
    assert not resultat.kan_sendes
    assert resultat.feil[0].kode == "S00"
    assert resultat.feil[0].felter[0].ord == "utbetalt stønad i året"


def test_saker_fra_andre_kontorer_vises_uten_navn(kommune: Kommune, kontor: Kontor, leder: Aktor) -> None:
    egen = innvilget(kontor, date(2026, 3, 1), person=lag_person(fornavn="Egen", etternavn="Sak"))
    fremmed = innvilget(lag_kontor(kommune, navn="NAV Fjordvik nord"), date(2026, 3, 1))
    hemmelig = innvilget(kontor, date(2026, 3, 1), person=lag_person(gradering=Gradering.STRENGT_FORTROLIG))
    resultat = kostra_kontroll(leder, kommune, 2026)
    sett = {sak.sak_id: (sak.navn, sak.kan_apnes) for funn in resultat.funn for sak in funn.saker}
    assert sett == {egen.pk: ("Egen Sak", True), fremmed.pk: ("", False), hemmelig.pk: ("", False)}
    assert resultat.antall == 3


def test_porten_og_loggen(kommune: Kommune, leder: Aktor, veileder: Aktor, systemansvarlig: Aktor) -> None:
    kostra_kontroll(leder, kommune, 2026)
    for aktor in (veileder, systemansvarlig):
        with pytest.raises(IkkeTilgang):
            kostra_kontroll(aktor, kommune, 2026)
    nabo = Kommune.objects.create(navn="Nabovik", nummer="4205")
    with pytest.raises(IkkeTilgang):
        kostra_kontroll(leder, nabo, 2026)
    rader = Sporing.objects.order_by("id").values_list("bruker_id", "handling", "utfall")
    assert list(rader) == [
        (leder.bruker_id, "kostra.les", "vist"),
        (veileder.bruker_id, "kostra.les", "nektet"),
        (systemansvarlig.bruker_id, "kostra.les", "nektet"),
        (leder.bruker_id, "kostra.les", "nektet"),
    ]


@pytest.mark.parametrize("aar", [2021, 2027])
def test_aar_uten_oppsett_forklares(kommune: Kommune, aar: int) -> None:
    with pytest.raises(Fagfeil, match="2022 til 2026"):
        kostra_kontroll(SYSTEM, kommune, aar)


def test_like_mange_sporringer_uansett_storrelse(kommune: Kommune, kontor: Kontor, leder: Aktor) -> None:
    liten_kommune(kontor, 2026)
    with CaptureQueriesContext(
        connection,
    ) as faa:
        kostra_kontroll(leder, kommune, 2026)
    for _ in range(8):
        sak = innvilget(kontor, date(2026, 3, 1), person=lag_person())
        utbetalt(sak, date(2026, 3, 1), 700_000, den=date(2026, 4, 5))
    with CaptureQueriesContext(connection) as mange:
        assert kostra_kontroll(leder, kommune, 2026).antall == 12
    assert len(mange) == len(faa)
    assert len(faa) <= 12


def test_journalnummer_er_korte_faste_og_ulike() -> None:
    assert journalnummer("2026-000123") == "26000123"
    numre = {journalnummer(f"BUP-{nr}") for nr in range(500)}
    assert len(numre) == 500
    assert {len(nummer) for nummer in numre} == {8}
    assert journalnummer("BUP-1") == journalnummer("BUP-1")


# The command.


def test_kommandoen_skriver_filen(kommune: Kommune, kontor: Kontor, tmp_path: Path) -> None:
    liten_kommune(kontor, 2026)
    fil, sagt = tmp_path / "kostra.dat", StringIO()
    call_command("kostra", "--aar", "2026", "--kommune", "4204", "--fil", str(fil), stderr=sagt)
    assert fil.read_bytes() == rapport(kommune).innhold.encode()
    assert "4 deltakere, ingen feil." in sagt.getvalue()


def test_kommandoen_sier_hva_som_maa_rettes(kommune: Kommune, kontor: Kontor) -> None:
    avsluttet(
        innvilget(kontor, date(2026, 1, 5)),
        date(2026, 5, 31),
        mate=Avslutningsmate.ETTER_AVBRUDD,
        situasjon=(),
        inntekt="",
    )
    ut, sagt = StringIO(), StringIO()
    with pytest.raises(SystemExit) as slutt:
        call_command("kostra", "--aar", "2026", "--kommune", "4204", stdout=ut, stderr=sagt)
    assert slutt.value.code == 2
    assert len(ut.getvalue()) == 153
    assert f"ERROR 38 {Sak.objects.get().saksnummer}" in sagt.getvalue()


def test_kommandoen_kjenner_ikke_kommunen(kommune: Kommune) -> None:
    with pytest.raises(CommandError, match="9999"):
        call_command("kostra", "--kommune", "9999")
