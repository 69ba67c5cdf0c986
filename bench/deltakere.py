"""Participants for the payment run, put straight into the tables. Needs Django to be set up."""

from __future__ import annotations

import random
from datetime import date, timedelta
from decimal import Decimal
from itertools import count
from typing import Any

from django.db import connection

from fotfeste.fag.oppmote.enums import Fravaersarsak, Timelistestatus
from fotfeste.fag.oppmote.models import Fravaer, Timeliste, Timelistedag
from fotfeste.fag.person.fodselsnummer import lag_syntetisk
from fotfeste.fag.person.models import Barn, Person
from fotfeste.fag.person.navn import sokenavn
from fotfeste.fag.sak.enums import Saksstatus
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.utbetaling.models import AnnenYtelse, Kjoring, Trekk
from fotfeste.fag.utbetaling.services import kjoring_opprett
from fotfeste.fag.vedtak.enums import Vedtaksstatus, Vedtakstype
from fotfeste.fag.vedtak.models import Vedtak
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.logg.services import kommando
from fotfeste.grunnmur.organisasjon.enums import KOMMUNEROLLER, Rolle
from fotfeste.grunnmur.organisasjon.models import Bruker, Kommune, Kontor, Medlemskap
from fotfeste.grunnmur.tilgang import SYSTEM, Aktor, aktor_for
from fotfeste.regelverk.tid import er_programdag
from fotfeste.regelverk.tid import maned as maned_periode

MANED = date(2026, 5, 1)
DAGER = [dag for dag in maned_periode(MANED.year, MANED.month).dager() if er_programdag(dag)]
KONTO = "15032080119"
DAG = Decimal("7.5")
FORNAVN = ("Samira", "Ola", "Yonas", "Anne", "Olena", "Ahmed", "Ingrid", "Jan")
ETTERNAVN = ("Testdal", "Prøvevik", "Eksempelsen", "Fjordmann", "Øvrelid", "Demostad")

_nummer = count(1)


def lag_kjoring(antall: int, tall: random.Random) -> tuple[Kjoring, Aktor, Aktor]:
    """A municipality with `antall` participants and an opened run; who prepares it and who releases it."""
    kommune, okonomi, okonomi2 = lag_kommune(antall, tall)
    return kjoring_opprett(okonomi, kommune=kommune, maned=MANED), okonomi, okonomi2


def lag_kommune(antall: int, tall: random.Random) -> tuple[Kommune, Aktor, Aktor]:
    """A municipality with `antall` participants, and two of its økonomi."""
    _ta_hensyn_til_dem_som_er_her()
    nr = Kommune.objects.count() + 1
    kommune = Kommune.objects.create(
        navn=f"Fjordvik {nr}",
        nummer=f"{4200 + nr}",
        organisasjonsnummer="910000004",
        utbetalingskonto=KONTO,
        bic="DNBANOKK",
    )
    kontor = Kontor.objects.create(kommune=kommune, navn=f"NAV Fjordvik {nr}", nummer=f"{nr:04d}")
    okonomi, okonomi2, veileder = (
        _aktor(kommune, kontor, rolle) for rolle in (Rolle.OKONOMI, Rolle.OKONOMI, Rolle.VEILEDER)
    )
    with kommando(SYSTEM, "bench"):
        _fyll(antall, tall, kommune, kontor, veileder.krev_bruker())
    with connection.cursor() as peker:
        peker.execute("ANALYZE")  # what autovacuum has long done where participants come one by one
    return kommune, okonomi, okonomi2


def _ta_hensyn_til_dem_som_er_her() -> None:
    """Numbers nobody in the database has, also those who were loaded by another process."""
    global _nummer
    _nummer = count(Sak.objects.count() + 10 * Kommune.objects.count() + 1)
    _brukt.update(Person.objects.values_list("fodselsnummer", flat=True))


def _aktor(kommune: Kommune, kontor: Kontor, rolle: Rolle) -> Aktor:
    nr = next(_nummer)
    bruker = Bruker.objects.opprett(brukernavn=f"bench-{rolle}-{nr}", navn=f"{rolle.label} {nr}")
    sted = None if rolle in KOMMUNEROLLER else kontor
    Medlemskap.objects.create(bruker=bruker, rolle=rolle, kommune=kommune, kontor=sted, fra=date(2020, 1, 1))
    return aktor_for(bruker, klokke.i_dag())


def _fyll(antall: int, tall: random.Random, kommune: Kommune, kontor: Kontor, veileder: Bruker) -> None:
    personer = [_person(tall) for _ in range(antall)]
    saker = [
        Sak(saksnummer=f"B{next(_nummer):07d}", person=p, kommune=kommune, kontor=kontor, status=Saksstatus.I_PROGRAM)
        for p in personer
    ]
    lister = [Timeliste(sak=sak, maned=MANED, status=Timelistestatus.APEN) for sak in saker]
    _lagre(personer)
    _lagre(saker)
    _lagre([_vedtak(tall, sak, veileder) for sak in saker])
    _lagre([barn for person in personer for barn in _barn(tall, person)])
    _lagre([_ytelse(tall, sak) for sak in saker if tall.random() < 0.05])
    _lagre([_trekk(tall, sak) for sak in saker if tall.random() < 0.03])
    _lagre(lister)
    for start in range(0, antall, 500):  # days are many: not all in memory at once
        _lagre([dag for liste in lister[start : start + 500] for dag in _dager(tall, liste)])
    _lagre([_fravaer(tall, liste) for liste in lister if tall.random() < 0.30])
    Timeliste.objects.filter(sak__kommune=kommune).update(
        status=Timelistestatus.GODKJENT, godkjent=klokke.na(), godkjent_av=veileder
    )


def _lagre(rader: list[Any]) -> None:
    if rader:
        type(rader[0]).objects.bulk_create(rader, batch_size=1000)


_brukt: set[str] = set()


def _person(tall: random.Random) -> Person:
    while True:
        fodt = date(1962, 1, 1) + timedelta(days=tall.randrange(45 * 365))
        fnr = lag_syntetisk(fodt, lopenummer := tall.randrange(500))
        if fnr and fnr not in _brukt:
            _brukt.add(fnr)
            break
    fornavn, etternavn = tall.choice(FORNAVN), tall.choice(ETTERNAVN)
    return Person(
        fodselsnummer=fnr,
        fornavn=fornavn,
        etternavn=etternavn,
        sokenavn=sokenavn(f"{fornavn} {etternavn}"),
        fodselsdato=fodt,
        kjonn="mann" if lopenummer % 2 else "kvinne",
        kontonummer=KONTO,
    )


def _vedtak(tall: random.Random, sak: Sak, veileder: Bruker) -> Vedtak:
    fra = MANED - timedelta(days=tall.randint(0, 330))
    return Vedtak(
        sak=sak,
        type=Vedtakstype.INNVILGELSE,
        status=Vedtaksstatus.FATTET,
        fra=fra,
        til=fra + timedelta(days=364),
        dato=fra,
        saksbehandler=veileder,
        innlest=True,  # read in: no letter and no assessment are loaded, and the run asks for none
    )


def _barn(tall: random.Random, person: Person) -> list[Barn]:
    fodt = [MANED - timedelta(days=tall.randint(300, 18 * 365)) for _ in range(tall.choice([0, 0, 1, 2, 3]))]
    return [Barn(person=person, fodselsdato=dag, fra=max(dag, date(2025, 1, 1))) for dag in fodt]


def _ytelse(tall: random.Random, sak: Sak) -> AnnenYtelse:
    return AnnenYtelse(sak=sak, type="sykepenger", fra=MANED + timedelta(days=9), belop_per_dag=tall.randint(50, 900))


def _trekk(tall: random.Random, sak: Sak) -> Trekk:
    return Trekk(sak=sak, maned=MANED, belop=tall.randint(100, 3000), hjemmel="sotjl § 40", grunn="For mye betalt")


def _dager(tall: random.Random, liste: Timeliste) -> list[Timelistedag]:
    i_arbeid = tall.random() < 0.25
    dager = []
    for dato in DAGER:
        arbeid = Decimal(tall.randint(4, 20)) / 4 if i_arbeid and dato.weekday() in {1, 3} else Decimal(0)
        dager.append(
            Timelistedag(
                sak=liste.sak,
                timeliste=liste,
                dato=dato,
                planlagt=DAG,
                timer_program=DAG - arbeid,
                timer_arbeid=arbeid,
            )
        )
    return dager


def _fravaer(tall: random.Random, liste: Timeliste) -> Fravaer:
    fra = tall.choice(DAGER)
    arsak = tall.choice([Fravaersarsak.EGEN_SYKDOM, Fravaersarsak.VELFERD, Fravaersarsak.ULEGITIMERT])
    timer = Decimal(tall.randint(4, 30)) / 4 if tall.random() < 0.5 else None
    til = min(fra + timedelta(days=tall.choice([0, 0, 1, 2])), DAGER[-1])
    return Fravaer(sak=liste.sak, timeliste=liste, fra=fra, til=max(fra, til), arsak=arsak, timer=timer)
