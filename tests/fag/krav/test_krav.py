"""Too much was paid: noticed, decided, deducted month by month, and never a krone more than the claim."""

from __future__ import annotations

import json
from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from fotfeste.fag.etter.dodsfall import dodsfall_angre, dodsfall_registrer
from fotfeste.fag.krav import services
from fotfeste.fag.krav.dekning import dekning, linjerester
from fotfeste.fag.krav.enums import Kravarsak, Kravstatus, Kravsvar
from fotfeste.fag.krav.models import Innbetaling, Krav
from fotfeste.fag.krav.motregning import natt_motregn
from fotfeste.fag.krav.selectors import kravside
from fotfeste.fag.krav.trekkplan import natt_rull_videre, planlagt_framover
from fotfeste.fag.oppfolging.enums import Avslutningsmate
from fotfeste.fag.oppfolging.models import Avslutning
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.utbetaling import grunnlag
from fotfeste.fag.utbetaling import services as utbetaling
from fotfeste.fag.utbetaling.enums import Utbetalingsart, Utbetalingsstatus
from fotfeste.fag.utbetaling.models import Trekk, Trekklinje, Utbetaling
from fotfeste.fag.utbetaling.trekk import trekk_for
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import Fagfeil, IkkeTilgang, UlovligOvergang
from fotfeste.grunnmur.logg.services import kommando
from fotfeste.grunnmur.organisasjon.models import Kontor
from fotfeste.grunnmur.tilgang import SYSTEM, Aktor
from tests.fag.krav.fortelling import (
    APRIL,
    MAI,
    MARS,
    arbeidet_hele,
    bestemt,
    betal,
    differanse,
    forbered,
    funnet,
    sendt,
    varslet,
)
from tests.grunnlag import I_DAG, lag_sak_i_program

JUNI, JULI, AUGUST, SEPTEMBER = (date(2026, m, 1) for m in (6, 7, 8, 9))


@pytest.fixture
def i_program(kontor: Kontor) -> Sak:
    sak = lag_sak_i_program(kontor)
    betal(sak, MARS)
    betal(sak, APRIL)
    return sak


@pytest.fixture
def krav(i_program: Sak, veileder: Aktor) -> Krav:
    return funnet(veileder, i_program, differanse(i_program, MARS, -2000), differanse(i_program, APRIL, -1000))


def _planen(krav: Krav) -> dict[date, int]:
    return dict(sorted(planlagt_framover(krav).items()))


def test_fra_funnet_til_gjort_opp_med_en_kort_maned(krav: Krav, veileder: Aktor, beslutter: Aktor) -> None:
    """3 000 kr, 1 500 a month from May. June has room for one day's stønad, so what is left of it goes to July."""
    krav = bestemt(veileder, beslutter, krav, per_maned=1500)
    assert _planen(krav) == {MAI: 1500, JUNI: 1500}
    assert krav.brev is not None
    betal(krav.sak, MAI)
    kjoring = betal(krav.sak, JUNI, arbeid=arbeidet_hele(JUNI, unntatt=1))
    kort = kjoring.utbetalinger.get()
    assert 0 < -kort.trekk < 1500
    assert kort.netto == 0
    with klokke.still_til(JULI + timedelta(days=9)):
        natt_rull_videre()
        natt_rull_videre()
    resten = 1500 + kort.trekk
    assert _planen(krav) == {JULI: resten}
    betal(krav.sak, JULI)
    with klokke.still_til(AUGUST + timedelta(days=9)):
        natt_rull_videre()
    krav.refresh_from_db()
    assert krav.status == Kravstatus.NEDBETALT
    assert dekning(krav).trukket == 3000
    assert _planen(krav) == {}


def test_deltakeren_svarer_og_foreslar_et_annet_belop(
    i_program: Sak, krav: Krav, veileder: Aktor, beslutter: Aktor, kontor: Kontor
) -> None:
    from tests.grunnlag import lag_deltaker

    deltaker = lag_deltaker(i_program.person, kontor)
    krav = Krav.objects.select_related("sak__person").get(pk=krav.pk)
    with pytest.raises(UlovligOvergang):
        services.krav_svar(deltaker, krav=krav, svar=Kravsvar.ENIG)
    krav = varslet(veileder, krav)
    with pytest.raises(Fagfeil, match="frist til og med"):
        services.krav_send_til_beslutter(veileder, krav=krav, per_maned=1000, fra=MAI, begrunnelse="Ja.")
    with pytest.raises(Fagfeil, match="mellom 1 kr og"):
        services.krav_svar(deltaker, krav=krav, svar=Kravsvar.ANNEN_PLAN, belop=9000)
    with pytest.raises(Fagfeil, match="hva som ikke stemmer"):
        services.krav_svar(deltaker, krav=krav, svar=Kravsvar.UENIG)
    krav = services.krav_svar(deltaker, krav=krav, svar=Kravsvar.ANNEN_PLAN, belop=500, ord_="Jeg har høy husleie.")
    assert (krav.plan_belop, kravside(veileder, krav.pk).per_maned) == (1000, 500), "what is asked for is tried first"
    krav = services.krav_send_til_beslutter(veileder, krav=krav, per_maned=600, fra=MAI, begrunnelse="Vi er enige.")
    with pytest.raises(Fagfeil, match="Skriv hva som må rettes"):
        services.krav_returner(beslutter, krav=krav, tekst=" ")
    krav = services.krav_returner(beslutter, krav=krav, tekst="Se på datoen.")
    assert kravside(veileder, krav.pk).per_maned == 600, "the plan that came back is the one to mend"
    krav = services.krav_send_til_beslutter(veileder, krav=krav, per_maned=500, fra=MAI, begrunnelse="Vi er enige.")
    krav = services.krav_hent_tilbake(veileder, krav=krav)
    krav = services.krav_send_til_beslutter(veileder, krav=krav, per_maned=500, fra=JUNI, begrunnelse="Vi er enige.")
    krav = services.krav_bestem(beslutter, krav=krav)
    assert list(_planen(krav)) == [date(2026, m, 1) for m in range(6, 12)]
    with pytest.raises(Fagfeil, match="selv ha bedt om"):
        services.krav_endre_plan(veileder, krav=krav, per_maned=900, fra=JUNI)
    krav = services.krav_gi_trekkfri(veileder, krav=krav, maned=JULI)
    assert JULI not in _planen(krav)
    assert sum(_planen(krav).values()) == 3000
    krav = services.krav_endre_plan(veileder, krav=krav, per_maned=300, fra=AUGUST)
    assert (min(_planen(krav)), max(_planen(krav).values()), sum(_planen(krav).values())) == (AUGUST, 300, 3000)
    with pytest.raises(UlovligOvergang):
        services.krav_registrer_svar(veileder, krav=krav, dato=I_DAG, svar=Kravsvar.ENIG)
    krav = services.krav_be_om_hjelp(deltaker, krav=krav, ord_="Jeg har ikke til mat.")
    assert krav.trenger_hjelp
    krav = services.krav_svar_pa_hjelp(veileder, krav=krav, ord_="Vi trekker mindre.")
    assert not krav.trenger_hjelp


def test_den_som_forbereder_bestemmer_ikke(krav: Krav, veileder: Aktor, beslutter: Aktor, leder: Aktor) -> None:
    krav = sendt(veileder, varslet(veileder, krav))
    with pytest.raises(IkkeTilgang):
        services.krav_bestem(veileder, krav=krav)
    with pytest.raises(IkkeTilgang):
        services.krav_frafall(leder, krav=krav, grunn="Nei")
    with pytest.raises(IntegrityError, match="krav_fire_oyne"), kommando(SYSTEM, "test"):
        Krav.objects.filter(pk=krav.pk).update(beslutter=veileder.krev_bruker())
    with pytest.raises(IntegrityError, match=r"bestemt_krav_er_helt|hort_for_trekk"), kommando(SYSTEM, "test"):
        Krav.objects.filter(pk=krav.pk).update(status=Kravstatus.BESTEMT)


def test_det_som_ligger_i_en_kjoring_rores_ikke(krav: Krav, veileder: Aktor, beslutter: Aktor, okonomi: Aktor) -> None:
    krav = bestemt(veileder, beslutter, krav)
    kjoring = forbered(krav.sak, MAI)
    assert dekning(krav).planlagt == 1000
    with pytest.raises(Fagfeil, match="ligger i en kjøring"):
        services.krav_frafall(veileder, krav=krav, grunn="Det var vår feil.")
    with pytest.raises(Fagfeil, match="mellom 1 kr og"):
        services.krav_registrer_innbetaling(okonomi, krav=krav, dato=I_DAG, belop=2500, referanse="B1")
    with pytest.raises(Fagfeil, match="ikke planlagt noe trekk"):
        services.krav_gi_trekkfri(veileder, krav=krav, maned=MAI)
    services.krav_endre_plan(veileder, krav=krav, per_maned=500, fra=MAI)
    assert _planen(krav) == {JUNI: 500, JULI: 500, AUGUST: 500, SEPTEMBER: 500}
    utbetaling.kjoring_forkast(okonomi, kjoring)
    natt_rull_videre()
    assert sum(_planen(krav).values()) == 3000, "the month is the plan's again"
    krav = services.krav_frafall(veileder, krav=krav, grunn="Det var vår feil.")
    assert (krav.status, _planen(krav)) == (Kravstatus.FRAFALT, {})
    assert not Trekk.objects.filter(belop__gt=0).exists()


def test_penger_inn_og_en_innforing_som_var_feil(krav: Krav, veileder: Aktor, beslutter: Aktor, okonomi: Aktor) -> None:
    krav = bestemt(veileder, beslutter, krav)
    inn = services.krav_registrer_innbetaling(okonomi, krav=krav, dato=I_DAG, belop=3000, referanse="Bilag 17")
    krav.refresh_from_db()
    assert (krav.status, _planen(krav)) == (Kravstatus.NEDBETALT, {})
    for _gang in range(2):
        services.krav_rett_innbetaling(okonomi, krav=krav, innbetaling=inn.pk, grunn="Feil person")
    krav.refresh_from_db()
    assert krav.status == Kravstatus.BESTEMT
    assert sum(_planen(krav).values()) == 3000
    with pytest.raises(IntegrityError, match="dekning_hoyst_kravet"), kommando(SYSTEM, "test"), transaction.atomic():
        Innbetaling.objects.create(
            sak=krav.sak, krav=krav, dato=I_DAG, belop=3001, referanse="B", registrert_av=okonomi.krev_bruker()
        )


def test_penger_som_kommer_mens_kjoringen_beregnes_stopper_den(
    krav: Krav, veileder: Aktor, beslutter: Aktor, okonomi: Aktor, okonomi2: Aktor, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All of the claim comes in after the run has read its deduction: the page can be read, and the run is stopped."""
    krav = bestemt(veileder, beslutter, krav)
    lest = trekk_for([krav.sak_id], MAI)

    def les_for_det_betales(*_args: object) -> object:
        if not krav.innbetalinger.exists():
            services.krav_registrer_innbetaling(okonomi, krav=krav, dato=I_DAG, belop=3000, referanse="Bilag 9")
        return lest

    with monkeypatch.context() as imens:
        for modul in (grunnlag, utbetaling):
            imens.setattr(modul, "trekk_for", les_for_det_betales)
        kjoring = forbered(krav.sak, MAI)
    assert (dekning(krav).rest, dekning(krav).planlagt, dekning(krav).ledig) == (0, 1000, 0)
    assert [rad.rest for rad in linjerester(krav)] == [0, 0]
    side = kravside(veileder, krav.pk)
    assert (side.forslag, side.planfeil) == ([], "")
    with pytest.raises(Fagfeil, match="Grunnlaget er endret"):
        utbetaling.kjoring_frigi(okonomi2, kjoring)


def test_planen_gar_ikke_lenger_enn_programmet(krav: Krav, veileder: Aktor, beslutter: Aktor) -> None:
    """3 000 kr, 1 000 a month, and the programme ends in June: two months are promised, and what is left is said."""
    with kommando(SYSTEM, "test"):
        Avslutning.objects.create(sak=krav.sak, dato=date(2026, 6, 15), mate=Avslutningsmate.UTEBLIVELSE)
    with pytest.raises(Fagfeil, match="ingen stønad å trekke i"):
        varslet(veileder, krav, fra=JULI)
    krav = varslet(veileder, krav)
    side = kravside(veileder, krav.pk)
    assert ([rad.maned for rad in side.forslag], side.etter_slutten) == ([MAI, JUNI], 1000)
    krav = services.krav_bestem(beslutter, krav=sendt(veileder, krav))
    assert _planen(krav) == {MAI: 1000, JUNI: 1000}
    with pytest.raises(Fagfeil, match="ingen senere måned"):
        services.krav_gi_trekkfri(veileder, krav=krav, maned=JUNI)
    krav = services.krav_gi_trekkfri(veileder, krav=krav, maned=MAI)
    natt_rull_videre()
    assert _planen(krav) == {JUNI: 1000}
    for brev in krav.sak.brev.all():
        assert "over to måneder" in str(brev.innhold)
        assert "siste stønaden din er for juni 2026" in str(brev.innhold)


def test_en_maned_uten_rom_er_ikke_et_trekk_som_kommer(krav: Krav, veileder: Aktor, beslutter: Aktor) -> None:
    """May is worked from end to end: nothing is paid or taken, and the page does not say that it will be."""
    krav = bestemt(veileder, beslutter, krav)
    betal(krav.sak, MAI, arbeid=arbeidet_hele(MAI))
    with klokke.still_til(JUNI + timedelta(days=9)):
        natt_rull_videre()
        rader = kravside(veileder, krav.pk).plan
    assert [(rad.maned, rad.tatt, rad.kommer) for rad in rader] == [
        (MAI, 0, False),
        *((maned, 0, True) for maned in (JUNI, JULI, AUGUST)),
    ]


def test_brevene_sier_hva_som_er_gjort_opp_og_hva_deltakeren_svarte(
    krav: Krav, veileder: Aktor, beslutter: Aktor, okonomi: Aktor
) -> None:
    """600 kr came in before the notice, and 500 kr a month was asked for: the decision, of 1 000, says both."""
    services.krav_registrer_innbetaling(okonomi, krav=krav, dato=I_DAG, belop=600, referanse="Bilag 2")
    krav = varslet(veileder, krav)
    krav = services.krav_registrer_svar(veileder, krav=krav, dato=I_DAG, svar=Kravsvar.ANNEN_PLAN, belop=500)
    with pytest.raises(Fagfeil, match="mer enn deltakeren er varslet om"):
        services.krav_send_til_beslutter(veileder, krav=krav, per_maned=1001, fra=MAI, begrunnelse="Du har råd.")
    krav = services.krav_send_til_beslutter(veileder, krav=krav, per_maned=1000, fra=MAI, begrunnelse="Du har råd.")
    services.krav_bestem(beslutter, krav=krav)
    vedtak, varsel = (json.dumps(brev.innhold, ensure_ascii=False) for brev in krav.sak.brev.order_by("-opprettet"))
    assert "600\xa0kr mer enn dette for mye" in varsel
    assert "600\xa0kr mer enn dette for mye" in vedtak
    assert "Du ba om at vi trekker 500\xa0kr hver måned" in vedtak


def test_en_maned_kan_bare_vaere_i_ett_krav(i_program: Sak, krav: Krav, veileder: Aktor) -> None:
    linje = krav.linjer.get(differanse__maned=MARS)
    with pytest.raises(Fagfeil, match="alt i et krav"):
        funnet(veileder, i_program, linje.differanse)
    with pytest.raises(Fagfeil, match="minst én måned"):
        services.krav_apne(veileder, sak=i_program, differanser=[])


def test_det_som_er_til_gode_for_samme_maned_settes_opp_mot_kravet(
    i_program: Sak, veileder: Aktor, beslutter: Aktor
) -> None:
    """April was 1 000 kr too much, then 1 400 kr too little: 400 kr are paid, and the claim is settled."""
    krav = bestemt(veileder, beslutter, funnet(veileder, i_program, differanse(i_program, APRIL, -1000)))
    differanse(i_program, APRIL, 1400)
    betal(i_program, MAI)
    etter = Utbetaling.objects.get(art=Utbetalingsart.ETTERBETALING)
    krav.refresh_from_db()
    d = dekning(krav)
    # May's deduction lay in the same run: that krone is taken, so it is paid out and not set off.
    assert (d.trukket, d.motregnet, etter.brutto) == (1000, 0, 1400)
    assert d.rest == 0


def test_motregningen_for_noe_er_trukket(i_program: Sak, veileder: Aktor, beslutter: Aktor) -> None:
    krav = bestemt(veileder, beslutter, funnet(veileder, i_program, differanse(i_program, APRIL, -1000)), per_maned=300)
    differanse(i_program, APRIL, 400)
    natt_motregn()
    natt_motregn()
    krav.refresh_from_db()
    assert (dekning(krav).motregnet, sum(_planen(krav).values())) == (400, 600)
    kjoring = betal(i_program, MAI)
    assert not kjoring.utbetalinger.filter(art=Utbetalingsart.ETTERBETALING).exists(), "set off, and so not paid out"
    # Without a claim yet it is set off all the same, and the month is gone from what can be claimed.
    mer = differanse(i_program, MARS, -500)
    differanse(i_program, MARS, 800)
    assert [natt_motregn().split(" kr ")[0] for _natt in range(2)] == ["500", "0"], "told of once"
    with pytest.raises(Fagfeil, match="er gjort opp"):
        funnet(veileder, i_program, mer)


def test_en_betaling_i_retur_beholder_trekket_sitt(
    krav: Krav, veileder: Aktor, beslutter: Aktor, okonomi: Aktor
) -> None:
    krav = bestemt(veileder, beslutter, krav, per_maned=3000)
    kjoring = betal(krav.sak, MAI)
    with kommando(SYSTEM, "test"):
        kjoring.utbetalinger.update(status=Utbetalingsstatus.RETURNERT, prov_igjen=True)
    natt_rull_videre()
    krav.refresh_from_db()
    assert (dekning(krav).trukket, krav.status) == (3000, Kravstatus.NEDBETALT)
    # It lies in the next run, to be paid again as it was: what it took is taken all the while.
    with klokke.still_til(JULI + timedelta(days=8)):
        neste = forbered(krav.sak, JUNI)
        assert neste.utbetalinger.filter(erstatter__isnull=False).exists()
        natt_rull_videre()
        services.krav_rull_videre(krav)
        krav.refresh_from_db()
        assert (dekning(krav).trukket, dekning(krav).planlagt, krav.status) == (3000, 0, Kravstatus.NEDBETALT)
        utbetaling.kjoring_forkast(okonomi, neste)
    # Sent again and refused, and then the first one came through after all: taken once.
    forste = kjoring.utbetalinger.get()
    with kommando(SYSTEM, "test"):
        ny = Utbetaling.objects.get(pk=forste.pk)
        ny.pk, ny.erstatter, ny.status, ny.ende_til_ende = uuid4(), forste, Utbetalingsstatus.AVVIST, "KVE2"
        ny.save(force_insert=True)
        Trekklinje.objects.create(sak=krav.sak, utbetaling=ny, trekk=forste.trekklinjer.get().trekk, belop=3000)
        kjoring.utbetalinger.filter(pk=forste.pk).update(status=Utbetalingsstatus.UTBETALT)
    assert dekning(krav).trukket == 3000


def test_etter_et_dodsfall_trekkes_ingenting(krav: Krav, veileder: Aktor, beslutter: Aktor, okonomi2: Aktor) -> None:
    """Not even what lies in a prepared run; and registered by mistake, the plan is there again."""
    krav = bestemt(veileder, beslutter, krav)
    kjoring = forbered(krav.sak, MAI)
    dodsfall_registrer(veileder, person=krav.sak.person, dato=I_DAG, kilde="Søsteren")
    assert not Trekk.objects.filter(belop__gt=0).exists()
    with pytest.raises(Fagfeil, match="Grunnlaget er endret"):
        utbetaling.kjoring_frigi(okonomi2, kjoring)
    dodsfall_angre(veileder, person=krav.sak.person, grunn="Feil person")
    assert sum(_planen(krav).values()) == 2000, "May lies in the run, with what it was to take"


def test_vurderingen_kommer_for_varselet(krav: Krav, veileder: Aktor) -> None:
    frist = I_DAG + timedelta(days=14)
    with pytest.raises(Fagfeil, match="Vurder først"):
        services.krav_varsle(veileder, krav=krav, per_maned=1000, fra=MAI, uttalefrist=frist)
    krav = services.krav_vurder_arsak(veileder, krav=krav, arsak=Kravarsak.NAV)
    for per_maned, fra, setning in ((0, MAI, "hvor mye"), (10, MAI, "tre år"), (500, date(2029, 1, 1), "ett år fram")):
        with pytest.raises(Fagfeil, match=setning):
            services.krav_varsle(veileder, krav=krav, per_maned=per_maned, fra=fra, uttalefrist=frist)
    with pytest.raises(Fagfeil, match="etter i dag"):
        services.krav_varsle(veileder, krav=krav, per_maned=1000, fra=MAI, uttalefrist=I_DAG)
    krav = services.krav_varsle(veileder, krav=krav, per_maned=1000, fra=MAI, uttalefrist=frist)
    assert krav.sak.brev.get().tittel.startswith("Du har fått 3")
