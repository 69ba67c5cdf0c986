"""The gate: who may do what to which record."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest

from fotfeste.fag.sak.models import Sak
from fotfeste.fag.sak.selectors import sak_hent, saker_for
from fotfeste.grunnmur.feil import IkkeTilgang
from fotfeste.grunnmur.logg.models import Sporing
from fotfeste.grunnmur.logg.services import kommando
from fotfeste.grunnmur.organisasjon.enums import KOMMUNEROLLER, Rolle
from fotfeste.grunnmur.organisasjon.models import Kommune, Kontor, Medlemskap
from fotfeste.grunnmur.tilgang import HANDLINGER, SYSTEM, Aktor, Eier, Gradering, Handling, aktor_for, vurder
from fotfeste.grunnmur.tilgang.aktor import Rolletildeling
from tests.grunnlag import lag_aktor, lag_kommune, lag_kontor, lag_person, lag_sak


class Ting:
    """A record with an owner."""

    def __init__(self, eier: Eier) -> None:
        self.eier = eier

    def tilgang_eier(self) -> Eier:
        return self.eier


@pytest.mark.parametrize("rolle", list(Rolle))
@pytest.mark.parametrize("handling", list(Handling))
def test_hver_rolle_og_handling_ved_eget_og_annet_kontor(
    kontor: Kontor, veileder: Aktor, rolle: Rolle, handling: Handling
) -> None:
    annet_kontor, annen_kommune = uuid4(), uuid4()
    aktor = Aktor(
        veileder.bruker,
        veileder.dag,
        (Rolletildeling(rolle, kontor.kommune_id, None if rolle in KOMMUNEROLLER else kontor.pk),),
    )
    har_rollen = rolle in HANDLINGER[handling] and rolle != Rolle.DELTAKER
    assert vurder(aktor, handling, Ting(Eier(kontor.kommune_id, kontor.pk))).tillatt == har_rollen
    ved_annet_kontor = vurder(aktor, handling, Ting(Eier(kontor.kommune_id, annet_kontor))).tillatt
    assert ved_annet_kontor == (har_rollen and rolle in KOMMUNEROLLER)
    assert not vurder(aktor, handling, Ting(Eier(annen_kommune, annet_kontor))).tillatt


def test_statlig_veileder_ser_ingen_kommunal_sak(sak: Sak, statlig_veileder: Aktor) -> None:
    with pytest.raises(IkkeTilgang):
        sak_hent(statlig_veileder, sak.pk)
    assert list(saker_for(statlig_veileder)) == []


def test_deltaker_ser_bare_sin_egen_sak(sak: Sak, deltaker: Aktor, kontor: Kontor) -> None:
    annen = lag_sak(kontor, lag_person(fornavn="Olena", etternavn="Prøve"))
    assert sak_hent(deltaker, sak.pk) == sak
    with pytest.raises(IkkeTilgang):
        sak_hent(deltaker, annen.pk)
    assert list(saker_for(deltaker)) == [sak]


@pytest.mark.parametrize("handling", [Handling.VEDTAK_FORBERED, Handling.TIMELISTE_GODKJENN, Handling.AEV_SKRIV])
def test_ansatt_er_inhabil_i_egen_sak(sak: Sak, deltaker: Aktor, kontor: Kontor, handling: Handling) -> None:
    bruker = deltaker.krev_bruker()
    Medlemskap.objects.create(
        bruker=bruker, rolle=Rolle.VEILEDER, kommune=kontor.kommune, kontor=kontor, fra=date(2020, 1, 1)
    )
    ogsa_veileder = aktor_for(bruker)
    avgjorelse = vurder(ogsa_veileder, handling, Sak.objects.select_related("person").get(pk=sak.pk))
    assert not avgjorelse.tillatt
    assert "inhabil" in avgjorelse.grunn


def test_strengt_fortrolig_bare_for_fagansvarlig(kontor: Kontor, veileder: Aktor, fagansvarlig: Aktor) -> None:
    sak = lag_sak(kontor, lag_person(gradering=Gradering.STRENGT_FORTROLIG))
    with pytest.raises(IkkeTilgang):
        sak_hent(veileder, sak.pk)
    assert sak_hent(fagansvarlig, sak.pk) == sak


def test_rollen_gjelder_bare_i_perioden(kommune: Kommune) -> None:
    kontor = lag_kontor(kommune)
    aktor = lag_aktor(Rolle.VEILEDER, kontor)
    medlemskap = Medlemskap.objects.get(bruker=aktor.bruker)
    medlemskap.til = date(2026, 5, 31)
    with kommando(SYSTEM, "test"):
        medlemskap.save()
    assert aktor_for(aktor.krev_bruker(), date(2026, 5, 31)).roller == {Rolle.VEILEDER}
    assert aktor_for(aktor.krev_bruker(), date(2026, 6, 1)).roller == set()


def test_oppslag_spores_ogsa_naar_det_nektes(sak: Sak, veileder: Aktor) -> None:
    fremmed = lag_aktor(Rolle.VEILEDER, lag_kontor(lag_kommune("Annenvik", "4205")))
    sak_hent(veileder, sak.pk)
    with pytest.raises(IkkeTilgang):
        sak_hent(fremmed, sak.pk)
    spor = list(Sporing.objects.order_by("id").values_list("bruker__navn", "utfall", "grunn"))
    assert spor == [
        (veileder.navn, "vist", "rolle ved kontoret"),
        (fremmed.navn, "nektet", "saken hører til et annet kontor"),
    ]


def test_aa_se_paa_egen_sak_spores_ikke(sak: Sak, deltaker: Aktor) -> None:
    sak_hent(deltaker, sak.pk)
    assert not Sporing.objects.exists()
