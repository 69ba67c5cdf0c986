"""Mapping: what the participant tells, what is learned in talks and from others, and what is kept apart."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction

from fotfeste.fag.kartlegging import services
from fotfeste.fag.kartlegging.egenvurderinger import Svarinn
from fotfeste.fag.kartlegging.enums import (
    Blikkutfall,
    Egenstatus,
    Funnslag,
    Innhentingsgrunnlag,
    Innhentingsstatus,
    Innsatsgruppe,
    Kildetype,
    Samtykkemate,
    Tema,
    Utfyllingsmate,
    Variant,
    Variantgrunn,
)
from fotfeste.fag.kartlegging.gjenbruk import er_gammel, ma_bekreftes, ordforskjell
from fotfeste.fag.kartlegging.innhentinger import Papir
from fotfeste.fag.kartlegging.models import Arbeidsevnevurdering, Funn, Innhenting, Kilde, Merknad
from fotfeste.fag.kartlegging.samtaler import Funninn
from fotfeste.fag.kartlegging.selectors import aev_side, kartleggingsside
from fotfeste.fag.kartlegging.utsending import brev_av, utgaende
from fotfeste.fag.sak.models import Sak
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import Fagfeil, FlereFeil, IkkeTilgang, UlovligOvergang
from fotfeste.grunnmur.logg.models import Hendelse
from fotfeste.grunnmur.logg.services import kommando
from fotfeste.grunnmur.organisasjon.enums import Rolle
from fotfeste.grunnmur.tilgang import Aktor
from tests.fag.vedtak.fortelling import fullfor_aev, skriv_aev
from tests.grunnlag import I_DAG, lag_aktor, lag_kontor

RACER = "Er rask på data: satte opp regnearket til hele gruppen."


@pytest.fixture
def egen(deltaker: Aktor, sak: Sak) -> Sak:
    """The case with the participant logged in."""
    return Sak.objects.get(pk=sak.pk)


def _mangler(veileder: Aktor, vurdering: Arbeidsevnevurdering) -> dict[str, str]:
    with pytest.raises(FlereFeil) as feil:
        services.aev_fullfor(veileder, vurdering=vurdering)
    return {ett.felt: ett.melding for ett in feil.value.feil}


# The completeness rule


@pytest.mark.parametrize(
    ("felt", "verdi", "hvor"),
    [
        ("nedsatt_grad", "", "nedsatt_grad"),
        ("nedsatt", None, "nedsatt"),
        ("motivasjon", " ", "motivasjon"),
        ("mal", "", "mal"),
        ("punkt_c", "", "punkt_c"),
    ],
)
def test_vurderingen_fullfores_ikke_uten(veileder: Aktor, sak: Sak, felt: str, verdi: Any, hvor: str) -> None:
    vurdering = services.aev_lagre(veileder, vurdering=skriv_aev(veileder, sak), **{felt: verdi})
    assert list(_mangler(veileder, vurdering)) == [hvor]


def test_ikke_nedsatt_trenger_ingen_grad(veileder: Aktor, sak: Sak) -> None:
    vurdering = services.aev_lagre(veileder, vurdering=skriv_aev(veileder, sak), nedsatt=False)
    assert vurdering.nedsatt_grad == ""
    assert services.aev_fullfor(veileder, vurdering=vurdering).ferdigstilt == I_DAG


def test_databasen_holder_pa_graden(veileder: Aktor, sak: Sak) -> None:
    vurdering = services.aev_lagre(veileder, vurdering=skriv_aev(veileder, sak), nedsatt_grad="")
    with pytest.raises(DatabaseError, match="nedsatt_har_grad"), kommando(veileder, "snik"), transaction.atomic():
        Arbeidsevnevurdering.objects.filter(pk=vurdering.pk).update(status="fullfort", ferdigstilt=I_DAG)


# The self-assessment


def test_deltakeren_svarer_i_steg_og_svarene_star_ved_punktene(veileder: Aktor, deltaker: Aktor, egen: Sak) -> None:
    vurdering = services.aev_start(veileder, sak=egen)
    services.egenvurdering_svar(
        deltaker, vurdering=vurdering, sporsmal="har_jobbet", svar=Svarinn(("kjokken",), "Fem år i Asmara.")
    )
    services.egenvurdering_svar(deltaker, vurdering=vurdering, sporsmal="vil_jobbe", svar=Svarinn())
    services.egenvurdering_svar(deltaker, vurdering=vurdering, sporsmal="helse", svar=Svarinn(snakk_om=True))
    vurdering.refresh_from_db()
    assert vurdering.deltaker_a == ""
    egenvurdering = services.egenvurdering_send(deltaker, vurdering=vurdering)
    vurdering.refresh_from_db()
    assert egenvurdering.status == Egenstatus.SENDT
    assert vurdering.deltaker_a == "Hva har du jobbet med?\nKjøkken og servering\nFem år i Asmara."
    assert vurdering.deltaker_b == ""
    assert "Vil heller snakke om dette." in vurdering.deltaker_d
    assert vurdering.deltaker_levert == I_DAG


def test_svaret_kan_endres_til_vurderingen_er_fullfort(veileder: Aktor, deltaker: Aktor, egen: Sak) -> None:
    vurdering = skriv_aev(veileder, egen)
    svar = {"vurdering": vurdering, "sporsmal": "vil_jobbe"}
    services.egenvurdering_svar(deltaker, **svar, svar=Svarinn(("kjokken",)))
    services.egenvurdering_send(deltaker, vurdering=vurdering)
    services.egenvurdering_svar(deltaker, **svar, svar=Svarinn(("barn",)))
    vurdering.refresh_from_db()
    assert "Barnehage" in vurdering.deltaker_b
    assert "Kjøkken" not in vurdering.deltaker_b
    services.aev_fullfor(veileder, vurdering=vurdering)
    with pytest.raises(UlovligOvergang):
        services.egenvurdering_svar(deltaker, **svar, svar=Svarinn(("lager",)))


def test_tomt_og_ukjent_svar(veileder: Aktor, deltaker: Aktor, egen: Sak) -> None:
    vurdering = services.aev_start(veileder, sak=egen)
    with pytest.raises(Fagfeil, match="minst ett spørsmål"):
        services.egenvurdering_send(deltaker, vurdering=vurdering)
    with pytest.raises(Fagfeil, match="Ukjent svar"):
        services.egenvurdering_svar(deltaker, vurdering=vurdering, sporsmal="helse", svar=Svarinn(("romfart",)))
    with pytest.raises(IkkeTilgang):
        services.egenvurdering_svar(veileder, vurdering=vurdering, sporsmal="helse", svar=Svarinn(("rus",)))


def test_hjelp_til_a_skrive_sier_hvem_og_at_det_er_lest_opp(veileder: Aktor, sak: Sak) -> None:
    vurdering = services.aev_start(veileder, sak=sak)
    inn: dict[str, Any] = {"vurdering": vurdering, "svar": {"stolt": Svarinn(tekst="Barna mine.")}}
    for felter, hvor in (
        ({"mate": Utfyllingsmate.ALENE}, "mate"),
        ({"mate": Utfyllingsmate.MED_HJELP, "lest_opp": True}, "hjelper"),
        ({"mate": Utfyllingsmate.I_SAMTALE, "hjelper": "Vera"}, "lest_opp"),
    ):
        with pytest.raises(Fagfeil) as feil:
            services.egenvurdering_for_inn(veileder, **inn, **felter)  # type: ignore[arg-type]
        assert feil.value.felt == hvor
    egen = services.egenvurdering_for_inn(
        veileder, **inn, mate=Utfyllingsmate.I_SAMTALE, hjelper="Vera", tolk=True, lest_opp=True
    )
    vurdering.refresh_from_db()
    assert "Barna mine." in vurdering.deltaker_a
    assert (egen.fylt_av, egen.tolk) == (veileder.bruker, True)
    with pytest.raises(DatabaseError, match="lest_opp"), kommando(veileder, "snik"), transaction.atomic():
        type(egen).objects.filter(pk=egen.pk).update(lest_opp=False)


def test_neste_gang_star_svarene_klare(veileder: Aktor, deltaker: Aktor, egen: Sak) -> None:
    vurdering = skriv_aev(veileder, egen)
    services.egenvurdering_svar(deltaker, vurdering=vurdering, sporsmal="stolt", svar=Svarinn(tekst="Huset."))
    services.egenvurdering_send(deltaker, vurdering=vurdering)
    services.aev_fullfor(veileder, vurdering=vurdering)
    ny = services.aev_start(veileder, sak=egen)
    neste = services.egenvurdering_svar(deltaker, vurdering=ny, sporsmal="fritid", svar=Svarinn(tekst="Fiske."))
    assert neste.status == Egenstatus.PABEGYNT
    assert neste.svar.get(sporsmal="stolt").tekst == "Huset."


# Conversations and findings


def _samtale(veileder: Aktor, sak: Sak, tekst: str = "Drev kjøkken i seks år.") -> Funn:
    samtale = services.samtale_registrer(
        veileder, sak=sak, dato=I_DAG, til_stede="Samira og tolk", tolk=True,
        funn=[Funninn(Tema.ARBEIDSERFARING, Funnslag.RESSURS, tekst), Funninn(Tema.HELSE, Funnslag.HINDRING, " ")],
    )  # fmt: skip
    return samtale.funn.get()


def test_det_som_ble_sagt_tas_inn_i_punktet_med_kilde(veileder: Aktor, sak: Sak) -> None:
    funn = _samtale(veileder, sak)
    vurdering = services.aev_lagre(
        veileder, vurdering=services.aev_start(veileder, sak=sak), punkt_a="Snakker fire språk."
    )
    vurdering = services.aev_ta_inn(veileder, vurdering=vurdering, funn=funn)
    assert vurdering.punkt_a == "Snakker fire språk.\n\nDrev kjøkken i seks år."
    kilde = vurdering.kilder.get()
    assert (kilde.type, kilde.dato, kilde.samtale) == (Kildetype.SAMTALE, I_DAG, funn.samtale)
    with pytest.raises(Fagfeil, match="allerede tatt inn"):
        services.aev_ta_inn(veileder, vurdering=vurdering, funn=funn)
    with pytest.raises(Fagfeil, match="allerede tatt inn"):
        services.funn_legg_bort(veileder, funn=funn)


def test_samtalen_ma_handle_om_noe(veileder: Aktor, jobbspesialist: Aktor, sak: Sak) -> None:
    with pytest.raises(Fagfeil, match="minst ett tema"):
        services.samtale_registrer(veileder, sak=sak, dato=I_DAG, funn=[])
    with pytest.raises(Fagfeil, match="ikke har vært"):
        services.samtale_registrer(veileder, sak=sak, dato=I_DAG + timedelta(1), funn=[])
    with pytest.raises(IkkeTilgang):
        _samtale(jobbspesialist, sak)


def test_nn_er_en_racer_pa_data(veileder: Aktor, jobbspesialist: Aktor, sak: Sak) -> None:
    """V4: what the provider sees becomes a source, and the assessment is made anew."""
    fullfor_aev(veileder, sak)
    funn = services.observasjon_registrer(
        jobbspesialist, sak=sak, fra="Datastua", dato=I_DAG, funn=Funninn(Tema.KVALIFIKASJONER, Funnslag.RESSURS, RACER)
    )
    ny = services.aev_ta_inn(veileder, vurdering=services.aev_start(veileder, sak=sak), funn=funn)
    assert ny.punkt_a.endswith(RACER)
    assert "punkt_a" not in ny.gjenbrukt
    assert str(ny.kilder.get()) == "Tidligere tiltak: Datastua"
    with pytest.raises(Fagfeil, match="hvem som har sett"):
        services.observasjon_registrer(
            jobbspesialist, sak=sak, fra=" ", dato=I_DAG, funn=Funninn(Tema.HELSE, Funnslag.RESSURS, "x")
        )


def test_en_jobb_holdes_opp_mot_personen(veileder: Aktor, sak: Sak) -> None:
    vurdering = skriv_aev(veileder, sak)
    with pytest.raises(Fagfeil, match="hva jobben krever"):
        services.jobbkrav_legg_til(veileder, vurdering=vurdering, yrke="Kokk", krever="", har="Erfaring")
    krav = services.jobbkrav_legg_til(
        veileder, vurdering=vurdering, yrke="Kokk", krever="Norsk B1", har="Seks års erfaring", mangler="Norsk A2 nå"
    )
    fjernes = services.jobbkrav_legg_til(veileder, vurdering=vurdering, yrke="Baker", krever="x", har="y")
    services.jobbkrav_fjern(veileder, krav=fjernes)
    services.aev_fullfor(veileder, vurdering=vurdering)
    with pytest.raises(UlovligOvergang):
        services.jobbkrav_fjern(veileder, krav=krav)
    assert services.aev_start(veileder, sak=sak).jobbkrav.get().yrke == "Kokk"


# Information from others


def _innhenting(veileder: Aktor, sak: Sak, **felter: Any) -> Innhenting:
    standard = {
        "grunnlag": Innhentingsgrunnlag.SAMTYKKE, "fra_type": Kildetype.LEGE, "fra_navn": "Fastlegen",
        "hva": "Hvor lenge kan hun stå?", "formal": "Vurdere arbeidsevnen",
    }  # fmt: skip
    return services.innhenting_foresla(veileder, sak=sak, **{**standard, **felter})


def _motta(veileder: Aktor, innhenting: Innhenting, **felter: Any) -> Innhenting:
    return services.innhenting_motta(
        veileder, innhenting=innhenting, dato=I_DAG, tekst="Kan stå fire timer.", slag=Funnslag.HINDRING, **felter
    )


def test_legen_sporres_ikke_for_deltakeren_har_sagt_ja(veileder: Aktor, deltaker: Aktor, egen: Sak) -> None:
    innhenting = _innhenting(veileder, egen)
    with pytest.raises(UlovligOvergang):
        services.innhenting_be_om(veileder, innhenting=innhenting, dato=I_DAG, svarfrist=I_DAG)
    with pytest.raises(IkkeTilgang):
        services.innhenting_samtykk(veileder, innhenting=innhenting)
    innhenting = services.innhenting_samtykk(deltaker, innhenting=innhenting)
    assert innhenting.svar_mate == Samtykkemate.EGEN_SIDE
    with pytest.raises(Fagfeil, match="før dagen vi spurte"):
        services.innhenting_be_om(veileder, innhenting=innhenting, dato=I_DAG, svarfrist=I_DAG - timedelta(1))
    services.innhenting_be_om(veileder, innhenting=innhenting, dato=I_DAG, svarfrist=I_DAG + timedelta(14))
    papir = Papir("svar.pdf", b"%PDF-1.4 svar")
    innhenting = _motta(veileder, innhenting, papir=papir)
    assert innhenting.status == Innhentingsstatus.MOTTATT
    assert innhenting.dokument
    assert innhenting.dokument.navn == "svar.pdf"


def test_trukket_samtykke_tar_kilden_ut_av_utkastet(veileder: Aktor, deltaker: Aktor, egen: Sak) -> None:
    vurdering = services.aev_start(veileder, sak=egen)
    innhenting = services.innhenting_samtykk(deltaker, innhenting=_innhenting(veileder, egen))
    innhenting = _motta(veileder, innhenting)
    services.aev_ta_inn(veileder, vurdering=vurdering, funn=innhenting.funn.get())
    assert vurdering.kilder.get().samtykke
    innhenting = services.innhenting_trekk(deltaker, innhenting=innhenting)
    assert (innhenting.status, innhenting.trukket) == (Innhentingsstatus.TRUKKET, I_DAG)
    assert not Kilde.objects.filter(vurdering=vurdering).exists()
    with pytest.raises(UlovligOvergang):
        services.innhenting_registrer_trekk(veileder, innhenting=innhenting)


def test_ja_og_nei_notert_av_kontoret(veileder: Aktor, deltaker: Aktor, egen: Sak) -> None:
    valg = {"dato": I_DAG, "mate": Samtykkemate.MUNTLIG}
    ja = services.innhenting_registrer_ja(veileder, innhenting=_innhenting(veileder, egen), **valg)  # type: ignore[arg-type]
    assert services.innhenting_registrer_trekk(veileder, innhenting=ja).trukket == I_DAG
    nei = services.innhenting_registrer_nei(veileder, innhenting=_innhenting(veileder, egen), **valg)  # type: ignore[arg-type]
    assert nei.status == Innhentingsstatus.AVSLATT
    assert services.innhenting_avsla(deltaker, innhenting=_innhenting(veileder, egen)).svar_gitt == I_DAG


def test_med_kjennskap_ma_deltakeren_vite_om_det(veileder: Aktor, sak: Sak) -> None:
    with pytest.raises(Fagfeil, match="fikk vite om det") as feil:
        _innhenting(veileder, sak, grunnlag=Innhentingsgrunnlag.KJENNSKAP)
    assert feil.value.hjemmel == "sotjl § 43"
    innhenting = _innhenting(veileder, sak, grunnlag=Innhentingsgrunnlag.KJENNSKAP, kjent=I_DAG)
    assert innhenting.status == Innhentingsstatus.KLAR
    assert services.innhenting_avslutt(veileder, innhenting=innhenting).status == Innhentingsstatus.UTEN_SVAR


def test_databasen_spor_ingen_uten_samtykke_eller_kjennskap(veileder: Aktor, sak: Sak) -> None:
    innhenting = _innhenting(veileder, sak)
    with pytest.raises(DatabaseError, match="samtykke_eller_kjennskap"), kommando(veileder, "snik"):
        Innhenting.objects.filter(pk=innhenting.pk).update(status="bedt", bedt=I_DAG)


# What is kept apart: «Per»


def test_bekymringen_om_per_gar_ikke_ut_og_valget_blir_staende(veileder: Aktor, deltaker: Aktor, egen: Sak) -> None:
    vurdering = skriv_aev(veileder, egen)
    with pytest.raises(Fagfeil) as feil:
        services.internnotat_skriv(veileder, vurdering=vurdering, tekst="Lukter alkohol", punkt="d", holdt_tilbake=True)
    assert feil.value.felt == "grunn"
    notat = services.internnotat_skriv(
        veileder, vurdering=vurdering, tekst="Lukter alkohol", punkt="d", holdt_tilbake=True, grunn="Vil miste tilliten"
    )
    vurdering = services.aev_fullfor(veileder, vurdering=vurdering)
    ut = f"{utgaende(vurdering)} {brev_av(veileder, vurdering)}"
    for internt in ("alkohol", "tilliten", "Virker sliten"):
        assert internt not in ut
    hendelse = Hendelse.objects.get(kode="aev.holdt_tilbake")
    assert not hendelse.for_deltaker
    notat = services.internnotat_tatt_opp(veileder, notat=notat, dato=I_DAG, hva="Han fortalte selv.")
    assert notat.tatt_opp == I_DAG
    with pytest.raises(Fagfeil, match="allerede tatt opp"):
        services.internnotat_tatt_opp(veileder, notat=notat, dato=I_DAG, hva="Igjen")
    with pytest.raises(IkkeTilgang):
        services.internnotat_skriv(deltaker, vurdering=vurdering, tekst="x")
    with pytest.raises(DatabaseError), kommando(veileder, "snik"), connection.cursor() as sql:
        sql.execute("DELETE FROM kartlegging_internnotat")


def test_den_det_gjelder_ser_ikke_kontorets_side(veileder: Aktor, deltaker: Aktor, egen: Sak) -> None:
    """Also not an employee who is a participant: the office's page holds what is internal."""
    skriv_aev(veileder, egen)
    for les in (aev_side, kartleggingsside):
        with pytest.raises(IkkeTilgang):
            les(deltaker, egen.pk)


# The simplified one, and what is used again


def test_forenklet_har_grunn_og_alle_fem_punktene(veileder: Aktor, sak: Sak) -> None:
    vurdering = services.aev_start(veileder, sak=sak)
    for felter, hvor in (
        ({}, "grunn"),
        ({"grunn": Variantgrunn.KLARE_UTSIKTER}, "begrunnelse"),
        ({"grunn": Variantgrunn.FERSK_VURDERING, "begrunnelse": "Stemmer"}, "grunn"),
    ):
        with pytest.raises(Fagfeil) as feil:
            services.aev_velg_variant(veileder, vurdering=vurdering, variant=Variant.FORENKLET, **felter)
        assert feil.value.felt == hvor
    vurdering = services.aev_velg_variant(
        veileder, vurdering=vurdering, variant=Variant.FORENKLET,
        grunn=Variantgrunn.KLARE_UTSIKTER, begrunnelse="Har jobb i vente.",
    )  # fmt: skip
    assert vurdering.variant_valgt_av == veileder.bruker
    assert {"punkt_a", "punkt_c", "punkt_e", "nedsatt"} <= _mangler(veileder, vurdering).keys()
    assert services.aev_velg_variant(veileder, vurdering=vurdering, variant=Variant.FULL).variant_begrunnelse == ""


def test_fersk_vurdering_gir_forenklet(veileder: Aktor, sak: Sak) -> None:
    fullfor_aev(veileder, sak)
    ny = services.aev_velg_variant(
        veileder, vurdering=services.aev_start(veileder, sak=sak), variant=Variant.FORENKLET,
        grunn=Variantgrunn.FERSK_VURDERING, begrunnelse="Ingenting er nytt.",
    )  # fmt: skip
    assert ny.variant == Variant.FORENKLET


def test_gammel_tekst_ma_bekreftes_eller_rettes(veileder: Aktor, sak: Sak) -> None:
    fullfor_aev(veileder, sak)
    with klokke.still_til(date(2027, 1, 4)):
        ny = services.aev_start(veileder, sak=sak)
        services.kilde_legg_til(veileder, vurdering=ny, type=Kildetype.SAMTALE, beskrivelse="Ny samtale", dato=I_DAG)
        ny = services.aev_lagre(veileder, vurdering=ny, punkt_a="Har nå fagbrev.")
        assert set(ma_bekreftes(ny)) == {"punkt_b", "punkt_c", "punkt_d", "punkt_e"}
        assert "3. juni 2026" in _mangler(veileder, ny)["punkt_b"]
        for felt in ("punkt_b", "punkt_c", "punkt_d", "punkt_e"):
            ny = services.aev_bekreft(veileder, vurdering=ny, felt=felt)
        assert ny.tekstdatoer["punkt_b"] == "2027-01-04"
        services.aev_fullfor(veileder, vurdering=ny)


def test_halvt_ar_gammel_tekst_er_fersk_ut_dagen(veileder: Aktor, sak: Sak) -> None:
    fullfor_aev(veileder, sak)
    ny = services.aev_start(veileder, sak=sak)
    with klokke.still_til(date(2026, 12, 3)):
        assert not ma_bekreftes(ny)
    with klokke.still_til(date(2026, 12, 4)):
        assert ma_bekreftes(ny)


def test_tolv_maneder_er_fersk_men_ikke_dagen_etter(veileder: Aktor, sak: Sak) -> None:
    """VM-03."""
    vurdering = fullfor_aev(veileder, sak)
    assert not er_gammel(vurdering, date(2027, 6, 3))
    assert er_gammel(vurdering, date(2027, 6, 4))


def test_det_som_er_endret_merkes_ord_for_ord() -> None:
    biter = ordforskjell("Kan norsk litt.", "Kan norsk godt nå.")
    assert [(b.slag, b.tekst) for b in biter] == [("lik", "Kan norsk "), ("borte", "litt."), ("ny", "godt nå.")]
    assert "".join(b.tekst for b in biter if b.slag != "borte") == "Kan norsk godt nå."
    lang = "ord " * 2000
    assert [b.slag for b in ordforskjell(lang, lang + "\nmer")][-1] == "ny"


# Competence and the colleague's reading


def _blikk_mangler(veileder: Aktor, vurdering: Arbeidsevnevurdering) -> bool:
    return "uten_kollegablikk" in _mangler(veileder, vurdering)


def test_uten_kompetanse_leser_en_kollega_forst(veileder: Aktor, fagansvarlig: Aktor, kontor: Any, sak: Sak) -> None:
    vurdering = skriv_aev(veileder, sak)
    services.kompetanse_gi(fagansvarlig, kontor=kontor, bruker=fagansvarlig.krev_bruker(), fra=date(2025, 1, 1))
    assert _blikk_mangler(veileder, vurdering)
    blikk = services.kollegablikk_be_om(veileder, vurdering=vurdering)
    with pytest.raises(Fagfeil, match="En annen må lese"):
        services.aev_gi_kollegablikk(veileder, blikk=blikk, utfall=Blikkutfall.KLAR)
    with pytest.raises(Fagfeil, match="bør se på"):
        services.aev_gi_kollegablikk(fagansvarlig, blikk=blikk, utfall=Blikkutfall.SE_PA)
    services.aev_gi_kollegablikk(fagansvarlig, blikk=blikk, utfall=Blikkutfall.SE_PA, kommentar="Hvor ofte i c?")
    assert _blikk_mangler(veileder, vurdering)
    igjen = services.kollegablikk_be_om(veileder, vurdering=vurdering)
    services.aev_gi_kollegablikk(fagansvarlig, blikk=igjen, utfall=Blikkutfall.KLAR)
    assert services.aev_fullfor(veileder, vurdering=vurdering).ferdigstilt


def test_blikket_kan_settes_til_side_med_en_setning(
    veileder: Aktor, fagansvarlig: Aktor, kontor: Any, sak: Sak
) -> None:
    services.kompetanse_gi(fagansvarlig, kontor=kontor, bruker=fagansvarlig.krev_bruker(), fra=date(2025, 1, 1))
    vurdering = services.aev_lagre(veileder, vurdering=skriv_aev(veileder, sak), uten_kollegablikk="Alle er syke.")
    assert services.aev_fullfor(veileder, vurdering=vurdering).uten_kollegablikk == "Alle er syke."


def test_registeret_fores_av_fagansvarlig(veileder: Aktor, fagansvarlig: Aktor, kommune: Any, kontor: Any) -> None:
    bruker = veileder.krev_bruker()
    with pytest.raises(IkkeTilgang):
        services.kompetanse_gi(veileder, kontor=kontor, bruker=bruker, fra=I_DAG)
    fremmed = lag_aktor(Rolle.VEILEDER, lag_kontor(kommune, "NAV Nord")).krev_bruker()
    with pytest.raises(Fagfeil, match="ved kontoret"):
        services.kompetanse_gi(fagansvarlig, kontor=kontor, bruker=fremmed, fra=I_DAG)
    rad = services.kompetanse_gi(fagansvarlig, kontor=kontor, bruker=bruker, fra=I_DAG)
    with pytest.raises(Fagfeil, match="før den første"):
        services.kompetanse_avslutt(fagansvarlig, kompetanse=rad, til=I_DAG - timedelta(1))
    assert services.kompetanse_avslutt(fagansvarlig, kompetanse=rad, til=I_DAG).til == I_DAG


# To the participant, and back


def test_vurderingen_sendes_en_gang_med_klagerett(veileder: Aktor, sak: Sak) -> None:
    vurdering = fullfor_aev(veileder, sak)
    sendt = services.aev_send_brev(veileder, vurdering=vurdering)
    tekst = str(sendt.brev.innhold)
    for ord_ in (
        "Muligheter for å komme i arbeid",
        "Svar på punkt_c.",
        "om lag halvparten",
        "NAV-loven § 14 a",
        "tre uker",
    ):
        assert ord_ in tekst
    with pytest.raises(Fagfeil, match="allerede sendt"):
        services.aev_send_brev(veileder, vurdering=vurdering)


def test_dette_stemmer_ikke(veileder: Aktor, deltaker: Aktor, egen: Sak) -> None:
    vurdering = fullfor_aev(veileder, egen)
    with pytest.raises(Fagfeil, match="hva som ikke stemmer"):
        services.aev_si_imot(deltaker, vurdering=vurdering, punkt="b", tekst=" ")
    services.aev_si_imot(deltaker, vurdering=vurdering, punkt="b", tekst="Jeg vil ikke bli kokk.")
    ny = services.aev_start(veileder, sak=egen)
    assert "Jeg vil ikke bli kokk." in ny.brukers_syn
    assert "brukers_syn" not in ny.gjenbrukt
    merknad = services.merknad_besvar(veileder, merknad=Merknad.objects.get(), svar="Vi skriver punkt b på nytt.")
    assert merknad.besvart == I_DAG
    with pytest.raises(Fagfeil, match="allerede besvart"):
        services.merknad_besvar(veileder, merknad=merknad, svar="Igjen")
    with pytest.raises(UlovligOvergang):
        services.aev_si_imot(deltaker, vurdering=ny, punkt="b", tekst="Utkast")


def test_standard_innsats_avslar_ingen(veileder: Aktor, sak: Sak) -> None:
    """VM-04: the conclusion is no refusal; § 29 is assessed all the same."""
    vurdering = services.aev_lagre(
        veileder, vurdering=skriv_aev(veileder, sak), innsatsgruppe=Innsatsgruppe.SITUASJONSBESTEMT
    )
    services.aev_fullfor(veileder, vurdering=vurdering)
    sak.refresh_from_db()
    assert sak.er_apen
    assert not sak.vedtak.exists()
