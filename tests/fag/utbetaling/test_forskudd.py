"""An advance is part of its month: it is taken off it, or comes with it, and never on top of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from django.db.models import Sum

from fotfeste.fag.sak.models import Sak
from fotfeste.fag.utbetaling import services
from fotfeste.fag.utbetaling.enums import IKKE_KOMMET_FRAM, Kjoringsart, Utbetalingsart, Utbetalingsstatus
from fotfeste.fag.utbetaling.forskudd import forskudd_bestem, forskudd_ramme
from fotfeste.fag.utbetaling.kvittering import ikke_betalt_pa_nytt
from fotfeste.fag.utbetaling.models import Forskudd, Kjoring, Utbetaling
from fotfeste.fag.utbetaling.trekk import forskudd_igjen
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import Fagfeil
from fotfeste.grunnmur.logg.models import Hendelse
from fotfeste.grunnmur.logg.services import kommando
from fotfeste.grunnmur.organisasjon.models import Kommune, Kontor
from fotfeste.grunnmur.tilgang import SYSTEM, Aktor
from fotfeste.kobling.betaling.services import filer_lag
from fotfeste.regelverk.tid import er_hverdag, maned
from tests.grunnlag import lag_sak_i_program, lag_timeliste

MAI, JUNI, JULI = date(2026, 5, 1), date(2026, 6, 1), date(2026, 7, 1)
FULL_MAI = 22510  # 21 weekdays at 2.041 × 136 549 ÷ 260
EKSTRA = Kjoringsart.EKSTRA


@pytest.fixture
def samira(kontor: Kontor, veileder: Aktor) -> Sak:
    """She may have 3 000 kr of May before its day; on 3 June her sheet is approved."""
    sak = lag_sak_i_program(kontor)
    with klokke.still_til(date(2026, 5, 29)):
        forskudd_bestem(veileder, sak=sak, maned=MAI, belop=3000, grunn="Husleien forfaller")
    lag_timeliste(sak, MAI, godkjent_av=veileder)
    return sak


@pytest.fixture
def forbered(kommune: Kommune, okonomi: Aktor) -> Callable[..., Kjoring]:
    def utfor(art: Kjoringsart = Kjoringsart.MANED, maaned: date = MAI) -> Kjoring:
        kjoring = services.kjoring_opprett(okonomi, kommune=kommune, maned=maaned, art=art)
        return services.kjoring_forbered(okonomi, kjoring)

    return utfor


@pytest.fixture
def send(okonomi2: Aktor) -> Callable[[Kjoring], Utbetaling]:
    """Released and sent: its one payment."""

    def utfor(kjoring: Kjoring) -> Utbetaling:
        filer_lag(okonomi2, services.kjoring_frigi(okonomi2, kjoring))
        return kjoring.utbetalinger.exclude(status=Utbetalingsstatus.FORKASTET).get()

    return utfor


def _fatt(sak: Sak) -> int:
    """Kroner she has, or will have: what is on its way, has come, or is owed still."""
    rader = Utbetaling.objects.filter(sak=sak)
    ute = rader.exclude(status__in={*IKKE_KOMMET_FRAM, Utbetalingsstatus.FORKASTET})
    summer = [sporring.aggregate(sum=Sum("netto"))["sum"] or 0 for sporring in (ute, ikke_betalt_pa_nytt(sak=sak))]
    return sum(summer)


def _hverdager() -> list[date]:
    return [dag for dag in maned(2026, 5).dager() if er_hverdag(dag)]


def _kom_ikke_fram(rad: Utbetaling) -> None:
    with kommando(SYSTEM, "test"):
        rad.refresh_from_db()
        rad.lagre_endring(status=Utbetalingsstatus.AVVIST)


def test_betales_hele_maneden_i_den_samme_kjoringen_faller_forskuddet_bort(
    samira: Sak, forbered: Callable[..., Kjoring], send: Callable[[Kjoring], Utbetaling]
) -> None:
    kjoring = forbered()
    assert [(rad.art, rad.netto) for rad in kjoring.utbetalinger.all()] == [(Utbetalingsart.MANED, FULL_MAI)]
    assert not Forskudd.objects.get().trukket_tilbake  # the run may still be put aside
    send(kjoring)
    assert _fatt(samira) == FULL_MAI
    assert Forskudd.objects.get().trukket_tilbake
    assert Hendelse.objects.filter(kode="forskudd.trukket", sak_id=samira.pk, for_deltaker=True).count() == 1


def test_legges_manedens_kjoring_bort_venter_forskuddet_fortsatt(
    samira: Sak, okonomi: Aktor, forbered: Callable[..., Kjoring], send: Callable[[Kjoring], Utbetaling]
) -> None:
    services.kjoring_forkast(okonomi, forbered())
    assert send(forbered(EKSTRA)).netto == 3000
    assert send(forbered()).netto == FULL_MAI - 3000


def test_et_forskudd_banken_ikke_kunne_betale_kommer_med_hele_maneden(
    samira: Sak, okonomi: Aktor, forbered: Callable[..., Kjoring], send: Callable[[Kjoring], Utbetaling]
) -> None:
    forskuddet = send(forbered(EKSTRA))
    _kom_ikke_fram(forskuddet)
    assert not services.kjoring_forkast(okonomi, forbered()).utbetalinger.exists()  # nothing goes to that account
    with kommando(SYSTEM, "test"):
        samira.person.lagre_endring(kontonummer="12345678903")
    assert send(forbered()).netto == FULL_MAI
    assert _fatt(samira) == FULL_MAI  # nobody is asked for an account to pay the 3 000 to
    assert not forbered(EKSTRA).utbetalinger.exclude(status=Utbetalingsstatus.FORKASTET).exists()


def test_er_det_trukket_fra_maneden_betales_det_pa_nytt(
    samira: Sak, forbered: Callable[..., Kjoring], send: Callable[[Kjoring], Utbetaling]
) -> None:
    forskuddet = send(forbered(EKSTRA))
    assert send(forbered()).netto == FULL_MAI - 3000
    _kom_ikke_fram(forskuddet)
    with kommando(SYSTEM, "test"):
        samira.person.lagre_endring(kontonummer="12345678903")
    assert send(forbered(EKSTRA)).netto == 3000
    assert _fatt(samira) == FULL_MAI


def test_en_ekstrakjoring_som_ble_liggende_frigis_ikke_etter_hele_maneden(
    samira: Sak, okonomi2: Aktor, forbered: Callable[..., Kjoring], send: Callable[[Kjoring], Utbetaling]
) -> None:
    ekstra = forbered(EKSTRA)
    assert send(forbered()).netto == FULL_MAI
    with pytest.raises(Fagfeil, match=r"Samira Testdal\. Beregn på nytt"):
        services.kjoring_frigi(okonomi2, ekstra)
    forbered(EKSTRA)
    assert Forskudd.objects.get().trukket_tilbake
    assert _fatt(samira) == FULL_MAI
    with pytest.raises(Fagfeil, match="ingen utbetalinger"):
        services.kjoring_frigi(okonomi2, ekstra)


def test_frigis_ekstrakjoringen_forst_regnes_maneden_pa_nytt(
    samira: Sak, okonomi2: Aktor, forbered: Callable[..., Kjoring], send: Callable[[Kjoring], Utbetaling]
) -> None:
    ekstra, maned = forbered(EKSTRA), forbered()
    send(ekstra)
    with pytest.raises(Fagfeil, match="Beregn på nytt"):
        services.kjoring_frigi(okonomi2, maned)
    assert send(forbered()).netto == FULL_MAI - 3000
    assert _fatt(samira) == FULL_MAI


def test_en_maned_som_kom_i_retur_betales_hel_og_gir_ikke_noe_forskudd(
    samira: Sak, forbered: Callable[..., Kjoring], send: Callable[[Kjoring], Utbetaling]
) -> None:
    forbered(EKSTRA)
    _kom_ikke_fram(send(forbered()))
    assert forskudd_ramme(samira, MAI) == 0
    assert not forbered(EKSTRA).utbetalinger.filter(status=Utbetalingsstatus.PLANLAGT).exists()
    assert _fatt(samira) == FULL_MAI


def test_det_maneden_ikke_har_rom_for_trekkes_fra_den_neste(
    kontor: Kontor,
    veileder: Aktor,
    forbered: Callable[..., Kjoring],
    send: Callable[[Kjoring], Utbetaling],
) -> None:
    """On 29 May 3 000 kr is advanced; then the sheet says paid work every day but one, and May comes to 1 072 kr."""
    sak = lag_sak_i_program(kontor)
    with klokke.still_til(date(2026, 5, 29)):
        forskudd_bestem(veileder, sak=sak, maned=MAI, belop=3000, grunn="Husleien forfaller")
    lag_timeliste(sak, MAI, godkjent_av=veileder, arbeid={dag: Decimal("7.5") for dag in _hverdager()[1:]})
    forskuddet = send(forbered(EKSTRA))
    mai = send(forbered())
    assert (mai.brutto, mai.trekk, mai.netto) == (1072, -1072, 0)
    assert forskudd_igjen(sak.pk) == 1928

    lag_timeliste(sak, JUNI, godkjent_av=veileder)
    lag_timeliste(sak, JULI, godkjent_av=veileder)
    with klokke.still_til(date(2026, 8, 3)):
        juni = send(forbered(maaned=JUNI))
        assert (juni.brutto, juni.trekk, juni.netto) == (23582, -1928, 21654)
        grunnlag = bytes(juni.kjoring.filer.get(type="lonnsgrunnlag").dokument.innhold).decode()
        assert ";21654,00;0,00;0,00;0,00;21654,00;" in grunnlag  # the advance was income when it was paid
        juli = send(forbered(maaned=JULI))
        assert (juli.trekk, forskudd_igjen(sak.pk)) == (0, 0)  # once
        _kom_ikke_fram(forskuddet)
        with kommando(SYSTEM, "test"):
            sak.person.lagre_endring(kontonummer="12345678903")
        assert send(forbered(EKSTRA)).netto == 3000  # it has been taken from two months, and is owed again
    assert _fatt(sak) == 1072 + 23582 + juli.brutto


def test_ga_maneden_ingenting_betales_det_som_er_trukket_senere_pa_nytt(
    kontor: Kontor,
    veileder: Aktor,
    forbered: Callable[..., Kjoring],
    send: Callable[[Kjoring], Utbetaling],
) -> None:
    sak = lag_sak_i_program(kontor)
    with klokke.still_til(date(2026, 5, 29)):
        forskudd_bestem(veileder, sak=sak, maned=MAI, belop=3000, grunn="Husleien forfaller")
    lag_timeliste(sak, MAI, godkjent_av=veileder, arbeid={dag: Decimal("7.5") for dag in _hverdager()})
    forskuddet = send(forbered(EKSTRA))
    assert send(forbered()).brutto == 0
    lag_timeliste(sak, JUNI, godkjent_av=veileder)
    with klokke.still_til(date(2026, 7, 2)):
        assert send(forbered(maaned=JUNI)).netto == 23582 - 3000
        _kom_ikke_fram(forskuddet)
        with kommando(SYSTEM, "test"):
            sak.person.lagre_endring(kontonummer="12345678903")
        assert send(forbered(EKSTRA)).netto == 3000
    assert _fatt(sak) == 23582
