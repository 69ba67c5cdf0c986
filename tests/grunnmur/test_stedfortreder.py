"""Someone else takes a colleague's tasks for a while."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import Fagfeil, IkkeTilgang
from fotfeste.grunnmur.organisasjon import stedfortreder as s
from fotfeste.grunnmur.organisasjon.enums import Rolle
from fotfeste.grunnmur.organisasjon.models import Kontor, Stedfortreder
from fotfeste.grunnmur.tilgang import Aktor, aktor_for
from tests import grunnlag

pytestmark = pytest.mark.django_db
FRA, TIL = date(2026, 6, 3), date(2026, 6, 12)


@pytest.fixture
def kari(kontor: Kontor) -> Aktor:
    return grunnlag.lag_aktor(Rolle.VEILEDER, kontor, navn="Kari Borte")


def _sett(
    leder: Aktor, kontor: Kontor, bruker: Aktor, vikar: Aktor, fra: date = FRA, til: date | None = TIL
) -> Stedfortreder:
    return s.stedfortreder_sett(
        leder, kontor=kontor, bruker=bruker.krev_bruker(), vikar=vikar.krev_bruker(), fra=fra, til=til
    )


def test_vikaren_har_oppgavene_i_dagene(kontor: Kontor, kari: Aktor, veileder: Aktor, leder: Aktor) -> None:
    _sett(leder, kontor, kari, veileder)
    for dag, ventet in ((FRA, veileder.bruker), (TIL, veileder.bruker), (TIL + timedelta(days=1), kari.bruker)):
        assert s.hvem_har_oppgavene(kari.krev_bruker(), kontor, dag) == ventet
    nabo = grunnlag.lag_kontor(kontor.kommune, "NAV Nabo")
    assert s.hvem_har_oppgavene(kari.krev_bruker(), nabo, FRA) == kari.bruker
    assert [rad.bruker for rad in s.vikarierer_for(veileder.krev_bruker(), FRA)] == [kari.bruker]


def test_den_som_er_tilbake_har_oppgavene_selv(kontor: Kontor, kari: Aktor, veileder: Aktor, leder: Aktor) -> None:
    rad = _sett(leder, kontor, kari, veileder, til=None)
    with klokke.still_til(FRA + timedelta(days=3)):
        s.stedfortreder_avslutt(aktor_for(leder.krev_bruker()), stedfortreder=rad, versjon=rad.versjon)
    rad.refresh_from_db()
    assert rad.til == FRA + timedelta(days=2)
    with klokke.still_til(TIL), pytest.raises(Fagfeil, match="var slutt"):
        s.stedfortreder_avslutt(aktor_for(leder.krev_bruker()), stedfortreder=rad)


def test_en_som_ikke_har_begynt_tas_bort(kontor: Kontor, kari: Aktor, veileder: Aktor, leder: Aktor) -> None:
    s.stedfortreder_avslutt(leder, stedfortreder=_sett(leder, kontor, kari, veileder))
    assert not Stedfortreder.objects.exists()


def test_bare_en_om_gangen_en_annen_og_en_som_er_der(
    kontor: Kontor, kari: Aktor, veileder: Aktor, leder: Aktor
) -> None:
    _sett(leder, kontor, kari, veileder)
    fremmed = grunnlag.lag_aktor(Rolle.VEILEDER, grunnlag.lag_kontor(kontor.kommune, "NAV Nabo"))
    for bruker, vikar, fra, til, felt in (
        (kari, veileder, TIL, None, "fra"),
        (veileder, kari, date(2026, 5, 1), date(2026, 5, 8), "til"),
        (fremmed, kari, FRA, None, "bruker"),
        (kari, kari, FRA, None, "vikar"),
        (veileder, fremmed, FRA, None, "vikar"),
        (veileder, kari, TIL, FRA, "til"),
    ):
        with pytest.raises(Fagfeil) as feil:
            _sett(leder, kontor, bruker, vikar, fra, til)
        assert feil.value.felt == felt


def test_lederen_ved_kontoret_setter_for_andre_og_hver_for_seg_selv(
    kontor: Kontor, kari: Aktor, veileder: Aktor, leder: Aktor
) -> None:
    with pytest.raises(IkkeTilgang):
        _sett(veileder, kontor, kari, veileder)
    rad = _sett(leder, kontor, kari, veileder)
    nabo = grunnlag.lag_aktor(Rolle.LEDER, grunnlag.lag_kontor(kontor.kommune, "NAV Nabo"))
    with pytest.raises(IkkeTilgang):
        s.stedfortreder_hent(nabo, rad.pk)
    assert s.stedfortreder_hent(leder, rad.pk) == rad
    with pytest.raises(IkkeTilgang):
        s.kontor_for_fravaer(nabo, kontor.pk)
    _sett(veileder, kontor, veileder, kari, fra=FRA)
    assert [bruker.navn for bruker in s.kontor_for_fravaer(veileder, kontor.pk)[1]] == [veileder.krev_bruker().navn]
    assert s.stedfortredere_ved([kontor.pk], TIL + timedelta(days=1)) == []
