"""No list shows a name the gate would refuse: every list × every role, among all kinds of cases at three offices."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

import pytest
from django.db import transaction

from fotfeste.fag.oppmote.selectors import timelister_for_maned
from fotfeste.fag.oversikt.dag import min_dag
from fotfeste.fag.oversikt.sakliste import sakliste
from fotfeste.fag.person.models import Person
from fotfeste.fag.person.selectors import person_sok
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.sak.selectors import Sakslenke, saker_for
from fotfeste.fag.soknad.models import Soknad
from fotfeste.fag.utbetaling import services as utbetaling
from fotfeste.fag.utbetaling.models import Kjoring
from fotfeste.fag.utbetaling.selectors import kjoringslinjer, utelatte, utelatte_i
from fotfeste.fag.vedtak.models import Vedtak
from fotfeste.fag.vedtak.selectors import egne_apne, til_beslutning
from fotfeste.grunnmur.feil import Fagfeil, IkkeTilgang
from fotfeste.grunnmur.logg.services import kommando
from fotfeste.grunnmur.organisasjon.enums import Rolle
from fotfeste.grunnmur.organisasjon.models import Kontor
from fotfeste.grunnmur.tilgang import SYSTEM, Aktor, Gradering, Handling, vurder
from fotfeste.kobling.kostra.services import kostra_kontroll
from tests.grunnlag import lag_aktor, lag_kommune, lag_kontor, lag_person, lag_sak_i_program, lag_timeliste

MAI = date(2026, 5, 1)
ROLLER = [rolle for rolle in Rolle if rolle != Rolle.DELTAKER]


def _sak(kontor: Kontor, person: Person, saksbehandler: Aktor) -> Sak:
    """A case with something to do for everybody: an application, a decision waiting, a sheet sent in."""
    sak = lag_sak_i_program(kontor, person=person)
    with kommando(SYSTEM, "test"):
        Soknad.objects.create(sak=sak, mottatt=date(2026, 5, 14), kanal="papir")
        Vedtak.objects.create(
            sak=sak, type="forlengelse", status="til_beslutning", saksbehandler=saksbehandler.krev_bruker()
        )
    return sak


@pytest.fixture
def kontorer(kontor: Kontor) -> list[Kontor]:
    """Ours, another of the municipality, and one of another municipality."""
    annen = lag_kommune("Annenvik", "4205")
    return [kontor, lag_kontor(kontor.kommune, "NAV Fjordvik nord"), lag_kontor(annen, "NAV Annenvik")]


def _saker(kontorer: list[Kontor], aktor: Aktor) -> dict[Sak, Gradering]:
    kollega = lag_aktor(Rolle.VEILEDER, kontorer[0])
    alle = {}
    for kontor in kontorer:
        for gradering in Gradering:
            alle[_sak(kontor, lag_person(gradering=gradering), kollega)] = gradering
    alle[_sak(kontorer[0], lag_person(bruker=aktor.krev_bruker()), kollega)] = Gradering.UGRADERT
    # One that the actor prepares, which has become strictly protected since.
    for gradering in Gradering:
        alle[_sak(kontorer[0], lag_person(gradering=gradering), aktor)] = gradering
    return alle


@pytest.mark.parametrize("rolle", ROLLER)
def test_listen_over_saker_er_det_porten_slipper_gjennom(kontorer: list[Kontor], rolle: Rolle) -> None:
    aktor = lag_aktor(rolle, kontorer[0])
    alle = _saker(kontorer, aktor)
    for handling in Handling:
        andres = {sak for sak in alle if sak.person.bruker_id != aktor.bruker_id}
        ventet = {sak for sak in andres if vurder(aktor, handling, sak).tillatt}
        assert set(saker_for(aktor, handling)) == ventet


def _navngitt(lenker: Iterable[Sakslenke]) -> list[Sak]:
    return [Sak.objects.get(pk=lenke.sak_id) for lenke in lenker if lenke.navn]


def _kjoring(aktor: Aktor, sak: Sak) -> Kjoring:
    forbereder = lag_aktor(Rolle.OKONOMI, sak.kontor)
    kjoring = utbetaling.kjoring_opprett(forbereder, kommune=sak.kommune, maned=MAI)
    return utbetaling.kjoring_forbered(forbereder, kjoring)


def _linjer(aktor: Aktor, sak: Sak) -> list[Sak]:
    godkjenner = lag_aktor(Rolle.VEILEDER, sak.kontor)
    for en in Sak.objects.filter(kommune=sak.kommune):
        lag_timeliste(en, MAI, godkjent_av=godkjenner)
    return _navngitt(linje.hvem for linje in kjoringslinjer(aktor, _kjoring(aktor, sak)))


def _kostra(aktor: Aktor, sak: Sak) -> list[Sak]:
    rapport = kostra_kontroll(aktor, sak.kommune, 2026)
    assert rapport.antall
    return _navngitt([*(m.sak for m in rapport.mangler), *(s for funn in rapport.funn for s in funn.saker)])


LISTER: dict[str, tuple[Handling, Callable[[Aktor, Sak], list[Sak]]]] = {
    "sakliste": (Handling.SAK_LES, lambda aktor, sak: [rad.sak for rad in sakliste(aktor, status="alle").rader]),
    "min_dag": (Handling.SAK_LES, lambda aktor, sak: [linje.oversikt.sak for linje in min_dag(aktor)]),
    "timelister": (Handling.TIMELISTE_LES, lambda aktor, sak: [rad.sak for rad in timelister_for_maned(aktor, MAI)]),
    "til_beslutning": (Handling.VEDTAK_BESLUTT, lambda aktor, sak: [vedtak.sak for vedtak in til_beslutning(aktor)]),
    "egne_vedtak": (Handling.VEDTAK_FORBERED, lambda aktor, sak: [vedtak.sak for vedtak in egne_apne(aktor)]),
    "kjoring": (Handling.STONAD_LES, _linjer),
    "utelatte": (
        Handling.STONAD_LES,
        lambda aktor, sak: _navngitt(lenke for _, lenke in utelatte(aktor, utelatte_i(_kjoring(aktor, sak)))),
    ),
    "kostra": (Handling.KOSTRA_LES, _kostra),
}


@pytest.mark.parametrize("rolle", ROLLER)
def test_alle_som_star_med_navn_slipper_porten_gjennom(kontorer: list[Kontor], rolle: Rolle) -> None:
    aktor = lag_aktor(rolle, kontorer[0])
    alle = _saker(kontorer, aktor)
    strengt = {sak for sak, gradering in alle.items() if gradering == Gradering.STRENGT_FORTROLIG}
    for navn, (handling, hent) in LISTER.items():
        vist = _vist(hent, aktor, next(iter(alle)))
        assert all(vurder(aktor, handling, sak).tillatt for sak in vist), navn
        assert rolle == Rolle.FAGANSVARLIG or not strengt & set(vist), navn


def _vist(hent: Callable[[Aktor, Sak], list[Sak]], aktor: Aktor, sak: Sak) -> list[Sak]:
    """Those the list names to the actor; the database is left as it was."""
    try:
        with transaction.atomic():
            vist = hent(aktor, sak)
            transaction.set_rollback(True)
    except IkkeTilgang:
        return []
    return vist


def test_stoppet_kjoring_sier_ikke_navnet_paa_en_skjult(kontorer: list[Kontor], okonomi: Aktor) -> None:
    sak = lag_sak_i_program(
        kontorer[0], person=lag_person(fornavn="Helt", etternavn="Skjult", gradering=Gradering.STRENGT_FORTROLIG)
    )
    lag_timeliste(sak, MAI, godkjent_av=lag_aktor(Rolle.VEILEDER, kontorer[0]))
    kjoring = _kjoring(okonomi, sak)
    with kommando(SYSTEM, "test"):
        sak.person.lagre_endring(kontonummer="12345678903")
    with pytest.raises(Fagfeil) as feil:
        utbetaling.kjoring_frigi(okonomi, kjoring)
    assert "Skjult" not in feil.value.melding
    assert sak.saksnummer in feil.value.melding


@pytest.mark.parametrize("rolle", ROLLER)
def test_sok_paa_nummer_viser_strengt_fortrolig_bare_for_fagansvarlig(kontorer: list[Kontor], rolle: Rolle) -> None:
    person = lag_person(gradering=Gradering.STRENGT_FORTROLIG)
    try:
        treff = person_sok(lag_aktor(rolle, kontorer[0]), person.fodselsnummer).treff
    except IkkeTilgang:
        return
    assert treff == ([person] if rolle == Rolle.FAGANSVARLIG else [])
