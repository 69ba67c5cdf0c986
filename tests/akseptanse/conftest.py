"""A real browser against a real server."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import closing

import pytest
from playwright.sync_api import Browser, sync_playwright
from pytest_django.live_server_helper import LiveServer

from konfig.kontroll import finn_nettleser
from tests.akseptanse import dagen
from tests.akseptanse.sider import Bruker

FOLK = pytest.StashKey[list[Bruker]]()
STILLE = ["--no-sandbox", "--no-first-run", "--disable-background-networking", "--disable-component-update"]


@pytest.fixture(scope="session")
def nettleser() -> Iterator[Browser]:
    """One Chromium for the whole run."""
    sti = finn_nettleser()
    if sti is None:
        pytest.skip("ingen Chromium på denne maskinen")
    # Playwright's own event loop runs in this thread; Django would take our queries for asynchronous code.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    with (
        sync_playwright() as playwright,
        closing(playwright.chromium.launch(executable_path=sti, args=STILLE)) as nettleser,
    ):
        yield nettleser
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]):  # type: ignore[no-untyped-def]
    """Let the report of a failure say what each of the people saw."""
    rapport = yield
    if call.when == "call" and rapport.failed:
        for bruker in item.stash.get(FOLK, []):
            rapport.sections.append((f"det {bruker.navn or 'en besøkende'} så", bruker.det_som_vises()))
    return rapport


@pytest.fixture(autouse=True)
def _dagen() -> Iterator[None]:
    """The day is the server's too, so that what a browser asks and what a test asks agree."""
    with dagen.til_vanlig():
        yield


@pytest.fixture
def inn(request: pytest.FixtureRequest, nettleser: Browser, live_server: LiveServer) -> Iterator[Callable[..., Bruker]]:
    """`inn("Kari Veileder")`: someone at their own machine, logged in. `inn()`: someone who is not.

    `gjennom_doren`: they log in by the page, which takes most of a second; the main job does.

    When the test is over, no page anyone saw may have failed in the server or in the browser.
    """
    folk: list[Bruker] = []
    request.node.stash[FOLK] = folk

    def ny(navn: str = "", *, gjennom_doren: bool = False, **valg: object) -> Bruker:
        bruker = Bruker(nettleser.new_context(locale="nb-NO", base_url=live_server.url, **valg))  # type: ignore[arg-type]
        folk.append(bruker)
        if navn and gjennom_doren:
            bruker.logg_inn(navn)
        elif navn:
            bruker.er_inne(navn, live_server.url)
        return bruker

    yield ny
    for bruker in folk:
        bruker.side.context.close()
    assert [feil for bruker in folk for feil in bruker.feil] == []
