"""Stopped at any statement and started again: the same dry run, one difference a month, one letter a person.

What only reads leaves nothing behind, so the stops are at every statement that writes, begins or commits.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from django.db.models import Count

from fotfeste.fag.brev.models import Brev
from fotfeste.fag.regulering import services
from fotfeste.fag.regulering.enums import Reguleringsstatus
from fotfeste.fag.regulering.models import Regulering, Reguleringslinje
from fotfeste.fag.utbetaling.models import Differanse
from fotfeste.grunnmur import klokke
from tests.fag.regulering.fortelling import ETTERBETALT, JUNI, MAI, MANDAGEN_ETTER, Huset

pytestmark = pytest.mark.django_db
DELTAKERE, MANEDER = 2, (MAI, JUNI)


class Drept(DatabaseError):  # noqa: N818 - what it is in the story
    """The process is gone: what has not been committed is lost, and nothing runs after."""


@contextmanager
def _dor_ved(nummer: int) -> Iterator[list[int]]:
    """Statement number `nummer` is never carried out. Gives the number of statements so far."""
    antall = [0]

    def vokt(kjor: Callable[..., Any], sql: str, params: Any, many: bool, kontekst: Any) -> Any:
        antall[0] += not sql.startswith("SELECT")
        if antall[0] == nummer and not sql.startswith("SELECT"):
            raise Drept
        return kjor(sql, params, many, kontekst)

    with connection.execute_wrapper(vokt):
        yield antall


@pytest.fixture
def huset(db: None, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[Huset]:
    monkeypatch.setattr(services, "BUNKE", 2 if "maned" in request.node.name else 1)
    with klokke.still_til(MANDAGEN_ETTER):
        huset = Huset()
        for nummer in range(DELTAKERE):
            huset.deltaker(MANEDER, fornavn=f"Testine{chr(97 + nummer)}")
        huset.betal(*MANEDER)
        yield huset


def _ved_hver_setning(arbeid: Callable[[], object], sjekk: Callable[[], None]) -> int:
    """Kill `arbeid` at each of its statements in turn, do it again, and ask `sjekk`. Returns how many there were."""
    nummer = 0
    while True:
        nummer += 1
        with transaction.atomic():
            with _dor_ved(nummer) as antall:
                try:
                    arbeid()
                    drept = False
                except Drept:
                    drept = True
            if drept:
                arbeid()
            sjekk()
            transaction.set_rollback(True)
        if not drept:
            return antall[0]


def _svaret() -> set[tuple[Any, ...]]:
    return set(Reguleringslinje.objects.values_list("sak_id", "maned", "forrige_id", "belop", "utfall", "grunn"))


def test_provekjoringen_gir_det_samme_hvor_den_enn_stopper(huset: Huset) -> None:
    regulering = huset.opprett()
    with transaction.atomic():
        services.regulering_prov(huset.oda, regulering)
        ventet = _svaret()
        transaction.set_rollback(True)
    assert len(ventet) == DELTAKERE * len(MANEDER)

    def sjekk() -> None:
        assert _svaret() == ventet
        assert not Differanse.objects.exists()
        naa = Regulering.objects.get()
        assert (naa.status, naa.antall_ferdig) == (Reguleringsstatus.PROVEKJORT, DELTAKERE)

    assert _ved_hver_setning(lambda: services.regulering_prov(huset.oda, regulering), sjekk) > 8


def test_hver_maned_far_en_differanse_hvor_den_enn_stopper(huset: Huset) -> None:
    regulering = services.regulering_gjennomfor(huset.olav, huset.provekjort())

    def gjennomfor() -> None:
        naa = Regulering.objects.get()
        if naa.status == Reguleringsstatus.GJENNOMFORES:
            services.regulering_fullfor(huset.olav, naa)

    def sjekk() -> None:
        per_maned = Differanse.objects.values("sak", "maned").annotate(antall=Count("pk"))
        assert [rad["antall"] for rad in per_maned] == [1] * (DELTAKERE * len(MANEDER))
        assert {linje.differanse.belop for linje in regulering.linjer.select_related("differanse")} == {
            ETTERBETALT[m] for m in MANEDER
        }
        assert Regulering.objects.get().status == Reguleringsstatus.FERDIG

    assert _ved_hver_setning(gjennomfor, sjekk) > 15


def test_hver_person_far_ett_brev_hvor_den_enn_stopper(huset: Huset, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("fotfeste.fag.brev.services.som_pdf", lambda brev: brev.tittel.encode())
    regulering = huset.gjennomfort()

    def sjekk() -> None:
        per_sak = Brev.objects.values("sak").annotate(antall=Count("pk"))
        assert [rad["antall"] for rad in per_sak] == [1] * DELTAKERE
        assert not regulering.linjer.filter(brev=None).exists()

    assert _ved_hver_setning(lambda: services.regulering_varsle(huset.olav, regulering), sjekk) > 10
