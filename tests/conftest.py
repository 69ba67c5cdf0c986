"""The day, the office and the people every story starts with (made in grunnlag.py)."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.organisasjon.enums import Rolle
from fotfeste.grunnmur.tilgang import Aktor
from tests import grunnlag, tomming

tomming.ta_i_bruk()

#: Take the longest, and would leave one process waiting for the other if they began near the end.
FORST = (
    "test_tilgang_matrise.py",
    "test_hver_tilstand_rolle_kommando.py",
    "test_drept.py",
    "test_bygg.py",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=lambda en: FORST.index(en.path.name) if en.path.name in FORST else len(FORST))


@pytest.fixture(autouse=True)
def _dagen() -> Iterator[None]:
    """The day of the stories."""
    with klokke.still_til(grunnlag.I_DAG):
        yield


@pytest.fixture
def kommune(db: None) -> object:
    return grunnlag.lag_kommune()


@pytest.fixture
def kontor(kommune):  # type: ignore[no-untyped-def]
    return grunnlag.lag_kontor(kommune)


def _rolle(rolle: Rolle):  # type: ignore[no-untyped-def]
    @pytest.fixture
    def aktor(kontor) -> Aktor:  # type: ignore[no-untyped-def]
        return grunnlag.lag_aktor(rolle, kontor)

    return aktor


veileder = _rolle(Rolle.VEILEDER)
jobbspesialist = _rolle(Rolle.JOBBSPESIALIST)
beslutter = _rolle(Rolle.BESLUTTER)
okonomi = _rolle(Rolle.OKONOMI)
okonomi2 = _rolle(Rolle.OKONOMI)
fagansvarlig = _rolle(Rolle.FAGANSVARLIG)
leder = _rolle(Rolle.LEDER)
revisor = _rolle(Rolle.REVISOR)
statlig_veileder = _rolle(Rolle.STATLIG_VEILEDER)
systemansvarlig = _rolle(Rolle.SYSTEMANSVARLIG)


@pytest.fixture
def sak(kontor):  # type: ignore[no-untyped-def]
    return grunnlag.lag_sak(kontor)


@pytest.fixture
def deltaker(sak, kontor) -> Aktor:  # type: ignore[no-untyped-def]
    return grunnlag.lag_deltaker(sak.person, kontor)
