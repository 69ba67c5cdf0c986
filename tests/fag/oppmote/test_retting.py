"""A sheet that was approved, perhaps paid, and was wrong: a new one takes its place, and the old one stands."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from fractions import Fraction
from uuid import uuid4

import pytest
from django.db import DatabaseError, transaction

from fotfeste.fag.etter.bevis import _timer
from fotfeste.fag.mappe.deler.timelister import hent
from fotfeste.fag.oppmote import services as oppmote
from fotfeste.fag.oppmote.enums import Timelistestatus
from fotfeste.fag.oppmote.fakta import Fravarsrad, manedens_fakta_for, saksfravaer_for, timer_for_dager
from fotfeste.fag.oppmote.inn import Dagtimer, Fravaerinn
from fotfeste.fag.oppmote.models import Fravaer, Timeliste, Timelistedag
from fotfeste.fag.oppmote.retting import endringer
from fotfeste.fag.oppmote.selectors import rettet_timeliste, timeliste_for, timelister_for_maned
from fotfeste.fag.oversikt.selectors import oversikt_en
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.utbetaling import services as utbetaling
from fotfeste.fag.utbetaling.enums import Utbetalingsstatus
from fotfeste.fag.utbetaling.models import Utbetaling
from fotfeste.grunnmur.feil import Fagfeil, IkkeTilgang, UlovligOvergang
from fotfeste.grunnmur.logg.services import kommando
from fotfeste.grunnmur.organisasjon.models import Kontor
from fotfeste.grunnmur.tilgang import SYSTEM, Aktor
from tests.fag.program.fortellinger import avtalt_program, gi_vedtak

MAI = date(2026, 5, 1)
PDF = b"%PDF-1.7 papir"
DEN_5 = date(2026, 5, 5)


@pytest.fixture
def godkjent(sak: Sak, deltaker: Aktor, veileder: Aktor) -> Timeliste:
    """May as planned but for 11 May, ill with a doctor's statement; sent and approved."""
    gi_vedtak(sak, veileder)
    avtalt_program(sak, veileder)
    mai = oppmote.timeliste_apne(deltaker, sak=sak, maned=MAI)
    oppmote.fravaer_registrer(
        deltaker,
        timeliste=mai,
        fravaer=Fravaerinn(date(2026, 5, 11), date(2026, 5, 11), "egen_sykdom"),
        papirer=[oppmote.Fil("lege.pdf", PDF)],
    )
    oppmote.timeliste_lever(deltaker, timeliste=mai)
    return oppmote.timeliste_godkjenn(veileder, timeliste=mai)


def _rettet_ferdig(godkjent: Timeliste, deltaker: Aktor, veileder: Aktor) -> Timeliste:
    """5 May was worked for pay, not in the programme."""
    ny = oppmote.timeliste_rett(veileder, timeliste=godkjent, grunn="Den 5. var jobb")
    oppmote.timeliste_lagre(deltaker, timeliste=ny, dager={DEN_5: Dagtimer(Decimal("2.5"), Decimal(5))})
    return oppmote.timeliste_godkjenn(veileder, timeliste=oppmote.timeliste_lever(deltaker, timeliste=ny))


def test_den_nye_listen_har_alt_den_gamle_hadde(godkjent: Timeliste, veileder: Aktor, sak: Sak) -> None:
    ny = oppmote.timeliste_rett(veileder, timeliste=godkjent, grunn="  Den 5. var jobb ")
    godkjent.refresh_from_db()
    assert (godkjent.status, godkjent.returgrunn) == (Timelistestatus.ERSTATTET, "Den 5. var jobb")
    assert (ny.status, ny.nummer, ny.retter, ny.returgrunn) == (
        Timelistestatus.RETURNERT,
        2,
        godkjent,
        "Den 5. var jobb",
    )
    felt = ("dato", "planlagt", "timer_program", "timer_arbeid")
    assert list(ny.dager.values_list(*felt)) == list(godkjent.dager.values_list(*felt))
    fravaer = ny.fravaer.get()
    assert fravaer.legeerklaeringer.get().dokument == godkjent.fravaer.get().legeerklaeringer.get().dokument
    assert timeliste_for(sak, MAI) == ny
    assert list(sak.timelister.all()) == [ny]
    assert rettet_timeliste(sak, MAI, 1) == godkjent


def test_bare_den_listen_som_gjelder_teller(godkjent: Timeliste, deltaker: Aktor, veileder: Aktor, sak: Sak) -> None:
    timer_for = _timer(sak)
    ny = _rettet_ferdig(godkjent, deltaker, veileder)
    fakta = manedens_fakta_for([sak.pk], MAI)[sak.pk]
    assert (fakta.timeliste_id, fakta.godkjent, dict(fakta.arbeid)) == (ny.pk, True, {DEN_5: Fraction(5)})
    assert len(saksfravaer_for([sak.pk], til=date(2026, 5, 31))[sak.pk].rader) == 1
    assert _timer(sak) == timer_for
    hele_dagen = Fravarsrad(uuid4(), DEN_5, DEN_5, "ulegitimert")
    assert timer_for_dager(sak.pk, {DEN_5: hele_dagen}) == {DEN_5: Fraction(5, 2)}, (
        "less the work on the sheet that counts"
    )
    [mappe] = hent([sak], frozenset())[sak.pk]
    assert [rad["dato"] for rad in mappe["arbeid"]] == ["2026-05-05"]
    assert [rad.timeliste for rad in timelister_for_maned(veileder, MAI)] == [ny]
    [endring] = endringer(ny)
    assert endring.dato == DEN_5
    assert endring.sto is not None
    assert endring.star is not None
    assert (endring.sto.program, endring.star.arbeid) == (Decimal("7.50"), Decimal("5.00"))


def test_den_gamle_star_for_alltid(godkjent: Timeliste, deltaker: Aktor, veileder: Aktor) -> None:
    fravaer, dag = godkjent.fravaer.get(), godkjent.dager.first()
    ny = oppmote.timeliste_rett(veileder, timeliste=godkjent, grunn="Feil")
    gammel = Timeliste.alle.get(pk=godkjent.pk)
    for_sent: list[Callable[[], object]] = [
        lambda: oppmote.timeliste_godkjenn(veileder, timeliste=gammel),
        lambda: oppmote.timeliste_rett(veileder, timeliste=gammel, grunn="En gang til"),
    ]
    for gjor in for_sent:
        with pytest.raises(UlovligOvergang):
            gjor()
    with pytest.raises(Fagfeil, match="rettet med en ny"):
        oppmote.legeerklaering_legg_til(deltaker, fravaer=fravaer, filnavn="lege.pdf", innhold=PDF)
    with pytest.raises(UlovligOvergang):
        oppmote.fravaer_fjern(deltaker, fravaer=fravaer)
    assert dag is not None
    frosset: list[Callable[[], object]] = [
        lambda: gammel.lagre_endring(merknad="Slik var det"),
        lambda: dag.lagre_endring(timer_program=1),
        lambda: fravaer.lagre_endring(forklaring="x"),
        lambda: fravaer.legeerklaeringer.get().lagre_endring(til=date(2026, 5, 12)),
        lambda: Timelistedag.objects.create(sak=gammel.sak, timeliste=gammel, dato=date(2026, 5, 9)),
        # One living sheet a month, and one of each number.
        lambda: Timeliste.objects.create(sak=gammel.sak, maned=MAI, nummer=3, retter=ny),
        lambda: Timeliste.objects.create(sak=gammel.sak, maned=MAI, nummer=1, status=Timelistestatus.APEN),
    ]
    for skriv in frosset:
        # A trigger's refusal is an IntegrityError, or an InternalError where the row itself is protected.
        with pytest.raises(DatabaseError), transaction.atomic(), kommando(SYSTEM, "test"):
            skriv()


def test_ikke_mens_pengene_er_pa_vei(
    godkjent: Timeliste, deltaker: Aktor, veileder: Aktor, okonomi: Aktor, okonomi2: Aktor, kontor: Kontor
) -> None:
    kjoring = utbetaling.kjoring_opprett(okonomi, kommune=kontor.kommune, maned=MAI)
    kjoring = utbetaling.kjoring_forbered(okonomi, kjoring)
    with pytest.raises(Fagfeil, match="forberedt og ikke frigitt"):
        oppmote.timeliste_rett(veileder, timeliste=godkjent, grunn="Den 5. var jobb")
    utbetaling.kjoring_frigi(okonomi2, kjoring)
    ny = _rettet_ferdig(godkjent, deltaker, veileder)
    # What was paid rests on what was approved then.
    betalt = Utbetaling.objects.get(sak=ny.sak)
    assert (betalt.timeliste_id, betalt.status) == (godkjent.pk, Utbetalingsstatus.FRIGITT)
    # And a corrected sheet can be corrected.
    tredje = oppmote.timeliste_rett(veileder, timeliste=ny, grunn="Den 6. også")
    assert (tredje.nummer, tredje.retter) == (3, ny)
    assert Timeliste.alle.filter(sak=ny.sak).count() == 3


def test_deltakeren_sier_fra_og_far_svar(
    godkjent: Timeliste, deltaker: Aktor, veileder: Aktor, okonomi: Aktor, sak: Sak
) -> None:
    with pytest.raises(Fagfeil, match="Skriv hva som ikke stemmer"):
        oppmote.timeliste_meld_feil(deltaker, timeliste=godkjent, hva=" ")
    liste = oppmote.timeliste_meld_feil(deltaker, timeliste=godkjent, hva="Jeg jobbet den 5.")
    slag = {o.slag for o in oversikt_en(sak).oppgaver}
    assert "timeliste_feil" in slag
    with pytest.raises(IkkeTilgang):
        oppmote.timeliste_svar_pa_feil(okonomi, timeliste=liste, svar="Nei")
    svart = oppmote.timeliste_svar_pa_feil(veileder, timeliste=liste, svar="Den 5. var kurs, se planen")
    assert not svart.har_apent_onske
    assert "timeliste_feil" not in {o.slag for o in oversikt_en(sak).oppgaver}
    with pytest.raises(Fagfeil, match="venter på svar"):
        oppmote.timeliste_svar_pa_feil(veileder, timeliste=liste, svar="Nei")
    # Said again, it is open again.
    assert oppmote.timeliste_meld_feil(deltaker, timeliste=liste, hva="Jo").har_apent_onske
    with pytest.raises(IkkeTilgang):
        oppmote.timeliste_rett(deltaker, timeliste=liste, grunn="Jeg vil rette selv")
    with pytest.raises(Fagfeil, match="Skriv hva som er feil"):
        oppmote.timeliste_rett(veileder, timeliste=liste, grunn=" ")
    assert Fravaer.objects.filter(sak=sak).count() == 1
