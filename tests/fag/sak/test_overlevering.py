"""Cases move between contacts: evenly, with a reason, with what the next one has to know, and back the same day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from fotfeste.fag.oversikt.dag import min_dag
from fotfeste.fag.oversikt.deltaker import forside
from fotfeste.fag.oversikt.portefolje import bunker_i_dag, fordelbare, portefoljer
from fotfeste.fag.sak import overlevering as o
from fotfeste.fag.sak.models import Overlevering, Sak
from fotfeste.fag.sak.services import fast_kontakt_sett
from fotfeste.fag.soknad.models import Soknad
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import Fagfeil, FlereFeil, IkkeTilgang, SamtidigEndring
from fotfeste.grunnmur.logg.models import Hendelse
from fotfeste.grunnmur.organisasjon.enums import Rolle
from fotfeste.grunnmur.organisasjon.models import Kontor
from fotfeste.grunnmur.tilgang import SYSTEM, Aktor, aktor_for
from tests import grunnlag
from tests.fag.oversikt.fortelling import lag

pytestmark = pytest.mark.django_db
I_DAG = grunnlag.I_DAG
NOTAT = o.Notat("Trygg på lageret", "Mangler norsk A2", date(2026, 9, 1))


@pytest.fixture
def kari(kontor: Kontor) -> Aktor:
    return grunnlag.lag_aktor(Rolle.VEILEDER, kontor, navn="Kari Borte")


@pytest.fixture
def fulgt(sak: Sak, kari: Aktor) -> Sak:
    with klokke.still_til(date(2026, 3, 1)):
        fast_kontakt_sett(SYSTEM, sak, bruker=kari.krev_bruker())
    lag(Soknad, sak=sak, mottatt=date(2026, 5, 14), kanal="papir")
    return sak


def _flytt(leder: Aktor, sak: Sak, til: Aktor, notat: o.Notat | None = None) -> Overlevering:
    o.sak_fordel(leder, plan=[(sak, til.krev_bruker())], grunn="Permisjon", notat=notat)
    return Overlevering.objects.get(sak=sak)


def _kontakt(sak: Sak) -> str:
    return str(sak.faste_kontakter.get(til__isnull=True).bruker.navn)


def test_saken_far_ny_kontakt_og_den_nye_leser_overleveringen(fulgt: Sak, veileder: Aktor, leder: Aktor) -> None:
    rad = _flytt(leder, fulgt, veileder, NOTAT)
    assert _kontakt(fulgt) == veileder.navn
    [linje] = min_dag(veileder)
    steg = {oppgave.slag: oppgave for oppgave in linje.alle}["overlevering"]
    assert (steg.steg.knapp, steg.mer) == ("Les overleveringen", "Permisjon")
    o.overlevering_les(veileder, rad, versjon=rad.versjon)
    assert "overlevering" not in {oppgave.slag for g in min_dag(veileder) for oppgave in g.alle}
    with pytest.raises(Fagfeil, match="har alt lest"):
        o.overlevering_les(veileder, rad)


def test_uten_notat_er_forste_oppgave_aa_vurdere_hele_programmet(fulgt: Sak, veileder: Aktor, leder: Aktor) -> None:
    rad = _flytt(leder, fulgt, veileder)
    [linje] = min_dag(veileder)
    steg = {oppgave.slag: oppgave for oppgave in linje.alle}["overlevering"]
    assert steg.steg.knapp == "Vurder programmet"
    with pytest.raises(Fagfeil, match="Gå gjennom hele programmet"):
        o.overlevering_les(veileder, rad)
    with pytest.raises(FlereFeil) as feil:
        o.overlevering_skriv(veileder, rad, notat=o.Notat("Bra"))
    assert [f.felt for f in feil.value.feil] == ["maloppnaelse", "neste_evaluering"]
    assert o.overlevering_skriv(veileder, rad, notat=NOTAT).lest


def test_den_som_gir_fra_seg_saken_kan_skrive_notatet_etterpa(
    fulgt: Sak, kari: Aktor, veileder: Aktor, leder: Aktor
) -> None:
    rad = _flytt(leder, fulgt, veileder)
    skrevet = o.overlevering_skriv(kari, rad, notat=NOTAT, versjon=rad.versjon)
    assert (skrevet.lest, skrevet.skrevet_av) == (None, kari.bruker)
    with pytest.raises(SamtidigEndring):
        o.overlevering_skriv(kari, rad, notat=NOTAT, versjon=rad.versjon)
    assert [g.oppgave.slag for g in min_dag(kari) if g.oppgave] == []


def test_flere_mottakere_deler_jevnt_og_ingen_far_sin_egen_tilbake(kontor: Kontor, kari: Aktor, leder: Aktor) -> None:
    saker = [grunnlag.lag_sak(kontor, grunnlag.lag_person()) for _ in range(4)]
    a, b = (grunnlag.lag_aktor(Rolle.VEILEDER, kontor, navn=navn).krev_bruker() for navn in ("Anne", "Berit"))
    kontakter = {saker[0].pk: a.pk}
    plan = o.fordeling(saker, kontakter, [a, b], {a.pk: 3, b.pk: 1})
    assert [mottaker.navn for _sak, mottaker in plan] == ["Berit", "Berit", "Anne", "Berit"]
    assert o.fordeling(saker[:1], kontakter, [a], {}) == []


def test_alle_eller_ingen_flyttes(fulgt: Sak, kontor: Kontor, veileder: Aktor, leder: Aktor) -> None:
    skjult = grunnlag.lag_sak(kontor, grunnlag.lag_person(fornavn="Annen"))
    fremmed = grunnlag.lag_aktor(Rolle.VEILEDER, grunnlag.lag_kontor(kontor.kommune, "NAV Nabo"))
    with pytest.raises(FlereFeil, match="kan ikke følge opp"):
        o.sak_fordel(
            leder,
            plan=[(fulgt, veileder.krev_bruker()), (skjult, fremmed.krev_bruker())],
            grunn="Permisjon",
        )
    assert _kontakt(fulgt) == "Kari Borte"
    assert not Overlevering.objects.exists()


@pytest.mark.parametrize("grunn", ["", "  "])
def test_det_ma_sies_hvorfor(fulgt: Sak, veileder: Aktor, leder: Aktor, grunn: str) -> None:
    with pytest.raises(Fagfeil) as feil:
        o.sak_fordel(leder, plan=[(fulgt, veileder.krev_bruker())], grunn=grunn)
    assert feil.value.felt == "grunn"
    with pytest.raises(Fagfeil, match="Ingen saker"):
        o.sak_fordel(leder, plan=[], grunn="Ja")


def test_veilederen_flytter_ikke_saker(fulgt: Sak, veileder: Aktor) -> None:
    with pytest.raises(IkkeTilgang):
        o.sak_fordel(veileder, plan=[(fulgt, veileder.krev_bruker())], grunn="Ja")


def test_en_flytting_angres_samme_dag_og_kontakten_er_som_for(fulgt: Sak, veileder: Aktor, leder: Aktor) -> None:
    rad = _flytt(leder, fulgt, veileder, NOTAT)
    [bunke] = bunker_i_dag(leder)
    assert bunke.kan_angres
    assert o.overlevering_angre(leder, bunke.nokkel) == 1
    kontakt = fulgt.faste_kontakter.get()
    assert (kontakt.bruker.navn, kontakt.fra, kontakt.til) == ("Kari Borte", date(2026, 3, 1), None)
    assert bunker_i_dag(leder) == []
    with pytest.raises(IkkeTilgang):
        o.overlevering_angre(leder, rad.bunke)


def test_en_flytting_angres_ikke_dagen_etter_eller_nar_den_er_lest(fulgt: Sak, veileder: Aktor, leder: Aktor) -> None:
    rad = _flytt(leder, fulgt, veileder, NOTAT)
    with klokke.still_til(I_DAG + timedelta(days=1)), pytest.raises(Fagfeil, match="bare angres samme dag"):
        o.overlevering_angre(aktor_for(leder.krev_bruker()), rad.bunke)
    o.overlevering_les(veileder, rad)
    with pytest.raises(Fagfeil, match="har alt lest"):
        o.overlevering_angre(leder, rad.bunke)


def test_en_sak_uten_kontakt_og_en_som_fikk_kontakt_i_dag_angres_ogsa(
    sak: Sak, kontor: Kontor, kari: Aktor, veileder: Aktor, leder: Aktor
) -> None:
    rad = _flytt(leder, sak, veileder)
    o.overlevering_angre(leder, rad.bunke)
    assert not sak.faste_kontakter.exists()
    fast_kontakt_sett(SYSTEM, sak, bruker=kari.krev_bruker())
    rad = _flytt(leder, sak, veileder)
    o.overlevering_angre(leder, rad.bunke)
    assert _kontakt(sak) == "Kari Borte"


def test_en_sak_som_er_flyttet_videre_tas_ikke_tilbake(
    fulgt: Sak, kontor: Kontor, veileder: Aktor, leder: Aktor
) -> None:
    rad = _flytt(leder, fulgt, veileder)
    tredje = grunnlag.lag_aktor(Rolle.VEILEDER, kontor)
    fast_kontakt_sett(leder, fulgt, bruker=tredje.krev_bruker())
    with pytest.raises(Fagfeil, match="flyttet videre"):
        o.overlevering_angre(leder, rad.bunke)


def test_deltakeren_ser_hvem_det_er_og_blir_spurt(fulgt: Sak, kontor: Kontor, veileder: Aktor, leder: Aktor) -> None:
    deltaker = grunnlag.lag_deltaker(fulgt.person, kontor)
    rad = _flytt(leder, fulgt, veileder)
    assert [s.side for s in forside(fulgt).steg] == ["ny_kontakt"]
    assert Hendelse.objects.filter(kode="sak.fast_kontakt", for_deltaker=True).exists()
    assert not Hendelse.objects.filter(kode="sak.overlevert", for_deltaker=True).exists()
    with pytest.raises(Fagfeil):
        o.overlevering_syn(deltaker, rad, syn=" ")
    o.overlevering_syn(deltaker, rad, syn="Ring meg ikke før ti")
    assert forside(fulgt).steg == []
    assert o.overlevering_hent(veileder, fulgt).deltakers_syn == "Ring meg ikke før ti"  # type: ignore[union-attr]


def test_spoersmalet_gar_ut_av_seg_selv(fulgt: Sak, veileder: Aktor, leder: Aktor) -> None:
    _flytt(leder, fulgt, veileder)
    with klokke.still_til(I_DAG + o.BE_OM_SYN + timedelta(days=1)):
        assert o.bytte_for(fulgt) is None


def test_lederen_ser_hvem_som_har_hvor_mange(
    fulgt: Sak, kontor: Kontor, kommune: object, kari: Aktor, leder: Aktor, veileder: Aktor
) -> None:
    grunnlag.lag_valg(kontor.kommune, "full_portefolje", 5)
    for _ in range(6):
        sak = grunnlag.lag_sak(kontor, grunnlag.lag_person(tolkebehov=True, sprak="ar"))
        fast_kontakt_sett(SYSTEM, sak, bruker=kari.krev_bruker())
    uten = grunnlag.lag_sak(kontor, grunnlag.lag_person())
    [bilde] = portefoljer(leder)
    ingen, karis, andres = bilde.portefoljer
    assert [oversikt.sak for oversikt in ingen.saker] == [uten]
    assert (karis.bruker, karis.antall, karis.over, karis.tolk) == (kari.bruker, 7, 2, 6)
    assert (andres.bruker, andres.antall, andres.over) == (veileder.bruker, 0, 0)
    assert fordelbare(leder, saker=[], fra=kari.bruker_id).antall == {kari.bruker_id: 7}
    with pytest.raises(IkkeTilgang):
        portefoljer(veileder)
