"""From «I thought of somebody» to an application or a dated no, and never a shared spreadsheet."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from fotfeste.fag.kandidat import selectors, services
from fotfeste.fag.kandidat.enums import PARTNERE, Kandidatstatus
from fotfeste.fag.kandidat.lister import Kriterier, les
from fotfeste.fag.kandidat.models import Kandidat, Kandidatliste, Valgsamtale
from fotfeste.fag.person.models import Person
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import Fagfeil, FlereFeil, IkkeTilgang, SamtidigEndring, UlovligOvergang
from fotfeste.grunnmur.logg.models import Hendelse, Sporing
from fotfeste.grunnmur.logg.services import kommando
from fotfeste.grunnmur.logg.setninger import setning
from fotfeste.grunnmur.organisasjon.enums import Rolle
from fotfeste.grunnmur.organisasjon.models import Kontor
from fotfeste.grunnmur.tilgang import SYSTEM, Aktor
from tests import grunnlag
from tests.grunnlag import I_DAG

pytestmark = pytest.mark.django_db


def tips(aktor: Aktor, kontor: Kontor, **felter) -> Kandidat:  # type: ignore[no-untyped-def]
    """A name somebody thought of."""
    alt = {
        "kilde": "kollega",
        "navn": "Ronja Testlien",
        "telefon": "98 76 54 32",
        "fodselsar": 2001,
        "grunner": ["uten_aktivitet", "ukjent_for_nav"],
    } | felter
    return services.kandidat_meld(aktor, kontor=kontor, **alt)


def informert(veileder: Aktor, kandidat: Kandidat, svar: str = "vil_soke", ord_: str = "Jeg vil jobbe.") -> Kandidat:
    services.kandidat_informer(veileder, kandidat=kandidat, sagt_frivillig=True, svar=svar, egne_ord=ord_)
    kandidat.refresh_from_db()
    return kandidat


# A nomination


@pytest.mark.parametrize("hvem", ["veileder", "jobbspesialist", "beslutter", "okonomi", "fagansvarlig", "leder"])
def test_enhver_kollega_kan_melde_og_ser_hva_det_ble_til(
    kontor: Kontor, hvem: str, request: pytest.FixtureRequest
) -> None:
    aktor = request.getfixturevalue(hvem)
    kandidat = tips(aktor, kontor)
    assert (kandidat.status, kandidat.neste_gang) == ("meldt", I_DAG + timedelta(days=7))
    assert [(m.hvem, m.status) for m in selectors.egne_meldinger(aktor)] == [("Ronja Testlien", "Meldt")]


@pytest.mark.parametrize("hvem", ["beslutter", "okonomi"])
def test_den_som_bare_kan_melde_ser_ikke_listen(
    kontor: Kontor, veileder: Aktor, hvem: str, request: pytest.FixtureRequest
) -> None:
    aktor, kandidat = request.getfixturevalue(hvem), tips(veileder, kontor)
    for se in (
        lambda: selectors.kandidat_hent(aktor, kandidat.pk),
        lambda: selectors.kandidatliste(aktor, Kriterier()),
    ):
        with pytest.raises(IkkeTilgang):
            se()
    assert selectors.egne_meldinger(aktor) == []


def test_fodselsnummeret_til_en_kjent_finner_personen(kontor: Kontor, okonomi: Aktor) -> None:
    person = grunnlag.lag_person()
    kandidat = tips(okonomi, kontor, fnr=person.fodselsnummer, navn="", telefon="", fodselsar=None)
    assert (kandidat.person, kandidat.navn, kandidat.hvem) == (person, "", "Samira Testdal")


def test_et_nytt_nummer_lager_personen_for_den_som_kan_og_et_tips_for_de_andre(
    kontor: Kontor, veileder: Aktor, beslutter: Aktor
) -> None:
    ny = tips(veileder, kontor, fnr=grunnlag.lag_fnr(date(2003, 4, 5)), navn="Ask Testlund")
    assert ny.person is not None
    assert ny.person.fornavn == "Ask"
    tipset = tips(beslutter, kontor, fnr=grunnlag.lag_fnr(date(2003, 4, 6)), navn="Embla Testlund", fodselsar=None)
    assert (tipset.person, tipset.navn, tipset.fodselsar) == (None, "Embla Testlund", 2003)
    with pytest.raises(Fagfeil, match="Skriv fornavn og etternavn") as feil:
        tips(beslutter, kontor, fnr=grunnlag.lag_fnr(date(2003, 4, 7)), navn="")
    assert feil.value.felt == "navn"


def test_et_tips_sier_alt_som_mangler_pa_en_gang(kontor: Kontor, veileder: Aktor) -> None:
    with pytest.raises(FlereFeil) as feil:
        tips(veileder, kontor, navn=" ", telefon="", fodselsar=None)
    assert [f.felt for f in feil.value.feil] == ["navn", "telefon", "fodselsar"]
    with pytest.raises(FlereFeil, match="18 og 67"):
        tips(veileder, kontor, fodselsar=1930)
    with pytest.raises(Fagfeil, match="hvorfor du tenker") as uten:
        tips(veileder, kontor, grunner=[], hvorfor="")
    assert uten.value.felt == "grunner"


def test_ingen_star_pa_listen_to_ganger(kontor: Kontor, veileder: Aktor) -> None:
    person = grunnlag.lag_person()
    tips(veileder, kontor, fnr=person.fodselsnummer)
    with pytest.raises(Fagfeil, match="står på listen fra før"):
        tips(veileder, kontor, fnr=person.fodselsnummer)


@pytest.mark.parametrize("kilde", sorted(PARTNERE))
def test_det_andre_forteller_kommer_med_samtykke(kontor: Kontor, veileder: Aktor, kilde: str) -> None:
    with pytest.raises(FlereFeil) as feil:
        tips(veileder, kontor, kilde=kilde)
    assert [f.felt for f in feil.value.feil] == ["henvist_av", "samtykke_dato", "samtykke_til"]
    kandidat = tips(
        veileder, kontor, kilde=kilde, henvist_av="Rådgiver Tor", samtykke_dato=I_DAG, samtykke_til="Å dele navn"
    )
    assert kandidat.samtykke_dato == I_DAG


def test_databasen_tar_ikke_imot_en_henvisning_uten_samtykke(kontor: Kontor, veileder: Aktor) -> None:
    kandidat = tips(veileder, kontor)
    with pytest.raises(IntegrityError, match="henvist_med_samtykke"), transaction.atomic(), kommando(SYSTEM, "test"):
        kandidat.lagre_endring(kilde="skole")


# From nominated to applied


def test_fra_meldt_til_sokt_uten_a_skrive_noe_to_ganger(kontor: Kontor, veileder: Aktor) -> None:
    person = grunnlag.lag_person()
    kandidat = tips(veileder, kontor, fnr=person.fodselsnummer)
    kandidat = services.kandidat_kall_inn(veileder, kandidat=kandidat, dato=date(2026, 6, 8))
    assert (kandidat.status, kandidat.ansvarlig, kandidat.droftet) == ("innkalt", veileder.bruker, I_DAG)
    kandidat = informert(veileder, kandidat, ord_="Jeg vil bli kokk.")
    kandidat = services.kandidat_kartlegg(veileder, kandidat=kandidat)
    soknad = services.kandidat_sok(veileder, kandidat=kandidat)
    kandidat.refresh_from_db()
    assert (kandidat.status, kandidat.utfall_dato, kandidat.soknad) == ("sokt", I_DAG, soknad)
    assert (soknad.onsker, soknad.kanal, soknad.sak.person) == ("Jeg vil bli kokk.", "muntlig", person)
    i_saken = Hendelse.objects.get(sak_id=soknad.sak_id, kode="kandidat.sokt_i_saken")
    assert setning(i_saken.kode, i_saken.data, "") == (
        "Søknaden kom fra kandidatlisten, meldt 3. juni 2026. Kilde: Kollega ved kontoret."
    )


def test_en_apen_soknad_knyttes_i_stedet(kontor: Kontor, veileder: Aktor) -> None:
    person = grunnlag.lag_person()
    kandidat = tips(veileder, kontor, fnr=person.fodselsnummer)
    forste = services.soknad_registrer(veileder, person=person, kontor=kontor, mottatt=I_DAG, kanal="papir")
    assert services.kandidat_sok(veileder, kandidat=kandidat) == forste


def test_et_tips_ma_bli_en_person_for_soknaden(kontor: Kontor, veileder: Aktor) -> None:
    kandidat = tips(veileder, kontor)
    with pytest.raises(Fagfeil, match="Legg inn fødselsnummeret først"):
        services.kandidat_sok(veileder, kandidat=kandidat)
    kandidat = services.kandidat_rett(
        veileder, kandidat=kandidat, fnr=grunnlag.lag_fnr(date(2001, 5, 5)), sosialhjelp_fra=date(2025, 10, 4)
    )
    assert kandidat.person is not None
    assert (kandidat.person.navn, kandidat.navn) == ("Ronja Testlien", "")
    assert kandidat.sosialhjelp_maneder(I_DAG) == 7
    assert services.kandidat_sok(veileder, kandidat=kandidat).sak.person == kandidat.person


# The choice is the person's


def test_samtalen_sier_at_det_er_frivillig_og_svaret_er_personens_egne_ord(kontor: Kontor, veileder: Aktor) -> None:
    kandidat = tips(veileder, kontor)
    with pytest.raises(FlereFeil) as feil:
        services.kandidat_informer(
            veileder, kandidat=kandidat, sagt_frivillig=False, svar="vil_ikke", egne_ord=" ", dato=date(2026, 6, 4)
        )
    assert [f.felt for f in feil.value.feil] == ["sagt_frivillig", "egne_ord", "dato"]
    with pytest.raises(Fagfeil, match="fram i tid"):
        services.kandidat_informer(
            veileder,
            kandidat=kandidat,
            sagt_frivillig=True,
            svar="vil_tenke",
            egne_ord="Kanskje",
            neste_gang=date(2026, 6, 1),
        )
    with pytest.raises(IntegrityError, match="valget_er_frivillig"), transaction.atomic(), kommando(SYSTEM, "test"):
        Valgsamtale.objects.create(
            kandidat=kandidat, dato=I_DAG, sagt_frivillig=False, svar="vil_soke", egne_ord="Ja", av=veileder.bruker
        )


def test_et_nei_er_personens_eget_og_star_som_det_ble_sagt(kontor: Kontor, veileder: Aktor) -> None:
    kandidat = tips(veileder, kontor)
    with pytest.raises(Fagfeil, match="Et nei er personens eget"):
        services.kandidat_onsker_ikke(veileder, kandidat=kandidat)
    kandidat = informert(veileder, kandidat, "vil_ikke", "Jeg vil vente til barnet begynner i barnehagen.")
    kandidat = services.kandidat_onsker_ikke(veileder, kandidat=kandidat)
    assert (kandidat.status, kandidat.utfall_dato, kandidat.neste_gang) == ("onsker_ikke", I_DAG, None)
    with pytest.raises(UlovligOvergang):
        services.kandidat_kall_inn(veileder, kandidat=kandidat, dato=I_DAG)


def test_senere_sier_nar_og_hvorfor_ikke_na(kontor: Kontor, veileder: Aktor) -> None:
    kandidat = tips(veileder, kontor)
    for dag, tekst, felt in (
        (date(2026, 6, 2), "Flytter", "neste_gang"),
        (date(2027, 7, 1), "Flytter", "neste_gang"),
        (date(2026, 9, 1), " ", "hvorfor_ikke_na"),
    ):
        with pytest.raises(Fagfeil) as feil:
            services.kandidat_se_igjen(veileder, kandidat=kandidat, neste_gang=dag, hvorfor_ikke_na=tekst)
        assert feil.value.felt == felt
    services.kandidat_se_igjen(
        veileder, kandidat=kandidat, neste_gang=date(2026, 9, 1), hvorfor_ikke_na="Føder i juli."
    )
    with klokke.still_til(date(2026, 8, 31)):
        assert selectors.kandidatgjoremal(veileder) == []
    with klokke.still_til(date(2026, 9, 1)):
        (rad,) = selectors.kandidatgjoremal(veileder)
    assert (rad.hvem, rad.mer, rad.frist, rad.side) == ("Ronja Testlien", "Føder i juli.", date(2026, 9, 1), "kandidat")


@pytest.mark.parametrize("tjeneste", [services.kandidat_ikke_i_malgruppen, services.kandidat_annet_tilbud])
def test_et_utfall_har_grunn_og_penger_og_plass_merkes(kontor: Kontor, veileder: Aktor, tjeneste) -> None:  # type: ignore[no-untyped-def]
    kandidat = tips(veileder, kontor)
    with pytest.raises(Fagfeil) as feil:
        tjeneste(veileder, kandidat=kandidat, utfall_grunn=" ")
    assert feil.value.felt == "utfall_grunn"
    kandidat = tjeneste(veileder, kandidat=kandidat, utfall_grunn="Programmet er fullt, og det er venteliste.")
    assert len(selectors.merknader(kandidat)) == 2
    assert "rett" in selectors.merknader(kandidat)[0]


def test_ingen_status_er_fullt_eller_budsjett() -> None:
    ord_ = " ".join([*Kandidatstatus.values, *(str(s.label).lower() for s in Kandidatstatus)])
    assert not any(ett in ord_ for ett in ("full", "budsjett", "venteliste", "plass"))


def test_uten_utfall_er_det_alltid_en_dag_noen_ser_igjen(kontor: Kontor, veileder: Aktor) -> None:
    kandidat = tips(veileder, kontor)
    with (
        pytest.raises(IntegrityError, match="utfall_eller_neste_gang"),
        transaction.atomic(),
        kommando(SYSTEM, "test"),
    ):
        kandidat.lagre_endring(neste_gang=None)


def test_to_som_skriver_samtidig_mister_ingenting(kontor: Kontor, veileder: Aktor) -> None:
    kandidat = tips(veileder, kontor)
    services.kandidat_ta(veileder, kandidat=kandidat, versjon=kandidat.versjon)
    with pytest.raises(SamtidigEndring):
        services.kandidat_ta(veileder, kandidat=kandidat, versjon=kandidat.versjon)


# The week


def test_vm09_en_uke_til_dere_har_snakket_om_det(kontor: Kontor, veileder: Aktor, leder: Aktor) -> None:
    """Asked on a Monday; by the Monday after nobody has talked of it: told to both and to the leader."""
    melder = grunnlag.lag_aktor(Rolle.BESLUTTER, kontor)
    with klokke.still_til(date(2023, 10, 2)):
        kandidat = tips(melder, kontor)
        assert [r.frist for r in selectors.kandidatgjoremal(veileder)] == [date(2023, 10, 9)]
    with klokke.still_til(date(2023, 10, 9)):
        assert selectors.kandidatgjoremal(melder) == selectors.kandidatgjoremal(leder) == []
    with klokke.still_til(date(2023, 10, 10)):
        for aktor, side in ((veileder, "kandidat"), (leder, "kandidat"), (melder, "kandidat_meld")):
            (rad,) = selectors.kandidatgjoremal(aktor)
            assert (rad.tekst, rad.side) == ("Ingen har snakket om kandidaten innen fristen", side)
        services.kandidat_droft(veileder, kandidat=kandidat)
        assert selectors.kandidatgjoremal(melder) == selectors.kandidatgjoremal(leder) == []


def test_fristen_er_kommunens(kontor: Kontor, veileder: Aktor) -> None:
    grunnlag.lag_valg(kontor.kommune, "kandidat_droftes_dager", 3)
    assert tips(veileder, kontor).neste_gang == date(2026, 6, 6)


# Who may see


def test_hver_titt_logges_ogsa_pa_et_tips(kontor: Kontor, veileder: Aktor) -> None:
    kandidat = tips(veileder, kontor)
    selectors.kandidat_hent(veileder, kandidat.pk)
    selectors.kandidatliste(veileder, Kriterier())
    logg = list(Sporing.objects.values_list("handling", "person_id", "grunn"))
    assert ("kandidat.les", kandidat.pk, "rolle ved kontoret") in logg
    assert ("kandidat.les", None, "søk, 1 treff") in logg


def test_nabokontoret_ser_ingen_og_den_strengt_fortrolige_bare_fagansvarlig(
    kontor: Kontor, veileder: Aktor, fagansvarlig: Aktor
) -> None:
    nabo = grunnlag.lag_aktor(Rolle.VEILEDER, grunnlag.lag_kontor(kontor.kommune, "NAV nord"))
    person = grunnlag.lag_person(gradering="strengt_fortrolig")
    kandidat = tips(fagansvarlig, kontor, fnr=person.fodselsnummer)
    for aktor in (nabo, veileder):
        with pytest.raises(IkkeTilgang):
            selectors.kandidat_hent(aktor, kandidat.pk)
        assert selectors.kandidatliste(aktor, Kriterier()).antall == 0
    assert selectors.kandidatliste(fagansvarlig, Kriterier()).antall == 1
    with pytest.raises(Fagfeil, match="Snakk med fagansvarlig"):
        tips(veileder, kontor, fnr=person.fodselsnummer)


def test_listen_hentes_ut_av_fa_og_det_logges(kontor: Kontor, veileder: Aktor, leder: Aktor, revisor: Aktor) -> None:
    tips(veileder, kontor)
    assert len(selectors.til_fil(leder, Kriterier())) == 1
    assert Sporing.objects.filter(handling="kandidat.eksport", bruker=leder.bruker, grunn="søk, 1 treff").exists()
    for aktor in (veileder, revisor):
        with pytest.raises(IkkeTilgang):
            selectors.til_fil(aktor, Kriterier())


# Lists


def test_listene_teller_etter_det_vi_vet(kontor: Kontor, veileder: Aktor) -> None:
    ung = tips(veileder, kontor)
    eldre = tips(veileder, kontor, navn="Kåre Testvik", fodselsar=1970, grunner=["ferdig_intro", "ukjent_for_nav"])
    services.kandidat_rett(veileder, kandidat=eldre, sosialhjelp_fra=date(2025, 12, 3), sprak="ar", har_barn=True)
    antall = {ett.kode: ett.antall for ett in selectors.lister(veileder)}
    assert antall == {"forfalt": 0, "unge": 1, "sosialhjelp": 1, "intro": 1, "stille": 0}
    with klokke.still_til(date(2026, 7, 10)):
        antall = {ett.kode: ett.antall for ett in selectors.lister(veileder)}
    assert (antall["forfalt"], antall["stille"]) == (2, 2)
    for kriterier, hvem in (
        (Kriterier(alder_under=30), [ung]),
        (Kriterier(sprak="ar"), [eldre]),
        (Kriterier(har_barn=True, kilde="kollega"), [eldre]),
        (Kriterier(sosialhjelp_maneder=7), []),
    ):
        assert list(selectors.kandidatliste(veileder, kriterier).side.object_list) == hvem
    grupper = {g.liste.kode: (g.funnet, g.sokt) for g in selectors.vanskelige_grupper(veileder)}
    assert grupper == {"ung_ukjent": (1, 0), "voksen_ukjent": (1, 0), "bare_stat": (0, 0), "takket_nei": (0, 0)}


def test_alderen_folger_fodselsdagen(kontor: Kontor, veileder: Aktor) -> None:
    for fodt in (date(1996, 6, 3), date(1996, 6, 4)):
        tips(veileder, kontor, fnr=grunnlag.lag_person(fodselsdato=fodt).fodselsnummer)
    (under,) = selectors.kandidatliste(veileder, Kriterier(alder_under=30)).side.object_list
    assert under.person.fodselsdato == date(1996, 6, 4)


def test_en_egen_liste_er_kriterier_og_aldri_navn(kontor: Kontor, veileder: Aktor, leder: Aktor) -> None:
    kriterier = les({"alder_under": "30", "kilde": "skole", "tull": "x", "sprak": "klingon", "stille_dager": "mange"})
    assert kriterier.som_ordbok() == {"alder_under": 30, "kilde": "skole"}
    liste = services.kandidatliste_lagre(veileder, kontor=kontor, navn="Fra skolen", kriterier=kriterier.som_ordbok())
    assert (
        services.kandidatliste_lagre(veileder, kontor=kontor, navn="Fra skolen", kriterier={"forfalt": True}) == liste
    )
    assert [ett.navn for ett in selectors.lister(leder)][-1] == "Fra skolen"
    with pytest.raises(IkkeTilgang):
        services.kandidatliste_slett(leder, liste=liste)
    services.kandidatliste_slett(veileder, liste=selectors.liste_hent(veileder, liste.pk))
    assert not Kandidatliste.objects.exists()
    with pytest.raises(Fagfeil, match="minst ett kriterium"):
        services.kandidatliste_lagre(veileder, kontor=kontor, navn="Alle", kriterier={})


def test_dugnaden_gar_gjennom_dem_ingen_har_sett_i_dag(kontor: Kontor, veileder: Aktor) -> None:
    forste, andre = tips(veileder, kontor), tips(veileder, kontor, navn="Kåre Testvik")
    assert selectors.til_dugnad(veileder, Kriterier()) == []
    with klokke.still_til(date(2026, 7, 1)):
        assert {k.pk for k in selectors.til_dugnad(veileder, Kriterier())} == {forste.pk, andre.pk}
        services.kandidat_kall_inn(veileder, kandidat=forste, dato=date(2026, 7, 5))
        assert selectors.til_dugnad(veileder, Kriterier()) == [andre]


# Forgetting


def test_det_ingen_ser_pa_blir_slettet_ogsa_i_historien(kontor: Kontor, veileder: Aktor) -> None:
    glemt = tips(veileder, kontor, hvorfor="Snakker om helsen")
    informert(veileder, glemt, ord_="Jeg er syk.")
    lovet = tips(veileder, kontor, navn="Kåre Testvik")
    services.kandidat_se_igjen(veileder, kandidat=lovet, neste_gang=date(2027, 5, 1), hvorfor_ikke_na="Er i permisjon")
    with klokke.still_til(date(2026, 12, 3)):
        assert services.kandidater_rydd() == 0
    with klokke.still_til(date(2026, 12, 11)):
        assert services.kandidater_rydd() == 1
        assert services.kandidater_rydd() == 0
    glemt.refresh_from_db()
    assert (glemt.status, glemt.hvem, glemt.telefon, glemt.hvorfor, glemt.slettet) == (
        "slettet", "", "", "", date(2026, 12, 11),
    )  # fmt: skip
    assert glemt.grunner
    assert not glemt.samtaler.exists()
    for tabell in ("kandidat_kandidatevent", "kandidat_valgsamtaleevent", "logg_hendelse"):
        with connection.cursor() as peker:
            peker.execute(f"SELECT string_agg(t::text, ' ') FROM {tabell} t")
            alt = peker.fetchone()[0]
        assert "Ronja" not in alt
        assert "syk" not in alt


def test_den_som_ber_om_det_blir_slettet_og_personen_finnes_enda(kontor: Kontor, veileder: Aktor) -> None:
    person = grunnlag.lag_person()
    kandidat = tips(veileder, kontor, fnr=person.fodselsnummer)
    kandidat = services.kandidat_slett(veileder, kandidat=kandidat)
    assert (kandidat.status, kandidat.person) == ("slettet", None)
    assert Person.objects.filter(pk=person.pk).exists()
    assert selectors.kandidatliste(veileder, Kriterier("alle")).antall == 0
    assert [m.hvem for m in selectors.egne_meldinger(veileder)] == ["Slettet"]
