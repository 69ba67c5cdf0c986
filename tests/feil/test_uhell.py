"""Two operators, a database that goes away, a full disk, a clock that is moved: one payment each, and nothing half."""

from __future__ import annotations

import hashlib
import os
import random
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any
from uuid import UUID

import psycopg
import pytest
from django.db import connection
from django.db.utils import OperationalError

from bench import feil
from bench.deltakere import MANED
from bench.feil import Sted
from fotfeste.fag.utbetaling import services
from fotfeste.fag.utbetaling.enums import Kjoringsart, Kjoringsstatus, Utbetalingsart
from fotfeste.fag.utbetaling.jobber import forbered_i_bakgrunnen
from fotfeste.fag.utbetaling.models import Kjoring, Utbetaling
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.jobber.ko import arbeid
from fotfeste.grunnmur.logg.services import kommando
from fotfeste.grunnmur.organisasjon.enums import Rolle
from fotfeste.grunnmur.organisasjon.models import Bruker, Medlemskap
from fotfeste.grunnmur.tilgang import SYSTEM, Aktor, aktor_for
from fotfeste.kobling.betaling.services import filer_lag
from fotfeste.regelverk.tid import er_virkedag, neste_virkedag
from tests.feil.samtidig import samtidig

ANTALL = 9

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def sted(monkeypatch: pytest.MonkeyPatch) -> Sted:
    """Nine participants, six of whom are paid, two at a time."""
    monkeypatch.setattr(services, "BUNKE", 2)
    return feil.lag_sted(ANTALL, random.Random(7))


@pytest.fixture
def okonomi3(sted: Sted) -> Aktor:
    bruker = Bruker.objects.opprett(brukernavn="okonomi-3", navn="Økonomi 3")
    Medlemskap.objects.create(bruker=bruker, rolle=Rolle.OKONOMI, kommune=sted.kommune, fra=date(2020, 1, 1))
    return aktor_for(bruker)


def _kjoring(sted: Sted) -> Kjoring:
    kjoring = feil.levende_kjoring(sted)
    assert kjoring is not None
    return kjoring


def _opprett(sted: Sted, aktor: Aktor) -> Kjoring:
    return services.kjoring_opprett(aktor, kommune=sted.kommune, maned=MANED)


def _forbered(sted: Sted, aktor: Aktor) -> str:
    return services.kjoring_forbered(aktor, _opprett(sted, aktor)).status


def _frigi(sted: Sted, aktor: Aktor) -> str:
    return services.kjoring_frigi(aktor, _kjoring(sted)).status


def _filer(sted: Sted, aktor: Aktor) -> str:
    filer = filer_lag(aktor, _kjoring(sted))
    return " ".join(hashlib.sha256(bytes(fil.dokument.innhold)).hexdigest() for fil in filer)


class TestToOmGangen:
    def test_et_forskudd_gar_i_en_av_to_kjoringer_som_forberedes_samtidig(self, sted: Sted) -> None:
        """The month's run and an extra one both want the advance and what did not arrive. One has them, none fails."""
        maned, ekstra = (
            services.kjoring_opprett(sted.okonomi, kommune=sted.kommune, maned=MANED, art=art) for art in Kjoringsart
        )
        with kommando(SYSTEM, "test"):  # only the end is left of both
            Kjoring.objects.filter(pk=maned.pk).update(siste_sak=UUID(int=2**128 - 1))
        svar = samtidig(*(
            lambda kjoring=kjoring: services.kjoring_forbered(sted.okonomi, kjoring).status
            for kjoring in (maned, ekstra)
        ))  # fmt: skip
        assert svar == [Kjoringsstatus.KLAR] * 2
        lose = Utbetaling.objects.filter(kjoring__in=[maned, ekstra])
        assert sorted(lose.values_list("art", flat=True)) == [Utbetalingsart.FORSKUDD, Utbetalingsart.MANED]

    def test_to_begynner_forbereder_og_frigir_samme_maned_i_samme_oyeblikk(self, sted: Sted, okonomi3: Aktor) -> None:
        forberedt = samtidig(lambda: _forbered(sted, sted.okonomi), lambda: _forbered(sted, sted.okonomi))
        assert forberedt == [Kjoringsstatus.KLAR] * 2
        assert Kjoring.objects.filter(maned=MANED).count() == 1
        assert feil.brudd(sted) == []

        frigitt = samtidig(lambda: _frigi(sted, sted.okonomi2), lambda: _frigi(sted, okonomi3))
        assert sorted(svar == Kjoringsstatus.FRIGITT for svar in frigitt) == [False, True]
        assert any("kan ikke gjøres nå" in svar for svar in frigitt)
        assert feil.brudd(sted) == []

        filer = samtidig(lambda: _filer(sted, sted.okonomi2), lambda: _filer(sted, okonomi3))
        assert filer[0] == filer[1] == _filer(sted, okonomi3)
        assert feil.brudd(sted) == []
        feil.avstem(sted)

    def test_en_person_i_to_faner_frigir_en_gang(self, sted: Sted) -> None:
        _forbered(sted, sted.okonomi)
        svar = samtidig(lambda: _frigi(sted, sted.okonomi2), lambda: _frigi(sted, sted.okonomi2))
        assert svar == [Kjoringsstatus.FRIGITT] * 2
        assert feil.brudd(sted) == []

    def test_en_beregner_pa_nytt_mens_en_annen_frigir(self, sted: Sted) -> None:
        """One of them is first. The other is told, or finds the run as it was; never half of each."""
        for _ in range(3):
            _forbered(sted, sted.okonomi)
            forberedt, frigitt = samtidig(lambda: _forbered(sted, sted.okonomi), lambda: _frigi(sted, sted.okonomi2))
            assert feil.brudd(sted) == []
            assert frigitt == Kjoringsstatus.FRIGITT or forberedt == Kjoringsstatus.KLAR
            feil.gjor_ferdig(sted)
            feil.avstem(sted)
            feil.tilbakestill(sted)


def test_databasen_gar_ned_midt_i_og_kjoringen_gar_videre(sted: Sted) -> None:
    """What a restarted server does to those who use it: the connection is gone, in the middle of a statement or not."""
    navn = connection.settings_dict["NAME"]
    with psycopg.connect(os.environ["DATABASE_URL"], dbname=navn, autocommit=True) as tjener:

        def kast_ut() -> None:
            tjener.execute("SELECT pg_terminate_backend(%s, 5000)", [connection.connection.info.backend_pid])

        try:
            drap = feil.drep_databasen(sted, antall=12, fro=3, omstart=kast_ut)
        finally:
            connection.close()  # a failure here must not take the connection from those who come after
    assert drap.antall == 12
    assert drap.runder > 1


@contextmanager
def full_disk(tabell: str) -> Iterator[None]:
    """The server answers as when the disk is full, the first time a row is put into the table."""

    def setning(utfor: Callable[..., Any], sql: str, *resten: Any) -> Any:
        if sql.startswith(f'INSERT INTO "{tabell}"'):
            sql = "DO $$ BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = 'disk_full'; END $$"
            return utfor(sql, None, *resten[1:])
        return utfor(sql, *resten)

    with connection.execute_wrapper(setning):
        yield


@pytest.mark.parametrize(
    "tabell",
    [
        "utbetaling_kjoring",
        "utbetaling_beregning",
        "utbetaling_utbetaling",
        "logg_hendelse",
        "dokument_dokument",
        "utbetaling_betalingsfil",
    ],
)
def test_full_disk_lar_ingenting_sta_halvt(sted: Sted, tabell: str) -> None:
    with full_disk(tabell), pytest.raises(OperationalError, match="could not extend file"):
        feil.gjor_ferdig(sted)
    assert feil.brudd(sted) == []
    feil.gjor_ferdig(sted)
    assert feil.brudd(sted) == []
    feil.avstem(sted)


@pytest.mark.parametrize(
    ("frigis", "lages"),
    [
        (date(2026, 6, 3), date(2026, 6, 3)),
        (date(2026, 6, 30), date(2026, 7, 1)),
        (date(2026, 6, 12), date(2026, 6, 15)),
        (date(2026, 6, 30), date(2026, 6, 4)),
        (date(2026, 5, 20), date(2026, 6, 20)),
        (date(2025, 6, 3), date(2025, 6, 3)),
        (date(2030, 1, 1), date(2026, 6, 3)),
    ],
)
def test_en_klokke_som_flyttes_gir_en_betaling_og_aldri_i_gar(sted: Sted, frigis: date, lages: date) -> None:
    """Prepared on 3 June, and then the machine believes it is another day, later or earlier."""
    _forbered(sted, sted.okonomi)
    with klokke.still_til(frigis):
        _frigi(sted, sted.okonomi2)
    with klokke.still_til(lages):
        filer_lag(sted.okonomi2, _kjoring(sted))
    kjoring = _kjoring(sted)
    assert kjoring.utbetalingsdato >= max(neste_virkedag(frigis), neste_virkedag(lages))
    assert er_virkedag(kjoring.utbetalingsdato)
    assert f"<Dt>{kjoring.utbetalingsdato}</Dt>" in feil.filene(sted)["pain001"].decode()
    assert feil.brudd(sted) == []
    feil.avstem(sted)
    with klokke.still_til(frigis):
        feil.gjor_ferdig(sted)
    assert feil.brudd(sted) == []


def test_en_arbeider_som_drepes_etterfolges_av_en_annen(sted: Sted) -> None:
    """The job holds its key when its worker dies; the next worker takes it up, also when somebody pressed again."""
    kjoring = _opprett(sted, sted.okonomi)
    assert forbered_i_bakgrunnen(sted.okonomi, kjoring)
    status = os.waitpid(feil.gren(_arbeid_til_andre_bunke), 0)[1]
    assert os.WTERMSIG(status) == signal.SIGKILL
    kjoring.refresh_from_db()
    assert (kjoring.status, kjoring.antall_ferdig) == (Kjoringsstatus.FORBEREDES, 2)

    assert forbered_i_bakgrunnen(sted.okonomi, kjoring)  # «Fortsett beregningen»
    with connection.cursor() as peker:
        peker.execute("UPDATE procrastinate_workers SET last_heartbeat = last_heartbeat - interval '2 minutes'")
    arbeid(vent=False)
    kjoring.refresh_from_db()
    assert (kjoring.status, kjoring.antall_ferdig) == (Kjoringsstatus.KLAR, ANTALL)
    with connection.cursor() as peker:
        peker.execute("SELECT count(*) FROM procrastinate_jobs WHERE status IN ('todo', 'doing')")
        assert peker.fetchone() == (0,)
    assert feil.brudd(sted) == []


def _arbeid_til_andre_bunke() -> None:
    ekte, bunker = services._besvar, []

    def besvar(*argumenter: Any) -> None:
        bunker.append(1)
        if len(bunker) == 2:
            os.kill(os.getpid(), signal.SIGKILL)
        ekte(*argumenter)

    services._besvar = besvar
    arbeid(vent=False)
