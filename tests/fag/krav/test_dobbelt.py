"""Money that went out twice becomes a claim: said once, heard, deducted, and let go of when the bank fetches it."""

from __future__ import annotations

import json

import pytest
from django.db import IntegrityError

from fotfeste.fag.avstemming.enums import Avklaringsutfall, Postslag
from fotfeste.fag.avstemming.models import Bankpost, Dobbeltbetaling
from fotfeste.fag.avstemming.regnskap import regnskap_for
from fotfeste.fag.avstemming.services import bankpost_dobbelt, bankpost_ordne
from fotfeste.fag.krav import services
from fotfeste.fag.krav.dekning import dekning
from fotfeste.fag.krav.enums import Kravarsak, Kravstatus, Refusjonsytelse
from fotfeste.fag.krav.models import Krav, Kravlinje
from fotfeste.fag.krav.motregning import natt_motregn
from fotfeste.fag.krav.selectors import kravliste, saksside
from fotfeste.fag.krav.trekkplan import natt_rull_videre, planlagt_framover, reservert
from fotfeste.fag.oversikt.selectors import oversikt_en
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.utbetaling import services as utbetaling
from fotfeste.fag.utbetaling.enums import Utbetalingsstatus
from fotfeste.fag.utbetaling.kvittering import utbetaling_feilsendt
from fotfeste.fag.utbetaling.models import Kjoring, Utbetaling
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import Fagfeil, IkkeTilgang
from fotfeste.grunnmur.logg.models import Hendelse
from fotfeste.grunnmur.logg.services import kommando
from fotfeste.grunnmur.organisasjon.models import Kontor
from fotfeste.grunnmur.tilgang import SYSTEM, Aktor
from tests.fag.avstemming.fortelling import MAI, betalt_to_ganger, deltakere, sendt, si
from tests.fag.krav.fortelling import bestemt, betal, differanse, forbered, kreves_tilbake
from tests.grunnlag import I_DAG

JUNI, JULI = MAI.replace(month=6), MAI.replace(month=7)


@pytest.fixture
def sak(kontor: Kontor, veileder: Aktor) -> Sak:
    return deltakere(kontor, veileder, 1)[0]


@pytest.fixture
def kjoring(sak: Sak, kontor: Kontor, okonomi: Aktor, okonomi2: Aktor) -> Kjoring:
    return sendt(kontor, okonomi, okonomi2)


@pytest.fixture
def forst(kjoring: Kjoring) -> Utbetaling:
    return kjoring.utbetalinger.get()


@pytest.fixture
def post(kjoring: Kjoring, forst: Utbetaling, veileder: Aktor, okonomi: Aktor, okonomi2: Aktor) -> Bankpost:
    return betalt_to_ganger(kjoring, forst, veileder, okonomi, okonomi2)


@pytest.fixture
def dobbelt(post: Bankpost, okonomi: Aktor) -> Dobbeltbetaling:
    return bankpost_dobbelt(okonomi, post, grunn="Kontoutskriften viser begge")


def _igjen(krav: Krav) -> Krav:
    return Krav.objects.select_related("sak__person").get(pk=krav.pk)


def _oppgaver(sak: Sak) -> str:
    return " ".join(oppgave.hva for oppgave in oversikt_en(sak).oppgaver).replace("\N{NO-BREAK SPACE}", " ")


def test_fra_banken_til_trukket(
    sak: Sak, kjoring: Kjoring, forst: Utbetaling, dobbelt: Dobbeltbetaling, veileder: Aktor, beslutter: Aktor
) -> None:
    """It is claimed beside a month that was reckoned too high, and neither an offset nor NAV has to do with it."""
    assert (dobbelt.belop, dobbelt.dato, dobbelt.post.avklaring.utfall) == (
        forst.netto,
        MAI.replace(month=6, day=12),
        Avklaringsutfall.DOBBELT,
    )
    assert not regnskap_for(kjoring).uforklart_ore
    assert f"{forst.netto:,}".replace(",", " ") in _oppgaver(sak)
    for_lite, for_mye = differanse(sak, MAI, 900), differanse(sak, MAI, -700)
    (funn,), _apne = kravliste(veileder)
    assert (funn.belop, funn.maneder) == (forst.netto + 700, [MAI])
    krav = services.krav_apne(veileder, sak=sak, differanser=[for_mye.pk], dobbelt=[dobbelt.pk])
    with pytest.raises(Fagfeil, match="alt i et krav"):
        services.krav_apne(veileder, sak=sak, dobbelt=[dobbelt.pk])
    assert (saksside(veileder, sak.pk).uvurderte, _oppgaver(sak).count("ikke vurdert")) == ([], 0)
    natt_motregn()
    assert for_lite.motregninger.get().belop == 700, "no more than the month itself was reckoned too high"
    refusjon = services.refusjonskrav_fremsett(
        veileder, sak=sak, ytelse=Refusjonsytelse.SYKEPENGER, fra=MAI, til=MAI.replace(day=31), etterbetalt=99_000
    )
    assert refusjon.krevd == refusjon.utlegg
    assert (reservert(krav), dekning(krav).ledig) == (0, forst.netto)

    krav = bestemt(veileder, beslutter, krav, per_maned=12_000, fra=JUNI)
    vedtak, varsel = (
        json.dumps(brev.innhold, ensure_ascii=False).replace("\N{NO-BREAK SPACE}", " ")
        for brev in sak.brev.filter(tittel__contains=" over ").union(sak.brev.filter(tittel__contains="for mye"))
    )
    for tekst in (vedtak, varsel):
        kr = f"{forst.netto:,} kr".replace(",", " ")
        assert f"ble betalt til deg to ganger: {kr} 12. juni 2026, og {kr} 12. juni 2026." in tekst
        assert "regnet månedene på nytt" not in tekst
    for maned in (JUNI, JULI):
        betal(sak, maned)
    with klokke.still_til(JULI.replace(month=8, day=9)):
        natt_rull_videre()
    krav = _igjen(krav)
    assert (krav.status, dekning(krav).trukket) == (Kravstatus.NEDBETALT, forst.netto)


def test_banken_henter_pengene_for_noen_har_tatt_for_seg_det(
    sak: Sak, kjoring: Kjoring, forst: Utbetaling, dobbelt: Dobbeltbetaling, veileder: Aktor, okonomi: Aktor
) -> None:
    si(kjoring, forst, Postslag.UT_SNUDD)
    dobbelt.refresh_from_db()
    assert dobbelt.falt == I_DAG
    assert "ikke vurdert" not in _oppgaver(sak)
    with pytest.raises(Fagfeil, match="alt i et krav"):
        services.krav_apne(veileder, sak=sak, dobbelt=[dobbelt.pk])
    assert Hendelse.objects.get(kode="avstemming.dobbelt_falt").sak_id == sak.pk
    # Out once more: a new contradiction, which a person says anew, and it is the same money.
    si(kjoring, forst, Postslag.INN_SNUDD)
    ny_post = Bankpost.objects.get(slag=Postslag.INN_SNUDD)
    dobbelt.refresh_from_db()
    assert dobbelt.falt, "only a person says that the participant has it"
    assert bankpost_dobbelt(okonomi, ny_post, grunn="Ute igjen") == dobbelt
    dobbelt.refresh_from_db()
    assert dobbelt.falt is None
    # The other one does not arrive: then the first was the payment, and nothing is paid twice.
    si(kjoring, dobbelt.ny, Postslag.AVVIST)
    forst.refresh_from_db()
    dobbelt.refresh_from_db()
    assert (forst.status, dobbelt.falt) == (Utbetalingsstatus.UTBETALT, I_DAG)


def test_banken_henter_pengene_mens_de_trekkes(
    sak: Sak,
    kjoring: Kjoring,
    forst: Utbetaling,
    dobbelt: Dobbeltbetaling,
    veileder: Aktor,
    beslutter: Aktor,
    okonomi2: Aktor,
) -> None:
    """5 000 kr are taken in June, and July lies in a run. Nothing more is owed; what was taken is the participant's."""
    krav = services.krav_apne(veileder, sak=sak, dobbelt=[dobbelt.pk])
    krav = bestemt(veileder, beslutter, krav, per_maned=5_000, fra=JUNI)
    betal(sak, JUNI)
    with klokke.still_til(JULI.replace(month=8, day=9)):
        juli = forbered(sak, JULI)
        assert dekning(krav).planlagt == 5_000
        si(kjoring, forst, Postslag.UT_SNUDD)
        krav = _igjen(krav)
        d = dekning(krav)
        assert (krav.status, d.rest, planlagt_framover(krav)) == (Kravstatus.NEDBETALT, 0, {})
        assert (d.trukket, d.falt_bort, d.gitt_for_mye) == (5_000, forst.netto - 5_000, 5_000)
        assert "5 000 kr skal tilbake til deltakeren" in _oppgaver(sak)
        with pytest.raises(Fagfeil, match="Grunnlaget er endret"):
            utbetaling.kjoring_frigi(okonomi2, juli)
        services.krav_gi_tilbake(veileder, krav=krav, belop=d.gitt_for_mye, grunn="Banken hentet alt selv.")
        assert (dekning(krav).rest, dekning(krav).gitt_for_mye) == (0, 0)
        assert "skal tilbake" not in _oppgaver(sak)


def test_bare_det_deltakeren_har_to_ganger(
    sak: Sak,
    kjoring: Kjoring,
    forst: Utbetaling,
    post: Bankpost,
    veileder: Aktor,
    okonomi: Aktor,
    okonomi2: Aktor,
    kontor: Kontor,
) -> None:
    with pytest.raises(IkkeTilgang):
        bankpost_dobbelt(veileder, post, grunn="Begge kom")
    with pytest.raises(Fagfeil, match="Skriv hvorfor"):
        bankpost_dobbelt(okonomi, post, grunn=" ")
    sak.person.bruker = okonomi2.krev_bruker()
    with kommando(SYSTEM, "test"):
        sak.person.save()
    with pytest.raises(IkkeTilgang):
        bankpost_dobbelt(okonomi2, Bankpost.objects.get(pk=post.pk), grunn="Jeg fikk begge")
    dobbelt = bankpost_dobbelt(okonomi, post, grunn="Begge kom")
    with pytest.raises(Fagfeil, match="Noen har avklart denne alt"):
        bankpost_dobbelt(okonomi, post, grunn="Begge kom")
    krav = services.krav_apne(veileder, sak=sak, dobbelt=[dobbelt.pk])
    with pytest.raises(IntegrityError, match="kravlinje_har_ett_grunnlag"), kommando(SYSTEM, "test"):
        Kravlinje.objects.create(sak=sak, krav=krav, belop=1)


def test_den_som_sa_at_pengene_ikke_kom_kan_matte_betale_tilbake(
    kjoring: Kjoring, forst: Utbetaling, dobbelt: Dobbeltbetaling, veileder: Aktor, beslutter: Aktor
) -> None:
    """§ 23 takes wrong information, as for any claim; and the bank's fetching the money ends it."""
    krav = services.krav_apne(veileder, sak=dobbelt.sak, dobbelt=[dobbelt.pk])
    with pytest.raises(Fagfeil, match="bare for uriktige"):
        services.krav_start_tilbakebetaling(veileder, krav=krav)
    krav = services.krav_vurder_arsak(veileder, krav=krav, arsak=Kravarsak.URIKTIG, arsak_ord="Du sa at de ikke kom.")
    kreves_tilbake(veileder, beslutter, services.krav_start_tilbakebetaling(veileder, krav=krav))
    assert _igjen(krav).status == Kravstatus.TILBAKEBETALING
    si(kjoring, forst, Postslag.UT_SNUDD)
    assert (_igjen(krav).status, dekning(krav).gitt_for_mye) == (Kravstatus.NEDBETALT, 0)


def test_det_som_gikk_til_en_annen_har_ikke_deltakeren_fatt(
    sak: Sak, kjoring: Kjoring, forst: Utbetaling, veileder: Aktor, okonomi: Aktor, okonomi2: Aktor
) -> None:
    utbetaling_feilsendt(okonomi, forst, grunn="To sifre var byttet om")
    post = betalt_to_ganger(kjoring, forst, veileder, okonomi, okonomi2)
    with pytest.raises(Fagfeil, match="ikke fått disse pengene to ganger"):
        bankpost_dobbelt(okonomi, post, grunn="Begge kom")
    bankpost_ordne(okonomi, post, grunn="Banken henter dem")
