"""§ 23: only forsett or grov uaktsomhet, only after a hearing, and only by another pair of eyes."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from fotfeste.fag.klage import services as klager
from fotfeste.fag.klage.enums import Innstillinger, Omgjoringsgrunn
from fotfeste.fag.krav import services
from fotfeste.fag.krav.dekning import dekning
from fotfeste.fag.krav.enums import Kravarsak, Kravstatus, Refusjonsytelse
from fotfeste.fag.krav.models import Krav
from fotfeste.fag.krav.selectors import egne_krav
from fotfeste.fag.krav.trekkplan import planlagt_framover
from fotfeste.fag.oversikt.selectors import oversikt_en
from fotfeste.fag.sak.enums import Saksstatus
from fotfeste.fag.utbetaling import services as utbetaling
from fotfeste.fag.utbetaling.endringsarsak import Endringsarsak
from fotfeste.fag.vedtak import services as vedtakene
from fotfeste.fag.vedtak.enums import Sjekk, Skyld, Vedtaksstatus, Vedtakstype
from fotfeste.grunnmur.feil import Fagfeil, FlereFeil
from fotfeste.grunnmur.logg.services import kommando
from fotfeste.grunnmur.organisasjon.models import Kontor
from fotfeste.grunnmur.tilgang import SYSTEM, Aktor
from tests.fag.klage.fortelling import avgjort, besluttet, klag
from tests.fag.krav.fortelling import APRIL, MAI, bestemt, betal, differanse, forbered, funnet, kreves_tilbake
from tests.grunnlag import I_DAG, lag_deltaker, lag_sak_i_program


def test_tilbakebetaling_fra_varsel_til_avtale_om_trekk(
    kontor: Kontor, veileder: Aktor, beslutter: Aktor, okonomi: Aktor
) -> None:
    sak = lag_sak_i_program(kontor)
    betal(sak, APRIL)
    krav = bestemt(veileder, beslutter, funnet(veileder, sak, differanse(sak, APRIL, -6000)))
    with kommando(SYSTEM, "test"):  # The programme may be over: § 23 asks for no stønad to come.
        sak.refresh_from_db()
        sak.lagre_endring(status=Saksstatus.AVSLUTTET)
        krav.refresh_from_db()
        krav.lagre_endring(arsak=Kravarsak.URIKTIG)
    krav = Krav.objects.select_related("sak__person").get(pk=krav.pk)
    vedtak = services.krav_start_tilbakebetaling(veileder, krav=krav)
    assert services.krav_start_tilbakebetaling(veileder, krav=krav) == vedtak

    with pytest.raises(FlereFeil) as feil:
        vedtakene.vedtak_send_til_beslutter(veileder, vedtak=vedtak)
    assert {ett.felt for ett in feil.value.feil} >= {"skyld", "grunn_ord", "bevis", "forhandsvarsel"}
    vedtak = vedtakene.vedtak_lagre(
        veileder,
        vedtak=vedtak,
        skyld=Skyld.GROV_UAKTSOMHET,
        grunn_ord="Du sa ikke fra om at du fikk lønn i april.",
        bevis="A-meldingen",
        begrunnelse_fakta="Du fikk 6 000 kr i lønn.\nDu skrev at du ikke hadde lønn.",
        begrunnelse_hensyn="Det var et høyt beløp.",
    )
    vedtak = vedtakene.vedtak_varsle(veileder, vedtak=vedtak, uttalefrist=I_DAG + timedelta(days=14))
    vedtak = vedtakene.vedtak_uttalelse(veileder, vedtak=vedtak, dato=I_DAG, uttalelse="Jeg glemte det.")
    with pytest.raises(Fagfeil, match="hvorfor det er forsett"):
        vedtakene.vedtak_send_til_beslutter(veileder, vedtak=vedtak)
    vedtak = vedtakene.vedtak_lagre(
        veileder, vedtak=vedtak, begrunnelse_hensyn="Du måtte ha skjønt det, for vi spurte deg om lønn hver måned."
    )
    vedtak = vedtakene.vedtak_send_til_beslutter(veileder, vedtak=vedtak)
    with pytest.raises(Fagfeil, match="Kryss av"):
        vedtakene.vedtak_fatt(beslutter, vedtak=vedtak, sjekket=[Sjekk.SKYLDEN])
    vedtak = vedtakene.vedtak_fatt(beslutter, vedtak=vedtak, sjekket=[Sjekk.SKYLDEN, Sjekk.BELOPET, Sjekk.HORT])
    assert vedtak.frosset is not None
    assert vedtak.frosset["tilbakebetaling"]["belop"] == 6000
    assert [lov["hjemmel"] for lov in vedtak.frosset["lov"]] == ["sotjl § 40 andre ledd", "sotjl § 23"]

    krav.refresh_from_db()
    sak.refresh_from_db()
    assert (krav.status, planlagt_framover(krav)) == (Kravstatus.TILBAKEBETALING, {})
    assert sak.status == Saksstatus.AVSLUTTET, "the case stays as it was"
    services.krav_registrer_innbetaling(okonomi, krav=krav, dato=I_DAG, belop=2500, referanse="KID 1")
    assert dekning(krav).rest == 3500
    with kommando(SYSTEM, "test"):
        sak.lagre_endring(status=Saksstatus.I_PROGRAM)
    with pytest.raises(Fagfeil, match="selv ha bedt om"):
        services.krav_endre_plan(veileder, krav=krav, per_maned=500, fra=MAI)
    krav = services.krav_endre_plan(veileder, krav=krav, per_maned=1000, fra=MAI, deltakeren_vil=True)
    assert list(planlagt_framover(krav).values()) == [1000, 1000, 1000, 500]


def test_uten_uriktige_opplysninger_ingen_tilbakebetaling(kontor: Kontor, veileder: Aktor) -> None:
    sak = lag_sak_i_program(kontor, fra=date(2026, 4, 1), til=date(2027, 3, 31))
    betal(sak, APRIL)
    krav = funnet(veileder, sak, differanse(sak, APRIL, -500))
    with pytest.raises(Fagfeil, match="bare for uriktige"):
        services.krav_start_tilbakebetaling(veileder, krav=krav)
    with pytest.raises(Fagfeil, match="begynner dere på fra kravet"):
        vedtakene.vedtak_start(veileder, sak=sak, type=Vedtakstype.TILBAKEBETALING)
    krav = services.krav_vurder_arsak(veileder, krav=krav, arsak=Kravarsak.URIKTIG)
    forste = services.krav_start_tilbakebetaling(veileder, krav=krav)
    vedtakene.vedtak_forkast(veileder, vedtak=forste)
    andre = services.krav_start_tilbakebetaling(veileder, krav=Krav.objects.get(pk=krav.pk))
    assert (andre.status, andre == forste) == (Vedtaksstatus.UTKAST, False)


def test_opphevet_av_statsforvalteren_er_kravet_der_det_var(
    kontor: Kontor, veileder: Aktor, beslutter: Aktor, okonomi2: Aktor
) -> None:
    """What was agreed about it is not taken either, not even from a run that is prepared; and it can be made anew."""
    sak = lag_sak_i_program(kontor)
    betal(sak, APRIL)
    krav = bestemt(veileder, beslutter, funnet(veileder, sak, differanse(sak, APRIL, -6000)))
    krav = services.krav_vurder_arsak(veileder, krav=krav, arsak=Kravarsak.URIKTIG)
    vedtak = kreves_tilbake(veileder, beslutter, services.krav_start_tilbakebetaling(veileder, krav=krav))
    services.krav_endre_plan(veileder, krav=krav, per_maned=2000, fra=MAI, deltakeren_vil=True)
    kjoring = forbered(sak, MAI)
    klage = avgjort(veileder, beslutter, klag(veileder, vedtak))

    krav = Krav.objects.select_related("sak__person").get(pk=krav.pk)
    assert (krav.status, krav.plan_belop, planlagt_framover(krav)) == (Kravstatus.BESTEMT, 1000, {})
    with pytest.raises(Fagfeil, match="Grunnlaget er endret"):
        utbetaling.kjoring_frigi(okonomi2, kjoring)
    assert "trekkes ikke: vedtaket om tilbakebetaling" in " ".join(ett.hva for ett in oversikt_en(sak).oppgaver)
    utbetaling.kjoring_forkast(okonomi2, kjoring)

    with pytest.raises(Fagfeil, match="Velg tilbakebetaling"):
        klager.klage_start_nytt_vedtak(veileder, klage=klage, type=Vedtakstype.ENDRING)
    nytt = klager.klage_start_nytt_vedtak(veileder, klage=klage, type=Vedtakstype.TILBAKEBETALING)
    assert "trekkes ikke" not in " ".join(ett.hva for ett in oversikt_en(sak).oppgaver)
    nytt = kreves_tilbake(veileder, beslutter, nytt)
    krav.refresh_from_db()
    assert (krav.status, krav.vedtak) == (Kravstatus.TILBAKEBETALING, nytt)


def test_gjort_om_av_nav_kan_kravet_bli_et_trekk(
    kontor: Kontor, veileder: Aktor, beslutter: Aktor, okonomi: Aktor
) -> None:
    """Taken up again by ourselves, it holds until the new one is taken. Changed after a complaint, it fell."""
    sak = lag_sak_i_program(kontor)
    betal(sak, APRIL)
    krav = funnet(veileder, sak, differanse(sak, APRIL, -6000))
    deltaker = lag_deltaker(sak.person, kontor)
    assert egne_krav(deltaker) == []
    krav = services.krav_vurder_arsak(veileder, krav=krav, arsak=Kravarsak.URIKTIG)
    vedtak = kreves_tilbake(veileder, beslutter, services.krav_start_tilbakebetaling(veileder, krav=krav))
    omgjoring = klager.omgjoring_start(
        veileder,
        vedtak=vedtak,
        grunn=Omgjoringsgrunn.UGYLDIG,
        begrunnelse="Vi regnet med feil måned.",
        type=Vedtakstype.TILBAKEBETALING,
    )
    krav.refresh_from_db()
    assert (krav.status, krav.vedtak) == (Kravstatus.TILBAKEBETALING, omgjoring.nytt_vedtak)
    assert omgjoring.nytt_vedtak is not None
    besluttet(veileder, beslutter, klag(veileder, vedtak), Innstillinger.OMGJOR)
    krav.refresh_from_db()
    assert (krav.status, krav.vedtak) == (Kravstatus.FUNNET, omgjoring.nytt_vedtak), "the draft goes on"
    vedtak = kreves_tilbake(veileder, beslutter, omgjoring.nytt_vedtak)

    besluttet(veileder, beslutter, klag(veileder, vedtak), Innstillinger.OMGJOR)
    krav = Krav.objects.select_related("sak__person").get(pk=krav.pk)
    assert (krav.status, krav.vedtak) == (Kravstatus.FUNNET, None)
    assert [ett.krav for ett in egne_krav(deltaker)] == [krav], "who has been told of it, goes on seeing it"
    # Who decided the complaint and the repayment has prepared nothing of the deduction.
    krav = bestemt(veileder, beslutter, krav)
    assert sum(planlagt_framover(krav).values()) == 6000


def test_det_nav_kan_dekke_kreves_ikke_tilbake_imens(kontor: Kontor, veileder: Aktor, beslutter: Aktor) -> None:
    """A deduction in good faith turns out to be more than that. NAV is asked meanwhile, and nobody is made to pay."""
    sak = lag_sak_i_program(kontor)
    betal(sak, APRIL)
    for_mye = differanse(sak, APRIL, -6000, Endringsarsak.YTELSE)
    krav = bestemt(veileder, beslutter, funnet(veileder, sak, for_mye))
    krav = services.krav_vurder_arsak(veileder, krav=krav, arsak=Kravarsak.URIKTIG)
    vedtak = services.krav_start_tilbakebetaling(veileder, krav=krav)
    fra, til = date(2026, 4, 1), date(2026, 4, 30)
    services.refusjonskrav_fremsett(
        veileder, sak=sak, ytelse=Refusjonsytelse.SYKEPENGER, fra=fra, til=til, etterbetalt=6000
    )
    with pytest.raises(Fagfeil, match="NAV har ikke svart"):
        kreves_tilbake(veileder, beslutter, vedtak)
