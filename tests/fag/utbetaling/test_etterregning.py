"""A paid month that turns out otherwise: the past stands, and the difference is money to come or a claim."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from django.db import IntegrityError
from django.db.models import Sum

from fotfeste.fag.oppmote.inn import Dagtimer
from fotfeste.fag.oppmote.retting import timeliste_rett
from fotfeste.fag.oppmote.services import timeliste_godkjenn, timeliste_lagre, timeliste_lever
from fotfeste.fag.person.services import barn_registrer
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.utbetaling import services
from fotfeste.fag.utbetaling.endringsarsak import Endringsarsak
from fotfeste.fag.utbetaling.enums import (
    Kjoringsart,
    Trekkart,
    Utbetalingsart,
    Utbetalingsstatus,
    Utelatt,
    Ytelsestype,
)
from fotfeste.fag.utbetaling.etterregning import etterregn, etterregn_mange, finn_endringer
from fotfeste.fag.utbetaling.forskjell import grunner_for
from fotfeste.fag.utbetaling.forskudd import forskudd_bestem, forskudd_ramme, forskudd_trekk_tilbake
from fotfeste.fag.utbetaling.innkreving import innkrevingskrav_registrer
from fotfeste.fag.utbetaling.models import (
    AnnenYtelse,
    Beregning,
    Differanse,
    Kjoring,
    Trekk,
    Trekklinje,
    Utbetaling,
)
from fotfeste.fag.utbetaling.selectors import beregning_hent, kjoringslinjer
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import Fagfeil, IkkeTilgang
from fotfeste.grunnmur.logg.models import Hendelse
from fotfeste.grunnmur.logg.services import kommando
from fotfeste.grunnmur.organisasjon.enums import Rolle
from fotfeste.grunnmur.organisasjon.models import Kommune, Kontor
from fotfeste.grunnmur.tilgang import SYSTEM, Aktor
from fotfeste.kobling.betaling.services import filer_lag
from tests.grunnlag import lag_aktor, lag_kommune, lag_kontor, lag_sak_i_program, lag_timeliste

MAI, JUNI = date(2026, 5, 1), date(2026, 6, 1)
FULL_MAI = 22510  # 21 weekdays at 2.041 × 136 549 ÷ 260


@pytest.fixture
def samira(kontor: Kontor, veileder: Aktor) -> Sak:
    sak = lag_sak_i_program(kontor)
    lag_timeliste(sak, MAI, godkjent_av=veileder)
    return sak


@pytest.fixture
def betal(kommune: Kommune, okonomi: Aktor, okonomi2: Aktor) -> Callable[..., Kjoring]:
    """A run from begun to sent; May's unless another is asked for."""

    def utfor(maned: date = MAI, art: Kjoringsart = Kjoringsart.MANED) -> Kjoring:
        kjoring = services.kjoring_opprett(okonomi, kommune=kommune, maned=maned, art=art)
        kjoring = services.kjoring_frigi(okonomi2, services.kjoring_forbered(okonomi, kjoring))
        filer_lag(okonomi2, kjoring)
        return Kjoring.objects.get(pk=kjoring.pk)

    return utfor


def _far_ytelse(sak: Sak, belop: int) -> AnnenYtelse:
    with kommando(SYSTEM, "test"):
        return AnnenYtelse.objects.create(
            sak=sak, type=Ytelsestype.SYKEPENGER, fra=date(2026, 5, 25), til=date(2026, 5, 29), belop_per_dag=belop
        )


def _kom_ikke_fram(utbetaling: Utbetaling, status: Utbetalingsstatus) -> None:
    with kommando(SYSTEM, "test"):
        utbetaling.lagre_endring(status=status)


def test_en_ytelse_vi_fikk_vite_om_for_sent_gir_et_krav_og_rorer_ikke_fortiden(
    samira: Sak, veileder: Aktor, betal: Callable[..., Kjoring]
) -> None:
    betal()
    betalt = Beregning.objects.get()
    _far_ytelse(samira, 300)
    with kommando(SYSTEM, "test"):  # a child in June is no reason for anything in May
        samira.person.barn.create(navn="Lea", fodselsdato=JUNI, fra=JUNI)
    (differanse,) = etterregn(veileder, samira)
    assert (differanse.belop, differanse.arsaker) == (-5 * 300, [Endringsarsak.YTELSE])
    assert (differanse.forrige, differanse.forrige.netto, differanse.ny.brutto) == (betalt, FULL_MAI, FULL_MAI - 1500)
    assert Utbetaling.objects.get().netto == FULL_MAI
    assert etterregn(veileder, samira) == []  # nothing more has changed
    assert Hendelse.objects.filter(kode="etterregning.mindre", sak_id=samira.pk).count() == 1


def test_kjeden_gar_videre_fra_den_siste_og_tilbake_til_start(
    samira: Sak, veileder: Aktor, okonomi: Aktor, betal: Callable[..., Kjoring], kommune: Kommune
) -> None:
    betal()
    ytelse = _far_ytelse(samira, 300)
    etterregn(veileder, samira)
    with kommando(SYSTEM, "test"):
        ytelse.delete()
    (tilbake,) = etterregn(veileder, samira)
    assert tilbake.belop == 1500
    assert Differanse.objects.aggregate(sum=Sum("belop"))["sum"] == 0
    gjeldende = beregning_hent(samira, MAI)
    assert gjeldende == tilbake.ny
    with pytest.raises(IntegrityError), kommando(SYSTEM, "test"):
        Differanse.objects.create(
            sak=samira, maned=MAI, forrige=Beregning.objects.earliest("opprettet"), ny=tilbake.ny, belop=1, arsaker=[]
        )


def test_etterbetalingen_folger_neste_kjoring_en_gang(
    samira: Sak, veileder: Aktor, betal: Callable[..., Kjoring]
) -> None:
    ytelse = _far_ytelse(samira, 300)
    betal()
    with kommando(SYSTEM, "test"):
        ytelse.delete()  # it was not hers after all
    etterregn(veileder, samira)
    lag_timeliste(samira, JUNI, godkjent_av=veileder)
    with klokke.still_til(date(2026, 7, 2)):
        kjoring = betal(JUNI)
        rader = {rad.art: rad for rad in kjoring.utbetalinger.all()}
        assert rader[Utbetalingsart.ETTERBETALING].netto == 1500
        assert rader[Utbetalingsart.ETTERBETALING].maned == MAI
        assert set(rader) == {Utbetalingsart.MANED, Utbetalingsart.ETTERBETALING}
        fil = bytes(kjoring.filer.get(type="pain001").dokument.innhold).decode()
        assert "Etterbetaling kvalifiseringsstønad mai 2026" in fil
        with pytest.raises(Fagfeil, match="ingen utbetalinger"):
            betal(JUNI)  # a further run has nothing left to pay


def test_en_ekstrakjoring_betaler_etter_uten_a_vente_paa_maneden(
    samira: Sak, veileder: Aktor, betal: Callable[..., Kjoring]
) -> None:
    ytelse = _far_ytelse(samira, 300)
    betal()
    with kommando(SYSTEM, "test"):
        ytelse.delete()
    assert etterregn_mange(veileder, Sak.objects.all(), [MAI]) == 1
    kjoring = betal(JUNI, Kjoringsart.EKSTRA)
    assert [rad.netto for rad in kjoring.utbetalinger.all()] == [1500]


def test_nye_satser_er_ikke_nye_fakta(
    samira: Sak, veileder: Aktor, kommune: Kommune, okonomi: Aktor, okonomi2: Aktor
) -> None:
    """April and the first days of May are reckoned on 4 May, before the G of 2026 is known."""
    lag_timeliste(samira, date(2026, 4, 1), godkjent_av=veileder)
    sluttet = date(2026, 5, 3)
    with klokke.still_til(sluttet):
        kjoring = services.kjoring_opprett(okonomi, kommune=kommune, maned=date(2026, 4, 1))
        services.kjoring_frigi(okonomi2, services.kjoring_forbered(okonomi, kjoring))
    assert list(finn_endringer([samira])) == []
    april = list(finn_endringer([samira], kjent_dato=date(2026, 6, 1)))
    assert april == []  # the new G counts from 1 May


@pytest.mark.parametrize("kom_tilbake", [Utbetalingsstatus.AVVIST, Utbetalingsstatus.RETURNERT])
def test_det_som_kom_i_retur_betales_igjen_som_det_var(
    samira: Sak, betal: Callable[..., Kjoring], kom_tilbake: Utbetalingsstatus, veileder: Aktor, okonomi: Aktor,
    kommune: Kommune,
) -> None:  # fmt: skip
    with kommando(SYSTEM, "test"):
        Trekk.objects.create(sak=samira, maned=MAI, belop=1000, hjemmel="sotjl § 40", grunn="For mye i mars")
    betal()
    forste = Utbetaling.objects.get()
    _kom_ikke_fram(forste, kom_tilbake)
    kjoring = services.kjoring_forbered(okonomi, services.kjoring_opprett(okonomi, kommune=kommune, maned=MAI))
    assert kjoring.utelatte.get().grunn == Utelatt.KONTO_AVVIST
    services.kjoring_forkast(okonomi, kjoring)

    with kommando(SYSTEM, "test"):
        samira.person.lagre_endring(kontonummer="12345678903")
    kjoring = betal(MAI)
    ny = kjoring.utbetalinger.get()
    assert (ny.erstatter, ny.netto, ny.kontonummer) == (forste, FULL_MAI - 1000, "12345678903")
    assert ny.beregning == forste.beregning
    assert Trekklinje.objects.get(utbetaling=ny).belop == 1000
    # That does not arrive either, and the bank has opened the first account again: it is not refused for ever.
    _kom_ikke_fram(ny, kom_tilbake)
    with kommando(SYSTEM, "test"):
        samira.person.lagre_endring(kontonummer=forste.kontonummer)
    igjen = betal(MAI).utbetalinger.get()
    assert (igjen.erstatter, igjen.kontonummer) == (ny, forste.kontonummer)
    with pytest.raises(Fagfeil, match="ingen utbetalinger"):
        betal(MAI)


def test_kontrollen_holder_hver_maned_mot_maneden_for_den(
    samira: Sak, betal: Callable[..., Kjoring], veileder: Aktor, okonomi: Aktor, kommune: Kommune
) -> None:
    """May is paid again in June's run, to another account, beside June itself and a child's part to Innkreving."""
    lag_timeliste(samira, date(2026, 4, 1), godkjent_av=veileder)
    april = betal(date(2026, 4, 1)).utbetalinger.get()
    _kom_ikke_fram(betal().utbetalinger.get(), Utbetalingsstatus.RETURNERT)
    with kommando(SYSTEM, "test"):
        samira.person.lagre_endring(kontonummer="12345678903")
    with klokke.still_til(date(2026, 7, 3)):
        ali = barn_registrer(veileder, samira.person, navn="Ali", fodselsdato=date(2026, 6, 2))
        innkrevingskrav_registrer(
            veileder, sak=samira, barn=ali, krevd=JUNI, fra=JUNI, til=None, kontonummer="76940512057"
        )
        lag_timeliste(samira, JUNI, godkjent_av=veileder)
        kjoring = services.kjoring_forbered(okonomi, services.kjoring_opprett(okonomi, kommune=kommune, maned=JUNI))
        linjer = {(rad.utbetaling.art, rad.utbetaling.maned): rad for rad in kjoringslinjer(okonomi, kjoring)}
    mai, juni = linjer[Utbetalingsart.MANED, MAI], linjer[Utbetalingsart.MANED, JUNI]
    assert (mai.forrige, mai.konto_er_ny) == (april.netto, True)
    assert (juni.forrige, juni.konto_er_ny) == (FULL_MAI, False)
    assert not linjer[Utbetalingsart.INNKREVING, JUNI].konto_er_ny
    hvorfor = grunner_for([rad.utbetaling for rad in linjer.values()])
    assert {pk: sum(grunn.kroner for grunn in grunner) for pk, grunner in hvorfor.items()} == {
        mai.utbetaling.pk: FULL_MAI - april.beregning.netto,
        juni.utbetaling.pk: juni.utbetaling.beregning.netto - FULL_MAI,
    }


class TestForskudd:
    def test_gis_av_dager_som_har_vaert_og_trekkes_av_maneden(
        self, kontor: Kontor, kommune: Kommune, veileder: Aktor, okonomi: Aktor, betal: Callable[..., Kjoring]
    ) -> None:
        """On 15 May ten stønadsdager have passed, and the G of 2026 is not known yet."""
        sak = lag_sak_i_program(kontor)
        with klokke.still_til(date(2026, 5, 15)):
            # 10 days × 2.041 × 130 160 ÷ 260 = 10 217.56 → 10 218; 80 % = 8 174
            assert forskudd_ramme(sak, MAI) == 8174
            with pytest.raises(Fagfeil, match="mellom 1 kr"):
                forskudd_bestem(veileder, sak=sak, maned=MAI, belop=9000, grunn="Tomt for penger")
            with pytest.raises(IkkeTilgang):
                forskudd_bestem(okonomi, sak=sak, maned=MAI, belop=3000, grunn="Tomt for penger")
            forskudd_bestem(veileder, sak=sak, maned=MAI, belop=3000, grunn="Tomt for penger, husleien forfaller")
            assert forskudd_ramme(sak, MAI) == 5174
            kjoring = betal(MAI, Kjoringsart.EKSTRA)
            assert [(rad.art, rad.netto) for rad in kjoring.utbetalinger.all()] == [(Utbetalingsart.FORSKUDD, 3000)]
        lag_timeliste(sak, MAI, godkjent_av=veileder)
        maned = betal()
        rad = maned.utbetalinger.get()
        assert (rad.brutto, rad.trekk, rad.netto) == (FULL_MAI, -3000, FULL_MAI - 3000)
        assert Trekklinje.objects.get(utbetaling=rad).trekk.art == Trekkart.FORSKUDD
        assert any("fått dem på forhånd" in linje["tekst"] for linje in rad.beregning.spor)
        lonn = bytes(maned.filer.get(type="lonnsgrunnlag").dokument.innhold).decode("utf-8-sig")
        assert f";{FULL_MAI - 3000},00;" in lonn  # the advance was reported when it was paid

    def test_som_ikke_er_betalt_trekkes_ikke_og_kan_tas_tilbake(
        self, kontor: Kontor, veileder: Aktor, betal: Callable[..., Kjoring]
    ) -> None:
        sak = lag_sak_i_program(kontor)
        with klokke.still_til(date(2026, 5, 15)):
            forskudd = forskudd_bestem(veileder, sak=sak, maned=MAI, belop=3000, grunn="Tomt for penger")
            forskudd_trekk_tilbake(veileder, forskudd=forskudd)
            forskudd_trekk_tilbake(veileder, forskudd=forskudd)
        lag_timeliste(sak, MAI, godkjent_av=veileder)
        assert betal().utbetalinger.get().netto == FULL_MAI

    def test_ikke_for_dager_som_kommer_eller_en_betalt_maned(
        self, samira: Sak, veileder: Aktor, betal: Callable[..., Kjoring]
    ) -> None:
        with pytest.raises(Fagfeil, match="dager som har vært"):
            forskudd_bestem(veileder, sak=samira, maned=date(2026, 7, 1), belop=1, grunn="x")
        betal()
        assert forskudd_ramme(samira, MAI) == 0


def test_en_i_annen_kommune_regner_ikke_om(samira: Sak, okonomi: Aktor, kontor: Kontor) -> None:
    fremmed = lag_aktor(Rolle.VEILEDER, lag_kontor(lag_kommune("Fjellbygd", "4299"), "NAV Fjellbygd"))
    with pytest.raises(IkkeTilgang):
        etterregn(fremmed, samira)
    assert etterregn(okonomi, samira) == []


def test_en_rettet_timeliste_regner_maneden_om_med_en_gang(
    samira: Sak, veileder: Aktor, betal: Callable[..., Kjoring]
) -> None:
    """A day of paid work was forgotten. The sheet that was paid on stands; the new one gives the difference."""
    betal()
    betalt = Utbetaling.objects.get()
    ny = timeliste_rett(veileder, timeliste=samira.timelister.get(), grunn="Du jobbet den 4.")
    assert etterregn(veileder, samira) == []  # nothing is settled while the sheet is open
    ny = timeliste_lagre(
        veileder, timeliste=ny, dager={date(2026, 5, 4): Dagtimer(program=Decimal(0), arbeid=Decimal("7.5"))}
    )
    ny = timeliste_lever(veileder, timeliste=ny, pa_vegne_grunn="Samira ringte")
    timeliste_godkjenn(veileder, timeliste=ny)
    differanse = Differanse.objects.get()
    assert (differanse.belop, differanse.arsaker) == (-1072, [Endringsarsak.ARBEID])
    with kommando(SYSTEM, "test"):
        betalt.refresh_from_db()
        betalt.lagre_endring(status=Utbetalingsstatus.UTBETALT)  # what was paid on a replaced sheet goes its way
