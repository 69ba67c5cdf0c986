"""The people and offices the stories of the tests begin with. Everything is made by the services, as in real life."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import count
from typing import Any

from fotfeste.fag.oppmote.enums import Timelistestatus
from fotfeste.fag.oppmote.models import Timeliste, Timelistedag
from fotfeste.fag.person import services as personer
from fotfeste.fag.person.fodselsnummer import lag_syntetisk
from fotfeste.fag.person.models import Person
from fotfeste.fag.plan.enums import Plansvar
from fotfeste.fag.plan.models import Plansvaret
from fotfeste.fag.program.perioder import programtid_for
from fotfeste.fag.sak import services as saker
from fotfeste.fag.sak.enums import Saksstatus
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.vedtak.enums import Vedtaksstatus, Vedtakstype
from fotfeste.fag.vedtak.models import Vedtak
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.logg.services import kommando
from fotfeste.grunnmur.organisasjon.enums import KOMMUNEROLLER, Rolle
from fotfeste.grunnmur.organisasjon.models import Bruker, KommunaltValg, Kommune, Kontor, Medlemskap
from fotfeste.grunnmur.tilgang import SYSTEM, Aktor, aktor_for
from fotfeste.regelverk import tid

I_DAG = date(2026, 6, 3)
"""The day the stories happen, unless they say another."""

_teller = count(1)


def lag_kommune(navn: str = "Fjordvik", nummer: str = "4204") -> Kommune:
    """A municipality with a bank account."""
    return Kommune.objects.create(
        navn=navn, nummer=nummer, organisasjonsnummer="910000004", utbetalingskonto="15032080119", bic="DNBANOKK"
    )


def lag_kontor(kommune: Kommune, navn: str = "NAV Fjordvik sør", nummer: str | None = None) -> Kontor:
    """An office of the municipality."""
    return Kontor.objects.create(
        kommune=kommune, navn=navn, nummer=nummer or f"{next(_teller) % 10_000:04d}", telefon="55 55 33 33"
    )


def lag_aktor(rolle: Rolle, kontor: Kontor, *, navn: str | None = None, fra: date = date(2020, 1, 1)) -> Aktor:
    """Someone who holds `rolle` at the office (or the whole municipality, for the roles that do)."""
    nummer = next(_teller)
    bruker = Bruker.objects.opprett(brukernavn=f"{rolle}-{nummer}", navn=navn or f"{rolle.label} {nummer}")
    Medlemskap.objects.create(
        bruker=bruker,
        rolle=rolle,
        kommune=kontor.kommune,
        kontor=None if rolle in KOMMUNEROLLER else kontor,
        fra=fra,
    )
    return aktor_for(bruker, klokke.i_dag())


def lag_valg(kommune: Kommune, nokkel: str, verdi: object, *, fra: date = date(2020, 1, 1)) -> KommunaltValg:
    """A municipal choice in force."""
    with kommando(SYSTEM, "test"):
        return KommunaltValg.objects.create(
            kommune=kommune,
            nokkel=nokkel,
            verdi=verdi,
            fra=fra,
            begrunnelse="Slik vil kommunen ha det",
            besluttet_av=Bruker.objects.opprett(brukernavn=f"valg-{next(_teller)}", navn="Kommunedirektøren"),
        )


def lag_fnr(fodselsdato: date = date(1990, 2, 14)) -> str:
    """A synthetic fødselsnummer nobody in the test has yet."""
    while True:
        nummer = lag_syntetisk(fodselsdato, next(_teller) % 500)
        if nummer and not Person.objects.filter(fodselsnummer=nummer).exists():
            return nummer


def lag_person(
    *, fodselsdato: date = date(1990, 2, 14), fornavn: str = "Samira", etternavn: str = "Testdal", **felter: Any
) -> Person:
    """A person with a valid account number."""
    felter.setdefault("kontonummer", "15032080119")
    return personer.person_registrer(SYSTEM, fnr=lag_fnr(fodselsdato), fornavn=fornavn, etternavn=etternavn, **felter)


def lag_deltaker(person: Person, kontor: Kontor) -> Aktor:
    """The person logged in as themselves."""
    aktor = lag_aktor(Rolle.DELTAKER, kontor, navn=person.navn)
    personer.person_knytt_bruker(SYSTEM, person, aktor.krev_bruker())
    return aktor


def lag_sak(kontor: Kontor, person: Person | None = None) -> Sak:
    """An open case at the office."""
    return saker.sak_opprett(SYSTEM, person=person or lag_person(), kontor=kontor)


def lag_sak_i_program(
    kontor: Kontor, *, fra: date = date(2026, 1, 12), til: date = date(2027, 1, 11), person: Person | None = None
) -> Sak:
    """A participant whose programme runs and who wants no individual plan. History from elsewhere (`innlest`)."""
    sak = lag_sak(kontor, person)
    veileder = lag_aktor(Rolle.VEILEDER, kontor).krev_bruker()
    beslutter = lag_aktor(Rolle.BESLUTTER, kontor).krev_bruker()
    with kommando(SYSTEM, "test"):
        Vedtak.objects.create(
            sak=sak,
            type=Vedtakstype.INNVILGELSE,
            status=Vedtaksstatus.FATTET,
            fra=fra,
            til=til,
            dato=fra,
            saksbehandler=veileder,
            beslutter=beslutter,
            innlest=True,
        )
        Plansvaret.objects.create(sak=sak, dato=fra, svar=Plansvar.IKKE_ONSKET, vil_ikke_si=True)
        sak.lagre_endring(status=Saksstatus.I_PROGRAM)
    return sak


def lag_timeliste(
    sak: Sak,
    maned: date,
    *,
    godkjent_av: Aktor | None,
    arbeid: dict[date, Decimal] | None = None,
) -> Timeliste:
    """A sheet for the month, as planned but for paid hours on some dates; approved when `godkjent_av` is given."""
    periode, arbeid = tid.maned(maned.year, maned.month), arbeid or {}
    plan = programtid_for([sak.pk], periode)[sak.pk].plan
    with kommando(SYSTEM, "test"):
        liste = Timeliste.objects.create(sak=sak, maned=maned, status=Timelistestatus.LEVERT, levert=klokke.na())
        Timelistedag.objects.bulk_create(
            Timelistedag(
                sak=sak,
                timeliste=liste,
                dato=dag,
                planlagt=plan(dag).sum,
                timer_program=0 if dag in arbeid else plan(dag).sum,
                timer_arbeid=arbeid.get(dag, 0),
            )
            for dag in periode.dager()
            if plan(dag).sum or dag in arbeid
        )
        if godkjent_av:
            liste.lagre_endring(
                status=Timelistestatus.GODKJENT, godkjent=klokke.na(), godkjent_av=godkjent_av.krev_bruker()
            )
    return liste
