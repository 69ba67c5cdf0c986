"""Min dag: every task of a case, by how soon, what is put off, and whose tasks one has while they are away."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from fotfeste.fag.oppfolging.services import kontakt_logg
from fotfeste.fag.oversikt import bidrag, dag
from fotfeste.fag.oversikt.dag import Dag, Gjoremal, Omfang, Slag, dagen, gjort_i_dag, min_dag, oppgaver_aa_utsette
from fotfeste.fag.oversikt.models import Utsettelse
from fotfeste.fag.oversikt.services import (
    oppgave_utsett,
    utsettelse_opphev,
    visning_fjern,
    visning_lagre,
    visninger_for,
)
from fotfeste.fag.program.models import Evalueringsdato, Programversjon
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.sak.services import fast_kontakt_sett
from fotfeste.fag.soknad.models import Soknad
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import Fagfeil, IkkeTilgang
from fotfeste.grunnmur.gjoremal import Gjoremalrad
from fotfeste.grunnmur.organisasjon.enums import Rolle
from fotfeste.grunnmur.organisasjon.models import Kontor
from fotfeste.grunnmur.organisasjon.stedfortreder import stedfortreder_sett
from fotfeste.grunnmur.tilgang import SYSTEM, Aktor, aktor_for
from tests import grunnlag
from tests.fag.oversikt.fortelling import lag

pytestmark = pytest.mark.django_db
I_DAG = grunnlag.I_DAG


def _deltar(kontor: Kontor, veileder: Aktor, *, evaluering: date, snakket: date | None = None) -> Sak:
    """A participant followed by the veileder, with a week agreed and an evaluation to come."""
    sak = grunnlag.lag_sak_i_program(kontor)
    fast_kontakt_sett(SYSTEM, sak, bruker=veileder.krev_bruker())
    versjon = lag(
        Programversjon, sak=sak, nummer=1, status="avtalt", fra=date(2026, 1, 12), avtalt_med_deltaker=date(2026, 1, 12)
    )
    lag(Evalueringsdato, sak=sak, programversjon=versjon, dato=evaluering)
    for maned in range(1, 6):
        grunnlag.lag_timeliste(sak, date(2026, maned, 1), godkjent_av=veileder)
    if snakket:
        with klokke.still_til(snakket):
            kontakt_logg(aktor_for(veileder.krev_bruker()), sak=sak, kanal="mote")
    return sak


def _soker(kontor: Kontor, veileder: Aktor, mottatt: date) -> Sak:
    sak = grunnlag.lag_sak(kontor)
    fast_kontakt_sett(SYSTEM, sak, bruker=veileder.krev_bruker())
    lag(Soknad, sak=sak, mottatt=mottatt, kanal="papir")
    return sak


def _grupper(dagen_: Dag) -> dict[str, list[Gjoremal]]:
    return {gruppe.kode: gruppe.linjer for gruppe in dagen_.grupper}


def test_oppgavene_star_etter_hvor_mye_de_haster(kontor: Kontor, veileder: Aktor) -> None:
    over = _soker(kontor, veileder, date(2026, 4, 27))
    i_dag = _deltar(kontor, veileder, evaluering=I_DAG, snakket=I_DAG)
    uken = _deltar(kontor, veileder, evaluering=date(2026, 6, 7), snakket=I_DAG)
    senere = _deltar(kontor, veileder, evaluering=date(2026, 6, 8), snakket=I_DAG)
    grupper = _grupper(dagen(veileder))
    assert {kode: [g.oversikt.sak for g in linjer if g.oversikt] for kode, linjer in grupper.items()} == {
        "over": [over],
        "i_dag": [i_dag],
        "uken": [uken],
        "senere": [senere],
    }


def test_alt_i_saken_star_pa_saken_sin_linje(kontor: Kontor, veileder: Aktor) -> None:
    _deltar(kontor, veileder, evaluering=I_DAG)
    [linje] = min_dag(veileder)
    assert linje.slag == Slag.EVALUERINGER
    assert [o.slag for o in linje.flere] == ["stille"]
    vist = dagen(veileder)
    assert (vist.antall, vist.haster) == (2, 1)
    assert {s.kode: s.antall for s in vist.slag} == {Slag.EVALUERINGER: 1, Slag.SAMTALER: 1, Slag.FRISTER: 1}


def test_et_valgt_slag_viser_bare_det(kontor: Kontor, veileder: Aktor) -> None:
    _deltar(kontor, veileder, evaluering=I_DAG)
    _soker(kontor, veileder, date(2026, 5, 14))
    vist = dagen(veileder, slag=Slag.SAMTALER)
    [linje] = [g for gruppe in vist.grupper for g in gruppe.linjer]
    assert linje.slag == Slag.SAMTALER
    assert not linje.flere
    assert len(vist.slag) == 4
    assert dagen(veileder, slag="tull").antall == dagen(veileder).antall


def test_det_som_venter_pa_andre_star_for_seg(kontor: Kontor, veileder: Aktor) -> None:
    sak = _deltar(kontor, veileder, evaluering=date(2026, 9, 1), snakket=I_DAG)
    lag(Programversjon, sak=sak, nummer=2, status="foreslatt", fra=date(2026, 7, 1))
    vist = dagen(veileder)
    assert list(_grupper(vist)) == ["venter"]
    assert vist.antall == 0


def test_teamets_viser_kollegaens_oppgaver_og_hvem_de_venter_pa(kontor: Kontor, veileder: Aktor) -> None:
    kollega = grunnlag.lag_aktor(Rolle.VEILEDER, kontor)
    _soker(kontor, kollega, date(2026, 5, 14))
    assert dagen(veileder).antall == 0
    assert dagen(veileder, omfang=Omfang.TEAMETS).antall == 1


def test_stedfortrederen_far_oppgavene_sa_lenge_det_varer(kontor: Kontor, veileder: Aktor, leder: Aktor) -> None:
    syk = grunnlag.lag_aktor(Rolle.VEILEDER, kontor, navn="Kari Sykdal")
    _soker(kontor, syk, date(2026, 5, 14))
    stedfortreder_sett(
        leder,
        kontor=kontor,
        bruker=syk.krev_bruker(),
        vikar=veileder.krev_bruker(),
        fra=I_DAG,
        til=I_DAG + timedelta(days=7),
    )
    [linje] = min_dag(veileder)
    assert linje.for_hvem == syk.bruker
    assert dagen(veileder, omfang=Omfang.STEDFORTREDER).antall == 1
    with klokke.still_til(I_DAG + timedelta(days=8)):
        assert min_dag(aktor_for(veileder.krev_bruker())) == []


def _utsett(aktor: Aktor, til: date, grunn: str = "Venter på legen") -> int:
    valgte = {(g.oversikt.sak.pk, o.nokkel) for g in min_dag(aktor) if g.oversikt for o in g.alle}
    return oppgave_utsett(aktor, oppgaver=list(oppgaver_aa_utsette(aktor, valgte)), til=til, grunn=grunn)


def test_en_utsatt_oppgave_kommer_tilbake_av_seg_selv(kontor: Kontor, veileder: Aktor) -> None:
    _deltar(kontor, veileder, evaluering=date(2026, 9, 1))
    fredag = date(2026, 6, 5)
    assert _utsett(veileder, fredag) == 1
    assert min_dag(veileder) == []
    vist = dagen(veileder)
    assert vist.antall == 0
    [utsatt] = _grupper(vist)["utsatt"]
    assert utsatt.utsatt == Utsettelse.objects.get(grunn="Venter på legen")
    with klokke.still_til(fredag):
        assert len(min_dag(aktor_for(veileder.krev_bruker()))) == 1


def test_en_utsettelse_er_ens_egen_og_kan_oppheves(kontor: Kontor, veileder: Aktor, fagansvarlig: Aktor) -> None:
    _deltar(kontor, veileder, evaluering=date(2026, 9, 1))
    _utsett(veileder, date(2026, 6, 5))
    assert dagen(fagansvarlig, omfang=Omfang.TEAMETS).antall == 1
    utsettelse = Utsettelse.objects.get()
    with pytest.raises(IkkeTilgang):
        utsettelse_opphev(fagansvarlig, utsettelse.pk)
    utsettelse_opphev(veileder, utsettelse.pk)
    assert len(min_dag(veileder)) == 1


def test_en_frist_i_loven_kan_ikke_utsettes(kontor: Kontor, veileder: Aktor) -> None:
    _soker(kontor, veileder, date(2026, 5, 14))  # an answer is due 14 June
    with pytest.raises(Fagfeil, match=r"kan ikke vente lenger enn til 14\. juni"):
        _utsett(veileder, date(2026, 6, 15))
    with klokke.still_til(date(2026, 6, 20)):
        sent = aktor_for(veileder.krev_bruker())
        with pytest.raises(Fagfeil, match="fristen er lovens"):
            _utsett(sent, date(2026, 6, 22))
    assert _utsett(veileder, date(2026, 6, 12)) == 1


def test_husets_egen_frist_kan_vente_men_ikke_lenger_enn_kommunen_har_valgt(kontor: Kontor, veileder: Aktor) -> None:
    _deltar(kontor, veileder, evaluering=I_DAG, snakket=I_DAG)
    with pytest.raises(Fagfeil, match=r"kan ikke vente lenger enn til 3\. juli"):
        _utsett(veileder, date(2026, 7, 4))
    assert _utsett(veileder, date(2026, 7, 3)) == 1


@pytest.mark.parametrize(("til", "grunn", "felt"), [(I_DAG, "Ja", "til"), (date(2026, 6, 5), " ", "grunn")])
def test_det_ma_vaere_en_dag_etter_i_dag_og_en_setning(
    kontor: Kontor, veileder: Aktor, til: date, grunn: str, felt: str
) -> None:
    _deltar(kontor, veileder, evaluering=date(2026, 9, 1))
    with pytest.raises(Fagfeil) as feil:
        _utsett(veileder, til, grunn)
    assert feil.value.felt == felt


def test_gjort_i_dag_er_det_jeg_gjorde_i_dag(kontor: Kontor, veileder: Aktor) -> None:
    sak = _deltar(kontor, veileder, evaluering=date(2026, 9, 1), snakket=date(2026, 6, 2))
    assert gjort_i_dag(veileder) == []
    kontakt_logg(veileder, sak=sak, kanal="telefon")
    assert [g.sak for g in gjort_i_dag(veileder)] == [sak]


@contextmanager
def _los(monkeypatch: pytest.MonkeyPatch, *rader: Gjoremalrad) -> Iterator[None]:
    with monkeypatch.context() as m:
        m.setattr(dag, "LOSE", (lambda aktor: rader,))
        yield


def test_det_som_ikke_har_noen_sak_star_i_samme_liste(veileder: Aktor, monkeypatch: pytest.MonkeyPatch) -> None:
    assert isinstance(bidrag.LOSE, tuple)
    los = Gjoremalrad("", "Ukjent mangler mat", "Ringte i dag", I_DAG, I_DAG, "Ring tilbake", "henvendelse_les")
    with _los(monkeypatch, los):
        vist = dagen(veileder)
    assert [g.lost for g in _grupper(vist)["i_dag"]] == [los]
    assert {s.kode for s in vist.slag} == {Slag.HENVENDELSER, Slag.FRISTER}


def test_dagens_moter_star_overst_i_rekkefolge(veileder: Aktor, monkeypatch: pytest.MonkeyPatch) -> None:
    sent = Gjoremalrad("", "Samarbeidsmøte", "", None, I_DAG, "Forbered", "moter", slag="mote", klokken=None)
    tidlig = replace(sent, tekst="Morgenmøte", klokken=klokke.na().time())
    with _los(monkeypatch, sent, tidlig):
        vist = dagen(veileder)
    assert [g.lost for g in vist.moter] == [tidlig, sent]
    assert not vist.grupper


def test_like_mange_sporringer_for_to_saker_og_tolv(kontor: Kontor, veileder: Aktor) -> None:
    def antall() -> int:
        with CaptureQueriesContext(connection) as alle:
            dagen(veileder)
        return len(alle)

    for _ in range(2):
        _deltar(kontor, veileder, evaluering=I_DAG)
    fa = antall()
    for _ in range(8):
        _deltar(kontor, veileder, evaluering=I_DAG)
    assert antall() == fa


def test_en_visning_lagres_med_navn_og_er_ens_egen(kontor: Kontor, veileder: Aktor) -> None:
    kollega = grunnlag.lag_aktor(Rolle.VEILEDER, kontor)
    visning = visning_lagre(veileder, side="saker", navn="Stille", sporring="stille=21&side=3")
    assert visning.sporring == "stille=21"
    visning_lagre(veileder, side="saker", navn="Stille", sporring="stille=14", standard=True)
    assert [(v.sporring, v.standard) for v in visninger_for(veileder, "saker")] == [("stille=14", True)]
    assert visninger_for(kollega, "saker") == []
    visning_lagre(veileder, side="saker", navn="Stille", sporring="stille=14", delt_med=kontor)
    assert len(visninger_for(kollega, "saker")) == 1
    with pytest.raises(IkkeTilgang):
        visning_fjern(kollega, visning.pk)
    assert visning_fjern(veileder, visning.pk) == "saker"


def test_bare_en_visning_er_standard_og_ingen_deler_med_et_fremmed_kontor(kontor: Kontor, veileder: Aktor) -> None:
    visning_lagre(veileder, side="min_dag", navn="A", sporring="", standard=True)
    visning_lagre(veileder, side="min_dag", navn="B", sporring="", standard=True)
    assert [v.navn for v in visninger_for(veileder, "min_dag") if v.standard] == ["B"]
    nabo = grunnlag.lag_kontor(kontor.kommune, "NAV Nabo")
    with pytest.raises(Fagfeil) as feil:
        visning_lagre(veileder, side="min_dag", navn="C", sporring="", delt_med=nabo)
    assert feil.value.felt == "delt_med"
    for navn in "CDEFGHI":
        visning_lagre(veileder, side="min_dag", navn=navn, sporring="")
    with pytest.raises(Fagfeil, match="ni visninger"):
        visning_lagre(veileder, side="min_dag", navn="J", sporring="")
