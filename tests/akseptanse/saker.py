"""A case at each place along the way, and every page that shows one of them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from django.urls import reverse

from fotfeste.fag.avstemming.models import Bankpost
from fotfeste.fag.avstemming.services import Meldinginn, Postinn, poster_ta_imot
from fotfeste.fag.egenmelding import services as egenmelding
from fotfeste.fag.egenmelding.enums import Gjelder, Stoppgrunn
from fotfeste.fag.endring.services import melding_send
from fotfeste.fag.etter import flytting
from fotfeste.fag.etter import services as etter
from fotfeste.fag.etter.enums import Ytelse
from fotfeste.fag.henvendelse import services as henvendelser
from fotfeste.fag.henvendelse.models import Henvendelse, Vakt
from fotfeste.fag.henvendelse.overganger import HENVENDELSE
from fotfeste.fag.kandidat import services as kandidater
from fotfeste.fag.kandidat.models import Kandidat, Kandidatliste
from fotfeste.fag.kandidat.overganger import KANDIDAT
from fotfeste.fag.kartlegging import services as kartlegging
from fotfeste.fag.kartlegging.enums import Funnslag, Innhentingsgrunnlag, Kildetype, Tema
from fotfeste.fag.kartlegging.innhentinger import Papir
from fotfeste.fag.kartlegging.models import Arbeidsevnevurdering
from fotfeste.fag.kartlegging.samtaler import Funninn
from fotfeste.fag.klage import services as klager
from fotfeste.fag.klage.enums import Innstillinger
from fotfeste.fag.klage.models import Klage, Kostnadskrav
from fotfeste.fag.krav import services as kravene
from fotfeste.fag.krav.enums import Refusjonsytelse
from fotfeste.fag.krav.models import Krav, Refusjonskrav
from fotfeste.fag.mappe.lesing import les_linje
from fotfeste.fag.mappe.models import InnlestMappe
from fotfeste.fag.oppfolging import services as oppfolging
from fotfeste.fag.oppfolging.enums import Avslutningsmate
from fotfeste.fag.oppfolging.models import Avslutning
from fotfeste.fag.oppmote import services as oppmote
from fotfeste.fag.oppmote.arrangor import Oppmote
from fotfeste.fag.oppmote.arrangor_selectors import arrangormaned
from fotfeste.fag.oppmote.enums import Fravaersarsak
from fotfeste.fag.oppmote.inn import Dagtimer, Fravaerinn
from fotfeste.fag.person.services import Papir as Barnepapir
from fotfeste.fag.person.services import barn_registrer, person_endre, utenlandsopphold_registrer
from fotfeste.fag.plan import services as plan
from fotfeste.fag.program import services as program
from fotfeste.fag.program.models import Programversjon
from fotfeste.fag.regulering import services as reguleringer
from fotfeste.fag.regulering.models import Regulering
from fotfeste.fag.sak.enums import Saksstatus
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.sak.overlevering import Notat, sak_fordel
from fotfeste.fag.sak.services import fast_kontakt_sett
from fotfeste.fag.soknad import services as soknader
from fotfeste.fag.soknad.models import Soknad
from fotfeste.fag.utbetaling import services as utbetaling
from fotfeste.fag.utbetaling.enums import Ytelsestype
from fotfeste.fag.utbetaling.etterregning import etterregn
from fotfeste.fag.utbetaling.forskudd import forskudd_bestem
from fotfeste.fag.utbetaling.models import AnnenYtelse, Forskudd
from fotfeste.fag.utbetaling.ytelser import Brevet, ytelse_registrer
from fotfeste.fag.vedtak import services as vedtakene
from fotfeste.fag.vedtak.enums import Vedtakstype
from fotfeste.fag.veiledning.services import avvik_meld, rutine_lagre
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.logg.services import kommando
from fotfeste.grunnmur.organisasjon.enums import Rolle
from fotfeste.grunnmur.organisasjon.stedfortreder import stedfortreder_sett
from fotfeste.grunnmur.organisasjon.valg import VALG
from fotfeste.grunnmur.tilgang import SYSTEM, Aktor, aktor_for
from fotfeste.innsikt.internkontroll.enums import Formvalg, Hvavalg
from fotfeste.innsikt.internkontroll.models import EgetKriterium
from fotfeste.innsikt.internkontroll.services import eget_kriterium_lag
from fotfeste.kobling.betaling import falsk_bank
from fotfeste.kobling.betaling.bankfiler import bankfiler_les
from fotfeste.kobling.betaling.services import filer_lag
from fotfeste.kobling.saksmappe.services import mapper_les_inn
from tests import grunnlag
from tests.akseptanse import folk
from tests.fag.egenmelding.fortelling import bestemt as retten_tatt
from tests.fag.klage.fortelling import avslatt, besluttet, klag, vurdert
from tests.fag.krav.fortelling import funnet as for_mye_tatt
from tests.fag.krav.fortelling import varslet as varslet_trekk
from tests.fag.program.fortellinger import fyll_uken
from tests.fag.regulering.fortelling import mai_er_betalt
from tests.fag.vedtak.fortelling import begrunn, innvilget, klar_innvilgelse, sendt_innvilgelse, skriv_aev

FRA, TIL = date(2026, 3, 2), date(2027, 3, 1)
I_PROGRAM, SOKER, FAR_FORSLAG, KLAGER = "Samira Testdal", "Amina Testvik", "Farid Testnes", "Selma Testli"
FAR_VARSEL, SLUTTET = "Jonas Testli", "Nadia Testås"
PDF = b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"


@dataclass(frozen=True, slots=True)
class Side:
    """A page as someone sees it."""

    hvem: str
    navn: str
    adresse: str


@dataclass(frozen=True, slots=True)
class Alt:
    """Everything the pages need in their addresses."""

    huset: folk.Huset
    i_program: Sak
    soker: Sak
    forslag: Sak
    vedtak_utkast: Sak
    vedtak_sendt: Sak
    program_utkast: Programversjon
    kandidat: Kandidat
    kandidatliste: Kandidatliste
    henvendelse: Henvendelse
    vakt: Vakt
    klage: Klage
    krav: Kostnadskrav
    innlest: Sak
    eget_kriterium: EgetKriterium
    pause_varslet: Sak
    avsluttet: Sak
    forskudd: Forskudd
    for_mye: Krav
    refusjon: Refusjonskrav
    regulering: Regulering


def en_av_hver() -> Alt:
    """Build an office with a case at each place. The day is the stories' usual one."""
    huset = folk.bemann()
    veileder = huset.folk[folk.VEILEDER]
    i_program = _i_program(huset)
    vakt = _vakt(huset)
    program.forbilde_legg_inn(
        huset.folk[folk.LEDER],
        kontor=huset.kontor,
        navn="Praksis fire dager og norsk én dag",
        for_hvem="De som er nye i Norge og vil rett ut i jobb.",
        innhold={
            "mal": [{"tekst": "Bli trygg i norsk på jobb", "omrade": "sprak"}],
            "aktiviteter": [
                {
                    "navn": "Arbeidspraksis",
                    "gruppe": "arbeidsrettet",
                    "formal": "Prøve yrket",
                    "blokker": [[0, "08:00", "15:30"]],
                }
            ],
        },
    )
    return Alt(
        huset,
        i_program=i_program,
        soker=_soker(huset),
        forslag=_forslag(huset),
        vedtak_utkast=klar_innvilgelse(veileder, _sak(huset, "Ursula", "Testmo")).sak,
        vedtak_sendt=sendt_innvilgelse(veileder, _sak(huset, "Birk", "Testhaug")).sak,
        program_utkast=_programutkast(huset),
        kandidat=_kandidat(huset),
        kandidatliste=kandidater.kandidatliste_lagre(
            veileder, kontor=huset.kontor, navn="Fra skolen", kriterier={"kilde": "skole"}
        ),
        henvendelse=_henvendelse(huset, i_program),
        vakt=vakt,
        klage=_klage(huset),
        krav=_krav(huset),
        innlest=_innlest(huset),
        eget_kriterium=eget_kriterium_lag(
            huset.folk[folk.LEDER],
            kontor=huset.kontor,
            tekst="Vi møtes den første uken",
            hva=Hvavalg.MOTE,
            form=Formvalg.INNEN,
            dager=7,
        ),
        pause_varslet=_pause_varslet(huset),
        avsluttet=_avsluttet(huset),
        # Before the advance is decided: every run takes with it what waits, this one of 2020 too.
        regulering=_regulering(huset),
        forskudd=_penger_ved_siden(huset, i_program),
        for_mye=_for_mye(huset, i_program),
        refusjon=_refusjon(huset, i_program),
    )


def _penger_ved_siden(huset: folk.Huset, sak: Sak) -> Forskudd:
    """March turned out otherwise after it was paid, and part of June is paid before its day."""
    veileder = huset.folk[folk.VEILEDER]
    with kommando(SYSTEM, "test"):
        AnnenYtelse.objects.create(
            sak=sak, type=Ytelsestype.SYKEPENGER, fra=date(2026, 3, 9), til=date(2026, 3, 13), belop_per_dag=200
        )
    etterregn(veileder, sak)
    return forskudd_bestem(veileder, sak=sak, maned=date(2026, 6, 1), belop=1000, grunn="Husleien forfaller i dag")


def _for_mye(huset: folk.Huset, sak: Sak) -> Krav:
    """What was too much in March is to be deducted, and the participant can answer."""
    veileder = huset.folk[folk.VEILEDER]
    differanse = sak.differanser.get(maned=date(2026, 3, 1))
    return varslet_trekk(veileder, for_mye_tatt(veileder, sak, differanse), per_maned=300)


def _refusjon(huset: folk.Huset, sak: Sak) -> Refusjonskrav:
    """NAV pays uføretrygd afterwards for days in March we have paid for."""
    return kravene.refusjonskrav_fremsett(
        huset.folk[folk.VEILEDER],
        sak=sak,
        ytelse=Refusjonsytelse.UFORETRYGD,
        fra=date(2026, 3, 20),
        til=date(2026, 3, 31),
        etterbetalt=400,
    )


def _regulering(huset: folk.Huset) -> Regulering:
    """May of 2020, dry run: who was paid then has no account now, so somebody has to look."""
    oda, olav = huset.folk[folk.OKONOMI], huset.folk[folk.OKONOMI2]
    sak = mai_er_betalt(huset.kontor, forbereder=oda, frigiver=olav, godkjenner=huset.folk[folk.VEILEDER])
    person_endre(SYSTEM, sak.person, kontonummer="")
    regulering = reguleringer.regulering_opprett(
        oda, kommune=huset.kommune, parameter="grunnbelop", gjelder_fra=date(2020, 5, 1)
    )
    return reguleringer.regulering_prov(oda, regulering)


def _pause_varslet(huset: folk.Huset) -> Sak:
    """A pause the participant has been told of and can answer; moving, and waiting for an answer on AAP."""
    veileder = huset.folk[folk.VEILEDER]
    sak = grunnlag.lag_sak_i_program(huset.kontor, person=grunnlag.lag_person(fornavn="Jonas", etternavn="Testli"))
    folk.gi_innlogging(sak.person, huset.kontor)
    vedtak = begrunn(
        veileder, vedtakene.vedtak_start(veileder, sak=sak, type=Vedtakstype.AVBRUDD, fra=date(2026, 7, 1))
    )
    vedtakene.vedtak_varsle(veileder, vedtak=vedtak, uttalefrist=date(2026, 6, 17))
    flytting.flytting_meld(veileder, sak=sak, til_kommune="Sjøvik", flytter=date(2026, 8, 3))
    etter.ytelse_sokt(veileder, sak=sak, ytelse=Ytelse.AAP, sokt=date(2026, 6, 1))
    _om_egenmelding(veileder, sak)
    retten_tatt(veileder, huset.folk[folk.BESLUTTER], sak, gjelder=Gjelder.BARN)
    return sak


def _om_egenmelding(veileder: Aktor, sak: Sak) -> None:
    """Told that egenmelding may be taken away, and asked to confirm one."""
    stopp = egenmelding.stopp_start(
        veileder, sak=sak, grunn=Stoppgrunn.RIMELIG_GRUNN, fakta="Ble sett på jobb hos en annen."
    )
    egenmelding.stopp_varsle(veileder, stopp=stopp, uttalefrist=date(2026, 6, 17))
    liste = oppmote.timeliste_apne(veileder, sak=sak, maned=date(2026, 5, 1))
    inn = Fravaerinn(fra=date(2026, 5, 12), til=date(2026, 5, 12), arsak=Fravaersarsak.EGEN_SYKDOM)
    fravaer = oppmote.fravaer_registrer(veileder, timeliste=liste, fravaer=inn)
    egenmelding.egenmelding_be_om_bekreftelse(veileder, fravaer=fravaer, frist=date(2026, 6, 17))
    inn = Fravaerinn(fra=date(2026, 5, 20), til=date(2026, 5, 20), arsak=Fravaersarsak.ULEGITIMERT)
    liste.refresh_from_db()
    oppmote.fravaer_registrer(veileder, timeliste=liste, fravaer=inn)


def _avsluttet(huset: folk.Huset) -> Sak:
    """Ended six months ago, with contact agreed and nobody asked yet how it goes."""
    veileder = huset.folk[folk.VEILEDER]
    person = grunnlag.lag_person(fornavn="Nadia", etternavn="Testås")
    sak = grunnlag.lag_sak_i_program(huset.kontor, person=person, fra=date(2025, 1, 13), til=date(2026, 1, 12))
    folk.gi_innlogging(person, huset.kontor)
    with kommando(SYSTEM, "test"):
        Avslutning.objects.create(
            sak=sak,
            dato=date(2025, 12, 5),
            mate=Avslutningsmate.FULLFORT,
            situasjon=["ordinaert_arbeid"],
            viktigste_inntekt="ordinaert_arbeid",
        )
        sak.lagre_endring(status=Saksstatus.AVSLUTTET)
    etter.etteroppfolging_avtal(veileder, sak=sak, onsket=True, hvem=veileder.krev_bruker(), hva="Ringes hver måned.")
    return sak


def _sak(huset: folk.Huset, fornavn: str, etternavn: str) -> Sak:
    return grunnlag.lag_sak(huset.kontor, grunnlag.lag_person(fornavn=fornavn, etternavn=etternavn))


def _na(aktor: Aktor) -> Aktor:
    """The same person on the day the clock shows."""
    return replace(aktor, dag=klokke.i_dag())


def _i_program(huset: folk.Huset) -> Sak:
    person = grunnlag.lag_person()
    papir = Barnepapir("attest.pdf", PDF)
    lea = barn_registrer(SYSTEM, person, navn="Lea", fodselsdato=date(2019, 5, 3), papir=papir)
    utenlandsopphold_registrer(SYSTEM, lea, fra=date(2026, 2, 2), til=date(2026, 2, 10), papir=papir)
    sak = grunnlag.lag_sak(huset.kontor, person)
    veileder, beslutter = huset.folk[folk.VEILEDER], huset.folk[folk.BESLUTTER]
    deltaker = folk.gi_innlogging(person, huset.kontor)
    with klokke.still_til(date(2026, 2, 16)):
        innvilget(_na(veileder), _na(beslutter), sak, fra=FRA, til=TIL)
        versjon = _full_uke(_na(veileder), sak)
        program.programversjon_foresla(_na(veileder), program=versjon)
    with klokke.still_til(date(2026, 2, 18)):
        program.programversjon_avtal(_na(deltaker), program=versjon)
        fast_kontakt_sett(_na(huset.folk[folk.LEDER]), sak, bruker=veileder.krev_bruker())
    _maned(huset, sak, deltaker, date(2026, 3, 1), sendt=date(2026, 4, 1), godkjent=True)
    _maned(huset, sak, deltaker, date(2026, 4, 1), sendt=date(2026, 5, 4), godkjent=True)
    _maned(huset, sak, deltaker, date(2026, 5, 1), sendt=date(2026, 6, 1), godkjent=False)
    _juni_med_papirer(deltaker, sak)
    _betal(huset, date(2026, 3, 1), dag=date(2026, 4, 8), frigi=True)
    _banken_svarer(huset)
    _rett_mars(huset, sak, deltaker)
    _lageret(huset, sak)
    _betal(huset, date(2026, 4, 1), dag=date(2026, 5, 8), frigi=False)
    vurdering = sak.arbeidsevnevurderinger.get()
    kartlegging.aev_si_imot(_na(deltaker), vurdering=vurdering, punkt="b", tekst="Jeg vil ikke jobbe på kjøkken.")
    kjent = kartlegging.innhenting_foresla(
        veileder, sak=sak, grunnlag=Innhentingsgrunnlag.KJENNSKAP, fra_type=Kildetype.TILTAK, fra_navn="Ny Vei",
        hva="Hvordan gikk kurset?", formal="Velge tiltak", kjent=date(2026, 6, 1),
    )  # fmt: skip
    kartlegging.innhenting_motta(
        veileder, innhenting=kjent, dato=date(2026, 6, 2), tekst="Fullførte med god innsats.", slag=Funnslag.RESSURS,
        papir=Papir("rapport.pdf", PDF),
    )  # fmt: skip
    kompetent = huset.folk[folk.VEILEDER].krev_bruker()
    kartlegging.kompetanse_gi(_na(huset.folk[folk.LEDER]), kontor=huset.kontor, bruker=kompetent, fra=date(2025, 1, 1))
    _endringer(veileder, deltaker, sak)
    _plan(veileder, deltaker, sak)
    program.permisjon_registrer(
        veileder, sak=sak, fra=date(2026, 11, 2), til=date(2026, 11, 13), grunn="Reise", med_stonad=False
    )
    _overlever(huset, sak)
    _moter(veileder, deltaker, sak)
    return sak


def _endringer(veileder: Aktor, deltaker: Aktor, sak: Sak) -> None:
    """Sykepenger to come, and two things the participant has told that nobody has read."""
    brevet = Brevet(554_000, "fjorten_dager", ("brev.pdf", PDF))
    ytelse_registrer(veileder, sak=sak, type="sykepenger", fra=date(2026, 8, 3), brevet=brevet)
    reise: dict[str, Any] = {"fra": date(2026, 7, 1), "til": date(2026, 7, 20), "papir": Barnepapir("billett.pdf", PDF)}
    melding_send(deltaker, sak=sak, slag="barn_utland", barn=sak.person.barn.get(), **reise)
    melding_send(deltaker, sak=sak, slag="ytelse", ytelse="dagpenger", fra=date(2026, 9, 1), tekst="Etter jobben.")


def _plan(veileder: Aktor, deltaker: Aktor, sak: Sak) -> None:
    """Goals, a choice of the draft to come, a job beside, and an individual plan in force."""
    program.delmal_opprett(veileder, sak=sak, tekst="Ta truckførerbevis", omrade="utdanning")
    program.delmal_opprett(deltaker, sak=sak, tekst="Få ordnet tennene", omrade="tannhelse")
    program.arbeidsforhold_registrer(veileder, sak=sak, arbeidsgiver="Kiwi", prosent=60, fra=date(2026, 6, 1))
    praksis = sak.programversjoner.get().aktiviteter.get(navn="Praksis på lager")
    program.aktivitet_logg(veileder, aktivitet=praksis, tekst="Kommer presis", fra_hvem="Ola på lageret")
    plan.plantilbud_registrer(veileder, sak=sak, kanal="samtale", tolk=True)
    plan.plansvar_registrer(deltaker, sak=sak, svar="onsket")
    ny = plan.plan_start(veileder, sak=sak)
    lege = plan.planpart_legg_til(veileder, plan=ny, navn="Kari Testlege", tjeneste="fastlege", bidrag="Ryggen")
    plan.plantjeneste_legg_til(veileder, plan=ny, navn="Psykolog", omfang="hver uke", ansvarlig="Fjordvik Helse")
    plan.plan_samtykk(deltaker, plan=ny)
    plan.plan_samtykk(deltaker, plan=ny, part=lege, omfang="hvilke dager jeg er i praksis")
    ny = plan.plan_lagre(
        veileder,
        plan=ny,
        ansvarlig_tjeneste="NAV",
        fra=date(2026, 6, 3),
        til=date(2027, 6, 2),
        neste_revisjon=date(2026, 12, 3),
        ressurser="Lærer fort",
        behov="Søvn",
        deltakers_bidrag="Møter til tiden",
        gjennomforing="Møte hver tredje måned",
        samarbeid="Boligkontoret",
        koordinator_helse="ikke_aktuelt",
        barnekoordinator="ikke_aktuelt",
        kontaktlege="tilbudt",
    )
    plan.plan_sett_i_kraft(veileder, plan=plan.plan_godta(deltaker, plan=ny))


def _overlever(huset: folk.Huset, sak: Sak) -> None:
    """Handed over from a colleague who is away; with a routine for talking together, and one thing done otherwise."""
    leder, veileder = huset.folk[folk.LEDER], huset.folk[folk.VEILEDER].krev_bruker()
    kollega = grunnlag.lag_aktor(Rolle.VEILEDER, huset.kontor, navn="Vigdis Vikar").krev_bruker()
    fast_kontakt_sett(SYSTEM, sak, bruker=kollega)
    sak_fordel(leder, plan=[(sak, veileder)], grunn="Permisjon", notat=Notat("Trygg", "Mangler norsk", FRA))
    stedfortreder_sett(leder, kontor=huset.kontor, bruker=kollega, vikar=veileder, fra=klokke.i_dag())
    rutine_lagre(
        leder,
        kommune=huset.kommune,
        steg="kontakt.samtale",
        tekst="Ring mandag.",
        eier=leder.bruker,
        vurderes=TIL,
    )
    avvik_meld(huset.folk[folk.VEILEDER], sak=sak, steg="kontakt.samtale", rad=2, setning="Hun ville heller skrive.")


def _moter(veileder: Aktor, deltaker: Aktor, sak: Sak) -> None:
    """A meeting held with what was agreed, one to come, a wish, and an evaluation the participant has prepared."""
    with klokke.still_til(date(2026, 5, 20)):
        mote = oppfolging.mote_book(_na(veileder), sak=sak, inn=_mote(date(2026, 5, 20)))
        avtaler = [oppfolging.Avtaleinn("nav", "Ringe Fjordvik Lager"), oppfolging.Avtaleinn("deltaker", "Skrive CV")]
        inn = oppfolging.Lukking(referat="Vi snakket om praksisen.", internt="Bare oss", avtaler=avtaler)
        oppfolging.mote_lukk(_na(veileder), mote=mote, inn=inn)
    oppfolging.mote_book(veileder, sak=sak, inn=_mote(date(2026, 6, 11)))
    oppfolging.mote_onsk(deltaker, sak=sak, onske="Jeg vil snakke om barnehagen")
    oppfolging.evaluering_forbered(deltaker, sak=sak, egen_trivsel="bra", egen_endre="Mer tid på lageret")


def _mote(dag: date) -> oppfolging.Moteinn:
    return oppfolging.Moteinn(
        start=datetime.combine(dag, time(10), klokke.OSLO),
        type="trepart",
        hensikt="Hvordan går det på lageret?",
        deltakere=[oppfolging.Deltakerinn("Kari Testlager", "arbeidsgiver", dag, "Oppmøte og oppgaver")],
    )


def _full_uke(veileder: Aktor, sak: Sak) -> Programversjon:
    return fyll_uken(veileder, program.programversjon_start(veileder, sak=sak, fra=FRA))


def _maned(huset: folk.Huset, sak: Sak, deltaker: Aktor, maned: date, *, sendt: date, godkjent: bool) -> None:
    with klokke.still_til(sendt):
        liste = oppmote.timeliste_apne(_na(deltaker), sak=sak, maned=maned)
        syk = Fravaerinn(fra=maned.replace(day=6), til=maned.replace(day=7), arsak=Fravaersarsak.EGEN_SYKDOM)
        erklaering = oppmote.Fil("legeerklaering.pdf", PDF)
        oppmote.fravaer_registrer(_na(deltaker), timeliste=liste, fravaer=syk, papirer=[erklaering])
        liste = oppmote.timeliste_lever(_na(deltaker), timeliste=liste)
        if godkjent:
            oppmote.timeliste_godkjenn(_na(huset.folk[folk.VEILEDER]), timeliste=liste)


def _juni_med_papirer(deltaker: Aktor, sak: Sak) -> None:
    """A month just begun, with a Saturday at work and a funeral, each with its paper."""
    juni = oppmote.timeliste_apne(deltaker, sak=sak, maned=date(2026, 6, 1))
    dager = {date(2026, 6, 6): Dagtimer(arbeid=Decimal(4)), date(2026, 6, 2): Dagtimer()}
    borte = [Fravaerinn(fra=date(2026, 6, 2), til=date(2026, 6, 2), arsak=Fravaersarsak.VELFERD)]
    juni = oppmote.timeliste_lagre(deltaker, timeliste=juni, dager=dager, fravaer=borte)
    oppmote.lonnsslipp_legg_til(deltaker, timeliste=juni, fil=oppmote.Fil("lonnsslipp.pdf", PDF))
    oppmote.fravaer_dokumenter(deltaker, fravaer=juni.fravaer.get(), fil=oppmote.Fil("annonse.pdf", PDF))


def _lageret(huset: folk.Huset, sak: Sak) -> None:
    """The warehouse of the practice says who came."""
    system = huset.folk[folk.SYSTEM]
    lager = oppmote.arrangor_registrer(system, kommune=huset.kommune, navn="Fjordvik Lager")
    plass = oppmote.arrangorbruker_gi(
        system, arrangor=lager, brukernavn="lars-lager", navn=folk.ARRANGOR, fra=date(2026, 1, 1)
    )
    lars = aktor_for(plass.bruker, klokke.i_dag())
    mai = arrangormaned(lars, sak.pk, date(2026, 5, 1))
    oppmote.arrangorforing_lagre(lars, maned=mai, dager={date(2026, 5, 5): Oppmote("kom_ikke")})
    folk.kan_velges()


def _rett_mars(huset: folk.Huset, sak: Sak, deltaker: Aktor) -> None:
    """March was paid, and then somebody had to look at it again."""
    veileder = huset.folk[folk.VEILEDER]
    with klokke.still_til(date(2026, 5, 20)):
        mars = sak.timelister.get(maned=date(2026, 3, 1))
        ny = oppmote.timeliste_rett(_na(veileder), timeliste=mars, grunn="Var du på kurs den 10.?")
        ny = oppmote.timeliste_lever(_na(deltaker), timeliste=ny)
        oppmote.timeliste_godkjenn(_na(veileder), timeliste=ny)


def _betal(huset: folk.Huset, maned: date, *, dag: date, frigi: bool) -> None:
    with klokke.still_til(dag):
        forbereder, frigiver = _na(huset.folk[folk.OKONOMI]), _na(huset.folk[folk.OKONOMI2])
        kjoring = utbetaling.kjoring_opprett(forbereder, kommune=huset.kommune, maned=maned)
        kjoring = utbetaling.kjoring_forbered(forbereder, kjoring)
        if frigi:
            filer_lag(frigiver, utbetaling.kjoring_frigi(frigiver, kjoring))


def _banken_svarer(huset: folk.Huset) -> None:
    """March has come to the account; and so has something nobody knows what is."""
    kjoring = huset.kommune.kjoringer.get(status="sendt")
    with klokke.still_til(date(2026, 4, 14)):
        okonomi = _na(huset.folk[folk.OKONOMI])
        svarene = falsk_bank.svar(bytes(kjoring.filer.get(type="pain001").dokument.innhold))
        filer = [("svar.xml", svarene.kvittering), ("bevegelser.xml", svarene.bokforing)]
        bankfiler_les(okonomi, kommune=huset.kommune, filer=filer)
        melding = Meldinginn("camt054", "INN-1", "inn.xml", b"<inn/>", huset.kommune.utbetalingskonto)
        inn = Postinn("inn", belop_ore=12_300, dato=klokke.i_dag(), motpart="Fjordvik kino")
        poster_ta_imot(okonomi, kommune=huset.kommune, melding=melding, poster=[inn])


def _soker(huset: folk.Huset) -> Sak:
    """An application that lacks something, with an assessment begun."""
    veileder = huset.folk[folk.VEILEDER]
    person = grunnlag.lag_person(fornavn="Amina", etternavn="Testvik")
    folk.gi_innlogging(person, huset.kontor)
    soknad = soknader.soknad_registrer(
        veileder,
        person=person,
        kontor=huset.kontor,
        mottatt=date(2026, 5, 20),
        kanal="papir",
        onsker="Jeg vil bli barnehageassistent.",
        situasjon="Barna er begynt på skolen.",
        vedlegg=[soknader.Fil("cv.pdf", PDF)],
    )
    mangler = [soknader.Mangel("Lønnsslipp", "Vi må vite hva du lever av."), soknader.Mangel("Husleiekontrakt")]
    soknader.soknad_be_om_opplysninger(veileder, soknad=soknad, mangler=mangler, frist=date(2026, 6, 17))
    vurdering = skriv_aev(veileder, soknad.sak)
    _kartlegg(veileder, vurdering)
    return soknad.sak


def _kartlegg(veileder: Aktor, vurdering: Arbeidsevnevurdering) -> None:
    """A little of everything the mapping has."""
    sak = vurdering.sak
    funn = Funninn(Tema.ARBEIDSERFARING, Funnslag.RESSURS, "Passet barn i fem år.")
    kartlegging.samtale_registrer(veileder, sak=sak, dato=date(2026, 6, 1), funn=[funn])
    kartlegging.innhenting_foresla(
        veileder, sak=sak, grunnlag=Innhentingsgrunnlag.SAMTYKKE, fra_type=Kildetype.LEGE, fra_navn="Fastlegen",
        hva="Hvor lenge kan hun stå?", formal="Vurdere arbeidsevnen",
    )  # fmt: skip
    kartlegging.jobbkrav_legg_til(veileder, vurdering=vurdering, yrke="Assistent", krever="Norsk B1", har="Norsk A2")
    kartlegging.internnotat_skriv(
        veileder, vurdering=vurdering, punkt="d", tekst="Virker redd.", holdt_tilbake=True, grunn="For tidlig."
    )
    kartlegging.kollegablikk_be_om(veileder, vurdering=vurdering)


def _forslag(huset: folk.Huset) -> Sak:
    """A programme that waits for the participant's yes."""
    veileder = huset.folk[folk.VEILEDER]
    sak = _sak(huset, "Farid", "Testnes")
    folk.gi_innlogging(sak.person, huset.kontor)
    innvilget(veileder, huset.folk[folk.BESLUTTER], sak, fra=date(2026, 6, 15), til=date(2027, 6, 14))
    versjon = program.programversjon_start(veileder, sak=sak, fra=date(2026, 6, 15))
    program.veivalg_lagre(
        veileder, program=versjon, hva="Praksis", alternativer=["Lager", "Butikk"], valgt="Lager", grunn="behov"
    )
    versjon.refresh_from_db()
    program.programversjon_foresla(veileder, program=fyll_uken(veileder, versjon))
    oppfolging.bekymring_meld(veileder, sak=sak, hva="Kurset får ikke tak i ham.")
    return sak


def _programutkast(huset: folk.Huset) -> Programversjon:
    veileder = huset.folk[folk.VEILEDER]
    sak = _sak(huset, "Nils", "Testberg")
    innvilget(veileder, huset.folk[folk.BESLUTTER], sak, fra=date(2026, 6, 15), til=date(2027, 6, 14))
    return fyll_uken(veileder, program.programversjon_start(veileder, sak=sak, fra=date(2026, 6, 15)))


def _kandidat(huset: folk.Huset) -> Kandidat:
    """A tip from the school, told of the programme; it waits for the fødselsnummer to become an application."""
    veileder = huset.folk[folk.VEILEDER]
    kandidat = kandidater.kandidat_meld(
        huset.folk[folk.BESLUTTER],
        kontor=huset.kontor,
        kilde="skole",
        navn="Ronja Testlien",
        telefon="98 76 54 32",
        fodselsar=2003,
        grunner=["uten_aktivitet", "ukjent_for_nav"],
        hvorfor="Har ikke hatt noe å gjøre siden hun sluttet på skolen.",
        henvist_av="Rådgiver Tor",
        samtykke_dato=date(2026, 6, 1),
        samtykke_til="Å fortelle navn, telefon og hvorfor",
    )
    kandidater.kandidat_informer(
        veileder, kandidat=kandidat, sagt_frivillig=True, svar="vil_tenke", egne_ord="Jeg må tenke litt på det."
    )
    kandidat.refresh_from_db()
    return kandidat


def _vakt(huset: folk.Huset) -> Vakt:
    leder, veileder = huset.folk[folk.LEDER], huset.folk[folk.VEILEDER]
    return henvendelser.vakt_sett(
        leder,
        kontor=huset.kontor,
        bruker=veileder.krev_bruker(),
        telefon="40 00 00 00",
        fra=grunnlag.I_DAG,
        til=date(2026, 6, 9),
    )


def _henvendelse(huset: folk.Huset, sak: Sak) -> Henvendelse:
    """A question from the participant, and one answered from somebody unknown."""
    veileder = huset.folk[folk.VEILEDER]
    ukjent = henvendelser.henvendelse_registrer(
        veileder,
        kontor=huset.kontor,
        kanal="telefon",
        tema="onsker_arbeid",
        tekst="Vil ha hjelp til å finne jobb.",
        navn="Ukjent",
        telefon="98 76 54 32",
    )
    henvendelser.henvendelse_besvar(veileder, henvendelse=ukjent, svar="Vi møtes på fredag.", utfall="avtale")
    return henvendelser.henvendelse_registrer(
        veileder,
        kontor=huset.kontor,
        kanal="nks_oppgave",
        tema="penger",
        tekst="Når kommer pengene for mai?",
        person=sak.person,
    )


def _klage(huset: folk.Huset) -> Klage:
    """A complaint on a refusal, whose answer is being written."""
    veileder, beslutter = huset.folk[folk.VEILEDER], huset.folk[folk.BESLUTTER]
    sak = _sak(huset, "Selma", "Testli")
    folk.gi_innlogging(sak.person, huset.kontor)
    klage = klag(veileder, avslatt(veileder, beslutter, sak))
    klager.klage_legg_ved(veileder, klage=klage, vedlegg=[klager.Fil("legeerklaering.pdf", PDF)])
    return vurdert(veileder, klage)


def _krav(huset: folk.Huset) -> Kostnadskrav:
    """A claim for costs after the office changed a refusal."""
    veileder, beslutter = huset.folk[folk.VEILEDER], huset.folk[folk.BESLUTTER]
    klage = klag(veileder, avslatt(veileder, beslutter, _sak(huset, "Ivar", "Testnes")))
    klage = besluttet(veileder, beslutter, klage, Innstillinger.OMGJOR)
    return klager.kostnadskrav_registrer(
        veileder, klage=klage, fremsatt=klokke.i_dag(), hva="Fem timer hos advokat", belop=8000
    )


def _innlest(huset: folk.Huset) -> Sak:
    """A running case from another system, with something that could not be taken over."""
    mappe = {
        "versjon": 1,
        "sak_id": "G-17",
        "kommune": huset.kommune.nummer,
        "kontor": huset.kontor.navn,
        "fast_kontakt": [{"ansatt": "Z990030", "fra": "2026-01-12"}],
        "person": {"fodselsnummer": "10828709491", "fodselsdato": "1987-02-10", "navn": "Ines Testland"},
        "vedtak": [
            {
                "id": "v1",
                "type": "innvilgelse",
                "dato": "2026-01-02",
                "fra": "2026-01-12",
                "til": "2027-01-11",
                "saksbehandler": "Z990030",
                "beslutter": "Z990030",
            }
        ],
        "kontakter": [{"dato": "2026-02-03", "kanal": "mote", "initiativ": "nav", "resultat": "gjennomfort"}],
    }
    list(mapper_les_inn(SYSTEM, [les_linje(json.dumps(mappe))], kilde="gammelt-system.jsonl"))
    return InnlestMappe.objects.get(kilde_id="G-17").sak


# The pages


def kontorsider(alt: Alt) -> Iterator[Side]:
    """Every page of the office that can be read, by someone who may."""

    def side(hvem: str, navn: str, *deler: Any) -> Side:
        return Side(hvem, navn, reverse(f"kontor:{navn}", args=deler))

    v, sak, soker = folk.VEILEDER, alt.i_program, alt.soker
    soknad = Soknad.objects.get(sak=soker)
    fravaer = sak.timelister.get(maned=date(2026, 5, 1)).fravaer.get()
    vedtak = sak.vedtak.get()
    for navn in ("min_dag", "sok", "saker", "timelister", "vedtak_liste", "person_registrer", "rutiner", "avvik"):
        yield side(v, navn)
    yield Side(v, "min_dag", f"{reverse('kontor:min_dag')}?omfang=teamets")
    yield Side(v, "saker", f"{reverse('kontor:saker')}?stille=1&sorter=frist")
    yield side(v, "visning_lagre", "min_dag")
    yield side(v, "utsett")
    yield side(v, "avvik_meld", sak.pk, "kontakt.samtale")
    yield side(v, "rutine", alt.huset.kommune.pk, "kontakt.samtale")
    for navn in ("sak", "overlevering", "kontakt_logg", "program", "vedtak", "aev", "stonad", "soknad"):
        yield side(v, navn, sak.pk)
    for navn in ("moteliste", "gruppemote"):
        yield side(v, navn)
    for navn in ("moter", "mote_ny", "bekymring", "evalueringer", "evaluering_hold"):
        yield side(v, navn, sak.pk)
    yield side(v, "bekymring", alt.forslag.pk)
    for mote in sak.moter.exclude(start=None):
        yield side(v, "mote", mote.pk)
    for navn in ("soknad", "soknad_bakgrunn", "aev", "vedtak", "program"):
        yield side(v, navn, soker.pk)
    yield side(v, "aev_versjon", sak.pk, 1)
    for navn in (
        "aev_forhandsvis",
        "aev_internt",
        "aev_variant",
        "aev_jobbkrav",
        "aev_kartlegging",
        "aev_samtale",
        "aev_observasjon",
        "aev_egenvurdering",
        "aev_papir",
        "aev_innhenting_ny",
        "aev_kollegablikk",
    ):
        yield side(v, navn, soker.pk)
    yield side(v, "aev_kartlegging", sak.pk)
    yield side(v, "aev_forhandsvis", sak.pk)
    notat = soker.arbeidsevnevurderinger.get().internnotater.get()
    yield side(v, "aev_tatt_opp", soker.pk, notat.pk)
    innhenting = soker.innhentinger.get()
    yield side(v, "aev_innhenting", innhenting.pk)
    for knapp in ("registrer_ja", "be_om", "motta", "avslutt"):
        yield side(v, "aev_innhenting_kommando", innhenting.pk, knapp)
    yield side(v, "aev_merknad", sak.pk, sak.aev_merknader.get().pk)
    yield side(folk.LEDER, "aev_kompetanse")
    yield side(folk.LEDER, "aev_kompetanse_avslutt", alt.huset.kontor.aev_kompetanse.get().pk)
    yield side(v, "vedtak_vis", sak.pk, vedtak.pk)
    yield side(v, "vedtak_brev", sak.pk, vedtak.pk)
    yield side(v, "vedtak", alt.vedtak_utkast.pk)
    yield side(v, "vedtak", alt.vedtak_sendt.pk)
    yield side(folk.BESLUTTER, "vedtak", alt.vedtak_sendt.pk)
    yield side(folk.BESLUTTER, "vedtak_liste")
    yield side(v, "program", alt.program_utkast.sak_id)
    yield side(v, "program", alt.forslag.pk)
    yield side(v, "program_aktivitet_ny", alt.program_utkast.pk)
    yield side(v, "program_aktivitet", alt.program_utkast.aktiviteter.order_by("pk")[0].pk)
    yield side(v, "program_mal", sak.pk)
    yield side(v, "program_jobb", sak.pk)
    yield side(v, "program_jobb_svar", sak.arbeidsforhold.get().pk)
    yield side(v, "program_valg", alt.program_utkast.pk)
    yield side(v, "program_utskrift", sak.programversjoner.get().pk)
    praksis = sak.programversjoner.get().aktiviteter.order_by("pk")[0].pk
    yield side(v, "program_gang", praksis)
    for knapp in ("fullfor", "avbryt"):
        yield side(v, "program_gang_kommando", praksis, knapp)
    truck = sak.delmal.get(tekst="Ta truckførerbevis").pk
    for knapp in ("nadd", "endre", "legg_bort"):
        yield side(v, "program_mal_kommando", truck, knapp)
    yield side(v, "program_forbilder")
    yield side(folk.LEDER, "program_forbilde_lag", sak.programversjoner.get().pk)
    for navn in ("individuell_plan", "plan_tilby", "plan_svar"):
        yield side(v, navn, sak.pk)
    yield side(v, "individuell_plan", alt.forslag.pk)
    ip = sak.individuelle_planer.get()
    for navn in ("plan_skriv", "plan_part", "plan_tjeneste", "plan_koordinator", "plan_samtykke", "plan_godtatt"):
        yield side(v, navn, ip.pk)
    for navn in ("plan_i_kraft", "plan_avslutt", "plan_utskrift"):
        yield side(v, navn, ip.pk)
    yield side(v, "plan_versjon", ip.pk, 1)
    yield side(v, "plan_deling", ip.parter.get().pk)
    for navn in ("person", "person_barn_ny", "soknad_registrer"):
        yield side(v, navn, sak.person_id)
    yield side(v, "person_barn", sak.person_id, sak.person.barn.get().pk)
    yield from _barn_og_ytelser(sak, side)
    for knapp in ("be_om_opplysninger", "gi_forelopig_svar", "legg_ved", "merk_klar", "trekk"):
        yield side(v, "soknad_kommando", soknad.pk, knapp)
    yield side(v, "soknad_motta_opplysning", soknad.opplysningskrav.order_by("pk")[0].pk)
    yield Side(v, "stonad", f"{reverse('kontor:stonad', args=[sak.pk])}?maned=2026-03")
    yield side(v, "forskudd", sak.pk)
    yield side(v, "innkreving", sak.pk)
    yield side(v, "dodsfall", sak.person_id)
    yield side(v, "krav_liste")
    yield side(v, "krav_sak", sak.pk)
    yield side(v, "krav_sak", alt.avsluttet.pk)
    yield side(v, "krav", alt.for_mye.pk)
    yield side(v, "timelister_maned", 2026, 5)
    for maned in (3, 4, 5, 6):
        yield side(v, "timeliste", sak.pk, 2026, maned)
    yield side(v, "timeliste_rettet", sak.pk, 2026, 3, 1)
    yield side(v, "timeliste_fravaer", sak.pk, 2026, 6)
    yield side(v, "lonnsslipp_ny", sak.pk, 2026, 6)
    yield side(v, "fravaer_papir_ny", sak.timelister.get(maned=date(2026, 6, 1)).fravaer.get().pk)
    yield side(v, "timeliste_lege", fravaer.pk)
    for saken in (sak, alt.pause_varslet):
        yield side(v, "egenmelding", saken.pk)
    yield side(v, "egenmelding_bekreftelse", fravaer.pk)
    yield side(v, "timeliste", alt.pause_varslet.pk, 2026, 5)
    for navn in ("min_dag", "kjoringer", "avstemming"):
        yield side(folk.OKONOMI, navn)
    yield side(folk.SYSTEM, "arrangorer", alt.huset.kommune.pk)
    arrangor = alt.huset.kommune.arrangorer.get()
    yield side(folk.SYSTEM, "arrangorbruker", arrangor.pk)
    yield side(folk.SYSTEM, "arrangorbruker_avslutt", arrangor.brukere.get().pk)
    for kjoring in alt.huset.kommune.kjoringer.all():
        yield side(folk.OKONOMI, "kjoring", kjoring.pk)
        if kjoring.status == "sendt":
            yield side(folk.OKONOMI, "avstemming_kjoring", kjoring.pk)
            yield side(folk.OKONOMI, "avstemming_betaling", kjoring.utbetalinger.get().pk)
    yield side(folk.OKONOMI, "avstemming_post", Bankpost.objects.get(slag="inn").pk)
    yield side(folk.OKONOMI, "reguleringer")
    for hvem in (folk.OKONOMI, folk.LEDER):
        yield side(hvem, "regulering", alt.regulering.pk)
    yield side(folk.OKONOMI, "reguleringslinje", alt.regulering.linjer.get().pk)
    for navn in ("min_dag", "kostra", "portefolje"):
        yield side(folk.LEDER, navn)
    yield Side(folk.LEDER, "fordel", f"{reverse('kontor:fordel')}?sak={sak.pk}&sak={soker.pk}")
    yield side(folk.LEDER, "rutine_skriv", alt.huset.kommune.pk, "kontakt.samtale")
    yield side(folk.LEDER, "stedfortreder", alt.huset.kontor.pk)
    for navn in ("fast_kontakt", "innsyn", "saksmappe"):
        yield side(folk.LEDER, navn, sak.pk)
    yield side(folk.LEDER, "styring")
    yield Side(folk.OKONOMI, "simulering", f"{reverse('kontor:simulering')}?faktor=2,2")
    yield from _kandidatsider(alt, side)
    yield from _henvendelsessider(alt, side)
    yield side(folk.LEDER, "saksmappe", alt.innlest.pk)
    yield side(folk.LEDER, "internkontroll")
    yield side(folk.LEDER, "internkontroll_nytt", alt.huset.kontor.pk)
    yield side(folk.LEDER, "internkontroll_styrke", alt.huset.kontor.pk, "R26")
    for saken in (sak, soker, alt.pause_varslet, alt.avsluttet):
        yield side(v, "livslop", saken.pk)
    yield side(folk.LEDER, "livslop", sak.pk)
    yield side(v, "vedtak", alt.pause_varslet.pk)
    yield side(v, "etterpa", alt.avsluttet.pk)
    yield side(folk.LEDER, "utfall")
    kommune = alt.huset.kommune
    yield side(v, "klageliste")
    yield side(folk.LEDER, "klageliste")
    yield side(v, "klager", alt.klage.sak_id)
    yield side(v, "klager", soker.pk)
    yield side(v, "klage_ny", alt.klage.sak_id)
    beslutning = alt.pause_varslet.egenmeldingsstopp.get(gjelder="barn").beslutninger.get()
    yield side(v, "klage_kom_fram", beslutning.sak_id, beslutning.pk)
    yield side(v, "klage", alt.klage.pk)
    yield side(v, "klage", alt.krav.klage_id)
    yield side(folk.BESLUTTER, "klage_krav", alt.krav.pk)
    yield side(v, "klage_kommando", alt.klage.pk, "gi_forelopig_svar")
    yield side(folk.SYSTEM, "organisasjon")
    yield side(folk.SYSTEM, "rolle_gi", kommune.pk)
    yield side(folk.SYSTEM, "rolle_avslutt", kommune.medlemskap.filter(rolle=Rolle.VEILEDER)[0].pk)
    yield side(folk.SYSTEM, "valg_sett", kommune.pk, next(iter(VALG)))


def _barn_og_ytelser(sak: Sak, side: Callable[..., Side]) -> Iterator[Side]:
    v, barn = folk.VEILEDER, sak.person.barn.get()
    for navn in ("barn_oversikt", "ytelser", "endringsmeldinger"):
        yield side(v, navn, sak.pk)
    yield side(folk.OKONOMI, "barn_oversikt", sak.pk)
    for navn in ("barn_slutt", "barn_varig", "barn_utland_ny"):
        yield side(v, navn, sak.person_id, barn.pk)
    for navn in ("barn_utland", "barn_utland_fjern"):
        yield side(v, navn, sak.person_id, barn.pk, barn.utenlandsopphold.get().pk)
    for navn in ("ytelse", "ytelse_slutt", "ytelse_fjern"):
        yield side(v, navn, sak.andre_ytelser.get(fra=date(2026, 8, 3)).pk)
    for melding in sak.endringsmeldinger.all():
        yield side(v, "endringsmelding", melding.pk)


def _kandidatsider(alt: Alt, side: Callable[..., Side]) -> Iterator[Side]:
    for navn in ("kandidater", "kandidat_meld", "kandidat_dugnad"):
        yield side(folk.VEILEDER, navn)
    yield side(folk.BESLUTTER, "kandidat_meld")
    yield side(folk.VEILEDER, "kandidat", alt.kandidat.pk)
    for knapp in KANDIDAT.kommandoer():
        if knapp != "kall_inn":
            yield side(folk.VEILEDER, "kandidat_kommando", alt.kandidat.pk, knapp)


def _henvendelsessider(alt: Alt, side: Callable[..., Side]) -> Iterator[Side]:
    for navn in ("henvendelser", "henvendelse_ny", "vaktliste"):
        yield side(folk.VEILEDER, navn)
    yield side(folk.VEILEDER, "henvendelser_sak", alt.i_program.pk)
    yield side(folk.VEILEDER, "stedfortreder", alt.huset.kontor.pk)
    for henvendelse in Henvendelse.objects.order_by("mottatt"):
        yield side(folk.VEILEDER, "henvendelse", henvendelse.pk)
    for knapp in HENVENDELSE.kommandoer():
        yield side(folk.VEILEDER, "henvendelse_kommando", alt.henvendelse.pk, knapp)
    for navn in ("henvendelser", "svartider"):
        yield side(folk.LEDER, navn)
    yield side(folk.LEDER, "vakt_sett", alt.huset.kontor.pk)


def _arrangorsider(alt: Alt) -> Iterator[Side]:
    yield Side(folk.ARRANGOR, "deltakere", reverse("arrangor:deltakere_maned", args=[2026, 5]))
    yield Side(folk.ARRANGOR, "maned", reverse("arrangor:maned", args=[2026, 5, alt.i_program.pk]))


def deltakersider(alt: Alt) -> Iterator[Side]:
    """Every page of the participant that can be read."""

    def side(hvem: str, navn: str, *deler: Any) -> Side:
        return Side(hvem, navn, reverse(f"deltaker:{navn}", args=deler))

    yield from _arrangorsider(alt)
    d = I_PROGRAM
    krav = alt.soker.soknader.get().opplysningskrav.order_by("pk")[0]
    fravaer = alt.i_program.timelister.get(maned=date(2026, 5, 1)).fravaer.get()
    for mote in alt.i_program.moter.exclude(start=None):
        yield side(d, "mote", mote.pk)
    for navn in ("forside", "innsyn", "ny_kontakt", "om_meg", "brev", "penger", "program", "timelister", "soknad"):
        yield side(d, navn)
    for navn in ("henvendelser", "moter", "evaluering", "barn_familie", "andre_penger", "penger_meld"):
        yield side(d, navn)
    for slag in ("barn_fodt", "barn_flyttet", "barn_utland", "barn_annet"):
        yield side(d, "barn_meld", slag)
    yield side(d, "brev_les", alt.i_program.brev.order_by("pk")[0].pk)
    for maned in (3, 4):
        yield side(d, "penger_maned", 2026, maned)
    for maned in (4, 6):
        yield side(d, "timeliste", 2026, maned)
    yield side(d, "krav")
    yield side(d, "fravaer_ny", 2026, 6)
    for hvem in (d, FAR_VARSEL):
        yield side(hvem, "egenmelding")
    yield side(d, "lonnsslipp_ny", 2026, 6)
    yield side(d, "fravaer_papir_ny", alt.i_program.timelister.get(maned=date(2026, 6, 1)).fravaer.get().pk)
    yield side(d, "legeerklaering", fravaer.pk)
    for navn in ("forside", "soknad", "soknad_kvittering", "soknad_trekk", "eget_syn", "penger", "program"):
        yield side(SOKER, navn)
    yield side(SOKER, "soknad_svar", krav.pk)
    for navn in ("eget_syn_kort", "eget_syn_se"):
        yield side(SOKER, navn)
    for kode in ("har_jobbet", "stolt"):
        yield side(SOKER, "eget_syn_sporsmal", kode)
    for navn in ("eget_syn", "eget_syn_vurdering"):
        yield side(d, navn)
    yield side(d, "eget_syn_stemmer_ikke", "b")
    yield side(FAR_FORSLAG, "program")
    egen = alt.i_program.programversjoner.get().aktiviteter.order_by("pk")[0].pk
    yield side(d, "program_uke", egen, "2026-05-25")
    for hvem in (d, SOKER, FAR_FORSLAG):
        yield side(hvem, "individuell_plan")
    yield side(d, "plan_deling", alt.i_program.individuelle_planer.get().parter.get().pk)
    yield side(FAR_FORSLAG, "eget_syn")
    yield side(KLAGER, "klager")
    yield side(I_PROGRAM, "klage_ny", alt.i_program.vedtak.get().pk)
    for navn in ("klage", "klage_kvittering", "klage_trekk"):
        yield side(KLAGER, navn, alt.klage.pk)
    for navn in ("bekreftelser", "varsel", "etterpa"):
        yield side(d, navn)
    yield side(d, "hele_saken")
    for navn in ("forside", "varsel"):
        yield side(FAR_VARSEL, navn)
    for navn in ("forside", "etterpa"):
        yield side(SLUTTET, navn)
