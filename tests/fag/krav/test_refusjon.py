"""§ 38 second paragraph: what another benefit pays afterwards, within our outlay, and never a krone twice."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.db import IntegrityError

from fotfeste.fag.krav import services
from fotfeste.fag.krav.dekning import dekning
from fotfeste.fag.krav.enums import Kravstatus, Refusjonsstatus, Refusjonsytelse
from fotfeste.fag.krav.models import Krav, Refusjonskrav
from fotfeste.fag.krav.motregning import natt_motregn
from fotfeste.fag.krav.refusjon import utleggene
from fotfeste.fag.krav.trekkplan import planlagt_framover
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.utbetaling.endringsarsak import Endringsarsak
from fotfeste.fag.utbetaling.enums import Utbetalingsart
from fotfeste.fag.utbetaling.etterregning import etterregn
from fotfeste.fag.utbetaling.models import Utbetaling
from fotfeste.fag.vedtak.enums import Vedtakstype
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import Fagfeil
from fotfeste.grunnmur.logg.services import kommando
from fotfeste.grunnmur.organisasjon.models import Kontor
from fotfeste.grunnmur.tilgang import SYSTEM, Aktor
from fotfeste.regelverk.tid import Periode
from tests.fag.krav.fortelling import APRIL, MAI, bestemt, betal, differanse, funnet
from tests.fag.program.fortellinger import gi_vedtak
from tests.grunnlag import I_DAG, lag_sak_i_program

APRILDAGENE: dict[str, Any] = {"fra": date(2026, 4, 1), "til": date(2026, 4, 30)}
SYK = Refusjonsytelse.SYKEPENGER


@pytest.fixture
def betalt(kontor: Kontor) -> Sak:
    sak = lag_sak_i_program(kontor)
    betal(sak, APRIL)
    return sak


def test_refusjonen_er_innenfor_utlegget_og_etterbetalingen(betalt: Sak, veileder: Aktor) -> None:
    brutto = Utbetaling.objects.get().brutto
    (hele,) = utleggene(betalt, Periode(**APRILDAGENE))
    (halve,) = utleggene(betalt, Periode(date(2026, 4, 16), date(2026, 5, 10)))
    assert (hele.utlegg, hele.stonadsdager) == (brutto, 22)
    assert halve.utlegg == brutto * 11 // 22
    with pytest.raises(Fagfeil, match="mellom 1 kr og"):
        services.refusjonskrav_fremsett(veileder, sak=betalt, ytelse=SYK, **APRILDAGENE, etterbetalt=5000, krevd=5001)
    with pytest.raises(Fagfeil, match="ikke betalt noe"):
        services.refusjonskrav_fremsett(
            veileder, sak=betalt, ytelse=SYK, fra=date(2026, 2, 1), til=date(2026, 2, 28), etterbetalt=5000
        )
    rad = services.refusjonskrav_fremsett(veileder, sak=betalt, ytelse=SYK, **APRILDAGENE, etterbetalt=99_000)
    assert (rad.krevd, rad.utlegg) == (brutto, brutto)
    assert betalt.brev.get().tittel.startswith("Vi krever")
    with pytest.raises(Fagfeil, match="alt krevd refusjon"):
        services.refusjonskrav_fremsett(
            veileder, sak=betalt, ytelse=SYK, fra=date(2026, 4, 30), til=date(2026, 5, 2), etterbetalt=100
        )
    with pytest.raises(IntegrityError, match="refusjon_innen_utlegg"), kommando(SYSTEM, "test"):
        Refusjonskrav.objects.update(krevd=brutto + 1)


def test_en_maned_betalt_i_to_omganger_fordeles_paa_alle_dagene(kontor: Kontor, veileder: Aktor) -> None:
    """April is paid for the 8 days to the 10th, then extended and paid for all its 22: 1–10 April is 8 of 22."""
    sak = lag_sak_i_program(kontor, til=date(2026, 4, 10))
    betal(sak, APRIL)
    gi_vedtak(sak, veileder, type_=Vedtakstype.FORLENGELSE, fra=date(2026, 4, 11), til=date(2027, 1, 11))
    etterregn(SYSTEM, sak)
    betal(sak, MAI)
    brutto = sum(Utbetaling.objects.filter(maned=APRIL).values_list("brutto", flat=True))
    (forste,) = utleggene(sak, Periode(date(2026, 4, 1), date(2026, 4, 10)))
    (resten,) = utleggene(sak, Periode(date(2026, 4, 11), date(2026, 4, 30)))
    assert (forste.betalt, forste.i_perioden, forste.stonadsdager) == (brutto, 8, 22)
    assert (forste.utlegg, resten.utlegg) == (brutto * 8 // 22, brutto * 14 // 22)


def test_det_nav_kan_dekke_trekkes_ikke_imens_og_ikke_etterpa(
    betalt: Sak, veileder: Aktor, beslutter: Aktor, okonomi: Aktor
) -> None:
    """5 000 kr too much because of sykepenger. 1 000 are deducted and 300 set off before NAV is asked for the rest."""
    for_mye = differanse(betalt, APRIL, -5000, Endringsarsak.YTELSE)
    krav = bestemt(veileder, beslutter, funnet(veileder, betalt, for_mye))
    betal(betalt, MAI)
    differanse(betalt, APRIL, 300)
    natt_motregn()
    with pytest.raises(Fagfeil, match="mellom 1 kr og 3\xa0700"):
        services.refusjonskrav_fremsett(veileder, sak=betalt, ytelse=SYK, **APRILDAGENE, etterbetalt=5000, krevd=5000)
    rad = services.refusjonskrav_fremsett(veileder, sak=betalt, ytelse=SYK, **APRILDAGENE, etterbetalt=5000)
    krav.refresh_from_db()
    assert planlagt_framover(krav) == {}, "nothing is deducted while NAV has not answered"
    rad = services.refusjonskrav_registrer_avslag(veileder, refusjonskrav=rad, grunn="NAV fant ikke kravet.")
    assert sum(planlagt_framover(krav).values()) == 3700
    rad = services.refusjonskrav_fremsett(veileder, sak=betalt, ytelse=SYK, **APRILDAGENE, etterbetalt=5000)
    with pytest.raises(Fagfeil, match="som er det vi krevde"):
        services.refusjonskrav_innfri(okonomi, refusjonskrav=rad, dato=I_DAG, belop=9000, referanse="B")
    rad = services.refusjonskrav_innfri(okonomi, refusjonskrav=rad, dato=klokke.i_dag(), belop=3700, referanse="B")
    krav.refresh_from_db()
    d = dekning(krav)
    assert (d.trukket, d.motregnet, d.refundert, d.rest) == (1000, 300, 3700, 0), "5 000 kr came back, and no more"
    assert krav.status == Kravstatus.NEDBETALT
    assert rad.status == Refusjonsstatus.INNFRIDD


def test_det_nav_har_betalt_dekker_ogsa_det_som_kommer_igjen_nar_en_innbetaling_var_feil(
    betalt: Sak, veileder: Aktor, beslutter: Aktor, okonomi: Aktor
) -> None:
    """Somebody else's 2 000 kr are put on the claim while NAV has not answered: NAV's 5 000 find room for 3 000."""
    krav = bestemt(
        veileder, beslutter, funnet(veileder, betalt, differanse(betalt, APRIL, -5000, Endringsarsak.YTELSE))
    )
    rad = services.refusjonskrav_fremsett(veileder, sak=betalt, ytelse=SYK, **APRILDAGENE, etterbetalt=5000)
    feil = services.krav_registrer_innbetaling(okonomi, krav=krav, dato=I_DAG, belop=2000, referanse="KID 1")
    services.refusjonskrav_innfri(okonomi, refusjonskrav=rad, dato=I_DAG, belop=5000, referanse="B")
    assert dekning(krav).refundert == 3000
    services.krav_rett_innbetaling(okonomi, krav=krav, innbetaling=feil.pk, grunn="Gjelder en annen")
    krav.refresh_from_db()
    assert (dekning(krav).refundert, dekning(krav).rest, planlagt_framover(krav)) == (5000, 0, {})
    assert krav.status == Kravstatus.NEDBETALT


@pytest.mark.parametrize("innbetalt", [0, 5000])
def test_det_nav_kan_dekke_motregnes_ikke(betalt: Sak, veileder: Aktor, okonomi: Aktor, innbetalt: int) -> None:
    """NAV is asked for 5 000 kr. A child gives 900 more for April: they are paid out, for NAV takes the 5 000."""
    for_mye = differanse(betalt, APRIL, -5000, Endringsarsak.YTELSE)
    rad = services.refusjonskrav_fremsett(veileder, sak=betalt, ytelse=SYK, **APRILDAGENE, etterbetalt=5000)
    if innbetalt:
        services.refusjonskrav_innfri(okonomi, refusjonskrav=rad, dato=I_DAG, belop=innbetalt, referanse="B")
    differanse(betalt, APRIL, 900)
    assert natt_motregn().startswith("0 kr")
    krav = funnet(veileder, betalt, for_mye)
    assert natt_motregn().startswith("0 kr")
    assert dekning(krav).refundert == innbetalt
    betal(betalt, MAI)
    assert Utbetaling.objects.get(art=Utbetalingsart.ETTERBETALING).brutto == 900


def test_en_maned_nav_har_dekket_blir_ikke_et_krav_etterpa(betalt: Sak, veileder: Aktor, okonomi: Aktor) -> None:
    rad = services.refusjonskrav_fremsett(veileder, sak=betalt, ytelse=SYK, **APRILDAGENE, etterbetalt=5000)
    services.refusjonskrav_innfri(okonomi, refusjonskrav=rad, dato=I_DAG, belop=5000, referanse="B")
    krav = funnet(veileder, betalt, differanse(betalt, APRIL, -5000, Endringsarsak.YTELSE))
    assert (krav.status, dekning(krav).refundert) == (Kravstatus.REFUSJON, 5000)
    # Unrelated too much for the same month is a claim of its own.
    annet = funnet(veileder, betalt, differanse(betalt, APRIL, -700))
    assert (annet.status, dekning(annet).rest) == (Kravstatus.FUNNET, 700)
    assert Krav.objects.count() == 2


def test_refusjonskrav_trekk_tilbake(betalt: Sak, veileder: Aktor) -> None:
    rad = services.refusjonskrav_fremsett(veileder, sak=betalt, ytelse=SYK, **APRILDAGENE, etterbetalt=5000)
    with pytest.raises(Fagfeil, match="hvorfor"):
        services.refusjonskrav_trekk_tilbake(veileder, refusjonskrav=rad, grunn=" ")
    rad = services.refusjonskrav_trekk_tilbake(veileder, refusjonskrav=rad, grunn="Feil måned.")
    assert rad.status == Refusjonsstatus.FRAFALT
